"""Skills and tools by all the ways they are written: what a text names, and where.

Why its own reading: a tool's name may be an everyday word ("go", "word"), and replacing or lifting one by mistake would
be a lie. So a name counts only where its capital, its place in a list or the term itself makes it sure.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from agent.change.lexicon import Skill, section, skills
from agent.engine.offline.lexicon import table


class Use(NamedTuple):
    """Where a text names a skill: characters `start` to `end`, as `text` stands there."""

    start: int
    end: int
    text: str
    key: str


_LATIN = "A-Za-z0-9_\u00c0-\u024f"
"""What a name must not stand in the middle of; in scripts without spaces it may touch other letters."""
_ADDRESS = re.compile(r"://|@|www\.|\w\.(?:com|org|net|io|dev|de|fr|es)(?:/|$)", re.IGNORECASE)


def key_of(term: str) -> str:
    """What is the same for all ways of writing a skill: the lexicon's name, or the folded term."""
    skill = skill_named(term)
    return skill.name.casefold() if skill else fold(term)


def skill_named(term: str) -> Skill | None:
    return _index().get(fold(term))


def fold(term: str) -> str:
    return " ".join(term.casefold().replace("-", " ").split())


def uses(text: str, term: str | None = None) -> list[Use]:
    """Every skill the text names, or every place where it names this one, known to the lexicon or not."""
    if term is None:
        return list(_uses(text))
    key = key_of(term)
    if skill_named(term):
        return [use for use in _uses(text) if use.key == key]
    pattern = _bounded(_spelled(term))
    return [Use(*each.span(), each.group(), key) for each in pattern.finditer(text) if _sure(each, text)]


def says(text: str, term: str) -> bool:
    """Whether the text holds these very words, in any case."""
    return bool(_bounded(_spelled(term)).search(text))


def is_abbreviation(form: str) -> bool:
    """`K8s`, `AWS`, `CI/CD`, `S3`: short, and not a word."""
    letters = [sign for sign in form if sign.isalpha()]
    return (
        " " not in form
        and 1 < len(form) <= 6
        and bool(letters)
        and (
            sum(sign.isupper() for sign in letters) >= max(1, len(letters) - 1) or any(sign.isdigit() for sign in form)
        )
    )


def hedged(text: str, use: Use | None = None) -> bool:
    """Whether the text bounds or denies what it says ("coursework", "learning", "never"): no skill is lifted from it.

    With `use`, a denial counts only where it is said of that very skill ("Postgres without downtime" denies no Postgres),
    and so does helping ("Assist with month-end close" is no close of one's own).
    """
    if is_bounded(text):
        return True
    if use is None:
        return bool(_denials().search(text))
    before = re.split(r"[,;:.()]", text[: use.start])[-1].split()[-5:]
    after = text[use.end :].lstrip(" :–-(").split()[:2]
    helped = any(word.casefold().startswith(tuple(table("words")["helping"])) for word in before)
    return helped or bool(_denials().search(" ".join(before))) or bool(_refusals().search(" ".join(after)))


def is_bounded(text: str) -> bool:
    """Whether the text says that it was a course, a trial, a beginning or is over."""
    return bool(_bounds().search(text))


def plainly(text: str, term: str) -> bool:
    """Whether the text names it without bounding or denying it."""
    return any(not hedged(text, use) for use in uses(text, term))


@cache
def _bounds() -> re.Pattern[str]:
    bounds = section("classes", "limit")
    names = ("progress", "coursework", "basic", "lapsed", "learning", "trial", "failed")
    return _any({word for name in names for word in bounds[name]})


@cache
def _denials() -> re.Pattern[str]:
    return _any({word for spoken in section("classes", "negation").values() for word in spoken})


@cache
def _refusals() -> re.Pattern[str]:
    """Denials that may follow what they deny ("Kubernetes: none"); "without" speaks of what comes after it."""
    words_ = {word for spoken in section("classes", "negation").values() for word in spoken}
    return _any(words_ - {"without", "ohne", "sans", "sin"})


def _any(choices: set[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_spelled(word) for word in choices)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _uses(text: str) -> tuple[Use, ...]:
    found = [
        Use(*match.span(), match.group(), _index()[fold(match.group())].name.casefold())
        for match in _pattern().finditer(text)
        if _sure(match, text)
    ]
    return tuple(use for use in found if not _is_ambiguous(use, found, text))


def _sure(match: re.Match[str], text: str) -> bool:
    form = match.group()
    if form == text.strip():
        return True
    start = text.rfind(" ", 0, match.start()) + 1
    around = text[start:].split(" ", 1)[0]
    if _ADDRESS.search(around) or (
        "-" in text[match.end() : match.end() + 1] and form.casefold() in table("words")["everyday"]
    ):
        return False
    if form.isalpha() and len(form) <= 3:
        skill = skill_named(form)
        if not (form.isupper() or (skill and form == skill.name)):
            return False
    if form.casefold() in table("words")["everyday"]:
        before = text[: match.start()].rstrip(" \"“'(")
        opens = not before or before[-1] in ".!?:•\n"
        listed = bool(re.match(r"\s*[,;)]", text[match.end() :])) or before.endswith((",", ";"))
        return form[:1].isupper() and (not opens or listed)
    return True


def _is_ambiguous(use: Use, found: list[Use], text: str) -> bool:
    """Whether an abbreviation stands alone among things of another kind: `AR` beside `AP` is accounting, else who knows."""
    if use.text.casefold() not in table("words")["ambiguous"] or use.text == text.strip():
        return False
    kind = set(_index()[use.key].broader)
    return not any(each.key != use.key and kind & {*_index()[each.key].broader, each.key} for each in found)


@cache
def _index() -> dict[str, Skill]:
    found: dict[str, Skill] = {}
    for skill in skills():
        for form in skill.aliases:
            found.setdefault(fold(form), skill)
    for skill in skills():
        found[fold(skill.name)] = skill
    return found


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_index(), key=len, reverse=True)
    return _bounded("|".join(_spelled(form) for form in forms))


@lru_cache(maxsize=4096)
def _bounded(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![{_LATIN}.+#@-])(?:{pattern})(?![{_LATIN}+#@]|\.[{_LATIN}])", re.IGNORECASE)


def _spelled(term: str) -> str:
    return r"[\s-]+".join(re.escape(word) for word in fold(term).split())
