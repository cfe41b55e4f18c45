"""One page of a stranger's URL: checked, bounded in time and size, polite, remembered for a while.

check the URL -> cache -> the host's turn -> robots.txt -> ask -> at most `max_redirects` redirects, each checked likewise
"""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import requests
from requests.cookies import RequestsCookieJar

from scraper.ask import ask
from scraper.cache import recall, remember
from scraper.errors import TooManyRedirects
from scraper.guard import check_url
from scraper.pinned import PinnedAdapter
from scraper.robots import check_robots
from scraper.turns import turn
from scraper.watch import Cancel, Watch

ACCEPT = "text/html,application/xhtml+xml,application/json;q=0.9,application/xml;q=0.8,text/plain;q=0.7"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How pages are fetched; data only.

    * `allowed_hosts`: "host:port" let through the guard against private addresses and the rule of ports 80 and 443.
    * `deadline_s`: for everything together: name, robots.txt, redirects, body.
    * `contact`: an address or page named in the user agent, so that a site can complain.
    * `cache_s`: how long a page is kept, 0 for not at all; in memory, or in `cache_dir` when given.
    * `ca_bundle`: certificates to trust instead of the usual ones, for a network with an authority of its own.
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
    ca_bundle: Path | None = None
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
    """Gets one page, or raises a ScrapeError. Blocking; once `cancel.is_set()` the connection is closed within 0.1 s."""
    settings = settings or FetchSettings()
    with Watch(settings.deadline_s, cancel) as watch:
        return fetch_within(url, settings, watch)


def fetch_within(url: str, settings: FetchSettings, watch: Watch, *, any_type: bool = False) -> Page:
    """As `fetch`, inside the time of a watch that several fetches share; `any_type` is for a browser's scripts."""
    asked = target = check_url(url, settings.allowed_hosts)
    if (kept := recall(asked.url, settings.cache_s, settings.cache_dir)) is not None:
        return Page(**kept)
    cookies = RequestsCookieJar()  # some sites set one and send the reader round once more
    for _ in range(settings.max_redirects + 1):
        with _session(settings, watch, cookies) as session, turn(target.host, watch):
            if settings.respect_robots:
                check_robots(target, settings.user_agent, settings.max_bytes, session, watch)
            answer = ask(session, target.url, settings.max_bytes, watch, any_type=any_type)
        if answer.onward is None:
            break
        target = check_url(urljoin(target.url, answer.onward), settings.allowed_hosts)
    else:
        raise TooManyRedirects
    page = Page(target.url, asked.url, answer.status, answer.content_type, answer.body, answer.fetched)
    remember(asked.url, page, settings.cache_s, settings.cache_dir)
    return page


def _session(settings: FetchSettings, watch: Watch, cookies: RequestsCookieJar) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.verify = str(settings.ca_bundle) if settings.ca_bundle else True
    session.cookies = cookies
    session.headers.clear()
    session.headers.update(
        {
            "User-Agent": settings.agent(),
            "Accept": ACCEPT,
            "Accept-Encoding": "identity",
            "Accept-Language": "en,*;q=0.5",
        }
    )
    adapter = PinnedAdapter(watch, settings.allowed_hosts)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session
