"""Settles tracked changes in a headless LibreOffice; run by the Python that has LibreOffice's `uno` module.

    settle_in_libreoffice.py PROFILE_DIR < jobs.json   (a list of [source, command, target], command empty for as it is)

Each source is opened, the command dispatched, and the text written to the target.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]  # LibreOffice's own, outside the virtual environment


def main() -> None:
    profile = Path(sys.argv[1])
    pipe = f"settle{os.getpid()}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile.as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        settle(connect(pipe).ServiceManager)
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()


def settle(services):
    desktop = services.createInstance("com.sun.star.frame.Desktop")
    dispatcher = services.createInstance("com.sun.star.frame.DispatchHelper")
    for source, command, target in json.load(sys.stdin):
        document = load(desktop, source)
        if command:
            dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{command}", "", 0, ())
        document.storeToURL(
            Path(target).as_uri(), (option("FilterName", "Text (encoded)"), option("FilterOptions", "UTF8,LF"))
        )
        document.close(True)


def load(desktop, source):
    """The document with its view, which after many others is sometimes late."""
    for _ in range(5):
        document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (option("Hidden", True),))
        if document.CurrentController is not None:
            return document
        document.close(True)
        time.sleep(0.2)
    raise SystemExit(f"LibreOffice shows no view of {source}")


def connect(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(200):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


def option(name, value):
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main()
