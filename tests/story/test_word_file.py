"""The person's own Word file comes back with the accepted changes: clean, and tracked to be settled one by one."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import docx
import pytest

from tests.agent.resume.write.word_file import document_root, settled, texts
from tests.story.person import Person, go_through
from tests.story.samples import POSTING_TEXT, resume_pdf

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@cache
def resume_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Mara Lindqvist", 0)
    document.add_paragraph("mara.lindqvist@example.org | +49 30 901820 | Berlin, Germany")
    document.add_heading("Experience", 1)
    document.add_heading("Backend Developer, Larkspur Freight, Berlin, Apr 2021 – Present", 2)
    for text in (
        "Own four Python (FastAPI) services that quote truckloads.",
        "Package services with Docker and deploy to K8s through GitLab pipelines.",
        "Modelled lanes and rates in Postgres.",
    ):
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Software Developer, Heron Dental Systems, Dublin, Jun 2017 – Mar 2021", 2)
    document.add_paragraph("Built appointment reminders in Django.", style="List Bullet")
    document.add_heading("Skills", 1)
    document.add_paragraph("Python, FastAPI, Django, Postgres, Docker, K8s, Linux")
    document.add_heading("Education", 1)
    document.add_paragraph("B.Sc. Information Systems, Otterbein University, 2013 – 2017")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


async def finished(person: Person, session: str) -> None:
    async with person.listen(session) as ear:
        await go_through(person, session, ear)


async def test_word_file_comes_back_clean_and_tracked(person: Person) -> None:
    original = resume_docx()
    session = await person.create(original, "mara.docx", job_text=POSTING_TEXT)
    await finished(person, session)
    accepted = [change for change in await person.changes(session) if change["state"] == "accepted"]
    reworded = [change for change in accepted if change["kind"] == "reword"]
    assert reworded

    clean = await person.export(session, "docx", mode="own")
    tracked = await person.export(session, "docx", mode="tracked")
    for answer in (clean, tracked):
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == WORD
        assert "Mara Lindqvist" in answer.headers["content-disposition"]
    before, after = texts(document_root(original)), texts(document_root(clean.content))
    assert after != before
    assert all(change["after"] in after for change in reworded)
    assert settled(tracked.content, accept=True) == after
    assert settled(tracked.content, accept=False) == before
    assert b"Bespoke" in zipfile.ZipFile(io.BytesIO(tracked.content)).read("word/document.xml")


async def test_only_changes_in_effect_in_the_asked_version_are_made(person: Person) -> None:
    original = resume_docx()
    session = await person.create(original, "mara.docx", job_text=POSTING_TEXT)
    await finished(person, session)
    untouched = await person.export(session, "docx", mode="own", version="0")
    assert texts(document_root(untouched.content)) == texts(document_root(original))
    restored = await person.post(session, "versions/0/restore")
    assert restored.status_code == 201
    tracked = await person.export(session, "docx", mode="tracked")
    assert settled(tracked.content, accept=True) == texts(document_root(original))


@pytest.mark.parametrize("mode", ["own", "tracked"])
async def test_file_of_another_kind_cannot_come_back_as_word(person: Person, mode: str) -> None:
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        await ear.until_asked()
    answer = await person.export(session, "docx", mode=mode)
    assert answer.status_code == 409
    assert answer.json()["detail"]["code"] == "NOT_A_WORD_FILE"
    answer = await person.export(session, "pdf", mode=mode)
    assert answer.status_code == 400
    assert answer.json()["detail"]["code"] == "MODE_NEEDS_DOCX"
    assert (await person.export(session, "docx", mode="new")).status_code == 200
