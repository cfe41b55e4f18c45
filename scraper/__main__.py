"""python -m scraper URL_OR_FILE [--url URL]      one posting as JSON
python -m scraper --batch IN.jsonl OUT.jsonl   many saved pages: {"id", "file", "url"} in, flat rows out
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from scraper.errors import ScrapeError
from scraper.posting import Posting
from scraper.scrape import parse, scrape

NO_POSTING = frozenset({"listing", "not_posting", "login", "captcha", "consent"})
TYPES = {".json": "application/json", ".xml": "application/xml", ".txt": "text/plain"}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m scraper", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("source", nargs="?", metavar="URL_OR_FILE")
    parser.add_argument("--url", default="", help="the address a saved file came from")
    parser.add_argument("--batch", nargs=2, type=Path, metavar=("IN.jsonl", "OUT.jsonl"))
    options = parser.parse_args(arguments)
    if options.batch:
        run_batch(*options.batch)
        return 0
    if not options.source:
        parser.error("name a URL or a file")
    try:
        posting = read_source(options.source, options.url)
    except ScrapeError as error:
        print(f"{error.code}: {error}", file=sys.stderr)
        return 1
    print(json.dumps(posting.to_dict(), ensure_ascii=False, indent=2))
    return 0


def read_source(source: str, url: str) -> Posting:
    file = Path(source)
    if "://" not in source and file.is_file():
        return parse(file.read_bytes(), url, TYPES.get(file.suffix.lower(), ""))
    return scrape(source)


def run_batch(wanted: Path, written: Path) -> None:
    """Reads saved pages; `file` is relative to the folder of IN.jsonl or to the working directory."""
    with wanted.open(encoding="utf-8") as rows, written.open("w", encoding="utf-8") as out:
        for row in rows:
            if row.strip():
                case = json.loads(row)
                file = wanted.parent / case["file"]
                file = file if file.is_file() else Path(case["file"])
                posting = parse(file.read_bytes(), case.get("url") or "", TYPES.get(file.suffix.lower(), ""))
                out.write(json.dumps(flat(case["id"], posting), ensure_ascii=False) + "\n")


def flat(case: str, posting: Posting) -> dict[str, Any]:
    """The posting as the row of a table of measured cases: no title where the page is no single posting."""
    row = posting.to_dict()
    for key in ("found", "hidden", "hint"):
        del row[key]
    row["employment_type"] = [kind for kind in posting.employment_type.split(", ") if kind]
    if posting.kind in NO_POSTING:
        row |= {"title": None, "salary": None, "description": ""}
    return {"id": case, **row}


if __name__ == "__main__":
    sys.exit(main())
