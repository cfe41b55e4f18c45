"""A posting from plain text: pasted by a person, or a page served as text."""

from scraper.document import BULLET, Document, Line
from scraper.extract.labelled import label_of, labelled_title
from scraper.extract.labels import read_labels
from scraper.extract.place_lines import read_place_lines
from scraper.fields.pay_text import salary_in
from scraper.merge import merge
from scraper.posting import Posting
from scraper.render import fragment_text
from scraper.text import squash
from scraper.words.boilerplate import SECTION
from scraper.words.jobs import JOB_WORD

LONGEST_TITLE = 120


def read_plain(text: str, url: str = "") -> Posting:
    """The whole text is the description; the title is labelled, or the first line that can be one."""
    clean, spelled = fragment_text(text.replace("\t", " "))
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
    posting.hidden = spelled
    if posting.salary is None:
        posting.salary = next((found for line in lines if (found := salary_in(line.text))), None)
    if not clean:
        posting.kind = "not_posting"
    return posting


def _first_title(lines: list[Line]) -> str:
    short = [
        line.text
        for line in lines[:12]
        if 2 < len(line.text) <= LONGEST_TITLE and not line.text.endswith((".", "!", "?")) and ":" not in line.text
    ]
    named = next(
        (text for text in short if JOB_WORD.search(text) and not SECTION.match(text) and not label_of(text)), ""
    )
    return named or next(iter(short), lines[0].text[:LONGEST_TITLE] if lines else "")
