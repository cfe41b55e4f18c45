"""Five hundred broken pages: whatever a page has become, reading it ends, quickly, with a Posting."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper.posting import Posting
from scraper.scrape import parse

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
MUTANTS = 500
GROUPS = 20


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 60)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def drop(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(400) :]


def repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start : start + 300] * chance.randrange(2, 60) + data[start:]


def swap(data: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[second:] + data[first:second] + data[:first]


def nest(data: bytes, chance: random.Random) -> bytes:
    return b"<div><span>" * chance.randrange(10, 2_000) + data


def insert(data: bytes, chance: random.Random) -> bytes:
    strange = [
        b"<script>",
        b"</script>",
        b"<!--",
        b"-->",
        b"\x00",
        b"\xff\xfe",
        b'{"a":' * 300,
        b"[" * 3_000,
        b"<p style='display:none",
        b"&" * 900,
        b"\xf3\xa0\x81\x81",
        b"9" * 5_000,
        b"1-" * 2_000,
        b"$1,000 - " * 400,
        b"," * 3_000,
    ]
    start = chance.randrange(len(data))
    return data[:start] + chance.choice(strange) + data[start:]


def mix(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(PAGES).read_bytes()
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


MUTATIONS: list[Callable[[bytes, random.Random], bytes]] = [cut, flip, drop, repeat, swap, nest, insert, mix]


def mutant(number: int) -> tuple[bytes, str]:
    chance = random.Random(number)
    file = PAGES[number % len(PAGES)]
    data = file.read_bytes()
    for _ in range(chance.randrange(1, 4)):
        data = chance.choice(MUTATIONS)(data, chance) or b" "
    return data, json.loads(file.with_suffix(".json").read_text("utf-8"))["url"]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("group", range(GROUPS))
def test_broken_pages_are_read_to_an_end(group: int) -> None:
    for number in range(group, MUTANTS, GROUPS):
        data, url = mutant(number)
        posting = parse(data, url)
        assert Posting.from_dict(json.loads(json.dumps(posting.to_dict()))) == posting


def test_mutants_differ_from_their_pages() -> None:
    assert sum(mutant(number)[0] != PAGES[number % len(PAGES)].read_bytes() for number in range(100)) > 90


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "1 ",
        "$1 - ",
        "1,000 ",
        "<",
        "(",
        "{",
        "[",
        '"',
        "&amp;",
        "- ",
        "Posted on ",
        "Engineer at ",
        "a\u200b",
        "<b>a</b>",
        "<div>",
        "<style>.a{",
        "<!-- a b c d e f g -->",
        '<a href="/x">Lift Engineer</a>',
        '{"title":"x","location":"y"},',
    ],
)
def test_one_thing_again_and_again(piece: str) -> None:
    many = piece * (50_000 // len(piece))
    for page in (
        many,
        f"<html><body><h1>Lift Engineer</h1>{many}</body></html>",
        f"<script type='application/ld+json'>{many}</script>",
        f"<title>{many}</title>",
    ):
        assert parse(page, "https://acme.example/jobs/lift-engineer-at-acme").url
