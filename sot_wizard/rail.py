"""The rail at the left: which initiative, its six steps, and its SOT cycle."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from models.method import MethodPack
from models.plan import AnswerStatus
from models.reading.desks import CycleSpan, Desk
from sot_wizard.step_button import StepButton
from views.context import Context
from views.parts.card import Card, Line
from views.parts.initiative_box import InitiativeBox
from views.parts.labels import PlainLabel, tip
from views.parts.moments import day_of
from views.theme import SPACE

WIDTH, NARROW_WIDTH = 236, 204


class Rail(Card):
    """`step_chosen(code)` carries a step, `initiative_picked(id)` an initiative; `cycle_wanted(opens)` opens or closes one."""

    step_chosen = Signal(str)
    initiative_picked = Signal(str)
    cycle_wanted = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=SPACE[2])
        self._context = context
        self._desk: Desk | None = None
        self.steps: dict[str, StepButton] = {}
        self.box = InitiativeBox(context)
        self.box.setObjectName("sot.initiative")
        self.box.picked.connect(self.initiative_picked)
        self.title = PlainLabel(role="strong", wraps=True)
        self._group = QButtonGroup(self)
        self._places = QVBoxLayout()
        self._places.setSpacing(2)
        self.line = Line()
        self.cycle = PlainLabel(role="muted", wraps=True)
        self.cycle.setObjectName("sot.cycle")
        self.turn = QPushButton()
        self.turn.setObjectName("sot.cycle.turn")
        self.turn.setProperty("kind", "link")
        self.turn.clicked.connect(lambda: self.cycle_wanted.emit(self._is_closed()))
        self.body.addWidget(self.box)
        self.body.addWidget(self.title)
        self.title.setContentsMargins(SPACE[1], 0, 0, 0)
        self.body.addSpacing(SPACE[0])
        self.body.addLayout(self._places)
        self.body.addSpacing(SPACE[0])
        self.body.addWidget(self.line)
        self.body.addWidget(self.cycle)
        self.body.addWidget(self.turn)
        self.cycle.setContentsMargins(SPACE[1], SPACE[0], 0, 0)
        self.body.addStretch()

    def make_steps(self, method: MethodPack) -> None:
        """Make a button for each step of the method."""
        for old in self.steps.values():
            self._group.removeButton(old)
            old.deleteLater()
        self.steps = {code: StepButton(code) for code in method.steps}
        for code, button in self.steps.items():
            button.clicked.connect(lambda _checked=False, code=code: self.step_chosen.emit(code))
            self._group.addButton(button)
            self._places.addWidget(button)

    def show_desk(self, desk: Desk) -> None:
        """Show an initiative, how far its steps are, and its cycle."""
        self._desk = desk
        language, method = self._context.language, self._context.workbench.method
        one = desk.initiative
        self.box.show_all(desk.initiatives, one.id)
        self.title.setText(language.pick(one.title))
        for number, (code, button) in enumerate(self.steps.items(), start=1):
            name = language.say("sot.step", number=number, name=language.pick(method.steps[code].short))
            codes = tuple(question.code for question in method.questions.values() if question.step == code)
            tally = desk.tally(codes)
            done = tally[AnswerStatus.DONE]
            if done == len(codes):
                line = language.say("sot.all_done", total=len(codes))
            elif tally[AnswerStatus.DISCUSS]:
                line = language.say("sot.some_open", done=done, total=len(codes), open=tally[AnswerStatus.DISCUSS])
            else:
                line = language.say("sot.some_done", done=done, total=len(codes))
            button.show_state(name, line, is_whole=done == len(codes))
        self._show_cycle(desk)

    def show_step(self, code: str) -> None:
        """Check the button of the step that is shown."""
        self.steps[code].setChecked(True)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.box.setAccessibleName(self._context.language.say("sot.initiative"))
        if self._desk is not None and self._context.workbench.is_open:
            self.show_desk(self._desk)

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for button in self.steps.values():
            button.recolour(self._context.themes.current)
        self.box.update()

    def _is_closed(self) -> bool:
        return self._desk is not None and self._desk.is_closed

    def _show_cycle(self, desk: Desk) -> None:
        language = self._context.language
        last = desk.cycles[-1]
        lines = [language.say("sot.cycle_open", number=last.number, day=language.day(day_of(last.opened)))]
        if last.closed:
            lines = [self._closed(last)]
        lines += [self._closed(before) for before in reversed(desk.cycles[:-1])][:2]
        self.cycle.setText("\n".join(lines))
        key = "sot.start_cycle" if last.closed else "sot.close_cycle"
        self.turn.setText(language.say(key, number=last.number + 1 if last.closed else last.number))
        self.turn.setToolTip(tip(language.say("sot.start_tip" if last.closed else "sot.close_tip")))
        self.turn.setEnabled(self._context.workbench.plan.is_writable)

    def _closed(self, span: CycleSpan) -> str:
        language = self._context.language
        return language.say("sot.cycle_closed", number=span.number, day=language.day(day_of(span.closed)))
