"""Politeness towards sites: robots.txt, one request at a time, a memory of pages."""

import threading
import time
from pathlib import Path

import pytest

from scraper.errors import (
    BlockedAddress,
    HttpError,
    RobotsDisallowed,
)
from scraper.fetch import FetchSettings, Page, fetch
from tests.scraper.conftest import (
    Site,
    onward,
    page,
)


def test_robots_are_asked_and_heard(site: Site) -> None:
    site.pages |= {
        "/robots.txt": page("User-agent: *\nDisallow: /private", kind="text/plain"),
        "/private/1": page(),
        "/public": page(),
    }
    fetch(f"{site.base}/public", site.settings())
    with pytest.raises(RobotsDisallowed):
        fetch(f"{site.base}/private/1", site.settings())
    fetch(f"{site.base}/private/1", site.settings(respect_robots=False))
    assert [path for path, _ in site.log] == ["/robots.txt", "/public", "/private/1"]


def test_robots_of_a_redirect_are_heard_too(site: Site) -> None:
    site.pages |= {
        "/robots.txt": page("User-agent: *\nDisallow: /b", kind="text/plain"),
        "/a": onward("/b"),
        "/b": page(),
    }
    with pytest.raises(RobotsDisallowed):
        fetch(f"{site.base}/a", site.settings())


def test_no_robots_means_yes_and_trouble_means_no(site: Site) -> None:
    site.pages["/"] = page()
    assert fetch(site.base, site.settings()).status == 200


def test_a_site_in_trouble_has_not_said_yes(site: Site) -> None:
    site.pages |= {"/": page(), "/robots.txt": page(b"", 503)}
    with pytest.raises(HttpError):
        fetch(site.base, site.settings())


def test_one_request_a_host_at_a_time(site: Site) -> None:
    def slow(handler: object) -> None:
        time.sleep(0.05)
        page()(handler)  # type: ignore[arg-type]  # the handler of the site

    site.pages |= {f"/{at}": slow for at in range(6)}
    settings = site.settings(respect_robots=False)
    threads = [threading.Thread(target=fetch, args=(f"{site.base}/{at}", settings)) for at in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(site.log) == 6
    assert site.busiest == 1


@pytest.mark.parametrize("in_files", [False, True])
def test_a_page_is_kept_for_a_while(site: Site, tmp_path: Path, in_files: bool) -> None:
    site.pages["/"] = page("<p>first</p>")
    settings = site.settings(cache_s=60.0, cache_dir=tmp_path if in_files else None)
    first: Page = fetch(site.base, settings)
    site.pages["/"] = page("<p>second</p>")
    assert fetch(site.base, settings) == first
    assert fetch(site.base, site.settings(cache_s=0.0)).body == b"<p>second</p>"


def test_errors_are_not_kept(site: Site) -> None:
    settings = site.settings(cache_s=60.0)
    with pytest.raises(HttpError):
        fetch(f"{site.base}/late", settings)
    site.pages["/late"] = page("here")
    assert fetch(f"{site.base}/late", settings).body == b"here"


def test_a_kept_page_does_not_open_the_guard(site: Site) -> None:
    site.pages["/"] = page()
    fetch(site.base, site.settings(cache_s=60.0))
    with pytest.raises(BlockedAddress):
        fetch(site.base, FetchSettings(cache_s=60.0))
