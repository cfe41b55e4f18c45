"""What a file is, told from its first bytes and its directory, without reading it. Cheap enough for an upload."""

from __future__ import annotations

import io
import json
import re
import stat
import zipfile
from typing import Literal

from agent.errors import EncryptedFile, UnreadableFile, UnsupportedFormat

Format = Literal["pdf", "docx", "text", "markdown", "json"]

HEAD = 4096
LARGEST_FILE = 20_000_000
LARGEST_ENTRIES = 200
LARGEST_UNPACKED = 20_000_000
LARGEST_RATIO = 100
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
MARKDOWN = re.compile(r"^(#{1,6}\s+\S|[*+]\s+\S|\*\*\S.*\*\*|---\s*$|\[.+\]\(.+\))", re.MULTILINE)
FOREIGN = (
    b"%!PS",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
)


def detect_format(head: bytes, filename: str = "") -> Format:
    """The format of a file by its first bytes (4 kB or all of it); the name only decides between the kinds of text.

    Raises `UnsupportedFormat` for anything else, an empty file and an old Word file (`.doc`) included.
    """
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(ZIP):
        return "docx"
    if not head.strip() or head.startswith((*FOREIGN, OLE)):
        raise UnsupportedFormat
    text = decode(head[:HEAD])
    return text_format(text, filename.lower())


def text_format(text: str, filename: str) -> Format:
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("{") or filename.endswith(".json"):
        return "json"
    if start.lower().startswith(("<!doctype", "<html", "<?xml")):
        raise UnsupportedFormat
    if filename.endswith((".md", ".markdown")):
        return "markdown"
    if filename.endswith(".txt"):
        return "text"
    return "markdown" if re.search(r"^#{1,3}\s+\S", text, re.MULTILINE) or len(MARKDOWN.findall(text)) > 5 else "text"


def decode(data: bytes) -> str:
    """Text of unknown encoding: UTF-8 or UTF-16 by their marks, else Windows-1252. Raises `UnsupportedFormat` for binary."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    sample = data[:HEAD]
    few = max(1, len(sample) // 50)
    if sample.count(0) > few or sum(byte < 32 and byte not in b"\t\n\r\f\x0b\x1b" for byte in sample) > few:
        raise UnsupportedFormat
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8-sig")
    return data.decode("cp1252", errors="replace")


def check_bytes(data: bytes, filename: str = "") -> Format:
    """The format, after the checks that need no reading: raises at once for what could never be read.

    `UnsupportedFormat` for what is no PDF, Word file or text, `EncryptedFile` for a Word file with a password,
    `UnreadableFile` for a cut PDF, a broken zip or one that unpacks to too much.
    """
    if data.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile
    found = detect_format(data[:HEAD] if len(data) > HEAD else data, filename)
    if len(data) > LARGEST_FILE:
        raise UnreadableFile
    if found == "pdf":
        check_pdf(data)
    elif found == "docx":
        check_package(data)
    elif found == "json":
        check_json(data)
    else:
        decode(data)
    return found


def check_pdf(data: bytes) -> None:
    if b"startxref" not in data and b"/Root" not in data and b"/XRef" not in data:
        raise UnreadableFile("The PDF is cut off: its end is missing. Save it again or upload it once more.")


def check_package(data: bytes) -> zipfile.ZipFile:
    """The zip directory of a Word file, opened, when it is one and unpacks to no more than it may."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
        raise UnreadableFile from error
    entries = package.infolist()
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise UnsupportedFormat
    if any(entry.flag_bits & 1 for entry in entries):
        raise EncryptedFile
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > LARGEST_ENTRIES or unpacked > LARGEST_UNPACKED or any(map(suspicious, entries)):
        raise UnreadableFile
    return package


def suspicious(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry of a zip is a bomb, a link or points outside of it."""
    path = entry.filename.replace("\\", "/")
    packed = max(entry.compress_size, 1)
    return (
        (entry.file_size > 1_000_000 and entry.file_size / packed > LARGEST_RATIO)
        or stat.S_ISLNK(entry.external_attr >> 16)
        or path.startswith("/")
        or ".." in path.split("/")
    )


def check_json(data: bytes) -> None:
    """Raise unless it is a JSON object; a deep one is refused before the parser is asked."""
    text = decode(data)
    if re.search(r"(?:[\[{]\s*){64}", text):
        raise UnreadableFile
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnsupportedFormat("The file looks like JSON but is not valid JSON.") from error
    if not isinstance(value, dict):
        raise UnsupportedFormat("The JSON file is not in the JSON Resume format.")
