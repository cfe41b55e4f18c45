"""Access tokens that are not ours, or no longer: each is refused, over HTTP and by the reader itself."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from backend.auth.tokens import ExpiredToken, InvalidToken, read_access_token, write_access_token
from tests.backend.auth.conftest import SECRET
from tests.backend.auth.people import bearer, register, sign_in

MISSING = object()
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
rsa_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
DER = rsa_key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
PEM = rsa_key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def part(value: object) -> str:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(segment: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4)))
    return found


def our_key() -> bytes:
    return hmac.digest(SECRET.encode(), b"bespoke access token", hashlib.sha256)


def forge(
    token: str, *, header: dict[str, Any] | None = None, claims: dict[str, Any] | None = None, key: bytes | None = None
) -> str:
    """The token with parts of it changed or left out, signed again as its header says, with our key unless told."""
    parts = [decoded(segment) for segment in token.split(".")[:2]]
    parts[0] |= header or {}
    parts[1] |= claims or {}
    kept = [{name: value for name, value in part.items() if value is not MISSING} for part in parts]
    signed = ".".join(part(segment) for segment in kept)
    alg = kept[0].get("alg")
    if alg == "RS256":
        signature = rsa_key.sign(signed.encode(), padding.PKCS1v15(), SHA256())
    elif alg in ("none", "None", ""):
        signature = b""
    else:
        name = {"HS384": "sha384", "HS512": "sha512"}.get(str(alg), "sha256")
        signature = hmac.digest(our_key() if key is None else key, signed.encode(), name)
    return f"{signed}.{part(signature)}"


def now() -> int:
    return int(time.time())


FORGED = {
    "alg none": {"header": {"alg": "none"}},
    "alg None": {"header": {"alg": "None"}},
    "alg empty": {"header": {"alg": ""}},
    "alg missing": {"header": {"alg": MISSING}},
    "HS384": {"header": {"alg": "HS384"}},
    "HS512": {"header": {"alg": "HS512"}},
    "RS256": {"header": {"alg": "RS256"}},
    "DER public key as secret": {"key": DER},
    "PEM public key as secret": {"key": PEM},
    "empty key": {"key": b""},
    "one-character key": {"key": b"a"},
    "the secret itself as key": {"key": SECRET.encode()},
    "other key": {"key": b"k" * 32},
    "typ missing": {"header": {"typ": MISSING}},
    "typ JWT": {"header": {"typ": "JWT"}},
    "typ of a refresh token": {"header": {"typ": "rt+jwt"}},
    "kid": {"header": {"kid": "../../etc/passwd"}},
    "jku": {"header": {"jku": "http://127.0.0.1/keys"}},
    "jwk": {"header": {"jwk": {"kty": "oct", "k": "YQ"}}},
    "crit": {"header": {"crit": ["b64"], "b64": True}},
    "no exp": {"claims": {"exp": MISSING}},
    "no iat": {"claims": {"iat": MISSING}},
    "no aud": {"claims": {"aud": MISSING}},
    "no iss": {"claims": {"iss": MISSING}},
    "no sub": {"claims": {"sub": MISSING}},
    "no fam": {"claims": {"fam": MISSING}},
    "exp as text": {"claims": {"exp": str(now() + 600)}},
    "exp as fraction": {"claims": {"exp": now() + 600.5}},
    "exp true": {"claims": {"exp": True}},
    "exp null": {"claims": {"exp": None}},
    "exp a list": {"claims": {"exp": [now() + 600]}},
    "exp infinite": {"claims": {"exp": float("inf")}},
    "exp not a number": {"claims": {"exp": float("nan")}},
    "exp beyond all time": {"claims": {"exp": 10**30}},
    "exp past": {"claims": {"exp": now() - 1}},
    "exp long past": {"claims": {"exp": -1}},
    "iat as text": {"claims": {"iat": "now"}},
    "iat null": {"claims": {"iat": None}},
    "nbf to come": {"claims": {"nbf": now() + 600}},
    "other aud": {"claims": {"aud": "somebody-else"}},
    "aud a list": {"claims": {"aud": ["bespoke-api", "somebody-else"]}},
    "aud null": {"claims": {"aud": None}},
    "other iss": {"claims": {"iss": "https://evil.example"}},
    "sub no id": {"claims": {"sub": "admin"}},
    "sub a number": {"claims": {"sub": 1}},
    "sub somebody else": {"claims": {"sub": str(uuid4())}},
    "fam unknown": {"claims": {"fam": str(uuid4())}},
    "fam with NUL": {"claims": {"fam": "\0"}},
    "larger than 4 kB": {"claims": {"pad": "x" * 5000}},
}


async def access_token(client: httpx.AsyncClient) -> str:
    await register(client)
    return str((await sign_in(client))["access_token"])


async def test_a_token_signed_again_without_change_is_taken(client: httpx.AsyncClient):
    """Proves that the table below fails for what it names and for nothing else."""
    token = await access_token(client)
    assert (await client.get("/auth/me", headers=bearer(forge(token)))).status_code == 200


@pytest.mark.parametrize("changes", FORGED.values(), ids=FORGED)
async def test_forged_tokens_are_refused(client: httpx.AsyncClient, changes: dict[str, Any]):
    forged = forge(await access_token(client), **changes)
    answer = await client.get("/auth/me", headers=bearer(forged))
    assert answer.status_code == 401, answer.text
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json()["detail"]["code"] in {"INVALID_TOKEN", "TOKEN_EXPIRED"}


async def test_a_login_is_of_nobody_but_its_person(client: httpx.AsyncClient):
    token = await access_token(client)
    john = await register(client, "john")
    forged = forge(token, claims={"sub": john["id"]})
    assert (await client.get("/auth/me", headers=bearer(forged))).status_code == 401


async def test_every_single_altered_character_is_refused(client: httpx.AsyncClient):
    token = await access_token(client)
    read_access_token(token, secret=SECRET)
    for place, character in enumerate(token):
        other = ALPHABET[(ALPHABET.find(character) + 1) % 64]
        altered = token[:place] + other + token[place + 1 :]
        with pytest.raises(InvalidToken):
            read_access_token(altered, secret=SECRET)
    for ending in ("=", "\n", " ", ".", ".e30"):
        with pytest.raises(InvalidToken):
            read_access_token(token + ending, secret=SECRET)


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", "Basic amFuZTpqYW5l", "bearer", "Token x", "Bearer a.b.c", "Bearer ....", "Bearer \xff"],
)
async def test_no_token_is_no_entry(client: httpx.AsyncClient, authorization: str):
    answer = await client.get("/auth/me", headers=[(b"Authorization", authorization.encode("latin-1"))])
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


async def test_a_refresh_token_is_no_access_token_nor_the_other_way_round(client: httpx.AsyncClient):
    await register(client)
    tokens = await sign_in(client)
    assert (await client.get("/auth/me", headers=bearer(tokens["refresh_token"]))).status_code == 401
    answer = await client.post("/auth/refresh", json={"refresh_token": tokens["access_token"]})
    assert answer.status_code == 401


async def test_a_token_in_the_url_is_not_looked_at(client: httpx.AsyncClient):
    token = await access_token(client)
    assert (await client.get("/auth/me", params={"access_token": token, "token": token})).status_code == 401


async def test_an_expired_token_says_so(client: httpx.AsyncClient):
    forged = forge(await access_token(client), claims={"exp": now() - 1})
    answer = await client.get("/auth/me", headers=bearer(forged))
    assert answer.json()["detail"]["code"] == "TOKEN_EXPIRED"


def test_header_bomb_is_refused():
    nested = part(b"[" * 2900)
    with pytest.raises(InvalidToken):
        read_access_token(f"{nested}.e30.{'A' * 43}", secret=SECRET)


@pytest.mark.parametrize("secret", ["", "a", "changeme", "x" * 31])
def test_no_token_is_made_with_a_short_secret(secret: str):
    with pytest.raises(ValueError, match="at least 32 bytes"):
        write_access_token(uuid4(), uuid4(), secret=secret, lifetime=timedelta(minutes=1))


def test_what_is_written_is_read():
    user, family = uuid4(), uuid4()
    token = write_access_token(user, family, secret=SECRET, lifetime=timedelta(minutes=15))
    claims = read_access_token(token, secret=SECRET)
    assert (claims.user_id, claims.family_id) == (user, family)
    assert 890 < claims.expires_at.timestamp() - time.time() <= 900
    with pytest.raises(ExpiredToken):
        read_access_token(
            write_access_token(user, family, secret=SECRET, lifetime=timedelta(seconds=-2)), secret=SECRET
        )


@given(st.one_of(st.text(max_size=300), st.lists(st.text(ALPHABET, max_size=60), min_size=3, max_size=3).map(".".join)))
def test_nothing_else_is_a_token_and_nothing_breaks_the_reader(text: str):
    with pytest.raises(InvalidToken):
        read_access_token(text, secret=SECRET)
