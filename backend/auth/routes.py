"""`/auth`: register, sign in, stay signed in, sign out, who am I, erase me."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response

from backend.auth import families, service
from backend.auth.caller import CallerDep
from backend.auth.passwords import Passwords
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
from backend.errors import Unauthorized, responses

router = APIRouter(prefix="/auth", tags=["Accounts"])


def get_passwords(request: Request) -> Passwords:
    found: Passwords = request.app.state.passwords
    return found


def get_erasers(request: Request) -> list[service.Eraser]:
    found: list[service.Eraser] = request.app.state.erasers
    return found


def forbid_storing(response: Response) -> None:
    response.headers["Cache-Control"] = "no-store"


PasswordsDep = Annotated[Passwords, Depends(get_passwords)]
ErasersDep = Annotated[list[service.Eraser], Depends(get_erasers)]


@router.post("/register", status_code=201, responses=responses(400, 409, 413))
async def register(form: Registration, db: Db, passwords: PasswordsDep) -> Account:
    """Make an account. A name or an e-mail address that is in use answers 409 `USERNAME_TAKEN` or `EMAIL_TAKEN`."""
    return Account.model_validate(await service.register(db, passwords, form))


@router.post("/login", responses=responses(400, 401, 413, 429), dependencies=[Depends(forbid_storing)])
async def login(
    credentials: Credentials, request: Request, passwords: PasswordsDep, settings: SettingsDep
) -> TokenAnswer:
    """Sign in. Unknown names and wrong passwords answer the same 401 `WRONG_CREDENTIALS`.

    After ten failures in fifteen minutes, of one account or from one address, the answer is 429 `TOO_MANY_LOGINS`
    until the oldest of them no longer counts.
    """
    return await sign_in(credentials, request, passwords, settings)


@router.post("/token", responses=responses(400, 401, 413, 429), dependencies=[Depends(forbid_storing)])
async def token(
    form: Annotated[PasswordGrant, Form()], request: Request, passwords: PasswordsDep, settings: SettingsDep
) -> TokenAnswer:
    """Sign in with an OAuth2 password form; otherwise the same as `/auth/login`."""
    return await sign_in(form, request, passwords, settings)


@router.post("/refresh", responses=responses(400, 401, 413), dependencies=[Depends(forbid_storing)])
async def refresh(form: RefreshRequest, request: Request, settings: SettingsDep) -> TokenAnswer:
    """Exchange a refresh token for the next tokens. Each works once.

    Of several exchanges at the same time one succeeds and the others answer 401. Using a token again later ends the
    login: every token that stems from it stops working.
    """
    async with new_session(request) as db:
        tokens = await families.exchange(db, form.refresh_token.get_secret_value(), settings)
    if tokens is None:
        raise Unauthorized("This refresh token is not valid; sign in again.", "INVALID_REFRESH_TOKEN")
    return TokenAnswer.model_validate(tokens)


@router.post("/logout", status_code=204, responses=responses(400, 413))
async def logout(form: RefreshRequest, db: Db) -> None:
    """End the login that this refresh token belongs to, its access tokens included. Twice is the same as once."""
    await families.end_family(db, form.refresh_token.get_secret_value())


@router.get("/me", responses=responses(401))
async def read_me(caller: CallerDep, db: Db) -> OwnAccount:
    """Who I am."""
    return OwnAccount.model_validate(await service.account_of(db, caller))


@router.delete("/me", status_code=204, responses=responses(401))
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
