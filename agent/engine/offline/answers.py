"""What the person answered, as a line of the role it belongs to, or as a skill."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from rapidfuzz import fuzz

from agent.change.lexicon import section as lexicon_section
from agent.change.model import Change, Evidence
from agent.engine.offline.finding import find_entry_named, name_of
from agent.engine.offline.lexicon import say
from agent.engine.offline.proposal import propose_change
from agent.engine.offline.skills import capital, home
from agent.engine.offline.style import restyle, stripped
from agent.engine.offline.vocabulary import fold, hedged, key_of, skill_named, uses
from agent.engine.offline.wanted import cased, wanted
from agent.engine.port import Task
from agent.job.lexicon import table as job_table
from agent.job.model import Fact, Requirement
from agent.job.tenure import months, span_of
from agent.resume.lines import addresses, find_entry
from agent.resume.model import Entry, Resume, Work

_SAID_ALREADY = 88
"""Likeness (0 to 100) from which a line says what the answer says."""
_HOLDING = re.compile(
    r"^(?:i(?:'|’)?ve got|i have|i(?:'|’)ve|i hold|i own|i possess|ich habe|ich besitze|j(?:'|’)ai|je possède|je suis titulaire d[eu']|tengo|poseo)\s+"
    r"(?:an?|the|my|einen?|den|die|das|une?|le|la|mon|ma|une?|el|mi)?\b\s*",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"^(?:i (?:also )?speak|i am fluent in|ich spreche|je parle|hablo|yo hablo)\s+(.+)$", re.IGNORECASE
)
_SHORT = 12
"""Words up to which a text names a certificate."""
_TELLING = 4
"""Words from which an answer tells something beyond yes."""


def answered(task: Task, facts: list[Fact] | None = None) -> list[Change]:
    """A line for each fact that this posting asks about and the resume does not say yet."""
    chosen = facts if facts is not None else [fact for fact in task.facts if _asked(task, fact)]
    changes = []
    for fact in chosen:
        if fact.answer == "no" or not fact.statement.strip():
            continue
        ways = (_as_language, _as_line, _as_credential, _as_skill)
        if _asks_credential(_requirement(task, fact)):
            ways = (_as_language, _as_credential, _as_line, _as_skill)
        change = next((made for way in ways if (made := way(task, fact))), None)
        if change:
            changes.append(change)
    return changes


def entry_of(resume: Resume, fact: Fact) -> Entry | None:
    """The role the person named: by id, by its employer or title in what was said, or as the only one of that year."""
    if fact.entry:
        return find_entry(resume, fact.entry)
    said = f"{fact.said} {fact.statement}"
    return find_entry_named(said, resume) or role_of_year(resume, said)


def role_of_year(resume: Resume, said: str) -> Work | None:
    """The only role held all through the one year that is named, for what was done in it."""
    years = {int(year) for year in re.findall(r"\b((?:19|20)\d\d)\b", said)}
    if len(years) != 1:
        return None
    year = years.pop()
    today = datetime.now(tz=UTC).date()
    held = [(role, span) for role in resume.work if (span := span_of(role, today))]
    touching = [role for role, (first, last) in held if first < (year + 1) * 12 and last >= year * 12]
    return touching[0] if len(touching) == 1 else None


def _asked(task: Task, fact: Fact) -> bool:
    keys = {each.key for each in wanted(task.report)}
    texts = {fold(each.text) for each in task.report.requirements}
    named = {key_of(term) for term in fact.terms} | {use.key for use in uses(fact.statement)}
    return bool(named & keys) or fold(fact.requirement) in texts


def tells_itself(said: str) -> bool:
    """Whether a statement needs no role: a language, a licence or a certificate."""
    text = stripped(said)
    named = credential_words() & set(re.findall(r"[\w-]+", text.casefold()))
    return bool(_SPEAKING.match(text)) or bool(named and _HOLDING.match(text))


def credential_words() -> frozenset[str]:
    return frozenset().union(*lexicon_section("credentials", "words").values())


def _as_line(task: Task, fact: Fact) -> Change | None:
    entry = entry_of(task.resume, fact)
    told = stripped(fact.said or fact.statement)
    if entry is None or len(told.split()) < _TELLING:
        return None
    section = entry.id.rsplit(".", 1)[0]
    stops = sum(line.text.rstrip().endswith(".") for line in entry.highlights)
    text = restyle(
        _clear(fact),
        past=_is_over(entry),
        language=task.language,
        full_stop=stops * 2 > len(entry.highlights),
        place=name_of(entry),
    )
    if len(text.split()) < 2 or _said(task.resume, text):
        return None
    return _change(task, fact, section, entry.id, text)


def _clear(fact: Fact) -> str:
    """What was said, with the one thing asked for in place of an "it" that only the question explains."""
    said = stripped(fact.said or fact.statement)
    unclear = re.match(r"((?:\w+\W+){0,5}?)(it|this|that|them|these|those)\b(?! \w+ed\b)", said, re.IGNORECASE)
    if not unclear or len(fact.terms) != 1 or uses(said, fact.terms[0]):
        return said
    if re.search(r"\b(?:do|did|done|have|had|know)\W*$", unclear[1], re.IGNORECASE):
        return ""
    return said[: unclear.start(2)] + surface(fact.terms[0], fact.requirement) + said[unclear.end(2) :]


def _as_language(task: Task, fact: Fact) -> Change | None:
    """A language the person speaks, with the level they give it."""
    spoken = _SPEAKING.match(stripped(fact.said))
    if not spoken or len(spoken[1].split()) > 5:
        return None
    text = capital(spoken[1].strip(" .!"))
    known = {each.casefold() for names in job_table("languages")["names"].values() for each in names}
    word = fold(re.split(r"[\s(:,]", text)[0])
    if word not in known or any(fold(each.language).startswith(word) for each in task.resume.languages):
        return None
    return _change(task, fact, "languages", "languages", text)


def _as_credential(task: Task, fact: Fact) -> Change | None:
    """A certificate or licence the person holds, in their words where they name it, else in the posting's."""
    requirement = _requirement(task, fact)
    named = bool(credential_words() & set(re.findall(r"[\w-]+", fact.statement.casefold())))
    asked = _asks_credential(requirement)
    if hedged(fact.statement) or not (asked or (named and _HOLDING.match(stripped(fact.said)))):
        return None
    names = [surface(term, fact.requirement) for term in fact.terms if uses(fact.statement, term)]
    held = _HOLDING.sub("", stripped(fact.statement)).rstrip(" .!")
    told = held != stripped(fact.statement).rstrip(" .!") or any(fold(held).startswith(fold(name)) for name in names)
    if told and len(held.split()) <= _SHORT and "." not in held:
        text = capital(held)
    else:
        text = ", ".join(names) or (
            restyle(fact.statement, past=False, language=task.language, full_stop=False) if fact.answer == "yes" else ""
        )
    if not text or len(text.split()) > _SHORT or _said(task.resume, text):
        return None
    return _change(task, fact, "certificates", "certificates", text)


def _asks_credential(requirement: Requirement | None) -> bool:
    return requirement is not None and requirement.kind in {"certificate", "licence"}


def _as_skill(task: Task, fact: Fact) -> Change | None:
    if hedged(fact.said) or hedged(fact.statement) or _requirement(task, fact, kinds=("skill", "tool")) is None:
        return None
    terms = [surface(term, fact.requirement) for term in fact.terms if _confirmed(fact, term)]
    lines = [each.text for each in addresses(task.resume) if each.section == "skills"]
    new = [term for term in terms if not any(uses(line, term) for line in lines)]
    if not new:
        return None
    group = home(task.resume, new[0])
    return _change(task, fact, "skills", group.id if group else "skills", ", ".join(new), items=new)


def _confirmed(fact: Fact, term: str) -> bool:
    """Whether the answer names the skill, or says yes to it alone."""
    named = bool(uses(fact.statement, term)) or (fact.answer == "yes" and len(fact.terms) == 1)
    return named and (skill_named(term) is not None or len(term.split()) <= 3)


def surface(term: str, requirement: str) -> str:
    """The term as the posting writes it, its first letter large."""
    stands = re.search(rf"(?<!\w){re.escape(term)}(?!\w)", requirement, re.IGNORECASE)
    return capital(cased(stands.group() if stands else term))


def _change(task: Task, fact: Fact, section: str, line_id: str, text: str, items: list[str] | None = None) -> Change:
    requirement = _requirement(task, fact)
    return propose_change(
        task,
        "add",
        section,
        line_id,
        after=text,
        items=items,
        reason=say(task.language, "answer"),
        requirement_ids=[requirement.id] if requirement else [],
        evidence=[Evidence(source="fact", ref=fact.id, quote=fact.said or fact.statement)],
    )


def _requirement(task: Task, fact: Fact, kinds: tuple[str, ...] = ()) -> Requirement | None:
    keys = {key_of(term) for term in fact.terms}
    for each in task.report.requirements:
        named = {key_of(term) for term in each.terms}
        if (fold(each.text) == fold(fact.requirement) or keys & named) and (not kinds or each.kind in kinds):
            return each
    return None


def _is_over(entry: Entry) -> bool:
    span = span_of(entry, datetime.now(tz=UTC).date())
    return not entry.current and span is not None and span[1] < months(datetime.now(tz=UTC).date())


def _said(resume: Resume, text: str) -> bool:
    return any(
        fuzz.token_set_ratio(fold(each.text), fold(text)) >= _SAID_ALREADY
        for each in addresses(resume)
        if each.kind != "header"
    )
