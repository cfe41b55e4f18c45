"""A chat message as a command: its kind, what it is about, and the language it was given in."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from agent.engine.offline.lexicon import LANGUAGES, known, table

KINDS = (
    "why", "undo", "status", "letter", "shorten", "accept", "reject", "move", "emphasise", "reword", "remove", "add", "fact", "tailor",
)  # fmt: skip
"""In this order they are tried; a message is what it first fits."""
QUOTED = re.compile(r"[\"“”„«»]\s*(.+?)\s*[\"“”«»]|(?<!\w)['‘](.+?)['’](?!\w)")


class Command(NamedTuple):
    """`rest` is what follows the command word, or stands inside it ("make X shorter")."""

    kind: str
    rest: str
    language: str


def read_command(message: str, language: str) -> Command | None:
    """The command a message starts with, in the person's language first; None for anything else."""
    text = politely_cut(message)
    order = [known(language), *(each for each in LANGUAGES if each != known(language))]
    for kind in KINDS:
        for spoken in order:
            match = _command(kind, spoken).match(text)
            if match:
                inside = next((part for part in match.groupdict().values() if part), "")
                rest = inside or text[match.end() :]
                return Command(kind, rest.strip(" :,.!?…"), spoken)
    return None


def first_only(command: Command) -> tuple[Command, str]:
    """The command without a second one behind it ("accept 1 and reject 2"), and that second one."""
    if command.kind not in _SINGLE or quoted(command.rest):
        return command, ""
    for joint in re.finditer(
        r"(?:[,;.]\s*|\s+)(?:(?:and|then|but|und|dann|et|puis|y|luego)\s+)+|[,;.]\s+", command.rest
    ):
        left, right = command.rest[: joint.start()], command.rest[joint.end() :]
        second = read_command(right, command.language)
        if second and second.kind in _SINGLE | {"add", "reword", "letter"}:
            return command._replace(rest=left.strip()), right
    return command, ""


def agrees(message: str) -> bool | None:
    """Whether the message is a bare yes or no; None when it is neither."""
    text = message.strip(" .!").casefold()
    for kind, meaning in (("yes", True), ("no", False)):
        if any(re.fullmatch(table("commands")[kind][spoken], text, re.IGNORECASE) for spoken in LANGUAGES):
            return meaning
    return None


_SINGLE = frozenset({"accept", "reject", "undo", "remove", "move", "shorten", "emphasise"})
"""Kinds whose words name a thing and are no free text, so that a second command can be told from it."""


def politely_cut(message: str) -> str:
    """The message without greeting and please, in one line."""
    text = " ".join(message.split())
    cut = re.sub(rf"^{table('commands')['politeness']}", "", text, flags=re.IGNORECASE)
    return re.sub(
        r"[,\s]+(?:please|pls|bitte|s'il vous pla[iî]t|s'il te pla[iî]t|por favor)[.!]*$",
        "",
        cut or text,
        flags=re.IGNORECASE,
    )


def part(name: str, text: str) -> re.Match[str] | None:
    """Where the text names this part of a resume or of the list of changes."""
    return _part(name).search(text)


def parts(name: str, text: str) -> list[re.Match[str]]:
    """Every place where the text names it."""
    return list(_part(name).finditer(text))


def quoted(text: str) -> list[str]:
    return [first or second for first, second in QUOTED.findall(text)]


def ordinals(text: str) -> list[int]:
    """The numbers a text counts with: `the 2nd and the third` gives 2 and 3; the last is -1."""
    found = {
        match.start(): int(match[1])
        for match in re.finditer(r"(?<![\w.$€£])#?(\d{1,2})(?:\.|st|nd|rd|th|er|e|º|ª)?(?![\w%$€£])", text)
    }
    for number, words in table("commands")["ordinals"].items():
        for word in words:
            for match in re.finditer(rf"\b{re.escape(word)}\b(?! (?:about|on|with|who)\b)", text, re.IGNORECASE):
                found.setdefault(match.start(), int(number))
    ones = {place for place in found if text[place : place + 3].casefold() == "one"}
    if len(ones) < len(found):
        found = {place: number for place, number in found.items() if place not in ones}
    return [number for _, number in sorted(found.items())]


def split_wording(rest: str, language: str) -> tuple[str, str]:
    """What is to be reworded and the new wording; the wording is empty where none is given."""
    inside = QUOTED.findall(rest)
    joint = re.compile(table("commands")["reword_to"][language], re.IGNORECASE)
    if len(inside) >= 2:
        return next(filter(None, inside[0])), next(filter(None, inside[-1]))
    spots = list(QUOTED.finditer(rest))
    if len(spots) == 1:
        before = rest[: spots[0].start()]
        ends = re.search(rf"(?:{joint.pattern})$", f"{before} " if not before.endswith(" ") else before, re.IGNORECASE)
        text = next(filter(None, inside[0]))
        if ends:
            return before[: ends.start()].strip(" :,"), text
        follows = joint.match(rest[spots[0].end() :])
        return text, rest[spots[0].end() + follows.end() :].strip() if follows else ""
    match = joint.search(rest)
    return (rest[: match.start()].strip(" :,"), rest[match.end() :].strip()) if match else (rest, "")


@cache
def _command(kind: str, language: str) -> re.Pattern[str]:
    ends = "" if kind in _OPEN else r"(?:(?<=\s)|(?!\w))"
    return re.compile(rf"(?:{table('commands')[kind][language]}){ends}", re.IGNORECASE)


_OPEN = frozenset({"fact", "accept", "reject", "undo", "shorten", "letter", "emphasise", "reword", "status"})
"""Kinds whose words go on in their inflected forms ("kürzt", "acceptez")."""


@cache
def _part(name: str) -> re.Pattern[str]:
    return re.compile(table("commands")["parts"][name], re.IGNORECASE)
