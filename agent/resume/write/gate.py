"""The export gate: a written file is read back before it is released, and every approved text must be in it, in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import get_args

from agent.errors import ExportError, ReadError
from agent.resume.model import Resume
from agent.resume.write.characters import clean, squeeze
from agent.resume.write.fields import Field, field_groups
from agent.resume.write.readers import READERS, Format, strings

FORMATS: tuple[Format, ...] = get_args(Format)
SHOWN = 5
LOOSE = ("unplaced", "basics.location")
"""What our own reader may understand in its own way: the other readers must still find it, word for word."""


def verify(data: bytes, format: Format, resume: Resume) -> None:
    """Read the file back with each reader of its format, PDF and DOCX also with our own, which reads people's uploads.

    Blocks for about 0.1 s. Raises ExportError that names what did not come back.
    """
    groups = list(field_groups(resume))
    verify_groups(data, format, groups)
    if format in ("pdf", "docx") and groups:
        fields = [field for group in groups for field in group]
        verify_understood(data, format, [each for each in fields if not each.address.startswith(LOOSE)])


def verify_understood(data: bytes, format: Format, fields: Sequence[Field]) -> None:
    """Every word of the fields must be somewhere in the resume our own reader makes of the file."""
    from agent.resume.read import read_resume  # starts a child process at the first call, not at import

    try:
        resume = read_resume(data, f"resume.{format}")
    except ReadError as error:
        raise ExportError(f"The {format.upper()} was not released: our own reader says: {error}") from error
    told = squeeze("\n".join(strings(resume.model_dump(exclude={"confidence", "quotes", "hidden"}))))
    refuse([field for field in fields if not worded(field.text, told)], format, "our own reader")


def verify_groups(data: bytes, format: Format, groups: Sequence[Sequence[Field]]) -> None:
    """Raises ExportError for the first reader that does not give back every group of fields in order."""
    texts = {name: read(data) for name, read in READERS[format].items()}
    if format == "pdf" and any(right_to_left(field.text) for group in groups for field in group):
        whole = squeeze("\n".join(texts.values()))
        lost = [field for group in groups for field in group if not worded(field.text, whole)]
        refuse(lost, format, " and ".join(texts))
        return
    for name, text in texts.items():
        wanted = [[field for field in group if readable(field, name)] for group in groups]
        refuse(missing(text, wanted, ordered=format != "json"), format, name)


def refuse(lost: Sequence[Field], format: Format, reader: str) -> None:
    if lost:
        named = "; ".join(f"{field.address} “{clean(field.text)[:60]}”" for field in lost[:SHOWN])
        more = f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
        raise ExportError(f"The {format.upper()} was not released: read back with {reader} it lacks {named}{more}.")


def missing(text: str, groups: Sequence[Sequence[Field]], *, ordered: bool = True) -> list[Field]:
    """The fields that do not stand in the text, or not after those before them. Spacing does not count."""
    text = squeeze(text)
    lost: list[Field] = []
    start = 0
    for group in groups:
        end = start
        for field in group:
            wanted = squeeze(clean(field.text))
            found = text.find(wanted, start)
            if found < 0:
                lost.append(field)
            else:
                end = max(end, found + len(wanted))
        start = end if ordered else 0
    return lost


def readable(field: Field, reader: str) -> bool:
    """Whether the reader can give back such writing: pypdf repeats the clusters of Indic and like scripts."""
    return reader != "pypdf" or not any(unicodedata.category(character) in ("Mn", "Mc") for character in field.text)


def right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def worded(field: str, text: str) -> bool:
    """Whether every word of the field stands in the squeezed text, forwards or backwards.

    Why no more: no PDF reader gives back the order of words, digits and brackets of right-to-left lines as written.
    """
    words = [squeeze(word) for word in re.findall(r"[^\W_]+", field)]
    return all(word in text or word[::-1] in text for word in words)
