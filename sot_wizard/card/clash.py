"""Two texts for one answer: both are shown, with the words marked in which they differ, until somebody decides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from models.wording import Piece
from views.context import Context
from views.layouts.flow import FlowLayout
from views.parts.labels import PlainLabel
from views.parts.marked_text import MarkedText
from views.theme import SPACE


class ClashBox(QFrame):
    """The text that stands in the plan, and the choice: `taken` that one, `kept` one's own, or `joined` both."""

    taken = Signal()
    kept = Signal()
    joined = Signal()

    def __init__(self, context: Context, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pieces: Sequence[Piece] = ()
        self.setProperty("kind", "notice")
        self.sentence = PlainLabel(role="bold", wraps=True)
        self.other = MarkedText()
        self.none = PlainLabel(role="muted", wraps=True)
        self.take, self.keep, self.join = QPushButton(), QPushButton(), QPushButton()
        choices = QWidget()
        row = FlowLayout(choices, spacing=SPACE[1])
        for button, name, chosen in (
            (self.take, "take", self.taken),
            (self.keep, "keep", self.kept),
            (self.join, "join", self.joined),
        ):
            button.setObjectName(f"sot.clash.{name}.{code}")
            button.clicked.connect(chosen)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[2])
        column.setSpacing(SPACE[1])
        for widget in (self.sentence, self.other, self.none, choices):
            column.addWidget(widget)
        self.hide()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show the text of the plan: of the pieces from one's own to that, those that are the same or have come."""
        self._pieces = [piece for piece in pieces if piece.kind != "gone"]
        self.recolour()
        self.other.setVisible(bool(self._pieces))
        self.none.setVisible(not self._pieces)
        self.show()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.sentence.setText(say("sot.clash"))
        self.none.setText(say("sot.clash_empty"))
        self.take.setText(say("sot.take"))
        self.keep.setText(say("sot.keep"))
        self.join.setText(say("sot.join"))

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.other.show_pieces(self._pieces, self._context.themes.current)
        self.other.setAccessibleName(self.other.text())
