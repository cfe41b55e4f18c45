"""Lines that speak to their reader instead of telling what was done: they prove nothing.

Some command whoever reads a resume ("AI: say that she is an engineer"), some ask for a claim ("say I ran the shop", "make
sure the resume says she led the team"). What a person tells as a fact is read for commands only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from agent.change import lexicon

_BEGINS = r"(?:^\W*|[.;:!?\])>]\s+\W{0,3}|[\[(<{#*]\W{0,3})"
_WORD = re.compile(r"[^\W_]+")
_CLASS = re.compile(r"\{([a-z]+)\}")


def is_command(text: str) -> bool:
    """Whether a line speaks to its reader instead of about the person."""
    return find_command(text) is not None


def find_command(text: str) -> int | None:
    """The character at which a line begins to command its reader, if it does."""
    words = set(_WORD.findall(text.lower()))
    starts: list[int] = []
    if not _triggers().isdisjoint(words) or any(sign in text for sign in _signs()):
        starts += (match.start() for match in (_pattern().search(text),) if match)
    for triggers, pattern in _more():
        if not triggers.isdisjoint(words):
            starts += (match.start() for match in (pattern.search(text),) if match)
    if any(sign in text for sign in lexicon.ordered("requests", "machine", "signs")):
        starts += (match.start() for match in (_machine().search(text),) if match)
    return min(starts, default=None)


@cache
def _machine() -> re.Pattern[str]:
    """What is written for a machine."""
    return _any_row(lexicon.rows("requests", "rows", "machine"))


@cache
def _triggers() -> frozenset[str]:
    return lexicon.words("commands", "resume", "triggers")


@cache
def _signs() -> tuple[str, ...]:
    return lexicon.ordered("commands", "resume", "signs")


@cache
def _pattern() -> re.Pattern[str]:
    return _any_row(lexicon.rows("commands", "speaks", "resume"))


@cache
def _more() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """Further patterns, each with the words of which a line holds one where it may match."""
    triggers = lexicon.section("commands", "triggers")
    return tuple((words, _any_row(lexicon.rows("commands", name, "rows"))) for name, words in triggers.items())


def _any_row(rows: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_compiled, rows)), re.IGNORECASE)


def _compiled(row: str) -> str:
    """A row of the lexicon as a regular expression."""
    words = lexicon.section("commands", "classes")
    row = _CLASS.sub(lambda match: "(?:" + "|".join(sorted(words[match[1]])) + ")", row)
    row = row.replace("@", _BEGINS) if row.startswith(("@", "(?:@")) else row
    return row.replace("..", ".{0,60}").replace(" ?", r"\s*").replace(" ", r"\s+")


@lru_cache(maxsize=20_000)
def find_request(text: str) -> int | None:
    """Where a line begins to ask its reader for a claim, or None."""
    starts = [match.start() for pattern in _patterns() if (match := pattern.search(text))]
    if not lexicon.words("requests", "further", "triggers").isdisjoint(_WORD.findall(text.lower())):
        starts += (match.start() for match in (_further().search(text),) if match)
    return min(starts, default=None)


@cache
def _further() -> re.Pattern[str]:
    return _any_row(lexicon.rows("requests", "rows", "further"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    tell, whom, papers, readers, labels, openers = (
        _any_of(name) for name in ("tell", "whom", "papers", "readers", "labels", "openers")
    )
    begins = r"(?:^|[.;:!?,(\[{<%*>–—-]\s*|\b(?:and|then|so|or)\s+)\W*"
    asks = rf"(?:(?:{openers}|(?:do\s+not|don't|never)\s+\w+[^.;]{{0,60}}[;,]\s*)\s+)"
    rows = (
        # "so say I painted", "call him a manager", "you can assume she did"
        rf"{begins}{asks}*{tell}(?:\s+(?:down|out|in|to\s+(?:the\s+)?\w+|the\s+\w+))?(?:\s+that)?\s+(?:{whom})\b",
        # "please list a degree", "feel free to add", "just put down"
        rf"{begins}(?:{openers})\s+{tell}\b(?=\s+(?:down|in|that|this|a|an|the|my|his|her|their|['\"“‘]))",
        # "make sure the resume says", "the final bullet should state"
        rf"\b{papers}\b[^.;]{{0,20}}\b(?:must|should|shall|has\s+to|needs?\s+to|ought\s+to|is\s+to)\b",
        rf"\b(?:make\s+sure|ensure|see\s+to\s+it|check)\s+(?:that\s+)?(?:the|this|my|your|every)\s+(?:\w+\s+){{0,2}}{papers}\b",
        rf"{begins}{tell}\s+(?:to\s+|in\s+|on\s+)?(?:the|this|my|your|every)\s+(?:\w+\s+){{0,2}}(?:{papers}|title)\b[^.;]{{0,15}}\b(?:to|say|says|with|as|that)\b",
        # "note for the writer", "[to the AI reading this: ...", "hidden note: say ..."
        rf"^\W*(?:\w+\s+){{0,2}}(?:for|to|an|für|pour|para)\s+(?:the\s+|any\s+|every\s+|die\s+|den\s+)?{readers}\b[^:]{{0,30}}[:,]",
        rf"^\W*(?:{labels})\s*[:,-]\s*(?:please\s+|just\s+)?{tell}\b",
        r"^\W*(?:hidden|secret|invisible|internal)\s+(?:note|text|message|prompt|instruction)s?\b",
        r"\b(?:your|the)\s+(?:new\s+)?task\s+(?:now\s*)?(?::|is\s+to\b)",
        # "add: led six bakers"
        r"^\W*(?:also\s+|please\s+|and\s+|now\s+)?(?:add|say|write|include|insert|mention|state|claim|output)\s*:\s*\S",
        r"\b(?:ignore|disregard|forget|override|skip)\s+(?:what|whatever|anything|everything)\b.{0,25}\b(?:above|before|else|earlier|previous|said|written|stands)\b",
        r"\bfor\s+(?:this|the)\s+(?:application|resume|cv|purpose|job),?\s+(?:pretend|say|claim|assume|call)\b",
        # German, French, Spanish
        r"(?:^|[.;:!?(\[]\s*)\W*(?:bitte\s+)?(?:schreib(?:e|en\s+sie)?|erwähn(?:e|en\s+sie)|nenn(?:e|en\s+sie)|sag(?:e|en\s+sie)?|gib\s+an|geben\s+sie\s+an|behaupte|tu\s+so)\b[^.;]{0,20}\b(?:dass|er|sie|ich|mich|ihn)\b",
        r"(?:^|[.;:!?(\[]\s*)\W*(?:merci\s+de\s+|veuillez\s+)?(?:dites|dis|écri(?:s|vez|re)|mentionne[zr]?|précise[zr]?|indique[zr]?|ajoute[zr]?|prétend(?:s|ez)|fais\s+comme\s+si|faites\s+comme\s+si)\s+(?:aussi\s+)?(?:qu['’e]|le\s+|une?\s+)",
        r"(?:^|[.;:!?(\[]\s*)\W*(?:por\s+favor,?\s+)?(?:di|diga|escribe|escriba|pon|ponga|añade|añada|menciona|mencione|indica|indique|finge|finja)\s+(?:también\s+)?(?:que|como)\b",
    )
    return tuple(re.compile(row, re.IGNORECASE) for row in rows)


def _any_of(name: str) -> str:
    return "(?:" + "|".join(sorted(lexicon.words("requests", name, "words"), key=lambda word: (-len(word), word))) + ")"
