"""Text as the match sees it: folded, split into words and sentences, words cut to their stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from agent.job.lexicon import table

ELISION = re.compile(r"^(?:[ldnscjmt]|qu|lorsqu|jusqu)'(?=\w{2})")
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\U000e0000-\U000e007f]")
WORD = re.compile(r"[^\W_](?:[\w+#]|[.&'/-](?=\w))*[+#]*", re.UNICODE)
ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|incl|bzw|ca|z\.b|inkl|usw|u\.a|d\.h|mind|min|max|dr|mr|mrs|ms|st|no|nr|vs|inc|ltd|co|corp"
    r"|ph\.d|m\.sc|b\.sc|b\.a|m\.a|b\.s|m\.s|u\.s|a\.m|p\.m|p\.ej|ej)|(?-i:(?:^|\s)[a-zäöü])|(?:^|[A-Z]\.\s?|\b(?:[Mm]r|[Mm]rs|[Dd]r)\s)[A-Z])\.$",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\b(?:no|nr)\.$", re.IGNORECASE)
"""An abbreviation only where a number follows: "AutoCAD: no. Revit: a course" are two sentences."""
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“(¿¡]?[A-ZÀ-ÖØ-Þ0-9¿¡])|(?<=[。！？])")


def visible(text: str) -> str:
    """The text without characters that a person cannot see, one width of space and plain quotes and line ends."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u00a0", " ").replace("\t", " ")
    )


def fold(text: str) -> str:
    """Lower case, straight quotes and dashes, single spaces: for comparing, never for quoting."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = text.replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-")
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """The folded words of a text, possessives cut, hyphens opened: "five years' full-time PL/SQL" gives five words."""
    return list(split_words(text))


@lru_cache(maxsize=16384)
def split_words(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in WORD.finditer(fold(text)):
        word = ELISION.sub("", match.group().removesuffix("'s").strip("'"))
        if "/" in word and not (len(word) <= 7 and word.count("/") == 1):
            found += [part for part in re.split(r"[/-]", word) if part]
        elif "-" in word and not word[0].isdigit():
            found += [part for part in word.split("-") if part]
        else:
            found.append(word)
    return tuple(found)


def joints(text: str) -> dict[str, int]:
    """Hyphenated words written as one, with the place of their first part: "cross-flow" may be asked for as crossflow."""
    if "-" not in text:
        return {}
    found: dict[str, int] = {}
    for match in HYPHENATED.finditer(fold(text)):
        found.setdefault(match.group().replace("-", ""), len(words(text[: match.start()])))
    return found


HYPHENATED = re.compile(r"\b[^\W\d_]{2,}-[^\W\d_]{2,}\b")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph as they stand; abbreviations ("e.g.", "B.Sc.") end none."""
    done: list[str] = []
    held = ""
    for piece in SENTENCE_END.split(text):
        if held and NUMBERED.search(held) and not piece[:1].isdigit():
            done.append(held)
            held = ""
        held = f"{held} {piece}".strip() if held else piece.strip()
        if held and not ABBREVIATION.search(held):
            done.append(held)
            held = ""
    return [*done, held] if held else done


DERIVED = (
    ("ization", 4), ("isation", 4), ("kenntnisse", 4), ("kenntnis", 4), ("erfahrungen", 4), ("erfahrung", 4), ("bereitschaft", 4),
    ("ation", 4), ("ator", 4), ("ative", 5), ("ment", 5), ("ness", 4), ("ance", 4), ("ence", 4), ("ity", 4), ("ism", 5),
    ("ist", 5), ("able", 5), ("ible", 5), ("ion", 5), ("ate", 5), ("at", 5), ("al", 5), ("er", 5), ("or", 5), ("ly", 5), ("ive", 5),
)  # fmt: skip
FEMALE = re.compile(r"^(.*(?:kauf|fach))frau$")
VOWEL = re.compile(r"[aeiouyäöüéèêáíóú]")


@lru_cache(maxsize=65536)
def inflected(word: str) -> str:
    """The word without its endings of number and tense: tickets and ticket, coached and coach are one."""
    if len(word) <= 3 or not word.isalpha():
        return word
    cut = FEMALE.sub(r"\1mann", word) if word.endswith("frau") else word
    if len(cut) > 7 and cut.endswith(("erin", "erinnen")):
        cut = cut.removesuffix("nen").removesuffix("in")
    if cut.endswith("ies") and len(cut) > 4:
        cut = cut[:-3] + "y"
    elif cut.endswith("sses") or (cut.endswith("es") and cut[-3] in "xz"):
        cut = cut[:-2]
    elif cut.endswith("s") and not cut.endswith(("ss", "us", "is")):
        cut = cut[:-1]
    for suffix in ("ing", "ed"):
        bare = cut.removesuffix(suffix)
        if bare != cut and len(bare) >= 3 and VOWEL.search(bare):
            double = len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "lsz"
            cut = bare[:-1] if double else bare
            break
    if len(cut) > 4 and cut.endswith("e"):
        cut = cut[:-1]
    return cut[:-1] + "i" if len(cut) > 4 and cut.endswith("y") else cut


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What words of one family share: ventilated, ventilator and ventilation are one, as are manage and managers."""
    kept = table("generic")["unlike"].get(word)
    if kept:
        return str(kept)
    cut = inflected(word)
    if not cut.isalpha():
        return cut
    for suffix, least in DERIVED:
        if cut.endswith(suffix) and len(cut) - len(suffix) >= least:
            cut = cut[: -len(suffix)]
            break
    return cut[:-1] if len(cut) > 5 and cut.endswith("e") else cut


def stems(text: str) -> list[str]:
    return [stem(word) for word in words(text)]


@lru_cache(maxsize=1)
def generic() -> frozenset[str]:
    """Stems that say nothing about what is asked for: "experience", "strong", "team", "die", "avec"."""
    return frozenset(stem(word) for word in table("generic")["words"])


@lru_cache(maxsize=1)
def faint() -> frozenset[str]:
    """Stems that say little: shared by two texts they prove nothing, but they are part of what is asked for."""
    return frozenset(stem(word) for word in table("generic")["faint"])


def content(text: str) -> list[str]:
    """The stems that matter, in order, each once."""
    return list(dict.fromkeys(each for each in stems(text) if each not in generic()))
