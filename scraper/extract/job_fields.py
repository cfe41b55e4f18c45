"""The fields of one job object, whatever its keys are called."""

import re
from typing import Any

from scraper.draft import Draft
from scraper.extract.job_text import read_description
from scraper.extract.pairs import Pair, pairs_of
from scraper.fields.dates import read_date
from scraper.fields.employment import read_employment
from scraper.fields.pay import make_salary, read_currency, read_unit
from scraper.fields.place import COUNTRY, LOCALITY, REGION, read_places, read_remote
from scraper.fields.salary import read_salary
from scraper.posting import Salary
from scraper.text import letters, squash, unescape

PARTS = frozenset(LOCALITY + REGION + COUNTRY)
LONGEST_TITLE = 180
FULL_OR_PART = re.compile(r"^(?:full|part)[\s_-]?time$|^(?:voll|teil)zeit$", re.IGNORECASE)
LOW = re.compile(
    r"(?:salary|compensation|pay|wage|salario|gehalt|ral|sal)?(?:min|from|minimum|low|lower|rangestart|floor|von|desde|od)(?:salary|compensation|pay|wage|value|amount|imum|bound)?$"
)
HIGH = re.compile(
    r"(?:salary|compensation|pay|wage|salario|gehalt|ral|sal)?(?:max|to|maximum|high|upper|rangeend|ceiling|bis|hasta|do)(?:salary|compensation|pay|wage|value|amount|imum|bound)?$"
)
OFFERED = re.compile(r"salar|compens|pay|wage|gehalt|salaire|remun|sueldo|stipend|wynagr")


def read_job(node: dict[str, Any], around: list[dict[str, Any]], source: str, confidence: float) -> Draft:
    """`around` are the objects that hold this one: the company often stands there."""
    pairs = list(pairs_of(node))
    description, hidden = read_description(pairs)
    locations = _locations(node, pairs)
    remote = _remote(pairs, locations)
    if remote and not locations:
        locations = ["Remote"]
    return Draft(
        source,
        confidence,
        title=_title(pairs),
        company=_company(pairs) or next((name for each in around if (name := _company(list(pairs_of(each, 1))))), ""),
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
