"""The parts of a requirement that evidence must show: known names and plain words, with what each weighs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from agent.job.lexicon import table
from agent.job.terms import find_names, names, proper
from agent.job.wording import verbs
from agent.job.words import HYPHENATED, faint, fold, generic, stem, words

PARTS = re.compile(
    r"\W*(?:including|include|incl\.|insbesondere|inklusive|especially|in particular|notamment|incluid[oa]s?)\b",
    re.IGNORECASE,
)
"""What is included shows the whole it belongs to, as an example does, but no name beside it: "Excel, including pivots"."""
EXAMPLES = re.compile(
    r",?\s+(?:including|include|incl\.|such as|e\.g\.|for example|ideally|preferably|like|especially|in particular|insbesondere|inklusive|wie|z\.\s?b\.|idealerweise"
    r"|notamment|comme|tels? que|telles? que|idéalement|como|tales como|idealmente|preferiblemente|por ejemplo)\s+|\s*\(|:\s+|,?\s+(?<=portfolio )(?:of|with|that|showing)\s+|,?\s+(?:and can|so that|so you|which|who|whom|that|because|where|while|although|damit|qui)\s+",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"(?:work|working|collaborate|collaborating|partner|partnering|liaise|liaising|cooperate|coordinate)\s+(?:closely\s+)?with\s+[^,;]{3,40}?\s+(?:on|to)\s+(.+)$",
    re.IGNORECASE,
)
"""Of "work with sales on lead quality" the thing is lead quality."""
OR = re.compile(r",?\s+(?:or|oder|ou|o|u|and/or)\s+|(?<=\w{3})/(?=\w{3})", re.IGNORECASE)
VAGUE = re.compile(
    r"^(?:(?:be )?(?:able|willing|willingness|ability|eligible|in the process|currently)\b.*|(?:an?|any|some)?\s*(?:another|other|similar|equivalent|comparable|related|like|the like|better|more|tighter|higher|lower|above|later|newer|greater|faster|smaller|larger|longer|over|up|below|under|ähnlich\w*|vergleichbar\w*|équivalent\w*|similaire\w*|autre|similar\w*|otro|otra)\b.*)$",
    re.IGNORECASE,
)
HEAD = re.compile(r"\b(?:with|in|of|using|mit|in|avec|en|con|de|as|on)\s+", re.IGNORECASE)
WEIGHT_NAME, WEIGHT_WORD, WEIGHT_BESIDE, WEIGHT_FAINT = 1.5, 1.0, 0.4, 0.3
MOST_BESIDE = 0.6
"""What all the words beside a known name weigh together: the name is what is asked for, they only say more of it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A known name or a plain word's stem."""

    key: str
    named: bool
    weight: float
    words: tuple[str, ...] = ()
    version: str = ""
    """Of a name in several words, their stems: "phone support" is shown by "phone and email support" too; `version` is the
    number that follows it: OSHA 30 is not OSHA 10.
    """

    also: tuple[str, ...] = ()
    """Further names of the very words: "performance tuning" is done to queries and to pages."""
    joint: str = ""
    """Of a word that is half of a hyphenated one, the stem of the whole written as one."""

    @property
    def matters(self) -> bool:
        return self.named or (self.weight > 0 and self.key not in faint())


@dataclass(frozen=True, slots=True)
class Asked:
    """`core` must be shown; any of `choices`, if there are some, shows all; `examples` show the core by being cases of it,
    `short` by being what it is called for short: "(CRRT)", or the first letters of its words, `used` by being what the employer uses: "(ours is TouchBistro)".
    """

    core: tuple[Unit, ...]
    choices: tuple[tuple[Unit, ...], ...] = ()
    examples: tuple[Unit, ...] = ()
    short: tuple[Unit, ...] = ()
    used: tuple[Unit, ...] = ()


@lru_cache(maxsize=4096)
def asked_of(text: str) -> Asked:
    """What a requirement's words ask to be shown."""
    together = TOGETHER.match(text)
    text = together.group(1) if together else text
    main, *rest = EXAMPLES.split(text, maxsplit=1)
    tail = rest[0] if rest else ""
    if not units_of(main):
        main, tail = text, ""
    choices = alternatives(main) or alternatives(tail)
    core = units_of(main)
    included = bool(PARTS.match(text[len(main) :])) and bool(ACRONYM.search(main))
    short = [*(match.lower() for match in BRACKETED.findall(text)), *initials(main)]
    used = tuple(
        Unit(stem(word), named=False, weight=WEIGHT_WORD) for each in IN_USE.findall(text) for word in words(each)
    )
    return Asked(
        core,
        choices,
        () if included else tuple(unit for unit in units_of(tail) if unit.matters),
        tuple(Unit(stem(each), named=False, weight=WEIGHT_WORD) for each in short),
        tuple(unit for unit in used if unit.key not in generic() | faint()),
    )


def initials(text: str) -> list[str]:
    """The first letters of three to six words: "standard operating procedures" may stand as SOPs."""
    letters = [word[0] for word in words(LEADING.sub("", text)) if word.isalpha() and word not in SMALL_WORDS]
    return ["".join(letters)] if 3 <= len(letters) <= 6 else []


IN_USE = re.compile(r"\((?:(?:we|they) use|ours is|ours are|wir nutzen|nous utilisons|usamos)\s+([^()]{2,40})\)")
BRACKETED = re.compile(r"\(([A-Z][A-Z0-9/+-]{1,7})s?\)")
LEADING = re.compile(
    r"^(?:(?:strong|good|solid|excellent|experience|competence|knowledge|understanding|with|in|of)\s+)+", re.IGNORECASE
)


def alternatives(text: str) -> tuple[tuple[Unit, ...], ...]:
    if not OR.search(text):
        return ()
    chunks = [chunk for part in OR.split(text) for chunk in re.split(r",\s+", part) if chunk.strip()]
    first = HEAD.split(chunks[0])[-1]
    kept = [units_of(chunk) for chunk in (first, *chunks[1:]) if not VAGUE.match(chunk.strip())]
    strong = [units for units in kept if any(unit.matters for unit in units)]
    return tuple(strong) if len(strong) >= 1 and len(chunks) > 1 else ()


@lru_cache(maxsize=8192)
def units_of(text: str) -> tuple[Unit, ...]:
    split = words(text)
    taken: set[int] = set()
    found: list[Unit] = []
    head = False
    makes = {fold(match) for match in MAKE.findall(text)}
    named = find_names(text)
    tail = tail_of(split, {place for name in named for place in range(name.start, name.end)})
    for name in named:
        if name.start in taken or (
            name.end - name.start == 1 and split[name.start] in makes and name.name not in proper()
        ):
            continue
        taken |= set(range(name.start, name.end))
        side = (
            name.start > tail
            or name.name in names().circumstances
            or (name.start > 0 and name.name in broad() and says_more(split[name.start - 1]))
        )
        head = head or not side
        parts = tuple(stem(word) for word in split[name.start : name.end] if stem(word) not in generic())
        also = tuple(each.name for each in named if each.start == name.start and each.name != name.name)
        weight = WEIGHT_WORD if side else WEIGHT_NAME
        found.append(Unit(name.name, named=True, weight=weight, words=parts, also=also))
    beside = [word for place, word in enumerate(split) if place not in taken and stem(word) not in generic() | faint()]
    circumstances = sum(unit.weight < WEIGHT_NAME for unit in found)
    if found and not head and circumstances >= len(beside):
        head, found = True, [replace(unit, weight=WEIGHT_NAME) for unit in found]
    wide = all(unit.key in broad() for unit in found if unit.weight == WEIGHT_NAME)
    written = written_names(text) if wide or not head else set()
    plain = min(WEIGHT_BESIDE, MOST_BESIDE / max(len(beside), 1)) if head else WEIGHT_WORD
    if written and not head and len(written) < len(beside):
        plain = WEIGHT_BESIDE
    halves = {
        half: stem(match.replace("-", "")) for match in HYPHENATED.findall(fold(text)) for half in match.split("-")
    }
    beyond = setting_of(tuple(split)) if not head else len(split)
    for place, word in enumerate(split):
        key = stem(word)
        if place in taken or key in generic() or len(word) < 2:
            continue
        if word[0].isdigit() and word not in written and not is_numbered(split, place):
            continue
        if word.isdigit() and found and found[-1].named and place - 1 in taken and is_numbered(split, place):
            found[-1] = replace(found[-1], version=word)
            continue
        if word[0].isdigit() and found and not found[-1].named and found[-1].key == stem(split[place - 1]):
            found[-1] = replace(found[-1], key=f"{found[-1].key} {key}")
            continue
        weight = (0.0 if head else WEIGHT_FAINT) if key in faint() else WEIGHT_WORD if word in written else plain
        weight = min(weight, WEIGHT_BESIDE) if place > beyond else weight
        follows = place - 1 in taken and key not in faint() and split[0] not in verbs()
        found.append(Unit(key, named=False, weight=WEIGHT_WORD if follows else weight, joint=halves.get(word, "")))
    return tuple({unit.key: unit for unit in found}.values())


def tail_of(split: list[str], inside: set[int]) -> int:
    """Where "for our purchased goods" begins after words that nobody knows: a name there is not what is asked for."""
    for place, word in enumerate(split):
        if word in {"for", "für", "pour", "para"}:
            before = [at for at in range(place) if stem(split[at]) not in generic() | faint()]
            return place if before and not inside & set(before) else len(split)
    return len(split)


@lru_cache(maxsize=8192)
def setting_of(split: tuple[str, ...]) -> int:
    """Where words begin that only tell in what setting the thing before them is done: "passage planning in coastal waters"."""
    for place, word in enumerate(split):
        if word in SETTING and place and split[place - 1] not in LEADS_ON:
            before = [
                at for at in range(place) if stem(split[at]) not in generic() | faint() and split[at] not in LEADS_ON
            ]
            return place if before else len(split)
    return len(split)


SETTING = frozenset({"in", "at", "on", "across", "during", "within", "under", "throughout", "inside", "around"})
LEADS_ON = frozenset(
    ["training", "course", "courses", "certificate", "qualification", "interest", "background", "work", "career", "degree", "practice", "fluency", "trained", "certified", "qualified", "licensed", "coursework", "grounding", "specialising", "specializing", "specialist", "class", "shifts", "shift", "sales", "years", "time", "employed"]
)  # fmt: skip
"""What these lead on to is the thing itself."""
MAKE = re.compile(r"\b[A-Z][a-z]+[A-Z]\w*")
"""How makes are written; a concept that knows one does not make another make do for it."""


def written_names(text: str) -> set[str]:
    """The words that the text writes as names, in capitals; none of a text in title case."""
    if sum(word[:1].isupper() for word in text.split()) * 2 > len(text.split()) + 1:
        return set()
    return {word for match in ACRONYM.findall(text) for word in words(match)}


ACRONYM = re.compile(
    r"\b[A-Z][a-z]+[A-Z]\w*|\b[A-Z][A-Z0-9][A-Z0-9+#&/-]*\b|\b[a-z]+[A-Z]\w*\b|\b[A-Z]\w*\d\w*\b|\b\d{1,2}[A-FS]\b"
)


@lru_cache(maxsize=1)
def broad() -> frozenset[str]:
    return frozenset(table("names")["broad"])


def says_more(word: str) -> bool:
    return word.isalpha() and stem(word) not in generic() | faint() and word not in SMALL_WORDS


def is_numbered(split: list[str], place: int) -> bool:
    """Whether a number is part of a name: OSHA 30 and ISO 27001 are, 50 pounds and 5+ years are not."""
    if not split[place].isdigit() or not place or split[place - 1] in SMALL_WORDS or not split[place - 1].isalpha():
        return False
    if re.fullmatch(r"(?:19|20)\d\d", split[place]):
        return False
    if place == 1 and split[0] in verbs():
        return False
    following = split[place + 1] if place + 1 < len(split) else ""
    return stem(split[place - 1]) not in generic() and not COUNTED.match(following)


SMALL_WORDS = frozenset(
    [
        "of",
        "to",
        "than",
        "and",
        "or",
        "under",
        "over",
        "about",
        "with",
        "for",
        "at",
        "least",
        "up",
        "by",
        "class",
        "lift",
        "from",
        "until",
    ]
)
COUNTED = re.compile(
    r"(?:years?|yrs?|months?|hours?|days?|weeks?|pounds?|lbs?|kg|percent|people|staff|users?|jahre|ans|años|covers|beds|am|pm|minutes?)$"
)
