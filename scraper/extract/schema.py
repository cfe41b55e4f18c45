"""A schema.org JobPosting, whatever notation it came in, as a draft."""

from typing import Any

from scraper.draft import Draft
from scraper.fields.dates import read_date
from scraper.fields.employment import read_employment
from scraper.fields.pay import read_currency
from scraper.fields.place import read_places, read_remote
from scraper.fields.salary import read_salary
from scraper.render import fragment_text
from scraper.text import letters, squash, unescape

SECTIONS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("experienceRequirements", "Experience"),
    ("educationRequirements", "Education"),
    ("skills", "Skills"),
    ("jobBenefits", "Benefits"),
    ("benefits", "Benefits"),
    ("incentiveCompensation", "Incentives"),
    ("workHours", "Working hours"),
)


def read_schema(node: dict[str, Any], source: str, confidence: float) -> Draft:
    """`node` holds schema.org keys without their namespace; values may be single, lists or nested nodes."""
    description, hidden = _description(node)
    locations = read_places(node.get("jobLocation"))
    applicants = read_places(node.get("applicantLocationRequirements"))
    remote = True if "TELECOMMUTE" in str(node.get("jobLocationType", "")).upper() else None
    if remote and not locations:
        locations = [f"Remote, {place}" for place in applicants] or ["Remote"]
    title = _text(node.get("title")) or _text(node.get("name"))
    return Draft(
        source,
        confidence,
        title=title,
        company=_organisation(node.get("hiringOrganization")),
        locations=locations,
        remote=remote if remote is not None else read_remote(*locations),
        description=description,
        employment_type=read_employment(node.get("employmentType")),
        date_posted=read_date(node.get("datePosted")),
        valid_through=read_date(node.get("validThrough")),
        salary=read_salary(
            node.get("baseSalary") or node.get("estimatedSalary"), read_currency(node.get("salaryCurrency"))
        ),
        hidden=hidden,
        url=_text(node.get("url")),
    )


def _description(node: dict[str, Any]) -> tuple[str, list[str]]:
    text, hidden = fragment_text(_markup(node.get("description")))
    written = letters(text)
    for key, heading in SECTIONS:
        section, unseen = fragment_text(_markup(node.get(key)))
        hidden += unseen
        plain = letters(section)
        if len(plain) > 20 and plain[:200] not in written:
            text = f"{text}\n\n{heading}\n{section}".strip()
            written += plain
    return text, hidden


def _markup(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n".join(filter(None, (_markup(each) for each in value)))
    if isinstance(value, dict):
        return _markup(
            value.get("description")
            or value.get("credentialCategory")
            or value.get("name")
            or value.get("@value")
            or ""
        )
    return ""


def _organisation(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("legalName") or value.get("alternateName") or value.get("@value")
    text = _text(value)
    return "" if text.startswith(("http://", "https://", "_:")) else text


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    if not isinstance(value, str | int | float):
        return ""
    text = unescape(str(value))
    return squash(fragment_text(text)[0]) if "<" in text else squash(text)
