"""What goes in and out under `/auth`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr

from backend.auth import names, passwords


def spelled(value: Any) -> Any:
    return names.spell_username(value) if isinstance(value, str) else value


def encodable(value: SecretStr) -> SecretStr:
    """JSON can escape half a character, which is no text and no bytes."""
    try:
        value.get_secret_value().encode()
    except UnicodeEncodeError:
        raise ValueError("has characters that are none") from None
    return value


Secret = Annotated[SecretStr, AfterValidator(encodable)]
Username = Annotated[
    str,
    BeforeValidator(spelled, json_schema_input_type=str),
    AfterValidator(names.check_username),
    Field(
        min_length=names.SHORTEST_NAME,
        max_length=names.LONGEST_NAME,
        description="letters, digits, `.`, `_` and `-`; unique without regard to case",
        examples=["jane.doe"],
    ),
]
Email = Annotated[
    str,
    AfterValidator(names.check_email),
    Field(max_length=names.LONGEST_EMAIL, examples=["jane@example.com"], json_schema_extra={"format": "email"}),
]
NewPassword = Annotated[
    Secret,
    Field(
        min_length=passwords.SHORTEST,
        max_length=passwords.LONGEST,
        description="any characters, all of them count",
        examples=["seven purple lighthouses"],
    ),
]
Password = Annotated[Secret, Field(max_length=passwords.LONGEST, examples=["seven purple lighthouses"])]
OpaqueToken = Annotated[
    Secret,
    Field(
        max_length=512,
        description="as a login or a refresh gave it",
        examples=["Qm9yaW5nIGV4YW1wbGUsIG5vdCBhIHJlYWwgdG9rZW4"],
    ),
]


class Registration(BaseModel):
    username: Username
    email: Email
    password: NewPassword


class Credentials(BaseModel):
    username: Annotated[str, Field(max_length=200, examples=["jane.doe"])]
    password: Password


class PasswordGrant(Credentials):
    """The form of RFC 6749, 4.3.2, which the "Authorize" button of the API's pages sends."""

    grant_type: Literal["password"] = "password"


class RefreshRequest(BaseModel):
    refresh_token: OpaqueToken


class Account(BaseModel):
    """Who somebody is."""

    model_config = ConfigDict(from_attributes=True)

    id: Annotated[UUID, Field(examples=["8f14e45f-ceea-4e7a-9c2b-5a1e1d5f3c11"])]
    username: Annotated[str, Field(examples=["jane.doe"])]
    email: Annotated[str, Field(examples=["jane@example.com"])]


class OwnAccount(Account):
    created_at: datetime


class TokenAnswer(BaseModel):
    """`refresh_token` works once: exchange it at `/auth/refresh` before `expires_in` seconds have gone."""

    model_config = ConfigDict(from_attributes=True)

    access_token: Annotated[str, Field(examples=["eyJhbGciOiJIUzI1NiIs…"])]
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - the word of RFC 6750, no secret
    expires_in: Annotated[int, Field(description="seconds", examples=[900])]
    refresh_token: Annotated[str, Field(examples=["Qm9yaW5nIGV4YW1wbGUsIG5vdCBhIHJlYWwgdG9rZW4"])]
