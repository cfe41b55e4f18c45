"""Nothing is dropped: every word of a file's text is somewhere in what was read, page numbers aside."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from agent.resume.model import Resume
from agent.resume.read.reader import read
from tests.agent.resume.read.conftest import EVERY_LAYOUT, sample
from tests.agent.resume.read.people import PEOPLE

WORD = re.compile(r"[^\W_]+")
LABELS = {"mail", "e", "tel", "web", "adresse", "email", "at"}
"""What only says which field follows: the field says it."""


def words(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


def missing(shown: str, resume: Resume) -> set[str]:
    """The words of a text that a resume does not have; a word hyphenated at a line's end counts when joined."""
    kept = resume.model_dump_json().lower()
    squeezed = re.sub(r"[\W_]+", "", kept)
    return {word for word in words(shown) if word not in squeezed and word not in LABELS}


@pytest.mark.parametrize("language", PEOPLE)
@pytest.mark.parametrize("layout", EVERY_LAYOUT)
def test_every_word_is_kept(layout: str, language: str) -> None:
    data = sample(layout, language)
    shown = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    shown = re.sub(r"(?m)^\s*\d+ / \d+\s*$", "", shown)
    assert len(words(shown)) > 60
    assert missing(shown, read(data)) == set()


def test_the_check_can_fail() -> None:
    resume = read(sample("classic", "en"))
    resume.work.pop()
    assert missing("Counselled patients", resume) == {"counselled", "patients"}
