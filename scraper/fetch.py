"""One page of a stranger's URL: checked, bounded in time and size, polite, remembered for a while.

Robots and cache stand around one plain loop: check the URL, ask, follow at most `max_redirects` redirects, each checked
like the first, read at most `max_bytes`.
"""

import http.client
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import requests
from urllib3 import exceptions as broken

from scraper import robots
from scraper.cache import recall, remember
from scraper.errors import (
    BlockedAddress,
    ConnectionFailed,
    HttpError,
    InvalidUrl,
    PageTooLarge,
    TlsFailed,
    TooManyRedirects,
    UnsupportedContent,
)
from scraper.guard import Target, check_url
from scraper.pinned import PinnedAdapter
from scraper.turns import turn
from scraper.watch import Cancel, Watch

READABLE = ("text/", "application/json", "application/xhtml+xml", "application/xml", "application/ld+json")
REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 16_384


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How pages are fetched; data only.

    * `allowed_hosts`: "host:port" let through the guard against private addresses and the rule of ports 80 and 443.
    * `deadline_s`: for everything together: name, robots.txt, redirects, body.
    * `contact`: an address or page named in the user agent, so that a site can complain.
    * `cache_s`: how long a page is kept, 0 for not at all; in memory, or in `cache_dir` when given.
    * `browser`: path of a Chromium for pages that are empty without JavaScript, "default" for playwright's own, or None.
    """

    allowed_hosts: frozenset[str] = frozenset()
    deadline_s: float = 12.0
    max_bytes: int = 2_000_000
    max_redirects: int = 3
    user_agent: str = "BespokeReader/1.0"
    contact: str = ""
    respect_robots: bool = True
    cache_s: float = 3600.0
    cache_dir: Path | None = None
    browser: str | None = None

    def agent(self) -> str:
        return f"{self.user_agent} (+{self.contact})" if self.contact else self.user_agent


@dataclass(frozen=True, slots=True)
class Page:
    """What was delivered: `url` is where the redirects ended, `asked` the URL given; `fetched` an ISO date."""

    url: str
    asked: str
    status: int
    content_type: str
    body: bytes = field(repr=False)
    fetched: str = ""


def fetch(url: str, settings: FetchSettings | None = None, cancel: Cancel | None = None) -> Page:
    """Gets one page, or raises a ScrapeError. Blocking; `cancel.is_set()` closes the connection within 50 ms."""
    settings = settings or FetchSettings()
    with Watch(settings.deadline_s, cancel) as watch:
        return fetch_within(url, settings, watch)


def fetch_within(url: str, settings: FetchSettings, watch: Watch, accept: str = "") -> Page:
    """As `fetch`, inside the time of a watch that several fetches share."""
    target = check_url(url, settings.allowed_hosts)
    if (page := recall(target.url, settings)) is not None:
        return page
    with _session(settings, watch) as session, turn(target.host, watch):
        page = _follow(session, target, settings, watch, accept)
    remember(target.url, page, settings)
    return page


def _session(settings: FetchSettings, watch: Watch) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.headers.clear()
    session.headers.update(
        {
            "User-Agent": settings.agent(),
            "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,application/xml;q=0.8,text/plain;q=0.7",
            "Accept-Encoding": "identity",
            "Accept-Language": "en,*;q=0.5",
        }
    )
    adapter = PinnedAdapter(watch, settings.allowed_hosts)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def _follow(session: requests.Session, target: Target, settings: FetchSettings, watch: Watch, accept: str) -> Page:
    asked = target.url
    for _ in range(settings.max_redirects + 1):
        if settings.respect_robots:
            robots.check(target, settings, watch, lambda url: _ask(session, url, settings, watch, ""))
        answer = _ask(session, target.url, settings, watch, accept)
        if answer.onward is None:
            return Page(target.url, asked, answer.status, answer.content_type, answer.body, answer.fetched)
        target = check_url(urljoin(target.url, answer.onward), settings.allowed_hosts)
    raise TooManyRedirects
