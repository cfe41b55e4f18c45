"""Names and places of files, and what a posting given as a file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.terminal.errors import BadUsage
from backend.terminal.files import USUAL, free, name_of, read_target
from backend.terminal.posting import read_job
from tests.story.samples import POSTING


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("attachment; filename=\"Z_o_.pdf\"; filename*=UTF-8''Zo%C3%AB%20-%20Resume.pdf", "Zoë - Resume.pdf"),
        ('attachment; filename="Jane.pdf"', "Jane.pdf"),
        ("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "_.._etc_passwd.pdf"),
        ("attachment; filename*=UTF-8''%1b%5d0%3bx%07.pdf", "]0;x.pdf"),
        ('attachment; filename=".pdf"', "pdf.pdf"),
        ('attachment; filename=".."', "Resume.pdf"),
        ("", "Resume.pdf"),
    ],
)
def test_name_from_the_server_is_nothing_but_a_name(given: str, name: str) -> None:
    assert name_of(given, "pdf") == name
    assert Path(name).name == name


def test_out_is_a_folder_or_a_file_whose_ending_picks_the_format(tmp_path: Path) -> None:
    assert read_target(None, None).formats == USUAL
    assert read_target(str(tmp_path), None).folder == tmp_path
    assert read_target(f"{tmp_path}/new.folder/", None).formats == USUAL
    assert read_target(f"{tmp_path}/cv.DOCX", None).formats == ("docx",)
    with pytest.raises(BadUsage):
        read_target(f"{tmp_path}/cv.exe", None)
    (tmp_path / "file").write_text("")
    with pytest.raises(BadUsage):
        read_target(f"{tmp_path}/file", None)


def test_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    for name in ("cv.pdf", "cv (2).pdf"):
        (tmp_path / name).write_text("")
    assert free(tmp_path / "cv.pdf") == tmp_path / "cv (3).pdf"
    assert free(tmp_path / "cv.md") == tmp_path / "cv.md"


def test_posting_comes_as_link_page_or_text_in_any_encoding(tmp_path: Path) -> None:
    assert read_job("HTTPS://example.org/1") == {"job_url": "HTTPS://example.org/1"}
    path = tmp_path / "job"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path.write_bytes("Köchin gesucht, Café Zürich".encode(encoding))
        assert read_job(str(path)) == {"job_text": "Köchin gesucht, Café Zürich"}
    path.write_text(POSTING)
    text = read_job(str(path))["job_text"]
    assert "Senior Backend Engineer" in text.splitlines()[0]
    assert "Solid PostgreSQL skills" in text
    assert "<" not in text
    for nothing in (b"", b" \n", b"%PDF-1.7", b"PK\x03\x04", b"a\x00b"):
        path.write_bytes(nothing)
        with pytest.raises(BadUsage):
            read_job(str(path))
