"""One request and its bounded answer; redirects are reported, not followed."""

import datetime as dt
import http.client
import re
from dataclasses import dataclass

import requests
from urllib3 import exceptions as broken

from scraper.errors import (
    ConnectionFailed,
    HttpError,
    InvalidUrl,
    PageTooLarge,
    ScrapeError,
    TlsFailed,
    UnsupportedContent,
)
from scraper.watch import Watch

READABLE = re.compile(
    r"^(text/(html|plain|xml)|application/((xhtml|ld|problem|feed|rss|atom|hal|vnd\.[\w.-]+)\+)?(json|xml))$"
)
REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 16_384


@dataclass(frozen=True, slots=True)
class Answer:
    """`onward` is the Location of a redirect, whose body is not read; `fetched` an ISO date."""

    status: int
    content_type: str
    body: bytes
    fetched: str
    onward: str | None = None


def ask(session: requests.Session, url: str, max_bytes: int, watch: Watch, *, any_type: bool = False) -> Answer:
    """Asks for one URL of a readable (or any) content type; raises a FetchError, or HttpError for any status that is neither 200 nor a redirect."""
    try:
        with session.get(url, stream=True, allow_redirects=False, timeout=watch.remaining()) as response:
            return _read(response, max_bytes, watch, any_type=any_type)
    except ScrapeError:
        raise
    except (requests.exceptions.RequestException, broken.HTTPError, http.client.HTTPException, OSError) as error:
        watch.check()  # the watch shut the socket: then that is the reason, not what broke because of it
        raise _told(error) from error


def _read(response: requests.Response, max_bytes: int, watch: Watch, *, any_type: bool) -> Answer:
    watch.check()
    content_type = response.headers.get("Content-Type", "")
    today = dt.datetime.now(dt.UTC).date().isoformat()
    if response.status_code in REDIRECTS and (onward := response.headers.get("Location")):
        return Answer(response.status_code, content_type, b"", today, _decoded(onward))
    if response.status_code != 200:
        raise HttpError(response.status_code)
    if response.headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}:
        raise UnsupportedContent("The site sends this page compressed although it was asked not to.")
    plain_type = content_type.split(";")[0].strip().lower()
    if plain_type and not any_type and not READABLE.match(plain_type):
        raise UnsupportedContent
    if (length := response.headers.get("Content-Length", "")).isdecimal() and int(length) > max_bytes:
        raise PageTooLarge
    return Answer(response.status_code, content_type, _body(response, max_bytes, watch), today)


def _body(response: requests.Response, max_bytes: int, watch: Watch) -> bytes:
    # http.client bounds the length of a chunk's size line, urllib3's own chunked reader does not
    stream = response.raw._original_response  # noqa: SLF001 - no public way to the bounded reader
    if stream is None:
        raise ConnectionFailed
    parts: list[bytes] = []
    size = 0
    while part := stream.read(CHUNK):
        size += len(part)
        if size > max_bytes:
            raise PageTooLarge
        parts.append(part)
    watch.check()  # a socket shut by the watch reads like the end of the page
    return b"".join(parts)


def _decoded(location: str) -> str:
    """http.client reads headers as Latin-1; servers write them as UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _told(error: BaseException) -> ScrapeError:
    seen: BaseException | None = error
    for _ in range(8):
        if isinstance(seen, ScrapeError):
            return seen
        if isinstance(seen, requests.exceptions.SSLError | broken.SSLError):
            return TlsFailed()
        if isinstance(seen, requests.exceptions.InvalidURL | broken.LocationParseError):
            return InvalidUrl()
        reason = getattr(seen, "reason", None)
        inner = reason if isinstance(reason, BaseException) else None
        inner = inner or next((each for each in getattr(seen, "args", ()) if isinstance(each, BaseException)), None)
        if inner is None:
            break
        seen = inner
    return ConnectionFailed()
