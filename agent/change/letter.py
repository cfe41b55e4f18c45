"""What in a letter claims nothing about the person: greetings, thanks, wishes, and what the posting says of the employer."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.reading import Reading, keys_of, read

_GREETING = re.compile(
    r"^\W*(?:dear|hello|hi|to whom|sehr geehrte|guten tag|hallo|madame|monsieur|bonjour|estimad[oa]s?|hola|apreciad[oa]s?|ladies|gentlemen)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\W*(?:(?:kind|best|warm|warmest|with kind|with best|many)\s+(?:regards|wishes|thanks)|regards|yours|sincerely|respectfully|mit freundlichen|freundliche|viele gr|beste gr|herzliche|cordialement|bien à vous|sincères|veuillez agréer|atentamente|un saludo|un cordial|saludos|thank you|thanks)\b",
    re.IGNORECASE,
)
_FIRST = frozenset(
    [
        "i",
        "me",
        "mich",
        "mir",
        "moi",
        "my",
        "we",
        "our",
        "ich",
        "mein",
        "meine",
        "meinem",
        "meinen",
        "wir",
        "je",
        "j",
        "ma",
        "mon",
        "mes",
        "yo",
        "mi",
        "mis",
        "he",
        "she",
        "his",
        "her",
    ]
)
_EMPLOYER = frozenset(
    [
        "your",
        "you",
        "role",
        "position",
        "post",
        "job",
        "posting",
        "company",
        "organisation",
        "organization",
        "team",
        "ihr",
        "ihre",
        "ihrem",
        "ihren",
        "ihnen",
        "stelle",
        "position",
        "votre",
        "vos",
        "vous",
        "poste",
        "su",
        "sus",
        "puesto",
        "ustedes",
        "empresa",
    ]
)


@lru_cache(maxsize=256)
def posting_keys(posting: str) -> tuple[frozenset[str | int], frozenset[float]]:
    """The words and the numbers of a posting."""
    reading = read(posting)
    words = frozenset().union(*(keys_of(token) for token in reading.tokens if token.kind == "word"))
    return words, frozenset(quantity.figure.value for quantity in reading.quantities)


def find_framing(reading: Reading, posting: str) -> set[int]:
    """Tokens that claim nothing about the person."""
    tokens, marks = reading.tokens, reading.marks
    free: set[int] = set()
    sentences: dict[int, list[int]] = {}
    for at, mark in enumerate(marks):
        sentences.setdefault(mark.sentence, []).append(at)
    letter = _is_letter(reading)
    closed = False
    for members in sentences.values():
        said = reading.text[tokens[members[0]].start : tokens[members[-1]].end]
        short = len(said) < 90
        if letter and (closed or (_GREETING.match(said) and short) or (_CLOSING.match(said) and short)):
            closed = closed or bool(_CLOSING.match(said) and short and len(members) <= 6)
            free |= set(members)
            continue
        free |= _wishes(reading, members)
    if letter and posting:
        free |= _of_employer(reading, sentences, posting)
    return free


def _is_letter(reading: Reading) -> bool:
    low = {token.low for token in reading.tokens}
    return bool(low & {"i", "ich", "je", "yo"}) or _GREETING.match(reading.text) is not None


def _wishes(reading: Reading, members: list[int]) -> set[int]:
    found: set[int] = set()
    for at in members:
        for words in _wish_table().get(reading.tokens[at].low, ()):
            if all(at + k < len(reading.tokens) and reading.tokens[at + k].low == word for k, word in enumerate(words)):
                found |= _clause_around(reading, members, at, at + len(words))
    return found


def _clause_around(reading: Reading, members: list[int], first: int, last: int) -> set[int]:
    """The wish with the rest of its sentence, up to where a statement of the person's own begins."""
    tokens = reading.tokens
    begin = first
    while begin > members[0] and not (
        tokens[begin - 1].kind == "pause" or tokens[begin - 1].low in ("and", "but", "und", "et", "y")
    ):
        begin -= 1
    end = last
    while end <= members[-1] and not (
        tokens[end].low in ("and", "but", "because", "where", "having", "und", "denn", "et", "car", "y", "since", "as")
        and end + 1 <= members[-1]
        and tokens[end + 1].low in _FIRST | {"have"}
    ):
        end += 1
    return set(range(begin, min(end, members[-1] + 1)))


@cache
def _wish_table() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.words("classes", "wish", "words"):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def _of_employer(reading: Reading, sentences: dict[int, list[int]], posting: str) -> set[int]:
    """Words and numbers of the posting in a statement that is not made of the person."""
    words, values = posting_keys(posting)
    tokens = reading.tokens
    found: set[int] = set()
    for members in sentences.values():
        own = next((at for at in members if tokens[at].low in _FIRST), None)
        about = any(tokens[at].low in _EMPLOYER for at in members)
        names = any(tokens[at].capital and at != members[0] and keys_of(tokens[at]) & words for at in members)
        figures = any(
            q.first in members and q.figure.value in values and q.figure.value > 12 and (own is None or q.first < own)
            for q in reading.quantities
        )
        if not (about or names or figures):
            continue
        for at in members:
            before_own = own is None or at < own
            addressed = any(
                tokens[k].low in ("your", "ihr", "ihre", "ihrem", "ihren", "votre", "vos", "su", "sus")
                for k in range(max(at - 4, members[0]), at)
            )
            at_employer = tokens[max(at - 1, 0)].low in ("at", "bei", "chez", "en", "for", "with") or tokens[
                max(at - 2, 0)
            ].low in ("at", "bei", "chez", "for", "with")
            post = any(
                tokens[k].low in ("role", "position", "post", "stelle", "poste", "puesto", "vacancy")
                for k in range(max(at - 6, members[0]), min(at + 6, members[-1] + 1))
            )
            if not (before_own or addressed or ((at_employer or post) and about)):
                continue
            if tokens[at].kind == "word" and (keys_of(tokens[at]) & words or (about and own is None)):
                found.add(at)
        for quantity in reading.quantities:
            if quantity.first in members and (own is None or quantity.first < own) and quantity.figure.value in values:
                found |= set(range(quantity.first, quantity.last + 1))
    return found
