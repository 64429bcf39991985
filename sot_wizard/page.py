"""The SOT page: an initiative's six steps of three questions, with what they stand on beside them."""

from __future__ import annotations

from bisect import bisect

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from models.editing import cycles
from models.method import MethodPack
from models.plan import Changes
from models.reading import desks, initiatives
from models.reading.desks import Desk
from sot_wizard import context_panel, rail
from sot_wizard.context_panel import ContextPanel
from sot_wizard.middle import Middle
from sot_wizard.question_card import QuestionCard
from sot_wizard.rail import Rail
from views.citing.picker import ClausePicker
from views.context import Context
from views.page import Page
from views.theme import SPACE

_WIDE, _WIDEST = 1150, 1500
"""From these widths of the page on rail and panel have their next wider width."""
_IDLE_MS = 150


class SotPage(Page):
    """Shows one step of the chosen initiative; remembers, for each initiative, the question last worked on."""

    code = "sot"
    tables = frozenset({"initiative", "cycle", "answer", "answer_citation", "frame_choice"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._desk: Desk | None = None
        self._method: MethodPack | None = None
        self._asking: QuestionCard | None = None
        self.rail = Rail(context)
        self.middle = Middle(context)
        self.panel = ContextPanel(context)
        row = QHBoxLayout(self)
        row.setSpacing(SPACE[3])
        row.addWidget(self.rail)
        row.addWidget(self.middle, stretch=1)
        row.addWidget(self.panel)
        self.picker = ClausePicker(context, self)
        self._connect()

    def _connect(self) -> None:
        self.rail.step_chosen.connect(self.middle.show_step)
        self.rail.initiative_picked.connect(self._on_initiative_picked)
        self.rail.cycle_wanted.connect(self._turn_cycle)
        self.middle.activated.connect(self._on_activated)
        self.middle.cycle_wanted.connect(self._turn_cycle)
        self.middle.pick_wanted.connect(self._on_pick_wanted)
        self.middle.cite_pressed.connect(self.panel.show_cited)
        self.panel.answer_pressed.connect(self.middle.show_question)
        self.panel.frame_pressed.connect(self._on_frame_pressed)
        self.picker.chosen.connect(self._on_picked)
        self.context.selection.changed.connect(self._on_selection_changed)
        self.context.workbench.opened.connect(self._on_opened)
        if self.context.workbench.is_open:
            self._on_opened()
        self.context.workbench.closed.connect(self._on_closed)
        for keys, work in (
            ("Ctrl+Return", self.middle.go_question),
            ("Ctrl+Enter", self.middle.go_question),
            ("Ctrl+PgDown", lambda: self.middle.go_step(1)),
            ("Ctrl+PgUp", lambda: self.middle.go_step(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(work)

    def refresh(self) -> None:
        """Show the chosen initiative as the plan holds it now."""
        self._make_steps()
        desk = self._wanted()
        if desk is None:
            return
        if self._desk is None or self._desk.initiative.id != desk.initiative.id:
            self._open(desk)
        else:
            self._follow(desk, None)

    def hear(self, changes: Changes, initiator: QObject | None) -> None:
        """Take in a card's own step of work at once; another one when the page is on screen, or when it comes on."""
        if not self.tables & {row.table for row in changes.rows}:
            return
        if self._desk is not None and isinstance(initiator, QuestionCard) and self.holds(initiator):
            desk = self.context.workbench.read(desks.desk, self._desk.initiative.id)
            if desk is not None:
                self._follow(desk, initiator)
        else:
            self.mark_stale()

    def come_on(self) -> None:
        """Come on screen, ready to go on with the question last worked on."""
        super().come_on()
        if self._desk is not None:
            self.middle.focus()

    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        self.picker.retranslate()
        if self.context.workbench.is_open and self._desk is not None:
            self.rail.retranslate()
            self.middle.retranslate()
            self.middle.follow(self._desk, None)
            self.panel.retranslate()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for part in (self.rail, self.middle, self.panel):
            part.recolour()

    def go_to(self, place: str) -> None:
        """Show SOI5, its question SOI5.O1 or the conclusion of its step SOI5.O."""
        code, _, question = place.partition(".")
        found = self.try_to(lambda: self.context.workbench.read(initiatives.find, code))
        if found is None:
            return
        self.context.selection.choose(str(found))
        self.come_on()
        if question in self.middle.cards:
            self.middle.show_question(question)

    def crumb(self) -> str:
        """Return the initiative and SOT."""
        return f"{self._desk.initiative.code} › SOT" if self._desk is not None else super().crumb()

    def commit(self) -> None:
        """Write what is still in the editors."""
        self.middle.commit()

    def seek(self) -> None:
        """Open the line that looks for words in the answers of this initiative."""
        if self._desk is not None:
            self.middle.finder.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the middle what it needs on a narrow screen."""
        super().resizeEvent(event)
        size = bisect([_WIDE, _WIDEST], self.width())
        self.rail.setFixedWidth(rail.WIDTHS[size])
        self.panel.setFixedWidth(context_panel.WIDTHS[size])

    def _make_steps(self) -> None:
        method = self.context.workbench.method
        if self._method is None or (self._method.id, self._method.version) != (method.id, method.version):
            self.rail.make_steps(method)
            self.rail.recolour()
            self.middle.make_steps(method)
            self.panel.retranslate()
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
        self._desk = desk
        self.context.selection.choose(desk.initiative.id)
        self.context.settings.set_text(self._last_key(), desk.initiative.id)
        self.rail.show_desk(desk)
        self.middle.open(desk, self.context.settings.text(f"sot/{desk.initiative.id}"))

    def _follow(self, desk: Desk, initiator: QObject | None) -> None:
        self._desk = desk
        self.middle.follow(desk, initiator)
        self.rail.show_desk(desk)
        self.panel.show_question(desk, self.middle.active.code)

    def _last_key(self) -> str:
        return f"initiative/{self.context.workbench.path}"

    @Slot(str)
    def _on_activated(self, code: str) -> None:
        if self._desk is None:
            return
        self.rail.show_step(self.middle.step)
        self.panel.show_question(self._desk, code)
        self.context.settings.set_text(f"sot/{self._desk.initiative.id}", code)

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

    @Slot()
    def _on_closed(self) -> None:
        self._desk = None

    @Slot()
    @Slot(bool)
    def _turn_cycle(self, opens: bool = True) -> None:
        """Open the next cycle, or close this one, as a step that can be undone."""
        assert self._desk is not None
        self.commit()
        work, label = (cycles.start, "cycle.start") if opens else (cycles.close, "cycle.close")
        edit, initiative = self.context.workbench.edit, self._desk.initiative.id
        changes = self.try_to(lambda: edit(label, work, initiative))
        if isinstance(changes, Changes):
            number, code = changes.result, self._desk.initiative.code
            self.context.herald.note(
                self.context.language.say(f"label.{label}", number=number, place=code), with_undo=True
            )

    @Slot(object)
    def _on_pick_wanted(self, card: QuestionCard) -> None:
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
