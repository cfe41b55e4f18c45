"""The access token: the only module that reads or writes a JWT.

Why so strict: python-jose by itself trusts what the token says about itself. It takes a token without `exp` or `aud`,
an `exp` that is text, any algorithm when none is named, and a key of any length, and it ignores `crit`. Here the
header must be exactly ours, each claim must be there and of its type, and the key is derived from the secret, so that
no other use of the secret, and no public key, can sign.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from jose import ExpiredSignatureError, JWTError, jwk, jwt

ALGORITHM = "HS256"
ISSUER = "bespoke"
AUDIENCE = "bespoke-api"
HEADER = {"alg": ALGORITHM, "typ": "at+jwt"}
CLAIMS = {"iss": str, "aud": str, "sub": str, "fam": str, "iat": int, "exp": int}
LONGEST = 4096
SHAPE = re.compile(r"[\w-]+\.[\w-]+\.[\w-]{42}[AEIMQUYcgkosw048]", re.ASCII)
"""Three parts of base64url, the last of 256 bits in their one spelling: python-jose would take others for the same."""
SHORTEST_SECRET = 32


class InvalidToken(Exception):
    """This is no access token of ours."""


class ExpiredToken(InvalidToken):
    """This access token was ours and its time is over."""


@dataclass(frozen=True)
class AccessClaims:
    """What an access token says: whose it is, which login it stems from, until when it holds."""

    user_id: UUID
    family_id: UUID
    expires_at: datetime


def write_access_token(user_id: UUID, family_id: UUID, *, secret: str, lifetime: timedelta) -> str:
    now = int(time.time())
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(user_id),
        "fam": str(family_id),
        "iat": now,
        "exp": now + int(lifetime.total_seconds()),
    }
    token: str = jwt.encode(claims, derive_key(secret), algorithm=ALGORITHM, headers={"typ": HEADER["typ"]})
    return token


def read_access_token(token: str, *, secret: str) -> AccessClaims:
    """What the token says, or `InvalidToken` (`ExpiredToken` when it is only too late)."""
    if len(token) > LONGEST or not SHAPE.fullmatch(token):
        raise InvalidToken
    try:
        claims = jwt.decode(
            token,
            derive_key(secret),
            algorithms=[ALGORITHM],
            audience=AUDIENCE,
            issuer=ISSUER,
            options={f"require_{name}": True for name in ("aud", "iss", "sub", "iat", "exp")},
        )
        header = jwt.get_unverified_header(token)
    except ExpiredSignatureError as error:
        raise ExpiredToken from error
    except (JWTError, TypeError, OverflowError, RecursionError) as error:
        # Beside its own errors python-jose lets through what `int(claim)` and deeply nested JSON raise.
        raise InvalidToken from error
    return checked(header, claims)


def checked(header: dict[str, Any], claims: dict[str, Any]) -> AccessClaims:
    if header != HEADER or any(type(claims.get(name)) is not kind for name, kind in CLAIMS.items()):
        raise InvalidToken
    try:
        return AccessClaims(UUID(claims["sub"]), UUID(claims["fam"]), datetime.fromtimestamp(claims["exp"], UTC))
    except (ValueError, OverflowError, OSError) as error:
        raise InvalidToken from error


def derive_key(secret: str) -> Any:
    """The signing key, as a key object so that python-jose does not look for JSON or PEM in it."""
    if len(secret.encode()) < SHORTEST_SECRET:
        raise ValueError(f"the secret key must have at least {SHORTEST_SECRET} bytes")
    return jwk.construct(hmac.digest(secret.encode(), b"bespoke access token", hashlib.sha256), ALGORITHM)
