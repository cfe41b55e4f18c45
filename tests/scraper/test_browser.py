"""The browser's requests go through the guard; with a Chromium on this machine a page is really rendered."""

import shutil
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from scraper.browser import _Gate
from scraper.fetch import FetchSettings
from scraper.scrape import scrape
from scraper.watch import Watch
from tests.scraper.conftest import Site, page

SHELL = "<html><head><title>Jobs</title></head><body><div id='root'></div><script src='/app.js'></script></body></html>"
SCRIPT = """
fetch('http://169.254.169.254/latest/meta-data/').catch(() => 0);
document.getElementById('root').innerHTML = '<h1>Ropemaker</h1><p>Bristol, UK</p><h2>Responsibilities</h2><p>' + 'You twist ropes on a walk of three hundred metres, and you teach two apprentices. '.repeat(6) + '</p>';
"""


@dataclass
class Route:
    """A request of the browser as playwright hands it over, and what became of it."""

    url: str
    method: str = "GET"
    resource_type: str = "script"
    told: list[Any] = field(default_factory=list)

    @property
    def request(self) -> Any:
        return SimpleNamespace(url=self.url, method=self.method, resource_type=self.resource_type)

    def abort(self, reason: str = "failed") -> None:
        self.told.append(reason)

    def fulfill(self, **answer: Any) -> None:
        self.told.append(answer["body"])


def ask(settings: FetchSettings, *routes: Route) -> list[Any]:
    with Watch(5) as watch:
        gate = _Gate(settings, watch)
        for route in routes:
            gate.answer(route)
    return [told for route in routes for told in route.told]


@pytest.mark.parametrize(
    "url",
    ["http://169.254.169.254/", "http://127.0.0.1:1/", "http://10.0.0.1/a.js", "http://localhost/", "http://[::1]/x"],
)
def test_subresources_meet_the_guard(site: Site, url: str) -> None:
    assert ask(site.settings(), Route(url)) == ["addressunreachable"]


def test_what_the_guard_lets_through_is_answered_by_us(site: Site) -> None:
    site.pages["/app.js"] = page("let a = 1", kind="text/javascript")
    assert ask(site.settings(respect_robots=False), Route(f"{site.base}/app.js")) == [b"let a = 1"]


@pytest.mark.parametrize(
    "route",
    [
        Route("https://example.com/", "POST"),
        Route("https://example.com/a.png", resource_type="image"),
        Route("file:///etc/passwd"),
        Route("https://example.com:22/"),
    ],
)
def test_other_requests_are_refused(site: Site, route: Route) -> None:
    told = ask(site.settings(), route)
    assert told
    assert isinstance(told[0], str)


def test_a_page_has_so_many_requests_and_no_more(site: Site) -> None:
    site.pages["/a.js"] = page("1", kind="text/javascript")
    told = ask(site.settings(respect_robots=False, cache_s=60.0), *(Route(f"{site.base}/a.js") for _ in range(130)))
    assert told.count("failed") == 10


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
@pytest.mark.xdist_group("web")
def test_a_page_is_rendered_and_its_script_reaches_no_private_address(site: Site) -> None:
    visitors: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.5)
        address = f"http://127.0.0.1:{canary.getsockname()[1]}/"
        spying = f"{SCRIPT}; new Image().src='{address}'; fetch('{address}').catch(() => 0)"
        site.pages |= {"/job": page(SHELL), "/app.js": page(spying, kind="text/javascript")}
        posting = scrape(f"{site.base}/job", site.settings(browser=CHROMIUM, deadline_s=60.0, respect_robots=False))
        with suppress(TimeoutError):
            visitors.append(canary.accept())
    assert (posting.kind, posting.title) == ("posting", "Ropemaker")
    assert not visitors
