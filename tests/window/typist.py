"""A program that types into the first answer of SOI5 until it is killed, and tells each key and its moment."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from main import build_window
from views.main_window import MainWindow

LETTERS = "abcdefghijklmnopqrstuvwxyz     "
LONGEST_PAUSE = 0.9


def main() -> None:
    """Type, sometimes fast and sometimes with a pause; print of each key when it was pressed and what stands there."""
    random = Random(int(sys.argv[2]))
    application = QApplication(sys.argv[:1])
    window = build_window(Path(sys.argv[1]))
    assert isinstance(window, MainWindow)
    window.show()
    window.go("sot", "SOI5.O1")
    application.processEvents()
    editor = window.findChild(QPlainTextEdit, "sot.answer.O1")
    assert editor is not None
    editor.setFocus()
    editor.selectAll()
    typed = ""

    def press() -> None:
        nonlocal typed
        letter = random.choice(LETTERS)
        typed += letter
        pressed = time.monotonic()
        QTest.keyClick(editor, letter)
        print(f"{pressed}\t{typed}", flush=True)
        pause = random.uniform(0.45, LONGEST_PAUSE) if random.random() < 0.03 else random.uniform(0.005, 0.12)
        QTimer.singleShot(int(pause * 1000), press)

    print("ready", flush=True)
    press()
    # Not QTest.qWait: it lets no other thread of Python work while it waits, as no program does.
    application.exec()


if __name__ == "__main__":
    main()
