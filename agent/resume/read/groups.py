"""Sections that are lists: skills, languages, interests, references."""

from __future__ import annotations

import re

from agent.resume.model import Interest, Language, Line, Reference, SkillGroup
from agent.resume.read.item import Item
from agent.resume.read.items import make_items
from agent.resume.read.keywords import LEVEL, RATING, cut_label, cut_level, cut_list
from agent.resume.read.rows import Row, Segment
from agent.resume.read.side_by_side import by_column, unpaired, unticked, wide_text
from agent.resume.read.tongues import FLUENCY, is_tongue

LONGEST_MEMBER = 70


def read_skills(rows: list[Row]) -> list[SkillGroup]:
    """The groups of a skills section; members without a group stand in one without a name."""
    groups: list[SkillGroup] = []
    rows = by_column(unpaired([unticked(row) for row in rows]))
    items = make_items(rows)
    for place, item in enumerate(items):
        segments = item.segments
        text = wide_rows(item)
        label, rest = cut_label(text)
        open_group = bool(groups and groups[-1].name and not groups[-1].keywords)
        if not label and len(segments) > 1 and not (open_group and one_look(segments)) and labels_rest(segments):
            label, rest = segments[0].text.strip(" :"), wide_text(segments[1:])
            rest = rest.lstrip(" :–-")
        if label:
            name, level = label_level(label)
            groups.append(SkillGroup(name=name, level=level, keywords=members(rest)))
        elif names_group(items, place):
            name, level = label_level(text)
            groups.append(SkillGroup(name=name, level=level))
        elif groups and LEVEL.fullmatch(text.strip()) and not groups[-1].keywords:
            groups[-1].level = text.strip(" ()")
        else:
            found = members(text)
            if not groups or (groups[-1].name and complete(items, place)):
                groups.append(SkillGroup())
            groups[-1].keywords += found
    for group in groups:
        lift_name(group)
    return [group for group in merge_nameless(groups) if group.name or group.keywords]


def merge_nameless(groups: list[SkillGroup]) -> list[SkillGroup]:
    """Names without members (`Python:` each on its line) are members themselves when all are so."""
    if len(groups) > 1 and all(not group.keywords for group in groups):
        return [
            SkillGroup(keywords=[f"{group.name} ({group.level})" if group.level else group.name for group in groups])
        ]
    return groups


def lift_name(group: SkillGroup) -> None:
    group.keywords = list(dict.fromkeys(group.keywords))


def wide_rows(item: Item) -> str:
    """The same over several rows: without commas each row's end parts two members."""
    texts = [wide_text(row.segments) for row in item.rows]
    if len(texts) == 1:
        return texts[0]
    return (" " if re.search(r"[,;•·|]", item.text) else "  ").join(texts)


def one_look(segments: list[Segment]) -> bool:
    """Whether all parts of a row stand apart and look the same: members side by side."""
    return (
        all(part.apart for part in segments[1:]) and len({(part.bold, part.size, part.color) for part in segments}) == 1
    )


def labels_rest(segments: list[Segment]) -> bool:
    """Whether the first stretch names what follows: it alone is bold, or stands apart before a list."""
    first, rest = segments[0], segments[1:]
    if first.bold and not any(part.bold for part in rest):
        return True
    text = wide_text(rest)
    cells = sum(part.apart for part in rest)
    return rest[0].apart and cells <= 1 and len(rest) <= 2 and ("," in text or len(text) > 30) and "," not in first.text


def names_group(items: list[Item], place: int) -> bool:
    """Whether a line is the name of the lines below: bold, larger or a heading, or plain above bullets or a list."""
    item = items[place]
    after = items[place + 1] if place + 1 < len(items) else None
    if after is not None and after.first.column != item.first.column:
        return False
    if item.kind == "bullet" and after is not None and after.kind == "bullet" and item.first.left:
        return after.first.left > item.first.left + 8 and len(item.text) <= 40 and "," not in item.text
    if (
        item.kind == "bullet"
        or after is None
        or len(item.text) > 50
        or "," in item.text
        or any(part.apart for part in item.segments)
    ):
        return False
    row, below = item.first, after.first
    if row.level and (not below.level or below.level > row.level):
        return True
    if below.bullet and not row.bullet:
        return True
    if (row.bold and not below.bold) or row.size > below.size + 0.8:
        return True
    return "," in after.text and len(cut_list(item.text)) == 1 and place + 2 <= len(items) and alternates(items)


def alternates(items: list[Item]) -> bool:
    """Whether names and lists take turns over the whole section."""
    return (
        len(items) % 2 == 0
        and all("," not in item.text for item in items[::2])
        and sum("," in item.text for item in items[1::2]) >= len(items) // 4
    )


def complete(items: list[Item], place: int) -> bool:
    """Whether the group before is closed: its members stood on its own line and a line with space above follows."""
    before = items[place - 1]
    return (
        bool(cut_label(before.text)[0])
        and items[place].kind != "text"
        and items[place].first.gap > before.first.gap + 0.4
    )


def members(text: str) -> list[str]:
    found = [member for member in cut_list(text) if not LEVEL.fullmatch(member)]
    return [member for member in found if any(sign.isalnum() for sign in member)]


def label_level(label: str) -> tuple[str, str]:
    label = RATING.sub("", label)
    name, level = cut_level(label.strip())
    return name.strip(" :"), level


def read_languages(rows: list[Row]) -> tuple[list[Language], list[Line]]:
    """The languages of a section and the lines that name none."""
    found: list[Language] = []
    other: list[Line] = []
    for row in rows:
        row.whole = row.whole or (
            bool(row.segments) and is_tongue(re.split(r"[\s:(–-]", row.segments[0].text, maxsplit=1)[0])
        )
    side_by_side = any(sum(is_tongue(part.text) for part in row.segments) > 1 for row in rows)
    for item in make_items(by_column(rows) if side_by_side else rows):
        text = RATING.sub(" ", wide_rows(item))
        label, rest = cut_label(text)
        pieces = (
            [text]
            if label and is_tongue(label) and not re.search(r"[,;|·•/]", rest)
            else language_pieces(rest if label and not is_tongue(label) else text)
        )
        hit = False
        tongues = sum(bool(parse_language(piece)) for piece in pieces)
        for piece in pieces:
            language = parse_language(piece) or unknown_language(piece, tongues)
            if language:
                found.append(language)
                hit = True
            elif (
                found
                and not found[-1].fluency
                and (FLUENCY.search(piece) or ((hit or item is not None) and len(piece) < 40))
            ):
                found[-1].fluency = re.sub(r"(?i)^(?:fluency|level|niveau|nivel|livello)\s*:\s*", "", piece).strip(
                    " ():–-"
                )
                hit = True
            elif piece.strip():
                other.append(Line(text=piece, place=item.line().place))
    return found, other


def unknown_language(text: str, known: int) -> Language | None:
    """A language that no list holds: a short name that says nothing of fluency beside others that are `known`."""
    name = text.strip(" .,;")
    fits = known > 1 and name[:1].isupper() and name.replace(" ", "").replace("-", "").isalpha()
    return Language(language=name) if fits and len(name.split()) <= 3 and not FLUENCY.search(name) else None


def language_pieces(text: str) -> list[str]:
    """A line cut where a language's name begins."""
    pieces: list[str] = []
    for piece in re.split(r"[;|•·/]\s*|,\s*(?![^()]*\))|\s{2,}|\s+(?:and|und|y|et|e)\s+", text):
        part = piece.strip()
        if not part:
            continue
        head = re.split(r"\s*[(:–—-]\s*|\s", part, maxsplit=1)[0]
        if pieces and not is_tongue(head) and not parse_language(part) and FLUENCY.search(part):
            pieces[-1] += f", {part}" if FLUENCY.search(pieces[-1]) else f" ({part})"
        else:
            pieces.append(part)
    return pieces


def parse_language(text: str) -> Language | None:
    """`German (C1)`, `Deutsch: Muttersprache`, `fluent in French`."""
    text = " ".join(text.split()).strip(" ,.;•·-–")
    if is_tongue(text):
        return Language(language=text)
    cut = re.match(r"([^(:–—]+?)\s*(?:[(:–—]|\s-\s)\s*(.+?)\)?$", text)
    if cut and re.fullmatch(r"(?i)nivel(?:es)?|levels?|niveaux?|stufen?|livelli", cut[1].strip()):
        return None
    if cut and not is_tongue(cut[1]) and FLUENCY.search(cut[1]):
        inner = parse_language(cut[1]) if len(cut[1]) < len(text) else None
        return Language(language=inner.language, fluency=f"{inner.fluency} ({cut[2].strip(' )')})") if inner else None
    if cut and (is_tongue(cut[1]) or (len(cut[1].split()) <= 2 and FLUENCY.search(cut[2]))):
        return Language(language=cut[1].strip(), fluency=cut[2].strip(" )"))
    words = text.split()
    for count in (3, 2, 1):
        if len(words) > count and is_tongue(" ".join(words[:count])):
            return Language(language=" ".join(words[:count]), fluency=" ".join(words[count:]).strip(" ()-–,"))
        if len(words) > count and is_tongue(" ".join(words[-count:])):
            return Language(
                language=" ".join(words[-count:]), fluency=" ".join(words[:-count]).strip(" ()-–,").removesuffix(" in")
            )
    return None


def read_interests(rows: list[Row]) -> list[Interest]:
    groups = read_skills(rows)
    found: list[Interest] = []
    for group in groups:
        if group.name:
            found.append(Interest(name=group.name, keywords=group.keywords))
        else:
            found.extend(Interest(name=keyword) for keyword in group.keywords)
    return found


def read_references(rows: list[Row]) -> list[Reference]:
    """Each reference: what is said and by whom, or a person and how to reach them."""
    found: list[Reference] = []
    for item in make_items(rows):
        text = " ".join(item.text.split())
        if item.kind == "text" or (len(text) > 60 and text[-1:] in '.”"!»'):
            found.append(Reference(text=text))
        elif found and found[-1].text and not found[-1].name:
            found[-1].name = text
        elif found and found[-1].name and item.first.gap < 0.8 and not item.first.bold and (item.first.bullet is False):
            found[-1].text = f"{found[-1].text}, {text}" if found[-1].text else text
        else:
            found.append(Reference(name=text))
    return found
