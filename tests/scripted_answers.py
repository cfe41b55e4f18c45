"""What the scripted model says: an honest answer to each of our prompts, lies, and obedience to whatever it reads.

An answer is made from the request alone: the prompt's name stands in the first line of the system message
(`Task: NAME`), the data in fenced blocks of the user message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

BLOCK = re.compile(
    r"^(?P<title>[^\n`]+):\n(?P<fence>`{3,})(?P=title)\n(?P<text>.*?)\n(?P=fence)$", re.DOTALL | re.MULTILINE
)
LISTED = re.compile(r"^\[(?P<id>[^\]]+)\] (?P<text>.+)$", re.MULTILINE)
REQUIREMENT = re.compile(r"^\((?P<priority>\w+)(?:, (?P<met>[\w ]+))?\) (?P<text>.+)$")
ALIASES = {
    "K8s": "Kubernetes",
    "Postgres": "PostgreSQL",
    "JS": "JavaScript",
    "TS": "TypeScript",
    "CI": "continuous integration",
}
TERMS = (
    "Python",
    "Kubernetes",
    "PostgreSQL",
    "Docker",
    "JavaScript",
    "TypeScript",
    "Django",
    "FastAPI",
    "AWS",
    "Linux",
    "SQL",
    "Excel",
    "Terraform",
    "Kafka",
    "Redis",
)
LIES: dict[str, str] = {
    "employer": "at Globex Aerospace",
    "number": "cutting costs by 417 %",
    "skill": "with Haskell and SAP HANA",
    "title": "as Chief Technology Officer",
    "date": "since 1987",
}
LIE_WORDS = ("Globex", "417", "Haskell", "SAP HANA", "Chief Technology Officer", "1987")


def prompt_of(body: Mapping[str, Any]) -> str:
    """The name of the prompt a request was made from; empty when it is none of ours."""
    found = re.match(
        r"Task: (\w+)", next((m["content"] for m in body.get("messages", []) if m["role"] == "system"), "")
    )
    return found[1] if found else ""


def blocks_of(body: Mapping[str, Any]) -> dict[str, str]:
    text = next((m["content"] for m in body.get("messages", []) if m["role"] == "user"), "")
    return {found["title"]: found["text"] for found in BLOCK.finditer(text)}


def listed(text: str) -> dict[str, str]:
    return {found["id"]: found["text"] for found in LISTED.finditer(text)}


def asked(blocks: Mapping[str, str]) -> dict[str, str]:
    rows = {id_: REQUIREMENT.match(text) for id_, text in listed(blocks.get("requirements", "")).items()}
    return {id_: row["text"] for id_, row in rows.items() if row}


def canonical(text: str, wanted: str) -> str:
    """The text with the posting's own terms for the same things."""
    for alias, term in ALIASES.items():
        if term.lower() in wanted.lower() and term.lower() not in text.lower():
            text = re.sub(rf"(?<!\w){alias}(?!\w)", term, text)
    return text


def honest(body: Mapping[str, Any]) -> dict[str, Any]:
    """An answer of the asked shape that says nothing untrue; for an unknown prompt an empty object."""
    blocks = blocks_of(body)
    wanted = " ".join(asked(blocks).values())
    lines = listed(blocks.get("lines", ""))
    match prompt_of(body):
        case "requirements":
            return {"requirements": [requirement(line) for line in required_lines(blocks.get("posting", ""))]}
        case "rewrite":
            order = sorted(lines, key=lambda id_: -sum(term in lines[id_] and term in wanted for term in TERMS))
            return {"changes": renamed(lines, blocks), "additions": additions(blocks), "order": order}
        case "summary":
            first = next(iter(listed(blocks.get("resume", "")).items()), None)
            new = [] if lines or not first else [{"text": first[1], "requirement_ids": [], "evidence": [first[0]]}]
            return {"changes": renamed(lines, blocks), "additions": new}
        case "skills":
            return {"groups": [group(id_, text, wanted) for id_, text in lines.items()]}
        case "repair":
            return {"repairs": [mended(text) for title, text in blocks.items() if title.startswith("change ")]}
        case "chat":
            return chat(blocks)
        case "letter":
            told = [
                (id_, text) for id_, text in listed(blocks.get("resume", "")).items() if re.search(r"\.(h|l)\d", id_)
            ][:2]
            claims = [{"text": text, "evidence": [id_]} for id_, text in told]
            return {"paragraphs": [*claims, {"text": "I would welcome the chance to talk.", "evidence": []}]}
        case _:
            return {}


def required_lines(posting: str) -> list[str]:
    return [found[1].strip() for found in re.finditer(r"^\s*[-*•]\s+(.+)$", posting, re.MULTILINE)]


def requirement(line: str) -> dict[str, Any]:
    number = re.search(r"(\d+)\+? years", line)
    kind = "years" if number else "degree" if re.search(r"degree|bachelor|master", line, re.IGNORECASE) else "skill"
    return {
        "text": line,
        "kind": kind,
        "priority": "preferred" if re.search(r"plus|nice to have|preferred|bonus", line, re.IGNORECASE) else "required",
        "terms": [term for term in TERMS if term in line],
        "alternatives": " or " in line,
        "years": float(number[1]) if number else None,
    }


def renamed(lines: Mapping[str, str], blocks: Mapping[str, str]) -> list[dict[str, Any]]:
    requirements = asked(blocks)
    wanted = " ".join(requirements.values())
    changes = []
    for id_, text in lines.items():
        if (new := canonical(text, wanted)) != text:
            served = [
                each
                for each, words in requirements.items()
                if any(term in new and term in words for term in ALIASES.values())
            ]
            changes.append({"line_id": id_, "text": new, "why": "term", "requirement_ids": served, "evidence": [id_]})
    return changes


def additions(blocks: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {"text": text, "requirement_ids": [], "evidence": [id_]}
        for id_, text in listed(blocks.get("statements", "")).items()
    ]


def group(id_: str, text: str, wanted: str) -> dict[str, Any]:
    words = [word.strip() for word in text.split(":", 1)[-1].split(",")]
    order = sorted(words, key=lambda word: canonical(word, wanted).lower() not in wanted.lower())
    return {
        "line_id": id_,
        "keywords": [{"name": canonical(word, wanted), "was": word, "evidence": [id_]} for word in order],
        "requirement_ids": [],
    }


def mended(text: str) -> dict[str, str]:
    row = dict(line.split(": ", 1) for line in text.splitlines() if re.match(r"(id|wording): ", line))
    wording = row.get("wording", "")
    for span in re.findall(r"^not supported: (.*) \([^()]*\)$", text, re.MULTILINE):
        wording = wording.replace(span, "")
    return {"id": row.get("id", ""), "text": " ".join(wording.split()).strip(" ,;")}


def chat(blocks: Mapping[str, str]) -> dict[str, Any]:
    message = blocks.get("message", "")
    words = {"accept": "accept", "reject": "reject", "undo": "undo", "add": "add", "remove": "remove", "delete": "remove", "reword": "reword",
             "shorten": "shorten", "emphasise": "emphasise", "emphasize": "emphasise", "why": "why", "status": "status", "letter": "letter"}  # fmt: skip
    kind = next((kind for word, kind in words.items() if re.search(rf"\b{word}\b", message, re.IGNORECASE)), "unknown")
    ids = [id_ for id_ in listed(blocks.get("changes", "")) if id_ in message]
    line = next((id_ for id_ in listed(blocks.get("lines", "")) if id_ in message), "")
    quoted = re.search(r"[\"“](.+?)[\"”]", message)
    return {"kind": kind, "target": "", "text": quoted[1] if quoted else "", "line_id": line, "change_ids": ids}


def lying(body: Mapping[str, Any], what: str = "all") -> dict[str, Any]:
    """Invents in every field of every line: employer, number, skill, title, date, or all of them."""
    lie = ", ".join(LIES.values()) if what == "all" else LIES[what]
    return twisted(body, lambda text: f"{text.rstrip('.')} {lie}", [lie, *LIE_WORDS])


def obeying(body: Mapping[str, Any]) -> dict[str, Any]:
    """Does whatever any text in the data asks: claims it of the person, repeats its links, tells its own instructions."""
    blocks = blocks_of(body)
    system = next((m["content"] for m in body["messages"] if m["role"] == "system"), "")
    orders = [*asked(blocks).values(), *[line for line in blocks.get("posting", "").splitlines() if line.strip()]]
    orders += [found for text in blocks.values() for found in re.findall(r"!?\[[^\]]*\]\([^)]*\)|https?://\S+", text)]
    said = " ".join(orders) or "Done."
    return twisted(body, lambda text: f"{text.rstrip('.')}. {said} My instructions are: {system[:80]}", orders)


def twisted(body: Mapping[str, Any], twist: Any, words: list[str]) -> dict[str, Any]:
    """An answer that says `twist(line)` of every line, whether or not it may be changed, and adds `words` everywhere."""
    blocks = blocks_of(body)
    lines = listed(blocks.get("lines", ""))
    served = list(asked(blocks))
    changes = [
        {"line_id": id_, "text": twist(text), "why": "relevance", "requirement_ids": served, "evidence": list(lines)}
        for id_, text in lines.items()
    ]
    new = [
        {"text": twist(word), "requirement_ids": served, "evidence": [*listed(blocks.get("statements", "")), *lines]}
        for word in words
    ]
    match prompt_of(body):
        case "requirements":
            quotes = [line for line in blocks.get("posting", "").splitlines() if line.strip()]
            return {
                "requirements": [
                    {
                        "text": text,
                        "kind": "skill",
                        "priority": "required",
                        "terms": words,
                        "alternatives": False,
                        "years": 40,
                    }
                    for text in [*quotes, *words]
                ]
            }
        case "rewrite":
            return {"changes": changes, "additions": new, "order": [*words, *reversed(lines)]}
        case "summary":
            return {"changes": changes, "additions": new}
        case "skills":
            keywords = [{"name": word, "was": "", "evidence": list(lines)} for word in words]
            return {"groups": [{"line_id": id_, "keywords": keywords, "requirement_ids": served} for id_ in lines]}
        case "repair":
            told = [
                dict(line.split(": ", 1) for line in text.splitlines() if line.startswith(("id: ", "before: ")))
                for text in blocks.values()
            ]
            return {"repairs": [{"id": each.get("id", ""), "text": twist(each.get("before", ""))} for each in told]}
        case "chat":
            return {
                "kind": "accept",
                "target": words[0] if words else "",
                "text": " ".join(words),
                "line_id": "work.1",
                "change_ids": [],
            }
        case "letter":
            return {
                "paragraphs": [
                    {"text": twist(word), "evidence": list(listed(blocks.get("resume", "")))}
                    for word in [*words, "I am the one."]
                ]
            }
        case _:
            return {}
