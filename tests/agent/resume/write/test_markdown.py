from markdown_it import MarkdownIt

from agent.resume.lines import identify
from agent.resume.model import Basics, Line, OtherSection, Resume
from agent.resume.write.markdown import to_markdown

HOSTILE = [
    "# not a heading",
    "1. not a list",
    "- not a bullet",
    "![x](http://tracker.example/x.png)",
    "[click](javascript:alert(1))",
    "<script>alert(1)</script> &lt;b&gt;",
    "| a | b |",
    "***bold*** __bold__ ~~gone~~ `code` $x$",
    "back\\slash \\# and 3*4*5",
    "===",
    "--- | ---",
    "_a_ snake_case __init__ a_ _b R&D &amp; &#35; AT&T;",
    "> quote",
    "<https://auto.example>",
]


def test_whole_document(english):
    assert to_markdown(english).startswith(
        """# Maren Ostrowski

Senior Backend Engineer

[maren@ostrowski.example](mailto:maren@ostrowski.example) · [+49 151 5550 1234](tel:+4915155501234) · Hamburg, Germany · \
[ostrowski.example](https://ostrowski.example) · [github.com/marenost](https://github.com/marenost) · \
Mastodon: @maren@social.example

Driving licence B

## Summary

Backend engineer with nine years in payments and logistics, at home in Python and PostgreSQL.
"""
    )


def test_own_headings_and_order(english):
    headings = [line[3:] for line in to_markdown(english).splitlines() if line.startswith("## ")]
    assert headings[:5] == ["Summary", "Skills", "Professional History", "Education", "Talks"]


def test_hidden_text_is_never_written(english):
    assert "nobody sees" not in to_markdown(english)


def test_no_text_becomes_markup():
    resume = identify(
        Resume(basics=Basics(name="A"), other=[OtherSection(title="B", lines=[Line(text=t) for t in HOSTILE])])
    )
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(to_markdown(resume))
    kinds = [child.type for token in tokens for child in token.children or []]
    assert set(kinds) == {"text"}
    texts = ["".join(child.content for child in token.children or []) for token in tokens if token.type == "inline"]
    assert texts == ["A", "B", *HOSTILE]
