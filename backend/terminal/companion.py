"""A server that ends with the terminal that started it: `python -m backend.terminal.companion`.

Why: a terminal that is killed cannot end its server. The server's standard input is a pipe that the terminal holds; when
it closes, the server ends itself.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time

GRACE_SECONDS = 12


def end_with_parent() -> None:
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(GRACE_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    sys.argv = ["backend", "serve", "--host", "127.0.0.1", "--port", "0"]
    runpy.run_module("backend", run_name="__main__", alter_sys=True)
