"""The agenda: the cells to be decided, their order and their time boxes."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QWidget

from app.language import Language
from app.pictures.wording import spaced
from models.editing.workshops import AgendaEntry
from views.parts.card import Card
from views.parts.labels import PlainLabel
from views.projection.console.lists import PlainList
from views.projection.session import Session
from views.projection.showing.countdown import USUAL_MINUTES
from views.projection.showing.showing import Showing
from views.theme import SPACE

_LONGEST, _SPIN = 240, 92


class AgendaCard(Card):
    """Lists the agenda of the workshop; its cells are picked from the matrix."""

    def __init__(self, language: Language, showing: Showing, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=SPACE[2])
        self._language = language
        self._showing = showing
        self._session = session
        self.title = PlainLabel(role="caps")
        self.list = PlainList("console.agenda")
        self.list.picked.connect(self._on_picked)
        self.minutes = QSpinBox()
        self.minutes.lineEdit().setTextMargins(SPACE[1], 0, 0, 0)
        self.minutes.setObjectName("console.agenda.minutes")
        self.minutes.setRange(0, _LONGEST)
        self.minutes.setKeyboardTracking(False)
        self.minutes.setMinimumWidth(_SPIN)
        self.minutes.valueChanged.connect(self._on_minutes)
        self.buttons = {name: self._button(name) for name in ("add", "up", "down", "remove")}
        self.buttons["add"].clicked.connect(self._on_add)
        self.buttons["up"].clicked.connect(lambda: self._move(-1))
        self.buttons["down"].clicked.connect(lambda: self._move(1))
        self.buttons["remove"].clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.setSpacing(SPACE[0])
        row.addWidget(self.minutes)
        for name in ("up", "down", "remove"):
            row.addWidget(self.buttons[name])
        self.body.addWidget(self.title)
        self.body.addWidget(self.list, stretch=1)
        self.body.addWidget(self.buttons["add"])
        self.body.addLayout(row)

    def refresh(self) -> None:
        """Show the agenda as it is now."""
        held = self._session.workshop
        items = held.agenda if held is not None else ()
        say, chosen = self._language.say, self._session.item
        lines = []
        for one in items:
            initiative = self._showing.room.initiative(one.initiative)
            code = spaced(initiative.code) if initiative is not None else "–"
            text = say(
                "projection.console.agenda_line", place=f"{code} · KFA {one.kfa} · KF{one.kf}", count=one.minutes
            )
            lines.append((one.id, text))
        self.list.show_lines(lines, chosen.id if chosen is not None else "")
        with QSignalBlocker(self.minutes):
            self.minutes.setValue(chosen.minutes if chosen is not None else USUAL_MINUTES)
        self.buttons["add"].setEnabled(held is not None and chosen is None)
        for widget in (self.minutes, self.buttons["up"], self.buttons["down"], self.buttons["remove"]):
            widget.setEnabled(chosen is not None)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._language.say
        self.title.setText(say("projection.console.agenda"))
        self.list.setAccessibleName(say("projection.console.agenda"))
        self.minutes.setAccessibleName(say("projection.console.minutes"))
        self.minutes.setSuffix(say("projection.console.minutes_suffix"))
        for name, symbol in (("up", "↑"), ("down", "↓"), ("remove", "✕")):
            self.buttons[name].setText(symbol)
            self.buttons[name].setAccessibleName(say(f"projection.console.agenda_{name}"))
        self.buttons["add"].setText(say("projection.console.agenda_add"))

    def _button(self, name: str) -> QPushButton:
        made = QPushButton()
        made.setObjectName(f"console.agenda.{name}")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _entries(self) -> list[AgendaEntry]:
        held = self._session.workshop
        items = held.agenda if held is not None else ()
        return [AgendaEntry(one.initiative, one.kfa, one.kf, one.minutes) for one in items]

    def _place(self) -> int:
        """Return where the cell stands in the agenda, -1 where it does not."""
        held, item = self._session.workshop, self._session.item
        return held.agenda.index(item) if held is not None and item is not None else -1

    def _on_picked(self, key: str) -> None:
        held = self._session.workshop
        item = next((one for one in held.agenda if one.id == key), None) if held is not None else None
        if item is not None:
            self._showing.stage.show(item.initiative, (item.kfa, item.kf))

    def _on_add(self) -> None:
        initiative, kfa, kf = self._showing.stage.stop
        self._session.set_agenda([*self._entries(), AgendaEntry(initiative, kfa, kf, self.minutes.value())])

    def _on_minutes(self, minutes: int) -> None:
        entries, place = self._entries(), self._place()
        if place >= 0:
            one = entries[place]
            entries[place] = AgendaEntry(one.initiative, one.kfa, one.kf, minutes)
            self._session.set_agenda(entries)

    def _move(self, step: int) -> None:
        entries, place = self._entries(), self._place()
        if place >= 0 and 0 <= place + step < len(entries):
            entries.insert(place + step, entries.pop(place))
            self._session.set_agenda(entries)

    def _on_remove(self) -> None:
        entries, place = self._entries(), self._place()
        if place >= 0:
            del entries[place]
            self._session.set_agenda(entries)
