"""Projecting: opens the audience window and the console where they belong and carries out what keys command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from views.context import Context
from views.projection.audience import AudienceWindow
from views.projection.capture import DECIDE, PROPOSE, CaptureLine
from views.projection.console.window import Console
from views.projection.session import Session
from views.projection.showing.commands import DIGITS, LOOKING
from views.projection.showing.showing import Showing
from views.projection.showing.stage import CELL, HEAT, MATRIX

PREVIEW = (1920.0, 1080.0)
"""The size of the picture while there is no audience window."""


class Projection(QObject):
    """`open` shows the room the plan: on the second screen with a console on the first, or on the only one."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.showing = Showing(context, self)
        self.session = Session(self.showing, self)
        self.audience: AudienceWindow | None = None
        self.console: Console | None = None
        self._deeds = self._make_deeds()
        self.showing.changed.connect(self._show)
        self.showing.ticked.connect(self._show)
        self.session.troubled.connect(self._on_trouble)
        self.session.turned.connect(self._on_turned)
        context.workbench.closed.connect(self.close)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screens)
        application.screenRemoved.connect(self._on_screens)

    def open(self, place: str = "") -> None:
        """Show the room the plan, from a place such as SOI5.KFA3.KF2 on."""
        if not self._context.workbench.is_open:
            return
        self._context.workbench.commit()
        if self.audience is None:
            self.audience = AudienceWindow(self._context.language)
            self.audience.commanded.connect(partial(self.do, from_console=False))
            self.audience.resized.connect(self._show)
            self.audience.closed.connect(self._on_audience_closed)
            self.audience.capture.given.connect(partial(self._keep, self.audience.capture))
        self.showing.begin(place)
        self.arrange(QGuiApplication.screens())

    def open_console(self) -> None:
        """Open the console alone, to prepare a workshop or to end it."""
        if not self._context.workbench.is_open:
            return
        self._context.workbench.commit()
        if not self.showing.is_on:
            self.showing.begin()
        self._show_console(self._window.screen())
        self._show()

    def arrange(self, screens: Sequence[QScreen]) -> None:
        """Put the windows where they belong on these screens."""
        if self.audience is None or not screens:
            return
        home = self._window.screen() if self._window.screen() in screens else screens[0]
        second = next((screen for screen in screens if screen is not home), None)
        self.audience.cover(second or home)
        self.showing.is_alone = False
        self.showing.has_hints = second is None
        if second is not None:
            self.audience.end_capture()
            self._show_console(home)
        else:
            if self.console is not None:
                self.console.leave()
            self.audience.raise_()
            self.audience.activateWindow()
            self.audience.setFocus()
        self._show()

    @Slot()
    def close(self) -> None:
        """Show nothing any more."""
        self.showing.end()
        self.showing.is_alone = True
        console, self.console = self.console, None
        audience, self.audience = self.audience, None
        for widget in (console, audience):
            if widget is not None:
                widget.close()
                widget.deleteLater()

    @property
    def has_console(self) -> bool:
        """Return whether the presenter has a console on a screen of its own."""
        return self.console is not None and self.console.isVisible()

    def do(self, command: str, *, from_console: bool) -> None:
        """Carry out a command; the audience window only looks while there is a console."""
        if command not in LOOKING and not from_console and self.has_console:
            return
        if command in DIGITS:
            if from_console or self.showing.stage.mode == CELL:
                self.session.type_digit(command)
        elif command in ("up", "down") and self.showing.stage.mode == CELL:
            self.session.step_idea(1 if command == "down" else -1, hidden_too=from_console)
        else:
            self._deeds[command]()

    def _make_deeds(self) -> dict[str, Callable[[], None]]:
        stage, session = self.showing.stage, self.session
        return {
            "up": partial(self._walk, -1, 0),
            "down": partial(self._walk, 1, 0),
            "left": partial(self._walk, 0, -1),
            "right": partial(self._walk, 0, 1),
            "previous": partial(self._step, -1),
            "next": partial(self._step, 1),
            "previous_cell": partial(stage.step_cell, -1),
            "next_cell": partial(stage.step_cell, 1),
            "previous_initiative": partial(stage.step_initiative, -1),
            "next_initiative": partial(stage.step_initiative, 1),
            "zoom": lambda: stage.turn_to(CELL if stage.mode == MATRIX else MATRIX),
            "more": lambda: stage.turn_page(stage.page + 1 if self._scene_has_more else 0),
            "back": lambda: stage.turn_page(stage.page - 1),
            "leave": self._leave,
            "heat": lambda: stage.turn_to(MATRIX if stage.mode == HEAT else HEAT),
            "blank": stage.turn_blank,
            "light": stage.turn_light,
            "timer": self._turn_timer,
            "propose": partial(self._capture, PROPOSE),
            "decide": partial(self._capture, DECIDE),
            "silent": session.turn_silent,
            "reveal": session.reveal,
            "accept": partial(session.judge, "accept"),
            "park": partial(session.judge, "park"),
            "reject": partial(session.judge, "reject"),
            "reopen": partial(session.judge, "reopen"),
            "lock": self._turn_lock,
            "undo": partial(self._try, self._context.workbench.undo),
        }

    @property
    def _size(self) -> tuple[float, float]:
        if self.audience is None:
            return PREVIEW
        return float(self.audience.view.width()), float(self.audience.view.height())

    @property
    def _scene_has_more(self) -> bool:
        return self.showing.scene(*self._size).has_more

    def _walk(self, down: int, right: int) -> None:
        stage = self.showing.stage
        if stage.mode == MATRIX:
            stage.walk(down, right)
        elif stage.mode == HEAT and down:
            stage.step_initiative(down)
        elif right < 0 or self._scene_has_more:
            stage.turn_page(stage.page + right)

    def _step(self, step: int) -> None:
        stage = self.showing.stage
        if stage.mode == CELL:
            stage.step_cell(step)
        else:
            stage.step_initiative(step)

    def _leave(self) -> None:
        """Go one step out: from nothing to the picture, from the cell to the matrix, from there to the window."""
        stage = self.showing.stage
        if stage.is_blank:
            stage.turn_blank()
        elif stage.mode != MATRIX:
            stage.turn_to(MATRIX)
        else:
            self.close()
            self._window.activateWindow()

    def _turn_timer(self) -> None:
        self.showing.countdown.turn()
        self._show()

    def _turn_lock(self) -> None:
        workbench = self._context.workbench
        self._try(lambda: workbench.set_locked(is_locked=not workbench.is_locked))

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except UserError as error:
            self._on_trouble(error.sentence(self._context.language.code))

    def _capture(self, kind: str) -> None:
        if self.console is not None and self.console.isVisible():
            self.console.begin_capture(kind)
        elif self.audience is not None:
            if self.showing.stage.mode != CELL:
                self.showing.stage.turn_to(CELL)
            self.audience.capture.set_names([one.name for one in self.session.attendees])
            self.audience.capture.show_silent(is_silent=self.session.is_silent)
            self.audience.begin_capture(kind)

    def _keep(self, line: CaptureLine, kind: str, text: str, second: str) -> None:
        """Record what was typed; a silent round goes on to the next idea at once."""
        done = self.session.propose(text, second) if kind == PROPOSE else self.session.decide(text, second)
        if not done:
            return
        line.clear()
        if self.session.is_silent:
            line.text.setFocus()
        else:
            line.left.emit()

    def _show_console(self, screen: QScreen) -> None:
        if self.console is None:
            self.console = Console(self._context, self.showing, self.session)
            self.console.commanded.connect(partial(self.do, from_console=True))
            self.console.capture.given.connect(partial(self._keep, self.console.capture))
            self.console.project_wanted.connect(self.open)
            self.console.closed.connect(self._on_console_closed)
        self.console.come_on(screen)

    @Slot()
    def _show(self) -> None:
        if not self.showing.is_on:
            return
        scene, theme = self.showing.scene(*self._size), self.showing.theme
        if self.audience is not None:
            say = self._context.language.say
            self.audience.setWindowTitle(say("projection.window"))
            self.audience.setAccessibleName(say("projection.window"))
            self.audience.show_scene(scene, theme, self.showing.spoken_place())
        if self.console is not None and self.console.isVisible():
            self.console.show_scene(scene, theme)

    @Slot(str)
    def _on_trouble(self, sentence: str) -> None:
        """Say in the console what could not be done, or in the window; to the room only that words are not kept."""
        if self.has_console and self.console is not None:
            self.console.say(sentence)
            return
        self._context.herald.trouble(sentence)
        if self.audience is not None and self.audience.capture.isVisible():
            self.audience.capture.say(self._context.language.say("projection.not_kept"))

    @Slot()
    def _on_turned(self) -> None:
        """A silent round began or ended: the line that is open must not show its letters, or may."""
        if self.audience is not None:
            self.audience.capture.show_silent(is_silent=self.session.is_silent)
        self._show()

    @Slot()
    def _on_screens(self) -> None:
        self.arrange(QGuiApplication.screens())

    @Slot()
    def _on_audience_closed(self) -> None:
        if self.audience is not None:
            self.close()

    @Slot()
    def _on_console_closed(self) -> None:
        if self.console is not None:
            self.close()
