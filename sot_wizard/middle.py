"""The middle of the page: the questions of one step at a time, and the ways from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.method import MethodPack
from models.plan import AnswerStatus
from models.reading.desks import Desk
from models.text import fold
from sot_wizard.drafts import Drafts
from sot_wizard.finder import AnswerFinder
from sot_wizard.notices import LockedBand
from sot_wizard.places import Places
from sot_wizard.question_card import QuestionCard
from sot_wizard.steps.foot import Foot
from sot_wizard.steps.step_view import StepView
from views.context import Context
from views.layouts.scroll_column import ScrollColumn
from views.theme import SPACE

_SLACK = 24
_REST_MS = 800
"""After so long a pause the cursor's place is remembered: not at each key."""


class Middle(QWidget):
    """Six steps, one in sight.

    `activated(code)` carries the question that is answered now; `pick_wanted(card)` asks for a clause, `cite_pressed`
    to show those that are cited, `cycle_wanted` for the next cycle.
    """

    activated = Signal(str)
    pick_wanted = Signal(object)
    place_wanted = Signal(object)
    history_wanted = Signal(object)
    cite_pressed = Signal()
    cycle_wanted = Signal()

    def __init__(self, context: Context, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._places = places
        self._drafts = Drafts(context.settings)
        self._active = ""
        self._desk: Desk | None = None
        self._switches = False
        self._due: list[str] = []
        self.steps: dict[str, StepView] = {}
        self.cards: dict[str, QuestionCard] = {}
        self.band = LockedBand(context.language)
        self.finder = AnswerFinder(context.language)
        self.foot = Foot(context)
        self.view = ScrollColumn()
        self._inside = self.view.inside
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._remember)
        self._lay_out()
        self.view.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.band.start_wanted.connect(self.cycle_wanted)
        self.foot.step_wanted.connect(self.show_step)
        self.foot.later_wanted.connect(self._put_off)
        self.finder.next_wanted.connect(self._find_next)
        self.finder.closed.connect(self.focus)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        for widget in (self.finder, self.band, self.view, self.foot):
            column.addWidget(widget)

    @property
    def active(self) -> QuestionCard:
        """Return the card of the question that is answered now."""
        return self.cards[self._active]

    @property
    def step(self) -> str:
        """Return the code of the step that is in sight."""
        return next(code for code, view in self.steps.items() if self._active in view.cards)

    def make_steps(self, method: MethodPack) -> None:
        """Make the steps of a method and its cards, in the order in which they are answered."""
        for old in self.steps.values():
            self.view.column.removeWidget(old)
            old.deleteLater()
        self._desk, self._due, self._active = None, [], ""
        self.steps = {code: StepView(self._context, method, self._drafts, code) for code in method.steps}
        self.cards = {code: card for step in self.steps.values() for code, card in step.cards.items()}
        for step in self.steps.values():
            step.hide()
            self.view.column.addWidget(step)
        for card in self.cards.values():
            card.pick_wanted.connect(self.pick_wanted)
            card.place_wanted.connect(self.place_wanted)
            card.history_wanted.connect(self.history_wanted)
            card.cite_pressed.connect(self.cite_pressed)
            card.caret_moved.connect(self._on_caret_moved)
            card.grown.connect(self._reveal)
        self.recolour()

    def open(self, desk: Desk, code: str) -> None:
        """Show another initiative at one of its questions; the steps out of sight follow when there is time."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._rest.stop()
        self._desk, self._due, self._active = desk, list(self.steps), ""
        for card in self.cards.values():
            card.set_active(False)
        self.band.show_desk(desk)
        self.choose(code if code in self.cards else next(iter(self.cards)))
        if had_focus:
            self.focus()
        self._reveal()
        QTimer.singleShot(0, self, self._open_next)

    def follow(self, desk: Desk, initiator: QObject | None) -> None:
        """Take in a step of work."""
        self._desk = desk
        for code, step in self.steps.items():
            if code not in self._due:
                step.follow(desk, initiator)
        self.band.show_desk(desk)
        self.foot.show_step(self.step, is_locked=desk.is_closed)

    def commit(self) -> None:
        """Write what is still in the editors, and remember where the cursor stands."""
        if self._rest.isActive():
            self._remember()
        for code, step in self.steps.items():
            if code not in self._due:
                step.commit()

    def focus(self) -> None:
        """Put the cursor into the question that is answered now."""
        self.active.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def show_question(self, code: str) -> None:
        """Show a question's step and put the cursor into its editor."""
        self.choose(code)
        self.focus()
        self._reveal()

    @Slot(str)
    def show_step(self, code: str) -> None:
        """Show a step, at its first question that is not done."""
        if code == self.step:
            self.focus()
        else:
            self.show_question(self.first_of(code))

    def first_of(self, code: str) -> str:
        """Return the question of a step to begin with: the first that is not done."""
        self._open_step(code)
        cards = list(self.steps[code].cards.values())
        return next((card.code for card in cards if not card.is_done), cards[0].code)

    def go_question(self) -> None:
        """Go to the next question; after the last of a step comes its conclusion, then the next step."""
        codes = list(self.cards)
        place = codes.index(self._active) + 1
        if place < len(codes):
            self.show_question(codes[place])

    def go_step(self, by: int) -> None:
        """Go so many steps on, or back."""
        codes = list(self.steps)
        place = codes.index(self.step) + by
        if 0 <= place < len(codes):
            self.show_step(codes[place])

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.finder.retranslate()
        for step in self.steps.values():
            step.retranslate()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for step in self.steps.values():
            step.recolour()

    def _open_step(self, code: str) -> None:
        if code in self._due and self._desk is not None:
            self._due.remove(code)
            self.steps[code].open(self._desk)
            for card in self.steps[code].cards.values():
                self._put_caret(card)

    def _open_next(self) -> None:
        if self._due and self._context.workbench.is_open:
            self._open_step(self._due[0])
            QTimer.singleShot(0, self, self._open_next)

    def _put_caret(self, card: QuestionCard) -> None:
        """Put the cursor where it stood when this answer was worked on last, at first behind the last word."""
        assert self._desk is not None
        place = self._places.caret(self._desk.initiative.id, card.code)
        end = card.editor.document().characterCount() - 1
        cursor = card.editor.textCursor()
        cursor.setPosition(end if place is None else min(place, end))
        card.editor.setTextCursor(cursor)

    def _remember(self) -> None:
        self._rest.stop()
        if self._desk is not None and self._active and self._context.workbench.is_open:
            caret = self.active.editor.textCursor().position()
            self._places.remember(self._desk.initiative.id, self._active, caret)

    def choose(self, code: str) -> None:
        """Let another question be the one that is answered now; the focus stays where it is."""
        if code == self._active or self._desk is None:
            return
        if self._active:
            self.active.set_active(False)
        if self._rest.isActive():
            self._remember()
        self._active = code
        self._open_step(self.step)
        self.active.set_active(True)
        self._show_only(self.step)
        self.foot.show_step(self.step, is_locked=self._desk.is_closed)
        self._remember()
        self.activated.emit(code)

    def _show_only(self, code: str) -> None:
        """Show one step; where the focus goes when the others are hidden does not choose a question."""
        self._switches = True
        self.steps[code].show()
        for name, step in self.steps.items():
            if name != code:
                step.hide()
        self._switches = False

    def _on_range_changed(self, least: int, most: int) -> None:
        """Let the foot end where the cards end."""
        beside = self.view.verticalScrollBar().sizeHint().width() + SPACE[0] if most > least else 0
        self.foot.setContentsMargins(0, 0, beside, 0)

    def _reveal(self) -> None:
        """Bring the active card in sight once it has its place."""
        QTimer.singleShot(0, self, self._show_active)

    def _show_active(self) -> None:
        if self._active:
            card = self.active
            is_first = card is next(iter(self.steps[self.step].cards.values()))
            place = QRect(card.mapTo(self._inside, QPoint(0, 0)), card.size())
            self.view.ensureVisible(0, place.bottom(), 0, 2)
            self.view.ensureVisible(0, 0 if is_first else place.top(), 0, 2)
            if card.editor.hasFocus():
                self._on_caret_moved(card.editor.cursorRect())

    def _put_off(self) -> None:
        self.active.set_status(AnswerStatus.DISCUSS)
        self.go_question()

    def _on_caret_moved(self, caret: QRect) -> None:
        editor = self.active.editor
        place = editor.viewport().mapTo(self._inside, caret.center())
        self.view.ensureVisible(place.x(), place.y(), 0, _SLACK)
        self._rest.start()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._switches or now is None or not self.isAncestorOf(now):
            return
        for code, card in self.cards.items():
            if card.isAncestorOf(now):
                self.choose(code)

    def _find_next(self, words: str) -> None:
        for code in list(self._due):
            self._open_step(code)
        wanted = fold(words.strip())
        codes = list(self.cards)
        start = codes.index(self._active)
        here = self.active.editor.textCursor().selectionEnd()
        for number in range(len(codes) + 1):
            card = self.cards[codes[(start + number) % len(codes)]]
            place = fold(card.editor.toPlainText()).find(wanted, here if number == 0 else 0)
            if place >= 0:
                self._select(card, place, len(wanted))
                self.finder.say_none(is_none=False)
                return
        self.finder.say_none(is_none=True)

    def _select(self, card: QuestionCard, place: int, length: int) -> None:
        self.choose(card.code)
        cursor = card.editor.textCursor()
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        card.editor.setTextCursor(cursor)
        self._reveal()
