"""A screen of its own for a test: Xvfb, with a keyboard that has every letter that will be typed."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QImage

SIZE = (1440, 900)
Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""
_XKB = "/usr/share/X11/xkb"
_SPARE_KEY = 150
_KEYMAP = """xkb_keymap {{
  xkb_keycodes {{ include "evdev" {codes} }};
  xkb_types {{ include "complete" }};
  xkb_compat {{ include "complete" }};
  xkb_symbols {{ include "pc+us" {symbols} }};
}};
"""


class Screen:
    """Runs until it is closed.

    xdotool would lend each letter that the keyboard lacks a key for a moment, and a window that reads the new keymap
    late gets another letter. So the keyboard has all of them from the start.
    """

    def __init__(self, folder: Path, letters: Iterable[str]) -> None:
        self._folder = folder
        read, write = os.pipe()
        # Without -noreset the screen would forget its keymap when the first program leaves it.
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "x".join(map(str, (*SIZE, 24)))]
        command += ["-fbdir", str(folder), "-nolisten", "tcp", "-noreset"]
        with (folder / "xvfb.log").open("wb") as log:
            self._server = subprocess.Popen(command, pass_fds=[write], stderr=log)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, (folder / "xvfb.log").read_text()
        self.name = f":{number}"
        self._learn(letters)

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(timeout=20)

    def colours(self, left: int, top: int, width: int, height: int) -> int:
        """Return how many colours a part of the screen has: of an empty one a few, of one with words in it many."""
        part = self._image().copy(left, top, width, height)
        return len(set(bytes(part.constBits()).hex(" ", 4).split()))

    def keep_picture(self, path: Path) -> Path:
        """Write what the screen shows now into a PNG file."""
        assert self._image().save(str(path))
        return path

    def _learn(self, letters: Iterable[str]) -> None:
        codes, symbols = "", ""
        for number, letter in enumerate(sorted(set(letters))):
            codes += f"<L{number}> = {_SPARE_KEY + number}; "
            symbols += f"key <L{number}> {{ [ U{ord(letter):04X} ] }}; "
        keymap = self._folder / "keymap.xkb"
        keymap.write_text(_KEYMAP.format(codes=codes, symbols=symbols))
        subprocess.run(["xkbcomp", "-w0", f"-I{_XKB}", keymap, self.name], check=True, stderr=subprocess.DEVNULL)

    def _image(self) -> QImage:
        """Read the screen: a header of 32-bit numbers, a table of colours, the pixels (the xwd format)."""
        raw = (self._folder / "Xvfb_screen0").read_bytes()
        header = struct.unpack_from(">20I", raw)
        start, per_line = header[0] + header[19] * 12, header[12]
        return QImage(raw[start:], *SIZE, per_line, QImage.Format.Format_RGB32).copy()
