"""The evidence as the gate looks things up in it: every line read once, every key with the places that give it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from agent.change.language.languages import guess_language
from agent.change.language.lemmas import Language
from agent.change.model import EvidenceLine
from agent.change.numbers.periods import Period, find_periods
from agent.change.telling.commands import find_command, find_request
from agent.change.telling.entries import Part, infer_parts
from agent.change.telling.reading import Reading, gives, read


class Place(NamedTuple):
    """Where in the evidence something stands: a line of the book and a token of it."""

    line: int
    token: int


@dataclass(frozen=True)
class Line:
    """A line of evidence, read; `entry` is the role it belongs to, empty for the person as a whole."""

    source: EvidenceLine
    reading: Reading
    entry: str
    periods: tuple[Period, ...]
    header: bool = False
    asked: bool = False


class Index:
    """Where each of `keys` is given. Looked up when asked for: a line gives hundreds, of which a text asks for few."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._given = [gives(line.reading) for line in lines]
        self.keys: frozenset[str | int] = frozenset().union(*[every for _, every in self._given])
        self._now = {
            Place(number, token)
            for number, line in enumerate(lines)
            if line.periods
            for token, each in enumerate(line.reading.tokens)
            if each.low in NOW
        }
        self._found: dict[object, tuple[Place, ...]] = {}

    def __getitem__(self, key: str | int) -> tuple[Place, ...]:
        """The places that give a key, in order; none if no line does."""
        return self._find(key, frozenset((key,))) if key in self.keys else ()

    def any_of(self, keys: frozenset[str | int]) -> tuple[Place, ...]:
        """The places that give one of several keys, in order."""
        given = self.keys & keys
        return self._find(keys, given) if given else ()

    def _find(self, asked: object, given: frozenset[str | int]) -> tuple[Place, ...]:
        found = self._found.get(asked)
        if found is None:
            places = [
                Place(number, token)
                for number, (tokens, every) in enumerate(self._given)
                if not given.isdisjoint(every)
                for token, keys in enumerate(tokens)
                if not given.isdisjoint(keys)
            ]
            found = self._found[asked] = tuple(
                [place for place in places if place not in self._now] if self._now else places
            )
        return found


@dataclass(frozen=True)
class Book:
    """All lines that count, and where each key is given."""

    lines: tuple[Line, ...]
    index: Index = field(repr=False)
    entries: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()

    @cached_property
    def asks(self) -> bool:
        """Whether any line was merely asked."""
        return any(line.asked for line in self.lines)

    def allows(self, line: int, entry: str) -> bool:
        """Whether a line may support what is said of the role `entry` (any line if empty)."""
        return not entry or self.lines[line].entry in ("", entry)


@lru_cache(maxsize=64)
def open_book(evidence: tuple[EvidenceLine, ...], entry: str, language: Language | None) -> Book:
    """Read the evidence that may support a text; with `entry`, what belongs to other roles is left out."""
    spoken = guess_language("\n".join(line.text for line in evidence), language or "en")
    lines: list[Line] = []
    for part in infer_parts(evidence):
        if entry and part.entry not in ("", entry):
            continue
        lines.extend(
            Line(part.source, read(text, None, spoken), part.entry, find_periods(text), part.header, asked)
            for text, asked in _statements(part)
        )
    led = frozenset(line.entry for line in lines if line.header and line.entry and _LEADING.search(line.source.text))
    return Book(
        tuple(lines),
        Index(lines),
        frozenset(line.entry for line in lines if line.entry),
        led,
        _languages(lines, spoken),
    )


def _languages(lines: Sequence[Line], spoken: Language) -> frozenset[str]:
    """The languages of the evidence: that of all of it, and any that much of it is in."""
    counts = Counter(line.reading.language for line in lines)
    return frozenset({spoken} | {language for language, count in counts.items() if count >= _MUCH * len(lines)})


_MUCH = 0.3
_ANSWERED = re.compile(
    r"^\s*(?:question|q|frage|pregunta)\s*:\s*(?P<question>.*?)\s*(?:answer|a|antwort|réponse|respuesta)\s*:\s*(?P<answer>.*)$",
    re.IGNORECASE | re.DOTALL,
)
NOW = frozenset(
    ["present", "current", "now", "date", "today", "heute", "jetzt", "présent", "actualidad", "presente", "hoy"]
)
_LEADING = re.compile(
    r"\b(?:lead|head|manager|supervisor|director|chief|foreman|forewoman|captain|principal|president|owner|founder|team leader|leiter\w*|\w+leiter(?:in)?|\w*leitung|directeur|directrice|gérante?|chef|cheffe|responsable|leader|forewom[ae]n|jef[ea]|encargad[oa]|gerente|director[a]?)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"^(?:yes|yeah|yep|correct|right|i did|i do|i have|sure|ja|oui|sí|si)\b", re.IGNORECASE)
_CLOSED = re.compile(
    r"^\s*(?:ha(?:ve|s)|do|did|does|are|were|was|is|can|could|any|ever|haben|hast|sind|können|avez|êtes|est-ce|ha\b|tiene|sabe)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^\s*(?:how|where|when|why|wie|wo|wann|warum|comment|où|quand|pourquoi|cómo|dónde|cuándo)\b", re.IGNORECASE
)
_HALF = frozenset({"coursework", "learning", "trial", "unreal", "failed"})
_WHEN = re.compile(
    r"^(?:when|whenever|while|during|every|each|twice|on\s+\w+days?|als|wenn|während|jede[nrs]?|quand|lorsque|pendant|chaque|cuando|durante|cada)\b(?!.*\bonly\b)",
    re.IGNORECASE,
)
_WHO = re.compile(r"^\s*(?:who|whose|wer|wessen|qui|quién|quien)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:i|me|my|we|us|myself|ich|mir|wir|je|j|moi|nous|yo|mí|nosotr[oa]s)\b", re.IGNORECASE)
_NO = re.compile(
    r"^(?:no|nope|never|none|nein|non|not\s+(?:any\s?more|any\s+longer|yet|now|currently|really|since|at\s+present)|nicht\s+mehr|plus\s+maintenant|ya\s+no)\b[\s,.]*",
    re.IGNORECASE,
)
_WORTH_READING = 20
_SENTENCE = re.compile(
    r"(?<=[a-zà-ÿ0-9)]{3}[.!?])\s+(?=[A-ZÀ-Þ])|;\s+(?!(?:it|this|that|which|but|however|both|never|not|all"
    r"|(?:the\s+|my\s+)?(?:dissertation|thesis|doctorate|exams?|examinations?|finals|degree|diploma|licen[cs]e|certificates?|permit))\b)",
)


def question_of(text: str) -> str:
    """The question that a line answers, empty if it is no answer."""
    match = _ANSWERED.match(text)
    return match["question"] if match else ""


def _statements(part: Part) -> Sequence[tuple[str, bool]]:
    """What a line states, and whether it was only asked: a question counts as said if the answer is yes and takes nothing
    back, not at all if it is no or tells of somebody else.
    """
    text = part.text
    match = _ANSWERED.match(text)
    asked_for = find_command(text)
    if asked_for is None and match is None and part.source.source != "fact":
        asked_for = find_request(text)
    if asked_for is not None:
        before = text[:asked_for].strip(" [(<{*#-!")
        ends = len(before) > _WORTH_READING or before.endswith((".", "!", "?", ";")) or text[asked_for] in ".!?;"
        return [(before, False)] if before and ends else []
    if match is None:
        return [(sentence, False) for sentence in _SENTENCE.split(text) if sentence.strip()]
    answer, question = match["answer"], match["question"].rstrip("?")
    if _NO.match(answer) or (_WHO.match(question) and not _OWN.search(answer)):
        return [(answer, False)]
    first = read(_SENTENCE.split(answer)[0])
    if (
        _CLOSED.match(question)
        and not _YES.match(answer)
        and any(mark.other and not mark.clause for mark in first.marks)
    ):
        return [(answer, False)]
    if _CLOSED.match(question) and _WHEN.match(answer):
        return [(answer, False), (question, any(mark.denied or mark.limits & _HALF for mark in first.marks))]
    limited = any(mark.denied or mark.other or mark.limits & _HALF for mark in first.marks)
    return [(answer, False), (question, limited or not (_YES.match(answer) or _OPEN.match(question)))]
