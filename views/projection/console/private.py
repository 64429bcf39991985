"""What only the presenter sees beside the picture: the timer, the note on the cell, and who is there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.language import Language
from models.plan import Attendee
from views.parts.card import Card
from views.parts.labels import PlainLabel, set_look
from views.parts.text_editor import TextEditor
from views.projection.session import Session
from views.projection.showing.showing import Showing
from views.theme import SPACE

_BETWEEN = ", "


class PrivateColumn(QWidget):
    """`commanded(command)` follows the button of the timer."""

    commanded = Signal(str)

    def __init__(self, language: Language, showing: Showing, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._showing = showing
        self._session = session
        self._item = ""
        self.titles = {name: PlainLabel(role="caps") for name in ("timer", "note", "attendance")}
        self.left = PlainLabel()
        self.left.setObjectName("console.timer")
        self.turn = QPushButton()
        self.turn.setObjectName("console.timer.turn")
        self.turn.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.turn.clicked.connect(lambda: self.commanded.emit("timer"))
        self.note = TextEditor(lines=6)
        self.note.setObjectName("console.note")
        self.note.commit_wanted.connect(self._on_note)
        self.people = TextEditor(lines=8)
        self.people.setObjectName("console.attendance")
        self.people.commit_wanted.connect(self._on_people)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        timer, note, people = (Card(margin=SPACE[2]) for _ in range(3))
        row = QHBoxLayout()
        row.addWidget(self.left, stretch=1)
        row.addWidget(self.turn)
        timer.body.addWidget(self.titles["timer"])
        timer.body.addLayout(row)
        note.body.addWidget(self.titles["note"])
        note.body.addWidget(self.note)
        people.body.addWidget(self.titles["attendance"])
        people.body.addWidget(self.people, stretch=1)
        column.addWidget(timer)
        column.addWidget(note)
        column.addWidget(people, stretch=1)

    def attendees(self) -> tuple[Attendee, ...]:
        """Return who is named in the list of those present: one a line, the body after a comma."""
        found = []
        for line in self.people.text().splitlines():
            name, _, body = line.partition(",")
            if name.strip():
                found.append(Attendee(" ".join(name.split()), " ".join(body.split())))
        return tuple(found)

    def refresh(self) -> None:
        """Show the note on the cell, who is there and what time is left."""
        item, held = self._session.item, self._session.workshop
        key = item.id if item is not None else ""
        text = item.note if item is not None else ""
        if key != self._item:
            self._item = key
            self.note.open_text(text)
        else:
            self.note.show_text(text)
        self.note.setEnabled(item is not None)
        self.note.setPlaceholderText(
            self._language.say("projection.console.note_hint" if item is not None else "projection.console.note_none")
        )
        if held is not None and self.attendees() != held.attendees:
            self.people.show_text(
                "\n".join(_BETWEEN.join(filter(None, (one.name, one.body))) for one in held.attendees)
            )
        self.tick()

    def commit(self) -> None:
        """Write what is still in the fields."""
        self.note.commit()
        self.people.commit()

    def tick(self) -> None:
        """Show how much time is left."""
        say, countdown = self._language.say, self._showing.countdown
        self.left.setText(countdown.said() or "–")
        set_look(self.left, "role", "error" if countdown.is_set and countdown.left < 0 else "title")
        self.turn.setText(say(f"projection.console.{'stop' if countdown.is_running else 'start'}"))

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._language.say
        for name, title in self.titles.items():
            title.setText(say(f"projection.console.{name}"))
        self.note.setAccessibleName(say("projection.console.note"))
        self.people.setAccessibleName(say("projection.console.attendance"))
        self.people.setPlaceholderText(say("projection.console.attendance_hint"))
        self.left.setAccessibleName(say("projection.console.timer"))

    def _on_note(self, text: str) -> None:
        if self._item and not self._session.note(text, self.note):
            self.note.refuse()

    def _on_people(self, _text: str) -> None:
        if self._session.workshop is not None and not self._session.change(
            attendees=self.attendees(), initiator=self.people
        ):
            self.people.refuse()
