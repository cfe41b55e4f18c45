"""Courtesy in a letter: a sentence that asks, thanks or wishes may say no more than that.

Why: the gate lets go what claims nothing about the person, such as a wish. An engine that was misled by a stranger's text could
hide a claim or an order there, so such a sentence is held to words that are known: ours, the person's and the job's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from agent.change.ground import ground
from agent.change.lexicon import words as gate_words
from agent.change.model import EvidenceLine, Span
from agent.engine.offline.lexicon import table
from agent.job.injection import is_addressed_to_machine, without_commands
from agent.job.words import fold, stem, words
from scraper.posting import Posting

WHY = "A sentence of courtesy may hold no other words than the posting's, yours and those of courtesy."
FOREIGN = re.compile(r"[<>{}\[\]`|\\]|://")
OPENERS = re.compile(
    r"^\W*(?:dear|hello|hi|to whom|ladies|regards|yours|respectfully|thank|thanks|sehr geehrte|guten tag|hallo|freundliche|viele|beste|herzliche"
    r"|madame|monsieur|bonjour|sincères|bien à|veuillez|estimad|apreciad|hola|atentamente|saludos|un saludo)",
    re.IGNORECASE,
)
EMPLOYER = re.compile(
    r"(?<!\w)(?:you|your|yours|company|organi[sz]ation|role|position|post|job|posting|team|ihr|ihre[mnrs]?|ihnen|stelle|unternehmen|votre|vos|vous|poste"
    r"|entreprise|su|sus|puesto|ustedes|empresa)(?!\w)",
    re.IGNORECASE,
)


def uncalled(sentence: str, evidence: Sequence[EvidenceLine], posting: Posting) -> list[Span]:
    """What a sentence of courtesy holds that does not belong there; nothing for any other sentence."""
    if is_addressed_to_machine(sentence) or (FOREIGN.search(sentence) and not stands(sentence, evidence)):
        return [Span(start=0, end=len(sentence), text=sentence, why=WHY)]
    if not is_courtesy(sentence):
        return []
    own = stems([each.text for each in evidence])
    job = stems([posting.title, posting.company, posting.location])
    asked = stems([without_commands(posting.description)])
    found = []
    for match in re.finditer(r"[^\s,;:!?()“”„«»\"]+", sentence):
        text = match.group().strip(".'’")
        bare = set(stems([text]))
        loud = any(sign.isdigit() or sign == "%" for sign in text) or (match.start() and text != text.lower())
        if bare <= known() | own | job or (not loud and bare <= known() | own | job | asked):
            continue
        if ground(text, evidence).supported:
            continue
        found.append(Span(start=match.start(), end=match.start() + len(match.group()), text=match.group(), why=WHY))
    return found


def is_mere_courtesy(sentence: str) -> bool:
    """Whether a sentence is made of nothing but words of courtesy, so that there is nothing to judge."""
    said = stems([sentence])
    plain = not FOREIGN.search(sentence) and not any(sign.isdigit() for sign in sentence)
    return plain and is_courtesy(sentence) and bool(said) and said <= known() - claiming()


def is_courtesy(sentence: str) -> bool:
    folded = spaced(sentence)
    wished = any(spaced(phrase) in folded for phrase in wishes())
    return bool(wished or OPENERS.search(sentence) or EMPLOYER.search(sentence))


def spaced(text: str) -> str:
    return " ".join(["", *re.findall(r"[^\W_]+", fold(text)), ""])


@cache
def wishes() -> tuple[str, ...]:
    return tuple(gate_words("classes", "wish", "words"))


@cache
def known() -> frozenset[str]:
    return stems(table("letter")["framing"].values())


@cache
def claiming() -> frozenset[str]:
    return stems(table("letter")["claiming"].values())


def stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for text in texts for word in words(text))


def stands(sentence: str, evidence: Sequence[EvidenceLine]) -> bool:
    """Whether every sign of markup in it is the person's own."""
    own = "".join(each.text for each in evidence)
    return all(match.group() in own for match in FOREIGN.finditer(sentence))
