"""The one door for "what may I see": the owner today, a workspace's members tomorrow, changed here alone."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Select, select

from backend.models import TailoringSession
from backend.models.base import Base

M = TypeVar("M", bound=Base)


class Caller(Protocol):
    """Who asks."""

    @property
    def user_id(self) -> UUID: ...


def owner_column(model: type[Any]) -> Any:
    return model.user_id if model is TailoringSession else model.owner_id


def readable(model: type[M], caller: Caller) -> Select[M]:
    """The rows of this table that the caller may see; narrow it further with `where`."""
    return select(model).where(owner_column(model) == caller.user_id)
