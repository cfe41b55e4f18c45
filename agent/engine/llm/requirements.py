"""What a posting asks for: the deterministic reader's findings, refined by the model's.

The model can split hairs, not invent: each of its requirements must be a stretch of the posting, outside of what is
addressed to machines, and each term must stand in it.
"""

from __future__ import annotations

import re

from agent.engine.llm.answers import AskedFor, RequirementsAnswer
from agent.engine.llm.candidates import folded
from agent.engine.llm.speech import Speech
from agent.engine.port import Report
from agent.errors import ModelAnswerInvalid
from agent.job.injection import without_commands
from agent.job.model import Requirement
from agent.job.requirements import read_requirements
from agent.job.sections import SectionKind, statements
from agent.pace import off_the_loop
from scraper.posting import Posting

MOST_CHARACTERS = 24_000
MOST_REQUIREMENTS = 60
LONGEST = 300
ASKING: frozenset[SectionKind] = frozenset({"required", "preferred", "duties"})
REFUSED: frozenset[SectionKind] = frozenset({"benefits", "process", "legal", "company"})
ENOUGH = 4
"""Requirements from which on the reader is taken to know this kind of posting: then only asking sections count."""


async def read(speech: Speech, posting: Posting, report: Report | None = None) -> list[Requirement]:
    """The refined list; when the model answers nonsense the person is told and the reader's own list stands.

    A model that declines to read a posting will hardly rewrite for it: that ends in ModelRefused.
    """
    found = await off_the_loop(read_requirements, posting)
    text = await off_the_loop(without_commands, posting.description[:MOST_CHARACTERS])
    if not text.strip():
        return found
    blocks = {"title": posting.title, "posting": text}
    try:
        answer = await speech.ask("requirements", blocks, RequirementsAnswer)
    except ModelAnswerInvalid as error:
        if report is not None:
            await report(f"The posting was read without the model. {error}")
        return found
    return await off_the_loop(refined, found, answer.requirements, text)


def refined(found: list[Requirement], answers: list[AskedFor], text: str) -> list[Requirement]:
    """The reader's requirements, with terms and years it missed, and those of the model that it did not see at all."""
    merged = {each.id: each for each in found}
    more: list[Requirement] = []
    told = [(folded(each.text), each.kind) for each in statements(text)]
    for answer in answers[:MOST_REQUIREMENTS]:
        quote = quoted(answer.text, text)
        if quote is None or len(quote) > LONGEST:
            continue
        terms = [term.strip() for term in answer.terms if within(term, quote)]
        known = [each for each in [*merged.values(), *more] if overlaps(each, quote, terms, answer)]
        for each in known:
            if each.id in merged:
                merged[each.id] = enriched(each, terms, answer)
        if (
            not known
            and stands_where_asked(folded(quote), told, strict=len(found) >= ENOUGH)
            and (fresh := confirmed(quote, terms, answer))
        ):
            more.append(fresh.model_copy(update={"id": f"m{len(more) + 1}"}))
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


def overlaps(known: Requirement, quote: str, terms: list[str], answer: AskedFor) -> bool:
    one, two = folded(known.text), folded(quote)
    shared = {term.casefold() for term in known.terms} & {term.casefold() for term in terms}
    return one in two or two in one or (bool(shared) and known.kind == answer.kind)


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


def stands_where_asked(quote: str, told: list[tuple[str, SectionKind]], *, strict: bool) -> bool:
    """Whether a posting asks there: not in its benefits, process, legal text or self-praise."""
    homes = [kind for text, kind in told if quote in text or text in quote]
    return bool(homes) and not REFUSED.intersection(homes) and (not strict or ASKING.issuperset(homes))


def confirmed(quote: str, terms: list[str], answer: AskedFor) -> Requirement | None:
    """The model says where to look, the reader what it is: a negated or empty phrase, or an order to machines, is none."""
    read_again = read_requirements(Posting(description=f"Requirements\n- {quote}\n"))
    if len(read_again) != 1 or folded(read_again[0].text) != folded(quote):
        return None
    fresh = read_again[0]
    vague = fresh.kind in {"soft", "responsibility", "skill"}
    return enriched(fresh, terms, answer).model_copy(
        update={"priority": answer.priority, "kind": answer.kind if vague else fresh.kind, "section": ""}
    )
