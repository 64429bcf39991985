"""Where a measure came from: each question with the words that were selected; a press goes to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.reading.origins import Origin
from views.context import Context
from views.matrix.side.code_row import CodeRow
from views.parts.labels import tip

_LONGEST = 140


class Origins(QWidget):
    """`pressed(question)` asks for an answer."""

    pressed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._codes: list[str] = []
        self.rows: list[CodeRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_origins(self, origins: Sequence[Origin]) -> None:
        """Show the questions in order."""
        say, theme = self._context.language.say, self._context.themes.current
        while len(self.rows) < len(origins):
            self._add_row()
        self._codes = [one.question for one in origins]
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(origins))
            if number >= len(origins):
                continue
            one = origins[number]
            text = say("matrix.quoted", text=one.words) if one.words else say("matrix.whole_answer")
            row.setObjectName(f"matrix.origin.{one.question}")
            row.show_text(one.question, text, _LONGEST, theme, is_muted=not one.words)
            row.setAccessibleName(say("matrix.go_to_answer", question=one.question, text=row.text.text()))
            row.setToolTip(tip(one.words or one.now))
        self.setVisible(bool(origins))

    def _add_row(self) -> None:
        row, number = CodeRow(), len(self.rows)
        row.pressed.connect(lambda: self.pressed.emit(self._codes[number]))
        self.rows.append(row)
        self._column.addWidget(row)
