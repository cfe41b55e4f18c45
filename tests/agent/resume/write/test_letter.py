import io

import docx
import pytest

from agent.errors import ExportError
from agent.resume.model import Basics
from agent.resume.write.gate import verify_groups
from agent.resume.write.letter import Letter, export_letter, letter_fields, letter_to_markdown, letter_to_text
from agent.resume.write.pdf import TEMPLATES, page_count


@pytest.fixture
def letter() -> Letter:
    return Letter(
        sender=Basics(name="Maren Ostrowski", email="maren@ostrowski.example", phone="+49 151 5550 1234"),
        recipient="Larkspur Freight GmbH\nMs. Wend",
        date="12 March 2026",
        paragraphs=["Dear Ms. Wend,", "# I built the *SEPA* pipeline & <kept> it calm.", "", "Kind regards"],
        language="en",
    )


def test_text(letter):
    assert letter_to_text(letter) == (
        "Maren Ostrowski\nmaren@ostrowski.example | +49 151 5550 1234\n\nLarkspur Freight GmbH\nMs. Wend\n\n12 March 2026\n\n"
        "Dear Ms. Wend,\n\n# I built the *SEPA* pipeline & <kept> it calm.\n\nKind regards\n"
    )


def test_markdown_is_escaped(letter):
    assert "\n\n\\# I built the \\*SEPA\\* pipeline & \\<kept\\> it calm.\n\n" in letter_to_markdown(letter)


@pytest.mark.parametrize("template", TEMPLATES)
def test_paper(template, letter):
    assert page_count(export_letter(letter, "pdf", template)) == 1
    document = docx.Document(io.BytesIO(export_letter(letter, "docx", template)))
    assert document.core_properties.title == "Maren Ostrowski - Cover Letter"


@pytest.mark.parametrize("format", ["pdf", "docx", "md", "txt"])
def test_same_bytes_and_gate(format, letter):
    data = export_letter(letter, format)
    assert export_letter(letter, format) == data
    letter.paragraphs[1] += " And more."
    with pytest.raises(ExportError, match=r"paragraphs\.2"):
        verify_groups(data, format, [[field] for field in letter_fields(letter)])


def test_no_json(letter):
    with pytest.raises(ExportError):
        export_letter(letter, "json")
