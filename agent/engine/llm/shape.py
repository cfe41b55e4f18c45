"""The shape of an answer: its JSON Schema for the endpoint, and reading it from whatever text came back."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import islice
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ValidationError, WrapValidator
from pydantic_core import from_json

THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
T = TypeVar("T")
TRIED = 50
"""Opening braces that are tried as the start of the answer."""


def sound_ones(value: Any, inner: Any) -> Any:
    """Validate each item of a list alone and keep the sound ones; only a list without any sound one is an error."""
    if not isinstance(value, list):
        return inner(value)
    kept, last = [], None
    for item in value:
        try:
            kept += inner([item])
        except ValidationError as error:
            last = error
    if last is not None and not kept:
        raise last
    return kept


Sound = Annotated[list[T], WrapValidator(sound_ones)]


@cache
def schema_of(answer: type[BaseModel]) -> dict[str, Any]:
    """The answer's JSON Schema as strict endpoints want it: all keys required, no others, no titles and defaults."""
    return {**tightened(answer.model_json_schema())}


def tightened(node: Any) -> Any:
    if isinstance(node, list):
        return [tightened(each) for each in node]
    if not isinstance(node, dict):
        return node
    out: dict[str, Any] = {}
    for key, value in node.items():
        if key in {"properties", "$defs"}:
            out[key] = {name: tightened(each) for name, each in value.items()}
        elif key not in {"title", "default", "description"}:
            out[key] = tightened(value)
    if "properties" in out:
        out["required"] = list(out["properties"])
        out["additionalProperties"] = False
    return out


def extract(text: str, keys: set[str], *, whole: bool = True) -> dict[str, Any] | None:
    """The JSON object with any of `keys` in a text, with or without remarks and fences around it; None if there is none.

    Of an answer cut at the token limit (`whole` false) the complete items count.
    """
    text = THOUGHT.sub("", text)
    decoder = json.JSONDecoder(strict=False)
    starts = [each.start() for each in islice(re.finditer(r"\{", text), TRIED)]
    for start in starts:
        try:
            found, _ = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and keys & found.keys():
            return found
    return None if whole else next((found for start in starts if (found := begun(text[start:], keys))), None)


def begun(text: str, keys: set[str]) -> dict[str, Any] | None:
    try:
        found = from_json(text, allow_partial=True)
    except ValueError:
        return None
    return found if isinstance(found, dict) and keys & found.keys() else None
