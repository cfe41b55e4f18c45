"""Ashby: only the whole board is public; the posting is picked by its id."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address, pick
from scraper.extract.job_fields import read_job
from scraper.fields.place import read_places
from scraper.fields.salary import read_salary
from scraper.posting import Salary


def locate(url: str) -> Place | None:
    at = address(url)
    found = at.matches(
        r"(jobs|api)\.ashbyhq\.com", r"(?:/posting-api/job-board)?/([^/]+)(?:/((?!application$|embed$)[\w-]{6,}))?"
    )
    if not found:
        return None
    company, job = found[1][1], found[1][2] or ""
    return Place(f"https://api.ashbyhq.com/posting-api/job-board/{company}?includeCompensation=true", company, job)


def read(data: Any, place: Place) -> Draft | None:
    posting = pick(data.get("jobs") if isinstance(data, dict) else None, place.job, "id", "jobUrl")
    if posting is None:
        return None
    draft = read_job(posting, [], "board:ashby", CONFIDENCE)
    draft.locations = read_places(posting.get("location")) or draft.locations
    draft.locations += read_places([each.get("location") for each in posting.get("secondaryLocations") or []])
    if isinstance(posting.get("isRemote"), bool):
        draft.remote = posting["isRemote"] and posting.get("workplaceType") != "Hybrid"
    draft.salary = _salary(posting.get("compensation") or {})
    return draft


def _salary(compensation: dict[str, Any]) -> Salary | None:
    for each in compensation.get("summaryComponents") or []:
        if each.get("compensationType") == "Salary" and (
            found := read_salary(each, unit=str(each.get("interval") or ""))
        ):
            return found
    return read_salary(compensation.get("scrapeableCompensationSalarySummary"))


BOARD = Board("ashby", locate, read)
