"""The process beside a confined reader that has pictures of pages recognised by the Tesseract program.

Why a process of its own: the reader that holds a stranger's file may open nothing and start nothing. It sends no file,
only the pixels of a page it has drawn, and gets words back. This process and the program it starts have limits too, are
without network where the system allows it, and end with the reader.

A request is three numbers (width, height, dots an inch, seconds left) and then width x height bytes of grey; an answer
is a number and as many bytes of JSON: `{"words": [[text, left, top, right, bottom, base, size, bold, sure], …]}` in
pixels, or `{"error": "slow" | "failed"}`.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import struct
import subprocess
import time
from collections.abc import Sequence
from types import TracebackType
from typing import BinaryIO, Self

from agent.errors import ReadError
from agent.resume.read.limits import confine_recogniser, die_with_parent

HEAD = struct.Struct("!4I")
LENGTH = struct.Struct("!I")
SECONDS = 50
"""For all pages of a file together."""
USUAL = "eng"
LANGUAGES = 4
"""Where in the command the languages stand."""
CODES = {
    "en": "eng", "de": "deu", "es": "spa", "fr": "fra", "pt": "por", "it": "ita", "nl": "nld", "sv": "swe", "da": "dan", "nb": "nor",
    "pl": "pol", "tr": "tur", "ru": "rus", "uk": "ukr", "el": "ell", "zh": "chi_sim", "ja": "jpn", "ko": "kor",
}  # fmt: skip
NO_LANGUAGES = {"osd", "equ", "snum"}
MOST_LANGUAGES = 4
"""Each further language makes reading slower."""
TILTED = 0.002
"""Lines that fall by more than this (a tenth of a degree) are set level and read again."""
SURE = 0.6
"""A page that is read with less than this may lie on its side."""
LEAST_SURE = 0.35
"""A page that is read with less than this is no text: a photograph, a pattern, a page too dark."""


class SlowScan(Exception):
    """Reading the picture of a page took longer than allowed."""


class Recogniser:
    """Reads pictures of pages; to be entered before the process is confined. `present` is false without Tesseract."""

    def __init__(self, languages: Sequence[str] = ()) -> None:
        self.program = shutil.which("tesseract")
        self.languages = languages
        self.connection: socket.socket | None = None
        self.process = 0
        self.deadline = 0.0

    @property
    def present(self) -> bool:
        return self.program is not None

    def __enter__(self) -> Self:
        if self.program is None:
            return self
        ours, theirs = socket.socketpair()
        parent = os.getpid()
        self.process = os.fork()
        if not self.process:
            ours.close()
            serve(theirs, parent, self.program, self.languages)
        theirs.close()
        self.connection = ours
        self.stream = ours.makefile("rwb")
        self.deadline = time.monotonic() + SECONDS
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.connection is not None:
            self.connection.shutdown(socket.SHUT_RDWR)
            self.connection.close()
            self.connection = None
            os.waitpid(self.process, 0)

    def recognise(self, pixels: bytes, width: int, height: int, dots: int) -> list[list[object]]:
        """The words of a picture in grey. Raises `SlowScan`, and `ReadError` when the program fails."""
        left = int(self.deadline - time.monotonic())
        if left < 1:
            raise SlowScan
        self.stream.write(HEAD.pack(width, height, dots, left))
        self.stream.write(pixels)
        self.stream.flush()
        size = self.stream.read(LENGTH.size)
        if len(size) < LENGTH.size:
            raise ReadError("The text in the picture of a page could not be read.")
        answer = json.loads(self.stream.read(*LENGTH.unpack(size)))
        if "words" not in answer:
            raise SlowScan if answer["error"] == "slow" else ReadError("The picture of a page could not be read.")
        found: list[list[object]] = answer["words"]
        return found


def serve(connection: socket.socket, parent: int, program: str, languages: Sequence[str]) -> None:
    """Answer requests until the other side is closed; never returns."""
    status = 1
    try:
        die_with_parent(parent)
        os.environ["OPENBLAS_NUM_THREADS"] = "1"  # each thread of numpy's would take its share of the memory allowed
        confine_recogniser()
        chosen = "+".join(installed(program, languages))
        with connection.makefile("rb") as source, connection.makefile("wb") as target:
            while len(head := source.read(HEAD.size)) == HEAD.size:
                answer_one(source, target, HEAD.unpack(head), [program, "stdin", "stdout", "-l", chosen])
        status = 0
    finally:
        os._exit(status)


def answer_one(source: BinaryIO, target: BinaryIO, head: tuple[int, ...], command: list[str]) -> None:
    width, height, dots, seconds = head
    pixels = source.read(width * height)
    try:
        words = read_picture(pixels, width, height, [*command, "--dpi", str(dots)], time.monotonic() + seconds)
        answer = json.dumps({"words": words}).encode()
    except subprocess.TimeoutExpired:
        answer = b'{"error": "slow"}'
    except (subprocess.SubprocessError, OSError, ReadError):
        answer = b'{"error": "failed"}'
    target.write(LENGTH.pack(len(answer)) + answer)
    target.flush()


def read_picture(pixels: bytes, width: int, height: int, command: list[str], deadline: float) -> list[list[object]]:
    """The words of a page, set upright and level before."""
    import numpy as np

    from agent.resume.read.hocr import lies, slope_of, sureness, text_of
    from agent.resume.read.ink import straighten, unreversed, unruled, unspecked
    from agent.resume.read.scan_words import words_of

    picture = np.frombuffer(pixels, np.uint8).reshape(height, width)
    picture = unruled(unreversed(unspecked(picture)), int(command[-1]) // 2)
    answer = run(picture.tobytes(), width, height, command, deadline)
    if (sureness(answer) < SURE or lies(answer)) and (turns := quarter_turns(pixels, width, height, command, deadline)):
        picture = np.ascontiguousarray(np.rot90(picture, turns))
        answer = run(picture.tobytes(), picture.shape[1], picture.shape[0], command, deadline)
    if sureness(answer) < LEAST_SURE:
        return []
    slope, narrowed = slope_of(answer), narrow(command, text_of(answer))
    if abs(slope) > TILTED:
        picture = straighten(picture, slope)
    if abs(slope) > TILTED or narrowed != command:
        command = narrowed
        answer = run(picture.tobytes(), picture.shape[1], picture.shape[0], command, deadline)
    return [[word.text, *word.box, word.base, word.size, word.bold, word.sure] for word in words_of(answer, picture)]


def narrow(command: list[str], text: str) -> list[str]:
    """The command with the language of the page and English alone, where it has more: too many lead it astray."""
    from agent.resume.read.language import detect_language

    languages = command[LANGUAGES].split("+")
    code = CODES.get(detect_language(text), "")
    if len(languages) <= 2 or code not in languages:
        return command
    chosen = "+".join(dict.fromkeys([code, USUAL] if USUAL in languages else [code]))
    return [*command[:LANGUAGES], chosen, *command[LANGUAGES + 1 :]]


def quarter_turns(pixels: bytes, width: int, height: int, command: list[str], deadline: float) -> int:
    """How many quarters of a turn to the left set the page upright, as far as the program can tell; 0 where it cannot."""
    try:
        told = run(pixels, width, height, [*command[:3], *command[5:], "--psm", "0"], deadline, output=())
    except subprocess.CalledProcessError:
        return 0
    found = dict(line.split(b":", 1) for line in told.splitlines() if b":" in line)
    return (360 - int(found.get(b"Rotate", b"0"))) % 360 // 90


def run(
    pixels: bytes,
    width: int,
    height: int,
    command: list[str],
    deadline: float,
    output: Sequence[str] = ("-c", "thresholding_method=2", "hocr"),
) -> bytes:
    """What the program says about a picture. Sauvola's threshold (2) also sees grey type, and white on a dark bar."""
    parent = os.getpid()
    done = subprocess.run(  # noqa: S603 - a program found on the path, its input by pipe
        [*command, *output],
        input=b"P5 %d %d 255\n" % (width, height) + pixels,
        capture_output=True,
        timeout=max(deadline - time.monotonic(), 0.1),
        check=True,
        env={"PATH": os.environ.get("PATH", ""), "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
        | {name: os.environ[name] for name in ("TESSDATA_PREFIX",) if name in os.environ},
        preexec_fn=lambda: die_with_parent(parent),
    )
    return done.stdout


def installed(program: str, languages: Sequence[str]) -> list[str]:
    """The languages to read with: those asked for, of those there are, and English, which addresses are written in.

    Without a wish all, up to `MOST_LANGUAGES`.
    """
    told = subprocess.run([program, "--list-langs"], capture_output=True, check=False, timeout=10).stdout  # noqa: S603
    known = [line.strip() for line in told.decode(errors="replace").splitlines()[1:]]
    every = sorted((name for name in known if name not in NO_LANGUAGES), key=lambda name: (name == USUAL, name))
    wanted = [language for language in languages if language in known]
    if wanted and USUAL in known and USUAL not in wanted:
        wanted.append(USUAL)
    return wanted or every[:MOST_LANGUAGES] or [USUAL]
