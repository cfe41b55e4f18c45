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
    network_of,
    profile_of,
    site_key,
)
from agent.resume.read.facts import CONTACT_LABEL, NAME_LABEL, PERSONAL, parted, personal_fact, place_like, wide
from agent.resume.read.headings import is_title_of_document, section_of
from agent.resume.read.item import Item
from agent.resume.read.items import make_items
from agent.resume.read.names import capitalise, is_label, labelled_name, name_of, same_name, whole_name
from agent.resume.read.places import STREET, is_address, parse_place, place_score
from agent.resume.read.rows import Document, Row, Segment
from agent.resume.read.tongues import is_tongue
from agent.resume.read.words import company_score, title_score

PIECES = re.compile(r"\s*[|•·●◦▪⋄∙‧│¦◆⬥]\s*|\s{2,}|\s+[–—]\s+|\s;\s")
SUMMARY_LENGTH = 90
NUMBER = re.compile(r"\d{5}|\d[\d .-]{6}\d")
"""What a headline does not hold: the number of a person or a thing."""


class HeadReader:
    """Reads rows that are no section's into `basics`."""

    def __init__(self, document: Document) -> None:
        self.basics = Basics()
        self.document = document
        self.urls: list[str] = []
        self.taken: list[str] = []
        self.summary: list[Line] = []
        self.name_row: Row | None = None
        self.network = ""
        self.sure: dict[str, float] = {}
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
        if rest:
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
        labelled = CONTACT_LABEL.match(text)
        text = CONTACT_LABEL.sub("", text).strip(" ,;:|•·()<>-–/[]")
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
        if (
            STREET.search(text)
            or place_score(text) >= 0.6
            or is_address(text)
            or (
                labelled
                and re.match(
                    r"(?i)\W*(?:loc|add|adr|dir|dom|wohn|ansch|based|lives|city|resid|ubic|ciud|region|country|indir|ender|地址|所在地)",
                    labelled[0],
                )
            )
        ):
            self.locate(text)
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

    def is_user_name(self, text: str, link: str) -> bool:
        """Whether the text of a link only names the account or site that its address leads to."""
        network, user = network_of(link)
        bare = re.sub(r"[\W_]+", "", text.lower())
        return (
            link.startswith("mailto:")
            or bool(network)
            or bare in re.sub(r"[\W_]+", "", link.lower())
            or (bool(user) and bare == re.sub(r"[\W_]+", "", user.lower()))
        )

    def profile(self, network: str, user: str) -> None:
        from agent.resume.model import Profile

        if not any(profile.network == network for profile in self.basics.profiles):
            self.basics.profiles.append(Profile(network=network, username=user.lstrip("@")))
        self.network = ""

    def link(self, address: str) -> None:
        """A web address of the head: a profile, or the person's site."""
        basics = self.basics
        if address.startswith("mailto:") or ("@" in address and "/" not in address and "://" not in address):
            basics.email = basics.email or address.removeprefix("mailto:").split("?")[0]
            return
        if address.startswith("tel:"):
            basics.phone = basics.phone or address.removeprefix("tel:")
            return
        address = address.rstrip(".,;")
        known = [basics.url, *(profile.url for profile in basics.profiles)]
        for place, other in enumerate(known):
            if other and (
                site_key(other) == site_key(address) or (site_key(address).startswith(site_key(other)) and "…" in other)
            ):
                if address.startswith("http") and not other.startswith("http") and place == 0:
                    basics.url = address
                return
        profile = profile_of(address)
        if profile:
            same = next(
                (
                    item
                    for item in basics.profiles
                    if item.network == profile.network and (not item.url or item.username == profile.username)
                ),
                None,
            )
            if same is not None:
                same.url, same.username = same.url or profile.url, same.username or profile.username
            else:
                basics.profiles.append(profile)
        elif not basics.url:
            basics.url = address
        elif not any(line.text == address for line in basics.details):
            basics.details.append(Line(text=address))

    def locate(self, text: str) -> None:
        basics = self.basics
        if basics.location is None:
            basics.location = parse_place(text)
        elif text.lower() not in basics.location.text.lower():
            basics.location = parse_place(f"{basics.location.text}, {text}")
