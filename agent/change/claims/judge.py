"""Word by word: is what a sentence claims in the evidence, said of the same role, as far, and without a limit it drops?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from agent.change import lexicon
from agent.change.claims.across import find_across, find_wider
from agent.change.claims.adding import is_listed_beside
from agent.change.claims.attribution import find_strays
from agent.change.claims.checks import find_beyond
from agent.change.claims.counted import is_counted_at_home
from agent.change.claims.doubt import Doubt
from agent.change.claims.granting import is_granted, is_probed
from agent.change.claims.kinds import Claim, classify
from agent.change.claims.letter import Framing, find_framing
from agent.change.claims.overstating import find_overstated
from agent.change.claims.paraphrase import renames_the_deed, says_what_was_done, stands_for_another
from agent.change.claims.refusal import (
    ELSEWHERE,
    FEW,
    find_refusal,
    has_own_object,
    is_loose,
    is_taken_back,
    places_at_home,
)
from agent.change.claims.replacing import find_replacing
from agent.change.claims.sparing import drop_distant, is_spared
from agent.change.claims.support import exact_lines, find_phrase_support, find_support
from agent.change.claims.titles import names_person
from agent.change.claims.trailing import find_unborne
from agent.change.claims.translating import is_foreign, may_translate
from agent.change.numbers.counting import check_quantity
from agent.change.numbers.dating import find_misdated, find_wrong_periods, start_of_range
from agent.change.numbers.quantity import TIME
from agent.change.numbers.reckoning import find_misreckoned, find_reckoned
from agent.change.numbers.whose import find_misowned
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading

_KEPT = frozenset({Claim.SKILL, Claim.CREDENTIAL, Claim.RANK})
_MOST_NUMBERS = 400
_BORNE_OUT = 3
_BESIDE = 2
_SMALL_CLAUSE = 2
_RATE = 6


@dataclass
class Judgement:
    """What is doubted of a text, and how often each line of the evidence bore it out."""

    doubts: list[Doubt] = field(default_factory=list)
    lines: Counter[int] = field(default_factory=Counter)


def judge(reading: Reading, book: Book, posting: str = "") -> Judgement:
    """Judge every token of a text against the evidence."""
    result = Judgement()
    framing = find_framing(reading, posting)
    whole = len(book.lines) > FEW
    claims = [_settled(reading, at, claim, framing, whole=whole) for at, claim in enumerate(classify(reading))]
    covered = find_phrase_support(reading, book)
    for at, found in find_across(reading, book).items():
        covered[at] = tuple(dict.fromkeys((*covered.get(at, ()), *found)))
    numbers = reading.numbers
    places = [
        ()
        if at in numbers and at not in covered
        else covered.get(at, ())
        or (find_support(reading, at, book, claim) if claim is not Claim.FREE else ())
        or (find_wider(reading, at, book) if claim is Claim.PLAIN else ())
        for at, claim in enumerate(claims)
    ]
    places = [_with_its_objects(reading, at, claims, places, book) for at in range(len(places))]
    figures = _figures(reading, book, claims, places, covered, framing, result)
    places = drop_distant(reading, claims, places, figures, book)
    for at in list(find_reckoned(reading, claims, places, figures, book)):
        claims[at] = Claim.FREE
    used: dict[int, set[int]] = {}
    for found in places:
        for place in found:
            used.setdefault(place.line, set()).add(place.token)
    for at, claim in enumerate(claims):
        if claim is Claim.FREE and at not in framing and is_taken_back(reading, at, claims, places, book):
            result.doubts.append(Doubt(at, at, "The evidence denies this."))
        if claim is Claim.FREE or at in numbers:
            continue
        verb, first = reading.marks[at].verb, at
        home = places_at_home(reading, at, claims, places, book)
        why = find_refusal(reading, at, claim, home, places[verb] if verb >= 0 else (), book)
        if not why and is_loose(reading, at, claims, places, book):
            why = "The evidence says this of something else."
        if why == ELSEWHERE and verb >= 0 and not has_own_object(reading, at, claims, places, book):
            first = verb
        if why and claim is Claim.PLAIN and not places[at] and _is_paraphrase(reading, at, claims, places, used, book):
            why = ""
        if why:
            result.doubts.append(Doubt(first, first if first != at else at, why))
        result.lines.update({place.line for place in places[at]} if not why else ())
    result.doubts.extend(_often(reading, covered, framing))
    result.doubts.extend(_told_of_others(reading, claims, places, framing))
    doubted = {doubt.first for doubt in result.doubts}
    result.doubts = [
        doubt
        for doubt in result.doubts
        if not (
            _tolerable(reading, doubt, doubted, claims, places, figures, book)
            and not is_probed(reading, doubt.first, posting, book)
        )
        and not is_granted(reading, doubt, claims, places, figures, book)
    ]
    result.doubts = [doubt for doubt in result.doubts if not is_spared(reading, doubt, claims, places, book)]
    replacing = find_replacing(reading, result.doubts, claims, places, figures, book)
    result.doubts = [doubt for doubt in result.doubts if doubt.first not in replacing]
    result.doubts.extend(
        doubt
        for doubt in find_overstated(reading, claims, places, book)
        if not is_granted(reading, doubt, claims, places, figures, book)
    )
    result.doubts.extend(find_beyond(reading, claims, places, covered, framing.said | framing.named, figures, book))
    result.doubts.extend(find_misreckoned(reading, claims, places, figures, book))
    result.doubts.extend(Doubt(first, last, why) for first, last, why in find_wrong_periods(reading, book))
    result.doubts.extend(find_strays(reading, claims, places, figures, book))
    result.doubts.extend(find_unborne(reading, claims, places, figures, framing.said | framing.named, book))
    result.doubts = [
        doubt
        for doubt in result.doubts
        if not is_spared(reading, doubt, claims, places, book)
        and not is_counted_at_home(reading, doubt, claims, places, figures, book)
    ]
    result.doubts.extend(find_misowned(reading, figures, book))
    return result


def _is_paraphrase(
    reading: Reading,
    at: int,
    claims: list[Claim],
    places: list[tuple[Place, ...]],
    used: dict[int, set[int]],
    book: Book,
) -> bool:
    """Whether a plain word that no line has says what a line says without it, or in the place of another word."""
    return (
        says_what_was_done(reading, at, places, book)
        or renames_the_deed(reading, at, claims, places, book)
        or stands_for_another(reading, at, claims, places, used, book)
    )


def _tolerable(
    reading: Reading,
    doubt: Doubt,
    doubted: set[int],
    claims: list[Claim],
    places: list[tuple[Place, ...]],
    figures: dict[int, tuple[int, ...]],
    book: Book,
) -> bool:
    """Whether a lone plain word stands in a clause that a whole resume otherwise bears out, or in one of another language."""
    if doubt.why != Claim.PLAIN.value:
        return False
    token = reading.tokens[doubt.first]
    if {token.lemma, token.low} & lexicon.words("classes", "skilled", "verbs") and is_verb_at(
        reading.tokens, doubt.first
    ):
        return False
    if len(book.lines) > FEW and is_listed_beside(reading, doubt.first, places):
        return False
    mark = reading.marks[doubt.first]
    clause = [k for k in reading.beside(doubt.first) if abs(reading.marks[k].clause - mark.clause) <= 1]
    here = [k for k in clause if reading.marks[k].clause == mark.clause]
    foreign = is_foreign(reading, book)
    if not any((places[k] and claims[k] is not Claim.FREE) or k in figures for k in (clause if foreign else here)):
        return False
    said = sum(bool(places[k]) and claims[k] is not Claim.FREE for k in clause) + sum(k in figures for k in clause)
    here_doubted = sum(k in doubted for k in clause)
    if foreign:
        return said > 0 and may_translate(reading, doubt.first, doubted, places, book)
    return len(book.lines) > FEW and said >= _BORNE_OUT * here_doubted and _is_lone(doubt, doubted)


def _is_lone(doubt: Doubt, doubted: set[int]) -> bool:
    """Whether no other doubted word stands beside."""
    near = range(doubt.first - _BESIDE, doubt.first + _BESIDE + 1)
    return not any(k in doubted for k in near if k != doubt.first)


def _with_its_objects(
    reading: Reading, at: int, claims: list[Claim], places: list[tuple[Place, ...]], book: Book
) -> tuple[Place, ...]:
    """The places of a word; of a verb of skill or decision only those where the evidence says it of the same things."""
    token = reading.tokens[at]
    if (
        not places[at]
        or not is_verb_at(reading.tokens, at)
        or not {token.lemma, token.low} & lexicon.words("classes", "skilled", "verbs")
    ):
        return places[at]
    if len(book.lines) > FEW and exact_lines(reading, at, places[at], book):
        return places[at]
    objects = [k for k in reading.in_clause(at) if k > at and reading.marks[k].verb == at]
    sources = {book.lines[place.line].source.ref for k in objects if claims[k] is not Claim.FREE for place in places[k]}
    if not sources:
        return places[at]
    entries = {book.lines[place.line].entry for k in objects if claims[k] is not Claim.FREE for place in places[k]} - {
        ""
    }
    return tuple(
        place
        for place in places[at]
        if book.lines[place.line].source.ref in sources or book.lines[place.line].entry in entries
    )


def _often(reading: Reading, covered: dict[int, tuple[Place, ...]], framing: Framing) -> list[Doubt]:
    """How often something was done ("every week") where the evidence does not say so."""
    found = []
    for at, token in enumerate(reading.tokens[:-1]):
        if token.low not in ("every", "each") or at in framing or covered.get(at + 1):
            continue
        if reading.tokens[at + 1].lemma in TIME and not any(
            q.first <= at <= q.last + _RATE for q in reading.counts_beside(at)
        ):
            found.append(Doubt(at, at + 1, "Your resume and answers do not say how often."))
    return found


def _told_of_others(
    reading: Reading, claims: list[Claim], places: list[tuple[Place, ...]], framing: Framing
) -> list[Doubt]:
    """Clauses like "all of whom found jobs" of which the evidence has nothing."""
    found = []
    for at, token in enumerate(reading.tokens):
        if token.low not in ("whom", "whose", "who") or at in framing:
            continue
        clause = [k for k in reading.in_clause(at) if reading.tokens[k].kind == "word"]
        if len(clause) > _SMALL_CLAUSE and not any(places[k] and claims[k] is not Claim.FREE for k in clause):
            found.append(Doubt(clause[0], clause[-1], Claim.PLAIN.value))
    return found


def _settled(reading: Reading, at: int, claim: Claim, framing: Framing, *, whole: bool) -> Claim:
    """Framing claims nothing; a trade that is not said of the person is a word like others, and so are ranks of several."""
    if at in framing.named or (at in framing.said and claim not in _KEPT):
        return Claim.FREE
    token = reading.tokens[at]
    if whole and claim is Claim.RANK and token.low.endswith("s") and token.lemma != token.low and not token.capital:
        return claim if names_person(reading, at) else Claim.PLAIN
    return Claim.PLAIN if claim is Claim.TRADE and not names_person(reading, at) else claim


def _figures(
    reading: Reading,
    book: Book,
    claims: list[Claim],
    places: list[tuple[Place, ...]],
    covered: dict[int, tuple[Place, ...]],
    framing: Framing,
    result: Judgement,
) -> dict[int, tuple[int, ...]]:
    """The lines each supported number rests on; the others are doubted."""
    figures: dict[int, tuple[int, ...]] = {}
    ordered = sorted(reading.quantities[:_MOST_NUMBERS], key=lambda q: q.figure.kind == "percent")
    for quantity in ordered:
        if (covered.get(quantity.first) and not quantity.bound) or quantity.first in framing.numbers:
            continue
        start = start_of_range(reading, quantity)
        mark = reading.marks[start.first]
        close = 1 if quantity.figure.kind == "year" else len(reading.tokens)
        near = frozenset(
            place.line
            for at in reading.beside(quantity.first)
            if claims[at] is not Claim.FREE and abs(reading.marks[at].clause - mark.clause) <= close
            for place in places[at]
        )
        beside = [other for other in reading.counts_beside(quantity.first) if other is not start]
        near |= {n for other in beside for n in figures.get(other.first, ())}
        before = quantity.first - 1
        if quantity.figure.kind == "year" and before >= 0 and claims[before] in (Claim.SKILL, Claim.NAME):
            near = frozenset(place.line for place in places[before]) or near
        count = check_quantity(reading, quantity, book, near)
        if count.why:
            result.doubts.append(Doubt(quantity.first, quantity.last, count.why))
        else:
            figures[quantity.first] = count.lines
        result.lines.update(set(count.lines))
    result.doubts.extend(
        Doubt(q.first, q.last, "There are too many numbers to judge.") for q in reading.quantities[_MOST_NUMBERS:]
    )
    result.doubts.extend(find_misdated(reading, figures, book))
    return figures
