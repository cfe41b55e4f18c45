"""A cover letter: asked for by a button or in the chat, written of evidence alone, shown, exported, and kept true."""

from __future__ import annotations

import io

from pypdf import PdfReader

from tests.story.person import Ear, Person
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server


async def finished(person: Person, posting: str = POSTING_TEXT) -> str:
    session = await person.create(resume_pdf(), job_text=posting, review="auto")
    async with person.listen(session) as ear:
        await ear.until_status("completed")
    return session


async def letter_heard(ear: Ear) -> dict[str, object]:
    event = await ear.until(lambda event: event["type"] == "letter_update")
    await ear.until_status("completed")
    return dict(event["letter"])


async def last_seq(person: Person, session: str) -> int:
    return int((await person.http.get(f"/tailoring-sessions/{session}/events")).json()["last_seq"])


async def test_letter_is_written_of_evidence_and_exported(person: Person) -> None:
    session = await finished(person)
    url = f"/tailoring-sessions/{session}/letter"
    early = await person.http.get(url)
    assert (early.status_code, early.json()["detail"]["code"]) == (409, "NO_LETTER_YET")
    after = await last_seq(person, session)
    async with person.listen(session, after) as ear, person.listen(session, after, full=False) as simple:
        asked = await person.post(session, "letter", {"recipient": "Ferrowave Logistics\nMs. Wend"})
        assert asked.status_code == 202, asked.text
        heard = await letter_heard(ear)
        await simple.until(lambda event: "letter is ready" in event.get("message", ""))
        assert "letter_update" not in {event["type"] for event in simple.heard}
    letter = (await person.http.get(url)).json()
    assert {**heard, "contradicted": []} == letter
    assert letter["paragraphs"][0] == "Dear Ms. Wend,"
    assert letter["paragraphs"][-2:] == ["Kind regards", "Mara Lindqvist"]
    whole = " ".join(letter["paragraphs"])
    for true in ("Senior Backend Engineer", "Larkspur Freight", "GitLab", "PostgreSQL"):
        assert true in whole
    for untrue in ("gRPC", "Terraform"):
        assert untrue not in whole
    assert {each["source"] for each in letter["evidence"]} == {"resume"}
    assert letter["note"] == ""
    assert letter["content"].startswith("# Mara Lindqvist")
    for format in ("pdf", "docx", "md", "txt"):
        answer = await person.http.get(f"{url}/export", params={"format": format})
        assert answer.status_code == 200, answer.text
        assert "Mara Lindqvist - Cover Letter" in answer.headers["content-disposition"]
        if format == "pdf":
            text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
            assert "Ms. Wend" in text
            assert "Larkspur Freight" in text


async def test_letter_is_asked_for_in_the_chat_and_idempotently(person: Person) -> None:
    session = await finished(person)
    after = await last_seq(person, session)
    async with person.listen(session, after) as ear:
        assert (await person.say(session, "Write the letter")).status_code == 200
        first = await letter_heard(ear)
        assert first["recipient"] == ""
        replies = [await person.post(session, "letter", {}, **{"Idempotency-Key": "once"}) for _ in range(2)]
        assert replies[0].json() == replies[1].json()
        assert {reply.status_code for reply in replies} == {202}
        await letter_heard(ear)
    events = (await person.http.get(f"/tailoring-sessions/{session}/events", params={"limit": 1000})).json()["items"]
    assert sum(event["type"] == "letter_update" for event in events) == 2


async def test_letter_during_the_review_leaves_the_review_open(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        asked = await ear.until_asked()
        early = await person.post(session, "letter")
        assert early.status_code == 202
        while asked["kind"] != "review":
            await person.say(session, "No", asked["input_id"])
            asked = await ear.until_asked()
        assert any(event["type"] == "letter_update" for event in ear.heard)
        assert (await person.post(session, "letter")).status_code == 202
        await ear.until(lambda event: event["type"] == "letter_update")
        again = await ear.until_asked("review")
        assert again["change_ids"] == asked["change_ids"]


async def test_letter_that_the_resume_no_longer_bears_out_is_not_given_away(person: Person) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        asked = await ear.until_asked()
        assert "gRPC" in asked["question"]
        said = "Yes, at Larkspur Freight I wrote two gRPC services."
        await person.say(session, said, asked["input_id"])
        while (asked := await ear.until_asked())["kind"] != "review":
            await person.say(session, "No", asked["input_id"])
        await person.decide(session, **dict.fromkeys(asked["change_ids"], "accept"))
        await ear.until_status("completed")
        await person.post(session, "letter")
        letter = await letter_heard(ear)
    assert "gRPC" in str(letter["paragraphs"])
    url = f"/tailoring-sessions/{session}/letter"
    assert (await person.post(session, "versions/0/restore")).status_code == 201
    assert (await person.http.get(url)).json()["contradicted"] == []
    for fact in (await person.http.get("/facts")).json()["items"]:
        await person.http.delete(f"/facts/{fact['id']}")
    contradicted = (await person.http.get(url)).json()["contradicted"]
    assert "gRPC" in str(contradicted)
    refused = await person.http.get(f"{url}/export", params={"format": "txt"})
    assert (refused.status_code, refused.json()["detail"]["code"]) == (409, "LETTER_OUTDATED")


async def test_letter_with_nothing_to_say_says_so(person: Person) -> None:
    session = await finished(person, "Pastry Chef\n\nWhat we need\n- Experience with laminated dough\n- Chocolate work")
    after = await last_seq(person, session)
    async with person.listen(session, after) as ear:
        await person.post(session, "letter")
        letter = await letter_heard(ear)
    assert letter["paragraphs"] == []
    assert "there is no letter" in str(letter["note"])
    refused = await person.http.get(f"/tailoring-sessions/{session}/letter/export")
    assert (refused.status_code, refused.json()["detail"]["code"]) == (409, "EMPTY_LETTER")


async def test_letter_needs_a_match(person: Person) -> None:
    session = await person.create(resume_pdf(), job_url="http://127.0.0.1:9/nothing")
    async with person.listen(session) as ear:
        await ear.until_asked("job_text")
    answer = await person.post(session, "letter")
    assert (answer.status_code, answer.json()["detail"]["code"]) == (409, "NO_MATCH_YET")


async def test_letter_goes_with_its_session(person: Person, postgres: str) -> None:
    import psycopg

    from tests.conftest import url_of

    session = await finished(person)
    after = await last_seq(person, session)
    async with person.listen(session, after) as ear:
        await person.post(session, "letter")
        await letter_heard(ear)
    assert (await person.http.delete(f"/tailoring-sessions/{session}")).status_code == 204
    with psycopg.connect(url_of(postgres, "story")) as connection:
        left = connection.execute("SELECT count(*) FROM letters WHERE session_id = %s", (session,)).fetchone()
    assert left == (0,)


async def test_killed_worker_writes_the_letter_once(server: Server) -> None:
    person = await Person(server.url).sign_up()
    session = await finished(person)
    after = await last_seq(person, session)
    async with person.listen(session, after) as ear:
        await person.post(session, "letter")
        await ear.until(lambda event: event.get("step") == "letter")
        server.kill()
    server.start()
    async with person.listen(session, after) as ear:
        await letter_heard(ear)
    events = (await person.http.get(f"/tailoring-sessions/{session}/events", params={"after": after})).json()["items"]
    assert sum(event["type"] == "letter_update" for event in events) == 1
    replies = [event["message"] for event in events if event["type"] == "chat_message" and event["role"] == "agent"]
    assert len(replies) == 1
    await person.close()
