"""The head of a resume: name, headline, contacts, links, place; what is none of these are details or the summary."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.resume.model import Basics, Line
from agent.resume.read.characters import PICTURE
from agent.resume.read.contacts import (
    EMAIL,
    find_email,
    find_phone,
    find_urls,
    network_named,
)
from agent.resume.read.facts import (
    CONTACT_LABEL,
    LIVES,
    NAME_LABEL,
    PERSONAL,
    PIECES,
    closed,
    mended,
    parted,
    personal_fact,
    pieces,
    place_like,
    wide,
)
from agent.resume.read.head_links import Addresses
from agent.resume.read.headings import is_title_of_document, section_of
from agent.resume.read.item import Item
from agent.resume.read.items import make_items
from agent.resume.read.names import capitalise, is_label, labelled_name, name_of, same_name, whole_name
from agent.resume.read.places import STREET, is_address, place_score
from agent.resume.read.rows import Document, Row, Segment
from agent.resume.read.tongues import is_tongue
from agent.resume.read.words import company_score, title_score

SUMMARY_LENGTH = 90
NUMBER = re.compile(r"\d{5}|\d[\d .-]{6}\d")
"""What a headline does not hold: the number of a person or a thing."""


class HeadReader(Addresses):
    """Reads rows that are no section's into `basics`."""

    def __init__(self, document: Document) -> None:
        super().__init__(Basics())
        self.document = document
        self.urls: list[str] = []
        self.taken: list[str] = []
        self.summary: list[Line] = []
        self.name_row: Row | None = None
        self.network = ""
        self.tongues: list[str] = []

    def find_name(self, rows: list[Row]) -> None:
        """The largest line that reads like a name; a heading of the first level in formats without sizes."""
        candidates = [row for row in rows if row.page <= 1 and row.segments and not is_title_of_document(row.text)]
        if labelled := labelled_name(candidates):
            self.name_row, self.basics.name = labelled
            return
        best: tuple[float, Row, str, str] | None = None
        for place, row in enumerate(candidates[:40]):
            if is_label(row.text) and not row.level:
                continue
            for text, rest in name_of(row):
                if is_label(text) or STREET.search(f"{text}, {rest}"):
                    continue
                size = max((part.size for part in row.segments if text in part.text), default=row.size)
                score = size + (6 if row.level == 1 else 0) + (3 if row.bold else 0) - place * 0.35
                if section_of(text) or title_score(text) >= 1 or place_score(text) >= 1 or company_score(text) >= 1:
                    score -= 12
                if best is None or score > best[0]:
                    best = (score, row, text, rest)
        if best is None:
            return
        _, self.name_row, name, rest = best
        self.basics.name = capitalise(name if rest else whole_name(name, self.name_row, rows))
        if find_email(rest) or find_phone(rest):  # `Ada Love, 07700 900123, ada@example.org, Leeds`
            for part in PIECES.split(rest):
                for piece in part.split(", ") if find_email(part) or find_phone(part) else [part]:
                    self.take(piece, self.name_row.segments[0], contact=True)
        elif rest:
            if title_score(rest) or len(rest.split()) > 1:
                self.basics.label = rest
            else:
                self.basics.details.append(Line(text=rest))

    def read(self, rows: list[Row], *, contact: bool = False) -> None:
        """Take the pieces of head rows one by one."""
        for item in make_items(rows):
            if item.first is self.name_row:
                self.after_name(item)
                continue
            if same_name(item.text, self.basics.name) or is_title_of_document(item.text):
                for part in item.segments:
                    if part.link:
                        self.link(part.link)
                continue
            self.item(item, contact=contact)

    def after_name(self, item: Item) -> None:
        """What stands in the row of the name beside it."""
        for part in item.segments:
            if self.basics.name.lower() in " ".join(part.text.lower().split()):
                if part.link:
                    self.link(part.link)
            elif self.is_part_of_name(part.text):
                continue
            elif part.text.strip(" ,|-–()").lower() not in self.basics.label.lower():
                self.piece(part, contact=True)

    def is_part_of_name(self, text: str) -> bool:
        """Whether a stretch is but the first or last name in a look of its own."""
        words = re.findall(r"\w+", text.lower())
        whole = re.findall(r"\w+", self.basics.name.lower())
        return (bool(words) and all(word in whole for word in words)) or bool(NAME_LABEL.fullmatch(text.strip(" :")))

    def item(self, item: Item, *, contact: bool) -> None:
        text = " ".join(item.text.split())
        if (
            (item.kind == "text" or len(text) > SUMMARY_LENGTH)
            and not find_email(text)
            and len(text.split()) > 8
            and not list(find_urls(text))
            and not re.match(r"[^:]{2,24}:\s", text)
        ):
            self.summary.append(item.line())
            return
        if (
            self.basics.label
            and not find_email(text)
            and len(text.split()) >= 6
            and text.endswith((".", "!"))
            and not contact
        ):
            self.summary.append(item.line())
            return
        segments = item.segments
        if len(item.rows) > 1 and EMAIL.fullmatch(text):  # an address cut at the end of a narrow column
            segments = [replace(segments[0], text=text)]
        elif len(item.rows) > 1:
            segments = mended(segments)
        if PERSONAL.match(text) and PIECES.search(text):  # several facts in a line
            for segment in pieces(segments):
                self.piece(segment, contact=contact)
            return
        parts = parted(segments)
        fact = personal_fact(parts)
        if fact:
            self.basics.details.append(Line(text=fact, place=item.line().place))
        rest = parts[1 if wide(parts[0]).partition(":")[2].strip() else 2 :] if fact else parts
        for segment in [part for group in rest for part in group]:
            self.piece(segment, contact=contact)

    def piece(self, segment: Segment, *, contact: bool) -> None:
        if segment.link:
            self.link(segment.link)
        for text in PIECES.split(PICTURE.sub("  ", segment.text)):
            self.take(text.strip(" ,;"), segment, contact=contact)

    def take(self, text: str, segment: Segment, *, contact: bool) -> None:
        basics = self.basics
        email = find_email(text)
        if email:
            if not basics.email:
                basics.email = email
            elif email != basics.email:
                basics.details.append(Line(text=email))
            text = EMAIL.sub(" ", text)
        for found in list(find_urls(text)):
            self.link(found[0])
            text = text.replace(found[0], " ")
        phone = find_phone(text)
        if phone:
            if not basics.phone:
                basics.phone = phone
            elif re.sub(r"\D", "", phone) != re.sub(r"\D", "", basics.phone):
                basics.details.append(Line(text=phone))
            text = text.replace(phone, " ")
        parts = [part for part in re.split(r"\s{2,}", text.strip()) if part]
        if (email or phone) and len(parts) > 1:
            for part in parts:
                self.take(part, segment, contact=contact)
            return
        labelled = CONTACT_LABEL.match(text)
        text = closed(CONTACT_LABEL.sub("", text).strip(" ,;:|•·()<>-–/[]"))
        if not text or not any(sign.isalnum() for sign in text) or same_name(text, basics.name):
            return
        network = network_named(text)
        if network:
            self.network = network
            return
        if self.network and not segment.link and re.fullmatch(r"[@\w.-]{3,40}", text):
            self.profile(self.network, text)
            return
        self.network = ""
        if all(is_tongue(part) for part in text.split(",")):
            self.tongues += [part.strip() for part in text.split(",")]
            return
        if PERSONAL.match(text) and not segment.link:
            basics.details.append(Line(text=text))
            return
        if segment.link and self.is_user_name(text, segment.link):
            return
        if (lives := LIVES.match(text)) and place_like(text[lives.end() :]):
            self.locate(text[lives.end() :])
            return
        if (
            STREET.search(text)
            or place_score(text) >= 0.6
            or is_address(text)
            or (
                labelled
                and re.match(
                    r"(?i)\W*(?:loc|add|adr|dir|dom|wohn|ansch|based|lives|city|resid|ubic|ciud|ort|woon|plaats|bostad|bop|miejsc|comune|region|country|indir|ender|地址|所在地)",
                    labelled[0],
                )
            )
        ):
            self.settle(text)
            return
        if contact and not basics.location and place_like(text) and not segment.link:
            self.locate(text)
            self.sure["basics.location"] = 0.5
            return
        if not basics.label and self.just_named(segment) and len(text.split()) > 8:
            self.summary.append(Line(text=text))
        elif not basics.label and self.heads_line(text, segment, contact=contact):
            basics.label = text
        elif re.sub(r"\W", "", text.lower()) not in re.sub(
            r"\W", "", " ".join([basics.label, *(line.text for line in basics.details)]).lower()
        ):
            basics.details.append(Line(text=text))

    def heads_line(self, text: str, segment: Segment, *, contact: bool) -> bool:
        """Whether a text is the headline: a job title, or what follows the name."""
        if not title_score(text) and (NUMBER.search(text) or 2 * sum(map(str.isalpha, text)) < len(text)):
            return False
        if title_score(text) and len(text) < 80 and not segment.link:
            return True
        return not contact and len(text) < 110 and (bool(title_score(text)) or self.just_named(segment))

    def just_named(self, segment: Segment) -> bool:
        """Whether nothing but the name was read so far: what follows it is the headline."""
        basics = self.basics
        return (
            not basics.label
            and not basics.email
            and not basics.phone
            and not basics.location
            and not basics.details
            and bool(basics.name)
            and segment.size > 0
        )
