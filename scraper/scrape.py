"""A posting from any URL: fetch -> parse -> (the system's own endpoint, the posting behind an application page).

`scrape` is the whole way, `parse` the part without network.
"""

from scraper.fetch import FetchSettings
from scraper.posting import Posting
from scraper.read import read_page
from scraper.watch import Cancel


def scrape(url: str, settings: FetchSettings | None = None, cancel: Cancel | None = None) -> Posting:
    """Reads the posting a URL leads to. Blocking: at most `settings.deadline_s` for fetching and parsing of what came.

    Raises a ScrapeError when nothing could be fetched; a page that is no posting is no error but a Posting of that `kind`.
    """
    from scraper.visit import visit

    return visit(url, settings or FetchSettings(), cancel)


def parse(page: bytes | str, url: str = "", content_type: str = "", fetched: str = "") -> Posting:
    """Reads HTML, JSON, XML or plain text. `fetched` (an ISO date) lets "3 days ago" become a date. No network."""
    return read_page(page, url, content_type, fetched)
