"""Samples set in type once a session: every made-up person in every layout."""

from __future__ import annotations

import functools

import typst

from tests.agent.resume.read.layouts import LAYOUTS
from tests.agent.resume.read.layouts_more import MORE
from tests.agent.resume.read.people import PEOPLE

EVERY_LAYOUT = {**LAYOUTS, **MORE}


@functools.lru_cache(maxsize=128)
def sample(layout: str, language: str) -> bytes:
    """A person's resume as PDF in one layout."""
    source = EVERY_LAYOUT[layout](PEOPLE[language])
    compiled = typst.compile(source.encode())
    assert isinstance(compiled, bytes)
    return compiled
