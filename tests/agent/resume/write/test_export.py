import io
from typing import Any

import docx
import pypdf
import pytest

from agent.errors import ExportError
from agent.resume.read import read_resume
from agent.resume.write.export import FORMATS, export, filename, page_count, verify, write
from agent.resume.write.fields import field_groups
from agent.resume.write.gate import verify_understood
from agent.resume.write.pdf import TEMPLATES


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("sample", ["english", "german"])
def test_pdf_comes_back(sample, template, request):
    pdf = export(request.getfixturevalue(sample), "pdf", template)
    assert pdf.startswith(b"%PDF-")
    assert page_count(pdf) in (1, 2)


@pytest.mark.parametrize("format", FORMATS)
def test_same_bytes_each_time(format, english):
    assert export(english, format) == export(english, format)


@pytest.mark.parametrize("format", FORMATS)
def test_gate_names_what_is_missing(format, english):
    data = export(english, format)
    english.work[1].employer = "Somewhere Else Ltd"
    with pytest.raises(ExportError, match=r"work\.2\.employer “Somewhere Else Ltd”"):
        verify(data, format, english)


@pytest.mark.parametrize("format", ["pdf", "docx", "md", "txt"])
def test_gate_sees_order(format, english):
    data = export(english, format)
    english.work[0].highlights.reverse()
    with pytest.raises(ExportError, match=r"work\.1\.h1"):
        verify(data, format, english)


def test_names(english, german, chinese):
    assert filename(english, "pdf") == "Maren Ostrowski - Resume.pdf"
    assert filename(german, "docx") == "Jörg Weißmüller - Lebenslauf.docx"
    assert filename(german, "docx", "en") == "Jörg Weißmüller - Resume.docx"
    assert filename(chinese, "md") == "林晓雯 - 简历.md"
    english.basics.name = '../..\\e:v"il\r\nX: y'
    assert filename(english, "txt") == "e v il X y - Resume.txt"


@pytest.mark.parametrize("format", ["pdf", "docx"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_own_reader_understands(format, template, english):
    """What is approved comes back not only as text but in its place."""
    english.unplaced = []
    read = read_resume(export(english, format, template), f"x.{format}")
    assert (read.basics.name, read.basics.email) == (english.basics.name, english.basics.email)
    assert [(work.position, work.employer) for work in read.work] == [
        (work.position, work.employer) for work in english.work
    ]
    assert [work.dates for work in read.work] == ["Apr 2021 – Present", "2018-01 - 2021-03"]
    assert [keyword for group in read.skills for keyword in group.keywords] == [
        "Python",
        "Go",
        "SQL",
        "PostgreSQL",
        "C++",
        "C#",
    ]


def test_own_reader_has_a_say(english, german):
    data = write(german, "pdf", "classic")
    fields = [field for group in field_groups(english) for field in group]
    with pytest.raises(ExportError, match=r"our own reader it lacks basics\.name “Maren Ostrowski”"):
        verify_understood(data, "pdf", fields)


def test_character_without_a_font_is_named(english):
    english.basics.label = "Engineer \U0001e290\U00010f70\U00010570\U00012f90\U0001df00"  # Toto, Old Uyghur, Vithkuqi …
    with pytest.raises(ExportError, match=r"No font on this server can print “.”? ?\(U\+1"):
        export(english, "pdf")


def test_text_is_never_typst_code(english):
    english.basics.name = '#read("/etc/passwd") $x$ "]#panic() \\u{41} //gone'
    pdf = export(english, "pdf", "modern")
    assert (
        '#read("/etc/passwd") $x$ "]#panic() \\u{41} //gone' in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    )


def test_pdf_is_tagged_with_embedded_fonts(english):
    reader = pypdf.PdfReader(io.BytesIO(export(english, "pdf")))
    catalog: Any = reader.root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert b"pdfuaid:part" in catalog["/Metadata"].get_data()
    pages: list[Any] = list(reader.pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_docx_tells_no_more_than_the_name(english):
    document = docx.Document(io.BytesIO(export(english, "docx")))
    properties = document.core_properties
    assert (properties.author, properties.title) == ("Maren Ostrowski", "Maren Ostrowski - Resume")
    assert not properties.comments + properties.keywords + properties.subject + properties.category
    used = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert used == {"Title", "Subtitle", "Normal", "Heading 1", "Heading 2", "List Bullet"}


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_unknown_template(format, english):
    with pytest.raises(ExportError, match="classic, modern, compact"):
        export(english, format, "../classic")
