"""Answers to questions, as lines, skills or certificates."""

import pytest

from agent.change.judging import judge
from agent.engine.offline.answers import answered
from agent.engine.offline.style import restyle
from agent.job.facts import read_answer
from agent.job.model import Question
from tests.agent.engine.offline.pairs import task_of


def propose_from(name: str, term: str, said: str):
    """What one answer about the requirement that names `term` becomes; each must pass the gate."""
    plain = task_of(name)
    asked = next(each for each in plain.report.requirements if term in each.text)
    fact = read_answer(Question(key="k", text="?", requirement_id=asked.id), said, plain.resume, asked)
    assert fact is not None
    task = task_of(name, [fact.model_copy(update={"id": "f1"})])
    changes = answered(task)
    for change in changes:
        assert judge(change, task.resume, task.facts, "").state == "proposed", change
        assert change.evidence[0].ref == "f1"
        assert change.requirement_ids == [asked.id]
    return [(change.line_id, change.after) for change in changes]


@pytest.mark.parametrize(
    ("name", "term", "said", "line_id", "after"),
    [
        ("tech", "Terraform", "Yes, at Pinecrest Rail I wrote the Terraform modules for our three environments.",
         "work.1", "Wrote the Terraform modules for our three environments."),
        ("tech", "Terraform", "Yes. At Pinecrest I use it to manage DNS.", "work.1", "Use Terraform to manage DNS."),
        ("tech", "Terraform", "I've been running Terraform in my current job since 2022, and I also trained two colleagues",
         "work.1", "Running Terraform since 2022, and trained two colleagues."),
        ("tech", "Kafka", "We moved the bookings to Kafka at Hollow Oak Clinics in 2020. I wrote the consumer.", "work.2",
         "We moved the bookings to Kafka in 2020; wrote the consumer."),
        ("tech", "Go", "Yes", "skills.1", "Go"),
        ("nurse", "RN license", "Yes, I hold an active RN license in Ohio.", "certificates", "Active RN license in Ohio"),
        ("nurse", "ACLS", "Yes, ACLS, renewed in 2025", "certificates", "ACLS, renewed in 2025"),
        ("nurse", "IV therapy", "yes, at Saint Brannock Hospital I start about ten IVs a shift", "work.1",
         "Start about ten IVs a shift."),
        ("electrician", "wiring", "I wire food plants at Calloway Electric, two in 2021", "work.1",
         "Wired food plants, two in 2021."),
        ("marketer", "HubSpot", "Yes, I set up HubSpot at Brightwell Teas: forms, two workflows and the sales pipeline.",
         "work.1", "Set up HubSpot: forms, two workflows and the sales pipeline."),
        ("german", "Terraform", "Ja, bei Nordhafen Logistik habe ich die Umgebung mit Terraform aufgebaut.", "work.1",
         "Die Umgebung mit Terraform aufgebaut."),
        ("french", "Power BI", "Oui, j'ai créé trois tableaux de bord Power BI aux Ateliers Vaucluse.", "work.1",
         "Créé trois tableaux de bord Power BI."),
        ("french", "Power BI", "oui", "skills.1", "Power BI"),
        ("spanish", "Salesforce", "Sí, en Conservas Ribadulla registré los pedidos en Salesforce durante dos años.", "work.1",
         "Registré los pedidos en Salesforce durante dos años."),
    ],
)  # fmt: skip
def test_an_answer_goes_where_it_belongs(name, term, said, line_id, after):
    assert propose_from(name, term, said) == [(line_id, after)]


@pytest.mark.parametrize(
    ("name", "term", "said"),
    [
        ("tech", "Terraform", "No"),
        ("tech", "Go", "A bit, I am learning Go with a tutorial."),
        ("tech", "Go", "Yes, but only in an online course."),
    ],
)
def test_a_no_and_a_bounded_yes_become_no_skill(name, term, said):
    assert propose_from(name, term, said) == []


def test_an_answer_the_resume_gives_already_adds_no_second_line():
    said = "Yes, at Pinecrest Rail I built the refund queue on RabbitMQ, 20,000 messages a day."
    assert propose_from("tech", "RabbitMQ", said) == [("skills.2", "RabbitMQ")]


def test_a_limit_stays_in_the_line():
    said = "I tried Terraform at Pinecrest Rail on two servers. I never used it in production."
    ((_, after),) = propose_from("tech", "Terraform", said)
    assert "never used it in production" in after


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Yes, I've led a team of four.", "Led a team of four"),
        ("We moved the shop to Shopify.", "We moved the shop to Shopify"),
        ("My team moved 12 shops and I did four of them.", "The team moved 12 shops and I did four of them"),
        ("We ran the till. I was on call for it.", "We ran the till; on call for it"),
        ("I am responsible for payroll.", "Responsible for payroll"),
        ("I wrote the tests, and I also ran the release.", "Wrote the tests, and ran the release"),
        ("I trained my colleague. Paris office only.", "Trained a colleague; Paris office only"),
        ("Yes", ""),
    ],
)
def test_resume_style(said, line):
    assert restyle(said, past=False, language="en", full_stop=False) == line


def test_a_long_answer_gives_a_line_and_no_page():
    said = "I ran the release. " + "I also wrote notes about it for the whole team. " * 300
    assert restyle(said, past=False, language="en", full_stop=True) == "Ran the release."
    assert restyle(said + "I never did it alone.", past=False, language="en", full_stop=True) == ""


def test_the_tense_is_that_of_the_role():
    assert restyle("I carry the budget", past=True, language="en", full_stop=True) == "Carried the budget."
    assert restyle("I plan menus", past=True, language="en", full_stop=False) == "Planned menus"
    assert restyle("I plan menus", past=False, language="en", full_stop=False) == "Plan menus"
