"""The widget that shows the room's picture, whole or in small."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from views.projection.laying.scene import Area, Scene, changed_area
from views.projection.painting.painter import colour, paint_scene
from views.theme import ROOM_DARK, RoomTheme

_RING = 2.0


class RoomView(QWidget):
    """Shows a picture and nothing else; `resized` asks for one of another size.

    The picture is painted once, into a pixmap; when another comes only the area that differs is painted.
    """

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene(0, 0, ())
        self._theme = ROOM_DARK
        self._pixmap = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def scene(self) -> Scene:
        """Return the picture that is shown."""
        return self._scene

    def show_scene(self, scene: Scene, theme: RoomTheme) -> None:
        """Show a picture."""
        before, self._scene = self._scene, scene
        if theme is not self._theme or (before.width, before.height) != (scene.width, scene.height):
            self._theme = theme
            self._pixmap = QPixmap()
            self.update()
            return
        area = changed_area(before, scene)
        if area is None or self._pixmap.isNull():
            return
        if (self.width(), self.height()) == (scene.width, scene.height):
            self._paint(area)
            left, top, right, bottom = map(int, area)
            self.update(QRect(left, top, right - left, bottom - top))
        else:
            self._paint(None)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint what is exposed."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._pixmap.size() != size:
            self._pixmap = QPixmap(size)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(QColor(colour(self._theme, "ground")))
            self._paint(None)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colour(self._theme, "edge")), _RING))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the focus, where keys can come here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of the focus away."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of this size."""
        super().resizeEvent(event)
        self.resized.emit()

    def _paint(self, area: Area | None) -> None:
        if not self._scene.width:
            return
        width, height = self._scene.width, self._scene.height
        share = min(self.width() / width, self.height() / height)
        painter = QPainter(self._pixmap)
        painter.translate((self.width() - share * width) / 2, (self.height() - share * height) / 2)
        painter.scale(share, share)
        paint_scene(painter, self._scene, self._theme, area)
        painter.end()
