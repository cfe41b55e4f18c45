"""The fields of one job object, whatever its keys are called."""

import re
from collections.abc import Iterator
from typing import Any

from scraper.draft import Draft
from scraper.fields.dates import read_date
from scraper.fields.employment import read_employment
from scraper.fields.place import COUNTRY, LOCALITY, REGION, read_places, read_remote
from scraper.fields.salary import make_salary, read_currency, read_salary, read_unit
from scraper.posting import Salary
from scraper.render import fragment_text
from scraper.text import letters, squash, unescape
from scraper.words.keys import OTHERS, ROLES

DEEPEST = 3
MOST_VALUES = 600
PARTS = frozenset(LOCALITY + REGION + COUNTRY)
LONGEST_TITLE = 180
LOCALE = re.compile(r"^[a-z]{2}(?:[-_][A-Za-z]{2})?$")
FULL_OR_PART = re.compile(r"^(?:full|part)[\s_-]?time$|^(?:voll|teil)zeit$", re.IGNORECASE)
STEMS = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-\s]+")
LOW = re.compile(
    r"(?:salary|compensation|pay|wage|salario|gehalt|ral|sal)?(?:min|from|minimum|low|lower|rangestart|floor|von|desde|od)(?:salary|compensation|pay|wage|value|amount|imum|bound)?$"
)
HIGH = re.compile(
    r"(?:salary|compensation|pay|wage|salario|gehalt|ral|sal)?(?:max|to|maximum|high|upper|rangeend|ceiling|bis|hasta|do)(?:salary|compensation|pay|wage|value|amount|imum|bound)?$"
)
OFFERED = re.compile(r"salar|compens|pay|wage|gehalt|salaire|remun|sueldo|stipend|wynagr")
Pair = tuple[str, str, Any, int]


def read_job(node: dict[str, Any], around: list[dict[str, Any]], source: str, confidence: float) -> Draft:
    """`around` are the objects that hold this one: the company often stands there."""
    pairs = list(_pairs(node))
    description, hidden = _description(pairs)
    locations = _locations(node, pairs)
    remote = _remote(pairs, locations)
    if remote and not locations:
        locations = ["Remote"]
    return Draft(
        source,
        confidence,
        title=_title(pairs),
        company=_company(pairs) or next((name for each in around if (name := _company(list(_pairs(each, 1))))), ""),
        locations=locations,
        remote=remote,
        description=description,
        employment_type=_first(pairs, "employment", read_employment) or _plain_employment(pairs),
        date_posted=_first(pairs, "posted", read_date),
        valid_through=_first(pairs, "until", read_date),
        salary=_salary(pairs),
        hidden=hidden,
        url=_first(pairs, "url", lambda value: value if isinstance(value, str) and value.startswith("http") else ""),
    )


def unwrapped(value: Any) -> Any:
    """The text in {"rendered": "…"} or {"en": "…", "de": "…"}; any other value as it is."""
    if not isinstance(value, dict) or not 0 < len(value) <= 6:
        return value
    for key in ("rendered", "html", "markdown", "plain"):
        if isinstance(value.get(key), str):
            return value[key]
    if all(isinstance(each, str) and LOCALE.match(str(key)) for key, each in value.items()):
        return next((value[key] for key in value if str(key).lower().startswith("en")), next(iter(value.values())))
    return value


def _pairs(node: dict[str, Any], deepest: int = DEEPEST) -> Iterator[Pair]:
    """(role, key, value, depth) of the object and the objects inside it, outer ones first; lists of objects stay whole."""
    level = [(node, 0)]
    count = 0
    while level:
        each, depth = level.pop(0)
        for key, wrapped in each.items():
            value = unwrapped(wrapped)
            count += 1
            if count > MOST_VALUES:
                return
            plain = letters(str(key))
            role = ROLES.get(plain, "")
            yield role, str(key), value, depth
            if (
                isinstance(value, dict)
                and depth + 1 < deepest
                and plain not in OTHERS
                and role not in {"company", "location", "salary"}
            ):
                level.append((value, depth + 1))


def _first(pairs: list[Pair], role: str, read: Any) -> Any:
    for _, _, value, _ in sorted((pair for pair in pairs if pair[0] == role), key=lambda pair: pair[3]):
        if found := read(value):
            return found
    return ""


def _plain_employment(pairs: list[Pair]) -> str:
    """A value that says nothing but full or part time, whatever its key."""
    return next(
        (read_employment(value) for _, _, value, _ in pairs if isinstance(value, str) and FULL_OR_PART.match(value)), ""
    )


def _title(pairs: list[Pair]) -> str:
    for wanted in ("title", "name"):
        for role, key, value, depth in pairs:
            if role == wanted and isinstance(value, str) and depth <= (2 if wanted == "title" else 0):
                if key in {"text", "header", "label", "name"} and any(
                    pair[1] == "title" and isinstance(pair[2], str) and pair[3] == 0 for pair in pairs
                ):
                    continue
                title = squash(unescape(re.sub(r"<[^>]+>", " ", value)))
                if 2 < len(title) < LONGEST_TITLE:
                    return title
    return ""


def _company(pairs: list[Pair]) -> str:
    for role, _, given, _ in pairs:
        if role != "company":
            continue
        value = given
        if isinstance(value, dict):
            value = next(
                (
                    value[name]
                    for name in (
                        "name",
                        "displayName",
                        "title",
                        "label",
                        "companyName",
                        "legalName",
                        "text",
                        "description",
                    )
                    if isinstance(value.get(name), str)
                ),
                "",
            )
        if (
            isinstance(value, str)
            and 1 < len(value.strip()) < 100
            and not value.startswith("http")
            and not value.isdecimal()
        ):
            name = squash(unescape(value))
            if name and not re.fullmatch(r"[\d\-a-f]{8,}|\d+", name):
                return name
    return ""


def _locations(node: dict[str, Any], pairs: list[Pair]) -> list[str]:
    own = {key: value for key, value in node.items() if isinstance(value, str) and letters(key) in PARTS}
    if len(own) > 1 or any(letters(key) in LOCALITY for key in own):
        inline = read_places(own)
        if inline:
            return inline
    best: list[str] = []
    for role, _, value, _ in pairs:
        if (
            role == "location"
            and (places := read_places(value))
            and len(max(places, key=len)) > len(max(best, key=len, default=""))
        ):
            if best and not any(letters(best[0]) in letters(place) for place in places):
                continue
            best = places
    return best


def _remote(pairs: list[Pair], locations: list[str]) -> bool | None:
    denied = False
    for role, key, value, _ in pairs:
        if isinstance(value, str) and (role == "remote" or letters(key) == "workplace"):
            if (told := read_remote(value)) is not None:
                return told
        elif role == "remote" and isinstance(value, bool):
            if value:
                return "hybrid" not in key.lower()
            denied = denied or "hybrid" not in key.lower()
    told = read_remote(*locations)
    return False if told is None and denied else told


def _salary(pairs: list[Pair]) -> Salary | None:
    for role, _, value, _ in pairs:
        if role == "salary" and (found := read_salary(value, _beside(pairs, "currency"), _beside(pairs, "period"))):
            return found
    low = high = None
    for _, name, value, _ in pairs:
        key = letters(name)
        if not OFFERED.search(key) or isinstance(value, bool) or not isinstance(value, int | float | str):
            continue
        number = read_salary(value) if not isinstance(value, str) or re.search(r"\d", value) else None
        amount = (number or {}).get("min") or (number or {}).get("max")
        if amount is None and isinstance(value, str) and re.fullmatch(r"\d+(?:\.\d+)?", value.strip()):
            amount = float(value)
        if LOW.search(key):
            low = low or amount
        elif HIGH.search(key):
            high = high or amount
    return make_salary(low, high, _beside(pairs, "currency"), _beside(pairs, "period"))


def _beside(pairs: list[Pair], what: str) -> str:
    for _, name, value, _ in pairs:
        key = letters(name)
        if what == "currency" and "currency" in key and (code := read_currency(value)):
            return code
        if (
            what == "period"
            and OFFERED.search(key)
            and re.search(r"period|unit|type|interval|frequency|per$|timeframe", key)
            and (unit := read_unit(value))
        ):
            return unit
    return ""


def _description(pairs: list[Pair]) -> tuple[str, list[str]]:
    text = written = ""
    hidden: list[str] = []
    for wanted in ("description", "body"):
        longest = max(
            (pair for pair in pairs if pair[0] == wanted), key=lambda pair: len(_markup(pair[2])), default=None
        )
        if longest is not None and len(_markup(longest[2])) > 80:
            text, hidden = fragment_text(_markup(longest[2]))
            written = letters(text)
            break
    for role, key, value, _ in pairs:
        if not (
            role == "section"
            or (role in {"description", "body"} and not isinstance(value, dict))
            or (not role and _is_markup(key, value))
        ):
            continue
        section, unseen = fragment_text(_markup(value))
        plain = letters(section)
        if (
            len(plain) < 15
            or plain[:150] in written
            or (role == "body" and letters(key) in {"summary", "text"} and len(plain) < 200)
        ):
            continue
        hidden += unseen
        text = f"{text}\n\n{_heading(key) if role in {'section', ''} else ''}\n{section}".strip()
        written += plain
    return text, hidden


def _is_markup(key: str, value: Any) -> bool:
    """A text in HTML under a key we do not know is most likely one more part of the posting."""
    return (
        isinstance(value, str)
        and len(value) > 60
        and bool(re.search(r"<(?:li|p|ul|br)\b", value))
        and not re.search(r"legal|privacy|cookie|consent|disclaimer|footer|template|seo|meta", key, re.IGNORECASE)
    )


def _heading(key: str) -> str:
    words = [
        word
        for word in STEMS.split(key)
        if word.lower() not in {"str", "html", "text", "external", "job", "description", "plain"}
    ]
    return " ".join(words).capitalize()


def _markup(value: Any) -> str:
    """The text of a string, a list of strings or objects, or an object with headings and texts."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        parts = [_markup(each) for each in value[:60]]
        if all(isinstance(each, str) and "<" not in each for each in value):
            return "\n".join(f"• {part}" for part in parts if part)
        return "\n".join(filter(None, parts))
    if isinstance(value, dict):
        named = [
            value[key]
            for key in (
                "title",
                "heading",
                "name",
                "header",
                "text",
                "html",
                "content",
                "body",
                "value",
                "description",
                "items",
                "sections",
                "list",
                "children",
            )
            if key in value
        ]
        if named:
            head = (
                named[0]
                if isinstance(named[0], str) and len(named) > 1 and len(named[0]) < 120 and "<" not in named[0]
                else ""
            )
            rest = "\n".join(filter(None, (_markup(each) for each in (named[1:] if head else named))))
            return f"<h3>{head}</h3>\n{rest}" if head and rest else rest
        return "\n".join(
            filter(
                None,
                (
                    _markup(each)
                    for each in value.values()
                    if isinstance(each, dict | list) or (isinstance(each, str) and len(each) > 60)
                ),
            )
        )
    return ""
