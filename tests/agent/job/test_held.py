"""Cards, degrees and languages: how far a line of a resume says that they are there."""

from datetime import date

import pytest

from agent.job.batch import match_row
from agent.job.steps import step_ahead
from agent.job.tenure import reach_of, stages_in

RESUME = """Ana Duarte
Lyon
ana@example.com

EXPERIENCE

Fitter, Quayside Works, Lyon
September 2015 – Present
- Joined the Tuesday meetings.
{done}

{title}
{line}
"""


def label(asked: str, line: str, title: str = "CERTIFICATES", done: str = "") -> str:
    row = {
        "id": "x",
        "resume": RESUME.format(title=title, line=line, done=done),
        "job": f"Post\n\nRequirements\n- {asked}\n",
    }
    return str(match_row(row)["requirements"][-1]["label"])


@pytest.mark.parametrize(
    ("asked", "line", "expected"),
    [
        ("CompTIA A+", "CompTIA A+: 220-1101 passed, second paper in the spring", "partial"),
        ("CompTIA A+", "CompTIA A+, 2024", "met"),
        ("Class B CDL", "CDL class B: written passed, drive test booked", "partial"),
        ("Series 65", "Series 65: failed by two points, retake in March", "partial"),
        ("PMP", "PMP: application returned", "partial"),
        ("PMP", "PMP: no", "missing"),
        ("PMP", "PMP: not yet", "missing"),
        ("Notary public", "Notary commission: held until 2022", "partial"),
        ("Notary public", "Notary public, commission to 2029", "met"),
        ("Forklift licence", "Forklift: let it lapse in 2020", "partial"),
        ("SIA licence", "SIA licence: none", "missing"),
        ("First aid certificate", "First aid course done May 2025", "met"),
        ("SMSTS", "SMSTS course in March 2024", "met"),
        ("ACCA", "ACCA: nine of thirteen papers", "partial"),
        ("Green Belt", "Six Sigma Green Belt: training finished, project outstanding", "partial"),
        ("NVQ Level 3 in Plumbing, or working towards it", "NVQ Level 3 Plumbing, second year of three", "met"),
        ("NVQ Level 3 in Plumbing", "NVQ Level 3 Plumbing, second year of three", "partial"),
        ("Site Works Coordinator", "Site Works Coordinator: no. Site Works Supervisor course, 2023", "partial"),
    ],
)
def test_a_card_is_there_as_far_as_its_line_says(asked, line, expected):
    assert label(asked, line) == expected


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("Real estate licence: state exam still ahead", "state exam"),
        ("HGV: theory done, drive test not yet booked", "drive test"),
        ("Boat master: sitting the oral in the spring", "oral"),
        ("OSHA 30 course in March 2021", ""),
        ("All exams passed", ""),
    ],
)
def test_the_step_that_lies_ahead_is_named(line, step):
    assert step_ahead(line) == step


@pytest.mark.parametrize(
    ("asked", "line", "expected"),
    [
        ("Degree in logistics or business", "Foxglove College: 18 credits toward an associate degree in business", "partial"),
        ("Bachelor's degree in a quantitative field", "B.S. Mathematics, Foxglove University, 2019", "met"),
        ("Bachelor's degree in a quantitative field", "B.A. Art History, Foxglove University, 2019", "partial"),
        ("A degree or short course in dairy science", "Farm Short Course, Foxglove College, 2018", "met"),
        ("Postgraduate qualification in autism education", "Certificate in Autism Studies: begun, one module of four done", "partial"),
        ("Postgraduate qualification in autism education", "One-day workshop on autism, 2023", "missing"),
        ("Bachelor's degree in business or a related field", "BA Organizational Leadership, Foxglove University, 2017", "met"),
        ("BS with 5+ years, or an MS with 2+ years, of fitting experience", "M.S. Engineering, Foxglove University, 2014", "met"),
        ("BS with 15+ years, or an MS with 12+ years, of fitting experience", "B.S. Engineering, Foxglove University, 2014", "partial"),
    ],
)  # fmt: skip
def test_studies_are_held_to_level_field_and_years(asked, line, expected):
    assert label(asked, line, "EDUCATION") == expected


@pytest.mark.parametrize(
    ("asked", "line", "done", "expected"),
    [
        ("Functional Spanish", "Spanish: enough for the yard", "", "met"),
        ("Spanish", "Spanish: enough for the yard", "", "partial"),
        ("Spanish fluency", "English and Spanish, both from childhood", "", "met"),
        ("Spanish", "English", "- Rewrote the handbook in English and Spanish (a translator did the Spanish).", "missing"),
        ("Spanish", "English", "- Rewrote the handbook in English and Spanish.", "met"),
    ],
)  # fmt: skip
def test_a_language_is_held_to_what_is_said_of_it(asked, line, done, expected):
    assert label(asked, line, "LANGUAGES", done) == expected


def test_a_role_told_in_stages_reaches_from_the_first_to_the_last():
    text = "Line lead October 2020 - June 2023, junior sous July 2023 - December 2024"
    assert [said for said, _ in stages_in(text, date(2026, 1, 1))] == ["line lead", "junior sous"]
    assert reach_of(text, date(2026, 1, 1)) == (2020 * 12 + 9, 2024 * 12 + 11)
    assert reach_of("Roofer 2005 - 2006, again 2012 - 2020", date(2026, 1, 1)) == (2012 * 12, 2020 * 12 + 5)


def test_an_associate_by_title_is_no_schooling():
    resume = "Ana Duarte\nLyon\n\nSales Associate, Pelican Store, Lyon\nMay 2019 - June 2024\n- Sold shoes.\n"
    row = {"id": "x", "resume": resume, "job": "Post\n\nRequirements\n- 4+ years in sales\n"}
    assert match_row(row)["requirements"][-1]["label"] == "met"


def test_years_count_the_stage_that_is_asked_for():
    resume = "Ana Duarte\nLyon\n\nWORK\n\nLine Cook, later Sous Chef, Pelican, Lyon\nLine cook May 2016 - June 2022, sous chef July 2022 - June 2024\n- Ran the pass.\n"
    row = {"id": "x", "resume": resume, "job": "Post\n\nRequirements\n- 5+ years as a sous chef\n"}
    assert match_row(row)["requirements"][-1]["label"] == "partial"


def years(title: str, asked: str, employer: str = "Pelican & Co") -> str:
    resume = f"Ana Duarte\nLyon\n\nWORK\n\n{title}, {employer}, Lyon\nSeptember 2015 – June 2024\n- Joined the Tuesday meetings.\n"
    row = {"id": "x", "resume": resume, "job": f"Post\n\nRequirements\n- 4+ years in {asked}\n"}
    return str(match_row(row)["requirements"][-1]["label"])


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Baker", "baking"),
        ("Weaver", "weaving"),
        ("Glazier", "a skilled trade"),
        ("Housekeeper", "hotels"),
        ("Attorney", "law practice"),
        ("Line Cook", "a fast-paced kitchen"),
        ("Herdsman", "dairy"),
        ("Bookkeeper", "accounting or finance"),
        ("Picker", "a warehouse environment"),
        ("Reporter", "a newsroom"),
    ],
)
def test_a_title_stands_for_its_field(title, field):
    assert years(title, field) == "met"


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Waiter", "accounting"),
        ("Accountant", "hospitality"),
        ("Paralegal", "immigration law"),
        ("Editor", "video editing"),
        ("Teacher", "software"),
        ("Barista", "retail banking"),
        ("Painter", "carpentry"),
    ],
)
def test_a_title_stands_for_no_other_field_or_a_part_of_it(title, field):
    assert years(title, field) == "missing"


@pytest.mark.parametrize(
    ("employer", "field", "expected"),
    [
        ("Heron Bank", "financial services", "met"),
        ("Oak Farm", "agriculture", "met"),
        ("Grand Hotel", "hospitality", "met"),
        ("Heron Bank", "agriculture", "missing"),
    ],
)
def test_an_employer_tells_its_industry(employer, field, expected):
    assert years("Clerk", field, employer) == expected


@pytest.mark.parametrize(
    ("asked", "line", "title", "expected"),
    [
        ("Level 3 Diploma in Kennel Care or equivalent", "Level 3 Diploma in Kennel Care, Foxglove College, second year of two", "EDUCATION", "partial"),
        ("Certificate V in Kennel Care", "Cert III in Kennel Care, Foxglove College, 2019", "EDUCATION", "missing"),
        ("Certificate III in Kennel Care", "Cert IV in Kennel Care, Foxglove College, 2019", "EDUCATION", "met"),
        ("Bachelor's degree in computer science", "Associate of Applied Science, Web Development, Foxglove College, 2016", "EDUCATION", "missing"),
        ("Associate degree in networking", "Associate of Applied Science, Network Engineering, Foxglove College, 2020", "EDUCATION", "met"),
        ("Certificate in museum studies", "Museum studies certificate: nine courses required, five finished", "CARDS", "partial"),
        ("CPCU or progress toward it", "CPCU: four of eight parts passed", "CARDS", "met"),
        ("Adobe InDesign", "Canva daily, Outlook, InDesign (one library workshop)", "TOOLS", "partial"),
        ("Power BI", "Power BI: open the reports others make", "TOOLS", "partial"),
    ],
)  # fmt: skip
def test_what_is_less_than_the_whole_is_there_in_part(asked, line, title, expected):
    assert label(asked, line, title) == expected


def test_what_the_cards_say_comes_before_a_line_of_work_that_only_names_the_thing():
    assert label("EWP ticket", "EWP under 11 m, yellow card: expired", "CARDS", "- Chipper, 14 m EWP.") == "partial"


def test_a_language_that_work_was_done_in_is_spoken_well():
    assert label("Excellent French", "English", "LANGUAGES", "- Led four tours a day in English and French.") == "met"


def test_a_twin_town_is_no_other_place():
    resume = RESUME.format(title="CARDS", line="First aid", done="").replace("\nLyon\n", "\nOttawa, Ontario\n")
    row = {"id": "x", "resume": resume, "job": "Post\nHeron Works, Gatineau, Quebec\n\nRequirements\n- Knots\n"}
    found = match_row(row)["requirements"][0]
    assert (found["text"], found["label"]) == ("Gatineau, Quebec", "met")
