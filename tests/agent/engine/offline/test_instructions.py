"""From a chat message to the changes it asks for, and into the resume."""

import pytest

from agent.change.apply import apply
from agent.change.invariant import check
from agent.change.judging import judge
from agent.engine.offline.chat import understand
from agent.engine.offline.proposing import propose
from agent.engine.offline.shorten import tighten
from agent.engine.port import Conversation
from agent.job.model import Fact
from agent.resume.model import Line
from tests.agent.engine.offline.pairs import task_of


def follow(name: str, message: str):
    """The changes for a message and the resume with them accepted; what the person said is kept as a fact first."""
    plain = task_of(name)
    heard = understand(message, Conversation(resume=plain.resume, report=plain.report, language=plain.language))
    entry = heard.line_id if heard.kind == "fact" else ""
    facts = [Fact(id="f1", said=heard.text, statement=heard.text, entry=entry)] if heard.text else []
    task = task_of(name, facts, instruction=heard)
    changes = propose(task)
    judged = [judge(change, task.resume, facts, task.posting.description) for change in changes]
    assert [change for change in judged if change.state == "blocked"] == []
    accepted = [change.model_copy(update={"state": "accepted"}) for change in judged]
    result = apply(task.resume, accepted)
    check(task.resume, result, accepted)
    return changes, result


def bullets(resume, entry=0):
    return [line.text for line in resume.work[entry].highlights]


def test_adding_a_skill_is_the_person_s_own_word():
    changes, result = follow("tech", "add Terraform to my skills")
    assert [change.by for change in changes] == ["person"]
    assert result.skills[1].keywords[-1] == "Terraform"


def test_adding_what_is_there_changes_nothing():
    assert follow("tech", "add Docker to my skills")[0] == []


def test_adding_a_line_to_a_role():
    _, result = follow("tech", "add “Trained two new colleagues” to Hollow Oak")
    assert bullets(result, 1)[-1] == "Trained two new colleagues"
    assert result.work[1].highlights[-1].from_person


def test_removing_a_keyword_keeps_its_group():
    _, result = follow("tech", "remove Jenkins from my skills")
    assert result.skills[1].keywords == ["Docker", "Git", "K8s", "Linux"]


def test_removing_a_line():
    _, result = follow("tech", "remove the line about the Windows build server")
    assert "Looked after the Windows build server." not in bullets(result, 1)


def test_rewording_part_of_a_line():
    _, result = follow("tech", "change 'nightly batch files' to 'nightly CSV files'")
    assert bullets(result)[1] == "Moved ticket pricing from nightly CSV files to REST APIs used by 12 resellers."


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("move the refund queue line to the top", "Built the refund queue on RabbitMQ, 20,000 messages a day."),
        (
            "move the ticket pricing line up",
            "Moved ticket pricing from nightly batch files to REST APIs used by 12 resellers.",
        ),
        ("emphasise Kubernetes", "Deploy eight Python services to K8s with Helm and GitLab CI."),
        ("highlight my RabbitMQ experience", "Built the refund queue on RabbitMQ, 20,000 messages a day."),
    ],
)
def test_what_should_stand_first_does(message, first):
    assert bullets(follow("tech", message)[1])[0] == first


def test_moving_a_section_a_keyword_and_a_line_into_another_role():
    assert follow("tech", "move skills to the top")[1].order[0] == "skills"
    assert follow("tech", "move Python to the front")[1].skills[0].keywords == ["Python", "Java", "Bash", "SQL"]
    _, result = follow("tech", "move the second bullet at Hollow Oak to Pinecrest Rail")
    assert bullets(result)[-1] == "Looked after the Windows build server."


def test_emphasis_lifts_a_skill_that_only_a_bullet_shows():
    _, result = follow("tech", "emphasise RabbitMQ")
    assert "RabbitMQ" in result.skills[1].keywords


@pytest.mark.parametrize(
    ("name", "message", "entry", "line"),
    [
        ("tech", "At Pinecrest Rail I trained two new colleagues.", 0, "Trained two new colleagues."),
        ("tech", "I was promoted to Lead Developer in 2024", 0, "Promoted to Lead Developer in 2024."),
        ("nurse", "I have taught CPR to 30 colleagues at Saint Brannock Hospital", 0, "Taught CPR to 30 colleagues."),
        ("electrician", "I lead a crew of three at Calloway Electric", 0, "Led a crew of three."),
        ("german", "Ich habe bei der Talwerk AG zwei Auszubildende betreut", 1, "Zwei Auszubildende betreut."),
        ("french", "J'ai formé deux collègues chez Ateliers Vaucluse", 0, "Formé deux collègues."),
        ("spanish", "Formé a tres compañeros en Conservas Ribadulla", 0, "Formé a tres compañeros."),
    ],
)
def test_a_statement_of_fact_becomes_a_line_in_resume_style(name, message, entry, line):
    changes, result = follow(name, message)
    assert bullets(result, entry)[-1] == line
    assert changes[0].evidence[0].source == "fact"


def test_a_language_and_a_licence_find_their_sections():
    assert follow("tech", "I speak French (B2)")[1].languages[-1].language == "French"
    assert follow("tech", "please add that I have a driving licence")[1].certificates[-1].name == "Driving licence"


def test_a_fact_without_a_role_asks_for_one_and_changes_nothing():
    heard = understand("I also led the Paris migration in 2021", Conversation(resume=task_of("tech").resume))
    assert "Pinecrest Rail" in heard.reply
    assert follow("tech", "I also led the Paris migration in 2021")[0] == []


def test_shortening_takes_the_least_relevant_lines_and_breaks_none():
    changes, _ = follow("tech", "shorten my resume")
    removed = [change.before for change in changes if change.kind == "remove"]
    assert "Keep the seat-map editor alive, including its print layout." in removed
    assert not any(text.startswith(("This cut", "Built the refund")) for text in removed)


def test_wordy_phrases_go_and_facts_stay():
    task = task_of("tech")
    resume = task.resume.model_copy(deep=True)
    resume.work[0].highlights.append(
        Line(id="work.1.h7", text="Utilized Jenkins on a daily basis in order to build a total of 14 services.")
    )
    heard = understand("shorten the Jenkins services line", Conversation(resume=resume))
    assert (heard.kind, heard.line_id) == ("shorten", "work.1.h7")
    (change,) = propose(task_of("tech", resume=resume, instruction=heard))
    assert change.after == "Used Jenkins daily to build 14 services."


@pytest.mark.parametrize(
    ("language", "text", "short"),
    [
        ("en", "In order to save time, made use of macros.", "To save time, used macros."),
        ("en", "Tuned Postgres queries.", "Tuned Postgres queries."),
        ("de", "Berichte auf täglicher Basis erstellt.", "Berichte täglich erstellt."),
        ("fr", "Réunions afin de suivre les commandes.", "Réunions pour suivre les commandes."),
        ("es", "Control de cobros de forma diaria.", "Control de cobros a diario."),
    ],
)
def test_tightening(language, text, short):
    assert tighten(text, language) == short
