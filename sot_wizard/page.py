"""The SOT page: an initiative's six steps of three questions, with what they stand on beside them."""

from __future__ import annotations

from bisect import bisect

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from models.method import MethodPack
from models.plan import Changes
from models.reading import desks, initiatives
from models.reading.desks import Desk
from sot_wizard import rail
from sot_wizard.card.history import HistorySheet
from sot_wizard.centre import STEPS, Centre
from sot_wizard.places import Places
from sot_wizard.placing.placing import Placing
from sot_wizard.question_card import QuestionCard
from sot_wizard.rail import Rail
from sot_wizard.replacing.sheet import ReplaceSheet
from sot_wizard.side import Side
from views.citing.picker import ClausePicker
from views.context import Context
from views.page import Page
from views.theme import SPACE

_WIDE, _WIDEST = 1150, 1500
"""From these widths of the page on rail and panel have their next wider width."""
_IDLE_MS = 150


class SotPage(Page):
    """Shows the chosen initiative; remembers, for each initiative, the question last worked on and the cursor in it."""

    code = "sot"
    chapter = "wizard"
    tables = frozenset(
        {"initiative", "cycle", "answer", "answer_citation", "answer_stakeholder", "comment", "frame_choice"}
        | {"measure", "measure_origin", "review_mark", "stakeholder"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._desk: Desk | None = None
        self._method: MethodPack | None = None
        self._asking: QuestionCard | None = None
        self.rail = Rail(context)
        self.places = Places(context.settings, lambda: context.workbench.path)
        self.centre = Centre(context, self.places)
        self.middle = self.centre.middle
        self.side = Side(context)
        self.panel, self.heading = self.side.panel, self.side.heading
        self._aim = ""
        row = QHBoxLayout(self)
        row.setSpacing(SPACE[3])
        row.addWidget(self.rail)
        row.addWidget(self.centre, stretch=1)
        row.addWidget(self.side)
        self.picker = ClausePicker(context, self)
        self.placing = Placing(context, self)
        self.history = HistorySheet(context, self)
        self.replacing = ReplaceSheet(context, self)
        self._connect()

    def _connect(self) -> None:
        self.rail.step_chosen.connect(self.centre.show_step)
        self.rail.initiative_picked.connect(self._on_initiative_picked)
        self.rail.walk_wanted.connect(self.go_initiative)
        self.rail.heading_wanted.connect(self.side.turn)
        self.rail.cycles.reading_wanted.connect(self.centre.read_cycle)
        self.rail.cycles.comparing_wanted.connect(self.centre.compare)
        self.side.left.connect(self.centre.focus)
        self.centre.form_changed.connect(self.side.show_form)
        self.middle.activated.connect(self._on_activated)
        self.middle.cycle_wanted.connect(self.rail.cycles.start)
        self.middle.pick_wanted.connect(self._on_pick_wanted)
        self.middle.place_wanted.connect(self.placing.open)
        self.middle.history_wanted.connect(self.history.open)
        self.middle.finder.replace_wanted.connect(self.replacing.open)
        self.middle.cite_pressed.connect(self.panel.show_cited)
        self.panel.answer_pressed.connect(self.centre.show_question)
        self.panel.frame_pressed.connect(self._on_frame_pressed)
        self.panel.clause_wanted.connect(lambda code: self.middle.active.cite(code))
        self.panel.initiative_wanted.connect(lambda place: self.context.navigator.go(self.code, place))
        self.picker.chosen.connect(self._on_picked)
        self.context.selection.changed.connect(self._on_selection_changed)
        self.context.workbench.opened.connect(self._on_opened)
        if self.context.workbench.is_open:
            self._on_opened()
        self.context.workbench.closed.connect(self._on_closed)
        for keys, work in (
            ("Ctrl+Return", self.centre.go_question),
            ("Ctrl+Enter", self.centre.go_question),
            ("Ctrl+PgDown", lambda: self.centre.go_step(1)),
            ("Ctrl+PgUp", lambda: self.centre.go_step(-1)),
            ("Ctrl+Alt+PgDown", lambda: self.go_initiative(1)),
            ("Ctrl+Alt+PgUp", lambda: self.go_initiative(-1)),
            ("Ctrl+Shift+R", self.centre.turn_reading),
            ("Ctrl+I", self.side.turn),
            ("Ctrl+H", self.middle.finder.ask_to_replace),
            ("Ctrl+M", lambda: self.placing.open(self.middle.active)),
            ("Ctrl+D", lambda: self._on_pick_wanted(self.middle.active)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(work)

    def refresh(self) -> None:
        """Show the chosen initiative as the plan holds it now."""
        self._make_steps()
        desk = self._wanted()
        for part in (self.rail, self.centre):
            part.setVisible(desk is not None)
        if desk is None:
            self._desk = None
            self.side.show_desk(None)
            return
        if self._desk is None or self._desk.initiative.id != desk.initiative.id:
            self._open(desk)
        else:
            self._follow(desk, None)

    def hear(self, changes: Changes, initiator: QObject | None) -> None:
        """Take in a step of work made here at once; another one when the page is on screen, or when it comes on."""
        if not self.tables & {row.table for row in changes.rows}:
            return
        if self._desk is not None and initiator is not None and self.holds(initiator):
            desk = self.context.workbench.read(desks.desk, self._desk.initiative.id)
            if desk is not None:
                self._follow(desk, initiator)
        else:
            self.mark_stale()

    def come_on(self) -> None:
        """Come on screen, ready to go on with the question last worked on."""
        super().come_on()
        if self._desk is not None:
            self.centre.focus()

    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        self.picker.retranslate()
        self.placing.retranslate()
        self.history.retranslate()
        self.replacing.retranslate()
        if self.context.workbench.is_open and self._desk is not None:
            self._desk = self.context.workbench.read(desks.desk, self._desk.initiative.id) or self._desk
            self.rail.retranslate()
            self.centre.retranslate()
            self.middle.follow(self._desk, None)
            self.panel.retranslate()
            self.heading.retranslate()
            self.side.show_desk(self._desk)

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for part in (self.rail, self.centre, self.panel, self.history, self.replacing):
            part.recolour()

    def go_to(self, place: str) -> None:
        """Show SOI5, its question SOI5.O1, the conclusion of its step SOI5.O, or a measure's words: SOI5.S3#id."""
        where, _, measure_id = place.partition("#")
        code, _, question = where.partition(".")
        found = self.try_to(lambda: self.context.workbench.read(initiatives.find, code))
        if found is None:
            return
        self._aim = question or self._aim
        self.context.selection.choose(str(found))
        self.come_on()
        self._aim = ""
        if question in self.middle.cards:
            self.centre.show_question(question)
            if measure_id:
                self.placing.show_words(self.middle.cards[question], measure_id)

    def crumb(self) -> str:
        """Return the initiative and SOT."""
        return f"{self._desk.initiative.code} › SOT" if self._desk is not None else super().crumb()

    def commit(self) -> None:
        """Write what is still in the editors."""
        self.middle.commit()
        self.heading.commit()

    def seek(self) -> None:
        """Open the line that looks for words in the answers of this initiative."""
        if self._desk is not None:
            self.centre.seek()

    @Slot(int)
    def go_initiative(self, by: int) -> None:
        """Go on to another initiative in the order of the plan, at the same question and in the same form."""
        if self._desk is None:
            return
        codes = [one.code for one in self._desk.initiatives]
        place = codes.index(self._desk.initiative.code) + by
        if 0 <= place < len(codes):
            is_steps = self.centre.form == STEPS
            self._aim = self.middle.active.code
            self.context.navigator.go(self.code, f"{codes[place]}.{self._aim}" if is_steps else codes[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the middle what it needs on a narrow screen."""
        super().resizeEvent(event)
        size = bisect([_WIDE, _WIDEST], self.width())
        self.rail.setFixedWidth(rail.WIDTHS[size])
        self.side.fit(size)

    def _make_steps(self) -> None:
        method = self.context.workbench.method
        if self._method is None or (self._method.id, self._method.version) != (method.id, method.version):
            self.rail.make_steps(method)
            self.rail.recolour()
            self.centre.make_steps(method)
            self.rail.retranslate()
            self.centre.retranslate()
            self.panel.retranslate()
            self.heading.retranslate()
            self._desk = None
        self._method = method

    def _wanted(self) -> Desk | None:
        """Return the desk of the initiative that is chosen, or else shown last, or else the plan's first."""
        read, last = self.context.workbench.read, self.context.settings.text(self._last_key())
        for wanted in (self.context.selection.initiative, last):
            if wanted and (desk := read(desks.desk, wanted)) is not None:
                return desk
        first = next(iter(read(initiatives.codes)), "")
        return read(desks.desk, first) if first else None

    def _open(self, desk: Desk) -> None:
        is_first, self._desk = self._desk is None, desk
        self.context.selection.choose(desk.initiative.id)
        self.context.settings.set_text(self._last_key(), desk.initiative.id)
        self.rail.show_desk(desk)
        self.side.show_desk(desk)
        self.centre.open(desk, self._aim or self.places.question(desk.initiative.id))
        if is_first:
            self.centre.restore_form()

    def _follow(self, desk: Desk, initiator: QObject | None) -> None:
        self._desk = desk
        self.centre.follow(desk, initiator)
        self.rail.show_desk(desk)
        self.side.show_desk(desk, initiator)
        self.panel.show_question(desk, self.middle.active.code)

    def _last_key(self) -> str:
        return f"initiative/{self.context.workbench.path}"

    @Slot(str)
    def _on_activated(self, code: str) -> None:
        if self._desk is None:
            return
        self.rail.show_step(self.middle.step)
        self.panel.show_question(self._desk, code)

    @Slot(str)
    def _on_initiative_picked(self, initiative: str) -> None:
        self.context.navigator.go(self.code, self.context.workbench.read(initiatives.codes)[initiative])

    @Slot(str)
    def _on_selection_changed(self, initiative: str) -> None:
        if self._desk is not None and initiative != self._desk.initiative.id and self.context.workbench.is_open:
            self.commit()
            self.mark_stale()

    @Slot()
    def _on_opened(self) -> None:
        """Make the cards when the window has nothing better to do, so that the page comes on at once."""
        QTimer.singleShot(_IDLE_MS, self, self._on_idle)

    @Slot()
    def _on_idle(self) -> None:
        if self.context.workbench.is_open:
            self._make_steps()
            QTimer.singleShot(0, self.centre, self.centre.prepare)

    @Slot()
    def _on_closed(self) -> None:
        self._desk = None
        self.heading.forget()

    @Slot(object)
    def _on_pick_wanted(self, card: QuestionCard) -> None:
        if not card.is_locked:
            self._asking = card
            self.picker.open_at(card.chips.add)

    @Slot(str)
    def _on_picked(self, code: str) -> None:
        if self._asking is not None:
            self._asking.cite(code)

    @Slot()
    def _on_frame_pressed(self) -> None:
        if self._desk is not None:
            self.context.navigator.go("basis", self._desk.initiative.code)
