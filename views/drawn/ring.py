"""The ring: how many of an initiative's questions are done, a segment for each step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import FONT, SMALL

_TURN = 360 * 16
_GAP = 5 * 16


class Ring(QWidget):
    """Segments O S M W A C, each filled by the share of its questions that are done; their sum stands in the middle."""

    def __init__(self, size: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = size
        self._shares: Sequence[float] = ()
        self._text = ""
        self._colour = QColor()
        self._track = QColor()
        self._ink = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[float], text: str, colour: str, track: str, ink: str) -> None:
        """Show the share done of each step (0–1), with `text` in the middle."""
        self._shares, self._text = tuple(shares), text
        self._colour, self._track, self._ink = QColor(colour), QColor(track), QColor(ink)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the side as a square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the segments from the top, clockwise."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._side / 8
        box = QRectF(self.rect()).adjusted(width, width, -width, -width)
        paint_ring(painter, box, self._shares, QPen(self._colour, width), QPen(self._track, width))
        font = QFont(FONT)
        font.setPixelSize(SMALL)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


def paint_ring(painter: QPainter, box: QRectF, shares: Sequence[float], done: QPen, track: QPen) -> None:
    """Paint a segment for each share, from the top, clockwise: the part that is done over its track."""
    length = _TURN / max(1, len(shares))
    for number, share in enumerate(shares):
        start = 90 * 16 - number * length
        span = -(length - _GAP)
        for pen, part in ((track, 1.0), (done, share)):
            if part > 0:
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                painter.setPen(pen)
                painter.drawArc(box, int(start - _GAP / 2), int(span * part))
