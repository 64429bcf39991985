"""The mini heat: the 8 × 4 matrix of an initiative as small squares, darker for more measures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_CELL_WIDTH, _CELL_HEIGHT, _GAP = 9, 5, 2
_STEPS = (0.0, 0.35, 0.65, 1.0)
"""How dark a square is with none, one, two, and three or more measures."""


class MiniHeat(QWidget):
    """A picture of where an initiative's measures stand."""

    def __init__(self, rows: int = 8, columns: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._columns = rows, columns
        self._counts: Mapping[tuple[int, int], int] = {}
        self._colour = QColor()
        self._empty = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[tuple[int, int], int], colour: str, empty: str, name: str) -> None:
        """Show how many measures each cell (KFA number, KF number) holds; `name` says it in words."""
        self._counts, self._colour, self._empty = counts, QColor(colour), QColor(empty)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all squares."""
        return QSize(self._columns * (_CELL_WIDTH + _GAP), self._rows * (_CELL_HEIGHT + _GAP))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the squares."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for row in range(self._rows):
            for column in range(self._columns):
                count = self._counts.get((row + 1, column + 1), 0)
                painter.setBrush(self._shade(count))
                x, y = column * (_CELL_WIDTH + _GAP), row * (_CELL_HEIGHT + _GAP)
                painter.drawRoundedRect(QRectF(x, y, _CELL_WIDTH, _CELL_HEIGHT), 1.5, 1.5)

    def _shade(self, count: int) -> QColor:
        share = _STEPS[min(count, len(_STEPS) - 1)]
        return mix(self._empty, self._colour, share)


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return `colour` laid over `ground` with a strength of 0–1."""
    return QColor.fromRgbF(
        ground.redF() + (colour.redF() - ground.redF()) * share,
        ground.greenF() + (colour.greenF() - ground.greenF()) * share,
        ground.blueF() + (colour.blueF() - ground.blueF()) * share,
    )
