"""The paper: the one asked for, else what is usual where the person lives; page and text keep to it."""

import io
from typing import Any

import docx
import pypdf
import pytest

from agent.resume.model import Basics, Location, Resume
from agent.resume.read.places import parse_place
from agent.resume.write.export import PAPERS, export, page_count, paper_of
from agent.resume.write.letter import Letter, export_letter
from agent.resume.write.pdf import TEMPLATES, to_pdf

POINTS = {"a4": (595, 842), "letter": (612, 792)}


@pytest.mark.parametrize(
    ("place", "phone", "paper"),
    [
        ("Hamburg, Germany", "", "a4"),
        ("Portland, OR", "", "letter"),
        ("Portland, Oregon", "", "letter"),
        ("Wilmington, DE 19801", "", "letter"),
        ("Toronto, ON", "", "letter"),
        ("Toronto, Canada", "", "letter"),
        ("Guadalajara, México", "", "letter"),
        ("Quezon City, Philippines", "", "letter"),
        ("Sydney, NSW", "", "a4"),
        ("Perth, WA", "+61 8 9300 0000", "a4"),
        ("10115 Berlin, DE", "", "a4"),
        ("Berlin, DE", "+49 30 901820", "a4"),
        ("London", "+1 212 555 0100", "letter"),
        ("", "(503) 555-0186", "letter"),
        ("", "503.555.0186", "letter"),
        ("", "+52 55 5555 1234", "letter"),
        ("", "06 12 34 56 78", "a4"),
        ("", "020 7946 0958", "a4"),
        ("", "", "a4"),
        ("Remote", "no number", "a4"),
    ],
)
def test_the_paper_of_a_country(place, phone, paper):
    assert paper_of(Basics(location=parse_place(place) if place else None, phone=phone)) == paper


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_pages_are_of_the_paper_asked_for(english, template, paper):
    pdf = export(english, "pdf", template, paper)
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == POINTS[paper]
    section: Any = docx.Document(io.BytesIO(export(english, "docx", template, paper))).sections[0]
    assert (round(section.page_width.pt), round(section.page_height.pt)) == POINTS[paper]


def test_dates_stand_at_the_edge_of_the_text_on_either_paper(english):
    for paper in PAPERS:
        document = docx.Document(io.BytesIO(export(english, "docx", "classic", paper)))
        section: Any = document.sections[0]
        edge = section.page_width - section.left_margin - section.right_margin
        stops = [stop.position for each in document.paragraphs for stop in each.paragraph_format.tab_stops]
        assert stops
        assert all(abs(stop - edge) < 20_000 for stop in stops)


def test_the_country_decides_where_nothing_is_asked(english):
    english.basics.location, english.basics.phone = Location(text="Austin, TX", city="Austin", region="TX"), ""
    assert export(english, "pdf") == export(english, "pdf", paper="letter")
    assert export(english, "docx") == export(english, "docx", paper="letter")
    letter = Letter(sender=english.basics, paragraphs=["Dear all,", "I bake."])
    [page] = pypdf.PdfReader(io.BytesIO(export_letter(letter, "pdf"))).pages
    assert round(page.mediabox.width) == 612
    assert export_letter(letter, "docx") == export_letter(letter, "docx", paper="letter")


def test_pages_are_counted_on_their_paper(english):
    """Letter is wider and shorter: of a resume that grows, its page is the first to be full."""
    role = english.work[0]
    long = Resume(basics=Basics(name="Maren Ostrowski"), work=[role], language="en")
    role.highlights *= 10
    while page_count(to_pdf(long, paper="letter")) == 1:
        role.highlights.append(role.highlights[0])
        assert len(role.highlights) < 100
    assert page_count(to_pdf(long, paper="a4")) == 1
