"""Two hands at the keyboard of a screen, and the window in front of them: no mouse, nothing from within the window."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.desk.screen import Box, Screen

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 30.0
_PAUSE = 0.05
_MANY = 50
"""Smooth letters have more colours than this, an empty ground and its lines have fewer."""
_OF_A_DESKTOP = ("WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "QT_QPA_PLATFORMTHEME", "QT_IM_MODULE")
"""A desktop's own file dialog and input method are not what is tested here: Qt brings its own."""


class Hands:
    """Starts the program and presses keys; what does not come about in a minute fails with a picture of the screen."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.screen = screen
        self._folder = folder
        self._log = folder / "window.log"
        self._environment = os.environ | {
            "DISPLAY": screen.name,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "LANG": "C.UTF-8",
        }
        for name in _OF_A_DESKTOP:
            self._environment.pop(name, None)
        self._program: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str | Path, title: str) -> None:
        """Start the program and sit down in front of its window."""
        command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
        with self._log.open("ab") as log:
            self._program = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)
        self.face(title)

    def face(self, title: str) -> None:
        """Wait for a window with this title, and let the keys go to it: what a window manager does."""
        found = self.until(lambda: self._windows(title), f"no window “{title}”")
        self._xdotool("windowfocus", "--sync", found[-1])

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as ctrl+k."""
        self._xdotool("key", "--delay", "12", *keys)

    def type(self, text: str) -> None:
        """Type a text, line by line."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Return")
            self._xdotool("type", "--delay", "6", "--", line)

    def go(self, words: str) -> None:
        """Go to what is found first for some words."""
        self.press("ctrl+k")
        self.type(words)
        self.press("Return")

    def wait_for_picture(self, box: Box, *, empty: Box) -> None:
        """Wait until there is something to see in a part of the screen, and nothing in another."""
        colours = self.screen.colours
        self.until(lambda: colours(*box) > _MANY > colours(*empty), f"nothing is painted in {box}, or all over it")

    def until(self, come_about: Callable[[], object], otherwise: str) -> list[str]:
        """Wait until something has come about and return it; fail when it does not, or when the program has ended."""
        end = time.monotonic() + PATIENCE
        while not (found := come_about()):
            is_late = time.monotonic() > end
            assert not is_late, self._account(otherwise)
            assert self._program is None or self._program.poll() is None, self._account(f"{otherwise}: it has ended")
            time.sleep(_PAUSE)
        return found if isinstance(found, list) else []

    def quit(self) -> None:
        """Close the window by its key; the program ends by itself, without a word of complaint."""
        assert self._program is not None
        self.press("ctrl+q")
        try:
            code = self._program.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError(self._account("it has not ended")) from None
        self._program = None
        assert (code, self._log.read_text()) == (0, ""), self._account("it complained")

    def leave(self) -> None:
        """End what is still running after a failure."""
        if self._program is not None:
            self._program.kill()
            self._program.wait(timeout=20)

    def _account(self, what: str) -> str:
        picture = self.screen.keep_picture(self._folder / "screen.png")
        return f"{what}; the screen: {picture}; the program said: {self._log.read_text()!r}"

    def _windows(self, title: str) -> list[str]:
        return self._xdotool("search", "--onlyvisible", "--name", f"^{re.escape(title)}$", fails=True).split()

    def _xdotool(self, *arguments: str, fails: bool = False) -> str:
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert fails or done.returncode == 0, self._account(f"{command}: {done.stderr}")
        return done.stdout
