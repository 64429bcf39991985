"""A small disc in one colour, as high as a line of text so that it stands in the middle of one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_SIDE = 8
_LINE = 17


class Dot(QWidget):
    """A disc that marks a line; what it means is said in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colour(self, colour: str) -> None:
        """Take on a colour (#RRGGBB)."""
        self._colour = QColor(colour)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the disc's width and the height of a line."""
        return QSize(_SIDE, _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(QRectF(0, (self.height() - _SIDE) / 2, _SIDE, _SIDE))
