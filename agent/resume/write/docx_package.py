"""A Word file's outside: properties that say no more than the name, and the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
"""The date of every file: the same resume gives the same bytes."""


def describe(document: Any, name: str, title: str, language: str) -> None:
    properties = document.core_properties
    properties.author, properties.last_modified_by, properties.title = name[:255], name[:255], title[:255]
    properties.comments, properties.keywords, properties.subject, properties.category = "", "", "", ""
    properties.language, properties.revision = language, 1
    properties.created = properties.modified = MOMENT


def pack(document: Any) -> bytes:
    """The file's bytes with every member at one date, without the preview picture of the template it began as."""
    stream = io.BytesIO()
    document.save(stream)
    packed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, MOMENT.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(member))
    return packed.getvalue()


def drop_preview(document: Any) -> None:
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]
