"""The show: stage, room and timer together, and the picture that comes of them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.pictures.wording import spaced
from models.codes import cell_code, parse_cell
from models.errors import UsageError
from models.plan import Changes
from models.reading import initiatives
from views.context import Context
from views.projection.laying.frame import laid_foot, laid_head
from views.projection.laying.look import Foot, Head
from views.projection.laying.picture import laid_body
from views.projection.laying.scene import Item, Scene
from views.projection.painting.ruler import FontRuler
from views.projection.showing.countdown import Countdown
from views.projection.showing.room import Room
from views.projection.showing.stage import CELL, HEAT, MATRIX, Stage, Stop
from views.theme import ROOM_DARK, ROOM_LIGHT, RoomTheme

_TICK_MS = 250
_WORKSHOP = frozenset({"workshop", "workshop_attendee", "agenda_item", "proposal", "decision"})
_HINTS = {
    MATRIX: ("walk", "zoom", "initiative", "heat", "blank", "leave"),
    CELL: ("propose", "judge", "vote", "decide", "cell", "back"),
    HEAT: ("initiative", "zoom", "blank", "back"),
}


class Showing(QObject):
    """`changed` asks for the picture to be made anew; `ticked` when only the clock or the timer has moved on."""

    changed = Signal()
    ticked = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.stage = Stage(self)
        self.room = Room(context.workbench, context.language)
        self.countdown = Countdown()
        self.has_hints = True
        self.is_alone = True
        self._ruler = FontRuler()
        self._body: tuple[tuple[float, float], tuple[Item, ...], bool] | None = None
        self._told = ("", "")
        self._stop: Stop = ("", 0, 0)
        self._minutes = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self.stage.moved.connect(self._on_moved)
        context.language.changed.connect(self.refresh)
        context.workbench.changed.connect(self._on_plan_changed)
        context.workbench.lock_changed.connect(self.changed)
        context.selection.changed.connect(self._on_selection)

    @property
    def is_on(self) -> bool:
        """Return whether something is being shown."""
        return self._timer.isActive()

    @property
    def theme(self) -> RoomTheme:
        """Return the colours of the picture."""
        return ROOM_LIGHT if self.stage.is_light else ROOM_DARK

    def begin(self, place: str = "") -> None:
        """Show the plan, from a place such as SOI5.KFA3.KF2 on, or from where the window is."""
        self._read()
        where, _, _measure = place.partition("#")
        code, _, cell = where.partition(".")
        try:
            if code:
                self.stage.show(self.context.workbench.read(initiatives.find, code), parse_cell(cell) if cell else None)
            elif self.context.selection.initiative in self.stage.initiatives:
                self.stage.show(self.context.selection.initiative)
        except UsageError as error:
            self.context.herald.trouble(error.sentence(self.context.language.code))
        self._stop = self.stage.stop
        self._give_time()
        self._timer.start()
        self._anew()

    def end(self) -> None:
        """Show nothing any more."""
        self._timer.stop()
        self.countdown.set_box(0)

    @Slot()
    def refresh(self) -> None:
        """Read the plan anew and make another picture."""
        if self.is_on and self.context.workbench.is_open:
            self._read()
            self._anew()

    def scene(self, width: float, height: float) -> Scene:
        """Return the picture in a size; what stands between head and foot is worked out once."""
        if self.stage.is_blank or not self.stage.initiative:
            return Scene(width, height, ())
        if self._body is None or self._body[0] != (width, height):
            items, has_more = laid_body(self.room.body(self.stage), width, height, self._ruler)
            self._body = ((width, height), items, has_more)
        _size, items, has_more = self._body
        head = laid_head(self.head(), width, height, self._ruler)
        foot = laid_foot(self.foot(), width, height, self._ruler, has_more=has_more)
        return Scene(width, height, (*items, *head, *foot), has_more)

    def head(self) -> Head:
        """Return what the line at the top says."""
        title, subtitle = self._titles()
        return Head(
            title,
            subtitle,
            self.context.language.clock(datetime.now().astimezone())[:5],
            self.countdown.said(),
            is_over=self.countdown.is_set and self.countdown.left < 0,
            is_locked=self.context.workbench.is_locked,
        )

    def foot(self) -> Foot:
        """Return what the line at the foot says; what keys do only where the presenter has no console."""
        say = self.context.language.say
        hints = tuple(say(f"projection.hint.{name}") for name in _HINTS[self.stage.mode]) if self.has_hints else ()
        here = self.room.initiative(self.stage.initiative)
        said = ""
        if here is not None and self.stage.mode == MATRIX:
            totals = self.room.totals(here.id)
            said = say(
                "projection.totals",
                place=spaced(here.code),
                measures=totals.measures,
                done=totals.done,
                late=totals.late,
            )
        return Foot(hints, said, say("projection.more"))

    def place(self) -> str:
        """Return the code of the cell that is chosen: SOI5.KFA3.KF2."""
        here = self.room.initiative(self.stage.initiative)
        return f"{here.code}.{cell_code(*self.stage.cell)}" if here is not None else ""

    def spoken_place(self) -> str:
        """Return the cell that is chosen, in words."""
        here, method, pick = self.room.initiative(self.stage.initiative), self.room.method, self.context.language.pick
        kfa, kf = self.stage.cell
        direction, factor = method.directions[f"KFA{kfa}"], method.key_factors[f"KF{kf}"]
        return self.context.language.say(
            "projection.place",
            code=spaced(here.code) if here is not None else "",
            kfa=spaced(direction.code),
            direction=pick(direction.short),
            kf=factor.code,
            factor=pick(factor.short),
        )

    def _titles(self) -> tuple[str, str]:
        say, here = self.context.language.say, self.room.initiative(self.stage.initiative)
        if self.stage.mode == CELL:
            return self.spoken_place(), ""
        if self.stage.mode == HEAT:
            return say("projection.heat", count=len(self.stage.initiatives)), ""
        title = self.context.language.pick(here.title) if here is not None else ""
        code = spaced(here.code) if here is not None else ""
        rows, columns = len(self.stage.rows), len(self.stage.columns)
        return say("projection.title", code=code, title=title), say("projection.matrix", rows=rows, columns=columns)

    def _read(self, *, only_workshop: bool = False) -> None:
        self.room.read(only_workshop=only_workshop)
        method = self.room.method
        self.stage.use(
            [one.id for one in self.room.every],
            [one.number for one in method.directions.values()],
            [one.number for one in method.key_factors.values()],
        )
        held = self.room.workshop
        self.stage.agenda = [(one.initiative, one.kfa, one.kf) for one in held.agenda] if held is not None else []

    def _anew(self) -> None:
        self._body = None
        self.changed.emit()

    @Slot()
    def _on_moved(self) -> None:
        if not self.is_on:
            return
        if self.stage.stop != self._stop:
            self._stop = self.stage.stop
            self._give_time()
        self.context.selection.choose(self.stage.initiative)
        self._anew()

    def _give_time(self) -> None:
        """Give the cell that was gone to its time box from the agenda; a timer that runs goes on with that one."""
        self._minutes = self._planned()
        was_running = self.countdown.is_running
        self.countdown.set_box(self._minutes)
        if was_running and self._minutes:
            self.countdown.turn()

    def _take_agenda(self) -> None:
        """Let the time box follow the agenda when that is changed; without one a timer that runs goes on."""
        before, self._minutes = self._minutes, self._planned()
        if self._minutes != before and (self._minutes or not self.countdown.is_running):
            self.countdown.change_box(self._minutes)

    def _planned(self) -> int:
        """Return the minutes that the agenda has for the cell."""
        held = self.room.workshop
        items = held.agenda if held is not None else ()
        return next((one.minutes for one in items if (one.initiative, one.kfa, one.kf) == self._stop), 0)

    @Slot(str)
    def _on_selection(self, initiative: str) -> None:
        """Follow the window to another initiative; while it is locked only commands move what the room sees."""
        if self.is_on and not self.context.workbench.is_locked and initiative in self.stage.initiatives:
            self.stage.show(initiative)

    @Slot(object, object)
    def _on_plan_changed(self, changes: Changes, _initiator: object) -> None:
        """Take in a step of work: the presenter's edits appear at once."""
        if self.is_on:
            self._read(only_workshop={row.table for row in changes.rows} <= _WORKSHOP)
            self._take_agenda()
            self._anew()

    @Slot()
    def _on_tick(self) -> None:
        head = self.head()
        told = (head.clock, head.timer)
        if told != self._told:
            self._told = told
            self.ticked.emit()
