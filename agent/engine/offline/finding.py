"""What a person names in a chat, found in the resume: a line by its words, its place or its role."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from agent.change.lexicon import related
from agent.engine.offline.commands import ordinals, part, quoted
from agent.engine.offline.vocabulary import fold
from agent.resume.lines import Address, addresses
from agent.resume.model import DATED, Entry, Resume

_SURE = 74.0
"""Likeness (0 to 100) from which a line is taken for the one that is meant."""
_APART = 6.0
"""How much less alike the next line must be."""
_POINTING = re.compile(
    r"\b(?:the|my|that|this|which says|line|lines|bullet(?: point)?|point|sentence|item|section|about|saying|there|zeile|satz|punkt|über|abschnitt"
    r"|ligne|puce|phrase|sur|línea|frase|viñeta|sobre)\b",
    re.IGNORECASE,
)
_SECTIONS = ("skills", "languages", "certificates", "interests", "work", "education", "projects")


class Found(NamedTuple):
    """`id` of a line, entry, section or skill group; `choices` where several fit equally well; `exact` when quoted."""

    id: str = ""
    choices: tuple[str, ...] = ()


def find_line(target: str, resume: Resume) -> Found:
    """The line that is meant: a summary by its name, a bullet by its number or its words, a skill by itself."""
    words = (quoted(target) or [pointed(target)])[0].strip(" .,:;!?“”\"'")
    lines = [each for each in addresses(resume) if each.kind != "header" and each.id != "basics.location"]
    if not words:
        return Found()
    if part("summary", words) and resume.basics.summary:
        return Found(resume.basics.summary[0].id)
    if part("headline", words):
        return Found("basics.label" if resume.basics.label else "")
    grouped = next((group.id for group in resume.skills if group.name and _is_group(words, group.name)), "")
    if grouped:
        return Found(grouped)
    counted = _counted(target, resume)
    if counted:
        return Found(counted)
    said = fold(words)
    holding = [each for each in lines if re.search(rf"(?<!\w){re.escape(said)}(?!\w)", fold(each.text))]
    if holding:
        named = [each for each in holding if each.kind == "skills"]
        whole = [each for each in holding if fold(each.text).strip(" .") == said]
        chosen = whole or (named if len(said.split()) <= 3 else []) or holding
        return Found(chosen[0].id) if len(chosen) == 1 or whole else Found(choices=_texts(chosen))
    entry = find_entry_named(words, resume)
    if entry and len(said.split()) <= 8:
        return Found(entry.id)
    ranked = sorted(
        ((_likeness(said, each), place, each) for place, each in enumerate(lines)),
        key=lambda found: (-found[0], found[1]),
    )
    if not ranked or ranked[0][0] < _SURE:
        return Found()
    close = [each for score, _, each in ranked if ranked[0][0] - score < _APART]
    return Found(ranked[0][2].id) if len(close) == 1 else Found(choices=_texts(close))


def pointed(target: str) -> str:
    """The words of the line itself, without those that only point at a line ("the bullet about …")."""
    counted = bool(ordinals(target) and part("bullet", target))
    return target if counted else _POINTING.sub(" ", target).strip() or target


def find_section(target: str, resume: Resume) -> str:
    """The section a text names, as it is called in `order`; empty where it names none."""
    for section in _SECTIONS:
        if part(section, target):
            return section
    if part("summary", target.strip()):
        return "summary"
    titles = {**{other.id: other.title for other in resume.other}, **resume.titles}
    return next((key for key, title in titles.items() if title and fold(title) in fold(target)), "")


def find_entry_named(text: str, resume: Resume) -> Entry | None:
    """The role, degree or project a text names by employer, school, title or as the current one."""
    if part("current", text):
        return next((entry for entry in resume.work if entry.current), resume.work[0] if resume.work else None)
    said = f" {fold(text)} "
    best: tuple[int, Entry] | None = None
    for section in DATED:
        for entry in getattr(resume, section):
            for name in (name_of(entry), getattr(entry, "position", ""), getattr(entry, "degree", "")):
                score = _named(name, said, whole=name != name_of(entry))
                if score and (best is None or score > best[0]):
                    best = (score, entry)
    return best[1] if best else None


def name_of(entry: Entry) -> str:
    return str(getattr(entry, "employer", "") or getattr(entry, "institution", "") or getattr(entry, "name", ""))


def _named(name: str, said: str, *, whole: bool) -> int:
    """Letters of the name that stand in the text: all of it, an employer's first words, or its first where that is no
    everyday word.
    """
    words = re.sub(r"[^\w\s&+-]", " ", fold(name)).split()
    plain = re.sub(r"[^\w&+-]+", " ", said)
    text = f" {' '.join(plain.split())} "
    for length in range(len(words), 0 if not whole else len(words) - 1, -1):
        start = " ".join(words[:length])
        telling = length > 1 or len(words) == 1 or (len(start) > 4 and start not in related())
        if len(start) > 2 and telling and f" {start} " in text:
            return len(start)
    return 0


def _is_group(words: str, name: str) -> bool:
    """`the Tools group`, `Tools`: a skill group by its name."""
    rest = re.sub(r"\b(?:the|my|skills?|group|list|gruppe|groupe|grupo)\b", " ", words, flags=re.IGNORECASE)
    return fold(rest) == fold(name)


def _counted(target: str, resume: Resume) -> str:
    """`the second bullet at Larkspur`, `my last line there`."""
    place = part("bullet", target)
    numbers = ordinals(target)
    if not place or not numbers:
        return ""
    entry = find_entry_named(target, resume) or (resume.work[0] if len(resume.work) == 1 else None)
    if entry is None or abs(numbers[0]) > len(entry.highlights) or numbers[0] == 0:
        return ""
    return entry.highlights[numbers[0] - 1 if numbers[0] > 0 else numbers[0]].id


def _likeness(said: str, line: Address) -> float:
    """Longer descriptions may leave words out; one or two words must stand in the line."""
    text = fold(re.sub(r"[^\w\s%$€£+#-]", " ", line.text))
    telling = [word for word in said.split() if len(word) > 3] or said.split()
    stands = sum(fuzz.partial_ratio(word, text) >= 88 for word in telling) / max(1, len(telling))
    return 0.6 * 100 * stands + 0.4 * fuzz.token_set_ratio(said, text)


def _texts(lines: list[Address]) -> tuple[str, ...]:
    return tuple(f"“{each.text if len(each.text) <= 70 else each.text[:67] + '…'}”" for each in lines[:4])
