"""The boards we know; a new one is a file beside this and a row here."""

from scraper.extract.boards import (
    ashby,
    bamboohr,
    breezy,
    eightfold,
    greenhouse,
    lever,
    linkedin,
    manatal,
    oracle,
    personio,
    recruitee,
    rippling,
    smartrecruiters,
    teamtailor,
    workable,
    workday,
)
from scraper.extract.boards.board import Board, Place

BOARDS: tuple[Board, ...] = (
    greenhouse.BOARD,
    lever.BOARD,
    ashby.BOARD,
    smartrecruiters.BOARD,
    workday.BOARD,
    workable.BOARD,
    recruitee.BOARD,
    personio.BOARD,
    teamtailor.BOARD,
    bamboohr.BOARD,
    rippling.BOARD,
    oracle.BOARD,
    eightfold.BOARD,
    linkedin.BOARD,
    manatal.BOARD,
    breezy.BOARD,
)


def board_of(url: str) -> tuple[Board, Place] | None:
    """The board a URL belongs to and the place in it, or None."""
    for board in BOARDS:
        if (place := board.locate(url)) is not None:
            return board, place
    return None
