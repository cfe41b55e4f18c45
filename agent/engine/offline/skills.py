"""The skills section: what stands only in bullets is lifted into it, and what the posting asks for comes first."""

from __future__ import annotations

from collections.abc import Container

from agent.change.model import Change, Evidence
from agent.change.wording import joined
from agent.engine.offline.commands import part
from agent.engine.offline.lexicon import say
from agent.engine.offline.proposal import propose_change
from agent.engine.offline.vocabulary import Use, fold, hedged, plainly, skill_named, uses
from agent.engine.offline.wanted import Wanted, is_nameable, wanted
from agent.engine.port import Task
from agent.resume.lines import Address, addresses, labelled
from agent.resume.model import Resume, SkillGroup

_MOST = {"light": 0, "standard": 5, "thorough": 8}
"""How many skills are lifted: a list that grows by more looks stuffed."""
_NEW_GROUP = 3
"""A resume without a skills section gets one from so many."""


def lifted(task: Task) -> list[Change]:
    """Skills the posting asks for that bullets show and the skills section does not name."""
    asked = wanted(task.report)
    shown = [(each, line) for each in asked if (line := _shown(task.resume, each, {other.key for other in asked}))]
    shown = shown[: _MOST[task.intensity]]
    if not task.resume.skills:
        elsewhere = any(part("skills", section.title) for section in task.resume.other)
        return _section_of(task, shown) if len(shown) >= _NEW_GROUP and not elsewhere else []
    return [
        propose_change(
            task,
            "add",
            "skills",
            group.id,
            after=capital(each.term),
            items=[capital(each.term)],
            reason=_reason(task, each, line),
            requirement_ids=each.requirement_ids,
            evidence=[cited(line)],
        )
        for each, line in shown
        if (group := home(task.resume, each.term))
    ]


def reordered(task: Task, done: Container[str] = ()) -> list[Change]:
    """Groups whose asked-for keywords stand behind others, and the groups themselves, best first; `done` have their order."""
    asked = wanted(task.report)
    changes = [
        change for group in task.resume.skills if group.id not in done and (change := _ordered(task, group, asked))
    ]
    groups = task.resume.skills
    if task.intensity != "light" and len(groups) > 2:
        weights = {group.id: _weight(group, asked) for group in groups}
        best = sorted(groups, key=lambda group: -weights[group.id])
        first, top = groups[0], best[0]
        if top.id != first.id and weights[top.id] >= 2 * weights[first.id] + 3:
            order = [top, *(group for group in groups if group.id != top.id)]
            changes.append(
                propose_change(
                    task,
                    "reorder",
                    "skills",
                    "skills",
                    before="\n".join(_text(group) for group in groups),
                    after="\n".join(_text(group) for group in order),
                    items=[group.id for group in order],
                    reason=say(task.language, "order_groups"),
                    requirement_ids=[
                        each_id for each in asked if _names(_text(top), each) for each_id in each.requirement_ids
                    ],
                    evidence=[Evidence(source="resume", ref=top.id, quote=_text(top))],
                )
            )
    return changes


def home(resume: Resume, term: str) -> SkillGroup | None:
    """The group a skill belongs to: where its like already stands, else the widest list of tools."""
    groups = [group for group in resume.skills if is_list(group)]
    if not groups:
        return None
    skill = skill_named(term)
    kin = set(skill.broader) if skill else set()

    def likeness(group: SkillGroup) -> tuple[int, bool, int]:
        named = [skill_named(use.text) for keyword in group.keywords for use in uses(keyword)]
        alike = sum(bool(other and kin & set(other.broader)) for other in named)
        titled = any(each.split()[-1].casefold() in group.name.casefold() for each in kin)
        return (alike + 2 * titled, _is_general(group), len(group.keywords))

    best = max(groups, key=likeness)
    return best if likeness(best)[0] or _is_general(best) or len(groups) == 1 else None


def _is_general(group: SkillGroup) -> bool:
    """A list for anything: without a name, or named "Skills", "Tools", "Technologies"."""
    return not group.name or bool(part("skills", group.name)) or bool(part("general", group.name))


def is_list(group: SkillGroup) -> bool:
    """A list of keywords rather than prose about skills."""
    return bool(group.keywords) and max(len(keyword.split()) for keyword in group.keywords) <= 6


def capital(term: str) -> str:
    """With a capital, unless its owners write it small (`scikit-learn`)."""
    skill = skill_named(term)
    small = skill is not None and skill.name[:1].islower() and fold(skill.name) == fold(term)
    return skill.name if skill and small else term[:1].upper() + term[1:]


def cited(line: Address) -> Evidence:
    return Evidence(source="resume", ref=line.id, quote=line.text)


def _shown(resume: Resume, each: Wanted, asked: set[str]) -> Address | None:
    """The line that shows a skill plainly, when no line of the skills names it yet."""
    if not is_nameable(each):
        return None
    lines = list(addresses(resume))
    if any(_names(line.text, each) for line in lines if line.section in {"skills", "certificates", "languages"}):
        return None
    telling = {"work", "volunteer", "projects", "summary"} | {section.id for section in resume.other}
    told = [line for line in lines if line.section in telling and line.kind != "header"]
    plain = next((line for line in told if plainly(line.text, each.term)), None)
    asked = asked | {use.key for line in lines if line.section == "skills" for use in uses(line.text)}
    return plain or next((line for line in told if _narrower(line.text, each, asked)), None)


def _narrower(text: str, each: Wanted, asked: Container[str] = ()) -> Use | None:
    """Where the text names a case of the skill, as EC2 is one of AWS: then the skill is shown too.

    A case that is `asked` for itself ("Epic or another EHR") or stands among the skills says enough alone.
    """
    skill = skill_named(each.term)
    if skill is None:
        return None
    for use in uses(text):
        found = skill_named(use.text)
        if found and skill.name in found.broader and use.key not in asked and not hedged(text, use):
            return use
    return None


def _reason(task: Task, each: Wanted, line: Address) -> str:
    case = None if uses(line.text, each.term) else _narrower(line.text, each)
    if case:
        return say(task.language, "lift_wider", term=each.term, form=case.text)
    return say(task.language, "lift", term=each.term)


def _section_of(task: Task, shown: list[tuple[Wanted, Address]]) -> list[Change]:
    keywords = [capital(each.term) for each, _ in shown]
    return [
        propose_change(
            task,
            "add",
            "skills",
            "skills",
            after=joined(keywords),
            items=keywords,
            reason=say(task.language, "lift", term=joined(keywords)),
            requirement_ids=[each_id for each, _ in shown for each_id in each.requirement_ids],
            evidence=[cited(line) for _, line in shown],
        )
    ]


def by_weight(group: SkillGroup, asked: list[Wanted]) -> list[str]:
    """The keywords with what is asked for first, equals as they stand; as they are where nothing would come forward."""
    if len(group.keywords) < 4 or not is_list(group):
        return list(group.keywords)
    weights = {keyword: _keyword_weight(keyword, asked) for keyword in group.keywords}
    order = sorted(group.keywords, key=lambda keyword: -weights[keyword])
    ahead = sum(bool(weights[keyword]) for keyword in order)
    forward = set(group.keywords[:ahead]) != set(order[:ahead])
    return order if forward else list(group.keywords)


def _keyword_weight(keyword: str, asked: list[Wanted]) -> float:
    return 0.0 if hedged(keyword) else max((each.weight for each in asked if _names(keyword, each)), default=0.0)


def _ordered(task: Task, group: SkillGroup, asked: list[Wanted]) -> Change | None:
    order = by_weight(group, asked)
    if order == group.keywords:
        return None
    ahead = [keyword for keyword in order if _keyword_weight(keyword, asked)]
    return propose_change(
        task,
        "reorder",
        "skills",
        group.id,
        before=_text(group),
        after=labelled(group.name, joined(order)),
        items=order,
        reason=say(task.language, "order_keywords", terms=joined(ahead)),
        requirement_ids=[each_id for each in asked if _names(_text(group), each) for each_id in each.requirement_ids],
        evidence=[Evidence(source="resume", ref=group.id, quote=_text(group))],
    )


def _weight(group: SkillGroup, asked: list[Wanted]) -> float:
    return sum(each.weight for each in asked if _names(_text(group), each))


def _names(text: str, each: Wanted) -> bool:
    return bool(uses(text, each.term))


def _text(group: SkillGroup) -> str:
    return labelled(group.name, joined(group.keywords))
