"""Files that strangers make to do harm: each ends with its own error, in time, within its memory, and leaves nothing behind."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest

from agent.errors import EncryptedFile, ReadError, ScannedFile, UnreadableFile, UnsupportedFormat
from agent.resume.read import check_upload, read_resume
from tests.agent.resume.read import docx_files, pdf_files

WORST_SECONDS = 17

ENDS = {
    "empty": (b"", UnsupportedFormat),
    "blank": (b"  \n \n", UnsupportedFormat),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 400, UnsupportedFormat),
    "a program": (b"\x7fELF" + b"\x01" * 400, UnsupportedFormat),
    "an old word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, UnsupportedFormat),
    "a word file with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
        EncryptedFile,
    ),
    "a web page": (b"<!DOCTYPE html><html><body>CV</body></html>", UnsupportedFormat),
    "only the name of a pdf": (b"%PDF-1.7\nhello", UnreadableFile),
    "encrypted pdf": (pdf_files.encrypted(), EncryptedFile),
    "scanned pdf": (pdf_files.scanned(), ScannedFile),
    "cut pdf": (pdf_files.page_of(pdf_files.show(pdf_files.RESUME))[:500], UnreadableFile),
    "2000 pages": (pdf_files.many_pages(2000), UnreadableFile),
    "cyclic page tree": (pdf_files.cyclic_pages(), UnreadableFile),
    "deep page tree": (pdf_files.deep_pages(), UnreadableFile),
    "zip that is no word file": (docx_files.packed({"a.txt": b"a"}), UnsupportedFormat),
    "zip bomb": (docx_files.zip_bomb(), UnreadableFile),
    "zip bomb that lies": (docx_files.lying_bomb(), UnreadableFile),
    "entities in entities": (docx_files.laughs(), UnreadableFile),
    "zip-slip": (docx_files.slipping(), UnreadableFile),
    "cut zip": (docx_files.docx(docx_files.RESUME)[:-60], UnreadableFile),
    "deep json": (b'{"basics":' + b"[" * 100_000 + b"]" * 100_000 + b"}", UnreadableFile),
    "no json": (b'{"basics": ', UnsupportedFormat),
    "other json": (b'{"a": 1}', UnsupportedFormat),
}
SURVIVE = {
    "stream bomb": pdf_files.bomb(),
    "forms in forms": pdf_files.forms_in_forms(),
    "wild font": pdf_files.wild_font(),
    "nested arrays": pdf_files.nested_arrays(),
    "deep tables": docx_files.deep_tables(),
    "one endless line": b"a" * 3_000_000,
    "a million lines": b"a\n" * 1_000_000,
}


@pytest.mark.parametrize("case", ENDS)
def test_each_ends_with_its_error(case: str) -> None:
    data, kind = ENDS[case]
    begun = time.monotonic()
    with pytest.raises(ReadError) as caught:
        read_resume(data, "cv.pdf")
    assert type(caught.value) is kind
    assert str(caught.value)
    assert time.monotonic() - begun < WORST_SECONDS


@pytest.mark.parametrize("case", SURVIVE)
def test_each_is_read_or_refused_in_time(case: str) -> None:
    begun = time.monotonic()
    try:
        resume = read_resume(SURVIVE[case])
    except (UnreadableFile, ScannedFile):
        pass
    else:
        assert resume.format
    assert time.monotonic() - begun < WORST_SECONDS


def test_outside_entities_are_not_fetched() -> None:
    secret = Path("/etc/passwd").read_text(encoding="utf-8").splitlines()[0]
    resume = read_resume(docx_files.outside_entity())
    assert resume.basics.name == "Nora Lindqvist"
    assert secret not in resume.model_dump_json()


def test_macros_are_not_touched() -> None:
    resume = read_resume(docx_files.with_macros())
    assert resume.basics.name == "Nora Lindqvist"
    assert "AutoOpen" not in resume.model_dump_json()


def test_upload_refuses_the_clear_cases_at_once() -> None:
    for case in (
        "empty",
        "a picture",
        "only the name of a pdf",
        "encrypted pdf",
        "zip bomb",
        "zip that is no word file",
        "zip-slip",
    ):
        data, kind = ENDS[case]
        with pytest.raises(kind):
            check_upload(data, "cv.pdf")


def test_nothing_is_left_behind() -> None:
    before = set(Path(tempfile.gettempdir()).iterdir())
    for case in ("zip-slip", "cut pdf"):
        with pytest.raises(UnreadableFile):
            read_resume(ENDS[case][0])
    assert not [path for path in set(Path(tempfile.gettempdir()).iterdir()) - before if "evil" in path.name]
