"""Draws a place where words were found: ticked or not, where it is, the words that go and those that come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sot_wizard.replacing.hits import Hit, Hits
from views.context import Context
from views.theme import FONT, LABEL, SPACE, Theme

_ROW = 26
_BOX = 14.0
_PLACE = 92
_LONGEST = 60
_Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """One line a place: words that go are struck through, words that come underlined; user text is drawn literally."""

    def __init__(self, context: Context, hits: Hits, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._hits = hits
        self.new_words = ""
        self._font = QFont(FONT)
        self._font.setPixelSize(int(LABEL))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        """Return the size of a line."""
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a place."""
        theme = self._context.themes.current
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.accent_ground))
        self._paint_box(painter, self._box(option.rect), hit, theme)
        left = option.rect.left() + SPACE[1] + int(_BOX) + SPACE[1]
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted if hit.found.is_locked else theme.accent))
        place = QRect(left, option.rect.top(), _PLACE, option.rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, hit.place)
        self._paint_words(painter, place.right() + SPACE[1], option.rect, hit, theme)
        painter.restore()

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: _Index) -> bool:
        """Tick by a click on the box, and by the space bar."""
        if isinstance(event, QMouseEvent):
            is_box = event.position().x() < option.rect.left() + 2 * SPACE[1] + _BOX
            if event.type() is QEvent.Type.MouseButtonRelease and is_box:
                return self._turn(index)
            return False
        return super().editorEvent(event, model, option, index)  # type: ignore[arg-type]

    def _turn(self, index: _Index) -> bool:
        is_ticked = self._hits.is_ticked(index.data(Qt.ItemDataRole.UserRole))
        state = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
        return self._hits.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _box(self, row: QRect) -> QRectF:
        return QRectF(row.left() + SPACE[1], row.center().y() - _BOX / 2 + 0.5, _BOX, _BOX)

    def _paint_box(self, painter: QPainter, box: QRectF, hit: Hit, theme: Theme) -> None:
        """Draw the box, or a lock where the answer can only be read."""
        is_ticked = self._hits.is_ticked(hit)
        if hit.found.is_locked:
            painter.setPen(QPen(QColor(theme.muted), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawArc(box.adjusted(3.5, 0.5, -3.5, -5), 0, 180 * 16)
            painter.setBrush(QColor(theme.muted))
            painter.drawRoundedRect(box.adjusted(2, 6, -2, -1), 1.5, 1.5)
            return
        painter.setPen(QPen(QColor(theme.accent if is_ticked else theme.muted), 1.2))
        painter.setBrush(QColor(theme.accent if is_ticked else theme.card))
        painter.drawRoundedRect(box, 4, 4)
        if is_ticked:
            painter.setPen(QPen(QColor(theme.on_accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            points = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
            painter.drawPolyline(QPolygonF([QPointF(box.x() + x * _BOX, box.y() + y * _BOX) for x, y in points]))

    def _paint_words(self, painter: QPainter, left: int, row: QRect, hit: Hit, theme: Theme) -> None:
        metrics = QFontMetricsF(self._font)
        base = row.center().y() + metrics.ascent() / 2 - 1
        x = float(left)
        room = max(40.0, (row.right() - left) * 0.3)
        before = metrics.elidedText(hit.before, Qt.TextElideMode.ElideLeft, room)
        pieces = [(before, "same"), (hit.words[:_LONGEST], "gone"), (hit.after, "same")]
        if self._hits.is_ticked(hit):
            pieces.insert(2, (self.new_words[:_LONGEST], "come"))
        for text, kind in pieces:
            rest = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, row.right() - SPACE[1] - x))
            font = QFont(self._font)
            is_ticked = self._hits.is_ticked(hit)
            font.setStrikeOut(kind == "gone" and is_ticked)
            font.setUnderline(kind == "come")
            font.setWeight(QFont.Weight.Normal if kind == "same" else QFont.Weight.DemiBold)
            ink = {"gone": theme.late if is_ticked else theme.ink, "come": theme.done}
            painter.setFont(font)
            painter.setPen(QColor(theme.muted if hit.found.is_locked else ink.get(kind, theme.ink)))
            painter.drawText(QPointF(x, base), rest)
            x += QFontMetricsF(font).horizontalAdvance(rest)
