"""Text as a person reads it: no invisible characters, tidy white space, and what was invisible told apart."""

import html
import re

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
JOINERS = re.compile("(?<![\u0600-\u0dff\u0e00-\u109f])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff\u0e00-\u109f])")
TAGS = re.compile("[\U000e0020-\U000e007e]+")
INTERLEAVED = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]")
SPACED_OUT = re.compile("(?:[^\n\u0600-\u109f][\u200b-\u200f\u2060-\u2064\ufeff\u00ad]){8,}[^\n]?")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
SPACE = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\r\n\f\v]+")
WIDE = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
NO_LETTER = re.compile(r"[\W_]+")
BLANK_LINES = re.compile(r"\n{3,}")


def sanitise(text: str) -> tuple[str, list[str]]:
    """Gives the text without invisible characters, and the messages that were spelled with them.

    A message is spelled with tag characters, or letter by letter with something invisible between, which no writer does.
    """
    if text.isascii():
        return (text if text.isprintable() else CONTROL.sub("", text)), []
    spelled = ["".join(chr(ord(char) - 0xE0000) for char in run) for run in TAGS.findall(text)]
    spelled += [INTERLEAVED.sub("", run[0]) for run in SPACED_OUT.finditer(text)]
    clean = JOINERS.sub("", CONTROL.sub("", INVISIBLE.sub("", SPACED_OUT.sub(" ", text))))
    return clean, [each.strip() for each in spelled if len(each.strip()) > 3]


def squash(text: str) -> str:
    """One line: every run of white space is one space, nothing invisible."""
    return " ".join(sanitise(text)[0].split())


def tidy(text: str) -> str:
    """Several lines: each squashed, at most one blank line between them."""
    lines = (SPACE.sub(" ", line).strip() for line in sanitise(text)[0].replace("\r\n", "\n").split("\n"))
    return BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def unescape(text: str) -> str:
    """Entities resolved as often as a page escaped them (twice on some boards), at most three times."""
    for _ in range(3):
        if "&" not in text:
            break
        plain = html.unescape(text)
        if plain == text:
            break
        text = plain
    return text


def width(text: str) -> int:
    """How much a text says, counted in Latin letters: a Chinese or Korean character stands for several."""
    return len(text) if text.isascii() else len(text) + 2 * len(WIDE.findall(text))


def letters(text: str) -> str:
    """Only letters and digits in lower case: for comparing names whatever their spacing and punctuation."""
    return NO_LETTER.sub("", text.casefold())
