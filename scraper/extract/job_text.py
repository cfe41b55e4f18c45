"""The text of a job object: its description and every other part that is written for the reader."""

import re
from typing import Any

from scraper.extract.pairs import Pair
from scraper.render import fragment_text
from scraper.text import letters

STEMS = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-\s]+")


def read_description(pairs: list[Pair]) -> tuple[str, list[str]]:
    text = written = ""
    hidden: list[str] = []
    for wanted in ("description", "body"):
        longest = max(
            (pair for pair in pairs if pair[0] == wanted), key=lambda pair: len(_markup(pair[2])), default=None
        )
        if longest is not None and len(_markup(longest[2])) > 80:
            text, hidden = fragment_text(_markup(longest[2]))
            written = letters(text)
            break
    for role, key, value, _ in pairs:
        if not (
            role == "section"
            or (role in {"description", "body"} and not isinstance(value, dict))
            or (not role and _is_markup(key, value))
        ):
            continue
        section, unseen = fragment_text(_markup(value))
        plain = letters(section)
        if (
            len(plain) < 15
            or plain[:150] in written
            or (role == "body" and letters(key) in {"summary", "text"} and len(plain) < 200)
        ):
            continue
        hidden += unseen
        text = f"{text}\n\n{_heading(key) if role in {'section', ''} else ''}\n{section}".strip()
        written += plain
    return text, hidden


def _is_markup(key: str, value: Any) -> bool:
    """A text in HTML under a key we do not know is most likely one more part of the posting."""
    return (
        isinstance(value, str)
        and len(value) > 60
        and bool(re.search(r"<(?:li|p|ul|br)\b", value))
        and not re.search(r"legal|privacy|cookie|consent|disclaimer|footer|template|seo|meta", key, re.IGNORECASE)
    )


def _heading(key: str) -> str:
    words = [
        word
        for word in STEMS.split(key)
        if word.lower() not in {"str", "html", "text", "external", "job", "description", "plain"}
    ]
    return " ".join(words).capitalize()


def _markup(value: Any) -> str:
    """The text of a string, a list of strings or objects, or an object with headings and texts."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        parts = [_markup(each) for each in value[:60]]
        if all(isinstance(each, str) and "<" not in each for each in value):
            return "\n".join(f"• {part}" for part in parts if part)
        return "\n".join(filter(None, parts))
    if isinstance(value, dict):
        named = [
            value[key]
            for key in (
                "title",
                "heading",
                "name",
                "header",
                "text",
                "html",
                "content",
                "body",
                "value",
                "description",
                "items",
                "sections",
                "list",
                "children",
            )
            if key in value
        ]
        if named:
            head = (
                named[0]
                if isinstance(named[0], str) and len(named) > 1 and len(named[0]) < 120 and "<" not in named[0]
                else ""
            )
            rest = "\n".join(filter(None, (_markup(each) for each in (named[1:] if head else named))))
            return f"<h3>{head}</h3>\n{rest}" if head and rest else rest
        return "\n".join(
            filter(
                None,
                (
                    _markup(each)
                    for each in value.values()
                    if isinstance(each, dict | list) or (isinstance(each, str) and len(each) > 60)
                ),
            )
        )
    return ""
