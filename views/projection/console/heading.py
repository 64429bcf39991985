"""The top of the console: the workshop that is open or is to be opened, the lock, and ways out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from models.plan import Attendee
from views.context import Context
from views.forms.line_editor import LineEditor
from views.parts.labels import PlainLabel
from views.projection.session import Session
from views.theme import SPACE

_BUTTONS = ("session", "minutes", "lock", "project", "close")


class ConsoleHeading(QFrame):
    """`commanded(command)` follows the lock; `project_wanted`, `minutes_wanted` and `close_wanted` the others."""

    commanded = Signal(str)
    project_wanted = Signal()
    minutes_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self,
        context: Context,
        session: Session,
        attendees: Callable[[], tuple[Attendee, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        self._attendees = attendees
        self._shown = ""
        self.setProperty("kind", "bar")
        self.setProperty("edge", "bottom")
        self.state = PlainLabel(role="muted")
        self.title = LineEditor()
        self.title.setObjectName("console.title")
        self.title.commit_wanted.connect(lambda text: self._on_words(self.title, title=text))
        self.facilitator = LineEditor()
        self.facilitator.setObjectName("console.facilitator")
        self.facilitator.commit_wanted.connect(lambda text: self._on_words(self.facilitator, facilitator=text))
        self.buttons = {name: self._button(name) for name in _BUTTONS}
        self.buttons["lock"].setCheckable(True)
        self.buttons["session"].clicked.connect(self._on_session)
        self.buttons["minutes"].clicked.connect(self.minutes_wanted)
        self.buttons["minutes"].hide()
        self.buttons["lock"].clicked.connect(lambda: self.commanded.emit("lock"))
        self.buttons["project"].clicked.connect(self.project_wanted)
        self.buttons["close"].clicked.connect(self.close_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[1], SPACE[3], SPACE[1])
        row.setSpacing(SPACE[1])
        row.addWidget(self.title, stretch=3)
        row.addWidget(self.facilitator, stretch=2)
        for name in ("session", "minutes"):
            row.addWidget(self.buttons[name])
        row.addWidget(self.state)
        row.addStretch(1)
        for name in ("lock", "project", "close"):
            row.addWidget(self.buttons[name])

    def refresh(self, *, has_audience: bool) -> None:
        """Show the workshop as it is now."""
        say, held = self._context.language.say, self._session.workshop
        key = held.id if held is not None else ""
        if key != self._shown:
            self._shown = key
            self.title.open_text(held.title if held is not None else "")
            self.facilitator.open_text(held.facilitator if held is not None else "")
        elif held is not None:
            self.title.show_text(held.title)
            self.facilitator.show_text(held.facilitator)
        opened = self._context.language.moment_of(held.opened) if held is not None else ""
        self.state.setText(say("projection.console.opened", moment=opened) if held is not None else "")
        self.buttons["session"].setText(say(f"projection.console.{'end' if held is not None else 'begin'}"))
        is_locked = self._context.workbench.is_locked
        self.buttons["lock"].setChecked(is_locked)
        self.buttons["lock"].setText(say(f"projection.console.{'unlock' if is_locked else 'lock'}"))
        self.buttons["project"].setVisible(not has_audience)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        day = self._context.language.day(date.today())
        for field, name in ((self.title, "title"), (self.facilitator, "facilitator")):
            field.setAccessibleName(say(f"projection.console.{name}"))
            field.setPlaceholderText(say(f"projection.console.{name}_hint", day=day))
        for name in ("minutes", "project", "close"):
            self.buttons[name].setText(say(f"projection.console.{name}_button"))

    def _button(self, name: str) -> QPushButton:
        made = QPushButton()
        made.setObjectName(f"console.{name}")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if name == "project":
            made.setProperty("kind", "primary")
        return made

    def _on_session(self) -> None:
        """Open a workshop with what is typed here, or end the one that is open."""
        if self._session.workshop is not None:
            if self._session.close():
                self.buttons["minutes"].show()
            return
        say = self._context.language.say
        day = self._context.language.day(date.today())
        title = self.title.plain().strip() or say("projection.console.usual_title", day=day)
        if self._session.open(title, self.facilitator.plain(), self._attendees()):
            self.buttons["minutes"].hide()

    def _on_words(self, field: LineEditor, title: str | None = None, facilitator: str | None = None) -> None:
        if self._session.workshop is not None and not self._session.change(title, facilitator, initiator=field):
            field.refuse()
