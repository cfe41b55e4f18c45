"""`python -m agent read FILE...`: each file as a line of JSON, `{"file", "resume"}`, the resume being JSON Resume."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from agent.errors import ReadError
from agent.resume.read.child import read_resume
from agent.resume.write.json_resume import to_json_resume


def main(files: list[str], *, ocr: bool = False, languages: Sequence[str] = ()) -> int:
    """Read each file; one that cannot be read is told on stderr and makes the exit status 1.

    With `ocr` scans are read by Tesseract in its `languages` (`eng`, `deu`, …; none: those it has).
    """
    status = 0
    for file in files:
        try:
            resume = read_resume(Path(file).read_bytes(), Path(file).name, ocr=ocr, languages=languages)
        except (ReadError, OSError) as error:
            print(f"{file}: {error}", file=sys.stderr)
            status = 1
        else:
            print(json.dumps({"file": file, "resume": to_json_resume(resume)}, ensure_ascii=False))
    return status
