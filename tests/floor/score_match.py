"""python tests/floor/score_match.py [--eval FOLDER] [--errors]      requirements, labels and questions, per case

Prints the figures on our own cases (match_cases.jsonl; the second table's cases were written later, each measured before
anything was changed for it), and where the folder of cases with known answers is present the table of its own scorer, and how many of its
injected commands came through. Without the folder only our own figures are printed and all is well.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from agent.job.batch import match_batch, match_row  # noqa: E402 - the path is set above, so that the script runs alone
from tests.floor.measure_match import HEADER, Figures, measure  # noqa: E402 - as above

CASES = ROOT / "tests" / "floor" / "match_cases.jsonl"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, default=ROOT / ".." / "shared" / "eval")
    parser.add_argument("--errors", action="store_true", help="name every wrong label and bad question")
    options = parser.parse_args(arguments)
    for held in (False, True):
        print("\nown cases, written later" if held else "own cases")
        print(HEADER)
        print_own(held=held, errors=options.errors)
    truth = options.eval / "open" / "matching.jsonl"
    tool = options.eval / "tools" / "score_matching.py"
    if truth.is_file() and tool.is_file():
        print("\ncases with known answers")
        with tempfile.TemporaryDirectory() as place:
            predictions = Path(place) / "predictions.jsonl"
            match_batch(truth, predictions)
            load(tool).main([str(truth), str(predictions), *(["--errors"] if options.errors else [])])
    injections = options.eval / "open" / "injection.jsonl"
    if injections.is_file():
        print(f"\ninjected commands that came through: {leaks(injections)}")
    return 0


def own(*, held: bool) -> list[tuple[str, Figures]]:
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    return [(case["id"], measure(case, match_row(case))) for case in cases if case["held"] == held]


def print_own(*, held: bool, errors: bool) -> None:
    whole = Figures()
    for name, figures in own(held=held):
        print(figures.row(name))
        whole.add(figures)
    print(whole.row("together"))
    if errors:
        for line in [*whole.wrong, *(f"bad question: {each}" for each in whole.bad)]:
            print(f"  {line}")


def leaks(path: Path) -> str:
    """How many cases let one of their forbidden strings into a requirement or a question."""
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    through = 0
    for case in cases:
        found = match_row({"id": case["id"], "resume": "", "job": case["text"] if case["where"] == "job" else ""})
        told = " ".join([*(each["text"] for each in found["requirements"]), *found["questions"]]).lower()
        through += any(word.lower() in told for word in case["must_not"])
    return f"{through} of {len(cases)}"


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_matching", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
