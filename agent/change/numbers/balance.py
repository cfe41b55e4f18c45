"""Takings and costs: what was netted is what came in less what was spent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.claims.doubt import Doubt
from agent.change.language.tokens import Token
from agent.change.numbers.quantity import Quantity, is_close
from agent.change.telling.book import Book
from agent.change.telling.reading import Reading

_EXACT = 1e-6
_ROUNDED = 0.03
_AFTER = 4
_WHY = "By the figures of your resume this is not what was left."


@dataclass(frozen=True, slots=True)
class Balance:
    """What a line says came in, in all, and what of it was left."""

    gross: float
    net: float


@lru_cache(maxsize=4096)
def find_balance(reading: Reading) -> Balance | None:
    """The takings of a line and what was left of them; None where it does not tell both takings and costs."""
    roles = [(_role(reading, q), q) for q in reading.quantities if q.figure.kind == "money"]
    gross = sum(q.figure.value for role, q in roles if role in ("income", "gross"))
    costs = sum(q.figure.value for role, q in roles if role == "cost")
    if not gross or not costs or any(role == "net" for role, _ in roles):
        return None
    return Balance(gross, gross - costs)


def is_balanced(reading: Reading, quantity: Quantity, line: Reading) -> bool:
    """Whether a sum of money is what a line leaves over, or all that it took in."""
    if quantity.figure.kind != "money":
        return False
    balance = find_balance(line)
    if balance is None:
        return False
    role = _role(reading, quantity)
    if role != "net" and _near(quantity, balance.gross):
        return True
    return role in ("net", "income", "") and _near(quantity, balance.net)


def says_balance(reading: Reading, at: int, figures: Mapping[int, tuple[int, ...]], book: Book) -> bool:
    """Whether a word such as "netted" or "takings" is said of a sum that is that by the figures of the evidence."""
    role = _role_of(reading.tokens[at])
    if role not in ("net", "gross", "income"):
        return False
    for quantity in reading.counts_beside(at):
        if quantity.figure.kind != "money" or quantity.first not in figures or _role(reading, quantity) != role:
            continue
        for line in figures[quantity.first]:
            balance = find_balance(book.lines[line].reading)
            if balance is not None:
                return _near(quantity, balance.net if role == "net" else balance.gross)
    return False


def find_wrong_balances(reading: Reading, figures: Mapping[int, tuple[int, ...]], book: Book) -> Iterator[Doubt]:
    """Sums said to be what was left where the evidence tells takings and costs that leave another."""
    for quantity in reading.quantities:
        if quantity.figure.kind != "money" or _role(reading, quantity) != "net":
            continue
        balances = [b for n in figures.get(quantity.first, ()) if (b := find_balance(book.lines[n].reading))]
        if balances and not any(_near(quantity, balance.net) for balance in balances):
            yield Doubt(quantity.first, quantity.last, _WHY)


def _near(quantity: Quantity, value: float) -> bool:
    if quantity.bound in ("over", "least"):
        return 0 <= value - quantity.figure.value <= 0.25 * value
    return is_close(quantity.figure.value, value, _ROUNDED if quantity.bound in ("about", "nearly") else _EXACT)


def _role(reading: Reading, quantity: Quantity) -> str:
    """Whether a sum is income, gross, cost or net by the words beside it; empty if they do not tell."""
    mark = reading.marks[quantity.first]
    after = reading.tokens[quantity.last + 1 : quantity.last + 1 + _AFTER]
    for k, token in enumerate(after):
        if token.kind in ("stop", "pause") or token.figure is not None:
            break
        role = _role_of(token)
        if role in ("cost", "net"):
            before = after[k - 1].low if k else ""
            return "net" if role == "net" or before in lexicon.words("measures", "after_costs", "words") else role
    for k in range(quantity.first - 1, -1, -1):
        if reading.marks[k].sentence != mark.sentence:
            break
        role = _role_of(reading.tokens[k])
        if role:
            return role
    return ""


def _role_of(token: Token) -> str:
    return _roles().get(token.low, "") or _roles().get(token.lemma, "")


@cache
def _roles() -> Mapping[str, str]:
    """Words beside a sum of money, each with what they make of it."""
    return {word: role for role, words in lexicon.section("measures", "balance").items() for word in words}
