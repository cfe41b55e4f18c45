"""`tailor`: the terminal client's command line."""

from __future__ import annotations

import argparse
from typing import Any


def add_parser(commands: Any) -> None:
    tailor = commands.add_parser("tailor", help="tailor a resume from the terminal")
    tailor.add_argument("resume")
    tailor.add_argument("job")
    tailor.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    raise SystemExit(f"not yet: {options}")
