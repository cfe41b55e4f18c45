"""A person's own Word file edited: clean and tracked, judged by what Word does on accepting and rejecting."""

import io
import re
import zipfile

import docx
import pytest

from agent.change.apply import apply
from agent.errors import ExportError
from agent.resume.model import Line, Resume
from agent.resume.write.docx_edit import UnlocatedChanges, edit_docx
from agent.resume.write.word.markup import tag
from tests.agent.resume.write.word_file import CASES, WHEN, change, document_root, nurse, nurse_file, settled, texts


@pytest.fixture
def source() -> Resume:
    return nurse()


@pytest.fixture
def original(source: Resume) -> bytes:
    return nurse_file(source)


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
    assert not {each.before for each in changes if each.kind == "remove"} & set(after)


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
    assert bullet.style is not None
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
