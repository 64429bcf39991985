"""Which key means what, the same in the audience window and in the console; a presenter's remote sends some of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Key = Qt.Key
_COMMANDS = {
    _Key.Key_Up: "up",
    _Key.Key_Down: "down",
    _Key.Key_Left: "left",
    _Key.Key_Right: "right",
    _Key.Key_PageUp: "previous",
    _Key.Key_PageDown: "next",
    _Key.Key_Return: "zoom",
    _Key.Key_Enter: "zoom",
    _Key.Key_Space: "more",
    _Key.Key_Backspace: "back",
    _Key.Key_Escape: "leave",
    _Key.Key_H: "heat",
    _Key.Key_B: "blank",
    _Key.Key_Period: "blank",
    _Key.Key_I: "light",
    _Key.Key_T: "timer",
    _Key.Key_N: "propose",
    _Key.Key_D: "decide",
    _Key.Key_S: "silent",
    _Key.Key_R: "reveal",
    _Key.Key_A: "accept",
    _Key.Key_P: "park",
    _Key.Key_X: "reject",
    _Key.Key_L: "lock",
}
DIGITS = "0123456789"
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
LOOKING = frozenset(
    {"up", "down", "left", "right", "previous", "next", "zoom", "more", "back", "leave", "heat", "blank", "light"}
)
"""What only changes the picture: these also work in the audience window while the presenter has a console."""


def command_of(event: QKeyEvent) -> str:
    """Return the command of a key, a digit as itself, nothing for any other."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    if event.modifiers() not in _PLAIN:
        return ""
    if event.text() in DIGITS and event.text():
        return event.text()
    return _COMMANDS.get(_Key(event.key()), "")
