import pytest

from agent.errors import InvalidAnswer
from agent.job.facts import read_answer
from agent.job.model import Fact, Question
from tests.agent.job.resumes import ask, resume, role

OF = resume(
    role("Backend Developer", "Larkspur Freight", "2021-04 - today", "Services"),
    role("Developer", "Heron Dental Systems", "2017-06 - 2021-03", "Reminders"),
)
KAFKA = ask("Experience with Kafka")
QUESTION = Question(key="gap:kafka", text="Have you worked with “Kafka”? If so, tell me where and what you did.")


def answer(said: str) -> Fact | None:
    return read_answer(QUESTION, said, OF, KAFKA)


@pytest.mark.parametrize(
    "said",
    ["", "  ", "skip", "Skip.", "I don't know", "not sure", "Überspringen", "weiß nicht", "je ne sais pas", "no sé"],
)
def test_a_skipped_question_gives_no_fact(said):
    assert answer(said) is None


@pytest.mark.parametrize("said", ["...", "?!", "-", "🙂", "___"])
def test_punctuation_alone_is_no_answer(said):
    with pytest.raises(InvalidAnswer):
        answer(said)


@pytest.mark.parametrize(
    "said", ["No", "no.", "Nope", "Never", "not yet", "Nein", "Noch nie.", "Non", "Jamais", "Nunca", "No, sorry"]
)
def test_a_no_is_a_fact_without_a_statement(said):
    fact = answer(said)
    assert fact is not None
    assert (fact.answer, fact.statement, fact.requirement) == ("no", "", "Experience with Kafka")


@pytest.mark.parametrize("said", ["Yes", "yes!", "Ja", "Oui.", "Sí", "Yep"])
def test_a_bare_yes_states_only_the_quoted_words(said):
    fact = answer(said)
    assert fact is not None
    assert (fact.answer, fact.statement) == ("yes", "Kafka")


def test_a_told_yes_states_what_was_said():
    fact = answer("Yes, two years at Heron with Kafka 2.x")
    assert fact is not None
    assert fact.answer == "yes"
    assert fact.statement == "two years at Heron with Kafka 2.x"
    assert fact.said == "Yes, two years at Heron with Kafka 2.x"
    assert fact.entry == "work.2"
    assert fact.terms == ["kafka"]


def test_a_yes_that_does_not_name_the_thing_is_led_by_the_quoted_words():
    fact = answer("Yes, two years at Larkspur")
    assert fact is not None
    assert (fact.statement, fact.entry) == ("Kafka: two years at Larkspur", "work.1")


def test_a_no_with_a_but_keeps_what_follows():
    fact = answer("No, but I ran RabbitMQ at Heron for a year")
    assert fact is not None
    assert (fact.answer, fact.statement, fact.entry) == ("other", "I ran RabbitMQ at Heron for a year", "work.2")


def test_a_story_without_yes_or_no_is_kept():
    fact = answer("At Larkspur I moved the quotes onto Kafka topics.")
    assert fact is not None
    assert (fact.answer, fact.entry) == ("other", "work.1")
    assert fact.statement == "At Larkspur I moved the quotes onto Kafka topics."


def test_of_alternatives_only_the_named_become_terms():
    either = ask("Python or Go")
    fact = read_answer(QUESTION, "Yes, Go for three years", OF, either)
    assert fact is not None
    assert fact.terms == ["go"]
    bare = read_answer(QUESTION, "Yes", OF, either)
    assert bare is not None
    assert bare.terms == []


def test_a_long_answer_is_kept_whole():
    said = "Yes, Kafka at Heron. " + "And then some. " * 1400
    fact = answer(said)
    assert fact is not None
    assert len(said) > 20_000
    assert fact.said == said
    assert fact.statement.endswith("And then some.")


def test_an_answer_to_a_question_of_its_own():
    fact = read_answer(Question(key="k", text="Anything else?"), "I speak Basque", OF, None)
    assert fact is not None
    assert (fact.answer, fact.statement, fact.requirement) == ("other", "I speak Basque", "")


def test_a_word_of_no_employer_names_no_role():
    fact = answer("Yes, at Initech")
    assert fact is not None
    assert fact.entry == ""
