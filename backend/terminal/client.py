"""The server over HTTP: signed in, patient with one that restarts, and no request takes effect twice."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import httpx

from backend.terminal.errors import Refused, Unreachable

PATIENCE_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 2.0
PASSING = (httpx.NetworkError, httpx.TimeoutException, httpx.RemoteProtocolError, httpx.ProxyError)
"""What may be over after a while."""

LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Account:
    username: str
    password: str


class Client:
    """Calls of one person. `alive` tells whether waiting for the server makes sense; `notice` is told of a long wait."""

    def __init__(
        self,
        url: str,
        *,
        patience: float = PATIENCE_SECONDS,
        alive: Callable[[], bool] = lambda: True,
        notice: Callable[[str], None] = lambda _message: None,
    ) -> None:
        self.url = url
        self.patience = patience
        self.alive = alive
        self.notice = notice
        self.http = httpx.Client(
            base_url=url, timeout=httpx.Timeout(60, connect=5), trust_env=urlsplit(url).hostname not in LOOPBACK
        )
        self.account: Account | None = None
        self.tokens: dict[str, Any] = {}
        self.renewing = threading.Lock()

    def close(self) -> None:
        self.http.close()

    @property
    def token(self) -> str:
        return str(self.tokens.get("access_token", ""))

    def sign_in(self, account: Account) -> None:
        """Raises Refused with status 401 when the name or the password is wrong."""
        credentials = {"username": account.username, "password": account.password}
        self.tokens = self.send("POST", "/auth/login", json=credentials).json()
        self.account = account

    def sign_out(self) -> None:
        if refresh_token := self.tokens.get("refresh_token"):
            self.send("POST", "/auth/logout", json={"refresh_token": refresh_token})

    def renew(self, stale: str) -> None:
        """Replace an access token that no longer works, once, however many calls found it so."""
        with self.renewing:
            if self.token != stale or self.account is None:
                return
            try:
                self.tokens = self.send(
                    "POST", "/auth/refresh", json={"refresh_token": self.tokens["refresh_token"]}
                ).json()
            except Refused:
                self.sign_in(self.account)

    def call(self, method: str, path: str, **parts: Any) -> httpx.Response:
        """One request in the person's name. Raises Refused and Unreachable.

        A POST carries an Idempotency-Key, so that one whose answer was lost is repeated without a second effect.
        """
        headers = {"Idempotency-Key": uuid4().hex} if method == "POST" else {}
        token = self.token
        try:
            return self.send(method, path, headers={**headers, "Authorization": f"Bearer {token}"}, **parts)
        except Refused as refused:
            if refused.status != 401:
                raise
        self.renew(token)
        return self.send(method, path, headers={**headers, "Authorization": f"Bearer {self.token}"}, **parts)

    def send(self, method: str, path: str, **parts: Any) -> httpx.Response:
        deadline = time.monotonic() + self.patience
        pause = 0.1
        while True:
            wait: float | None = None
            try:
                response = self.http.request(method, path, **parts)
            except PASSING:
                trouble = Unreachable(f"The server at {self.url} does not answer.")
            else:
                if response.is_success:
                    return response
                refused = refusal(response)
                if refused.status not in (429, 502, 503, 504):
                    raise refused
                wait = seconds_to_wait(response)
                if refused.status == 429 and (wait is None or time.monotonic() + wait > deadline):
                    raise refused
                trouble = Unreachable(str(refused))
            if time.monotonic() > deadline or not self.alive():
                raise trouble
            if 0.3 < pause < 0.7:
                self.notice(f"{trouble} Trying again …")
            time.sleep(pause if wait is None else wait)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)


def seconds_to_wait(response: httpx.Response) -> float | None:
    value = response.headers.get("retry-after", "")
    return float(value) if value.isdigit() else None


def refusal(response: httpx.Response) -> Refused:
    """The server's error; what is no answer of Bespoke keeps its status and its own first words."""
    try:
        detail = response.json()["detail"]
        message, code = str(detail["message"]), str(detail["code"])
        for field in detail.get("fields") or []:
            if str(field["message"]) not in message:
                message += f" {field['field']}: {field['message']}."
    except (ValueError, KeyError, TypeError):
        message, code = f"The server answered {response.status_code} {response.reason_phrase}.", "HTTP_ERROR"
    return Refused(message, status=response.status_code, code=code)
