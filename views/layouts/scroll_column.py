"""A column of cards that scrolls: the bar stands beside the cards, never over them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from views.theme import SPACE

_SETTLED_MS = 20
"""What has just been unfolded has its place by then."""


class ScrollColumn(QScrollArea):
    """Put widgets into `column`; they are as wide as the view allows.

    One that follows the focus brings whatever the keys go to in sight.
    """

    def __init__(self, parent: QWidget | None = None, *, follows_focus: bool = False) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.inside.setProperty("kind", "clear")
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE[2])
        self.setWidget(self.inside)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        application = QApplication.instance()
        if follows_focus and isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Scroll once the widget has its place, but not away from under the mouse."""
        if now is not None and self.inside.isAncestorOf(now) and not QApplication.mouseButtons():
            QTimer.singleShot(_SETTLED_MS, now, lambda: self.ensureWidgetVisible(now, 0, SPACE[3]))

    def _on_range_changed(self, least: int, most: int) -> None:
        self.column.setContentsMargins(0, 0, SPACE[0] if most > least else 0, 0)
