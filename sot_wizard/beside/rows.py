"""Rows of the panel: a code, a piece of text that opens to the whole, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.text import one_line
from sot_wizard.beside.folding import Chevron, FoldCard, SmallButton
from views.context import Context
from views.icons import icon
from views.parts.labels import PlainLabel, set_look, tip
from views.theme import SPACE

_CODE_WIDTH = 26
_ICON = 14
_LOWER = 2
"""What the frame of a code sets it lower than a text beside it."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a row says: a code, its text, a short remark; `place` is where the code leads, `goes` says so."""

    code: str
    text: str
    is_missing: bool = False
    remark: str = ""
    place: str = ""
    goes: str = ""


class TextRow(QWidget):
    """One line. `pressed(place)` asks to go where the code leads, `taken(code)` to take the line over.

    Codes of a few letters stand beside their text, longer ones above it; `takes` gives the row a “+”.
    """

    pressed = Signal(str)
    taken = Signal(str)

    def __init__(self, context: Context, *, leads: bool, is_stacked: bool, takes: bool, longest: int) -> None:
        super().__init__()
        self._context = context
        self._longest = longest
        self.line = Line("", "")
        self.code: QPushButton | PlainLabel = SmallButton() if leads else PlainLabel(role="bold")
        if isinstance(self.code, QPushButton):
            self.code.setProperty("weight", "bold")
            self.code.clicked.connect(lambda: self.pressed.emit(self.line.place))
        self.text = PlainLabel(role="label", wraps=True)
        self.remark = PlainLabel(role="small")
        self.take = SmallButton()
        self.take.setIconSize(QSize(_ICON, _ICON))
        if not takes:
            self.take.hide()
        self.take.clicked.connect(lambda: self.taken.emit(self.line.code))
        self.more = Chevron()
        self.more.toggled.connect(self._show_text)
        if is_stacked:
            self._stack()
        else:
            self._set_side_by_side()
        self.recolour()

    def show_line(self, line: Line) -> None:
        """Show a line; another one than before is folded."""
        if line == self.line:
            return
        if (line.code, line.place) != (self.line.code, self.line.place):
            self.more.setChecked(False)
        self.line = line
        self.code.setText(line.code)
        self.remark.setText(line.remark)
        self.remark.setVisible(bool(line.remark))
        self.more.setVisible(one_line(line.text, self._longest) != line.text)
        self._show_text()

    def retranslate(self) -> None:
        """Name the buttons in the language of the window."""
        say, line = self._context.language.say, self.line
        self.code.setAccessibleName(f"{line.goes or line.code}: {one_line(line.text, self._longest)}")
        self.code.setToolTip(tip(line.goes))
        self.take.setAccessibleName(f"{say('citing.add')}: {line.code}")
        self.take.setToolTip(tip(f"{say('citing.add')}: {line.code}"))
        self.more.setAccessibleName(say("beside.less" if self.more.isChecked() else "beside.whole", code=line.code))

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.take.setIcon(icon("plus", self._context.themes.current.accent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or fold by a click on the words too."""
        if event.button() is Qt.MouseButton.LeftButton and not self.more.isHidden():
            self.more.toggle()

    def _show_text(self) -> None:
        short = one_line(self.line.text, self._longest)
        self.text.setText(self.line.text if self.more.isChecked() else short)
        self.text.setToolTip(tip(self.line.text) if self.text.text() != self.line.text else "")
        set_look(self.text, "role", "muted" if self.line.is_missing else "label")
        self.retranslate()

    def _set_side_by_side(self) -> None:
        self.text.setContentsMargins(0, _LOWER, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[0])
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.code, alignment=top | Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.text, stretch=1, alignment=top)
        for widget in (self.remark, self.take, self.more):
            row.addWidget(widget, alignment=top)

    def _stack(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE[0])
        head.addWidget(self.code)
        head.addStretch()
        for widget in (self.remark, self.take, self.more):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text)


class RowsCard(FoldCard):
    """A heading and rows, kept and filled anew. `pressed(place)` and `taken(code)` are those of a row."""

    pressed = Signal(str)
    taken = Signal(str)

    def __init__(
        self,
        context: Context,
        name: str,
        *,
        longest: int,
        leads: bool = True,
        is_stacked: bool = False,
        takes: bool = False,
        is_open: bool = True,
    ) -> None:
        super().__init__(context, name, is_open=is_open)
        self._form = {"leads": leads, "is_stacked": is_stacked, "takes": takes}
        self._longest = longest
        self._lines: tuple[Line, ...] | None = None
        self.rows: list[TextRow] = []
        self.none = PlainLabel(role="muted", wraps=True)
        self.content.addWidget(self.none)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, or that there are none."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while len(self.rows) < len(lines):
            self._add_row()
        for number, row in enumerate(self.rows):
            if number < len(lines):
                row.show_line(lines[number])
            row.setVisible(number < len(lines))
        self._align()
        self.none.setVisible(not lines)

    def _align(self) -> None:
        """Let the texts beside the codes begin at one edge."""
        if not self._form["is_stacked"]:
            codes = [row.code for row in self.rows if not row.isHidden()]
            width = max((code.sizeHint().width() for code in codes), default=0)
            for code in codes:
                code.setFixedWidth(max(width, _CODE_WIDTH))

    def retranslate(self) -> None:
        """Name the buttons of the rows in the language of the window."""
        for row in self.rows:
            row.retranslate()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        super().recolour()
        for row in self.rows:
            row.recolour()

    def _add_row(self) -> None:
        row = TextRow(self.context, longest=self._longest, **self._form)
        row.pressed.connect(self.pressed)
        row.taken.connect(self.taken)
        self.rows.append(row)
        self.content.addWidget(row)
