"""The composition root of SOI Workbench: a window or the command line. Nothing imports this module but what starts it.

No argument, or a plan alone, opens the window; everything else, and everything where there is no screen, is the command
line.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

SUFFIX = ".soi"


def build_window(plan: Path | None) -> QMainWindow:
    """Return the window, with the plan open in it, without entering the event loop; a QApplication exists already."""
    import models.store.plan  # noqa: F401 - before Qt, whose import hook makes every later import a third slower
    from app.jobs import Jobs
    from app.language import Language
    from app.settings import Settings
    from app.workbench import Workbench
    from sot_wizard.page import SotPage
    from views import theme
    from views.basis.page import BasisPage
    from views.context import Context, Herald, Navigator, Selection
    from views.main_window import MainWindow
    from views.matrix.page import MatrixPage
    from views.network.page import NetworkPage
    from views.overview.page import OverviewPage

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
    pages = (OverviewPage, BasisPage, SotPage, MatrixPage, NetworkPage)
    window = MainWindow(context, [page(context) for page in pages])
    if plan is not None:
        window.files.open(plan)
    return window


def has_screen() -> bool:
    """Return whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def run_window(plan: Path | None) -> int:
    """Show the window until it is closed and return the exit code."""
    from PySide6.QtWidgets import QApplication

    import models.store.plan  # noqa: F401 - before Qt, see build_window

    application = QApplication(sys.argv[:1])
    application.setApplicationName("SOI Workbench")
    window = build_window(plan)
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
