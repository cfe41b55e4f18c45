"""No text of any resume is lost in any format: the gate reads every file back, and the gate itself leaves nothing out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from agent.resume.model import Resume
from agent.resume.write.characters import clean, squeeze
from agent.resume.write.export import write
from agent.resume.write.fields import field_groups
from agent.resume.write.gate import verify_groups
from agent.resume.write.json_resume import to_json_resume
from agent.resume.write.pdf import TEMPLATES, fonts
from agent.resume.write.readers import Format
from tests.agent.resume.write.strategies import WESTERN, WIDER, resumes

SCHEMA = json.loads(Path(__file__).with_name("json_resume_schema.json").read_text("utf-8"))
QUICK = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
NO_TEXT = {
    "id",
    "place",
    "start",
    "end",
    "hidden",
    "order",
    "titles",
    "language",
    "confidence",
    "format",
    "address",
    "city",
} | {
    "region",
    "country_code",
    "postal_code",
}


def every_text(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from every_text(each)
        case dict():
            for key, each in value.items():
                if key not in NO_TEXT or (key == "language" and "fluency" in value):
                    yield from every_text(each)


@given(resumes(WESTERN + WIDER))
@settings(QUICK, max_examples=60)
def test_the_gate_asks_for_every_text(resume: Resume):
    wanted = [squeeze(clean(field.text)) for group in field_groups(resume) for field in group]
    for text in every_text(resume.model_dump()):
        shown = squeeze(clean(text)).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
        assert not shown or any(shown.casefold() in each.casefold() for each in wanted), text


@given(resumes(WESTERN + WIDER))
@settings(QUICK, max_examples=200)
def test_text_markdown_and_json(resume: Resume):
    export(resume, "txt")
    export(resume, "json")
    jsonschema.validate(to_json_resume(resume), SCHEMA, format_checker=jsonschema.FormatChecker(formats=["email"]))
    stays_text(export(resume, "md").decode())


def stays_text(markdown: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert kinds <= {"heading", "inline", "paragraph", "bullet_list", "list_item"}
    inner = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inner} <= {
        "text",
        "link_open",
        "link_close",
        "strong_open",
        "strong_close",
        "em_open",
        "em_close",
    }
    links = [child.attrs["href"] for child in inner if child.type == "link_open"]
    assert all(str(link).startswith(("http://", "https://", "mailto:", "tel:")) for link in links)


def export(resume: Resume, format: Format, template: str = "classic") -> bytes:
    """Written and read back by the other readers; what our own makes of such nonsense is not judged here."""
    data = write(resume, format, template)
    verify_groups(data, format, list(field_groups(resume)))
    return data


@given(resumes(WESTERN + WIDER))
@settings(QUICK, max_examples=30)
def test_docx(resume: Resume):
    export(resume, "docx", TEMPLATES[len(resume.work)])


@given(resumes(WESTERN))
@settings(QUICK, max_examples=30)
def test_pdf(resume: Resume):
    export(resume, "pdf", TEMPLATES[len(resume.work)])


def printable() -> list[str]:
    """The alphabets this machine has fonts for."""
    families = " ".join(fonts().families())
    return [*WESTERN, *(WIDER if "Noto Sans CJK" in families and "Noto Sans Devanagari" in families else [])]


@pytest.mark.nightly
@pytest.mark.timeout(600)
@given(resumes(printable()))
@settings(QUICK, max_examples=200)
def test_two_hundred_on_paper(resume: Resume):
    for template in TEMPLATES:
        export(resume, "pdf", template)
        export(resume, "docx", template)
