"""SmartRecruiters: sections of the job ad, each with a title."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address
from scraper.extract.job_fields import read_job
from scraper.fields.employment import read_employment
from scraper.fields.place import read_places
from scraper.render import fragment_text


def locate(url: str) -> Place | None:
    at = address(url)
    found = at.matches(
        r"(?:jobs|careers|www|api)\.smartrecruiters\.com",
        r"(?:/v1/companies)?/([^/]+)(?:/postings)?/(\d{9,}|[0-9a-f-]{36})",
    )
    if not found:
        return None
    company, job = found[1][1], found[1][2]
    return Place(f"https://api.smartrecruiters.com/v1/companies/{company}/postings/{job}", company, job)


def read(data: Any, _: Place) -> Draft | None:
    if not isinstance(data, dict) or not data.get("name") or "jobAd" not in data:
        return None
    draft = read_job(data, [], "board:smartrecruiters", CONFIDENCE)
    location = data.get("location") or {}
    draft.title = data["name"]
    draft.locations = read_places(location.get("fullLocation")) or read_places(location)
    draft.remote = bool(location.get("remote")) and not location.get("hybrid")
    draft.employment_type = read_employment([(data.get("typeOfEmployment") or {}).get("label"), *_internship(data)])
    sections = ((data.get("jobAd") or {}).get("sections") or {}).values()
    read_sections = [
        fragment_text(f"<h2>{each.get('title') or ''}</h2>{each.get('text')}")
        for each in sections
        if isinstance(each, dict) and each.get("text")
    ]
    draft.description = "\n\n".join(text for text, _ in read_sections)
    draft.hidden = [unseen for _, hidden in read_sections for unseen in hidden]
    return draft


def _internship(data: dict[str, Any]) -> list[str]:
    level = (data.get("experienceLevel") or {}).get("id")
    return ["intern"] if level == "internship" else []


BOARD = Board("smartrecruiters", locate, read)
