"""What is in doubt of how the file was read is asked before anything is built on it, and the person's word is the baseline."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from tests.story.person import Ear, Event, Person
from tests.story.samples import POSTING_TEXT
from tests.story.server import Server
from tests.story.test_kills import Wounds, reconnecting
from tests.story.unsure import CLEAN, NAMELESS, SWAPPED, swapped_docx


async def start(person: Person, text: str, **form: str) -> str:
    return await person.create(text.encode(), "resume.txt", **{"job_text": POSTING_TEXT, **form})


async def until_read(ear: Ear) -> Event:
    """The first question that is not about the reading."""
    return await ear.until(lambda event: event["type"] == "human_input_required" and "reading" not in event)


def asked(ear: Ear) -> list[Event]:
    return [event for event in ear.heard if event["type"] == "human_input_required"]


async def versions(person: Person, session: str) -> list[dict[str, Any]]:
    return list((await person.http.get(f"/tailoring-sessions/{session}/versions")).json()["items"])


async def test_doubtful_title_is_asked_first_and_the_answer_becomes_the_baseline(person: Person) -> None:
    session = await start(person, SWAPPED)
    async with person.listen(session) as ear:
        question = await ear.until_asked()
        assert question["kind"] == "clarify"
        assert question["reading"]["quote"] in question["question"]
        assert "Tidewater" in question["reading"]["quote"]
        assert "title at" in question["question"]
        assert question["choices"][0] == "Yes"
        assert (await person.show(session))["pending_input"]["reading"] == question["reading"]
        assert not [event for event in ear.heard if event["type"] in ("match_update", "change_proposed")]
        reply = await person.say(session, "Growth", question["input_id"])
        assert reply.status_code == 200, reply.text
        update = await ear.until(lambda event: event["type"] == "resume_update")
        assert (update["version"], update["kind"], update["by"]) == (1, "corrected", "person")
        await until_read(ear)
        assert len([event for event in asked(ear) if "reading" in event]) == 1
    newest, first = await versions(person, session)
    assert (first["kind"], first["by"]) == ("read", "agent")
    assert [(each["address"], each["value"]) for each in newest["corrections"]] == [("work.1.position", "Growth")]
    role = (await person.export(session, "json")).json()["work"][0]
    assert (role["position"], role["name"]) == ("Growth", "Tidewater")


async def test_clean_resume_is_asked_nothing_about(person: Person) -> None:
    session = await start(person, CLEAN)
    async with person.listen(session) as ear:
        await ear.until_asked()
        assert not [event for event in asked(ear) if "reading" in event]


async def test_every_doubt_is_asked_one_after_the_other_and_auto_asks_none(person: Person) -> None:
    session = await start(person, NAMELESS)
    async with person.listen(session) as ear:
        first = await ear.until_asked("clarify")
        assert first["reading"]["field"] == "name"
        await person.say(session, "Ilka Brandt", first["input_id"])
        second = await ear.until_asked("clarify")
        assert second["reading"]["field"] == "position"
        await person.say(session, "The other way round", second["input_id"])
        await until_read(ear)
    text = (await person.export(session, "txt")).text
    assert text.startswith("Ilka Brandt")
    auto = await start(person, NAMELESS.replace("2016 - 2019", "2015 - 2019"), review="auto")
    async with person.listen(auto) as ear:
        await ear.until_status("completed")
        assert not asked(ear)


async def test_answer_that_fits_no_field_leaves_the_question_open(person: Person) -> None:
    session = await start(person, NAMELESS)
    async with person.listen(session) as ear:
        name = await ear.until_asked("clarify")
        for text, code, hint in (
            ("   ", "EMPTY_MESSAGE", ""),
            ("?!", "ANSWER_DOES_NOT_FIT", ""),
            ("x" * 20_001, "ANSWER_DOES_NOT_FIT", "at most"),
            ("Ilka " * 200, "ANSWER_DOES_NOT_FIT", "at most"),
            ("My name is Ilka\nand I live in Berlin", "ANSWER_DOES_NOT_FIT", "one line"),
            ("ilka@example.org", "ANSWER_DOES_NOT_FIT", "only your name"),
            ("Why do you ask?", "ANSWER_DOES_NOT_FIT", ""),
        ):
            reply = await person.say(session, text, name["input_id"])
            assert reply.status_code == 400, text
            assert reply.json()["detail"]["code"] == code
            assert hint in reply.json()["detail"]["message"]
        assert (await person.show(session))["pending_input"]["input_id"] == name["input_id"]
        key = {"Idempotency-Key": "once"}
        said = [await person.say(session, "My name is Ilka Brandt", name["input_id"], **key) for _ in range(2)]
        assert [reply.status_code for reply in said] == [200, 200]
        assert said[0].json() == said[1].json()
        title = await ear.until_asked("clarify")
        late = await person.say(session, "Ilka Meyer", name["input_id"])
        assert late.json()["detail"]["code"] == "ALREADY_ANSWERED"
        await person.say(session, "skip all", title["input_id"])
        await until_read(ear)
    rows = await versions(person, session)
    assert [row["kind"] for row in rows] == ["corrected", "read"]
    assert (await person.export(session, "txt")).text.startswith("Ilka Brandt\n")


@pytest.mark.parametrize("named", [True, False], ids=["named", "unnamed"])
@pytest.mark.parametrize("said", ["Skip", "skip this one"])
async def test_skip_leaves_the_reading_as_it_is(person: Person, said: str, named: bool) -> None:
    session = await start(person, SWAPPED)
    async with person.listen(session) as ear:
        first = await ear.until_asked("clarify")
        await person.say(session, said, first["input_id"] if named else "")
        await until_read(ear)
    assert [row["kind"] for row in await versions(person, session)] == ["read"]


async def test_mere_no_is_asked_what_is_right_and_then_left(person: Person) -> None:
    session = await start(person, SWAPPED)
    async with person.listen(session) as ear:
        first = await ear.until_asked("clarify")
        await person.say(session, "No", first["input_id"])
        second = await ear.until_asked("clarify")
        assert second["reading"]["address"] == first["reading"]["address"]
        assert second["question"] != first["question"]
        await person.say(session, "no", second["input_id"])
        await until_read(ear)
    assert [row["kind"] for row in await versions(person, session)] == ["read"]


async def test_word_of_the_person_holds_for_the_same_file_until_taken_back(person: Person) -> None:
    session = await start(person, SWAPPED)
    async with person.listen(session) as ear:
        question = await ear.until_asked("clarify")
        await person.say(session, "No, it is Growth", question["input_id"])
        await until_read(ear)
    again = await start(person, SWAPPED)
    async with person.listen(again) as ear:
        await until_read(ear)
        assert not [event for event in asked(ear) if "reading" in event]
        update = [event for event in ear.heard if event["type"] == "resume_update"][-1]
        assert (update["version"], update["kind"], update["by"]) == (1, "corrected", "person")
    auto = await start(person, SWAPPED, review="auto")
    async with person.listen(auto) as ear:
        await ear.until_status("completed")
        assert not asked(ear)
    assert (await person.export(auto, "json")).json()["work"][0]["position"] == "Growth"
    stranger = await Person(person.url, "clarifystranger").sign_up()
    other = await start(stranger, SWAPPED)
    async with stranger.listen(other) as ear:
        assert "reading" in await ear.until_asked()
    await stranger.close()
    for each in (again, session):
        restored = await person.post(each, "versions/0/restore")
        assert restored.status_code == 201, restored.text
        assert restored.json()["corrections"] == []
    role = (await person.export(session, "json")).json()["work"][0]
    assert (role["position"], role["name"]) == ("Tidewater", "Growth")
    back = await person.post(session, "versions/1/restore")
    assert back.json()["corrections"][0]["value"] == "Growth"


async def test_confirmed_reading_is_not_asked_again_for_the_same_file(person: Person) -> None:
    session = await start(person, SWAPPED)
    async with person.listen(session) as ear:
        question = await ear.until_asked("clarify")
        await person.say(session, "Yes, that's right.", question["input_id"])
        await until_read(ear)
    again = await start(person, SWAPPED)
    async with person.listen(again) as ear:
        await until_read(ear)
        assert not [event for event in asked(ear) if "reading" in event]
    assert [row["kind"] for row in await versions(person, again)] == ["read"]


async def test_changes_rest_on_the_correction_and_undo_keeps_it(person: Person) -> None:
    session = await start(person, SWAPPED)
    async with person.listen(session) as ear:
        question = await ear.until_asked("clarify")
        await person.say(session, "Growth", question["input_id"])
        while (next_one := await ear.until_asked())["kind"] != "review":
            await person.say(session, "skip all", next_one["input_id"])
        decided = await person.decide(session, **dict.fromkeys(next_one["change_ids"], "accept"))
        assert decided.status_code == 200, decided.text
        await ear.until_status("completed")
        assert (await person.show(session))["version"] == 2
        await person.say(session, "undo")
        await ear.until_status("completed")
    rows = await versions(person, session)
    assert [row["kind"] for row in rows] == ["restored", "tailored", "corrected", "read"]
    assert all(row["corrections"] for row in rows[:-1])
    role = (await person.export(session, "json")).json()["work"][0]
    assert (role["position"], role["name"]) == ("Growth", "Tidewater")


async def test_stopped_session_asks_again_where_it_was(person: Person) -> None:
    session = await start(person, SWAPPED)
    async with person.listen(session) as ear:
        first = await ear.until_asked("clarify")
        await person.post(session, "stop")
        await person.say(session, "status")
        again = await ear.until_asked("clarify")
        assert again["reading"] == first["reading"]
        await person.post(session, "stop")
        await person.post(session, "resume")
        await ear.until_status("waiting_for_input")
        assert (await person.say(session, "Growth", again["input_id"])).status_code == 200
        await until_read(ear)


@pytest.mark.parametrize(
    ("answer", "role", "paragraphs"),
    [
        ("The other way round", ("Growth", "Tidewater"), ["Tidewater", "Growth"]),
        ("Head of Growth", ("Head of Growth", "Growth"), ["Head of Growth", "Growth"]),
    ],
)
async def test_word_file_has_the_persons_word_where_the_file_says_otherwise(
    person: Person, answer: str, role: tuple[str, str], paragraphs: list[str]
) -> None:
    session = await person.create(swapped_docx(), "ilka.docx", job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        question = await ear.until_asked("clarify")
        await person.say(session, answer, question["input_id"])
        while (asked := await ear.until_asked())["kind"] != "review":
            await person.say(session, "skip all", asked["input_id"])
        await person.decide(session, **dict.fromkeys(asked["change_ids"], "accept"))
        await ear.until_status("completed")
    work = (await person.export(session, "json")).json()["work"][0]
    assert (work["position"], work["name"]) == role
    for mode in ("own", "tracked"):
        answered = await person.export(session, "docx", mode=mode)
        assert answered.status_code == 200, answered.text
    own = await person.export(session, "docx", mode="own")
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(own.content)).paragraphs]
    at = texts.index("Experience")
    assert texts[at + 1 : at + 4] == [*paragraphs, "2019 - 2023"]
    assert any("brought Tidewater to four" in text for text in texts)


class Kills(Wounds):
    async def react(self, person: Person, session: str, event: Event) -> None:
        pending = (await person.show(session))["pending_input"]
        if pending and pending.get("reading"):
            reply = await person.say(session, "Growth", pending["input_id"])
            self.after_answer = True
            assert reply.status_code in (200, 409), reply.text
        else:
            await super().react(person, session, event)


@pytest.mark.timeout(240)
async def test_correction_survives_kill_9_and_is_made_once(server: Server) -> None:
    someone = await Person(server.url).sign_up()
    session = await start(someone, SWAPPED)
    heard: list[Event] = []
    wounds = Kills("asked clarify")
    await reconnecting(someone, session, heard, server, wounds)
    assert heard[-1]["status"] == "completed"
    assert set(wounds.struck) == {"asked clarify", "after answer"}
    rows = await versions(someone, session)
    assert [row["kind"] for row in rows].count("corrected") == 1
    assert [event["seq"] for event in heard] == list(range(1, len(heard) + 1))
    role = (await someone.export(session, "json")).json()["work"][0]
    assert (role["position"], role["name"]) == ("Growth", "Tidewater")
    await someone.close()
