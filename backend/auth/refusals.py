"""What `/auth` refuses, in one table: what is raised is what the OpenAPI document shows."""

from __future__ import annotations

from typing import Any

from backend.errors import ApiError, Conflict, Invalid, Unauthorized, responses

REFUSALS: dict[str, tuple[int, str]] = {
    "INVALID_REQUEST": (400, "The request is not right: see email."),
    "WEAK_PASSWORD": (400, "The password must not be your user name or e-mail address."),
    "UNAUTHORIZED": (401, "Sign in first: send the access token as `Authorization: Bearer …`."),
    "INVALID_TOKEN": (401, "This access token is not valid; sign in again."),
    "TOKEN_EXPIRED": (401, "The access token has expired; refresh it."),
    "WRONG_CREDENTIALS": (401, "User name or password is wrong."),
    "INVALID_REFRESH_TOKEN": (401, "This refresh token is not valid; sign in again."),
    "USERNAME_TAKEN": (409, "This user name is taken; choose another."),
    "EMAIL_TAKEN": (409, "There is an account with this e-mail address; sign in."),
    "TOO_LARGE": (413, "The request is too large."),
    "TOO_MANY_LOGINS": (429, "Too many failed logins; try again later."),
}
KINDS: dict[int, type[ApiError]] = {400: Invalid, 401: Unauthorized, 409: Conflict}


def refusal(code: str) -> ApiError:
    """The error of this code, to be raised."""
    status, message = REFUSALS[code]
    return KINDS[status](message, code)


def documented(*codes: str) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI description of these refusals, an example of each."""
    described = responses(*dict.fromkeys(REFUSALS[code][0] for code in codes))
    for status, response in described.items():
        examples = {
            code: {"value": {"detail": {"message": REFUSALS[code][1], "code": code}}}
            for code in codes
            if REFUSALS[code][0] == status
        }
        response["content"] = {"application/json": {"examples": examples}}
        if status == 401:
            response["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}, "example": "Bearer"}}
        if status == 429:
            response["headers"] = {
                "Retry-After": {"schema": {"type": "integer"}, "description": "seconds to wait", "example": 540}
            }
    return described
