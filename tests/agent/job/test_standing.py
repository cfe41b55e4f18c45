"""How far a line stands behind what it names: cards half done, courses, hours, hobbies, and the times of work."""

from datetime import date

import pytest

from agent.job.batch import match_row
from agent.job.contrasts import contrary
from agent.job.match import match
from agent.job.plain import read_plain
from agent.job.reading import read_lines
from tests.agent.job.resumes import ask, resume, role

TODAY = date(2026, 6, 15)


def label(asked: str, of, **fields) -> str:
    return match([ask(asked, **fields)], of, today=TODAY).matches[0].label


@pytest.mark.parametrize(
    ("asked", "shown", "expected"),
    [
        ("IPAF licence", "IPAF: theory passed, practical test not yet taken", "partial"),
        ("Certified Arborist", "Certified Arborist: two of three modules passed", "partial"),
        ("Sommelier certificate", "Sommelier certificate: not certified", "missing"),
        ("CISM certification", "Reading towards the CISM; not enrolled yet", "missing"),
        ("Phlebotomy certificate", "Phlebotomy: lapsed in 2022", "partial"),
        ("Licensed plumber", "Plumbing licence applied for in May", "partial"),
        ("ITIL certificate", "ITIL 4 Foundation, 2023", "met"),
        ("OSHA 30", "OSHA 10, 2021", "missing"),
        ("SVEB-Zertifikat", "SVEB-Zertifikat: Lehrgang seit März, Prüfung noch offen", "partial"),
        ("Permis CACES 3", "CACES 3 : périmé depuis 2022", "partial"),
        ("Carné de carretillero", "Carné de carretillero: caducado", "partial"),
        ("Certified Scrum Master (CSM)", "CSM, 2022", "met"),
        ("CSM certification", "Certified Scrum Master, 2022", "met"),
        ("Membership of the RSTO", "Member, Royal Society of Topiary Offices", "met"),
        (
            "Postgraduate certificate in arboriculture",
            "Postgraduate certificate in arboriculture: first of two modules finished",
            "partial",
        ),
    ],
)
def test_a_card_is_held_by_its_own_line_and_as_far_as_that_says(asked, shown, expected):
    assert label(asked, resume(certificates=shown)) == expected


def test_a_title_holds_no_card():
    assert (
        label("Certified florist", resume(role("Florist", "Rose & Co", "2015-01 - today", "Bound wreaths."))) != "met"
    )


def test_what_is_begun_meets_a_posting_that_takes_it_so():
    begun = resume(certificates="Notary exam passed in part, second part in May")
    assert label("Notary exam", begun) == "partial"
    assert label("Notary exam or notary candidate", begun) == "met"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("Ansible", "Ansible over two weekends: set up my own mail server"),
        ("Revit", "Revit (one class, a few floor plans)"),
        ("Sage 50", "Sage 50: free course finished; have not used it at work"),
        ("Wound care", "Wound care: two half days with the district nurse"),
        ("Grafana", "Grafana: reading group, no work project yet"),
        ("Kotlin", "Kotlin, online course. No Kotlin shipped at work."),
        ("Drohnenflug", "Drohnenflug: eintägige Schulung, nie beruflich"),
        ("Photoshop", "Photoshop : initiation, jamais utilisé en poste"),
        ("Contaplus", "Contaplus (curso en línea, sin aplicación en el trabajo)"),
    ],
)
def test_a_course_or_a_try_is_only_a_part(asked, shown):
    assert label(asked, resume(skills=shown)) == "partial"


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        ("Route planning", "Planned routes for nine vans"),
        ("Mentoring", "Mentor to one trainee a year"),
        ("Painting", "Applied epoxy paint to ship hulls"),
        ("Reading drawings", "Read wiring drawings every day"),
    ],
)
def test_the_same_words_are_deeds_where_work_is_told(asked, done):
    assert label(asked, resume(role("Worker", "Acme", "2018-01 - today", done))) == "met"


def test_of_two_things_the_limited_one_counts():
    of = resume(role("Developer", "Acme", "2018-01 - today", "Write Java services."), skills="Scala (tutorials only)")
    found = match([ask("Java and Scala")], of, today=TODAY).matches[0]
    assert (found.label, found.lacking) == ("partial", "Scala")


@pytest.mark.parametrize(
    ("asked", "other", "expected"),
    [
        ("Able to work one Sunday a month", "I sing in church every Sunday", "missing"),
        ("Able to work one Sunday a month", "Happy to work Sundays and holidays", "met"),
        ("Availability for nights and weekends", "Any shift, any day", "met"),
        ("Availability for nights and weekends", "Nights are fine with me", "partial"),
        ("Willing to travel up to 30%", "Glad to travel, own suitcase", "met"),
        ("Willing to travel up to 30%", "I travel to Norway every summer", "missing"),
        ("Able to lift 25 kg", "I can carry 30 kg up three floors", "met"),
        ("Able to climb ladders and lift 60 lbs", "Own car", "missing"),
        ("Able to walk rough ground with 20 kg of tools", "I carry 25 kg across the hills", "met"),
        ("Reisebereitschaft (ca. 20 %)", "Umzug nicht nötig, Reisen gern gewohnt", "met"),
        ("Bereitschaft zur Nachtarbeit", "Zwei Katzen", "missing"),
        ("Disponibilidad para viajar", "Dispuesto a viajar por toda Europa", "met"),
        ("Disponibilité le samedi", "Disponible le samedi", "met"),
    ],
)
def test_times_and_strain_are_shown_by_saying_so(asked, other, expected):
    of = resume(role("Clerk", "Acme", "2018-01 - today", "Filed letters."), other=other)
    assert label(asked, of) == expected


def test_times_of_work_are_shown_by_such_work():
    of = resume(role("Nurse", "Hill Clinic", "2018-01 - today", "Nights on a surgical ward, every other weekend."))
    assert label("Night shifts and weekends", of) == "met"
    assert label("Night shifts, weekends and on-call", of) == "partial"


@pytest.mark.parametrize(
    ("asked", "other", "expected"),
    [
        ("Measles vaccination", "Measles series complete, card at hand", "met"),
        ("Hepatitis B vaccination", "Flu shot every autumn", "missing"),
        ("Nachweis der Masernimpfung", "Masern: geimpft", "met"),
        ("Authorized to work in Canada without sponsorship", "Canadian citizen", "met"),
        ("Legally entitled to work in Ireland", "EU passport", "met"),
        ("Legally entitled to work in Ireland", "Keen cyclist", "missing"),
    ],
)
def test_health_and_papers(asked, other, expected):
    assert label(asked, resume(role("Cook", "Inn", "2018-01 - today", "Cooked."), other=other)) == expected


@pytest.mark.parametrize(
    ("asked", "spoken", "expected"),
    [
        ("Fluent Polish", "Polish: grew up with it at home", "met"),
        ("French", "French: from school, rusty", "partial"),
        ("Italiano", "Italiano: nociones", "partial"),
    ],
)
def test_levels_of_languages_in_plain_words(asked, spoken, expected):
    assert label(asked, resume(languages=spoken), kind="language") == expected


def test_years_count_only_in_the_field_that_is_asked_for():
    of = resume(role("Electrician", "Lamp Ltd", "2015-01 - today", "Rewired houses for homeowners."))
    assert label("5 years as a commercial electrician", of) == "partial"
    assert label("5 years as an electrician", of) == "met"


def test_fields_that_exclude_each_other():
    assert contrary("Experience with pediatric patients", "Chairside, adult patients only")
    assert not contrary("Experience with patients", "Chairside, adult patients only")
    assert not contrary("Pediatric and adult patients", "adult patients only")


def test_a_degree_or_years_instead():
    long = role("Tester", "Acme", "2015-01 - today", "Tested apps.")
    assert label("Bachelor's degree in computing or equivalent work experience", resume(long)) == "met"
    short = role("Tester", "Acme", "2025-01 - today", "Tested apps.")
    assert label("Bachelor's degree in computing or equivalent work experience", resume(short)) == "partial"
    assert label("A welding certificate, or a bachelor's degree", resume(education="BA History, 2012")) == "met"


@pytest.mark.parametrize(
    ("asked", "done", "expected"),
    [
        ("Mend fishing nets", "Repaired nets for the fishing fleet", "met"),
        ("Negotiate with suppliers", "Bargained with forty vendors over prices", "met"),
        ("Instruct new colleagues", "Taught twelve newcomers the till", "met"),
        ("Neue Lieferanten auditieren", "Verhandlungen mit Lieferanten geführt", "missing"),
        ("Hardware support", "Phone support for a payroll programme", "missing"),
        ("ISO 22000", "Kept ISO 9001 records", "missing"),
    ],
)
def test_said_in_other_words(asked, done, expected):
    found = label(asked, resume(role("Worker", "Acme", "2018-01 - today", done)))
    assert (found == "met") == (expected == "met")


def test_a_hobby_shows_no_skill_of_the_trade():
    of = resume(role("Clerk", "Acme", "2018-01 - today", "Filed letters."), other="I repair old radios and my bicycle")
    assert label("Repair of radios", of) != "met"


def test_an_exam_that_is_taught_is_no_degree_and_no_heading():
    text = (
        "Ada Example\n\nTEACHING\n\nTeacher of Maths, Hill School, Leeds\nSeptember 2019 to date\n"
        "Teach GCSE maths to Years 10 and 11.\nMentor to one PGCE trainee.\n"
    )
    rows = read_lines(read_plain(text), (), TODAY).clauses
    assert {each.section for each in rows if "GCSE" in each.text or "PGCE" in each.text} == {"work"}


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("Two years at sea are not a condition.", False),
        ("Einen Meisterbrief setzen wir nicht voraus.", False),
        ("Un diplôme d'ingénieur n'est pas une condition.", False),
        ("No exigimos carné de conducir.", False),
        ("Experience in banking is not relevant here.", False),
        ("To apply, send a letter and two photos of your work.", False),
        ("Selected candidates spend a paid half day with us.", False),
        ("We welcome the experience of disabled applicants and provide accommodation.", False),
        ("A background check and drug screening apply.", True),
        ("You need a clean driving licence.", True),
    ],
)
def test_what_is_not_asked_for_is_not_taken(sentence, taken):
    job = f"Gardener\nGreen Acre, Leeds\n\nRequirements\n- Hedge cutting\n\n{sentence}\n"
    found = match_row({"id": "x", "resume": "Ada\n", "job": job})["requirements"]
    told = [each["text"] for each in found if each["text"] not in {"Hedge cutting", "Leeds"}]
    assert bool(told) == taken, told


def test_headings_that_run_into_their_text_and_plus_bullets():
    job = (
        "Baker\nOven & Sons, Leeds\n\nWhat you will do. Bake bread. Clean the ovens.\n\nWhat it takes\n+ Two years in a bakery\n"
        "+ Food hygiene certificate\n"
    )
    found = [each["text"] for each in match_row({"id": "x", "resume": "Ada\n", "job": job})["requirements"]]
    assert [each for each in found if each != "Leeds"] == [
        "Bake bread",
        "Clean the ovens",
        "Two years in a bakery",
        "Food hygiene certificate",
    ]
