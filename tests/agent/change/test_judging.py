"""Changes before the gate, from whichever engine."""

import pytest

from agent.change.apply import edit
from agent.change.evidence import evidence_lines
from agent.change.judging import judge
from agent.change.model import Change
from agent.job.model import Fact
from agent.resume.lines import identify
from agent.resume.model import Basics, Line, Resume, SkillGroup, Work


def resume() -> Resume:
    return identify(
        Resume(
            language="en",
            basics=Basics(name="Noor Haddad", summary=[Line(text="Data analyst in retail.")]),
            work=[
                Work(
                    employer="Lindqvist Foods",
                    position="Data Analyst",
                    dates="Mar 2021 - Present",
                    start="2021-03",
                    current=True,
                    highlights=[
                        Line(text="Built 14 dashboards in Tableau for the buying team."),
                        Line(text="Assisted with the move of reports to Snowflake."),
                        Line(text="Forecast weekly demand for Copenhagen in Python, as coursework."),
                    ],
                ),
                Work(
                    employer="Marlow Books",
                    position="Store Clerk",
                    dates="2018 - 2020",
                    highlights=[Line(text="Counted stock in Excel.")],
                ),
            ],
            skills=[SkillGroup(name="Tools", keywords=["Tableau", "K8s", "SQL", "Excel"])],
        )
    )


def change(kind, line_id, before=None, after=None, *, items=None, section="work", state="proposed", by="engine"):
    return Change(
        id="c1",
        kind=kind,
        section=section,
        line_id=line_id,
        before=before,
        after=after,
        items=items,
        state=state,
        by=by,
    )


def verdict(proposed, facts=()):
    return judge(proposed, resume(), list(facts), "We need Tableau, Snowflake, Rust and a leader.")


DASHBOARDS = "Built 14 dashboards in Tableau for the buying team."


@pytest.mark.parametrize(
    "after",
    [
        "Built fourteen Tableau dashboards for the buying team.",
        "Built 14 Tableau dashboards for the buying team.",
    ],
)
def test_an_honest_reword_is_supported_and_cites_its_line(after):
    found = verdict(change("reword", "work.1.h1", DASHBOARDS, after))
    assert (found.state, found.unsupported) == ("proposed", [])
    assert [each.ref for each in found.evidence][:1] == ["work.1.h1"]


@pytest.mark.parametrize(
    ("line_id", "before", "after", "word"),
    [
        ("work.1.h1", DASHBOARDS, "Built 40 dashboards in Tableau for the buying team.", "40"),
        ("work.1.h1", DASHBOARDS, "Built 14 dashboards in Rust and Tableau for the buying team.", "Rust"),
        (
            "work.1.h2",
            "Assisted with the move of reports to Snowflake.",
            "Led the move of reports to Snowflake.",
            "Led",
        ),
        ("work.2.h1", "Counted stock in Excel.", "Counted stock in Excel and Tableau.", "Tableau"),
    ],
)
def test_what_a_reword_adds_is_blocked_with_the_words(line_id, before, after, word):
    found = verdict(change("reword", line_id, before, after))
    assert found.state == "blocked"
    assert any(word in span.text for span in found.unsupported)
    for span in found.unsupported:
        assert after[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("line_id", "before", "after", "gone"),
    [
        ("work.1.h1", DASHBOARDS, "Built dashboards in Tableau for the buying team.", "14"),
        ("work.1.h1", DASHBOARDS, "Built 14 dashboards for the buying team.", "Tableau"),
        (
            "work.1.h3",
            "Forecast weekly demand for Copenhagen in Python, as coursework.",
            "Forecast weekly demand for Copenhagen in Python.",
            "coursework",
        ),
        (
            "work.1.h3",
            "Forecast weekly demand for Copenhagen in Python, as coursework.",
            "Forecast weekly demand in Python, as coursework.",
            "Copenhagen",
        ),
    ],
)
def test_a_reword_that_drops_a_number_name_or_limit_is_blocked(line_id, before, after, gone):
    found = verdict(change("reword", line_id, before, after))
    assert found.state == "blocked"
    assert any(gone in span.why or gone in span.text for span in found.unsupported)


def test_what_another_line_still_says_may_go():
    base = resume()
    base.work[0].highlights.append(Line(id="work.1.h4", text="Owner of 14 Tableau dashboards."))
    proposed = change("reword", "work.1.h1", DASHBOARDS, "Built dashboards for the buying team.")
    assert judge(proposed, base, [], "").state == "proposed"


def test_a_line_s_facts_stay_in_their_role():
    proposed = change("add", "work.2", after="Built 14 dashboards in Tableau.")
    assert verdict(proposed).state == "blocked"
    assert verdict(proposed.model_copy(update={"line_id": "work.1"})).state == "proposed"


def test_a_fact_supports_an_added_line_and_a_no_does_not():
    proposed = change("add", "work.1", after="Trained six store managers on Tableau.")
    yes = Fact(
        id="f1",
        said="Yes, I trained six store managers on Tableau.",
        statement="I trained six store managers on Tableau.",
        answer="yes",
    )
    assert verdict(proposed).state == "blocked"
    found = verdict(proposed, [yes])
    assert found.state == "proposed"
    assert "f1" in [each.ref for each in found.evidence]
    no = Fact(id="f2", said="No, I have not trained six store managers on Tableau.", answer="no")
    assert verdict(proposed, [no]).state == "blocked"
    assert evidence_lines(resume(), [no]) == evidence_lines(resume())


def test_an_it_that_the_question_explains_is_evidence_for_the_one_thing_asked():
    alone = Fact(
        id="f1",
        said="Yes, I use it daily.",
        statement="Yes, I use it daily.",
        answer="yes",
        requirement="Power BI",
        terms=["power bi"],
    )
    several = alone.model_copy(update={"requirement": "Power BI or Looker", "terms": ["power bi", "looker"]})
    added = change("add", "skills.1", after="Power BI", items=["Power BI"], section="skills")
    assert verdict(added, [alone]).state == "proposed"
    assert verdict(added, [several]).state == "blocked"


def test_skills_are_judged_keyword_by_keyword():
    group = "Tools: Tableau, K8s, SQL, Excel"
    good = change("reword", "skills.1", group, "Tools: Tableau, Kubernetes (K8s), SQL, Excel, Snowflake",
                  items=["Tableau", "Kubernetes (K8s)", "SQL", "Excel", "Snowflake"], section="skills")  # fmt: skip
    assert verdict(good).state == "proposed"
    lie = good.model_copy(update={"items": [*good.items, "Rust"], "after": f"{good.after}, Rust"})
    found = verdict(lie)
    assert found.state == "blocked"
    assert [span.text for span in found.unsupported] == ["Rust"]
    assert lie.after[found.unsupported[0].start :] == "Rust"
    poorer = good.model_copy(
        update={"items": ["Tableau", "Kubernetes (K8s)", "Excel"], "after": "Tools: Tableau, Kubernetes (K8s), Excel"}
    )
    assert "SQL" in verdict(poorer).unsupported[0].why


def test_an_order_must_be_a_permutation():
    ids = ["work.1.h3", "work.1.h1", "work.1.h2"]
    assert verdict(change("reorder", "work.1", "x", "y", items=ids)).state == "proposed"
    for wrong in (ids[:2], [*ids, "work.2.h1"], [ids[0], *ids], []):
        assert verdict(change("reorder", "work.1", "x", "y", items=wrong)).state == "blocked"


def test_an_engine_may_move_no_line_into_another_role():
    line = "Counted stock in Excel."
    assert verdict(change("move", "work.2.h1", line, line, items=["work.1"])).state == "blocked"
    assert verdict(change("move", "work.2.h1", line, line, items=["work.2", ""])).state == "proposed"


@pytest.mark.parametrize(
    "proposed",
    [
        change(
            "reword", "work.1", "Data Analyst, Lindqvist Foods, Mar 2021 - Present", "Lead Analyst, Lindqvist Foods"
        ),
        change("remove", "work.2", "Store Clerk, Marlow Books, 2018 - 2020"),
        change("add", "work", after="Lead Analyst, Lindqvist Foods"),
        change("reword", "work.1.h1", "Built 15 dashboards.", "Built 14 dashboards in Tableau."),
        change("reword", "work.1.h9", "Built 14 dashboards.", "Built 14 dashboards in Tableau."),
    ],
)
def test_what_could_not_be_applied_is_blocked_and_says_why(proposed):
    found = verdict(proposed)
    assert found.state == "blocked"
    assert found.unsupported[0].why


def test_the_person_s_own_word_is_not_judged_but_cited():
    said = Fact(id="f9", said="Ran the whole chain's forecasts", statement="Ran the whole chain's forecasts")
    own = edit(change("reword", "work.1.h1", DASHBOARDS, "x"), "Ran the whole chain's forecasts")
    found = verdict(own, [said])
    assert (found.state, found.by, found.unsupported) == ("edited", "person", [])
    assert [each.ref for each in found.evidence] == ["f9"]


def test_a_mended_change_is_free_again():
    blocked = verdict(change("add", "work.1", after="Built 40 dashboards in Tableau."))
    assert blocked.state == "blocked"
    assert verdict(blocked.model_copy(update={"after": "Built 14 dashboards in Tableau."})).state == "proposed"


def test_hidden_text_and_the_posting_are_no_evidence():
    base = resume()
    base.hidden.append("Led 400 people.")
    assert judge(change("add", "summary", after="Led 400 people."), base, [], "").state == "blocked"
    assert verdict(change("add", "skills.1", after="Rust", items=["Rust"], section="skills")).state == "blocked"
