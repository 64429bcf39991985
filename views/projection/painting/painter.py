"""Paints the room's picture; what a line of text looks like is worked out once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QStaticText

from views.projection.laying.scene import Area, Item, Panel, Scene, Sign, Text, touching
from views.projection.painting.ruler import room_font
from views.theme import RoomTheme


def paint_scene(painter: QPainter, scene: Scene, theme: RoomTheme, area: Area | None = None) -> None:
    """Paint a picture, its ground first, or an area of it alone."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    items, rectangle = scene.items, QRectF(0, 0, scene.width, scene.height)
    if area is not None:
        left, top, right, bottom = area
        rectangle = QRectF(left, top, right - left, bottom - top)
        items = touching(items, area)
    painter.setClipRect(rectangle)
    painter.fillRect(rectangle, QColor(colour(theme, "ground")))
    paint_items(painter, items, theme)


def paint_items(painter: QPainter, items: tuple[Item, ...], theme: RoomTheme) -> None:
    """Paint parts of a picture, back to front; texts of one style together."""
    for item in items:
        if isinstance(item, Panel):
            _paint_panel(painter, item, theme)
        elif isinstance(item, Sign):
            paint_sign(painter, item, colour(theme, item.ink))
    style: tuple[float, int] | None = None
    for text in sorted((item for item in items if isinstance(item, Text)), key=lambda one: (one.size, one.weight)):
        if (text.size, text.weight) != style:
            style = (text.size, text.weight)
            painter.setFont(room_font(*style))
        shown, ascent = _static(text.text, text.size, text.weight)
        painter.setPen(QColor(colour(theme, text.ink)))
        painter.drawStaticText(QPointF(text.x, text.y - ascent), shown)


def colour(theme: RoomTheme, name: str) -> str:
    """Return the colour of a name: a field of the theme, heat.3 or heat_ink.3."""
    kind, _, level = name.partition(".")
    if level:
        return theme.heat[int(level)][1 if kind == "heat_ink" else 0]
    return str(getattr(theme, name))


@lru_cache(maxsize=4_000)
def _static(text: str, size: float, weight: int) -> tuple[QStaticText, float]:
    font = room_font(size, weight)
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(font=font)
    return made, QFontMetricsF(font).ascent()


def _paint_panel(painter: QPainter, one: Panel, theme: RoomTheme) -> None:
    fill = QColor(colour(theme, one.fill))
    box = QRectF(one.x, one.y, one.width, one.height)
    if one.radius:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, one.radius, one.radius)
    else:
        painter.fillRect(box, fill)
    if one.edge:
        painter.fillRect(QRectF(one.x, one.y, max(3.0, one.width / 300), one.height), QColor(theme.edge))


def paint_sign(painter: QPainter, one: Sign, ink: str) -> None:
    """Paint the sign of a state, or a padlock: shape says it, not colour alone."""
    side = one.side
    box = QRectF(one.x, one.y, side, side)
    pen = QPen(QColor(ink), side * 0.1)
    painter.setPen(pen)
    painter.setBrush(QColor(ink))
    inner = box.adjusted(side * 0.08, side * 0.08, -side * 0.08, -side * 0.08)
    if one.state == "late":
        painter.setPen(Qt.PenStyle.NoPen)
        corners = (QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft())
        painter.drawPolygon(QPolygonF(corners))
    elif one.state == "plus":
        painter.setPen(QPen(QColor(ink), side * 0.14))
        painter.drawLine(QPointF(box.center().x(), inner.top()), QPointF(box.center().x(), inner.bottom()))
        painter.drawLine(QPointF(inner.left(), box.center().y()), QPointF(inner.right(), box.center().y()))
    elif one.state == "lock":
        _paint_lock(painter, box, pen)
    else:
        if one.state != "done":
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(inner)
        if one.state == "doing":
            painter.setBrush(QColor(ink))
            painter.drawPie(inner, 90 * 16, 180 * 16)


def _paint_lock(painter: QPainter, box: QRectF, pen: QPen) -> None:
    side = box.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(
        QRectF(box.left() + side * 0.12, box.top() + side * 0.45, side * 0.76, side * 0.53), side * 0.08, side * 0.08
    )
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bow = QPainterPath()
    bow.moveTo(box.left() + side * 0.28, box.top() + side * 0.5)
    bow.lineTo(box.left() + side * 0.28, box.top() + side * 0.3)
    bow.arcTo(QRectF(box.left() + side * 0.28, box.top() + side * 0.06, side * 0.44, side * 0.44), 180, -180)
    bow.lineTo(box.left() + side * 0.72, box.top() + side * 0.5)
    painter.drawPath(bow)
