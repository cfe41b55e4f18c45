"""LinkedIn: the page a visitor without an account gets, as a fragment of HTML."""

import re

from scraper.extract.boards.board import Board, Place, address


def locate(url: str) -> Place | None:
    at = address(url)
    if not re.fullmatch(r"(?:[a-z]{2,3}\.)?linkedin\.com", at.host):
        return None
    found = re.match(r"/(?:jobs/view|jobs-guest/jobs/api/jobPosting|comm/jobs/view)/(?:[^/]*?-)?(\d{6,})$", at.path)
    job = found[1] if found else at.query.get("currentJobId", "")
    return Place(f"https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/{job}", "", job) if job.isdecimal() else None


BOARD = Board("linkedin", locate)
