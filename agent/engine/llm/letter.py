"""The paragraphs of a cover letter, checked for size and form; the gate judges what they claim."""

from __future__ import annotations

from agent.engine.llm import blocks
from agent.engine.llm.answers import LetterAnswer
from agent.engine.llm.candidates import clean
from agent.engine.llm.language import speaks
from agent.engine.llm.speech import Speech
from agent.engine.port import Task
from agent.errors import ModelAnswerInvalid
from agent.pace import off_the_loop

LONGEST_PARAGRAPH = 1200
MOST_PARAGRAPHS = 6


async def write(speech: Speech, task: Task) -> list[str]:
    """Raises ModelAnswerInvalid when no paragraph is left."""
    answer = await speech.ask(
        "letter", blocks.for_letter(task), LetterAnswer, language=task.language, intensity=task.intensity
    )
    texts = [clean(paragraph.text, "", LONGEST_PARAGRAPH) for paragraph in answer.paragraphs]
    kept = [text for text in dict.fromkeys(texts) if text is not None][:MOST_PARAGRAPHS]
    if kept and not await off_the_loop(speaks, " ".join(kept), task.language):
        raise ModelAnswerInvalid("The language model answered in another language than asked for.")
    if not kept:
        raise ModelAnswerInvalid("The language model wrote no usable letter.")
    return kept
