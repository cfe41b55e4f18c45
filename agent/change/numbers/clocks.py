"""Times of day: "22:00", "10 pm", "ten at night" and "10 p.m." are one and are no counts; a bare hour beside one is one too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from agent.change import lexicon
from agent.change.language.figures import Figure
from agent.change.language.tokens import Token, low_at
from agent.change.numbers.quantity import Quantity, instead_of

_NOON = 12
_HOURS = 24
_SIXTY = 60
_EARLY = 6
_NEXT_DAY = 4
_REACH = 3
_NEAR = 5
_HALVES = {"am": 0, "pm": _NOON}
_PARTS = {"half": 30, "quarter": 15, "viertel": 15}
_SPANS = frozenset({"from", "to"})
_FIVES = frozenset({5, 10, 20, 25})
_TO = frozenset({"to", "-", "–", "—", "till", "until", "bis", "à", "a"})


def with_clocks(tokens: Sequence[Token], found: Sequence[Quantity]) -> list[Quantity]:
    """The numbers of a text, in order, with those that say a time of day made one: minutes after midnight."""
    clocks = _named(tokens)
    hours = [q for q in found if q.figure.kind == "plain" and not q.unit and 0 <= q.figure.value <= _HOURS]
    for quantity in hours:
        if not any(quantity.first <= clock.last and clock.first <= quantity.last for clock in clocks):
            clock = _spoken(tokens, quantity) or _clock_at(tokens, quantity)
            if clock is not None:
                clocks.append(clock)
    if not clocks and not hours:
        return list(found)
    clocks.sort(key=lambda clock: clock.first)
    rest = [q for q in hours if not any(q.first <= clock.last and clock.first <= q.last for clock in clocks)]
    clocks += _beside(tokens, rest, clocks) if clocks else _ranges(tokens, rest)
    return instead_of(found, clocks)


def is_same_hour(tokens: Sequence[Token], bare: Quantity, clock: Quantity) -> bool:
    """Whether a number that a text says bare ("at six") may be the hour of a time of day."""
    if bare.figure.kind != "plain" or bare.unit or clock.figure.kind != "clock":
        return False
    said = low_at(tokens, bare.first - 1) in lexicon.words("clocks", "right_before", "words")
    return (
        said and _ends(tokens, bare.last) and (bare.figure.value * _SIXTY - clock.figure.value) % (_NOON * _SIXTY) == 0
    )


def _clock(first: int, last: int, minutes: float) -> Quantity:
    return Quantity(first, last, Figure(float(minutes % (_HOURS * _SIXTY)), "clock"))


def _named(tokens: Sequence[Token]) -> list[Quantity]:
    """Noon and midnight, where they are a time that something begins or ends at."""
    return [
        _clock(at, at, lexicon.numbers("clocks", "named")[token.low])
        for at, token in enumerate(tokens)
        if token.low in lexicon.numbers("clocks", "named")
        and low_at(tokens, at - 1) in lexicon.words("clocks", "before", "words")
    ]


def _spoken(tokens: Sequence[Token], hour: Quantity) -> Quantity | None:
    """As "half past six", "quarter to seven in the evening", "at twenty past five", "halb sieben"."""
    at, value = hour.first - 1, hour.figure.value
    if not hour.figure.value or value > _NOON:
        return None
    link, part = low_at(tokens, at), low_at(tokens, at - 1)
    half, last = _half(tokens, hour.last, value)
    half = _of_day(tokens, last, value) if half is None else half
    start = value % _NOON + half if half is not None else value
    if link == "halb":
        return _clock(at, last, start * _SIXTY - _SIXTY / 2)
    first = at - 1 - (low_at(tokens, at - 2) in ("a", "ein"))
    minutes = _PARTS.get(part, 0)
    told = half is not None or low_at(tokens, at - 2) in lexicon.words("clocks", "right_before", "words") - _SPANS
    if not minutes and told:
        minutes = next((five for five in _FIVES if part in (str(five), _fives()[five])), 0)
    if link in ("past", "nach"):
        return _clock(first, last, start * _SIXTY + minutes) if minutes else None
    if link in ("to", "vor") and minutes and part != "half":
        return _clock(first, last, start * _SIXTY - minutes)
    if link == "half" and part in lexicon.words("clocks", "before", "words") and _ends(tokens, last):
        return _clock(at, last, start * _SIXTY + _SIXTY / 2)
    return None


def _clock_at(tokens: Sequence[Token], hour: Quantity) -> Quantity | None:
    value = int(hour.figure.value)
    if hour.figure.value != value:
        return _dotted(tokens, hour)
    minutes, last = _minutes(tokens, hour.last)
    half, last = _half(tokens, last, value)
    if half is None and low_at(tokens, hour.first - 1) in lexicon.words("clocks", "right_before", "words"):
        half = _of_day(tokens, last, value)
    if (last == hour.last and half is None) or (half is not None and value > _NOON):
        return None
    return _clock(hour.first, last, (value if half is None else value % _NOON + half) * _SIXTY + minutes)


def _dotted(tokens: Sequence[Token], hour: Quantity) -> Quantity | None:
    """As "7.30 a.m.", which was read as a decimal."""
    whole, _, minutes = tokens[hour.first].text.partition(".")
    half, last = _half(tokens, hour.last, hour.figure.value)
    if half is None or hour.first != hour.last or not (whole + minutes).isdecimal() or len(minutes) != len("30"):
        return None
    if int(whole) > _NOON or int(minutes) >= _SIXTY:
        return None
    return _clock(hour.first, last, (int(whole) % _NOON + half) * _SIXTY + int(minutes))


def _minutes(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The minutes of "22:05" and the last token of the time; 0 and `at` where there are none."""
    joined = tokens[at : at + 3]
    if len(joined) == len(("22", ":", "05")) and joined[1].low in (":", ".") and len(joined[2].text) == len("05"):
        beside = joined[0].end == joined[1].start and joined[1].end == joined[2].start
        if beside and joined[2].text.isdecimal() and int(joined[2].text) < _SIXTY:
            return int(joined[2].text), at + 2
    return 0, at


def _half(tokens: Sequence[Token], last: int, hour: float) -> tuple[int | None, int]:
    """Where the half of the day that "am", "p.m." or "in the morning" names begins, and the last token of the time."""
    last += low_at(tokens, last + 1) == "o'clock"
    low = low_at(tokens, last + 1)
    if low in _HALVES:
        return _HALVES[low], last + 1
    told = [token.low for token in tokens[last + 1 : last + 1 + _REACH]]
    if told[:2] == ["in", "the"] and told[-1] in _told():
        return _told()[told[-1]], last + 3
    if told[:2] == ["at", "night"]:
        return _NOON if hour > _EARLY else 0, last + 2
    if "".join(told) in ("a.m", "p.m"):
        dotted = low_at(tokens, last + 4) == "." and tokens[last + 4].start == tokens[last + 3].end
        return _HALVES["".join(told).replace(".", "")], last + 3 + dotted
    if low == "uhr":
        return None, last + 1
    return None, last


def _of_day(tokens: Sequence[Token], last: int, hour: float) -> int | None:
    """Where the half of the day begins that is told after a time ("at 6 every morning")."""
    each = low_at(tokens, last + 1) in ("every", "each")
    if each and low_at(tokens, last + 2) == "night":
        return _NOON if _EARLY <= hour < _NOON else 0
    return _told().get(low_at(tokens, last + 2)) if each else None


def _ends(tokens: Sequence[Token], last: int) -> bool:
    """Whether nothing is counted that follows a number."""
    if last + 1 >= len(tokens) or tokens[last + 1].kind in ("stop", "pause"):
        return True
    low = tokens[last + 1].low
    return low in _TO or low in lexicon.words("clocks", "after", "words") or low in _days()


def _beside(tokens: Sequence[Token], hours: Sequence[Quantity], clocks: Sequence[Quantity]) -> list[Quantity]:
    """The bare hours of a text that tells a time: each the first such hour after it, or the last before it."""
    found = []
    for hour in hours:
        before = low_at(tokens, hour.first - 1)
        linked = before in lexicon.words("clocks", "before", "words") or before in _TO
        if not linked or not hour.figure.value or not _ends(tokens, hour.last):
            continue
        earlier = [clock for clock in clocks if clock.last < hour.first]
        later = [clock for clock in clocks if clock.first == hour.last + 2 and low_at(tokens, hour.last + 1) in _TO]
        minutes, day = hour.figure.value * _SIXTY, _NOON * _SIXTY
        if later:
            far = (later[0].figure.value - minutes) % day
            found.append(_clock(hour.first, hour.last, later[0].figure.value - (far or day)))
        elif earlier and hour.figure.value <= _NOON:
            far = (minutes - earlier[-1].figure.value) % day
            found.append(_clock(hour.first, hour.last, earlier[-1].figure.value + (far or day)))
    return found


def _ranges(tokens: Sequence[Token], hours: Sequence[Quantity]) -> list[Quantity]:
    """Hours from and to which something goes on on certain days ("Saturdays from 9 to 1", "9-5, Monday to Friday")."""
    found: list[Quantity] = []
    for one, other in pairwise(hours):
        if other.first != one.last + 2 or low_at(tokens, one.last + 1) not in _TO or not _ends(tokens, other.last):
            continue
        if not 0 < one.figure.value <= _NOON >= other.figure.value > 0 or one.words or other.words:
            continue
        before = one.first - 1 - (low_at(tokens, one.first - 1) in ("from", "between"))
        if any(_moves(token) for token in tokens[max(before - _NEAR, 0) : before + 1]):
            continue
        after = other.last + 1
        after += low_at(tokens, after) in ("on", ",", "every", "each")
        if low_at(tokens, before) in _days() or low_at(tokens, after) in _days():
            start = one.figure.value + (_NOON if one.figure.value < _NEXT_DAY else 0)
            far = (other.figure.value - start) % _NOON or _NOON
            found += [
                _clock(one.first, one.last, start * _SIXTY),
                _clock(other.first, other.last, (start + far) * _SIXTY),
            ]
    return found


def _moves(token: Token) -> bool:
    """Whether a word says that something rose or fell."""
    ways = lexicon.section("classes", "direction")
    return any(token.low in words or token.lemma in words for words in ways.values())


@cache
def _told() -> dict[str, int]:
    """Parts of a day, each with the hour that its half begins at."""
    return {word: int(hour) for word, hour in lexicon.numbers("clocks", "halves").items()}


@cache
def _fives() -> dict[int, str]:
    return {int(value): word for word, value in lexicon.numbers("clocks", "minutes").items()}


@cache
def _days() -> frozenset[str]:
    """The words of days that hours are told of."""
    rows = (lexicon.ordered("frequencies", "weekdays", language) for language in ("en", "short", "de", "fr", "es"))
    named = (form for row in rows for forms in row for form in forms.split("|"))
    return frozenset(named) | lexicon.words("clocks", "days", "words")
