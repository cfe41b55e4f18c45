"""Text that a person pasted, read as a posting."""

from scraper.posting import Posting


def read_pasted(text: str, url: str = "") -> Posting:
    """Takes plain text or the source of a page; what a person does not see in it goes to `hidden`."""
    from scraper.scrape import parse

    return parse(text, url, "" if "<" in text else "text/plain")
