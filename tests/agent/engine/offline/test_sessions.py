"""Whole sessions by chance: tailor, chat, accept, reject, edit, undo, restore. No line is lost, nothing comes in unasked."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.change.apply import apply, edit
from agent.change.invariant import check, statements
from agent.change.judging import judge
from agent.change.model import Change
from agent.engine.offline.chat import understand
from agent.engine.offline.proposing import propose
from agent.engine.port import Conversation
from agent.errors import ChangeError
from agent.job.model import Fact
from tests.agent.engine.offline.pairs import task_of

MESSAGES = st.sampled_from(
    [
        "remove Jenkins",
        "remove the line about the Windows build server",
        "move the refund queue line to the top",
        "move skills to the top",
        "emphasise RabbitMQ",
        "shorten my resume",
        "add Terraform to my skills",
        "add “Trained two new colleagues” to Hollow Oak",
        "change K8s to Kubernetes",
        "reword “Looked after the Windows build server” to “Ran the Windows build server”",
        "At Pinecrest Rail I trained two new colleagues.",
        "move the second bullet at Hollow Oak to Pinecrest Rail",
        "I speak French (B2)",
        "what a day",
    ]
)
WORDINGS = st.sampled_from(
    ["Kept it running.", "- Kept it.\n- Ran it.", "Python, Go", "Tools: Docker, K8s", "a, b (c, d)"]
)
LASTING = {"employer", "position", "dates", "degree", "institution", "email", "name"}


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_no_session_loses_a_line_or_applies_what_was_not_accepted(data):
    task = task_of("tech")
    source, draft = task.resume, task.resume
    every: list[Change] = []
    facts: list[Fact] = []
    versions: list[list[Change]] = [[]]
    for turn in range(data.draw(st.integers(1, 4))):
        instruction = None
        if data.draw(st.booleans()):
            message = data.draw(MESSAGES)
            instruction = understand(
                message, Conversation(resume=draft, report=task.report, changes=every, facts=facts)
            )
            if instruction.kind in {"add", "reword", "fact"}:
                facts.append(Fact(id=f"f{turn}", said=instruction.text, statement=instruction.text))
        now = replace(task, resume=draft, facts=facts, instruction=instruction, turn=str(turn))
        for change in propose(now):
            judged = judge(change, draft, facts, task.posting.description)
            decision = data.draw(st.sampled_from(["accept", "reject", "edit", "leave"]))
            decided = judged.model_copy(update={"state": "rejected" if decision == "reject" else judged.state})
            try:
                if decision == "accept" and judged.state != "blocked":
                    decided = judged.model_copy(update={"state": "accepted"})
                elif decision == "edit":
                    decided = edit(judged, data.draw(WORDINGS))
                apply(source, [*every, decided])
            except ChangeError:
                decided = judged.model_copy(update={"state": "rejected"})
            every.append(decided)
        if every and data.draw(st.booleans()):
            undone = data.draw(st.integers(0, len(every) - 1))
            without = [change for place, change in enumerate(every) if place != undone]
            try:
                apply(source, without)
                every = without
            except ChangeError:
                pass
        if data.draw(st.booleans()):
            every = list(data.draw(st.sampled_from(versions)))
        versions.append(every)
        draft = apply(source, every)
        check(source, draft, every)
        kept = {each for each in statements(source) if each[1] in LASTING}
        assert kept <= set(statements(draft))
