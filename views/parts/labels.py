"""Labels that show user text literally, whatever is in it."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

_AROUND = 24
"""What a button needs beside its text."""


class PlainLabel(QLabel):
    """A label that never takes its text for markup. `role` chooses its look in the style sheet."""

    def __init__(self, text: str = "", role: str = "", *, wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wraps)
        if role:
            self.setProperty("role", role)
        if wraps:
            policy = self.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            self.setSizePolicy(policy)


class ElidedLabel(PlainLabel):
    """A label of one line that ends with an ellipsis where there is no room; its tool tip then says the whole."""

    def __init__(self, text: str = "", role: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        inside = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        whole = tip(self.text()) if shown != self.text() else ""
        if whole != self.toolTip():
            self.setToolTip(whole)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(inside, self.alignment() | Qt.TextFlag.TextSingleLine, shown)


def tip(text: str) -> str:
    """Return `text` as a tool tip that shows it literally; an empty one for none."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let the look follow."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def leave_room(button: QPushButton) -> None:
    """Let a button that is bold while it is chosen be wide enough for that."""
    button.ensurePolished()
    bold = QFont(button.font())
    bold.setWeight(QFont.Weight.DemiBold)
    button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button.text()) + _AROUND)
