"""The house keeps its shape: every rule is shown to look at something, and to fail when it is broken."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
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


def verdicts(folder: Path) -> dict[str, str]:
    """KEPT or BROKEN by the name of each contract."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found = dict(re.findall(r"^(.+) (KEPT|BROKEN)$", done.stdout, re.MULTILINE))
    assert found, done.stdout + done.stderr
    return found


def test_every_import_rule_holds_and_can_fail(copy: Path) -> None:
    """Each contract has a violation planted for it, all at once; without them all hold."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert sorted(contract["id"] for contract in contracts) == sorted(PLANTED)
    held = verdicts(copy)
    assert held == {contract["name"]: "KEPT" for contract in contracts}
    for contract, (name, code) in PLANTED.items():
        path = copy / name.replace("planted", f"planted_{contract}")
        path.write_text(code)
    broken = verdicts(copy)
    assert broken == {contract["name"]: "BROKEN" for contract in contracts}


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
    forbidden = re.compile(r"(index-url|/simple/|(?<![\w.-])/(?:work|farm|root)/[a-z])")
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
