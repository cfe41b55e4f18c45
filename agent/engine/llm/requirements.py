"""What a posting asks for: the deterministic reader's findings, refined by the model's.

The model can split hairs, not invent: each of its requirements must be a stretch of the posting, outside of what is
addressed to machines, and each term must stand in it.
"""

from __future__ import annotations

import asyncio
import re

from agent.engine.llm.answers import AskedFor, RequirementsAnswer
from agent.engine.llm.speech import Speech
from agent.job.injection import is_addressed_to_machine, without_commands
from agent.job.model import Requirement
from agent.job.requirements import read_requirements
from agent.job.sections import statements
from scraper.posting import Posting

MOST_CHARACTERS = 24_000
MOST_REQUIREMENTS = 60
LONGEST = 300
REFUSED = frozenset({"benefits", "process", "legal", "company"})


async def read(speech: Speech, posting: Posting) -> list[Requirement]:
    found = await asyncio.to_thread(read_requirements, posting)
    text = without_commands(posting.description)[:MOST_CHARACTERS]
    if not text.strip():
        return found
    blocks = {"title": posting.title, "posting": text}
    answer = await speech.ask("requirements", blocks, RequirementsAnswer)
    return refined(found, answer.requirements, text)


def refined(found: list[Requirement], answers: list[AskedFor], text: str) -> list[Requirement]:
    """The reader's requirements, with terms and years it missed, and those of the model that it did not see at all."""
    merged = {each.id: each for each in found}
    more: list[Requirement] = []
    for answer in answers[:MOST_REQUIREMENTS]:
        quote = quoted(answer.text, text)
        if quote is None or len(quote) > LONGEST or is_addressed_to_machine(quote):
            continue
        terms = [term.strip() for term in answer.terms if within(term, quote)]
        known = [each for each in [*merged.values(), *more] if overlaps(each, quote, terms)]
        if known:
            for each in known:
                if each.id in merged:
                    merged[each.id] = enriched(each, terms, answer)
        elif asks(quote, text):
            more.append(Requirement(
                id=f"m{len(more) + 1}", text=quote, kind=answer.kind, priority=answer.priority, terms=terms,
                alternatives=answer.alternatives and len(terms) > 1, years=years(answer, quote),
            ))  # fmt: skip
    return [*merged.values(), *more]


def quoted(quote: str, text: str) -> str | None:
    """The stretch of the text that the quote is, as it stands there; None when there is none."""
    words = quote.split()
    if not words:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), text, re.IGNORECASE)
    return " ".join(found.group().split()) if found else None


def within(term: str, quote: str) -> bool:
    return (
        bool(term.strip()) and re.search(rf"(?<!\w){re.escape(term.strip())}(?!\w)", quote, re.IGNORECASE) is not None
    )


def overlaps(known: Requirement, quote: str, terms: list[str]) -> bool:
    one, two = known.text.casefold(), quote.casefold()
    shared = {term.casefold() for term in known.terms} & {term.casefold() for term in terms}
    return one in two or two in one or bool(shared)


def enriched(known: Requirement, terms: list[str], answer: AskedFor) -> Requirement:
    """Only what stands in the known quote is added, and nothing is taken away."""
    held = {term.casefold() for term in known.terms}
    more = (
        [term for term in terms if within(term, known.text) and term.casefold() not in held] if not known.terms else []
    )
    return known.model_copy(update={
        "terms": known.terms + more,
        "alternatives": known.alternatives or (bool(more) and len(more) > 1 and answer.alternatives),
        "years": known.years if known.years is not None else years(answer, known.text),
    })  # fmt: skip


def years(answer: AskedFor, quote: str) -> float | None:
    return answer.years if answer.years is not None and re.search(rf"(?<!\d){answer.years:g}(?!\d)", quote) else None


def asks(quote: str, text: str) -> bool:
    """Whether the quote stands where a posting asks: in a statement that is no benefit, process, law or self-praise."""
    needle = quote.casefold()
    homes = [each for each in statements(text) if needle in each.text.casefold() or each.text.casefold() in needle]
    return bool(homes) and not any(each.kind in REFUSED for each in homes)
