"""Fields that were once lost or mixed up, one small resume for each kind."""

from __future__ import annotations

import pytest

from agent.resume.model import Resume
from agent.resume.read.closing import is_closing
from agent.resume.read.reader import read
from agent.tailor.clarify import doubted
from tests.agent.resume.read.docx_files import docx, paragraph
from tests.agent.resume.read.test_templates import page

HEAD = "#text(size: 20pt)[Nora Lindqvist]\n\nnora\\@surdeg.example\n\n"


def typed(body: str) -> Resume:
    return read(f"Nora Lindqvist\nnora@surdeg.example\n\n{body}\n".encode(), "cv.txt")


def test_a_school_below_a_degree_with_space_between() -> None:
    rows = "[10/2017 – 06/2019], [*Meisterbrief Bäckerei*], [], [Kreishandwerk Celle], [09/2010 – 07/2013], [*Ausbildung zur Bäckerin*], [], [Backhaus Weser]"
    resume = page(f"{HEAD}#text(size: 14pt)[Ausbildung]\n\n#grid(columns: (4cm, 1fr), row-gutter: 12pt, {rows})")
    assert [(study.degree, study.institution) for study in resume.education] == [
        ("Meisterbrief", "Kreishandwerk Celle"),
        ("Ausbildung zur", "Backhaus Weser"),
    ]


def test_schools_with_a_single_year_beside_one_with_two() -> None:
    resume = typed(
        "EDUCATION\n\nPostgraduate Diploma, Food Law\nUppsala Institute of Baking, 2017\nBachelor of Arts\nLund College, 2011 - 2014"
    )
    assert [(study.institution, study.start, study.end) for study in resume.education] == [
        ("Uppsala Institute of Baking", "", "2017"),
        ("Lund College", "2011", "2014"),
    ]


@pytest.mark.parametrize(
    ("line", "employer", "town"),
    [
        ("Teacher, Thornbury School, Wookey, 2014 - 2019", "Thornbury School", "Wookey"),
        ("Engineer, Prairie Pumps, Dodge City, KS, 2014 - 2019", "Prairie Pumps", "Dodge City, KS"),
        ("Nurse, Maple Hill Hospital, Barre, VT, 2014 - 2019", "Maple Hill Hospital", "Barre, VT"),
        ("Baker, Surdeg LLP, Wookey, 2014 - 2019", "Surdeg LLP", "Wookey"),
    ],
)
def test_a_town_is_no_part_of_an_employer(line: str, employer: str, town: str) -> None:
    resume = typed(f"EXPERIENCE\n\nPlanner, Holt & Rye, Leeds, 2019 - present\n- Plans\n\n{line}\n- Worked")
    assert [(role.employer, role.location) for role in resume.work][1] == (employer, town)
    assert doubted(resume) == []


def test_a_town_that_no_list_knows_stands_where_the_others_do() -> None:
    rows = (("Surdeg AB", "Uppsala", "Analyst"), ("Bageri Nord", "Wookey", "Redaktris"), ("Lilja", "Lund", "Trainee"))
    body = "".join(f"*{who},* {town} — Baker {what}\n\n2018 - 2019\n\n- Baked\n\n" for who, town, what in rows)
    resume = page(f"{HEAD}#text(size: 14pt)[Experience]\n\n{body}")
    assert [(role.employer, role.location) for role in resume.work][1] == ("Bageri Nord", "Wookey")


def test_a_head_that_goes_on_below_its_date() -> None:
    roles = "".join(
        f"#grid(columns: (1fr, auto), column-gutter: 8pt, [Head of the Accounts, Northgate Fishing and Canning Company of Tromsø and Bodø {tail}, Bergen.], [{dates}])\n\n- Kept the books\n\n"
        for tail, dates in (("and all the northern islands beyond them Ltd.", "2019 – 2021"),)
    )
    resume = page(f"{HEAD}#text(size: 14pt)[Experience]\n\n{roles}")
    assert resume.work[0].location == "Bergen"
    assert resume.work[0].employer.endswith("Ltd.")


def test_a_name_over_two_paragraphs_of_a_word_file() -> None:
    large = '<w:sz w:val="60"/>'
    resume = read(
        docx(
            paragraph("Nora", run=large)
            + paragraph("Lindqvist", run=f"<w:b/>{large}")
            + paragraph("nora@surdeg.example")
            + paragraph("EXPERIENCE", run="<w:b/>")
            + paragraph("Baker, Surdeg AB, 2018 - 2019")
        )
    )
    assert resume.basics.name == "Nora Lindqvist"


@pytest.mark.parametrize(
    ("line", "phone", "place"),
    [
        (
            "Geburtsdatum: 21.03.1990 | Nationalität: schwedisch | Telefon: 0151 23456789 | Ort: Celle",
            "0151 23456789",
            "Celle",
        ),
        ("Mobile 07700 900234  Based in Bristol", "07700 900234", "Bristol"),
        ("Nantes (44) / 06 98 76 54 32", "06 98 76 54 32", "Nantes (44)"),
        ("Exeter, Devon * 07700 900234", "07700 900234", "Exeter, Devon"),
        ("Leicester, LE2 | Tel. 0451 / 555 01 77", "0451 / 555 01 77", "Leicester, LE2"),
    ],
)
def test_several_facts_in_a_line(line: str, phone: str, place: str) -> None:
    basics = typed(f"{line}\n\nEXPERIENCE\n\nBaker, Surdeg AB, 2018 - 2019").basics
    assert basics.phone == phone
    assert basics.location is not None
    assert basics.location.text == place


def test_a_name_before_the_contacts_in_one_line() -> None:
    text = "Nora Lindqvist, 07700 900654, nora@surdeg.example, Leeds\n\nEXPERIENCE\n\nBaker, Surdeg AB, 2018 - 2019\n"
    basics = read(text.encode(), "cv.txt").basics
    assert (basics.name, basics.email, basics.phone) == ("Nora Lindqvist", "nora@surdeg.example", "07700 900654")


def test_an_account_cut_before_its_note() -> None:
    resume = page(
        f"{HEAD}www.linkedin.com/in/nora-lind- \\ baking (LinkedIn)\n\n#text(size: 14pt)[Interests]\n\nSkating\n"
    )
    assert [profile.url for profile in resume.basics.profiles] == ["www.linkedin.com/in/nora-lind-baking"]


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("Celle, den 3. März 2024", True),
        ("Fait à Lyon, le 3 mai 2024", True),
        ("Autorizzo il trattamento dei dati personali.", True),
        ("Berufsschule Celle, 2012 - 2015", False),
        ("Certified Baker, 12 May 2019", False),
    ],
)
def test_place_and_day_of_a_signature_are_asked_about_by_nobody(text: str, closes: bool) -> None:
    assert is_closing(text) is closes
    resume = typed(
        f"EXPERIENCE\n\nBaker, Surdeg AB, 2018 - 2019\n- Baked\n\nLANGUAGES\n\nGerman, Inuktitut, French\n\n{text}"
    )
    assert doubted(resume) == [] or not closes
    assert text in resume.model_dump_json() or not closes


def test_a_language_that_no_list_knows() -> None:
    resume = typed("EXPERIENCE\n\nBaker, Surdeg AB, 2018 - 2019\n\nLANGUAGES\n\nEnglish, Klingonese, German")
    assert [each.language for each in resume.languages] == ["English", "Klingonese", "German"]


def test_a_title_where_a_sure_one_stands_is_not_asked_about() -> None:
    resume = typed(
        "EXPERIENCE\n\nEngineer, Surdeg AB, Leeds, 2018 - 2019\n- Built\n\nGrommeteer, Lilja Works, Leeds, 2015 - 2018\n- Fitted"
    )
    assert [(role.position, role.employer) for role in resume.work][1] == ("Grommeteer", "Lilja Works")
    assert doubted(resume) == []


def test_a_word_before_the_address_is_no_part_of_it() -> None:
    resume = read("# Nora Lindqvist\n\n## Contact\n\nFoto\n\nLindenweg 17, 49080 Osnabrück\n".encode(), "cv.md")
    assert resume.basics.location is not None
    assert resume.basics.location.text == "Lindenweg 17, 49080 Osnabrück"
    assert "Foto" in [line.text for line in resume.basics.details]


def test_the_names_of_columns_are_no_role() -> None:
    rows = "| Zeitraum | Position | Firma |\n|---|---|---|\n| 05/2019 – heute | Bäckerin | Surdeg AG |\n| 08/2015 – 04/2019 | Verkäuferin | Lilja GmbH |"
    resume = read(f"# Nora Lindqvist\n\n## Berufserfahrung\n\n{rows}\n".encode(), "cv.md")
    assert [(role.position, role.employer) for role in resume.work] == [
        ("Bäckerin", "Surdeg AG"),
        ("Verkäuferin", "Lilja GmbH"),
    ]
    assert doubted(resume) == []


def test_halves_of_a_sign_are_made_whole() -> None:
    resume = read(
        b'{"basics": {"name": "Nora \\ud83c\\udf10 Lindqvist", "label": "\\ud83c Baker"}, "work": []}', "cv.json"
    )
    assert "Nora" in resume.model_dump_json()
