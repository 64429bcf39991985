"""The six conclusions of an initiative, O to C: its content, in sight while its measures are laid out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.method import MethodPack
from models.text import LONGEST_TEXT
from views.context import Context
from views.matrix.side.code_row import CodeRow
from views.parts.labels import tip

_LONGEST = 96
"""Characters of a conclusion that are shown until more is asked for."""


class Conclusions(QWidget):
    """`pressed(step)` asks for the card on which a conclusion is written."""

    pressed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._method: MethodPack | None = None
        self._texts: Mapping[str, str] = {}
        self._is_whole = False
        self.rows: dict[str, CodeRow] = {}
        self.more = QPushButton()
        self.more.setObjectName("matrix.conclusions.more")
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._on_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.more)

    def show_texts(self, method: MethodPack, texts: Mapping[str, str]) -> None:
        """Show the conclusions by step: how they begin, or the whole; a step without one says so."""
        if self._method is not method:
            self._method = method
            self._make_rows(method)
        self._texts = texts
        self._fill()

    def _fill(self) -> None:
        assert self._method is not None
        language, theme = self._context.language, self._context.themes.current
        longest = LONGEST_TEXT if self._is_whole else _LONGEST
        for code, row in self.rows.items():
            text = self._texts.get(code, "").strip()
            shown = text or language.say("matrix.no_conclusion")
            row.show_text(code, shown, longest, theme, is_muted=not text)
            step = f"{code}. {language.pick(self._method.steps[code].text)}"
            row.setAccessibleName(f"{step}: {row.text.text()}")
            row.setToolTip(tip(f"{step}: {shown}"))
        self.more.setVisible(any(len(text) > _LONGEST for text in self._texts.values()))
        self.more.setText(language.say("matrix.less" if self._is_whole else "matrix.all_conclusions"))

    def _on_more(self) -> None:
        self._is_whole = not self._is_whole
        self._fill()

    def _make_rows(self, method: MethodPack) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = {}
        for code in method.steps:
            row = self.rows[code] = CodeRow()
            row.setObjectName(f"matrix.conclusion.{code}")
            row.pressed.connect(lambda code=code: self.pressed.emit(code))
            self._column.insertWidget(len(self.rows) - 1, row)
