"""The HTTP application: every route, every middleware, nothing that runs by itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI, WebSocket
from fastapi.middleware.cors import CORSMiddleware
from fastapi.openapi.utils import get_openapi
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend import errors, health
from backend.auth.routes import router as auth
from backend.config import Settings
from backend.runs.socket import serve
from backend.tailoring.results import facts_router
from backend.tailoring.results import router as results
from backend.tailoring.routes import router as tailoring

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
LONGEST_SEQ = 10
FORM_OVERHEAD = 300_000
"""What a form may hold beside its file."""

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def make_api(settings: Settings, lifespan: Lifespan | None = None) -> FastAPI:
    app = FastAPI(
        title="Bespoke",
        version="0.1.0",
        summary="Tailors a resume to a job and claims nothing that the evidence does not support.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.settings = settings
    errors.install(app)
    app.include_router(auth)
    app.include_router(tailoring)
    app.include_router(results)
    app.include_router(facts_router)
    app.include_router(health.router)
    app.add_api_websocket_route("/ws/tailoring/{session_id}", tailoring_socket)
    static = Path(__file__).parent / "static"
    if static.is_dir():
        app.mount("/", StaticFiles(directory=static, html=True), name="static")
    longest = settings.upload_max_bytes + FORM_OVERHEAD
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=longest)
    app.add_middleware(Secure, longest=longest)
    if settings.allowed_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.allowed_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID"],
            expose_headers=["Content-Disposition", "Page-Count", "Retry-After", "X-Request-ID"],
        )
    app.openapi = partial(describe, app)  # type: ignore[method-assign]  # FastAPI's documented way
    return app


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document. What FastAPI would answer with 422 we answer with 400, so the document says so."""
    if app.openapi_schema is None:
        document = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        for path in document["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
        for name in ("HTTPValidationError", "ValidationError"):
            document.get("components", {}).get("schemas", {}).pop(name, None)
        app.openapi_schema = document
    return app.openapi_schema


class Secure:
    """Gives each request an id and each answer its headers, and refuses a body that says it is too large.

    Plain ASGI, so that streams and cancellation pass through.
    """

    def __init__(self, app: ASGIApp, longest: int) -> None:
        self.app = app
        self.longest = longest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        private = scope["path"].startswith(("/auth", "/tailoring-sessions", "/facts"))

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                headers["Content-Security-Policy"] = POLICY
                headers.update(SECURITY_HEADERS)
                if private:
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        told = Headers(scope=scope).get("content-length", "")
        if told.isdecimal() and int(told) > self.longest:
            refusal = errors.answer(413, "TOO_LARGE", f"The request is larger than {self.longest // 1_000_000} MB.")
            await refusal(scope, receive, send_secured)
            return
        await self.app(scope, receive, send_secured)


async def tailoring_socket(socket: WebSocket, session_id: str) -> None:
    try:
        run_id = UUID(session_id)
    except ValueError:
        run_id = None
    after = socket.query_params.get("after", "0")
    await serve(socket, run_id, int(after) if after.isdecimal() and len(after) < LONGEST_SEQ else None)
