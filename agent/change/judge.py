"""Word by word: is what a sentence claims in the evidence, said of the same role, as far, and without a limit it drops?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from agent.change import lexicon
from agent.change.acronyms import long_forms, short_forms
from agent.change.attribution import find_strays
from agent.change.book import Book, Place
from agent.change.counting import check_quantity
from agent.change.kinds import STRICT, Claim, classify, compound_at
from agent.change.letter import find_framing
from agent.change.dating import find_wrong_periods
from agent.change.paraphrase import borne_out, renames_the_deed, says_what_was_done, stands_for_another
from agent.change.reading import IMPLIED, Mark, Reading, is_verb_at, keys_of
from agent.change.employers import employer_refusal
from agent.change.titles import names_person, title_refusal

_ELSEWHERE = "The evidence says somebody else did this."
_TITLED = frozenset({Claim.RANK, Claim.TRADE, Claim.CREDENTIAL})
_KEPT = frozenset({Claim.SKILL, Claim.CREDENTIAL, Claim.RANK})
_MANAGES = frozenset("manage handle verwalten gérer gestionar coordinate coordinar coordonner".split())
_LEADS = 4
_FEW = 8
_BORNE_OUT = 3
_BESIDE = 2
_SHORT = 3
_ONLY = frozenset({"only", "just", "solely", "nur", "seulement", "uniquement", "solo", "sólo", "solamente", "únicamente"})
_TAIL = 5
_LEARNER = re.compile(r"student|trainee|apprentice|intern|assist|aide|praktik|auszubild|stag|becari|ayudante|lehrling|alumn|volunteer", re.IGNORECASE)
_ENFORCED = frozenset({"progress", "coursework", "lapsed", "learning", "failed", "basic", "trial"})
_LIMIT_WHY = {
    "progress": "The evidence says it is not completed.",
    "coursework": "The evidence says it was coursework or practice only.",
    "lapsed": "The evidence says it is no longer valid.",
    "learning": "The evidence says you are still learning it.",
    "failed": "The evidence says it did not succeed.",
    "basic": "The evidence says it only to a basic degree.",
    "trial": "The evidence says it was a trial or a plan only.",
}


@dataclass
class Doubt:
    """Tokens `first` to `last` (inclusive) are not supported."""

    first: int
    last: int
    why: str


@dataclass
class Judgement:
    """What is doubted of a text, and how often each line of the evidence bore it out."""

    doubts: list[Doubt] = field(default_factory=list)
    lines: Counter[int] = field(default_factory=Counter)


def judge(reading: Reading, book: Book, posting: str = "") -> Judgement:
    """Judge every token of a text against the evidence."""
    result = Judgement()
    framing = find_framing(reading, posting)
    claims = [_settled(reading, at, claim, framing) for at, claim in enumerate(classify(reading))]
    covered = _phrase_support(reading, book)
    numbers = {k for quantity in reading.quantities for k in range(quantity.first, quantity.last + 1)}
    places = [
        () if at in numbers and at not in covered else covered.get(at, ()) or (_support(reading, at, book, claim) if claim is not Claim.FREE else ())
        for at, claim in enumerate(claims)
    ]
    figures = _figures(reading, book, claims, places, covered, framing, result)
    used: dict[int, set[int]] = {}
    for found in places:
        for place in found:
            used.setdefault(place.line, set()).add(place.token)
    for at, claim in enumerate(claims):
        if claim is Claim.FREE or at in numbers:
            continue
        why, first = _refusal(reading, at, claim, _at_home(reading, at, claims, places, book), book), at
        if not why and _loose(reading, at, claims, places, book):
            why = "The evidence says this of something else."
        if why == _ELSEWHERE and reading.marks[at].verb >= 0:
            first = reading.marks[at].verb
        if why and (
            (not places[at] and borne_out(reading, at, claims, places, figures, book))
            or (claim is Claim.PLAIN and not places[at] and says_what_was_done(reading, at, places, book))
            or (claim is Claim.PLAIN and not places[at] and renames_the_deed(reading, at, claims, places, book))
            or (claim is Claim.PLAIN and not places[at] and stands_for_another(reading, at, claims, places, used, book))
        ):
            why = ""
        if why:
            result.doubts.append(Doubt(first, first if first != at else at, why))
        result.lines.update({place.line for place in places[at]} if not why else ())
    result.doubts = [doubt for doubt in result.doubts if not _tolerable(reading, doubt, result.doubts, claims, places, figures, book)]
    result.doubts.extend(_overstated(reading, claims, places, book))
    result.doubts.extend(Doubt(first, last, why) for first, last, why in find_wrong_periods(reading, book))
    result.doubts.extend(Doubt(stray.first, stray.last, stray.why) for stray in find_strays(reading, claims, places, figures, book))
    return result


def _at_home(reading: Reading, at: int, claims: list[Claim], places: list[tuple[Place, ...]], book: Book) -> tuple[Place, ...]:
    """The places of a word on the line that its clause mostly rests on, if that line speaks of it as denied or another's doing; else all."""
    if not any(_mark(book, place).denied or _mark(book, place).other for place in places[at]):
        return places[at]
    clause = reading.marks[at].clause
    votes = Counter(
        line
        for k, found in enumerate(places)
        if k != at and reading.marks[k].clause == clause and claims[k] is not Claim.FREE
        for line in {place.line for place in found}
    )
    if not votes:
        return places[at]
    most = max(votes.values())
    return tuple(place for place in places[at] if votes[place.line] == most) or places[at]


def _loose(reading: Reading, at: int, claims: list[Claim], places: list[tuple[Place, ...]], book: Book) -> bool:
    """Whether a word rests only on a distant relative of it, on a line that bears out nothing else of the sentence."""
    if claims[at] in (Claim.SKILL, Claim.NAME) or not places[at] or len(book.lines) > _FEW or reading.marks[at].denied:
        return False
    mark = reading.marks[at]
    if _exact(reading, at, places[at], book):
        return False
    lines = {place.line for place in places[at]}
    others = {
        line
        for k, found in enumerate(places)
        if k != at and claims[k] is not Claim.FREE and reading.marks[k].sentence == mark.sentence
        for line in _exact(reading, k, found, book)
    }
    return bool(others) and not lines & others


def _exact(reading: Reading, at: int, places: tuple[Place, ...], book: Book) -> set[int]:
    """The lines that hold a word itself or one of its family."""
    keys = keys_of(reading.tokens[at])
    return {place.line for place in places if keys & keys_of(book.lines[place.line].reading.tokens[place.token])}


def _tolerable(
    reading: Reading,
    doubt: Doubt,
    doubts: list[Doubt],
    claims: list[Claim],
    places: list[tuple[Place, ...]],
    figures: dict[int, tuple[int, ...]],
    book: Book,
) -> bool:
    """Whether a lone plain word stands in a clause that a whole resume otherwise bears out, or in one of another language."""
    if doubt.why != Claim.PLAIN.value:
        return False
    token = reading.tokens[doubt.first]
    if {token.lemma, token.low} & lexicon.words("classes", "skilled", "verbs") and is_verb_at(reading.tokens, doubt.first):
        return False
    mark = reading.marks[doubt.first]
    clause = [k for k in range(len(reading.tokens)) if reading.marks[k].sentence == mark.sentence and abs(reading.marks[k].clause - mark.clause) <= 1]
    here = [k for k in clause if reading.marks[k].clause == mark.clause]
    if not any((places[k] and claims[k] is not Claim.FREE) or k in figures for k in here):
        return False
    said = sum(bool(places[k]) and claims[k] is not Claim.FREE for k in clause) + sum(k in figures for k in clause)
    doubted = sum(other.first in clause for other in doubts)
    if book.languages and reading.language not in book.languages:
        return said >= doubted
    return len(book.lines) > _FEW and said >= _BORNE_OUT * doubted and _lone(reading, doubt, doubts)


def _lone(reading: Reading, doubt: Doubt, doubts: list[Doubt]) -> bool:
    """Whether no other doubted word stands beside."""
    return not any(other is not doubt and abs(other.first - doubt.first) <= _BESIDE for other in doubts)


def _settled(reading: Reading, at: int, claim: Claim, framing: set[int]) -> Claim:
    """Framing claims nothing; a trade that is not said of the person is a word like others."""
    if at in framing and claim not in _KEPT:
        return Claim.FREE
    return Claim.PLAIN if claim is Claim.TRADE and not names_person(reading, at) else claim


def _figures(
    reading: Reading,
    book: Book,
    claims: list[Claim],
    places: list[tuple[Place, ...]],
    covered: dict[int, tuple[Place, ...]],
    framing: set[int],
    result: Judgement,
) -> dict[int, tuple[int, ...]]:
    """The lines each supported number rests on; the others are doubted."""
    figures: dict[int, tuple[int, ...]] = {}
    ordered = sorted(reading.quantities, key=lambda q: q.figure.kind == "percent")
    for quantity in ordered:
        if covered.get(quantity.first) or quantity.first in framing:
            continue
        mark = reading.marks[quantity.first]
        close = 1 if quantity.figure.kind == "year" else len(reading.tokens)
        near = frozenset(
            place.line
            for at, found in enumerate(places)
            if reading.marks[at].sentence == mark.sentence and claims[at] is not Claim.FREE and abs(reading.marks[at].clause - mark.clause) <= close
            for place in found
        )
        near |= {n for at, lines in figures.items() if reading.marks[at].sentence == mark.sentence for n in lines}
        before = quantity.first - 1
        if quantity.figure.kind == "year" and before >= 0 and claims[before] in (Claim.SKILL, Claim.NAME):
            near = frozenset(place.line for place in places[before]) or near
        count = check_quantity(reading, quantity, book, near)
        if count.why:
            result.doubts.append(Doubt(quantity.first, quantity.last, count.why))
        else:
            figures[quantity.first] = count.lines
        result.lines.update(set(count.lines))
    result.doubts.extend(_misdated(reading, figures, book))
    return figures


def _misdated(reading: Reading, figures: dict[int, tuple[int, ...]], book: Book) -> list[Doubt]:
    """Numbers said with a year that the evidence has with another year."""
    found = []
    for year in (q for q in reading.quantities if q.figure.kind == "year" and q.first in figures):
        for other in reading.quantities:
            if other.figure.kind == "year" or other.first not in figures or reading.marks[other.first].clause != reading.marks[year.first].clause:
                continue
            lines = set(figures[other.first])
            dated = {n for n in lines if any(q.figure.kind == "year" for q in book.lines[n].reading.quantities)}
            if lines == dated and not lines & set(figures[year.first]):
                found.append(Doubt(other.first, other.last, "The evidence gives this number for another year."))
    return found


def _phrase_support(reading: Reading, book: Book) -> dict[int, tuple[Place, ...]]:
    """Tokens of phrases that the evidence says as a whole, perhaps in other words, and where."""
    found: dict[int, tuple[Place, ...]] = {}
    for phrase in reading.phrases:
        places = _stated(tuple(place for group in phrase.groups for place in book.index.get(group, ())), book)
        if places:
            for at in range(phrase.first, phrase.last + 1):
                found[at] = (*found.get(at, ()), *places)
    for at, place in _spelled_out(reading, book):
        found[at] = (*found.get(at, ()), place)
    return found


def _spelled_out(reading: Reading, book: Book) -> Iterator[tuple[int, Place]]:
    """Tokens that spell out a short form of the evidence, and short forms of what it spells out."""
    forms = list(short_forms(reading.tokens))
    for number, line in enumerate(book.lines):
        for there, form in short_forms(line.reading.tokens):
            for first, last in long_forms(reading.tokens, form):
                yield from ((at, Place(number, there)) for at in range(first, last + 1))
        for at, form in forms:
            for first, last in long_forms(line.reading.tokens, form):
                yield at, Place(number, last if last > first else first)


def _support(reading: Reading, at: int, book: Book, claim: Claim) -> tuple[Place, ...]:
    token = reading.tokens[at]
    if claim is Claim.PRAISE and (compound := compound_at(reading, at)):
        return tuple(place for key in (token.low,) for place in book.index.get(key, ()) if compound in book.lines[place.line].reading.text.lower())
    wanted: set[str | int] = set(keys_of(token))
    if claim in (Claim.NAME, Claim.RANK, Claim.TRADE, Claim.PRAISE, Claim.SKILL):
        wanted = {token.low, token.lemma}
        if claim is Claim.TRADE:
            headed = tuple(place for key in token.roots for place in book.index.get(key, ()) if _heads(book, place))
            if headed:
                return headed
        if (claim is Claim.TRADE and token.lemma in _doers()) or (claim is Claim.SKILL and token.text.islower()):
            wanted |= token.roots
    elif claim not in STRICT:
        wanted.add("=" + token.lemma)
    found = tuple(place for key in wanted for place in book.index.get(key, ()))
    if not found and reading.language == "de" and len(token.low) >= _TAIL:
        found = tuple(place for key, where in book.index.items() if isinstance(key, str) and key.endswith((token.lemma, token.low)) for place in where)
    return found if claim is Claim.PLAIN and not is_verb_at(reading.tokens, at) else _stated(found, book)


def _heads(book: Book, place: Place) -> bool:
    """Whether a word stands in the head of a role that was no training ("Audit Associate" makes an auditor)."""
    line = book.lines[place.line]
    return line.header and not _LEARNER.search(line.source.text)


def _stated(places: tuple[Place, ...], book: Book) -> tuple[Place, ...]:
    """Places of what was said, not merely asked."""
    return tuple(place for place in places if not book.lines[place.line].asked)


@cache
def _doers() -> frozenset[str]:
    return lexicon.words("titles", "doers", "en")


def _refusal(reading: Reading, at: int, claim: Claim, places: tuple[Place, ...], book: Book) -> str:
    mark = reading.marks[at]
    if mark.denied:
        return ""
    if not places:
        return claim.value
    if claim in _TITLED and (why := title_refusal(reading, at, places, book)):
        return why
    if claim is Claim.NAME and (why := employer_refusal(reading, at, places, book)):
        return why
    standing = [place for place in places if not _mark(book, place).denied]
    if not standing:
        return "The evidence denies this."
    if not mark.other and all(_mark(book, place).other for place in standing):
        return _ELSEWHERE
    if is_verb_at(reading.tokens, at):
        return ""
    keys = keys_of(reading.tokens[at])
    standing = [place for place in standing if keys & keys_of(book.lines[place.line].reading.tokens[place.token])] or standing
    if all(_only(reading, book, place) for place in standing):
        return "The evidence says this only of a part."
    limits = [_mark(book, place).limits & _ENFORCED for place in standing]
    if all(kinds and not kinds & mark.limits for kinds in limits) and not _is_limit(reading, at):
        return _LIMIT_WHY[min(limits[0])]
    return ""


def _only(reading: Reading, book: Book, place: Place) -> bool:
    """Whether the evidence says a word "only" of something that the text leaves out."""
    line = book.lines[place.line].reading
    mark = line.marks[place.token]
    clause = [k for k, other in enumerate(line.marks) if other.sentence == mark.sentence and other.clause == mark.clause]
    only = next((k for k in clause if line.tokens[k].low in _ONLY and k > place.token), None)
    if only is None or any(token.low in _ONLY for token in reading.tokens):
        return False
    said = frozenset().union(*(keys_of(token) for token in reading.tokens))
    bounds = [k for k in clause if k > only and line.tokens[k].kind == "word" and len(line.tokens[k].low) > _SHORT]
    return bool(bounds) and not any(keys_of(line.tokens[k]) & said for k in bounds)


def _is_limit(reading: Reading, at: int) -> bool:
    return bool(reading.marks[at].limits)


def _mark(book: Book, place: Place) -> Mark:
    return book.lines[place.line].reading.marks[place.token]


def _overstated(reading: Reading, claims: list[Claim], places: list[tuple[Place, ...]], book: Book) -> list[Doubt]:
    """Verbs that claim more of the doing than the evidence gives for what they govern."""
    governed: dict[int, list[tuple[int, int]]] = {}
    rows: dict[int, set[int]] = {}
    for at, mark in enumerate(reading.marks):
        if mark.verb < 0 or mark.verb == at or claims[at] in (Claim.FREE, Claim.NAME) or not places[at] or mark.denied:
            continue
        manages = reading.tokens[mark.verb].lemma in _MANAGES
        level = max(_given(book, place, manages=manages) for place in places[at])
        governed.setdefault(mark.verb, []).append((mark.level, level))
        rows.setdefault(mark.verb, set()).update(place.line for place in places[at])
    doubts = []
    for verb, pairs in governed.items():
        if all(said > given for said, given in pairs):
            if any(place.line in rows[verb] and _given(book, place, manages=False) >= reading.marks[verb].level for place in places[verb]):
                continue
            doubts.append(Doubt(verb, verb, "The evidence gives you a smaller part in this."))
    return doubts


def _given(book: Book, place: Place, *, manages: bool) -> int:
    """How much of the doing a place of the evidence gives; a line without a verb gives what its role's title gives."""
    level = _mark(book, place).level
    if level:
        return level
    return _LEADS if manages or book.lines[place.line].entry in book.led else IMPLIED
