"""Manatal: all jobs of a career page, each with a short hash."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address, pick
from scraper.extract.job_fields import read_job


def locate(url: str) -> Place | None:
    at = address(url)
    found = at.matches(r"(?:www\.)?careers-page\.com", r"(?:/api/v1\.0/c)?/([^/]+)/jobs?(?:/(\w+))?")
    if not found:
        return None
    return Place(f"https://www.careers-page.com/api/v1.0/c/{found[1][1]}/jobs/", found[1][1], found[1][2] or "")


def read(data: Any, place: Place) -> Draft | None:
    rows = data.get("results") if isinstance(data, dict) else data
    job = pick(rows, place.job, "hash", "id")
    return read_job(job, [], "board:manatal", CONFIDENCE) if job else None


BOARD = Board("manatal", locate, read)
