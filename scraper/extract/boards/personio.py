"""Personio: an XML feed of all positions of a company."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address, pick
from scraper.fields.dates import read_date
from scraper.fields.employment import read_employment
from scraper.fields.place import read_places, read_remote
from scraper.render import fragment_text


def locate(url: str) -> Place | None:
    at = address(url)
    if found := at.matches(r"([\w-]+)\.jobs\.personio\.(?:de|com)", r"(?:/job/(\d+)|/xml$)"):
        language = at.query.get("language", "en")
        return Place(f"https://{at.host}/xml?language={language[:2]}", found[0][1], found[1][1] or "")
    return None


def read(data: Any, place: Place) -> Draft | None:
    """`data` is the feed's element tree (lxml)."""
    positions = [_fields(each) for each in data.iter("position")] if hasattr(data, "iter") else []
    position = pick(positions, place.job, "id")
    if position is None or not position.get("name"):
        return None
    description, hidden = fragment_text(position["description"])
    return Draft(
        "board:personio",
        CONFIDENCE,
        title=position["name"],
        company=position.get("subcompany", ""),
        locations=read_places(position["offices"]),
        remote=read_remote(*position["offices"], position.get("name", "")),
        description=description,
        employment_type=read_employment(position.get("schedule")) or read_employment(position.get("employmentType")),
        date_posted=read_date(position.get("createdAt")),
        hidden=hidden,
    )


def _fields(element: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {each.tag: (each.text or "").strip() for each in element if isinstance(each.tag, str)}
    fields["offices"] = [each.text.strip() for each in element.iter("office") if each.text]
    fields["description"] = "\n".join(
        f"<h2>{(each.findtext('name') or '').strip()}</h2>{(each.findtext('value') or '').strip()}"
        for each in element.iter("jobDescription")
    )
    return fields


BOARD = Board("personio", locate, read)
