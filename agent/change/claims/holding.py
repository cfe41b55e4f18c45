"""Things and deeds of a text that a whole resume tells of somebody else only.

Why: "sourdough and pastry" is borne out word by word by "shaped sourdough; the pastry side was another crew". A word that
all its lines leave to others may be named beside the person's own deed, but neither done nor put in one list with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.claims.refusal import ELSEWHERE, FEW
from agent.change.claims.support import is_exact
from agent.change.telling.book import Book, Place
from agent.change.telling.holders import held_by_others, others_of
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, groups_at

_NEAR = 4
_OF_THINGS = frozenset({Claim.PLAIN, Claim.NAME, Claim.SKILL})


def find_held_by_others(aligned: Alignment) -> Iterator[Doubt]:
    """Doubts about verbs, direct things and members of lists that the evidence leaves to others; whole resumes only."""
    if len(aligned.book.lines) <= FEW:
        return
    for at, claim in enumerate(aligned.claims):
        common = claim is Claim.FREE and aligned.reading.marks[at].verb == at and aligned.reading.language == "en"
        if not (common or claim in _OF_THINGS) or not aligned.places[at] or at in aligned.reading.numbers:
            continue
        mark = aligned.reading.marks[at]
        if mark.denied or mark.other or mark.limits:
            continue
        told = _told(aligned.reading, at, aligned.places, aligned.book)
        if common:
            told = [place for place in told if is_exact(aligned.reading, at, aligned.book, place)]
        if not told or not all(_is_held(aligned.book, place) for place in told):
            continue
        if _names_them(aligned.reading, at, told, aligned.book) or _is_done_to_another(aligned, at, told):
            continue
        first = _claimed_from(aligned, at)
        if first is not None:
            yield Doubt(first, at, ELSEWHERE)


def _told(reading: Reading, at: int, places: Sequence[tuple[Place, ...]], book: Book) -> list[Place]:
    """Where the evidence says a word itself or by another name; else where it says what stands for it."""
    stated = [place for place in places[at] if not book.lines[place.line].asked]
    groups = groups_at(reading, at)
    same = [
        place
        for place in stated
        if is_exact(reading, at, book, place) or groups & groups_at(book.lines[place.line].reading, place.token)
    ]
    return same or stated


def _is_held(book: Book, place: Place) -> bool:
    return place.token in held_by_others(book.lines[place.line].reading)


def _names_them(reading: Reading, at: int, told: Sequence[Place], book: Book) -> bool:
    """Whether the sentence names who else did it, or that it was done with somebody."""
    beside = reading.beside(at)
    if any(reading.tokens[k].low in lexicon.words("holders", "beside", "words") for k in beside):
        return True
    people = others_of(reading)
    for k in beside:
        if reading.tokens[k].low in lexicon.words("holders", "beside", "with"):
            after = set(range(k, k + _NEAR))
            if people & after and not reading.numbers & after:
                return True
    named = frozenset().union(
        *(
            book.lines[place.line].reading.tokens[k].keys
            for place in told
            for k in others_of(book.lines[place.line].reading)
        )
    )
    return any(reading.marks[k].other or reading.tokens[k].keys & named for k in beside if k != at)


def _is_done_to_another(
    aligned: Alignment,
    at: int,
    told: Sequence[Place],
) -> bool:
    """Whether a verb that the evidence has of somebody else is said here of things that no such line has."""
    if not _is_deed(aligned.reading, at):
        return False
    if at and aligned.reading.tokens[at - 1].low in lexicon.words("agency", "being"):
        return True
    sources = {aligned.book.lines[place.line].source.ref for place in told}
    things = [
        k
        for k in aligned.reading.in_clause(at)
        if k != at and aligned.claims[k] is not Claim.FREE and aligned.places[k]
    ]
    things = [k for k in things if k > at][:1] or things
    return bool(things) and not any(
        aligned.book.lines[p.line].source.ref in sources for k in things for p in aligned.places[k]
    )


def _is_deed(reading: Reading, at: int) -> bool:
    """Whether a word is a verb here, not a German noun that reads like one ("Angebote")."""
    noun = reading.language == "de" and reading.tokens[at].capital and at > 0
    return is_verb_at(reading.tokens, at) and not (noun and reading.tokens[at - 1].kind not in ("stop", "mark"))


def _claimed_from(aligned: Alignment, at: int) -> int | None:
    """Where what claims a word begins: its verb, or the word that joins it to what is the person's own; none if it is only named."""
    if _is_deed(aligned.reading, at):
        return at
    start = at
    while start and _qualifies(aligned.reading, start - 1, aligned.claims):
        start -= 1
    before = start - 1
    while before >= 0 and aligned.reading.tokens[before].low in lexicon.words("agency", "determiners"):
        before -= 1
    if before < 0:
        return None
    if aligned.reading.tokens[before].low in lexicon.words("verbs", "joining") | {",", "or"}:
        member = _member_before(aligned.reading, before, aligned.claims)
        own = member is not None and any(not _is_held(aligned.book, place) for place in aligned.places[member])
        return before if own and aligned.reading.tokens[before].low != "," else start if own else None
    verb = aligned.reading.marks[at].verb
    if verb < 0 or verb > before or aligned.reading.marks[verb].sentence != aligned.reading.marks[at].sentence:
        return None
    between = {aligned.reading.tokens[k].low for k in range(verb + 1, start)} & _prepositions()
    if not between:
        return verb if at - verb <= _NEAR + 1 else at
    reaching = {aligned.reading.tokens[verb].low, aligned.reading.tokens[verb].lemma} & lexicon.words(
        "holders", "reaching", "verbs"
    )
    if reaching and between <= lexicon.words("holders", "reaching", "prepositions"):
        return at
    return None


def _prepositions() -> frozenset[str]:
    return lexicon.words("agency", "prepositions") | lexicon.words("holders", "reaching", "between")


def _member_before(reading: Reading, joint: int, claims: Sequence[Claim]) -> int | None:
    """The word of a claim right before what joins two, if they are of one list."""
    for k in range(joint - 1, max(joint - 1 - _NEAR, -1), -1):
        if reading.tokens[k].kind == "stop" or reading.marks[k].sentence != reading.marks[joint].sentence:
            return None
        if claims[k] is not Claim.FREE and k not in reading.numbers:
            return k
    return None


def _qualifies(reading: Reading, at: int, claims: Sequence[Claim]) -> bool:
    """Whether a word stands before a noun to say of which kind it is."""
    return (
        reading.tokens[at].kind == "word"
        and claims[at] is not Claim.FREE
        and not is_verb_at(reading.tokens, at)
        and reading.tokens[at].low not in lexicon.words("verbs", "joining")
    )
