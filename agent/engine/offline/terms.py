"""The posting's exact term for the same thing: `K8s` becomes `Kubernetes (K8s)` where the posting says Kubernetes."""

from __future__ import annotations

import re

from agent.change.model import Change, Evidence
from agent.change.wording import joined
from agent.engine.offline.lexicon import say, table
from agent.engine.offline.proposal import propose_change
from agent.engine.offline.skills import by_weight, capital
from agent.engine.offline.vocabulary import Use, is_abbreviation, says, uses
from agent.engine.offline.wanted import Wanted, spoken, wanted
from agent.engine.port import Task
from agent.job.words import stem
from agent.resume.lines import Address, addresses, labelled

_PLACES = {"light": 1, "standard": 1, "thorough": 2}
"""In how many lines a term is brought in: once is enough to be found."""
_SPELLINGS = ("js", "ql", "sql", "lang", "gresql", "com")


def term_changes(task: Task) -> list[Change]:
    """One reword a line, for all terms that it could say as the posting does."""
    lines = [
        each
        for each in addresses(task.resume)
        if each.kind in {"skills", "highlight", "summary"} or each.section.startswith("other.")
    ]
    whole = "\n".join(each.text for each in addresses(task.resume))
    edits: dict[str, list[tuple[Wanted, Use]]] = {}
    for each in wanted(task.report):
        if says(whole, each.term):
            continue
        spots = [(line, use) for line in by_place(lines) for use in usable(line, each)]
        for line, use in spots[: _PLACES[task.intensity]]:
            edits.setdefault(line.id, []).append((each, use))
    return [_change(task, line, edits[line.id]) for line in lines if line.id in edits]


def by_place(lines: list[Address]) -> list[Address]:
    """The skills first, then the lines as they stand."""
    return sorted(lines, key=lambda line: line.kind != "skills")


def usable(line: Address, each: Wanted) -> list[Use]:
    """The first place in the line that names the thing otherwise and can be reworded without harm to the sentence."""
    named = line.kind == "skills"
    spots = uses(line.text, each.term)[:1]
    return [use for use in spots if replaced(use.text, each.term, named=named, text=line.text, end=use.end)]


def replaced(form: str, term: str, *, named: bool, text: str = "", end: int = 0) -> str | None:
    """The form with the posting's term in it; None where that would not read well. `named`: in a list of skills."""
    follows = text[end:]
    if _plain(form).removesuffix("s") == _plain(term).removesuffix("s") and _plain(form) != _plain(term):
        return None
    around = re.search(r"\(\s*$", text[: max(0, end - len(form))]) or follows.startswith(" (")
    if _plain(form) == _plain(term) or _spelled_alike(form, term):
        return term if named or _is_name(form) else None
    shared = set(_words(form)) < set(_words(term))
    if shared:
        return (capital(term) if form[:1].isupper() else term) if named and text.strip() == form else None
    if named:
        if [stem(word) for word in form.casefold().split()] == [stem(word) for word in term.casefold().split()]:
            return capital(term) if form[:1].isupper() else term
        if around:
            return None
        if is_abbreviation(term) and _initials(form, term):
            return f"{form} ({term})"
        return f"{capital(term)} ({form if is_abbreviation(form) or _is_name(form[1:]) else form.lower()})"
    if is_abbreviation(form) and not is_abbreviation(term):
        if _is_plural(term) != _is_plural(form) and not _is_name(term):
            return None
        if _opens_noun(follows) or around:
            return term if _is_name(term) and " " not in term and not around else None
        return f"{term} ({form})"
    if is_abbreviation(term) and not is_abbreviation(form) and _initials(form, term):
        return None if around or _opens_noun(follows) else f"{form} ({term})"
    return None


def _words(form: str) -> list[str]:
    return re.findall(r"\w+", form.casefold())


def _is_plural(form: str) -> bool:
    return form.endswith("s") and not form.endswith("ss")


def _opens_noun(follows: str) -> bool:
    """Whether the next word makes a compound with this one ("PLC cabinets", "K8s-based")."""
    if re.match(r"[-/]\w", follows):
        return True
    word = re.match(r"\s+([^\W\d_]+)", follows)
    return word is not None and word[1].casefold() not in table("words")["small"]


def _change(task: Task, line: Address, edits: list[tuple[Wanted, Use]]) -> Change:
    group = next((group for group in task.resume.skills if group.id == line.id), None)
    after, items = line.text, None
    if group:
        items = by_weight(group, wanted(task.report))
        items = [_in_keyword(keyword, [each.term for each, _ in edits]) for keyword in items]
        after = labelled(group.name, joined(items))
    else:
        for each, use in sorted(edits, key=lambda edit: -edit[1].start):
            opens = not line.text[: use.start].strip()
            term = capital(each.term) if opens else spoken(each, task)
            new = replaced(use.text, term, named=False, text=line.text, end=use.end) or use.text
            after = after[: use.start] + new + after[use.end :]
    reasons = [say(task.language, "term", term=each.term, form=use.text) for each, use in edits]
    if group and by_weight(group, wanted(task.report)) != group.keywords:
        asked = [each.term for each in wanted(task.report) if uses(line.text, each.term)]
        reasons.append(say(task.language, "order_keywords", terms=joined(asked)))
    return propose_change(
        task,
        "reword",
        line.section,
        line.id,
        before=line.text,
        after=after,
        items=items,
        reason=" ".join(reasons),
        requirement_ids=[each_id for each, _ in edits for each_id in each.requirement_ids],
        evidence=[Evidence(source="resume", ref=line.id, quote=line.text)],
    )


def _in_keyword(keyword: str, terms: list[str]) -> str:
    for term in terms:
        for use in uses(keyword, term)[:1]:
            new = replaced(use.text, term, named=True, text=keyword, end=use.end)
            if new:
                keyword = keyword[: use.start] + new + keyword[use.end :]
    return keyword


def _plain(form: str) -> str:
    return re.sub(r"[\W_]+", "", form.casefold())


def _spelled_alike(form: str, term: str) -> bool:
    """`Postgres` and `PostgreSQL`, `ReactJS` and `React`, `visualisation` and `visualization`."""
    left, right = sorted((_plain(form), _plain(term)), key=len)
    british = left.replace("isation", "ization").replace("our", "or") == right.replace("isation", "ization").replace(
        "our", "or"
    )
    return british or any(right in {left + ending, left.removesuffix("s") + ending} for ending in _SPELLINGS)


def _initials(form: str, term: str) -> bool:
    """Whether the abbreviation is made of the form's first letters, as SEO of search engine optimization."""
    initials = "".join(word[0] for word in re.findall(r"\w+", form.casefold()))
    return _plain(term) in {initials, re.sub(r"[oa]", "", initials)} or len(_plain(term)) == len(initials)


def _is_name(form: str) -> bool:
    return form != form.lower()
