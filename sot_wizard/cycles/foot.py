"""The foot of the rail: the cycle that is worked on, those before it, and the ways to close, open and compare."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.editing import cycles
from models.reading.desks import Desk
from sot_wizard.deeds import do, tell
from views.context import Context
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

_SHOWN = 2
"""Earlier cycles that are named here; the others are chosen where they are read."""
_LINK_PADDING = 3
"""What stands left of the text of a link, so that all begin alike."""


class CloseForm(QWidget):
    """One line for the reason why a cycle is closed: `closing_wanted(reason)` on Enter, `given_up` on Esc."""

    closing_wanted = Signal(str)
    given_up = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = context.language
        self.reason = QLineEdit()
        self.reason.setObjectName("sot.cycle.reason")
        self.reason.returnPressed.connect(self._on_done)
        self.close_button, self.leave_button = QPushButton(), QPushButton()
        self.close_button.setObjectName("sot.cycle.close")
        self.close_button.setProperty("kind", "primary")
        self.close_button.clicked.connect(self._on_done)
        self.leave_button.setObjectName("sot.cycle.leave")
        self.leave_button.clicked.connect(self.given_up)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[0], 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.reason)
        column.addLayout(buttons)
        self.hide()

    def begin(self) -> None:
        """Ask for the reason."""
        self.reason.clear()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._language.say
        self.reason.setPlaceholderText(say("sot.close_reason"))
        self.reason.setAccessibleName(say("sot.close_reason"))
        self.reason.setToolTip(tip(say("sot.close_tip")))
        self.close_button.setText(say("sot.close_now"))
        self.leave_button.setText(say("sot.close_not"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_done(self) -> None:
        self.closing_wanted.emit(self.reason.text().strip())


class CycleFoot(QWidget):
    """`reading_wanted(number)` asks for an earlier cycle to be read, `comparing_wanted` for two side by side."""

    reading_wanted = Signal(int)
    comparing_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk | None = None
        self.line = PlainLabel(role="muted", wraps=True)
        self.line.setObjectName("sot.cycle")
        self.line.setContentsMargins(_LINK_PADDING, 0, 0, 0)
        self.earlier = [_link(f"sot.cycle.earlier.{number}") for number in range(_SHOWN)]
        for place, link in enumerate(self.earlier):
            link.setProperty("role", "small")
            link.clicked.connect(lambda _checked=False, place=place: self._read(place))
        self.turn, self.compare = _link("sot.cycle.turn"), _link("sot.cycle.compare")
        self.turn.clicked.connect(self._on_turn)
        self.compare.clicked.connect(self.comparing_wanted)
        self.form = CloseForm(context)
        self.form.closing_wanted.connect(self._on_closing_wanted)
        self.form.given_up.connect(self._on_given_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[1], SPACE[0], 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        for widget in (*self.earlier, self.turn, self.compare):
            column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)

    def show_desk(self, desk: Desk) -> None:
        """Show the cycles of an initiative."""
        if self._desk is not None and self._desk.initiative.id != desk.initiative.id:
            self.form.hide()
        self._desk = desk
        language, last = self._context.language, desk.cycles[-1]
        if last.closed:
            line = language.say("sot.cycle_closed", number=last.number, day=language.day_of(last.closed))
            self.form.hide()
        else:
            line = language.say("sot.cycle_open", number=last.number, day=language.day_of(last.opened))
        self.line.setText(line)
        self.line.setToolTip(tip(last.reason))
        before = desk.cycles[-2::-1]
        for place, link in enumerate(self.earlier):
            link.setVisible(place < len(before))
            if place < len(before):
                one = before[place]
                day = language.day_of(one.closed)
                link.setText(language.say("sot.cycle_closed", number=one.number, day=day))
                link.setToolTip(tip(one.reason or language.say("sot.read_cycle_tip")))
        key = "sot.start_cycle" if last.closed else "sot.close_cycle"
        self.turn.setText(language.say(key, number=last.number + 1 if last.closed else last.number))
        self.turn.setToolTip(tip(language.say("sot.start_tip" if last.closed else "sot.close_tip")))
        self.turn.setEnabled(self._context.workbench.plan.is_writable)
        self.turn.setVisible(self.form.isHidden())
        self.compare.setVisible(bool(before))

    def start(self) -> None:
        """Open the next cycle with a copy of the answers."""
        if self._desk is not None:
            one = self._desk.initiative
            tell(self._context, do(self._context, "cycle.start", cycles.start, one.id), one.code)

    def retranslate(self) -> None:
        """Show the words in the language of the window; the cycles themselves follow with the initiative."""
        self.compare.setText(self._context.language.say("sot.compare"))
        self.form.retranslate()

    @Slot()
    def _on_turn(self) -> None:
        if self._desk is None:
            return
        if self._desk.cycles[-1].closed:
            self.start()
        else:
            self.turn.hide()
            self.form.begin()

    @Slot(str)
    def _on_closing_wanted(self, reason: str) -> None:
        if self._desk is not None:
            one = self._desk.initiative
            done = do(self._context, "cycle.close", cycles.close, one.id, reason)
            tell(self._context, done, one.code)
            if done is not None:
                self.turn.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_given_up(self) -> None:
        self.form.hide()
        self.turn.show()
        self.turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, place: int) -> None:
        assert self._desk is not None
        self.reading_wanted.emit(self._desk.cycles[-2 - place].number)


def _link(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("kind", "link")
    return button
