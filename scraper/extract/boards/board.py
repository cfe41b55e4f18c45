"""What a job system is to us: which URLs are its own, where its public endpoint is, how its answer reads."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from scraper.draft import Draft

CONFIDENCE = 0.97


@dataclass(frozen=True, slots=True)
class Place:
    """`endpoint` is the URL to ask, `company` the account's name in the URL, `job` the id or slug, "" for a whole board."""

    endpoint: str
    company: str
    job: str


@dataclass(frozen=True, slots=True)
class Board:
    """`locate` gives the place a URL leads to, or None; `read` makes a draft of the endpoint's JSON, None without the job.

    A board without `read` answers with a page of HTML.
    """

    name: str
    locate: Callable[[str], Place | None]
    read: Callable[[Any, Place], Draft | None] | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A URL taken apart for the boards: host in lower case, path without the last slash, first value of each query key."""

    host: str
    path: str
    query: dict[str, str]

    def matches(self, host: str, path: str) -> tuple[re.Match[str], re.Match[str]] | None:
        at_host = re.fullmatch(host, self.host)
        at_path = re.match(path, self.path)
        return (at_host, at_path) if at_host and at_path else None


def address(url: str) -> Address:
    try:
        parts = urlsplit(url)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        return Address((parts.hostname or "").lower(), unquote(parts.path).rstrip("/"), query)
    except ValueError:
        return Address("", "", {})


def pick(jobs: Any, job: str, *keys: str) -> dict[str, Any] | None:
    """The job of a whole board that one of the keys names; the only one when there is just one."""
    if isinstance(jobs, dict):
        return jobs
    if not isinstance(jobs, list):
        return None
    rows = [each for each in jobs if isinstance(each, dict)]
    for each in rows:
        if job and any(
            str(each.get(key) or "").rstrip("/").rsplit("/", 1)[-1].casefold() == job.casefold() for key in keys
        ):
            return each
    return rows[0] if len(rows) == 1 and not job else None
