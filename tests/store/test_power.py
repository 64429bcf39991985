"""The power is cut at random moments while steps are acknowledged: each is whole or absent, none is lost.

Row 2 of the fault matrix.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from models.errors import DamagedError
from models.store.engine import PRAGMAS, connect
from models.store.inspection import check_copy
from models.store.working import private_copy
from tests.store.tools.disk import Event, after_power_cut, recorded

STEPS = 30
SOAK_CUTS, SOAK_PARTS = 10_000, 8


@dataclass
class Outcome:
    """What the cuts found: acknowledged steps that were gone, steps there by half, files that were damaged."""

    lost: int = 0
    half: int = 0
    damaged: int = 0


def work(database: Path, settings: tuple[str, ...], random: Random) -> list[Event]:
    """Take steps that write rows of several tables; return what happened to the disk, and when each was done."""
    with recorded(database, settings) as (connection, events):
        for number in range(1, STEPS + 1):
            text = f"{number} {'ă' * random.choice((1, 100, 4_000))}"
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE initiative SET title_vi = ?, rev = ?", (text, number))
            connection.execute("INSERT INTO stakeholder VALUES (?, ?, ?)", (f"{number}", text, number))
            if number % 5 == 0:
                connection.execute("DELETE FROM stakeholder WHERE rev < ?", (number - 3,))
            values = (number, "2026-11-20", "", "edit", "", "{}", "", None)
            connection.execute("INSERT INTO changeset VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
            connection.execute("COMMIT")
            events.append(Event("acknowledged", number=number))
        return events


def cut(original: Path, folder: Path, settings: tuple[str, ...], cuts: int, seed: int) -> Outcome:
    """Cut the power at random moments of the same work, and look what is there."""
    random = Random(seed)
    folder.mkdir()
    start = private_copy(original, folder)
    connection = connect(start)
    connection.execute("DELETE FROM changeset")
    connection.close()
    before = {start.name: start.read_bytes()}
    events = work(start, settings, random)
    outcome = Outcome()
    for _ in range(cuts):
        moment = random.randrange(len(events) + 1)
        acknowledged = max((event.number for event in events[:moment]), default=0)
        for file in folder.iterdir():
            file.unlink()
        for name, content in after_power_cut(before, events[:moment], random).items():
            (folder / name).write_bytes(content)
        look(start, acknowledged, outcome)
    return outcome


def look(database: Path, acknowledged: int, outcome: Outcome) -> None:
    try:
        check_copy(database, database, stamped=False)
    except DamagedError:
        outcome.damaged += 1
        return
    connection = sqlite3.connect(database)
    steps = [number for (number,) in connection.execute("SELECT sequence FROM changeset ORDER BY sequence")]
    titles = connection.execute("SELECT DISTINCT title_vi, rev FROM initiative").fetchall()
    newest = connection.execute("SELECT max(rev) FROM stakeholder").fetchone()[0] or 0
    connection.close()
    outcome.lost += len(steps) < acknowledged
    whole = not steps or (newest == len(steps) and len(titles) == 1 and titles[0][1] == newest)
    outcome.half += steps != list(range(1, len(steps) + 1)) or len(steps) > acknowledged + 1 or not whole


def test_no_power_cut_loses_halves_or_damages_an_acknowledged_step(small: Path, tmp_path: Path) -> None:
    assert cut(small, tmp_path / "cut", PRAGMAS, 200, seed=1) == Outcome()


@pytest.mark.soak
@pytest.mark.parametrize("part", range(SOAK_PARTS))
def test_ten_thousand_power_cuts_lose_nothing(small: Path, tmp_path: Path, part: int) -> None:
    assert cut(small, tmp_path / "cut", PRAGMAS, SOAK_CUTS // SOAK_PARTS, seed=100 + part) == Outcome()


@pytest.mark.parametrize("setting", ["synchronous = OFF", "journal_mode = OFF"])
def test_the_power_cuts_would_find_settings_that_lose_steps(small: Path, tmp_path: Path, setting: str) -> None:
    careless = (*PRAGMAS, setting)
    assert cut(small, tmp_path / "cut", careless, 100, seed=1) != Outcome()
