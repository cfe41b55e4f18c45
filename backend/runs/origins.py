"""Which web pages may open a socket here: our own, and those the settings name. A program sends no Origin."""

from __future__ import annotations

from starlette.datastructures import Headers

from backend.config import Settings


def origin_allowed(headers: Headers, settings: Settings) -> bool:
    """A browser always says where its page came from. Without an Origin only a bearer or a first message can follow."""
    origin = headers.get("origin")
    if origin is None:
        return True
    host = headers.get("host", "")
    own = {f"http://{host}", f"https://{host}"} if host else set()
    return origin in own or origin in settings.allowed_origins
