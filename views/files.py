"""What the window does with plan files: new, example, open, close, copy, export, guide. Errors become sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from models.editing import example, plans
from models.errors import UserError
from models.method import open_pack
from models.store.copying import write_copy
from models.store.plan import Plan
from views.context import Context
from views.qt_words import QtWords

PACK = "nq52"
SUFFIX = ".soi"
GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide"
FIRST_CHAPTER = "start"


class PlanFiles:
    """Opens, makes, closes and copies plans for a window."""

    def __init__(self, context: Context, window: QWidget) -> None:
        self._context = context
        self._window = window
        QCoreApplication.installTranslator(QtWords(context.language, window))

    def ask_new(self) -> None:
        """Ask where to make a new plan, and make it."""
        path = self._ask_save("window.new_plan", self._context.language.say("window.new_name"))
        if path is not None:
            self.make(path)

    def make(self, path: Path) -> bool:
        """Make a new plan at `path` and show it; return whether that was done."""
        return self._try(lambda: self._take(self._new(path)))

    def make_example(self) -> None:
        """Ask where to make the example plan, and make it."""
        path = self._ask_save("window.example_plan", self._context.language.say("window.example_name"))
        if path is not None:
            self._try(
                lambda: self._take(
                    _founded(
                        Plan.create(path, open_pack(PACK), clock=example.made_at, ids=example.steady_ids()),
                        "plan.example",
                        example.found,
                    ),
                    reopen=True,
                )
            )

    def ask_open(self) -> None:
        """Ask for a plan and open it."""
        language = self._context.language
        name, _filter = QFileDialog.getOpenFileName(
            self._window, language.say("window.open_plan"), self._folder(), language.say("window.plan_filter")
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> bool:
        """Open a plan; return whether that was done. One that another holds opens as a sentence, not a box."""
        return self._try(lambda: self._take(Plan.open(path)))

    def close(self) -> bool:
        """Publish and close the plan that is open; return False, and say why, when it cannot be published."""
        return self._try(self._context.workbench.close)

    def ask_copy(self) -> None:
        """Ask for a place and write a copy of the plan as it stands there."""
        workbench = self._context.workbench
        path = self._ask_save("window.save_copy", workbench.path.stem)
        if path is not None:
            workbench.commit()
            if self._try(lambda: _copy(workbench.plan, path)):
                self._context.herald.note(self._context.language.say("done.copy", out=str(path)))

    def ask_export(self) -> None:
        """Show the export dialog; what it needs is loaded when it is first wanted."""
        from views.export.dialog import ExportDialog

        self._context.workbench.commit()
        ExportDialog(self._context, self._window).open()

    def open_guide(self, chapter: str = "") -> None:
        """Open a chapter of the guide in the language of the window, the first one where it has no such chapter."""
        name = f"{self._context.language.code}.md"
        page = GUIDE / chapter / name
        if not chapter or not page.is_file():
            page = GUIDE / FIRST_CHAPTER / name
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    def _new(self, path: Path) -> Plan:
        method = open_pack(PACK)
        plan = Plan.create(path, method)
        return _founded(plan, "plan.create", plans.found, method.title, self._context.language.code)

    def _take(self, plan: Plan, *, reopen: bool = False) -> None:
        if reopen:
            path = plan.path
            plan.close()
            plan = Plan.open(path)
        self._context.workbench.take(plan)
        self._context.settings.add_recent(plan.path)

    def _ask_save(self, title: str, name: str) -> Path | None:
        language = self._context.language
        suggested = str(Path(self._folder()) / f"{name}{SUFFIX}")
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, language.say(title), suggested, language.say("window.plan_filter")
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)

    def _folder(self) -> str:
        recent = self._context.settings.recent()
        if recent:
            return str(recent[0].parent)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def _try(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except UserError as error:
            self._context.herald.trouble(error.sentence(self._context.language.code))
            return False
        return True


def plan_in(event: QDropEvent) -> Path | None:
    """Return the plan file that is dragged, None when it is something else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    is_copy = event.possibleActions() & Qt.DropAction.CopyAction
    return paths[0] if is_copy and len(paths) == 1 and paths[0].suffix.lower() == SUFFIX else None


def _founded(plan: Plan, label: str, function: Callable[..., object], *args: object) -> Plan:
    try:
        plan.found(label, function, *args)
        plan.publish()
    except BaseException:
        plan.abandon()
        raise
    return plan


def _copy(plan: Plan, path: Path) -> None:
    plan.publish()
    write_copy(plan.path, path, without_history=False)
