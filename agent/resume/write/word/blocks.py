"""Whole blocks: entries and sections put in a new order, entries and sections that are new, headings left without text."""

from __future__ import annotations

from agent.resume.model import DATED, Resume
from agent.resume.write.arrangement import Section, arrange_section, entry_parts
from agent.resume.write.headings import section_order
from agent.resume.write.word.chart import holds
from agent.resume.write.word.draft import Draft, keeping
from agent.resume.write.word.find import Span
from agent.resume.write.word.look import holds_pictures, like, written
from agent.resume.write.word.sheet import Node


def plan_blocks(draft: Draft, source: Resume, result: Resume) -> None:
    """After lines and lists, so that a block moves with all that is new in it."""
    for section in DATED:
        reorder_entries(draft, source, result, section)
        add_entries(draft, source, result, section)
    reorder_sections(draft, source, result)
    for section in section_order(result):
        if holds(result, section) and not holds(source, section):
            add_section(draft, source, result, section)
    for section, node in draft.chart.headings.items():
        if holds(source, section) and not holds(result, section) and not holds_pictures(node):
            draft.sheet.remove(node)


def reorder_entries(draft: Draft, source: Resume, result: Resume, section: str) -> None:
    old = [entry.id for entry in getattr(source, section)]
    new = [entry.id for entry in getattr(result, section) if entry.id in old]
    starts = {address: draft.chart.heads[address][0] for address in old if draft.chart.heads.get(address)}
    if new == [address for address in old if address in new]:
        return
    last = last_node(draft, source, old[-1])
    if len(starts) < len(old) or last is None:
        draft.missed.update([section, *new])
        return
    move_blocks(draft, [section, *new], old, new, blocks(starts, last))


def reorder_sections(draft: Draft, source: Resume, result: Resume) -> None:
    headed = draft.chart.headings
    old = sorted((section for section in headed if holds(result, section)), key=lambda section: headed[section].index)
    standing = [section for section in section_order(source) if section in old]
    new = [section for section in section_order(result) if section in old]
    if new == standing or len(old) < 2:
        return
    current = headed[old[-1]].container.current
    last = next((node for node in reversed(current) if node.is_paragraph), None)
    if last is None or standing != old:
        draft.missed.update(["order"])
        return
    move_blocks(draft, ["order"], old, new, blocks({section: headed[section] for section in old}, last))


def blocks(starts: dict[str, Node], last: Node) -> dict[str, list[Node]] | None:
    """The paragraphs of each block, from its first to the next block's; None where they do not stand in one container."""
    ordered = sorted(starts.items(), key=lambda item: item[1].index)
    current = ordered[0][1].container.current
    if any(node not in current for node in [*starts.values(), last]):
        return None
    places = [current.index(node) for _, node in ordered] + [current.index(last) + 1]
    found = {address: current[low:high] for (address, _), low, high in zip(ordered, places, places[1:], strict=False)}
    return found if all(found.values()) else None


def movable(block: list[Node]) -> bool:
    return all(node.is_paragraph and not holds_pictures(node) for node in block)


def move_blocks(
    draft: Draft, addresses: list[str], old: list[str], new: list[str], found: dict[str, list[Node]] | None
) -> None:
    staying = keeping([address for address in old if address in new], new)
    if found is None or not all(movable(found[address]) for address in new if address not in staying):
        draft.missed.update(addresses)
        return
    for place, address in enumerate(new):
        if address in staying:
            continue
        if place:
            draft.sheet.move(found[address], found[new[place - 1]][-1])
        else:
            first = next(each for each in new if each in staying)
            draft.sheet.move(found[address], found[first][0], before=True)


def last_node(draft: Draft, source: Resume, address: str) -> Node | None:
    """The last paragraph of an entry that is still in the file's order."""
    entry = next(entry for section in DATED for entry in getattr(source, section) if entry.id == address)
    nodes = list(draft.chart.heads.get(address, []))
    for line in [*entry.summary, *entry.highlights]:
        nodes += [span.node for span in draft.chart.lines.get(line.id, [])]
    nodes += [span.node for span in draft.chart.items.get(f"{address}.keywords", []) if span]
    current = nodes[0].container.current if nodes else []
    standing = [node for node in nodes if node in current]
    if not standing:
        return None
    place = max(current.index(node) for node in standing)
    while place + 1 < len(current) and current[place + 1].element is None:
        place += 1
    return current[place]


def add_entries(draft: Draft, source: Resume, result: Resume, section: str) -> None:
    """An entry that is new is named in a paragraph like that of the one before it."""
    old = [entry.id for entry in getattr(source, section)]
    if not old:
        return
    for entry in getattr(result, section):
        if entry.id in old:
            continue
        heads = draft.chart.heads.get(old[-1], [])
        last = last_node(draft, source, old[-1])
        if not heads or last is None:
            draft.missed.add(entry.id)
            continue
        draft.place(written(heads[0], ", ".join(entry_parts(entry)), first_letter(heads[0])), last)


def add_section(draft: Draft, source: Resume, result: Resume, section: str) -> None:
    """Heading and text of a section the file did not have, before the section that follows it."""
    content = arrange_section(result, section)
    order = section_order(result)
    headings = draft.chart.headings
    following = next(
        (each for each in order[order.index(section) + 1 :] if each in headings and holds(source, each)), None
    )
    if content is None or not headings:
        draft.missed.update(new_ids(result, section))
        return
    nodes = [written(next(iter(headings.values())), content.title)]
    nodes += [paragraph(draft, text) for text in content_texts(content)]
    if following:
        for node in nodes:
            draft.place(node, headings[following], before=True)
        return
    anchor = headings[max(headings, key=lambda each: headings[each].index)].container.current
    place = next(node for node in reversed(anchor) if node.is_paragraph)
    for node in reversed(nodes):
        draft.place(node, place)


def paragraph(draft: Draft, text: str) -> Node:
    """A paragraph of running text, like one that stands in the file; in the look of a bullet's words where none does."""
    lines = [spans[0] for address, spans in draft.chart.lines.items() if spans and ".h" not in address]
    running = next((span for span in lines if span.whole and len(span.text) > 60), None)
    if running:
        return like(running, (text, running.start))
    any_span: Span | None = next((spans[0] for spans in draft.chart.lines.values() if spans), None)
    node = written(draft.sheet.paragraphs[0], text)
    node.model = None
    if any_span:
        node.segments = like(any_span, (text, any_span.start)).segments[-1:]
    return node


def content_texts(content: Section) -> list[str]:
    labelled = [f"{label}: {text}" if label else text for label, text in content.labelled]
    return [*content.paragraphs, *labelled, *content.bullets, *(block.title for block in content.blocks)]


def new_ids(result: Resume, section: str) -> list[str]:
    if section == "summary":
        return [line.id for line in result.basics.summary]
    return [part.id for part in getattr(result, section, [])]


def first_letter(node: Node) -> int:
    return next((place for place, character in enumerate(node.text) if character.isalnum()), 0)
