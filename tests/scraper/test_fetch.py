"""Fetching from sites that are slow, huge, broken or unkind, on loopback."""

import socket
import threading
import time
import tracemalloc
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from scraper.errors import (
    BlockedAddress,
    Cancelled,
    ConnectionFailed,
    FetchTimeout,
    HttpError,
    PageTooLarge,
    ScrapeError,
    TooManyRedirects,
    UnsupportedContent,
    UnsupportedScheme,
)
from scraper.fetch import FetchSettings, fetch
from tests.scraper.conftest import (
    Site,
    bomb,
    dripping_body,
    dripping_header,
    endless,
    endless_chunk_size,
    endless_header,
    onward,
    page,
    silent,
)


def timed(work: Callable[[], object]) -> float:
    start = time.monotonic()
    with pytest.raises(ScrapeError):
        work()
    return time.monotonic() - start


def test_a_page_arrives_as_it_is(site: Site) -> None:
    site.pages["/job"] = page("<h1>Käser</h1>")
    got = fetch(f"{site.base}/job", site.settings())
    assert (got.status, got.body.decode(), got.url) == (200, "<h1>Käser</h1>", f"{site.base}/job")


def test_who_asks_is_told_and_how_to_complain(site: Site) -> None:
    site.pages["/"] = page()
    fetch(site.base, site.settings(user_agent="Reader/2", contact="mailto:ops@example.org", respect_robots=False))
    sent = site.log[-1][1]
    assert sent["User-Agent"] == "Reader/2 (+mailto:ops@example.org)"
    assert sent["Accept-Encoding"] == "identity"
    assert "Cookie" not in sent
    assert "Authorization" not in sent


def test_redirects_are_followed_and_told(site: Site) -> None:
    site.pages |= {"/a": onward("/b"), "/b": onward(f"{site.base}/c", 308), "/c": page("end")}
    got = fetch(f"{site.base}/a", site.settings())
    assert (got.url, got.asked, got.body) == (f"{site.base}/c", f"{site.base}/a", b"end")


def test_a_cookie_lasts_for_one_fetch_alone(site: Site) -> None:
    def greet(handler: BaseHTTPRequestHandler) -> None:
        if "seen=1" in handler.headers.get("Cookie", ""):
            page("welcome")(handler)
        else:
            handler.send_response(302)
            handler.send_header("Location", "/door")
            handler.send_header("Set-Cookie", "seen=1; Path=/")
            handler.send_header("Content-Length", "0")
            handler.end_headers()

    site.pages["/door"] = greet
    assert fetch(f"{site.base}/door", site.settings(respect_robots=False)).body == b"welcome"
    assert fetch(f"{site.base}/door", site.settings(respect_robots=False)).body == b"welcome"
    assert ["Cookie" in sent for _, sent in site.log] == [False, True, False, True]


def test_the_fourth_redirect_is_one_too_many(site: Site) -> None:
    site.pages |= {f"/{at}": onward(f"/{at + 1}") for at in range(9)}
    with pytest.raises(TooManyRedirects):
        fetch(f"{site.base}/0", site.settings())
    assert len([path for path, _ in site.log if path != "/robots.txt"]) == 4


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", BlockedAddress),
        ("http://127.0.0.1:1/", BlockedAddress),
        ("//10.0.0.1/", BlockedAddress),
        ("http://[::1]/", BlockedAddress),
        ("http://user@example.com/", BlockedAddress),
        ("file:///etc/passwd", UnsupportedScheme),
        ("gopher://127.0.0.1/", UnsupportedScheme),
    ],
)
def test_every_redirect_is_checked(site: Site, location: str, reason: type[ScrapeError]) -> None:
    site.pages["/"] = onward(location)
    with pytest.raises(reason):
        fetch(site.base, site.settings())


@pytest.mark.parametrize("behaviour", [dripping_body, dripping_header, silent])
def test_the_deadline_is_total(site: Site, behaviour: Callable[..., None]) -> None:
    site.pages["/"] = behaviour
    start = time.monotonic()
    with pytest.raises(FetchTimeout):
        fetch(site.base, site.settings(deadline_s=0.6, respect_robots=False))
    assert time.monotonic() - start < 3


def test_the_deadline_holds_while_connecting(deaf_port: int) -> None:
    settings = FetchSettings(allowed_hosts=frozenset({f"127.0.0.1:{deaf_port}"}), deadline_s=0.4, respect_robots=False)
    start = time.monotonic()
    with pytest.raises(FetchTimeout):
        fetch(f"http://127.0.0.1:{deaf_port}/", settings)
    assert time.monotonic() - start < 3


def test_the_deadline_holds_while_a_name_is_resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    let_go = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: let_go.wait(20) and [])
    start = time.monotonic()
    with pytest.raises(FetchTimeout):
        fetch("http://slow-names.example.com/", FetchSettings(deadline_s=0.3, respect_robots=False))
    assert time.monotonic() - start < 3
    let_go.set()


@pytest.mark.parametrize("behaviour", [dripping_body, dripping_header, silent])
def test_a_stop_closes_the_connection_at_once(site: Site, behaviour: Callable[..., None]) -> None:
    site.pages["/"] = behaviour
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        fetch(site.base, site.settings(deadline_s=20, respect_robots=False), stop)
    assert time.monotonic() - start < 3


def test_a_stop_ends_the_waiting_for_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    let_go, stop = threading.Event(), threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: let_go.wait(20) and [])
    threading.Timer(0.2, stop.set).start()
    with pytest.raises(Cancelled):
        fetch("http://slow-names.example.com/", FetchSettings(deadline_s=20, respect_robots=False), stop)
    let_go.set()


@pytest.mark.parametrize(
    "behaviour", [endless, endless_header, endless_chunk_size, page(b"x" * 50_000_000), bomb(200_000_000)]
)
def test_bombs_do_not_fill_the_memory(site: Site, behaviour: Callable[..., None]) -> None:
    site.pages["/"] = behaviour
    tracemalloc.start()
    try:
        with pytest.raises((PageTooLarge, UnsupportedContent, ConnectionFailed)):
            fetch(site.base, site.settings(respect_robots=False))
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()


def test_a_page_of_exactly_the_limit_passes(site: Site) -> None:
    site.pages |= {"/fits": page(b"x" * 1000), "/over": page(b"x" * 1001)}
    assert len(fetch(f"{site.base}/fits", site.settings(max_bytes=1000, respect_robots=False)).body) == 1000
    with pytest.raises(PageTooLarge):
        fetch(f"{site.base}/over", site.settings(max_bytes=1000, respect_robots=False))


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/png", "application/octet-stream", "video/mp4", "application/zip"]
)
def test_only_pages_are_read(site: Site, kind: str) -> None:
    site.pages["/"] = page(kind=kind)
    with pytest.raises(UnsupportedContent):
        fetch(site.base, site.settings())


@pytest.mark.parametrize(
    "kind",
    [
        "text/html",
        "application/json",
        "application/ld+json",
        "application/xhtml+xml",
        "text/xml",
        "text/plain",
        "application/feed+json",
    ],
)
def test_kinds_of_pages(site: Site, kind: str) -> None:
    site.pages["/"] = page(kind=kind)
    assert fetch(site.base, site.settings()).content_type == kind


@pytest.mark.parametrize(
    ("status", "retryable"),
    [
        (400, False),
        (401, False),
        (403, False),
        (404, False),
        (410, False),
        (429, True),
        (500, True),
        (503, True),
        (204, False),
    ],
)
def test_errors_of_the_site_are_told(site: Site, status: int, retryable: bool) -> None:
    site.pages["/"] = page(b"", status)
    with pytest.raises(HttpError) as told:
        fetch(site.base, site.settings(respect_robots=False))
    assert (told.value.status, told.value.retryable) == (status, retryable)
    assert str(status) in str(told.value)


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ConnectionFailed):
        fetch(f"http://127.0.0.1:{port}/", FetchSettings(allowed_hosts=frozenset({f"127.0.0.1:{port}"})))


def test_threads_do_not_stay(site: Site) -> None:
    site.pages["/"] = page()
    fetch(site.base, site.settings())
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("fetch-watch")]
