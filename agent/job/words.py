"""Text as the match sees it: folded, split into words and sentences, words cut to their stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from agent.job.lexicon import table

INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\U000e0000-\U000e007f]")
WORD = re.compile(r"[^\W_](?:[\w+#]|[.&'/-](?=\w))*[+#]*", re.UNICODE)
ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|incl|bzw|ca|z\.b|inkl|usw|u\.a|d\.h|mind|min|max|dr|mr|mrs|ms|st|no|nr|vs|inc|ltd|co|corp"
    r"|ph\.d|m\.sc|b\.sc|b\.a|m\.a|b\.s|m\.s|u\.s|a\.m|p\.m|p\.ej|ej)|(?:^|[A-Z]\.\s?|\b(?:[Mm]r|[Mm]rs|[Dd]r)\s)[A-Z])\.$",
    re.IGNORECASE,
)
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
    """The folded words of a text, possessives cut: "five years' PL/SQL" gives five, years, pl/sql."""
    found = []
    for match in WORD.finditer(fold(text)):
        word = match.group().removesuffix("'s").strip("'")
        if "/" in word and not (len(word) <= 7 and word.count("/") == 1):
            found += [part for part in word.split("/") if part]
        else:
            found.append(word)
    return found


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph as they stand; abbreviations ("e.g.", "B.Sc.") end none."""
    done: list[str] = []
    held = ""
    for piece in SENTENCE_END.split(text):
        held = f"{held} {piece}".strip() if held else piece.strip()
        if held and not ABBREVIATION.search(held):
            done.append(held)
            held = ""
    return [*done, held] if held else done


SUFFIXES = (
    "isations", "izations", "isation", "ization", "ational", "ations", "ation", "ators", "ator", "ating", "ated", "ates",
    "ments", "ment", "ances", "ance", "ences", "ence", "nesses", "ness", "ities", "ity", "ically", "ical", "ions", "ion",
    "ings", "ing", "ies", "ied", "ers", "er", "ors", "or", "ed", "es", "ly", "al", "ic", "ive", "ism", "ist", "ists", "s", "y", "e",
)  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What words of one family share: ventilated, ventilator and ventilation are one, as are manage and managers."""
    kept = table("generic")["unlike"].get(word)
    if kept:
        return str(kept)
    if len(word) <= 4 or not word.isalpha():
        return word.removesuffix("s") if len(word) == 4 and word.isalpha() and not word.endswith("ss") else word
    cut = word
    for _ in range(2):
        for suffix in SUFFIXES:
            if cut.endswith(suffix) and len(cut) - len(suffix) >= (4 if len(suffix) > 1 else 3):
                cut = cut[: -len(suffix)]
                break
        else:
            break
    if len(cut) > 4 and cut[-1] == cut[-2] and cut[-1] not in "sl":
        cut = cut[:-1]
    return cut


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
