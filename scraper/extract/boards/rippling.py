"""Rippling: one job of a board."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address, pick
from scraper.extract.job_fields import read_job


def locate(url: str) -> Place | None:
    at = address(url)
    if found := at.matches(r"ats\.(?:[\w-]+\.)?rippling\.com", r"(?:/[a-z]{2}-[A-Z]{2})?/([^/]+)/jobs/([0-9a-f-]{36})"):
        return _place(found[1][1], found[1][2])
    if found := at.matches(r"api\.rippling\.com", r"/platform/api/ats/v1/board/([^/]+)/jobs(?:/([0-9a-f-]{36}))?"):
        return _place(found[1][1], found[1][2] or "")
    return None


def read(data: Any, place: Place) -> Draft | None:
    job = pick(data, place.job, "uuid", "url")
    if job is None or not job.get("name"):
        return None
    draft = read_job(job, [], "board:rippling", CONFIDENCE)
    draft.title = job["name"]
    return draft


def _place(company: str, job: str) -> Place:
    return Place(
        f"https://api.rippling.com/platform/api/ats/v1/board/{company}/jobs" + (f"/{job}" if job else ""), company, job
    )


BOARD = Board("rippling", locate, read)
