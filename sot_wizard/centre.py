"""The middle column: its title, and the form in which the answers are shown: step by step, read through, compared."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.method import MethodPack
from models.reading.desks import Desk
from sot_wizard.cycles.comparison import CompareView
from sot_wizard.middle import Middle
from sot_wizard.places import Places
from sot_wizard.review.read_through import ReadThrough
from views.context import Context
from views.parts.labels import ElidedLabel, PlainLabel, tip
from views.theme import SPACE

STEPS, READING, COMPARE = "steps", "reading", "compare"
_KEPT = (STEPS, READING)
"""The forms that are found again when the plan is opened again."""


class Centre(QWidget):
    """One form in sight; all of them agree on the question at hand. `form_changed(form)` follows a switch."""

    form_changed = Signal(str)

    def __init__(self, context: Context, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk | None = None
        self.form = STEPS
        self.number = ElidedLabel(role="muted")
        self.title = PlainLabel(role="title", wraps=True)
        self.middle = Middle(context, places)
        self.reading = ReadThrough(context)
        self.comparing = CompareView(context)
        self._forms: dict[str, Middle | ReadThrough | CompareView] = {
            STEPS: self.middle,
            READING: self.reading,
            COMPARE: self.comparing,
        }
        self._group = QButtonGroup(self)
        self.switches = {form: QPushButton() for form in self._forms}
        self._lay_out()
        self.middle.activated.connect(self._on_activated)
        for other in (self.reading, self.comparing):
            other.chosen.connect(self.middle.choose)
            other.opened.connect(self.show_question)
            other.hide()
        self.reading.compared.connect(self._on_compared)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE[0])
        top.addWidget(self.number, stretch=1)
        for form, button in self.switches.items():
            button.setObjectName(f"sot.form.{form}")
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, form=form: self.show_form(form))
            self._group.addButton(button)
            top.addWidget(button)
        self.switches[self.form].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addSpacing(SPACE[2])
        for shown in self._forms.values():
            column.addWidget(shown, stretch=1)

    def make_steps(self, method: MethodPack) -> None:
        """Make what a method asks, in the forms that are needed at once; the others follow when they are shown."""
        self._desk = None
        self.middle.make_steps(method)
        self.reading.make_steps(method)
        self.comparing.make_steps(method)

    def prepare(self) -> None:
        """Let what is not seen yet be laid out, so that it comes on at once when it is wanted."""
        self.reading.prepare()

    def open(self, desk: Desk, code: str) -> None:
        """Show another initiative, at one of its questions."""
        had_focus = self._has_focus()
        self._desk = desk
        if self.form == COMPARE and len(desk.cycles) < 2:
            self.show_form(STEPS)
        self.middle.open(desk, code)
        self._show_others(anew=True)
        if had_focus:
            self.focus()

    def follow(self, desk: Desk, initiator: QObject | None) -> None:
        """Take in a step of work."""
        self._desk = desk
        if self.form == COMPARE and len(desk.cycles) < 2:
            self.show_form(STEPS)
        self.middle.follow(desk, initiator)
        self._show_others(anew=False)

    @Slot(str)
    def show_form(self, form: str) -> None:
        """Show the answers in another form, at the same question."""
        had_focus = self._has_focus()
        if had_focus:
            self.switches[form].setFocus(Qt.FocusReason.OtherFocusReason)
        self.form = form
        self.switches[form].setChecked(True)
        self._context.settings.set_text(self._key(), form if form in _KEPT else STEPS)
        if self._desk is not None:
            self._show_others(anew=True)
        for name, widget in self._forms.items():
            widget.setVisible(name == form)
        self.form_changed.emit(form)
        if had_focus:
            self.focus()

    def restore_form(self) -> None:
        """Show the form that was on when the plan was open last."""
        kept = self._context.settings.text(self._key())
        self.show_form(kept if kept in _KEPT else STEPS)

    def turn_reading(self) -> None:
        """Read everything through, or go back to the question at hand."""
        self.show_form(STEPS if self.form == READING else READING)
        self.focus()

    @Slot(int)
    def read_cycle(self, number: int) -> None:
        """Read an earlier cycle through."""
        self.show_form(READING)
        self.reading.read_cycle(number)
        self._show_title()
        self.reading.focus()

    @Slot()
    def compare(self) -> None:
        """Set the last two cycles side by side."""
        self.show_form(COMPARE)
        self.comparing.focus()

    @Slot(str)
    def show_question(self, code: str) -> None:
        """Show the card of a question, with the cursor in it."""
        if self.form != STEPS:
            self.show_form(STEPS)
        self.middle.show_question(code)

    @Slot(str)
    def show_step(self, code: str) -> None:
        """Show a step in the form that is on."""
        if self.form == STEPS:
            self.middle.show_step(code)
        else:
            self.middle.choose(self.middle.first_of(code))
            (self.reading if self.form == READING else self.comparing).show_step(code)

    def go_step(self, by: int) -> None:
        """Go so many steps on, or back."""
        codes = list(self.middle.steps)
        place = codes.index(self.middle.step) + by
        if 0 <= place < len(codes):
            self.show_step(codes[place])

    def go_question(self) -> None:
        """Go to the next question."""
        self._forms[self.form].go_question()

    def focus(self) -> None:
        """Let the keys go to the question at hand."""
        self._forms[self.form].focus()

    def seek(self) -> None:
        """Open the line that looks for words in what is shown."""
        if self.form == COMPARE:
            self.show_form(STEPS)
        (self.reading if self.form == READING else self.middle).finder.open()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        for form, button in self.switches.items():
            button.setText(say(f"sot.form_{form}"))
            button.setAccessibleName(say(f"sot.form_{form}"))
            button.setToolTip(tip(say(f"sot.form_{form}_tip")))
        self.middle.retranslate()
        self.reading.retranslate()
        self.comparing.retranslate()
        self._show_title()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.middle.recolour()
        self.reading.recolour()
        self.comparing.recolour()

    def _show_others(self, *, anew: bool) -> None:
        """Bring the form that is on up to date, when it is not the cards, which always are."""
        assert self._desk is not None
        self.switches[COMPARE].setVisible(len(self._desk.cycles) > 1)
        if self.form == READING:
            if anew:
                self.reading.show_desk(self._desk)
                self.reading.take_place(self.middle.active.code)
            else:
                self.reading.follow(self._desk)
        elif self.form == COMPARE:
            self.comparing.show_desk(self._desk)
            if anew:
                self.comparing.take_place(self.middle.active.code)
        self._show_title()

    def _show_title(self) -> None:
        if self._desk is None or not self._context.workbench.is_open:
            return
        language, method, one = self._context.language, self._context.workbench.method, self._desk.initiative
        basis = method.bases[one.basis]
        if self.form == STEPS:
            step = method.steps[self.middle.step]
            steps = len(method.steps)
            self.number.setText(language.say("sot.step_of", number=step.number, total=steps, code=self.middle.step))
            self.title.setText(language.pick(step.text))
        else:
            key = "reading.place" if self.form == READING else "comparing.place"
            number = self.reading.number if self.form == READING else self._desk.cycle
            said = language.say(key, code=one.code, basis=basis.code, group_code=basis.group_code, number=number)
            self.number.setText(said)
            self.title.setText(language.pick(one.title))

    @Slot(str)
    def _on_activated(self, _code: str) -> None:
        self._show_title()

    @Slot(str)
    def _on_compared(self, code: str) -> None:
        number = self.reading.number
        self.show_form(COMPARE)
        self.comparing.set_beside(code, number)
        self.comparing.focus()

    def _has_focus(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    def _key(self) -> str:
        return f"sot.form/{self._context.workbench.path}"
