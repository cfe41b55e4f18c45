"""What in a letter claims nothing about the person: greetings, thanks, wishes, and what the posting says of the employer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.wishing import find_admitted, find_asides, find_posts, find_smuggled, wishes_in_modals
from agent.change.language.lemmas import Language
from agent.change.language.runs import Runs
from agent.change.telling.reading import Reading, keys_of, read

_GREETING = re.compile(
    r"^\W*(?:dear|hello|hi|to whom|sehr geehrte|guten tag|hallo|madame|monsieur|bonjour|estimad[oa]s?|hola|apreciad[oa]s?|ladies|gentlemen)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\W*(?:(?:kind|best|warm|warmest|with kind|with best|many)\s+(?:regards|wishes|thanks)|regards|yours|sincerely|respectfully|mit freundlichen|freundliche|viele gr|beste gr|herzliche|cordialement|bien à vous|sincères|veuillez agréer|atentamente|un saludo|un cordial|saludos|thank you|thanks)\b",
    re.IGNORECASE,
)
_SHORT = 90
_NAME = 6
_SMALL = 2
_OPENS = 3
_LEAST_FIGURE = 12
_AS = frozenset(["as", "als", "en", "como"])
_LETTER = {"en": "i", "de": "ich", "fr": "je", "es": "yo"}
_PER = frozenset({"je"})


@dataclass(frozen=True)
class Framing:
    """Tokens that claim nothing about the person: `said` unless they name a skill, a credential or a rank, `named` whatever
    they name (the addressee, the post applied for). A number in a wish is none of these unless it is the posting's or a date's.
    """

    said: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)

    def __contains__(self, at: object) -> bool:
        return at in self.said or at in self.named


@lru_cache(maxsize=256)
def posting_keys(posting: str) -> tuple[frozenset[str | int], frozenset[float]]:
    """The words and the numbers of a posting."""
    reading = read(posting)
    words = frozenset().union(*(keys_of(token) for token in reading.tokens if token.kind == "word"))
    return words, frozenset(quantity.figure.value for quantity in reading.quantities)


def find_framing(reading: Reading, posting: str) -> Framing:
    """The tokens that claim nothing about the person."""
    found = Framing()
    sentences: dict[int, list[int]] = {}
    for at, mark in enumerate(reading.marks):
        sentences.setdefault(mark.sentence, []).append(at)
    letter = _is_letter(reading)
    closed = False
    for members in sentences.values():
        if letter and _addresses(reading, members, closed=closed):
            closed = closed or _closes(reading, members)
            found.named.update(members)
            continue
        wished = _wishes(reading, members)
        found.said.update(wished)
        found.said.update(find_asides(reading, members))
        if letter:
            found.said.update(_before_a_wish(reading, members, wished))
            found.said.update(_told_to_the_reader(reading, members))
            found.said.update(_possible(reading, members))
            found.said.difference_update(find_smuggled(reading, members))
            found.named.update(find_admitted(reading, members))
            found.named.update(find_posts(reading, members, posting_keys(posting)[0] if posting else frozenset()))
    if letter and posting:
        for members in sentences.values():
            _set_apart_the_employer(reading, members, posting, found)
    found.numbers.update(_harmless_numbers(reading, posting, found))
    return found


def _is_letter(reading: Reading) -> bool:
    own = _LETTER[reading.language]
    return any(token.low == own for token in reading.tokens) or _GREETING.match(reading.text) is not None


def _text_of(reading: Reading, members: Sequence[int]) -> str:
    return reading.text[reading.tokens[members[0]].start : reading.tokens[members[-1]].end]


def _addresses(reading: Reading, members: Sequence[int], *, closed: bool) -> bool:
    """Whether a sentence is a greeting, a farewell, or the name beneath it."""
    said = _text_of(reading, members)
    if len(said) >= _SHORT:
        return False
    if closed and len(members) <= _NAME and not any(reading.marks[at].verb >= 0 for at in members):
        return not any(q.first in members for q in reading.quantities)
    own = any(reading.tokens[at].low == _LETTER[reading.language] for at in members)
    return bool(_GREETING.match(said) or (_CLOSING.match(said) and not own))


def _closes(reading: Reading, members: Sequence[int]) -> bool:
    return bool(_CLOSING.match(_text_of(reading, members))) and len(members) <= _NAME


def _wishes(reading: Reading, members: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for at in members:
        for last, _ in _wish_table().at(reading.tokens, at):
            found |= _clause_around(reading, members, at, last + 1)
    return found


def _clause_around(reading: Reading, members: Sequence[int], first: int, last: int) -> set[int]:
    """The wish with the rest of its sentence, up to where a statement of the person's own begins."""
    tokens = reading.tokens
    begin = first
    while begin > members[0] and not (
        tokens[begin - 1].kind == "pause" or tokens[begin - 1].low in ("and", "but", "und", "et", "y")
    ):
        begin -= 1
    end = last
    while end <= members[-1] and not _states_anew(reading, members, end):
        end += 1
    return set(range(begin, min(end, members[-1] + 1)))


def _states_anew(reading: Reading, members: Sequence[int], at: int) -> bool:
    tokens = reading.tokens
    if at >= members[-1]:
        return False
    following = tokens[at + 1].low
    if tokens[at].low in lexicon.words("courtesy", "subjects"):
        return following not in lexicon.words("courtesy", "wishing")
    joins = ("and", "but", "because", "where", "having", "und", "denn", "et", "car", "y", "since", "as")
    if tokens[at].low not in joins or following in lexicon.words("courtesy", "subjects"):
        return False
    return following in lexicon.words("courtesy", "letter", "own") or following == "have"


def _before_a_wish(reading: Reading, members: Sequence[int], wished: set[int]) -> set[int]:
    """What a sentence says in general before the person's wish ("a new clinic needs patient people, and I would like ...")."""
    tokens = reading.tokens
    own = next((at for at in members if tokens[at].low in _own_words(reading.language)), None)
    if own is None or own not in wished or tokens[members[0]].low in lexicon.words("courtesy", "attaching"):
        return set()
    before = tokens[own - 1].low
    if before not in lexicon.words("verbs", "joining") and before not in lexicon.words("verbs", "contrast"):
        return set()
    return {at for at in members if at < own}


def _told_to_the_reader(reading: Reading, members: Sequence[int]) -> Iterator[int]:
    """Clauses about the employer ("your nursery is looking for a cook") in which the person is not named."""
    clauses: dict[int, list[int]] = {}
    for at in members:
        clauses.setdefault(reading.marks[at].clause, []).append(at)
    for clause in clauses.values():
        lows = [reading.tokens[at].low for at in clause if reading.tokens[at].kind == "word"]
        if not set(lows[:_OPENS]) & lexicon.words("courtesy", "reader"):
            continue
        if _own_words(reading.language).isdisjoint(lows) and lexicon.words("courtesy", "receiving").isdisjoint(lows):
            yield from clause


def _possible(reading: Reading, members: Sequence[int]) -> Iterator[int]:
    """The verb of what may or might come ("may sit the exam in spring"), and words that make what is said less."""
    for at in members[:-1]:
        if reading.tokens[at].low in lexicon.words("courtesy", "possible"):
            yield at + 1
        if reading.tokens[at].low in lexicon.words("courtesy", "modest"):
            yield at


@cache
def _own_words(language: Language) -> frozenset[str]:
    words = lexicon.words("courtesy", "letter", "own") | lexicon.words("courtesy", "subjects")
    return words - _PER if language == "de" else words


def _wish_phrases() -> frozenset[str]:
    return lexicon.words("classes", "wish", "words") | lexicon.words("courtesy", "opinions") | wishes_in_modals()


@cache
def _wish_table() -> Runs[None]:
    return Runs((phrase.split(), None) for phrase in sorted(_wish_phrases()))


def _set_apart_the_employer(reading: Reading, members: Sequence[int], posting: str, found: Framing) -> None:
    """Words and numbers of the posting in a statement that is not made of the person, and the title of the post."""
    words, values = posting_keys(posting)
    tokens = reading.tokens
    own = next((at for at in members if tokens[at].low in _own_words(reading.language)), None)
    about = any(tokens[at].low in lexicon.words("courtesy", "letter", "employer") for at in members)
    names = any(tokens[at].capital and at != members[0] and keys_of(tokens[at]) & words for at in members)
    early = [q for q in reading.quantities if q.first in members and q.figure.value in values]
    early = [q for q in early if own is None or q.first < own]
    if not (about or names or any(q.figure.value > _LEAST_FIGURE for q in early)):
        return
    if own is not None and tokens[members[0]].low in _AS:
        return
    applies = any(tokens[at].low in lexicon.words("courtesy", "applying") for at in members)
    for at in members:
        if not (own is None or at < own or _is_said_to_employer(reading, members, at, about=about)):
            continue
        if tokens[at].kind == "word" and (keys_of(tokens[at]) & words or (about and own is None)):
            found.said.add(at)
            if applies and tokens[at].capital:
                found.named.add(at)
    for quantity in early:
        found.said.update(range(quantity.first, quantity.last + 1))


def _is_said_to_employer(reading: Reading, members: Sequence[int], at: int, *, about: bool) -> bool:
    """Whether a word follows "your", a preposition in a sentence about the employer, or stands beside the name of the post."""
    tokens = reading.tokens
    if any(
        tokens[k].low in lexicon.words("courtesy", "letter", "addressed") for k in range(max(at - 4, members[0]), at)
    ):
        return True
    before = {tokens[max(at - 1, 0)].low, tokens[max(at - 2, 0)].low}
    beside = bool(before & {"at", "bei", "chez", "for", "with"}) or tokens[max(at - 1, 0)].low == "en"
    post = any(
        tokens[k].low in ("role", "position", "post", "stelle", "poste", "puesto", "vacancy")
        for k in range(max(at - 6, members[0]), min(at + 6, members[-1] + 1))
    )
    return about and (beside or post)


def _harmless_numbers(reading: Reading, posting: str, found: Framing) -> Iterator[int]:
    """Where numbers in framing begin that are the posting's, a date's or small."""
    values = posting_keys(posting)[1] if posting else frozenset()
    for quantity in reading.quantities:
        if quantity.first not in found:
            continue
        dated = any(
            reading.tokens[k].low in lexicon.words("courtesy", "appointments") for k in reading.beside(quantity.first)
        )
        if quantity.figure.value in values or quantity.figure.value <= _SMALL or dated:
            yield quantity.first
