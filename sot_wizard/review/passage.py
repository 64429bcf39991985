"""One answer or conclusion as it is read: its question, its words, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.plan import Answer
from models.text import fold
from models.wording import Piece
from sot_wizard.review.said import state_line
from views.context import Context
from views.drawn.pill import Pill
from views.parts.labels import PlainLabel, tip
from views.parts.marked_text import MarkedText
from views.parts.pressable import Pressable
from views.theme import BODY, SPACE

_CODES = 34
"""The width of the column of codes, so that all words begin alike."""


class Passage(Pressable):
    """Pressing it, or Enter, goes to where it is written; `focused` follows the focus; Ctrl+C copies the words."""

    focused = Signal()

    def __init__(self, context: Context, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.code = code
        self._answer: Answer | None = None
        self.setObjectName(f"sot.passage.{code}")
        self.setProperty("kind", "passage")
        self.pill = Pill()
        self.prompt = PlainLabel(role="muted", wraps=True)
        self.text = MarkedText(size=BODY)
        self.empty = PlainLabel(role="muted")
        self.state = PlainLabel(role="small", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(SPACE[0])
        for widget in (self.prompt, self.text, self.empty, self.state):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        row.setSpacing(SPACE[1])
        codes = QWidget()
        codes.setFixedWidth(_CODES)
        beside = QVBoxLayout(codes)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.pill, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        beside.addStretch()
        row.addWidget(codes)
        row.addLayout(words, stretch=1)

    def show_answer(self, answer: Answer | None, prompt: str) -> None:
        """Show an answer, or that there is none, below its question."""
        self._answer = answer
        say, theme = self._context.language.say, self._context.themes.current
        has_words = answer is not None and bool(answer.text.strip())
        self.prompt.setText(prompt)
        self.text.setVisible(has_words)
        self.empty.setVisible(not has_words)
        if answer is not None and has_words:
            self.text.show_pieces((Piece("same", answer.text),), theme)
        self.empty.setText(say("reading.empty"))
        self.state.setText(state_line(self._context.language, answer))
        self.setAccessibleName(f"{self.code}. {prompt}")
        self.setAccessibleDescription(f"{answer.text if answer else ''}\n{self.state.text()}".strip())
        self.setToolTip(tip(say("reading.open_tip")))

    def has(self, words: str) -> bool:
        """Return whether the words, folded, stand in it."""
        return self._answer is not None and words in fold(self._answer.text)

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        theme = self._context.themes.current
        self.show_ring(theme.accent)
        self.pill.show_text(self.code, theme.accent, theme.accent_ground)
        if self._answer is not None:
            self.text.show_pieces((Piece("same", self._answer.text),), theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys go here."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the words by Ctrl+C; be pressed by Enter and Space, but not with Ctrl, which goes on."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._answer is not None:
            QGuiApplication.clipboard().setText(self._answer.text)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
