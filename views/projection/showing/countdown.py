"""The time box of a cell: how much of it is left."""

from __future__ import annotations

import time
from collections.abc import Callable

MINUTE = 60
USUAL_MINUTES = 5


class Countdown:
    """Runs, stands still and says what is left; `now` gives seconds that only grow."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._box = 0.0
        self._used = 0.0
        self._since: float | None = None

    @property
    def is_set(self) -> bool:
        """Return whether there is a time box."""
        return self._box > 0

    @property
    def is_running(self) -> bool:
        """Return whether time is being counted."""
        return self._since is not None

    @property
    def left(self) -> float:
        """Return the seconds left, less than zero when the time is over."""
        running = self._now() - self._since if self._since is not None else 0.0
        return self._box - self._used - running

    def set_box(self, minutes: int) -> None:
        """Give a cell so many minutes, none of them used yet; none at all take the time box away."""
        self._box, self._used, self._since = float(minutes * MINUTE), 0.0, None

    def change_box(self, minutes: int) -> None:
        """Let the time box be longer or shorter; what is used of it stays used."""
        self._box = float(minutes * MINUTE)

    def turn(self) -> None:
        """Start counting, or stand still; where no time box is, the usual one begins."""
        if self._since is not None:
            self._used += self._now() - self._since
            self._since = None
            return
        if not self.is_set:
            self.set_box(USUAL_MINUTES)
        self._since = self._now()

    def said(self) -> str:
        """Return what is left as 4:59, what is over as +0:12, nothing where there is no time box."""
        if not self.is_set:
            return ""
        left = self.left
        seconds = int(-left) if left < 0 else int(left + 0.999)
        return f"{'+' if left < 0 else ''}{seconds // MINUTE}:{seconds % MINUTE:02}"
