"""The ear against servers that cut, repeat and refuse; and against a real one whose token has run out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from websockets.sync.server import ServerConnection, serve

from backend.terminal import sessions
from backend.terminal.accounts import Accounts, enter
from backend.terminal.client import Client
from backend.terminal.ear import Ear
from backend.terminal.errors import Refused, Unreachable
from tests.story.samples import POSTING_TEXT
from tests.story.server import Server

SESSION = "5f0c6f0e-9b1f-4a39-8a53-2a4c2a9c6c11"
LAST = 6


@contextmanager
def scripted(speak: Callable[[ServerConnection, int], None]) -> Iterator[str]:
    """A server that says what `speak` says to a client that has heard all up to this number; its address."""

    def handle(socket: ServerConnection) -> None:
        assert socket.request is not None
        after = int(socket.request.path.rsplit("=", 1)[1])
        say(socket, {"type": "hello", "last_seq": LAST, "status": "running", "open_inputs": []})
        speak(socket, after)

    with serve(handle, "127.0.0.1", 0, subprotocols=["bespoke.v1"]) as server:  # type: ignore[list-item]  # a NewType
        thread = Thread(target=server.serve_forever)
        thread.start()
        host, port = server.socket.getsockname()[:2]
        yield f"http://{host}:{port}"
        server.shutdown()
        thread.join()


def say(socket: ServerConnection, event: dict[str, Any]) -> None:
    socket.send(json.dumps(event))


@pytest.mark.parametrize("code", [1000, 1011, 1012, 1013, 4429])
def test_each_event_is_heard_once_however_often_the_connection_is_closed(code: int) -> None:
    def speak(socket: ServerConnection, after: int) -> None:
        for seq in range(max(after - 1, 1), min(after + 2, LAST) + 1):  # one again that was heard, and two more
            say(socket, {"type": "progress_update", "seq": seq, "message": str(seq)})
        if after + 2 < LAST:
            socket.close(code)
        else:
            socket.recv()

    with scripted(speak) as url:
        client = Client(url, patience=10)
        heard = []
        with Ear(client, SESSION) as ear:
            while LAST not in heard:
                event = ear.next()
                if "seq" in event:
                    heard.append(event["seq"])
        client.close()
    assert heard == list(range(1, LAST + 1))


def test_connection_that_is_cut_is_made_again() -> None:
    cuts: list[int] = []

    def speak(socket: ServerConnection, after: int) -> None:
        say(socket, {"type": "progress_update", "seq": after + 1, "message": ""})
        cuts.append(after)
        if after < 2:
            socket.socket.close()
        else:
            socket.recv()

    with scripted(speak) as url:
        client = Client(url, patience=10)
        with Ear(client, SESSION) as ear:
            while ear.next().get("seq") != 3:
                pass
        client.close()
    assert cuts == [0, 1, 2]


def test_session_of_somebody_else_is_no_reason_to_try_again() -> None:
    with scripted(lambda socket, _after: socket.close(4404)) as url:
        client = Client(url, patience=10)
        with Ear(client, SESSION) as ear, pytest.raises(Refused):
            while True:
                ear.next()
        client.close()


def test_server_that_stays_away_is_given_up_in_the_end() -> None:
    client = Client("http://127.0.0.1:9", patience=0.3)
    with Ear(client, SESSION) as ear, pytest.raises(Unreachable):
        while True:
            ear.next()
    client.close()


def test_token_that_ran_out_is_renewed_for_calls_and_for_the_ear(shared_server: Server, tmp_path: Path) -> None:
    client = Client(shared_server.url)
    enter(client, Accounts(tmp_path), shared_server.url)
    form = {"job_text": POSTING_TEXT, "review": "auto"}
    session = sessions.create(client, "mara.txt", b"Mara Lindqvist\nmara@example.org\n\nSkills\nPython, Docker\n", form)
    spoiled = client.token[:-4] + "0000"
    client.tokens["access_token"] = spoiled
    with Ear(client, session.id) as ear:
        assert ear.next()["type"] == "hello"
    assert client.token != spoiled
    client.tokens["access_token"] = "nonsense"
    assert session.show()["id"] == session.id
    client.tokens = {"access_token": "nonsense", "refresh_token": "nonsense"}
    assert session.show()["id"] == session.id
    client.close()
