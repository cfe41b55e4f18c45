"""The accounts alone on a real PostgreSQL: any number of server processes are any number of apps on one database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from backend import errors
from backend.auth.passwords import Passwords
from backend.auth.routes import router
from backend.config import Settings
from backend.database import Database, make_database
from backend.models.base import Base
from tests.conftest import url_of

SECRET = "a secret that only the tests know, long enough"


@pytest.fixture(scope="session")
def server_url(postgres: str) -> str:
    """The URL of a database for the tables of accounts."""
    make_database(postgres, "accounts")
    return url_of(postgres, "accounts")


@pytest.fixture
async def database(server_url: str) -> AsyncIterator[Database]:
    database = Database(server_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        tables = ", ".join(table.name for table in Base.metadata.sorted_tables)
        await connection.execute(text(f"TRUNCATE {tables} CASCADE"))
    yield database
    await database.close()


@pytest.fixture
async def db(database: Database) -> AsyncIterator[AsyncSession]:
    async with database.session() as db:
        yield db


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(secret_key=SecretStr(SECRET), data_dir=tmp_path, _env_file=None)


MakeApp = Callable[[], FastAPI]
Connect = Callable[..., httpx.AsyncClient]


@pytest.fixture
def make_app(database: Database, settings: Settings) -> Iterator[MakeApp]:
    """A server process more on the same database, with cheap passwords."""
    hashers = []

    def make() -> FastAPI:
        app = FastAPI()
        app.include_router(router)
        errors.install(app)
        hashers.append(Passwords(memory_kib=64, rounds=1, lanes=1))
        app.state.database, app.state.settings, app.state.passwords = database, settings, hashers[-1]
        app.state.erasers = []
        return app

    yield make
    for hasher in hashers:
        hasher.close()


@pytest.fixture
def app(make_app: MakeApp) -> FastAPI:
    return make_app()


@pytest.fixture
async def connect(app: FastAPI) -> AsyncIterator[Connect]:
    """A client of an app (default: the one), calling from an address."""
    async with AsyncExitStack() as stack:
        clients: list[httpx.AsyncClient] = []

        def open_client(host: str = "127.0.0.1", to: FastAPI = app) -> httpx.AsyncClient:
            transport = httpx.ASGITransport(to, client=(host, 40000))
            clients.append(httpx.AsyncClient(transport=transport, base_url="http://bespoke"))
            stack.push_async_callback(clients[-1].aclose)
            return clients[-1]

        yield open_client


@pytest.fixture
def client(connect: Connect) -> httpx.AsyncClient:
    return connect()
