"""The blocks of all pages in one order: a column goes on in the column below it on the next page."""

from __future__ import annotations

from agent.resume.read.columns import Block
from agent.resume.read.furniture import drop_furniture
from agent.resume.read.rows import Row

FEWEST_FULL_LINES = 4


def order_blocks(pages: list[list[Block]]) -> list[Row]:
    """All rows in reading order, numbered by column, with the space above each; page numbers are left out."""
    drop_furniture([[row for block in blocks for row in block.rows] for blocks in pages])
    flows: list[list[Block]] = []
    for blocks in pages:
        open_flows = list(flows)
        for place, block in enumerate(blocks):
            home = next((flow for flow in open_flows if place < len(blocks) and goes_on(flow[-1], block)), None)
            if home is not None and home[-1].side and home[-1].page == block.page - 1:
                block.side = home[-1].side
                home.append(block)
            else:
                flows.append([block])
    rows: list[Row] = []
    for number, flow in enumerate(flows):
        for block in flow:
            measure(block.rows, number, rows[-1] if rows else None, narrow=bool(block.side))
            for row in block.rows:
                row.side = block.side
            rows.extend(row for row in block.rows if row.segments)
    return rows


def goes_on(last: Block, block: Block) -> bool:
    """Whether a block of the next page lies in the same column."""
    return last.side != 0 and abs(last.left - block.left) < 12 and block.right < last.right + 40


def measure(rows: list[Row], column: int, before: Row | None, *, narrow: bool) -> None:
    """Number the rows of a block and measure the space above each; `before` is the row read before the block."""
    reach = max((row.right for row in rows), default=0.0)
    left = min((row.left for row in rows), default=0.0)
    if not narrow and sum(row.right > reach - 0.08 * (reach - left) for row in rows) < FEWEST_FULL_LINES:
        reach *= 1.3  # no text is set to the edge: the longest line is no edge
    previous = (
        before
        if before is not None and rows and before.page == rows[0].page and 0 < rows[0].top - before.bottom < 60
        else None
    )
    for row in rows:
        height = max(row.bottom - row.top, 1.0)
        row.column, row.reach = column, reach
        row.gap = round(max((row.top - previous.bottom) / height, -0.5), 2) if previous else 1.0
        previous = row
