"""Doubts about single words that the whole resume settles: where a line stands, what a question asked, what an event is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.asked import is_asked, is_asked_of
from agent.change.claims.carrying import carries_deed
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.lacking import is_owned_up
from agent.change.claims.letter import posting_keys
from agent.change.claims.levels import is_level_of
from agent.change.claims.support import mark_at
from agent.change.claims.titles import names_person
from agent.change.claims.translating import is_foreign
from agent.change.numbers.agreeing import agree
from agent.change.numbers.bare import is_bare_count
from agent.change.numbers.quantity import Quantity
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading, keys_of
from agent.change.telling.sections import section_of

_AHEAD = 6
_ALIKE = 0.8
_STEM = 4
_SEVERAL = 2
_BOUND = frozenset({"progress", "coursework", "lapsed", "learning", "failed", "trial", "unreal"})


def is_granted(
    aligned: Alignment,
    doubt: Doubt,
) -> bool:
    """Whether a word that no line says claims nothing beyond what the lines say together."""
    at, why = doubt.first, doubt.why
    if carries_deed(aligned, doubt) or is_owned_up(aligned.reading, doubt, aligned.places, aligned.book):
        return True
    if doubt.last == at and (_is_held_before_others(aligned, at) or _is_duty(aligned, at)):
        return True
    if aligned.places[at] and _is_said_alike(aligned.reading, at, aligned.places, aligned.book):
        return True
    if aligned.claims[at] in (Claim.NAME, Claim.SKILL) and is_asked_of(aligned, at):
        return True
    if (
        aligned.claims[at] is Claim.RANK
        and is_foreign(aligned.reading, aligned.book)
        and not names_person(aligned.reading, at)
    ):
        return any(aligned.places[k] for k in aligned.reading.in_clause(at))
    if at in aligned.reading.numbers:
        return is_level_of(aligned, at) or is_bare_count(aligned, at) or _is_counted_abroad(aligned, at)
    if doubt.last != at or aligned.places[at]:
        return False
    if _is_put_in_place(aligned, at):
        return True
    if (aligned.reading.marks[at].denied or aligned.reading.marks[at].other) and is_asked(
        aligned.reading, at, aligned.book
    ):
        return True
    if why in (Claim.NAME.value, Claim.SKILL.value):
        return _is_cognate(aligned.reading, at, aligned.book)
    if why == Claim.CREDENTIAL.value:
        return _is_listed(aligned, at)
    return why in (Claim.PLAIN.value, Claim.OUTCOME.value) and _is_attained(aligned, at)


def is_probed(reading: Reading, at: int, posting: str, book: Book) -> bool:
    """Whether a word is one that a question asked for, or the posting asks for, so that saying it claims what is wanted."""
    mark = reading.marks[at]
    if mark.denied or mark.other or is_foreign(reading, book):
        return False
    wanted = posting_keys(posting)[0] if posting else frozenset()
    return bool(keys_of(reading.tokens[at]) & wanted) or is_asked(reading, at, book)


def _is_listed(aligned: Alignment, at: int) -> bool:
    """Whether "certified in" is said of what stands under a heading of certificates, unfinished ones apart."""
    low = aligned.reading.tokens[at].low
    papers = (lexicon.words("granting", "paper", kind) for kind in ("certified", "licensed"))
    if not any(low in words for words in papers):
        return False
    wanted = {"papers", "studies"} if low.startswith("quali") else {"papers"}
    return any(
        section_of(aligned.book, place.line) in wanted and not mark_at(aligned.book, place).limits & _BOUND
        for k in aligned.reading.in_clause(at)
        if k != at and aligned.claims[k] is not Claim.FREE
        for place in aligned.places[k]
    )


def _is_attained(
    aligned: Alignment,
    at: int,
) -> bool:
    """Whether "earned", "obtained" is said of a degree, certificate or part of one that the evidence lists."""
    tokens = aligned.reading.tokens
    if tokens[at].low not in lexicon.words("granting", "attaining", "verbs"):
        return False
    clause = aligned.reading.in_clause(at)
    listed = {
        k
        for k in clause
        if k != at
        and aligned.claims[k] is not Claim.FREE
        and any(section_of(aligned.book, place.line) for place in aligned.places[k])
    }
    near = range(at + 1, min(at + 1 + _AHEAD, len(tokens)))
    things = lexicon.words("granting", "attaining", "things")
    named = any(
        (aligned.claims[k] is Claim.CREDENTIAL and aligned.places[k])
        or (
            tokens[k].low in things
            and (aligned.places[k] or _counted(k, aligned.figures) or aligned.claims[k] is Claim.FREE)
        )
        for k in near
        if k in clause
    )
    return named or bool(
        listed and all(k in listed for k in clause if aligned.places[k] and aligned.claims[k] is not Claim.FREE)
    )


def _counted(at: int, figures: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether a number of the evidence stands before a word."""
    return any(k in figures for k in range(at - 2, at))


def _is_held_before_others(aligned: Alignment, at: int) -> bool:
    """Whether "led" is said of a talk, course or tour that a role lists as its own, not as attended or another's."""
    tokens = aligned.reading.tokens
    if tokens[at].low not in lexicon.words("granting", "audience", "verbs"):
        return False
    clause = set(aligned.reading.in_clause(at))
    for k in range(at + 1, min(at + 1 + _AHEAD, len(tokens))):
        if k not in clause or tokens[k].low not in lexicon.words("granting", "audience", "events"):
            continue
        return aligned.claims[k] is Claim.FREE or any(_is_own_event(aligned.book, place) for place in aligned.places[k])
    return False


def _is_duty(
    aligned: Alignment,
    at: int,
) -> bool:
    """Whether a verb of making or keeping is said of what a role lists without a verb ("rota for six"), or one of leading
    of the people that the line of a leading role names.
    """
    token = aligned.reading.tokens[at]
    forms = {token.low, token.lemma}
    leads = bool(forms & lexicon.words("granting", "heading", "verbs"))
    if not leads and not forms & lexicon.words("granting", "duty", "verbs"):
        return False
    clause = [k for k in aligned.reading.in_clause(at) if k != at]
    objects = [
        k for k in clause if k > at and k - at <= _AHEAD and aligned.places[k] and aligned.claims[k] is not Claim.FREE
    ]
    if not objects or any(
        not aligned.places[k] and aligned.claims[k] is not Claim.FREE and k not in aligned.reading.numbers
        for k in clause
    ):
        return False
    lines = set.intersection(
        *({place.line for place in aligned.places[k] if _is_bare(aligned.book, place)} for k in objects)
    )
    headed = any(
        {aligned.reading.tokens[k].low, aligned.reading.tokens[k].lemma} & lexicon.words("agency", "headed")
        for k in objects
    )
    return (
        any(aligned.book.lines[line].entry in aligned.book.led for line in lines)
        if leads
        else bool(lines) and not headed
    )


def _is_put_in_place(aligned: Alignment, at: int) -> bool:
    """Whether "introduced" is said, in another language, of things that one line has as the person's own doing."""
    if not is_foreign(aligned.reading, aligned.book) or aligned.reading.tokens[at].low not in lexicon.words(
        "granting", "placing", "verbs"
    ):
        return False
    objects = [
        k for k in aligned.reading.in_clause(at) if k > at and aligned.places[k] and aligned.claims[k] is not Claim.FREE
    ]
    if len(objects) < _SEVERAL:
        return False
    lines = set.intersection(
        *({place.line for place in aligned.places[k] if _is_own(aligned.book, place)} for k in objects)
    )
    return bool(lines)


def _is_own(book: Book, place: Place) -> bool:
    mark = mark_at(book, place)
    return not (mark.denied or mark.other or mark.limits & _BOUND) and mark.level not in (1, 2)


def _is_counted_abroad(aligned: Alignment, at: int) -> bool:
    """Whether a line in another language has a number with most of what the clause says, so that only its unit is translated."""
    if not is_foreign(aligned.reading, aligned.book):
        return False
    ours = next((q for q in aligned.reading.counts_beside(at) if q.first == at), None)
    said = [
        k
        for k in aligned.reading.in_clause(at)
        if aligned.places[k] and aligned.claims[k] is not Claim.FREE and k != at
    ]
    votes = Counter(line for k in said for line in {place.line for place in aligned.places[k]})
    return ours is not None and any(
        count >= _SEVERAL
        and any(
            _is_the_same(aligned.reading, ours, aligned.book.lines[line].reading, q)
            for q in aligned.book.lines[line].reading.quantities
        )
        for line, count in votes.items()
        if 2 * count >= len(said)
    )


def _is_the_same(reading: Reading, ours: Quantity, line: Reading, theirs: Quantity) -> bool:
    """Whether two numbers are of one value, and of one length of time if both are times."""
    if ours.hours and theirs.hours:
        return agree(reading, ours, line, theirs)
    return ours.figure.value == theirs.figure.value and not line.marks[theirs.first].denied


def _is_said_alike(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether the evidence has the very noun of doing ("Praxisanleitung"), or says in other words that something was put in place."""
    token = reading.tokens[at]
    own = [place for place in places[at] if _is_own(book, place)]
    if token.low in lexicon.words("granting", "placing", "introducing"):
        return reading.language != "en" and bool(own)
    return (
        reading.language == "de"
        and token.capital
        and at > 0
        and not token.deed
        and any(book.lines[place.line].reading.tokens[place.token].low == token.low for place in own)
    )


def _is_bare(book: Book, place: Place) -> bool:
    """Whether a word stands on a line of a role, not its head, that has no verb and tells of nobody else."""
    line, mark = book.lines[place.line], mark_at(book, place)
    return (
        bool(line.entry)
        and not line.header
        and mark.verb < 0
        and not (mark.denied or mark.other or mark.limits & _BOUND)
        and not any(other.other or other.verb >= 0 for other in line.reading.marks)
    )


def _is_own_event(book: Book, place: Place) -> bool:
    line, mark = book.lines[place.line], mark_at(book, place)
    if not line.entry or mark.denied or mark.other or mark.limits & _BOUND:
        return False
    if mark.verb < 0:
        return True
    verb = line.reading.tokens[mark.verb]
    return bool({verb.low, verb.lemma} & lexicon.words("granting", "audience", "verbs"))


def _is_cognate(reading: Reading, at: int, book: Book) -> bool:
    """Whether the evidence, in another language, has the same word as that language writes it ("osciloscopio")."""
    if not is_foreign(reading, book):
        return False
    low = reading.tokens[at].low
    return len(low) > 2 * _STEM and any(
        _alike(low, token.low)
        for line in book.lines
        if not line.asked
        for token in line.reading.tokens
        if token.low[:_STEM] == low[:_STEM] or token.low[-_STEM:] == low[-_STEM:]
    )


@lru_cache(maxsize=4096)
def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
