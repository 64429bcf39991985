"""The toast: a passing sentence at the foot of the window, with undo where it follows a step of work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from views.context import Way
from views.parts.labels import PlainLabel, set_look
from views.theme import SPACE

SHOWN_MS = 6_000
_ABOVE = 44


class Toast(QFrame):
    """A sentence that goes by itself; a problem stays until it is closed.

    `undo_requested` follows its undo, `go_requested(page, place)` the link to what it speaks of.
    """

    undo_requested = Signal()
    go_requested = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("toast")
        self.setProperty("kind", "card")
        self.sentence = PlainLabel(wraps=False)
        self.undo = QPushButton()
        self.undo.setProperty("kind", "link")
        self.undo.clicked.connect(self._on_undo)
        self._way: tuple[str, str] = ("", "")
        self.way = QPushButton()
        self.way.setObjectName("toast.way")
        self.way.setProperty("kind", "link")
        self.way.clicked.connect(self._on_way)
        self.dismiss = QPushButton("✕")
        self.dismiss.setProperty("kind", "link")
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[1], SPACE[1], SPACE[1])
        row.setSpacing(SPACE[2])
        for widget in (self.sentence, self.way, self.undo, self.dismiss):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def note(self, sentence: str, *, with_undo: bool, way: Way | None = None) -> None:
        """Show a sentence for a few seconds."""
        self._show(sentence, with_undo=with_undo, way=way, role="")
        self._timer.start(SHOWN_MS)

    def trouble(self, sentence: str) -> None:
        """Show a problem until it is closed."""
        self._timer.stop()
        self._show(sentence, with_undo=False, role="error")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window's foot."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, sentence: str, *, with_undo: bool, role: str, way: Way | None = None) -> None:
        self.sentence.setText(sentence)
        set_look(self.sentence, "role", role)
        self.undo.setVisible(with_undo)
        self.way.setVisible(way is not None)
        if way is not None:
            self.way.setText(way.words)
            self._way = (way.page, way.place)
        limit = self._window.width() - 2 * SPACE[4]
        self.sentence.setWordWrap(False)
        self.adjustSize()
        if self.sizeHint().width() > limit:
            self.sentence.setWordWrap(True)
            self.sentence.setMinimumWidth(limit - 160)
        else:
            self.sentence.setMinimumWidth(0)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._window.width() - self.width()) // 2, self._window.height() - self.height() - _ABOVE)

    def _on_way(self) -> None:
        self.hide()
        self.go_requested.emit(*self._way)

    def _on_undo(self) -> None:
        self.hide()
        self.undo_requested.emit()
