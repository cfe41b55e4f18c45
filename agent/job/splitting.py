"""A line of a resume cut into clauses, each with whether it is limited, and the names that a later clause denies."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agent.job.limits import denies, denies_circumstance, is_hedged, is_limit, is_unstarted, partly
from agent.job.tenure import MONTH
from agent.job.terms import find_names
from agent.job.wording import verbs
from agent.job.words import fold, sentences, stem, words

TURN = re.compile(r";\s+|\s+[-–—]\s+|,?\s+(?:but|although|though|aber|mais|pero)\s+", re.IGNORECASE)
ITEM = re.compile(r"\s*[,;|·•]\s*(?![^()]*\))")
AFTERTHOUGHT = re.compile(r"^(?:no|not|nothing|none|never|nur|noch|keine?|nicht|pas|jamais|nada|no)\b", re.IGNORECASE)
HEADED = re.compile(r"(?P<head>[^:.;]{2,70}):\s+(?P<rest>\S.*)$")
BRACKETS = re.compile(r"\([^()]*\)")
NAMING = re.compile(
    rf"\b(?!(?:{MONTH}|hours?|stunden|heures|horas|days?|tage|jours|días)\b)[^\W\d_]{{3,}}", re.IGNORECASE
)
"""A word that names something, as dates and lengths do not."""
SHORT_REST, SHORT_AFTER = 12, 6


@lru_cache(maxsize=4096)
def split_line(text: str, *, listed: bool, done: bool = False) -> tuple[tuple[str, bool], ...]:
    """The clauses of a line, each with whether it is limited: "Docker (local development only)" limits Docker alone.

    `listed` where the line is a list, `done` where it tells of work. What stands before a colon is limited by all that
    follows: "CDA: first part passed; second part to come".
    """
    head = HEADED.match(text)
    if head and is_unstarted(head.group("rest")) and len(head.group("rest").split()) <= SHORT_REST:
        return ((text, False),)
    found = held_back(split_rest(text, listed=listed, done=done))
    if head and found and (limits_head(head.group("rest"), done=done) or (listed and is_hedged(text))):
        return ((found[0][0], True), *found[1:])
    return found


def held_back(parts: tuple[tuple[str, bool], ...]) -> tuple[tuple[str, bool], ...]:
    """What stands before "; never ran a machine" is limited by it."""
    follows = [bool(NEVER_DONE.match(fold(text))) for text, _ in parts[1:]] + [False]
    return tuple((text, limited or after) for (text, limited), after in zip(parts, follows, strict=True))


NEVER_DONE = re.compile(
    r"(?:but )?(?:i )?(?:have )?never (?:yet )?(?:ran|run|drove|driven|operated|touched|led|managed|did|done|worked|held|flew|flown|built|wrote|written|used|set up|programmed|taught|cut|poured|welded|billed|signed|priced|ordered|owned) (?:a|an|the|it|them|one|any|on|with|my own)\b"
)


def limits_head(rest: str, *, done: bool) -> bool:
    """Whether a part of what follows a colon limits what stands before it, and not a thing of its own in a list."""
    for place, part in enumerate(re.split(r"[;.]\s+", BRACKETS.sub("", rest))):
        items = part.split(", ")
        if partly(items[0], done=done) and (place == 0 or len(items) == 1):
            return True
        if any(partly(item, done=done) and (len(item.split()) > 2 or not find_names(item)) for item in items):
            return True
    return False


def split_rest(text: str, *, listed: bool, done: bool) -> tuple[tuple[str, bool], ...]:
    found: list[tuple[str, bool]] = []
    for sentence in sentences(text):
        if found and is_afterthought(sentence):
            found[-1] = (f"{found[-1][0]} {sentence}", True)
            continue
        if found and denies_circumstance(sentence):
            found = limited_by(sentence, found)
            continue
        before = len(found)
        for clause in TURN.split(sentence):
            if not clause or not clause.strip():
                continue
            own = OWN_ONLY.match(fold(clause)) or (done and tells_own(clause))
            limits = (listed and is_hedged(clause)) or (partly(clause, done=done) and not own)
            rest = bool(REST.search(fold(clause))) and len(clause.split()) <= SHORT_AFTER
            if found and (rest or (limits and len(clause.split()) <= SHORT_REST and not find_names(clause))):
                found[before:] = [(text, True) for text, _ in found[before:]]
            before = len(found)
            pieces = ITEM.split(clause) if listed or list_like(clause) else [clause]
            if len(pieces) > 1:
                found += limited_items([piece for piece in pieces if piece.strip()], done=done)
            else:
                found += bracketed(clause, done=done)
    return tuple(found)


def tells_own(clause: str) -> bool:
    """Whether a clause tells a deed of its own, so that its limit binds nothing before it: "wrote it up and sat in on the talks"."""
    split = words(clause)
    return len(split) >= LEAST_DEED and split[0] not in OF_BEFORE and stem(split[0]) in verb_stems()


@cache
def verb_stems() -> frozenset[str]:
    return verbs() | {stem(verb) for verb in verbs()}


OWN_ONLY = re.compile(
    r"(?!(?:used?|done|tried|seen|read|reading|but|though|and|so|mostly|as|for|at|in|on|with|from|to|by)\b)[a-z-]+(?: [a-z-]+)? only (?:on|in|at|as|during|from|with)\b"
)
"""A thing of its own with a limit of its own: "theatre; exotics only on placement"."""
LEAST_DEED = 5
OF_BEFORE = frozenset(
    ["used", "use", "tried", "learned", "learnt", "studied", "read", "helped", "help", "did", "do", "done", "shadowed", "watched", "watch", "played", "built", "taught", "taken", "took", "test", "tests", "set", "work", "works", "report", "reports", "run", "help"]
)  # fmt: skip
"""Deeds that may be done to what stands before: "Docker; used at home only"."""


def is_afterthought(sentence: str) -> bool:
    """Whether a short sentence only limits the one before it: "Nothing in production."."""
    if REST.search(fold(sentence)) and len(sentence.split()) <= SHORT_AFTER:
        return True
    boast = BOAST.match(fold(sentence))
    return (
        bool(AFTERTHOUGHT.search(sentence))
        and not boast
        and len(sentence.split()) <= SHORT_AFTER
        and not find_names(sentence)
    )


REST = re.compile(r"^(?!i\b).{3,30}\b(?:writes?|does|do|did|handles?|signs?|makes?) the rest\b")
"""What somebody else does: "A geologist writes the rest"."""
BOAST = re.compile(
    r"(?:none|no|not one|never|nothing|not a \w+|zero)\b.*\b(?:miss\w*|late|lost|rejected|returned|dropped|fail\w*|broken|cold|sick|waste\w*|spilled|hurt|injur\w+|accident\w*|complain\w*|errors?|mistakes?|recall\w*|incidents?|findings?|faults?|claims?|damage\w*|delay\w*|overdue|stolen|short|wrong|leak\w*|strikes?|downtime|turned away|sent back|redone|rework\w*)\b"
)
"""What went wrong for nobody limits nothing: "None missed that I know of"."""


def limited_by(sentence: str, found: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Clauses of which a later sentence says that what they name was not done for work: "No Rust shipped at work."."""
    denied = {each.name for each in find_names(sentence)}
    return [(text, limited or bool(denied & {each.name for each in find_names(text)})) for text, limited in found]


def limited_items(pieces: list[str], *, done: bool) -> list[tuple[str, bool]]:
    """The members of a list; one that only limits ("lapsed 2023") limits the member before it."""
    found: list[tuple[str, bool]] = []
    for piece in pieces:
        limits = partly(piece, done=done)
        if limits and found and len(piece.split()) <= 4 and (not find_names(piece) or is_limit(piece)):
            while len(found) > 1 and not NAMING.search(found[-1][0]):
                last = found.pop()[0]
                found[-1] = (f"{found[-1][0]}, {last}", found[-1][1])
            found[-1] = (f"{found[-1][0]}, {piece}", True)
        else:
            found.append((piece, limits))
    return found


def bracketed(clause: str, *, done: bool) -> list[tuple[str, bool]]:
    """A limit in brackets binds the part before it up to the last comma; outside brackets it binds the clause."""
    inside = re.search(r"\(([^()]*)\)", clause)
    outer = clause[: inside.start()] + clause[inside.end() :] if inside else clause
    if inside and partly(inside.group(1), done=done) and not partly(outer, done=done):
        start = max(clause.rfind(",", 0, inside.start()), clause.rfind(":", 0, inside.start())) + 1
        while start > 1 and not NAMING.search(clause[start : inside.start()]):
            start = max(clause.rfind(",", 0, start - 1), clause.rfind(":", 0, start - 1)) + 1
        rest = f"{clause[:start]} {clause[inside.end() :]}".strip(" ,:")
        return [(clause[start : inside.end()].strip(), True), *([(rest, False)] if rest else [])]
    return [(clause.strip(), partly(clause, done=done))]


def list_like(clause: str) -> bool:
    """Many short members and no verb to speak of: a list of skills wherever it stands."""
    members = ITEM.split(clause)
    return len(members) >= 4 and sum(len(member.split()) <= 4 for member in members) >= len(members) - 1


def denied_names(parts: tuple[tuple[str, bool], ...]) -> frozenset[str]:
    """The names that a clause after the first denies in the first person or without a subject."""
    return frozenset(
        each.name
        for text, _ in parts[1:]
        if DENIAL.match(fold(text))
        for each in find_names(text)
        if denies(text, each.start)
    )


DENIAL = re.compile(r"(?:but )?(?:i )?(?:don't|do not|didn't|did not|never|haven't|have not|no|not)\b")
