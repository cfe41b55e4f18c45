"""JobPosting nodes in the JSON-LD of a page."""

from collections.abc import Iterator
from typing import Any

from scraper.document import Document
from scraper.draft import Draft
from scraper.extract.loose_json import load
from scraper.extract.schema import read_schema
from scraper.text import unescape

DEEPEST = 12
MOST_NODES = 5_000


def read_json_ld(document: Document) -> list[Draft]:
    """One draft for each JobPosting in the page's order."""
    roots: list[Any] = []
    for script in document.root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = "".join(script.itertext())
        value = load(text)
        if value is None and "&quot;" in text:
            value = load(unescape(text))
        if isinstance(value, str):
            value = load(value)
        roots.append(value)
    return [read_schema(node, "json_ld", 0.95) for node in job_postings(roots)]


def job_postings(value: Any) -> list[dict[str, Any]]:
    """Every JobPosting in a JSON-LD value, references to other nodes resolved and namespaces taken off."""
    nodes = [_plain(node) for node in _nodes(value)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    found = [node for node in nodes if is_job(node.get("@type"))]
    return [{key: _resolved(each, by_id) for key, each in node.items()} for node in found]


def is_job(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(each, str) and each.rsplit("/", 1)[-1].rsplit(":", 1)[-1] == "JobPosting" for each in kinds)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    stack = [(value, 0)]
    seen = 0
    while stack and seen < MOST_NODES:
        each, depth = stack.pop(0)
        seen += 1
        if depth > DEEPEST:
            continue
        if isinstance(each, dict):
            yield each
            stack.extend((inner, depth + 1) for inner in each.values() if isinstance(inner, dict | list))
        elif isinstance(each, list):
            stack.extend((inner, depth + 1) for inner in each if isinstance(inner, dict | list))


def _plain(node: dict[str, Any]) -> dict[str, Any]:
    return {_key(key): value for key, value in node.items()}


def _key(key: str) -> str:
    for prefix in ("http://schema.org/", "https://schema.org/", "schema:"):
        key = key.removeprefix(prefix)
    return key


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_resolved(each, by_id) for each in value]
    if isinstance(value, dict):
        value = _plain(value)
        if len(value) <= 2 and isinstance(value.get("@id"), str):
            return by_id.get(value["@id"], value)
    return value
