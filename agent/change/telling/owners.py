"""Whose a thing was where no verb of doing tells it: "Ms Ade is head coach", "the tests were our analyst's"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.change import lexicon
from agent.change.language.tokens import Token

_BY = frozenset({"by", "von", "durch", "par", "por"})
_LONGEST = 8
_REACH = 4
_ELSEWHERE = 3


def find_owned(
    tokens: Sequence[Token],
    sentences: Sequence[int],
    clauses: Sequence[int],
    names_somebody: Callable[[int], bool],
) -> set[int]:
    """Tokens of what is somebody else's title, thing or doing; `names_somebody` says whether a person is named from a token on."""
    found: set[int] = set()
    for at in range(1, len(tokens) - 1):
        if tokens[at].low in lexicon.words("agency", "stative"):
            if _is_name_before(tokens, at):
                found |= {k for k in range(at + 1, len(tokens)) if clauses[k] == clauses[at]}
            elif _is_possessive(tokens, clauses, at) or _is_done_elsewhere(tokens, at):
                found |= {k for k in range(at) if clauses[k] == clauses[at]}
        elif tokens[at].low in _BY and names_somebody(at + 1):
            if _is_nominal_deed(tokens, sentences, at):
                found |= {k for k in range(at) if sentences[k] == sentences[at]}
            elif tokens[at - 1].kind == "pause":
                before = {k for k in range(at - 1) if sentences[k] == sentences[at] and clauses[k] == clauses[at - 2]}
                found |= before if at > 1 and not _says_who(tokens, before) else set()
    return found


def _says_who(tokens: Sequence[Token], clause: set[int]) -> bool:
    return any(tokens[k].low in lexicon.words("agency", "person") for k in clause)


def _is_name_before(tokens: Sequence[Token], at: int) -> bool:
    """As in "Ms. Ade is", "Herr Kunz war"."""
    before = tokens[max(at - _REACH, 0) : at]
    return (
        len(before) > 1
        and before[-1].capital
        and any(token.low in lexicon.words("agency", "addressed") for token in before[:-1])
    )


def _is_done_elsewhere(tokens: Sequence[Token], at: int) -> bool:
    """As in "is done in Leeds", "are made at the other plant"."""
    following = tokens[at + 1 : at + 4]
    return (
        len(following) == _ELSEWHERE
        and following[0].low in lexicon.words("agency", "done")
        and following[1].low in ("in", "at", "by", "from")
        and (following[2].capital or following[2].low in lexicon.words("agency", "determiners"))
        and not any(token.low in lexicon.words("agency", "person") for token in tokens[:at])
    )


def _is_possessive(tokens: Sequence[Token], clauses: Sequence[int], at: int) -> bool:
    """As in "were our data analyst's" at the end of a clause."""
    if tokens[at + 1].low not in lexicon.words("agency", "determiners"):
        return False
    clause = [k for k in range(at + 1, min(at + 1 + _LONGEST, len(tokens))) if clauses[k] == clauses[at]]
    words = [k for k in clause if tokens[k].kind == "word"]
    return bool(words) and tokens[words[-1]].low.endswith(("'s", "s'"))


def _is_nominal_deed(tokens: Sequence[Token], sentences: Sequence[int], by: int) -> bool:
    """As in "Commissioning by", "Final assembly by": nothing but a noun of doing before."""
    before = [k for k in range(max(by - _REACH, 0), by) if sentences[k] == sentences[by]]
    begins = bool(before) and (before[0] == 0 or sentences[before[0] - 1] != sentences[by])
    return begins and tokens[by - 1].low.endswith("ing") and all(tokens[k].kind == "word" for k in before)
