"""Sheets as PDF, whole processes: beside the same words drawn by bare canvas calls, and beside LibreOffice."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.documents.sheets.sheet import sheets
from benchmarks import rivals
from benchmarks.material import COPIES, Material
from benchmarks.measuring import Watch, command, race, watched
from benchmarks.report import NOT_INSTALLED, ROOT, Figure, Goal
from models.access import Reader
from models.reading import sheets as reading_sheets
from models.store.plan import Plan

_RUNS = 5
_DAY = date(2026, 1, 1)
_TWICE_AS_FAST = Goal(0.5, "peer")
_FOUR_TIMES_AS_FAST = Goal(0.25, "peer")
_FLOOR = Goal(2, "floor")
_MEMORY = Goal(200)
_OFFICE_COPIES = 10
"""How many copies of the 12 sheets LibreOffice is given where we write a hundred: a hundred take it many minutes."""


def documents(material: Material) -> Iterator[Figure]:
    """12 sheets, 1,200 sheets, and the memory that both take."""
    pdf, words, word_file = material.place(".pdf"), material.place(".json"), material.place(".docx")
    command(_ours(material.example, pdf))()
    pages = rivals.read_words(pdf, words)
    yield from _few(material, words, pdf, word_file, pages)
    floor = watched(_canvas(words, COPIES, pdf))
    ours = watched(_ours(material.hundred, pdf))
    peer = None
    if _is_office_here():
        _write_word_file(material.example, _OFFICE_COPIES, word_file)
        peer = watched(_office(material, word_file)).seconds * COPIES / _OFFICE_COPIES
    rival = f"peer: LibreOffice's {12 * _OFFICE_COPIES}, times {COPIES // _OFFICE_COPIES}"
    yield Figure(
        f"{12 * COPIES:,} sheets, {COPIES * pages:,} pages (floor: canvas; {rival})",
        ours.seconds,
        floor.seconds,
        peer,
        (_FLOOR, _FOUR_TIMES_AS_FAST),
        no_peer=_no_peer(),
    )
    yield from _memory(ours, floor, None)


def _few(material: Material, words: Path, pdf: Path, word_file: Path, pages: int) -> Iterator[Figure]:
    commands = {"ours": _ours(material.example, pdf), "floor": _canvas(words, 1, pdf)}
    if _is_office_here():
        _write_word_file(material.example, 1, word_file)
        commands["peer"] = _office(material, word_file)
    taken = race(_RUNS, **{name: command(arguments) for name, arguments in commands.items()})
    yield Figure(
        f"12 sheets, {pages} pages (floor: canvas; peer: LibreOffice)",
        taken["ours"].median,
        taken["floor"].median,
        taken["peer"].median if "peer" in taken else None,
        (_TWICE_AS_FAST,),
        no_peer=_no_peer(),
    )
    watches = {name: watched(arguments) for name, arguments in commands.items()}
    yield from _memory(watches["ours"], watches["floor"], watches.get("peer"))


def _memory(ours: Watch, floor: Watch, peer: Watch | None) -> Iterator[Figure]:
    if ours.memory is not None:
        beside = None if peer is None else peer.memory
        yield Figure("… memory", ours.memory, floor.memory, beside, (_MEMORY,), unit="MB", no_peer=_no_peer())


def _is_office_here() -> bool:
    return shutil.which("soffice") is not None


def _no_peer() -> str:
    return "" if _is_office_here() else NOT_INSTALLED


def _ours(plan: Path, pdf: Path) -> tuple[str | Path, ...]:
    return (sys.executable, ROOT / "main.py", "export", plan, "sheets", pdf)


def _canvas(words: Path, times: int, pdf: Path) -> tuple[str | Path, ...]:
    return (sys.executable, Path(rivals.__file__), words, str(times), pdf)


def _office(material: Material, word_file: Path) -> tuple[str | Path, ...]:
    """Return LibreOffice's command, with a profile of its own and our typefaces."""
    typefaces = Path(os.environ["XDG_DATA_HOME"], "fonts")
    shutil.copytree(rivals.FONT.parent, typefaces, dirs_exist_ok=True)
    profile = f"-env:UserInstallation={(material.folder / 'office').as_uri()}"
    return ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", material.folder, word_file)


def _write_word_file(plan_file: Path, times: int, path: Path) -> None:
    def write(reader: Reader) -> None:
        document = sheets(reading_sheets.every(reader), reader.method, "vi", _DAY)
        rivals.write_word_file(document, times, path)

    with Plan.open_to_read(plan_file) as plan:
        plan.read(write)
