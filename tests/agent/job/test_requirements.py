import pytest

from agent.job.model import Requirement
from agent.job.requirements import read_requirements
from scraper.posting import Posting

LISTED = """Bench Joiner
Alder & Finch Joinery - Hereford (workshop, four days a week)

About us
We make staircases. Our workshop has 12 benches and we answer every letter.

What you'll do
- Set out and assemble staircases
- Check deliveries and chase suppliers

You need
- At least five years of bench joinery
- City & Guilds Level 2 or equivalent
- AutoCAD; a head for figures
- A driving licence

Nice to have
- CNC routers, ideally Biesse
- Some Polish

We offer
- £18 an hour and 25 days of holiday
- AutoCAD course paid by us

No experience with staircases needed. We welcome applications whatever your age or gender.
"""


def read(description: str, **fields: str) -> list[Requirement]:
    return read_requirements(Posting(description=description, **fields))  # type: ignore[arg-type]  # only text fields are given


def texts(description: str) -> list[str]:
    return [each.text for each in read(description)]


@pytest.mark.parametrize("description", ["", "   \n\n", "\u200b\u200b", "...", "- \n- \n"])
def test_an_empty_posting_asks_nothing(description):
    assert texts(description) == []


def test_lists_are_read_in_order_with_ids_and_priorities():
    found = read(LISTED, title="Bench Joiner")
    assert [each.id for each in found] == [f"r{place}" for place in range(1, len(found) + 1)]
    assert [(each.text, each.priority) for each in found] == [
        ("Hereford (workshop, four days a week)", "required"),
        ("Set out and assemble staircases", "required"),
        ("Check deliveries", "required"),
        ("chase suppliers", "required"),
        ("At least five years of bench joinery", "required"),
        ("City & Guilds Level 2 or equivalent", "required"),
        ("AutoCAD", "required"),
        ("a head for figures", "required"),
        ("A driving licence", "required"),
        ("CNC routers, ideally Biesse", "preferred"),
        ("Biesse", "preferred"),
        ("Some Polish", "preferred"),
    ]


def test_every_requirement_quotes_the_posting():
    assert all(each.text in LISTED for each in read(LISTED))


def test_the_same_posting_always_gives_the_same_requirements():
    assert read(LISTED) == read(LISTED)


def test_kinds_years_and_alternatives_are_told():
    found = {
        each.text: each
        for each in read(
            "Baker\n\nYou need\n- Python or Go\n- 3+ years in bakeries\n- Fluent German\n- Food safety certificate\n- Driving licence\n- Bachelor's degree\n- Enhanced DBS check"
        )
    }
    assert found["Python or Go"].alternatives
    assert found["Python or Go"].terms == ["python", "go"]
    assert (found["3+ years in bakeries"].kind, found["3+ years in bakeries"].years) == ("years", 3.0)
    assert found["Fluent German"].kind == "language"
    assert found["Food safety certificate"].kind == "certificate"
    assert found["Driving licence"].kind == "licence"
    assert found["Bachelor's degree"].kind == "degree"
    assert found["Enhanced DBS check"].kind == "clearance"


def test_prose_is_judged_sentence_by_sentence():
    found = texts(
        "Florist\n\nWe arrange flowers for forty hotels. You must have three years in a flower shop, a driving licence and"
        " patience with brides. Experience with WooCommerce is a plus. No degree is required. We pay $19 an hour and give"
        " you a key. You will open the shop and water the stock."
    )
    assert found == [
        "three years in a flower shop",
        "a driving licence",
        "patience with brides",
        "Experience with WooCommerce",
        "open the shop",
        "water the stock",
    ]


def test_prose_tells_what_is_only_preferred():
    found = {
        each.text: each.priority
        for each in read("Florist\n\nYou need a van. Ideally you also know orchids. Welsh would be lovely.")
    }
    assert found == {"a van": "required", "know orchids": "preferred", "Welsh": "preferred"}


@pytest.mark.parametrize(
    "sentence",
    [
        "No prior banking experience needed.",
        "No experience of a listed company is asked for.",
        "Knowledge of looms isn't expected.",
        "Tools of your own aren't needed.",
        "A degree is not required.",
        "You don't need to know SAP.",
        "Experience with bees is not a must.",
        "Ein Studium ist nicht erforderlich.",
        "Kein Führerschein erforderlich.",
        "L'expérience de la vente n'est pas exigée.",
        "No es necesario saber inglés.",
        "No se requiere experiencia previa.",
    ],
)
def test_what_is_said_not_to_be_needed_is_dropped(sentence):
    assert texts(f"Clerk\n\nRequirements\n- Excel\n\n{sentence}") == ["Excel"]


@pytest.mark.parametrize(
    ("heading", "item", "priority"),
    [
        ("Ihr Profil", "Sicherer Umgang mit DATEV", "required"),
        ("Von Vorteil", "Sicherer Umgang mit DATEV", "preferred"),
        ("Profil recherché", "Maîtrise de Sage 100", "required"),
        ("Les plus", "Maîtrise de Sage 100", "preferred"),
        ("Requisitos", "Manejo de Contaplus", "required"),
        ("Se valorará", "Manejo de Contaplus", "preferred"),
    ],
)
def test_headings_in_other_languages(heading, item, priority):
    found = read(f"Buchhaltung\n\n{heading}\n- {item}\n")
    assert [(each.text, each.priority, each.section) for each in found] == [(item, priority, heading)]


@pytest.mark.parametrize(
    "heading",
    ["Wir bieten", "Nous offrons", "Ofrecemos", "What we offer", "Perks", "How we hire", "Equal opportunities"],
)
def test_what_is_offered_or_told_is_no_requirement(heading):
    assert texts(f"Cook\n\nYou need\n- A knife\n\n{heading}\n- Excel and SAP training\n- Three knives\n") == ["A knife"]


def test_conditions_of_hiring_are_found_among_the_small_print():
    found = texts(
        "Clerk\n\nBenefits\n- Lunch\n\nOffers are contingent on a background check. We are an equal opportunity employer."
    )
    assert found == ["a background check"]


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("Pre-employment drug screen.", ["Pre-employment drug screen"]),
        ("An enhanced DBS check will be made.", ["An enhanced DBS check"]),
        ("Visa support is available.", []),
        ("A background check is paid for by us.", []),
        ("We have a visa for everyone who wants to visit our office in Lisbon.", []),
    ],
)
def test_a_condition_is_told_from_an_offer(sentence, taken):
    assert texts(f"Clerk\n\nBenefits\n- Lunch\n\n{sentence}") == taken


def test_questions_to_the_reader_ask_nothing():
    assert texts("Clerk\n\nRequirements\n- Excel\n\nDo you like filing? You must know Word.") == ["Excel", "know Word"]


def test_an_unforeseen_heading_after_the_requirements_is_taken_for_wishes():
    found = read("Clerk\n\nRequirements\n- Excel\n\nWhat makes our hearts sing\n- Esperanto\n- Juggling\n")
    assert [(each.text, each.priority) for each in found] == [
        ("Excel", "required"),
        ("Esperanto", "preferred"),
        ("Juggling", "preferred"),
    ]


def test_an_unforeseen_heading_over_perks_is_left():
    assert texts("Clerk\n\nRequirements\n- Excel\n\nGood stuff\n- 30 days of vacation\n- Free parking\n- A dog\n") == [
        "Excel"
    ]


def test_a_list_without_bullets_is_read_line_by_line():
    assert texts("Driver\n\nRequirements\nClass A CDL\nExperience with electronic logs\n\nPay\n$30 an hour") == [
        "Class A CDL",
        "Experience with electronic logs",
    ]


def test_the_location_field_is_used_where_the_text_names_none():
    found = read("You need\n- Excel", title="Clerk", location="Graz, Austria")
    assert (found[0].text, found[0].kind) == ("Graz, Austria", "location")


def test_a_script_without_spaces_ends_in_a_clear_outcome():
    assert isinstance(texts("招聘软件工程师\n\n要求\n- 五年以上Python经验\n- 熟悉数据库\n"), list)


def test_a_huge_posting_is_capped():
    found = read(
        "Clerk\n\nRequirements\n" + "".join(f"- Skill number {place} of tool{place}\n" for place in range(9000))
    )
    assert len(found) == 80


def test_bold_titles_are_no_headings():
    found = texts("**Cook**\n*The Gate, Halifax, Nova Scotia*\n\n**You need**\n- Knives\n- Two years of experience\n")
    assert found == ["Halifax, Nova Scotia", "Knives", "Two years of experience"]
