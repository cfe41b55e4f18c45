"""A desk in memory that keeps each effect once, as the server's does; what was said and asked is there to look at."""

from __future__ import annotations

from collections.abc import Sequence

from agent.change.apply import apply
from agent.change.model import Change
from agent.job.model import Fact, MatchReport
from agent.resume.correct import Correction, correct
from agent.resume.model import Resume
from agent.resume.read.reader import read
from agent.tailor.desk import ChatMessage, Decision, Level, Wishes
from agent.tailor.letter import CoverLetter
from scraper.posting import Posting


class MemoryDesk:
    def __init__(self, resume: str, job: str) -> None:
        self.wishes = Wishes(job_text=job)
        self.file = resume.encode()
        self.drafts: list[Resume] = []
        self.corrections: list[Correction] = []
        self.known_facts: list[Fact] = []
        self.known_changes: dict[str, Change] = {}
        self.done: set[str] = set()
        self.said: list[str] = []
        self.job: Posting | None = None
        self.matches: list[MatchReport] = []

    def first(self, key: str) -> bool:
        known = key in self.done
        self.done.add(key)
        return not known

    async def report(self, message: str, *, key: str, step: str, progress: int, level: Level = "info") -> None:
        if self.first(f"report:{key}"):
            self.said.append(step)

    async def reply(self, text: str, *, key: str) -> None:
        if self.first(f"reply:{key}"):
            self.said.append(text)

    async def read_resume(self) -> Resume:
        return read(self.file, "resume.txt")

    async def fetch_posting(self) -> Posting:
        raise AssertionError("the posting was given as text")

    async def draft(self) -> Resume | None:
        return self.drafts[-1] if self.drafts else None

    async def source(self) -> Resume:
        return correct(self.drafts[0], self.corrections)

    async def remembered(self) -> list[Correction]:
        return []

    async def correct(self, corrections: Sequence[Correction], *, key: str) -> None:
        if self.first(f"correct:{key}"):
            self.corrections += corrections

    async def keep_draft(self, resume: Resume, *, reason: str, key: str) -> None:
        if self.first(f"draft:{key}"):
            self.drafts.append(resume)

    async def posting(self) -> Posting | None:
        return self.job

    async def keep_posting(self, posting: Posting, *, key: str) -> None:
        self.job = posting

    async def keep_match(self, report: MatchReport, *, before: bool, key: str) -> None:
        if self.first(f"match:{key}"):
            self.matches.append(report)

    async def keep_letter(self, letter: CoverLetter, *, key: str) -> None:
        raise AssertionError("no letter was asked for")

    async def facts(self) -> list[Fact]:
        return list(self.known_facts)

    async def keep_fact(self, fact: Fact, *, key: str) -> Fact:
        if self.first(f"fact:{key}"):
            self.known_facts.append(fact)
        return fact

    async def changes(self) -> list[Change]:
        return list(self.known_changes.values())

    async def propose(self, changes: list[Change]) -> None:
        for change in changes:
            self.known_changes.setdefault(change.id, change)

    async def decide(self, decisions: list[Decision], *, heard: str = "") -> None:
        for decision in decisions:
            state = "accepted" if decision.decision == "accept" else "rejected"
            change = self.known_changes[decision.change_id]
            if change.state == "proposed":
                change = change.model_copy(update={"state": state})
                self.known_changes[change.id] = change
                self.drafts.append(apply(self.drafts[-1], [change]))

    async def restore(self, *, key: str, change_ids: list[str]) -> int | None:
        raise AssertionError("nothing was taken back")

    async def unheard(self) -> ChatMessage | None:
        return None

    async def hear(self, message_id: str) -> None:
        raise AssertionError("nothing was said in the chat")
