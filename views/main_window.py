"""The main window: navigation, toolbar, pages and status line. It knows pages only by their common face."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from models.plan import Changes
from views.context import Context
from views.files import PlanFiles, plan_in
from views.navigation import Navigation
from views.page import Page
from views.pages import Pages
from views.palette import Palette
from views.parts.toast import Toast
from views.reading_order import go_on, land
from views.status_line import StatusLine
from views.theme import palette, style_sheet
from views.toolbar import Toolbar
from views.welcome import Welcome

if TYPE_CHECKING:
    from views.projection.projection import Projection


class MainWindow(QMainWindow):
    """Shows one page of the plan at a time, or the welcome page when no plan is open."""

    def __init__(self, context: Context, makers: Mapping[str, Callable[[Context], Page]]) -> None:
        super().__init__()
        self.setObjectName("main.window")
        self.setAcceptDrops(True)
        self.context = context
        self.stack = QStackedWidget()
        self.pages = Pages({code: partial(make, context) for code, make in makers.items()}, self.stack)
        self._past: list[tuple[str, str]] = []
        self._future: list[tuple[str, str]] = []
        self._here: tuple[str, str] = ("", "")
        self.files = PlanFiles(context, self)
        self.actions_by_name: dict[str, QAction] = {}
        self._projection: Projection | None = None
        self._make_actions()
        self._build()
        self._connect()
        self.recolour()
        self.retranslate()
        self._on_closed()
        self._restore()

    def _build(self) -> None:
        self.toolbar = Toolbar(self.context, self.actions_by_name)
        self.navigation = Navigation(self.context, tuple(self.pages))
        self.status = StatusLine(self.context)
        self.welcome = Welcome(self.context, self.files, self.actions_by_name)
        self.stack.addWidget(self.welcome)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.stack, stretch=1)
        whole = QWidget()
        whole.setProperty("kind", "paper")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(middle, stretch=1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        self.toast = Toast(whole)
        self.palette_box = Palette(self.context, self.actions_by_name, self.pages, whole)

    def _make_actions(self) -> None:
        wanted: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("new", "Ctrl+N", self.files.ask_new),
            ("example", "", self.files.make_example),
            ("open", "Ctrl+O", self.files.ask_open),
            ("close", "Ctrl+W", self.files.close),
            ("save", "Ctrl+S", self.context.workbench.save_now),
            ("save_copy", "Ctrl+Shift+S", self.files.ask_copy),
            ("undo", "Ctrl+Z", self._undo),
            ("redo", "Ctrl+Shift+Z", self._redo),
            ("find", "Ctrl+F", self._find),
            ("go", "Ctrl+K", self._go),
            ("export", "Ctrl+E", self.files.ask_export),
            ("project", "F5", self._project),
            ("console", "Shift+F5", self._run_workshop),
            ("language", "Ctrl+Shift+L", self._switch_language),
            ("theme", "Ctrl+Shift+D", self._switch_theme),
            ("back", "Alt+Left", self._back),
            ("forward", "Alt+Right", self._forward),
            ("help", "F1", self._help),
            ("quit", "Ctrl+Q", self.close),
        )
        for name, keys, work in wanted:
            action = QAction(self)
            action.setObjectName(f"action.{name}")
            if keys:
                action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, work=work: work())
            self.addAction(action)
            self.actions_by_name[name] = action
        for number, code in enumerate(self.pages, start=1):
            action = QAction(self)
            action.setObjectName(f"action.page.{code}")
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(lambda _checked=False, code=code: self.context.navigator.go(code))
            self.addAction(action)
            self.actions_by_name[f"page.{code}"] = action

    def _connect(self) -> None:
        workbench = self.context.workbench
        workbench.opened.connect(self._on_opened)
        workbench.closed.connect(self._on_closed)
        workbench.changed.connect(self._on_changed)
        workbench.commit_requested.connect(self._commit)
        workbench.save_failed.connect(self._on_save_failed)
        self.context.language.changed.connect(self.retranslate)
        self.context.themes.changed.connect(self.recolour)
        self.context.navigator.requested.connect(self.go)
        self.context.navigator.projection_wanted.connect(self._project)
        self.context.herald.noted.connect(lambda text, undo, way: self.toast.note(text, with_undo=undo, way=way))
        self.context.herald.troubled.connect(self.toast.trouble)
        self.toast.undo_requested.connect(self._undo)
        self.toast.go_requested.connect(self.go)
        self.navigation.chosen.connect(lambda code: self.go(code, ""))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def page(self) -> Page | None:
        """Return the page that is shown, None for the welcome page."""
        return self.pages.get(self._here[0])

    @property
    def projection(self) -> Projection:
        """Return what shows a room the plan; it is loaded when it is first wanted."""
        from views.projection.projection import Projection

        if self._projection is None:
            self._projection = Projection(self.context, self)
        return self._projection

    @Slot(str, str)
    def go(self, code: str, place: str = "") -> None:
        """Show a page, and a place on it."""
        if not self.context.workbench.is_open or code not in self.pages:
            return
        if self._here[0] and (code, place) != self._here:
            self._past.append(self._here)
            self._future.clear()
        self._show(code, place)

    def _show(self, code: str, place: str) -> None:
        self._commit()
        self._here = (code, place)
        self.context.settings.set_text(f"page/{self.context.workbench.path}", code)
        page = self.pages[code]
        self.stack.setCurrentWidget(page)
        page.come_on()
        land(page)
        if place:
            page.go_to(place)
        self.navigation.show_page(code)
        self._show_state()

    def _back(self) -> None:
        if self._past:
            self._future.append(self._here)
            self._show(*self._past.pop())

    def _forward(self) -> None:
        if self._future:
            self._past.append(self._here)
            self._show(*self._future.pop())

    @Slot()
    def _on_opened(self) -> None:
        self._past.clear()
        self._future.clear()
        self.navigation.show()
        for page in self.pages.built:
            page.mark_stale()
        last = self.context.settings.text(f"page/{self.context.workbench.path}", next(iter(self.pages)))
        self._show(last if last in self.pages else next(iter(self.pages)), "")
        for notice in self.context.workbench.plan.notices:
            self.context.herald.trouble(notice.sentence(self.context.language.code))

    @Slot()
    def _on_closed(self) -> None:
        self._here = ("", "")
        self.navigation.hide()
        self.welcome.refresh()
        self.stack.setCurrentWidget(self.welcome)
        self.welcome.ways["new"].setFocus()
        self._show_state()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: QObject | None) -> None:
        for page in self.pages.built:
            page.hear(changes, initiator)
        self._show_state()

    @Slot(object)
    def _on_save_failed(self, error: UserError) -> None:
        self.context.herald.trouble(error.sentence(self.context.language.code))

    def _show_state(self) -> None:
        is_open = self.context.workbench.is_open
        for name in ("close", "save", "save_copy", "export", "project", "console", "find", "go"):
            self.actions_by_name[name].setEnabled(is_open)
        plan = self.context.workbench.plan if is_open else None
        self.actions_by_name["undo"].setEnabled(plan is not None and plan.undoable > 0)
        self.actions_by_name["redo"].setEnabled(plan is not None and plan.redoable > 0)
        self.actions_by_name["back"].setEnabled(bool(self._past))
        self.actions_by_name["forward"].setEnabled(bool(self._future))
        self.toolbar.refresh(self.page)
        self.status.refresh()
        name = self.context.workbench.path.name if is_open else ""
        self.setWindowTitle(f"{name} – SOI Workbench" if name else "SOI Workbench")

    def _commit(self) -> None:
        if self.page is not None:
            self.page.commit()

    def _undo(self) -> None:
        self._try(self.context.workbench.undo)

    def _redo(self) -> None:
        self._try(self.context.workbench.redo)

    def _find(self) -> None:
        if self.page is not None:
            self.page.seek()

    def _project(self) -> None:
        self.projection.open(self.page.place() if self.page is not None else "")

    def _run_workshop(self) -> None:
        self.projection.open_console()

    def _help(self) -> None:
        self.files.open_guide(self.page.chapter if self.page is not None else "")

    def _go(self) -> None:
        self.palette_box.open()

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except UserError as error:
            self.context.herald.trouble(error.sentence(self.context.language.code))

    def _switch_language(self) -> None:
        language = self.context.language
        language.use("en" if language.code == "vi" else "vi")
        self.context.settings.set_text("language", language.code)

    def _switch_theme(self) -> None:
        names = ("light", "dark", "contrast")
        now = self.context.themes.current.name
        self.context.themes.use(names[(names.index(now) + 1) % len(names)])
        self.context.settings.set_text("theme", self.context.themes.name)

    @Slot()
    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        for name, action in self.actions_by_name.items():
            text = self.context.language.say(f"window.nav.{name[5:]}" if name.startswith("page.") else f"action.{name}")
            action.setText(text)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({keys})" if keys else text)
        for part in (self.toolbar, self.navigation, self.status, self.welcome, self.palette_box):
            part.retranslate()
        self.toast.undo.setText(self.context.language.say("action.undo"))
        self.toast.dismiss.setAccessibleName(self.context.language.say("window.dismiss"))
        for page in self.pages.built:
            page.retranslate()
        self._show_state()

    @Slot()
    def recolour(self) -> None:
        """Take on the colours of the theme."""
        theme = self.context.themes.current
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        for part in (self.toolbar, self.navigation, self.status, self.welcome, self.palette_box):
            part.recolour()
        for page in self.pages.built:
            page.recolour()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go through the window as one reads it, also where cards and chips were made later."""
        return go_on(self, forward=next) or super().focusNextPrevChild(next)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        if isinstance(now, QPushButton):
            now.setAutoDefault(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one plan file that is dragged in."""
        if plan_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the plan file that was dropped."""
        path = plan_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.open(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep place and size, publish and close the plan; stay open when it cannot be published."""
        self.context.settings.set_blob("geometry", self.saveGeometry())
        if self.files.close():
            self.context.settings.sync()
            event.accept()
        else:
            event.ignore()

    def _restore(self) -> None:
        geometry = self.context.settings.blob("geometry")
        if geometry == QByteArray() or not self.restoreGeometry(geometry):
            self.resize(1440, 900)
