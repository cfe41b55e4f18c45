"""JOB on the command line: a link, a file with the posting, or `-` for what is piped in."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from backend.terminal.errors import BadUsage

LINK = re.compile(r"https?://", re.IGNORECASE)
BARE_HOST = re.compile(r"(www\.)?[\w-]+(\.[\w-]+)+(/\S*)?", re.IGNORECASE)
MARKUP = re.compile(rb"\s*<(!doctype|html|\?xml|!--|head|body|div|section|article|main)\b", re.IGNORECASE)
BINARY = re.compile(rb"%PDF-|PK\x03\x04|\xd0\xcf\x11\xe0|\x00")


def read_job(job: str) -> dict[str, str]:
    """The form's fields for it. Raises BadUsage."""
    if LINK.match(job):
        return {"job_url": job}
    if job == "-":
        return {"job_text": text_of(sys.stdin.buffer.read(), "the standard input")}
    path = Path(job)
    if not path.exists() and BARE_HOST.fullmatch(job):
        raise BadUsage(f"{job}: no such file; if it is a link, write https://{job}")
    return {"job_text": text_of(read_file(path), job)}


def read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadUsage(f"{path}: {error.strerror or error}") from error


def text_of(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    elif BINARY.search(data[:4096]):
        raise BadUsage(f"{name}: give the posting as a link, or as a text or HTML file")
    elif MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        text = text_of_page(data)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    if not text.strip():
        raise BadUsage(f"{name}: there is no posting in it")
    return text


def text_of_page(data: bytes) -> str:
    """A page saved from the browser, read as the server would have read it."""
    from scraper.scrape import parse

    posting = parse(data)
    place = " - ".join(filter(None, [posting.company, posting.location]))
    head = [part for part in (posting.title, place) if part]
    return "\n".join([*head, "", posting.description]) if posting.description.strip() else ""
