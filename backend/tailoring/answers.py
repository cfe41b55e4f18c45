"""Whether what the person says fits the question. What does not fit is refused and the question stays open."""

from __future__ import annotations

import re
from typing import Any

from agent.errors import InvalidAnswer
from agent.tailor.answering import skipped, understand
from agent.tailor.clarify import Reading
from backend.errors import Invalid
from backend.models.run import Question

SHORTEST_POSTING = 40
LONGEST_ANSWER = 20_000
LONGEST_POSTING = 200_000


def check_answer(question: Question, text: str) -> dict[str, Any]:
    """The answer as it is kept. Raises Invalid."""
    if question.kind == "job_text":
        if len(text) < SHORTEST_POSTING or len(text.split()) < 5:
            raise Invalid("That is too short to be a job posting; paste its whole text.", "ANSWER_DOES_NOT_FIT")
        if len(text) > LONGEST_POSTING:
            raise Invalid("That is too long for a job posting.", "ANSWER_DOES_NOT_FIT")
        return {"text": text}
    if len(text) > LONGEST_ANSWER:
        raise Invalid(f"An answer may have at most {LONGEST_ANSWER} characters.", "ANSWER_DOES_NOT_FIT")
    if not any(character.isalnum() for character in text):
        raise Invalid("Say yes, no, skip, or tell in your own words.", "ANSWER_DOES_NOT_FIT")
    if skip := skipped(text):
        return {"text": "skip", "skip_all": skip == "all"}
    if reading := (question.details or {}).get("reading"):
        check_reading(reading, text)
    if question.kind != "review" and re.fullmatch(r"[^.!?\n]*\?", text.strip()):
        raise Invalid(
            "That is a question, not an answer: say yes, no, skip, or tell in your own words.", "ANSWER_DOES_NOT_FIT"
        )
    return {"text": text, "skip_all": False}


def check_reading(reading: dict[str, Any], text: str) -> None:
    """Raises Invalid when the answer to a question about the reading is neither yes, no, skip nor a value that fits."""
    try:
        understand(Reading.model_validate(reading), text)
    except InvalidAnswer as error:
        raise Invalid(str(error), "ANSWER_DOES_NOT_FIT") from error
