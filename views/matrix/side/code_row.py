"""A code and a piece of text that are pressed as one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.drawn.pill import Pill
from views.matrix.side.shortening import shortened
from views.parts.labels import PlainLabel, set_look
from views.parts.pressable import Pressable
from views.theme import SPACE, Theme

_PILL_WIDTH = 32


class CodeRow(Pressable):
    """Leads to an answer or a conclusion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pill = Pill()
        self._pill.setMinimumWidth(_PILL_WIDTH)
        self.text = PlainLabel(role="label", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 3, 2, 3)
        row.setSpacing(SPACE[1] - 2)
        row.addWidget(self._pill, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, stretch=1)

    def show_text(self, code: str, text: str, longest: int, theme: Theme, *, is_muted: bool) -> None:
        """Show a code and its text, cut after so many characters; what stands for a missing text is muted."""
        self._pill.show_text(code, theme.accent, theme.accent_ground)
        self.text.setText(shortened(text, longest))
        set_look(self.text, "role", "muted" if is_muted else "label")
        self.show_ring(theme.accent)
