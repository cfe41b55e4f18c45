"""Why a word that the evidence holds is refused all the same: denied, limited, another's doing, or more than was done."""

from __future__ import annotations

from collections import Counter
from functools import cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.kinds import Claim
from agent.change.claims.support import exact_lines, mark_at
from agent.change.claims.titles import calls_somebody, title_refusal
from agent.change.claims.translating import is_foreign
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import Mark, is_verb_at
from agent.change.telling.reading import Reading, keys_of

ELSEWHERE = "The evidence says somebody else did this."
FEW = 8
_TITLED = frozenset({Claim.RANK, Claim.TRADE, Claim.CREDENTIAL})
_ONLY = frozenset(
    {"only", "just", "solely", "nur", "seulement", "uniquement", "solo", "sólo", "solamente", "únicamente"}
)
_ENFORCED = frozenset({"progress", "coursework", "lapsed", "learning", "failed", "basic", "trial", "unreal"})
_ALIKE = {
    "progress": {"learning", "unreal", "coursework"},
    "learning": {"progress", "coursework", "unreal", "basic"},
    "coursework": {"learning"},
    "basic": {"learning", "rarely"},
    "trial": {"unreal", "failed"},
    "unreal": {"trial", "failed", "progress"},
    "failed": {"unreal", "trial", "progress"},
}
_LIMIT_WHY = {
    "unreal": "The evidence says it was planned, asked or tried, not done.",
    "progress": "The evidence says it is not completed.",
    "coursework": "The evidence says it was coursework or practice only.",
    "lapsed": "The evidence says it is no longer valid.",
    "learning": "The evidence says you are still learning it.",
    "failed": "The evidence says it did not succeed.",
    "basic": "The evidence says it only to a basic degree.",
    "trial": "The evidence says it was a trial or a plan only.",
}
_MEANS = frozenset({"by", "with", "in", "mit", "par", "en", "con", "avec", "dans", "bei"})
_MEANT = frozenset(["it", "them", "that", "this", "one", "es", "sie", "le", "la", "les", "lo", "los", "las"])
_WHOSE = frozenset({"their", "its", "his", "her", "ihre", "ihren", "leur", "leurs", "sus"})
_SHORT = 3
_REACH = 5
_WHOLE = 2
_FRACTIONS = frozenset({"part", "parts", "half", "some", "portions", "sections"})
_SHARES = _FRACTIONS | {"several", "few", "number", "partly", "various", "handful", "couple", "portion", "certain"}


def find_refusal(
    reading: Reading, at: int, claim: Claim, places: tuple[Place, ...], deed: tuple[Place, ...], book: Book
) -> str:
    """Why a word is refused, or empty; `places` are those of the word, `deed` those of the verb that governs it."""
    mark = reading.marks[at]
    if mark.denied:
        return claim.value if not places and _boasts(reading, at) else ""
    if not places:
        return claim.value
    if claim in _TITLED and (why := title_refusal(reading, at, places, book)):
        return why
    standing = [place for place in places if not mark_at(book, place).denied or _is_taken_up(book, place)]
    if not standing:
        return "" if _is_bounded_alike(mark, places, book) else "The evidence denies this."
    if len(standing) < len(places) and _is_itself_denied(reading, at, places, standing, book):
        return "The evidence denies this."
    if not mark.other and all(mark_at(book, place).other for place in standing):
        return "" if _is_beside(reading, at, deed, book) else ELSEWHERE
    limit = _limit_dropped(reading, at, standing, book)
    named = at and reading.tokens[at].capital and reading.tokens[at - 1].capital
    if is_verb_at(reading.tokens, at) and not named:
        return limit if limit == _LIMIT_WHY["unreal"] else ""
    whole = any(reading.tokens[k].low == "of" for k in range(max(at - _REACH, 0), at))
    if not whole and all(_part(reading, book, place) for place in standing):
        return "The evidence says this of a part only."
    keys = keys_of(reading.tokens[at])
    standing = [
        place for place in standing if keys & keys_of(book.lines[place.line].reading.tokens[place.token])
    ] or standing
    if all(_only(reading, at, book, place) for place in standing):
        return "The evidence says this only of a part."
    return _limit_dropped(reading, at, standing, book)


def _is_itself_denied(reading: Reading, at: int, places: tuple[Place, ...], standing: list[Place], book: Book) -> bool:
    """Whether a word is denied wherever it stands itself, and only other words of the same lines may stand for it."""
    keys = keys_of(reading.tokens[at])
    itself = {place for place in places if keys & keys_of(book.lines[place.line].reading.tokens[place.token])}
    sources = {book.lines[place.line].source.ref for place in itself}
    return (
        bool(itself)
        and all(_is_excepted(book.lines[p.line].reading, p.token) for p in itself)
        and not any(place in itself or book.lines[place.line].source.ref not in sources for place in standing)
    )


def _is_excepted(line: Reading, at: int) -> bool:
    """Whether a denial stands right before a thing ("not Sundays", "never the mill")."""
    k = at - 1
    while k > 0 and line.tokens[k].low in lexicon.words("agency", "determiners"):
        k -= 1
    return k >= 0 and line.tokens[k].low in _negations() and not is_verb_at(line.tokens, at)


def _is_bounded_alike(mark: Mark, places: tuple[Place, ...], book: Book) -> bool:
    """Whether a text keeps to what the evidence leaves of a thing it denies ("no work with it, coursework only")."""
    sources = {book.lines[place.line].source.ref for place in places}
    return bool(mark.limits & _ENFORCED) and any(
        other.limits & mark.limits & _ENFORCED
        for line in book.lines
        if line.source.ref in sources
        for other in line.reading.marks
    )


def _is_taken_up(book: Book, place: Place) -> bool:
    """Whether only something of a thing is denied, and another of its things is not ("exhibitor sales not mine, but their plans")."""
    line = book.lines[place.line].reading
    following = line.tokens[place.token + 1 : place.token + 2]
    if not following or following[0].kind != "word" or following[0].lemma not in lexicon.nouns():
        return False
    return any(
        k > place.token and line.tokens[k].low in _WHOSE and not line.marks[k].denied for k in line.beside(place.token)
    )


def _is_beside(reading: Reading, at: int, deed: tuple[Place, ...], book: Book) -> bool:
    """Whether a text only names what others did beside a deed of the person's own ("wrote the texts for the site they built")."""
    verb = reading.marks[at].verb
    if verb < 0 or verb >= at or (deed and all(mark_at(book, place).other for place in deed)):
        return False
    return reading.tokens[at].low.endswith(("'s", "s'")) or any(
        reading.tokens[k].low in lexicon.words("agency", "prepositions") - _MEANS for k in range(verb + 1, at)
    )


def _limit_dropped(reading: Reading, at: int, standing: list[Place], book: Book) -> str:
    """Why a word is refused that the evidence says under a limit only which the text drops, or empty."""
    ours = reading.marks[at].limits
    ours = ours.union(*(_ALIKE.get(kind, ()) for kind in ours))
    limits = [mark_at(book, place).limits & _ENFORCED for place in standing]
    if reading.marks[at].level == 1 and reading.marks[at].verb != at:
        limits = [kinds - {"unreal"} for kinds in limits]
    if any(not kinds or kinds & ours for kinds in limits):
        return ""
    named = at > 0 and reading.tokens[at].capital
    if calls_somebody(reading.tokens[at]) and not named and all(kinds <= {"learning"} for kinds in limits):
        return ""
    return _LIMIT_WHY["unreal" if all("unreal" in kinds for kinds in limits) else min(limits[0])]


def _boasts(reading: Reading, at: int) -> bool:
    """Whether something is denied to praise ("without downtime", "never late"), not to own to a gap ("I have not used it")."""
    for k in range(at - 1, -1, -1):
        if reading.marks[k].sentence != reading.marks[at].sentence or reading.tokens[k].kind == "pause":
            return False
        if reading.tokens[k].low in _negations() or reading.tokens[k].low.endswith("n't"):
            return reading.tokens[k].low in lexicon.words("agency", "boasting")
    return False


@cache
def _negations() -> frozenset[str]:
    return frozenset().union(*lexicon.section("classes", "negation").values())


def _part(reading: Reading, book: Book, place: Place) -> bool:
    """Whether the evidence names a word as the whole of which a part was done that the text leaves out ("one chapter of the manual")."""
    line = book.lines[place.line].reading
    tokens = line.tokens
    for k in range(place.token - 1, max(place.token - _REACH, 1), -1):
        if tokens[k].kind in ("stop", "pause"):
            return False
        if tokens[k].low == "of" and tokens[k + 1].low in ("the", "our", "its", "their", "a"):
            counted = k - _WHOLE >= 0 and (k - _WHOLE in line.numbers or tokens[k - _WHOLE].low in ("one", "part", "a"))
            if tokens[k - 1].low in _FRACTIONS or (
                counted
                and tokens[k - 1].kind == "word"
                and tokens[k - 1].low in lexicon.words("wholes", "portions", "all")
            ):
                said = frozenset().union(*(keys_of(token) for token in reading.tokens))
                shared = tokens[k - 1].low in _FRACTIONS and any(token.low in _SHARES for token in reading.tokens)
                return not shared and not keys_of(tokens[k - 1]) & said
            return False
    return False


def _only(reading: Reading, at: int, book: Book, place: Place) -> bool:
    """Whether the evidence says a word "only" of something that the text leaves out."""
    line = book.lines[place.line].reading
    mark = line.marks[place.token]
    clause = [
        k for k, other in enumerate(line.marks) if other.sentence == mark.sentence and other.clause == mark.clause
    ]
    only = next((k for k in clause if line.tokens[k].low in _ONLY and k > place.token), None)
    beside = [reading.tokens[k] for k in reading.beside(at)]
    if only is None or any(token.low in _ONLY for token in beside):
        return False
    said = frozenset().union(*(keys_of(token) for token in beside))
    bounds = [k for k in clause if k > only and line.tokens[k].kind == "word" and len(line.tokens[k].low) > _SHORT]
    return bool(bounds) and not any(keys_of(line.tokens[k]) & said for k in bounds)


def places_at_home(aligned: Alignment, at: int) -> tuple[Place, ...]:
    """The places of a word on the line that its clause mostly rests on, if that line speaks of it as denied or another's doing; else all."""
    if not any(
        mark_at(aligned.book, place).denied or mark_at(aligned.book, place).other for place in aligned.places[at]
    ):
        return aligned.places[at]
    clause = aligned.reading.marks[at].clause
    votes = Counter(
        line
        for k in aligned.reading.beside(at)
        if k != at and aligned.reading.marks[k].clause == clause and aligned.claims[k] is not Claim.FREE
        for line in {place.line for place in aligned.places[k]}
    )
    if not votes:
        return aligned.places[at]
    most = max(votes.values())
    return tuple(place for place in aligned.places[at] if votes[place.line] == most) or aligned.places[at]


def is_taken_back(aligned: Alignment, at: int) -> bool:
    """Whether a small verb ("speak", "handle") is what the evidence denies of the very things it is said of."""
    token = aligned.reading.tokens[at]
    if aligned.reading.marks[at].denied or token.kind != "word" or len(token.lemma) <= _SHORT:
        return False
    if token.low in lexicon.words("agency", "prepositions") or token.low in lexicon.words("courtesy", "attaching"):
        return False
    said = aligned.book.index[token.lemma] or (aligned.places[at] if is_foreign(aligned.reading, aligned.book) else ())
    named = () if said or not is_verb_at(aligned.reading.tokens, at) else aligned.book.index.any_of(keys_of(token))
    said = said or named
    if not said or not all(mark_at(aligned.book, place).denied for place in said):
        return False
    clause = [k for k in aligned.reading.beside(at) if k != at and aligned.claims[k] is not Claim.FREE]
    lines = {place.line for place in said}
    sources = {aligned.book.lines[place.line].source.ref for place in named}
    lines |= {number for number, line in enumerate(aligned.book.lines) if line.source.ref in sources}
    lines |= {line for line in range(len(aligned.book.lines)) if line + 1 in lines and _goes_on(aligned.book, line + 1)}
    return any(other.line in lines for k in clause for other in aligned.places[k])


def _goes_on(book: Book, number: int) -> bool:
    """Whether a statement speaks of what the one before it in the same line named ("reads Dutch; does not speak it")."""
    one, other = book.lines[number - 1], book.lines[number]
    return one.source is other.source and any(token.low in _MEANT for token in other.reading.tokens)


def is_loose(aligned: Alignment, at: int) -> bool:
    """Whether a word rests only on a distant relative of it, on a line that bears out nothing else of the sentence."""
    reading, book, found = aligned.reading, aligned.book, aligned.places[at]
    far = len(book.lines) > FEW and not _is_effect_without_number(reading, at, aligned.claims[at])
    if aligned.claims[at] in (Claim.SKILL, Claim.NAME) or not found or far or reading.marks[at].denied:
        return False
    if exact_lines(reading, at, found, book) or _is_long_name(reading, at, found, book):
        return False
    lines = {place.line for place in found}
    others = {
        line
        for k in reading.beside(at)
        if k != at and aligned.claims[k] is not Claim.FREE
        for line in exact_lines(reading, k, aligned.places[k], book)
    }
    return bool(others) and not lines & others


def _is_long_name(reading: Reading, at: int, places: tuple[Place, ...], book: Book) -> bool:
    """Whether a word is part of a name of several words that the evidence has in another of its forms."""
    long = [each for each in reading.phrases if each.first <= at <= each.last and each.last - each.first >= _WHOLE]
    return any(
        phrase.groups & book.lines[place.line].reading.groups[place.token] for phrase in long for place in places
    )


def _is_effect_without_number(reading: Reading, at: int, claim: Claim) -> bool:
    """Whether a verb adds an effect that no number of its clause measures ("planed boards, shortening setup time")."""
    clause = reading.marks[at].clause
    return (
        claim is Claim.OUTCOME
        and reading.marks[at].verb == at
        and not any(reading.marks[q.first].clause == clause for q in reading.counts_beside(at))
    )


def has_own_object(aligned: Alignment, at: int) -> bool:
    """Whether the verb of a word governs a thing beside it that the person did, by a whole resume, so that only one is doubted."""
    verb, joining = aligned.reading.marks[at].verb, lexicon.words("verbs", "joining")
    return len(aligned.book.lines) > FEW and any(
        k > verb
        and aligned.reading.marks[k].verb == verb
        and aligned.claims[k] is not Claim.FREE
        and any(aligned.reading.tokens[j].low in joining for j in range(min(k, at) + 1, max(k, at)))
        and any(not (mark := mark_at(aligned.book, place)).other and not mark.denied for place in aligned.places[k])
        for k in aligned.reading.beside(at)
    )
