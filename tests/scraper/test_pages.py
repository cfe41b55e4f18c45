"""Pages of many kinds, each beside what a person reads on it (pages/NAME.html and NAME.json)."""

import json
from pathlib import Path
from typing import Any

import pytest

from scraper.posting import Posting
from scraper.scrape import parse

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(each.stem for each in PAGES.glob("*.json"))
PLAIN = (
    "kind",
    "title",
    "company",
    "location",
    "employment_type",
    "date_posted",
    "valid_through",
    "language",
    "remote",
    "salary",
)


def read(name: str) -> tuple[Posting, dict[str, Any]]:
    wanted = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    return parse((PAGES / f"{name}.html").read_bytes(), wanted["url"], "text/html"), wanted


def test_there_are_pages() -> None:
    assert len(NAMES) >= 30


@pytest.mark.parametrize("name", NAMES)
def test_fields_are_read(name: str) -> None:
    posting, wanted = read(name)
    assert {key: getattr(posting, key) for key in PLAIN if key in wanted} == {
        key: wanted[key] for key in PLAIN if key in wanted
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_description_is_whole_and_clean(name: str) -> None:
    posting, wanted = read(name)
    text = " ".join(posting.description.split())
    assert [each for each in wanted.get("has", []) if each not in text] == []
    assert [each for each in wanted.get("has_not", []) if each in text] == []
    assert wanted.get("hint", "") in posting.hint


@pytest.mark.parametrize(
    "name", [name for name in NAMES if "hidden" in json.loads((PAGES / f"{name}.json").read_text("utf-8"))]
)
def test_what_nobody_sees_is_told_apart(name: str) -> None:
    posting, wanted = read(name)
    unseen = "\n".join(posting.hidden)
    assert [each for each in wanted["hidden"] if each not in unseen] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_field_says_where_it_was_found(name: str) -> None:
    posting, _ = read(name)
    for key in ("title", "company", "location", "description", "employment_type", "date_posted", "salary"):
        if getattr(posting, key):
            assert posting.found[key]["source"]
            assert 0 < posting.found[key]["confidence"] <= 1
