"""Single texts as templates write them: degrees and subjects, places without commas, languages with two levels."""

from __future__ import annotations

import pytest

from agent.resume.read.dates import find_dates
from agent.resume.read.degrees import read_study
from agent.resume.read.groups import parse_language
from agent.resume.read.joining import join
from agent.resume.read.names import label_of
from agent.resume.read.page_rows import make_row
from agent.resume.read.pdf_paint import Style
from agent.resume.read.pdf_words import Word
from agent.resume.read.places import is_address, place_score
from agent.resume.read.rows import Row, Segment
from agent.resume.read.words import title_score


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Gothenburg Sweden", 1),
        ("LS2 7DJ Leeds", 0.8),
        ("San Sebastián, País Vasco ES", 0.8),
        ("Baker Street Sweets", 0),
    ],
)
def test_places_without_commas(text: str, least: float) -> None:
    assert place_score(text) >= least
    assert bool(place_score(text)) == bool(least)


def test_an_address_cut_after_its_hyphen() -> None:
    assert join("https://surdeg-", "nora.example") == "https://surdeg-nora.example"


def test_a_label_and_its_value() -> None:
    assert label_of(Row([Segment("Name: "), Segment("Nora Lindqvist")])) == ("Name", "Nora Lindqvist")
    assert label_of(Row([Segment("Vorname"), Segment("Nora", apart=True)])) == ("Vorname", "Nora")


STUDIES = {
    "Betriebswirtschaftslehre, Abschluss: Master of Science": ("Master of Science", "Betriebswirtschaftslehre"),
    "FP Grado Superior en Panadería": ("FP Grado Superior", "Panadería"),
    "Level 3 NVQ Diploma in Professional Baking": ("Level 3 NVQ Diploma", "Professional Baking"),
    "Master of Teaching (Secondary)": ("Master of Teaching", "Secondary"),
    "Master 2 Droit des affaires": ("Master 2", "Droit des affaires"),
    "Ingeniería del Software, Máster": ("Máster", "Ingeniería del Software"),
    "Studium der Rechtswissenschaften": ("", "Rechtswissenschaften"),
    "Educación Secundaria Obligatoria": ("Educación Secundaria Obligatoria", ""),
}


@pytest.mark.parametrize("text", STUDIES)
def test_degree_and_subject(text: str) -> None:
    study = read_study(text)
    assert (study.degree, study.area) == STUDIES[text]


@pytest.mark.parametrize(
    ("text", "language", "fluency"),
    [
        ("Englisch verhandlungssicher (C1)", "Englisch", "verhandlungssicher (C1)"),
        ("Inglés – nivel alto (B2)", "Inglés", "nivel alto (B2"),
    ],
)
def test_a_language_with_its_level_twice(text: str, language: str, fluency: str) -> None:
    found = parse_language(text)
    assert found is not None
    assert (found.language, found.fluency.removesuffix(")")) == (language, fluency.removesuffix(")"))


@pytest.mark.parametrize("text", ["Gute Kenntnisse (B1)", "Niveles: A1/A2: Usuario básico", "verhandlungssicher (C1)"])
def test_a_level_is_no_language(text: str) -> None:
    assert parse_language(text) is None


def test_a_company_in_capitals_before_a_date_is_no_since() -> None:
    assert find_dates("Norrsken Mobility AB August 2021 - Present")[0].text == "August 2021 - Present"


ADDRESSES = {
    "29005, Málaga, Andalucía, ES": True,
    "Chicago, IL 60622 US": True,
    "60622, Chicago (US), IL": True,
    "Leeds, West Yorkshire LS6 2AB, GB": True,
    "Am Hang 4, Heidelberg, 69117, Baden-Württemberg, DE": True,
    "Consultant, London, UK": False,
    "Led 12345 people in London, UK": False,
    "Surdeg AB, Uppsala": False,
}


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses_in_any_order(text: str) -> None:
    assert is_address(text) is ADDRESSES[text]


def test_words_of_a_justified_line_belong_together() -> None:
    style = Style(10.0, bold=False, italic=False, color=0, font="Serif")
    words = [
        Word(text, left, 0, left + 40, 12, 10, style)
        for text, left in (("Harzer", 0), ("Maschinenbau", 47), ("AG,", 94))
    ]
    row = make_row(words, 1, {"": 0.25, "Serif": 0.25})
    assert row is not None
    assert row.text == row.segments[0].text == "Harzer Maschinenbau AG,"


@pytest.mark.parametrize(
    "text", ["Produktmanagerin", "Sachbearbeiter:in", "Fisioterapeuta", "Préparatrice de commandes"]
)
def test_titles_of_women_and_of_other_trades(text: str) -> None:
    assert title_score(text) >= 1
