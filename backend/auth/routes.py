"""`/auth`: register, sign in, stay signed in, sign out, who am I, erase me."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response

from backend.auth import families, service
from backend.auth.caller import CallerDep
from backend.auth.passwords import Passwords
from backend.auth.refusals import documented, refusal
from backend.auth.repetition import KeyHeader, name_of
from backend.auth.schemas import (
    Account,
    Credentials,
    OwnAccount,
    PasswordGrant,
    RefreshRequest,
    Registration,
    TokenAnswer,
)
from backend.database import Db, SettingsDep, new_session

router = APIRouter(prefix="/auth", tags=["Accounts"])


def get_passwords(request: Request) -> Passwords:
    found: Passwords = request.app.state.passwords
    return found


def get_erasers(request: Request) -> list[service.Eraser]:
    found: list[service.Eraser] = request.app.state.erasers
    return found


def forbid_storing(response: Response) -> None:
    response.headers["Cache-Control"] = "no-store"


SIGN_IN_REFUSALS = documented("INVALID_REQUEST", "WRONG_CREDENTIALS", "TOO_LARGE", "TOO_MANY_LOGINS")
CALLER_REFUSALS = documented("UNAUTHORIZED", "INVALID_TOKEN", "TOKEN_EXPIRED")
PasswordsDep = Annotated[Passwords, Depends(get_passwords)]
ErasersDep = Annotated[list[service.Eraser], Depends(get_erasers)]


@router.post(
    "/register",
    status_code=201,
    responses=documented("INVALID_REQUEST", "WEAK_PASSWORD", "USERNAME_TAKEN", "EMAIL_TAKEN", "TOO_LARGE"),
)
async def register(
    form: Registration, db: Db, passwords: PasswordsDep, settings: SettingsDep, key: KeyHeader = None
) -> Account:
    """Make an account. A name or an e-mail address that is in use answers 409 `USERNAME_TAKEN` or `EMAIL_TAKEN`."""
    repetition = name_of(key, form, secret=settings.signing_key) if key else None
    return Account.model_validate(await service.register(db, passwords, form, repetition=repetition))


@router.post("/login", responses=SIGN_IN_REFUSALS, dependencies=[Depends(forbid_storing)])
async def login(
    credentials: Credentials, request: Request, passwords: PasswordsDep, settings: SettingsDep
) -> TokenAnswer:
    """Sign in. Unknown names and wrong passwords answer the same 401 `WRONG_CREDENTIALS`.

    After ten failures in fifteen minutes, of one account or from one address, the answer is 429 `TOO_MANY_LOGINS`
    until the oldest of them no longer counts.
    """
    return await sign_in(credentials, request, passwords, settings)


@router.post("/token", responses=SIGN_IN_REFUSALS, dependencies=[Depends(forbid_storing)])
async def token(
    form: Annotated[PasswordGrant, Form()], request: Request, passwords: PasswordsDep, settings: SettingsDep
) -> TokenAnswer:
    """Sign in with an OAuth2 password form; otherwise the same as `/auth/login`."""
    return await sign_in(form, request, passwords, settings)


@router.post(
    "/refresh",
    responses=documented("INVALID_REQUEST", "INVALID_REFRESH_TOKEN", "TOO_LARGE"),
    dependencies=[Depends(forbid_storing)],
)
async def refresh(form: RefreshRequest, request: Request, settings: SettingsDep) -> TokenAnswer:
    """Exchange a refresh token for the next tokens. Each works once.

    Of several exchanges at the same time one succeeds and the others answer 401. Using a token again later ends the
    login: every token that stems from it stops working.
    """
    async with new_session(request) as db:
        tokens = await families.exchange(db, form.refresh_token.get_secret_value(), settings)
    if tokens is None:
        raise refusal("INVALID_REFRESH_TOKEN")
    return TokenAnswer.model_validate(tokens)


@router.post("/logout", status_code=204, responses=documented("INVALID_REQUEST", "TOO_LARGE"))
async def logout(form: RefreshRequest, db: Db) -> None:
    """End the login that this refresh token belongs to, its access tokens included. Twice is the same as once."""
    await families.end_family(db, form.refresh_token.get_secret_value())


@router.get("/me", responses=CALLER_REFUSALS)
async def read_me(caller: CallerDep, db: Db) -> OwnAccount:
    """Who I am."""
    return OwnAccount.model_validate(await service.account_of(db, caller))


@router.delete("/me", status_code=204, responses=CALLER_REFUSALS)
async def erase_me(caller: CallerDep, db: Db, erasers: ErasersDep) -> None:
    """Erase my account with its sessions, files and checkpoints. There is no way back."""
    await service.delete_account(db, caller, erasers)


async def sign_in(
    credentials: Credentials, request: Request, passwords: Passwords, settings: SettingsDep
) -> TokenAnswer:
    tokens = await service.sign_in(
        partial(new_session, request),
        passwords,
        settings,
        username=credentials.username,
        password=credentials.password.get_secret_value(),
        host=request.client.host if request.client else None,
    )
    return TokenAnswer.model_validate(tokens)
