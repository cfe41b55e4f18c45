"""How long writing takes: `python tests/bench/writing_bench.py` prints the median of each step in milliseconds."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from agent.change.apply import apply
from agent.resume.lines import identify
from agent.resume.model import Basics, Education, Line, Resume, SkillGroup, Work
from agent.resume.write.docx_edit import edit_docx
from agent.resume.write.export import FORMATS, export, write
from agent.resume.write.pdf import TEMPLATES
from agent.resume.write.readers import Format
from tests.agent.resume.write.word_file import CASES, nurse, nurse_file

ROUNDS = 15


def main() -> None:
    resumes = [resume(number) for number in range(ROUNDS + 1)]
    write(resumes[-1], "pdf", "classic")
    for format in FORMATS:
        for template in TEMPLATES if format in ("pdf", "docx") else ("classic",):
            show(f"{format} {template}", partial(written, resumes, format, template))
    paper: tuple[Format, ...] = ("pdf", "docx")
    for format in paper:
        show(f"{format} classic, read back by all readers", partial(released, resumes, format))
    source = nurse()
    original = nurse_file(source)
    changes, _ = CASES["reword a bullet"]
    result = apply(source, changes)
    show("tracked changes in a Word file", lambda _: edit_docx(original, source, result, changes, "tracked"))


def written(resumes: list[Resume], format: Format, template: str, place: int) -> bytes:
    return write(resumes[place], format, template)


def released(resumes: list[Resume], format: Format, place: int) -> bytes:
    return export(resumes[place], format)


def show(name: str, step: Callable[[int], object]) -> None:
    """Each round writes another resume, so that nothing is remembered from the round before."""
    times = []
    for place in range(ROUNDS):
        start = time.perf_counter()
        step(place)
        times.append((time.perf_counter() - start) * 1000)
    print(f"{name:45} {statistics.median(times):8.1f} ms   worst {max(times):8.1f} ms")


def resume(number: int) -> Resume:
    """A resume of one page, no two alike."""
    roles = [
        Work(
            position=f"Engineer {number}",
            employer=f"Company {role} of {number}",
            dates=f"20{10 + role} – 20{12 + role}",
            highlights=[
                Line(text=f"Result {number}.{role}.{line}: " + "made a slow thing fast " * 4) for line in range(4)
            ],
        )
        for role in range(4)
    ]
    skills = [SkillGroup(name=f"Group {group}", keywords=["Python", "Go", f"Tool {number}"]) for group in range(3)]
    education = [Education(degree="BSc", institution=f"University {number}", dates="2010")]
    basics = Basics(name=f"Jane Doe {number}", email="jane@mail.example", summary=[Line(text="An engineer. " * 15)])
    return identify(Resume(basics=basics, work=roles, skills=skills, education=education))


if __name__ == "__main__":
    main()
