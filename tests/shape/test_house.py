"""The house keeps its shape: every rule is shown to look at something, and to fail when it is broken."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backend.config import Settings

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 300

PLANTED = {
    "packages": ("scraper/planted.py", "import agent.errors\n"),
    "edge": ("agent/job/planted.py", "import fastapi\n"),
    "graph": ("agent/job/planted.py", "import langgraph.types\n"),
    "scraper": ("scraper/planted.py", "import pydantic\n"),
    "agent": ("agent/resume/planted.py", "import agent.tailor.state\n"),
    "engines": ("agent/engine/llm/planted.py", "import agent.engine.offline\n"),
    "backend": ("backend/models/planted.py", "import backend.runs\n"),
}


def modules() -> list[Path]:
    found = [path for package in ("backend", "agent", "scraper") for path in (ROOT / package).rglob("*.py")]
    assert len(found) > 100
    return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("house")
    for name in ("backend", "agent", "scraper"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", target)
    return target


def lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--contract", contract]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_contract_has_a_planted_violation() -> None:
    contracts = re.findall(r'^id = "(\w+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert sorted(contracts) == sorted(PLANTED)


@pytest.mark.parametrize("contract", PLANTED)
def test_import_rule_holds_and_can_fail(contract: str, copy: Path) -> None:
    held = lint(copy, contract)
    assert held.returncode == 0, held.stdout
    name, code = PLANTED[contract]
    planted = copy / name
    planted.write_text(code)
    try:
        broken = lint(copy, contract)
    finally:
        planted.unlink()
    assert broken.returncode == 1, broken.stdout
    assert "planted" in broken.stdout


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in modules() if "versions" not in path.parts}
    assert not {str(path): length for path, length in lengths.items() if length > LONGEST}
    assert sorted(lengths.values())[len(lengths) // 2] < 150


def test_nobody_commits() -> None:
    committing = [path for path in modules() if re.search(r"\.commit\(\)", path.read_text())]
    assert not committing


def test_only_one_place_reads_across_owners() -> None:
    """Routes and services reach owned rows through `access.readable`; routes write no SQL at all."""
    routes = [path for path in modules() if path.name in ("routes.py", "results.py")]
    assert len(routes) >= 2
    assert not [path for path in routes if "sqlalchemy" in path.read_text().replace("sqlalchemy.ext", "")]


def test_env_example_lists_each_setting_with_its_default() -> None:
    lines = dict(re.findall(r"^BESPOKE_([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert {name.lower() for name in lines} == set(Settings.model_fields)
    defaults = Settings(_env_file=None)
    for name, text in lines.items():
        value = getattr(defaults, name.lower())
        value = value.get_secret_value() if hasattr(value, "get_secret_value") else value
        shown = ",".join(value) if isinstance(value, list) else f"{value:g}" if isinstance(value, float) else str(value)
        shown = shown.lower() if isinstance(value, bool) else shown
        assert text == shown, name


def test_no_index_address_machine_path_or_secret_is_committed() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    names = [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    assert len(names) > 100
    forbidden = re.compile(r"(index-url|/simple/|\b/(?:work|farm|root)/[a-z])")
    allowed = {"Makefile", "tests/shape/test_house.py"}
    found = []
    for name in names:
        if name in allowed:
            continue
        try:
            text = (ROOT / name).read_text()
        except UnicodeDecodeError:
            continue
        found += [name] if forbidden.search(text) else []
    assert not found
