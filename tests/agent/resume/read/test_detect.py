"""What a file is, told from its bytes; the name only decides between the kinds of text."""

from __future__ import annotations

import pytest

from agent.errors import UnsupportedFormat
from agent.resume.read import check_upload, detect_format
from tests.agent.resume.read import docx_files, pdf_files
from tests.agent.resume.read.conftest import sample

TEXT = b"Nora Lindqvist\n\nExperience\nBaker, Surdeg AB\n"


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (b"%PDF-1.7\n", "cv.docx", "pdf"),
        (b"\xef\xbb\xbf%PDF-1.4", "", "pdf"),
        (b"PK\x03\x04", "cv.pdf", "docx"),
        (TEXT, "cv.txt", "text"),
        (TEXT, "cv.md", "markdown"),
        (TEXT, "", "text"),
        (b"# Nora\n\n## Experience\n", "", "markdown"),
        (b' {"basics": {}}', "cv.txt", "json"),
        ("Müller".encode("cp1252"), "", "text"),
        ("Müller".encode("utf-16"), "", "text"),
        ("Nora Größe".encode()[:-1], "", "text"),
    ],
)
def test_formats(data: bytes, name: str, found: str) -> None:
    assert detect_format(data, name) == found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"\x89PNG\r\n",
        b"GIF89a",
        b"{\\rtf1",
        b"<html>",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x00\x01\x02\x03" * 40,
    ],
)
def test_no_formats(data: bytes) -> None:
    with pytest.raises(UnsupportedFormat):
        detect_format(data, "cv.pdf")


def test_a_good_upload_passes() -> None:
    assert check_upload(sample("classic", "en"), "x") == "pdf"
    assert check_upload(pdf_files.page_of(pdf_files.show(pdf_files.RESUME))) == "pdf"
    assert check_upload(docx_files.docx(docx_files.RESUME), "cv.docx") == "docx"
    assert check_upload(TEXT, "cv.txt") == "text"
