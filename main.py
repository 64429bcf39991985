"""The composition root of SOI Workbench: a window or the command line. Nothing imports this module but what starts it.

No argument, or a plan alone, opens the window; everything else, and everything where there is no screen, is the command
line.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from views.context import Context
    from views.page import Page

SUFFIX = ".soi"
_PAGES = {
    "overview": ("views.overview.page", "OverviewPage"),
    "basis": ("views.basis.page", "BasisPage"),
    "sot": ("sot_wizard.page", "SotPage"),
    "matrix": ("views.matrix.page", "MatrixPage"),
    "network": ("views.network.page", "NetworkPage"),
}
"""The pages in the order of the navigation, each loaded when it is built."""


def build_window(plan: Path | None, *, is_gradual: bool = False) -> QMainWindow:
    """Return the window, with the plan open in it, without entering the event loop; a QApplication exists already.

    A window that is built gradually has only the page that it shows; the others follow while the event loop runs.
    """
    from app.jobs import Jobs
    from app.language import Language
    from app.settings import Settings
    from app.workbench import Workbench
    from views import theme
    from views.context import Context, Herald, Navigator, Selection
    from views.main_window import MainWindow

    theme.prepare()
    settings = Settings()
    jobs = Jobs()
    context = Context(
        workbench=Workbench(jobs),
        language=Language(settings.text("language", "vi")),
        themes=theme.Themes(settings.text("theme", theme.SYSTEM)),
        settings=settings,
        jobs=jobs,
        navigator=Navigator(),
        selection=Selection(),
        herald=Herald(),
    )
    window = MainWindow(context, {code: partial(_made, module, name) for code, (module, name) in _PAGES.items()})
    while not is_gradual and window.pages.build_next():
        pass
    if plan is not None:
        window.files.open(plan)
    if is_gradual:
        gc.freeze()
        gc.enable()
        window.pages.build_rest()
    return window


def _made(module: str, name: str, context: Context) -> Page:
    page: Page = getattr(import_module(module), name)(context)
    return page


def has_screen() -> bool:
    """Return whether a window can be shown."""
    if str(sys.platform) in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def load_libraries() -> None:
    """Load the store and Qt, and take Qt's import hook away again: with it every later import takes a third longer.

    Until the window is built nothing is looked through for garbage: all that is loaded stays.
    """
    gc.disable()
    plain = builtins.__import__
    import_module("models.store.plan")
    import_module("PySide6.QtWidgets")
    builtins.__import__ = plain


def run_window(plan: Path | None) -> int:
    """Show the window until it is closed and return the exit code."""
    load_libraries()
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    application.setApplicationName("SOI Workbench")
    window = build_window(plan, is_gradual=True)
    window.show()
    return application.exec()


def run() -> None:
    """Open the window or carry out the command line, and end the process with its exit code."""
    arguments = sys.argv[1:]
    wants_window = not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(SUFFIX))
    if wants_window and has_screen():
        sys.exit(run_window(Path(arguments[0]) if arguments else None))
    from app.cli.program import main

    sys.exit(main(arguments))


if __name__ == "__main__":
    run()
