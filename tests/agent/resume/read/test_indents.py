"""Statements parted by nothing but their indentation, lists within lists, and bibliographies set with a hanging indent."""

from __future__ import annotations

import typst

from agent.resume.model import Resume
from agent.resume.read.reader import read

HEAD = """#set page(margin: 2cm)
#set text(size: 10pt)
#text(size: 20pt)[Nora Lindqvist] \\ nora\\@mail.example · +46 70 123 45 67
= Experience
*Baker*, Surdeg AB #h(1fr) 2018 -- 2021

"""
TAIL = """
= Education
*BSc Baking*, Uppsala University #h(1fr) 2014 -- 2017
"""
LONG = "Baked two hundred loaves a night in three ovens and taught three apprentices how to fold, proof and score the dough for eleven kinds of bread"
LONGER = "Taught three apprentices how to fold, proof and score the dough for eleven kinds of bread that the shop sells all week and on Sundays, and kept the books of the bakery and of its two delivery vans throughout the whole of that year"


def resume(body: str) -> Resume:
    return read(bytes(typst.compile((HEAD + body + TAIL).encode())))


def highlights(body: str) -> list[str]:
    [role] = resume(body).work
    assert (role.position, role.employer, role.start, role.summary) == ("Baker", "Surdeg AB", "2018", [])
    return [line.text for line in role.highlights]


def test_statements_with_a_hanging_indent_are_list_items() -> None:
    body = f"#[#set par(hanging-indent: 1.2em)\n{LONG}\n\n{LONGER}\n\nSwept the floor of the bakery and of the shop]"
    assert highlights(body) == [LONG, LONGER, "Swept the floor of the bakery and of the shop"]


def test_statements_that_are_set_in_are_list_items() -> None:
    body = f"#pad(left: 1.2em)[{LONG}\n\nSwept the floor\n\n{LONGER}]"
    assert highlights(body) == [LONG, "Swept the floor", LONGER]


def test_lists_within_lists_keep_every_item_whole() -> None:
    body = f"- Led the night shift\n  - {LONGER}\n  - buying flour\n    - rye\n- Swept the floor"
    assert highlights(body) == ["Led the night shift", LONGER, "buying flour", "rye", "Swept the floor"]


def test_a_paragraph_stays_one() -> None:
    [role] = resume(f"{LONG}. {LONGER}.\n\n- Swept the floor").work
    assert [line.text for line in role.summary] == [f"{LONG}. {LONGER}."]
    assert [line.text for line in role.highlights] == ["Swept the floor"]


def test_a_bibliography_with_a_hanging_indent_keeps_its_entries() -> None:
    first = "Lindqvist, N., and Berg, L. (2020). The folding of dough in cold rooms: a study of eleven bakeries in the north of Sweden and Finland. Journal of Bread, 12(3), 45-67."
    second = "Lindqvist, N. (2019). Rye, salt and time: on what makes a loaf last, with an appendix on the ovens of Uppsala and of its countryside. Bakers' Review, 4, 1-19."
    body = f"- Swept the floor\n= Publications\n#[#set par(hanging-indent: 1.5em)\n{first}\n\n{second}]"
    told = " ".join(resume(body).model_dump_json().split())
    assert len(resume(body).publications) == 2
    assert "on what makes a loaf last, with an appendix on the ovens of Uppsala and of its countryside" in told
