"""Whom a title names: the person, or somebody the person worked for, with or on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.language.figures import number_words
from agent.change.language.phrases import expansions
from agent.change.language.tokens import Token
from agent.change.telling.book import Book, Place
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading, groups_at
from agent.change.telling.wordings import share_row

_BACK = 5
_FAR_BACK = 9
_AND = frozenset({"and", "und", "et", "y"})
_ME = frozenset({"me", "i", "myself", "ich", "moi", "yo"})
_LONG = 5
_FIELD = 2


def names_person(reading: Reading, at: int) -> bool:
    """Whether the title at this token is said of the person, not of somebody else in the sentence."""
    tokens = reading.tokens
    if tokens[at].low.endswith(("'s", "s'")) and reading.language == "en":
        return False
    if tokens[at].low != tokens[at].lemma and tokens[at].low.endswith("s") and reading.language == "en":
        return False
    if _is_told_of(reading, at) or _is_second_to(tokens, at):
        return False
    headed = _title_it_lessens(reading, at)
    if headed >= 0:
        return names_person(reading, headed)
    for k in range(at - 1, max(at - 1 - _BACK, -1), -1):
        token = tokens[k]
        if token.kind in ("stop", "pause"):
            return True
        if token.low in lexicon.words("titles", "self") or _is_post_of(tokens, k):
            return True
        if token.low == "to" and any(t.low in lexicon.words("titles", "rising") for t in tokens[max(k - _BACK, 0) : k]):
            return True
        if token.low in lexicon.words("titles", "towards") or (
            is_verb_at(tokens, k) and token.lemma not in lexicon.words("titles", "adjectives")
        ):
            return False
        if token.kind == "number" or token.low in number_words(reading.language):
            return token.figure is not None and token.figure.kind == "year"
    return True


def _is_post_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether "de" joins a title to the work somebody does ("trabajo de jardinero", "un poste de caissière")."""
    return bool(at) and tokens[at].low in ("de", "d") and tokens[at - 1].low in lexicon.words("titles", "posts")


def _title_it_lessens(reading: Reading, at: int) -> int:
    """The title that "adjoint" or "adjunto" behind it makes less ("chef de cuisine adjoint"), or -1."""
    if reading.language not in ("fr", "es") or reading.tokens[at].low not in lexicon.words("titles", "less_after"):
        return -1
    for k in range(at - 1, max(at - 1 - _BACK, -1), -1):
        if reading.tokens[k].kind != "word":
            return -1
        if reading.tokens[k].lemma in titles() or reading.tokens[k].low in titles():
            return k
    return -1


def _is_second_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether a title is that of somebody whose deputy or assistant the person is ("deputy to the head")."""
    for k in range(at - 1, max(at - 1 - _FAR_BACK, 0), -1):
        if tokens[k].kind in ("stop", "pause"):
            return False
        if tokens[k].low == "to":
            return tokens[k - 1].low in lexicon.words("titles", "less")
    return False


def _is_told_of(reading: Reading, at: int) -> bool:
    """Whether what follows says who else it was ("Schichtführer war Herr Kunz")."""
    following = reading.tokens[at + 1 : at + 3]
    if len(following) > 1 and following[0].low in _AND and following[1].low in _ME:
        return True
    return (
        len(following) > 1
        and following[0].low in ("war", "ist", "was", "is", "était", "est", "era", "fue", "es")
        and (following[1].capital or following[1].low in ("mein", "meine", "mon", "ma", "mi", "my"))
    )


def title_refusal(reading: Reading, at: int, places: tuple[Place, ...], book: Book) -> str:
    """Why a title word of a text is not the person's, or empty."""
    if not names_person(reading, at) or reading.tokens[at].lemma not in _named(reading, at):
        return ""
    own = [
        place
        for place in places
        if names_person(book.lines[place.line].reading, place.token)
        and not _is_doer(book.lines[place.line].reading, place.token)
    ]
    if not own:
        return "The evidence says this of somebody else."
    if all(_is_within_a_lesser(reading, at, book, place) for place in own):
        return "The evidence gives you a lower title."
    if all(_is_field_of_a_helper(book.lines[place.line].reading, place.token) for place in own) or _is_prefixed(
        reading, at, own, book
    ):
        return "The evidence does not give you this title."
    own = [place for place in own if book.lines[place.line].reading.tokens[place.token].lemma in titles()] or own
    if not _lessened(reading, at) and all(_lessened(book.lines[place.line].reading, place.token) for place in own):
        return "The evidence gives you a lower title."
    partner = _partner(reading, at)
    if partner is None:
        return ""
    for place in own:
        line = book.lines[place.line].reading
        near = range(max(place.token - 4, 0), min(place.token + 5, len(line.tokens)))
        if any(_same(reading, partner, line, k) for k in near):
            return ""
    if any(_said_with(reading, partner, book, place) for place in own):
        return ""
    return "The evidence does not give you this title."


def _is_within_a_lesser(reading: Reading, at: int, book: Book, place: Place) -> bool:
    """Whether a title is only within what a short form for a lesser one stands for ("teacher" in TA, "therapist" in PTA)."""
    line = book.lines[place.line].reading
    short = line.tokens[place.token]
    if not short.text.isupper() or short.low not in expansions():
        return False
    less = lexicon.words("titles", "less") | lexicon.words("titles", "short_of")
    return (
        reading.tokens[at].low not in less
        and not less.isdisjoint(expansions()[short.low])
        and not groups_at(reading, at) & groups_at(line, place.token)
    )


def _is_field_of_a_helper(line: Reading, at: int) -> bool:
    """Whether a word only names the field of somebody who helps in it ("pharmacy assistant" is no pharmacist)."""
    if calls_somebody(line.tokens[at]) or is_verb_at(line.tokens, at):
        return False
    for token in line.tokens[at + 1 : at + 1 + _FIELD]:
        if token.kind != "word" or token.low in lexicon.words("agency", "determiners"):
            return False
        if token.lemma in lexicon.words("titles", "helping"):
            return True
    return False


def _is_prefixed(reading: Reading, at: int, own: Sequence[Place], book: Book) -> bool:
    """Whether a word that qualifies a title ("registered nurse") rests on that title alone ("nurse")."""
    following = reading.tokens[at + 1 : at + 2]
    if not following or following[0].lemma not in titles() or reading.tokens[at].lemma == following[0].lemma:
        return False
    return all(
        book.lines[place.line].reading.language == reading.language
        and book.lines[place.line].reading.tokens[place.token].lemma == following[0].lemma
        for place in own
    )


def find_lowered(aligned: Alignment) -> Iterator[Doubt]:
    """Nouns for somebody that no list has as titles and that the evidence has only as somebody's helper or pupil."""
    for at, token in enumerate(aligned.reading.tokens):
        if (
            aligned.claims[at] not in (Claim.PLAIN, Claim.NAME)
            or not calls_somebody(token)
            or not names_person(aligned.reading, at)
        ):
            continue
        found = [
            place
            for place in aligned.places[at]
            if aligned.book.lines[place.line].reading.tokens[place.token].lemma == token.lemma
        ]
        helped = aligned.places[at] and all(
            _is_field_of_a_helper(aligned.book.lines[p.line].reading, p.token) for p in aligned.places[at]
        )
        if helped or (
            found
            and not _is_below(aligned.reading, at)
            and all(_is_below(aligned.book.lines[place.line].reading, place.token) for place in found)
        ):
            yield Doubt(at, at, "The evidence gives you a lower title.")


def _is_below(reading: Reading, at: int) -> bool:
    """Whether the word right before a title, or a word right after it, makes it less ("trainee optician", "optician's aide")."""
    tokens = reading.tokens
    before = tokens[at - 1].low if at else ""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    less = lexicon.words("titles", "less")
    return before in less or following in less or tokens[at].low.endswith("'s")


def calls_somebody(token: Token) -> bool:
    """Whether a word is a title or ends as nouns for somebody do ("deckhand")."""
    if token.kind != "word":
        return False
    if token.lemma in titles() or token.low in titles():
        return True
    return len(token.low) > _LONG and token.low.endswith(tuple(lexicon.words("titles", "endings")))


def _is_doer(reading: Reading, at: int) -> bool:
    """Whether a title is that of somebody whose doing the next word tells ("the architect drew")."""
    following = at + 1
    return following < len(reading.tokens) and reading.marks[following].other and is_verb_at(reading.tokens, following)


def _lessened(reading: Reading, at: int) -> bool:
    """Whether a word before the title makes it less ("assistant manager"), or after it in French or Spanish ("chef adjoint")."""
    for k in range(at - 1, max(at - 4, -1), -1):
        token = reading.tokens[k]
        if token.kind not in ("word", "mark"):
            return False
        if token.low in lexicon.words("titles", "less"):
            return True
    if reading.language not in ("fr", "es"):
        return False
    for token in reading.tokens[at + 1 : at + 1 + _BACK]:
        if token.kind != "word" or token.low in lexicon.words("titles", "less_after"):
            return token.kind == "word"
    return False


def _same(reading: Reading, partner: int, line: Reading, k: int) -> bool:
    ours, theirs = reading.tokens[partner], line.tokens[k]
    return (
        ours.lemma == theirs.lemma
        or bool(ours.roots & theirs.roots)
        or bool(groups_at(reading, partner) & groups_at(line, k))
        or share_row(reading, partner, line, k)
    )


def _said_with(reading: Reading, partner: int, book: Book, place: Place) -> bool:
    """A long title may be said shorter or with its field elsewhere on the line."""
    line = book.lines[place.line].reading
    return (
        any(_same(reading, partner, line, k) for k in range(len(line.tokens)))
        and reading.tokens[partner].lemma not in titles()
    )


def _partner(reading: Reading, at: int) -> int | None:
    """The word a rank belongs to: the next title word of the same name."""
    if reading.tokens[at].lemma not in titles():
        return None
    for k in range(at + 1, min(at + 4, len(reading.tokens))):
        if reading.tokens[k].kind != "word" or reading.tokens[k].low in _AND:
            return None
        if reading.tokens[k].lemma in titles():
            return k
    return None


def _named(reading: Reading, at: int) -> frozenset[str]:
    """Titles, and what qualifies one ("licensed electrician")."""
    following = reading.tokens[at + 1].lemma if at + 1 < len(reading.tokens) else ""
    return titles() | {reading.tokens[at].lemma} if following in titles() else titles()


@cache
def titles() -> frozenset[str]:
    """Every word of a job title."""
    return frozenset().union(
        *lexicon.section("titles", "ranks").values(), *lexicon.section("titles", "trades").values()
    )
