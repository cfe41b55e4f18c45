"""Pages by URL, for a while: in memory, or as one file a page in a folder that several processes share."""

import base64
import hashlib
import json
import os
import threading
import time
from collections import OrderedDict
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scraper.fetch import Page

MOST_PAGES = 64
MOST_FILES = 1_000
_KEPT: OrderedDict[str, tuple[float, dict[str, Any]]] = OrderedDict()
_LOCK = threading.Lock()


def recall(url: str, keep_s: float, folder: Path | None) -> dict[str, Any] | None:
    """The fields of a page fetched at most `keep_s` seconds ago, or None."""
    if keep_s <= 0:
        return None
    if folder is not None:
        return _recall_file(_file(folder, url), keep_s)
    with _LOCK:
        stored, page = _KEPT.get(url, (0.0, None))
    return page if page is not None and time.time() - stored < keep_s else None


def remember(url: str, page: "Page", keep_s: float, folder: Path | None) -> None:
    if keep_s <= 0:
        return
    if folder is not None:
        _remember_file(_file(folder, url), page)
        return
    with _LOCK:
        _KEPT[url] = (time.time(), asdict(page))
        _KEPT.move_to_end(url)
        while len(_KEPT) > MOST_PAGES:
            _KEPT.popitem(last=False)


def forget() -> None:
    """Empties the memory."""
    with _LOCK:
        _KEPT.clear()


def _file(folder: Path, url: str) -> Path:
    return folder / f"{hashlib.sha256(url.encode()).hexdigest()}.json"


def _recall_file(file: Path, keep_s: float) -> dict[str, Any] | None:
    try:
        if time.time() - file.stat().st_mtime >= keep_s:
            return None
        page: dict[str, Any] = json.loads(file.read_text("utf-8"))
        return page | {"body": base64.b64decode(page["body"])}
    except (OSError, ValueError, KeyError):  # gone or half written by another process: then it is fetched again
        return None


def _remember_file(file: Path, page: "Page") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    kept = sorted(file.parent.glob("*.json"), key=lambda each: each.name)
    if len(kept) >= MOST_FILES:
        for old in sorted(kept, key=_age)[: MOST_FILES // 10]:
            old.unlink(missing_ok=True)
    part = file.with_suffix(f".{os.getpid()}.{threading.get_ident()}.part")
    part.write_text(json.dumps(asdict(page) | {"body": base64.b64encode(page.body).decode()}), "utf-8")
    part.replace(file)


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
