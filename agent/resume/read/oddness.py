"""Whether a text can be what it was read as: a person's name, or the name of a job, an employer, a school."""

from __future__ import annotations

import re

from agent.resume.read.headings import is_title_of_document, section_of
from agent.resume.read.places import place_score
from agent.resume.read.words import company_score, has_school, outer_title, title_score

FIT, ODD, WRONG = 0.65, 0.5, 0.3
"""A guess that is usually right, one that may well not be, and one that reads like a mistake."""
DANGLING = re.compile(
    r"\s(?:a|an|the|of|in|on|at|to|for|and|or|with|by|from|as|der|die|das|und|mit|von|für|im|bei|de|la|le|el|et|y|en|con|du|des)$"
)
LEADING = re.compile(r"^(?:at|in|of|to|and|with|by|und|mit|von|bei|im|et|y|con|chez)\s")
SENTENCE = re.compile(r"\s[a-zß-ÿ]{3,}[.!?](?:\s|$)")
LONGEST_NAME, LOWEST_SENTENCE = 9, 4
FUNCTION = re.compile(
    r"(?i)\b(?:a|an|the|of|in|on|at|to|for|and|or|with|by|from|as|der|die|das|und|mit|von|für|im|bei|de|la|le|les|el|et|y|e|en|con|du|des|del|d|l)\b"
)
IN_NO_NAME = re.compile(r"(?i)\b(?:and|in|of|the|for|with|i|und|mit|pour)\b")
LOWEST_CLAUSE, NAMES_SHARE = 5, 0.4
"""A text of so many words, of which so few are written as names are, is a clause."""
MOST_NAME_WORDS, FEWEST_WITH_AND = 6, 4


def name_sureness(name: str, email: str) -> float:
    if not name or re.search(r"[\d@:/]", name) or section_of(name) or is_title_of_document(name):
        return WRONG
    words = name.split()
    if len(words) >= MOST_NAME_WORDS or (len(words) >= FEWEST_WITH_AND and IN_NO_NAME.search(name)):
        return ODD
    if agrees(name, email):
        return 1.0
    if title_score(name) >= 1 or place_score(name) >= 1 or company_score(name) >= 1:
        return ODD
    return ODD if name.isascii() and (len(words) < 2 or name == name.lower()) else 1.0


def agrees(name: str, email: str) -> bool:
    """Whether the e-mail address holds a part of the name."""
    local = re.sub(r"[^a-z]", "", email.partition("@")[0].lower())
    return any(len(part) > 2 and part in local for part in re.findall(r"[a-z]+", name.lower()))


def is_odd(text: str) -> bool:
    """Whether a text reads like a piece of a sentence, not like the name of a job, an employer, a school or a degree."""
    return bool(text) and bool(
        not text[0].isalnum()
        or (text[0].islower() and len(text.split()) >= LOWEST_SENTENCE)
        or LEADING.search(text)
        or DANGLING.search(text)
        or SENTENCE.search(text)
        or len(text.split()) > LONGEST_NAME
    )


def is_clause(text: str) -> bool:
    """Whether a text is worded like what somebody did, not like a title or an employer: `Help building components of …`."""
    words = [word for word in FUNCTION.sub(" ", text).split() if any(sign.isalpha() for sign in word)]
    if len(words) < LOWEST_CLAUSE or not text.isascii() or has_school(text) or outer_title(text):
        return False
    return sum(word[0].isupper() or word.isupper() for word in words) < NAMES_SHARE * len(words)
