"""Schemathesis over the OpenAPI document: no 500, no status and no body that the document does not tell of."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from backend.api import make_api
from backend.config import Settings
from tests.conftest import url_of
from tests.story.person import Person, go_through
from tests.story.samples import POSTING_TEXT, resume_pdf
from tests.story.server import Server

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
KNOWN: dict[str, str] = {}


@pytest.fixture(scope="module")
def server(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    import psycopg

    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE fuzz TEMPLATE migrated")
    server = Server(tmp_path_factory.mktemp("fuzz"), url_of(postgres, "fuzz"), access_token_minutes="600").start()
    asyncio.run(prepare(server))
    yield server
    server.stop()


async def prepare(server: Server) -> None:
    person = await Person(server.url, "fuzzer").sign_up()
    session = await person.create(resume_pdf(), job_text=POSTING_TEXT)
    async with person.listen(session) as ear:
        await go_through(person, session, ear)
    KNOWN["token"] = person.tokens["access_token"]
    KNOWN["session_id"] = session
    await person.close()


schema = schemathesis.openapi.from_dict(make_api(Settings(_env_file=None)).openapi())


@pytest.mark.xdist_group("schema")
@schema.exclude(path="/auth/me", method="DELETE").parametrize()
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_api_does_what_its_document_says(case: Any, server: Server) -> None:
    if "session_id" in (case.path_parameters or {}) and case.method != "DELETE":
        case.path_parameters["session_id"] = KNOWN["session_id"]
    headers = {"Authorization": f"Bearer {KNOWN['token']}"}
    case.call_and_validate(base_url=server.url, checks=CHECKS, headers=headers)


@pytest.mark.xdist_group("schema")
def test_document_has_an_example_for_every_json_body(server: Server) -> None:
    found = httpx.get(f"{server.url}/openapi.json").json()
    bodies = 0
    for path, methods in found["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {}).get("application/json")
            if content is None:
                continue
            bodies += 1
            shape = content["schema"]
            shape = found["components"]["schemas"][shape["$ref"].rsplit("/", 1)[1]] if "$ref" in shape else shape
            text = str(shape) + str(content)
            assert "example" in text, (method, path)
    assert bodies >= 5
