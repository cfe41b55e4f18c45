"""Recruitee: an offer by its slug, on its own host or on a company's; description and requirements apart."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address, pick
from scraper.extract.job_fields import read_job
from scraper.fields.place import read_places
from scraper.fields.salary import read_salary


def locate(url: str) -> Place | None:
    at = address(url)
    if found := at.matches(r"([\w-]+)\.recruitee\.com", r"(?:/[a-z]{2})?/(?:api/offers|o)/([^/]+)"):
        return Place(f"https://{at.host}/api/offers/{found[1][1]}", found[0][1], found[1][1])
    return None


def read(data: Any, place: Place) -> Draft | None:
    if not isinstance(data, dict):
        return None
    offer = data.get("offer") if "offer" in data else pick(data.get("offers"), place.job, "slug", "id")
    if not isinstance(offer, dict) or not offer.get("title"):
        return None
    draft = read_job(offer, [], "board:recruitee", CONFIDENCE)
    draft.locations = read_places(offer.get("location")) or draft.locations
    if offer.get("remote") or offer.get("hybrid") or offer.get("on_site"):
        draft.remote = bool(offer.get("remote")) and not offer.get("hybrid")
    draft.salary = read_salary(offer.get("salary"))
    return draft


BOARD = Board("recruitee", locate, read)
