"""The checks of a file at the moment of its upload."""

from __future__ import annotations

from agent.resume.read.child import Reading
from agent.resume.read.detect import Format, check_bytes


def check_upload(data: bytes, filename: str = "") -> Format:
    """The format of a file that may be worth reading; raises a `ReadError` at once for one that never could be read.

    `UnsupportedFormat` for what is no PDF, Word file or text, `EncryptedFile` for one with a password, `UnreadableFile`
    for a cut PDF, a broken zip or one that unpacks to too much. Takes well under a millisecond, except for a PDF that
    says it is encrypted: that one is opened, not read, in the child process. Blocks; call it in a thread.
    """
    found = check_bytes(data, filename)
    if found == "pdf" and b"/Encrypt" in data:
        Reading(data, filename, task="probe").run()
    return found
