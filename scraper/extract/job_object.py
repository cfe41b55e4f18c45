"""The job in any JSON: objects are judged by what their keys are called and by the shape of their values.

Why generic: every job system names its fields differently, but a title, a long text, a place and a kind of employment
side by side are hardly ever anything but a posting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

from scraper.draft import Draft
from scraper.extract.job_fields import read_job
from scraper.extract.pairs import unwrapped
from scraper.text import letters
from scraper.words.keys import JOB_PATH, OTHERS, ROLES

MOST_NODES = 30_000
MOST_KEYS = 300
DEEPEST = 40
WEIGHTS = {"title": 2.0, "name": 1.0, "description": 3.0, "body": 1.5, "section": 1.0, "company": 1.0, "location": 1.0, "employment": 1.5, "salary": 1.0, "posted": 0.5, "until": 0.5, "remote": 0.5, "url": 0.25, "id": 0.25}  # fmt: skip
ENOUGH = 3.5
ENOUGH_ALONE = 2.5
MOST_READ = 40


@dataclass(slots=True)
class Found:
    """A job object, the objects around it (nearest first), and which list it stands in with how many like it."""

    node: dict[str, Any]
    score: float
    around: list[dict[str, Any]]
    group: int
    path: tuple[str, ...]


@dataclass(slots=True)
class Jobs:
    """`best` is the job the page is about, or None; `several` counts the jobs of the list it was chosen from."""

    best: Draft | None = None
    several: int = 0
    chosen: bool = False
    others: list[str] = field(default_factory=list)


def find_job(
    roots: list[Any], url: str, titles: tuple[str, ...] = (), source: str = "script_data", *, strict: bool = True
) -> Jobs:
    """`titles` are what the page itself calls the job (heading, title): they choose among several objects.

    Not `strict`: a title and a text are enough, as in an answer that holds nothing but the posting.
    """
    found = sorted(_candidates(roots, strict=strict), key=lambda each: -each.score)
    if not found:
        return Jobs()
    marks = url_marks(url)
    names = {letters(title) for title in titles if title}
    ranked: list[tuple[float, Found, Draft, bool]] = []
    for each in found[:MOST_READ] + [more for more in found[MOST_READ:] if _named(more.node, marks)][:4]:
        draft = read_job(each.node, each.around, source, 0.8)
        if not draft.title:
            continue
        match = _named(each.node, marks)
        title = letters(draft.title)
        same = bool(title) and any(title == name or (len(title) > 8 and title in name) for name in names)
        ranked.append((_worth(draft) + (6 if match else 0) + (4 if same else 0), each, draft, match or same))
    if not ranked:
        return Jobs()
    ranked.sort(key=lambda each: -each[0])
    _, best, draft, chosen = ranked[0]
    group = [each for each in ranked if each[1].group == best.group and best.group >= 0]
    several = len({letters(each[2].title) for each in group}) if len(group) > 1 else 1
    draft.confidence = 0.85 if chosen else 0.75 if _worth(draft) >= 5 else 0.55
    return Jobs(draft, several, chosen, [each[2].title for each in group])


def url_marks(url: str) -> set[str]:
    """The parts of a URL that can name one job: ids and slugs of its path and query."""
    parts = urlsplit(url)
    marks = {
        part.casefold()
        for part in re.split(r"[/?&=#]", unquote(f"{parts.path}?{parts.query}#{parts.fragment}"))
        if len(part) > 2
    }
    for part in list(marks):
        marks.update(piece for piece in re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4,}|[a-z]{1,4}[-_]?\d{3,}", part))
    return {mark for mark in marks if any(char.isdigit() for char in mark) or "-" in mark or len(mark) > 4}


def _named(node: dict[str, Any], marks: set[str]) -> bool:
    """Whether the object carries an id, slug or address that the URL names."""
    for key, value in node.items():
        if _role(key) not in {"id", "url"} or isinstance(value, bool) or not isinstance(value, str | int):
            continue
        text = str(value).casefold()
        if text in marks:
            return True
        if "/" in text and marks & url_marks(text):
            return True
    return False


def _worth(draft: Draft) -> float:
    return (
        (3 if len(draft.description) > 300 else 1.5 if len(draft.description) > 80 else 0)
        + bool(draft.title)
        + bool(draft.locations)
        + bool(draft.company)
        + bool(draft.employment_type)
        + 0.5 * bool(draft.date_posted)
        + 0.5 * bool(draft.salary)
    )


def _candidates(roots: list[Any], *, strict: bool) -> Iterator[Found]:
    stack: list[tuple[Any, tuple[str, ...], list[dict[str, Any]], int]] = [
        (root, (), [], -1) for root in reversed(roots)
    ]
    seen = 0
    while stack and seen < MOST_NODES:
        value, path, around, group = stack.pop()
        seen += 1
        if len(path) > DEEPEST:
            continue
        if isinstance(value, dict):
            score = _score(value, path, strict=strict)
            if score >= (ENOUGH if strict else ENOUGH_ALONE):
                yield Found(value, score, around, group, path)
            inside = [value, *around[:2]]
            for key, each in value.items():
                if isinstance(each, dict | list) and _plain(key) not in OTHERS:
                    stack.append((each, (*path, _plain(key)), inside, -1))
        elif isinstance(value, list):
            stack.extend((each, path, around, id(value)) for each in value if isinstance(each, dict | list))


def _score(node: dict[str, Any], path: tuple[str, ...], *, strict: bool) -> float:
    if len(node) < 2:
        return 0.0
    roles: dict[str, float] = {}
    for key, role in _named_roles(tuple(node)):
        value = unwrapped(node[key])
        if value and _fits(role, value):
            roles[role] = WEIGHTS[role]
    if "title" not in roles and "name" not in roles:
        return 0.0
    score = sum(roles.values()) - (1.0 if "title" in roles and "name" in roles else 0.0)
    if any(part in JOB_PATH for part in path[-2:]) or "JobPosting" in str(node.get("@type", "")):
        score += 1.5
    told = {"employment", "salary", "location", "until", "title", "description", "remote"} & roles.keys()
    return score if told or not strict else 0.0


@lru_cache(maxsize=2_000)
def _named_roles(keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The keys with a role, none when nothing among them can be a title; rows of a list share their keys."""
    named = tuple((key, role) for key in keys[:MOST_KEYS] if (role := _role(key)))
    return named if any(role in {"title", "name"} for _, role in named) else ()


def _fits(role: str, value: Any) -> bool:
    if role in {"title", "name"}:
        return isinstance(value, str) and 2 < len(value) < 180 and not value.startswith(("http", "/", "<", "{"))
    if role in {"description", "body"}:
        return (isinstance(value, str) and len(value) > 80) or (
            isinstance(value, dict | list) and role == "description"
        )
    if role == "section":
        return isinstance(value, str | list | dict)
    return not isinstance(value, bool) or role == "remote"


def _role(key: str) -> str:
    return ROLES.get(_plain(key), "")


@lru_cache(maxsize=20_000)
def _plain(key: str) -> str:
    return letters(key)


def holds_list(data: Any) -> bool:
    """Whether a value holds a list of things with a name and a place, address or id each: short forms of jobs."""
    stack = [data]
    for _ in range(MOST_NODES):
        if not stack:
            break
        value = stack.pop()
        if isinstance(value, list):
            rows = [{_role(key) for key, each in row.items() if each} for row in value[:60] if isinstance(row, dict)]
            if (
                sum(bool(roles & {"title", "name"} and roles & {"location", "employment", "posted"}) for roles in rows)
                > 1
            ):
                return True
        stack.extend(
            each for each in (value.values() if isinstance(value, dict) else value) if isinstance(each, dict | list)
        )
    return False
