"""How sure each field is that was read from a picture: no surer than the least sure of its words."""

from __future__ import annotations

from collections.abc import Iterator

from agent.resume.lines import line_lists
from agent.resume.model import DATED, Resume

SUREST = 0.9
"""A field read from a picture is never taken for certain."""
DOUBTFUL = 0.8
"""Lines of which a word is less sure than that are told too."""
NOT_FACTS = {"id", "start", "end", "current", "summary", "highlights", "keywords"}


def doubt(resume: Resume, words: dict[str, float]) -> None:
    """Lower the confidence of what was read from `words`, each with how sure it is, 0 to 1; to be done after ids are given."""
    if not words:
        return
    for address, text in facts(resume):
        known = [words[word] for word in text.split() if word in words]
        if known:
            resume.confidence[address] = round(min(resume.confidence.get(address, 1.0), SUREST, *known), 2)
    for _, lines in line_lists(resume):
        for line in lines:
            sure = min((words.get(word, 1.0) for word in line.text.split()), default=1.0)
            if sure < DOUBTFUL:
                resume.confidence[line.id] = round(sure, 2)


def facts(resume: Resume) -> Iterator[tuple[str, str]]:
    basics = resume.basics
    for name in ("name", "label", "email", "phone", "url"):
        yield f"basics.{name}", getattr(basics, name)
    yield "basics.location", basics.location.text if basics.location else ""
    for section in DATED:
        for place, entry in enumerate(getattr(resume, section), 1):
            for name in type(entry).model_fields:
                if name not in NOT_FACTS:
                    yield f"{section}.{place}.{name}", getattr(entry, name)
