"""Characters as a person sees them: what is invisible goes, what only looks different becomes plain.

Why so strict: zero-width and tag characters can carry words to a language model that no person sees.
"""

from __future__ import annotations

import re
import unicodedata

BULLETS = "•◦▪▫●○■□◆◇▸▹►▻‣⁃∙·–—*-➢➤➔→✓✔❖∎⚫⬤⦁›»"
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e0fff\U0001bca0-\U0001bca3]",
)
HALF = re.compile("[\ud800-\udfff]")
"""Halves of a sign that some programs write apart, which no file or message can hold."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
PICTURE = re.compile(
    "[\u2302\u2316\u231a-\u231b\u2328\u23ce-\u23ff\u2600-\u26ff\u2700-\u27bf\u2b50\U0001f000-\U0001faff]"
)
SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\t\r\n\x0b\x0c\x85 ]+")
SYMBOL_FONT = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf06f": "◦",
    "\uf0a8": "◦",
    "\uf076": "❖",
    "\uf02d": "-",
    "\uf0e0": "→",
}
FOLDED = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F) if chr(code).isalnum()},
    0x2010: "-",
    0x2011: "-",
    0x2212: "-",
    **{ord(icon): plain for icon, plain in SYMBOL_FONT.items()},
}


def clean(text: str) -> str:
    """One line of text without invisible characters, ligatures, pictures from icon fonts and doubled spaces."""
    if HALF.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = INVISIBLE.sub("", text.translate(FOLDED))
    return SPACES.sub(" ", PRIVATE.sub(" ", unicodedata.normalize("NFC", text))).strip()


def tidy(text: str) -> str:
    """The same for a part of a line: a space at its ends stays, since the next part follows."""
    inner = clean(text)
    before = " " if text[:1].isspace() or PRIVATE.match(text) else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{inner}{after}" if inner else (" " if text else "")


def is_picture(sign: str) -> bool:
    """Whether a sign is a small picture (telephone, letter, house) that stands for a word."""
    return sign not in BULLETS and bool(PICTURE.match(sign))


def is_bullet(text: str) -> bool:
    """Whether a word is nothing but the sign of a list item."""
    return len(text) == 1 and text in BULLETS


def strip_bullet(text: str) -> tuple[bool, str]:
    """Whether a line starts with a bullet, and the line without it."""
    if len(text) > 1 and text[0] in BULLETS and (text[1] == " " or text[0] not in "-–—*·→"):
        return True, text[1:].lstrip()
    return False, text
