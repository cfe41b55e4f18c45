"""The whole way from a URL to a posting, within one deadline.

the system's own endpoint, where the URL leads to one
  -> the page -> the board it embeds -> for an application page the posting behind it -> for an empty page a browser
"""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from scraper.errors import FetchError, RobotsDisallowed, ScrapeError
from scraper.extract.boards.board import Board, Place
from scraper.extract.boards.table import board_of
from scraper.extract.embedded_board import embedded_board
from scraper.fetch import FetchSettings, Page, fetch_within
from scraper.posting import Posting
from scraper.read import read_page
from scraper.watch import Cancel, Watch

APPLY_TAIL = re.compile(
    r"/(?:apply(?:-now)?|application(?:s/new)?|candidature|postuler|bewerben|bewerbung|solliciteren|inscripcion|c/new|apply/autofill|applymanually)/?$",
    re.IGNORECASE,
)
COMPLETE = 150


def visit(url: str, settings: FetchSettings, cancel: Cancel | None = None) -> Posting:
    """As `scraper.scrape.scrape`."""
    with Watch(settings.deadline_s, cancel) as watch:
        try:
            posting = _visit(url, settings, watch)
        except ScrapeError:
            watch.check()  # what broke because the time was over or the caller stopped is told as that
            raise
    return posting


def _visit(url: str, settings: FetchSettings, watch: Watch) -> Posting:
    known = board_of(url)
    if known is not None and (posting := _ask_board(*known, url, settings, watch)) is not None:
        return posting
    page = fetch_within(url, settings, watch)
    posting = _read(page)
    if posting.kind == "posting" and len(posting.description) >= COMPLETE:
        return posting
    return (
        _from_embedded(page, settings, watch)
        or _behind_form(posting, page, settings, watch)
        or _through_browser(posting, page, settings, watch)
        or posting
    )


def _ask_board(board: Board, place: Place, url: str, settings: FetchSettings, watch: Watch) -> Posting | None:
    """The posting by the board's endpoint, or None when that does not have it: then the page itself is asked."""
    if board.read is not None and not place.job:
        return None
    try:
        page = fetch_within(place.endpoint, settings, watch)
    except (FetchError, RobotsDisallowed):
        watch.check()
        return None
    posting = read_page(page.body, url if board.read is not None else place.endpoint, page.content_type, page.fetched)
    posting.url = url
    return posting if posting.kind == "posting" and posting.title and len(posting.description) >= COMPLETE else None


def _from_embedded(page: Page, settings: FetchSettings, watch: Watch) -> Posting | None:
    """The posting of a board that a company's own page shows in a frame or by a script."""
    found = embedded_board(page.body, page.url)
    return _ask_board(*found, page.url, settings, watch) if found is not None else None


def _behind_form(form: Posting, page: Page, settings: FetchSettings, watch: Watch) -> Posting | None:
    """The posting whose application form was given; fields that only the form names are kept."""
    if form.kind != "apply_page":
        return None
    for address in _addresses_behind(page.url):
        try:
            other = fetch_within(address, settings, watch)
        except (FetchError, RobotsDisallowed):
            watch.check()
            continue
        posting = _read(other)
        if posting.kind == "posting":
            posting.company = posting.company or form.company
            return posting
    return None


def _addresses_behind(url: str) -> list[str]:
    parts = urlsplit(url)
    shorter = APPLY_TAIL.sub("", parts.path)
    addresses = [urlunsplit(parts._replace(path=shorter, query=""))] if shorter != parts.path else []
    return [each for each in addresses if each != url and urlsplit(urljoin(url, each)).path.strip("/")]


def _through_browser(posting: Posting, page: Page, settings: FetchSettings, watch: Watch) -> Posting | None:
    """Only where the setting names a browser, and only for a page that is empty without its script."""
    if settings.browser is None or "JavaScript" not in posting.hint:
        return None
    from scraper.browser import render_page

    rendered = render_page(page.url, settings, watch)
    return _read(rendered)


def _read(page: Page) -> Posting:
    return read_page(page.body, page.url, page.content_type, page.fetched)
