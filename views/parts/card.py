"""Cards, lines and empty states."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from views.parts.labels import PlainLabel
from views.theme import SPACE


class Card(QFrame):
    """A white surface with rounded corners and a vertical layout."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = SPACE[3]) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(SPACE[1])


class Line(QFrame):
    """A line one pixel thick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")
        self.setFixedHeight(1)


class EmptyState(QWidget):
    """What stands where nothing is yet: what to do, and the button that does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = PlainLabel(role="muted", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE[2])
        layout.addStretch()
        layout.addWidget(self.sentence)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
