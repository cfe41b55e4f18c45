"""A change before the gate: judged on what it adds and on what it leaves out, and told with its evidence.

Every engine's change comes through here. A person's own word is not judged; it is marked as theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from agent.change.apply import apply, kind_of
from agent.change.evidence import evidence_lines
from agent.change.ground import ground
from agent.change.losing import lost, stands
from agent.change.model import Change, Evidence, EvidenceLine, Fact, Span
from agent.change.standing import parts_of
from agent.change.wording import split_group, split_keywords, tidy
from agent.errors import ChangeError
from agent.resume.lines import addresses, find_entry
from agent.resume.model import Resume


def judge(change: Change, resume: Resume, facts: Sequence[Fact], posting_text: str) -> Change:
    """The change with `evidence` and `unsupported` filled in, `blocked` when the gate does not support all of it
    or when it could not be applied to `resume`, the draft it was proposed for.

    `unsupported` spans count characters of `after`.
    """
    if change.by == "person" or change.state == "edited":
        return change.model_copy(update={"evidence": _own_word(change, facts), "unsupported": []})
    try:
        apply(resume, [change.model_copy(update={"state": "accepted"})])
    except ChangeError as refusal:
        text = change.after or change.before or ""
        return change.model_copy(update={"unsupported": [_all(text, str(refusal))], "state": "blocked"})
    found, spans = _weigh(change, resume, evidence_lines(resume, facts), posting_text)
    cited = _cited([*change.evidence, *found], facts)
    state = "blocked" if spans else "proposed" if change.state == "blocked" else change.state
    return change.model_copy(update={"evidence": cited, "unsupported": spans, "state": state})


def _cited(evidence: Iterable[Evidence], facts: Iterable[Fact]) -> list[Evidence]:
    """Each citation once; a fact in the words the person used, whatever was made of them to judge by."""
    said = {fact.id: fact.said or fact.statement for fact in facts}
    told = [
        each.model_copy(update={"quote": said[each.ref]}) if each.source == "fact" and each.ref in said else each
        for each in evidence
    ]
    return list({(each.source, each.ref, each.quote): each for each in told}.values())


def _own_word(change: Change, facts: Iterable[Fact]) -> list[Evidence]:
    said = tidy(change.after or "")
    for fact in facts:
        told = [tidy(text) for text in (fact.said, fact.statement) if tidy(text)]
        if said and any(said in text or text in said for text in told):
            return [Evidence(source="fact", ref=fact.id, quote=fact.said or fact.statement)]
    return list(change.evidence)


def _weigh(
    change: Change, resume: Resume, evidence: list[EvidenceLine], posting: str
) -> tuple[list[Evidence], list[Span]]:
    kind, after = kind_of(change), change.after or ""
    if kind == "reorder":
        return [], _permuted(change, resume)
    if kind == "move":
        stays = _entry_of(resume, change.line_id) == (change.items or [""])[0]
        return [], [] if stays else [_all(after or "x", "A line's facts belong to the role it stands in.")]
    if kind == "remove":
        return [], []
    if change.line_id == "skills" or any(group.id == change.line_id for group in resume.skills):
        return _weigh_keywords(change, resume, evidence, posting)
    entry = _entry_of(resume, change.line_id)
    if entry:
        evidence = [each for each in evidence if each.entry == entry or (each.source == "fact" and not each.entry)]
    verdict = ground(tidy(after), evidence, entry=entry, posting=posting, language=resume.language or None)
    spans = _shifted(verdict.spans, after)
    if not verdict.supported and not spans:
        spans = [_all(after, "Nothing in your resume or answers clearly says this.")]
    if kind == "reword":
        rest = [each.text for each in evidence if each.ref != change.line_id]
        gone = lost(change.before or "", after, rest)
        spans += [_all(after, f"This would leave out “{each}”, which no other line says.") for each in gone]
    return verdict.evidence, spans


def _weigh_keywords(
    change: Change, resume: Resume, evidence: list[EvidenceLine], posting: str
) -> tuple[list[Evidence], list[Span]]:
    """Each added keyword by itself; each removed one must go on in another."""
    after = change.after or ", ".join(change.items or [])
    new = list(change.items or split_group(after)[1])
    old = split_group(change.before or "")[1] if change.kind == "reword" else []
    group = next((group for group in resume.skills if group.id == change.line_id), None)
    if group and change.kind == "reword":
        old = list(group.keywords)
    cited: list[Evidence] = []
    spans: list[Span] = []
    for keyword in new:
        if keyword in old:
            continue
        verdict = ground(keyword, evidence, posting=posting, language=resume.language or None)
        cited += verdict.evidence[:2]
        if not verdict.supported:
            why = verdict.spans[0].why if verdict.spans else "Nothing in your resume or answers clearly says this."
            start = max(0, after.find(keyword))
            spans.append(Span(start=start, end=start + len(keyword), text=keyword, why=why))
    added = [keyword for keyword in new if keyword not in old]
    elsewhere = split_keywords(
        ", ".join(each.text for each in evidence if each.ref != change.line_id and each.section == "skills")
    )
    kept = {keyword.casefold() for keyword in [*new, *elsewhere]}
    gone = [keyword for keyword in old if keyword.casefold() not in kept and not _goes_on(keyword, added)]
    return cited, spans + [_all(after, f"This would leave out “{keyword}”.") for keyword in gone]


def _goes_on(keyword: str, added: list[str]) -> bool:
    """Whether an added keyword still says this one, perhaps by another of its names."""
    return any(keyword.casefold() in each.casefold() or stands(keyword, each) for each in added)


def _permuted(change: Change, resume: Resume) -> list[Span]:
    standing = [part for part, _ in parts_of(resume, change.line_id)]
    if standing and Counter(standing) == Counter(change.items or []):
        return []
    return [_all(change.after or "x", "A new order must keep every line and add none.")]


def _entry_of(resume: Resume, line_id: str) -> str:
    if find_entry(resume, line_id):
        return line_id
    return next((each.entry for each in addresses(resume) if each.id == line_id), "")


def _shifted(spans: list[Span], after: str) -> list[Span]:
    """Spans of the tidied text as spans of the text as given."""
    found = []
    for span in spans:
        start = after.find(span.text)
        found.append(span.model_copy(update={"start": start, "end": start + len(span.text)}) if start >= 0 else span)
    return found


def _all(text: str, why: str) -> Span:
    return Span(start=0, end=len(text), text=text, why=why)
