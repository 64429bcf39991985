"""The picture of the network: shown, moved about in, and worked on with mouse and keys."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsLineItem, QGraphicsScene, QGraphicsView, QWidget

from views.network.items import CARD_LAYER, CardItem, LinkItem
from views.theme import RADIUS_CARD, Theme

_STEP = 1.2
_LEAST, _MOST, _FIT_MOST, _READABLE = 0.2, 3.0, 1.15, 0.6
_MARGIN = 20.0
_NUDGE = 10.0
_ROOM = 600.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NetworkView(QGraphicsView):
    """Shows a scene of cards and links.

    `chosen()` follows a change of what is selected. `card_dropped(card)` follows a move by mouse, `card_nudged(card)`
    one by keys; `link_drawn(from, to)` carries the codes of two cards that were joined; `card_opened(code)` follows a
    double click or Enter; `walked(right, down)` asks for the neighbour of the selected card; `addition_wanted()` and
    `removal_wanted()` follow Insert and Delete.
    """

    chosen = Signal()
    card_dropped = Signal(object)
    card_nudged = Signal(object)
    link_drawn = Signal(str, str)
    card_opened = Signal(str)
    walked = Signal(int, int)
    addition_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network.view")
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(320, 240)
        self.scene().selectionChanged.connect(self.chosen)
        self._theme: Theme | None = None
        self._fits = True
        self._from: CardItem | None = None
        self._rubber: QGraphicsLineItem | None = None
        self._pressed_at: QPointF | None = None
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.setInterval(0)
        self._refit.timeout.connect(self._fit_again)

    @property
    def scale_now(self) -> float:
        """Return how large a point of the scene is, in pixels."""
        return self.transform().m11()

    def take_on(self, theme: Theme) -> None:
        """Take on the colours of a theme."""
        self._theme = theme
        self.setBackgroundBrush(QColor(theme.card))

    def card(self) -> CardItem | None:
        """Return the selected card."""
        return next((one for one in self.scene().selectedItems() if isinstance(one, CardItem)), None)

    def link(self) -> LinkItem | None:
        """Return the selected link."""
        return next((one for one in self.scene().selectedItems() if isinstance(one, LinkItem)), None)

    def choose(self, item: CardItem | LinkItem | None) -> None:
        """Select one thing alone, and let it be seen; None selects nothing."""
        scene = self.scene()
        was = scene.blockSignals(True)
        scene.clearSelection()
        if item is not None:
            item.setSelected(True)
        scene.blockSignals(was)
        if item is not None:
            self.ensureVisible(item.sceneBoundingRect(), 12, 12)
        self.viewport().update()
        self.chosen.emit()

    def make_room(self) -> None:
        """Let the scene be a little larger than what is in it, so that cards can be moved outwards."""
        self.scene().setSceneRect(self._filled().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))

    def fit(self, codes: Collection[str] = ()) -> None:
        """Show everything as large as there is room, and go on doing so in a new size.

        Where cards would be too small to read, show these alone.
        """
        scale = self._fitting(self._filled())
        cards = [one for one in self.scene().items() if isinstance(one, CardItem) and one.code in codes]
        self._fits = not cards or scale >= _READABLE
        area = self._filled()
        if not self._fits:
            area = QRectF()
            for card in cards:
                area = area.united(card.sceneBoundingRect())
            scale = self._fitting(area)
        if scale <= 0:
            return
        self.resetTransform()
        self.scale(max(_LEAST, scale), max(_LEAST, scale))
        self.centerOn(area.center())

    def zoom(self, factor: float) -> None:
        """Make everything larger or smaller."""
        self._fits = False
        wanted = max(_LEAST, min(_MOST, self.scale_now * factor))
        factor = wanted / self.scale_now
        self.scale(factor, factor)

    def zoom_in(self) -> None:
        """Make everything larger by a step."""
        self._zoom_about_middle(_STEP)

    def zoom_out(self) -> None:
        """Make everything smaller by a step."""
        self._zoom_about_middle(1 / _STEP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, move with Shift and them, zoom with +, - and 0; Enter opens, Insert and Delete edit."""
        key = Qt.Key(event.key())
        card = self.card()
        if key in _ARROWS:
            self._on_arrow(*_ARROWS[key], moves=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and card is not None:
            self.card_opened.emit(card.code)
        elif key == Qt.Key.Key_Insert:
            self.addition_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_Escape and self.scene().selectedItems():
            self.choose(None)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw a link on a card's handle; else select, move or pan."""
        at = self.mapToScene(event.position().toPoint())
        card = self._card_at(at)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and card is not None and card.shows_handle and card.handle().contains(card.mapFromScene(at)):
            self._begin_link(card, at)
            return
        self._pressed_at = card.pos() if card is not None else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the line that is drawn follow."""
        if self._rubber is not None:
            line = self._rubber.line()
            self._rubber.setLine(QLineF(line.p1(), self.mapToScene(event.position().toPoint())))
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a link on a card, or a card at its new place."""
        if self._rubber is not None:
            self._end_link(self.mapToScene(event.position().toPoint()))
            return
        super().mouseReleaseEvent(event)
        card = self.card()
        if card is not None and self._pressed_at is not None and card.pos() != self._pressed_at:
            self.card_dropped.emit(card)
        self._pressed_at = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the initiative of a card."""
        card = self._card_at(self.mapToScene(event.position().toPoint()))
        if card is not None:
            self.card_opened.emit(card.code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on fitting everything when nobody has zoomed."""
        super().resizeEvent(event)
        if self._fits:
            self._refit.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, with a ring when the keys go to it."""
        super().paintEvent(event)
        if self.hasFocus() and self._theme is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            inside = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inside, RADIUS_CARD - 2, RADIUS_CARD - 2)

    def _on_arrow(self, right: int, down: int, *, moves: bool) -> None:
        card = self.card()
        if card is not None and moves:
            card.moveBy(right * _NUDGE, down * _NUDGE)
            self.card_nudged.emit(card)
        else:
            self.walked.emit(right, down)

    def _zoom_about_middle(self, factor: float) -> None:
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.zoom(factor)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    def _fit_again(self) -> None:
        if self._fits:
            self.fit()

    def _fitting(self, area: QRectF) -> float:
        """Return the scale at which an area fits, 0 for none."""
        room = self.viewport().rect()
        if area.isEmpty() or room.isEmpty():
            return 0.0
        wide, high = area.width() + 2 * _MARGIN, area.height() + 2 * _MARGIN
        return min(room.width() / wide, room.height() / high, _FIT_MOST)

    def _filled(self) -> QRectF:
        area = QRectF()
        for item in self.scene().items():
            area = area.united(item.sceneBoundingRect())
        return area

    def _card_at(self, at: QPointF) -> CardItem | None:
        return next((one for one in self.scene().items(at) if isinstance(one, CardItem)), None)

    def _begin_link(self, card: CardItem, at: QPointF) -> None:
        self._from = card
        self._rubber = QGraphicsLineItem(QLineF(card.mapToScene(card.handle().center()), at))
        assert self._theme is not None
        self._rubber.setPen(QPen(QColor(self._theme.accent), 2, Qt.PenStyle.DashLine))
        self._rubber.setZValue(CARD_LAYER + 1)
        self.scene().addItem(self._rubber)

    def _end_link(self, at: QPointF) -> None:
        origin, rubber, self._from, self._rubber = self._from, self._rubber, None, None
        if rubber is not None:
            self.scene().removeItem(rubber)
        target = self._card_at(at)
        if origin is not None and target is not None and target is not origin:
            self.link_drawn.emit(origin.code, target.code)
