"""Cells of the driving matrix that words could belong in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from models.codes import parse_cell
from models.method import MethodPack
from models.suggesting.ranking import Ranking

_AXIS = 0.5
"""What the words of row and column count beside those of the cell."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by its row and column, and how well it fits, 1 for the best of its list."""

    kfa: int
    kf: int
    score: float


def cells(method: MethodPack, text: str, limit: int) -> tuple[Place, ...]:
    """Return at most `limit` cells whose items, policy direction and key factor are most like a text, best first."""
    scores = Ranking(_cells(method), method.stop_words).scores([(text, 1.0)])
    best = nlargest(limit, scores.items(), key=lambda pair: pair[1])
    return tuple(Place(*parse_cell(code), score / best[0][1]) for code, score in best)


def _cells(method: MethodPack) -> Iterator[tuple[str, Sequence[tuple[str, float]]]]:
    for cell in method.cells.values():
        row, _, column = cell.code.partition(".")
        direction, factor = method.directions[row], method.key_factors[column]
        texts = [item.text for item in cell.items]
        if cell.text is not None:
            texts.append(cell.text)
        axes = (direction.text, direction.short, factor.text, factor.short)
        parts = [(text[language], 1.0) for text in texts for language in ("vi", "en")]
        yield cell.code, [*parts, *((text[language], _AXIS) for text in axes for language in ("vi", "en"))]
