"""robots.txt as RFC 9309 reads it: the most specific group, the longest matching rule, `*` and `$`.

Why not urllib.robotparser: it takes the first matching rule and knows no wildcards.
"""

import re
import threading
import time
from collections import OrderedDict
from urllib.parse import unquote, urlsplit

import requests

from scraper.ask import ask
from scraper.errors import ConnectionFailed, HttpError, PageTooLarge, RobotsDisallowed, UnsupportedContent
from scraper.guard import Target
from scraper.watch import Watch

KEEP_S = 3600.0
MOST_SITES = 256
MOST_BYTES = 512_000
_KEPT: OrderedDict[str, tuple[float, str]] = OrderedDict()
_LOCK = threading.Lock()


def check_robots(target: Target, agent: str, max_bytes: int, session: requests.Session, watch: Watch) -> None:
    """Raises RobotsDisallowed when the site asks this agent not to read the page; asks robots.txt once an hour."""
    site = f"{target.scheme}://{urlsplit(target.url).netloc}"
    with _LOCK:
        stored, text = _KEPT.get(site, (0.0, ""))
    if time.time() - stored > KEEP_S:
        text = _ask_robots(f"{site}/robots.txt", min(max_bytes, MOST_BYTES), session, watch)
        with _LOCK:
            _KEPT[site] = (time.time(), text)
            while len(_KEPT) > MOST_SITES:
                _KEPT.popitem(last=False)
    parts = urlsplit(target.url)
    if not allowed(text, agent, parts.path + (f"?{parts.query}" if parts.query else "")):
        raise RobotsDisallowed


def forget() -> None:
    """Empties the memory."""
    with _LOCK:
        _KEPT.clear()


def allowed(robots: str, agent: str, path: str) -> bool:
    """Whether the text of a robots.txt lets the agent (product token first, as in "Reader/1.0") read the path."""
    product = re.split(r"[/\s]", agent.strip().lower())[0]
    groups: dict[str, list[tuple[bool, str]]] = {}
    named: list[str] = []
    last_was_agent = False
    for line in robots.splitlines():
        key, _, value = (part.strip() for part in line.split("#")[0].partition(":"))
        match key.lower():
            case "user-agent":
                named = [*named, value.lower()] if last_was_agent else [value.lower()]
                for name in named:
                    groups.setdefault(name, [])
                last_was_agent = True
            case "allow" | "disallow":
                last_was_agent = False
                for name in named if value else []:
                    groups[name].append((key.lower() == "allow", value))
    rules = groups.get(product, groups.get("*", []))
    path = unquote(path)
    best = max(
        ((len(rule), permits) for permits, rule in rules if _matches(unquote(rule), path)),
        default=(0, True),
    )
    return best[1] or path == "/robots.txt"


def _ask_robots(url: str, max_bytes: int, session: requests.Session, watch: Watch) -> str:
    try:
        answer = ask(session, url, max_bytes, watch)
    except HttpError as error:
        if error.status >= 500:  # RFC 9309 2.3.1.4: a site in trouble has not said yes
            raise
        return ""
    except (UnsupportedContent, PageTooLarge, ConnectionFailed):
        return ""
    return answer.body.decode("utf-8", "replace")


def _matches(rule: str, path: str) -> bool:
    """Star patterns by hand: a stranger's rule must not become a slow regular expression."""
    anchored = rule.endswith("$")
    pieces = rule.removesuffix("$").split("*")
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if len(pieces) == 1:
        return not anchored or at == len(path)
    last = pieces[-1]
    if anchored:
        return path.endswith(last) and len(path) - len(last) >= at
    return path.find(last, at) >= 0
