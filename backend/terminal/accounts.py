"""Who the terminal is at a server: an account of its own, made at the first visit and kept where only the person reads."""

from __future__ import annotations

import getpass
import json
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from backend.terminal.client import Account, Client
from backend.terminal.errors import Refused, TerminalError

FOLDER = "terminal"


class Accounts:
    """The kept accounts, one per server address, in a file with mode 0600."""

    def __init__(self, data_dir: Path) -> None:
        self.path = data_dir / FOLDER / "accounts.json"

    def find(self, server: str) -> Account | None:
        kept = self.read().get(server)
        return Account(kept["username"], kept["password"]) if kept else None

    def keep(self, server: str, account: Account) -> None:
        kept = {**self.read(), server: {"username": account.username, "password": account.password}}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.name)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(kept, file, indent=2)
        Path(name).replace(self.path)

    def read(self) -> dict[str, dict[str, str]]:
        try:
            kept: dict[str, dict[str, str]] = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise TerminalError(f"{self.path} cannot be read; delete it to have a new account made.") from error
        return kept


def enter(client: Client, accounts: Accounts, server: str) -> None:
    """Sign in with the account kept for this server, or make one: also when the server no longer knows it."""
    account = accounts.find(server)
    if account is not None:
        try:
            client.sign_in(account)
        except Refused as refused:
            if refused.status != 401:
                raise
        else:
            return
    name = f"terminal-{secrets.token_hex(8)}"
    account = Account(name, secrets.token_urlsafe(24))
    form = {"username": name, "email": f"{name}@bespoke.internal", "password": account.password}
    # The account is kept first: if only the answer is lost, the next start signs in with it.
    accounts.keep(server, account)
    client.send("POST", "/auth/register", json=form, headers={"Idempotency-Key": name})
    client.sign_in(account)


def enter_as(client: Client, username: str) -> None:
    """Sign in as somebody who has an account; the password comes from BESPOKE_PASSWORD or is asked."""
    password = os.environ.get("BESPOKE_PASSWORD")
    if password is None:
        try:
            password = getpass.getpass(f"Password of {username}: ")
        except EOFError:
            raise TerminalError("No password: set BESPOKE_PASSWORD or type it.") from None
    client.sign_in(Account(username, password))


def leave(client: Client) -> None:
    """End the login. If the server is away, the login runs out by itself."""
    client.patience = 0
    with suppress(TerminalError):
        client.sign_out()
