"""Lever: a posting with a description, lists under headings and a closing part; created in milliseconds."""

import re
from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address, pick
from scraper.extract.job_fields import read_job
from scraper.fields.dates import read_date
from scraper.fields.place import read_places, read_remote
from scraper.fields.salary import read_salary
from scraper.render import fragment_text


def locate(url: str) -> Place | None:
    at = address(url)
    found = at.matches(r"(jobs|api)(\.eu)?\.lever\.co", r"(?:/v0/postings)?/([^/]+)(?:/([0-9a-f-]{36}))?")
    if not found:
        return None
    region, company, job = found[0][2] or "", found[1][1], found[1][2] or ""
    return Place(
        f"https://api{region}.lever.co/v0/postings/{company}" + (f"/{job}" if job else "?mode=json"), company, job
    )


def read(data: Any, place: Place) -> Draft | None:
    posting = pick(data, place.job, "id")
    if posting is None or not posting.get("text"):
        return None
    draft = read_job(posting, [], "board:lever", CONFIDENCE)
    categories = posting.get("categories") or {}
    draft.title = posting["text"]
    draft.locations = read_places(categories.get("allLocations")) or read_places(categories.get("location"))
    draft.description, draft.hidden = _description(posting)
    draft.date_posted = read_date(posting.get("createdAt"))
    draft.salary = read_salary(posting.get("salaryRange"))
    told = read_remote(str(posting.get("workplaceType") or ""))
    draft.remote = told if told is not None else draft.remote
    return draft


def _description(posting: dict[str, Any]) -> tuple[str, list[str]]:
    parts = [posting.get("description") or posting.get("descriptionPlain") or ""]
    for each in posting.get("lists") or []:
        items = re.sub(r"^\s*(?!<[uo]l)(?=<li)", "<ul>", each.get("content") or "")
        parts.append(f"<h3>{each.get('text') or ''}</h3>{items}")
    parts.append(posting.get("additional") or posting.get("additionalPlain") or "")
    read_parts = [fragment_text(part) for part in parts]
    return "\n\n".join(text for text, _ in read_parts if text), [
        unseen for _, hidden in read_parts for unseen in hidden
    ]


BOARD = Board("lever", locate, read)
