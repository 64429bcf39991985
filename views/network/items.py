"""What stands in the network's scene: a card for each initiative, and a link for each dependency."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.pictures.routing import Curve, Point
from models.plan import Dependency, Initiative
from models.text import fold
from views.network.arrangement import CARD_HEIGHT, CARD_WIDTH
from views.network.looks import WIDTHS, Look
from views.theme import FONT, LABEL, Theme

_BAR, _PAD, _RADIUS = 6.0, 8.0, 8.0
_HANDLE = 6.0
_TITLE_LINES = 3
_TITLE = 12.5
_LEADING = 15.5
_GRIP = 11.0
"""How near to a link, in points, a press takes hold of it."""
_QUIET, _BAND = 0.28, 0.25

CARD_LAYER, LINK_LAYER = 10.0, 0.0


def _font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(FONT)
    font.setPixelSize(round(size))
    font.setWeight(weight)
    return font


class CardItem(QGraphicsItem):
    """An initiative: its code in the colour of its group, and its title in three lines."""

    def __init__(self, initiative: Initiative, title: str, label: str, theme: Theme) -> None:
        super().__init__()
        self.initiative = initiative
        self.title = title
        self.label = label
        self.in_circle = False
        self._theme = theme
        self._moved: Callable[[CardItem], None] | None = None
        self.lines = _lines(title, _font(_TITLE), CARD_WIDTH - _BAR - 2 * _PAD)
        self.setZValue(CARD_LAYER)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsGeometryChanges)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.is_hovered = False

    @property
    def code(self) -> str:
        """Return the code of its initiative."""
        return self.initiative.code

    @property
    def folded(self) -> str:
        """Return what a search compares: code and title in both languages."""
        one = self.initiative
        return fold(f"{one.code} {self.label} {one.title.vi} {one.title.en}")

    def follow(self, moved: Callable[[CardItem], None]) -> None:
        """Call `moved` whenever the card has moved."""
        self._moved = moved

    def boundingRect(self) -> QRectF:
        """Return the card with its border and handle."""
        return QRectF(-3, -3, CARD_WIDTH + 6 + _HANDLE, CARD_HEIGHT + 6)

    def shape(self) -> QPainterPath:
        """Return the card and its handle, where it can be taken hold of."""
        path = QPainterPath()
        path.addRect(QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT))
        if self.shows_handle:
            path.addEllipse(self.handle())
        return path.simplified()

    @property
    def shows_handle(self) -> bool:
        """Return whether the handle is seen."""
        return self.is_hovered or self.isSelected()

    def handle(self) -> QRectF:
        """Return the handle from which a link is drawn to another card."""
        return QRectF(CARD_WIDTH - _HANDLE, CARD_HEIGHT / 2 - _HANDLE, 2 * _HANDLE, 2 * _HANDLE)

    def hoverEnterEvent(self, event: Any) -> None:
        """Show the handle."""
        self.prepareGeometryChange()
        self.is_hovered = True
        super().hoverEnterEvent(event)

    def hoverLeaveEvent(self, event: Any) -> None:
        """Hide the handle."""
        self.prepareGeometryChange()
        self.is_hovered = False
        super().hoverLeaveEvent(event)

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: Any) -> Any:
        """Let the links follow when the card moves."""
        if change is QGraphicsItem.GraphicsItemChange.ItemPositionHasChanged and self._moved is not None:
            self._moved(self)
        return super().itemChange(change, value)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """Paint the card."""
        theme = self._theme
        colour = QColor(theme.group(self.initiative.group))
        box = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
        outline = QPainterPath()
        outline.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(outline, QColor(theme.card))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(QRectF(0, 0, _BAR, CARD_HEIGHT), colour)
        painter.restore()
        border = QColor(theme.late) if self.in_circle else colour
        painter.setPen(QPen(border, 2.8 if self.isSelected() or self.in_circle else 1.3))
        painter.drawPath(outline)
        self._paint_words(painter, colour)
        if self.shows_handle:
            painter.setPen(QPen(QColor(theme.card), 1.5))
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(self.handle())

    def _paint_words(self, painter: QPainter, colour: QColor) -> None:
        left = _BAR + _PAD
        code_font, title_font = _font(LABEL, QFont.Weight.DemiBold), _font(_TITLE)
        upper = (CARD_HEIGHT - 17 - _LEADING * len(self.lines)) / 2
        painter.setPen(colour)
        painter.setFont(code_font)
        painter.drawText(QPointF(left, upper + 13), self.label)
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(title_font)
        for number, line in enumerate(self.lines):
            painter.drawText(QPointF(left, upper + 28.5 + _LEADING * number), line)


class LinkItem(QGraphicsItem):
    """A dependency: a line that ends in a head, as thick as it is strong."""

    def __init__(self, link: Dependency, look: Look, theme: Theme) -> None:
        super().__init__()
        self.link = link
        self.look = look
        self._theme = theme
        self._path = QPainterPath()
        self._head = QPolygonF()
        self._shape = QPainterPath()
        self.is_quiet = False
        self.setZValue(LINK_LAYER + look.rank)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def run(self, start: Point, curves: tuple[Curve, ...]) -> None:
        """Run through these curves."""
        self.prepareGeometryChange()
        width = WIDTHS[self.link.strength]
        length, half = 6.5 + 2.0 * width, 3.2 + 1.2 * width
        (x1, y1), (x2, y2) = curves[-1][1], curves[-1][2]
        angle = math.atan2(y2 - y1, x2 - x1)
        back = QPointF(math.cos(angle), math.sin(angle)) * length
        aside = QPointF(-math.sin(angle), math.cos(angle)) * half
        tip = QPointF(x2, y2)
        self._head = QPolygonF([tip, tip - back + aside, tip - back - aside])
        self._path = QPainterPath(QPointF(*start))
        for first, second, end in curves[:-1]:
            self._path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
        self._path.cubicTo(QPointF(*curves[-1][0]), QPointF(x1, y1) - back, tip - back)
        stroker = QPainterPathStroker()
        stroker.setWidth(_GRIP)
        self._shape = stroker.createStroke(self._path)
        self._shape.addPolygon(self._head)

    def middle(self) -> QPointF:
        """Return a point in the middle of the line."""
        return self._path.pointAtPercent(0.5)

    def boundingRect(self) -> QRectF:
        """Return the line with its head and its grip."""
        return self._shape.boundingRect().adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        """Return a broad band along the line, which is easily pressed."""
        return self._shape

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """Paint the line and its head; behind it a light band when it is selected."""
        if self.isSelected():
            band = QColor(self._theme.accent)
            band.setAlphaF(_BAND)
            painter.strokePath(self._path, QPen(band, _GRIP))
        painter.setOpacity(_QUIET if self.is_quiet else 1.0)
        pen = self.look.pen(self._theme, WIDTHS[self.link.strength])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(self._path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawPolygon(self._head)


def _lines(text: str, font: QFont, width: float) -> list[str]:
    """Return a text in the lines that a card has room for, the last one cut with an ellipsis."""
    text = " ".join(text.split())
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= _TITLE_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    units = text.encode("utf-16-le", "surrogatepass")
    ends = [*starts[1:], len(units) // 2]
    lines = [_cut(units, start, end) for start, end in zip(starts, ends, strict=True)]
    if len(lines) > _TITLE_LINES:
        rest = _cut(units, starts[_TITLE_LINES - 1], len(units) // 2)
        lines[_TITLE_LINES - 1 :] = [QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return lines


def _cut(units: bytes, start: int, end: int) -> str:
    """Return a stretch of UTF-16 units, in which Qt counts, as text without spaces and breaks at its ends."""
    return units[2 * start : 2 * end].decode("utf-16-le", "replace").strip()
