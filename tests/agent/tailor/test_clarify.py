"""At most five fields are asked about, the gravest first, and none twice."""

from __future__ import annotations

from typing import Any

from agent.resume.correct import correct
from agent.resume.lines import identify
from agent.resume.model import Basics, Education, Line, Place, Resume, Work
from agent.tailor.answering import Reply, corrections, understand
from agent.tailor.clarify import MOST, doubted, reading_of
from agent.tailor.reading import ask


def make() -> Resume:
    resume = identify(
        Resume(
            basics=Basics(name="Berlin", phone="12 34 56"),
            work=[
                Work(position=f"Growth {n}", employer=f"Tidewater {n}", dates="2019", start="2019") for n in range(3)
            ],
            education=[Education(institution="Leeds", degree="BA", area="English", dates="2016")],
            unplaced=[Line(text="Employee of the year")],
            order=["work", "awards", "education"],
            titles={"awards": "Prizes"},
        )
    )
    sure = {
        "unplaced.l1": 0.5,
        "basics.phone": 0.5,
        "education.1.institution": 0.5,
        "work.2.dates": 0.5,
        "basics.name": 0.3,
    }
    names = {f"work.{n}.{field}": 0.55 for n in (1, 3) for field in ("employer", "position")}
    return resume.model_copy(update={"confidence": {**sure, **names, "work.2.position": 0.8, "work.1.location": 0.1}})


def test_five_are_asked_in_order_and_a_title_with_its_employer_once() -> None:
    progress: dict[str, Any] = {"settled": [], "left": MOST}
    asked: list[str] = []
    while pending := (state := ask(make(), progress, ""))["pending"]:
        asked.append(pending["reading"]["address"])
        done = state["reading"]
        progress = {
            "settled": [*done["settled"], asked[-1], asked[-1].replace("position", "employer")],
            "left": done["left"],
        }
    assert asked == ["basics.name", "work.1.position", "work.3.position", "work.2.dates", "education.1.institution"]
    assert doubted(make())[5:] == ["basics.phone", "unplaced.l1"]
    assert ask(make(), {"settled": [], "left": 0}, "")["pending"] is None


def test_lines_that_went_astray_together_are_asked_about_once() -> None:
    resume = make()
    resume.unplaced = [
        Line(id=f"unplaced.l{n}", text=f"Line {n}", place=Place(paragraph=at)) for n, at in enumerate((3, 4, 5, 30), 1)
    ]
    resume.confidence |= {line.id: 0.5 for line in resume.unplaced}
    assert [address for address in doubted(resume) if address.startswith("unplaced")] == ["unplaced.l1", "unplaced.l4"]
    reading = reading_of(resume, "unplaced.l1", "en")
    assert "with the 2 below it" in reading.ask
    made = corrections(reading, understand(reading, "yes"))
    assert [(each.address, each.value) for each in made] == [(f"unplaced.l{n}", "awards") for n in (1, 2, 3)]
    result = correct(resume, made)
    assert [award.title for award in result.awards] == ["Line 1", "Line 2", "Line 3"]
    assert [line.text for line in result.unplaced] == ["Line 4"]
    left = corrections(reading.model_copy(update={"places": []}), Reply("confirm", {"unplaced.l1": "Line 1"}))
    assert all(each.confirms for each in left)


def test_questions_name_what_they_are_about() -> None:
    resume = make()
    assert reading_of(resume, "work.2.dates", "en").ask == "Is “2019” when you were Growth 1 (Tidewater 1)?"
    assert reading_of(resume, "education.1.institution", "de").ask.startswith(
        "Ist „Leeds“ der Ort, an dem Sie „BA English“"
    )
    line = reading_of(resume, "unplaced.l1", "fr")
    assert (line.places[0].id, line.places[0].name) == ("awards", "Prizes")
    assert "« Prizes »" in line.ask
