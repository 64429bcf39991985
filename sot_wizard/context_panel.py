"""The panel at the right: what a question stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.reading import clauses
from models.reading.clauses import ClauseLine
from models.reading.desks import Desk
from models.text import one_line
from views.context import Context
from views.drawn.triangle import Triangle
from views.layouts.scroll_column import ScrollColumn
from views.parts.card import Card
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

WIDTHS = (256, 296, 380)
_LONGEST_BASIS, _LONGEST_ANSWER, _LONGEST_CLAUSE = 260, 120, 260
_CODE_WIDTH = 26


class _Row(QWidget):
    """A code, which can be pressed where it leads somewhere, and a piece of text."""

    def __init__(self, *, leads: bool) -> None:
        super().__init__()
        self.code: QPushButton | PlainLabel = QPushButton() if leads else PlainLabel(role="bold")
        self.text = PlainLabel(role="label", wraps=True)
        layout = QHBoxLayout(self) if leads else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[0] if leads else 0)
        layout.addWidget(self.code, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.text, stretch=1)


class _List(Card):
    """A heading and rows, kept and filled anew; where they lead somewhere `pressed(code)` carries the row's code."""

    pressed = Signal(str)

    def __init__(self, *, leads: bool) -> None:
        super().__init__(margin=14)
        self._leads = leads
        self._rows: list[_Row] = []
        self.heading = PlainLabel(role="strong")
        self.none = PlainLabel(role="muted", wraps=True)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.none)

    def show_rows(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show (code, text, whole text for the tool tip)."""
        while len(self._rows) < len(rows):
            self._add_row()
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(rows))
            if number < len(rows):
                code, text, whole = rows[number]
                row.code.setText(code)
                row.code.setAccessibleName(f"{code}: {text}")
                row.text.setText(text)
                row.text.setToolTip(tip(whole) if whole != text else "")
        self.none.setVisible(not rows)

    def _add_row(self) -> None:
        row = _Row(leads=self._leads)
        if isinstance(row.code, QPushButton):
            row.code.setProperty("kind", "link")
            row.code.setProperty("weight", "bold")
            row.code.setMinimumWidth(_CODE_WIDTH)
            row.code.clicked.connect(lambda: self.pressed.emit(row.code.text()))
        self._rows.append(row)
        self.body.addWidget(row)


class ContextPanel(ScrollColumn):
    """Basis, triangle, the answers that the question builds on, the clauses it cites.

    `answer_pressed(code)` carries an answer to go to, `frame_pressed` asks for the page where the frame is chosen.
    """

    answer_pressed = Signal(str)
    frame_pressed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk | None = None
        self._code = ""
        self._found: Mapping[str, ClauseLine] = {}
        self.basis = PlainLabel(role="strong")
        self.statement = PlainLabel(role="label", wraps=True)
        self.statement.setObjectName("sot.basis")
        self.frame_title = PlainLabel(role="strong")
        self.triangle = Triangle()
        self.frame_link = QPushButton()
        self.frame_link.setProperty("kind", "link")
        self.frame_link.setProperty("role", "small")
        self.frame_link.setObjectName("sot.frame")
        self.frame_link.clicked.connect(self.frame_pressed)
        self.earlier = _List(leads=True)
        self.earlier.setObjectName("sot.earlier")
        self.earlier.pressed.connect(self.answer_pressed)
        self.cited = _List(leads=False)
        self.cited.setObjectName("sot.cited")
        self._lay_out()

    def _lay_out(self) -> None:
        column = self.column
        basis, frame = Card(margin=14), Card(margin=14)
        basis.body.addWidget(self.basis)
        basis.body.addWidget(self.statement)
        frame.body.addWidget(self.frame_title)
        frame.body.addWidget(self.triangle)
        frame.body.addWidget(self.frame_link, alignment=Qt.AlignmentFlag.AlignLeft)
        for card in (basis, frame, self.earlier, self.cited):
            column.addWidget(card)
        column.addStretch()

    def show_question(self, desk: Desk, code: str) -> None:
        """Show what the question or conclusion `code` stands on."""
        self._desk, self._code = desk, code
        language, method = self._context.language, self._context.workbench.method
        basis = method.bases[desk.initiative.basis]
        self.basis.setText(language.say("sot.basis", code=basis.code, group_code=basis.group_code))
        whole = language.pick(basis.text)
        self.statement.setText(language.say("sot.quoted", text=one_line(whole, _LONGEST_BASIS)))
        self.statement.setToolTip(tip(whole))
        self.triangle.show_items(desk.initiative.frame, self._context.themes.current)
        items = [f"{item} {language.pick(method.frame[item].text)}" for item in desk.initiative.frame]
        self.triangle.setToolTip(tip(" · ".join(items)))
        self.triangle.setAccessibleName(f"{language.say('sot.frame')}: {', '.join(desk.initiative.frame)}")
        self.earlier.show_rows([self._earlier(desk, other) for other in self._builds_on(code)])
        self._show_cited(desk, code)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.frame_title.setText(say("sot.frame"))
        self.frame_link.setText(say("sot.change_frame"))
        self.earlier.heading.setText(say("sot.earlier"))
        self.earlier.none.setText(say("sot.no_earlier"))
        self.cited.heading.setText(say("sot.cited"))
        self.cited.none.setText(say("sot.no_cited"))
        if self._desk is not None and self._context.workbench.is_open:
            self.show_question(self._desk, self._code)

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        if self._desk is not None:
            self.triangle.show_items(self._desk.initiative.frame, self._context.themes.current)

    def show_cited(self) -> None:
        """Bring the texts of the clauses cited in sight."""
        self.ensureWidgetVisible(self.cited)

    def _builds_on(self, code: str) -> tuple[str, ...]:
        """Return the questions that a question builds on; a conclusion builds on those of its step."""
        method = self._context.workbench.method
        if code in method.questions:
            return method.questions[code].builds_on
        return tuple(question.code for question in method.questions.values() if question.step == code)

    def _earlier(self, desk: Desk, code: str) -> tuple[str, str, str]:
        answer = desk.answers.get(code)
        if answer is None or not answer.text:
            none = self._context.language.say("status.answer.empty")
            return code, none, none
        return code, one_line(answer.text, _LONGEST_ANSWER), answer.text

    def _show_cited(self, desk: Desk, code: str) -> None:
        answer = desk.answers.get(code)
        cites = answer.cites if answer else ()
        if not set(cites) <= self._found.keys():
            self._found = self._context.workbench.read(clauses.by_code, cites)
        pick = self._context.language.pick
        texts = [(cite, pick(self._found[cite].text) if cite in self._found else "") for cite in cites]
        self.cited.show_rows([(cite, one_line(text, _LONGEST_CLAUSE), text) for cite, text in texts])
        self.cited.setVisible(bool(cites))
