"""What the numbers of the evidence make of words: borne out ("fell", "netted", "on average", "school years"), or false by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agent.change import lexicon
from agent.change.claims.alignment import Alignment
from agent.change.claims.doubt import Doubt
from agent.change.claims.kinds import Claim
from agent.change.language.units import is_unit
from agent.change.numbers.averages import find_wrong_averages, says_average
from agent.change.numbers.balance import find_wrong_balances, says_balance
from agent.change.numbers.brought import find_wrong_margins, find_wrong_outcomes, says_operation
from agent.change.numbers.gaps import find_wrong_gaps, says_gap
from agent.change.numbers.magnitudes import find_magnitudes
from agent.change.numbers.measuring import units_of
from agent.change.numbers.multiples import says_multiple
from agent.change.numbers.parts import find_parts_as_wholes
from agent.change.numbers.periods import MONTHS, find_periods
from agent.change.numbers.ranks import find_raised_ranks, says_place
from agent.change.numbers.targets import find_wrong_targets, says_target
from agent.change.numbers.trends import borne_out, find_wrong_trends
from agent.change.telling.book import NOW, Book
from agent.change.telling.reading import Reading

_MONTHS = 12
_NEAR = 3


def find_reckoned(
    aligned: Alignment,
) -> Iterator[int]:
    """The tokens whose words follow from numbers that are borne out, and so need no line of their own."""
    if not aligned.reading.quantities and not any(line.reading.quantities for line in aligned.book.lines):
        return
    sizes = set(find_magnitudes(aligned.reading, aligned.book))
    for at, claim in enumerate(aligned.claims):
        if claim is Claim.FREE or at in aligned.reading.numbers:
            continue
        if (
            at in sizes
            or _is_now(aligned.reading, at, aligned.book)
            or _is_month_of(aligned.reading, at, aligned.figures, aligned.book)
            or _is_share_word(aligned.reading, at, aligned.figures)
            or _is_unit_of(aligned.reading, at, aligned.figures)
            or says_balance(aligned.reading, at, aligned.figures, aligned.book)
            or says_average(aligned.reading, at, aligned.figures, aligned.book)
            or says_multiple(aligned.reading, at, aligned.figures, aligned.book)
            or says_place(aligned.reading, at, aligned.book)
            or says_operation(aligned.reading, at, aligned.figures, aligned.book)
            or says_gap(aligned.reading, at, aligned.figures, aligned.book)
            or says_target(aligned.reading, at, aligned.figures, aligned.book)
            or (not aligned.places[at] and borne_out(aligned, at))
        ):
            yield at


def find_misreckoned(
    aligned: Alignment,
) -> Iterator[Doubt]:
    """Words and numbers that the numbers of the evidence make false."""
    yield from find_wrong_balances(aligned.reading, aligned.figures, aligned.book)
    yield from find_wrong_averages(aligned.reading, aligned.figures, aligned.book)
    yield from find_wrong_margins(aligned.reading, aligned.figures, aligned.book)
    yield from find_wrong_outcomes(aligned.reading, aligned.figures, aligned.book)
    yield from find_wrong_trends(aligned)
    yield from find_raised_ranks(aligned.reading, aligned.book)
    yield from find_parts_as_wholes(aligned.reading, aligned.figures, aligned.book)
    yield from find_wrong_gaps(aligned.reading, aligned.figures, aligned.book)
    yield from find_wrong_targets(aligned.reading, aligned.book)


def _is_now(reading: Reading, at: int, book: Book) -> bool:
    """Whether a word such as "present" ends a span that the evidence leaves open ("since 2019")."""
    if reading.tokens[at].low not in NOW:
        return False
    starts = {period.start // _MONTHS for period in find_periods(reading.text) if period.end is None}
    return any(
        period.end is None and period.start // _MONTHS in starts for line in book.lines for period in line.periods
    )


def _is_month_of(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]], book: Book) -> bool:
    """Whether a month before a year is one that the evidence gives in figures ("09/2010")."""
    month = MONTHS.get(reading.tokens[at].low, 0)
    if not month or not reading.tokens[at].capital:
        return False
    for year in reading.counts_beside(at):
        if year.figure.kind == "year" and at < year.first <= at + _NEAR and year.first in figures:
            point = _MONTHS * int(year.figure.value) + month
            periods = [period for n in figures[year.first] for period in book.lines[n].periods]
            return any(not period.coarse and point in (period.start, period.end) for period in periods)
    return False


def _is_share_word(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]]) -> bool:
    """As "rate" in "a 2% rejection rate", of a share that is borne out."""
    return reading.tokens[at].low in lexicon.words("measures", "shares", "words") and any(
        q.figure.kind == "percent" and q.first in figures and 0 < at - q.last <= 2 * _NEAR
        for q in reading.counts_beside(at)
    )


def _is_unit_of(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether a word is the unit of a number that is borne out, or stands between them ("four school years")."""
    if reading.tokens[at].low in lexicon.words("measures", "digits", "words"):
        return any(q.last == at - 2 and q.first in figures for q in reading.counts_beside(at))
    if at in units_of(reading):
        return next(q for q in reversed(reading.counts_beside(at)) if q.last < at).first in figures
    between = reading.tokens[at].low in lexicon.words("numbers", "before_time", "words")
    if not between and not is_unit(reading.tokens[at]):
        return False
    after = at - 1 if between else at - 2
    near = at - 2 if at and reading.tokens[at - 1].low == "-" else at - 1
    return any(
        after <= q.last < at and q.first in figures and (bool(q.unit) or (not between and q.last == near))
        for q in reading.counts_beside(at)
    )
