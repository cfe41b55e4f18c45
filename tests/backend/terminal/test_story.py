"""The whole story at a terminal, against a real server."""

from __future__ import annotations

import shlex
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from pypdf import PdfReader

from tests.backend.terminal.conftest import Pipe, Start
from tests.backend.terminal.terminal import SESSION, Terminal
from tests.story.full_page import full_page
from tests.story.samples import POSTING_TEXT
from tests.story.server import Server, Site
from tests.story.unsure import SWAPPED

EDITED = "Python, Kubernetes, GitLab pipelines"


def answer_questions(terminal: Terminal, *answers: str) -> None:
    """These answers, then skipping, until the review."""
    waiting = list(answers)
    while "a accept" not in (shown := terminal.await_text("> ")):
        assert "? " in shown
        terminal.type(f"{waiting.pop(0) if waiting else ''}\n")


def slow_page(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(6)
    handler.send_error(404)


def test_person_answers_accepts_edits_and_rejects(tailor: Start, folder: Path, shared_server: Server) -> None:
    terminal = tailor("mara.pdf", "job.txt", "-o", "out")
    answer_questions(terminal, "Yes, at Larkspur Freight I wrote two gRPC services.")
    terminal.type("e\n")
    terminal.await_text("The line as you want it:")
    terminal.enter("\x15" + EDITED)  # Ctrl-U: the line that stood there goes
    terminal.enter("accept")
    terminal.enter("R")
    while "Anything else?" not in (shown := terminal.await_text("> ")):
        assert "Change 1 of" in shown
        terminal.type("R\n")
    terminal.type("\n")
    assert terminal.end() == 0, terminal.shown
    assert "\x1b[31m" in terminal.output
    assert "\x1b[32m" in terminal.output
    assert "Score " in terminal.shown
    assert "Terraform" in terminal.shown.split("Done")[-1]

    [session] = terminal.sessions(shared_server.url)
    assert session["status"] == "completed"
    states = [change["state"] for change in session["changes"]]
    assert states[:2] == ["edited", "accepted"]
    assert set(states[2:]) <= {"rejected", "blocked"}
    written = sorted((folder / "out").iterdir())
    assert {path.suffix for path in written} >= {".pdf", ".md"}
    assert all(f"Written: out/{path.name}" in terminal.shown for path in written)
    [markdown] = [path for path in written if path.suffix == ".md"]
    assert EDITED.rsplit(", ", maxsplit=1)[-1] in markdown.read_text()
    [pdf] = [path for path in written if path.suffix == ".pdf"]
    assert "Larkspur Freight" in PdfReader(pdf).pages[0].extract_text()


def test_auto_asks_nothing_and_stays_plain(pipe: Pipe, folder: Path) -> None:
    piped = pipe("mara.pdf", "job.txt", "--auto", "-o", "mara.txt")
    assert piped.status == 0, piped.errors
    assert "\x1b" not in piped.output
    assert "? " not in piped.output
    assert "Kubernetes" in (folder / "mara.txt").read_text()
    assert sorted(path.name for path in folder.iterdir()) == ["job.txt", "mara.pdf", "mara.txt"]


def test_end_of_piped_answers_skips_the_rest_and_claims_nothing(
    pipe: Pipe, folder: Path, shared_server: Server, site: Site
) -> None:
    piped = pipe("mara.pdf", site.url("/jobs/backend"), typed="no\n")
    assert piped.status == 0, piped.errors
    [session] = piped.desk.sessions(shared_server.url)
    assert session["status"] == "completed"
    assert session["changes"]
    assert {change["state"] for change in session["changes"]} <= {"rejected", "blocked"}
    assert list(folder.glob("*.pdf")) != [folder / "mara.pdf"]


def test_ctrl_c_stops_and_the_printed_command_goes_on(
    tailor: Start, pipe: Pipe, folder: Path, shared_server: Server
) -> None:
    terminal = tailor("mara.pdf", "job.txt", "-o", "out folder")
    asked = terminal.await_text("Enter skips")
    terminal.await_text("> ")
    terminal.interrupt()
    assert terminal.end() == 130
    assert terminal.sessions(shared_server.url)[0]["status"] == "stopped"
    [command] = [line for line in terminal.shown.splitlines() if SESSION.search(line)]
    words = shlex.split(command.split("Go on with: ")[1])
    assert words[1:4] == ["-m", "backend", "tailor"]

    again = pipe(*words[4:], server=None, typed="skip all\nA\nA\nA\n")
    assert again.status == 0, again.errors
    question = next(line.strip() for line in asked.splitlines() if line.startswith("? "))
    assert again.output.count(question) == 1
    assert "Reading your resume" not in again.output
    assert list((folder / "out folder").glob("*.pdf"))
    [session] = again.desk.sessions(shared_server.url)
    assert session["status"] == "completed"
    assert "accepted" in {change["state"] for change in session["changes"]}


def test_ctrl_c_while_the_agent_works_stops_it(tailor: Start, shared_server: Server, site: Site) -> None:
    site.pages["/slow-page"] = slow_page
    terminal = tailor("mara.pdf", site.url("/slow-page"), "--auto")
    terminal.await_text("Reading the job posting")
    terminal.interrupt()
    assert terminal.end() == 130, terminal.shown
    assert SESSION.search(terminal.shown)
    assert terminal.sessions(shared_server.url)[0]["status"] == "stopped"


def test_instruction_in_the_review_is_answered_and_the_review_goes_on(pipe: Pipe) -> None:
    piped = pipe("mara.pdf", "job.txt", typed="skip all\nc why?\nr\nA\nA\nA\n")
    assert piped.status == 0, piped.errors
    asked, answered = piped.output.split("> c why?")
    assert "Change 1 of" in asked
    assert "Agent: " in answered.split("Change 1 of")[0]


def test_posting_that_cannot_be_read_is_pasted(pipe: Pipe, site: Site) -> None:
    typed = f"too short\n.\n{POSTING_TEXT}\n.\nskip all\nA\nA\nA\n"
    piped = pipe("mara.pdf", site.url("/login-wall"), typed=typed)
    assert piped.status == 0, piped.errors
    assert "too short to be a job posting" in piped.output
    assert "accepted" in piped.output


def test_what_was_read_wrongly_is_set_right_first(pipe: Pipe, folder: Path) -> None:
    (folder / "ilka.txt").write_text(SWAPPED)
    piped = pipe("ilka.txt", "job.txt", "-o", "ilka.md", typed="Why?\nt\nskip all\nA\nA\nA\n")
    assert piped.status == 0, piped.errors
    asked, later = piped.output.split("Matching your resume", 1)
    assert "? Is “Tidewater” your title at Growth?" in asked
    assert "In your file: “Tidewater · Growth · 2019 - 2023”" in asked
    assert "question, not an answer" in asked
    assert "In your file" not in later
    assert "### Growth\n\nTidewater" in (folder / "ilka.md").read_text()


def test_pages_are_told_and_what_to_leave_out_is_offered(pipe: Pipe, folder: Path) -> None:
    (folder / "full.txt").write_text(full_page())
    told = "Yes, at Larkspur Freight I wrote two gRPC services for every carrier.\nskip all\n"
    piped = pipe("full.txt", "job.txt", "-o", "full.pdf", "--template", "classic", typed=f"{told}A\na\nA\nA\n")
    assert piped.status == 0, piped.errors
    assert "fills 2 pages; it filled 1 page" in piped.output
    assert "a line to remove" in piped.output
    assert "1 page again" in piped.output
    assert "Pages: 1." in piped.output
    assert len(PdfReader(folder / "full.pdf").pages) == 1


def test_posting_that_nobody_hands_in_ends_with_the_way_back(pipe: Pipe, site: Site) -> None:
    piped = pipe("mara.pdf", site.url("/login-wall"), "--auto")
    assert piped.status == 1
    [line] = piped.errors.splitlines()
    assert SESSION.search(line)
