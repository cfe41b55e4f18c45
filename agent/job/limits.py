"""How far a clause of a resume stands behind what it names: fully, partly ("currently learning") or not at all ("never")."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from agent.job.lexicon import pattern, table
from agent.job.steps import is_ahead
from agent.job.words import fold, words

Standing = Literal["full", "partial", "denied"]
ALIKE = re.compile(
    r"not afraid|no fear|not scared|don't mind|do not mind|never minded|not bothered|no trouble with|no problem with|nothing (?:that|which) would stop|not only|no small|no stranger|no later than|no less than|not just|no fewer|nicht nur|non seulement|no solo|no sólo|without incident|no lost|no tickets|no points|no accidents|no strikes|no findings|no complaints|no errors|no injuries|no violations|no preventable|no remarks|sans remarque|unfallfrei|sin incidencias"
)
PROGRESSED = re.compile(
    r"\b(?:sat in on|shadow\w*|assist\w*(?: with)?|help\w*(?: with)?|observ\w+|stood in)[ ,]+(?:\w+[ ,]+){0,4}?(?:or|and|then|later|before)(?: (?:then|later|now))? (?:led|lead|ran|run|running|leading|chaired|did|took over|owned)\b"
)
"""A limit that was left behind: "sat in on or led forty interviews"."""
HALF_DONE = re.compile(
    r"\b(?:course|theory|training|modules?|coursework|classes|logbook|hours|first (?:half|part)) (?:finished|completed?|done|passed|attended|taken|sat)\b"
)
"""Something of it is done, whatever is not booked yet."""
UNTAKEN = re.compile(
    r"(?:\b(?:exam|test|assessment|course)\s*)?[:(-]\s*(?:exam |test |assessment |course )?(?:not|never) (?:yet )?(?:taken|sat|attempted|begun|started)\)?\.?$"
)
"""All that a line says of a card: "CPCS tower crane: test not taken"."""
REACH_BEFORE = 6
REACH_AFTER = 4
NUMBER = (
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|ein|eine|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|sechs|une?|deux|trois"
    r"|quatre|cinq|six|una?|dos|tres|cuatro|cinco|seis)"
)


def partly(text: str, *, done: bool = False) -> bool:
    """Whether the text limits what it names; `done` where it tells of work, in which "planned" and "applied" are deeds."""
    folded = APPLIED.sub("", fold(text))
    if PROGRESSED.search(folded):
        return False
    return (
        has_share(folded)
        or bool(LESSON.search(folded) or BY_OTHERS.search(folded))
        or bool(ONLY.search(folded))
        or bool(limit_pattern("partly").search(folded))
        or (not done and (bool(limit_pattern("begun").search(folded)) or is_ahead(folded)))
    )


def is_hedged(text: str) -> bool:
    """Whether what a list adds to one of its things says that it was seldom, another's or only looked at: "Looker: opened it once"."""
    folded = fold(text)
    note = NOTE.search(folded)
    if note is None or ALIKE.search(folded):
        return False
    return bool(limit_pattern("hedged").search(note.group()))


NOTE = re.compile(r"(?<=:) .+$|\([^()]+\)")
"""What stands after a colon or in brackets."""


ONLY = re.compile(r"^(?:\S+ ){1,7}?only\)?\.?$|\((?:[^\s()]+ ){1,4}only\)")
"""What a thing is used for and nothing else: "(data entry only)"."""


APPLIED = re.compile(
    r"\bapplied (?=(?:sciences?|arts?|math\w*|physics|chemistry|biology|economics|linguistics|behaviou?r\w*|technolog\w*|psycholog\w*|statistics|data|research|machine|design|business|management|nutrition|computing|engineering|music|theatre|ethics|learning)\b)"
)
"""Part of a field's name: nothing is only applied for."""
LESSON = re.compile(
    r"\((?:an?|one|two|three|half a|\d) (?:[\w'-]+ ){0,3}(?:workshops?|webinars?|courses?|class|classes|seminars?|tutorials?|lessons?|demos?|training|afternoons?|days?)\)"
)
"""All that a thing in a list was met by: "InDesign (one library workshop)"."""
BY_OTHERS = re.compile(
    r"\b(?:others|other people|colleagues|somebody else|someone else) (?:have |had )?(?:make|made|build|built|write|wrote|written|run|ran|set up|design|designed|prepare|prepared|keep|kept|program|programmed)\b"
)
"""What others make and the person only opens or reads."""


def has_share(folded: str) -> bool:
    """Whether so many of so many are done: "2,100 of 4,000 hours"."""
    pairs = [*SHARE.findall(folded), *((done, whole) for whole, done in REQUIRED.findall(folded))]
    return any(amount(done) < amount(whole) for done, whole in pairs)


def amount(number: str) -> float:
    """A number in figures or words."""
    return float(COUNTED.index(number)) if number in COUNTED else float(number.replace(",", ""))


COUNTED = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]


SHARE = re.compile(
    rf"\b(\d[\d,]*|{'|'.join(COUNTED)}) (?:of|out of|von|sur|de) (?:the |required )*(\d[\d,]*|{'|'.join(COUNTED)}) (?:\w+ )?(?:hours|credits?|points|units|modules|exams|papers|parts|stunden|heures|horas|ects|dives|jumps|cases|sessions|logbook)\b"
)
REQUIRED = re.compile(
    rf"\b(\d[\d,]*|{'|'.join(COUNTED)}) \w+ (?:required|needed|in all|altogether|in total),? (?:and )?(\d[\d,]*|{'|'.join(COUNTED)}) (?:finished|done|passed|completed|so far)"
)
"""The same told the other way round: "nine courses required, five finished"."""


def is_limit(text: str) -> bool:
    """Whether the text is nothing but a limit: "night class"."""
    return bool(limit_pattern("partly").fullmatch(fold(text).strip(" .")))


def is_unstarted(text: str) -> bool:
    """Whether the text says that nothing of it has begun: "not enrolled yet", "hope to get"."""
    folded = fold(text)
    return bool(limit_pattern("unstarted").search(folded) or UNTAKEN.search(folded)) and not HALF_DONE.search(folded)


def denies(text: str, at: int) -> bool:
    """Whether the word at index `at` of `words(text)` is denied: "I do not hold a licence", "Forklift: none"."""
    folded = fold(text)
    if ALIKE.search(folded):
        return False
    split = words(text)
    before = " ".join(split[max(0, at - REACH_BEFORE) : at])
    return bool(denied_pattern().search(before) and not is_settled(text, split, at)) or is_denied_after(
        folded, split, at
    )


def is_settled(text: str, split: list[str], at: int) -> bool:
    """Whether the denial has its own thing and a comma before the word: "Moving not needed, travel welcome"; not "no Go, Rust"."""
    parts = text.split(",")
    places, count = [], 0
    for part in parts:
        places.append(count)
        count += len(words(part))
    if count != len(split):
        return False
    own = max(place for place, start in enumerate(places) if start <= at)
    before = [fold(part) for part in parts[:own]]
    denied = [part for part in before if denied_pattern().search(part)]
    return (
        bool(denied)
        and not denied_pattern().search(fold(parts[own]))
        and all(not denied_pattern().match(part.strip()) for part in denied)
        and not denied_pattern().search(" ".join(words(parts[own])[: at - places[own]]))
    )


def is_denied_after(folded: str, split: list[str], at: int) -> bool:
    """Whether a denial follows the word, of a name of up to three words: "Coronal polishing: not certified"."""
    after = " ".join(split[at + 1 : at + 2 + REACH_AFTER])
    found = denied_after().match(after)
    return bool(found) and (":" in folded or len(split) <= at + 2 + REACH_AFTER)


def denies_circumstance(text: str) -> bool:
    """Whether a sentence only denies how a thing was done: "No C++ shipped at work"."""
    folded = fold(text)
    return bool(denied_pattern().match(folded) and limit_pattern("circumstances").search(folded))


OTHERS = re.compile(
    r"^(?:(?:the|our|its|all|but|and|though) )*(?:[\w/&'-]+ ){1,4}?(?:"
    r"(?:belongs? to|stays? with|sits? with|lies with|rests with|(?:is|are|was|were) (?:left to|up to|for the|not mine|not my job))(?! me\b| my (?:own|team)\b| us\b)"
    r"|(?:is|are|was|were) (?:done|handled|made|run|written|set|booked|signed|drawn|built|programmed|chosen|decided|bought|ordered|priced|looked after|taken care of|kept|planned|prepared|managed) (?:for (?:me|us)|by (?!me\b|hand\b|myself\b|us\b))"
    r"|(?:comes?|came|arrives?) from (?:the |our )?(?:(?:head|main|regional|design|planning|front) )?(?:office|engineers?|designers?|engineering|architects?|planners?|analysts?|lab|agency|headquarters|hq)\b"
    r"|(?:is|are|was|were) (?:somebody|someone|another \w+|other people|the [\w ]{3,25}?)(?: else)?s?'s? (?:job|work|business|call|task)\b"
    r"|(?:is|are|was|were) (?:somebody else's|someone else's|another team's|outsourced|contracted out)\b)"
    r"|^(?:[\w/&'-]+ ){1,5}?(?:go|goes|went|(?:is|are|was|were|get|gets) (?:passed|handed|sent)) (?:on |straight |up |out )?to (?:the |our |my |an? )?(?:[\w-]+ )?(?:lawyers?|solicitors?|attorneys?|manager|boss|office|specialists?|agency|colleagues?|accountants?|head office|others|hq|surveyors?|engineers?|consultants?|seniors?|supervisor|contractors?)\b(?! for (?:review|approval|signature|sign-off))"
    r"|^(?:but |and |though |while |where )?(?:the|our|an?|another|head) (?:[\w-]+ ){0,2}?(?:analysts?|agency|office|engineers?|accountants?|designers?|manager|chef|boss|owner|lab|vendor|specialists?|department|consultants?|planners?|lawyers?|solicitors?|partners?|bookkeeper|supervisor|foreman|surveyors?|buyers?|purchasing)"
    r" (?:do(?:es)?|did|handles?d?|runs?|ran|writes?|wrote|makes?|made|sets?|builds?|built|buys?|bought|signs?|prepares?|designs?|prices?|priced|looks? after|decides?|draws?|programs?|takes? care of)(?! me\b| my\b| me$)\b"
)
"""What others have in hand: "the press belongs to the finishers", "programs come from the office"."""


def is_of_others(text: str) -> bool:
    """Whether a clause only tells that others do what it names."""
    return bool(OTHERS.search(fold(text)))


def limits_title(title: str) -> bool:
    return fold(title).strip(" :") in table("limits")["titles"]


@cache
def limit_pattern(name: str) -> re.Pattern[str]:
    """The phrases of one list of `limits.toml`; in them `#` stands for a small number."""
    found = pattern(tuple(table("limits")[name])).pattern
    return re.compile(found.replace(r"\#", NUMBER))


@cache
def denied_pattern() -> re.Pattern[str]:
    return pattern(tuple(table("limits")["denied"]))


@cache
def denied_after() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+ ){{0,2}}?(?:{pattern(tuple(table('limits')['denied_after'])).pattern})")
