"""Breezy: all positions of a company as JSON."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address, pick
from scraper.extract.job_fields import read_job


def locate(url: str) -> Place | None:
    at = address(url)
    found = at.matches(r"([\w-]+)\.breezy\.hr", r"(?:/p/([^/]+)|/json$)")
    return (
        Place(f"https://{at.host}/json?verbose=true", found[0][1], found[1][1] or "")
        if found and found[0][1] != "app"
        else None
    )


def read(data: Any, place: Place) -> Draft | None:
    job = pick(data, place.job, "friendly_id", "id", "url")
    return read_job(job, [], "board:breezy", CONFIDENCE) if job else None


BOARD = Board("breezy", locate, read)
