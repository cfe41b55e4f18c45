"""The gate: which words of a text does the evidence not support?

Why: no engine may put a word on the page that a line of the resume or an answer of the person does not bear out. So
this is deterministic, works without a network, and says of every refused word why.
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.change.book import open_book
from agent.change.judge import Doubt, judge
from agent.change.model import Evidence, EvidenceLine, Span, Verdict
from agent.change.reading import Reading, read
from agent.change.tokens import Language

_CITED = 5


def ground(
    text: str, evidence: Sequence[EvidenceLine], *, entry: str = "", posting: str = "", language: str | None = None
) -> Verdict:
    """Judge `text` against `evidence`.

    `entry` is the role the text will stand in: lines of other roles then do not count. `posting` is no evidence; facts
    in it said of the employer are no claims about the person. `language` (en, de, fr, es) is that of
    a text whose words do not tell.
    """
    known: Language | None = language if language in ("en", "de", "fr", "es") else None  # type: ignore[assignment]  # narrowed by the test
    reading = read(text, None, known or "en")
    book = open_book(tuple(evidence), entry, reading.language)
    found = judge(reading, book, posting)
    spans = _spans(reading, found.doubts)
    cited = [
        Evidence(source=book.lines[n].source.source, ref=book.lines[n].source.ref, quote=book.lines[n].source.text)
        for n, _ in found.lines.most_common(_CITED)
    ]
    return Verdict(verdict="unsupported" if spans else "supported", spans=spans, evidence=cited)


def _spans(reading: Reading, doubts: Sequence[Doubt]) -> list[Span]:
    """Doubts as spans of the text; neighbours with the same reason become one."""
    spans: list[Span] = []
    for doubt in sorted(doubts, key=lambda d: (d.first, -d.last)):
        start, end = reading.tokens[doubt.first].start, reading.tokens[doubt.last].end
        if spans and start <= spans[-1].end + 1:
            start, why = spans[-1].start, spans[-1].why
            end = max(end, spans[-1].end)
            spans[-1] = Span(start=start, end=end, text=reading.text[start:end], why=why)
        else:
            spans.append(Span(start=start, end=end, text=reading.text[start:end], why=doubt.why))
    return spans
