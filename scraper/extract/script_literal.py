"""A JavaScript object or array literal as Python data: unquoted keys, single quotes, `void 0`, arguments of a wrapper.

Why: older Nuxt pages carry their state as `window.__NUXT__=(function(a,b){return {...}}("x",1))`, which is no JSON.
Only data is read; an expression that is none becomes None.
"""

import re
from typing import Any

TOKEN = re.compile(
    r"""\s*(?:(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?P<number>-?(?:0x[\da-fA-F]+|\d*\.?\d+(?:[eE][+-]?\d+)?))"""
    r"""|(?P<name>[A-Za-z_$][\w$.]*)|(?P<mark>[{}\[\]():,]|![01]|.))""",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\r?\n|(.))", re.DOTALL)
NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
WRAPPER = re.compile(r"\(?\s*function\s*\(([\w$,\s]*)\)\s*\{(?:[^{}]{0,2000}?;)?\s*return\s*(?=[{\[])")
DEEPEST = 60


class NotData(Exception):
    """The text at this place is no literal."""


def read_literal(text: str, start: int = 0, names: dict[str, Any] | None = None) -> Any:
    """The value that begins at `start`, or None."""
    try:
        return _Reader(text, start, names or {}).value(0)
    except (NotData, RecursionError):
        return None


def read_wrapped(text: str) -> Any:
    """The value a function expression returns when called with literal arguments, or None."""
    wrapper = WRAPPER.search(text)
    if not wrapper:
        return None
    names = [name.strip() for name in wrapper[1].split(",") if name.strip()]
    reader = _Reader(text, wrapper.end(), {})
    try:
        reader.value(0)  # once without names, to find where the arguments begin
        call = re.compile(r"\s*;?\s*\}\s*\)?\s*\(").match(text, reader.at)
        values = read_literal("[" + text[call.end() : _call_end(text)] + "]") if call else []
    except (NotData, RecursionError):
        return None
    return read_literal(text, wrapper.end(), dict(zip(names, values or [], strict=False)))


def unquote(quoted: str) -> str:
    """The text of a quoted JavaScript string."""
    return ESCAPE.sub(_unescaped, quoted[1:-1]).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        number = int(code, 16)
        return chr(number) if number < 0x110000 else ""
    return NAMED.get(found[4], found[4]) if found[4] else ""


def _call_end(text: str) -> int:
    end = text.rstrip().rstrip(";").rstrip()
    while end.endswith(")"):
        end = end[:-1].rstrip()
    return len(end)


class _Reader:
    def __init__(self, text: str, at: int, names: dict[str, Any]) -> None:
        self.text = text
        self.at = at
        self.names = names

    def next(self) -> re.Match[str]:
        token = TOKEN.match(self.text, self.at)
        if token is None:
            raise NotData
        self.at = token.end()
        return token

    def peek(self) -> str:
        token = TOKEN.match(self.text, self.at)
        return token["mark"] or "" if token else ""

    def value(self, depth: int) -> Any:
        if depth > DEEPEST:
            raise NotData
        token = self.next()
        if token["string"]:
            return unquote(token["string"])
        if token["number"]:
            return self.number(token["number"])
        if token["name"]:
            return self.named(token["name"], depth)
        match token["mark"]:
            case "{":
                return self.object(depth)
            case "[":
                return self.array(depth)
            case "!0":
                return True
            case "!1":
                return False
        raise NotData

    def number(self, text: str) -> float | int:
        if text.lower().startswith(("0x", "-0x")):
            return int(text, 16)
        return float(text) if any(char in text for char in ".eE") else int(text)

    def named(self, name: str, depth: int) -> Any:
        match name:
            case "true" | "false":
                return name == "true"
            case "null" | "undefined" | "NaN":
                return None
            case "void":
                self.next()
                return None
            case "new":
                return self.value(depth)
        if self.peek() == "(":  # Date("…"), Object(…), Symbol(…): the first argument is the data
            self.next()
            inner = None if self.peek() == ")" else self.value(depth + 1)
            while self.next()["mark"] != ")":
                pass
            return inner
        return self.names.get(name)

    def object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while True:
            token = self.next()
            if token["mark"] == "}":
                return found
            if token["mark"] == ",":
                continue
            key = unquote(token["string"]) if token["string"] else token["name"] or token["number"]
            if key is None:
                raise NotData
            if self.peek() == ":":
                self.next()
                found[key] = self.value(depth + 1)
            else:
                found[key] = self.names.get(key)

    def array(self, depth: int) -> list[Any]:
        found: list[Any] = []
        while True:
            mark = self.peek()
            if mark in {"]", ","}:
                self.next()
                if mark == "]":
                    return found
                continue
            found.append(self.value(depth + 1))
