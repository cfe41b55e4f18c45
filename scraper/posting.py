"""A posting as it was found: its fields, where each was found and how sure that is.

Why a plain dataclass: this package stands alone, and what it hands over must survive JSON, a child process and a
database column unchanged.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, Self, TypedDict, get_args

Kind = Literal["posting", "listing", "apply_page", "login", "expired", "captcha", "consent", "not_posting"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Salary(TypedDict, total=False):
    """`currency` is an ISO 4217 code, `unit` one of HOUR, DAY, WEEK, MONTH, YEAR; a missing end is None."""

    min: float | None
    max: float | None
    currency: str | None
    unit: str | None


class Found(TypedDict):
    """`source` names the part of the page ("json_ld", "board:lever", "label"…); `confidence` is 0 to 1."""

    source: str
    confidence: float


@dataclass(slots=True)
class Posting:
    """What a page says about one job, or, when `kind` is not "posting", what the page is instead.

    * `employment_type`: FULL_TIME, PART_TIME, CONTRACTOR, TEMPORARY, INTERN, VOLUNTEER, PER_DIEM or OTHER, several
      joined by ", "; "" where the page does not say.
    * `date_posted`, `valid_through`: ISO dates (YYYY-MM-DD) or "".
    * `remote`: True, False or None where the page does not say.
    * `description`: plain text; headings on their own line, list items start with "- ".
    * `hidden`: text of the page that a person does not see; kept out of `description`.
    * `hint`: a remark to the person in plain words, or "".
    """

    kind: Kind = "posting"
    url: str = ""
    title: str = ""
    company: str = ""
    location: str = ""
    locations: list[str] = field(default_factory=list)
    remote: bool | None = None
    description: str = ""
    employment_type: str = ""
    date_posted: str = ""
    valid_through: str = ""
    salary: Salary | None = None
    language: str = ""
    found: dict[str, Found] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    hint: str = ""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Rebuilds what `to_dict` gave; unknown keys are left out, so that an older reader survives a newer writer."""
        known = {each.name for each in fields(cls)}
        posting = cls(**{key: value for key, value in data.items() if key in known})
        if posting.kind not in KINDS:
            raise ValueError(f"unknown kind of page: {posting.kind!r}")
        return posting

    @classmethod
    def from_text(cls, text: str, url: str = "") -> Self:
        """Reads text that a person pasted; its first line is taken as the title unless a label names one."""
        from scraper.pasted import read_pasted

        return cls.from_dict(read_pasted(text, url).to_dict())
