"""The desk: where the graph finds what it works on and lays down what it made.

The server's desk is the database, each call one transaction that takes effect once and only while this attempt at the
run is the current one. So a node that runs again after a kill repeats nothing: what it lays down a second time is
already there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from agent.change.model import Change
from agent.engine.port import Intensity
from agent.job.model import Fact, MatchReport
from agent.resume.correct import Correction
from agent.resume.model import Resume
from agent.tailor.letter import CoverLetter
from scraper.posting import Posting

Level = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person chose when the session was made. `language` empty: the resume's; `template` is what its pages are
    measured in.
    """

    review: Literal["each", "auto"] = "each"
    intensity: Intensity = "standard"
    language: str = ""
    template: str = "classic"
    job_url: str = ""
    job_text: str = ""


class ChatMessage(NamedTuple):
    """What the person said while the run was not asking. `asks` tells what was asked for by a button instead of in words:
    a letter, to the recipient that `context` names. `seen` are the changes that had been shown when it was said.
    """

    id: str
    text: str
    context: str = ""
    asks: Literal["", "letter"] = ""
    seen: frozenset[str] = frozenset()


class Decision(NamedTuple):
    """What becomes of one change: accepted, rejected, or edited into `text`, which is then the person's own word."""

    change_id: str
    decision: Literal["accept", "reject", "edit"]
    text: str | None = None


class Desk(Protocol):
    """`key`, where given, names the effect: done once, however often it is asked for."""

    wishes: Wishes

    async def report(self, message: str, *, key: str, step: str, progress: int, level: Level = "info") -> None:
        """Say how it is going, in a sentence for the person."""
        ...

    async def reply(self, text: str, *, key: str) -> None:
        """Say something in the chat."""
        ...

    async def read_resume(self) -> Resume:
        """The person's file, read. Raises `agent.errors.ReadError`."""
        ...

    async def fetch_posting(self) -> Posting:
        """The page behind the job's link, read. Raises `scraper.errors.ScrapeError`."""
        ...

    async def draft(self) -> Resume | None:
        """The resume as it is now; None before it was first read."""
        ...

    async def source(self) -> Resume:
        """The resume as it was read from the file, with what the person corrected of that."""
        ...

    async def remembered(self) -> list[Correction]:
        """What the person said before, in another session, of how this very file was read."""
        ...

    async def correct(self, corrections: Sequence[Correction], *, key: str) -> None:
        """Take the person's word for fields of the file. What differs from the reading becomes a new version, which every
        later one is measured by; what confirms it is only remembered.
        """
        ...

    async def keep_draft(self, resume: Resume, *, reason: str, key: str) -> None:
        """Make this the newest version. Raises `agent.errors.BrokenInvariant` if something true would be lost."""
        ...

    async def posting(self) -> Posting | None: ...

    async def keep_posting(self, posting: Posting, *, key: str) -> None: ...

    async def keep_match(self, report: MatchReport, *, before: bool, key: str) -> None: ...

    async def keep_letter(self, letter: CoverLetter, *, key: str) -> None:
        """Make this the session's letter and show it."""
        ...

    async def facts(self) -> list[Fact]: ...

    async def keep_fact(self, fact: Fact, *, key: str) -> Fact:
        """Keep what the person said; the fact as kept, with its id."""
        ...

    async def changes(self) -> list[Change]:
        """Every change of the session, oldest first, each in its present state."""
        ...

    async def propose(self, changes: list[Change]) -> None:
        """Show changes to the person: proposed ones, and blocked ones with what they claim beyond the evidence."""
        ...

    async def decide(self, decisions: list[Decision], *, heard: str = "") -> None:
        """Carry out decisions; accepted changes become a new version of the draft at once. `heard` is the message that
        asked for them: acted on in the same step, so that it is never acted on twice.
        """
        ...

    async def restore(self, *, key: str, change_ids: list[str]) -> int | None:
        """Take back the last step, or only these changes of it or of an earlier one: the number of the version made so.

        None if there is nothing to take back, or if later changes build on it.
        """
        ...

    async def unheard(self) -> ChatMessage | None:
        """The oldest message of the chat that the run has not acted on."""
        ...

    async def hear(self, message_id: str) -> None:
        """Mark a message as acted on."""
        ...
