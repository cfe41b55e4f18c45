"""Drafts of entries become the entries of the model: work, volunteering, education, and the shorter kinds."""

from __future__ import annotations

import re
from typing import TypeVar

from agent.resume.model import Award, Certificate, Entry, Line, Project, Publication, Work
from agent.resume.read.atoms import Atom, Head, read_head
from agent.resume.read.bodies import fill_body
from agent.resume.read.entries import Draft
from agent.resume.read.item import Item
from agent.resume.read.places import place_score
from agent.resume.read.roles import GUESS, LIKELY, assign
from agent.resume.read.rows import Row, Segment
from agent.resume.read.settling import part_as_others, place_like, settle_places
from agent.resume.read.words import title_score

AnyEntry = TypeVar("AnyEntry", bound=Entry)
Sure = dict[str, float]
"""Confidence by field name."""


def date_entry(entry: Entry, head: Head, *, single_is_end: bool) -> None:
    """Put the dates, the place and the address of a head into its entry."""
    ranges = [span for span in head.dates if not span.single] or head.dates
    if ranges:
        span = ranges[0]
        entry.dates, entry.start, entry.end, entry.current = span.text, span.start, span.end, span.current
        if span.single and len(ranges) == 2 and ranges[1].end > span.end:
            entry.start, entry.end, entry.dates = span.end, ranges[1].end, f"{span.text} – {ranges[1].text}"
        elif span.single and not single_is_end:
            entry.start, entry.end = span.end, ""
        others = [other.text for other in head.dates if other.text not in entry.dates]
        entry.dates = ", ".join([entry.dates, *others])
    entry.dates = ", ".join(filter(None, [entry.dates, *head.notes]))
    entry.location = ", ".join(dict.fromkeys(head.places))
    entry.url = head.urls[0] if head.urls else ""


def read_work(drafts: list[Draft]) -> list[tuple[Work, Sure]]:
    heads = [read_head(draft.head) for draft in drafts]
    settle_places(heads)
    part_as_others(heads)
    found: list[tuple[Work, Sure]] = []
    previous: Work | None = None
    for draft, head, roles in zip(drafts, heads, assign(heads), strict=True):
        entry = Work()
        date_entry(entry, head, single_is_end=False)
        place_rest(entry, roles.rest, alone=bool(roles.position and title_score(roles.position.text)))
        entry.employer = roles.employer.text if roles.employer else ""
        entry.position = roles.position.text if roles.position else ""
        sure = {"employer": roles.confidence, "position": roles.confidence}
        if previous and shares_employer(entry, draft):
            entry.employer, sure["employer"] = previous.employer, LIKELY
            entry.location = entry.location or previous.location
        fill_body(entry, draft.body)
        extra(entry, head, roles.rest)
        if not entry.employer:
            sure["employer"] = GUESS
        found.append((entry, {name: value for name, value in sure.items() if value < LIKELY + 0.01}))
        if entry.employer:
            previous = entry
    return merge_groups(found)


def shares_employer(entry: Work, draft: Draft) -> bool:
    """Whether a role stands under the employer named before it: its own head names none."""
    lines = len(draft.head) - sum(place_score(item.text) >= 0.6 for item in draft.head)
    return not entry.employer and bool(entry.position) and lines <= 2 and bool(entry.dates)


def merge_groups(found: list[tuple[Work, Sure]]) -> list[tuple[Work, Sure]]:
    """An employer's own line with the whole span, above its dated roles, gives them its name and is no entry itself."""
    result: list[tuple[Work, Sure]] = []
    for place, (entry, sure) in enumerate(found):
        follower = found[place + 1][0] if place + 1 < len(found) else None
        bare = not entry.position and not entry.highlights and not entry.summary
        if bare and follower and follower.position and follower.employer in {"", entry.employer}:
            for later, _ in found[place + 1 :]:
                if later.employer not in {"", entry.employer}:
                    break
                later.employer, later.location = entry.employer, later.location or entry.location
            if entry.dates and len([1 for later, _ in found[place + 1 :] if later.employer == entry.employer]) == 0:
                result.append((entry, sure))
            continue
        result.append((entry, sure))
    return result


def place_rest(entry: Entry, rest: tuple[Atom, ...], *, alone: bool = False) -> None:
    """A name that stands apart at the right or alone in a line below, where places stand, is the place when no other is known."""
    for atom in rest:
        if (
            not entry.location
            and (atom.apart or atom.slot > 1 or (alone and atom.slot == 0 and atom.line > 0))
            and place_like(atom.text)
        ):
            entry.location = atom.text


def extra(entry: Entry, head: Head, rest: tuple[Atom, ...]) -> None:
    """What a head says beyond its fields is kept before the summary."""
    more = [atom.text for atom in rest if atom.text != entry.location]
    more += head.urls[1:]
    if more:
        entry.summary.insert(0, Line(text=", ".join(more)))


def read_projects(drafts: list[Draft]) -> list[tuple[Project, Sure]]:
    return [(named(Project(), draft, "name", "role", "entity"), {}) for draft in drafts]


def read_certificates(drafts: list[Draft]) -> list[tuple[Certificate, Sure]]:
    return [(named(Certificate(), draft, "name", "", "issuer"), {}) for draft in drafts]


def read_awards(drafts: list[Draft]) -> list[tuple[Award, Sure]]:
    return [(named(Award(), draft, "title", "", "awarder"), {}) for draft in drafts]


def read_publications(drafts: list[Draft]) -> list[tuple[Publication, Sure]]:
    return [(named(Publication(), draft, "name", "", "publisher"), {}) for draft in drafts]


def named(entry: AnyEntry, draft: Draft, name: str, role: str, other: str) -> AnyEntry:
    """An entry of the short kinds: what it is called, and who stands behind it."""
    item = draft.head[0]
    described = describe(item)
    head = read_head([described[0], *draft.head[1:]])
    date_entry(entry, head, single_is_end=not isinstance(entry, Project))
    atoms = head.atoms
    if atoms:
        setattr(entry, name, atoms[0].text)
    rest: list[Atom] = []
    for atom in atoms[1:]:
        if role and not getattr(entry, role) and title_score(atom.text):
            setattr(entry, role, atom.text)
        elif (
            not getattr(entry, other)
            and len(atom.text) < 80
            and not (isinstance(entry, Project) and not atom.text[:1].isupper())
        ):
            setattr(entry, other, atom.text)
        else:
            rest.append(atom)
    fill_body(entry, draft.body)
    if described[1]:
        entry.summary.insert(0, Line(text=described[1], place=item.line().place))
    extra(entry, head, tuple(rest))
    return entry


def describe(item: Item) -> tuple[Item, str]:
    """`Name: what it is` or `**Name** – what it is` in one line as name and description."""
    text = item.text
    found = re.match(r"(.{3,70}?)(?::\s+|\s+[–—-]\s+(?=\S+(?:\s\S+){4}))(.{12,})", text)
    segments = item.segments
    if found and "|" not in text and not any(part.apart for part in segments) and not re.match(r"https?", text):
        first = item.first
        row = Row(
            [Segment(found[1], size=first.size, bold=first.segments[0].bold, link=first.segments[0].link)],
            first.page,
            first.top,
            first.bottom,
            paragraph=first.paragraph,
            bullet=first.bullet,
        )
        return Item([row], found[1], item.kind), found[2]
    return item, ""
