"""People answer a question about the reading in many ways; each means one of yes, the right value, no, skip."""

from __future__ import annotations

import pytest

from agent.errors import InvalidAnswer
from agent.tailor.answering import corrections, skipped, understand
from agent.tailor.astray import Home
from agent.tailor.clarify import Reading, card

TITLE = Reading(
    address="work.1.position",
    field="position",
    read="Tidewater",
    beside="Growth",
    quote="Tidewater · Growth · 2019 - 2023",
    ask="Is “Tidewater” your title at Growth?",
)
EMPLOYER = TITLE.model_copy(
    update={"address": "work.1.employer", "field": "employer", "read": "Growth, Tidewater", "beside": ""}
)


def field(name: str, read: str) -> Reading:
    return Reading(address=f"basics.{name}", field=name, read=read, ask="?")


@pytest.mark.parametrize(
    "text", ["Yes", "yes.", "Yes, that's right", "that’s right", "Ja, stimmt", "oui", "Sí", "y", "Correct!"]
)
def test_yes(text: str) -> None:
    assert understand(TITLE, text) == ("confirm", {"work.1.position": "Tidewater"})


@pytest.mark.parametrize("text", ["No", "no.", "Nein", "non", "No, that's wrong", "that is wrong"])
def test_no(text: str) -> None:
    assert understand(TITLE, text).kind == "no"


def test_none_where_nothing_was_read_leaves_it_so() -> None:
    assert understand(field("email", ""), "I have none").kind == "skip"


@pytest.mark.parametrize(
    "text",
    [
        "Skip",
        "skip.",
        "Skip this one",
        "pass",
        "Please skip this question",
        "skip, please",
        "Überspringen",
        "Passer",
        "Omitir",
        "I don't know",
        "not sure",
        "keine Ahnung",
        "je ne sais pas",
    ],
)
def test_skip(text: str) -> None:
    assert skipped(text) == "one"
    assert understand(TITLE, text).kind == "skip"


@pytest.mark.parametrize(
    "text", ["skip all", "Skip all of the questions", "alle Fragen überspringen", "tout passer", "omitir todas"]
)
def test_skip_all(text: str) -> None:
    assert skipped(text) == "all"


@pytest.mark.parametrize("text", ["Next", "Skipper", "Pass the Baton CIC", "Skip hire driver", "no"])
def test_a_name_is_no_skip(text: str) -> None:
    assert skipped(text) == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Growth Manager", "Growth Manager"),
        ("“Growth Manager”", "Growth Manager"),
        ("No, it is Growth Manager.", "Growth Manager"),
        ("no: growth manager", "growth manager"),
        ("It was Growth Manager", "Growth Manager"),
        ("Nein, das ist Growth Manager", "Growth Manager"),
        ("Non, c’est Growth Manager", "Growth Manager"),
        ("No, es Growth Manager", "Growth Manager"),
        ("Growth Manager at Growth", "Growth Manager"),
        ("The other way round", "Growth"),
        ("No Limit Coach", "No Limit Coach"),
        ("Es-Teacher", "Es-Teacher"),
        ("Sr. Engineer II", "Sr. Engineer II"),
        ("VP Sales, EMEA", "VP Sales, EMEA"),
    ],
)
def test_right_title(text: str, value: str) -> None:
    assert understand(TITLE, text) == ("correct", {"work.1.position": value})


def test_title_and_employer_at_once() -> None:
    both = {"work.1.position": "Growth", "work.1.employer": "Tidewater"}
    assert understand(EMPLOYER, "Growth at Tidewater").values == both
    assert understand(EMPLOYER, "It is my title").values == {"work.1.position": "Growth, Tidewater"}


@pytest.mark.parametrize(
    ("reading", "text", "value"),
    [
        (field("email", "a@b.org"), "jane@example.org", "jane@example.org"),
        (field("phone", "2019 2023"), "none", ""),
        (field("phone", "2019 2023"), "+44 20 7946 0958", "+44 20 7946 0958"),
        (field("name", ""), "I'm Jo Öst", "Jo Öst"),
    ],
)
def test_contact(reading: Reading, text: str, value: str) -> None:
    assert understand(reading, text).values == {reading.address: value}


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        (field("email", "a@b.org"), "jane at example"),
        (field("phone", "2019 2023"), "call me"),
        (field("name", "Curriculum"), "jane@example.org"),
        (field("name", "Curriculum"), "none"),
        (TITLE, "one\ntwo"),
        (TITLE, "x" * 201),
        (TITLE, "???"),
        (TITLE.model_copy(update={"read": ""}), "Yes"),
        (TITLE.model_copy(update={"beside": ""}), "The other way round"),
        (TITLE.model_copy(update={"field": "dates", "address": "work.1.dates"}), "a long time ago"),
    ],
)
def test_what_fits_nothing_is_refused_with_what_would_do(reading: Reading, text: str) -> None:
    with pytest.raises(InvalidAnswer):
        understand(reading, text)


def test_line_is_placed_by_a_name_that_only_one_has() -> None:
    places = [
        Home(id="awards", name="Awards"),
        Home(id="work.1", name="Baker, Harbour Press"),
        Home(id="work.2", name="Baker, Atlas"),
    ]
    reading = Reading(address="unplaced.l1", field="unplaced", read="Best loaf 2020", ask="?", places=places)
    assert understand(reading, "yes").values == {"unplaced.l1": "awards"}
    assert understand(reading, "harbour press").values == {"unplaced.l1": "work.1"}
    with pytest.raises(InvalidAnswer):
        understand(reading, "Baker")
    with pytest.raises(InvalidAnswer):
        understand(reading, "somewhere")
    assert card(reading, "en")["choices"] == ["Yes", "Baker, Harbour Press", "Baker, Atlas", "Skip"]


@pytest.mark.parametrize("language", ["en", "de-AT", "fr", "es", "pl", ""])
def test_every_language_words_every_question(language: str) -> None:
    told = card(TITLE, language)
    assert TITLE.quote in told["question"]
    assert len(told["choices"]) == 3


@pytest.mark.parametrize("text", ["Not a job of its own", "That’s not a job.", "not a role", "Keine eigene Stelle"])
def test_role_that_is_none_goes_where_it_belongs(text: str) -> None:
    strange = TITLE.model_copy(update={"entry": "Tidewater, Growth, 2019 - 2023", "above": "work.0", "doubtful": True})
    reply = understand(strange, text)
    assert reply.values == {"work.1": "work.0"}
    (made,) = corrections(strange, reply)
    assert (made.address, made.read, made.moves) == ("work.1", strange.entry, True)
    assert "Not a job of its own" in card(strange, "en")["choices"]
    assert "Not a job of its own" not in card(TITLE, "en")["choices"]
