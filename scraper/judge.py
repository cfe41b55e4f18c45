"""What a page is: a posting, or one of the things that a link to a posting leads to instead."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from scraper.document import Document, Line
from scraper.extract.boards.table import board_of
from scraper.posting import Kind, Posting
from scraper.text import letters, width
from scraper.words.boilerplate import SECTION, is_legal
from scraper.words.jobs import GENERIC_TITLE, JOB_WORD
from scraper.words.walls import (
    APPLY_PATH,
    CAPTCHA,
    CAPTCHA_MARK,
    CONSENT,
    EXPIRED,
    LISTING_PATH,
    LISTING_TITLE,
    LOGIN,
    LOGIN_PATH,
    NEEDS_SCRIPT,
    NEWS_PATH,
    NEWS_TITLE,
)

LITTLE = 250
MOST_SEEN = 600
OTHER_THING = re.compile(
    r"""["']@type["']\s*:\s*["'](?:Product|NewsArticle|Recipe|Event|Movie|VideoObject|Book|Course|RealEstateListing)["']|itemtype=["']https?://schema\.org/(?:Product|NewsArticle|Recipe|Event|Movie|Book)"""
)
STRUCTURED = ("json_ld", "microdata", "rdfa", "board:")
HINTS: dict[str, str] = {
    "listing": "This page lists several jobs. Open the one you mean and give its address, or paste its text.",
    "apply_page": "This page is the application form; it does not say what the job is about. Give the address of the posting, or paste its text.",
    "login": "This page asks for a login. Paste the text of the posting.",
    "expired": "The page says that this job is no longer open.",
    "captcha": "The site wants to be sure that a person is looking. Paste the text of the posting.",
    "consent": "The site shows its cookie question instead of the posting. Paste the text of the posting.",
    "not_posting": "No job posting was found on this page. Check the address, or paste the text of the posting.",
}
EMPTY = (
    "This page is empty without JavaScript. A browser may be set up for such pages; or paste the text of the posting."
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was counted besides the posting itself: jobs in the page's data, whether one of them was surely meant."""

    several: int = 0
    chosen: bool = False


def judge(posting: Posting, document: Document, markup: str, evidence: Evidence, fetched: str = "") -> Kind:
    """The kind of an HTML page whose fields were already merged."""
    seen = [line for line in document.lines if line.tag != "label"]
    text = "\n".join(line.text for line in seen)
    told = width(posting.description)
    structured = posting.found.get("title", {"source": ""})["source"].startswith(STRUCTURED)
    if told < LITTLE and not structured and (wall := _wall(document, text, markup, posting.url)):
        return wall
    if _expired(posting, seen, fetched, told):
        return "expired"
    if structured and told >= 80:
        return "posting"
    if _several(posting, document, evidence):
        return "listing"
    if posting.title and _applies(document, posting.url) and (_says_little(posting) or _form_only(posting)):
        return "apply_page"
    if _is_posting(posting, markup, structured=structured):
        return "posting"
    if told < LITTLE and _asks_login(document, posting, text):
        return "login"
    return "consent" if told < LITTLE and len(text) < 3_000 and _mostly_consent(seen) else "not_posting"


def hint_for(kind: Kind, document: Document, markup: str) -> str:
    """The remark to the person that goes with the kind, "" for a posting."""
    if kind == "not_posting" and needs_script(document, markup):
        return EMPTY
    return HINTS.get(kind, "")


def needs_script(document: Document, markup: str) -> bool:
    """Whether the page is an empty shell that its script would fill."""
    size = sum(len(line.text) for line in document.lines)
    if size > 400 or document.root is None:
        return False
    scripts = len(re.findall(r"<script\b", markup[:200_000], re.IGNORECASE))
    return bool(NEEDS_SCRIPT.search(document.noscript)) or (scripts > 0 and size < 200)


def _wall(document: Document, text: str, markup: str, url: str) -> Kind | None:
    title = (document.root.findtext(".//title") or "").strip()
    if len(text) < 1_500 and (
        CAPTCHA.search(f"{title}\n{text}\n{document.noscript}") or (len(text) < 300 and CAPTCHA_MARK.search(markup))
    ):
        return "captcha"
    if LOGIN.match(title) or (LOGIN_PATH.search(urlsplit(url).path) and len(text) < 3_000):
        return "login"
    if len(text) < 4_000 and CONSENT.search(title):
        return "consent"
    return None


def _expired(posting: Posting, seen: list[Line], fetched: str, told: int) -> bool:
    if fetched and posting.valid_through and posting.valid_through < fetched and told < 80:
        return True
    for at, line in enumerate(seen[:MOST_SEEN]):
        prominent = line.level > 0 or at < 12 or told < LITTLE
        if not prominent or len(line.text) >= 260 or line.dropped or not EXPIRED.search(line.text):
            continue
        if letters(line.text) not in letters(posting.description[200:]):
            return True
    return False


def _several(posting: Posting, document: Document, evidence: Evidence) -> bool:
    told = width(posting.description)
    if evidence.several > 1 and not evidence.chosen:
        return True
    if (
        (known := board_of(posting.url)) is not None
        and known[0].read is not None
        and not known[1].job
        and told < LITTLE
    ):
        return True
    beside, most = _listed_jobs(document, posting.title)
    tops = [line.text for line in document.lines if line.tag == "h1"][:3] + [
        line.text for line in document.lines if line.tag == "h2"
    ][:1]
    if any(LISTING_TITLE.match(text) for text in tops) and (
        beside >= 2 or (most >= 1 and told < 2 * LITTLE and not _named_by_url(posting))
    ):
        return True
    if most >= 3 and (told < LITTLE or not posting.title or GENERIC_TITLE.match(posting.title)):
        return True
    if beside >= 3 and told < 2 * LITTLE and not any(line.tag == "h1" for line in document.lines):
        return True
    if most >= 3 and LISTING_PATH.search(urlsplit(posting.url).path) and told < 3 * LITTLE:
        return True
    return most >= 8 and not JOB_WORD.search(posting.title) and told < 1_500


def _named_by_url(posting: Posting) -> bool:
    """Whether the address spells the title: then the page is about that job, whatever stands above it."""
    words = set(re.findall(r"[^\W\d_]{3,}", posting.title.casefold()))
    spelled = set(re.findall(r"[^\W\d_]{3,}", urlsplit(posting.url).path.casefold()))
    return len(words) > 1 and len(words & spelled) >= 0.7 * len(words)


def _listed_jobs(document: Document, title: str) -> tuple[int, int]:
    """How many other jobs the page names: in headings like the one of the title, and at most in any one way."""
    names: dict[int, set[str]] = {}
    own = letters(title)
    level = 0
    for line in document.lines[:MOST_SEEN]:
        linked = line.links >= 0.5 * len(line.text)
        if not (line.level >= 2 or linked) or len(line.text) > 110 or not JOB_WORD.search(line.text):
            continue
        plain = letters(line.text)
        if plain == own:
            level = level or line.level
        elif not (own and own in plain) and not SECTION.search(line.text) and not line.text.endswith("?"):
            names.setdefault(line.level if line.level >= 2 else 0, set()).add(plain)
    return len(names.get(level, ())) if level else 0, max(map(len, names.values()), default=0)


def _applies(document: Document, url: str) -> bool:
    parts = urlsplit(url)
    if APPLY_PATH.search(f"{parts.path}?{parts.query}"):
        return True
    controls = sum(box.controls for box in document.boxes if box.parent < 0)
    asks_file = any(each.get("type") == "file" for each in document.root.iter("input"))
    labels = sum(1 for line in document.lines if line.tag in {"label", "legend"})
    return (asks_file and controls >= 3) or controls >= 6 or labels >= 6


def _says_little(posting: Posting) -> bool:
    told = width(posting.description)
    if posting.found.get("description", {"source": ""})["source"] == "open_graph":
        return True  # what a page shows of itself elsewhere is not on the page
    return told < LITTLE / 2 or (told < LITTLE and len(set(SECTION.findall(posting.description.casefold()))) < 2)


def _form_only(posting: Posting) -> bool:
    """At the address of an application form: whether the text found is the form's own, with no section of a posting."""
    parts = urlsplit(posting.url)
    at_form = bool(APPLY_PATH.search(f"{parts.path}?{parts.query}"))
    return at_form and width(posting.description) < 3 * LITTLE and not SECTION.search(posting.description)


def _asks_login(document: Document, posting: Posting, text: str) -> bool:
    password = any(each.get("type") == "password" for each in document.root.iter("input"))
    return password and (len(text) < 2_500 or not posting.title or bool(GENERIC_TITLE.match(posting.title)))


def _is_posting(posting: Posting, markup: str, *, structured: bool) -> bool:
    if not posting.title or GENERIC_TITLE.match(posting.title):
        return False
    told = width(posting.description)
    signs = (
        2 * structured
        - 3 * bool(OTHER_THING.search(markup))
        - 3 * bool(NEWS_PATH.search(urlsplit(posting.url).path) or NEWS_TITLE.match(posting.title))
        + 2 * posting.found.get("title", {"source": ""})["source"].startswith("script_data")
        + bool(JOB_WORD.search(posting.title))
        + min(2, len(set(SECTION.findall(posting.description.casefold()))))
        + bool(posting.employment_type)
        + bool(posting.salary)
        + bool(posting.location)
    )
    return (signs >= 3 and told >= 80) or (signs >= 2 and told >= LITTLE) or structured


def _mostly_consent(seen: list[Line]) -> bool:
    inside = [line for line in seen if not line.outside] or seen
    text = [line.text for line in inside if len(line.text) > 30]
    legal = sum(bool(is_legal(each) or CONSENT.search(each)) for each in text)
    return any(CONSENT.search(each) for each in text) and legal >= 0.5 * len(text)
