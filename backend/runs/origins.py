"""Which web pages may open a socket here: our own, and those the settings name. A program sends no Origin."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from backend.config import Settings


def origin_allowed(socket: HTTPConnection, settings: Settings) -> bool:
    """A browser always says where its page came from. Without an Origin only a bearer or a first message can follow."""
    origin = socket.headers.get("origin")
    if origin is None or origin in settings.allowed_origins:
        return True
    scheme = "https" if socket.url.scheme in ("wss", "https") else "http"
    host = socket.headers.get("host", "")
    return bool(host) and origin == f"{scheme}://{host}"
