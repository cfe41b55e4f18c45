"""What a text claims beyond its words: whose employer, how often, of how many, of what, how well."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from agent.change.claims.adding import find_added, find_borrowed, find_doubled
from agent.change.claims.alignment import Alignment
from agent.change.claims.clausal import find_told_in_clauses
from agent.change.claims.consequences import find_consequences
from agent.change.claims.doubt import Doubt
from agent.change.claims.employers import find_wrong_employers
from agent.change.claims.fluency import find_wrong_fluency
from agent.change.claims.holding import find_held_by_others
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
from agent.change.telling.events import find_other_years
from agent.change.telling.labels import find_mislabelled


def find_beyond(
    aligned: Alignment,
    covered: Collection[int],
    framing: Collection[int],
) -> Iterator[Doubt]:
    """Doubts about how the words of a text, each borne out by itself, are put together."""
    yield from find_wrong_employers(aligned.reading, aligned.book)
    yield from find_wrong_schools(aligned.reading, aligned.book)
    yield from find_misbound(aligned.reading, aligned.book)
    yield from find_misspent(aligned.reading, aligned.book)
    yield from find_lowered(aligned)
    yield from find_wider_extents(aligned.reading, framing, aligned.book)
    yield from find_wrong_frequencies(aligned.reading, aligned.places, covered, framing, aligned.book)
    yield from find_wider(aligned)
    yield from find_exchanged(aligned)
    yield from find_consequences(aligned, framing)
    yield from find_wrong_fluency(aligned.reading, aligned.book)
    yield from find_other_levels(aligned)
    yield from find_mislabelled(aligned)
    yield from find_other_rank(aligned.reading, aligned.book)
    yield from find_other_years(aligned.reading, aligned.places, aligned.book)
    yield from find_unsaid_wholes(aligned, framing)
    yield from find_widened_audiences(aligned.reading, aligned.places, framing, aligned.book)
    yield from find_added(aligned, covered, framing)
    yield from find_doubled(aligned.reading, aligned.places, aligned.book)
    yield from find_told_in_clauses(aligned.reading, aligned.places, aligned.book)
    yield from find_unsaid_comparisons(aligned.reading, aligned.places, framing, aligned.book)
    yield from find_possessed(aligned)
    yield from find_taken_alone(aligned)
    yield from find_held_by_others(aligned)
    yield from find_dropped_parts(aligned)
    yield from find_borrowed(aligned, framing)
    yield from find_borrowed_honours(aligned)
    yield from find_unsaid_crowds(aligned.reading, aligned.places, framing, aligned.book)
