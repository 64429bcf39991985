"""A disk that refuses: the n-th call to the operating system fails, or every one that writes from the n-th on.

With KILL for a code the n-th call is the last that the program makes: to be tried in a child.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CALLS = ("open", "fsync", "replace", "rename", "link", "unlink", "mkdir", "rmdir", "chmod")
FREEING = ("unlink", "rmdir", "rename", "replace", "chmod")
"""Calls that need no room: on a full disk they go on working, but for the one whose turn it is."""
KILL = -1


class Faults:
    """Counts the calls and lets them fail from the `first` on: that one alone, or on a full disk all that write."""

    def __init__(self, first: int, code: int) -> None:
        self.first = first
        self.code = code
        self.calls = 0
        self.failed: list[str] = []
        self.is_paused = False

    @property
    def was_hit(self) -> bool:
        """Return whether any call failed."""
        return self.calls >= self.first

    def strike(self, name: str) -> None:
        """Count a call, and fail it when it is its turn."""
        if self.is_paused:
            return
        self.calls += 1
        if self.calls == self.first and self.code == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        is_full = self.code == errno.ENOSPC
        if self.calls == self.first or (is_full and self.calls > self.first and name not in FREEING):
            self.failed.append(name)
            raise OSError(self.code, os.strerror(self.code))


class File:
    """An open file whose reads and writes are counted."""

    def __init__(self, file: Any, faults: Faults, writes: bool) -> None:
        self._file = file
        self._faults = faults
        self._writes = writes

    def __enter__(self) -> File:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        if name == "read" and not self._writes and self._faults.code != errno.ENOSPC:
            self._faults.strike("read")
        return getattr(self._file, name)

    def write(self, content: bytes) -> int:
        """Write half of it and fail, when it is its turn."""
        try:
            self._faults.strike("write")
        except OSError:
            self._file.write(content[: len(content) // 2])
            raise
        return self._file.write(content)


@contextmanager
def failing(first: int, code: int) -> Iterator[Faults]:
    """Let the n-th call fail within the block; SQLite's own calls are not among them."""
    faults = Faults(first, code)
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _counted(name, getattr(os, name), faults))
        patch.setattr(shutil, "rmtree", _spared(shutil.rmtree, faults))
        opened = io.open

        def open_file(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
            writes = any(letter in mode for letter in "wxa+")
            if "b" not in mode or Path(file).suffix == ".toml":  # the program's own, not the store's
                return opened(file, mode, *args, **kwargs)
            if writes or code != errno.ENOSPC:
                faults.strike("open")
            return File(opened(file, mode, *args, **kwargs), faults, writes)

        patch.setattr(io, "open", open_file)
        yield faults


def _spared(call: Callable[..., Any], faults: Faults) -> Callable[..., Any]:
    """Let a removal of what is our own, which may fail as it likes, do its calls uncounted."""

    def spared(*args: Any, **kwargs: Any) -> Any:
        faults.is_paused = True
        try:
            return call(*args, **kwargs)
        finally:
            faults.is_paused = False

    return spared


def _counted(name: str, call: Callable[..., Any], faults: Faults) -> Callable[..., Any]:
    def counted(*args: Any, **kwargs: Any) -> Any:
        faults.strike(name)
        return call(*args, **kwargs)

    return counted
