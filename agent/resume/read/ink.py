"""What the picture of a page tells beyond its letters: how thick the strokes of a word are, where a bullet's dot stands, and the page set upright.

Pictures are arrays of bytes, rows by columns, 0 black to 255 white; boxes are left, top, right, bottom in pixels.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Pixels = tuple[int, int, int, int]
COARSE, REACH, DARK = 4, 6, 118.0
LINE, THICKEST = 190, 9
GRAINY = (2.0, 4.0)
"""How much neighbouring points of paper differ on grainy pages, of 255."""
FAINT = 25.0
"""Differences of grey below this are paper."""


def stroke(picture: Picture, box: Pixels) -> float:
    """How thick the strokes in a box are, in pixels: twice their ink by their outline, which blur does not change. 0 without ink."""
    crop = cut(picture, box)
    if crop.size < 9:
        return 0.0
    ink = np.abs(crop - np.median(crop))
    ink[ink < FAINT] = 0
    outline = (np.abs(np.diff(ink, axis=0)).sum() + np.abs(np.diff(ink, axis=1)).sum()) * math.pi / 4
    return float(2 * ink.sum() / outline) if outline else 0.0


def filled(picture: Picture, box: Pixels) -> float:
    """Which part of a box is ink, 0 to 1, by how dark its darkest spot is."""
    crop = cut(picture, box)
    around = cut(picture, (box[0] - 4, box[1] - 4, box[2] + 4, box[3] + 4))
    if not crop.size:
        return 0.0
    ink = np.abs(crop - np.median(np.concatenate([around[0], around[-1]])))
    return float(ink.mean() / ink.max()) if ink.max() > FAINT else 0.0


def dot_before(picture: Picture, left: int, base: float, size: float) -> Pixels | None:
    """The box of a lone dot or square right before a line that begins at `left`: the bullet that was not read as a letter."""
    begin, end = max(int(left - 2.4 * size), 0), int(left - 0.2 * size)
    top, bottom = int(base - 0.8 * size), int(base + 0.1 * size)
    crop = cut(picture, (begin, top, end, bottom))
    if crop.size < 9 or min(crop.shape) < 3:
        return None
    ink = np.abs(crop - np.median(crop)) > 3 * FAINT
    columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not len(columns):
        return None
    last = columns[-1]
    breaks = np.flatnonzero(np.diff(columns) > max(2, 0.1 * size))
    first = columns[breaks[-1] + 1] if len(breaks) else columns[0]
    rows = np.flatnonzero(ink[:, first : last + 1].any(axis=1))
    width, height = last - first + 1, rows[-1] - rows[0] + 1
    if not (0.1 * size < width < 0.6 * size and 0.1 * size < height < 0.6 * size and 0.6 < width / height < 1.7):
        return None
    if ink[rows[0] : rows[-1] + 1, first : last + 1].mean() < 0.6 or (first == 0 and begin > 0):
        return None
    return begin + int(first), top + int(rows[0]), begin + int(last) + 1, top + int(rows[-1]) + 1


def unspecked(picture: Picture) -> Picture:
    """A grainy page smoothed: each point the median of the nine around it, twice where it is very grainy."""
    for limit in GRAINY:
        if (
            np.abs(np.diff(picture[::3].astype(np.int16), axis=1)).mean(dtype=float, where=picture[::3, 1:] > LINE)
            < limit
        ):
            break
        picture = median(picture)
    return picture


def median(picture: Picture) -> Picture:
    """The median of three medians, of the rows of three sorted each: the exact one of nine."""
    padded = np.pad(picture, 1, mode="edge")
    low, middle, high = ordered(padded[:-2], padded[1:-1], padded[2:])
    least = np.maximum(np.maximum(low[:, :-2], low[:, 1:-1]), low[:, 2:])
    most = np.minimum(np.minimum(high[:, :-2], high[:, 1:-1]), high[:, 2:])
    return ordered(least, ordered(middle[:, :-2], middle[:, 1:-1], middle[:, 2:])[1], most)[1]


def ordered(one: Picture, two: Picture, three: Picture) -> tuple[Picture, Picture, Picture]:
    low, high = np.minimum(one, two), np.maximum(one, two)
    return np.minimum(low, three), np.maximum(low, np.minimum(high, three)), np.maximum(high, three)


def unreversed(picture: Picture) -> Picture:
    """The page with light type on dark ground made dark on light; ground is what takes the larger part around a point."""
    height, width = (side // COARSE for side in picture.shape)
    if min(height, width) <= 2 * REACH:
        return picture
    small = picture[: height * COARSE, : width * COARSE].reshape(height, COARSE, width, COARSE).mean(axis=(1, 3))
    padded = np.pad(small, ((REACH + 1, REACH), (REACH + 1, REACH)), mode="edge").cumsum(axis=0).cumsum(axis=1)
    side = 2 * REACH + 1
    total = padded[side:, side:] - padded[:-side, side:] - padded[side:, :-side] + padded[:-side, :-side]
    dark = (total / side**2 < DARK).repeat(COARSE, axis=0).repeat(COARSE, axis=1)
    result = picture.copy()
    area = result[: height * COARSE, : width * COARSE]
    area[dark] = 255 - area[dark]
    return result


def unruled(picture: Picture, length: int) -> Picture:
    """The page without level lines of at least `length`, thinner than a stroke of large type: they join with the words beside them."""
    dark = picture < LINE
    sums = np.zeros((dark.shape[0], dark.shape[1] + 1), np.int32)
    np.cumsum(dark, axis=1, out=sums[:, 1:])
    begins = sums[:, length:] - sums[:, :-length] == length
    rows = np.flatnonzero(begins.any(axis=1))
    result = picture.copy()
    for row in rows:
        for column in runs(begins[row]):
            part = slice(column[0], column[1] + length)
            if thickness(dark[:, part], int(row)) <= THICKEST:
                result[max(row - 2, 0) : row + 3, part] = 255
    return result


def runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return [(int(begin), int(end) - 1) for begin, end in zip(edges[::2], edges[1::2], strict=True)]


def thickness(strip: NDArray[np.bool_], row: int) -> int:
    """How many rows around one are dark nearly all along a strip."""
    near = strip[max(row - THICKEST, 0) : row + THICKEST + 1].mean(axis=1) > 0.9
    return int(near.sum())


def straighten(picture: Picture, slope: float) -> Picture:
    """The page turned back, where its lines fall by `slope`, by shearing columns and then rows: right for a few degrees."""
    height, width = picture.shape
    level = np.empty_like(picture)
    for column in range(width):
        level[:, column] = np.roll(picture[:, column], -round(slope * (column - width / 2)))
    for row in range(height):
        level[row] = np.roll(level[row], round(slope * (row - height / 2)))
    return level


def cut(picture: Picture, box: Pixels) -> NDArray[np.float64]:
    left, top, right, bottom = box
    return picture[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)].astype(np.float64)
