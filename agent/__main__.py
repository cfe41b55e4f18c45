"""The agent's parts from the command line, for measuring and for scripts: `python -m agent read | match | ground`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from agent.pace import calm_collector


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m agent", description="Bespoke's reading, matching and proving.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    read = commands.add_parser("read", help="read resumes; a JSON line each: file, resume (JSON Resume)")
    read.add_argument("files", nargs="+", metavar="FILE")
    read.add_argument("--ocr", action="store_true", help="read scans too, with the tesseract program")
    read.add_argument("--languages", default="", metavar="LIST", help="Tesseract's languages, such as eng,deu")
    read.set_defaults(run=run_read)

    match = commands.add_parser("match", help="requirements, match and questions for pairs of resume and job")
    match.add_argument("--batch", nargs=2, required=True, metavar=("IN", "OUT"), help="JSON lines: id, resume, job")
    match.set_defaults(run=run_match)

    ground = commands.add_parser("ground", help="which words the evidence does not support; JSON lines in and out")
    ground.set_defaults(run=run_ground)

    options = parser.parse_args(arguments)
    calm_collector()
    return int(options.run(options))


def run_read(options: argparse.Namespace) -> int:
    from agent.resume.read.command import main as read

    languages = [each for each in options.languages.split(",") if each]
    return read(options.files, ocr=options.ocr, languages=languages)


def run_match(options: argparse.Namespace) -> int:
    from agent.job.batch import match_batch

    match_batch(*options.batch)
    return 0


def run_ground(_options: argparse.Namespace) -> int:
    from agent.change.batch import ground_cases

    for line in ground_cases(sys.stdin):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
