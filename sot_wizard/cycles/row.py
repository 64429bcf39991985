"""What two cycles say to one question, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from models.plan import Answer
from models.reading.cycles import Compared
from models.wording import Piece, marks
from sot_wizard.review.said import state_line
from views.context import Context
from views.drawn.pill import Pill
from views.parts.labels import PlainLabel
from views.parts.marked_text import MarkedText
from views.parts.pressable import Pressable
from views.theme import BODY, SPACE


class ComparedRow(Pressable):
    """Left the words of the one cycle with what went, right those of the other with what came."""

    focused = Signal()

    def __init__(self, context: Context, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.code = code
        self._pieces: tuple[Piece, ...] = ()
        self._pair: Compared | None = None
        self.setObjectName(f"sot.compared.{code}")
        self.setProperty("kind", "passage")
        self.pill = Pill()
        self.prompt = PlainLabel(role="muted", wraps=True)
        self.first, self.second = MarkedText(size=BODY), MarkedText(size=BODY)
        self.states = PlainLabel(role="small", wraps=True), PlainLabel(role="small", wraps=True)
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        head.addWidget(self.pill, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.prompt, stretch=1)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        grid.setHorizontalSpacing(SPACE[3])
        grid.setVerticalSpacing(SPACE[0])
        grid.addLayout(head, 0, 0, 1, 2)
        for column, (text, state) in enumerate(zip((self.first, self.second), self.states, strict=True)):
            grid.setColumnStretch(column, 1)
            grid.addWidget(text, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(state, 2, column, Qt.AlignmentFlag.AlignTop)

    @property
    def has_changed(self) -> bool:
        """Return whether the two cycles differ here."""
        return self._pair is not None and self._pair.has_changed

    def show_pair(self, pair: Compared, prompt: str) -> None:
        """Show what the two cycles say."""
        self.prompt.setText(prompt)
        old, new = _text(pair.first), _text(pair.second)
        if self._pair is None or (old, new) != (_text(self._pair.first), _text(self._pair.second)):
            self._pieces = marks(old, new)
        self._pair = pair
        for state, answer in zip(self.states, (pair.first, pair.second), strict=True):
            state.setText(state_line(self._context.language, answer))
        say = self._context.language.say
        self.setAccessibleName(f"{self.code}. {prompt}")
        self.setAccessibleDescription(say("comparing.said", first=old, second=new))
        self._show_pieces()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        theme = self._context.themes.current
        self.show_ring(theme.accent)
        self.pill.show_text(self.code, theme.accent, theme.accent_ground)
        self._show_pieces()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys go here."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter and Space, but not with Ctrl, which goes on."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _show_pieces(self) -> None:
        theme = self._context.themes.current
        self.first.show_pieces([piece for piece in self._pieces if piece.kind != "come"], theme)
        self.second.show_pieces([piece for piece in self._pieces if piece.kind != "gone"], theme)


def _text(answer: Answer | None) -> str:
    return answer.text if answer else ""
