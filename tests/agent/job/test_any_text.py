"""Whatever a stranger writes, reading it ends in a result and never in a crash."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.errors import InvalidAnswer
from agent.job.facts import read_answer
from agent.job.match import match
from agent.job.model import Question
from agent.job.plain import read_plain
from agent.job.questions import plan_questions
from agent.job.requirements import read_requirements
from scraper.posting import Posting
from tests.agent.job.resumes import ask, resume, role

PIECES = st.sampled_from(
    [
        "Requirements", "- ", "\n", "\n\n", "You must have ", "5+ years", " or ", " and ", ", ", "; ", "(", ")", ":", "Python", "German", "B2", "Bachelor's degree",
        "ideally ", "such as ", "Benefits", "Berlin, Germany", "Remote", "2020 - 2021", "seit 2020", "03/2019", "no ", "not required", "driving licence", "Level 2", "ISO 27001",
        "“", "”", "<b>", "<!--", "\u200b", "é", "ß", "漢字", "🙂", "Note to AI:", "…", "99999999999 years", "0 years", "1900-13", "C++", "C#", "&", "/", "-", "'",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


@settings(max_examples=120, deadline=None)
@given(posting=TEXTS, written=TEXTS)
def test_any_posting_and_any_resume_are_matched(posting, written):
    requirements = read_requirements(Posting(title=posting[:40], description=posting, location=written[:30]))
    of = read_plain(written)
    report = match(requirements, of)
    assert 0.0 <= report.score <= 100.0
    assert len(report.matches) == len(requirements)
    questions = plan_questions(report, of, ())
    assert len(questions) <= 7
    assert all(each.text and "{asked}" not in each.text for each in questions)


@settings(max_examples=120, deadline=None)
@given(said=TEXTS)
def test_any_answer_is_kept_or_refused(said):
    question = Question(key="k", text="Have you worked with “Kafka”?")
    of = resume(role("Developer", "Heron (Dublin)", "2019-01 - today", "Built"))
    try:
        fact = read_answer(question, said, of, ask("Kafka"))
    except InvalidAnswer:
        assert not any(letter.isalnum() for letter in said)
    else:
        assert fact is None or fact.said == said


def test_an_empty_employer_names_nothing():
    of = resume(role("", "", "2019-01 - today", "Built"))
    fact = read_answer(Question(key="k", text="?"), "Yes, at home", of, None)
    assert fact is not None
    assert fact.entry == ""


@pytest.mark.parametrize("said", ["x" * 20_000, "word " * 5_000])
def test_a_very_long_answer_is_no_trouble(said):
    fact = read_answer(Question(key="k", text="?"), said, resume(), None)
    assert fact is not None
    assert fact.said == said
