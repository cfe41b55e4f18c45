"""The board that a company's own page embeds: a frame, a script's address, or an id of the board in the page's URL."""

import re

from scraper.extract.boards.board import Board, Place, address
from scraper.extract.boards.table import board_of

FRAME = re.compile(
    rb"""(?:src|href|data-src)\s*=\s*["'](?:https?:)?(//(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io/embed/[^"']+|//jobs\.(?:eu\.)?lever\.co/[^"']+|//jobs\.ashbyhq\.com/[^"']+|//apply\.workable\.com/[^"']+|//[\w-]+\.recruitee\.com/o/[^"']+|//[\w-]+\.bamboohr\.com/careers/\d+[^"']*)"""
)
GREENHOUSE_FOR = re.compile(rb"greenhouse\.io/embed/job_board/js\?(?:[^\"']*&(?:amp;)?)?for=([\w-]+)")
ASHBY_FOR = re.compile(rb"jobs\.ashbyhq\.com/([\w.%-]+)/embed")


def embedded_board(body: bytes, url: str) -> tuple[Board, Place] | None:
    """The board and the job in it, where page and URL together name one job."""
    at = address(url)
    if (company := GREENHOUSE_FOR.search(body)) and (job := at.query.get("gh_jid", "")).isdecimal():
        return board_of(f"https://boards.greenhouse.io/{company[1].decode()}/jobs/{job}")
    if (company := ASHBY_FOR.search(body)) and (job := at.query.get("ashby_jid", "")):
        return board_of(f"https://jobs.ashbyhq.com/{company[1].decode()}/{job}")
    for frame in FRAME.finditer(body):
        found = board_of("https:" + frame[1].decode("ascii", "replace").replace("&amp;", "&"))
        if found is not None and found[1].job:
            return found
    return None
