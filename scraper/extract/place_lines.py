"""A place that stands near the title without any label."""

import re

from scraper.document import Document, Line
from scraper.draft import Draft
from scraper.fields.employment import read_employment
from scraper.fields.names import same_company
from scraper.fields.pay_text import salary_in
from scraper.fields.place import REMOTE, clean_place, read_remote
from scraper.text import letters
from scraper.words.jobs import JOB_WORD
from scraper.words.places import CITIES, COUNTRIES, STATE_NAMES, STATES

ONLY_REMOTE = re.compile(r"^(?:fully )?remote$", re.IGNORECASE)
NEAR = 14
LONGEST_FACT = 80
SEPARATORS = re.compile(r"\s+[|•·–—]\s+|\s+-\s+|\s*;\s*|\s+/\s+")
CITY_STATE = re.compile(r"^[^\W\d][\w .'’\-]{1,40},\s*([A-Z]{2,3})(?:\s+\d{4,5})?(?:,\s*[\w .]+)?$")
NAME = re.compile(r"^[A-ZÀ-ÞŁŚŻĆČŠŽŐŰ][^\W\d]+(?:[ '’\-,.]+[^\W\d]+){0,4}$")
WORK_MODE = re.compile(r"hybrid|remote|on[\s-]?site|homeoffice|permanent|unbefristet|befristet|\d|[€$£]", re.IGNORECASE)
DEPARTMENT = re.compile(
    r"engineering|sales|marketing|finance|product|design|operations|support|human|people|legal|data|\bit\b|\bhr\b|research|customer|success|development|services?|technology|software|administration|management|vertrieb|technik|entwicklung|produktion|verwaltung|personal|einkauf|logistik|ventes|commercial|ingénierie|ventas|ingenier|comercial|vendite|verkoop|sprzedaż|business|architect|solutions|strategy|consulting|security|quality|content|creative|talent|community|growth|analytics|platform|cloud|mobile|media|retail|hospitality|health|nursing|education|science|production|manufacturing|warehouse|department|team|group|level|experience|year",
    re.IGNORECASE,
)
IN_PROSE = re.compile(
    r"(?:(?i:based (?:in|at)|located in|our (?:\w+ )?(?:office|site|plant|headquarters|shop|store|clinic|school|team) in|am standort|standort|mit sitz in|für unser\w* \w+ in|basée? à|situé\w* à|poste à pourvoir à|con sede en|ubicad\w+ en|sediada? em|localizada? em|con sede a|gevestigd in|z siedzibą w|beliggende i|placeret i|placerad i|med kontor i))\s+"
    r"([A-ZÀ-ÞŁŚŻĆČŠŽŐŰ][\w'’-]+(?:[ -](?:am|an der|upon|sur|de|del|la|der|im|en|[A-ZÀ-ÞŁŚŻĆČŠŽ][\w'’-]+)){0,3}(?:, [A-Z][\w]+(?: [A-Z]\w+)?)?)"
)
IN_PLACE = re.compile(r"\b(?:in|à|en|em|a|w|i) ([A-ZÀ-Þ][^|]{2,50})$")
BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


def read_place_lines(document: Document, title: str, country: str = "", company: str = "") -> Draft:
    """Place, kind of employment and salary from the short lines around the title."""
    draft = Draft("head_lines", 0.5)
    at = _title_at(document.lines, title)
    if at < 0:
        return draft
    near = document.lines[max(0, at - 3) : at] + document.lines[at : at + NEAR]
    order = document.lines[at : at + NEAR] + document.lines[max(0, at - 3) : at]
    for line in order:
        if len(line.text) > 110 or (line.dropped and line.tag != "button"):
            continue
        text = line.text.replace(title, " ").replace(company, " ") if company else line.text.replace(title, " ")
        for piece in _pieces(line, text):
            if (not draft.locations or ONLY_REMOTE.match(draft.locations[0])) and looks_like_place(piece):
                draft.locations = [clean_place(piece)]
            if not draft.employment_type and len(piece) < 40:
                draft.employment_type = _employment(piece)
        if draft.salary is None and re.search(r"\d", line.text):
            draft.salary = salary_in(line.text, headed=len(line.text) < LONGEST_FACT, country=country)
    if not draft.locations:
        after = document.lines[at + 1 : at + NEAR]
        draft.locations = _beside_employment(after[:4]) or _under_title(after[:5], company) or _in_prose(after)
    draft.remote = read_remote(*draft.locations, *(line.text for line in near if len(line.text) < 40))
    return draft


def _beside_employment(lines: list[Line]) -> list[str]:
    """An unknown town in "Permanent, full-time · Kassel": the one piece beside the kind of employment, when it is alone."""
    for line in lines:
        pieces = [piece for part in line.parts for piece in SEPARATORS.split(part) if piece.strip(" ·|•,/")]
        rest = [piece for piece in pieces if not read_employment(piece) and not WORK_MODE.search(piece)]
        if (
            len(line.text) < 100
            and len(pieces) > 1
            and len(rest) == 1
            and len(rest) < len(pieces)
            and NAME.match(rest[0])
            and not DEPARTMENT.search(rest[0])
        ):
            return [clean_place(rest[0])]
    return []


def _under_title(lines: list[Line], company: str) -> list[str]:
    """An unknown town on a line of its own right under the title, when the lines after it tell the kind of employment."""
    if not lines or not any(read_employment(line.text) and len(line.text) < LONGEST_FACT for line in lines[1:5]):
        return []
    text = lines[0].text.strip(" /|·•-")
    town = (
        len(text.split()) <= 3
        and NAME.match(text)
        and not DEPARTMENT.search(text)
        and not JOB_WORD.search(text)
        and not same_company(text, company)
    )
    return [clean_place(text)] if town and not read_employment(text) and not WORK_MODE.search(text) else []


def _in_prose(lines: list[Line]) -> list[str]:
    """The town of "for our plant in Lübeck", from the first paragraphs."""
    found = next((match for line in lines if len(line.text) > 40 and (match := IN_PROSE.search(line.text))), None)
    return [clean_place(found[1])] if found else []


def looks_like_place(text: str) -> bool:
    """Whether a short text is surely a place: a known country, state or city at its end or alone, or only "Remote"."""
    text = BRACKETS.sub("", clean_place(text))
    if not 1 < len(text) <= 70 or re.search(r"[:!?]|https?|@|\b(?:19|20)\d\d\b|\d{6,}", text):
        return False
    if (found := CITY_STATE.match(text)) and found[1] in STATES:
        return True
    parts = [part.strip().casefold() for part in text.split(",")]
    known = COUNTRIES | STATE_NAMES | CITIES
    if len(parts) > 1 and parts[-1] in known and all(len(part.split()) <= 4 for part in parts):
        return True
    if len(parts) == 1 and (parts[0] in CITIES or parts[0] in COUNTRIES):
        return True
    if REMOTE.search(text):
        rest = [word for word in re.split(r"[\s,/()\-–]+", REMOTE.sub(" ", text).casefold()) if word]
        return len(rest) <= 3 and (
            not rest
            or " ".join(rest) in known
            or all(word in known or word in {"in", "within", "only", "or", "hybrid"} for word in rest)
        )
    return False


def _pieces(line: Line, text: str) -> list[str]:
    pieces = [each for part in (line.parts if text == line.text else [text]) for each in SEPARATORS.split(part)]
    if inside := IN_PLACE.search(text):
        pieces.append(inside[1])
    whole = text != line.text or REMOTE.search(text)
    return [text, *pieces] if whole else pieces


def _employment(piece: str) -> str:
    """Only where the piece says little else: "Full time", "Full-time, permanent"."""
    kind = read_employment(piece)
    return kind if kind and len(piece.split()) <= 4 else ""


def _title_at(lines: list[Line], title: str) -> int:
    name = letters(title)
    if not name:
        return -1
    exact = [at for at, line in enumerate(lines) if letters(line.text) == name]
    heading = [at for at in exact if lines[at].level]
    if heading or exact:
        return (heading or exact)[0]
    return next((at for at, line in enumerate(lines) if name in letters(line.text) and len(line.text) < 200), -1)
