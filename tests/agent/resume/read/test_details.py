"""The smaller rules of reading, each with the lines that once went wrong."""

from __future__ import annotations

import pytest

from agent.resume.model import Resume
from agent.resume.read.joining import join
from agent.resume.read.language import detect_language
from agent.resume.read.reader import read
from tests.agent.resume.read import docx_files, pdf_files
from tests.agent.resume.read.conftest import sample
from tests.agent.resume.read.docx_files import bold, docx, heading, item, paragraph

NAME = paragraph("Nora Lindqvist", run='<w:b/><w:sz w:val="40"/>') + paragraph("nora@mail.example")


def word(body: str) -> Resume:
    return read(docx(NAME + body))


@pytest.mark.parametrize(
    ("line", "more", "whole"),
    [
        ("Infor-", "mation", "Information"),
        ("a self-", "paced course", "a self-paced course"),
        ("Mittel- und Ober-", "stufe", "Mittel- und Oberstufe"),
        ("Vor-", "und Nachteile", "Vor- und Nachteile"),
        ("baked", "loaves", "baked loaves"),
        ("linkedin.com/in/", "nora-l", "linkedin.com/in/nora-l"),
    ],
)
def test_hyphens_at_the_end_of_lines(line: str, more: str, whole: str) -> None:
    assert join(line, more) == whole


def test_contacts_at_the_foot_are_the_head() -> None:
    footer = f'<?xml version="1.0"?><w:ftr {docx_files.W}>{paragraph("+46 70 123 45 67")}</w:ftr>'
    resume = read(
        docx(
            NAME + heading("Education") + bold("Reed College") + paragraph("2014 - 2017"), {"word/footer1.xml": footer}
        )
    )
    assert resume.basics.phone == "+46 70 123 45 67"
    assert len(resume.education) == 1


def test_spoken_languages_among_skills() -> None:
    resume = word(
        heading("Skills") + paragraph("Tools: Excel, SAP") + paragraph("Languages: Swedish (native), German (B2)")
    )
    assert [(each.language, each.fluency) for each in resume.languages] == [("Swedish", "native"), ("German", "B2")]
    assert [group.name for group in resume.skills] == ["Tools"]
    resume = word(heading("Skills") + paragraph("Languages: Python, Go") + paragraph("Tools: Excel"))
    assert [group.name for group in resume.skills] == ["Languages", "Tools"]


def test_unknown_sections_keep_their_title_and_lines() -> None:
    resume = word(
        heading("Experience")
        + bold("Baker, Surdeg AB")
        + paragraph("2018 - 2021")
        + item("Baked")
        + heading("Seamanship")
        + paragraph("Crossed the Baltic alone in a dinghy.")
        + item("Skipper's ticket")
    )
    assert [(section.title, [line.text for line in section.lines]) for section in resume.other] == [
        ("Seamanship", ["Crossed the Baltic alone in a dinghy.", "Skipper's ticket"])
    ]
    assert resume.order == ["work", "other.1"]


def test_titles_of_several_sections_of_a_kind_are_kept() -> None:
    entry = bold("Baker, Surdeg AB") + paragraph("2018 - 2021") + item("Baked")
    resume = word(heading("Experience") + entry + heading("Internships") + entry.replace("2018", "2016"))
    assert resume.titles["work"] == "Experience"
    assert resume.titles["work.2"] == "Internships"


def test_a_half_range_below_its_other_half() -> None:
    resume = word(
        heading("Experience")
        + bold("Surdeg AB")
        + paragraph("Baker")
        + paragraph("Mar 2018")
        + item("Present")
        + item("Baked")
    )
    [entry] = resume.work
    assert (entry.start, entry.end, entry.current) == ("2018-03", "", True)
    assert [line.text for line in entry.highlights] == ["Baked"]


def test_doubtful_fields_have_a_confidence() -> None:
    resume = word(
        heading("Experience") + bold("Kvarnen") + paragraph("Stigberget") + paragraph("2018 - 2021") + item("Baked")
    )
    assert resume.confidence["work.1.employer"] < 0.7
    sure = read(sample("classic", "en"))
    assert "work.1.employer" not in sure.confidence


def test_text_drawn_twice_is_read_once() -> None:
    """Some programs draw letters twice, a little apart, for bold type."""
    twice = (
        pdf_files.show(["Nora Lindqvist"]) + b"\n" + pdf_files.show(["Nora Lindqvist"]).replace(b"72 720", b"72.3 720")
    )
    assert (
        read(pdf_files.page_of(twice + b"\n" + pdf_files.show(pdf_files.RESUME[1:], y=700))).basics.name
        == "Nora Lindqvist"
    )


def test_links_without_text_are_read() -> None:
    note = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [300 715 320 730] /A << /S /URI /URI (https://github.com/noralindqvist) >> >>]"
    resume = read(pdf_files.page_of(pdf_files.show(pdf_files.RESUME), more=note))
    assert [(profile.network, profile.username) for profile in resume.basics.profiles] == [("GitHub", "noralindqvist")]


def test_scripts_in_links_are_not_links() -> None:
    note = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [300 715 320 730] /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>]"
    assert "javascript" not in read(pdf_files.page_of(pdf_files.show(pdf_files.RESUME), more=note)).model_dump_json()


def test_empty_rows_of_symbols_do_not_stop_reading() -> None:
    assert (
        read("Nora Lindqvist\n\n☎ \u200b\n✉ nora@mail.example\n".encode(), "cv.txt").basics.email == "nora@mail.example"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ich arbeite gern mit der Hand und dem Kopf", "de"),
        ("Baked bread for the town and its guests", "en"),
        ("林晨 高级前端工程师", "zh"),
        ("Привет из города", "ru"),
        ("", ""),
    ],
)
def test_languages_of_texts(text: str, code: str) -> None:
    assert detect_language(text) == code
