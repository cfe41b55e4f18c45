"""Prompts as files, and other people's text as data.

A prompt is `prompts/NAME.md`: a header (name, purpose, gets, answers) and the words for the model. Text of a resume, a
posting or a person never stands among those words; it goes into the second message, in blocks between fences longer
than any run of backticks in any of the blocks, so that no text can end its own block.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import Literal

PromptName = Literal["requirements", "rewrite", "summary", "skills", "repair", "chat", "letter"]
HEADER = ("name", "purpose", "gets", "answers")
BACKTICKS = re.compile(r"`+")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
SPLIT_SHARE = 0.25
"""A line with more than this share of invisible characters was split to be read by machines alone."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """`fingerprint` is the first 16 hexadecimal digits of the SHA-256 of all words sent; `label` names both."""

    name: str
    purpose: str
    body: str
    fingerprint: str

    @property
    def label(self) -> str:
        return f"{self.name}@{self.fingerprint}"

    def system(self, *, language: str = "en", intensity: str = "standard") -> str:
        code = language if LANGUAGE.fullmatch(language) else "en"
        words = Template(self.body).substitute(language=code, intensity=intensity)
        return f"Task: {self.name}\n\n{words}"


@cache
def load(name: PromptName) -> Prompt:
    """The prompt `prompts/NAME.md` with the rule about data behind it. Raises ValueError when its header is wrong."""
    header, words = parse(read(name))
    if header["name"] != name:
        raise ValueError(f"prompts/{name}.md calls itself {header['name']}")
    body = f"{words}\n\n{parse(read('data'))[1]}"
    return Prompt(name, header["purpose"], body, hashlib.sha256(body.encode()).hexdigest()[:16])


def read(name: str) -> str:
    return (files(__package__) / "prompts" / f"{name}.md").read_text(encoding="utf-8")


def parse(text: str) -> tuple[dict[str, str], str]:
    start, head, body = text.split("---\n", 2)
    header = dict(line.split(": ", 1) for line in head.splitlines())
    if start or tuple(header) != HEADER:
        raise ValueError(f"a prompt's header needs exactly {', '.join(HEADER)}")
    return header, body.strip()


def fenced(blocks: Mapping[str, str]) -> str:
    """The blocks as one message, each under its title, empty ones left out."""
    clean = {title: visible(text).strip() for title, text in blocks.items()}
    longest = max((len(run) for text in clean.values() for run in BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n\n".join(f"{title}:\n{fence}{title}\n{text}\n{fence}" for title, text in clean.items() if text)


def visible(text: str) -> str:
    """The text as a person sees it: control, format and tag characters dropped, lines made mostly of them too.

    Joiners inside a word (U+200C, U+200D) stay: Persian, Hindi and emoji need them.
    """
    return "\n".join(line for line in map(seen, text.splitlines()) if line is not None)


def seen(line: str) -> str | None:
    untagged = "".join(each for each in line if not tag(each))
    kept = "".join(each for each in untagged if each in "\t\u200c\u200d" or not invisible(each))
    hidden = len(untagged) - len(kept) + sum(kept.count(joiner) for joiner in "\u200c\u200d")
    return kept if hidden <= SPLIT_SHARE * len(untagged) else None


def invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cf", "Cc", "Co", "Cn", "Cs"}


def tag(character: str) -> bool:
    """Tag characters and variation selectors, which can carry a whole hidden text behind a visible letter."""
    return 0xE0000 <= ord(character) <= 0xE01EF or 0xFE00 <= ord(character) <= 0xFE0F


def one_line(text: str, limit: int = 1000) -> str:
    """A text that must not break out of its line, cut to `limit` characters."""
    return " ".join(text.split())[:limit]
