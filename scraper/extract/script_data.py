"""The data a page carries for its own script: Next.js, Nuxt, Remix, Inertia, Angular, `window.__…`, data attributes.

Gives plain JSON values, most promising first; which of them is a job is `job_object.py`'s question.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote as percent_decoded

from scraper.document import Document
from scraper.extract.loose_json import load, load_at
from scraper.extract.script_literal import read_literal, read_wrapped, unquote
from scraper.text import unescape

PROMISING = re.compile(
    r"descri|titol|titul|titel|titre|posizion|beskriv|omschrijv|stilling|praca|prace|job|vacan|posting|position|stelle|offre|oferta|offer|opening|requisition|beschreibung|opis|annuncio|title",
    re.IGNORECASE,
)
ASSIGNED = re.compile(
    r"(?:\b(?:var|let|const)\s+[\w$]+|[\w$\])\"'](?:\.[\w$]+)*)\s*=\s*(?=[{\[])|\.(?:push|init|hydrate|render|set\w*)\(\s*(?=[{\[])"
)
PARSED = re.compile(r"JSON\.parse\(\s*(decodeURIComponent\(\s*)?(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')")
FLIGHT = re.compile(r"self\.__next_f\.push\(")
STREAMED = re.compile(r"\.enqueue\((\"(?:[^\"\\]|\\.)*\")\)")
FLIGHT_ROW = re.compile(r"^([0-9a-f]*):(.)", re.DOTALL)
LARGEST_LITERAL = 150_000
MOST_ATTEMPTS = 24
SHORTEST = 80


def read_script_data(document: Document) -> list[Any]:
    """Every JSON value found in scripts and attributes of the page."""
    found: list[Any] = []
    flight: list[str] = []
    for script in document.root.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if len(text) < SHORTEST or "ld+json" in kind or not PROMISING.search(text):
            if FLIGHT.match(text):
                flight.extend(_flight_pieces(text))
            continue
        if FLIGHT.search(text):
            flight.extend(_flight_pieces(text))
        else:
            found.extend(_from_script(text, kind))
    if flight:
        found.extend(_flight_values("".join(flight)))
    found.extend(_from_attributes(document))
    found.extend(_from_code(document))
    return found


def _from_script(text: str, kind: str) -> Iterator[Any]:
    stripped = text.strip()
    if stripped[:1] in "{[" and (value := load(text)) is not None:
        yield hydrated(value)
        return
    if "json" in kind or "text/plain" in kind:
        if (value := load(unescape(text))) is not None:
            yield hydrated(value)
        return
    for streamed in STREAMED.finditer(text):
        if (value := load(unquote(streamed[1]).split("\n")[0])) is not None:
            yield hydrated(value)
    for parsed in PARSED.finditer(text):
        inner = unquote(parsed[2])
        value = load(percent_decoded(inner) if parsed[1] else inner)
        if isinstance(value, dict | list):
            yield value
    if "(function(" in text[:400] and "return" in text[:4_000] and len(text) < LARGEST_LITERAL:
        value = read_wrapped(text)
        if isinstance(value, dict | list):
            yield value
            return
    yield from _assigned(text)


def _assigned(text: str) -> Iterator[Any]:
    at = attempts = 0
    while attempts < MOST_ATTEMPTS and (found := ASSIGNED.search(text, at)):
        attempts += 1
        value, end = load_at(text, found.end())
        if (
            value is None
            and PROMISING.search(text, found.end(), found.end() + LARGEST_LITERAL)
            and len(text) < LARGEST_LITERAL
        ):
            value = read_literal(text, found.end())
        if isinstance(value, dict | list) and value:
            yield value
        at = max(end, found.end())


def _from_attributes(document: Document) -> Iterator[Any]:
    for element in document.root.xpath(
        "//*[@*[string-length() > 200 and (starts-with(normalize-space(), '{') or starts-with(normalize-space(), '['))]]"
    )[:60]:
        for value in element.attrib.values():
            if (
                len(value) > 200
                and value.lstrip()[:1] in "{["
                and PROMISING.search(value)
                and (data := load(value)) is not None
            ):
                yield data


def _from_code(document: Document) -> Iterator[Any]:
    """JSON as the text of a hidden element, in some pages inside a comment."""
    for element in document.root.iter("code", "template", "textarea"):
        inside = element[0] if len(element) and not isinstance(element[0].tag, str) else element
        text = (inside.text or "").strip()
        if (
            len(text) > SHORTEST
            and text[:1] in "{["
            and PROMISING.search(text)
            and (value := load(unescape(text) if "&quot;" in text else text)) is not None
        ):
            yield value


def _flight_pieces(text: str) -> Iterator[str]:
    for found in FLIGHT.finditer(text):
        value, _ = load_at(text, found.end())
        if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
            yield value[1]


def _flight_values(stream: str) -> Iterator[Any]:
    """React's flight rows: `id:JSON`, or `id:T<hex length>,text` whose text other rows name as "$id"."""
    texts: dict[str, str] = {}
    values: list[Any] = []
    raw = stream.encode()
    at = 0
    while at < len(raw):
        head = re.compile(rb"([0-9a-f]*):(T([0-9a-f]+),)?").match(raw, at)
        if head is None:
            newline = raw.find(b"\n", at)
            at = len(raw) if newline < 0 else newline + 1
            continue
        if head[2]:
            end = head.end() + int(head[3], 16)
            texts[f"${head[1].decode()}"] = raw[head.end() : end].decode("utf-8", "replace")
            at = end
            continue
        newline = raw.find(b"\n", head.end())
        newline = len(raw) if newline < 0 else newline
        row = raw[head.end() : newline].decode("utf-8", "replace")
        if len(row) > SHORTEST and row[:1] in "[{" and PROMISING.search(row):
            value, _ = load_at(row, 0)
            values.append(value)
        at = newline + 1
    for value in values:
        if value is not None:
            yield _with_texts(value, texts, 0) if texts else value


def _with_texts(value: Any, texts: dict[str, str], depth: int) -> Any:
    if isinstance(value, str):
        return texts.get(value, value)
    if depth > 40:
        return value
    if isinstance(value, list):
        return [_with_texts(each, texts, depth + 1) for each in value]
    if isinstance(value, dict):
        return {key: _with_texts(each, texts, depth + 1) for key, each in value.items()}
    return value


def hydrated(value: Any) -> Any:
    """Undoes the flat notations in which objects name their values by index (Nuxt 3, SvelteKit, Remix, Framer)."""
    if not isinstance(value, list) or len(value) < 4 or isinstance(value[0], str):
        return value
    first = value[0]
    if isinstance(first, dict) and first and all(isinstance(each, int) for each in first.values()):
        return _Flat(value).at(0, 0)
    if (
        isinstance(first, list)
        and first
        and isinstance(first[0], str | int)
        and all(isinstance(each, int) for each in first[1:])
    ):
        return _Flat(value).at(0, 0)
    return value


class _Flat:
    def __init__(self, values: list[Any]) -> None:
        self.values = values
        self.done: dict[int, Any] = {}
        self.budget = 60_000

    def at(self, index: Any, depth: int) -> Any:
        if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index < len(self.values) or depth > 60:
            return None
        if index in self.done:
            return self.done[index]
        self.budget -= 1
        if self.budget < 0:
            return None
        value = self.values[index]
        self.done[index] = None
        self.done[index] = value = self.filled(value, depth)
        return value

    def filled(self, value: Any, depth: int) -> Any:
        if isinstance(value, dict):
            return {self.key(key): self.at(each, depth + 1) for key, each in value.items()}
        if isinstance(value, list):
            if value and isinstance(value[0], str):  # ["Reactive", 3], ["Date", "…"], ["Map", 1, 2, …]
                if value[0] == "Map":
                    pairs = zip(value[1::2], value[2::2], strict=False)
                    return {str(self.at(key, depth + 1)): self.at(each, depth + 1) for key, each in pairs}
                inner = [self.at(each, depth + 1) if isinstance(each, int) else each for each in value[1:]]
                return inner[0] if len(inner) == 1 else inner
            return [self.at(each, depth + 1) for each in value]
        return value

    def key(self, key: str) -> str:
        if key[:1] == "_" and key[1:].isdecimal():
            named = self.values[int(key[1:])] if int(key[1:]) < len(self.values) else key
            return named if isinstance(named, str) else key
        return key
