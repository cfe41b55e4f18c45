"""JSON as pages really carry it: with comments around, raw line breaks, trailing commas, or as a JavaScript literal."""

import json
import re
from typing import Any

WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
MISSING_COMMA = re.compile(r'(["}\]\d])(\s*\n\s*)(")')
BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})')
DECODER = json.JSONDecoder(strict=False)
LONGEST_REPAIR = 300_000


def load(text: str) -> Any:
    """The value, or None for what cannot be understood even after the usual repairs."""
    text = WRAPPING.sub("", WRAPPING.sub("", text)).strip().rstrip(";")
    if not text:
        return None
    try:
        return DECODER.decode(text)
    except (ValueError, RecursionError):
        pass
    if (several := _several(text)) is not None:
        return several
    if len(text) > LONGEST_REPAIR:
        return None
    for repair in (_repaired, _requoted):
        try:
            return DECODER.raw_decode(repair(text))[0]
        except (ValueError, RecursionError):
            continue
    return None


def load_at(text: str, start: int) -> tuple[Any, int]:
    """The value that begins at `start` and where it ends; (None, start) when there is none."""
    try:
        return DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, start


def _several(text: str) -> list[Any] | None:
    """Values written one after the other, or None when the text is not that to its end."""
    values: list[Any] = []
    at = 0
    while at < len(text):
        value, end = load_at(text, at)
        if end == at:
            return None
        values.append(value)
        at = end + len(text[end:]) - len(text[end:].lstrip(" \t\r\n,;"))
    return values


def _repaired(text: str) -> str:
    text = BAD_ESCAPE.sub(r"\\\\", text)
    return MISSING_COMMA.sub(r"\1,\2\3", TRAILING_COMMA.sub(r"\1", text))


def _requoted(text: str) -> str:
    """Escapes quotes that stand inside a string: a quote ends a string only before , : } ] or the end."""
    text = _repaired(text)
    written: list[str] = []
    inside = False
    for at, char in enumerate(text):
        if char != '"' or (at and text[at - 1] == "\\" and not (at > 1 and text[at - 2] == "\\")):
            written.append(char)
        elif not inside:
            inside = True
            written.append(char)
        elif re.match(r'\s*(?:[:}\]]|,\s*(?:["{\[\d\-]|true|false|null|\}|\])|$)', text[at + 1 : at + 60]):
            inside = False
            written.append(char)
        else:
            written.append('\\"')
    return "".join(written)
