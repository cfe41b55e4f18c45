"""Lines written as plain text: headings on their own, lists with hyphens, paragraphs apart."""

import re
from collections.abc import Iterable

from scraper.document import BULLET, Line
from scraper.text import sanitise, tidy, unescape
from scraper.walk import read_document

MARKUP = re.compile(r"<(?:/?[a-zA-Z][\w:-]*(?:\s[^<>]*)?/?|!--)>?")
HARD_BREAK = re.compile(r"\\r\\n|\\n")


def render(lines: Iterable[Line]) -> str:
    """Repeated runs (the same text for several screen sizes) are written once."""
    written: list[str] = []
    seen: set[str] = set()
    last = ""
    for line in lines:
        text = line.text
        if len(text) > 60 and text in seen:
            continue
        seen.add(text)
        kind = "heading" if line.level else "item" if line.tag == "li" or BULLET.match(text) else line.tag
        if kind == "item":
            text = "- " + BULLET.sub("", text)
        if written and _apart(last, kind):
            written.append("")
        written.append(text)
        last = kind
    return tidy("\n".join(written))


def fragment_text(markup: str) -> tuple[str, list[str]]:
    """Text and hidden text of a piece of HTML, however often it was escaped, or of plain text."""
    if "&lt;" in markup or "&#60;" in markup or ("&" in markup and "<" not in markup):
        markup = unescape(markup)
    if not MARKUP.search(markup):
        clean, spelled = sanitise(markup if "\n" in markup else HARD_BREAK.sub("\n", markup))
        return tidy("\n".join(_bulleted(line) for line in clean.split("\n"))), spelled
    document = read_document(markup)
    return render(document.lines), document.hidden


def _bulleted(line: str) -> str:
    line = line.strip()
    return "- " + BULLET.sub("", line) if BULLET.match(line) else line


def _apart(last: str, kind: str) -> bool:
    if kind == "heading":
        return True
    if kind == last:
        return kind == "p"
    return "item" in {kind, last} and last != "heading"
