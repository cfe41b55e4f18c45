import pytest

from agent.job.match import match
from agent.job.model import Fact, Question
from agent.job.questions import plan_questions
from agent.job.topics import key_of
from agent.resume.model import Resume
from tests.agent.job.resumes import ask, resume, role

COOK = resume(
    role("Cook", "The Gate", "2020-01 - today", "Ordered stock in MarketMan."),
    other="HACCP course: exam booked for May",
)


def plan(*asked: str, of: Resume = COOK, facts: tuple[Fact, ...] = (), **options: object) -> list[Question]:
    requirements = [ask(text, id=f"r{place}") for place, text in enumerate(asked, 1)]
    return plan_questions(match(requirements, of, facts), of, facts, **options)  # type: ignore[arg-type]  # options as given


def test_only_gaps_are_asked():
    assert [each.requirement_id for each in plan("MarketMan", "Terraform", "Kubernetes")] == ["r2", "r3"]


def test_a_question_quotes_the_posting():
    (question,) = plan("Experience with Terraform")
    assert question.text == "Have you worked with “Terraform”? If so, tell me where and what you did."
    assert question.choices == ["Yes", "No", "Skip"]
    assert question.kind == "gap"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (
            "First aid certificate",
            "Do you have “First aid certificate”? If so, since when, and from where?",
        ),
        ("Fluent Polish", "Do you speak Polish? If so, tell me how well and where you use it."),
        (
            "Work every other Saturday",
            "“Work every other Saturday”: can you do that? What is possible for you?",
        ),
        ("HACCP", "When do you take the exam for “HACCP”, or do you have it?"),
        (
            "Notary commission, or able to obtain one",
            "“Notary commission, or able to obtain one”: do you have it, or could you get it in that time?",
        ),
    ],
)
def test_each_kind_is_asked_in_its_own_way(asked, text):
    assert [each.text for each in plan(asked)] == [text]


def test_the_most_valuable_comes_first_and_eight_are_enough():
    many = [f"Tool{letter}x" for letter in "abcdefghij"]
    requirements = [ask(text, id=text, priority="preferred" if text < "Toolf" else "required") for text in many]
    questions = plan_questions(match(requirements, COOK), COOK, ())
    assert len(questions) == 8
    assert {each.requirement_id for each in questions[:5]} == set(many[5:])
    assert [each.value for each in questions] == sorted((each.value for each in questions), reverse=True)


def test_what_was_asked_or_answered_is_not_asked_again():
    assert plan("Terraform", asked={key_of("Terraform")}) == []
    assert plan("Knowledge of Terraform", facts=(Fact(id="f", said="No", answer="no", requirement="Terraform"),)) == []


def test_what_the_resume_denies_is_not_asked():
    assert plan("Forklift licence", of=resume(other="I do not hold a forklift licence.")) == []


def test_two_requirements_on_one_thing_are_asked_once():
    assert len(plan("Kubernetes", "K8s in production")) == 1


def test_the_key_is_stable():
    assert key_of("Experience with Terraform and Ansible") == key_of("Ansible and Terraform")
    assert plan("Terraform")[0].key == plan("MarketMan", "Terraform")[0].key


@pytest.mark.parametrize(
    ("language", "start", "yes"),
    [
        ("de", "Haben Sie Erfahrung mit „Terraform“?", "Ja"),
        ("fr", "Avez-vous travaillé avec « Terraform » ?", "Oui"),
        ("es", "¿Ha trabajado con «Terraform»?", "Sí"),
        ("nl", "Have you worked with “Terraform”?", "Yes"),
    ],
)
def test_questions_speak_the_language_of_the_resume(language, start, yes):
    (question,) = plan("Terraform", language=language)
    assert question.text.startswith(start)
    assert question.choices[0] == yes


def test_a_part_that_nothing_shows_is_asked_for_alone():
    of = resume(role("Accountant", "Acme", "2019-01 - today", "Monthly account reconciliations"))
    (question,) = plan("Prepare account reconciliations and write flux commentary", of=of)
    assert "flux commentary" in question.text
    assert "reconciliations" not in question.text
