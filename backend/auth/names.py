"""User names and e-mail addresses: what they may be, and the one spelling under which they are kept."""

from __future__ import annotations

import re
import unicodedata

from email_validator import EmailNotValidError, validate_email

SHORTEST_NAME = 3
LONGEST_NAME = 50
LONGEST_EMAIL = 100

LETTERS_AND_DIGITS = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"}
INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Letters and marks that show nothing, so that two names could look the same (Unicode Default_Ignorable)."""


def spell_username(text: str) -> str:
    """The name in Unicode form NFKC. Names are written as chosen and compared without regard to case."""
    return unicodedata.normalize("NFKC", text)


def check_username(name: str) -> str:
    """The spelled name, or `ValueError` when it is not letters, digits, dots, underscores and hyphens."""
    if INVISIBLE.search(name) or not all(
        character in "._-" or unicodedata.category(character) in LETTERS_AND_DIGITS for character in name
    ):
        raise ValueError("may have letters, digits, dots, underscores and hyphens only")
    if not name[:1].isalnum():
        raise ValueError("must begin with a letter or a digit")
    return name


def check_email(text: str) -> str:
    """The address as it is kept, or `ValueError`. Whether mail arrives there is not asked: no network here."""
    try:
        found = validate_email(text, check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError as error:
        raise ValueError(str(error)) from error
    if "." not in found.domain:
        raise ValueError("The part after the @-sign is not a full domain name.")
    if len(found.normalized) > LONGEST_EMAIL:
        raise ValueError(f"The address must have at most {LONGEST_EMAIL} characters.")
    return found.normalized
