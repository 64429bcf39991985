"""A box to tick, painted so that ticked and not ticked differ by shape in every theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from views.theme import BODY, FONT, Theme

_SIDE = 15.0
_GAP = 7


class TickBox(QCheckBox):
    """A check box with a short text beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def recolour(self, theme: Theme) -> None:
        """Take on the colours of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of box and text."""
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(int(_SIDE) + _GAP + width + 6, 20)

    def hitButton(self, _position: object) -> bool:
        """A click anywhere ticks."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the box, its tick and the text."""
        if self._theme is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        painter.setPen(QPen(QColor(theme.accent if self.isChecked() or self.hasFocus() else theme.muted), 1.2))
        painter.setBrush(QColor(theme.accent if self.isChecked() else theme.card))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.on_accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            points = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
            painter.drawPolyline(QPolygonF([QPointF(box.x() + x * _SIDE, box.y() + y * _SIDE) for x, y in points]))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        font = QFont(FONT)
        font.setPixelSize(BODY)
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        painter.drawText(self.rect().adjusted(int(_SIDE) + _GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
