"""Load what the first session would otherwise wait for: lexicons, embeddings, the graph."""

from __future__ import annotations

import asyncio

from agent.change.judging import judge
from agent.engine.offline.engine import OfflineEngine
from agent.engine.port import Task
from agent.job.match import match
from agent.job.questions import plan_questions
from agent.job.requirements import read_requirements
from agent.resume.lines import identify
from agent.resume.model import Basics, Line, Resume, SkillGroup, Work
from agent.tailor.graph import build_graph
from scraper.posting import Posting

POSTING = "Baker\nWhat we need\n- Experience with Kubernetes\n- Two years of work with PostgreSQL\n- Team player"


def warm_up() -> None:
    """Go through the offline work once on a made-up pair. Blocking, about a second of one processor; no effect but speed."""
    resume = identify(
        Resume(
            basics=Basics(name="A", summary=[Line(text="Baker with an oven.")]),
            work=[Work(employer="B", position="Baker", start="2020", end="2022", highlights=[Line(text="Ran K8s.")])],
            skills=[SkillGroup(keywords=["K8s", "Postgres"])],
            language="en",
        )
    )
    posting = Posting.from_text(POSTING)
    report = match(read_requirements(posting), resume, [])
    plan_questions(report, resume, [])
    task = Task(resume=resume, posting=posting, report=report)
    for change in asyncio.run(OfflineEngine().propose(task)):
        judge(change, resume, [], posting.description)
    build_graph()
