"""A claim that the gate refused becomes a question: if the person says that it is true, it is judged anew."""

from __future__ import annotations

from collections.abc import Container

from agent.change.model import Change
from agent.job.model import Question

MOST = 3
"""How many refused claims are asked about in one turn; a model that invents must not turn into an interrogation."""

STEM = "blocked:"
WORDED = frozenset({"reword", "add"})

ASKING = {
    "en": "I could write “{after}”, but nothing you gave me shows “{words}”. Is that true? If so, tell me where and what you did.",
    "de": "Ich könnte schreiben: „{after}“, aber nichts von Ihnen belegt „{words}“. Stimmt das? Wenn ja: wo war das, und was haben Sie getan?",
    "fr": "Je pourrais écrire « {after} », mais rien ne montre « {words} ». Est-ce vrai ? Si oui, où était-ce et qu’avez-vous fait ?",
    "es": "Podría escribir «{after}», pero nada muestra «{words}». ¿Es cierto? Si es así, ¿dónde fue y qué hizo?",
}


def doubts(changes: list[Change], asked: Container[str], language: str) -> list[Question]:
    """What to ask about refused claims, each once; those about the fewest words first, since they are the most likely true."""
    open_ones = [
        change
        for change in changes
        if change.state == "blocked" and change.kind in WORDED and change.unsupported and STEM + change.id not in asked
    ]
    told = ASKING.get(language[:2], ASKING["en"])
    return [
        Question(
            key=STEM + change.id,
            kind="clarify",
            text=told.format(
                after=change.after, words="”, “".join(span.text.strip() for span in change.unsupported[:3])
            ),
            requirement_id=next(iter(change.requirement_ids), None),
            choices=["Yes", "No", "Skip"],
        )
        for change in sorted(open_ones, key=lambda change: sum(span.end - span.start for span in change.unsupported))
    ]


def anew(question: Question, changes: list[Change]) -> Change | None:
    """The refused change that a question was about, as a fresh candidate; None if it was about something else."""
    change = next((change for change in changes if STEM + change.id == question.key), None)
    if change is None:
        return None
    return change.model_copy(update={"id": f"{change.id}.again"[:64], "state": "proposed", "unsupported": []})
