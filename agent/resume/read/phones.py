"""Telephone numbers in a text, told from dates, sums, postal codes and the many numbers that people and things have."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import phonenumbers

PHONE = re.compile(
    r"(?<![\w/.-])(?:\+|00)?\(?\+?\d[\d\s().\-/\u2010-\u2015·–]{5,22}\d(?![\w])(?:\s*(?:ext\.?|x)\s*\d{1,5})?"
)
REGIONS = ("US", "DE", "ES", "FR", "GB")
"""Whose numbering plans a number without any sign of its country is tried against."""
WORDS = tomllib.loads(files(__package__).joinpath("lexicon/numbers.toml").read_text("utf-8"))
LABEL = re.compile(
    rf"(?:^|[^\w@])(?:{'|'.join(map(re.escape, WORDS['phone']))})(?:[\s.:)(-]+(?:{'|'.join(map(re.escape, WORDS['between']))}))?[\s.:：)(/-]*$",
    re.IGNORECASE,
)
OTHER = re.compile(rf"\b(?:{'|'.join(map(re.escape, WORDS['other']))})\b", re.IGNORECASE)
MASK = re.compile(r"\*|\s?[-.]?\s?(?:[*•xX#]{2}|_{2}|…|\.\.)|-[A-Za-z]\b")
"""What follows a number of which digits are left out, or one that ends in a letter, as identity cards' do."""
DAY = re.compile(
    r"(?<!\d)(?:\(?(?:19|20)\d\d[-./ ]\d\d[-./ ]\d\d|[0-3]?\d[-./ ]{1,2}[01]?\d[-./ ]{1,2}(?:19|20)\d\d)(?!\d)"
)
NONE = (
    DAY,
    re.compile(r"\D*(?:(?:19|20)\d\d\D+)+(?:(?:19|20)\d\d)\D*"),  # years
    re.compile(r"\d{1,2}[./]\d{4}\s*[-–—/]\s*\d{1,2}[./]\d{4}"),  # months
    re.compile(r"(?:\d{4}[- ]){3}\d{3,4}"),  # cards, researchers
    re.compile(r"97[89][- ].*"),  # books
    re.compile(r"(?:\d{1,3}\.){3}\d{1,3}"),  # machines
    re.compile(r"\d{6}-\d{4}"),  # persons, by their birthday
    re.compile(r"\d{3}\.\d{3}\.\d{3}-\d\d"),
    re.compile(r"\d{4}-\d{5,}"),
)
STRONG = re.compile(r"(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?:\D.*)?|\(0\d+\).*")
"""Written as only telephone numbers are."""


def find_phone(text: str) -> str:
    """The first telephone number of a text, as written: 7 to 15 digits that are no date, sum, code or number of a thing."""
    for found in PHONE.finditer(text):
        written = found[0].strip()
        if is_phone(written, text[: found.start()], text[found.end() :]):
            return written[:-1] if written.endswith(")") and "(" not in written else written
    return ""


def is_phone(written: str, before: str, after: str) -> bool:
    """Whether a number is one to call, by what stands around it and how it is written."""
    if not 7 <= len(re.sub(r"\D", "", re.split(r"[ex]", written)[0])) <= 15 or MASK.match(after):
        return False
    if LABEL.search(before):
        return not DAY.fullmatch(written)
    if written.startswith(("+", "(+")):
        return True
    if any(form.fullmatch(written) for form in NONE) or len(DAY.findall(written)) > 1:
        return False
    near = before.split()[-4:]
    if OTHER.search(" ".join(near)) or re.search(r"[$€£¥#]\s*$", before):
        return False
    beside = (bool(near) and is_word(near[-1])) or bool(re.match(r"\s+[^\W\d_]{2,}", after))
    if beside and not phone_word(after):
        return bool(STRONG.fullmatch(written)) or is_dialled(written)
    return plausible(written)


def is_word(text: str) -> bool:
    """Whether a text ends in a word: what follows is a number of that."""
    return bool(re.search(r"[^\W\d_]\.?:?$", text)) and "@" not in text and "/" not in text


def phone_word(after: str) -> bool:
    found = re.match(r"\s*\(?([^\W\d_]+)", after)
    return bool(found) and bool(LABEL.search(f" {found[1]}")) if found else False


def is_dialled(written: str) -> bool:
    """Whether a number begins with the nought that one dials before it, and is one of a plan that we know."""
    return written.startswith("0") and any(fits(written, region, valid=True) for region in REGIONS)


def plausible(written: str) -> bool:
    """Whether the numbering plan of some likely country knows such a number, or it looks like one by its signs."""
    return bool(re.search(r"[()+\-./ ]", written)) or any(fits(written, region) for region in REGIONS)


def fits(written: str, region: str, *, valid: bool = False) -> bool:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_valid_number(number) if valid else phonenumbers.is_possible_number(number))
