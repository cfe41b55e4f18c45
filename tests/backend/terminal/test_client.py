"""HTTP calls against a server that loses answers, and accounts on a real one."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from backend.terminal.accounts import Accounts, enter
from backend.terminal.client import Account, Client
from backend.terminal.errors import Refused, Unreachable
from tests.story.server import Server

Plan = list[tuple[int, dict[str, str], bytes] | None]


def signed_in(url: str, **options: Any) -> Client:
    client = Client(url, **options)
    client.tokens = {"access_token": "token"}
    return client


class Flaky:
    """Answers as planned; None cuts the connection without an answer."""

    def __init__(self) -> None:
        self.plan: Plan = []
        self.keys: list[str | None] = []
        flaky = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                flaky.keys.append(self.headers.get("Idempotency-Key"))
                answer = flaky.plan.pop(0)
                if answer is None:
                    self.connection.close()
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = Thread(target=self.server.serve_forever)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def flaky() -> Iterator[Flaky]:
    flaky = Flaky()
    yield flaky
    flaky.close()


BUSY = b'{"detail": {"message": "The server is not ready.", "code": "NOT_READY"}}'


def test_post_whose_answer_is_lost_is_repeated_under_its_key(flaky: Flaky) -> None:
    flaky.plan = [None, (503, {"Retry-After": "0"}, BUSY), (200, {}, b"{}")]
    client = signed_in(flaky.url, patience=10)
    assert client.call("POST", "/tailoring-sessions/1/stop").json() == {}
    assert len(flaky.keys) == 3
    assert len(set(flaky.keys)) == 1
    assert flaky.keys[0]
    client.close()


def test_refusal_is_the_servers_own_sentence(flaky: Flaky) -> None:
    fields = b'[{"field": "language", "message": "too long"}]'
    flaky.plan = [
        (400, {}, b'{"detail": {"message": "Not so.", "code": "INVALID_REQUEST", "fields": ' + fields + b"}}"),
        (418, {}, b"<html>I am a teapot"),
        (429, {"Retry-After": "900"}, b'{"detail": {"message": "Too many.", "code": "TOO_MANY"}}'),
    ]
    client = signed_in(flaky.url, patience=5)
    with pytest.raises(Refused, match=r"^Not so\. language: too long\.$"):
        client.call("POST", "/")
    with pytest.raises(Refused, match="418"):
        client.call("POST", "/")
    with pytest.raises(Refused, match="Too many"):
        client.call("POST", "/")
    client.close()


def test_server_that_has_ended_is_not_waited_for(flaky: Flaky) -> None:
    flaky.plan = [None]
    client = signed_in(flaky.url, patience=60, alive=lambda: False)
    with pytest.raises(Unreachable):
        client.call("POST", "/")
    client.close()


def test_account_is_made_once_kept_private_and_made_anew_where_it_is_unknown(
    shared_server: Server, tmp_path: Path
) -> None:
    accounts = Accounts(tmp_path / "data")
    names = []
    for _ in range(2):
        client = Client(shared_server.url)
        enter(client, accounts, shared_server.url)
        names.append(client.call("GET", "/auth/me").json()["username"])
        client.close()
    assert names[0] == names[1]
    assert stat.S_IMODE(accounts.path.stat().st_mode) == 0o600
    assert [path.name for path in accounts.path.parent.iterdir()] == ["accounts.json"]

    accounts.keep(shared_server.url, Account("nobody-here", "of another database"))
    client = Client(shared_server.url)
    enter(client, accounts, shared_server.url)
    assert accounts.find(shared_server.url) == client.account
    assert client.call("GET", "/auth/me").json()["username"] not in {*names, "nobody-here"}
    client.close()
