"""From a URL to a posting: endpoints, frames, forms and failures, with sites on loopback."""

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from scraper import browser, visit
from scraper.errors import (
    BlockedAddress,
    BrowserUnavailable,
    Cancelled,
    FetchTimeout,
    HttpError,
    PageTooLarge,
    RobotsDisallowed,
    ScrapeError,
    UnsupportedContent,
)
from scraper.extract.boards.board import Board, Place
from scraper.extract.job_fields import read_job
from scraper.scrape import scrape
from tests.scraper.conftest import Site, dripping_body, onward, page

PAGES = Path(__file__).parent / "pages"
JOB = (PAGES / "site_builder.html").read_bytes()
FORM = (PAGES / "apply_form.html").read_bytes()
DATA = {
    "id": 7,
    "title": "Ropemaker",
    "location": "Bristol",
    "content": "<p>You twist ropes on a walk of three hundred metres.</p>" * 5,
}


def board_at(site: Site) -> Board:
    """A board whose postings and endpoint are both on the site."""

    def locate(url: str) -> Place | None:
        return (
            Place(f"{site.base}/api/{url.rsplit('/', 1)[-1]}", "ropewalk", url.rsplit("/", 1)[-1])
            if "/board/" in url
            else None
        )

    def read(data: Any, _: Place) -> Any:
        return read_job(data, [], "board:test", 0.97) if isinstance(data, dict) and "title" in data else None

    return Board("test", locate, read)


@pytest.fixture
def board(site: Site, monkeypatch: pytest.MonkeyPatch) -> Board:
    built = board_at(site)

    def find(url: str) -> tuple[Board, Place] | None:
        place = built.locate(url)
        return (built, place) if place else None

    monkeypatch.setattr(visit, "board_of", find)
    monkeypatch.setattr("scraper.read.board_of", find)
    return built


def test_a_page_becomes_a_posting(site: Site) -> None:
    site.pages["/jobs/1"] = page(JOB)
    posting = scrape(f"{site.base}/jobs/1", site.settings())
    assert (posting.kind, posting.title, posting.url) == ("posting", "Lift Engineer", f"{site.base}/jobs/1")


@pytest.mark.usefixtures("board")
def test_the_endpoint_is_asked_and_the_page_is_not(site: Site) -> None:
    site.pages |= {"/board/7": page(JOB), "/api/7": page(json.dumps(DATA), kind="application/json")}
    posting = scrape(f"{site.base}/board/7", site.settings(respect_robots=False))
    assert (posting.title, posting.company, posting.found["title"]["source"]) == ("Ropemaker", "Ropewalk", "board:test")
    assert posting.url == f"{site.base}/board/7"
    assert [path for path, _ in site.log] == ["/api/7"]


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize(
    "answer",
    [
        page(b"", 404),
        page("{}", kind="application/json"),
        page("<p>no</p>"),
        page(b"", 500),
        onward("http://10.0.0.1/"),
    ],
)
def test_without_an_answer_of_the_endpoint_the_page_is_read(site: Site, answer: Any) -> None:
    site.pages |= {"/board/7": page(JOB), "/api/7": answer}
    if "10.0.0.1" in str(getattr(answer, "__closure__", "") and [cell.cell_contents for cell in answer.__closure__]):
        with pytest.raises(BlockedAddress):
            scrape(f"{site.base}/board/7", site.settings(respect_robots=False))
        return
    assert scrape(f"{site.base}/board/7", site.settings(respect_robots=False)).title == "Lift Engineer"


def test_from_an_application_form_the_posting_is_followed(site: Site) -> None:
    site.pages |= {"/jobs/1/apply": page(FORM), "/jobs/1": page(JOB)}
    posting = scrape(f"{site.base}/jobs/1/apply", site.settings(respect_robots=False))
    assert (posting.kind, posting.title) == ("posting", "Lift Engineer")


def test_a_form_with_nothing_behind_it_stays_a_form(site: Site) -> None:
    site.pages["/jobs/1/apply"] = page(FORM)
    posting = scrape(f"{site.base}/jobs/1/apply", site.settings(respect_robots=False))
    assert (posting.kind, posting.title, posting.description) == ("apply_page", "Junior Surveyor", "")
    assert "application form" in posting.hint


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("listing_cards", "listing"),
        ("login_wall", "login"),
        ("captcha", "captcha"),
        ("consent", "consent"),
        ("expired", "expired"),
        ("privacy", "not_posting"),
        ("empty_shell", "not_posting"),
    ],
)
def test_what_is_no_posting_is_told_in_words(site: Site, name: str, kind: str) -> None:
    site.pages["/x"] = page((PAGES / f"{name}.html").read_bytes())
    posting = scrape(f"{site.base}/x", site.settings())
    assert posting.kind == kind
    assert posting.hint
    assert posting.description == "" or kind == "expired"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (page(b"", 404), HttpError),
        (page(b"", 503), HttpError),
        (page(b"x", kind="application/pdf"), UnsupportedContent),
        (page(b"x" * 3_000_000), PageTooLarge),
        (onward("http://192.168.1.1/"), BlockedAddress),
        (dripping_body, FetchTimeout),
    ],
)
def test_each_failure_has_its_error_and_its_words(site: Site, answer: Any, reason: type[ScrapeError]) -> None:
    site.pages["/x"] = answer
    with pytest.raises(reason) as told:
        scrape(f"{site.base}/x", site.settings(deadline_s=0.8, respect_robots=False))
    assert len(str(told.value)) > 20
    assert told.value.code.isupper()


def test_robots_are_heard(site: Site) -> None:
    site.pages |= {"/robots.txt": page("User-agent: *\nDisallow: /", kind="text/plain"), "/x": page(JOB)}
    with pytest.raises(RobotsDisallowed):
        scrape(f"{site.base}/x", site.settings())


@pytest.mark.usefixtures("board")
def test_a_stop_during_the_endpoint_is_a_stop(site: Site) -> None:
    site.pages |= {"/board/7": page(JOB), "/api/7": dripping_body}
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    with pytest.raises(Cancelled):
        scrape(f"{site.base}/board/7", site.settings(deadline_s=20, respect_robots=False), stop)
    assert "/board/7" not in [path for path, _ in site.log]


@pytest.mark.usefixtures("board")
def test_the_deadline_is_one_for_all_fetches(site: Site) -> None:
    site.pages |= {"/board/7": page(JOB), "/api/7": dripping_body}
    with pytest.raises(FetchTimeout):
        scrape(f"{site.base}/board/7", site.settings(deadline_s=0.5, respect_robots=False))


def test_a_browser_that_is_not_there_is_told(site: Site, tmp_path: Path) -> None:
    pytest.importorskip("playwright")
    site.pages["/x"] = page((PAGES / "empty_shell.html").read_bytes())
    with pytest.raises(BrowserUnavailable):
        scrape(f"{site.base}/x", site.settings(browser=str(tmp_path / "no-browser"), deadline_s=20))


def test_no_browser_is_started_unasked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "render_page", lambda *_: pytest.fail("a browser was started"))
    site.pages["/x"] = page((PAGES / "empty_shell.html").read_bytes())
    assert "JavaScript" in scrape(f"{site.base}/x", site.settings()).hint
