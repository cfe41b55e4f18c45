"""People's files: named by what they contain, apart for each person, and never by the name they came with."""

from __future__ import annotations

import asyncio
import hashlib
import os
from pathlib import Path
from uuid import UUID, uuid4

import aiofiles
import aiofiles.os
from fastapi import UploadFile

from backend.errors import TooLarge, Unready

CHUNK = 1 << 20


def sync_folder(folder: Path) -> None:
    """Have the folder know its new file even if the power fails now."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Storage:
    """A folder of files at `{owner}/{sha256}`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, owner_id: UUID, sha256: str) -> Path:
        return self.folder / str(owner_id) / sha256

    async def keep(self, owner_id: UUID, data: bytes) -> str:
        """Write the file so that it is whole or not there, on disk when this returns; its SHA-256.

        Raises `Unready` when the disk is full.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.path(owner_id, sha256)
        if await aiofiles.os.path.exists(target):
            return sha256
        partial = target.with_name(f".{uuid4().hex}")
        try:
            await aiofiles.os.makedirs(target.parent, mode=0o700, exist_ok=True)
            async with aiofiles.open(partial, "wb") as file:
                await file.write(data)
                await file.flush()
                await asyncio.to_thread(os.fsync, file.fileno())
            await aiofiles.os.replace(partial, target)
            await asyncio.to_thread(sync_folder, target.parent)
        except OSError as error:
            raise Unready("The file could not be stored; try again later.", "STORAGE_FULL") from error
        return sha256

    async def read(self, owner_id: UUID, sha256: str) -> bytes:
        async with aiofiles.open(self.path(owner_id, sha256), "rb") as file:
            return bytes(await file.read())

    async def remove(self, owner_id: UUID, sha256: str) -> None:
        try:
            await aiofiles.os.remove(self.path(owner_id, sha256))
        except FileNotFoundError:
            return

    async def remove_all(self, owner_id: UUID) -> None:
        """Everything this person ever uploaded."""
        folder = self.folder / str(owner_id)
        if not await aiofiles.os.path.isdir(folder):
            return
        for name in await aiofiles.os.listdir(folder):
            await aiofiles.os.remove(folder / name)
        await aiofiles.os.rmdir(folder)


async def read_limited(upload: UploadFile, limit: int) -> bytes:
    """A file of a form, refused as soon as it is longer than `limit` bytes."""
    data = bytearray()
    while chunk := await upload.read(CHUNK):
        data += chunk
        if len(data) > limit:
            raise TooLarge(f"The file is larger than {limit // 1_000_000} MB.", "FILE_TOO_LARGE")
    return bytes(data)
