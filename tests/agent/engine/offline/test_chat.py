"""What the chat understands, and what it says it does not."""

import pytest

from agent.change.model import Change, Evidence, Span
from agent.engine.offline.chat import understand
from agent.engine.port import Conversation
from tests.agent.engine.offline.pairs import task_of


def change(id, before, after, *, section="work", line_id="work.1.h1", state="proposed", kind="reword", by="engine"):
    return Change(
        id=id,
        kind=kind,
        section=section,
        line_id=line_id,
        before=before,
        after=after,
        state=state,
        by=by,
        reason="The posting says “Kubernetes”.",
        evidence=[Evidence(source="resume", ref=line_id, quote=before or after or "")],
    )


CHANGES = [
    change("t1", "Wrote Bash.", "Wrote Bash (shell).", state="accepted"),
    change("c1", "Deploy eight Python services to K8s.", "Deploy eight Python services to Kubernetes (K8s)."),
    change("c2", "Tuned Postgres queries.", "Tuned PostgreSQL queries.", line_id="work.1.h4"),
    change("c3", None, "RabbitMQ", section="skills", line_id="skills.2", kind="add"),
    change(
        "c4", None, "Backend Developer with 9 years of experience.", section="summary", line_id="summary", kind="add"
    ),
]


def conversation(name="tech", changes=CHANGES, **parts) -> Conversation:
    task = task_of(name)
    return Conversation(resume=task.resume, report=task.report, changes=changes, language=task.language, **parts)


@pytest.mark.parametrize(
    ("message", "kind", "ids"),
    [
        ("accept all", "accept", []),
        ("Please accept everything.", "accept", []),
        ("Accept all changes", "accept", []),
        ("accept the 2nd", "accept", ["c2"]),
        ("accept 1 and 3", "accept", ["c1", "c3"]),
        ("Can you accept the first two... I mean the first", "accept", ["c1", "c2", "c1"]),
        ("accept the last one", "accept", ["c4"]),
        ("accept all but the second", "accept", ["c1", "c3", "c4"]),
        ("accept the Kubernetes change", "accept", ["c1"]),
        ("accept the summary", "accept", ["c4"]),
        ("approve all skills changes", "accept", ["c3"]),
        ("reject the second", "reject", ["c2"]),
        ("reject everything", "reject", []),
        ("reject the one about RabbitMQ", "reject", ["c3"]),
        ("no to the third one", "reject", ["c3"]),
        ("I don't like the summary", "reject", ["c4"]),
        ("drop the second suggestion", "reject", ["c2"]),
        ("undo", "undo", []),
        ("Undo that please", "undo", []),
        ("take that back", "undo", []),
        ("akzeptiere alle", "accept", []),
        ("lehne den zweiten Vorschlag ab", "reject", ["c2"]),
        ("rückgängig", "undo", []),
        ("accepte tout", "accept", []),
        ("refuse la deuxième", "reject", ["c2"]),
        ("acepta todo", "accept", []),
        ("rechaza el segundo", "reject", ["c2"]),
        ("deshaz", "undo", []),
    ],
)
def test_decisions(message, kind, ids):
    heard = understand(message, conversation())
    assert (heard.kind, list(dict.fromkeys(heard.change_ids))) == (kind, list(dict.fromkeys(ids)))
    assert heard.reply


def test_a_bare_yes_means_the_change_it_was_sent_with_or_the_only_open_one():
    assert understand("yes", conversation(context="c3")).change_ids == ["c3"]
    assert understand("Ok!", conversation(changes=CHANGES[:2])).change_ids == ["c1"]
    assert understand("no", conversation(changes=CHANGES[:2])).kind == "reject"
    assert understand("yes", conversation()).kind == "unknown"


def test_an_unclear_decision_is_asked_back_with_the_open_changes():
    heard = understand("accept the thing about payroll", conversation())
    assert heard.kind == "unknown"
    assert "Kubernetes" in heard.reply
    assert understand("accept all", conversation(changes=[])).kind == "unknown"


@pytest.mark.parametrize(
    ("message", "kind", "line_id", "text"),
    [
        ("remove the line about the seat-map editor", "remove", "work.1.h1", ""),
        ("delete “Looked after the Windows build server.”", "remove", "work.2.h2", ""),
        ("Could you please remove Jenkins from my skills?", "remove", "skills.2", ""),
        ("drop the second bullet at Hollow Oak", "remove", "work.2.h2", ""),
        ("reword “Looked after the Windows build server” to “Ran the Windows build server”", "reword", "work.2.h2",
         "Ran the Windows build server."),
        ("change 'nightly batch files' to 'nightly CSV files'", "reword", "work.1.h2",
         "Moved ticket pricing from nightly CSV files to REST APIs used by 12 resellers."),
        ("replace Jenkins with Jenkins pipelines", "reword", "skills.2", "Tools: Docker, Git, Jenkins pipelines, K8s, Linux"),
        ("move the refund queue line to the top", "move", "work.1.h5", "top"),
        ("move the Django reminders line down", "move", "work.2.h1", "down"),
        ("put the skills section first", "move", "skills", "top"),
        ("shorten my resume", "shorten", "", ""),
        ("make it shorter", "shorten", "", ""),
        ("shorten my job at Pinecrest Rail", "shorten", "work.1", ""),
        ("move the last bullet at Hollow Oak to Pinecrest Rail", "move", "work.2.h3", "work.1"),
        ("move Python to the front", "move", "skills.1", "top"),
        ("remove the skills group Tools", "remove", "skills.2", ""),
        ("add a summary line “Builds small services”", "add", "summary", "Builds small services"),
        ("add Terraform to my skills", "add", "skills", "Terraform"),
        ("add “Trained two new colleagues” to Hollow Oak", "add", "work.2", "Trained two new colleagues"),
        ("add French (B2) to languages", "add", "languages", "French (B2)"),
        ("add Docker Swarm", "add", "skills", "Docker Swarm"),
        ("entferne die Zeile über den Windows build server", "remove", "work.2.h2", ""),
        ("supprime Jenkins", "remove", "skills.2", ""),
        ("elimina Jenkins", "remove", "skills.2", ""),
        ("kürze den Lebenslauf", "shorten", "", ""),
        ("raccourcis le CV", "shorten", "", ""),
        ("acorta el currículum", "shorten", "", ""),
        ("ergänze Terraform bei den Kenntnissen", "add", "skills", "Terraform"),
        ("ajoute Terraform à mes compétences", "add", "skills", "Terraform"),
        ("añade Terraform a mis habilidades", "add", "skills", "Terraform"),
    ],
)  # fmt: skip
def test_edits(message, kind, line_id, text):
    heard = understand(message, conversation())
    assert (heard.kind, heard.line_id, heard.text) == (kind, line_id, text)
    assert heard.reply


@pytest.mark.parametrize(
    ("message", "target"),
    [
        ("emphasise Python", "Python"),
        ("Please highlight my Kubernetes experience more", "Kubernetes"),
        ("focus on REST APIs", "REST APIs"),
        ("betone Python stärker", "Python"),
        ("mets en avant Python", "Python"),
        ("destaca Python", "Python"),
    ],
)
def test_emphasis(message, target):
    heard = understand(message, conversation())
    assert (heard.kind, heard.target) == ("emphasise", target)


def test_what_no_line_shows_is_not_emphasised():
    heard = understand("emphasise my Rust experience", conversation())
    assert heard.kind == "unknown"
    assert "Rust" in heard.reply


@pytest.mark.parametrize(
    ("message", "line_id"),
    [
        ("I also led the Paris migration in 2021", ""),
        ("At Pinecrest Rail I trained two new colleagues.", "work.1"),
        ("Ich habe 2021 die Migration nach Paris geleitet", ""),
        ("J'ai dirigé la migration vers Paris en 2021", ""),
        ("También dirigí la migración a París en 2021", ""),
        ("add that I mentored two interns at Hollow Oak", "work.2"),
    ],
)
def test_statements_of_fact(message, line_id):
    heard = understand(message, conversation())
    assert (heard.kind, heard.line_id) == ("fact", line_id)
    assert heard.text


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("status", "status"),
        ("where are we?", "status"),
        ("what's my score", "status"),
        ("write the letter", "letter"),
        ("Could you draft a cover letter for this job?", "letter"),
        ("schreib bitte das Anschreiben", "letter"),
        ("écris la lettre de motivation", "letter"),
        ("escribe la carta de presentación", "letter"),
        ("tailor it again", "tailor"),
        ("any ideas for dinner", "unknown"),
        ("", "unknown"),
        ("???", "unknown"),
        ("make me sound more impressive", "unknown"),
        ("rewrite my summary", "unknown"),
        ("reword the line about ticket pricing", "unknown"),
        ("shorten the line about ticket pricing", "unknown"),
        ("add more action verbs", "unknown"),
        ("remove my Pinecrest Rail job", "unknown"),
        ("change my title to CTO", "unknown"),
        ("remove the line about falconry", "unknown"),
    ],
)
def test_kinds(message, kind):
    heard = understand(message, conversation())
    assert heard.kind == kind
    assert heard.reply


def test_help_lists_what_is_understood_in_the_person_s_language():
    assert "reword" in understand("what a day", conversation()).reply
    assert "kürze" in understand("Wie wird das Wetter?", conversation("german")).reply
    assert "raccourcis" in understand("Quel temps fait-il ?", conversation("french")).reply
    assert "acorta" in understand("¿Qué tiempo hace?", conversation("spanish")).reply


def test_thanks_are_no_command():
    assert understand("Thanks a lot!", conversation()).reply == "You are welcome."
    assert understand("danke", conversation("german")).reply == "Gern geschehen."


def test_why_tells_reason_and_evidence_of_the_change():
    heard = understand("Why the Kubernetes change?", conversation())
    assert heard.change_ids == ["c1"]
    assert "The posting says" in heard.reply
    assert "Deploy eight Python services" in heard.reply
    assert understand("why?", conversation(context="c2")).change_ids == ["c2"]
    assert understand("why did you change the 2nd?", conversation(changes=CHANGES[1:])).change_ids == ["c2"]


def test_why_of_a_blocked_change_names_the_words():
    blocked = CHANGES[1].model_copy(
        update={"state": "blocked", "unsupported": [Span(start=0, end=6, text="Deploy", why="Nobody said so.")]}
    )
    assert "Nobody said so." in understand("why is it blocked?", conversation(changes=[blocked])).reply


def test_why_of_an_untouched_line_says_so():
    heard = understand("why is the seat-map editor line there?", conversation())
    assert heard.line_id == "work.1.h1"


def test_status_counts_what_stands():
    said = understand("status", conversation()).reply
    assert said.startswith("Changes: 4 open, 1 accepted, 0 rejected, 0 blocked.")


@pytest.mark.parametrize(
    ("message", "kind", "ids", "left"),
    [
        ("accept 1 and reject 2", "accept", ["c1"], "reject 2"),
        ("reject the second, accept the rest", "reject", ["c2"], "accept the rest"),
        ("undo that and then remove Jenkins", "undo", [], "remove Jenkins"),
        ("accept 1 and 3", "accept", ["c1", "c3"], ""),
    ],
)
def test_of_two_commands_the_first_is_followed_and_the_second_named(message, kind, ids, left):
    heard = understand(message, conversation())
    assert (heard.kind, heard.change_ids) == (kind, ids)
    assert left in heard.reply
    assert ("message of its own" in heard.reply) == bool(left)


def test_what_is_missing_is_told_from_the_match():
    assert "Terraform" in understand("what is missing?", conversation()).reply
    assert understand("why is Terraform missing?", conversation()).reply.startswith("“Terraform”: ")
    assert understand("why Go?", conversation()).reply.startswith("“Go”: ")


def test_a_message_sent_with_a_line_is_about_that_line():
    heard = understand("shorten this", conversation(context="work.1"))
    assert (heard.kind, heard.line_id) == ("shorten", "work.1")
    assert understand("remove it", conversation(context="c2")).line_id == "work.1.h4"


def test_where_two_lines_fit_the_person_is_asked():
    heard = understand("remove the line with services", conversation("marketer", changes=[]))
    assert heard.kind == "unknown"
    two = understand("move Python up", conversation())
    assert two.kind in {"unknown", "move"}


def test_commands_hidden_in_long_or_odd_text_do_no_harm():
    assert understand("accept " * 4000, conversation()).kind in {"accept", "unknown"}
    assert understand("\u202e\x00 [](){}*+?|\\", conversation()).kind == "unknown"
