"""Workday: the page's own JSON under /wday/cxs; the company there is a legal entity."""

import re
from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address
from scraper.extract.job_fields import read_job
from scraper.fields.dates import read_date
from scraper.fields.place import read_places

HOST = r"([\w-]+)\.(?:wd\d+\.)?(?:myworkdayjobs(?:-impl)?|myworkdaysite)\.com"
LANGUAGE = r"(?:/[a-z]{2}-[A-Z]{2})?"


def locate(url: str) -> Place | None:
    at = address(url)
    if found := at.matches(HOST, r"/wday/cxs/([^/]+)/([^/]+)/(job/.+)"):
        return Place(f"https://{at.host}{found[1][0]}", found[1][1], found[1][3].rsplit("_", 1)[-1])
    if found := at.matches(
        r"[\w.-]+\.myworkdaysite\.com", rf"{LANGUAGE}/recruiting/([^/]+)/([^/]+)/(job/.+?)(?:/apply.*)?$"
    ):
        tenant = found[1][1]
    elif found := at.matches(HOST, rf"{LANGUAGE}/()([^/]+)/((?:job|details)/.+?)(?:/apply.*)?$"):
        tenant = found[0][1]
    else:
        return None
    path = re.sub(r"^details/", "job/", found[1][3])
    return Place(f"https://{at.host}/wday/cxs/{tenant}/{found[1][2]}/{path}", tenant, path.rsplit("_", 1)[-1])


def read(data: Any, _: Place) -> Draft | None:
    info = data.get("jobPostingInfo") if isinstance(data, dict) else None
    if not isinstance(info, dict) or not info.get("title"):
        return None
    draft = read_job(info | {"hiringOrganization": data.get("hiringOrganization")}, [], "board:workday", CONFIDENCE)
    draft.title = info["title"]
    draft.locations = read_places([info.get("location"), *(info.get("additionalLocations") or [])])
    draft.date_posted = read_date(info.get("startDate")) or draft.date_posted
    return draft


BOARD = Board("workday", locate, read)
