"""Steps towards something held, an exam or a road test, that a resume says lie ahead.

Why apart from the limits: who asks how far it has come should name the very step.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agent.job.lexicon import pattern, table
from agent.job.words import fold


@lru_cache(maxsize=8192)
def step_ahead(text: str) -> str:
    """The step that lies ahead, in the resume's words: "road test" of "CDL: permit only, road test not taken"; else ""."""
    folded = fold(text)
    for found in (after().search(folded), before().search(folded)):
        if found:
            return found.group("step")
    return ""


def is_ahead(text: str) -> bool:
    """Whether the text tells of a step that lies ahead, or of a first one done where more must follow."""
    return bool(step_ahead(text) or pattern(tuple(table("steps")["first"])).search(fold(text)))


@cache
def after() -> re.Pattern[str]:
    """A step and then how it lies ahead: "skills exam still ahead", "exam in June" without a year that may be past."""
    times = "|".join(map(re.escape, table("steps")["times"]))
    ahead = pattern(tuple(table("steps")["ahead"])).pattern
    when = rf"(?:in|this|next|on|by|early|late|in early|in late|in the|for) (?:{times})\b(?! (?:of )?(?:19|20)\d\d)"
    return re.compile(
        rf"{step()}(?:,? (?:is|are|was|still|yet|only|date|now|already|again))*,? (?:{ahead}|{when}|(?:next|ahead)(?! (?:to|of)\b))"
    )


@cache
def before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{pattern(tuple(table('steps')['toward'])).pattern}) (?:the |my |a |an |its |that |second |next |last )*{step()}"
    )


def step() -> str:
    stops = "|".join(map(re.escape, table("steps")["stops"]))
    nouns = "|".join(sorted(map(re.escape, table("steps")["nouns"]), key=len, reverse=True))
    return rf"(?<![\w'-])(?P<step>(?:(?!(?:{stops})\b)[a-z][\w&/+'-]* ){{0,2}}(?:{nouns}))\b"
