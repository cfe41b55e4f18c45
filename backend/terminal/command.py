"""`tailor`: the terminal client's command line."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import Any

from backend.terminal.errors import BadUsage, TerminalError

DESCRIPTION = """\
Tailors a resume to a job posting, in conversation: answers the agent's questions, shows every change with its evidence,
and writes the result as PDF, Word and Markdown. Talks to the server at --server (BESPOKE_HOST, BESPOKE_PORT); when none
answers there, it starts one for itself. Ctrl-C stops the session and prints the command that goes on with it."""
EPILOG = """\
Answers may be piped in, one a line, exactly as they would be typed. When they end, the remaining questions are skipped
and the remaining changes are rejected. Exit status: 0 done, 1 refused or failed, 2 wrong usage, 130 stopped."""


def add_parser(commands: Any) -> None:
    parser = commands.add_parser(
        "tailor",
        help="tailor a resume from the terminal",
        usage="python -m backend tailor RESUME JOB [options]\n       python -m backend tailor --resume SESSION [options]",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="RESUME", nargs="?", help="PDF, DOCX, text, Markdown or JSON Resume")
    parser.add_argument("job", metavar="JOB", nargs="?", help="link to the posting, or a text or HTML file; - reads it")
    parser.add_argument("--resume", dest="session", metavar="SESSION", help="go on with a session that was stopped")
    parser.add_argument("--auto", action="store_true", help="ask nothing; apply what your resume supports")
    parser.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        help="folder for the files (default: here), or one file ending in .pdf .docx .md .txt .json",
    )
    parser.add_argument("--server", metavar="URL", help="the server to use; none is started then")
    parser.add_argument(
        "--user",
        metavar="NAME",
        help="sign in to this account (password: BESPOKE_PASSWORD, or asked); "
        "by default the terminal has one of its own",
    )
    parser.add_argument(
        "--language", default="", metavar="CODE", help="of the result, such as en; default: the resume's"
    )
    parser.add_argument("--intensity", default="", choices=("light", "standard", "thorough"), help="how much to change")
    parser.add_argument("--template", default="", choices=("classic", "modern", "compact"), help="how the files look")
    parser.add_argument(
        "--paper", default="", choices=("a4", "letter"), help="of PDF and Word; default: what is usual in your country"
    )
    parser.set_defaults(run=partial(run, parser))


def run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    from backend.terminal.visit import make_visit

    try:
        visit = make_visit(options)
        return visit.hold()
    except BadUsage as error:
        parser.error(str(error))
    except TerminalError as error:
        print(error, file=sys.stderr)
        return 1
