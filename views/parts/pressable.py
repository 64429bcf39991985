"""A surface that is pressed as a whole: by a click, Enter or Space, with a visible focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from views.theme import RADIUS

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_RING = 2.0


class Pressable(QFrame):
    """Holds other widgets and emits `pressed`; its owner gives it the colour of the ring that shows the focus."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, radius: float = RADIUS) -> None:
        super().__init__(parent)
        self._radius = radius
        self._ring = QColor()
        self._is_down = False
        self.setProperty("press", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_ring(self, colour: str) -> None:
        """Use a colour (#RRGGBB) for the focus."""
        self._ring = QColor(colour)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note that the press began here."""
        self._is_down = event.button() is Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be pressed when the press began and ended here."""
        was_down, self._is_down = self._is_down, False
        if was_down and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter and Space."""
        if event.key() in _KEYS:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring of the focus over the frame."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._ring, _RING))
            inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inside, self._radius, self._radius)
