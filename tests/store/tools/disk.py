"""A disk whose power can be cut: it notes what SQLite writes and forces, and can say what may be left of it afterwards.

A model, not hardware: of what was not forced onto the disk each sector of 512 bytes may be there or not, in whatever
order it was written; a file that was made may be missing, one that was removed may be back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import apsw

SECTOR = 512


@dataclass
class Event:
    """One thing that happened to the file `name`, or the acknowledgement of step `number`."""

    kind: str
    name: str = ""
    offset: int = 0
    content: bytes = b""
    number: int = 0


@dataclass
class _Sectors:
    """A file as it may be found after a power cut: what is surely there, and sectors that may be."""

    sure: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)
    is_sure: bool = False

    def force(self) -> None:
        for event in self.pending:
            _apply(self.sure, event)
        self.pending.clear()
        self.is_sure = True

    def found(self, random: Random) -> bytes:
        left = bytearray(self.sure)
        for event in self.pending:
            for part in _sectors(event):
                if random.random() < 0.5:
                    _apply(left, part)
        return bytes(left)


class Recorder(apsw.VFS):
    """Stands between SQLite and the disk, and notes everything that changes it."""

    def __init__(self, name: str) -> None:
        self.events: list[Event] = []
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _File(name, flags, self.events)

    def xDelete(self, name: str, sync_folder: bool) -> None:
        super().xDelete(name, sync_folder)
        self.events.append(Event("remove forced" if sync_folder else "remove", Path(name).name))


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: list[int], events: list[Event]) -> None:
        super().__init__("", name, flags)
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name).name
        self._events = events

    def xWrite(self, content: bytes, offset: int) -> None:
        super().xWrite(content, offset)
        self._events.append(Event("write", self._name, offset, bytes(content)))

    def xTruncate(self, size: int) -> None:
        super().xTruncate(size)
        self._events.append(Event("truncate", self._name, size))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._events.append(Event("force", self._name))


@contextmanager
def recorded(database: Path, settings: tuple[str, ...]) -> Iterator[tuple[apsw.Connection, list[Event]]]:
    """Open a database with these pragmas on a disk that notes what happens to it."""
    recorder = Recorder("recorder")
    connection = apsw.Connection(str(database), vfs="recorder")
    try:
        for pragma in settings:
            connection.execute(f"PRAGMA {pragma}")
        yield connection, recorder.events
    finally:
        connection.close()
        recorder.unregister()


def after_power_cut(start: dict[str, bytes], events: list[Event], random: Random) -> dict[str, bytes]:
    """Return the files that may be found when the power is cut after these events."""
    files = {name: _Sectors(bytearray(content), is_sure=True) for name, content in start.items()}
    removed: dict[str, _Sectors] = {}
    for event in events:
        if event.kind.startswith("remove"):
            removed[event.name] = files.pop(event.name)
            if event.kind == "remove forced":
                removed.clear()
        elif event.kind == "force":
            # SQLite forces the folder too when it first forces a file that is new.
            if not files[event.name].is_sure:
                removed.clear()
            files[event.name].force()
        elif event.name:
            files.setdefault(event.name, _Sectors()).pending.append(event)
    found = {name: file.found(random) for name, file in files.items() if file.is_sure or random.random() < 0.5}
    back = {name: file.found(random) for name, file in removed.items() if name not in found and random.random() < 0.5}
    return {**found, **back}


def _sectors(event: Event) -> Iterator[Event]:
    if event.kind == "truncate":
        yield event
        return
    for place in range(0, len(event.content), SECTOR):
        yield Event("write", event.name, event.offset + place, event.content[place : place + SECTOR])


def _apply(content: bytearray, event: Event) -> None:
    if event.kind == "truncate":
        del content[event.offset :]
        return
    end = event.offset + len(event.content)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[event.offset : end] = event.content
