"""Of any number of answers to one question one takes effect; what does not fit leaves it open."""

from __future__ import annotations

import asyncio

from tests.story.person import Person, go_through
from tests.story.samples import POSTING_TEXT, resume_pdf


async def test_twenty_simultaneous_answers_take_effect_once(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        question = await ear.until_asked("gap")
        replies = await asyncio.gather(
            *(
                person.say(session, f"Yes, {number} years at Larkspur Freight", question["input_id"])
                for number in range(20)
            )
        )
        statuses = sorted(reply.status_code for reply in replies)
        assert statuses == [200] + [409] * 19
        assert {reply.json()["detail"]["code"] for reply in replies if reply.status_code == 409} == {"ALREADY_ANSWERED"}
        await ear.until_asked()
        resolved = [event for event in ear.heard if event["type"] == "human_input_resolved"]
        assert [event["input_id"] for event in resolved] == [question["input_id"]]
    assert len((await person.http.get("/facts")).json()["items"]) == 1


async def test_same_key_gives_the_first_answer_again(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        question = await ear.until_asked("gap")
        replies = await asyncio.gather(
            *(person.say(session, "No", question["input_id"], **{"Idempotency-Key": "k"}) for _ in range(5))
        )
        assert {reply.status_code for reply in replies} == {200}
        assert len({reply.text for reply in replies}) == 1


async def test_answer_that_does_not_fit_leaves_the_question_open(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        question = await ear.until_asked("gap")
        for text, code in (
            ("?!", "ANSWER_DOES_NOT_FIT"),
            ("  ", "EMPTY_MESSAGE"),
            ("x" * 20_001, "ANSWER_DOES_NOT_FIT"),
        ):
            reply = await person.say(session, text, question["input_id"])
            assert reply.status_code == 400
            assert reply.json()["detail"]["code"] == code
        pending = (await person.show(session))["pending_input"]
        assert pending["input_id"] == question["input_id"]
        assert (await person.say(session, "word " * 3_999, question["input_id"])).status_code == 200
        await ear.until_asked()


async def test_skip_all_leaves_the_questions_and_no_is_kept(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        first = await ear.until_asked("gap")
        await person.say(session, "No", first["input_id"])
        second = await ear.until_asked("gap", "review")
        if second["kind"] == "gap":
            await person.say(session, "skip all", second["input_id"])
            await ear.until_asked("review")
    facts = (await person.http.get("/facts")).json()["items"]
    assert [fact["answer"] for fact in facts] == ["no"]
    again = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(again) as ear:
        await ear.until_asked()
        asked = [event["question"] for event in ear.heard if event["type"] == "human_input_required"]
        assert first["question"] not in asked


async def test_word_said_while_running_is_heard(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT, review="auto")
    reply = await person.say(session, "Remove the line about the incident template")
    assert reply.status_code == 200
    async with person.listen(session) as ear:
        await go_through(person, session, ear)
        if "incident template" in (await person.export(session, "txt")).text:
            await ear.until_status("completed")
    assert "incident template" not in (await person.export(session, "txt")).text


async def test_decisions_are_all_or_none(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        while (asked := await ear.until_asked())["kind"] != "review":
            await person.say(session, "skip all", asked["input_id"])
        first = asked["change_ids"][0]
        reply = await person.decide(session, **{first: "accept", "nonsense": "accept"})
        assert reply.status_code == 400
        assert {change["state"] for change in await person.changes(session)} <= {"proposed", "blocked"}
        twice = await asyncio.gather(
            person.decide(session, **{first: "accept"}), person.decide(session, **{first: "reject"})
        )
        assert sorted(reply.status_code for reply in twice) == [200, 409]
        text = "I wrote this line myself."
        wording = next(
            (
                change
                for change in await person.changes(session)
                if change["kind"] in ("reword", "add") and change["state"] == "proposed" and not change["items"]
            ),
            None,
        )
        assert wording is not None
        edited = await person.post(
            session,
            "changes/decisions",
            {"decisions": [{"change_id": wording["id"], "decision": "edit", "text": text}]},
        )
        assert edited.status_code == 200, edited.text
        row = next(row for row in edited.json()["items"] if row["id"] == wording["id"])
        assert (row["state"], row["by"], row["after"]) == ("edited", "person", text)
        assert text in (await person.export(session, "txt")).text


async def test_question_is_no_answer_and_skip_in_any_words_is_no_fact(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        question = await ear.until_asked("gap")
        asked_back = await person.say(session, "What do you mean?", question["input_id"])
        assert asked_back.status_code == 400
        assert (await person.say(session, "Skip all questions", question["input_id"])).status_code == 200
        await ear.until_asked("review")
    assert (await person.http.get("/facts")).json()["items"] == []


async def test_answer_to_a_stopped_session_is_the_answer(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        question = await ear.until_asked("gap")
        await person.post(session, "stop")
        reply = await person.say(session, "No", question["input_id"])
        assert reply.status_code == 200
        after = await ear.until_asked()
        assert after["input_id"] != question["input_id"]
        assert after["question"] != question["question"]


async def test_word_to_a_stopped_session_is_heard_before_its_question_is_asked_again(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        question = await ear.until_asked("gap")
        await person.post(session, "stop")
        assert (await person.say(session, "status")).status_code == 200
        said = await ear.until(lambda event: event["type"] == "chat_message" and event["role"] == "agent")
        assert said["message"]
        again = await ear.until_asked("gap")
        assert again["question"] == question["question"]


async def test_same_new_resume_for_two_jobs_at_once(person: Person) -> None:
    made = await asyncio.gather(*(person.create(resume_pdf(), job_text=POSTING_TEXT) for _ in range(6)))
    assert len(set(made)) == 6
    deleted = await asyncio.gather(*(person.http.delete(f"/tailoring-sessions/{session}") for session in made[1:]))
    assert {reply.status_code for reply in deleted} == {204}
    async with person.listen(made[0]) as ear:
        await ear.until_asked()


async def test_nul_in_what_is_sent_is_dropped(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        await ear.until_asked()
    reply = await person.say(session, "No\x00", "some\x00context")
    assert reply.status_code == 200
    assert "\x00" not in reply.json()["message"]


async def test_undo_of_one_change_keeps_the_others(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT, review="auto")
    async with person.listen(session) as ear:
        await ear.until_status("completed")
        taken = [change for change in await person.changes(session) if change["state"] == "accepted"]
        assert len(taken) >= 2
        summary = next(change for change in taken if change["section"] == "summary")
        assert (await person.say(session, "undo that change", summary["id"])).status_code == 200
        await ear.until_status("completed")
        text = (await person.export(session, "md")).text
    assert summary["after"] not in text
    states = {change["id"]: change["state"] for change in await person.changes(session)}
    assert states[summary["id"]] == "rejected"
    assert all(states[change["id"]] == "accepted" for change in taken if change["id"] != summary["id"])
    assert len([change for change in await person.changes(session) if change["state"] == "proposed"]) == 0
