"""Two cycles side by side, question by question, with the words marked that went and came."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.method import MethodPack
from models.reading import cycles
from models.reading.cycles import Comparison
from models.reading.desks import Desk
from sot_wizard.cycles.choice import CycleChoice
from sot_wizard.cycles.row import ComparedRow
from views.context import Context
from views.layouts.scroll_column import ScrollColumn
from views.parts.card import Card
from views.parts.labels import PlainLabel
from views.parts.tick_box import TickBox
from views.theme import SPACE


class CompareView(QWidget):
    """Any two cycles of an initiative; both sides scroll as one, for they are rows of one page.

    `chosen(code)` carries the question that has the focus, `opened(code)` the one to be written on.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk | None = None
        self._now = ""
        self._pair: tuple[int, int] = (0, 0)
        self.rows: dict[str, ComparedRow] = {}
        self.first = CycleChoice(context, "sot.compare.first")
        self.second = CycleChoice(context, "sot.compare.second")
        for choice in (self.first, self.second):
            choice.picked.connect(self._on_picked)
        self.only = TickBox("")
        self.only.setObjectName("sot.compare.only")
        self.only.setChecked(True)
        self.only.toggled.connect(self._filter)
        self.count = PlainLabel(role="muted", wraps=True)
        self.count.setObjectName("sot.compare.count")
        self.none = PlainLabel(role="muted", wraps=True)
        self.paper = Card(margin=SPACE[2])
        self.view = ScrollColumn()
        self.view.column.addWidget(self.paper)
        self.view.column.addStretch()
        self._lay_out()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(SPACE[2])
        for choice in (self.first, self.second):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            choices.addWidget(choice, stretch=1)
        choices.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        filters = QHBoxLayout()
        filters.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        filters.addWidget(self.count, stretch=1)
        filters.addWidget(self.only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addLayout(filters)
        column.addLayout(choices)
        column.addWidget(self.view)

    def make_steps(self, method: MethodPack) -> None:
        """Make a row for each question and conclusion of a method."""
        self._forget_rows()
        for step in method.steps:
            for code in [one.code for one in method.questions.values() if one.step == step] + [step]:
                row = self.rows[code] = ComparedRow(self._context, code)
                row.pressed.connect(lambda code=code: self.opened.emit(code))
                row.focused.connect(lambda code=code: self._on_focused(code))
                self.paper.body.addWidget(row)
        self.paper.body.addWidget(self.none)
        self.recolour()

    def show_desk(self, desk: Desk) -> None:
        """Compare the last two cycles of an initiative, or those that were chosen before while it has them."""
        numbers = [span.number for span in desk.cycles]
        is_other = self._desk is None or self._desk.initiative.id != desk.initiative.id
        self._desk = desk
        if is_other or not set(self._pair) <= set(numbers):
            self._pair = (numbers[-2] if len(numbers) > 1 else numbers[-1], numbers[-1])
        self.first.show_cycles(desk.cycles, self._pair[0])
        self.second.show_cycles(desk.cycles, self._pair[1])
        self._compare()

    def take_place(self, code: str) -> None:
        """Let a question be the one at hand, and bring it in sight when it is shown."""
        self._now = code
        self._reveal()

    def set_beside(self, code: str, number: int) -> None:
        """Set what a cycle said to a question beside what the latest one says."""
        assert self._desk is not None
        self._pair = (number, self._desk.cycles[-1].number)
        self.only.setChecked(False)
        self.show_desk(self._desk)
        self.take_place(code)

    def focus(self) -> None:
        """Let the keys go to the question at hand, or to the first that is shown."""
        shown = [code for code, row in self.rows.items() if not row.isHidden()]
        if shown:
            self._now = self._now if self._now in shown else shown[0]
            self.rows[self._now].setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal()
        else:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_step(self, code: str) -> None:
        """Go to a step's first row that is shown."""
        questions = self._context.workbench.method.questions
        of_step = [one for one in self.rows if one == code or (one in questions and questions[one].step == code)]
        self._now = next((one for one in of_step if not self.rows[one].isHidden()), self._now)
        self.focus()

    def go_question(self) -> None:
        """Go to the next row that is shown."""
        shown = [code for code, row in self.rows.items() if not row.isHidden()]
        place = shown.index(self._now) + 1 if self._now in shown else 0
        if place < len(shown):
            self._now = shown[place]
            self.focus()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.first.retranslate()
        self.second.retranslate()
        self.only.setText(say("comparing.only"))
        self.only.setAccessibleName(say("comparing.only"))
        self.none.setText(say("comparing.none"))
        if self._desk is not None and self._context.workbench.is_open:
            self.show_desk(self._desk)

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.only.recolour(self._context.themes.current)
        for row in self.rows.values():
            row.recolour()

    def _forget_rows(self) -> None:
        for old in self.rows.values():
            self.paper.body.removeWidget(old)
            old.deleteLater()
        self.rows, self._desk, self._now, self._pair = {}, None, "", (0, 0)

    @Slot(int)
    def _on_picked(self, _number: int) -> None:
        self._pair = (self.first.number(), self.second.number())
        self._compare()

    def _compare(self) -> None:
        assert self._desk is not None
        found: Comparison = self._context.workbench.read(cycles.compare, self._desk.initiative.id, *self._pair)
        for one in found.answers:
            self.rows[one.question].show_pair(one, self._prompt(one.question))
        changed = sum(one.has_changed for one in found.answers)
        said = self._context.language.say("comparing.count", changed=changed, total=len(found.answers))
        self.count.setText(said)
        self._filter()

    def _filter(self) -> None:
        for row in self.rows.values():
            row.setVisible(row.has_changed or not self.only.isChecked())
        self.none.setVisible(all(row.isHidden() for row in self.rows.values()))

    def _prompt(self, code: str) -> str:
        language, method = self._context.language, self._context.workbench.method
        if code in method.steps:
            step = method.steps[code]
            return language.say("comparing.conclusion", number=step.number, name=language.pick(step.short))
        return language.pick(method.questions[code].text)

    def _on_focused(self, code: str) -> None:
        is_here = self._now == code
        self._now = code
        if not is_here:
            self.chosen.emit(code)
        if not QApplication.mouseButtons():
            self._reveal()

    def _reveal(self) -> None:
        QTimer.singleShot(0, self, self._show_now)

    def _show_now(self) -> None:
        row = self.rows.get(self._now)
        if row is not None and not row.isHidden():
            top = row.mapTo(self.view.inside, QPoint(0, 0)).y()
            self.view.ensureVisible(0, top + row.height(), 0, SPACE[2])
            self.view.ensureVisible(0, top, 0, SPACE[2])
