"""A resume as people keep it in Word, changes to it, and what Word makes of a file when they are accepted or rejected."""

import io
import zipfile
from datetime import UTC, datetime

import docx
from docx.shared import Pt
from lxml import etree

from agent.change.model import Change
from agent.resume.lines import identify
from agent.resume.model import Basics, Certificate, Education, Language, Line, OtherSection, Resume, SkillGroup, Work
from agent.resume.write.word.ends import ANCHORS
from agent.resume.write.word.markup import tag
from agent.resume.write.word.paragraph import text_of

WHEN = datetime(2026, 3, 1, 12, tzinfo=UTC)


def document_root(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def texts(root: etree._Element) -> list[str]:
    return [text_of(paragraph) for paragraph in root.iter(tag("p"))]


def settled(data: bytes, *, accept: bool) -> list[str]:
    """The paragraphs after accepting or rejecting everything, by the rules of ECMA-376 17.13.5."""
    root = document_root(data)
    gone, kept = ("del", "ins") if accept else ("ins", "del")
    for paragraph in list(root.iter(tag("p"))):
        for element in list(paragraph.iter(tag(gone))):
            if element.getparent().tag != tag("rPr"):
                element.getparent().remove(element)
        for element in list(paragraph.iter(tag(kept))):
            if element.getparent().tag != tag("rPr"):
                for child in list(element):
                    element.addprevious(child)
                element.getparent().remove(element)
        for element in paragraph.iter(tag("delText")):
            element.tag = tag("t")
    for paragraph in list(root.iter(tag("p"))):
        if paragraph.find(f"{tag('pPr')}/{tag('rPr')}/{tag(gone)}") is not None:
            following = next((each for each in paragraph.itersiblings() if each.tag not in ANCHORS), None)
            assert following is not None, "the last paragraph lost its end"
            assert following.tag == tag("p"), "a paragraph before a table lost its end"
            place = 0 if following.find(tag("pPr")) is None else 1
            following[place:place] = [child for child in paragraph if child.tag != tag("pPr")]
            paragraph.getparent().remove(paragraph)
    return texts(root)


def nurse() -> Resume:
    return identify(
        Resume(
            basics=Basics(
                name="Ada Quill",
                label="Nurse",
                summary=[
                    Line(text="Registered nurse with ten years on intensive care wards and in the emergency room.")
                ],
            ),
            work=[
                Work(
                    position="Charge Nurse",
                    employer="St. Brannoc Hospital",
                    dates="2019 – 2024",
                    highlights=[
                        Line(text="Led a team of twelve nurses on the night shift."),
                        Line(text="Cut medication errors by 40 % with a double-check routine."),
                        Line(text="Trained 25 new colleagues."),
                    ],
                ),
                Work(
                    position="Staff Nurse",
                    employer="Holt Clinic",
                    dates="2014 – 2019",
                    highlights=[
                        Line(text="Cared for up to eight patients a shift."),
                        Line(text="Kept the ward's books."),
                    ],
                ),
            ],
            education=[Education(degree="BSc Nursing", institution="Calder University", dates="2014")],
            skills=[
                SkillGroup(name="Clinical", keywords=["triage", "ventilation", "wound care"]),
                SkillGroup(name="Software", keywords=["Epic", "Excel"]),
            ],
            certificates=[Certificate(name="Advanced Life Support", dates="2022")],
            languages=[Language(language="English", fluency="native"), Language(language="Spanish", fluency="B2")],
            other=[OtherSection(title="Boards", lines=[Line(text="Ward council"), Line(text="Ethics circle")])],
            order=["summary", "work", "education", "skills", "certificates", "languages", "other.1"],
            titles={
                "summary": "Profile",
                "work": "Experience",
                "education": "Education",
                "skills": "Skills",
                "certificates": "Certificates",
                "languages": "Languages",
            },
        )
    )


def nurse_file(source: Resume) -> bytes:
    """As people make them: own fonts, runs split in the middle of words, tabs for dates, a table for the languages."""
    document = docx.Document()
    document.add_paragraph("Ada Quill", style="Title")
    document.add_paragraph("Nurse")
    document.add_heading("Profile", 1)
    summary = document.add_paragraph("Registered nurse with ten ")
    summary.add_run("years on inten").italic = True
    summary.add_run("sive care wards and in the emergency room.")
    document.add_heading("Experience", 1)
    for work in source.work:
        head = document.add_paragraph()
        head.add_run(work.position).bold = True
        head.add_run(f", {work.employer}\t{work.dates}")
        for line in work.highlights:
            bullet = document.add_paragraph(style="List Bullet")
            for place, word in enumerate(line.text.split(" ")):
                run = bullet.add_run(f" {word}" if place else word)
                run.font.name, run.font.size = "Garamond", Pt(11)
                run.bold = word == "40" or None
    document.add_heading("Education", 1)
    document.add_paragraph("BSc Nursing, Calder University, 2014")
    document.add_heading("Skills", 1)
    for group in source.skills:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{group.name}: ").bold = True
        paragraph.add_run(" | ".join(group.keywords))
    document.add_heading("Certificates", 1)
    document.add_paragraph("Advanced Life Support, 2022")
    document.add_heading("Languages", 1)
    table = document.add_table(rows=2, cols=2)
    for row, language in zip(table.rows, source.languages, strict=True):
        row.cells[0].text, row.cells[1].text = language.language, language.fluency
    document.add_heading("Boards", 1)
    document.add_paragraph("• Ward council\n• Ethics circle")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def change(kind: str, line_id: str, before: str | None = None, after: str | None = None, **more) -> Change:
    values = {"id": f"c-{kind}-{line_id}", "section": "", "state": "accepted", "by": "person"} | more
    return Change(kind=kind, line_id=line_id, before=before, after=after, **values)


CASES = {
    "reword a bullet": (
        [
            change(
                "reword",
                "work.1.h2",
                "Cut medication errors by 40 % with a double-check routine.",
                "Cut medication errors by 40 % with a barcode and double-check routine.",
            )
        ],
        "Cut medication errors by 40 % with a barcode and double-check routine.",
    ),
    "reword across runs": (
        [
            change(
                "reword",
                "basics.summary",
                "Registered nurse with ten years on intensive care wards and in the emergency room.",
                "Registered nurse with ten years in critical care and in the emergency room.",
            )
        ],
        "Registered nurse with ten years in critical care and in the emergency room.",
    ),
    "add a bullet": (
        [change("add", "work.1", after="Wrote the ward's sepsis protocol.")],
        "Wrote the ward's sepsis protocol.",
    ),
    "add at the end": ([change("add", "work.2", after="Ran the flu clinic.")], "Ran the flu clinic."),
    "remove a bullet": ([change("remove", "work.1.h1", "Led a team of twelve nurses on the night shift.")], None),
    "remove every bullet": (
        [
            change("remove", "work.2.h1", "Cared for up to eight patients a shift."),
            change("remove", "work.2.h2", "Kept the ward's books."),
        ],
        None,
    ),
    "reorder bullets": (
        [change("reorder", "work.1", items=["work.1.h3", "work.1.h1", "work.1.h2"])],
        "Trained 25 new colleagues.",
    ),
    "move between roles": (
        [change("move", "work.2.h2", "Kept the ward's books.", items=["work.1", "work.1.h1"])],
        "Kept the ward's books.",
    ),
    "skills reworded": (
        [
            change(
                "reword",
                "skills.1",
                "Clinical: triage, ventilation, wound care",
                "Clinical: triage, mechanical ventilation, wound care, sepsis",
            )
        ],
        "Clinical: triage | mechanical ventilation | wound care | sepsis",
    ),
    "skills reordered": ([change("reorder", "skills.2", items=["Excel", "Epic"])], "Software: Excel | Epic"),
    "skill groups reordered": ([change("reorder", "skills", items=["skills.2", "skills.1"])], "Software: Epic | Excel"),
    "skill group added": ([change("add", "skills", after="Soft: calm, humour")], "Soft: calm, humour"),
    "skill group removed": ([change("remove", "skills.2", "Software: Epic, Excel")], None),
    "certificate added": ([change("add", "certificates", after="Pediatric Life Support")], "Pediatric Life Support"),
    "roles reordered": (
        [change("reorder", "work", items=["work.2", "work.1"])],
        "Staff Nurse, Holt Clinic\t2014 – 2019",
    ),
    "sections reordered": (
        [
            change(
                "reorder",
                "order",
                items=["summary", "work", "education", "certificates", "skills", "languages", "other.1"],
            )
        ],
        "Advanced Life Support, 2022",
    ),
    "title reworded": ([change("reword", "basics.label", "Nurse", "Critical Care Nurse")], "Critical Care Nurse"),
    "language reworded": ([change("reword", "languages.2", "Spanish (B2)", "Spanish (C1)")], "C1"),
    "line of a paragraph added": (
        [change("add", "other.1", after="Infection board")],
        "• Ward council\n• Ethics circle\n• Infection board",
    ),
    "line of a paragraph removed": ([change("remove", "other.1.l1", "Ward council")], "• Ethics circle"),
    "summary removed": (
        [
            change(
                "remove",
                "basics.summary",
                "Registered nurse with ten years on intensive care wards and in the emergency room.",
            )
        ],
        None,
    ),
}
