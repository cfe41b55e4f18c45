"""LibreOffice opens the tracked file and settles its changes: all accepted is the clean copy, all rejected the original."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agent.change.apply import apply
from agent.resume.write.docx_edit import edit_docx
from tests.agent.resume.write.word_file import CASES, WHEN, nurse, nurse_file

SCRIPT = Path(__file__).with_name("settle_in_libreoffice.py")


def python_with_uno() -> str:
    for python in ("/usr/bin/python3", sys.executable):
        probe = (
            subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if Path(python).exists()
            else None
        )
        if probe and probe.returncode == 0:
            return python
    return ""


@pytest.fixture(scope="module")
def settled_texts(tmp_path_factory) -> dict[str, dict[str, bytes]]:
    """The text of each case's files by LibreOffice: original, clean, tracked with all accepted, with all rejected."""
    python = python_with_uno()
    if not shutil.which("soffice") or not python:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer-nogui python3-uno")
    folder = tmp_path_factory.mktemp("office")
    source = nurse()
    original = nurse_file(source)
    jobs = []
    for number, (changes, _) in enumerate(CASES.values()):
        result = apply(source, changes)
        files = {"original": original} | {
            mode: edit_docx(original, source, result, changes, mode, date=WHEN) for mode in ("clean", "tracked")
        }
        for name, data in files.items():
            (folder / f"{number}-{name}.docx").write_bytes(data)
        for name, command in (("original", ""), ("clean", ""), ("accepted", "Accept"), ("rejected", "Reject")):
            path = folder / f"{number}-{name if not command else 'tracked'}.docx"
            jobs.append([str(path), command and f"{command}AllTrackedChanges", str(folder / f"{number}-{name}.txt")])
    subprocess.run(
        [python, str(SCRIPT), str(folder / "profile")], input=json.dumps(jobs), text=True, check=True, timeout=100
    )
    states = ("original", "clean", "accepted", "rejected")
    return {
        case: {state: (folder / f"{number}-{state}.txt").read_bytes() for state in states}
        for number, case in enumerate(CASES)
    }


@pytest.mark.parametrize("case", CASES)
def test_accepting_and_rejecting(case, settled_texts):
    texts = settled_texts[case]
    assert texts["accepted"] == texts["clean"]
    assert texts["rejected"] == texts["original"]
    assert texts["clean"] != texts["original"]
