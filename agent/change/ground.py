"""The gate: which words of a text does the evidence not support?

Why: no engine may put a word on the page that a line of the resume or an answer of the person does not bear out. So
this is deterministic, works without a network, and says of every refused word why.

    text -> reading (tokens, phrases, numbers; who did it, how far, under what limit)
    evidence -> book (the same of every line, with its role)                          -> judge -> doubts -> verdict
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.judge import judge
from agent.change.claims.kinds import Claim
from agent.change.language.lemmas import Language
from agent.change.model import Evidence, EvidenceLine, Span, Verdict
from agent.change.telling.book import Book, open_book
from agent.change.telling.reading import Reading, read

_CITED = 5
_UNREADABLE = "This cannot be judged: confirm it if it is true."


def ground(
    text: str, evidence: Sequence[EvidenceLine], *, entry: str = "", posting: str = "", language: str | None = None
) -> Verdict:
    """Judge `text` against `evidence`.

    `entry` is the role the text will stand in: lines of other roles then do not count. `posting` is no evidence; facts
    in it said of the employer are no claims about the person. `language` (en, de, fr, es) is that of evidence and text
    whose words do not tell. The verdict is `unsure` if nothing speaks against the text but words the gate cannot place.
    """
    known: Language = language if language in ("en", "de", "fr", "es") else "en"  # type: ignore[assignment]  # narrowed by the test
    reading = read(text, None, known)
    book = open_book(tuple(evidence), entry, reading.language if known == "en" else known)
    quoted = _quoted(text, book)
    if quoted is not None:
        return Verdict(verdict="supported", evidence=[_cite(book, quoted)])
    found = judge(reading, book, posting)
    spans = _spans(reading, found.doubts)
    unreadable = list(_unreadable(text))
    certain = any(doubt.why != Claim.PLAIN.value for doubt in found.doubts)
    if unreadable:
        outside = [span for span in spans if not any(a <= span.start and span.end <= b for a, b in unreadable)]
        spans = sorted(
            [*outside, *(_span(text, a, b, _UNREADABLE) for a, b in unreadable)], key=lambda span: span.start
        )
        certain = certain and bool(outside)
    return Verdict(
        verdict="supported" if not spans else "unsupported" if certain else "unsure",
        spans=spans,
        evidence=[_cite(book, number) for number, _ in found.lines.most_common(_CITED)],
    )


def _quoted(text: str, book: Book) -> int | None:
    """The line that a text quotes, whole or up to a comma after which nothing is limited or taken back."""
    said = _plain(text)
    if not said:
        return None
    for number, line in enumerate(book.lines):
        if line.asked:
            continue
        held = _plain(line.reading.text)
        if held == said or (held.startswith(said) and held[len(said)] in ",;" and not _takes_back(held[len(said) :])):
            return number
    return None


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .-•*").casefold()


def _takes_back(tail: str) -> bool:
    """Whether the rest of a line limits or denies what comes before it."""
    ordered = re.findall(r"[^\W_]+", tail)
    words = set(ordered)
    negations = frozenset().union(*lexicon.section("classes", "negation").values())
    if words & (
        negations | {"but", "only", "just", "aber", "nur", "mais", "pero", "solo", "by", "with", "under", "for"}
    ):
        return True
    padded = " " + " ".join(ordered) + " "
    return any(
        f" {phrase} " in padded for phrases in lexicon.section("classes", "limit").values() for phrase in phrases
    )


def _unreadable(text: str) -> Iterator[tuple[int, int]]:
    """Where a text holds letters of a script that is not judged, or characters that nobody sees."""
    start = None
    for at, letter in enumerate(text):
        if _is_unreadable(letter):
            start = at if start is None else start
        elif start is not None and not letter.isspace():
            yield start, at
            start = None
    if start is not None:
        yield start, len(text.rstrip()) if text[start:].strip() else len(text)


def _is_unreadable(letter: str) -> bool:
    if letter.isascii():
        return letter < " " and letter not in "\t\n\r"
    category = unicodedata.category(letter)
    if category in ("Cc", "Cf", "Co", "Cn", "Cs"):
        return letter not in "\u00ad\u200d"
    return category.startswith(("L", "M")) and not unicodedata.name(letter, "").startswith(
        ("LATIN", "COMBINING", "FEMININE", "MASCULINE", "MODIFIER")
    )


def _spans(reading: Reading, doubts: Sequence[Doubt]) -> list[Span]:
    """Doubts as spans of the text; neighbours become one."""
    spans: list[Span] = []
    for doubt in sorted(doubts, key=lambda d: (d.first, -d.last)):
        start, end, why = reading.tokens[doubt.first].start, reading.tokens[doubt.last].end, doubt.why
        if spans and start <= spans[-1].end + 1:
            last = spans.pop()
            start, end, why = last.start, max(end, last.end), last.why
        spans.append(_span(reading.text, start, end, why))
    return spans


def _span(text: str, start: int, end: int, why: str) -> Span:
    return Span(start=start, end=end, text=text[start:end], why=why)


def _cite(book: Book, number: int) -> Evidence:
    source = book.lines[number].source
    return Evidence(source=source.source, ref=source.ref, quote=source.text)
