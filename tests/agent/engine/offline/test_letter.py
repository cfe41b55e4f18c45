"""The offline letter: in the person's language, of their own lines, and nothing that the gate would refuse."""

from __future__ import annotations

from datetime import date

import pytest

from agent.change.evidence import evidence_lines
from agent.engine.offline.letter import dated, greet, named_as_target, write_letter
from agent.job.match import match
from agent.job.model import Fact
from agent.job.requirements import read_requirements
from agent.tailor.letter import judge_all
from scraper.posting import Posting
from tests.agent.engine.offline.pairs import PAIRS, task_of


@pytest.mark.parametrize("name", PAIRS)
def test_every_sentence_is_supported(name: str) -> None:
    task = task_of(name)
    letter = write_letter(task)
    assert len(letter) >= 3
    judged = judge_all(letter, evidence_lines(task.resume, task.facts), task.posting, task.language)
    assert [each.text for paragraph in judged for each in paragraph.refused] == []
    assert write_letter(task) == letter


@pytest.mark.parametrize("name", PAIRS)
def test_lines_stand_as_the_person_wrote_them(name: str) -> None:
    task = task_of(name)
    whole = " ".join(write_letter(task)).casefold()
    told = [line.text.strip().rstrip(".").casefold() for role in task.resume.work for line in role.highlights]
    assert any(line in whole for line in told)
    assert sum(line in whole for line in told) <= 4


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tech", "I am applying for the position of Senior Backend Engineer."),
        ("german", "hiermit bewerbe ich mich um die Stelle „Backend-Entwickler (m/w/d)“."),
        ("french", "Je vous propose ma candidature au poste « Comptable général »."),
        ("spanish", "Me postulo al puesto «Administrativo/a de facturación»."),
    ],
)
def test_it_speaks_the_language(name: str, words: str) -> None:
    assert write_letter(task_of(name))[0].startswith(words)


def test_letter_in_another_language_quotes_the_lines() -> None:
    task = task_of("tech", language="de")
    letter = write_letter(task)
    assert letter[0].startswith("hiermit bewerbe ich mich")
    assert letter[1].startswith("Backend Developer, Pinecrest Rail: ")
    judged = judge_all(letter, evidence_lines(task.resume, []), task.posting, "de")
    assert [each.text for paragraph in judged for each in paragraph.refused] == []


def test_i_stands_only_before_what_the_person_did() -> None:
    assert "At Calloway Electric, I read blueprints" in " ".join(write_letter(task_of("electrician")))
    task = task_of("electrician")
    ended = task.resume.model_copy(deep=True)
    ended.work[0].highlights[0].text = "Promoted to foreman for reading blueprints and finding faults in PLC cabinets"
    told = " ".join(write_letter(task_of("electrician", resume=ended)))
    assert "I promoted" not in told


def test_answer_is_told_where_the_resume_shows_nothing() -> None:
    fact = Fact(
        id="f1", said="Yes", statement="At Pinecrest Rail I wrote Terraform modules.", answer="yes", terms=["Terraform"]
    )
    task = task_of("tech", [fact])
    assert any(each.source == "fact" for row in task.report.matches for each in row.evidence)
    assert fact.statement in " ".join(write_letter(task))
    denied = fact.model_copy(update={"answer": "no"})
    assert "Terraform" not in " ".join(write_letter(task_of("tech", [denied])))


def test_no_letter_without_anything_to_say() -> None:
    task = task_of("nurse")
    posting = Posting.from_text("Pastry Chef\n\nWhat we need\n- Experience with laminated dough\n- Chocolate work")
    report = match(read_requirements(posting), task.resume, [])
    assert write_letter(task_of("nurse", posting=posting, report=report)) == []


@pytest.mark.parametrize(
    ("language", "recipient", "greeting"),
    [
        ("en", "", "Dear Hiring Team,"),
        ("en", "Larkspur Freight\nMs. Wend", "Dear Ms. Wend,"),
        ("en", "Dr Pepper Fan Club Ltd\nHarbour 1", "Dear Hiring Team,"),
        ("en", "Frau Wend", "Dear Hiring Team,"),
        ("de", "Nordhafen AG\nFrau Dr. Wend", "Sehr geehrte Frau Dr. Wend,"),
        ("de", "Herrn Wend", "Sehr geehrter Herr Wend,"),
        ("fr", "Madame Wend", "Madame Wend,"),
        ("es", "Sr. Robledo", "Estimado Sr. Robledo:"),
        ("pt", "", "Dear Hiring Team,"),
    ],
)
def test_greeting(language: str, recipient: str, greeting: str) -> None:
    assert greet(language, recipient) == greeting


def test_date() -> None:
    day = date(2026, 3, 1)
    assert [dated(code, day) for code in ("en", "de-AT", "fr", "es")] == [
        "1 March 2026",
        "1. März 2026",
        "1 mars 2026",
        "1 de marzo de 2026",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I am applying for the position of Lead Cook at Holm.",
        "I would like to apply for your Lead Cook role.",
        "hiermit bewerbe ich mich um die Stelle „Lead Cook“.",
        "Je vous propose ma candidature au poste de Lead Cook.",
        "Me postulo al puesto de Lead Cook.",
    ],
)
def test_title_is_no_claim_where_one_applies_for_it(text: str) -> None:
    (place,) = named_as_target(text, "Lead Cook")
    assert text[slice(*place)] == "Lead Cook"


@pytest.mark.parametrize(
    "text",
    [
        "I am applying for a new role after five years as Lead Cook.",
        "As Lead Cook at Holm I ran the kitchen.",
        "I am Lead Cook and am applying for the position.",
        "I am applying for the position of Lead Cooking Coach.",
    ],
)
def test_title_is_a_claim_elsewhere(text: str) -> None:
    assert named_as_target(text, "Lead Cook") == []
    assert named_as_target(text, "") == []
