"""A line's facts stay with that line's role: what one clause says together must come from one role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.mixing import find_mixed
from agent.change.numbers.dating import ranged_years
from agent.change.numbers.tenures import is_elliptic
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, groups_at, keys_of

_WHY = "The evidence says this of another role."
_NEAR = 4
_SELF = frozenset({"i", "ich", "j'ai", "j'", "je", "yo"})
_BEGAN = frozenset(
    {
        "started",
        "began",
        "begun",
        "joined",
        "came",
        "trained",
        "begann",
        "anfing",
        "angefangen",
        "débuté",
        "commencé",
        "empecé",
        "entré",
    }
)
_DEPENDENT = frozenset(
    [
        "which",
        "that",
        "who",
        "whose",
        "where",
        "with",
        "for",
        "at",
        "in",
        "on",
        "as",
        "by",
        "including",
        "serving",
        "while",
        "when",
        "dont",
        "qui",
        "que",
        "où",
        "avec",
        "bei",
        "mit",
        "für",
        "con",
        "para",
        "wobei",
    ]
)


def find_strays(
    aligned: Alignment,
    counted: Mapping[int, tuple[int, ...]],
) -> list[Doubt]:
    """Words and numbers that only another role, or a line about another thing, supports than the rest of their clause."""
    mixed = list(find_mixed(aligned, counted))
    if len(aligned.book.entries) < 2:
        return mixed
    homes: dict[int, frozenset[str]] = {}
    ranged = ranged_years(aligned.reading)
    durations = {q.first for q in aligned.reading.quantities if q.unit or is_elliptic(aligned.reading, q)}
    spanned = _spanned(durations, counted, aligned.book)
    for at, claim in enumerate(aligned.claims):
        if at in durations or at in ranged:
            continue
        lines = set(counted.get(at, ()))
        if at not in counted and claim is not Claim.FREE:
            lines = {place.line for place in aligned.places[at] if _said(aligned.reading, at, aligned.book, place)}
        entries = frozenset(aligned.book.lines[line].entry for line in lines)
        if (at in counted or claim is Claim.NAME) and entries and entries <= spanned:
            continue
        if entries and "" not in entries:
            homes[at] = entries
    strays = mixed
    for group in _groups(aligned.reading):
        strays.extend(
            _strays_of(
                [at for at in group if at in homes], homes, aligned.claims, counted, aligned.reading, aligned.book
            )
        )
    return strays


def _spanned(durations: Collection[int], counted: Mapping[int, tuple[int, ...]], book: Book) -> frozenset[str]:
    """The roles over which a length of time is added up."""
    found = (frozenset(book.lines[line].entry for line in counted.get(at, ())) for at in durations)
    return frozenset().union(*(entries for entries in found if len(entries) > 1))


def _said(reading: Reading, at: int, book: Book, place: Place) -> bool:
    """Whether the evidence has the word itself, one of its family or a name for the same thing there."""
    other = book.lines[place.line].reading
    return bool(keys_of(reading.tokens[at]) & keys_of(other.tokens[place.token])) or bool(
        groups_at(reading, at) & groups_at(other, place.token)
    )


def _strays_of(
    tokens: Sequence[int],
    homes: Mapping[int, frozenset[str]],
    claims: Sequence[Claim],
    counted: Mapping[int, tuple[int, ...]],
    reading: Reading,
    book: Book,
) -> list[Doubt]:
    if not tokens or frozenset.intersection(*(homes[at] for at in tokens)):
        return []
    votes = Counter(entry for at in tokens for entry in homes[at])
    first = {entry: min(at for at in tokens if entry in homes[at]) for entry in votes}
    best = min(votes, key=lambda entry: (-votes[entry], first[entry], entry))
    sure = {at for at in tokens if homes[at] == {best}}
    if not sure:
        return []
    small = len(book.lines) <= 6
    found = []
    for at in tokens:
        if best in homes[at]:
            continue
        if at in counted or claims[at] is Claim.NAME or small:
            last = next((q.last for q in reading.counts_beside(at) if q.first == at), at)
            found.append(Doubt(at, last, _WHY))
    return found


def _groups(reading: Reading) -> list[list[int]]:
    """Tokens that are said together: a main clause with what depends on it."""
    groups: list[list[int]] = []
    sentence = clause = -1
    for at, mark in enumerate(reading.marks):
        if mark.sentence != sentence or (mark.clause != clause and _independent(reading, at)):
            groups.append([])
        sentence, clause = mark.sentence, mark.clause
        groups[-1].append(at)
    return groups


def _independent(reading: Reading, at: int) -> bool:
    """Whether a new statement begins at this token, rather than an addition to the last one."""
    tokens = reading.tokens
    k = at
    while k < min(len(tokens), at + _NEAR) and tokens[k].kind in ("pause", "mark"):
        k += 1
    joined = k < len(tokens) and tokens[k].low in (
        "and",
        "but",
        "then",
        "und",
        "et",
        "y",
        "while",
        "before",
        "later",
        "previously",
        "earlier",
    )
    if joined:
        k += 1
    if k + 2 < len(tokens) and tokens[k].low in ("where", "wo", "où", "donde"):
        return tokens[k + 1].low in _SELF and any(token.low in _BEGAN for token in tokens[k + 2 : k + 2 + _NEAR])
    if k >= len(tokens) or tokens[k].low in _DEPENDENT or tokens[k].low.endswith("ing"):
        return False
    return joined or is_verb_at(tokens, k) or tokens[k].low in ("i", "ich", "je", "yo")
