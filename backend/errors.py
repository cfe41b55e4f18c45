"""What goes wrong at the edge, and the one table that gives the agent's and the scraper's errors a status.

Every error leaves as `{"detail": {"message", "code"}}`. `ApiError` and its children know HTTP; `agent.errors` and
`scraper.errors` do not and are translated here.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from agent.errors import AgentError, ChangeError, EncryptedFile, ExportError, InvalidAnswer, ReadError, ScannedFile
from agent.errors import UnsupportedFormat as UnsupportedResume

log = structlog.get_logger(__name__)


class ApiError(Exception):
    """An answer other than success. `code` is for programs, `message` for people."""

    status = 500
    code = "INTERNAL_ERROR"

    def __init__(
        self,
        message: str,
        code: str | None = None,
        *,
        headers: dict[str, str] | None = None,
        fields: list[dict[str, str]] | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or type(self).code
        self.headers = headers
        self.fields = fields


class Invalid(ApiError):
    status = 400
    code = "INVALID_REQUEST"


class Unauthorized(ApiError):
    status = 401
    code = "UNAUTHORIZED"

    def __init__(self, message: str = "Sign in first.", code: str | None = None) -> None:
        super().__init__(message, code, headers={"WWW-Authenticate": "Bearer"})


class Forbidden(ApiError):
    status = 403
    code = "FORBIDDEN"


class NotFound(ApiError):
    status = 404
    code = "NOT_FOUND"

    def __init__(self, message: str = "There is nothing here for you.", code: str | None = None) -> None:
        super().__init__(message, code)


class Conflict(ApiError):
    status = 409
    code = "CONFLICT"


class TooLarge(ApiError):
    status = 413
    code = "TOO_LARGE"


class UnsupportedFormat(ApiError):
    status = 415
    code = "UNSUPPORTED_FORMAT"


class TooMany(ApiError):
    status = 429
    code = "TOO_MANY_REQUESTS"

    def __init__(self, message: str, retry_after: int, code: str | None = None) -> None:
        super().__init__(message, code, headers={"Retry-After": str(max(1, retry_after))})


class Unready(ApiError):
    status = 503
    code = "NOT_READY"

    def __init__(self, message: str = "The server is not ready; try again shortly.", code: str | None = None) -> None:
        super().__init__(message, code, headers={"Retry-After": "2"})


class ErrorDetail(BaseModel):
    message: str = Field(description="what went wrong and what to do", examples=["There is nothing here for you."])
    code: str = Field(examples=["NOT_FOUND"])
    fields: list[dict[str, str]] | None = Field(
        default=None, description="what is wrong with which part of the request"
    )
    request_id: str | None = Field(default=None, description="only with 500: quote it when you report the problem")


class ErrorAnswer(BaseModel):
    """The body of every error."""

    detail: ErrorDetail


STATUS_OF: list[tuple[type[AgentError], int]] = [
    (UnsupportedResume, 415),
    (EncryptedFile, 400),
    (ScannedFile, 400),
    (ReadError, 400),
    (InvalidAnswer, 400),
    (ChangeError, 409),
    (ExportError, 409),
]
"""The first row that fits gives the status; an agent's error that is not here is ours: 500."""


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI description of the errors a route can answer with."""
    codes = {cls.status: cls.code for cls in ApiError.__subclasses__()} | {500: ApiError.code}
    return {
        status: {
            "model": ErrorAnswer,
            "description": HTTPStatus(status).phrase,
            "content": {
                "application/json": {
                    "example": {"detail": {"message": "What went wrong and what to do.", "code": codes[status]}}
                }
            },
        }
        for status in statuses
    }


def answer(
    status: int,
    code: str,
    message: str,
    *,
    headers: dict[str, str] | None = None,
    **extra: Any,
) -> JSONResponse:
    return JSONResponse({"detail": {"message": message, "code": code, **extra}}, status, headers)


def install(app: FastAPI) -> None:
    """Give every error its one form."""
    app.add_exception_handler(ApiError, on_api_error)
    app.add_exception_handler(AgentError, on_agent_error)
    app.add_exception_handler(RequestValidationError, on_validation_error)
    app.add_exception_handler(HTTPException, on_http_exception)
    app.add_exception_handler(OperationalError, on_database_down)
    app.add_exception_handler(InterfaceError, on_database_down)
    app.add_exception_handler(PoolTimeout, on_database_down)
    app.add_exception_handler(Exception, on_unexpected)


async def on_api_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ApiError)
    extra = {"fields": error.fields} if error.fields else {}
    return answer(error.status, error.code, error.message, headers=error.headers, **extra)


async def on_agent_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, AgentError)
    for kind, status in STATUS_OF:
        if isinstance(error, kind):
            return answer(status, error.code, str(error))
    return await on_unexpected(request, error)


async def on_validation_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    fields = [
        {"field": ".".join(str(part) for part in found["loc"][1:]) or str(found["loc"][0]), "message": found["msg"]}
        for found in error.errors()
    ]
    named = ", ".join(dict.fromkeys(field["field"] for field in fields))
    return answer(400, "INVALID_REQUEST", f"The request is not right: see {named}.", fields=fields)


async def on_http_exception(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    names = {400: "INVALID_REQUEST", 404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED", 413: "TOO_LARGE"}
    message = NotFound().message if error.status_code == 404 else str(error.detail)
    headers = dict(error.headers) if error.headers else None
    return answer(error.status_code, names.get(error.status_code, "HTTP_ERROR"), message, headers=headers)


async def on_database_down(_request: Request, error: Exception) -> JSONResponse:
    log.warning("database unreachable", error=type(error).__name__)
    unready = Unready("The database cannot be reached; try again shortly.", "DATABASE_UNREACHABLE")
    return answer(unready.status, unready.code, unready.message, headers=unready.headers)


async def on_unexpected(request: Request, error: Exception) -> JSONResponse:
    request_id = str(getattr(request.state, "request_id", ""))
    log.error("unexpected error", request_id=request_id, error=type(error).__name__, exc_info=error)
    return answer(500, ApiError.code, "Something went wrong on our side; it has been noted.", request_id=request_id)
