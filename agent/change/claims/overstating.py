"""Verbs that claim more of the doing than the evidence gives: helped is less than built, built less than led."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.support import is_exact, mark_at
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import IMPLIED, is_verb_at
from agent.change.telling.reading import Reading

_WHY = "The evidence gives you a smaller part in this."
_MANAGES = frozenset(
    [
        "manage",
        "handle",
        "verwalten",
        "administrer",
        "administrar",
        "gérer",
        "gestionar",
        "coordinate",
        "coordinar",
        "coordonner",
    ]
)
_LEADS = 4
_BEGINS = 5
_NEAR = 4
_RUNS = frozenset({"run", "head"})


def find_overstated(aligned: Alignment) -> Iterator[Doubt]:
    """Verbs of a text that claim more than the evidence gives for what they govern."""
    governed: dict[int, list[tuple[int, int]]] = {}
    sources: dict[int, Counter[str]] = {}
    managing = {verb for verb, token in enumerate(aligned.reading.tokens) if token.lemma in _MANAGES}
    people = {
        mark.verb
        for at, mark in enumerate(aligned.reading.marks)
        if mark.verb in managing and _is_headed(aligned.reading, at)
    }
    for at, mark in enumerate(aligned.reading.marks):
        if (
            mark.verb < 0
            or mark.verb == at
            or aligned.claims[at] in (Claim.FREE, Claim.NAME)
            or not aligned.places[at]
            or mark.denied
        ):
            continue
        if mark.level < aligned.reading.marks[mark.verb].level:
            continue
        manages = aligned.reading.tokens[mark.verb].lemma in _MANAGES and not _leads_people(aligned.reading, at)
        cares = manages and mark.verb not in people
        level = max(_given(aligned.book, place, manages=manages, cares=cares) for place in aligned.places[at])
        if aligned.reading.tokens[mark.verb].lemma in lexicon.words("granting", "served", "giving") and any(
            _helps_served(aligned.book, place) for place in aligned.places[at]
        ):
            level = max(level, IMPLIED)
        said = IMPLIED if _is_plain_doing(aligned.reading, at) else mark.level
        governed.setdefault(mark.verb, []).append((said, level))
        sources.setdefault(mark.verb, Counter()).update(
            {aligned.book.lines[place.line].source.ref for place in aligned.places[at]}
        )
    for verb, mark in enumerate(aligned.reading.marks):
        if mark.verb != verb or mark.level <= IMPLIED or verb in governed or mark.denied:
            continue
        if not aligned.places[verb]:
            less = not _leads_anywhere(aligned.book, mark.level)
        else:
            less = _is_less(aligned.places[verb], mark.level, aligned.book) or _stands_apart(aligned, verb)
        if less and not _gives_event(aligned.reading, verb, aligned.places, aligned.book):
            yield Doubt(verb, verb, _WHY)
    for verb, pairs in governed.items():
        if any(_is_named_as_deed(aligned.reading, verb, aligned.book, place) for place in aligned.places[verb]):
            continue
        if all(said > given for said, given in pairs) and not any(
            2 * sources[verb][aligned.book.lines[place.line].source.ref] > len(pairs)
            and _given(aligned.book, place, manages=False) >= aligned.reading.marks[verb].level
            for place in aligned.places[verb]
        ):
            yield Doubt(verb, verb, _WHY)


def _is_named_as_deed(reading: Reading, verb: int, book: Book, place: Place) -> bool:
    """Whether a statement of the evidence begins with the noun of a verb and what it is of ("Supervision of four guards")."""
    line = book.lines[place.line].reading
    following, before = line.tokens[place.token + 1 : place.token + 2], line.tokens[: place.token][-1:]
    mark = line.marks[place.token]
    return (
        bool(following)
        and following[0].low in ("of", "von", "der", "de", "des")
        and (not before or before[0].kind in ("pause", "stop") or before[0].low in ("and", "und", "et", "y"))
        and not (mark.denied or mark.other or mark.limits or is_verb_at(line.tokens, place.token))
        and is_exact(reading, verb, book, place)
    )


def _is_plain_doing(reading: Reading, at: int) -> bool:
    """Whether to lead or manage a thing is to do it: a tour is led by who gives it, a diary managed by who keeps it."""
    deed, thing = reading.tokens[reading.marks[at].verb], reading.tokens[at]
    forms = {thing.low, thing.lemma}
    return (deed.lemma == "manage" and bool(forms & lexicon.words("granting", "managed", "things"))) or (
        deed.lemma in ("lead", "guide") and bool(forms & lexicon.words("granting", "managed", "events"))
    )


def _gives_event(reading: Reading, verb: int, places: Sequence[tuple[Place, ...]], book: Book) -> bool:
    """Whether a verb of leading stands before a tour or the like that the evidence says the person gave."""
    if reading.tokens[verb].lemma not in ("lead", "guide"):
        return False
    return any(
        {reading.tokens[k].low, reading.tokens[k].lemma} & lexicon.words("granting", "managed", "events")
        and any(_given(book, place, manages=False) >= IMPLIED for place in places[k])
        for k in range(verb + 1, min(verb + 1 + _NEAR, len(reading.tokens)))
    )


def _stands_apart(aligned: Alignment, verb: int) -> bool:
    """Whether the evidence has a verb only where it has nothing else of its sentence."""
    rest = {
        aligned.book.lines[place.line].source.ref
        for k in aligned.reading.beside(verb)
        if k != verb and aligned.claims[k] is not Claim.FREE
        for place in aligned.places[k]
    }
    return bool(rest) and not any(aligned.book.lines[place.line].source.ref in rest for place in aligned.places[verb])


def _leads_people(reading: Reading, at: int) -> bool:
    """Whether a word, or the next ones of its name ("the buffet team"), names people or an organisation."""
    last = at
    while last + 1 < len(reading.tokens) and reading.tokens[last + 1].lemma in lexicon.nouns():
        last += 1
    return any(_is_headed(reading, k) for k in range(at, last + 1))


def _is_headed(reading: Reading, at: int) -> bool:
    """Whether a word names people or an organisation, of whom only leading makes a manager."""
    token = reading.tokens[at]
    forms = {token.low, token.lemma}
    return any(not forms.isdisjoint(lexicon.words("agency", kind)) for kind in ("headed", "somebody", "organisations"))


def _is_less(places: tuple[Place, ...], level: int, book: Book) -> bool:
    if all(mark_at(book, place).denied for place in places):
        return True
    theirs = [place for place in places if mark_at(book, place).level]
    return len(theirs) == len(places) and all(_given(book, place, manages=False) < level for place in theirs)


def _leads_anywhere(book: Book, level: int) -> bool:
    """Whether anything in the evidence was led, or anything in it stands without a verb."""
    return bool(book.led) or any(
        (mark.level >= level or (mark.level and line.reading.tokens[mark.verb].lemma in _RUNS))
        and not (mark.denied or mark.other)
        for line in book.lines
        for mark in line.reading.marks
    )


def _given(book: Book, place: Place, *, manages: bool, cares: bool = False) -> int:
    """How much of the doing a place of the evidence gives; a line without a verb gives what its role's title gives."""
    mark = mark_at(book, place)
    if mark.level:
        theirs = book.lines[place.line].reading
        if _begins(theirs, mark.verb):
            return _BEGINS
        if cares and mark.level == IMPLIED and _opens(theirs, mark.verb, _caring()):
            return _LEADS
        verb = theirs.tokens[mark.verb].lemma
        runs = verb in _RUNS or (manages and mark.level == IMPLIED and verb in _MANAGES)
        return max(mark.level, _LEADS) if runs else mark.level
    line = book.lines[place.line]
    return _LEADS if manages or line.entry in book.led or _names_lead(line.reading) else IMPLIED


def _helps_served(book: Book, place: Place) -> bool:
    """Whether the evidence helps those it is there for, not somebody at work ("helped residents wash")."""
    line, verb = book.lines[place.line].reading, mark_at(book, place).verb
    if verb < 0 or line.tokens[verb].lemma not in lexicon.words("granting", "served", "helping"):
        return False
    for token in line.tokens[verb + 1 : verb + 1 + _NEAR]:
        if token.lemma in lexicon.words("granting", "served", "people"):
            return True
        if token.lemma in lexicon.words("agency", "somebody") | lexicon.words("titles", "trades", "en"):
            return False
    return False


def _begins(line: Reading, verb: int) -> bool:
    """Whether a verb says that the person began something or thought of it ("set up", "started a")."""
    return _opens(line, verb, _beginnings())


def _opens(line: Reading, verb: int, phrases: Mapping[str, list[list[str]]]) -> bool:
    """Whether one of some phrases stands where a verb does."""
    return any(
        all(
            word in (token.low, token.lemma)
            for word, token in zip(words, line.tokens[verb : verb + len(words)], strict=False)
        )
        for words in phrases.get(line.tokens[verb].lemma, ())
    )


@cache
def _beginnings() -> dict[str, list[list[str]]]:
    return _by_first(lexicon.words("verbs", "beginning"))


@cache
def _caring() -> dict[str, list[list[str]]]:
    return _by_first(lexicon.words("verbs", "caring"))


def _by_first(phrases: Iterable[str]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


@lru_cache(maxsize=20_000)
def _names_lead(line: Reading) -> bool:
    """Whether a line without a verb says that the person led ("shift lead on Saturdays, four people")."""
    for at, token in enumerate(line.tokens):
        if token.low in lexicon.words("granting", "heading", "nouns"):
            before = {each.low for each in line.tokens[:at]}
            return before.isdisjoint(lexicon.words("agency", "prepositions")) and before.isdisjoint(
                lexicon.words("agency", "determiners")
            )
    return False
