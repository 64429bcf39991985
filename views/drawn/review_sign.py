"""The sign ↻ of a measure that waits for a review: drawn, so that no font is needed for it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

SIDE = 11
_STROKE = 1.4
_START, _SPAN = 60 * 16, 290 * 16
"""Sixteenths of a degree: the arc goes round from the right of its top, to the arrow's head above the right."""


@lru_cache(maxsize=16)
def review_sign(colour: str, ratio: float = 1.0) -> QPixmap:
    """Return the picture in a colour (#RRGGBB), for a device of this pixel ratio."""
    pixmap = QPixmap(QSize(round(SIDE * ratio), round(SIDE * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(QRectF(1.5, 1.7, SIDE - 3.2, SIDE - 3.2), _START, _SPAN)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(SIDE - 0.6, 0.6), QPointF(SIDE - 0.6, 5.0), QPointF(SIDE - 5.0, 5.0)]))
    painter.end()
    return pixmap


def review_icon(colour: str) -> QIcon:
    """Return the sign as an icon, sharp on dense screens too."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(review_sign(colour, ratio))
    return made
