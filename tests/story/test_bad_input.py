"""Whatever a stranger sends gets a clear error with its code, or a question, and the server goes on serving."""

from __future__ import annotations

import io
import socket
import threading
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

import pypdf
import pytest

from tests.story.person import Person
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server, Site


def encrypted_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(resume_pdf()))
    writer.encrypt("secret", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned_pdf() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_bomb() -> bytes:
    """A page whose content stream unpacks to 200 MB."""
    stream = zlib.compress(b"0 0 m 1 1 l S " * 15_000_000, 9)
    parts = [
        b"%PDF-1.5\n",
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n",
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream endobj\n" % (len(stream), stream),
        b"trailer<</Root 1 0 R/Size 5>>\n%%EOF",
    ]
    return b"".join(parts)


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w:p>" * 40_000_000)
    return out.getvalue()


BAD_FILES = {
    "not a PDF": (b"MZ\x90\x00 this is a program", "resume.pdf", {415}),
    "encrypted": (encrypted_pdf(), "resume.pdf", {400}),
    "empty": (b"", "resume.pdf", {400, 415}),
    "eleven megabytes": (b"%PDF-1.7\n" + b"x" * 11_000_000, "resume.pdf", {413}),
    "zip bomb": (zip_bomb(), "resume.docx", {400, 413, 415}),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "resume.png", {415}),
}


@pytest.mark.parametrize("kind", BAD_FILES)
async def test_file_that_is_no_resume_is_refused_at_the_door(person: Person, kind: str) -> None:
    data, name, statuses = BAD_FILES[kind]
    answer = await person.http.post(
        "/tailoring-sessions/", files={"resume": (name, data)}, data={"job_text": POSTING_TEXT}
    )
    assert answer.status_code in statuses, answer.text
    assert set(answer.json()["detail"]) >= {"message", "code"}
    assert (await person.http.get("/tailoring-sessions/")).json()["items"] == []


@pytest.mark.parametrize("kind", ["scanned", "pdf bomb"])
async def test_file_that_cannot_be_read_fails_its_session_with_a_code(person: Person, kind: str) -> None:
    data = scanned_pdf() if kind == "scanned" else pdf_bomb()
    started = time.monotonic()
    answer = await person.http.post(
        "/tailoring-sessions/", files={"resume": ("r.pdf", data)}, data={"job_text": POSTING_TEXT}
    )
    if answer.status_code == 201:
        session = answer.json()["id"]
        async with person.listen(session) as ear:
            await ear.until_status("failed", seconds=20)
        error = (await person.show(session))["error"]
        assert error["code"] in ("SCANNED_FILE", "UNREADABLE_FILE")
        assert error["retryable"] is False
    else:
        assert answer.json()["detail"]["code"] in ("SCANNED_FILE", "UNREADABLE_FILE")
    assert time.monotonic() - started < 20
    assert (await person.http.get("/health/ready")).status_code == 200


async def test_path_in_the_file_name_is_only_a_name(person: Person, shared_server: Server) -> None:
    session = await person.create(resume_pdf(), "../../x.pdf", job_text=POSTING_TEXT, review="auto")
    async with person.listen(session) as ear:
        await ear.until_status("completed")
    found = [path for path in shared_server.folder.rglob("*") if path.name == "x.pdf"]
    assert not found
    assert not (shared_server.folder.parent / "x.pdf").exists()


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "nonsense", "http://"]
)
async def test_link_that_is_none_is_refused(person: Person, url: str) -> None:
    answer = await person.http.post(
        "/tailoring-sessions/", files={"resume": ("r.pdf", resume_pdf())}, data={"job_url": url}
    )
    assert answer.status_code == 400
    assert answer.json()["detail"]["code"] == "INVALID_JOB_URL"
    assert answer.json()["detail"]["fields"][0]["field"] == "job_url"


def redirect(target: str):
    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", target)
        handler.end_headers()

    return page


def huge(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(50):
        handler.wfile.write(b"<p>word</p>" * 100_000)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(300):
        handler.wfile.write(b"<p>")
        handler.wfile.flush()
        time.sleep(0.1)


@contextmanager
def canary() -> Iterator[tuple[int, list[object]]]:
    """A listener that must hear nothing."""
    listener = socket.create_server(("127.0.0.1", 0))
    visitors: list[object] = []

    def watch() -> None:
        while True:
            try:
                connection, address = listener.accept()
            except OSError:
                return
            visitors.append(address)
            connection.close()

    threading.Thread(target=watch, daemon=True).start()
    yield listener.getsockname()[1], visitors
    listener.close()


async def test_private_address_is_asked_about_and_never_visited(person: Person, site: Site) -> None:
    with canary() as (port, visitors):
        site.pages["/to-canary"] = redirect(f"http://127.0.0.1:{port}/")
        site.pages["/to-metadata"] = redirect("http://169.254.169.254/latest/meta-data/")
        for url in (
            f"http://127.0.0.1:{port}/",
            f"http://[::ffff:127.0.0.1]:{port}/",
            "http://169.254.169.254/latest/meta-data/",
            site.url("/to-canary"),
            site.url("/to-metadata"),
        ):
            session = await person.create(resume_pdf(), job_url=url)
            async with person.listen(session) as ear:
                question = await ear.until_asked(seconds=15)
                assert question["kind"] == "job_text", url
        assert not visitors


@pytest.mark.parametrize("path", ["/huge", "/endless"])
async def test_page_without_end_becomes_a_question_in_time(person: Person, site: Site, path: str) -> None:
    site.pages.update({"/huge": huge, "/endless": endless})
    session = await person.create(resume_pdf(), job_url=site.url(path))
    async with person.listen(session) as ear:
        question = await ear.until_asked(seconds=20)
        assert question["kind"] == "job_text"
    assert (await person.http.get("/health/ready")).status_code == 200


async def test_odd_resumes_and_postings_come_to_a_clear_end(person: Person) -> None:
    odd = {
        "no dates": (
            "Ana Example\nana@example.org\n\nExperience\nBaker, Corner Bakery\n- Baked bread every day\n",
            POSTING_TEXT,
        ),
        "no spaces": (
            "王小明\nwang@example.org\n\n工作经历\n软件工程师\n负责后端服务的开发与维护，使用Python和PostgreSQL。\n",
            POSTING_TEXT,
        ),
        "no requirement": ("Ana Example\nana@example.org\n\nSkills\nPython, Go\n", "We are a company. " * 10),
        "long posting": ("Ana Example\nana@example.org\n\nSkills\nPython, Go\n", "- Experience with Python\n" * 8_000),
    }
    for kind, (resume, posting) in odd.items():
        session = await person.create(resume.encode(), "resume.txt", job_text=posting[:200_000], review="auto")
        async with person.listen(session) as ear:
            await ear.until_status("completed", seconds=40)
        text = (await person.export(session, "txt")).text
        for line in resume.splitlines():
            for word in line.strip("- ").split():
                assert word.strip(",") in text, (kind, word)
