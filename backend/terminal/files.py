"""Where the tailored resume is written to, and under which names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from backend.terminal.errors import BadUsage, Refused, TerminalError
from backend.terminal.printable import printable
from backend.terminal.sessions import Session

FORMATS = ("pdf", "docx", "md", "txt", "json")
USUAL = ("pdf", "docx", "md")
ENCODED_NAME = re.compile(r"filename\*=UTF-8''([^;\s]+)", re.IGNORECASE)
PLAIN_NAME = re.compile(r'filename="([^"]+)"', re.IGNORECASE)
UNSAFE = re.compile(r'[/\\:*?"<>|]')


@dataclass(frozen=True)
class Target:
    """A folder for the usual formats, or one file whose ending picks the format."""

    folder: Path
    file: Path | None = None

    @property
    def formats(self) -> tuple[str, ...]:
        return (self.file.suffix[1:].lower(),) if self.file else USUAL


def read_target(out: str | None, resume: Path | None) -> Target:
    """Raises BadUsage."""
    if out is None:
        return Target(Path())
    path = Path(out)
    if path.is_dir() or out.endswith(("/", "\\")) or not path.suffix:
        if path.exists() and not path.is_dir():
            raise BadUsage(f"-o {out}: is a file; give a folder, or a name that ends in .{', .'.join(FORMATS)}")
        return Target(path)
    if path.suffix[1:].lower() not in FORMATS:
        raise BadUsage(f"-o {out}: a file name must end in .{', .'.join(FORMATS)}")
    if resume is not None and path.exists() and resume.exists() and path.samefile(resume):
        raise BadUsage(f"-o {out}: is your resume itself, which is never overwritten")
    return Target(path.parent, path)


def write_files(session: Session, target: Target, look: Mapping[str, str]) -> tuple[list[Path], list[str]]:
    """The files written, and a sentence for each format that could not be. Raises TerminalError when none could."""
    written: list[Path] = []
    missing: list[str] = []
    for format in target.formats:
        try:
            data, disposition = session.export(format, look)
        except Refused as refused:
            if refused.status not in (400, 409):
                raise
            missing.append(f"No {format.upper()}: {refused}")
            continue
        written.append(keep(data, target.file or free(target.folder / name_of(disposition, format))))
    if not written:
        raise TerminalError(" ".join(missing))
    return written, missing


def keep(data: bytes, path: Path) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise TerminalError(f"{path}: {error.strerror or error}") from error
    return path


def name_of(disposition: str, format: str) -> str:
    """The server's name for the file, as nothing but a name: no folder, no hidden file."""
    encoded, plain = ENCODED_NAME.search(disposition), PLAIN_NAME.search(disposition)
    given = unquote(encoded[1]) if encoded else plain[1] if plain else ""
    name = UNSAFE.sub("_", printable(given)).replace("\n", " ").replace("\t", " ").strip(" .")[:120]
    stem = name.removesuffix(f".{format}").strip(" .")
    return f"{stem or 'Resume'}.{format}"


def free(path: Path) -> Path:
    """The path, or with a number where a file of that name exists: nothing of the person's is overwritten."""
    number = 2
    found = path
    while found.exists():
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return found
