"""Cursors: where a page ended, opaque to the client."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from uuid import UUID

from backend.errors import Invalid


def write(created_at: datetime, id: UUID) -> str:
    return base64.urlsafe_b64encode(f"{created_at.isoformat()} {id}".encode()).decode()


def read(cursor: str | None) -> tuple[datetime, UUID] | None:
    """Raises Invalid for what we did not write."""
    if cursor is None:
        return None
    try:
        moment, id_ = base64.urlsafe_b64decode(cursor.encode()).decode().split(" ")
        created_at = datetime.fromisoformat(moment)
        if created_at.tzinfo is None:
            raise ValueError
        return created_at, UUID(id_)
    except (ValueError, binascii.Error, UnicodeError):
        raise Invalid("This cursor is not one of ours; start without one.", "INVALID_CURSOR") from None
