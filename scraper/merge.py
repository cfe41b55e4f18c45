"""Drafts of several sources become one posting: for each field, the most trusted source that has it."""

from collections.abc import Iterable
from typing import Any

from scraper.draft import Draft
from scraper.posting import Posting
from scraper.text import letters

FIELDS = ("title", "company", "locations", "description", "employment_type", "date_posted", "valid_through", "salary")
SHORT_DESCRIPTION = 200


def merge(drafts: Iterable[Draft], url: str) -> Posting:
    """The posting with, for each field, where it was found and how sure that is."""
    ranked = sorted((draft for draft in drafts if draft is not None), key=lambda draft: -draft.confidence)
    posting = Posting(url=url)
    for name in FIELDS:
        draft = _best(ranked, name)
        if draft is not None:
            setattr(posting, name, getattr(draft, name))
            posting.found[name] = {"source": draft.source, "confidence": round(draft.confidence, 2)}
    if posting.locations:
        posting.location = "; ".join(posting.locations)
        posting.found["location"] = posting.found.pop("locations")
    posting.remote = next((draft.remote for draft in ranked if draft.remote is not None), None)
    for draft in ranked:
        posting.hidden.extend(text for text in draft.hidden if text not in posting.hidden)
    return posting


def _best(ranked: list[Draft], name: str) -> Draft | None:
    having = [draft for draft in ranked if _value(draft, name)]
    if not having:
        return None
    if name == "description":
        return _best_description(having)
    return having[0]


def _best_description(having: list[Draft]) -> Draft:
    """The first, unless it is only the beginning of another one: some pages put a teaser into their structured data."""
    first = having[0]
    start = letters(first.description.rstrip(" .…"))
    for other in having[1:]:
        if len(start) < len(letters(other.description)) / 2 and (
            len(start) < SHORT_DESCRIPTION or start[:120] in letters(other.description)
        ):
            return other
    return first


def _value(draft: Draft, name: str) -> Any:
    return getattr(draft, name)
