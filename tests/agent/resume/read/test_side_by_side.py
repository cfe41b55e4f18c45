"""What stands side by side on a short page: two columns with dates at the end of their lines, groups of skills in a grid."""

from __future__ import annotations

import pytest

from tests.agent.resume.read.test_templates import page

HEAD = "#text(size: 22pt)[Nora Lindqvist]\n\nnora\\@surdeg.example | +46 70 123 45 67\n\n"


def titled(title: str, body: str) -> str:
    return f"#text(size: 14pt, weight: 700)[{title}]\n\n{body}\n\n"


WORK = titled(
    "Experience",
    "*Baker* #h(1fr) 2018 – present \\ Surdeg AB, Uppsala\n- Bakes two hundred loaves a night\n- Trains two apprentices\n\n"
    "*Shop assistant* #h(1fr) 2014 – 2018 \\ Konditori Lilja, Uppsala\n- Sold cakes",
)
EDUCATION = titled("Education", "*Diploma in Baking* #h(1fr) 2011 – 2013 \\ Restaurangskolan Uppsala")
SKILLS = titled("Skills", "Rye bread \\ Cakes \\ Cash desk")
LANGUAGES = titled("Languages", "Swedish (native) \\ English (C1)")
PAGES = {
    "a narrow column at the right": f"#grid(columns: (2fr, 1fr), gutter: 20pt, [{WORK}{EDUCATION}], [{SKILLS}{LANGUAGES}])",
    "a narrow column at the left": f"#grid(columns: (1fr, 2fr), gutter: 20pt, [{SKILLS}{LANGUAGES}], [{WORK}{EDUCATION}])",
    "equal columns": f"#columns(2)[{WORK}#colbreak()\n{EDUCATION}{SKILLS}{LANGUAGES}]",
    "two sections of a page": f"{WORK}#grid(columns: (1fr, 1fr), [{SKILLS}], [{LANGUAGES}])\n\n{EDUCATION}",
}


@pytest.mark.parametrize("name", PAGES)
def test_dates_stay_with_what_they_date(name: str) -> None:
    resume = page(HEAD + PAGES[name])
    assert [(role.position, role.employer, role.start, role.end) for role in resume.work] == [
        ("Baker", "Surdeg AB", "2018", ""),
        ("Shop assistant", "Konditori Lilja", "2014", "2018"),
    ]
    assert [(study.institution, study.start, study.end) for study in resume.education] == [
        ("Restaurangskolan Uppsala", "2011", "2013")
    ]
    assert [group.keywords for group in resume.skills] == [["Rye bread", "Cakes", "Cash desk"]]
    assert [(each.language, each.fluency) for each in resume.languages] == [("Swedish", "native"), ("English", "C1")]
    assert resume.unplaced == []


def test_two_low_columns() -> None:
    left = titled(
        "Experience", "*Baker*, Surdeg AB \\ 2018 – present\n\n*Shop assistant*, Konditori Lilja \\ 2014 – 2018"
    )
    right = titled("Education", "*Diploma in Baking* \\ Restaurangskolan Uppsala \\ 2011 – 2013")
    resume = page(f"{HEAD}#grid(columns: (1fr, 1fr), gutter: 20pt, [{left}], [{right}])")
    assert [(role.position, role.employer, role.start) for role in resume.work] == [
        ("Baker", "Surdeg AB", "2018"),
        ("Shop assistant", "Konditori Lilja", "2014"),
    ]
    assert [(study.degree, study.start) for study in resume.education] == [("Diploma", "2011")]


BAKING, SELLING = ("Baking", ["Rye bread", "Cakes"]), ("Selling", ["Cash desk", "Orders"])
GRIDS = {
    "[*Baking*], [*Selling*], [Rye bread], [Cash desk], [Cakes], [Orders]": 2,
    "[*Baking*], [*Selling*], [Rye bread, Cakes], [Cash desk, Orders]": 2,
    "[*Baking:* Rye bread, Cakes], [*Selling:* Cash desk, Orders]": 2,
    "[Baking: Rye bread, Cakes], [Selling: Cash desk, Orders]": 2,
    "[*Baking*], [Rye bread, Cakes], [*Selling*], [Cash desk, Orders]": 4,
}


@pytest.mark.parametrize("cells", GRIDS)
def test_groups_of_skills_in_a_grid(cells: str) -> None:
    grid = f"#grid(columns: ({'1fr, ' * GRIDS[cells]}), row-gutter: 6pt, {cells})"
    resume = page(HEAD + WORK + titled("Skills", grid) + EDUCATION)
    assert [(group.name, group.keywords) for group in resume.skills] == [BAKING, SELLING]


def test_members_behind_ticks() -> None:
    rows = "#grid(columns: (1fr, 1fr, 1fr), row-gutter: 6pt, [✓ Rye bread], [✓ Cakes], [✓ Orders], [✓ Stock], [✓ Buns], [])"
    resume = page(HEAD + WORK + titled("Skills", rows) + EDUCATION)
    assert sorted(word for group in resume.skills for word in group.keywords) == [
        "Buns",
        "Cakes",
        "Orders",
        "Rye bread",
        "Stock",
    ]
