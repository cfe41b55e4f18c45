"""A telephone number or e-mail address is only taken where there is one, and what looks like one stays whole where it stands."""

from __future__ import annotations

import pytest
import typst

from agent.resume.model import Resume
from agent.resume.read.phones import find_phone
from agent.resume.read.reader import read

BODY = "\n\nExperience\nBaker, Surdeg AB\n2018 - 2021\n- Baked two hundred loaves a night\n\nEducation\nRestaurangskolan Uppsala\n2014 - 2017\n"
NUMBERS = [
    "+46 70 313 *** **", "+46 70 XXX XX XX", "070-123 45 ..", "ORCID: 0000-0002-1825-0097", "0000-0002-1825-0097", "Born 12.03.1985 in Uppsala",
    "Date of birth 12 03 1985", "1985-03-12", "NMC PIN 12345678", "RN License No. 2234567", "Passport No. 512345678", "Steuer-ID 12 345 678 901",
    "Personnummer 850312-1234", "DNI 12345678-Z", "CPF 123.456.789-09", "12 Baker Street, Springfield, IL 62704-1234", "Councillor 2010 2014 2018",
    "Head baker (2018-2021)", "Available 01.02.2026 - 31.12.2026", "09/2018 - 03/2021", "IBAN SE35 5000 0000 0549 1000 0003", "Author of Bread, ISBN 978-3-16-148410-0",
    "Managed budgets of 1 200 000 - 3 500 000 SEK", "Saved 12 000 000 loaves", "192.168.100.200", "ISO 27001-2013", "Application ref. 2024-00123456",
    "Matriculation number: 3141592", "Chamber member 100-2345-67", "Patent 10 123 456",
]  # fmt: skip
TELEPHONES = {
    "Tel 070-123 45 67": "070-123 45 67", "T: 0561 5550142": "0561 5550142", "(503) 555-0186": "(503) 555-0186", "503.555.0186": "503.555.0186",
    "+46 (0)70 123 45 67": "+46 (0)70 123 45 67", "0171/5550142": "0171/5550142", "Handy: 0171 5550142": "0171 5550142", "06 12 34 56 78": "06 12 34 56 78",
    "612 345 678": "612 345 678", "电话：138 0013 8000": "138 0013 8000", "Phone number 12345678": "12345678", "Mobile no. 07700 900123": "07700 900123",
    "07700 900123 (mobile)": "07700 900123", "Springfield, IL (217) 555-0100": "(217) 555-0100", "(503) 555-0186 • Portland": "(503) 555-0186", "070-123 45 67 * Uppsala": "070-123 45 67", "nora@mail.example 0701234567": "0701234567",
    "Uppsala, 070-123 45 67": "070-123 45 67", "call me at +46 70 123 45 67": "+46 70 123 45 67", "Rue Pasteur 06 12 34 56 78": "06 12 34 56 78",
    "ID 12345678, tel. 0561 5550142": "0561 5550142", "(212) 555-0100 x204": "(212) 555-0100 x204",
}  # fmt: skip


def resume(head: str, tail: str = "") -> Resume:
    return read(f"Nora Lindqvist\n{head}{BODY}{tail}".encode(), "cv.txt")


@pytest.mark.parametrize("line", NUMBERS)
def test_other_numbers_are_no_telephone_and_stay_whole(line: str) -> None:
    found = resume(line)
    assert (found.basics.phone, found.basics.email) == ("", "")
    assert " ".join(line.rstrip(")").split()) in found.model_dump_json().replace("2001: ", "2001:")


@pytest.mark.parametrize("line", TELEPHONES)
def test_telephone_numbers_are_found_however_they_are_written(line: str) -> None:
    assert find_phone(line) == TELEPHONES[line]
    assert resume(line).basics.phone == TELEPHONES[line]


@pytest.mark.parametrize("line", ["+46 70 313 *** **", "NMC PIN 12345678", "0000-0002-1825-0097"])
def test_a_number_is_no_headline(line: str) -> None:
    found = resume(line)
    assert found.basics.label == ""
    assert line in [detail.text for detail in found.basics.details]


@pytest.mark.parametrize(
    "tail",
    [
        "\nReferences\nLena Berg, head baker at Surdeg AB\nlena.berg@surdeg.example, +46 70 111 22 33\n",
        "\nReferees\nLena Berg\nHead baker\n\nlena.berg@surdeg.example\n",
        "\nReferenzen\nLena Berg\n+46 70 111 22 33\n\nOla Holm\nola@holm.example\n",
        "\nVolunteering\nTreasurer, Bread Museum\n2019 - 2020\ninfo@bread.example, +46 18 10 20 30\n",
        "\nI agree to the processing of my data by Example AB (privacy@host.example, +46 8 123 45 67).\n",
    ],
)
def test_what_belongs_to_others_is_not_the_persons(tail: str) -> None:
    found = resume("Uppsala, Sweden", tail)
    assert (found.basics.phone, found.basics.email) == ("", "")


TYPESET = """#set page(margin: 2cm)
#set text(size: 10pt)
#text(size: 20pt)[Nora Lindqvist] \\ Uppsala, Sweden
= Experience
*Baker*, Surdeg AB #h(1fr) 2018 -- 2021
- Baked two hundred loaves
= References
"""


@pytest.mark.parametrize(
    "tail",
    [
        "Lena Berg, head baker at Surdeg AB\n#v(1.5em)\nlena\\@surdeg.example, +46 70 111 22 33",
        "*Lena Berg* \\ Surdeg AB \\ lena\\@surdeg.example\n\n#v(2em)\n*Ola Holm* \\ Holm AB\n#v(2em)\nlena\\@surdeg.example",
    ],
)
def test_the_last_line_of_a_reference_is_no_foot_of_the_page(tail: str) -> None:
    found = read(bytes(typst.compile((TYPESET + tail).encode())))
    assert (found.basics.phone, found.basics.email) == ("", "")
    assert "lena@surdeg.example" in " ".join(f"{each.name} {each.text}" for each in found.references)


def test_the_foot_of_the_page_below_references_is_the_persons() -> None:
    tail = "Lena Berg, head baker at Surdeg AB\n#place(bottom)[nora\\@lindqvist.example · +46 70 123 45 67]"
    found = read(bytes(typst.compile((TYPESET + tail).encode())))
    assert (found.basics.phone, found.basics.email) == ("+46 70 123 45 67", "nora@lindqvist.example")
