import pytest

from agent.job.wording import obliged, parts_of_item, parts_of_sentence


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Docker and Kubernetes", ["Docker and Kubernetes"]),
        ("Python or Go", ["Python or Go"]),
        ("Message queues such as Kafka, SQS or RabbitMQ", ["Message queues such as Kafka, SQS or RabbitMQ"]),
        ("Review invoices and chase suppliers", ["Review invoices", "chase suppliers"]),
        (
            "Coaching new staff daily and running the morning shift",
            ["Coaching new staff daily", "running the morning shift"],
        ),
        ("Find and win clients", ["Find and win clients"]),
        ("Right to work in Ireland; we cannot sponsor visas", ["Right to work in Ireland", "we cannot sponsor visas"]),
    ],
)
def test_items(text, parts):
    assert parts_of_item(text, duty=True) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "You have a clean licence, two years on reach trucks and a head for numbers.",
            ["a clean licence", "two years on reach trucks", "a head for numbers"],
        ),
        ("We ask for two years in IT, audit or compliance.", ["two years in IT, audit or compliance"]),
        ("You need experience with SAP, including FI and CO.", ["experience with SAP, including FI and CO"]),
        ("You work between 9 am and 3 pm.", ["You work between 9 am and 3 pm"]),
        (
            "Bonus points for Svelte, for charity work and for open source.",
            ["Svelte", "for charity work", "for open source"],
        ),
        ("Two years of French is required.", ["Two years of French"]),
    ],
)
def test_sentences(text, parts):
    assert parts_of_sentence(text, duty=False) == parts


def test_a_condition_is_told_without_the_employer():
    assert obliged("Orchard House requires an annual flu vaccination") == "an annual flu vaccination"
    assert obliged("A drug test is part of every offer") == "A drug test"
    assert obliged("You must pass a drug test") == "You must pass a drug test"
