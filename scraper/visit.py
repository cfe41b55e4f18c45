"""The whole way from a URL to a posting, within one deadline."""

from scraper.fetch import FetchSettings, fetch_within
from scraper.posting import Posting
from scraper.read import read_page
from scraper.watch import Cancel, Watch


def visit(url: str, settings: FetchSettings, cancel: Cancel | None = None) -> Posting:
    with Watch(settings.deadline_s, cancel) as watch:
        page = fetch_within(url, settings, watch)
    return read_page(page.body, page.url, page.content_type, page.fetched)
