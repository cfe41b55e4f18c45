"""What an answer to a question about the reading means: yes, the right value, no, or skip, in a person's own words."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from agent.errors import InvalidAnswer
from agent.resume.correct import Correction, folded, partner_of, same
from agent.resume.read.contacts import find_email
from agent.resume.read.dates import find_dates
from agent.tailor.clarify import Reading
from agent.tailor.lexicon import table

LONGEST_VALUE = 200
MOST_NAME_WORDS = 8
FEWEST_DIGITS = 6
OPTIONAL = frozenset({"email", "phone", "employer", "position", "institution", "degree"})
"""Fields of which a person may say that there is none."""

ANSWERS = ("yes", "swap", "title", "apart", "none")
"""What is an answer where it fits, and never a name."""

QUOTES = "\"'“”„«»‘’ "
AT = re.compile(r"(.{2,}?)\s+(?:at|@|bei|chez|en)\s+(.{2,})", re.IGNORECASE)


class Reply(NamedTuple):
    """`values` are the right values by address, where the answer gives any."""

    kind: Literal["confirm", "correct", "no", "skip"]
    values: dict[str, str]


def understand(reading: Reading, text: str) -> Reply:
    """What the answer means. Raises InvalidAnswer, saying what would do, when it fits no answer of this question."""
    said = text.strip()
    plain = spoken_plainly(said)
    if skipped(said) or (plain in heard("none") and not reading.read):
        return Reply("skip", {})
    if reading.read and plain in heard("yes"):
        meant = reading.places[0].id if reading.places else reading.read
        return Reply("confirm", {reading.address: meant})
    if plain in heard("no"):
        return Reply("no", {})
    if plain in heard("swap") and reading.beside:
        return Reply("correct", {reading.address: reading.beside})
    if plain in heard("title") and reading.field == "employer":
        return Reply("correct", {partner_of(reading.address): reading.read})
    if plain in heard("apart") and reading.entry:
        return Reply("correct", {reading.address.rpartition(".")[0]: reading.above})
    if plain in heard("none") and reading.read and reading.field != "unplaced":
        if reading.field not in OPTIONAL:
            raise InvalidAnswer("This cannot be empty: say yes, write what is right, or say skip.")
        return Reply("correct", {reading.address: ""})
    if any(plain in heard(kind) for kind in ANSWERS):
        raise InvalidAnswer("That does not answer this question: write what is right, or say skip.")
    if reading.field == "unplaced":
        return Reply("correct", {reading.address: home_named(reading, said)})
    return Reply("correct", checked(reading, said))


def skipped(said: str) -> Literal["", "one", "all"]:
    """Whether an answer of any kind leaves its question open: this one, or all that are left."""
    plain = spoken_plainly(said)
    plain = plain.removesuffix(" please").removesuffix(" bitte").removeprefix("please ")
    return "all" if plain in heard("skip_all") else "one" if plain in heard("skip") else ""


def spoken_plainly(said: str) -> str:
    """An answer without its signs; “yes, that's right” and “no, that is wrong” without what only leads to it."""
    plain = re.sub(r"[\s,;]+", " ", said).strip(" .!").casefold().replace("’", "'")
    first, _, rest = plain.partition(" ")
    for kind in ("yes", "no"):
        if first in heard(kind) and rest in heard(kind):
            return rest
    return plain


def corrections(reading: Reading, reply: Reply) -> list[Correction]:
    """What the answer makes of the resume; the field itself first."""
    holder = reading.address.rpartition(".")[0]
    read = {reading.address: reading.read, partner_of(reading.address): reading.beside, holder: reading.entry}
    made = [
        Correction(address=address, read=read.get(address, ""), value=value, quote=reading.quote)
        for address, value in reply.values.items()
    ]
    for line in reading.further if made else ():
        value = line.read if made[0].confirms else made[0].value
        made.append(Correction(address=line.address, read=line.read, value=value, quote=line.read))
    return made


def checked(reading: Reading, said: str) -> dict[str, str]:
    if "\n" in said.strip() or len(said) > LONGEST_VALUE:
        raise InvalidAnswer(
            f"Write only what is right, on one line of at most {LONGEST_VALUE} characters; or say yes or skip."
        )
    value = bare(reading, said)
    problem = check_value(reading.field, value)
    if problem:
        raise InvalidAnswer(problem)
    if found := AT.fullmatch(value) if reading.field in ("position", "employer") else None:
        title, employer = (part.strip(QUOTES) for part in found.groups())
        position = reading.address if reading.field == "position" else partner_of(reading.address)
        known = reading.beside if reading.field == "position" else reading.read
        if same(employer, known):
            return {position: title}
        told = folded(reading.quote)
        if folded(value) not in told and folded(title) in told and folded(employer) in told:
            return {position: title, partner_of(position): employer}
    return {reading.address: value}


def check_value(field: str, value: str) -> str:
    """What is wrong with a value, in words for the person; empty if nothing is."""
    if not any(sign.isalnum() for sign in value):
        return "Say yes, write what is right, or say skip."
    if field == "name" and (re.search(r"[\d@]", value) or len(value.split()) > MOST_NAME_WORDS):
        return "Write only your name, as it should stand on your resume; or say skip."
    if field == "email" and find_email(value) != value:
        return "Write an e-mail address such as jane@example.org; or say yes, none or skip."
    if field == "phone" and len(re.sub(r"\D", "", value)) < FEWEST_DIGITS:
        return "Write a telephone number such as +44 20 7946 0958; or say yes, none or skip."
    if field == "dates" and not find_dates(value):
        return "Write the dates such as “Mar 2019 - Jun 2021” or “2019 - present”; or say yes or skip."
    return ""


def bare(reading: Reading, said: str) -> str:
    """The value without what only leads to it (“No, it is …”) and without quotation marks."""
    text = " ".join(said.split())
    if folded(text) not in folded(reading.quote):
        text = lead().sub("", text)
        text = opening().sub("", text)
    text = text.strip(QUOTES)
    return text.rstrip(".") if not re.search(r"\b[A-Z]\.|\b[A-Za-z]{2,5}\.$", text) else text


def home_named(reading: Reading, said: str) -> str:
    """The entry or section that a person names, in full or by a part that only one has."""
    name = folded(bare(reading, said))
    exact = [home.id for home in reading.places if folded(home.name) == name]
    found = exact or [home.id for home in reading.places if name and name in folded(home.name)]
    if len(found) == 1 or exact:
        return found[0]
    known = "”, “".join(home.name for home in reading.places[:5])
    raise InvalidAnswer(f"Name the role or section that the line belongs to, such as “{known}”; or say skip.")


@cache
def heard(kind: str) -> frozenset[str]:
    return frozenset(phrase.casefold() for phrase in table("reading")["heard"][kind])


@cache
def lead() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in table("reading")["heard"]["lead"])
    return re.compile(rf"^(?:{words})\s*[,.:;!–—-]\s*", re.IGNORECASE)


@cache
def opening() -> re.Pattern[str]:
    """What leads to a value; a single word only does so before a capital, since names begin with such words too."""
    phrases = [re.escape(phrase).replace("'", "['’]") for phrase in table("reading")["heard"]["opening"]]
    long = "|".join(phrase for phrase in phrases if "\\ " in phrase or "'" in phrase)
    short = "|".join(phrase for phrase in phrases if "\\ " not in phrase and "'" not in phrase)
    return re.compile(rf"^(?:(?i:{long})\s*:?\s+|(?i:{short})\s*:?\s+(?=[^a-zß-ÿ]))")
