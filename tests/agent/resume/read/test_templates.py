"""Kinds of templates that were once misread: labels with their own headings, letters set wide, names with a label, names of entries that look like headings."""

from __future__ import annotations

import typst

from agent.resume.model import Resume
from agent.resume.read.reader import read
from tests.agent.resume.read.docx_files import docx, paragraph

PAGE = '#set page(margin: 2cm)\n#set text(size: 10pt, font: "Libertinus Serif")\n'


def page(source: str) -> Resume:
    return read(typst.compile((PAGE + source).encode()))


def test_headings_and_dates_in_one_column_of_labels() -> None:
    rows = [
        ("PERSONAL INFORMATION", "#text(size: 14pt)[Nora Lindqvist]"),
        ("", "Torggatan 3, 75320 Uppsala"),
        ("", "nora\\@surdeg.example"),
        ("WORK EXPERIENCE", "#line(length: 100%)"),
        ("03/2018 – Present", "#text(size: 12pt)[Baker] \\ Surdeg AB, Uppsala \\ - Bakes two hundred loaves a night"),
        (
            "01/2014 – 02/2018",
            "#text(size: 12pt)[Shop assistant] \\ Konditori Lilja, Uppsala \\ - Sold cakes and coffee",
        ),
        ("EDUCATION", "#line(length: 100%)"),
        ("2011 – 2013", "#text(size: 12pt)[Diploma in Baking] \\ Restaurangskolan Uppsala"),
    ]
    cells = ",\n".join(f"align(right)[#text(fill: blue)[{label}]], [{text}]" for label, text in rows)
    resume = page(f"#grid(columns: (4.5cm, 1fr), gutter: 10pt, {cells})")
    assert resume.basics.name == "Nora Lindqvist"
    assert [(role.position, role.employer, role.start) for role in resume.work] == [
        ("Baker", "Surdeg AB", "2018-03"),
        ("Shop assistant", "Konditori Lilja", "2014-01"),
    ]
    assert [study.institution for study in resume.education] == ["Restaurangskolan Uppsala"]


def test_letters_set_wide_with_kerning() -> None:
    resume = page(
        "#let h(body) = text(size: 11pt, weight: 700, tracking: 1.6pt, upper(body))\n"
        "#text(size: 20pt)[Nora Lindqvist] \\ nora\\@surdeg.example\n\n#h[Formación Académica]\n\n"
        "*Universidad de Uppsala* \\ Grado en Panadería \\ 2011 - 2014\n\n#h[Otros datos y aficiones]\n\nPatinaje\n"
    )
    assert resume.titles["education"] == "FORMACIÓN ACADÉMICA"
    assert len(resume.education) == 1


def test_a_title_of_the_document_set_wide_is_no_name() -> None:
    resume = page(
        "#text(size: 24pt, tracking: 2.6pt)[Lebenslauf]\n\n*Persönliche Daten*\n"
        "#grid(columns: (4cm, 1fr), row-gutter: 8pt, [Name], [Nora Lindqvist], [Anschrift], [Torweg 3], [], [37073 Göttingen], [Geburtsort], [Celle], [E-Mail], [nora\\@surdeg.example])\n\n"
        "*Berufserfahrung*\n#grid(columns: (4cm, 1fr), row-gutter: 8pt, [03/2018 – heute], [Bäckerin, Backhaus Weser GmbH, Höxter])\n"
    )
    assert resume.basics.name == "Nora Lindqvist"
    assert resume.basics.location is not None
    assert "Celle" not in resume.basics.location.text


def test_names_of_entries_that_look_like_headings() -> None:
    roles = "".join(
        f"#text(size: 13pt, weight: 700)[{employer}]\n\n#strong[{title}]\n\n{dates}\n\n- Baked {bread} loaves\n\n"
        for employer, title, dates, bread in (
            ("Surdeg AB", "Baker", "2018 - present", "rye"),
            ("Konditori Lilja", "Shop Assistant", "2014 - 2018", "white"),
            ("Bageri Nord", "Trainee", "2012 - 2014", "flat"),
        )
    )
    head = "#text(size: 13pt, weight: 700)"
    resume = page(
        f"#text(size: 22pt)[Nora Lindqvist]\n\n{head}[Summary]\n\nI have baked bread for people in Uppsala since my first winter there.\n\nPhone: +46 70 123 45 67\n\nEmail: nora\\@surdeg.example\n\n"
        f"{head}[Work Experience]\n\n{roles}{head}[Education]\n\n{head}[Restaurangskolan Uppsala]\n\n#strong[Diploma in Baking]\n\n2011 - 2013\n"
    )
    assert [role.employer for role in resume.work] == ["Surdeg AB", "Konditori Lilja", "Bageri Nord"]
    assert [study.institution for study in resume.education] == ["Restaurangskolan Uppsala"]
    assert (resume.basics.email, resume.basics.phone) == ("nora@surdeg.example", "+46 70 123 45 67")
    assert len(resume.basics.summary) == 1


def test_contacts_at_the_foot_of_the_page() -> None:
    resume = page(
        "#text(size: 22pt)[#text(fill: gray)[Nora] Lindqvist]\n\n#text(size: 14pt)[Experience]\n\nBaker, Surdeg AB, 2018 - present\n\n#text(size: 14pt)[Interests]\n\nSkating\n"
        "#v(1fr)#align(center)[Torggatan 3 – 75320 Uppsala \\ +46 70 123 45 67 • nora\\@surdeg.example • noralind]"
    )
    assert (resume.basics.name, resume.basics.email) == ("Nora Lindqvist", "nora@surdeg.example")
    assert resume.basics.location is not None
    assert "Uppsala" in resume.basics.location.text


def test_the_subject_below_the_degree() -> None:
    resume = page(
        "#text(size: 22pt)[Nora Lindqvist]\n\nnora\\@surdeg.example\n\n#text(size: 14pt)[Education]\n\n"
        "*Uppsala University*\n\n2012 - 2014\n\nMaster of Science\n\n*Food Chemistry*\n\n*Lund University*\n\n2009 - 2012\n\nBachelor of Science\n\n*Chemistry*\n"
    )
    assert [(study.degree, study.area) for study in resume.education] == [
        ("Master of Science", "Food Chemistry"),
        ("Bachelor of Science", "Chemistry"),
    ]


def test_a_form_with_a_label_for_each_field() -> None:
    labels = ("Dates", "Occupation or position held", "Main activities", "Name and address of employer")
    roles = [
        ("2018 – Present", "Baker", "Baking rye bread by night", "Surdeg AB, Uppsala"),
        ("2014 – 2018", "Shop assistant", "Selling cakes", "Konditori Lilja, Uppsala"),
    ]
    cells = ", ".join(f"[{label}], [{value}]" for role in roles for label, value in zip(labels, role, strict=True))
    resume = page(
        "#text(size: 20pt)[Nora Lindqvist]\n\nnora\\@surdeg.example\n\n#text(size: 14pt)[Work experience]\n\n"
        f"#grid(columns: (5cm, 1fr), row-gutter: 8pt, {cells})\n\n#text(size: 14pt)[Interests]\n\nSkating\n"
    )
    assert [(role.position, role.employer) for role in resume.work] == [
        ("Baker", "Surdeg AB"),
        ("Shop assistant", "Konditori Lilja"),
    ]
    assert [line.text for line in resume.work[0].highlights] == ["Baking rye bread by night"]


def test_a_name_in_two_weights_over_two_lines() -> None:
    resume = page(
        "#text(size: 26pt, weight: 300)[Nora] \\ #text(size: 26pt, weight: 700)[Lindqvist]\n\nnora\\@surdeg.example\n\n#text(size: 14pt)[Interests]\n\nSkating\n"
    )
    assert resume.basics.name == "Nora Lindqvist"


def test_the_town_after_a_school_is_its_place() -> None:
    def towns(*schools: str) -> list[tuple[str, str]]:
        body = "\n\n".join(
            f"*Diploma in Baking* #h(1fr) 20{10 + place} \\ {school}" for place, school in enumerate(schools)
        )
        found = page(
            f"#text(size: 20pt)[Nora Lindqvist]\n\nnora\\@surdeg.example\n\n#text(size: 14pt)[Education]\n\n{body}\n"
        )
        return [(study.institution, study.location) for study in found.education]

    assert towns("Flinders University, Adelaide", "Technische Universität Dresden, Dresden") == [
        ("Flinders University", "Adelaide"),
        ("Technische Universität Dresden", "Dresden"),
    ]
    assert towns("University of California, Berkeley") == [("University of California, Berkeley", "")]


def test_text_boxes_of_a_word_file_have_headings_of_their_own_look() -> None:
    inner = paragraph("KONTAKT", run='<w:b/><w:sz w:val="20"/>') + "".join(
        paragraph(text) for text in ("nora@surdeg.example", "+46 70 123 45 67")
    )
    inner += paragraph("SPRACHEN", run='<w:b/><w:sz w:val="20"/>') + paragraph("Schwedisch: Muttersprache")
    box = f"<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    head = '<w:b/><w:color w:val="2E74B5"/><w:sz w:val="28"/>'
    resume = read(
        docx(
            paragraph("Nora Lindqvist", run='<w:b/><w:sz w:val="48"/>')
            + box
            + paragraph("BERUFSERFAHRUNG", run=head)
            + paragraph("Bäckerin, Surdeg AB, 2018 - heute")
            + paragraph("AUSBILDUNG", run=head)
            + paragraph("Restaurangskolan Uppsala, 2011 - 2013")
        )
    )
    assert [each.language for each in resume.languages] == ["Schwedisch"]
    assert resume.basics.phone == "+46 70 123 45 67"
    assert (len(resume.work), len(resume.education)) == (1, 1)


def test_two_schools_side_by_side() -> None:
    resume = page(
        "#text(size: 20pt)[Nora Lindqvist]\n\nnora\\@surdeg.example\n\n#text(size: 14pt)[Education]\n\n"
        "#grid(columns: (1fr, 1fr), row-gutter: 6pt, [*Uppsala University*], [*Lund University*], [Sep 2012 - Jun 2014], [Sep 2009 - Jun 2012], [MSc Food Chemistry], [BSc Chemistry])\n"
    )
    assert [(study.institution, study.degree, study.start) for study in resume.education] == [
        ("Uppsala University", "MSc", "2012-09"),
        ("Lund University", "BSc", "2009-09"),
    ]


def test_the_head_of_a_later_page_and_its_number_are_no_part_of_a_section() -> None:
    resume = page(
        "#set page(footer: context [Curriculum vitae · Page #counter(page).display() of 2 · made with a template])\n#text(size: 20pt)[Nora Lindqvist]\n\nCurriculum vitae\n\n"
        "#text(size: 14pt)[Skills]\n\nBaking, Roasting\n\n#pagebreak()\nCurriculum vitae – Nora Lindqvist\n\n#v(12pt)#text(size: 14pt)[Interests]\n\nSkating\n"
    )
    assert [keyword for group in resume.skills for keyword in group.keywords] == ["Baking", "Roasting"]
    assert [interest.name for interest in resume.interests] == ["Skating"]


def test_an_address_cut_in_a_narrow_column() -> None:
    resume = page(
        "#text(size: 20pt)[Nora Lindqvist]\n\n#text(fill: blue)[nora\\@lindqvist-] \\ #text(fill: red)[surdeg.example] \\ +46 70 123 45 67\n\n#text(size: 14pt)[Interests]\n\nSkating\n"
    )
    assert resume.basics.email == "nora@lindqvist-surdeg.example"


def test_an_address_below_a_whole_one_is_its_own() -> None:
    resume = page(
        "#text(size: 20pt)[Nora Lindqvist]\n\nnora\\@lindqvist.example \\ lindqvist.example\n\n#text(size: 14pt)[Interests]\n\nSkating\n"
    )
    assert (resume.basics.email, resume.basics.url) == ("nora@lindqvist.example", "lindqvist.example")


def test_groups_of_skills_in_nested_bullets() -> None:
    resume = page(
        "#text(size: 20pt)[Nora Lindqvist]\n\nnora\\@surdeg.example\n\n#text(size: 14pt)[Skills]\n\n- *Baking*\n  - Rye bread\n  - Cakes\n- *Selling*\n  - Cash desk\n  - Orders\n"
    )
    assert [(group.name, group.keywords) for group in resume.skills] == [
        ("Baking", ["Rye bread", "Cakes"]),
        ("Selling", ["Cash desk", "Orders"]),
    ]
