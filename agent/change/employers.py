"""Whether a name that a text gives as an employer is one in the evidence, not a client or an opponent."""

from __future__ import annotations

from agent.change.book import Book, Place
from agent.change.reading import Reading

_AT = frozenset(["at", "bei", "chez", "en", "for", "für", "pour", "para"])
_RELATED = frozenset(
    {"owner", "friend", "competitor", "supplier", "subsidiary", "founder", "wife", "husband", "brother", "sister"}
)
_ABOUT = frozenset(
    [
        "with",
        "against",
        "by",
        "versus",
        "vs",
        "from",
        "to",
        "mit",
        "gegen",
        "avec",
        "contre",
        "con",
        "contra",
        "account",
        "client",
        "customer",
        "clients",
        "customers",
    ]
)


def employer_refusal(reading: Reading, at: int, places: tuple[Place, ...], book: Book) -> str:
    """Why a name after "at" is no employer of the evidence, or empty."""
    before = _before_name(reading, at)
    if before not in _AT - {"for", "für", "pour", "para", "en"}:
        return ""
    if all(_is_anothers(book.lines[place.line].reading, place.token) for place in places):
        return "The evidence does not name this as your employer."
    if all(_before_name(book.lines[place.line].reading, place.token) in _ABOUT for place in places):
        return "The evidence does not name this as your employer."
    return ""


def _is_anothers(reading: Reading, at: int) -> bool:
    """Whether a name is told as that of somebody's business ("a friend of the owner of Falk")."""
    return any(reading.tokens[k].low in _RELATED for k in range(max(at - 4, 0), at))


def _before_name(reading: Reading, at: int) -> str:
    """The last small word before the run of capitals a name belongs to."""
    k = at - 1
    while k >= 0 and (
        reading.tokens[k].capital
        or reading.tokens[k].low in ("the", "&", "of", "and", "staffing", "agency")
        or reading.tokens[k].kind == "mark"
    ):
        k -= 1
    return reading.tokens[k].low if k >= 0 and reading.tokens[k].kind == "word" else ""
