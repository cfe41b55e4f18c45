import pytest

from agent.errors import ExportError
from agent.resume.write.export import FORMATS, export, filename, page_count, verify
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
