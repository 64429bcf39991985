"""Child processes that work until they are killed; they are forked, not started, so that a kill costs milliseconds."""

from __future__ import annotations

import os
import signal
import time
import traceback
import warnings
from collections.abc import Callable

Tell = Callable[[str], None]


class Child:
    """A process that runs `work`, which tells its parent line by line how far it is."""

    def __init__(self, work: Callable[[Tell], None]) -> None:
        self._read, write = os.pipe()
        self._buffer = b""
        with warnings.catch_warnings():
            # Python 3.12 warns of forking beside pytest's own threads; the child touches nothing of theirs.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if self.pid == 0:
            self._run(work, write)
        os.close(write)

    def _run(self, work: Callable[[Tell], None], write: int) -> None:
        status = 1
        try:
            os.close(self._read)
            work(lambda line: os.write(write, f"{line}\n".encode()) and None)
            status = 0
        except BaseException:  # noqa: BLE001 - told to the parent, whose error it becomes
            os.write(write, f"error {traceback.format_exc()!r}\n".encode())
        finally:
            os._exit(status)

    def wait_for(self, line: str) -> None:
        """Wait until the child tells this line."""
        while f"{line}\n".encode() not in self._buffer:
            piece = os.read(self._read, 1 << 16)
            assert piece, f"the child ended without {line!r}: {self._buffer.decode()}"
            self._buffer += piece

    def wait_for_any(self) -> None:
        """Wait until the child tells anything."""
        while b"\n" not in self._buffer:
            self._buffer += os.read(self._read, 1 << 16)

    def kill(self) -> list[str]:
        """Kill the child wherever it is; return what it told until then."""
        os.kill(self.pid, signal.SIGKILL)
        return self.end()

    def kill_after(self, seconds: float) -> list[str]:
        """Kill the child after a while."""
        time.sleep(seconds)
        return self.kill()

    def end(self) -> list[str]:
        """Wait until the child has ended; return what it told. An error in the child is one here."""
        while piece := os.read(self._read, 1 << 16):
            self._buffer += piece
        os.close(self._read)
        os.waitpid(self.pid, 0)
        lines = self._buffer.decode().split("\n")[:-1]
        errors = [line for line in lines if line.startswith("error ")]
        assert not errors, errors[0].encode().decode("unicode_escape", "replace")
        return lines


def in_child(work: Callable[[Tell], None]) -> list[str]:
    """Let a child do the work to its end; return what it told."""
    return Child(work).end()
