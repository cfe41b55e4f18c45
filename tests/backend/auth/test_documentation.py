"""The OpenAPI document says what `/auth` really does."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from backend.auth.refusals import REFUSALS

EXPECTED = {
    ("/auth/register", "post"): {"201", "400", "409", "413"},
    ("/auth/login", "post"): {"200", "400", "401", "413", "429"},
    ("/auth/token", "post"): {"200", "400", "401", "413", "429"},
    ("/auth/refresh", "post"): {"200", "400", "401", "413"},
    ("/auth/logout", "post"): {"204", "400", "413"},
    ("/auth/me", "get"): {"200", "401"},
    ("/auth/me", "delete"): {"204", "401"},
}


@pytest.fixture
def operations(app: FastAPI) -> dict[tuple[str, str], dict[str, Any]]:
    paths = app.openapi()["paths"]
    return {(path, method): operation for path, item in paths.items() for method, operation in item.items()}


def test_every_route_names_its_answers(operations: dict[tuple[str, str], dict[str, Any]]):
    said = {route: set(operation["responses"]) - {"422"} for route, operation in operations.items()}
    assert said == EXPECTED


def test_every_refusal_has_an_example_somewhere(operations: dict[tuple[str, str], dict[str, Any]]):
    shown = {}
    for operation in operations.values():
        for status, response in operation["responses"].items():
            content = response.get("content", {}).get("application/json", {})
            for code, example in content.get("examples", {}).items():
                shown[code] = int(status)
                assert example["value"]["detail"]["code"] == code
    assert shown == {code: status for code, (status, _) in REFUSALS.items()}


def test_requests_have_examples_and_no_secret_is_shown_in_answers(app: FastAPI):
    schemas = app.openapi()["components"]["schemas"]
    for name in ("Registration", "Credentials", "RefreshRequest"):
        for field, schema in schemas[name]["properties"].items():
            assert schema["examples"], (name, field)
    assert (
        schemas["Registration"]["properties"]["password"] | {"writeOnly": True, "format": "password"}
        == (schemas["Registration"]["properties"]["password"])
    )
