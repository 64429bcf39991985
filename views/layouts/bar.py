"""A thin bar that shows a share; painted, for a QProgressBar repaints at once and all that lies beneath it too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

HEIGHT = 5


class Bar(QWidget):
    """A share between 0 and 1; what it means is said in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._colour = QColor()
        self._track = QColor()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, colour: str, track: str) -> None:
        """Show a share in a colour on a track (#RRGGBB)."""
        self._share = min(1.0, max(0.0, share))
        self._colour, self._track = QColor(colour), QColor(track)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the track, and the share on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, width in ((self._track, float(self.width())), (self._colour, self.width() * self._share)):
            if width > 0:
                painter.setBrush(colour)
                painter.drawRoundedRect(QRectF(0, 0, width, HEIGHT), HEIGHT / 2, HEIGHT / 2)
