"""Which of the names in an entry's head is the employer and which the position.

Why votes: one head may not tell (`Stripe, Growth`), but entries of one section are laid out alike, so what stands at
the same place in the others tells too.
"""

from __future__ import annotations

import collections
import itertools
from dataclasses import dataclass

from agent.resume.read.atoms import Atom, Head
from agent.resume.read.words import company_score, outer_title, title_score

Slot = tuple[int, int, bool, bool]
MOST_NAMES = 4
SURE, LIKELY, GUESS = 0.95, 0.8, 0.55


@dataclass(slots=True)
class Roles:
    employer: Atom | None = None
    position: Atom | None = None
    rest: tuple[Atom, ...] = ()
    confidence: float = SURE


def assign(heads: list[Head]) -> list[Roles]:
    """Employer and position of each head of one section."""
    votes = count_votes(heads)
    chosen = [choose(head, votes) for head in heads]
    sure = {layout(roles) for roles in chosen if roles.confidence >= LIKELY}
    for roles in chosen:
        if roles.position and roles.employer and roles.confidence < LIKELY and layout(roles) in sure:
            against = leaning(roles.position) < 0 or leaning(roles.employer) > 0
            roles.confidence = roles.confidence if against else LIKELY
    return [rejoin(roles) for roles in chosen]


def layout(roles: Roles) -> tuple[Slot, Slot] | None:
    """Where title and employer stand in a head, and how they look."""
    return (slot_of(roles.position), slot_of(roles.employer)) if roles.position and roles.employer else None


def rejoin(roles: Roles) -> Roles:
    """What a comma cut off a name that needs no second part goes back: `Clinical Pharmacist, Oncology`."""
    rest: list[Atom] = []
    for atom in roles.rest:
        before = next(
            (
                one
                for one in (roles.position, roles.employer)
                if one and atom.comma and (one.line, one.slot) == (atom.line, atom.slot - 1)
            ),
            None,
        )
        if before is not None:
            before.text, before.slot = f"{before.text}, {atom.text}", atom.slot
        else:
            rest.append(atom)
    roles.rest = tuple(rest)
    return roles


def slot_of(atom: Atom) -> Slot:
    return (atom.line, atom.slot, atom.bold, atom.italic)


def leaning(atom: Atom) -> float:
    """Above 0 when an atom reads like a title, below when like an employer."""
    company = company_score(atom.text)
    if company and outer_title(atom.text):
        company *= 0.4  # `Software Engineer`, `Bank Clerk`, `Hospital Nurse` are titles
    return title_score(atom.text) - company


def count_votes(heads: list[Head]) -> dict[Slot, float]:
    sums: dict[Slot, list[float]] = collections.defaultdict(list)
    for head in heads:
        for atom in head.atoms:
            sums[slot_of(atom)].append(max(-1.0, min(1.0, leaning(atom))))
    return {slot: sum(values) / len(values) for slot, values in sums.items()}


def choose(head: Head, votes: dict[Slot, float]) -> Roles:
    atoms = head.atoms[:MOST_NAMES]
    if not atoms:
        return Roles(confidence=GUESS)
    if len(atoms) == 1:
        only = atoms[0]
        lean = leaning(only) + votes.get(slot_of(only), 0.0)
        sure = LIKELY if abs(lean) > 0.5 else GUESS
        return Roles(position=only, confidence=sure) if lean > 0 else Roles(employer=only, confidence=sure)
    scored: list[tuple[float, int, tuple[Atom, Atom]]] = []
    for place, (position, employer) in enumerate(itertools.permutations(atoms, 2)):
        score = (
            leaning(position)
            - leaning(employer)
            + votes.get(slot_of(position), 0.0)
            - votes.get(slot_of(employer), 0.0)
        )
        score -= 0.25 * (order(position) + order(employer)) / 2 + (
            0.1 if prefers_employer_first(position, employer) else 0.0
        )
        scored.append((score, -place, (position, employer)))
    scored.sort(key=lambda each: each[:2], reverse=True)
    best, _, (position, employer) = scored[0]
    margin = best - scored[1][0]
    rest = tuple(atom for atom in head.atoms if atom is not position and atom is not employer)
    confidence = SURE if best > 1.5 else LIKELY if best > 0.5 or margin > 1 else GUESS
    return Roles(employer, position, rest, confidence)


def order(atom: Atom) -> int:
    return atom.line * 2 + atom.slot


def prefers_employer_first(position: Atom, employer: Atom) -> bool:
    """Without other evidence: the italic line below is the position."""
    return position.italic and not employer.italic and order(position) < order(employer)
