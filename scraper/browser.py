"""Pages that are empty without JavaScript, through one headless Chromium; off unless a setting names it.

Why every request is answered by us: the browser gets no network of its own. Its requests, the page's included, go
through the same guarded fetch as any other, and what slips past the interception meets a proxy that leads nowhere.
"""

import threading
from typing import Any

from scraper.errors import BlockedAddress, BrowserUnavailable, FetchTimeout, ScrapeError
from scraper.fetch import FetchSettings, Page, fetch_within
from scraper.watch import Watch

NOWHERE = "http://127.0.0.1:9"
ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-extensions",
)
UNNEEDED = frozenset(
    {"image", "media", "font", "stylesheet", "websocket", "manifest", "texttrack", "eventsource", "ping", "other"}
)
MOST_REQUESTS = 120
SETTLE_MS = 400
_ONE_AT_A_TIME = threading.Lock()


def render_page(url: str, settings: FetchSettings, watch: Watch) -> Page:
    """The page after its script ran; raises BrowserUnavailable when the browser does not start."""
    while not _ONE_AT_A_TIME.acquire(timeout=min(0.1, watch.remaining())):
        pass
    try:
        return _render(url, settings, watch)
    finally:
        _ONE_AT_A_TIME.release()


def _render(url: str, settings: FetchSettings, watch: Watch) -> Page:
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise BrowserUnavailable from error
    path = None if settings.browser == "default" else settings.browser
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=path, headless=True, proxy={"server": NOWHERE}, args=list(ARGUMENTS)
            )
        except Error as error:
            raise BrowserUnavailable from error
        try:
            context = browser.new_context(service_workers="block", accept_downloads=False, user_agent=settings.agent())
            context.route("**/*", _Gate(settings, watch).answer)
            context.route_web_socket("**/*", lambda socket: socket.close())
            tab = context.new_page()
            tab.set_default_timeout(watch.remaining() * 1000)
            tab.goto(url, wait_until="networkidle")
            tab.wait_for_timeout(SETTLE_MS)
            return Page(tab.url, url, 200, "text/html; charset=utf-8", tab.content().encode())
        except Error as error:
            watch.check()
            raise FetchTimeout from error
        finally:
            browser.close()


class _Gate:
    """Answers the browser's requests with what the guarded fetch gets, or refuses them."""

    def __init__(self, settings: FetchSettings, watch: Watch) -> None:
        self.settings = settings
        self.watch = watch
        self.count = 0

    def answer(self, route: Any) -> None:
        request = route.request
        self.count += 1
        if request.method != "GET" or request.resource_type in UNNEEDED or self.count > MOST_REQUESTS:
            route.abort()
            return
        try:
            page = fetch_within(request.url, self.settings, self.watch, any_type=request.resource_type == "script")
        except BlockedAddress:
            route.abort("addressunreachable")
        except ScrapeError:
            route.abort()
        else:
            route.fulfill(status=page.status, content_type=page.content_type, body=page.body)
