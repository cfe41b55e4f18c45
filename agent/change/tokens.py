"""Text as tokens: words with their lemma, numbers with their value, and the marks that end a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from agent.change.figures import Figure, read_figure
from agent.change.languages import guess_language
from agent.change.lemmas import Language, find_roots, lemmatise
from agent.change.lexicon import words

__all__ = ["Token", "guess_language", "tokenise"]

Kind = Literal["word", "name", "number", "stop", "pause", "mark"]

_SHORT = 3
_TOKEN = re.compile(
    r"""
      (?P<address>(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+)
    | (?P<number>[$€£¥]?\s?\d+(?:[.,'’\u00a0\u202f]\d+)*(?:\s?(?:%|‰))?(?:(?:k|K|m|M|bn|B|mn|MM)(?![\w]))?(?:st|nd|rd|th|s|er|e|º|ª|x)?(?!\w)\+?(?:\s?[€£$])?)
    | (?P<word>\.NET\b|[^\W_]+(?:['’][^\W_]+)*(?:\+\+|\#(?!\w))?)
    | (?P<stop>[;!?\n\r|•●▪◦·]+|\.(?=\s|$))
    | (?P<pause>[,()\[\]–—]|:(?=\s|$)|\s-\s)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """`start`/`end` are characters of the text; `lemma` is lower case; `roots` join a family of derived words."""

    start: int
    end: int
    text: str
    low: str
    lemma: str
    roots: frozenset[str]
    kind: Kind
    figure: Figure | None = None

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def tokenise(text: str, language: Language) -> list[Token]:
    """All tokens of `text`, in order; whatever the text holds, each character but spaces is in at most one."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup, match.group()
        start = match.start() + len(piece) - len(piece.lstrip())
        piece = piece.strip()
        if kind == "number":
            found.append(
                Token(
                    start, start + len(piece), piece, piece, piece, frozenset(), "number", read_figure(piece, language)
                )
            )
        elif kind == "word":
            low = piece.lower().replace("’", "'")
            lemma = lemmatise(piece, language)
            found.append(Token(start, start + len(piece), piece, low, lemma, find_roots(lemma, language), "word"))
        elif kind == "address":
            found.append(Token(start, start + len(piece), piece, piece.lower(), piece.lower(), frozenset(), "name"))
        elif piece == "." and found and _is_abbreviation(found[-1], text, match.end()):
            found.append(Token(start, start + 1, piece, piece, piece, frozenset(), "mark"))
        elif piece:
            named: Kind = "stop" if kind == "stop" else "pause" if kind == "pause" else "mark"
            found.append(Token(start, start + len(piece), piece, piece, piece, frozenset(), named))
        elif kind == "stop":
            found.append(Token(match.start(), match.end(), "\n", "\n", "\n", frozenset(), "stop"))
    return found


def _is_abbreviation(before: Token, text: str, end: int) -> bool:
    """Whether a full stop belongs to the word before it ("B.Sc. in", "Dr. Chen") rather than ending a sentence."""
    following = text[end:].lstrip(" ")[:1]
    if not following or following == "\n" or before.kind != "word" or before.end != end - 1:
        return False
    if before.text.isupper() and len(before.text) > 1:
        return False
    return before.low in words("forms", "abbreviations", "all") or (len(before.text) <= _SHORT and following.islower())
