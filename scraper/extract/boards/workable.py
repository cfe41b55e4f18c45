"""Workable: one job by its short code, or all jobs of an account in the widget's answer."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address, pick
from scraper.extract.job_fields import read_job


def locate(url: str) -> Place | None:
    at = address(url)
    if found := at.matches(r"apply\.workable\.com", r"(?:/api/v\d/accounts)?/([^/]+)/(?:j|jobs)/([0-9A-Z]{8,12})"):
        return _place(found[1][1], found[1][2])
    if found := at.matches(r"([\w-]+)\.workable\.com", r"/(?:j|jobs)/([0-9A-Z]{8,12})"):
        return _place(found[0][1], found[1][1])
    if found := at.matches(r"apply\.workable\.com", r"/api/v1/widget/accounts/([^/]+)"):
        return Place(f"https://apply.workable.com/api/v1/widget/accounts/{found[1][1]}?details=true", found[1][1], "")
    return None


def read(data: Any, place: Place) -> Draft | None:
    if not isinstance(data, dict):
        return None
    job = pick(data.get("jobs"), place.job, "shortcode", "shortlink") if "jobs" in data else data
    if job is None or not job.get("title"):
        return None
    draft = read_job(job, [{"company": data.get("name")}] if "jobs" in data else [], "board:workable", CONFIDENCE)
    if job.get("telecommuting") or job.get("remote"):
        draft.remote = job.get("workplace") != "hybrid"
    return draft


def _place(company: str, job: str) -> Place:
    return Place(f"https://apply.workable.com/api/v2/accounts/{company}/jobs/{job}", company, job)


BOARD = Board("workable", locate, read)
