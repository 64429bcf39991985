"""What of an editor's text is kept, and when the rest is handed over to be kept: the same for long texts and lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

COMMIT_MS = 400
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Keeper(QObject):
    """Stands beside an editor.

    `commit_wanted(text)` carries the text when it differs from what is kept: 400 ms after the first key that is not
    kept yet, on leaving and on request. A text from elsewhere waits while the input method composes; then
    `arrived(text)` brings it.
    """

    commit_wanted = Signal(str)
    arrived = Signal(str)

    def __init__(self, editor: QWidget, read: Callable[[], str], is_whole: Callable[[str], bool] | None = None) -> None:
        """Read the text by `read` (NFC); `is_whole` says what makes sense already, without it every text does."""
        super().__init__(editor)
        self._read = read
        self._is_whole = is_whole or (lambda _text: True)
        self._kept = ""
        self._kept_before = ""
        self._waiting: str | None = None
        self._composes = False
        self._is_writing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMMIT_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def kept(self) -> str:
        """Return the text that is kept, or has been handed over to be."""
        return self._kept

    @property
    def composes(self) -> bool:
        """Return whether the input method is composing."""
        return self._composes

    @property
    def has_unkept_text(self) -> bool:
        """Return whether there are keys that were not handed over yet."""
        return self._read() != self._kept

    def touch(self) -> None:
        """A key has come. It does not push on the time: who types without a pause would have nothing kept."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self, text: str) -> None:
        """Take note of what is kept."""
        self._waiting = None
        self._kept = text
        self._timer.stop()

    def keep_over(self, text: str) -> None:
        """Let what stands in the editor be handed over as a change of `text`, at the next request."""
        self._kept = text

    def wait_with(self, text: str) -> bool:
        """Let a text from elsewhere wait if the input method composes; return whether it has to."""
        if self._composes:
            self._waiting = text
        return self._composes

    def give_up_composing(self) -> None:
        """Whatever was composed, and whatever waited for its end, is gone."""
        self._composes = False
        self._waiting = None

    def commit(self) -> None:
        """Hand over the text when it differs from what is kept; not while a text from elsewhere waits to come in."""
        if self._waiting is not None:
            self._timer.start()
            return
        self._timer.stop()
        text = self._read()
        if text != self._kept:
            self._kept_before, self._kept = self._kept, text
            self.commit_wanted.emit(text)

    def refuse(self) -> None:
        """The text that was just handed over could not be kept: it stays here and is handed over again next time."""
        self._kept = self._kept_before

    def set_writing(self, is_writing: bool) -> None:
        """While what was handed over is being written, the next keys wait for it, unless somebody asks for them."""
        self._is_writing = is_writing

    def note_composing(self, event: QInputMethodEvent) -> None:
        """Take note of what the input method does; what has waited for its end comes in."""
        self._composes = bool(event.preeditString())
        if not self._composes and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.arrived.emit(waiting)

    def _on_timeout(self) -> None:
        if self._is_writing:
            self._timer.start()
        elif self._is_whole(self._read()):
            self.commit()


def is_history_key(event: QEvent) -> bool:
    """Return whether a key event means undo or redo: those belong to the window, the plan's journal is the stack."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _HISTORY)
