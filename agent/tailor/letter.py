"""A cover letter held against the evidence: sentence by sentence, what is not supported is mended or left out.

engine's paragraphs -> gate -> mended (twice at most) -> gate -> refused sentences left out -> letter
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date

from pydantic import BaseModel

from agent.change.evidence import evidence_lines
from agent.change.ground import ground
from agent.change.model import Change, Evidence, EvidenceLine, Span, Verdict
from agent.engine.offline.letter import dated, greet, named_as_target, phrase
from agent.engine.port import Task
from agent.job.injection import without_commands
from agent.job.model import Fact
from agent.job.words import ABBREVIATION, SENTENCE_END
from agent.pace import off_the_loop
from agent.resume.model import Resume
from agent.tailor.framing import is_mere_courtesy, uncalled
from scraper.posting import Posting

REPAIRS = 2
SECTION = "letter"
LONGEST_COMPANY = 120
Repair = Callable[[Task, list[Change]], Awaitable[list[Change]]]


class LeftOut(BaseModel):
    """A sentence that is not in the letter; spans count its characters."""

    text: str
    unsupported: list[Span]


class CoverLetter(BaseModel):
    """A letter as it may be sent. `paragraphs`, greeting and farewell included, are empty where nothing can be said; `note`
    then tells why. `not_in_resume` are sentences that only the person's answers bear out, not the resume as it is.
    """

    recipient: str = ""
    date: str = ""
    language: str = "en"
    paragraphs: list[str] = []
    left_out: list[LeftOut] = []
    not_in_resume: list[str] = []
    evidence: list[Evidence] = []
    note: str = ""

    @property
    def body(self) -> list[str]:
        """What stands between greeting and farewell: all that an engine wrote."""
        farewell = phrase(self.language, "farewell")
        return self.paragraphs[1 : self.paragraphs.index(farewell)] if farewell in self.paragraphs else []

    def told(self) -> str:
        """What became of it, in a sentence or two for the person."""
        if self.note:
            return self.note
        count = len(self.left_out)
        gone = (
            f" {count} sentence{'s' * (count != 1)} that nothing bears out {'is' if count == 1 else 'are'} not in it."
        )
        return "Your letter is ready." + gone * bool(count)


class Judged(BaseModel):
    """A paragraph before the gate: the sentences it keeps, those it refuses, and what it was found to rest on."""

    text: str
    kept: list[str] = []
    refused: list[LeftOut] = []
    evidence: list[Evidence] = []


async def compose(drafts: Sequence[str], task: Task, repair: Repair, *, recipient: str, today: date) -> CoverLetter:
    """The letter that the evidence allows. Raises what `repair` raises."""
    evidence = evidence_lines(task.resume, task.facts)
    judged = await off_the_loop(judge_all, drafts, evidence, task.posting, task.language)
    refused = [each for paragraph in judged for each in paragraph.refused]
    for _ in range(REPAIRS):
        blocked = {str(place): each for place, each in enumerate(judged) if each.refused}
        if not blocked:
            break
        mended = await repair(task, [as_change(key, each) for key, each in blocked.items()])
        again = {change.id: change.after for change in mended if change.after and change.id in blocked}
        results = await off_the_loop(judge_all, list(again.values()), evidence, task.posting, task.language)
        for key, result in zip(again, results, strict=True):
            refused += result.refused
            if len(result.refused) < len(blocked[key].refused):
                judged[int(key)] = result
    sound = [" ".join(each.kept) for each in judged]
    final = await off_the_loop(settle, [text for text in sound if text], evidence, task.posting, task.language)
    return await finish(final, refused, task, recipient=recipient, today=today)


async def finish(
    final: list[Judged], refused: list[LeftOut], task: Task, *, recipient: str, today: date
) -> CoverLetter:
    """The paragraphs between greeting and farewell, with what was left out; without paragraphs if none says anything."""
    refused = [*refused, *(each for paragraph in final for each in paragraph.refused)]
    body = [" ".join(each.kept) for each in final if each.kept]
    standing = {sentence for each in final for sentence in each.kept}
    letter = CoverLetter(
        recipient=recipient or " ".join(task.posting.company.split())[:LONGEST_COMPANY],
        date=dated(task.language, today),
        language=task.language,
        left_out=list({each.text: each for each in refused if each.text not in standing}.values()),
    )
    cited = [each for paragraph in final for each in paragraph.evidence]
    if not cited:
        letter.note = phrase(task.language, "nothing")
        return letter
    farewell = [phrase(task.language, "farewell"), task.resume.basics.name]
    letter.paragraphs = [greet(task.language, letter.recipient), *body, *filter(None, farewell)]
    letter.evidence = list({(each.ref, each.quote): each for each in cited}.values())
    if task.facts:
        lacking = await off_the_loop(contradictions, body, task.resume, [], task.posting, task.language)
        letter.not_in_resume = [each.text for each in lacking]
    return letter


def contradictions(
    paragraphs: Sequence[str], resume: Resume, facts: Sequence[Fact], posting: Posting, language: str
) -> list[LeftOut]:
    """The sentences of a letter that this resume and these facts do not bear out."""
    judged = judge_all(paragraphs, evidence_lines(resume, facts), posting, language)
    return [each for paragraph in judged for each in paragraph.refused]


def settle(
    paragraphs: Sequence[str], evidence: Sequence[EvidenceLine], posting: Posting, language: str
) -> list[Judged]:
    """Each paragraph with refused sentences taken away until all that is left is supported."""
    settled = []
    for paragraph in paragraphs:
        judged = judge_paragraph(paragraph, evidence, posting, language)
        gone = list(judged.refused)
        while judged.refused and judged.kept:
            judged = judge_paragraph(" ".join(judged.kept), evidence, posting, language)
            gone += judged.refused
        settled.append(judged.model_copy(update={"refused": gone}))
    return settled


def judge_all(
    paragraphs: Sequence[str], evidence: Sequence[EvidenceLine], posting: Posting, language: str
) -> list[Judged]:
    return [judge_paragraph(paragraph, evidence, posting, language) for paragraph in paragraphs]


def judge_paragraph(text: str, evidence: Sequence[EvidenceLine], posting: Posting, language: str) -> Judged:
    """A paragraph's sentences, parted into supported and not. The title applied for claims nothing, where it is named so."""
    text = " ".join(text.split())
    verdict, spans = weigh(text, evidence, posting, language)
    judged = Judged(text=text, evidence=verdict.evidence)
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        inside = [span for span in spans if start < span.end and span.start < end]
        if is_mere_courtesy(sentence):
            judged.kept.append(sentence)
            continue
        inside = inside or [moved(span, start) for span in alone(sentence, evidence, posting, language)]
        if inside or (not verdict.supported and not verdict.spans):
            judged.refused.append(LeftOut(text=sentence, unsupported=[moved(span, -start) for span in inside]))
        else:
            judged.kept.append(sentence)
    return judged


def alone(sentence: str, evidence: Sequence[EvidenceLine], posting: Posting, language: str) -> list[Span]:
    """What is not supported of a sentence by itself, wherever in a letter it stands: what comes after a farewell is no less
    of a claim. The greeting before it tells the gate that this is a letter.
    """
    greeting = f"{phrase(language, 'hello')} "
    _, spans = weigh(greeting + sentence, evidence, posting, language)
    own = [moved(span, -len(greeting)) for span in spans if span.start >= len(greeting)]
    return own or uncalled(sentence, evidence, posting)


def weigh(text: str, evidence: Sequence[EvidenceLine], posting: Posting, language: str) -> tuple[Verdict, list[Span]]:
    """The gate's verdict, and its spans without the title that is applied for."""
    told = f"{posting.title}\n{posting.company}\n{without_commands(posting.description)}"
    verdict = ground(text, evidence, posting=told, language=language)
    free = named_as_target(text, posting.title)
    return verdict, [span for span in verdict.spans if not any(a <= span.start and span.end <= b for a, b in free)]


def moved(span: Span, by: int) -> Span:
    return span.model_copy(update={"start": span.start + by, "end": span.end + by})


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence stands, its closing quotes included."""
    found, start = [], 0
    for match in SENTENCE_END.finditer(text):
        if not ABBREVIATION.search(text[start : match.start()]):
            found.append((start, start + len(text[start : match.end()].rstrip())))
            start = match.end()
    return [*found, (start, len(text))] if start < len(text) else found


def as_change(key: str, judged: Judged) -> Change:
    """A paragraph as the change an engine can mend: `unsupported` holds what the gate refused."""
    spans = [span for each in judged.refused for span in each.unsupported]
    return Change(
        id=key,
        kind="add",
        section=SECTION,
        line_id=SECTION,
        after=judged.text,
        evidence=judged.evidence,
        unsupported=spans,
        state="blocked",
    )
