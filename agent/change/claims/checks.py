"""What a text claims beyond its words: whose employer, how often, of how many, of what, how well."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from agent.change.claims.adding import find_added, find_borrowed, find_doubled
from agent.change.claims.clausal import find_told_in_clauses
from agent.change.claims.consequences import find_consequences
from agent.change.claims.doubt import Doubt
from agent.change.claims.employers import find_wrong_employers
from agent.change.claims.fluency import find_wrong_fluency
from agent.change.claims.holding import find_held_by_others
from agent.change.claims.kinds import Claim
from agent.change.claims.levels import find_other_levels
from agent.change.claims.neighbours import find_borrowed_honours
from agent.change.claims.objects import find_exchanged
from agent.change.claims.pieces import find_dropped_parts
from agent.change.claims.possessed import find_possessed
from agent.change.claims.ranking import find_unsaid_comparisons
from agent.change.claims.reach import find_other_rank, find_wider
from agent.change.claims.schools import find_wrong_schools
from agent.change.claims.sharing import find_taken_alone
from agent.change.claims.spells import find_misspent
from agent.change.claims.titles import find_lowered
from agent.change.claims.wholes import find_unsaid_wholes, find_widened_audiences
from agent.change.numbers.crowds import find_unsaid_crowds
from agent.change.numbers.extents import find_wider_extents
from agent.change.numbers.frequencies import find_wrong_frequencies
from agent.change.numbers.tenures import find_misbound
from agent.change.telling.book import Book, Place
from agent.change.telling.events import find_other_years
from agent.change.telling.labels import find_mislabelled
from agent.change.telling.reading import Reading


def find_beyond(
    reading: Reading,
    claims: Sequence[Claim],
    places: Sequence[tuple[Place, ...]],
    covered: Collection[int],
    framing: Collection[int],
    figures: Mapping[int, tuple[int, ...]],
    book: Book,
) -> Iterator[Doubt]:
    """Doubts about how the words of a text, each borne out by itself, are put together."""
    yield from find_wrong_employers(reading, book)
    yield from find_wrong_schools(reading, book)
    yield from find_misbound(reading, book)
    yield from find_misspent(reading, book)
    yield from find_lowered(reading, claims, places, book)
    yield from find_wider_extents(reading, framing, book)
    yield from find_wrong_frequencies(reading, places, covered, framing, book)
    yield from find_wider(reading, claims, places, book)
    yield from find_exchanged(reading, claims, places, book)
    yield from find_consequences(reading, claims, places, framing, book)
    yield from find_wrong_fluency(reading, book)
    yield from find_other_levels(reading, claims, places, book)
    yield from find_mislabelled(reading, claims, places, figures, book)
    yield from find_other_rank(reading, book)
    yield from find_other_years(reading, places, book)
    yield from find_unsaid_wholes(reading, claims, places, framing, book)
    yield from find_widened_audiences(reading, places, framing, book)
    yield from find_added(reading, claims, places, covered, framing, book)
    yield from find_doubled(reading, places, book)
    yield from find_told_in_clauses(reading, places, book)
    yield from find_unsaid_comparisons(reading, places, framing, book)
    yield from find_possessed(reading, claims, places, book)
    yield from find_taken_alone(reading, claims, places, book)
    yield from find_held_by_others(reading, claims, places, book)
    yield from find_dropped_parts(reading, claims, places, book)
    yield from find_borrowed(reading, claims, places, framing, book)
    yield from find_borrowed_honours(reading, claims, places, figures, book)
    yield from find_unsaid_crowds(reading, places, framing, book)
