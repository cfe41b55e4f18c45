"""Nothing true is lost, nothing unasked comes in: the check between the resume as it was read and any version of it.

Why apart from `apply`: it knows no line ids and no order of edits, only what is said and where. The source's statements,
less what accepted changes take away, plus what they bring, must be exactly the result's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agent.change.apply import APPLIED, kind_of
from agent.change.model import Change
from agent.change.wording import joined, split_group, split_keywords, split_lines, tidy
from agent.errors import BrokenInvariant
from agent.resume.lines import addresses, line_lists
from agent.resume.model import DATED, Part, Resume

Statement = tuple[str, str, str]
"""Where (entry or section), what (field, line or keyword), and the text itself."""

_TEXTS = ("languages", "interests", "references")
_ADDED_FIELD = {"certificates": "name", "projects": "name", "awards": "title", "publications": "name"}


def check(source: Resume, result: Resume, accepted: Sequence[Change]) -> None:
    """Raises `BrokenInvariant`, naming the first few statements, when the result has lost or gained any unasked."""
    expected = Counter(statements(source))
    holders = {line.id: holder for holder, lines in line_lists(source) for line in lines}
    for change in accepted:
        if change.state in APPLIED:
            _expect(expected, holders, change)
    found = Counter(statements(result))
    lost, gained = +(expected - found), +(found - expected)
    if lost:
        raise BrokenInvariant(f"This would be lost from the resume: {_name(lost)}.")
    if gained:
        raise BrokenInvariant(f"Nobody accepted this, so it cannot be in the resume: {_name(gained)}.")
    missing = [section for section in source.order if section not in result.order]
    if missing:
        raise BrokenInvariant(f"These sections would no longer be shown: {', '.join(missing)}.")
    ids = Counter(line.id for _, lines in line_lists(result) for line in lines if line.id)
    twice = [line_id for line_id, times in ids.items() if times > 1]
    if twice:
        raise BrokenInvariant(f"These lines would stand twice: {', '.join(twice)}.")


def statements(resume: Resume) -> Iterator[Statement]:
    """Everything the resume says, once for each time it says it."""
    basics = resume.basics
    for field in ("name", "label", "email", "phone", "url"):
        yield from _said("basics", field, getattr(basics, field))
    if basics.location:
        yield from _fields("basics.location", basics.location)
    for place, profile in enumerate(basics.profiles):
        yield from _fields(f"basics.profiles.{place}", profile)
    for section in DATED:
        for entry in getattr(resume, section):
            yield (entry.id, "entry", section)
            yield from _fields(entry.id, entry)
            for keyword in dict.fromkeys(entry.keywords):
                yield from _said(entry.id, "keyword", keyword)
    for holder, lines in line_lists(resume):
        for line in lines:
            yield from _said(holder, "line", line.text)
    for group in resume.skills:
        yield (group.id, "entry", "skills")
        yield from _fields(group.id, group)
        for keyword in dict.fromkeys(group.keywords):
            yield from _said(group.id, "keyword", keyword)
    texts = {each.id: each.text for each in addresses(resume)}
    for section in _TEXTS:
        for part in getattr(resume, section):
            yield (part.id, "entry", section)
            yield (part.id, "text", _words(texts.get(part.id, "")))
    for section_ in resume.other:
        yield (section_.id, "title", section_.title)
    for key, title in resume.titles.items():
        yield (key, "heading", title)


def _fields(holder: str, part: Part) -> Iterator[Statement]:
    for field in type(part).model_fields:
        value = getattr(part, field)
        if field != "id" and isinstance(value, str | bool) and value:
            yield from _said(holder, field, str(value))


def _said(holder: str, what: str, text: str) -> Iterator[Statement]:
    if text.strip():
        yield (holder, what, " ".join(text.split()))


def _name(some: Counter[Statement]) -> str:
    named = [f"“{text}” ({holder})" for holder, _, text in list(some)[:3]]
    return "; ".join(named) + (f" and {len(some) - 3} more" if len(some) > 3 else "")


def _words(text: str) -> str:
    """Only the words: a language reads the same as “German (C1)” and as “German: C1”."""
    return " ".join(re.findall(r"\w+", text))


def _expect(expected: Counter[Statement], holders: dict[str, str], change: Change) -> None:
    """Take from the expected statements what the change takes away, put in what it brings."""
    kind, line_id, after = kind_of(change), change.line_id, tidy(change.after or "")
    before = " ".join((change.before or "").split())
    held = next((text for holder, what, text in expected if holder == line_id and what == "entry"), "")
    if kind == "reorder":
        return
    if kind == "add":
        _expect_added(expected, holders, change, held)
    elif line_id in holders:
        taken = (holders[line_id], "line", before)
        if kind == "move" and change.items:
            holders[line_id], after = change.items[0], before
        said = split_lines(change.after or "") if kind == "reword" else [after] if kind == "move" else []
        _exchange(expected, taken, *((holders[line_id], "line", each) for each in said))
        _further(holders, change, said)
    elif line_id == "basics.label":
        _exchange(expected, ("basics", "label", before), ("basics", "label", after))
    elif line_id.endswith(".keywords"):
        _expect_keywords(expected, line_id.removesuffix(".keywords"), change, "", split_keywords(change.after or ""))
    elif held and kind == "remove":
        for statement in [each for each in expected if each[0] == line_id]:
            del expected[statement]
    elif held == "skills":
        title = next((text for holder, what, text in expected if holder == line_id and what == "name"), "")
        _expect_keywords(expected, line_id, change, title, split_group(change.after or "", title)[1])
        name = split_group(change.after or "", title)[0]
        _exchange(expected, (line_id, "name", title), (line_id, "name", name))
    elif held in _TEXTS:
        _exchange(expected, (line_id, "text", _words(before)), (line_id, "text", _words(after)))


def _expect_added(expected: Counter[Statement], holders: dict[str, str], change: Change, held: str) -> None:
    into, text = change.line_id, tidy(change.after or "") or joined(change.items or [])
    name, keywords = split_group(change.after or "")
    if change.items and change.state != "edited":
        keywords = change.items
    if held == "skills":
        expected.update(
            {(into, "keyword", keyword): 1 for keyword in keywords if not expected[into, "keyword", keyword]}
        )
    elif into == "skills":
        expected.update([(change.id, "entry", into), *_said(change.id, "name", name)])
        expected.update((change.id, "keyword", keyword) for keyword in keywords)
    elif into in _TEXTS:
        expected.update([(change.id, "entry", into), (change.id, "text", _words(text))])
    elif into in _ADDED_FIELD:
        expected.update([(change.id, "entry", into), (change.id, _ADDED_FIELD[into], text)])
    else:
        said = split_lines(change.after or text)
        expected.update((into, "line", each) for each in said)
        holders[change.id] = into
        _further(holders, change, said)


def _expect_keywords(expected: Counter[Statement], holder: str, change: Change, title: str, written: list[str]) -> None:
    """`written` are the keywords of the change's text, which its `items` outdo unless the person edited the text."""
    now = [text for where, what, text in expected if where == holder and what == "keyword"]
    new = change.items if change.items and change.state != "edited" else written
    if kind_of(change) == "remove":
        new = []
    old = split_group(change.before or "", title)[1] if title else split_keywords(change.before or "")
    whole = set(split_keywords(joined(now))) == set(old)
    for keyword in now:
        if keyword not in new and (whole or keyword in old):
            del expected[holder, "keyword", keyword]
    brought = [keyword for keyword in dict.fromkeys(new) if keyword not in now and keyword not in old]
    expected.update((holder, "keyword", keyword) for keyword in brought)


def _further(holders: dict[str, str], change: Change, said: list[str]) -> None:
    """Where the lines beyond the first stand that one text brought."""
    holder = holders.get(change.id) or holders.get(change.line_id, "")
    holders.update({f"{change.id}.{place}": holder for place in range(2, len(said) + 1)})


def _exchange(expected: Counter[Statement], old: Statement, *new: Statement) -> None:
    """Only what stands there can be exchanged: a change made from another text licenses nothing."""
    if old[2] and not expected[old]:
        return
    if old[2]:
        expected[old] -= 1
        if not expected[old]:
            del expected[old]
    expected.update(each for each in new if each[2])
