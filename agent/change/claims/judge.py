"""Word by word: is what a sentence claims in the evidence, said of the same role, as far, and without a limit it drops?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from agent.change import lexicon
from agent.change.claims.across import find_across, find_wider
from agent.change.claims.adding import is_listed_beside
from agent.change.claims.alignment import Alignment
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
    aligned = Alignment(reading, claims, places, book)
    aligned.places = [_with_its_objects(aligned, at) for at in range(len(places))]
    aligned.figures = _figures(aligned, covered, framing, result)
    aligned.places = drop_distant(aligned)
    for at in list(find_reckoned(aligned)):
        claims[at] = Claim.FREE
    used: dict[int, set[int]] = {}
    for found in aligned.places:
        for place in found:
            used.setdefault(place.line, set()).add(place.token)
    for at, claim in enumerate(claims):
        if claim is Claim.FREE and at not in framing and is_taken_back(aligned, at):
            result.doubts.append(Doubt(at, at, "The evidence denies this."))
        if claim is Claim.FREE or at in numbers:
            continue
        verb, first = reading.marks[at].verb, at
        home = places_at_home(aligned, at)
        why = find_refusal(reading, at, claim, home, aligned.places[verb] if verb >= 0 else (), book)
        if not why and is_loose(aligned, at):
            why = "The evidence says this of something else."
        if why == ELSEWHERE and verb >= 0 and not has_own_object(aligned, at):
            first = verb
        if why and claim is Claim.PLAIN and not aligned.places[at] and _is_paraphrase(aligned, at, used):
            why = ""
        if why:
            result.doubts.append(Doubt(first, first if first != at else at, why))
        result.lines.update({place.line for place in aligned.places[at]} if not why else ())
    result.doubts.extend(_often(reading, covered, framing))
    result.doubts.extend(_told_of_others(aligned, framing))
    doubted = {doubt.first for doubt in result.doubts}
    result.doubts = [
        doubt
        for doubt in result.doubts
        if not (_tolerable(aligned, doubt, doubted) and not is_probed(reading, doubt.first, posting, book))
        and not is_granted(aligned, doubt)
    ]
    result.doubts = [doubt for doubt in result.doubts if not is_spared(aligned, doubt)]
    replacing = find_replacing(aligned, result.doubts)
    result.doubts = [doubt for doubt in result.doubts if doubt.first not in replacing]
    result.doubts.extend(doubt for doubt in find_overstated(aligned) if not is_granted(aligned, doubt))
    result.doubts.extend(find_beyond(aligned, covered, framing.said | framing.named))
    result.doubts.extend(find_misreckoned(aligned))
    result.doubts.extend(Doubt(first, last, why) for first, last, why in find_wrong_periods(reading, book))
    result.doubts.extend(find_strays(aligned, aligned.figures))
    result.doubts.extend(find_unborne(aligned, framing.said | framing.named))
    result.doubts = [
        doubt for doubt in result.doubts if not is_spared(aligned, doubt) and not is_counted_at_home(aligned, doubt)
    ]
    result.doubts.extend(find_misowned(reading, aligned.figures, book))
    return result


def _is_paraphrase(
    aligned: Alignment,
    at: int,
    used: dict[int, set[int]],
) -> bool:
    """Whether a plain word that no line has says what a line says without it, or in the place of another word."""
    return (
        says_what_was_done(aligned.reading, at, aligned.places, aligned.book)
        or renames_the_deed(aligned, at)
        or stands_for_another(aligned, at, used)
    )


def _tolerable(
    aligned: Alignment,
    doubt: Doubt,
    doubted: set[int],
) -> bool:
    """Whether a lone plain word stands in a clause that a whole resume otherwise bears out, or in one of another language."""
    if doubt.why != Claim.PLAIN.value:
        return False
    token = aligned.reading.tokens[doubt.first]
    if {token.lemma, token.low} & lexicon.words("classes", "skilled", "verbs") and is_verb_at(
        aligned.reading.tokens, doubt.first
    ):
        return False
    if len(aligned.book.lines) > FEW and is_listed_beside(aligned.reading, doubt.first, aligned.places):
        return False
    mark = aligned.reading.marks[doubt.first]
    clause = [k for k in aligned.reading.beside(doubt.first) if abs(aligned.reading.marks[k].clause - mark.clause) <= 1]
    here = [k for k in clause if aligned.reading.marks[k].clause == mark.clause]
    foreign = is_foreign(aligned.reading, aligned.book)
    if not any(
        (aligned.places[k] and aligned.claims[k] is not Claim.FREE) or k in aligned.figures
        for k in (clause if foreign else here)
    ):
        return False
    said = sum(bool(aligned.places[k]) and aligned.claims[k] is not Claim.FREE for k in clause) + sum(
        k in aligned.figures for k in clause
    )
    here_doubted = sum(k in doubted for k in clause)
    if foreign:
        return said > 0 and may_translate(aligned.reading, doubt.first, doubted, aligned.places, aligned.book)
    return len(aligned.book.lines) > FEW and said >= _BORNE_OUT * here_doubted and _is_lone(doubt, doubted)


def _is_lone(doubt: Doubt, doubted: set[int]) -> bool:
    """Whether no other doubted word stands beside."""
    near = range(doubt.first - _BESIDE, doubt.first + _BESIDE + 1)
    return not any(k in doubted for k in near if k != doubt.first)


def _with_its_objects(aligned: Alignment, at: int) -> tuple[Place, ...]:
    """The places of a word; of a verb of skill or decision only those where the evidence says it of the same things."""
    token = aligned.reading.tokens[at]
    if (
        not aligned.places[at]
        or not is_verb_at(aligned.reading.tokens, at)
        or not {token.lemma, token.low} & lexicon.words("classes", "skilled", "verbs")
    ):
        return aligned.places[at]
    if len(aligned.book.lines) > FEW and exact_lines(aligned.reading, at, aligned.places[at], aligned.book):
        return aligned.places[at]
    objects = [k for k in aligned.reading.in_clause(at) if k > at and aligned.reading.marks[k].verb == at]
    sources = {
        aligned.book.lines[place.line].source.ref
        for k in objects
        if aligned.claims[k] is not Claim.FREE
        for place in aligned.places[k]
    }
    if not sources:
        return aligned.places[at]
    entries = {
        aligned.book.lines[place.line].entry
        for k in objects
        if aligned.claims[k] is not Claim.FREE
        for place in aligned.places[k]
    } - {""}
    return tuple(
        place
        for place in aligned.places[at]
        if aligned.book.lines[place.line].source.ref in sources or aligned.book.lines[place.line].entry in entries
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


def _told_of_others(aligned: Alignment, framing: Framing) -> list[Doubt]:
    """Clauses like "all of whom found jobs" of which the evidence has nothing."""
    found = []
    for at, token in enumerate(aligned.reading.tokens):
        if token.low not in ("whom", "whose", "who") or at in framing:
            continue
        clause = [k for k in aligned.reading.in_clause(at) if aligned.reading.tokens[k].kind == "word"]
        if len(clause) > _SMALL_CLAUSE and not any(
            aligned.places[k] and aligned.claims[k] is not Claim.FREE for k in clause
        ):
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
    aligned: Alignment, covered: dict[int, tuple[Place, ...]], framing: Framing, result: Judgement
) -> dict[int, tuple[int, ...]]:
    """The lines each supported number rests on; the others are doubted."""
    reading, book = aligned.reading, aligned.book
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
            if aligned.claims[at] is not Claim.FREE and abs(reading.marks[at].clause - mark.clause) <= close
            for place in aligned.places[at]
        )
        beside = [other for other in reading.counts_beside(quantity.first) if other is not start]
        near |= {n for other in beside for n in figures.get(other.first, ())}
        before = quantity.first - 1
        if quantity.figure.kind == "year" and before >= 0 and aligned.claims[before] in (Claim.SKILL, Claim.NAME):
            near = frozenset(place.line for place in aligned.places[before]) or near
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
