"""Greenhouse: one job as JSON, its content escaped twice; companies embed it in their own pages by `gh_jid`."""

import re
from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address
from scraper.extract.job_fields import read_job
from scraper.fields.dates import read_date
from scraper.fields.place import read_places
from scraper.text import unescape


def locate(url: str) -> Place | None:
    at = address(url)
    if not re.fullmatch(r"(?:job-boards|boards|boards-api)(?:\.eu)?\.greenhouse\.io", at.host):
        return None
    found = re.match(r"(?:/v1/boards)?/([^/]+)/jobs(?:/(\d+))?", at.path)
    if found and found[1] != "embed":
        return _place(found[1], found[2] or "", at.host)
    if at.path.startswith("/embed/") and "for" in at.query:
        return _place(at.query["for"], at.query.get("token", at.query.get("gh_jid", "")), at.host)
    return None


def read(data: Any, _: Place) -> Draft | None:
    if not isinstance(data, dict) or "title" not in data:
        return None
    draft = read_job(data | {"content": unescape(data.get("content") or "")}, [], "board:greenhouse", CONFIDENCE)
    draft.locations = read_places((data.get("location") or {}).get("name")) or draft.locations
    draft.date_posted = read_date(data.get("first_published")) or draft.date_posted
    return draft


def _place(company: str, job: str, host: str) -> Place:
    region = ".eu" if ".eu." in host else ""
    tail = f"/{job}?pay_transparency=true" if job else "?content=true"
    return Place(f"https://boards-api{region}.greenhouse.io/v1/boards/{company}/jobs{tail}", company, job)


BOARD = Board("greenhouse", locate, read)
