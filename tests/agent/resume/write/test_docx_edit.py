"""A person's own Word file edited: clean and tracked, judged by what Word does on accepting and rejecting."""

import io
import re
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.shared import Pt
from lxml import etree

from agent.change.apply import apply
from agent.change.model import Change
from agent.errors import ExportError
from agent.resume.lines import identify
from agent.resume.model import Basics, Certificate, Education, Language, Line, OtherSection, Resume, SkillGroup, Work
from agent.resume.write.docx_edit import UnlocatedChanges, edit_docx
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
            following = paragraph.getnext()
            assert following is not None and following.tag == tag("p"), "a paragraph without a next one lost its end"
            place = 0 if following.find(tag("pPr")) is None else 1
            following[place:place] = [child for child in paragraph if child.tag != tag("pPr")]
            paragraph.getparent().remove(paragraph)
    return texts(root)


@pytest.fixture
def source() -> Resume:
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


@pytest.fixture
def original(source) -> bytes:
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


@pytest.mark.parametrize("name", CASES)
def test_clean_and_tracked(name, original, source):
    changes, expected = CASES[name]
    result = apply(source, changes)
    clean = edit_docx(original, source, result, changes, "clean", date=WHEN)
    tracked = edit_docx(original, source, result, changes, "tracked", date=WHEN)
    before, after = texts(document_root(original)), texts(document_root(clean))
    assert after != before
    assert expected is None or expected in after
    assert settled(tracked, accept=True) == after
    assert settled(tracked, accept=False) == before
    assert not re.search(rb"<w:(ins|del) ", zipfile.ZipFile(io.BytesIO(clean)).read("word/document.xml"))
    for change in changes:
        if change.kind == "remove":
            assert change.before not in after


def test_all_together(original, source):
    changes = [
        each
        for name in (
            "reword a bullet",
            "add a bullet",
            "remove a bullet",
            "skills reworded",
            "certificate added",
            "roles reordered",
            "title reworded",
            "line of a paragraph added",
        )
        for each in CASES[name][0]
    ]
    result = apply(source, changes)
    clean = edit_docx(original, source, result, changes, "clean", date=WHEN)
    tracked = edit_docx(original, source, result, changes, "tracked", date=WHEN)
    after = texts(document_root(clean))
    assert after.index("Staff Nurse, Holt Clinic\t2014 – 2019") < after.index(
        "Charge Nurse, St. Brannoc Hospital\t2019 – 2024"
    )
    place = after.index("Charge Nurse, St. Brannoc Hospital\t2019 – 2024")
    assert after[place + 1 : place + 4] == [
        "Cut medication errors by 40 % with a barcode and double-check routine.",
        "Trained 25 new colleagues.",
        "Wrote the ward's sepsis protocol.",
    ]
    assert settled(tracked, accept=True) == after
    assert settled(tracked, accept=False) == texts(document_root(original))


def test_formatting_of_untouched_words_stays(original, source):
    changes, _ = CASES["reword a bullet"]
    clean = edit_docx(original, source, apply(source, changes), changes, "clean")
    bullet = next(
        each for each in docx.Document(io.BytesIO(clean)).paragraphs if each.text.startswith("Cut medication")
    )
    assert bullet.style.name == "List Bullet"
    assert {run.font.name for run in bullet.runs} == {"Garamond"}
    assert [run.text.strip() for run in bullet.runs if run.bold] == ["40"]


def test_other_parts_stay_byte_for_byte(original, source):
    changes, _ = CASES["add a bullet"]
    clean = edit_docx(original, source, apply(source, changes), changes, "clean")
    old, new = (zipfile.ZipFile(io.BytesIO(data)) for data in (original, clean))
    assert old.namelist() == new.namelist()
    same = [name for name in old.namelist() if old.read(name) == new.read(name)]
    assert set(old.namelist()) - set(same) == {"word/document.xml"}


def test_only_changed_words_are_tracked(original, source):
    changes, _ = CASES["reword a bullet"]
    root = document_root(edit_docx(original, source, apply(source, changes), changes, "tracked", date=WHEN))
    inserted = ["".join(each.itertext()) for each in root.iter(tag("ins"))]
    assert [text.strip() for text in inserted] == ["barcode and"]
    assert not list(root.iter(tag("del")))
    mark = next(root.iter(tag("ins")))
    assert mark.get(tag("author")) == "Bespoke"
    assert mark.get(tag("date")) == "2026-03-01T12:00:00Z"


def test_summary_where_there_was_none(original, source):
    data = edit_docx(original, source, apply(source, CASES["summary removed"][0]), [], "clean")
    bare = source.model_copy(deep=True)
    bare.basics.summary, bare.order = [], bare.order[1:]
    assert "Profile" not in texts(document_root(data))
    changes = [change("add", "summary", after="Nurse with ten years of intensive care.")]
    tracked = edit_docx(data, bare, apply(bare, changes), changes, "tracked", date=WHEN)
    after = settled(tracked, accept=True)
    place = after.index("Profile")
    assert after[place + 1 : place + 3] == ["Nurse with ten years of intensive care.", "Experience"]
    assert settled(tracked, accept=False) == texts(document_root(data))


def test_what_has_no_place_is_named(original, source):
    source.work[0].highlights.append(
        Line(id="work.1.h9", text="A line that is not in the file at all, whatever one does.")
    )
    changes = [
        change("reword", "work.1.h9", source.work[0].highlights[-1].text, "Something else."),
        CASES["add a bullet"][0][0],
    ]
    with pytest.raises(UnlocatedChanges, match="Something else") as caught:
        edit_docx(original, source, apply(source, changes), changes, "clean")
    assert caught.value.changes == changes[:1]
    assert "Wrote the ward's sepsis protocol." in texts(document_root(caught.value.data))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_not_a_word_file(data, source):
    with pytest.raises(ExportError):
        edit_docx(data, source, source, [], "clean")
