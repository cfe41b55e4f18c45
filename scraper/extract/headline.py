"""Title and company from what a page calls itself: headings, page title, OpenGraph, its address, its logo.

Why by points: no single place is reliable. The heading may name the section, the page title carries the site's name on
either side; where two of them agree, and the address spells the same words, it is the title.
"""

import re
from urllib.parse import unquote, urlsplit

from scraper.document import Document
from scraper.draft import Draft
from scraper.extract.company import company_names
from scraper.extract.signs import SEPARATOR, Claim, Signs, meta, page_titles
from scraper.fields.names import LEGAL_FORM, NUMBERED, same_company, slugs
from scraper.fields.place import clean_place
from scraper.text import letters, squash
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
BARE_PREFIX = re.compile(
    r"^(?:stellenangebot|stellenanzeige|vacature|oferta de (?:empleo|trabajo)|oferta|offre d['’]emploi|vaga de|ledig stilling:?|вакансия)\s+(?=\S{3})",
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
ON_SITE_NAME = re.compile(r"\s+(?:auf|on|sur|via|op|på|bei)\s+[\w.]+$")
LONGEST = 160


def read_headline(document: Document, url: str) -> Draft:
    """A draft with title, company and perhaps a place; confidence is the title's, or the company's without one."""
    signs = _signs(document, url)
    claims = _claims(document, signs, url)
    names = company_names(document, signs, url, claims)
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
            points = {1: 3.0, 2: 1.2, 3: 0.9}[line.level] - 0.15 * headings - (2.0 if line.dropped else 0.0)
            claims.append(Claim(line.text, points, heading=True))
            claims.extend(Claim(part, points - 0.3, heading=True) for part in line.parts if len(line.parts) > 1)
    opening = [
        line
        for line in document.lines[:60]
        if not line.dropped and not line.level and line.links < len(line.text) / 2 and 3 < len(line.text) < 90
    ]
    claims.extend(Claim(part, 0.6 - 0.03 * at) for at, line in enumerate(opening[:12]) for part in line.parts[:2])
    for hint in document.hints:
        if hint.field == "title" and hint.line < len(document.lines) and not document.lines[hint.line].dropped:
            text = document.lines[hint.line].text
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
    title = BARE_PREFIX.sub("", PREFIX.sub("", title))
    claims = [Claim(title, 0.5)]
    for pattern in PATTERNS:
        if found := pattern.match(title):
            named = found.groupdict()
            company = SEPARATOR.split(named.get("company") or "")[0]
            place = clean_place(ON_SITE_NAME.sub("", SEPARATOR.split(named.get("place") or "")[0]))
            if not company or not JOB_WORD.search(company) or same_company(company, (slugs(url) or [""])[0]):
                claims.append(Claim(named["title"], 2.2, company, place))
            break
    segments = [segment for segment in SEPARATOR.split(title) if segment]
    if len(segments) > 2 and (
        LEGAL_FORM.search(NUMBERED.sub("", segments[0])) or any(same_company(segments[0], slug) for slug in slugs(url))
    ):
        claims.append(Claim(title[title.find(segments[1], len(segments[0])) :], 1.6))
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
