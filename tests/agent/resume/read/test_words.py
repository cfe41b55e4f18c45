"""Contacts, places, degrees, headings and languages as they are written."""

from __future__ import annotations

import pytest

from agent.resume.read.atoms import Atom
from agent.resume.read.contacts import find_email, find_phone, find_urls, network_of, profile_of
from agent.resume.read.degrees import read_study
from agent.resume.read.groups import parse_language
from agent.resume.read.headings import section_of, section_within
from agent.resume.read.keywords import cut_label, cut_level, cut_list
from agent.resume.read.places import parse_place, place_score
from agent.resume.read.roles import leaning

HEADINGS = {
    "WORK EXPERIENCE": "work", "Berufserfahrung": "work", "Experiencia laboral": "work", "Expériences professionnelles": "work", "E X P E R I E N C E": "work", "工作经历": "work", "Werkervaring": "work",
    "Esperienze lavorative": "work", "Education & Certifications": "education", "Ausbildung und Studium": "education", "Formación académica": "education", "Kenntnisse": "skills", "Skills:": "skills",
    "Sprachkenntnisse": "languages", "Idiomas": "languages", "Centres d’intérêt": "interests", "Ehrenamtliches Engagement": "volunteer", "Selected Publications": "publications", "Über mich": "summary", "Persönliche Daten": "contact",
}  # fmt: skip


@pytest.mark.parametrize("text", HEADINGS)
def test_headings(text: str) -> None:
    assert section_of(text) == HEADINGS[text]


@pytest.mark.parametrize(
    "text", ["Baker", "Experienced in baking bread", "Led the education team", "", "Experience with SQL"]
)
def test_no_headings(text: str) -> None:
    assert section_of(text) == ""


def test_headings_within() -> None:
    assert section_within("My technical skills at a glance") == "skills"
    assert section_within("A day of my life") == ""


@pytest.mark.parametrize(
    "text",
    [
        "+49 171 5550142",
        "(503) 555-0186",
        "06 12 34 56 78",
        "+34 612 345 678",
        "+1-555-0100",
        "0171/5550142",
        "+46 (0)70-123 45 67",
    ],
)
def test_telephone_numbers(text: str) -> None:
    assert find_phone(f"call {text} today") == text


@pytest.mark.parametrize("text", ["2018 - 2021", "01/2018 - 02/2019", "12.03.1990", "1,000,000", "2019-03-01"])
def test_no_telephone_numbers(text: str) -> None:
    assert find_phone(text) == ""


def test_addresses() -> None:
    assert find_email("mail: nora.l@mail.example.") == "nora.l@mail.example"
    assert [found[0] for found in find_urls("see nora.dev/cv and https://a.example/x, not node.js or a@b.com")] == [
        "nora.dev/cv",
        "https://a.example/x",
    ]
    assert network_of("https://www.linkedin.com/in/nora-l/") == ("LinkedIn", "nora-l")
    assert network_of("github.com/nora") == ("GitHub", "nora")
    assert profile_of("https://nora.dev") is None


PLACES = [
    "Berlin",
    "San Francisco, CA",
    "34117 Kassel",
    "Paris, France",
    "Remote",
    "Zaragoza, España",
    "Bend, OR",
    "Köln, Deutschland",
    "London, UK",
    "München",
]


@pytest.mark.parametrize("text", PLACES)
def test_places(text: str) -> None:
    assert place_score(text) >= 0.6


@pytest.mark.parametrize(
    "text", ["Software Engineer, IT", "Surdeg AB", "Python, SQL", "Marketing, Sales", "Baker", "Deutsche Bank AG"]
)
def test_no_places(text: str) -> None:
    assert place_score(text) == 0


def test_parts_of_a_place() -> None:
    place = parse_place("Hauptstraße 5, 34117 Kassel, Deutschland")
    assert (place.address, place.postal_code, place.city, place.country_code) == (
        "Hauptstraße 5",
        "34117",
        "Kassel",
        "DE",
    )
    place = parse_place("Portland, OR")
    assert (place.city, place.region, place.country_code) == ("Portland", "OR", "")


STUDIES = {
    "Master of Science in Computer Science; GPA: 4.00": ("Master of Science", "Computer Science", "4.00"),
    "B.Sc. Physik, Note 1,7": ("B.Sc.", "Physik", "1,7"),
    "Grado en Derecho": ("Grado", "Derecho", ""),
    "Licence de droit": ("Licence", "droit", ""),
    "PhD, Biology": ("PhD", "Biology", ""),
    "Diplom-Ingenieur (FH) Maschinenbau": ("Diplom-Ingenieur (FH)", "Maschinenbau", ""),
    "Computer Science": ("", "Computer Science", ""),
    "Ingeniería Informática": ("Ingeniería", "Informática", ""),
    "Abitur (1,3)": ("Abitur", "", "1,3"),
    "Laurea magistrale in Economia": ("Laurea magistrale", "Economia", ""),
}


@pytest.mark.parametrize("text", STUDIES)
def test_degrees(text: str) -> None:
    assert tuple(read_study(text)) == STUDIES[text]


LANGUAGES = {
    "German (C1)": ("German", "C1"),
    "Deutsch: Muttersprache": ("Deutsch", "Muttersprache"),
    "fluent in French": ("French", "fluent"),
    "Inglés – B2": ("Inglés", "B2"),
    "Tiếng Việt": ("Tiếng Việt", ""),
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_languages(text: str) -> None:
    language = parse_language(text)
    assert language is not None
    assert (language.language, language.fluency) == LANGUAGES[text]


def test_lists() -> None:
    assert cut_list("Python (NumPy, Pandas), SQL; Go • C++ | Node.js") == [
        "Python (NumPy, Pandas)",
        "SQL",
        "Go",
        "C++",
        "Node.js",
    ]
    assert cut_list("HTML  CSS  .NET") == ["HTML", "CSS", ".NET"]
    assert cut_label("Tools: Git, Jira") == ("Tools", "Git, Jira")
    assert cut_label("https://a.example") == ("", "https://a.example")
    assert cut_level("React (Advanced)") == ("React", "Advanced")


@pytest.mark.parametrize(
    "text",
    [
        "Software Engineer",
        "Jefa de almacén",
        "Elektroniker Instandhaltung",
        "Bank Clerk",
        "Chef de projet",
        "Head of Sales",
        "Infirmière",
        "前端工程师",
        "Vertriebsmitarbeiterin",
    ],
)
def test_titles_lean_to_titles(text: str) -> None:
    assert leaning(Atom(text, 0, 0, bold=False, italic=False, size=10)) > 0


@pytest.mark.parametrize(
    "text",
    [
        "Surdeg AB",
        "Papierfabrik Fuldatal AG",
        "Frutas del Ebro S.L.",
        "Centre hospitalier de Fougères",
        "Reed College",
        "Cascade Community Hospital",
        "上海瑞达科技有限公司",
    ],
)
def test_employers_lean_to_employers(text: str) -> None:
    assert leaning(Atom(text, 0, 0, bold=False, italic=False, size=10)) < 0
