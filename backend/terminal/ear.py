"""What a session says, heard on its WebSocket: each event once and in order, however often the connection is cut."""

from __future__ import annotations

import json
import queue
import threading
import time
from types import TracebackType
from typing import Any, Self

from websockets import Subprotocol
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from backend.terminal.client import LOOPBACK, Client
from backend.terminal.errors import Refused, TerminalError, Unreachable

Event = dict[str, Any]
SILENCE_SECONDS = 40.0
"""The server says something every 15 s; after this long the connection is dead, whatever the network says."""

BAD_MESSAGE, NO_TOKEN, NO_SESSION = 4400, 4401, 4404


class Ear:
    """Listens in a thread of its own, so that the connection lives while the person thinks."""

    def __init__(self, client: Client, session_id: str) -> None:
        self.client = client
        self.url = f"{client.url.replace('http', 'ws', 1)}/ws/tailoring/{session_id}"
        self.heard: queue.SimpleQueue[Event | TerminalError] = queue.SimpleQueue()
        self.seq = 0
        self.welcome = False
        self.closing = threading.Event()
        self.socket: ClientConnection | None = None
        self.thread = threading.Thread(target=self.listen, daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        if self.socket is not None:
            self.socket.close()
        self.thread.join(2)

    def next(self) -> Event:
        """The next event. Raises what ended the listening."""
        heard = self.heard.get()
        if isinstance(heard, TerminalError):
            raise heard
        return heard

    def listen(self) -> None:
        pause = 0.1
        lost_at: float | None = None
        while not self.closing.is_set():
            self.welcome = False
            try:
                self.hear_one_connection()
            except TerminalError as error:
                self.heard.put(error)
                return
            except (ConnectionClosed, InvalidHandshake, OSError, EOFError):
                pass
            if self.welcome or lost_at is None:
                lost_at, pause = time.monotonic(), 0.1
            away = time.monotonic() - lost_at
            if away > self.client.patience or not self.client.alive():
                self.heard.put(Unreachable(f"The server at {self.client.url} does not answer."))
                return
            if away > 0.5:
                self.heard.put({"type": "connection_lost"})
            self.closing.wait(pause)
            pause = min(pause * 2, 2.0)

    def hear_one_connection(self) -> None:
        """Hear until the connection ends. Raises TerminalError when it makes no sense to connect again."""
        token = self.client.token
        loopback = any(f"//{host}" in self.url or f"//[{host}" in self.url for host in LOOPBACK)
        try:
            with connect(
                f"{self.url}?after={self.seq}",
                additional_headers={"Authorization": f"Bearer {token}"},
                subprotocols=[Subprotocol("bespoke.v1")],
                max_size=None,
                close_timeout=1,
                proxy=None if loopback else True,
            ) as socket:
                self.socket = socket
                while not self.closing.is_set():
                    event: Event = json.loads(socket.recv(SILENCE_SECONDS))
                    self.welcome = True
                    seq = event.get("seq")
                    if seq is not None:
                        if seq <= self.seq:
                            continue
                        self.seq = seq
                    self.heard.put(event)
        except InvalidStatus as error:
            if error.response.status_code in (401, 403, 404):
                raise Refused("The server refuses to be listened to.", status=403, code="SOCKET_REFUSED") from error
            raise
        except ConnectionClosed as closed:
            code = closed.rcvd.code if closed.rcvd else None
            if code == NO_TOKEN:
                self.client.renew(token)
            elif code == NO_SESSION:
                raise Refused("There is no such session for you.", status=404, code="NOT_FOUND") from closed
            elif code == BAD_MESSAGE:
                raise Refused("The server does not understand this client.", status=400, code="BAD_MESSAGE") from closed
            raise
