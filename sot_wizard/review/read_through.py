"""The read-through: one page with what the initiative is, its six conclusions, and then the answers of every step."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.method import MethodPack
from models.reading import desks, plans
from models.reading.desks import Desk
from models.text import fold
from sot_wizard.cycles.choice import CycleChoice
from sot_wizard.review.facts import Facts
from sot_wizard.review.passage import Passage
from views.context import Context
from views.layouts.scroll_column import ScrollColumn
from views.parts.card import Card, Line
from views.parts.finder import Finder
from views.parts.labels import PlainLabel, set_look
from views.theme import SPACE


class ReadThrough(QWidget):
    """Everything of one cycle, to be read; an earlier one is chosen at the top.

    `chosen(code)` carries the question that has the focus, `opened(code)` the one to be written on, `compared(code)`
    one of an earlier cycle, to be set beside what became of it.
    """

    chosen = Signal(str)
    opened = Signal(str)
    compared = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk | None = None
        self._now = ""
        self.passages: dict[str, Passage] = {}
        self.sections: dict[str, PlainLabel] = {}
        self.finder = Finder(context.language, "reading")
        self.finder.next_wanted.connect(self._find_next)
        self.finder.closed.connect(self.focus)
        self.cycle = CycleChoice(context, "sot.reading.cycle")
        self.cycle.picked.connect(self.read_cycle)
        self.facts = Facts(context)
        self.content = PlainLabel(role="heading", wraps=True)
        self.paper = Card(margin=SPACE[2])
        self.paper.body.setSpacing(SPACE[0])
        self.view = ScrollColumn()
        self.view.column.addWidget(self.paper)
        self.view.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        column.addWidget(self.finder)
        column.addWidget(self.view)

    @property
    def is_current(self) -> bool:
        """Return whether the cycle that is read is the latest one."""
        return self._desk is not None and self._desk.cycle == self._desk.cycles[-1].number

    @property
    def number(self) -> int:
        """Return the number of the cycle that is read."""
        return self._desk.cycle if self._desk is not None else 0

    def make_steps(self, method: MethodPack) -> None:
        """Make the passages of a method: the conclusions of all steps, then each step's questions."""
        body = self.paper.body
        while (item := body.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in (self.cycle, self.facts, self.content):
                old.deleteLater()
        self._desk, self._now = None, ""
        self.sections = {code: PlainLabel(role="heading", wraps=True) for code in method.steps}
        self.passages = {code: Passage(self._context, code) for code in (*method.steps, *method.questions)}
        for widget in (self.cycle, self.facts, Line(), self.content):
            body.addWidget(widget)
        for code in method.steps:
            body.addWidget(self.passages[code])
        for code, section in self.sections.items():
            body.addWidget(Line())
            body.addWidget(section)
            for question in (one.code for one in method.questions.values() if one.step == code):
                body.addWidget(self.passages[question])
        for heading in (self.content, *self.sections.values()):
            heading.setContentsMargins(SPACE[1], SPACE[2], SPACE[1], 0)
        for code, passage in self.passages.items():
            passage.pressed.connect(lambda code=code: self._on_pressed(code))
            passage.focused.connect(lambda code=code: self._on_focused(code))
        self.recolour()

    def prepare(self) -> None:
        """Lay the page out before it is seen: the first time takes a tenth of a second."""
        self.paper.body.activate()

    def show_desk(self, desk: Desk) -> None:
        """Show what a desk holds."""
        is_other = self._desk is None or self._desk.initiative.id != desk.initiative.id
        self._desk = desk
        say = self._context.language.say
        self.cycle.show_cycles(desk.cycles, desk.cycle)
        self.facts.show_desk(desk, self._context.workbench.read(plans.actors))
        self.content.setText(say("reading.content"))
        for code, section in self.sections.items():
            section.setText(self._step_name(code))
        for code, passage in self.passages.items():
            passage.show_answer(desk.answers.get(code), self._prompt(code))
        if is_other:
            self.view.verticalScrollBar().setValue(0)

    @Slot(int)
    def read_cycle(self, number: int) -> None:
        """Read another cycle of the same initiative."""
        assert self._desk is not None
        desk = self._context.workbench.read(desks.desk, self._desk.initiative.id, number)
        if desk is not None:
            self.show_desk(desk)

    def follow(self, desk: Desk) -> None:
        """Take in a step of work; an earlier cycle that is being read goes on being read."""
        is_same = self._desk is not None and self._desk.initiative.id == desk.initiative.id
        known = {span.number for span in desk.cycles}
        if is_same and self._desk is not None and not self.is_current and self._desk.cycle in known:
            self.read_cycle(self._desk.cycle)
        else:
            self.show_desk(desk)

    def take_place(self, code: str) -> None:
        """Let a question be the one at hand, and bring it in sight."""
        self._now = code
        self._reveal()

    def focus(self) -> None:
        """Let the keys go to the question at hand."""
        if self._now in self.passages:
            set_look(self.passages[self._now], "found", False)
            self.passages[self._now].setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal()

    def show_step(self, code: str) -> None:
        """Bring a step's answers to the top."""
        first = next(iter(self._questions(code)))
        self._now = first
        self.passages[first].setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._to_top(self.sections[code]))

    def go_question(self) -> None:
        """Go to the next text."""
        codes = list(self.passages)
        place = codes.index(self._now) + 1 if self._now in codes else 0
        if place < len(codes):
            self._now = codes[place]
            self.focus()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.finder.retranslate()
        self.cycle.retranslate()
        if self._desk is not None and self._context.workbench.is_open:
            self.show_desk(self._desk)

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for passage in self.passages.values():
            passage.recolour()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the beginning and the end by Home and End."""
        bar = self.view.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def _step_name(self, code: str) -> str:
        language, steps = self._context.language, self._context.workbench.method.steps
        return language.say("sot.step", number=steps[code].number, name=language.pick(steps[code].text))

    def _prompt(self, code: str) -> str:
        language, method = self._context.language, self._context.workbench.method
        if code in method.steps:
            return self._step_name(code)
        return language.pick(method.questions[code].text)

    def _questions(self, step: str) -> Iterator[str]:
        questions = self._context.workbench.method.questions.values()
        return (question.code for question in questions if question.step == step)

    def _on_pressed(self, code: str) -> None:
        if self.is_current:
            self.opened.emit(code)
        else:
            self.compared.emit(code)

    def _on_focused(self, code: str) -> None:
        is_here = self._now == code
        self._now = code
        if not is_here:
            self.chosen.emit(code)
        if not QApplication.mouseButtons():
            self._reveal()

    def _reveal(self) -> None:
        """Bring the text at hand in sight once it has its place."""
        QTimer.singleShot(0, self, self._show_now)

    def _show_now(self) -> None:
        if self._now in self.passages:
            self.view.ensureWidgetVisible(self.passages[self._now], 0, SPACE[2])

    def _to_top(self, widget: QWidget) -> None:
        top = widget.mapTo(self.view.inside, QPoint(0, 0)).y()
        self.view.verticalScrollBar().setValue(top)

    @Slot(str)
    def _find_next(self, words: str) -> None:
        wanted = fold(words.strip())
        codes = list(self.passages)
        start = codes.index(self._now) + 1 if self._now in codes else 0
        around = codes[start:] + codes[:start]
        found = next((code for code in around if self.passages[code].has(wanted)), "")
        self.finder.say_none(is_none=not found)
        if found:
            for code, passage in self.passages.items():
                set_look(passage, "found", code == found)
            self._now = found
            self.chosen.emit(found)
            self._reveal()
