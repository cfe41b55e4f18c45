"""What the person asks for on the command line: a new session, or to go on with one."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from backend.terminal.errors import BadUsage
from backend.terminal.posting import read_file, read_job


@dataclass(frozen=True)
class Order:
    """A resume by its file's name and bytes, and the fields of the form."""

    name: str
    data: bytes
    form: dict[str, str]


def read_order(options: argparse.Namespace) -> Order | None:
    """None where the person goes on with a session. Raises BadUsage."""
    if options.session is None:
        if options.file is None or options.job is None:
            raise BadUsage("give RESUME and JOB, or --resume SESSION")
        form = {"review": "auto" if options.auto else "each"}
        form |= {
            name: getattr(options, name) for name in ("language", "intensity", "template") if getattr(options, name)
        }
        path = Path(options.file)
        return Order(path.name, read_file(path), {**read_job(options.job), **form})
    if options.file is not None or options.auto or options.language or options.intensity:
        raise BadUsage(
            "--resume SESSION goes on as the session was begun; give only -o, --template, --paper, --server, --user"
        )
    try:
        options.session = str(UUID(options.session))
    except ValueError:
        raise BadUsage(f"--resume {options.session}: not the id of a session") from None
    return None
