"""Pills: a short code on a coloured ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import FONT, SMALL


class Pill(QWidget):
    """A code such as SOI 5 in the colour of its group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._ink = QColor()
        self._ground = QColor()
        self._font = QFont(FONT)
        self._font.setPixelSize(SMALL)
        self._font.setWeight(QFont.Weight.DemiBold)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, ink: str, ground: str) -> None:
        """Show a text in a colour on a ground (#RRGGBB)."""
        self._text, self._ink, self._ground = text, QColor(ink), QColor(ground)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that the text needs."""
        metrics = QFontMetricsF(self._font)
        return QSize(int(metrics.horizontalAdvance(self._text)) + 17, int(metrics.height()) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._ink)
        painter.setFont(self._font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
