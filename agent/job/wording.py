"""One statement of a posting cut into what it asks for, each part still a quote of the posting."""

from __future__ import annotations

import re
from functools import cache

from agent.job.kinds import years_in
from agent.job.lexicon import cue, table
from agent.job.words import content, fold, sentences, words

COMMA = re.compile(r"\s*,\s+(?![^()]*\))")
AND = re.compile(r",?\s+(?:and|und|sowie|et|y|&)\s+(?:also\s+)?(?![^()]*\))", re.IGNORECASE)
CHOICE = re.compile(r"\b(?:or|oder|ou|o)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|zwischen|entre)\b[^,;]*$", re.IGNORECASE)
SHORT = 16
SEVERAL = re.compile(r"\b(?:are|sind|sont|son|would both)\s+(?:an?\s+|strongly\s+|highly\s+|un\s+|von\s+)?\w+\.?$")
"""Two things of which the sentence says what they are: "X and Y are a plus"."""
WISHED = re.compile(
    r"^(?:it|we)\s+(?:would|'d)\s+(?:also\s+)?(?:be|help|love it|like it)\b[\w ]{0,25}?\bif\s+you\s+(?:also\s+)?(?:had|have|knew|know|were|are|could|can|'ve)\s+(?=\S+)",
    re.IGNORECASE,
)
LEAST = re.compile(r"(?:at least|a minimum of|mindestens|au moins|al menos)\b", re.IGNORECASE)
PIECE = re.compile(
    r"\s*;\s+|,\s+(?=(?:so|but|and) (?:we|you|(?:all )?(?:employees|applicants|candidates|staff|new hires) must)\b)"
)
ARTICLES = frozenset(("a", "an", "the", "ein", "eine", "einen", "un", "une", "una"))
TRIM = " \t.,;:–—-"


def parts_of_item(text: str, *, duty: bool) -> list[str]:
    """The parts of one list item: cut at semicolons, sentence ends and between two things to do; a list of tools stays one."""
    found = []
    for piece in pieces(text):
        halves = two_tasks(piece) if duty else [piece]
        found += [each for each in map(trimmed, halves) if content(each) or years_in(each)]
    return found


def parts_of_sentence(text: str, *, duty: bool) -> list[str]:
    """The parts of a sentence of prose: as a list item, and also cut at the commas of an enumeration."""
    found = []
    for piece in pieces(text):
        several = SEVERAL.search(fold(piece)) is not None
        for part in enumerated(trimmed(piece), several=several):
            halves = two_tasks(part) if duty else [part]
            found += [each for each in map(trimmed, halves) if content(each) or years_in(each)]
    return found


def pieces(text: str) -> list[str]:
    """A statement cut at semicolons, sentence ends and where a new "we" or "you" begins."""
    found = [piece for sentence in sentences(text) for piece in PIECE.split(sentence)]
    return [piece for piece in found if piece.strip(TRIM)]


def two_tasks(text: str) -> list[str]:
    """Of "Check invoices and chase suppliers" both things to do; "Find and win clients" is one."""
    first = (words(text) or [""])[0]
    for match in AND.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        follows = (words(right) or [""])[0]
        alike = (first in verbs() and follows in verbs()) or (
            first.endswith("ing") and follows.endswith("ing") and len(first) > 5 and len(follows) > 5
        )
        if (
            alike
            and len(words(left)) >= (3 if first.endswith("ing") else 2)
            and len(content(left)) >= 2
            and len(content(right)) >= 1
            and len(words(right)) >= 2
            and not SERIES.search(left)
        ):
            return [left, right]
    return [text]


SERIES = re.compile(r",\s+\w+$")
"""What goes before the last of several deeds with one object: "Design, install" of "Design, install and support networks"."""


def enumerated(text: str, *, several: bool = False) -> list[str]:
    """The members of "two years in marketing, good spreadsheet habits and patience with a CRM"; `several` where the
    sentence itself says that two things are meant.
    """
    raw = COMMA.split(text)
    if len(words(text)) <= SHORT and (cue("place").search(fold(text)) or cue("schedule").search(fold(text))):
        return [text]
    if len(raw) > 1 and CHOICE.search(raw[-1]) and len(words(raw[-1])) <= 6:
        raw = one_choice(text, raw)
    if len(raw) == 1:
        return last_pair(text) if several else by_and(text)
    repeated = next((word for word in ("for", "in", "with", "to") if is_repeated(raw, word)), "")
    joined: list[str] = []
    place = 0
    for part in raw:
        start = text.index(part, place)
        place = start + len(part)
        first = (words(part) or [""])[0]
        bare = re.sub(r"^(?:and|und|et|y)\s+", "", part, flags=re.IGNORECASE)
        opens = bare != part or first not in glue() or (bool(repeated) and opens_part(part, repeated))
        if joined and len(words(joined[-1])) == 2 and words(joined[-1])[0] in ARTICLES and not CHOICE.search(part):
            joined[-1] = text[text.index(joined[-1]) : place]
            continue
        choice = CHOICE.match(part) or (raw[-1] is not part and CHOICE.match(raw[-1]) and len(words(part)) <= 3)
        if joined and (not opens or choice or not content(part)):
            joined[-1] = text[text.index(joined[-1]) : place]
        else:
            joined.append(bare)
    if len(joined) == 1:
        return joined
    return [*joined[:-1], *last_pair(joined[-1])]


def one_choice(text: str, raw: list[str]) -> list[str]:
    """The parts with a choice among several left whole: "two years in IT, audit or compliance"."""
    first = len(raw) - 2
    while first > 0 and len(words(raw[first])) <= 3:
        first -= 1
    return [*raw[:first], text[text.index(raw[first]) :]]


def is_repeated(raw: list[str], word: str) -> bool:
    """Whether every part after the first opens with the word: "for X, for Y and for Z"."""
    more = len(raw) > 2 or re.search(rf"\b(?:and|or)\s+{word}\b", raw[-1]) is not None
    return more and all(opens_part(part, word) for part in raw[1:])


def opens_part(part: str, word: str) -> bool:
    return words(re.sub(r"^(?:and|or)\s+", "", part, flags=re.IGNORECASE))[:1] == [word]


def shares_preposition(left: str, first: str) -> bool:
    return first in {"in", "with", "for", "on"} and first in words(left)


def is_third_person(word: str) -> bool:
    return word in {"has", "is", "can", "knows", "speaks", "likes", "holds", "writes"} or (
        word.endswith("s") and word[:-1] in verbs()
    )


def last_pair(text: str) -> list[str]:
    """The end of an enumeration, "lineage and a head for numbers", unless a choice or an object is shared."""
    match = AND.search(text)
    if not match or CHOICE.search(text):
        return [text]
    left, right = text[: match.start()], text[match.end() :]
    if not content(left) or not content(right):
        return [text]
    opens = words(right)[0] not in glue() or words(right)[:1] == words(left)[:1] or LEAST.match(right) is not None
    return [left, right] if opens else [text]


def by_and(text: str) -> list[str]:
    """Two things joined by "and" alone, where the second opens like a thing of its own."""
    for match in AND.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        follows = words(right)
        if (
            follows
            and (
                follows[0] in openers()
                or shares_preposition(left, follows[0])
                or follows[0].isdigit()
                or is_third_person(follows[0])
            )
            and len(words(left)) >= 2
            and len(follows) >= 2
            and not BETWEEN.search(left)
        ):
            return [left, *by_and(right)]
    return [text]


OBLIGED = re.compile(
    r"^(?!you\b).{0,60}?\b(?:contingent (?:up)?on|depends? (?:up)?on|subject to|conditional (?:up)?on|requires?|must pass|must complete|need to pass|(?:offers?|hiring|appointments?|employment) follows?|(?<!the )checks? includes?"
    r"|(?:staff|hires?|starters?|employees|finalists|candidates) (?:complete|undergo|pass|take|have|get)|(?:runs?|conducts?|performs?|carries out|makes)(?=\s+an? (?:\S+ ){0,3}(?:checks?|screen\w*|tests?|vetting)\b))\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
CONDITION_TAIL = re.compile(
    r"\s+(?:is|are|will be)\s+(?:part of (?:every|any|the) offer|required|mandatory|carried out|made|undertaken|conducted).*$",
    re.IGNORECASE,
)


def obliged(text: str) -> str:
    """Of "Offers are contingent on a background check" what the person has to bring: "a background check"."""
    found = OBLIGED.match(text)
    kept = CONDITION_TAIL.sub("", text[found.end() :] if found else text)
    return kept if content(kept) else text


def trimmed(text: str) -> str:
    """The part without what only asks: "You have a clean licence" leaves "a clean licence"."""
    kept = balanced(WISHED.sub("", text.strip(TRIM)))
    for _ in range(3):
        folded = kept.lower().replace("’", "'")
        lead = next((each for each in leads() if opens_with(folded, each)), None)
        tail = next((each for each in tails() if closes_with(folded, each)), None)
        if lead and content(kept[len(lead) :]):
            kept = kept[len(lead) :].strip(TRIM)
        elif tail and content(kept[: -len(tail)]):
            kept = kept[: -len(tail)].strip(TRIM)
        else:
            break
    return balanced(kept)


def balanced(text: str) -> str:
    """A bracket that closes nothing goes."""
    return text.rstrip(")").strip(TRIM) if text.count("(") < text.count(")") else text


def opens_with(folded: str, lead: str) -> bool:
    return folded.startswith(lead) and (lead.endswith(("'", ":")) or not folded[len(lead) : len(lead) + 1].isalnum())


def closes_with(folded: str, tail: str) -> bool:
    return folded.endswith(tail) and not folded[: -len(tail)][-1:].isalnum()


def is_negated(text: str) -> bool:
    """Whether the statement says that something is not asked for ("No insurance experience needed")."""
    folded = fold(text)
    if re.search(r"\b(?<!welcome )(?<!welcome, )(?:but|aber|mais|pero)\b", folded) and cue("preferred").search(folded):
        return False
    return bool(cue("negated").search(folded))


@cache
def leads() -> tuple[str, ...]:
    return tuple(sorted(table("wording")["leads"], key=len, reverse=True))


@cache
def tails() -> tuple[str, ...]:
    return tuple(sorted(table("wording")["tails"], key=len, reverse=True))


@cache
def glue() -> frozenset[str]:
    return frozenset(table("wording")["glue"])


@cache
def openers() -> frozenset[str]:
    return frozenset(table("wording")["openers"])


@cache
def verbs() -> frozenset[str]:
    return frozenset(table("wording")["verbs"])
