"""One page as a posting: decide what kind of text it is, ask every source, merge, judge.

HTML:  structured data, script data, labels, headline, lines near the title, readable text -> merge -> judge
JSON:  the board its URL belongs to, else the job among its objects
XML:   a board's feed; anything else is read as HTML
text:  its first line and its labelled lines
"""

import re
from urllib.parse import urlsplit

import lxml.etree

from scraper.charset import decode
from scraper.document import Document
from scraper.draft import Draft
from scraper.extract.boards.board import Board, Place
from scraper.extract.boards.table import board_of
from scraper.extract.headline import read_headline
from scraper.extract.job_object import Jobs, find_job, holds_list
from scraper.extract.json_ld import read_json_ld
from scraper.extract.labelled import labelled_title
from scraper.extract.labels import read_labels
from scraper.extract.loose_json import load
from scraper.extract.microdata import read_microdata, read_rdfa
from scraper.extract.place_lines import read_place_lines
from scraper.extract.readable import read_readable
from scraper.extract.regions import drop_surroundings
from scraper.extract.script_data import read_script_data
from scraper.extract.signs import meta, page_titles
from scraper.fields.employment import employment_in
from scraper.fields.language import read_language
from scraper.fields.names import from_slug, slugs, written_as
from scraper.fields.pay_text import salary_in
from scraper.fields.place import read_remote
from scraper.judge import HINTS, Evidence, hint_for, judge
from scraper.merge import merge
from scraper.plain import read_plain
from scraper.posting import Kind, Posting
from scraper.render import fragment_text
from scraper.text import letters
from scraper.walk import read_document
from scraper.words.boilerplate import SECTION, is_legal
from scraper.words.jobs import JOB_WORD

TAG = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|h[1-6]|ul|ol|table|span|section|article|script|br|a|li|b|strong|main)\b[^>]*>",
    re.IGNORECASE,
)
BLOCK = re.compile(
    r"<(?:!doctype|html|body|div|p|br|h[1-6]|ul|ol|li|table|section|article|main|script)\b", re.IGNORECASE
)
LONGEST = 4_000_000
LONG_SUMMARY = 250
FEED = re.compile(r"<(?:rss|feed|urlset|sitemapindex|source|jobs)\b", re.IGNORECASE)


def read_page(page: bytes | str, url: str = "", content_type: str = "", fetched: str = "") -> Posting:
    """Never raises for what the page holds; `fetched` is an ISO date."""
    text = (decode(page, content_type) if isinstance(page, bytes) else page)[:LONGEST].lstrip("\ufeff \t\r\n")
    kind = content_type.split(";", maxsplit=1)[0].strip().lower()
    if text[:1] in "{[" and "html" not in kind and (data := load(text)) is not None:
        return _finished(read_data(data, url), "")
    if kind.endswith("json"):
        return _told(Posting(url=url), "not_posting")
    if text.startswith("<?xml") and not re.search(r"<!doctype html|<html", text[:600], re.IGNORECASE):
        feed = _read_feed(text, url)
        if feed is not None:
            return _finished(feed, "")
        if FEED.search(text[:2_000]):
            return _told(Posting(url=url), "listing")
    if not TAG.search(text):
        return _finished(read_plain(text, url), "")
    if not BLOCK.search(text):  # text with a few marks in it: its line breaks are meant, what the marks hide is not
        document = read_document(text.replace("\n", "<br>"))
        return _finished(read_plain("\n".join(line.text for line in document.lines), url, document.hidden), "")
    return _read_html(text, url, fetched)


def read_data(data: object, url: str) -> Posting:
    """A posting from the JSON of a job system, known or not."""
    known = board_of(url)
    if known is not None and (draft := from_board(*known, data)) is not None:
        return merge([draft], url)
    jobs = find_job([data], url, source="api")
    if jobs.best is None:
        jobs = find_job([data], url, source="api", strict=False)
        if jobs.best is not None and not (
            jobs.chosen or JOB_WORD.search(jobs.best.title) or SECTION.search(jobs.best.description)
        ):
            jobs = Jobs()
    if (jobs.several > 1 and not jobs.chosen) or (jobs.best is None and holds_list(data)):
        return _told(Posting(url=url, company=jobs.best.company if jobs.best else ""), "listing")
    if jobs.best is None:
        return _told(Posting(url=url), "not_posting")
    posting = merge([_named(jobs.best, url)], url)
    if not posting.description:
        posting.hint = "The text of this posting was not found. Paste it."
    return posting


def from_board(board: Board, place: Place, data: object) -> Draft | None:
    """The draft a board makes of its endpoint's answer, its company named by the account when the answer does not."""
    draft = board.read(data, place) if board.read is not None else None
    if draft is not None and not draft.company and place.company:
        draft.company = written_as(place.company, draft.description) or from_slug(place.company)
    return draft


def _named(draft: Draft, url: str) -> Draft:
    if not draft.company and (names := slugs(url)):
        draft.company = written_as(names[0], draft.description) or from_slug(names[0])
    return draft


def _read_feed(text: str, url: str) -> Posting | None:
    known = board_of(url)
    if known is None:
        return None
    try:
        root = lxml.etree.fromstring(
            text.encode(), lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        )
    except lxml.etree.XMLSyntaxError:
        return None
    draft = from_board(*known, root)
    return merge([draft], url) if draft is not None else None


def _read_html(markup: str, url: str, fetched: str) -> Posting:
    document = read_document(markup)
    if document.root is None:
        return _told(Posting(url=url), "not_posting")
    language = document.root.get("lang") or ""
    country = _country(url, language)
    drop_surroundings(document)
    structured, evidence = _structured(document, url) if "JobPosting" in markup else ([], Evidence())
    headline = read_headline(document, url)
    headline.title = headline.title or labelled_title(document)
    title = next((draft.title for draft in structured if draft.title), "") or headline.title
    jobs = find_job(read_script_data(document), url, (title, *page_titles(document)))
    drafts = [
        *structured,
        headline,
        read_labels(document, fetched, country, language.lower(), title),
        read_place_lines(document, title, country, headline.company),
    ]
    if jobs.best is not None and _belongs(jobs, headline.title):
        drafts.append(jobs.best)
    if not any(len(draft.description) > 300 and draft.confidence > 0.8 for draft in drafts):
        drafts.append(read_readable(document, title, markup))
        drafts.append(_summary(document))
    posting = merge(drafts, url)
    if posting.salary is None:
        _salary_from_text(posting, country)
    posting.hidden = [*document.hidden, *(text for text in posting.hidden if text not in document.hidden)]
    evidence = Evidence(max(evidence.several, jobs.several), evidence.chosen or jobs.chosen or evidence.several == 1)
    kind = judge(posting, document, markup, evidence, fetched)
    return _finished(_told(posting, kind, hint_for(kind, document, markup)), language)


def _summary(document: Document) -> Draft:
    """What the page gives other sites to show of it, when that is long enough to be the text itself."""
    text = max((*meta(document, "og:description"), *meta(document, "description")), key=len, default="")
    return Draft(
        "open_graph",
        0.3,
        description=fragment_text(text)[0] if len(text) >= LONG_SUMMARY and not is_legal(text) else "",
    )


def _structured(document: Document, url: str) -> tuple[list[Draft], Evidence]:
    """The drafts of schema.org data; of several postings the one the page is about."""
    drafts = read_json_ld(document) + read_microdata(document) + read_rdfa(document)
    different = {letters(draft.title) for draft in drafts if draft.title}
    if len(different) <= 1:
        return drafts, Evidence(len(different), chosen=bool(different))
    names = [letters(line.text) for line in document.lines if line.tag == "h1"] + [
        letters(title) for title in page_titles(document)
    ]
    meant = [
        draft
        for draft in drafts
        if (draft.url and url and draft.url.split("?")[0].rstrip("/") == url.split("?", maxsplit=1)[0].rstrip("/"))
        or any(letters(draft.title) and letters(draft.title) in name for name in names)
    ]
    same = {letters(draft.title) for draft in meant}
    return (meant, Evidence(1, chosen=True)) if len(same) == 1 else ([], Evidence(len(different)))


def _belongs(jobs: Jobs, title: str) -> bool:
    """Script data of a page may be about other jobs; it counts when it names the page's own, or when it is the only one."""
    best = jobs.best
    if best is None:
        return False
    return jobs.chosen or (
        jobs.several <= 1
        and (
            not title
            or letters(title) in letters(best.title)
            or letters(best.title) in letters(title)
            or len(best.description) > 300
        )
    )


def _salary_from_text(posting: Posting, country: str) -> None:
    for line in posting.description.split("\n"):
        if re.search(r"\d", line) and (salary := salary_in(line, country=country)):
            posting.salary = salary
            posting.found["salary"] = {"source": "description", "confidence": 0.6}
            return


def _employment_from_text(posting: Posting) -> None:
    if not posting.employment_type and (kind := employment_in(posting.title, posting.description[:12_000])):
        posting.employment_type = kind
        posting.found["employment_type"] = {"source": "description", "confidence": 0.4}


def _told(posting: Posting, kind: Kind, hint: str = "") -> Posting:
    posting.kind = kind
    posting.hint = hint or HINTS.get(kind, "")
    if kind in {"listing", "apply_page", "login", "captcha", "consent", "not_posting"}:
        posting.description = ""
        posting.found.pop("description", None)
    if kind in {"listing", "login", "captcha", "consent", "not_posting"}:
        kept = {key: value for key, value in posting.found.items() if key == "company"}
        posting = Posting(
            kind, posting.url, company=posting.company, hidden=posting.hidden, hint=posting.hint, found=kept
        )
    return posting


def _finished(posting: Posting, declared: str) -> Posting:
    if posting.kind == "posting":
        _employment_from_text(posting)
    posting.language = read_language(posting.description, declared)
    if posting.remote is None:
        posting.remote = read_remote(posting.location, posting.title)
    return posting


def _country(url: str, language: str) -> str:
    """The country of the page as two letters, by its address or its declared locale; "" for unknown."""
    host = (urlsplit(url).hostname or "") if "://" in url else ""
    last = host.rsplit(".", 1)[-1]
    if len(last) == 2 and last not in {"io", "co", "ai", "me", "tv", "eu"}:
        return "gb" if last == "uk" else last
    found = re.search(r"[-_]([a-z]{2})\b", language.lower())
    return found[1] if found else ""
