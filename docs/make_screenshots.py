"""Render every page of the window, and what the room sees, from the example plan into docs/screenshots.

Run by `make screenshots`; needs no display.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "screenshots"
SIZE = (1440, 900)
ROOM = (1920, 1080)
SIZES = {1: ((1280, 720), (1920, 1080)), 2: (SIZE,)}
"""The sizes in which the wizard, which has most to show, is kept besides."""
SETTLING_MS = 300
PLACES = {"sot": "SOI5.M2", "matrix": "SOI5.KFA7.KF3", "network": "SOI5", "basis": "SOI5"}


def make(folder: Path, scale: int) -> None:
    """Render the pages, with everything private to the program kept in `folder`.

    At `scale` 1 all of them, at 2 the wizard alone; Qt takes the scale from its environment.
    """
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from app.cli.program import main as command_line
    from main import build_window

    plan = folder / "nq52.soi"
    command_line(["new", str(plan), "--example"])
    application = QApplication(sys.argv[:1])
    window = build_window(plan)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    press, modifier = QTest.keyClick, Qt.KeyboardModifier
    control, both = modifier.ControlModifier, modifier.ControlModifier | modifier.ShiftModifier

    def keep(widget: QWidget, name: str) -> None:
        """Keep a picture of a widget when everything that it shows has come."""
        application.processEvents()
        window.context.jobs.wait()
        QTest.qWait(SETTLING_MS)
        widget.grab().save(str(OUT / f"{name}.png"))

    for size in SIZES[scale]:
        window.resize(*size)
        for language, theme in itertools.product(("vi", "en"), ("light", "dark")):
            window.context.language.use(language)
            window.context.themes.use(theme)
            window.go("sot", PLACES["sot"])
            name = "x".join(map(str, size)) if scale == 1 else f"{scale * 100}"
            keep(window, f"sot-{name}-{language}-{theme}")
    if scale != 1:
        window.close()
        return
    window.resize(*SIZE)
    for language in ("vi", "en"):
        window.context.language.use(language)
        for theme in ("light", "dark"):
            window.context.themes.use(theme)
            for code in window.pages:
                window.go(code, PLACES.get(code, ""))
                keep(window, f"{code}-{language}-{theme}")
        window.context.themes.use("light")
        window.go("sot", "SOI5.S3")
        application.processEvents()
        press(application.focusWidget(), Qt.Key.Key_M, control)
        keep(window, f"sot-placing-{language}")
        press(application.focusWidget(), Qt.Key.Key_Escape)
        press(application.focusWidget(), Qt.Key.Key_R, both)
        keep(window, f"sot-reading-{language}")
        press(application.focusWidget(), Qt.Key.Key_R, both)
    for language in ("vi", "en"):
        window.context.language.use(language)
        window.projection.open("SOI5.KFA7.KF4")
        room = window.projection.audience
        room.showNormal()
        room.resize(*ROOM)
        keep(room, f"projection-{language}")
        press(room, Qt.Key.Key_Return)
        keep(room, f"projection-cell-{language}")
        press(room, Qt.Key.Key_Escape)
        window.projection.close()
    window.close()


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    asked = int(os.environ.get("QT_SCALE_FACTOR", "1"))
    with tempfile.TemporaryDirectory() as scratch:
        make(Path(scratch), asked)
    if asked == 1:
        command = [sys.executable, __file__]
        subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)  # noqa: S603 - this very file
