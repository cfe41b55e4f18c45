"""Word files with numbered headings on a colored ground, and tables whose first row names the columns."""

from __future__ import annotations

from agent.resume.read.reader import read
from tests.agent.resume.read.docx_files import W, docx, heading, paragraph, table

STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Band"><w:name w:val="heading 2"/>'
    '<w:pPr><w:shd w:val="clear" w:fill="1F2937"/></w:pPr><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr></w:style></w:styles>'
)


def test_white_headings_on_the_band_of_their_style_are_seen() -> None:
    band = '<w:pStyle w:val="Band"/>'
    body = (
        paragraph("Ilse Brandt")
        + paragraph("WORK HISTORY", properties=band)
        + paragraph("Baker, Kornhaus, 2015 - 2019")
        + paragraph("EDUCATION", properties=band)
        + paragraph("Berufsschule Celle, 2012 - 2015")
    )
    resume = read(docx(body, {"word/styles.xml": STYLES}), "cv.docx")
    assert resume.hidden == []
    assert [(role.start, role.end) for role in resume.work] == [("2015", "2019")]
    assert [(school.start, school.end) for school in resume.education] == [("2012", "2015")]


def test_numbered_headings_and_the_names_of_columns_are_told_from_entries() -> None:
    rows = [
        ["PERÍODO", "EMPRESA", "CARGO Y FUNCIONES"],
        ["05/2019 – 03/2024", "Panadería Lirio S.A.", "Jefe de Turno"],
        ["01/2015 – 04/2019", "Molinos Quilpué Ltda.", "Maestro Panadero"],
    ]
    body = (
        paragraph("Rosa Quintana Díaz")
        + heading("I. EXPERIENCIA LABORAL")
        + table([[paragraph(cell) for cell in row] for row in rows])
        + heading("II. ANTECEDENTES ACADÉMICOS")
        + paragraph("Liceo Técnico de Quilpué, 2009 – 2013")
    )
    resume = read(docx(body), "cv.docx")
    assert [(role.employer, role.position, role.start) for role in resume.work] == [
        ("Panadería Lirio S.A.", "Jefe de Turno", "2019-05"),
        ("Molinos Quilpué Ltda.", "Maestro Panadero", "2015-01"),
    ]
    assert [school.institution for school in resume.education] == ["Liceo Técnico de Quilpué"]
