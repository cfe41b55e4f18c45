"""A scanned resume: read where the server is set to, else said to be one, and pages that were not read are named."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.agent.resume.read.scans import picture, scan
from tests.story.person import Person
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server


async def test_pages_that_were_not_read_are_named(person: Person) -> None:
    data = scan(picture(resume_pdf(), 60), dots=60, first=resume_pdf())
    session = await person.create(data, job_text=POSTING_TEXT, review="auto")
    async with person.listen(session) as ear:
        await ear.until_status("completed")
        assert [event for event in ear.heard if "not read: 2." in str(event)]
    assert "Mara Lindqvist" in (await person.export(session, "txt")).text


async def test_another_file_is_asked_for_instead_of_a_scan(person: Person) -> None:
    session = await person.create(scan(picture(resume_pdf(), 60), dots=60), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        await ear.until_status("failed")
    error = (await person.show(session))["error"]
    assert error["code"] == "SCANNED_FILE"
    assert "Upload the original document" in error["message"]


async def test_a_server_that_is_set_to_reads_scans(tmp_path: Path, database_url: str) -> None:
    if not shutil.which("tesseract"):
        if os.environ.get("CI"):
            pytest.fail("Tesseract is missing: apt-get install tesseract-ocr")
        pytest.skip("Tesseract is not installed: apt-get install tesseract-ocr")
    server = Server(tmp_path, database_url, ocr="true", ocr_languages="eng").start()
    person = await Person(server.url).sign_up()
    try:
        session = await person.create(scan(picture(resume_pdf(), 200)), job_text=POSTING_TEXT, review="auto")
        async with person.listen(session) as ear:
            await ear.until_status("completed", seconds=90)
        resume = (await person.export(session, "json")).json()
        assert resume["basics"]["name"] == "Mara Lindqvist"
        assert "Larkspur Freight" in [role["name"] for role in resume["work"]]
    finally:
        await person.close()
        server.stop()
