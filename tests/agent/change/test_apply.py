"""Changes put into a resume."""

import pytest

from agent.change.apply import apply, edit
from agent.change.model import Change
from agent.errors import ChangeError, StaleChange
from agent.resume.lines import identify
from agent.resume.model import (
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    OtherSection,
    Reference,
    Resume,
    SkillGroup,
    Work,
)


def resume() -> Resume:
    return identify(
        Resume(
            basics=Basics(name="Mara Quill", label="Backend Developer", summary=[Line(text="Builds small services.")]),
            work=[
                Work(
                    employer="Otterline",
                    position="Backend Developer",
                    dates="2021 - Present",
                    start="2021",
                    current=True,
                    highlights=[Line(text="Ran K8s."), Line(text="Wrote Go."), Line(text="Paired weekly.")],
                ),
                Work(employer="Fernway", position="Intern", dates="2020", highlights=[Line(text="Fixed tests.")]),
            ],
            education=[Education(institution="Otterbein", degree="B.S.", dates="2020")],
            skills=[
                SkillGroup(name="Languages", keywords=["Go", "Python", "SQL"]),
                SkillGroup(keywords=["K8s", "Docker (compose, swarm)"]),
            ],
            languages=[Language(language="German", fluency="B2")],
            interests=[Interest(name="Hiking")],
            references=[Reference(name="R. Vance", text="on request")],
            certificates=[Certificate(name="CKA", dates="2023")],
            other=[OtherSection(title="Talks", lines=[Line(text="A talk on queues.")])],
            order=["summary", "work", "skills", "education", "other.1"],
        )
    )


def change(kind, line_id, before=None, after=None, *, items=None, id="c1", state="accepted", by="engine"):
    return Change(
        id=id, kind=kind, section="", line_id=line_id, before=before, after=after, items=items, state=state, by=by
    )


def texts(result: Resume, entry: int = 0) -> list[str]:
    return [line.text for line in result.work[entry].highlights]


def test_a_reword_keeps_the_id_and_leaves_the_given_resume_alone():
    source = resume()
    result = apply(source, [change("reword", "work.1.h1", "Ran K8s.", "Ran Kubernetes (K8s).")])
    assert texts(result) == ["Ran Kubernetes (K8s).", "Wrote Go.", "Paired weekly."]
    assert result.work[0].highlights[0].id == "work.1.h1"
    assert not result.work[0].highlights[0].from_person
    assert source == resume()


@pytest.mark.parametrize("state", ["proposed", "rejected", "blocked"])
def test_what_is_not_accepted_is_passed_over(state):
    source = resume()
    assert apply(source, [change("reword", "work.1.h1", "Ran K8s.", "Led all.", state=state)]) == source


def test_an_added_line_has_the_id_of_its_change():
    result = apply(resume(), [change("add", "work.2", after="- Wrote  the runbook.", id="c7")])
    assert [line.id for line in result.work[1].highlights] == ["work.2.h1", "c7"]
    assert texts(result, 1)[-1] == "Wrote the runbook."


def test_the_person_s_wording_is_marked_as_theirs():
    proposed = change("reword", "work.1.h1", "Ran K8s.", "Ran Kubernetes.", state="proposed")
    result = apply(resume(), [edit(proposed, "Ran Kubernetes for two teams.")])
    assert texts(result)[0] == "Ran Kubernetes for two teams."
    assert result.work[0].highlights[0].from_person


def test_a_text_of_several_bullets_makes_several_lines():
    proposed = change("reword", "work.1.h1", "Ran K8s.", "x", state="proposed")
    result = apply(resume(), [edit(proposed, "- Ran Kubernetes\n  for two teams.\n- Wrote the runbook.")])
    assert texts(result)[:3] == ["Ran Kubernetes for two teams.", "Wrote the runbook.", "Wrote Go."]
    assert [line.id for line in result.work[0].highlights][:2] == ["work.1.h1", "c1.2"]
    added = apply(resume(), [change("add", "summary", after="One.\n\nTwo.", id="c8")])
    assert [line.text for line in added.basics.summary][1:] == ["One.", "Two."]


def test_an_edited_removal_rewords():
    removal = change("remove", "work.1.h3", "Paired weekly.", state="proposed")
    assert texts(apply(resume(), [edit(removal, "Paired daily.")]))[2] == "Paired daily."
    as_sent = removal.model_copy(update={"state": "edited", "after": "Paired daily.", "by": "person"})
    assert texts(apply(resume(), [as_sent]))[2] == "Paired daily."


def test_an_empty_edit_and_an_edited_order_are_refused():
    with pytest.raises(ChangeError):
        edit(change("reword", "work.1.h1", "Ran K8s.", "x"), "  - ")
    with pytest.raises(ChangeError):
        edit(change("reorder", "work.1", "a", "b", items=["work.1.h2", "work.1.h1"]), "something")


@pytest.mark.parametrize(
    "stale",
    [
        change("reword", "work.1.h1", "Ran Nomad.", "Ran Kubernetes."),
        change("reword", "work.1.h1", None, "Ran Kubernetes."),
        change("reword", "work.9.h1", "Ran K8s.", "Ran Kubernetes."),
        change("remove", "work.1.h2", "Wrote Rust."),
        change("remove", "nowhere", "Wrote Rust."),
        change("add", "work.9", after="Something."),
        change("reorder", "work.1", "a", "b", items=["x", "y"]),
        change("reorder", "nowhere", "a", "b", items=["x", "y"]),
        change("reword", "skills.1", "Languages: Go, Rust", "Languages: Go"),
        change("move", "work.1.h1", "Ran K8s.", "Ran K8s.", items=["work.9"]),
    ],
)
def test_a_change_made_from_something_else_is_stale(stale):
    with pytest.raises(StaleChange):
        apply(resume(), [stale])


@pytest.mark.parametrize(
    "forbidden",
    [
        change("reword", "work.1", "Backend Developer, Otterline, 2021 - Present", "CTO, Otterline", by="person"),
        change("remove", "education.1", "B.S., Otterbein, 2020", by="person"),
        change("remove", "certificates.1", "CKA, 2023"),
        change("add", "work", after="CTO, Elsewhere"),
        change("add", "education", after="PhD"),
        change("reword", "basics.label", "Backend Developer", "Senior Developer"),
        change("reword", "work.1.h1", "Ran K8s.", " "),
    ],
)
def test_titles_employers_dates_and_degrees_cannot_be_touched(forbidden):
    with pytest.raises(ChangeError):
        apply(resume(), [forbidden])


def test_a_reorder_keeps_lines_that_came_or_went_since():
    order = change("reorder", "work.1", "x", "y", items=["work.1.h3", "work.1.h1", "work.1.h2"], id="c9")
    added = change("add", "work.1", after="New.", id="c2")
    removed = change("remove", "work.1.h1", "Ran K8s.", id="c3")
    assert texts(apply(resume(), [added, removed, order])) == ["Paired weekly.", "Wrote Go.", "New."]


def test_sections_groups_and_keywords_are_reordered():
    changes = [
        change("reorder", "skills", "x", "y", items=["skills.2", "skills.1"]),
        change("reorder", "skills.1", "x", "y", items=["SQL", "Go", "Python"], id="c2"),
        change("reorder", "order", "x", "y", items=["summary", "skills", "work", "education", "other.1"], id="c3"),
    ]
    result = apply(resume(), changes)
    assert [group.keywords for group in result.skills] == [["K8s", "Docker (compose, swarm)"], ["SQL", "Go", "Python"]]
    assert result.order[:2] == ["summary", "skills"]


def test_changes_of_one_skill_group_do_not_shut_each_other_out():
    terms = change("reword", "skills.2", "K8s, Docker (compose, swarm)", "Kubernetes (K8s), Docker (compose, swarm)")
    lifted = change("add", "skills.2", after="RabbitMQ", items=["RabbitMQ"], id="c2")
    for both in ([terms, lifted], [lifted, terms]):
        result = apply(resume(), both)
        assert result.skills[1].keywords == ["Kubernetes (K8s)", "Docker (compose, swarm)", "RabbitMQ"]


@pytest.mark.parametrize(
    ("text", "name", "keywords"),
    [
        ("Languages: Rust, Go", "Languages", ["Rust", "Go"]),
        ("Rust, Go (1.21, 1.22)\n- SQL; Bash.", "Languages", ["Rust", "Go (1.21, 1.22)", "SQL", "Bash"]),
        ("Programming: Node.js, .NET", "Programming", ["Node.js", ".NET"]),
    ],
)
def test_a_person_s_edit_of_a_skill_group_is_split_sensibly(text, name, keywords):
    proposed = change("reword", "skills.1", "Languages: Go, Python, SQL", "x", items=["x"], state="proposed")
    group = apply(resume(), [edit(proposed, text)]).skills[0]
    assert (group.name, group.keywords) == (name, keywords)


def test_new_parts_come_where_they_belong_and_are_shown():
    changes = [
        change("add", "skills", after="Tools: Git, Make", id="a1", by="person"),
        change("add", "languages", after="French (C1)", id="a2", by="person"),
        change("add", "certificates", after="ACLS, 2024", id="a3", by="person"),
        change("add", "summary", after="Ten years of Go.", id="a4"),
    ]
    result = apply(resume().model_copy(update={"order": ["work"]}), changes)
    assert (result.skills[-1].name, result.skills[-1].keywords) == ("Tools", ["Git", "Make"])
    assert (result.languages[-1].language, result.languages[-1].fluency) == ("French", "C1")
    assert result.certificates[-1].name == "ACLS, 2024"
    assert [line.id for line in result.basics.summary] == ["basics.summary", "a4"]
    assert result.order == ["summary", "work", "skills", "languages", "certificates"]


def test_a_line_moves_to_another_entry_after_the_named_line():
    moved = change("move", "other.1.l1", "A talk on queues.", "A talk on queues.", items=["work.2", ""], by="person")
    result = apply(resume(), [moved])
    assert texts(result, 1) == ["A talk on queues.", "Fixed tests."]
    assert result.other[0].lines == []


def test_small_parts_can_be_reworded_and_removed():
    result = apply(
        resume(),
        [
            change("reword", "languages.1", "German (B2)", "German: C1", by="person"),
            change("remove", "interests.1", "Hiking", by="person"),
            change("reword", "references.1", "R. Vance: on request", "R. Vance: by phone", by="person"),
            change("remove", "skills.2", "K8s, Docker (compose, swarm)", by="person"),
        ],
    )
    assert result.languages[0].fluency == "C1"
    assert not result.interests
    assert result.references[0].text == "by phone"
    assert len(result.skills) == 1
