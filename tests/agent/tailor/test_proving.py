"""Changes that are each true alone must be true together."""

from __future__ import annotations

from agent.change.apply import apply
from agent.change.model import Change
from agent.engine.port import Task
from agent.job.model import MatchReport
from agent.resume.lines import identify
from agent.resume.model import Basics, Line, Resume, Work
from agent.tailor.proving import judge_together
from scraper.posting import Posting


def task() -> Task:
    resume = identify(
        Resume(
            basics=Basics(name="Ana Example"),
            work=[
                Work(
                    employer="Larkspur Freight",
                    position="Developer",
                    start="2020",
                    current=True,
                    highlights=[
                        Line(text="Cut costs by 30% with a new Kafka pipeline."),
                        Line(text="Presented the 30% saving from the Kafka pipeline."),
                    ],
                )
            ],
            language="en",
        )
    )
    report = MatchReport(requirements=[], matches=[], score=0, band="")
    return Task(resume=resume, posting=Posting.from_text("Developer wanted"), report=report)


def reword(number: int, after: str, id_: str) -> Change:
    line = task().resume.work[0].highlights[number - 1]
    return Change(id=id_, kind="reword", section="work", line_id=line.id, before=line.text, after=after)


def test_two_rewords_cannot_take_away_what_each_leaves_to_the_other() -> None:
    first = reword(1, "Cut costs with a new pipeline.", "a")
    second = reword(2, "Presented the saving from the pipeline.", "b")
    alone = [judge_together([change], [], task())[0].state for change in (first, second)]
    assert alone == ["proposed", "proposed"]
    together = judge_together([first, second], [], task())
    assert [change.id for change in together] == ["a"]
    assert judge_together([second], [first], task()) == []


def test_of_two_changes_of_one_line_the_first_is_offered() -> None:
    first = reword(1, "Cut costs by 30% with a Kafka pipeline.", "a")
    second = reword(1, "With a new Kafka pipeline cut costs by 30%.", "b")
    offered = [change for change in judge_together([first, second], [], task()) if change.state == "proposed"]
    assert [change.id for change in offered] == ["a"]
    assert apply(task().resume, [offered[0].model_copy(update={"state": "accepted"})])
