"""A text laid beside the evidence, token by token: what every check of the gate starts from."""

from __future__ import annotations

from dataclasses import dataclass, field

from agent.change.claims.kinds import Claim
from agent.change.telling.book import Book, Place
from agent.change.telling.reading import Reading


@dataclass(slots=True, eq=False)
class Alignment:
    """What each token of a text claims, and where the evidence says it.

    `claims[i]` and `places[i]` belong to `reading.tokens[i]`; `figures` has, by its first token, each number that is borne out,
    with the lines of `book` that it rests on.
    """

    reading: Reading
    claims: list[Claim]
    places: list[tuple[Place, ...]]
    book: Book
    figures: dict[int, tuple[int, ...]] = field(default_factory=dict)
