"""Eightfold: one position of a company's career site."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address, pick
from scraper.extract.job_fields import read_job
from scraper.fields.dates import read_date
from scraper.fields.place import read_places


def locate(url: str) -> Place | None:
    at = address(url)
    found = at.matches(r"([\w-]+)\.eightfold\.ai", r"/(?:careers/job|api/apply/v2/jobs)(?:/(\d+))?")
    job = (found[1][1] or at.query.get("pid", "")) if found else ""
    if found is None or not job:
        return None
    domain = at.query.get("domain") or f"{found[0][1]}.com"
    return Place(f"https://{at.host}/api/apply/v2/jobs/{job}?domain={domain}", found[0][1], job)


def read(data: Any, place: Place) -> Draft | None:
    job = (
        pick(data["positions"], place.job, "id", "canonicalPositionUrl")
        if isinstance(data, dict) and "positions" in data
        else data
    )
    if not isinstance(job, dict) or not job.get("name"):
        return None
    draft = read_job(job, [], "board:eightfold", CONFIDENCE)
    draft.title = job["name"]
    draft.locations = read_places(job.get("locations")) or read_places(job.get("location"))
    draft.date_posted = read_date(job.get("t_create"))
    return draft


BOARD = Board("eightfold", locate, read)
