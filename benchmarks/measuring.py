"""Timing work beside its rivals: taken in turn, so that a busy moment of the machine falls on all of them alike."""

from __future__ import annotations

import gc
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LOOK = 0.05
"""Seconds between two looks at the memory of a process."""
_MB = 1024 * 1024


@dataclass(frozen=True)
class Times:
    """How long each run took, in seconds, the shortest first."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """The time that half of the runs stay below."""
        return statistics.median(self.runs)

    @property
    def p99(self) -> float:
        """The time that 99 of 100 runs stay below."""
        return self.runs[min(len(self.runs) - 1, len(self.runs) * 99 // 100)]


@dataclass(frozen=True)
class Rival:
    """Work that is timed; what is done `before` it, and `after` it with its result, is not."""

    work: Callable[[], Any]
    before: Callable[[], Any] = lambda: None
    after: Callable[[Any], Any] = lambda result: None


@dataclass(frozen=True)
class Watch:
    """What a process took: its seconds, and the most memory that it and its children held in MB, None where unknown."""

    seconds: float
    memory: float | None


def race(runs: int, /, **rivals: Rival | Callable[[], Any]) -> dict[str, Times]:
    """Time the rivals in turn, `runs` times each after one run to warm up, and return their times by name."""
    runners = {name: one if isinstance(one, Rival) else Rival(one) for name, one in rivals.items()}
    times: dict[str, list[float]] = {name: [] for name in runners}
    gc.collect()
    for number in range(runs + 1):
        for name, rival in runners.items():
            seconds = _timed(rival)
            if number:
                times[name].append(seconds)
    return {name: Times(tuple(sorted(taken))) for name, taken in times.items()}


def _timed(rival: Rival) -> float:
    rival.before()
    begin = time.perf_counter()
    result = rival.work()
    seconds = time.perf_counter() - begin
    rival.after(result)
    return seconds


def once(work: Callable[[], Any]) -> float:
    """Time work that is too long to be done twice."""
    return _timed(Rival(work))


def command(arguments: Sequence[str | Path]) -> Callable[[], None]:
    """Return the work of carrying out a command as a process of its own; raises RuntimeError when it fails."""

    def run() -> None:
        done = subprocess.run([str(one) for one in arguments], capture_output=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{arguments}: {done.stderr.decode(errors='replace')}")

    return run


def told(arguments: Sequence[str | Path], folder: Path, runs: int) -> Times:
    """Carry out a command in `folder`, `runs` times, and return the seconds that it prints itself."""
    printed = [
        subprocess.run([str(one) for one in arguments], cwd=folder, capture_output=True, check=True, text=True).stdout
        for _ in range(runs)
    ]
    return Times(tuple(sorted(map(float, printed))))


def watched(arguments: Sequence[str | Path]) -> Watch:
    """Carry out a command and watch its time and memory; raises RuntimeError when it fails."""
    peaks: dict[int, int] = {}
    begin = time.perf_counter()
    process = subprocess.Popen(
        [str(one) for one in arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    while process.poll() is None:
        for pid in _family(process.pid):
            peaks[pid] = max(peaks.get(pid, 0), _peak(pid))
        time.sleep(_LOOK)
    seconds = time.perf_counter() - begin
    if process.returncode:
        assert process.stderr is not None
        raise RuntimeError(f"{arguments}: {process.stderr.read()}")
    return Watch(seconds, sum(peaks.values()) / _MB or None)


def _family(pid: int) -> list[int]:
    """Return a process and all that it started, where the system tells."""
    children: list[str] = []
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            children += thread.read_text(encoding="ascii").split()
    return [pid, *(member for child in children for member in _family(int(child)))]


def _peak(pid: int) -> int:
    """Return the most memory that a process has held so far, in bytes."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:")), 0)
