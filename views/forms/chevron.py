"""A selector with the mark that it opens a list: the style sheet takes the style's own away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox

_RIGHT, _HALF = 13, 3.5


class ListBox(QComboBox):
    """A QComboBox with a chevron in the colour of its text."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the selector and the chevron over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.Text)
        painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        x, y = self.width() - _RIGHT, self.height() / 2
        painter.drawPolyline([QPointF(x - _HALF, y - 1.5), QPointF(x, y + 2), QPointF(x + _HALF, y - 1.5)])
