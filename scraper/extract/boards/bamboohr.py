"""BambooHR: one opening with its share page's data."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address
from scraper.extract.job_fields import read_job
from scraper.fields.employment import read_employment
from scraper.fields.place import read_places


def locate(url: str) -> Place | None:
    at = address(url)
    found = at.matches(r"([\w-]+)\.bamboohr\.(?:com|co\.uk)", r"/(?:careers|jobs/view\.php|jobs)(?:/(\d+))?")
    job = (found[1][1] or at.query.get("id", "")) if found else ""
    return Place(f"https://{at.host}/careers/{job}/detail", found[0][1], job) if found and job else None


def read(data: Any, _: Place) -> Draft | None:
    result = data.get("result") if isinstance(data, dict) else None
    opening = result.get("jobOpening") if isinstance(result, dict) else None
    if not isinstance(opening, dict) or not opening.get("jobOpeningName"):
        return None
    draft = read_job(opening, [], "board:bamboohr", CONFIDENCE)
    draft.title = opening["jobOpeningName"]
    draft.locations = read_places(opening.get("location")) or read_places(opening.get("atsLocation"))
    draft.employment_type = read_employment(opening.get("employmentStatusLabel"))
    draft.remote = {"0": False, "1": True, "2": False}.get(str(opening.get("locationType")))
    return draft


BOARD = Board("bamboohr", locate, read)
