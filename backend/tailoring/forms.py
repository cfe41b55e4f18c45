"""The form of a new session, made sense of."""

from __future__ import annotations

import re
from typing import Literal, get_args
from urllib.parse import urlsplit

from agent.engine.port import Intensity
from agent.resume.write.pdf import TEMPLATES
from backend.errors import Invalid
from backend.tailoring.service import Order

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?")
Review = Literal["each", "auto"]


def read_order(
    filename: str, job_url: str, job_text: str, review: str, intensity: str, language: str, template: str
) -> Order:
    """Raises Invalid, naming the field that is wrong."""
    job_url, job_text = job_url.strip(), job_text.replace("\x00", "").strip()
    if not job_url and not job_text:
        raise field("job_url", "Give the job posting's link as job_url or its text as job_text.", "JOB_MISSING")
    if job_url:
        check_url(job_url)
    if review not in get_args(Review):
        raise field("review", "review is `each` or `auto`.", "INVALID_REVIEW")
    if intensity not in get_args(Intensity):
        raise field("intensity", "intensity is `light`, `standard` or `thorough`.", "INVALID_INTENSITY")
    if template not in TEMPLATES:
        raise field("template", f"template is one of {', '.join(TEMPLATES)}.", "INVALID_TEMPLATE")
    if language and not LANGUAGE.fullmatch(language):
        raise field("language", "language is a code such as `en` or `de`.", "INVALID_LANGUAGE")
    return Order(
        filename=filename.replace("\x00", ""),
        job_url=job_url,
        job_text=job_text,
        review="auto" if review == "auto" else "each",
        intensity="light" if intensity == "light" else "thorough" if intensity == "thorough" else "standard",
        language=language,
        template=template,
    )


def check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and "\x00" not in url
    except ValueError:
        good = False
    if not good:
        raise field("job_url", "job_url must be a link that starts with http:// or https://.", "INVALID_JOB_URL")


def field(name: str, message: str, code: str) -> Invalid:
    return Invalid(message, code, fields=[{"field": name, "message": message}])
