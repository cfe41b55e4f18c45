"""What the person said to a question, as a fact that can be cited."""

from __future__ import annotations

import re

from agent.errors import InvalidAnswer
from agent.job.model import Fact, Question, Requirement
from agent.job.words import fold
from agent.resume.model import Resume, Work

YES = re.compile(
    r"^(?:yes|yeah|yep|yup|sure|of course|i have|i do|i did|i am|i can|ja|jawohl|klar|oui|si|sí|claro|bien sûr)\b"
)
NO = re.compile(
    r"^(?:no|nope|nah|never|not really|not yet|none|i have not|i haven't|i don't|i do not|nein|nie|noch nicht|leider nicht|non|jamais|pas encore|nunca|todavía no)\b"
)
SKIP = re.compile(
    r"^(?:skip|pass|next|later|i don't know|don't know|dunno|not sure|n/?a|überspringen|weiter|weiß nicht|weiß ich nicht|keine ahnung|passer|je ne sais pas|omitir|saltar|no sé|no lo sé)[\s.!]*$"
)


def read_answer(question: Question, said: str, resume: Resume, requirement: Requirement | None) -> Fact | None:
    """The fact in an answer; None where the person skipped. Raises `InvalidAnswer` for punctuation alone."""
    text = said.strip()
    if not text or SKIP.match(fold(text)):
        return None
    if not re.search(r"\w", text):
        raise InvalidAnswer
    asked = requirement.text if requirement else ""
    no = bool(NO.match(fold(text)))
    yes = bool(YES.match(fold(text)))
    bare = yes and len(re.findall(r"\w+", text)) <= 2
    return Fact(
        id="",
        question=question.text,
        said=said,
        statement="" if no else asked if bare else text,
        answer="no" if no else "yes" if yes else "other",
        requirement=asked,
        terms=requirement.terms if requirement else [],
        entry=entry_named(text, resume),
    )


def entry_named(text: str, resume: Resume) -> str:
    """The role whose employer or title the person names."""
    folded = fold(text)
    for entry in [*resume.work, *resume.volunteer]:
        if isinstance(entry, Work) and entry.employer and fold(entry.employer) in folded:
            return entry.id
    return ""
