"""A posting from plain text: pasted by a person, or a page served as text."""

import re
from collections.abc import Sequence

from scraper.document import BULLET, Document, Line
from scraper.extract.labelled import label_of, labelled_title
from scraper.extract.labels import read_labels
from scraper.extract.place_lines import read_place_lines
from scraper.fields.pay_text import salary_in
from scraper.merge import merge
from scraper.posting import Posting
from scraper.text import sanitise, squash, tidy
from scraper.words.boilerplate import SECTION
from scraper.words.jobs import JOB_WORD

LONGEST_TITLE = 120
MARKDOWN = re.compile(r"^[#>*_\s]+|[*_]+$")


def read_plain(text: str, url: str = "", hidden: Sequence[str] = ()) -> Posting:
    """The whole text is the description; the title is labelled, or the first line that can be one."""
    told, spelled = sanitise(text.replace("\t", " "))
    clean = tidy(
        "\n".join(
            "- " + BULLET.sub("", line.strip()) if BULLET.match(line.strip()) else line for line in told.split("\n")
        )
    )
    lines = [
        Line(each, "li" if BULLET.match(each) else "p", -1, [each])
        for each in (squash(line) for line in clean.split("\n"))
        if each
    ]
    document = Document(None, lines)
    labelled = read_labels(document)
    title = labelled_title(document) or _first_title(lines)
    near = read_place_lines(document, title)
    labelled.title = title
    labelled.description, labelled.source, labelled.confidence = clean, "text", 0.6
    posting = merge([labelled, near], url)
    posting.hidden = [*hidden, *spelled]
    if posting.salary is None:
        posting.salary = next((found for line in lines if (found := salary_in(line.text))), None)
    if not clean:
        posting.kind = "not_posting"
    return posting


def _first_title(lines: list[Line]) -> str:
    """The first line that names a job, else the first short one; of a first line that runs on, its first sentence."""
    heads = [MARKDOWN.sub("", line.text) for line in lines[:12]]
    short = [
        text
        for text in heads
        if 2 < len(text) <= LONGEST_TITLE and not text.endswith((".", "!", "?")) and ":" not in text
    ]
    opening = re.split(r"[.!?]\s", heads[0])[0] if heads else ""
    if opening not in short and len(opening) <= LONGEST_TITLE and JOB_WORD.search(opening):
        return opening
    named = next(
        (text for text in short if JOB_WORD.search(text) and not SECTION.match(text) and not label_of(text)), ""
    )
    return named or next(iter(short), opening[:LONGEST_TITLE])
