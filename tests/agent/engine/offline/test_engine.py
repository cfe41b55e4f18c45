"""The whole offline engine on small pairs of resume and posting, through the gate and into the resume."""

import inspect
import itertools

import pytest

from agent.change.apply import apply
from agent.change.invariant import check
from agent.change.judging import judge
from agent.engine.offline.engine import OfflineEngine
from agent.engine.offline.proposing import candidates
from agent.engine.port import Engine, Instruction
from agent.job.match import match
from agent.resume.lines import addresses
from tests.agent.engine.offline.pairs import PAIRS, task_of

INTENSITIES = ("light", "standard", "thorough")


def judged(task):
    return [judge(change, task.resume, task.facts, task.posting.description) for change in candidates(task)]


def said(task, kind=None, line_id=None):
    return [
        change.after
        for change in candidates(task)
        if (kind is None or change.kind == kind) and (line_id is None or change.line_id == line_id)
    ]


def test_it_keeps_the_port():
    engine: Engine = OfflineEngine()
    for name in ("requirements", "propose", "repair", "understand"):
        assert inspect.iscoroutinefunction(getattr(engine, name))


async def test_it_reads_requirements_and_proposes_off_the_loop():
    task = task_of("tech")
    engine = OfflineEngine()
    assert any("Kubernetes" in each.text for each in await engine.requirements(task.posting))
    proposed = await engine.propose(task)
    assert proposed
    assert all(change.reason and change.state == "proposed" for change in proposed)
    assert len({change.id for change in proposed}) == len(proposed)
    assert await engine.propose(task) == proposed


@pytest.mark.parametrize(("name", "intensity"), list(itertools.product(PAIRS, INTENSITIES)))
def test_every_proposal_passes_the_gate_and_loses_nothing(name, intensity):
    task = task_of(name, intensity=intensity)
    found = judged(task)
    assert [(change.after, change.unsupported) for change in found if change.state == "blocked"] == []
    assert all(change.evidence and change.reason for change in found)
    known = {each.id for each in addresses(task.resume)}
    assert all(each.ref in known for change in found for each in change.evidence)
    asked = {each.id for each in task.report.requirements}
    assert all(set(change.requirement_ids) <= asked for change in found)
    accepted = [change.model_copy(update={"state": "accepted"}) for change in found]
    for order in (accepted, accepted[::-1]):
        result = apply(task.resume, order)
        check(task.resume, result, order)


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_is_said_twice_in_a_row_or_stuffed(name):
    task = task_of(name, intensity="thorough")
    result = apply(task.resume, [change.model_copy(update={"state": "accepted"}) for change in candidates(task)])
    for line in addresses(result):
        words = line.text.casefold().split()
        assert not any(left == right for left, right in itertools.pairwise(words)), line.text
    for group in result.skills:
        folded = [keyword.casefold() for keyword in group.keywords]
        assert len(set(folded)) == len(folded)


@pytest.mark.parametrize("name", PAIRS)
def test_the_match_never_gets_worse(name):
    task = task_of(name)
    result = apply(task.resume, [change.model_copy(update={"state": "accepted"}) for change in candidates(task)])
    assert match(task.report.requirements, result).score >= task.report.score


def test_the_posting_s_term_comes_where_the_resume_says_it_otherwise():
    after = said(task_of("tech"), "reword")
    assert "Tuned PostgreSQL queries; the slowest report went from 40 seconds to 3." in after
    assert "Tools: Kubernetes (K8s), Linux, Docker, Git, Jenkins" in after


def test_light_changes_only_terms_and_order():
    assert {change.kind for change in candidates(task_of("tech", intensity="light"))} == {"reword", "reorder"}


def test_skills_shown_in_bullets_are_lifted_but_not_what_was_only_tried():
    after = said(task_of("tech"), "add")
    assert "RabbitMQ" in after
    assert not any("Kafka" in text for text in after)


def test_the_summary_counts_years_and_names_only_what_stands_there():
    (summary,) = said(task_of("tech"), "add", "summary")
    assert summary.startswith("Backend Developer with ")
    assert "currently at Pinecrest Rail" in summary
    for never in ("Terraform", "Kafka", "Go ", "passionate", "expert"):
        assert never not in summary


def test_a_line_that_leans_on_another_stays_behind_it():
    (order,) = [change.items or [] for change in candidates(task_of("tech")) if change.line_id == "work.1"]
    assert order.index("work.1.h6") == order.index("work.1.h5") + 1
    assert sorted(order) == [f"work.1.h{place}" for place in range(1, 7)]


@pytest.mark.parametrize(
    ("name", "opening"),
    [("german", "Softwareentwicklerin mit "), ("french", "Comptable avec "), ("spanish", "Administrativa con ")],
)
def test_the_language_follows_the_resume(name, opening):
    (summary,) = said(task_of(name), "add", "summary")
    assert summary.startswith(opening)


def test_what_was_rejected_is_not_proposed_again():
    task = task_of("nurse")
    first = candidates(task)
    rejected = [change.model_copy(update={"state": "rejected"}) for change in first]
    assert not candidates(task_of("nurse", rejected=rejected, turn="2"))


async def test_each_proposal_tells_what_it_does_to_the_score():
    task = task_of("tech")
    for change in await OfflineEngine().propose(task):
        result = apply(task.resume, [change.model_copy(update={"state": "accepted"})])
        after = match(task.report.requirements, result).score
        assert change.score_effect == pytest.approx(after - task.report.score, abs=0.01)
        assert change.score_effect >= 0


def test_what_was_only_tried_does_not_come_first():
    assert not [change for change in candidates(task_of("tech")) if change.line_id == "work.2"]


def test_ids_differ_between_turns():
    one, two = ({change.id for change in candidates(task_of("nurse", turn=turn))} for turn in "12")
    assert not one & two


def test_accepted_changes_are_not_proposed_again():
    task = task_of("tech")
    accepted = [change.model_copy(update={"state": "accepted"}) for change in candidates(task)]
    draft = apply(task.resume, accepted)
    again = task_of("tech", resume=draft, report=match(task.report.requirements, draft), turn="2")
    assert [change.after for change in candidates(again) if change.kind != "reorder"] == []


def test_an_empty_posting_and_an_empty_resume_give_nothing():
    task = task_of("tech")
    bare = match([], task.resume)
    assert candidates(task_of("tech", report=bare)) == []
    empty = type(task.resume)(language="en")
    assert candidates(task_of("tech", resume=empty, report=match(task.report.requirements, empty))) == []


async def test_a_mended_change_is_left_without_the_refused_words():
    task = task_of("tech")
    engine = OfflineEngine()
    lifted = next(change for change in candidates(task) if change.kind == "add" and change.line_id == "skills.2")
    lie = lifted.model_copy(update={"after": "RabbitMQ, Rust", "items": ["RabbitMQ", "Rust"]})
    blocked = judge(lie, task.resume, [], task.posting.description)
    assert blocked.state == "blocked"
    (mended,) = await engine.repair(task, [blocked])
    assert (mended.after, mended.items, mended.id) == ("RabbitMQ", ["RabbitMQ"], lie.id)
    assert judge(mended, task.resume, [], task.posting.description).state == "proposed"
    whole = lie.model_copy(update={"after": "Rust", "items": ["Rust"]})
    assert await engine.repair(task, [judge(whole, task.resume, [], task.posting.description)]) == []


@pytest.mark.parametrize("kind", ["why", "status", "tailor", "unknown"])
def test_an_instruction_without_changes_of_its_own_leaves_the_tailoring(kind):
    plain = candidates(task_of("tech"))
    assert candidates(task_of("tech", instruction=Instruction(kind=kind))) == plain
