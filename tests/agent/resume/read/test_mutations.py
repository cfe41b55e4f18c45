"""Files broken at random, from a fixed seed: each is read or refused with a told error, none crashes, hangs or grows."""

from __future__ import annotations

import random
import resource
import time

import pytest

from agent.errors import ReadError
from agent.resume.read import read_resume
from agent.resume.read.limits import MEMORY
from tests.agent.resume.read import docx_files, pdf_files
from tests.agent.resume.read.conftest import sample

TEXT = b"Nora Lindqvist\nnora@mail.example\n\nExperience\nBaker, Surdeg AB  2018 - 2021\n- Baked two hundred loaves\n"


def seeds() -> list[bytes]:
    return [
        sample("classic", "en"), sample("sidebar_left", "de"), pdf_files.page_of(pdf_files.show(pdf_files.RESUME)), docx_files.docx(docx_files.RESUME),
        docx_files.with_macros(), TEXT, b"# " + TEXT.replace(b"\n\n", b"\n\n## "), b'{"basics": {"name": "Nora"}, "work": [{"name": "Surdeg", "startDate": "2018"}]}',
    ]  # fmt: skip


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A file with pieces flipped, cut out, doubled, moved or filled with zeros."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 2, 5, 20])):
        place, length = chance.randrange(len(changed) or 1), chance.choice([1, 2, 8, 64, 500])
        match chance.randrange(6):
            case 0:
                changed[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[place : place + length]
            case 2:
                changed[place:place] = changed[place : place + length] * chance.choice([1, 3, 30])
            case 3:
                changed[place : place + length] = bytes(length)
            case 4:
                changed[place : place + length] = chance.randbytes(length)
            case _:
                changed[place:place] = chance.choice(
                    [
                        b"99999999999",
                        b"-1",
                        b"<<" * 50,
                        b"[" * 200,
                        b" 1 0 R ",
                        b"\xff\xff\xff\xff",
                        b"stream\n",
                        b"(" * 100,
                    ]
                )
    return bytes(changed)


def campaign(cases: int, seed: int) -> dict[str, int]:
    """How many files were read, and how many refused."""
    chance = random.Random(seed)
    originals = seeds()
    outcome = {"read": 0, "refused": 0}
    for _ in range(cases):
        data = mutate(chance.choice(originals), chance)
        begun = time.monotonic()
        try:
            read_resume(data, chance.choice(["cv.pdf", "cv.docx", "cv.txt", "cv.md", ""]))
            outcome["read"] += 1
        except ReadError:
            outcome["refused"] += 1
        assert time.monotonic() - begun < 17
    return outcome


def test_a_hundred_broken_files() -> None:
    outcome = campaign(100, seed=20)
    assert outcome["read"] > 20
    assert outcome["refused"] > 10


@pytest.mark.nightly
@pytest.mark.timeout(1800)
def test_two_thousand_broken_files() -> None:
    outcome = campaign(2000, seed=7)
    assert sum(outcome.values()) == 2000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < 2 * MEMORY
