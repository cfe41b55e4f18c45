from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.job.match import match
from agent.job.model import Fact, RequirementMatch
from agent.job.requirements import requirement
from agent.resume.model import Resume
from tests.agent.job.resumes import ask, resume, role

TODAY = date(2026, 6, 15)
COOK = role("Cook", "The Gate", "2020-01 - today", "Ran the grill on weekends.", "Ordered stock in MarketMan.")


def one(text: str, of: Resume, *facts: Fact) -> RequirementMatch:
    return match([ask(text)], of, facts, TODAY).matches[0]


def label(text: str, of: Resume, *facts: Fact) -> str:
    return one(text, of, *facts).label


@pytest.mark.parametrize(
    ("asked", "shown", "expected"),
    [
        ("Kubernetes", "Deploy to K8s every day", "met"),
        ("Relational databases", "Tuned PostgreSQL queries", "met"),
        ("PostgreSQL", "Kept a relational database", "missing"),
        ("Python or Go", "Wrote services in Go", "met"),
        ("Docker and Kubernetes", "Package services with Docker", "partial"),
        ("Message queues such as Kafka or SQS", "Jobs ran through RabbitMQ", "met"),
        ("A cloud data warehouse, ideally Snowflake", "Loaded invoices into BigQuery", "met"),
        ("Terraform", "Knew the whole team by name", "missing"),
        ("Rust", "Currently learning Rust in the evenings", "partial"),
        ("Rust", "Coursework in Rust and OCaml", "partial"),
        ("Docker", "Docker (local development only)", "partial"),
        ("Forklift licence", "I have never held a forklift licence", "missing"),
        ("Mechanical ventilation", "Cared for ventilated patients", "met"),
        ("Second-line support", "Tier 2 support for 400 users", "met"),
        ("Stock control", "Weekly cycle counts", "met"),
        ("Java", "Wrote JavaScript for the shop", "missing"),
        ("C", "Vitamin C studies", "missing"),
        ("ISO 27001", "Prepared the ISO 9001 audit", "missing"),
    ],
)
def test_skills_are_shown_by_themselves_their_names_and_their_cases(asked, shown, expected):
    assert label(asked, resume(role("Worker", "Acme", "2019-01 - today", shown))) == expected


def test_a_shared_everyday_word_proves_nothing():
    of = resume(
        role("Team assistant", "Acme", "2019-01 - today", "Helped the team with daily work and reports for customers.")
    )
    for asked in ("Experience with team topologies", "Daily work with lasers", "Customer reports in Cognos"):
        assert label(asked, of) != "met", asked


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("Kubernetes", "Packaged the model with Docker on AWS SageMaker"),
        ("VMware", "Ran Hyper-V hosts"),
        ("ServiceTitan", "Five service calls a day"),
        ("Procore", "Improved the process of ordering"),
        ("Salesforce", "Led a sales force of nine"),
        ("Azure", "Deployed on AWS EC2"),
        ("Snowflake", "Loaded invoices into BigQuery"),
        ("Google Analytics", "Reported on web analytics with Matomo"),
        ("React", "Reacted quickly to incidents"),
        ("REST APIs", "Took the rest of the week off"),
        ("Excel", "Helped the team excel"),
        ("Neuro ICU", "Nurse in the medical ICU"),
        ("PHR", "Passed the aPHR exam"),
    ],
)
def test_one_tool_is_not_shown_by_another_or_by_a_like_word(asked, shown):
    assert label(asked, resume(role("Worker", "Acme", "2019-01 - today", shown))) != "met"


def test_evidence_quotes_the_line_and_cites_its_id():
    found = one("MarketMan", resume(COOK))
    assert [(each.ref, each.quote, each.source) for each in found.evidence] == [
        ("work.1.h2", "Ordered stock in MarketMan.", "resume")
    ]


def test_a_limited_line_does_not_lower_a_full_one():
    of = resume(
        role("Dev", "Acme", "2019-01 - today", "Built services in Rust."), other="Currently learning Rust macros"
    )
    assert label("Rust", of) == "met"


def test_a_section_of_things_to_learn_is_limited():
    assert label("Rust", resume(COOK, other="Rust", title="Learning")) == "partial"


def test_loose_lines_count_too():
    of = Resume.model_validate({"unplaced": [{"id": "unplaced.l1", "text": "Deploy to K8s every day"}]})
    assert label("Kubernetes", of) == "met"


@pytest.mark.parametrize(
    ("asked", "dates", "expected"),
    [
        ("3+ years as a cook", ["2020-01 - today"], "met"),
        ("7 years as a cook", ["2020-01 - today"], "partial"),
        ("6 years as a cook", ["2018-01 - 2020-12", "2019-01 - 2021-12"], "partial"),
        ("4 years as a cook", ["2018-01 - 2020-12", "2019-01 - 2021-12"], "met"),
        ("3 years as a cook or kitchen manager", ["2020-01 - today"], "met"),
        ("3+ years as a nurse", ["2015-01 - today"], "missing"),
        ("three years of experience", ["2020-01 - today"], "met"),
        ("18 months as a cook", ["2024-01 - 2025-06"], "met"),
    ],
)
def test_years_are_computed_from_dates_and_overlaps_count_once(asked, dates, expected):
    roles = [role("Cook", f"Inn {place}", span, "Cooked.") for place, span in enumerate(dates)]
    assert label(asked, resume(*roles)) == expected


def test_years_run_to_the_given_day():
    asked = ask("6 years as a cook")
    of = resume(role("Cook", "Inn", "2021-01 - today", "Cooked."))
    assert match([asked], of, today=date(2026, 6, 1)).matches[0].label == "partial"
    assert match([asked], of, today=date(2027, 1, 1)).matches[0].label == "met"


def test_a_resume_without_dates_tells_no_years():
    found = one("3 years as a cook", resume(role("Cook", "Inn", "", "Cooked.")))
    assert found.label == "partial"
    assert found.evidence


@pytest.mark.parametrize(
    ("asked", "education", "expected"),
    [
        ("Bachelor's degree", "BSc Physics, 2015", "met"),
        ("Bachelor's degree in computer science or a related field", "B.S. Information Systems, 2015", "met"),
        ("Bachelor's degree in nursing", "BA History, 2015", "partial"),
        ("Master's degree", "BSc Physics, 2015", "missing"),
        ("Bachelor's degree", "30 credits toward a bachelor's degree", "partial"),
        ("Bachelor's degree", "High school diploma, 2010", "missing"),
        ("High school diploma or GED", "GED, 2010", "met"),
        ("High school diploma", "BSc Physics, 2015", "met"),
        ("Degree in design", "BFA Graphic Design, 2015", "met"),
        ("PhD in chemistry", "MSc Chemistry, 2015", "missing"),
    ],
)
def test_degrees(asked, education, expected):
    assert label(asked, resume(education=education)) == expected


@pytest.mark.parametrize(
    ("asked", "spoken", "expected"),
    [
        ("Fluent English", "English: C1", "met"),
        ("Fluent English", "English: B1", "partial"),
        ("Native-level French", "French: native", "met"),
        ("German at B1 or better", "German: A2", "partial"),
        ("Spanish", "Spanish: conversational", "met"),
        ("Spanish", "Spanish: basic", "partial"),
        ("Spanish", "French: native", "missing"),
        ("A third language: Spanish, Italian or Portuguese", "Italian: B1", "met"),
        ("Verhandlungssicheres Deutsch", "Deutsch: Muttersprache", "met"),
        ("Fluent English", "English: C2; German: A2, taking classes", "met"),
        ("German at B1 or better", "English: C2; German: A2, taking classes", "partial"),
        ("French", "French: fluent once, rusty now", "partial"),
        ("A second language", "English: native; Italian: C1", "met"),
        ("Inglés fluido", "Inglés: B2", "partial"),
        ("Anglais courant", "Anglais: notions", "partial"),
    ],
)
def test_languages(asked, spoken, expected):
    assert label(asked, resume(languages=spoken)) == expected


@pytest.mark.parametrize(
    ("asked", "home", "expected"),
    [
        ("Columbus, OH (on site)", "Columbus, Ohio", "met"),
        ("Norfolk, Virginia", "Chesapeake, VA", "met"),
        ("Boise, Idaho", "Miami, Florida", "missing"),
        ("Remote within Germany", "Leipzig, Germany", "met"),
        ("Remote within Germany", "Lyon, France", "missing"),
        ("Munich (hybrid)", "München, Deutschland", "met"),
        ("Berlin", "Paris, France", "missing"),
        ("Remote", "Lima, Peru", "met"),
    ],
)
def test_places(asked, home, expected):
    place = ask(asked, kind="location")
    assert match([place], resume(COOK, home=home), today=TODAY).matches[0].label == expected


def test_willingness_to_move_is_seen():
    place = ask("Boise, Idaho (on site)", kind="location")
    of = resume(home="Miami, Florida", other="Moving to Boise in June")
    assert match([place], of, today=TODAY).matches[0].label == "met"


def test_the_right_to_work():
    assert label("Right to work in the UK", resume(other="British citizen.")) == "met"
    assert label("Right to work in the UK", resume(COOK)) == "missing"
    assert label("Right to work in the UK", resume(other="I need sponsorship")) == "missing"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("CCRN, 2023", "met"),
        ("CCRN: applied, exam not yet taken", "partial"),
        ("CCRN (expired 2019)", "partial"),
        ("BLS, 2023", "missing"),
    ],
)
def test_certificates(shown, expected):
    assert label("CCRN", resume(certificates=shown)) == expected


def test_missing_is_split():
    assert one("Forklift licence", resume(COOK)).missing == "gap"
    assert one("Forklift licence", resume(other="I do not hold a forklift licence.")).missing == "denied"


def test_a_no_of_the_person_settles_it_also_in_other_words():
    fact = Fact(id="f1", said="No", answer="no", requirement="Kubernetes")
    found = one("Hands-on experience with K8s", resume(COOK), fact)
    assert (found.label, found.missing, found.credit) == ("missing", "denied", 0.0)


def test_a_yes_of_the_person_is_evidence():
    fact = Fact(
        id="f1",
        said="Yes, two years at The Gate",
        statement="Kafka: two years at The Gate",
        answer="yes",
        requirement="Kafka",
    )
    found = one("Experience with Kafka", resume(COOK), fact)
    assert found.label == "met"
    assert [(each.source, each.ref) for each in found.evidence] == [("fact", "f1")]


def test_a_yes_with_too_few_years_is_partial():
    fact = Fact(id="f1", said="Yes, two years", statement="two years", answer="yes", requirement="5 years as a diver")
    assert label("5 years as a diver", resume(COOK), fact) == "partial"


def test_the_score_is_weighted_and_banded():
    asked = [ask("MarketMan", id="r1"), ask("Terraform", id="r2", priority="preferred")]
    report = match(asked, resume(COOK), today=TODAY)
    assert report.score == 75.0
    assert report.band == "good"
    assert match([], resume(COOK), today=TODAY).score == 0.0


def test_the_same_input_gives_the_same_report():
    asked = [ask("MarketMan"), ask("3 years as a cook")]
    assert match(asked, resume(COOK), today=TODAY) == match(asked, resume(COOK), today=TODAY)


ASKED = ["MarketMan", "Docker and Kubernetes", "3 years as a cook", "Team player", "Weekend work", "HACCP", "Rust"]


@settings(max_examples=40, deadline=None)
@given(
    word=st.sampled_from(["MarketMan", "Docker", "Kubernetes", "HACCP", "team player", "weekends", "Rust"]),
    times=st.integers(2, 8),
)
def test_repeating_a_word_never_raises_the_score(word, times):
    asked = [requirement(text, "", "required", duty=False).model_copy(update={"id": text}) for text in ASKED]
    once = match(asked, resume(COOK, skills=word), today=TODAY).score
    again = match(
        asked, resume(COOK, skills=";".join([word] * times), other="; ".join([word] * times)), today=TODAY
    ).score
    assert again == once


def test_a_resume_in_a_script_without_spaces_ends_in_a_clear_outcome():
    of = Resume.model_validate({"unplaced": [{"id": "u", "text": "五年以上Python经验，熟悉数据库"}]})
    assert match([ask("Python"), ask("3 years as a cook")], of, today=TODAY).score >= 0.0
