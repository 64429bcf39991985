"""The peer of the window: the spreadsheet that planners open today, with the plan's matrices in it, on a screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

from models.reading import initiatives, measures
from models.store.plan import Plan

_RUNS = 5
_LONGEST = 60.0
_POLL = 0.01
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_CELLS = range(1, 9), range(1, 5)


def first_window(plan: Path) -> float | None:
    """Return the median of the seconds from starting LibreOffice Calc with the plan's matrices to its window.

    Each initiative is a sheet of 8 × 4 cells. None where LibreOffice, Xvfb or xdotool is not installed.
    """
    if not all(shutil.which(name) for name in ("soffice", "Xvfb", "xdotool")):
        return None
    with tempfile.TemporaryDirectory() as folder, _screen() as display:
        book = Path(folder) / "matrices.fods"
        book.write_text(_book(plan), encoding="utf-8")
        runs = [_opened(book, Path(folder), display) for _ in range(_RUNS + 1)]
    return sorted(runs[1:])[_RUNS // 2]


@contextmanager
def _screen() -> Iterator[str]:
    """Run a screen of the size of ours and yield its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _opened(book: Path, folder: Path, display: str) -> float:
    """Open the book, wait for the window that bears its name, and end the process that was started."""
    environment = {**os.environ, "DISPLAY": display, "SAL_USE_VCLPLUGIN": "gen"}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--nologo", "--norestore", "--nolockcheck", "--calc", str(book)]
    look = ["xdotool", "search", "--onlyvisible", "--name", book.name]
    begin = time.monotonic()
    program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while not subprocess.run(look, env=environment, capture_output=True, check=False).stdout:
            if time.monotonic() - begin > _LONGEST:
                raise TimeoutError(f"LibreOffice did not open {book.name} within {_LONGEST:.0f} s")
            time.sleep(_POLL)
        return time.monotonic() - begin
    finally:
        # The program is a script that has started another: both are of one session.
        subprocess.run(["pkill", "--session", str(program.pid)], check=False)
        program.wait()


def _book(path: Path) -> str:
    """Return a flat spreadsheet of the plan: a sheet an initiative, the texts of each cell's measures in one cell."""
    with Plan.open_to_read(path) as plan:
        codes, placed = plan.read(initiatives.codes), plan.read(measures.by_initiative)
    sheets = []
    for owner, code in codes.items():
        texts: dict[tuple[int, int], list[str]] = defaultdict(list)
        for one in placed.get(owner, ()):
            texts[one.kfa, one.kf].append(one.text)
        rows = "".join(_row(texts, kfa) for kfa in _CELLS[0])
        sheets.append(f'<table:table table:name="{code}">{rows}</table:table>')
    spaces = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "table", "text"))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document {spaces} office:version="1.2" office:mimetype="{kind}">'
        f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body></office:document>"
    )


def _row(texts: dict[tuple[int, int], list[str]], kfa: int) -> str:
    cells = ("".join(f"<text:p>{escape(text)}</text:p>" for text in texts[kfa, kf]) for kf in _CELLS[1])
    inside = "".join(f'<table:table-cell office:value-type="string">{cell}</table:table-cell>' for cell in cells)
    return f"<table:table-row>{inside}</table:table-row>"
