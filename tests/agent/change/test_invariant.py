"""No sequence of decisions loses a line or lets an unaccepted change in."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.change.apply import apply, edit
from agent.change.invariant import check, statements
from agent.change.model import Change
from agent.change.standing import parts_of, text_of
from agent.errors import BrokenInvariant, ChangeError, StaleChange
from agent.resume.lines import addresses, identify
from agent.resume.model import (
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    OtherSection,
    Profile,
    Resume,
    SkillGroup,
    Work,
)


def sample() -> Resume:
    return identify(
        Resume(
            basics=Basics(
                name="Ilse Brandt",
                email="ilse@example.org",
                profiles=[Profile(network="GitHub", url="https://github.com/ilse-example")],
                summary=[Line(text="Nurse in intensive care.")],
                details=[Line(text="Driving licence B")],
            ),
            work=[
                Work(
                    employer="Klinik Nord",
                    position="Nurse",
                    dates="2019 - now",
                    highlights=[
                        Line(text="Night shifts."),
                        Line(text="Night shifts."),
                        Line(text="Trained two juniors."),
                    ],
                    keywords=["ICU", "Triage"],
                ),
                Work(
                    employer="Klinik Süd", position="Assistant", dates="2017", highlights=[Line(text="Prepared beds.")]
                ),
            ],
            education=[Education(institution="Pflegeschule", degree="Examen", dates="2019")],
            skills=[SkillGroup(name="Clinical", keywords=["Triage", "IV therapy"]), SkillGroup(keywords=["Excel"])],
            languages=[Language(language="German"), Language(language="French", fluency="B1")],
            interests=[Interest(name="Rowing")],
            certificates=[Certificate(name="ACLS", dates="2022")],
            other=[OtherSection(title="Talks", lines=[Line(text="A talk on sleep.")])],
            unplaced=[Line(text="Page footer")],
            order=["summary", "work", "education", "skills", "languages", "certificates", "other.1"],
            titles={"work": "Experience"},
        )
    )


TEXTS = st.sampled_from(
    [
        "Ran the ward.",
        "- Ran the ward.\n- Kept the log.",
        "Ran\nthe ward.\n\nAnd more.",
        "Led 40 people.",
        "Excel, Word",
        "Clinical: Triage, CPR",
        "a: b",
        "Night shifts.",
    ]
)


@st.composite
def proposals(draw, resume: Resume, name: str) -> Change:
    """A change of any kind that fits the resume as it stands, or one made from something else."""
    every = [each for each in addresses(resume) if each.kind != "header" and each.id != "basics.location"]
    kind = draw(st.sampled_from(["reword", "remove", "add", "reorder", "move"]))
    by = draw(st.sampled_from(["engine", "person"]))
    if kind == "add":
        into = draw(
            st.sampled_from(["work.1", "work.2", "summary", "skills", "skills.1", "languages", "other.1", "work"])
        )
        return Change(id=name, kind="add", section="", line_id=into, after=draw(TEXTS), by=by)
    if kind == "reorder":
        holder = draw(st.sampled_from(["work.1", "skills", "skills.1", "order", "work", "other.1", "languages"]))
        items = draw(st.permutations([part for part, _ in parts_of(resume, holder)] or ["x"]))
        return Change(id=name, kind="reorder", section="", line_id=holder, before="x", after="y", items=items)
    line = draw(st.sampled_from(every))
    change = Change(id=name, kind=kind, section=line.section, line_id=line.id, before=line.text, by=by)
    change.before = draw(st.sampled_from([line.text, line.text, line.text, "Something else."]))
    if kind == "reword":
        change.after = draw(TEXTS)
    if kind == "move":
        change.after, change.items = line.text, draw(st.sampled_from([["work.2"], ["summary", ""], ["other.1"]]))
    return change


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_decided_nothing_is_lost_and_nothing_comes_in_unasked(data):
    source = sample()
    draft, decided = source, list[Change]()
    for step in range(data.draw(st.integers(1, 7))):
        change = data.draw(proposals(draft, f"c{step}"))
        decision = data.draw(st.sampled_from(["accept", "accept", "reject", "edit", "undo", "leave"]))
        before = list(decided)
        if decision == "accept":
            decided.append(change.model_copy(update={"state": "accepted"}))
        elif decision == "edit":
            with contextlib.suppress(ChangeError):
                decided.append(edit(change, data.draw(TEXTS)))
        elif decision == "undo" and decided:
            decided.pop(data.draw(st.integers(0, len(decided) - 1)))
        else:
            decided.append(change.model_copy(update={"state": "rejected" if decision == "reject" else "proposed"}))
        try:
            draft = apply(source, decided)
        except ChangeError:
            decided = before
            draft = apply(source, decided)
        check(source, draft, decided)
    untouched = {
        (holder, what, text) for holder, what, text in statements(source) if what in {"employer", "dates", "degree"}
    }
    assert untouched <= set(statements(draft))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_result_with_an_unaccepted_change_is_refused(data):
    source = sample()
    change = data.draw(proposals(source, "c1"))
    try:
        result = apply(source, [change.model_copy(update={"state": "accepted"})])
    except ChangeError:
        return
    for state in ("proposed", "rejected", "blocked"):
        if set(statements(result)) != set(statements(source)):
            with pytest.raises(BrokenInvariant):
                check(source, result, [change.model_copy(update={"state": state})])


def drop_bullet(resume):
    del resume.work[0].highlights[0]


def move_bullet(resume):
    resume.work[1].highlights.append(resume.work[0].highlights.pop())


def retitle(resume):
    resume.work[0].position = "Head Nurse"


def drop_keyword(resume):
    resume.skills[0].keywords.pop()


def drop_certificate(resume):
    resume.certificates.clear()


def drop_link(resume):
    resume.basics.profiles.clear()


def drop_unplaced(resume):
    resume.unplaced.clear()


def drop_language(resume):
    resume.languages.pop()


def drop_section(resume):
    resume.order.remove("other.1")


def invent_bullet(resume):
    resume.work[0].highlights.append(Line(id="x", text="Led 40 people."))


def invent_keyword(resume):
    resume.skills[1].keywords.append("SAP")


def invent_degree(resume):
    resume.education.append(Education(id="education.2", institution="MIT", degree="PhD"))


def repeat_id(resume):
    resume.work[0].highlights[1].id = "work.1.h1"


@pytest.mark.parametrize(
    "damage",
    [
        drop_bullet,
        move_bullet,
        retitle,
        drop_keyword,
        drop_certificate,
        drop_link,
        drop_unplaced,
        drop_language,
        drop_section,
        invent_bullet,
        invent_keyword,
        invent_degree,
        repeat_id,
    ],
)
def test_each_damage_is_refused(damage):
    source, result = sample(), sample()
    check(source, result, [])
    damage(result)
    with pytest.raises(BrokenInvariant):
        check(source, result, [])


def test_the_refusal_names_what_would_be_lost():
    source, result = sample(), sample()
    drop_certificate(result)
    with pytest.raises(BrokenInvariant, match="ACLS"):
        check(source, result, [])


def test_a_change_made_from_another_text_licenses_nothing():
    source, result = sample(), sample()
    drop_bullet(result)
    stale = Change(
        id="c", kind="remove", section="work", line_id="work.1.h1", before="Something else.", state="accepted"
    )
    with pytest.raises(StaleChange):
        apply(source, [stale])
    with pytest.raises(BrokenInvariant):
        check(source, result, [stale])


def test_undoing_the_first_of_two_edits_of_a_skill_group_keeps_the_second():
    source = sample()
    first = "Clinical: Triage, Intravenous therapy (IV)"
    term = Change(id="c1", kind="reword", section="skills", line_id="skills.1", before="Clinical: Triage, IV therapy",
                  after=first, items=["Triage", "Intravenous therapy (IV)"], state="accepted")  # fmt: skip
    removal = Change(id="c2", kind="reword", section="skills", line_id="skills.1", before=first,
                     after="Clinical: Intravenous therapy (IV)", items=["Intravenous therapy (IV)"], state="accepted")  # fmt: skip
    result = apply(source, [removal])
    check(source, result, [removal])
    assert result.skills[0].keywords == ["IV therapy"]
    both = apply(source, [term, removal])
    check(source, both, [term, removal])
    assert both.skills[0].keywords == ["Intravenous therapy (IV)"]


def test_what_stands_where_a_change_applies():
    source = sample()
    group = Change(id="c", kind="reword", section="skills", line_id="skills.1")
    assert text_of(source, group) == "Clinical: Triage, IV therapy"
    assert text_of(source, Change(id="c", kind="add", section="work", line_id="work.1")) is None
    assert text_of(source, Change(id="c", kind="remove", section="work", line_id="work.1")) is None
    order = Change(id="c", kind="reorder", section="languages", line_id="languages")
    assert text_of(source, order) == "German\nFrench (B1)"
