"""The signs of a measure's state, ○ draft ◐ doing ● done ▲ late: drawn, so that no font is needed for them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import Theme

LATE = "late"
SIDE = 10
_STROKE = 1.3


def sign_colour(state: str, theme: Theme) -> str:
    """Return the colour of a state: draft, doing, done or late."""
    return {"draft": theme.draft, "doing": theme.doing, "done": theme.done, LATE: theme.late}[state]


@lru_cache(maxsize=64)
def sign(state: str, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return the picture of a state in a colour (#RRGGBB), for a device of this pixel ratio."""
    pixmap = QPixmap(QSize(round(SIDE * ratio), round(SIDE * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), _STROKE))
    box = QRectF(1.5, 1.5, SIDE - 3, SIDE - 3)
    if state == LATE:
        painter.setBrush(QColor(colour))
        painter.drawPolygon(
            QPolygonF([QPointF(SIDE / 2, 1.5), QPointF(SIDE - 1.2, SIDE - 1.8), QPointF(1.2, SIDE - 1.8)])
        )
    elif state == "done":
        painter.setBrush(QColor(colour))
        painter.drawEllipse(box)
    else:
        painter.drawEllipse(box)
        if state == "doing":
            painter.setBrush(QColor(colour))
            painter.drawPie(box, 90 * 16, 180 * 16)
    painter.end()
    return pixmap


def sign_icon(state: str, theme: Theme) -> QIcon:
    """Return the sign of a state as an icon, sharp on dense screens too."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(sign(state, sign_colour(state, theme), ratio))
    return made


class StatusSign(QWidget):
    """The sign of a state as a widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ""
        self._colour = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(SIDE, SIDE)

    def show_state(self, state: str, theme: Theme, name: str) -> None:
        """Show a state; `name` says it in words."""
        self._state, self._colour = state, sign_colour(state, theme)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: object) -> None:  # noqa: ARG002
        """Paint the sign."""
        if self._state:
            QPainter(self).drawPixmap(0, 0, sign(self._state, self._colour, self.devicePixelRatioF()))
