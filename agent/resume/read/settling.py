"""What one head of an entry leaves open and the others of its section tell: towns that no list knows, names parted by commas."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.resume.read.atoms import Atom, Head
from agent.resume.read.places import is_city
from agent.resume.read.words import company_score, has_school, title_score

LEGAL_END = re.compile(
    r"(?i)\b(?:inc|llc|ltd|gmbh|ag|kg|ohg|e\.?v|s\.?a|s\.?l|s\.?l\.?u|sarl|sas|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|plc|llp|ltda|corp|oy|ab|a/s)\.?$"
)
CAMPUS = re.compile(r"(?i)\bof\b|\bstate university$|\bsystem$")
FEWEST_TOWNS = 3
"""How many employers must have a name after a comma for these to be towns that no list knows."""


def settle_places(heads: list[Head]) -> None:
    """Where most entries name a place, the last part after a comma is one too when no list knows the town."""
    placed = sum(bool(head.places) for head in heads)
    likely = sum(not head.places and any(tail_of(atom) for atom in head.atoms) for head in heads)
    usual = 2 * placed >= len(heads) or (
        placed + likely >= 0.75 * len(heads) and (placed > 0 or likely >= FEWEST_TOWNS)
    )
    spots = {head.spot for head in heads if head.places}
    for head in heads:
        here = None if head.places else next((atom for atom in head.atoms if atom.spot in spots), None)
        if here is not None and len(head.atoms) > 2 and place_like(here.text):
            head.atoms.remove(here)
            head.places.append(here.text)
        for atom in [] if head.places else list(head.atoms):
            if atom.comma and len(head.atoms) > 2 and place_like(atom.text) and 2 * placed >= len(heads):
                head.atoms.remove(atom)
                head.places.append(atom.text)
                break
            town = tail_of(atom)
            name = atom.text.removesuffix(f", {town}").removesuffix(f" ({town})")
            if (
                town
                and (LEGAL_END.search(name) or (has_school(name) and not CAMPUS.search(name)) or usual)
                and (not title_score(name) or (len(head.atoms) > 1 and usual))
            ):
                atom.text = name
                head.places.append(town)
                break


def part_as_others(heads: list[Head]) -> None:
    """`Stitcher, Corner Crust` is title and employer where most of the other heads put these two before and after a comma."""
    parted = [
        len(head.atoms) > 1 and head.atoms[1].comma and head.atoms[1].line == head.atoms[0].line for head in heads
    ]
    others, most = len(heads) - 1, sum(parted)
    for place, head in enumerate(heads):
        if len(head.atoms) != 1 or not others or 2 * (most - parted[place]) < others:
            continue
        whole = head.atoms[0]
        first, comma, second = whole.text.partition(", ")
        names = all(part[:1].isupper() for part in (first, second))
        if comma and names and ", " not in second and not LEGAL_END.fullmatch(second):
            head.atoms = [
                replace(whole, text=first),
                replace(whole, text=second, slot=whole.slot + 1, comma=True),
            ]


def tail_of(atom: Atom) -> str:
    """The name after the last comma of an atom that may be a town; empty where there is none."""
    if bracket := re.fullmatch(r".+ \(([^()]{2,30})\)", atom.text):
        return bracket[1] if place_like(bracket[1]) else ""
    name, comma, town = atom.text.rpartition(", ")
    if not comma or not place_like(town):
        return ""
    return town if not has_school(name) or SCHOOL_END.search(name) or is_city(town) else ""


SCHOOL_END = re.compile(
    r"(?i)(?:school|college|academy|nursery|schule|gymnasium|kolleg|akademie|lycée|collège|école|colegio|instituto|escuela|liceo|scuola|universit\w+|hochschule)$"
)


def place_like(text: str) -> bool:
    words = text.replace(",", " ").split()
    return (
        0 < len(words) <= 4
        and all(word[:1].isupper() for word in words)
        and not title_score(text)
        and not company_score(text)
    )
