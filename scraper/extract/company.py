"""The company's name, from everything on a page that may spell it: address, page title, logo, links, small print."""

import re
from itertools import islice
from typing import Any

from scraper.document import Document
from scraper.extract.place_lines import looks_like_place
from scraper.extract.signs import SEPARATOR, SITE_NOISE, Claim, Signs
from scraper.fields.names import LEGAL_FORM, NUMBERED, from_slug, is_board, same_company, slugs, written_as
from scraper.text import squash
from scraper.words.boilerplate import LINE, SECTION
from scraper.words.jobs import GENERIC_TITLE, JOB_WORD, NOT_A_TITLE

AT = re.compile(
    r"^(?:careers?|jobs?|work(?:ing)?|karriere|arbeiten|life|all jobs|view all jobs|open positions|offres|more jobs|other jobs) (?:at|bei|chez|with)\s+(.{2,60})$",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d|present))?)?\s*(?:by\s+)?([^.|©]{2,60}?)(?:\.|,?\s+all rights.*|,?\s+alle rechte.*|\s*\||,?\s*(?:19|20)\d\d.*|$)",
    re.IGNORECASE,
)
LOGO = re.compile(
    r"^(.{2,50}?)['’]?s?\s+(?:company\s+)?logo(?:type)?$|^logo\s*(?:of|von|de|du|di|:|-)?\s+(.{2,50})$", re.IGNORECASE
)
COMPANY_LINK = re.compile(
    r"/(?:company|companies|employer|employers|empresa|empresas|entreprise|entreprises|arbeitgeber|unternehmen|organization|organisation|company-profile|firma|firmy|bedrijf|yritys|yritykset|azienda|aziende|foretag|virksomhed|pracodawca|pracodawcy|employeur|recruiter|cmp|ceg|sirket)/",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"\b(?:view|see|more|all|visit|follow|website|profile|about|apply|jobs|careers|reviews?)\b", re.IGNORECASE
)
HEAD_LINES = 60


def company_names(document: Document, signs: Signs, url: str, claims: list[Claim]) -> list[tuple[str, float]]:
    """Names the company may have, with how sure each is (0 to 1)."""
    found: list[tuple[str, float]] = []
    spelled = slugs(url)
    for at, slug in enumerate(spelled):
        if name := written_as(slug, signs.text):
            found.append((name, 0.46 if is_board(name) else 0.7 - 0.1 * at))
        else:
            found.append((from_slug(slug), 0.42 - 0.1 * at))
    site = SITE_NOISE.sub("", signs.site).strip()
    if site and not is_board(site) and not GENERIC_TITLE.match(site) and len(site) < 60:
        found.append((SEPARATOR.split(site)[0], 0.66))
    for claim in claims:
        if claim.company and not is_board(claim.company) and not GENERIC_TITLE.match(claim.company):
            company = SITE_NOISE.sub("", claim.company).strip(" .,")
            confirmed = any(same_company(company, slug) for slug in spelled)
            found.append((company, 0.85 if confirmed else 0.73))
    found.extend(_segments(signs, spelled, site))
    found.extend(_in_lines(document))
    found.extend(_under_title(document))
    return [(NUMBERED.sub("", name), sure) for name, sure in found if 1 < len(name) < 80]


def _under_title(document: Document) -> list[tuple[str, float]]:
    """The heading right under the first one, where it is a name and neither a place nor a section."""
    numbered = [(at, line) for at, line in enumerate(document.lines[:80]) if line.level and not line.dropped][:2]
    headings = [line for _, line in numbered]
    if (
        len(headings) < 2
        or numbered[1][0] - numbered[0][0] > 2
        or headings[0].level >= headings[1].level
        or not JOB_WORD.search(headings[0].text)
    ):
        return []
    name = headings[1].text
    plain = len(name) < 50 and len(name.split()) <= 5 and not name.endswith((".", "?", "!", ":"))
    other = (
        JOB_WORD.search(name)
        or SECTION.search(name)
        or NOT_A_TITLE.search(name)
        or GENERIC_TITLE.match(name)
        or looks_like_place(name)
    )
    return [(name, 0.44)] if plain and not other else []


def _segments(signs: Signs, spelled: list[str], site: str) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for title in signs.titles:
        segments = SEPARATOR.split(title)
        found.extend(
            (part.strip(), 0.62)
            for part in title.split(",")
            if LEGAL_FORM.search(part) and not JOB_WORD.search(part) and not SEPARATOR.search(part)
        )
        for at, segment in enumerate(segments):
            name = NUMBERED.sub("", SITE_NOISE.sub("", segment).strip(" ,"))
            if not name or GENERIC_TITLE.match(name):
                continue
            if LEGAL_FORM.search(name) and not JOB_WORD.search(name):
                found.append((name, 0.74))
            elif any(same_company(name, each) for each in [*spelled, site] if each):
                found.append((name, 0.5 if is_board(name) else 0.76))
            elif (
                at == 1
                and len(segments) == 3
                and not JOB_WORD.search(name)
                and not is_board(name)
                and len(name.split()) <= 6
            ):
                found.append((name, 0.6))
            elif not JOB_WORD.search(name) and not is_board(name) and len(name.split()) <= 5 and len(segments) == 2:
                found.append((name, 0.4))
    return found


def _in_lines(document: Document) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for number, line in enumerate(document.lines):
        if len(line.text) > 140:
            continue
        if at := AT.match(line.text):
            found.append((at[1], 0.7))
        elif line.outside and "©" not in line.text and "opyright" not in line.text:
            continue
        elif (
            number < HEAD_LINES
            and len(line.text) < 60
            and LEGAL_FORM.search(line.text)
            and "©" not in line.text
            and not JOB_WORD.search(line.text)
        ):
            found.append((line.text, 0.61))
        elif ("©" in line.text or "opyright" in line.text) and (right := COPYRIGHT.search(line.text)):
            name = right[1].strip(" ,.-")
            if (
                not is_board(name)
                and any(char.isalpha() for char in name)
                and not re.match(r"(?:19|20)\d\d|all rights", name, re.IGNORECASE)
            ):
                found.append((name, 0.5))
    logos = [
        LOGO.match(squash(text))
        for text in islice((image.get("alt") for image in document.root.iter("img") if image.get("alt")), 60)
    ]
    names = [logo[1] or logo[2] for logo in logos if logo]
    found.extend((name, 0.58) for name in names if not is_board(name) and not GENERIC_TITLE.match(name))
    if name := next(
        filter(None, map(_linked_name, islice((link for link in document.root.iter("a") if link.get("href")), 400))), ""
    ):
        found.append((name, 0.71))
    return found


def _linked_name(link: Any) -> str:
    """The text of a link to a company's own page on a job site, or ""."""
    if not COMPANY_LINK.search(link.get("href")):
        return ""
    name = squash(" ".join(link.itertext()))
    plain = 1 < len(name) < 60 and not GENERIC_TITLE.match(name) and not LINE.match(name)
    return "" if not plain or NO_NAME.search(name) else name
