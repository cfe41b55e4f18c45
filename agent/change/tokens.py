"""Text as tokens: words with their lemma, numbers with their value, and the marks that end a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import simplemma

from agent.change.lexicon import related
from agent.change.figures import Figure, read_figure

Kind = Literal["word", "name", "number", "stop", "pause", "mark"]
Language = Literal["en", "de", "fr", "es"]

LONGEST_WORD = 60
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
_GUIDE: dict[Language, frozenset[str]] = {
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "in",
            "a",
            "with",
            "for",
            "on",
            "at",
            "by",
            "from",
            "was",
            "is",
            "were",
            "that",
            "which",
            "an",
            "as",
            "who",
            "i",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "von",
            "mit",
            "für",
            "im",
            "in",
            "den",
            "dem",
            "ein",
            "eine",
            "zu",
            "bei",
            "auf",
            "als",
            "nicht",
            "wurde",
            "des",
            "am",
            "zur",
            "zum",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "du",
            "et",
            "en",
            "de",
            "un",
            "une",
            "pour",
            "dans",
            "avec",
            "au",
            "aux",
            "sur",
            "par",
            "est",
            "à",
            "l",
            "d",
            "une",
            "chez",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "de",
            "del",
            "y",
            "en",
            "un",
            "una",
            "para",
            "con",
            "por",
            "al",
            "como",
            "se",
            "su",
            "que",
            "a",
            "desde",
        ]
    ),
}
_MARKED: dict[Language, frozenset[str]] = {
    "de": frozenset("äöüß"),
    "fr": frozenset("èêçàâîôûœ"),
    "es": frozenset("ñáíóú¿¡"),
}


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
                Token(start, start + len(piece), piece, piece, piece, frozenset(), "number", read_figure(piece, language))
            )
        elif kind == "word":
            low = piece.lower().replace("’", "'")
            lemma = lemmatise(piece, language)
            found.append(Token(start, start + len(piece), piece, low, lemma, find_roots(lemma, language), "word"))
        elif kind == "address":
            found.append(Token(start, start + len(piece), piece, piece.lower(), piece.lower(), frozenset(), "name"))
        elif piece:
            named: Kind = "stop" if kind == "stop" else "pause" if kind == "pause" else "mark"
            found.append(Token(start, start + len(piece), piece, piece, piece, frozenset(), named))
        elif kind == "stop":
            found.append(Token(match.start(), match.end(), "\n", "\n", "\n", frozenset(), "stop"))
    return found


@lru_cache(maxsize=100_000)
def lemmatise(word: str, language: Language) -> str:
    """The dictionary form of `word`, lower case."""
    if len(word) > LONGEST_WORD:
        return word.lower()
    low = word.lower().replace("’", "'")
    if low.endswith("'s"):
        low = word = low[:-2]
    if language == "de":
        lemma = str(simplemma.lemmatize(word, lang="de")).lower()
        return lemma if lemma != word.lower() else str(simplemma.lemmatize(word.lower(), lang="de")).lower()
    lemma = str(simplemma.lemmatize(low, lang=language)).lower()
    return _settle(_PAST.get(low, lemma)) if language == "en" else lemma


_PAST = dict(
    pair.split(":")
    for pair in """bore:bear bent:bend bound:bind bit:bite broke:break felt:feel ground:grind rose:rise shook:shake shot:shoot swore:swear thought:think
    won:win wound:wind fell:fall saw:see led:lead programmed:program filing:file labelled:label modelled:model paid:pay laid:lay bookings:booking left:leave""".split()
)
_SPELLING = (("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("tre", "ter"), ("ogue", "og"), ("ence", "ense"), ("gramme", "gram"), ("tyre", "tire"))


def _settle(lemma: str) -> str:
    """One spelling for British and American words, and for verbs that double their last letter."""
    known = related()
    if len(lemma) > 4 and lemma[-1] == lemma[-2] and lemma not in known and lemma[:-1] in known:
        lemma = lemma[:-1]
    for british, american in _SPELLING:
        if lemma.endswith(british):
            other = lemma[: -len(british)] + american
            if other in known:
                return other
    return lemma


_SUFFIXES = tuple(
    sorted(
        [
            "isations",
            "izations",
            "ations",
            "ations",
            "ation",
            "ition",
            "itions",
            "ements",
            "ement",
            "ments",
            "ment",
            "ings",
            "ing",
            "ances",
            "ance",
            "ences",
            "ence",
            "ive",
            "ives",
            "ively",
            "ional",
            "ionally",
            "ions",
            "ion",
            "ised",
            "ized",
            "ises",
            "izes",
            "ise",
            "ize",
            "ising",
            "izing",
            "ities",
            "ity",
            "ness",
            "ers",
            "er",
            "ors",
            "or",
            "ists",
            "ist",
            "ists",
            "ed",
            "es",
            "s",
            "e",
            "al",
            "ally",
            "ally",
            "ly",
            "able",
            "ible",
            "ful",
            "fully",
            "age",
            "ages",
            "ant",
            "ent",
            "ants",
            "ents",
            "y",
            "ure",
            "ures",
        ],
        key=len,
        reverse=True,
    )
)


_FOREIGN: dict[str, tuple[str, ...]] = {
    "de": ("ungen", "ung", "enden", "ende", "ern", "eln", "en", "er", "in", "te", "t", "e", "n"),
    "fr": ("ations", "ation", "ements", "ement", "eurs", "eur", "euses", "euse", "ages", "age", "tion", "ants", "ant", "isant", "ées", "ée", "és", "é", "er", "ir", "ie", "e"),
    "es": ("aciones", "ación", "iciones", "ición", "ciones", "ción", "sión", "miento", "adoras", "adora", "ador", "ando", "iendo", "aban", "aba", "ada", "ado", "é", "ó", "ar", "er", "ir", "a", "o", "e"),
}


@lru_cache(maxsize=100_000)
def find_roots(lemma: str, language: Language = "en") -> frozenset[str]:
    """What a family of derived words shares ("coordinate", "coordination"), each after a tilde; none if too little would remain."""
    if len(lemma) > LONGEST_WORD or not lemma.isalpha() or len(lemma) < 4:
        return frozenset()
    found = {lemma}
    for suffix in _FOREIGN.get(language, _SUFFIXES):
        if lemma.endswith(suffix) and len(lemma) - len(suffix) >= 4:
            stem = lemma[: -len(suffix)]
            found.add(stem)
            if stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset("~" + stem for stem in found)


@lru_cache(maxsize=4096)
def guess_language(text: str, default: Language = "en") -> Language:
    """The likeliest of the four languages by small words, letters with marks and known English words; else `default`."""
    low = text[:2000].lower()
    words = re.findall(r"[^\W\d_]+", low)
    points: dict[Language, float] = {language: sum(word in guides for word in words) for language, guides in _GUIDE.items()}
    for language, letters in _MARKED.items():
        points[language] += 1.5 * sum(letter in low for letter in letters)
    long = [word for word in words if len(word) > _SHORT]
    if long:
        known = sum(word in related() or lemmatise(word, "en") in related() for word in long[:60]) / min(len(long), 60)
        points["en"] += 3 * (known - 0.5)
    points[default] += 0.5
    return max(points, key=lambda language: (points[language], language == "en"))


_SHORT = 3
