"""A summary built only from facts of the resume, or the one that is there with what it leaves unsaid."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from agent.change.judging import judge
from agent.change.lexicon import section
from agent.change.model import Change, Evidence
from agent.engine.offline.lexicon import enumerate_words, say
from agent.engine.offline.proposal import propose_change
from agent.engine.offline.vocabulary import fold, plainly, skill_named, uses
from agent.engine.offline.wanted import Wanted, is_nameable, spoken, wanted
from agent.engine.port import Task
from agent.job.tenure import span_of, total
from agent.job.words import sentences
from agent.resume.lines import Address, addresses, header
from agent.resume.model import Work

_SKILLS = {"light": 0, "standard": 4, "thorough": 5}
_LONG = 90
"""Words from which a summary is long enough."""


def summarised(task: Task, today: date | None = None) -> list[Change]:
    """At most one change: a new summary, or one more sentence in the last paragraph of the one that is there."""
    if task.intensity == "light":
        return []
    shown = _telling([(each, line) for each in wanted(task.report) if (line := _evidence_of(task, each))])
    there = "\n".join(line.text for line in task.resume.basics.summary)
    if there:
        return _extended(
            task, there, [(each, line) for each, line in shown if each.required and not uses(there, each.term)]
        )
    return _written(task, shown[: _SKILLS[task.intensity]], today or datetime.now(tz=UTC).date())


def _telling(shown: list[tuple[Wanted, Address]]) -> list[tuple[Wanted, Address]]:
    """Without what another already says more exactly (Epic is an EHR) and without tools nobody has experience in."""
    wider = {fold(name) for each, _ in shown if (skill := skill_named(each.term)) for name in skill.broader}
    return [
        (each, line)
        for each, line in shown
        if fold(each.key) not in wider and not _is_device(each) and fold(each.term) not in wider
    ]


def _is_device(each: Wanted) -> bool:
    skill = skill_named(each.term)
    devices = ("equipment", "instrument", "machine tool", "machinery", "truck", "scanner")
    return skill is not None and any(name.casefold().endswith(devices) for name in skill.broader)


def _written(task: Task, shown: list[tuple[Wanted, Address]], today: date) -> list[Change]:
    role = _latest(task.resume.work, today)
    if role is None or not _plain(role.position) or len(shown) < 2:
        return []
    years = tenure(role, task.resume.work, today)
    counted = _introduced(task, role, shown, years)
    if years >= 2 and judge(counted, task.resume, task.facts, task.posting.description).state == "blocked":
        counted = _introduced(task, role, shown, 0)
    return [counted]


def _introduced(task: Task, role: Work, shown: list[tuple[Wanted, Address]], years: int) -> Change:
    """Who the person is, for how long (from two years), and what fits."""
    language = task.language
    opening = say(language, "years", title=role.position, years=years) if years >= 2 else role.position
    if role.employer and _plain(role.employer):
        opening += ", " + say(language, "now_at" if role.current else "last_at", employer=role.employer)
    skills = enumerate_words(language, [spoken(each, task) for each, _ in shown])
    related = [each for each in task.resume.work if _related(each, role)] if years >= 2 else [role]
    return propose_change(
        task,
        "add",
        "summary",
        "summary",
        after=f"{opening}. {say(language, 'includes', skills=skills)}",
        reason=say(language, "summary_new"),
        requirement_ids=[each_id for each, _ in shown for each_id in each.requirement_ids],
        evidence=[Evidence(source="resume", ref=each.id, quote=header(each)) for each in related] + _cited(shown),
    )


def _extended(task: Task, there: str, missing: list[tuple[Wanted, Address]]) -> list[Change]:
    if len(missing) < 2 or len(there.split()) > _LONG or say(task.language, "includes", skills="").strip(". ") in there:
        return []
    missing = missing[: _SKILLS[task.intensity]]
    last = next((line for line in reversed(task.resume.basics.summary) if _professional(task, line.text)), None)
    if last is None:
        return []
    skills = enumerate_words(task.language, [spoken(each, task) for each, _ in missing])
    end = "" if last.text.rstrip().endswith((".", "!", "?")) else "."
    return [
        propose_change(
            task,
            "reword",
            "summary",
            last.id,
            before=last.text,
            after=f"{last.text.rstrip()}{end} {say(task.language, 'includes', skills=skills)}",
            reason=say(task.language, "summary_more", terms=skills),
            requirement_ids=[each_id for each, _ in missing for each_id in each.requirement_ids],
            evidence=_cited(missing),
        )
    ]


def _professional(task: Task, text: str) -> bool:
    """Whether a paragraph is about the work: its first sentence names a trade, a title held, a skill or what the posting asks for."""
    opening = (sentences(text) or [""])[0]
    said = set(re.findall(r"[\w-]+", fold(opening)))
    titles = {word for role in task.resume.work for word in fold(role.position).split() if len(word) > 3}
    trades = frozenset().union(*section("titles", "trades").values())
    return (
        bool(said & (titles | trades))
        or bool(uses(opening))
        or any(uses(opening, each.term) for each in wanted(task.report))
    )


def tenure(role: Work, roles: list[Work], today: date) -> int:
    """Whole years in roles of this kind, overlaps counted once."""
    spans = [span for each in roles if _related(each, role) and (span := span_of(each, today))]
    return total(spans) // 12


def _related(each: Work, role: Work) -> bool:
    """Whether two titles name the same trade: they share a word that is no rank."""
    ranks = frozenset().union(*section("titles", "ranks").values())

    def trade(position: str) -> set[str]:
        return {word for word in fold(position).replace(",", " ").split() if len(word) > 3 and word not in ranks}

    return each is role or bool(trade(each.position) & trade(role.position))


def _latest(roles: list[Work], today: date) -> Work | None:
    dated = [(span[1], -place, each) for place, each in enumerate(roles) if (span := span_of(each, today))]
    return max(dated, key=lambda found: found[:2])[2] if dated else None


def _plain(name: str) -> bool:
    """Short enough to be said inside a sentence, without signs that part a heading."""
    return bool(name) and len(name) <= 60 and not any(sign in name for sign in "|/;()\n–—")


def _evidence_of(task: Task, each: Wanted) -> Address | None:
    """The line that shows the skill, of the work first; a bounded or denied one shows nothing."""
    if not is_nameable(each):
        return None
    lines = sorted(addresses(task.resume), key=lambda line: line.section not in {"work", "volunteer", "projects"})
    for line in lines:
        telling = line.section in {"work", "volunteer", "projects", "skills"} and line.kind != "header"
        if telling and plainly(line.text, each.term):
            return line
    return None


def _cited(shown: list[tuple[Wanted, Address]]) -> list[Evidence]:
    return list({line.id: Evidence(source="resume", ref=line.id, quote=line.text) for _, line in shown}.values())
