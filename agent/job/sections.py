"""A posting cut into statements, each with the heading it stands under and what that heading announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from agent.job.injection import without_commands
from agent.job.lexicon import cue, pattern, table
from agent.job.words import fold, sentences

SectionKind = Literal[
    "preferred", "benefits", "process", "legal", "duties", "required", "company", "head", "unknown", "prose"
]
HEADED: tuple[SectionKind, ...] = get_args(SectionKind)[:7]

BULLET = re.compile(r"^\s*(?:[-+*•‣▪◦·–—●○■□✓✔✅➤►▸»›§o]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
MARKUP = re.compile(r"^#{1,6}\s*|^\*\*|\*\*:?$|^__|__$|:\s*\*\*$|^=+\s*|\s*=+$|\s*#+$")
LONGEST_RUN_IN = 5
HEADING = re.compile(
    r"(?:what|who|why|how|your|our|about|the|key|main|minimum|duties|requirements|responsibilities|qualifications|skills|was|wer|wie|ihre?|deine?|unsere?"
    r"|ce que|qui|vos|votre|nos|notre|lo que|qué|quién|tus?|sus?|nuestr[oa]s?)\b"
)
"""How a heading begins that runs into its text; a sentence about "you" does not."""
MOST_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class Statement:
    """One item of a list (`listed`) or one sentence of a paragraph."""

    text: str
    kind: SectionKind
    heading: str
    listed: bool
    last: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    bullet: bool
    after_gap: bool
    first: bool
    before: Literal["bullet", "text", "gap"]
    marked: bool


def statements(description: str) -> list[Statement]:
    """What the posting says, in order; what is addressed to machines or cannot be seen is left out, as is everything
    past the first 60,000 characters.
    """
    return list(walk(rows(without_commands(description[:MOST_CHARACTERS]))))


def walk(lines: list[Row]) -> Iterator[Statement]:
    kind: SectionKind = "head"
    heading = ""
    listed = False
    for row in lines:
        if row.bullet:
            listed = True
            yield Statement(row.text, kind if kind != "head" else "unknown", heading, listed=True)
            continue
        announced = announces(row)
        if kind == "head" and announced == "unknown" and row.first:
            announced = None
        if announced is not None:
            kind, heading, listed = announced, tidy(row.text), False
            continue
        label, _, rest = row.text.partition(":")
        if rest.strip() and names_section(label) and (inline := headed(label)):
            yield from items(rest.strip(), inline, label.strip())
            continue
        label, rest, runs_in = run_in(row)
        if runs_in:
            yield from items(rest, runs_in, label)
            continue
        if kind == "head" and (is_head(row) or EMPLOYER_LINE.match(row.text)):
            yield Statement(row.text, "head", "", listed=False)
            continue
        if kind == "head" or (listed and row.after_gap):
            kind, heading, listed = "prose", "", False
        short = len(row.text.split()) <= 25 and not row.text.endswith((".", "!", "?"))
        if short and kind in {"required", "preferred", "duties", "unknown"}:
            yield Statement(row.text, kind, heading, listed=True)
        else:
            for sentence in sentences(row.text):
                yield Statement(sentence, kind, heading, listed=False)


def names_section(label: str) -> bool:
    return (
        len(label.split()) <= 5
        and not re.search(r"\b(?:is|are|ist|sind|est|sont|es|son|https?)\b", label)
        and "http" not in label
    )


def run_in(row: Row) -> tuple[str, str, SectionKind | None]:
    """A heading that is a short sentence before its text ("What you will do. Plan routes. Load vans."), the text, its kind."""
    if row.bullet or not row.after_gap:
        return "", "", None
    label, _, rest = row.text.partition(". ")
    heads = (
        rest.strip()
        and 1 < len(label.split()) <= LONGEST_RUN_IN
        and names_section(label)
        and HEADING.match(fold(label))
    )
    kind = headed(label) if heads else None
    return label.strip(), rest.strip(), kind


def items(text: str, kind: SectionKind, heading: str) -> Iterator[Statement]:
    """What follows a heading on its own line: "Requirements: a van licence; two years on site"."""
    for sentence in sentences(text):
        yield Statement(sentence, kind, heading, listed=False)


def rows(text: str) -> list[Row]:
    raw = text.split("\n")
    kept = [(place, line.strip()) for place, line in enumerate(raw) if line.strip()]
    found = []
    for index, (place, line) in enumerate(kept):
        following = kept[index + 1] if index + 1 < len(kept) else None
        before: Literal["bullet", "text", "gap"] = "gap"
        if following and BULLET.match(raw[following[0]]):
            before = "bullet"
        elif following and following[0] == place + 1:
            before = "text"
        bullet = bool(BULLET.match(raw[place]))
        marked = bool(MARKUP.search(line)) and not bullet
        clean = MARKUP.sub("", BULLET.sub("", raw[place]) if bullet else line).strip().strip("*_").strip()
        after_gap = index > 0 and kept[index - 1][0] < place - 1
        if clean:
            found.append(Row(clean, bullet, after_gap, index == 0, before, marked))
    return found


def announces(row: Row) -> SectionKind | None:
    """What the row announces if it is a heading."""
    count = len(row.text.split())
    if count > 9 or row.text.endswith((".", ";", ",")):
        return None
    kind = headed(row.text)
    looks = row.marked or row.text.endswith(":") or row.before == "bullet" or (row.text.isupper() and count > 1)
    apart = row.after_gap or row.first or row.before == "bullet"
    if kind and (looks or (apart and count <= 7 and not re.search(r"[,;]", row.text))):
        return kind
    if looks and not cue("place").search(fold(row.text)):
        return "unknown"
    alone = row.after_gap and row.before == "text" and count <= 5
    return "unknown" if alone and row.text[:1].isupper() else None


def headed(text: str) -> SectionKind | None:
    folded = fold(tidy(text))
    return next((kind for kind in HEADED if heading_pattern(kind).search(folded)), None)


@cache
def heading_pattern(kind: str) -> re.Pattern[str]:
    """Heading phrases may be cut words (`requir`, `verantwort`), so only their start is held to a word's start."""
    return re.compile(pattern(tuple(table("headings")[kind])).pattern.replace(r"(?!\w)", ""))


EMPLOYER_LINE = re.compile(r"^[^.,]{3,60}(?:\([^)]*\))?,\s[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+){0,2}\.\s")


def is_head(row: Row) -> bool:
    folded = fold(row.text)
    if row.text.endswith((".", "!")) and (cue("required").search(folded) or cue("preferred").search(folded)):
        return False
    return len(row.text.split()) <= 16 and not (row.text.endswith((".", "!", "?")) and len(row.text.split()) > 12)


def tidy(text: str) -> str:
    return text.strip().strip(":*#").strip()
