"""Contact data out before a call, back in after it.

Placeholders look like `[EMAIL-1]`. What is replaced: the name (whole, turned round, abbreviated and its single parts),
addresses of the street, of mail and of the web, profiles and telephone numbers, wherever they stand in the text that
is sent, also those of other people. Nothing is lost: a replaced word comes back where its placeholder stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from phonenumbers import Leniency, PhoneNumberMatcher

from agent.resume.model import Resume

Sort = Literal["NAME", "EMAIL", "PHONE", "URL", "ADDRESS"]
EMAIL = re.compile(r"(?:mailto:)?[\w.+%'-]+@(?:[\w-]+\.)+[^\W\d_]{2,}", re.IGNORECASE)
URL = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>()\[\]{}\"'|]+"
    r"|\b(?!(?:asp|ado|vb|ml)\.net\b|socket\.io\b)(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|app|info|biz|co|ai|tech|page|site|xyz|edu|gov|eu|uk|de|fr|es|it|nl|at|ch|be|pt|pl|se|no|dk|fi|ie|ca|us|au|nz|in|br|mx|jp|cn|kr|za|tv|ly|gg|so|to)/[^\s<>()\[\]{}\"'|,;]+",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\D")
PLACEHOLDER = re.compile(r"\[\s*X*(?:NAME|EMAIL|PHONE|URL|ADDRESS)\s*-\s*\d+\s*\]", re.IGNORECASE)
REGIONS = ("US", "GB", "DE", "FR", "ES")
"""Whose national way of writing telephone numbers is known, besides the resume's own country and numbers with a +."""
STREET = re.compile(r"\d")
DIGIT_RUN = re.compile(r"(?<!\w)[+(]{0,2}\d[\d ()./\u00a0\u2011-]{5,}\d(?!\w)")
YEARS = re.compile(r"(?:\d{2}[./])?(?:19|20)\d\d(?:\s*[-/ ]\s*(?:\d{2}[./])?(?:19|20)\d\d)*")
SHORTEST_NUMBER = 7
"""Digits; finding numbers is slow, so only what could be one is looked at."""
SHORTEST_PART = 3
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no space between words, or join endings to a name: no word boundary can be asked for."""


class Contacts:
    """What of a person must not be sent. `texts` are all that may be, to learn which parts of a name are just words."""

    def __init__(self, resume: Resume | None = None, texts: Iterable[str] = ()) -> None:
        everything = "\n".join(texts)
        self.mark = "[X" if PLACEHOLDER.search(everything) else "["
        self.patterns: list[tuple[Sort, re.Pattern[str]]] = [("EMAIL", EMAIL), ("URL", URL)]
        self.regions: tuple[str, ...] = REGIONS
        if resume is not None:
            country = resume.basics.location.country_code.upper() if resume.basics.location else ""
            self.regions = tuple(dict.fromkeys([country, *REGIONS])) if country else REGIONS
            self.patterns += contacts(resume, URL.sub(" ", EMAIL.sub(" ", everything)))


class Veil:
    """The placeholders of one call, numbered in the order of their first use, so that equal calls are sent equally."""

    def __init__(self, contacts: Contacts) -> None:
        self.contacts = contacts
        self.words: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """The text with placeholders."""
        for sort, pattern in self.contacts.patterns:
            text = pattern.sub(lambda match, sort=sort: self.placeholder(sort, match.group()), text)  # type: ignore[misc]  # the default binds the loop's value
        for start, end in reversed(phones(text, self.contacts.regions)):
            text = text[:start] + self.placeholder("PHONE", text[start:end]) + text[end:]
        return text

    def placeholder(self, sort: str, word: str) -> str:
        if word not in self.words:
            start = f"{self.contacts.mark}{sort}-"
            self.words[word] = f"{start}{1 + sum(each.startswith(start) for each in self.words.values())}]"
        return self.words[word]

    def show(self, text: str) -> str:
        """The text with the words back in place of their placeholders; unknown placeholders stay."""
        back = {squeezed(token): word for word, token in self.words.items()}
        return PLACEHOLDER.sub(lambda match: back.get(squeezed(match.group()), match.group()), text)

    def show_all(self, value: Any) -> Any:
        """`show` for every string in a JSON value."""
        match value:
            case str():
                return self.show(value)
            case list():
                return [self.show_all(each) for each in value]
            case dict():
                return {key: self.show_all(each) for key, each in value.items()}
            case _:
                return value


def squeezed(token: str) -> str:
    return "".join(token.split()).upper()


def placeholders(text: str) -> set[str]:
    return {squeezed(token) for token in PLACEHOLDER.findall(text)}


def contacts(resume: Resume, text: str) -> Iterator[tuple[Sort, re.Pattern[str]]]:
    basics = resume.basics
    links = [basics.url, *(profile.url for profile in basics.profiles)]
    for link in sorted({link for link in links if link}, key=len, reverse=True):
        yield "URL", exactly(re.sub(r"^https?://(www\.)?", "", link).rstrip("/"))
    for profile in basics.profiles:
        if len(profile.username) >= SHORTEST_PART:
            yield "URL", exactly(profile.username)
    if basics.email:
        yield "EMAIL", exactly(basics.email)
    if len(number := DIGITS.sub("", basics.phone)) >= 5:
        # the same digits, however they are grouped
        yield "PHONE", re.compile(r"(?<!\d)\+?\(?" + r"[\s()./\u00a0\u2011-]{0,3}".join(number) + r"(?!\d)")
    if basics.location:
        place = basics.location
        street = [part.strip() for part in place.text.split(",") if STREET.search(part)]
        for word in sorted({place.address, place.postal_code, *street} - {""}, key=len, reverse=True):
            yield "ADDRESS", exactly(word)
    yield from names(basics.name, text)


def names(name: str, text: str) -> Iterator[tuple[Sort, re.Pattern[str]]]:
    """The name's forms, longest first. A part that also occurs in small letters is a word (Grant, Baker) and stays."""
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    if not parts or (len(parts) == 1 and len(name.strip()) < (SHORTEST_PART if name.isascii() else 2)):
        return
    first, last = parts[0], parts[-1]
    forms = [" ".join(parts)]
    if len(parts) > 1:
        forms += [f"{last}, {' '.join(parts[:-1])}", f"{last} {first}", f"{first} {last}"]
        forms += [f"{first[0]}. {last}", f"{first} {last[0]}."]
    for form in sorted(set(forms), key=len, reverse=True):
        yield "NAME", exactly(form)
    for part in sorted({part.strip(".") for part in parts}, key=len, reverse=True):
        if len(part) >= SHORTEST_PART and not re.search(rf"\b{re.escape(part.lower())}\b", text):
            forms_of_part = "|".join(map(re.escape, {part, part.upper(), part.title()}))
            yield "NAME", re.compile(rf"\b(?:{forms_of_part})(?=(?:['’]?s)?\b)")


def exactly(words: str) -> re.Pattern[str]:
    """These words as a whole, in any case, however they are spaced; also with a genitive's s."""
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    if UNSPACED.search(words):
        return re.compile(spaced, re.IGNORECASE)
    start = r"(?<!\w)" if words[:1].isalnum() else ""
    end = r"(?=(?:['’]?s)?(?!\w))" if words[-1:].isalnum() else ""
    return re.compile(start + spaced + end, re.IGNORECASE)


def phones(text: str, regions: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where telephone numbers stand, none within another."""
    found: list[tuple[int, int]] = []
    for run in DIGIT_RUN.finditer(text):
        if len(DIGITS.sub("", run.group())) < SHORTEST_NUMBER or YEARS.fullmatch(run.group().strip()):
            continue
        for region in regions:
            for match in PhoneNumberMatcher(run.group(), region, leniency=Leniency.VALID):
                start, end = run.start() + match.start, run.start() + match.end
                if not any(other < end and start < last for other, last in found):
                    found.append((start, end))
    return sorted(found)
