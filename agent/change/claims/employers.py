"""Whether a name that a text gives as an employer is one in the evidence, not a client, a place of work or an opponent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.claims.names import INSIDE, is_said_at_another, name_runs, names, works_freely
from agent.change.claims.titles import calls_somebody, titles
from agent.change.claims.translating import is_foreign
from agent.change.language.tokens import Token
from agent.change.telling.book import Book
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading

Relation = Literal["own", "placed", "opposed", "client", "make", "open"]
Claimed = Literal["", "hired", "titled", "there"]

_WHY = "The evidence does not name this as your employer."
_AT = frozenset({"at", "bei", "beim", "chez"})
_FOR = frozenset({"for", "für", "pour", "para"})
_WITH = _FOR | {"with", "mit", "avec", "con"}
_REACH = 4
_LONGEST = 6


def find_wrong_employers(reading: Reading, book: Book) -> Iterator[Doubt]:
    """Names of a text that it gives as employers and that the evidence names as something else."""
    runs = name_runs(reading)
    claims = {run: claimed for run in runs if (claimed := _claimed(reading, *run))}
    if not claims:
        return
    own = {run for run in runs if any(relation == "own" for _, relation in _relations(reading, run, book))}
    for run, claimed in claims.items():
        found = list(_relations(reading, run, book))
        if run in own or not found or (is_foreign(reading, book) and _is_place_of(reading, run[1])):
            continue
        others = any(_has_own(book, line) for line in {line for line, _ in found})
        placed = [relation in ("placed", "opposed", "client") for _, relation in found]
        if claimed == "there":
            plain = _opens_plainly(reading, run[0])
            if (
                all(relation in ("opposed", "client", "make") for _, relation in found)
                or (others and plain)
                or is_said_at_another(reading, run, book)
            ):
                yield Doubt(*run, _WHY)
            continue
        if claimed == "hired" and any(works_freely(book.lines[line].reading) for line, _ in found):
            yield Doubt(*run, _WHY)
            continue
        named = claimed == "titled" and any(
            reading.marks[at].sentence == reading.marks[run[0]].sentence for at, _ in own
        )
        if not named and (all(placed) or others or (claimed == "hired" and any(placed))):
            yield Doubt(*run, _WHY)


def _is_place_of(reading: Reading, last: int) -> bool:
    """Whether a name only says where a house without a name stands ("the Sarlat tourist office")."""
    group: list[Token] = []
    for token in reading.tokens[last + 1 :]:
        if token.kind != "word" or not token.text.islower() or token.low in lexicon.words("agency", "prepositions"):
            break
        group.append(token)
    return bool(group) and not calls_somebody(group[-1])


def _claimed(reading: Reading, first: int, last: int) -> Claimed:
    """Whether a text says that it was employed there ("hired by", "employee of"), or puts the name to a title."""
    tokens = reading.tokens
    before = _words_before(tokens, first)
    staffed = last + 1 < len(tokens) and tokens[last + 1].low in lexicon.words("agency", "staff")
    if _hires(before) or (staffed and not before):
        return "hired"
    if last + 1 < len(tokens) and any(calls_somebody(token) for token in _following(tokens, last)) and not before:
        return "titled"
    if before and before[-1] in lexicon.words("agency", "at") and _is_title_before(reading, first):
        return "titled"
    return "there" if before and before[-1] in _AT else ""


def _words_before(tokens: tuple[Token, ...], first: int) -> list[str]:
    """The words before a name in its own part of the sentence, the nearest last."""
    found: list[str] = []
    for k in range(first - 1, max(first - 1 - _LONGEST, -1), -1):
        if tokens[k].kind in ("stop", "pause"):
            break
        if tokens[k].low not in _ARTICLES:
            found.insert(0, tokens[k].low)
    return found


_ARTICLES = frozenset(
    ["the", "a", "an", "der", "die", "das", "dem", "den", "le", "la", "les", "l", "el", "los", "las", "l'"]
)


def _hires(before: list[str]) -> bool:
    """Whether the words right before a name say who paid."""
    return _ends(before, "hiring")


def _ends(before: list[str], kind: str) -> bool:
    """Whether a phrase of a class stands right before a name, or before what the name is of ("for the city of")."""
    words = before[:-1] if before and before[-1] in ("of", "de", "von") and len(before) > 1 else before
    noun = bool(words) and (words[-1] in lexicon.nouns() or words[-1] in lexicon.words("agency", "organisations"))
    noun = noun and words[-1] not in lexicon.words("agency", "at")
    ends = _endings(kind)
    said = [" " + " ".join(before[-_REACH:]), *([" " + " ".join(words[-_REACH:-1])] if noun else [])]
    return any(each.endswith(ends) for each in said)


@cache
def _endings(kind: str) -> tuple[str, ...]:
    """The phrases of a class as ends of what stands before a name."""
    return tuple(" " + phrase for phrase in lexicon.words("agency", kind))


def _following(tokens: tuple[Token, ...], last: int) -> list[Token]:
    found = []
    for token in tokens[last + 1 : last + 1 + _REACH]:
        if token.kind != "word":
            break
        found.append(token)
    return found


def _is_title_before(reading: Reading, first: int) -> bool:
    """Whether the word before the preposition before a name is a title ("Technician at the")."""
    k = first - 1
    while k >= 0 and (reading.tokens[k].low in _ARTICLES or reading.tokens[k].low in lexicon.words("agency", "at")):
        k -= 1
    return k >= 0 and calls_somebody(reading.tokens[k])


def _relations(reading: Reading, run: tuple[int, int], book: Book) -> Iterator[tuple[int, Relation]]:
    """Where the evidence has a name, and as what."""
    words = [reading.tokens[k].low for k in range(run[0], run[1] + 1) if names(reading, k)]
    for place in book.index[words[-1]]:
        line = book.lines[place.line].reading
        if line.tokens[place.token].low.removesuffix("'s") != words[-1] or not line.tokens[place.token].capital:
            continue
        following = _following(line.tokens, place.token)
        if (
            not following
            or not calls_somebody(following[0])
            or _heads_a_place(following)
            or (following[0].capital and following[0].low != following[0].lemma)
        ):
            yield place.line, _relation(line, place.token)


def _heads_a_place(following: list[Token]) -> bool:
    """As in "head office": no title after a name."""
    return len(following) > 1 and following[0].low == "head" and following[1].low in ("office", "offices", "quarters")


def _is_only_told_of(line: Reading, first: int, before: list[str]) -> bool:
    """Whether a line names somebody in passing: "where X trains", "(client: X)", "a spin-off of X", "selling X"."""
    tokens = line.tokens
    if first > 1 and tokens[first - 1].text == ":" and tokens[first - 2].low in lexicon.words("agency", "labels"):
        return True
    if not before:
        return False
    if before[-1] in lexicon.words("agency", "dealing"):
        return True
    if "by" in before[1:] and before[before.index("by", 1) - 1] in lexicon.words("agency", "guiding"):
        return True
    if len(before) > 1 and before[-1] in ("of", "von", "de") and before[-2] in lexicon.words("agency", "kin"):
        return True
    told = [k for k, word in enumerate(before) if word in lexicon.words("agency", "telling")]
    return bool(told) and not set(before[told[-1] :]) & lexicon.words("agency", "doing_there")


def _relation(line: Reading, at: int) -> Relation:
    """What a line says that a name is to the person."""
    tokens = line.tokens
    first = at
    while (
        first and (tokens[first - 1].capital or tokens[first - 1].low in INSIDE) and tokens[first - 1].kind != "pause"
    ):
        if tokens[first - 1].lemma in titles():
            break
        first -= 1
    while first < at and not tokens[first].capital:
        first += 1
    before = _words_before(tokens, first)
    if any(token.low in lexicon.words("agency", "theirs") for token in _following(tokens, at)[:2]):
        return "placed"
    if _is_only_told_of(line, first, before):
        return "opposed"
    if _is_label(line, first, at):
        return "make"
    lending = lexicon.words("agency", "lending")
    if {token.low for token in tokens[first : at + 1]} & lending or set(before[-_REACH:]) & lending - {"agency"}:
        return "own"
    sited = {token.low for token in tokens[first : at + 1]} | set(before)
    if sited & lexicon.words("agency", "placing"):
        return "placed"
    if _ends(before, "placed") or (set(before[-_REACH:]) & lexicon.words("agency", "related")):
        return "opposed" if set(before[-_REACH:]) & lexicon.words("agency", "related") else "placed"
    if _hires(before):
        return "own"
    house = before and before[-1] in lexicon.words("agency", "organisations")
    if house and not set(before) & lexicon.words("agency", "prepositions"):
        before = []
    if not before:
        return "own" if line.marks[at].clause == 0 or _is_short(line, at) else "open"
    titled = _is_title_before(line, first)
    if before[-1] in _FOR and any((k < first or not titled) and line.tokens[k].low in _AT for k in line.beside(at)):
        return "client"
    if before[-1] in _AT and all(token.figure or k in line.numbers for k, token in _just_before(line, first)):
        return "own"
    if before[-1] in _AT and _opens_plainly(line, first):
        return "own"
    if before[-1] in lexicon.words("agency", "at") or before[-1] in _WITH:
        return "own" if _is_title_before(line, first) or len(before) == 1 else _opposed(before)
    return _opposed(before)


def _is_label(line: Reading, first: int, at: int) -> bool:
    """Whether a name only says whose make a thing is ("Corvo microscopes"), not where the work was ("at the Corvo plant")."""
    following = line.tokens[at + 1 : at + 2]
    before = _words_before(line.tokens, first)
    if before and before[-1] in lexicon.words("agency", "prepositions"):
        return False
    if not following or following[0].kind != "word" or following[0].capital or line.language != "en":
        return False
    token, forms = following[0], {following[0].low, following[0].lemma}
    if (
        is_verb_at(line.tokens, at)
        or is_verb_at(line.tokens, at + 1)
        or calls_somebody(token)
        or not forms.isdisjoint(_workplaces())
    ):
        return False
    return bool(forms & lexicon.nouns()) or (token.low.endswith("s") and token.low != token.lemma)


@cache
def _workplaces() -> frozenset[str]:
    """What stands behind an employer's name where it is one ("the Corvo plant", "Corvo staff", "a Corvo traineeship")."""
    kinds = ("organisations", "headed", "staff", "workplaces")
    return frozenset().union(*(lexicon.words("agency", kind) for kind in kinds))


def _just_before(line: Reading, first: int) -> Iterator[tuple[int, Token]]:
    """The words of a name's part of the sentence before the preposition that it stands with ("two at")."""
    for k in range(first - 2, max(first - 2 - _LONGEST, -1), -1):
        if line.tokens[k].kind in ("stop", "pause"):
            return
        yield k, line.tokens[k]


def _opens_plainly(line: Reading, first: int) -> bool:
    """Whether a line begins with what somebody was at a name, without a deed or another name ("Associate at")."""
    before = range(first - 1)
    return len(before) == 1 and line.tokens[0].kind == "word" and not _is_small(line, 0)


def _is_small(line: Reading, at: int) -> bool:
    return line.marks[at].verb >= 0 or line.tokens[at].low in lexicon.words("classes", "free", line.language)


def _opposed(before: list[str]) -> Relation:
    return "opposed" if before[-1] in lexicon.words("agency", "opposed") else "open"


def _is_short(line: Reading, at: int) -> bool:
    """Whether a part of a line holds the name only, as in "Merchandiser, Pine Foods, 2019"."""
    mark = line.marks[at]
    return all(
        line.tokens[k].capital or line.tokens[k].kind != "word" or line.tokens[k].low in INSIDE
        for k in line.beside(at)
        if line.marks[k].clause == mark.clause
    )


def _has_own(book: Book, number: int) -> bool:
    """Whether the statement that a line belongs to names another employer."""
    source = book.lines[number].source
    return any(
        _relation(line.reading, last) == "own"
        for line in book.lines
        if line.source is source
        for _, last in name_runs(line.reading)
        if _follows_title(line.reading, last)
    )


def _follows_title(line: Reading, at: int) -> bool:
    """Whether a name is one of an organisation that a title is said with, not the title itself or a month."""
    return line.tokens[at].low not in lexicon.words("agency", "months")
