"""What is in doubt of how the file was read is asked before anything is built on it, and the person's word is the baseline."""

from __future__ import annotations

from typing import Any

from tests.story.person import Ear, Event, Person
from tests.story.samples import POSTING_TEXT
from tests.story.unsure import CLEAN, NAMELESS, SWAPPED


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
