"""The rail at the left: which initiative, its six steps, and its SOT cycles."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.method import MethodPack
from models.plan import AnswerStatus
from models.reading import plans
from models.reading.desks import Desk
from sot_wizard.cycles.foot import CycleFoot
from sot_wizard.steps.step_button import StepButton
from views.context import Context
from views.layouts.scroll_column import ScrollColumn
from views.parts.card import Card, Line
from views.parts.initiative_box import InitiativeBox
from views.parts.labels import PlainLabel, tip
from views.parts.pressable import Pressable
from views.theme import SPACE

WIDTHS = (204, 236, 264)
_WALK_WIDTH = 30
_WALKS = (("before", "‹", -1), ("after", "›", 1))


class Rail(Card):
    """`step_chosen(code)` carries a step, `initiative_picked(id)` an initiative.

    `walk_wanted(by)` asks for the initiative before or after, `heading_wanted` for what is said of this one.
    """

    step_chosen = Signal(str)
    initiative_picked = Signal(str)
    walk_wanted = Signal(int)
    heading_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=SPACE[2])
        self._context = context
        self._desk: Desk | None = None
        self.steps: dict[str, StepButton] = {}
        self.box = InitiativeBox(context)
        self.box.setObjectName("sot.initiative")
        self.box.picked.connect(self.initiative_picked)
        self.walks: dict[int, QPushButton] = {}
        self.head = Pressable()
        self.head.setObjectName("sot.heading")
        self.head.pressed.connect(self.heading_wanted)
        self.title = PlainLabel(role="strong", wraps=True)
        self.state = PlainLabel(role="small", wraps=True)
        self._group = QButtonGroup(self)
        self._places = QVBoxLayout()
        self._places.setSpacing(2)
        self.cycles = CycleFoot(context)
        self._lay_out()

    def _lay_out(self) -> None:
        column = ScrollColumn(follows_focus=True)
        inside = column.column
        inside.setSpacing(SPACE[1])
        inside.addLayout(self._top())
        words = QVBoxLayout(self.head)
        words.setContentsMargins(SPACE[1], SPACE[0], SPACE[0], SPACE[0])
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.state)
        inside.addWidget(self.head)
        inside.addLayout(self._places)
        inside.addSpacing(SPACE[0])
        inside.addWidget(Line())
        inside.addWidget(self.cycles)
        inside.addStretch()
        self.body.addWidget(column)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.box)
        row.addStretch()
        for name, sign, by in _WALKS:
            button = self.walks[by] = QPushButton(sign)
            button.setObjectName(f"sot.initiative.{name}")
            button.setProperty("kind", "flat")
            button.setFixedWidth(_WALK_WIDTH)
            button.clicked.connect(lambda _checked=False, by=by: self.walk_wanted.emit(by))
            row.addWidget(button)
        return row

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
        """Show an initiative, how far its steps are, and its cycles."""
        self._desk = desk
        one, language = desk.initiative, self._context.language
        self.box.show_all(desk.initiatives, one.id)
        self.title.setText(language.pick(one.title))
        status = language.say(f"status.initiative.{one.status.value}")
        actor = self._context.workbench.read(plans.actors).get(one.lead)
        lead = language.pick(actor.short) if actor else one.lead or language.say("overview.no_lead")
        self.state.setText(language.say("sot.state", lead=lead, status=status))
        self.head.setAccessibleName(language.say("sot.open_heading", title=self.title.text(), state=self.state.text()))
        places = [other.id for other in desk.initiatives]
        place = places.index(one.id)
        for by, button in self.walks.items():
            button.setEnabled(0 <= place + by < len(places))
        for number, code in enumerate(self.steps, start=1):
            self._show_step_state(desk, number, code)
        self.cycles.show_desk(desk)

    def show_step(self, code: str) -> None:
        """Check the button of the step that is shown."""
        self.steps[code].setChecked(True)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.box.setAccessibleName(say("sot.initiative"))
        self.head.setToolTip(tip(say("sot.heading_tip")))
        for name, _, by in _WALKS:
            self.walks[by].setAccessibleName(say(f"sot.initiative_{name}"))
            self.walks[by].setToolTip(tip(say(f"sot.initiative_{name}_tip")))
        self.cycles.retranslate()
        if self._desk is not None and self._context.workbench.is_open:
            self.show_desk(self._desk)

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        theme = self._context.themes.current
        self.head.show_ring(theme.accent)
        for button in self.steps.values():
            button.recolour(theme)
        self.box.update()

    def _show_step_state(self, desk: Desk, number: int, code: str) -> None:
        language, method = self._context.language, self._context.workbench.method
        name = language.say("sot.step", number=number, name=language.pick(method.steps[code].short))
        codes = tuple(question.code for question in method.questions.values() if question.step == code)
        tally = desk.tally(codes)
        done, total = tally[AnswerStatus.DONE], len(codes)
        parts = [desk.tally((part,))[AnswerStatus.DONE] == 1 for part in (*codes, code)]
        if all(parts):
            line = language.say("sot.all_done", total=total)
        elif tally[AnswerStatus.DISCUSS]:
            line = language.say("sot.some_open", done=done, total=total, open=tally[AnswerStatus.DISCUSS])
        elif done == total:
            line = language.say("sot.not_concluded", total=total)
        else:
            line = language.say("sot.some_done", done=done, total=total)
        self.steps[code].show_state(name, line, parts)
