"""The main job, end to end: a PDF and a posting in, a truthful resume out, watched, answered, stopped and resumed."""

from __future__ import annotations

import io

from pypdf import PdfReader

from tests.story.person import Person, go_through
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Site

BASIC = {"progress_update", "resume_update", "human_input_required"}


async def test_person_tailors_a_resume_from_upload_to_export(person: Person, site: Site) -> None:
    session = await person.create(resume_pdf(), job_url=site.url("/jobs/backend"))
    async with person.listen(session) as ear, person.listen(session, full=False) as simple:
        question = await ear.until_asked("gap", "clarify")
        assert "gRPC" in question["question"]
        reply = await person.say(session, "Yes, at Larkspur Freight I wrote two gRPC services.", question["input_id"])
        assert reply.status_code == 200
        assert reply.json()["type"] == "chat_message"

        while (asked := await ear.until_asked())["kind"] != "review":
            await person.say(session, "No", asked["input_id"])
        changes = await person.changes(session)
        assert {change["id"] for change in changes if change["state"] == "proposed"} == set(asked["change_ids"])
        assert all(change["evidence"] and change["reason"] for change in changes if change["state"] == "proposed")
        assert any("gRPC" in (change["after"] or "") for change in changes)

        before = (await person.show(session))["version"]
        stopped = await person.post(session, "stop")
        assert stopped.json() == {"status": "stopped"}
        await ear.until_status("stopped")
        assert (await person.post(session, "stop")).json() == {"status": "stopped"}
        resumed = await person.post(session, "resume")
        assert resumed.json()["status"] in ("queued", "running")
        await ear.until_status("waiting_for_input")
        assert (await person.show(session))["version"] == before

        refused = next(change["id"] for change in changes if "gRPC" not in (change["after"] or ""))
        taken = [id_ for id_ in asked["change_ids"] if id_ != refused]
        decided = await person.decide(session, **{refused: "reject"}, **dict.fromkeys(taken, "accept"))
        assert decided.status_code == 200, decided.text
        assert {row["state"] for row in decided.json()["items"] if row["id"] in taken} == {"accepted"}
        end = await go_through(person, session, ear)
        assert end["status"] == "completed"
        heard = {event["type"] for event in ear.heard}
        assert heard >= BASIC | {"hello", "session_status", "chat_message", "change_proposed", "change_decided"}
        seqs = [event["seq"] for event in ear.heard if "seq" in event]
        assert seqs == list(range(1, len(seqs) + 1))

        await simple.until(lambda event: event.get("progress") == 100)
        assert {event["type"] for event in simple.heard} == BASIC

    shown = await person.show(session)
    assert shown["status"] == "completed"
    assert shown["progress"] == 100
    assert shown["match"]["score"]["after"] >= shown["match"]["score"]["before"]
    pdf = await person.export(session, "pdf")
    assert pdf.headers["content-type"] == "application/pdf"
    assert "Mara Lindqvist" in pdf.headers["content-disposition"]
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
    american = await person.export(session, "pdf", paper="letter")
    assert [round(PdfReader(io.BytesIO(each.content)).pages[0].mediabox.width) for each in (pdf, american)] == [
        595,
        612,
    ]
    assert (await person.export(session, "pdf", paper="a3")).status_code == 400
    for true in ("Mara Lindqvist", "Larkspur Freight", "Heron Dental Systems", "90,000", "Otterbein", "gRPC"):
        assert true in text
    dropped = next(change for change in changes if change["id"] == refused)
    assert next(change for change in await person.changes(session) if change["id"] == refused)["state"] == "rejected"
    assert dropped["after"] not in (await person.export(session, "md")).text
    for format in ("md", "txt", "json"):
        export = await person.export(session, format)
        assert export.status_code == 200, export.text
        assert export.content


async def test_auto_review_asks_nothing_and_applies_what_is_supported(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT, review="auto")
    async with person.listen(session) as ear:
        await ear.until_status("completed")
        assert not [event for event in ear.heard if event["type"] == "human_input_required"]
    changes = await person.changes(session)
    assert [change for change in changes if change["state"] == "accepted"]
    assert "Kubernetes" in (await person.export(session, "txt")).text


async def test_page_that_is_no_posting_becomes_a_question_and_the_pasted_text_goes_on(
    person: Person, site: Site
) -> None:
    for path in ("/login-wall", "/nowhere"):
        session = await person.create(resume_pdf(), job_url=site.url(path))
        async with person.listen(session) as ear:
            question = await ear.until_asked("job_text")
            assert "paste" in question["question"]
            short = await person.say(session, "no idea", question["input_id"])
            assert short.status_code == 400
            assert short.json()["detail"]["code"] == "ANSWER_DOES_NOT_FIT"
            await person.say(session, POSTING_TEXT, question["input_id"])
            await ear.until_asked("gap", "clarify", "review")


async def test_chat_after_the_end_starts_another_turn_and_undo_takes_a_step_back(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT, review="auto")
    async with person.listen(session) as ear:
        await ear.until_status("completed")
        first = (await person.show(session))["version"]
        assert first > 0
        assert (await person.say(session, "undo")).status_code == 200
        await ear.until_status("completed")
        assert (await person.show(session))["version"] == first + 1
        versions = (await person.http.get(f"/tailoring-sessions/{session}/versions")).json()["items"]
        assert [row["number"] for row in versions] == list(range(first + 1, -1, -1))
        assert versions[0]["sha256"] == versions[2]["sha256"]
        restored = await person.post(session, "versions/0/restore")
        assert restored.status_code == 201
        assert restored.json()["sha256"] == versions[-1]["sha256"]
