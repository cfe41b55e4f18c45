"""The scripted server as other tests use it: as a process of its own, steered and read over HTTP."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.scripted_model import lie, slow, status

SERVER = Path(__file__).parents[3] / "scripted_model.py"
BODY = {
    "model": "m",
    "messages": [
        {"role": "system", "content": "Task: letter\n"},
        {"role": "user", "content": "resume:\n```resume\n[work.1.h1] Sold hay.\n```"},
    ],
}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    script = tmp_path / "script.json"
    script.write_text(json.dumps({"queue": [status(503, retry_after=2)], "models": ["tiny"]}))
    with subprocess.Popen(
        [sys.executable, str(SERVER), "--script", str(script)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip().removesuffix("/v1")
        process.terminate()


def said(response: httpx.Response) -> Any:
    return json.loads(response.raise_for_status().json()["choices"][0]["message"]["content"])


def test_the_whole_life_of_a_scripted_process(address: str) -> None:
    with httpx.Client(base_url=address, trust_env=False) as client:
        assert client.get("/v1/models").json()["data"][0]["id"] == "tiny"
        busy = client.post("/v1/chat/completions", json=BODY)
        assert (busy.status_code, busy.headers["retry-after"]) == (503, "2")
        assert said(client.post("/v1/chat/completions", json=BODY))["paragraphs"][0]["text"] == "Sold hay."
        seen = client.get("/__requests__").json()
        assert [(each["path"], each["prompt"], each["status"]) for each in seen["requests"]] == [
            ("/v1/models", "", 200),
            ("/v1/chat/completions", "letter", 503),
            ("/v1/chat/completions", "letter", 200),
        ]
        client.post("/__script__", json={"rules": [{"prompt": "letter", "do": lie("skill")}], "queue": [slow(30)]})
        with pytest.raises(httpx.ReadTimeout):
            client.post("/v1/chat/completions", json=BODY, timeout=0.2)
        assert "Haskell" in json.dumps(said(client.post("/v1/chat/completions", json=BODY)))
        assert client.get("/__requests__").json()["requests"][3]["closed_by_client"]
        client.post("/__reset__")
        assert client.get("/__requests__").json() == {"requests": [], "open": 0, "peak": 0}


def test_a_stream_ends_as_openai_ends_it(address: str) -> None:
    with httpx.Client(base_url=address, trust_env=False) as client:
        client.post("/__reset__")
        lines = client.post("/v1/chat/completions", json={**BODY, "stream": True}).text.strip().split("\n\n")
    assert lines[-1] == "data: [DONE]"
    chunks = [json.loads(line.removeprefix("data: ")) for line in lines[:-1]]
    assert chunks[-1]["usage"]["total_tokens"] == 120
    assert chunks[-2]["choices"][0]["finish_reason"] == "stop"
