"""Title and company from what a page calls itself: headings, page title, OpenGraph, its address, its logo.

Why by points: no single place is reliable. The heading may name the section, the page title carries the site's name on
either side; where two of them agree, and the address spells the same words, it is the title.
"""

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from scraper.document import Document
from scraper.draft import Draft
from scraper.fields.names import LEGAL_FORM, from_slug, is_board, same_company, slugs, written_as
from scraper.fields.place import clean_place
from scraper.text import letters, squash, unescape
from scraper.words.boilerplate import LINE
from scraper.words.jobs import GENERIC_TITLE, JOB_WORD, NOT_A_TITLE

PATTERNS = (
    re.compile(r"^(?P<company>.{2,60}?) (?:is|are) (?:currently )?(?:looking for|seeking|recruiting|searching for)(?: an?)? (?P<title>.+?)(?: in (?P<place>[A-Z][^|]+?))?$", re.IGNORECASE),
    re.compile(r"^(?:job application for|apply (?:for|to)|application for|bewerbung (?:als|für)|candidature (?:pour|au poste de)|solicitud para)\s+(?P<title>.+?)\s+(?:at|@|bei|chez|en)\s+(?P<company>.+)$", re.IGNORECASE),
    re.compile(r"^(?P<company>.{2,60}?) (?:is )?hiring (?:for )?(?:an? )?(?P<title>.+?) in (?P<place>[^|]+?)(?:\s*\|.*)?$", re.IGNORECASE),
    re.compile(r"^(?P<title>.+?)\s+(?:job|jobs|vacancy|position|role)\s+in\s+(?P<place>[^|]+?)(?:\s+(?:at|with|bei)\s+(?P<company>[^|]+?))?(?:\s+[-–|]\s+.*)?$", re.IGNORECASE),
    re.compile(r"^(?P<title>.+?)\s+(?:job|jobs|stellenangebot|emploi)\s+(?:at|bei|chez)\s+(?P<company>[^|]+?)(?:\s+in\s+(?P<place>[^|]+?))?(?:\s+[-–|]\s+.*)?$", re.IGNORECASE),
    re.compile(r"^(?P<title>.+?)\s+(?:at|@|bei|chez|w firmie|presso|hos|bij)\s+(?P<company>[^|]{2,80}?)(?:\s+in\s+(?P<place>[A-Z][^|]{2,40}?))?(?:\s+[-–—|·]\s+.*)?$"),
)  # fmt: skip
APPLYING = re.compile(
    r"^(?:job application|application|apply|apply now|bewerbung|candidature|solicitud|sollicitatie)(?: form)?\s*(?:for|to|as|als|für|pour|au poste de|para|:|-|–)\s+(?:the |an? )?(?=\S{3})",
    re.IGNORECASE,
)
PREFIX = re.compile(
    r"^(?:stellenangebot|stellenanzeige|job offer|job|vacancy|vacature|offre d['’]emploi|offre|oferta de (?:empleo|trabajo)|oferta pracy|oferta|vaga|offerta di lavoro|ledig stilling|position|now hiring|hiring|we'?re hiring|wanted|career opportunity|open position)\s*[:–—-]\s*(?:als\s+)?",
    re.IGNORECASE,
)
SUFFIX = re.compile(
    r"\s*(?:[-–—|:]\s*)?(?:\((?:apply now|new)\)|\|?\s*apply now|job (?:details|description|posting)|- job|vacancy)\s*$",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s+[-–—|·•»:]+\s+|\s*\|\s*|\s+::\s+|:\s+(?=[A-Z])")
SITE_NOISE = re.compile(
    r"^(?:careers?|jobs?|work|karriere|stellen|join|life|arbeiten|emplois?|empleos?|working) (?:at|with|bei|for|chez|en)\s+|\s+(?:careers?|jobs?|karriere|recruiting|recruitment|hiring|talent|career (?:site|page|portal|center)|job (?:board|portal|openings?)|stellenangebote|jobportal|emploi|empleo)$",
    re.IGNORECASE,
)
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
LONGEST = 160
HEAD_LINES = 60


@dataclass(slots=True)
class Claim:
    """A name the page claims for the job, with the points it has for it."""

    text: str
    points: float
    company: str = ""
    place: str = ""
    heading: bool = False


@dataclass(slots=True)
class Signs:
    """What the page says about itself in its head."""

    titles: list[str] = field(default_factory=list)
    site: str = ""
    text: str = ""
    words: frozenset[str] = frozenset()


def page_titles(document: Document) -> list[str]:
    """og:title, twitter:title and the title element, cleaned, each once."""
    found: list[str] = []
    for key in ("og:title", "twitter:title", "title"):
        found.extend(meta(document, key))
    title = document.root.find(".//head/title")
    title = title if title is not None else document.root.find(".//title")
    if title is not None:
        found.append(title.text or "")
    return list(dict.fromkeys(clean for each in found if 2 < len(clean := squash(unescape(each))) < 300))


def meta(document: Document, key: str) -> list[str]:
    """The contents of the meta elements with this property or name."""
    tags = (tag for tag in document.root.iter("meta") if key in {tag.get("property"), tag.get("name")})
    contents = [squash(unescape(tag.get("content") or "")) for tag in islice(tags, 3)]
    return [content for content in contents if content]


def read_headline(document: Document, url: str) -> Draft:
    """A draft with title, company and perhaps a place; confidence is the title's, or the company's without one."""
    signs = _signs(document, url)
    claims = _claims(document, signs, url)
    names = _companies(document, signs, url, claims)
    best = max(claims, key=lambda claim: claim.points - 8 * _is_company(claim.text, names), default=None)
    draft = Draft("headline", 0.6)
    if best is not None and best.points - 8 * _is_company(best.text, names) > 1.5:
        draft.title = _without_company(best.text, names)
        place = next((claim.place for claim in claims if claim.place and letters(claim.text) == letters(best.text)), "")
        draft.locations = [place] if place else []
    named = [name for name in names if letters(name[0]) != letters(draft.title)]
    if named:
        draft.company = max(named, key=lambda name: name[1])[0]
    return draft


def _signs(document: Document, url: str) -> Signs:
    titles = page_titles(document)
    site = next(iter(meta(document, "og:site_name") + meta(document, "application-name")), "")
    text = " \n".join(
        [
            *titles,
            site,
            *meta(document, "og:description"),
            *meta(document, "description"),
            *(line.text for line in document.lines[:400]),
        ]
    )
    try:
        words = frozenset(re.findall(r"[^\W_]{3,}", unquote(urlsplit(url).path).casefold()))
    except ValueError:
        words = frozenset()
    return Signs(titles, site, text[:40_000], words)


def _claims(document: Document, signs: Signs, url: str) -> list[Claim]:
    whole = [letters(title) for title in signs.titles]
    claims: list[Claim] = []
    headings = 0
    for line in document.lines:
        if line.level and line.level <= 3 and headings < 24:
            headings += 1
            points = {1: 3.0, 2: 1.0, 3: 0.0}[line.level] - 0.15 * headings - (2.0 if line.dropped else 0.0)
            claims.append(Claim(line.text, points, heading=True))
            claims.extend(Claim(part, points - 0.3, heading=True) for part in line.parts if len(line.parts) > 1)
    for hint in document.hints:
        if hint.field == "title" and hint.line < len(document.lines) and not document.lines[hint.line].dropped:
            text = squash(" ".join(hint.element.itertext()))
            claims.append(Claim(text, 2.5 - 0.1 * len(claims) / 10))
    spoken = {letters(claim.text) for claim in claims}
    parts = [letters(part) for title in signs.titles for part in SEPARATOR.split(title) if JOB_WORD.search(part)]
    for claim in claims:
        plain = letters(claim.text)
        if len(plain) > 3 and any(plain in title for title in whole):
            claim.points += 2.5
        elif claim.points > 2 and any(len(part) > 5 and part in plain for part in parts):
            claim.points += 1.0
    for title in signs.titles:
        claims.extend(_title_claims(title, spoken, url))
    _favour_contained(claims)
    for claim in claims:
        claim.text = _cleaned(claim.text)
        claim.points += _merit(claim.text, signs)
    return [claim for claim in claims if claim.text]


def _favour_contained(claims: list[Claim]) -> None:
    """A heading that holds company and title in one is worse than the title alone that the page title names."""
    headings = [letters(claim.text) for claim in claims if claim.heading]
    for claim in claims:
        plain, company = letters(claim.text), letters(claim.company)
        if not claim.heading and company and any(plain in heading and company in heading for heading in headings):
            claim.points += 1.5


def _title_claims(title: str, spoken: set[str], url: str) -> list[Claim]:
    title = PREFIX.sub("", title)
    claims = [Claim(title, 0.5)]
    for pattern in PATTERNS:
        if found := pattern.match(title):
            named = found.groupdict()
            company = SEPARATOR.split(named.get("company") or "")[0]
            place = clean_place(SEPARATOR.split(named.get("place") or "")[0])
            if not company or not JOB_WORD.search(company) or same_company(company, (slugs(url) or [""])[0]):
                claims.append(Claim(named["title"], 2.2, company, place))
            break
    segments = [segment for segment in SEPARATOR.split(title) if segment]
    for at, segment in enumerate(segments):
        claims.append(Claim(segment, 1.2 - 0.2 * at + (2.0 if letters(segment) in spoken else 0.0)))
        if at:
            claims.append(Claim(title[: title.find(segment, 1)].rstrip(" -–—|·•»:"), 0.9))
    return claims


def _merit(text: str, signs: Signs) -> float:
    if GENERIC_TITLE.match(text):
        return -7.0
    points = 1.5 if JOB_WORD.search(text) else 0.0
    words = set(re.findall(r"[^\W_]{3,}", text.casefold()))
    if words and len(words & signs.words) >= 0.6 * len(words):
        points += 2.0
    if NOT_A_TITLE.search(text) and not JOB_WORD.search(text):
        points -= 4.0
    if len(text) > 110 or len(text) < 3:
        points -= 3.0
    if text.endswith((".", "?", "!", ",")) and not re.search(r"\b(?:Sr|Jr|Dept|Inc)\.$", text):
        points -= 3.0
    return points


def _cleaned(text: str) -> str:
    text = SUFFIX.sub("", APPLYING.sub("", PREFIX.sub("", squash(text)))).strip(" -–—|·•»:,")
    return text if 1 < len(text) <= LONGEST else ""


def _companies(document: Document, signs: Signs, url: str, claims: list[Claim]) -> list[tuple[str, float]]:
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
    return [(name, sure) for name, sure in found if 1 < len(name) < 80]


def _segments(signs: Signs, spelled: list[str], site: str) -> list[tuple[str, float]]:
    found = []
    for title in signs.titles:
        segments = SEPARATOR.split(title)
        found.extend(
            (part.strip(), 0.62)
            for part in title.split(",")
            if LEGAL_FORM.search(part) and not JOB_WORD.search(part) and not SEPARATOR.search(part)
        )
        for at, segment in enumerate(segments):
            name = SITE_NOISE.sub("", segment).strip(" ,")
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
        elif (
            number < HEAD_LINES
            and len(line.text) < 60
            and LEGAL_FORM.search(line.text)
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


def _is_company(text: str, names: list[tuple[str, float]]) -> bool:
    return any(sure >= 0.45 and letters(text) == letters(name) for name, sure in names)


def _without_company(title: str, names: list[tuple[str, float]]) -> str:
    """Takes the company off the end or the beginning: "Baker - Acme" is the job "Baker" at Acme."""
    for name, sure in names:
        if sure < 0.42:
            continue
        cut = re.sub(rf"\s*(?:[-–—|·:,@]|\bat|\bbei|\bchez)\s*{re.escape(name)}\.?$", "", title, flags=re.IGNORECASE)
        cut = re.sub(rf"^{re.escape(name)}\s*[-–—|·:]\s*", "", cut, flags=re.IGNORECASE)
        if cut != title and len(cut) > 2:
            return cut
    return title
