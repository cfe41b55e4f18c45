"""Where the entries of a section begin."""

from __future__ import annotations

import bisect
import collections
import re

from agent.resume.read.anchors import dates_fully, is_anchor
from agent.resume.read.item import Item
from agent.resume.read.words import find_degree, has_school

MOST_HEAD_LINES = 5
LABELS = re.compile(
    r"(?:key\s+)?(?:highlights|achievements|accomplishments|responsibilities|duties|tasks|courses|coursework|relevant coursework|results|technologies|tech stack|tools|keywords|description|details|role|"
    r"aufgaben|tätigkeiten|schwerpunkte|erfolge|verantwortlichkeiten|technologien|kurse|logros|funciones|responsabilidades|tareas|cursos|tecnologías|missions?|réalisations|tâches|responsabilités|environnement technique|cours)\s*:?",
    re.IGNORECASE,
)


def find_starts(items: list[Item]) -> list[int]:
    anchors = [place for place, item in enumerate(items) if is_anchor(item)]
    plain = [
        place for place in anchors if items[place].kind != "bullet" or any(part.apart for part in items[place].segments)
    ]
    if plain:
        anchors = plain
    full = [place for place in anchors if dates_fully(items[place])]
    if full:
        anchors = full
    heads = [is_head(item) for item in items]
    outer = outer_bullets(items, anchors)
    if not anchors:
        return undated_starts(items)
    offset = learn_offset(items, anchors, outer)
    starts: list[int] = []
    previous_end = -1
    for anchor in anchors:
        start = anchor
        above = []
        place = anchor - 1
        while (
            place > previous_end
            and (heads[place] or place in outer)
            and not ends_head(items[place + 1], items[place], outer, place + 1)
        ):
            above.append(place)
            place -= 1
        if above:
            start = choose_start(items, anchor, above, offset, previous_end)
        if starts and start <= starts[-1]:
            continue
        starts.append(start)
        previous_end = anchor
    return add_undated(items, starts, anchors, outer)


def ends_head(after: Item, item: Item, outer: set[int], place: int) -> bool:
    """Whether a line below already begins an entry by itself (an outer bullet), so that what is above is not its head."""
    return place in outer and item.first.bullet is False and after.first.bullet


def is_head(item: Item) -> bool:
    return item.kind == "head" and not LABELS.fullmatch(item.text)


def outer_bullets(items: list[Item], anchors: list[int]) -> set[int]:
    """Bullets that open entries: those further out than others, with a head line below or parts of their own."""
    bullets = [place for place, item in enumerate(items) if item.kind == "bullet" and item.first.segments[0].size]
    if not bullets or (items[0].kind != "bullet" and anchors):
        return set()
    lefts = collections.Counter(round(items[place].first.left) for place in bullets)
    plain = [items[place].first.left for place in anchors if items[place].kind != "bullet"]
    edge = min(lefts)
    dated = set(anchors)
    if plain and edge > min(plain) + 4:
        return set()
    if not any(left > edge + 8 for left in lefts) and len(bullets) > len(anchors) + 1:
        return {place for place in bullets if place in dated}
    nested = any(left > edge + 8 for left in lefts)
    return {
        place
        for place in bullets
        if items[place].first.left <= edge + 4
        and (nested or place in dated or (place + 1 in dated and items[place + 1].kind == "head"))
    }


def learn_offset(items: list[Item], anchors: list[int], outer: set[int]) -> int:
    """How many lines stand above the date in the head of an entry, from where it is sure."""
    votes: collections.Counter[int] = collections.Counter()
    first = anchors[0]
    above = 0
    while (
        first - above - 1 >= 0
        and (is_head(items[first - above - 1]) or first - above - 1 in outer)
        and above < MOST_HEAD_LINES
    ):
        above += 1
    votes[above] += 2
    dated = set(anchors)
    for anchor in anchors[1:]:
        run = 0
        while is_head(items[anchor - run - 1]) and anchor - run - 1 not in dated and run < MOST_HEAD_LINES:
            run += 1
        if anchor - run - 1 in outer:
            votes[run + 1] += 2
        elif items[anchor - run - 1].kind != "head":
            votes[run] += 1
    return votes.most_common(1)[0][0]


def choose_start(items: list[Item], anchor: int, above: list[int], offset: int, previous_end: int) -> int:
    """The first line of the head whose date stands at `anchor`; `above` are the head lines over it, nearest first."""
    bodied = previous_end < 0 or above[-1] - 1 > previous_end
    first = above[-1]
    if previous_end < 0 and first == 0:
        return min(first if len(above) <= max(offset, 3) else above[offset - 1] if offset else anchor, anchor)
    if offset and offset <= len(above):
        wanted = above[offset - 1]
        if bodied and len(above) > offset and stands_out(items, above[offset], items[anchor - offset]):
            return above[offset]
        return wanted
    if bodied:
        out = [place for place in above if stands_out(items, place, items[anchor])]
        if out:
            return out[-1] if len(above) <= 2 else out[0]
        return above[-1] if offset >= len(above) else anchor
    return anchor if not offset else above[min(offset, len(above)) - 1]


def stands_out(items: list[Item], place: int, than: Item) -> bool:
    """Whether a line looks at least as much like a start as another: a heading's level, bold, larger, or space above."""
    item = items[place]
    row, other = item.first, than.first
    if row.level or other.level:
        return bool(row.level) and (not other.level or row.level <= other.level)
    if row.bold != other.bold:
        return row.bold
    return (
        row.size > other.size + 0.4
        or (row.gap > 0.8 and row.gap > other.gap + 0.3)
        or (row.bold and row.size >= other.size)
    )


def look(item: Item) -> tuple[int, int, bool, bool, int]:
    row = item.first
    part = row.segments[0]
    return (
        row.level,
        round(part.size * 2),
        part.bold,
        part.italic,
        round(row.left / 6) if part.size and row.paragraph is None else 0,
    )


def add_undated(items: list[Item], starts: list[int], anchors: list[int], outer: set[int]) -> list[int]:
    """Entries without dates among dated ones: lines that look like the first lines of the others, with a body between."""
    looks = collections.Counter(look(items[start]) for start in starts)
    if not looks:
        return starts
    usual, count = looks.most_common(1)[0]
    begun, dated = set(starts), set(anchors)
    plain = {look(item) for place, item in enumerate(items) if item.kind != "head" or place not in begun}
    distinct = usual[0] > 0 or usual[2] or usual[1] > max((entry[1] for entry in plain), default=0)
    found: list[int] = []
    before, bodied = -1, False
    for place, item in enumerate(items):
        if place in begun:
            found.append(place)
            before, bodied = place, False
            continue
        head = is_head(item) or place in outer
        if head and place not in dated and (before >= 0 or place == 0) and not is_subject(items, place):
            alike = distinct and count > 1 and bodied and opens_alike(item, usual)
            if alike or (place in outer and before >= 0 and place > dated_at(anchors, before)):
                found.append(place)
        bodied = bodied or item.kind != "head" or item.first.gap > 0.8
    return found


def opens_alike(item: Item, usual: tuple[int, int, bool, bool, int]) -> bool:
    """Whether a line looks like those that open the other entries, and is not what heads the lines below it."""
    text = item.text
    return look(item) == usual and len(text) < 90 and not LABELS.fullmatch(text) and not text.endswith(":")


def dated_at(anchors: list[int], start: int) -> int:
    """Where the entry that begins at `start` has its date; `start` when it has none."""
    place = bisect.bisect_left(anchors, start)
    return anchors[place] if place < len(anchors) else start


def is_subject(items: list[Item], place: int) -> bool:
    """Whether a line says what was studied for the degree in the line above."""
    above, text = items[place - 1] if place else None, items[place].text
    return above is not None and bool(find_degree(above.text)) and not find_degree(text) and not has_school(text)


def undated_starts(items: list[Item]) -> list[int]:
    """Entries of a section without any dates: by the look of their first lines, else one a line."""
    if not items:
        return []
    if all(item.kind == "bullet" for item in items):
        edge = min(item.first.left for item in items)
        return [place for place, item in enumerate(items) if item.first.left <= edge + 4 and not item.first.inner]
    heads = [place for place, item in enumerate(items) if is_head(item)]
    if not heads:
        return [
            place
            for place, item in enumerate(items)
            if item.kind == "text" and (place == 0 or item.first.bold or items[0].kind == "text")
        ]
    first = items[heads[0]]
    same = [place for place in heads if look(items[place]) == look(first)]
    out = [
        place
        for place in same
        if place == heads[0]
        or stands_out(items, place, items[place - 1])
        or items[place - 1].kind != "head"
        or items[place].first.gap > 0.5
    ]
    if len(same) == len(items):
        return alternating(items, same)
    return out


def alternating(items: list[Item], places: list[int]) -> list[int]:
    """Lines of one look: a new entry where space is left above; without any such space each line is one."""
    gaps = [items[place].first.gap for place in places[1:]]
    if gaps and max(gaps) > min(gaps) + 0.4:
        limit = (max(gaps) + min(gaps)) / 2
        return [place for place in places if place == places[0] or items[place].first.gap > limit]
    return places
