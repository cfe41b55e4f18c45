"""A letter before the gate: whatever an engine writes, only what the evidence bears out is left, and the rest is named."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.change.model import Change, Fact
from agent.engine.offline.engine import OfflineEngine
from agent.engine.port import Task
from agent.job.match import match
from agent.job.requirements import read_requirements
from agent.resume.lines import identify
from agent.resume.model import Basics, Line, Resume, SkillGroup, Work
from agent.tailor.letter import CoverLetter, compose, contradictions, sentence_spans
from scraper.posting import Posting
from tests.agent.engine.offline.pairs import task_of

TODAY = date(2026, 11, 20)
TRUE = "At Larkspur Freight, I built two quoting services in Python."
LIE = "I led forty engineers and cut costs by 80 %."
POSTING = Posting.from_text("Senior Backend Engineer\n\nWhat we need\n- Strong Python skills\n- Experience with Go")


@pytest.fixture
def task() -> Task:
    resume = identify(
        Resume(
            basics=Basics(name="Mara Lindqvist"),
            work=[
                Work(
                    position="Backend Developer",
                    employer="Larkspur Freight",
                    start="2021",
                    end="2024",
                    highlights=[Line(text="Built two quoting services in Python.")],
                )
            ],
            skills=[SkillGroup(keywords=["Python", "Docker"])],
            language="en",
        )
    )
    return Task(resume=resume, posting=POSTING, report=match(read_requirements(POSTING), resume, []))


async def nothing(_task: Task, _blocked: list[Change]) -> list[Change]:
    return []


async def write(task: Task, *drafts: str, repair: object = nothing, recipient: str = "") -> CoverLetter:
    return await compose(drafts, task, repair, recipient=recipient, today=TODAY)  # type: ignore[arg-type]  # each test gives its own


async def test_lie_is_left_out_with_its_reason_and_the_truth_around_it_stays(task: Task) -> None:
    letter = await write(task, f"{TRUE} {LIE} I know Docker.", recipient="Ms. Wend")
    assert letter.paragraphs == ["Dear Ms. Wend,", f"{TRUE} I know Docker.", "Kind regards", "Mara Lindqvist"]
    (gone,) = letter.left_out
    assert gone.text == LIE
    assert gone.unsupported
    assert all(LIE[span.start : span.end] == span.text and span.why for span in gone.unsupported)
    assert letter.told() == "Your letter is ready. 1 sentence that nothing bears out is not in it."
    assert letter.date == "20 November 2026"


async def test_mended_paragraph_is_taken(task: Task) -> None:
    async def mend(_task: Task, blocked: list[Change]) -> list[Change]:
        return [
            change.model_copy(update={"after": (change.after or "").replace(LIE, "I know Docker.")})
            for change in blocked
        ]

    letter = await write(task, f"{TRUE} {LIE}", repair=mend)
    assert f"{TRUE} I know Docker." in letter.paragraphs
    assert [each.text for each in letter.left_out] == [LIE]


async def test_engine_that_mends_one_lie_into_another_gets_none_through(task: Task) -> None:
    lies = iter(["I led fifty engineers.", "I led sixty engineers.", "I led seventy engineers."])

    async def lie_again(_task: Task, blocked: list[Change]) -> list[Change]:
        return [change.model_copy(update={"after": f"{TRUE} {next(lies)}"}) for change in blocked]

    letter = await write(task, f"{TRUE} {LIE}", repair=lie_again)
    assert letter.paragraphs[1:-2] == [TRUE]
    assert [each.text for each in letter.left_out] == [LIE, "I led fifty engineers.", "I led sixty engineers."]


async def test_answer_for_a_paragraph_that_was_not_asked_about_changes_nothing(task: Task) -> None:
    async def elsewhere(_task: Task, blocked: list[Change]) -> list[Change]:
        return [blocked[0].model_copy(update={"id": "7", "after": LIE})]

    letter = await write(task, TRUE, LIE, repair=elsewhere)
    assert letter.paragraphs[1:-2] == [TRUE]


async def test_offline_repair_drops_the_sentence(task: Task) -> None:
    letter = await write(task, f"{TRUE} {LIE}", repair=OfflineEngine().repair)
    assert letter.paragraphs[1:-2] == [TRUE]
    assert [each.text for each in letter.left_out] == [LIE]


@pytest.mark.parametrize("drafts", [(), ("I would welcome the chance to talk.",), (LIE,), ("",)])
async def test_letter_that_says_nothing_supported_is_none(task: Task, drafts: tuple[str, ...]) -> None:
    letter = await write(task, *drafts)
    assert letter.paragraphs == []
    assert letter.told() == letter.note != ""


async def test_title_is_free_only_where_it_is_applied_for(task: Task) -> None:
    letter = await write(task, f"I am applying for the position of Senior Backend Engineer. {TRUE}")
    assert "Senior Backend Engineer" in letter.paragraphs[1]
    letter = await write(task, f"{TRUE} I was Senior Backend Engineer at Larkspur Freight.")
    assert letter.paragraphs[1:-2] == [TRUE]


async def test_what_only_an_answer_bears_out_is_named(task: Task) -> None:
    told = "I wrote three services in Go."
    fact = Fact(id="f1", said=told, statement=told, answer="yes", terms=["Go"])
    letter = await write(replace(task, facts=[fact]), f"{TRUE} {told}")
    assert letter.paragraphs[1] == f"{TRUE} {told}"
    assert letter.not_in_resume == [told]
    assert contradictions([letter.paragraphs[1]], task.resume, [fact], POSTING, "en") == []
    assert [each.text for each in contradictions([letter.paragraphs[1]], task.resume, [], POSTING, "en")] == [told]


@given(st.lists(st.text(st.sampled_from("aB1 .!?\"”')(…。"), max_size=20), max_size=6).map(" ".join))
def test_sentences_cover_the_text(text: str) -> None:
    text = " ".join(text.split())
    spans = sentence_spans(text)
    assert " ".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


def test_abbreviation_ends_no_sentence() -> None:
    text = "I studied at St. Olaf (B.Sc. with honours). I built “x.” Then I left."
    assert [text[a:b] for a, b in sentence_spans(text)] == [
        "I studied at St. Olaf (B.Sc. with honours).",
        "I built “x.”",
        "Then I left.",
    ]


@pytest.mark.parametrize("name", ["tech", "german", "french", "spanish"])
async def test_letter_as_written_contradicts_nothing(name: str) -> None:
    task = task_of(name)
    engine = OfflineEngine()
    letter = await compose(await engine.letter(task), task, engine.repair, recipient="", today=TODAY)
    assert len(letter.body) == len(letter.paragraphs) - 3 > 1
    assert contradictions(letter.body, task.resume, [], task.posting, task.language) == []
