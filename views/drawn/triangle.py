"""The triangle F–P–K: which viewpoints, goals and vision lines an initiative keeps to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import FONT, LABEL, SMALL, Theme

KINDS = "FPK"
_RADIUS = 13.0
_GAP = 8.0


class Triangle(QWidget):
    """Corners F, P and K with the items chosen of each; a corner without any is hollow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: Mapping[str, Sequence[str]] = {}
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_items(self, codes: Sequence[str], theme: Theme) -> None:
        """Show the items with these codes in the colours of a theme."""
        self._items = {kind: [code for code in codes if code.startswith(kind)] for kind in KINDS}
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size in which three corners and their items stand clear."""
        return QSize(260, 150)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(180, 150)

    def corners(self) -> Mapping[str, QPointF]:
        """Return where the middle of each corner is."""
        edge = _RADIUS + 3
        middle, bottom = self.width() / 2, self.height() - edge - 12
        reach = min(middle - edge, 130.0)
        return {
            "F": QPointF(middle, edge),
            "P": QPointF(middle - reach, bottom),
            "K": QPointF(middle + reach, bottom),
        }

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the sides, the corners and the codes beside them."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners = self.corners()
        painter.setPen(QPen(QColor(self._theme.accent), 1.4))
        for one, other in ("FP", "PK", "KF"):
            painter.drawLine(corners[one], corners[other])
        for kind, place in corners.items():
            self._paint_corner(painter, kind, place)
        for kind, box, side in self._labels(corners):
            self._paint_codes(painter, kind, box, side)

    def _paint_corner(self, painter: QPainter, kind: str, place: QPointF) -> None:
        assert self._theme is not None
        is_chosen = bool(self._items[kind])
        painter.setPen(QPen(QColor(self._theme.accent), 1.6))
        painter.setBrush(QColor(self._theme.accent if is_chosen else self._theme.card))
        painter.drawEllipse(place, _RADIUS, _RADIUS)
        font = QFont(FONT)
        font.setPixelSize(int(LABEL))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.on_accent if is_chosen else self._theme.accent))
        box = QRectF(place.x() - _RADIUS, place.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, kind)

    def _labels(
        self, corners: Mapping[str, QPointF]
    ) -> tuple[
        tuple[str, QRectF, Qt.AlignmentFlag], tuple[str, QRectF, Qt.AlignmentFlag], tuple[str, QRectF, Qt.AlignmentFlag]
    ]:
        top, left, right = corners["F"], corners["P"], corners["K"]
        half = (right.x() - left.x()) / 2 - _RADIUS - _GAP
        start = top.x() + _RADIUS + _GAP
        above = left.y() - _RADIUS - 9
        return (
            ("F", QRectF(start, top.y() - 10, self.width() - start, 20), Qt.AlignmentFlag.AlignLeft),
            ("P", QRectF(left.x() + _RADIUS + _GAP, above, half, 18), Qt.AlignmentFlag.AlignLeft),
            ("K", QRectF(right.x() - _RADIUS - _GAP - half, above, half, 18), Qt.AlignmentFlag.AlignRight),
        )

    def _paint_codes(self, painter: QPainter, kind: str, box: QRectF, side: Qt.AlignmentFlag) -> None:
        assert self._theme is not None
        font = QFont(FONT)
        font.setPixelSize(SMALL)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        text = QFontMetricsF(font).elidedText(
            ", ".join(self._items[kind]) or "–", Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
