"""Passwords: Argon2id, off the event loop, four at a time.

Why four: one computation takes 64 MiB, so that without a bound a burst of logins would take all memory. Why a decoy: a
login for a name nobody has must take as long as one with a wrong password.
"""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib import resources
from typing import Any

from passlib.context import CryptContext
from passlib.hash import argon2

SHORTEST = 8
LONGEST = 1024
CONCURRENT = 4


class Passwords:
    """Hashes and verifies. `memory_kib`, `rounds` and `lanes` are the cost of one computation (RFC 9106)."""

    def __init__(
        self, *, memory_kib: int = 65536, rounds: int = 3, lanes: int = 4, refuse_common: bool = False
    ) -> None:
        argon2id: Any = argon2
        handler = argon2id.using(type="ID", memory_cost=memory_kib, rounds=rounds, parallelism=lanes)
        self._decoy: str = handler(checksum=secrets.token_bytes(32), use_defaults=True).to_string()
        self._context = CryptContext([handler])
        self._pool = ThreadPoolExecutor(CONCURRENT, thread_name_prefix="password")
        self._refuse_common = refuse_common

    async def hash(self, password: str) -> str:
        hashed: str = await asyncio.get_running_loop().run_in_executor(self._pool, self._context.hash, password)
        return hashed

    async def verify(self, password: str, hashed: str | None) -> tuple[bool, str | None]:
        """Whether the password is right, and its new hash where the stored one was made at another cost.

        Without a hash (nobody has that name) it takes as long and is never right.
        """
        right, replacement = await asyncio.get_running_loop().run_in_executor(
            self._pool, self._context.verify_and_update, password, hashed or self._decoy
        )
        return bool(right), replacement

    def objection(self, password: str, *names: str) -> str | None:
        """Why this password cannot be chosen by the person of these names, or None."""
        if password.casefold() in {name.casefold() for name in names}:
            return "must not be your user name or e-mail address"
        if self._refuse_common and password.casefold() in self._common:
            return "is one of the passwords that are tried first; choose another"
        return None

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    @cached_property
    def _common(self) -> frozenset[str]:
        """The 5,000 commonest of eight characters and more, by zxcvbn's count (MIT licence)."""
        text = resources.files("backend.auth").joinpath("common_passwords.txt").read_text("utf-8")
        return frozenset(text.split())
