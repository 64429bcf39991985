"""The presenter's console: what the room sees in small, and everything that the room does not see."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from app.pictures.wording import spaced
from models.errors import UserError
from views.context import Context
from views.layouts.flow import FlowLayout
from views.parts.card import Card
from views.parts.labels import PlainLabel
from views.projection.capture import CaptureLine
from views.projection.console.agenda import AgendaCard
from views.projection.console.heading import ConsoleHeading
from views.projection.console.ideas import IdeasCard
from views.projection.console.lists import PlainList
from views.projection.console.private import PrivateColumn
from views.projection.laying.scene import Scene
from views.projection.painting.view import RoomView
from views.projection.session import Session
from views.projection.showing.commands import command_of
from views.projection.showing.showing import Showing
from views.projection.showing.stage import CELL
from views.theme import SPACE, RoomTheme, palette, style_sheet

_LEFT, _RIGHT = 290, 300
_PICTURE = (400, 200)
_LEAST = (1180, 660)
_STEPS = ("previous_cell", "next_cell", "previous_initiative", "next_initiative", "zoom", "heat", "blank", "light")
_EDITORS = (QLineEdit, QPlainTextEdit, QSpinBox)


class Console(QWidget):
    """`commanded(command)` follows keys and buttons; `project_wanted` asks for the audience window."""

    commanded = Signal(str)
    project_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context, showing: Showing, session: Session) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._context = context
        self._showing = showing
        self._session = session
        self.setObjectName("projection.console")
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*_LEAST)
        self._make()
        self._lay_out()
        self._connect()
        self.recolour()
        self.retranslate()

    def _make(self) -> None:
        context, language = self._context, self._context.language
        self.private = PrivateColumn(language, self._showing, self._session)
        self.heading = ConsoleHeading(context, self._session, self.private.attendees)
        self.initiatives = PlainList("console.initiatives")
        self.initiatives_title = PlainLabel(role="caps")
        self.agenda = AgendaCard(language, self._showing, self._session)
        self.ideas = IdeasCard(language, self._showing, self._session)
        self.picture = RoomView()
        self.picture.setObjectName("console.picture")
        self.picture.setMinimumSize(*_PICTURE)
        self.picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.place = PlainLabel(role="strong", wraps=True)
        self.place.setObjectName("console.place")
        self.capture = CaptureLine(language, "console")
        self.said = PlainLabel(role="error", wraps=True)
        self.said.setObjectName("console.said")
        self.said.hide()
        self.steps = {name: QPushButton() for name in _STEPS}
        for name, button in self.steps.items():
            button.setObjectName(f"console.{name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, name=name: self._command(name))

    def _lay_out(self) -> None:
        left, middle, buttons = QVBoxLayout(), QVBoxLayout(), FlowLayout(spacing=SPACE[0])
        card = Card(margin=SPACE[2])
        card.body.addWidget(self.initiatives_title)
        card.body.addWidget(self.initiatives)
        left.addWidget(card, stretch=3)
        left.addWidget(self.agenda, stretch=2)
        for button in self.steps.values():
            buttons.addWidget(button)
        middle.setSpacing(SPACE[1])
        middle.addWidget(self.picture, stretch=3)
        middle.addLayout(buttons)
        for widget in (self.place, self.capture, self.said):
            middle.addWidget(widget)
        middle.addWidget(self.ideas, stretch=2)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        row.setSpacing(SPACE[2])
        for side, width in ((left, _LEFT), (middle, 0), (None, _RIGHT)):
            holder = QWidget() if side is not None else self.private
            if side is not None:
                side.setContentsMargins(0, 0, 0, 0)
                holder.setLayout(side)
            if width:
                holder.setFixedWidth(width)
            row.addWidget(holder, stretch=0 if width else 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(row, stretch=1)

    def _connect(self) -> None:
        context = self._context
        for part in (self.heading, self.ideas, self.private):
            part.commanded.connect(self._command)
        self.heading.project_wanted.connect(self.project_wanted)
        self.heading.close_wanted.connect(self.close)
        self.heading.minutes_wanted.connect(self._on_minutes)
        self.initiatives.picked.connect(self._showing.stage.show)
        self.capture.left.connect(self._to_picture)
        self._session.turned.connect(self.refresh)
        context.language.changed.connect(self.retranslate)
        context.themes.changed.connect(self.recolour)
        context.workbench.commit_requested.connect(self.private.commit)
        for keys, work in (
            (QKeySequence.StandardKey.Undo, context.workbench.undo),
            (QKeySequence.StandardKey.Redo, context.workbench.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._try, work))

    def come_on(self, screen: QScreen) -> None:
        """Come on a screen, ready for keys."""
        if not self.isVisible():
            self.setScreen(screen)
            self.setGeometry(screen.availableGeometry())
            self.showMaximized()
        self.refresh()
        self.activateWindow()
        self.picture.setFocus()

    def leave(self) -> None:
        """Go out of sight: the room sees this screen."""
        self.private.commit()
        self.hide()

    def show_scene(self, scene: Scene, theme: RoomTheme) -> None:
        """Show what the room sees, and what belongs to it."""
        self.picture.show_scene(scene, theme)
        self.refresh()

    def begin_capture(self, kind: str) -> None:
        """Be ready for a proposal or a decision."""
        self.capture.begin(kind)

    def say(self, sentence: str) -> None:
        """Say what could not be done."""
        self.said.setText(sentence)
        self.said.show()

    @Slot()
    def refresh(self) -> None:
        """Show the workshop and the cell as they are now."""
        showing, say, pick = self._showing, self._context.language.say, self._context.language.pick
        if not showing.is_on:
            return
        lines = [(one.id, f"{spaced(one.code)}  {pick(one.title)}") for one in showing.room.every]
        self.initiatives.show_lines(lines, showing.stage.initiative)
        place = showing.spoken_place()
        self.place.setText(place)
        self.picture.setAccessibleName(say("projection.picture", place=place))
        self.capture.set_names([one.name for one in self._session.attendees])
        self.capture.show_silent(is_silent=self._session.is_silent)
        self.heading.refresh(has_audience=not showing.is_alone)
        self.steps["zoom"].setText(say(f"projection.console.{'whole' if showing.stage.mode == CELL else 'zoom'}"))
        for part in (self.agenda, self.ideas, self.private):
            part.refresh()

    @Slot()
    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        say = self._context.language.say
        self.setWindowTitle(say("projection.console_title"))
        self.setAccessibleName(say("projection.console_title"))
        self.initiatives_title.setText(say("projection.console.initiatives"))
        self.initiatives.setAccessibleName(say("projection.console.initiatives"))
        for name, button in self.steps.items():
            button.setText(say(f"projection.console.{name}"))
        for part in (self.heading, self.agenda, self.ideas, self.private, self.capture):
            part.retranslate()
        self.refresh()

    @Slot()
    def recolour(self) -> None:
        """Take on the colours of the theme."""
        theme = self._context.themes.current
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what a key means; in a field Esc goes back to the picture and all other keys are text."""
        if isinstance(self.focusWidget(), _EDITORS):
            if event.key() == Qt.Key.Key_Escape:
                self._to_picture()
            return
        command = command_of(event)
        if command:
            self._command(command)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """End the open typing step when the console is left."""
        if event.type() is QEvent.Type.WindowDeactivate:
            self._context.workbench.end_typing()
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is in the fields and tell that the console goes."""
        if self._context.workbench.is_open:
            self.private.commit()
        super().closeEvent(event)
        self.closed.emit()

    def _command(self, command: str) -> None:
        self.said.hide()
        self.commanded.emit(command)

    @Slot()
    def _to_picture(self) -> None:
        self.picture.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_minutes(self) -> None:
        """Offer the minutes of the workshop as a document."""
        from views.export.dialog import ExportDialog

        dialog = ExportDialog(self._context, self)
        dialog.form.kind.setCurrentIndex(max(0, dialog.form.kind.findData("minutes")))
        dialog.open()

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except UserError as error:
            self.say(error.sentence(self._context.language.code))
