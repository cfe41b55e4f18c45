"""Runs of adjoining words, each of some kind, found where they begin in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from agent.change.language.tokens import Token

Kind = TypeVar("Kind")
_ALONE = ""


class Runs(Generic[Kind]):
    """Runs of words in lower case with their kinds, filed by the first two words; `begins` are the first ones."""

    def __init__(self, rows: Iterable[tuple[Sequence[str], Kind]]) -> None:
        table: dict[str, dict[str, list[tuple[tuple[str, ...], Kind]]]] = {}
        for words, kind in rows:
            second = words[1] if len(words) > 1 else _ALONE
            table.setdefault(words[0], {}).setdefault(second, []).append((tuple(words[2:]), kind))
        for seconds in table.values():
            for found in seconds.values():
                found.sort(key=lambda row: -len(row[0]))
        self._table = table
        self.begins = frozenset(table)

    def at(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Kind]]:
        """The runs that begin at a token, each with its last token, the longest first."""
        seconds = self._table.get(tokens[at].low)
        if seconds is None:
            return
        if at + 1 < len(tokens):
            for rest, kind in seconds.get(tokens[at + 1].low, ()):
                last = at + 1 + len(rest)
                if last < len(tokens) and all(tokens[at + 2 + k].low == word for k, word in enumerate(rest)):
                    yield last, kind
        for _, kind in seconds.get(_ALONE, ()):
            yield at, kind
