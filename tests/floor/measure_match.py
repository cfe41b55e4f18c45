"""Figures of the match on cases with known answers; our own measure, for our own cases.

A predicted requirement is right when its words fit a true one (or another wording of it) at 80 of 100 or better; of
several that fit one, the best counts for its label and the rest are repeats. A question is good when it names at least
half of the words of one that should be asked, bad when it fits one that should not be asked better.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

FIT = 80
FILLING = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "by",
        "as",
        "is",
        "are",
        "be",
        "your",
        "you",
        "we",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "can",
        "could",
        "will",
        "would",
        "what",
        "when",
        "where",
        "how",
        "which",
        "who",
        "any",
        "experience",
        "knowledge",
        "skills",
        "skill",
        "strong",
        "good",
        "years",
        "year",
        "at",
        "least",
        "used",
        "use",
        "worked",
        "work",
        "done",
        "tell",
        "me",
        "if",
        "so",
        "hold",
        "speak",
        "been",
        "was",
        "were",
        "there",
        "so",
        "by",
        "now",
    ]
)


@dataclass
class Figures:
    true: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0
    labels: int = 0
    taken: list[str] = field(default_factory=list)
    good: int = 0
    asked_good: int = 0
    bad: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Figures) -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def recall(self) -> float:
        return 100 * self.found / max(self.true, 1)

    @property
    def precision(self) -> float:
        return 100 * self.right / max(self.predicted, 1)

    @property
    def label_accuracy(self) -> float:
        return 100 * self.labels / max(self.found, 1)

    @property
    def questions(self) -> float:
        return 100 * self.asked_good / max(self.good, 1)

    def row(self, name: str) -> str:
        return (
            f"{name:24s} {self.recall:6.1f} {self.precision:9.1f} {self.label_accuracy:6.1f} {len(self.taken):5d}"
            f" {self.questions:9.1f} {len(self.bad):4d}"
        )


HEADER = f"{'':24s} {'recall':>6s} {'precision':>9s} {'label':>6s} {'taken':>5s} {'questions':>9s} {'bad':>4s}"


def measure(case: dict[str, Any], predicted: dict[str, Any]) -> Figures:
    true, rows = case["requirements"], predicted["requirements"]
    figures = Figures(true=len(true), predicted=len(rows), good=len(case["good_questions"]))
    pairs = []
    for place, row in enumerate(rows):
        fits = [max(fit(row["text"], each) for each in (one["text"], *one["aliases"])) for one in true]
        best = max(fits, default=(0.0, 0.0))
        if max((fit(row["text"], each) for each in case["not_requirements"]), default=(0.0, 0.0)) > max(
            best, (FIT, 0.0)
        ):
            figures.taken.append(row["text"])
            continue
        figures.right += best[0] >= FIT
        pairs += [(each, place, number) for number, each in enumerate(fits) if each[0] >= FIT]
    matched: dict[int, int] = {}
    for _, place, number in sorted(pairs, key=lambda pair: (-pair[0][0], -pair[0][1], pair[1], pair[2])):
        if number not in matched and place not in matched.values():
            matched[number] = place
    figures.found = len(matched)
    for number, place in matched.items():
        if rows[place]["label"] == true[number]["label"]:
            figures.labels += 1
        else:
            figures.wrong.append(
                f"{case['id']}: {true[number]['text']}: {true[number]['label']}, told {rows[place]['label']}"
            )
    asked = set()
    for question in predicted["questions"]:
        good = [(overlap(question, each), number) for number, each in enumerate(case["good_questions"])]
        bad = max((overlap(question, each) for each in case["bad_questions"]), default=0.0)
        best_good, number = max(good, default=(0.0, -1))
        if best_good >= 0.5 and best_good >= bad:
            asked.add(number)
        elif bad >= 0.5 and len(terms(question)) <= 6:
            figures.bad.append(question)
    figures.asked_good = len(asked)
    return figures


def terms(text: str) -> set[str]:
    return {word.strip(".-/") for word in re.findall(r"[\w+#.&/-]+", text.lower())} - FILLING - {""}


def fit(one: str, other: str) -> tuple[float, float]:
    left, right = " ".join(sorted(terms(one))), " ".join(sorted(terms(other)))
    if not left or not right:
        return (0.0, 0.0)
    return (fuzz.token_set_ratio(left, right), fuzz.token_sort_ratio(left, right))


def overlap(question: str, other: str) -> float:
    """The share of the other question's words that the first one names."""
    said, wanted = terms(question), terms(other)
    hits = sum(any(word == each or fuzz.ratio(word, each) >= 85 for each in said) for word in wanted)
    return hits / len(wanted) if wanted else 0.0
