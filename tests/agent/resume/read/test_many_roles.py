"""Reading takes time in proportion to the number of roles."""

from __future__ import annotations

import time

from agent.resume.read.item import Item
from agent.resume.read.items import classify
from agent.resume.read.rows import Row, Segment
from agent.resume.read.starts import find_starts


def roles(count: int) -> list[Item]:
    """Roles of which every second has no date, each with a bullet."""
    items: list[Item] = []
    for place in range(count):
        for text, bold, bullet in (
            (f"Baker {place}", True, False),
            ("Corner Crust" if place % 2 else "Corner Crust, 2015 - 2016", False, False),
            ("Baked two hundred loaves a night", False, True),
        ):
            row = Row([Segment(text, bold=bold, size=10)], whole=True, paragraph=len(items), bullet=bullet)
            items.append(Item([row], text))
            classify(items[-1])
    return items


def seconds(items: list[Item]) -> float:
    begin = time.process_time()
    assert len(find_starts(items)) == len(items) / 3
    return time.process_time() - begin


def test_twice_the_roles_take_twice_the_time() -> None:
    few, many = roles(150), roles(1200)
    seconds(few)
    assert seconds(many) < 24 * seconds(few) + 0.2
