"""One page as a posting: what kind of text it is, which sources it has, their merge, the judgement."""

from scraper.charset import decode
from scraper.document import read_document
from scraper.draft import Draft
from scraper.extract.json_ld import read_json_ld
from scraper.extract.microdata import read_microdata, read_rdfa
from scraper.merge import merge
from scraper.posting import Posting


def read_page(page: bytes | str, url: str = "", content_type: str = "", fetched: str = "") -> Posting:
    text = decode(page, content_type) if isinstance(page, bytes) else page
    document = read_document(text)
    drafts: list[Draft] = []
    if document.root is not None:
        drafts += read_json_ld(document) + read_microdata(document) + read_rdfa(document)
    posting = merge(drafts, url)
    return posting
