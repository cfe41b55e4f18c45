"""Where the resume outgrows its page, the person is offered what to leave out, least relevant first, and nothing goes unasked."""

from __future__ import annotations

import io

from pypdf import PdfReader

from tests.story.full_page import full_page
from tests.story.person import Ear, Event, Person
from tests.story.samples import POSTING_TEXT

ANSWER = "Yes, at Larkspur Freight I wrote two gRPC services that quote freight for every carrier we work with."


async def start(person: Person, **form: str) -> str:
    return await person.create(full_page().encode(), "resume.txt", **{"job_text": POSTING_TEXT, **form})


async def last_seq(person: Person, session: str) -> int:
    answer = await person.http.get(f"/tailoring-sessions/{session}/events", params={"limit": 1})
    return int(answer.json()["last_seq"])


async def grow(person: Person, session: str, ear: Ear) -> Event:
    """Answer, accept what adds lines, and come to the offer."""
    question = await ear.until_asked("gap", seconds=60)
    await person.say(session, ANSWER, question["input_id"])
    while True:
        asked = await ear.until_asked()
        if asked.get("fit"):
            return asked
        if asked["kind"] == "review":
            await person.decide(session, **dict.fromkeys(asked["change_ids"], "accept"))
        else:
            await person.say(session, "skip all", asked["input_id"])


async def test_grown_resume_is_offered_cuts_that_make_it_fit(person: Person) -> None:
    session = await start(person)
    async with person.listen(session) as ear:
        offer = await grow(person, session, ear)
        assert offer["kind"] == "review"
        fit = offer["fit"]
        assert (fit["pages"], fit["source_pages"], fit["template"]) == (2, 1, "classic")
        assert fit["over"] > 0
        assert "2 pages" in offer["question"]
        shown = await person.show(session)
        assert (shown["pages"], shown["version"]) == (2, 1)
        assert shown["pending_input"]["fit"] == fit
        assert len(PdfReader(io.BytesIO((await person.export(session, "pdf")).content)).pages) == 2
        cuts = [change for change in await person.changes(session) if change["id"] in offer["change_ids"]]
        assert all(change["after"] is None and "1 page again" in change["reason"] for change in cuts)
        assert all(change["before"].startswith("Sorted the post") for change in cuts), cuts
        floors = [int(change["before"].rsplit(" ", 1)[1]) for change in cuts]
        assert floors == sorted(floors, reverse=True)

        for cut in cuts:
            answer = await person.decide(session, **{cut["id"]: "accept"})
            assert answer.status_code == 200, answer.text
        await ear.until_status("completed")
        told = [event["message"] for event in ear.heard if event["type"] == "progress_update"]
        assert "1 page" in told[-1]
        pages = [event["pages"] for event in ear.heard if event["type"] == "resume_update"]
        assert (pages[0], pages[1], pages[-1]) == (1, 2, 1)
    pdf = await person.export(session, "pdf")
    assert pdf.headers["page-count"] == "1"
    text = (await person.export(session, "txt")).text
    assert "gRPC" in text
    assert "Quill and Sons GmbH" in text
    assert not [cut["before"] for cut in cuts if f"{cut['before']}\n" in text]

    async with person.listen(session, await last_seq(person, session)) as ear:
        await person.say(session, "undo")
        await ear.until_status("completed")
    assert (await person.show(session))["pages"] == 2
    states = {change["id"]: change["state"] for change in await person.changes(session)}
    assert states[cuts[-1]["id"]] == "rejected"
    assert [states[cut["id"]] for cut in cuts[:-1]] == ["accepted"] * (len(cuts) - 1)


async def test_for_a_line_that_stays_others_are_offered_and_refused_ones_never_again(person: Person) -> None:
    session = await start(person)
    async with person.listen(session) as ear:
        offer = await grow(person, session, ear)
        kept, *cut = offer["change_ids"]
        assert cut
        await person.decide(session, **{kept: "reject"}, **dict.fromkeys(cut, "accept"))
        more = await ear.until_asked("review")
        assert more["fit"]["pages"] == 2
        assert not set(more["change_ids"]) & set(offer["change_ids"])
        await person.decide(session, **dict.fromkeys(more["change_ids"], "reject"))
        await ear.until_status("completed")
        after = ear.heard[ear.heard.index(more) :]
        assert not [event for event in after if event["type"] == "change_proposed"]
        warned = [event for event in after if event.get("level") == "warning"]
        assert "from 1 page to 2" in warned[-1]["message"]
    text = (await person.export(session, "txt")).text
    still = {change["id"]: change["before"] for change in await person.changes(session) if change["id"] not in cut}
    assert all(before in text for id_, before in still.items() if id_.startswith("cut."))


async def test_auto_never_cuts(person: Person) -> None:
    again = await start(person)
    async with person.listen(again) as ear:
        question = await ear.until_asked("gap")
        await person.say(again, ANSWER, question["input_id"])
        await person.post(again, "stop")
    session = await start(person, review="auto")
    async with person.listen(session) as ear:
        await ear.until_status("completed")
        assert not [event for event in ear.heard if event["type"] == "human_input_required"]
    assert not [change for change in await person.changes(session) if change["after"] is None]
    shown = await person.show(session)
    if shown["pages"] == 2:
        assert [event for event in ear.heard if "from 1 page to 2" in event.get("message", "")]
