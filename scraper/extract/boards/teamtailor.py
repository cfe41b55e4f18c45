"""Teamtailor: a JSON feed of all jobs whose items carry schema.org data; the page itself carries it too."""

import re
from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address
from scraper.extract.schema import read_schema
from scraper.render import fragment_text


def locate(url: str) -> Place | None:
    at = address(url)
    found = at.matches(
        r"([\w-]+)(?:\.[a-z]{2})?\.teamtailor\.com", r"(?:/[a-z]{2}(?:-[A-Z]{2})?)?/jobs(?:\.json$|/(\d+))"
    )
    return Place(f"https://{at.host}/jobs.json", found[0][1], found[1][1] or "") if found else None


def read(data: Any, place: Place) -> Draft | None:
    items: list[Any] = (data.get("items") or []) if isinstance(data, dict) else []
    for item in items:
        number = re.search(r"/jobs/(\d+)", str(item.get("url") or ""))
        if not (number and number[1] == place.job) and not (not place.job and len(items) == 1):
            continue
        draft = read_schema(item.get("_jobposting") or {}, "board:teamtailor", CONFIDENCE)
        draft.title = draft.title or str(item.get("title") or "")
        draft.company = draft.company or str(data.get("title") or "")
        if not draft.description:
            draft.description, draft.hidden = fragment_text(item.get("content_html") or "")
        return draft
    return None


BOARD = Board("teamtailor", locate, read)
