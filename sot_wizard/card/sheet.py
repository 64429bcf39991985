"""A sheet over the page: not a box that blocks, Esc closes it and the keys go back to where they were."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from views.parts.card import Card
from views.parts.labels import PlainLabel
from views.theme import SPACE


class Sheet(Card):
    """A heading, a button that closes, and `content` beneath; it stays within its page as that changes its size."""

    closed = Signal()

    def __init__(self, page: QWidget, name: str) -> None:
        super().__init__(page, margin=SPACE[3])
        self._page = page
        self._back: QWidget | None = None
        self._size = (640, 460)
        self.setObjectName(name)
        self.heading = PlainLabel(role="strong", wraps=True)
        self.dismiss = QPushButton("✕")
        self.dismiss.setObjectName(f"{name}.close")
        self.dismiss.setProperty("kind", "flat")
        self.dismiss.clicked.connect(self.close_sheet)
        top = QHBoxLayout()
        top.setSpacing(SPACE[1])
        top.addWidget(self.heading, stretch=1)
        top.addWidget(self.dismiss, alignment=Qt.AlignmentFlag.AlignTop)
        self.content = QVBoxLayout()
        self.content.setSpacing(SPACE[1])
        self.body.addLayout(top)
        self.body.addLayout(self.content, stretch=1)
        page.installEventFilter(self)
        self.hide()

    def open_sheet(self, width: int, height: int) -> None:
        """Come up in the middle of the page, at most so large; what has the keys now gets them back."""
        self._size = (width, height)
        if not self.isVisible():
            self._back = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()

    def close_sheet(self) -> None:
        """Go away."""
        if self.isHidden():
            return
        now = QApplication.focusWidget()
        had_focus = now is not None and (now is self or self.isAncestorOf(now))
        self.hide()
        if had_focus and self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay within the page; go when the page goes."""
        if watched is self._page and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        elif watched is self._page and event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.hide()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc; no other key goes on to what lies beneath."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()

    def _place(self) -> None:
        page = self._page.rect().adjusted(SPACE[1], SPACE[1], -SPACE[1], -SPACE[1])
        box = QRect(0, 0, min(self._size[0], page.width()), min(self._size[1], page.height()))
        box.moveCenter(page.center())
        self.setGeometry(box)
