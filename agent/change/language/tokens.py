"""Text as tokens: words with their lemma, numbers with their value, and the marks that end a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from agent.change.language.figures import Figure, read_figure
from agent.change.language.inflection import find_verbs, is_deed, is_finite, join_verb, verbs_of_noun
from agent.change.language.languages import guess_language
from agent.change.language.lemmas import Language, find_roots, lemmatise
from agent.change.lexicon import words

__all__ = ["Token", "guess_language", "low_at", "tokenise"]

Kind = Literal["word", "name", "number", "stop", "pause", "mark"]

_SHORT = 3
_GLUED = "|".join(sorted(words("measures", "glued", "words"), key=lambda unit: (-len(unit), unit)))
_TOKEN = re.compile(
    rf"""
      (?P<address>(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+)
    | (?P<number>[$€£¥]?\s?(?:\d{{1,3}}(?:\x20\d{{3}})+(?![\d.,'’])|(?:(?<![\w.])\.)?\d+(?:[.,'’\u00a0\u202f]\d+)*)(?:\s?(?:%|‰))?(?:(?:k|K|m|M|bn|B|mn|MM)(?![\w]))?(?:st|nd|rd|th|s|er|e|º|ª|x)?(?=(?:{_GLUED})?(?!\w))\+?(?:\s?[€£$](?!\s?\d))?)
    | (?P<word>\.NET\b|[^\W_]+(?:['’][^\W_]+)*(?:\+\+|\#(?!\w))?)
    | (?P<stop>[;!?\n\r|•●▪◦·]+|\.(?=\s|$))
    | (?P<pause>[,()\[\]–—]|:(?=\s|$)|\s-\s)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)


@dataclass(slots=True, eq=False)
class Token:
    """`start`/`end` are characters of the text; `lemma` is lower case; `roots` join a family of derived words, `keys`
    are all of these: what the word may be found by.

    Its fields are final rather than frozen: there are dozens to a line, and a frozen one takes twice as long to make.

    Of German, French and Spanish words `deed` says that a verb is said; its lemma then is that verb.
    """

    start: Final[int]
    end: Final[int]
    text: Final[str]
    low: Final[str]
    lemma: Final[str]
    roots: Final[frozenset[str]]
    kind: Final[Kind]
    keys: Final[frozenset[str | int]]
    figure: Final[Figure | None] = None
    deed: Final[bool] = False

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def low_at(tokens: Sequence[Token], at: int) -> str:
    """The token at a place in lower case; empty before the first and after the last."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def tokenise(text: str, language: Language) -> list[Token]:
    """All tokens of `text`, in order; whatever the text holds, each character but spaces is in at most one."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup, match.group()
        start = match.start() + len(piece) - len(piece.lstrip())
        piece = piece.strip()
        if kind == "number":
            found.append(_sign(start, piece, "number", read_figure(piece, language)))
        elif kind == "word":
            parted = _elided(piece) if language == "fr" else 0
            if parted:
                found.append(_word(start, piece[:parted], language))
                piece, start = piece[parted + 1 :], start + parted + 1
            found.append(_word(start, piece, language))
        elif kind == "address":
            found.append(_sign(start, piece, "name"))
        elif piece == "." and found and _is_abbreviation(found[-1], text, match.end()):
            found.append(_sign(start, piece, "mark"))
        elif piece:
            found.append(_sign(start, piece, "stop" if kind == "stop" else "pause" if kind == "pause" else "mark"))
        elif kind == "stop":
            found.append(replace(_sign(match.start(), "\n", "stop"), end=match.end()))
    return found if language == "en" else list(_with_deeds(found, language))


def _word(start: int, piece: str, language: Language) -> Token:
    low, lemma, roots, keys = _forms(piece, language)
    return Token(start, start + len(piece), piece, low, lemma, roots, "word", keys)


def _sign(start: int, piece: str, kind: Kind, figure: Figure | None = None) -> Token:
    low = piece.lower() if kind == "name" else piece
    return Token(start, start + len(piece), piece, low, low, frozenset(), kind, frozenset((low,)), figure)


@lru_cache(maxsize=100_000)
def _forms(piece: str, language: Language) -> tuple[str, str, frozenset[str], frozenset[str | int]]:
    """A word in lower case, its lemma, the family of derived words it belongs to, and all of these together."""
    lemma = lemmatise(piece, language)
    roots = find_roots(lemma, language)
    for verb in (*find_verbs(piece, language), *verbs_of_noun(piece, language)):
        roots |= find_roots(verb, language)
    low = piece.lower().replace("’", "'")
    return low, lemma, roots, roots | {lemma, low}


def _with_deeds(tokens: Sequence[Token], language: Language) -> Iterator[Token]:
    """The tokens, and of each that is a verb said which verb it is, with a particle from the end of its clause."""
    for at, token in enumerate(tokens):
        if token.kind != "word":
            yield token
            continue
        before = tokens[at - 1] if at else None
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        begins = (
            before is None or before.kind in ("stop", "pause") or before.low in words("verbs", f"beginnings_{language}")
        )
        said = before.text if before is not None and before.kind in ("word", "mark") else ""
        if not is_deed(token.text, language, said, following, begins=begins):
            yield token
            continue
        verb = find_verbs(token.text, language)[0]
        if language == "de" and is_finite(token.text):
            verb = join_verb(verb, _last_of_clause(tokens, at)) or verb
        roots = token.roots | find_roots(verb, language)
        yield replace(token, lemma=verb, roots=roots, keys=roots | {verb, token.low}, deed=True)


def _last_of_clause(tokens: Sequence[Token], at: int) -> str:
    """The word before the clause of a token ends."""
    for k in range(at + 1, len(tokens)):
        if tokens[k].kind in ("stop", "pause"):
            break
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        joins = following is not None and following.low in words("verbs", "joining")
        if following is None or following.kind in ("stop", "pause") or joins:
            if tokens[k].low in words("verbs", "particles"):
                return tokens[k].low
            if joins and k + 2 < len(tokens) and is_deed(tokens[k + 2].text, "de", "", "", begins=False):
                break
    return ""


def _elided(piece: str) -> int:
    """How many letters of a French word stand before an apostrophe that stands for a vowel ("l'atelier"), or 0."""
    at = max(piece.find("'"), piece.find("’"))
    return at if at > 0 and piece[:at].lower() in words("forms", "elided", "fr") else 0


def _is_abbreviation(before: Token, text: str, end: int) -> bool:
    """Whether a full stop belongs to the word before it ("B.Sc. in", "Dr. Chen") rather than ending a sentence."""
    following = text[end:].lstrip(" ")[:1]
    if not following or following == "\n" or before.kind != "word" or before.end != end - 1:
        return False
    if before.text.isupper() and len(before.text) > 1:
        return False
    if before.low in ("no", "nr"):
        return following.isdigit()
    return before.low in words("forms", "abbreviations", "all") or (len(before.text) <= _SHORT and following.islower())
