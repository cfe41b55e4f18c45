"""python tests/floor/score_jobs.py [--eval FOLDER]      how much of real postings is read, per site

Runs the scraper on the cases with known answers and prints the table of the cases' own scorer, beside it what
extruct and trafilatura read of the same pages. Without the folder of cases it says so and ends well.
"""

import argparse
import contextlib
import importlib.util
import io
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

FIELDS = (
    "title",
    "company",
    "location",
    "description_recall",
    "description_clean",
    "employment_type",
    "date_posted",
    "salary",
)
CHECKS = ("apply_page_no_description", "listing_rejected", "salary_not_invented")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, default=ROOT / ".." / "shared" / "eval")
    parser.add_argument("--misses", action="store_true", help="name every field that was not read")
    options = parser.parse_args(arguments)
    truth = options.eval / "open" / "jobs" / "truth.jsonl"
    if not truth.is_file():
        print(f"no cases at {truth.parent}: nothing to score")
        return 0
    scorer = load_scorer(options.eval / "tools" / "score.py")
    with tempfile.TemporaryDirectory() as folder:
        ours, others = Path(folder) / "ours.jsonl", Path(folder) / "others.jsonl"
        predict(truth, ours)
        predict_baseline(truth, others)
        mine, told = score(scorer, truth, ours, misses=options.misses)
        theirs, _ = score(scorer, truth, others)
    print_tables(mine, theirs)
    for line in told.splitlines():
        if line.lstrip().startswith("MISS"):
            print(line)
    return 0


def load_scorer(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("cases_scorer", file)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {file}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(truth: Path, written: Path) -> None:
    from scraper.__main__ import run_batch

    run_batch(truth, written)


def predict_baseline(truth: Path, written: Path) -> None:
    """What a general extractor reads: extruct's first JobPosting, trafilatura's title, site name and main text."""
    with truth.open(encoding="utf-8") as rows, written.open("w", encoding="utf-8") as out:
        for row in map(json.loads, rows):
            body = (truth.parent / row["file"]).read_bytes()
            out.write(json.dumps({"id": row["id"], **baseline(body.decode("utf-8", "replace"), row["url"])}) + "\n")


def baseline(markup: str, url: str) -> dict[str, Any]:
    import extruct
    import trafilatura

    if markup.lstrip()[:1] in "{[":
        return {}
    with contextlib.redirect_stderr(io.StringIO()):
        data = extruct.extract(markup, base_url=url, syntaxes=["json-ld", "microdata"], uniform=True, errors="ignore")
        document = trafilatura.bare_extraction(markup, url=url, with_metadata=True)
    node: dict[str, Any] = next(
        (each for nodes in data.values() for each in nodes if each.get("@type") == "JobPosting"), {}
    )
    fields = document if isinstance(document, dict) else document.as_dict() if document is not None else {}
    place = node.get("jobLocation") or {}
    address = (place[0] if isinstance(place, list) else place).get("address") or {}
    salary = node.get("baseSalary") or {}
    value = salary.get("value") if isinstance(salary, dict) else {}
    return {
        "title": node.get("title") or fields.get("title"),
        "company": (node.get("hiringOrganization") or {}).get("name") or fields.get("sitename"),
        "location": ", ".join(str(address[key]) for key in ("addressLocality", "addressRegion", "addressCountry") if isinstance(address, dict) and address.get(key)),
        "description": node.get("description") or fields.get("text") or "",
        "employment_type": node.get("employmentType"),
        "date_posted": node.get("datePosted") or fields.get("date"),
        "salary": {"min": value.get("minValue"), "max": value.get("maxValue"), "currency": salary.get("currency"), "unit": value.get("unitText")} if isinstance(value, dict) and value else None,
    }  # fmt: skip


def score(scorer: ModuleType, truth: Path, predictions: Path, *, misses: bool = False) -> tuple[dict[str, Any], str]:
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        result: dict[str, Any] = scorer.score_jobs(str(truth), str(predictions), misses)
    return result, told.getvalue()


def print_tables(mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    print(f"{'':44s} {'scraper':>9s} {'extruct + trafilatura':>23s}")
    for name in (*FIELDS, "macro", *CHECKS):
        print(f"{name:44s} {percent(mine.get(name)):>9s} {percent(theirs.get(name)):>23s}")
    print("per site")
    for site in sorted(mine["groups"]):
        print(f"  {site:42s} {percent(mine['groups'][site]):>9s} {percent(theirs['groups'].get(site)):>23s}")


def percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


if __name__ == "__main__":
    sys.exit(main())
