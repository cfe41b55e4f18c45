"""A web server on loopback that misbehaves on demand."""

import gzip
import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from scraper import cache, robots
from scraper.fetch import FetchSettings

Handler = http.server.BaseHTTPRequestHandler
Answer = Callable[[Handler], None]


@dataclass
class Site:
    """`pages` maps a path to what answers it; `log` holds the requests as (path, headers); `busy` the most at once."""

    port: int
    pages: dict[str, Answer]
    log: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    at_once: int = 0
    busiest: int = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def name(self) -> str:
        return f"127.0.0.1:{self.port}"

    def settings(self, **changes: object) -> FetchSettings:
        return FetchSettings(**({"allowed_hosts": frozenset({self.name}), "deadline_s": 5.0, "cache_s": 0.0} | changes))  # type: ignore[arg-type]  # the test names the fields


def page(
    body: bytes | str = b"<p>hello</p>", status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
) -> Answer:
    data = body.encode() if isinstance(body, str) else body

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def onward(location: str, status: int = 302) -> Answer:
    def answer(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Location", location)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>more and more</p>" * 500)


def dripping_body(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def dripping_header(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while True:
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def endless_header(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-Pad: " + b"a" * 1000 + b"\r\n")


def endless_chunk_size(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        handler.wfile.write(b"0" * 4096)


def silent(handler: Handler) -> None:
    time.sleep(30)


def bomb(size: int) -> Answer:
    return page(gzip.compress(b"<p>boom</p>" * (size // 11)), Content_Encoding="gzip")


@pytest.fixture
def site() -> Iterator[Site]:
    cache.forget()
    robots.forget()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    server.daemon_threads = True
    server.block_on_close = False
    built = Site(server.server_port, {})
    lock = threading.Lock()

    class Answering(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with lock:
                built.log.append((self.path, dict(self.headers)))
                built.at_once += 1
                built.busiest = max(built.busiest, built.at_once)
            self.close_connection = True
            try:
                built.pages.get(self.path, page(b"gone", 404))(self)
            except OSError:
                return
            finally:
                with lock:
                    built.at_once -= 1

        def log_message(self, *_: object) -> None:
            return

    server.RequestHandlerClass = Answering
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield built
    server.shutdown()
    server.server_close()
    thread.join(2)


@pytest.fixture
def deaf_port() -> Iterator[int]:
    """A port whose queue of connections is full: connecting to it hangs."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(0)
    waiting = [socket.socket() for _ in range(3)]
    for each in waiting:
        each.setblocking(False)
        each.connect_ex(listener.getsockname())
    time.sleep(0.05)
    yield listener.getsockname()[1]
    for each in [*waiting, listener]:
        each.close()
