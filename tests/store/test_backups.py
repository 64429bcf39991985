"""Backups: made before a plan file is replaced, checked before they count, thinned out by age.

Row 45 of the fault matrix: a clock that jumps does not change their order.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import DamagedError, UserError
from models.store import backups
from models.store.backups import INTERVAL, LARGEST, REMOVED_AT_ONCE, Backup, superfluous
from models.store.plan import Plan
from tests.store.tools import ledger

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def expected(there: list[Backup], now: datetime) -> list[int]:
    """Say which backups stay, slowly and plainly: each rule for itself, from the newest on."""
    kept: list[Backup] = []
    for one in there:
        age = now - one.time
        if not kept:
            kept.append(one)
            continue
        if sum(other.size for other in kept) + one.size > LARGEST or age >= timedelta(days=366):
            continue
        if age >= timedelta(hours=2):
            if age < timedelta(days=2):
                low, span = timedelta(hours=2), "%Y%m%d%H"
            elif age < timedelta(days=12):
                low, span = timedelta(days=2), "%Y%m%d"
            elif age < timedelta(weeks=8):
                low, span = timedelta(days=12), "%G%V"
            else:
                low, span = timedelta(weeks=8), "%Y%m"
            rivals = [other for other in kept if now - other.time >= low and same_band(now - other.time, age)]
            if any(other.time.strftime(span) == one.time.strftime(span) for other in rivals):
                continue
        kept.append(one)
    return [one.number for one in kept]


def same_band(one: timedelta, other: timedelta) -> bool:
    bounds = (timedelta(hours=2), timedelta(days=2), timedelta(days=12), timedelta(weeks=8), timedelta(days=366))
    return [one < bound for bound in bounds] == [other < bound for bound in bounds]


ages = st.one_of(
    st.integers(0, 3 * 60), st.integers(0, 3 * 24 * 60), st.integers(0, 60 * 24 * 60), st.integers(-60, 400 * 24 * 60)
)


@given(st.lists(st.tuples(ages, st.integers(1, 120_000_000)), min_size=1, max_size=40))
def test_what_stays_is_what_the_rules_say(found: list[tuple[int, int]]) -> None:
    in_order = sorted(found)
    there = [
        Backup(len(in_order) - place, NOW - timedelta(minutes=age), Path("x"), size)
        for place, (age, size) in enumerate(in_order)
    ]
    gone = superfluous(there, NOW)
    kept = [one for one in there if one not in gone]
    assert [one.number for one in kept] == expected(there, NOW)
    assert kept[0] == there[0], "the newest always stays"
    assert sum(one.size for one in kept[1:]) <= LARGEST


class Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.moment = NOW
        monkeypatch.setattr(backups, "utc_now", lambda: self.moment)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_a_backup_of_what_is_to_be_replaced_is_made_every_ten_minutes(path: Path, clock: Clock) -> None:
    states = [path.read_bytes()]
    with Plan.open(path) as plan:
        for number in range(1, 8):
            ledger.add(plan, number)
            plan.publish()
            states.append(path.read_bytes())
            clock.moment += INTERVAL / 2
    kept = backups.of(path)
    assert [one.number for one in kept] == [4, 3, 2, 1]
    assert [one.path.read_bytes() for one in kept] == [states[6], states[4], states[2], states[0]]


def test_every_backup_can_be_restored_and_holds_what_the_plan_held_then(
    path: Path, clock: Clock, tmp_path: Path
) -> None:
    with Plan.open(path) as plan:
        for number in range(1, 6):
            ledger.add(plan, number)
            plan.publish()
            clock.moment += INTERVAL
    for one in backups.of(path):
        out = tmp_path / f"{one.number}.soi"
        backups.restore(path, one.number, out)
        assert ledger.published(out) == tuple(range(1, one.number))
        Plan.open(out).close()
    with pytest.raises(UserError, match="no backup number 9"):
        backups.restore(path, 9, tmp_path / "9.soi")


def test_an_unsound_backup_is_not_counted_and_not_restored(path: Path, tmp_path: Path) -> None:
    good = path.read_bytes()
    path.write_bytes(good[:-5_000])
    assert backups.keep(path, always=True) is None
    assert backups.of(path) == []
    path.write_bytes(good)
    made = backups.keep(path, always=True)
    assert made is not None
    made.path.write_bytes(good[:-5_000])
    with pytest.raises(DamagedError):
        backups.restore(path, made.number, tmp_path / "out.soi")
    assert not (tmp_path / "out.soi").exists()


def test_the_order_of_backups_is_kept_when_the_clock_jumps(path: Path, clock: Clock) -> None:
    random = Random(1)
    for turn in range(1, 13):
        made = backups.keep(path, always=True)
        assert made is not None and made.number == turn
        assert backups.of(path)[0] == made
        clock.moment += timedelta(days=random.choice((-400, -1, 0, 1)), minutes=random.randrange(60))


def test_a_clock_that_runs_back_lets_backups_be_made_as_often_as_before(path: Path, clock: Clock) -> None:
    for _ in range(2):
        backups.keep(path)
        clock.moment -= timedelta(days=30)
    assert backups.keep(path) is not None
    assert backups.keep(path) is None


def test_a_clock_that_jumps_ahead_for_a_moment_does_not_empty_the_shelf(path: Path, clock: Clock) -> None:
    for _ in range(10):
        backups.keep(path)
        clock.moment += INTERVAL
    clock.moment += timedelta(days=4_000)
    backups.keep(path)
    assert len(backups.of(path)) == 11 - REMOVED_AT_ONCE


def test_backups_are_thinned_out_over_a_year(path: Path, clock: Clock) -> None:
    for _ in range(120):
        backups.keep(path)
        clock.moment += timedelta(hours=80)
    there = backups.of(path)
    assert len(there) < 30
    assert clock.moment - there[-1].time > timedelta(days=300)


def test_other_files_in_the_folder_of_backups_are_none(path: Path) -> None:
    made = backups.keep(path)
    assert made is not None
    for name in ("notes.txt", "000002-20269999T999999.soi", "2-20261120T080000.soi", ".soi-x.tmp"):
        (made.path.parent / name).write_bytes(b"")
    assert backups.of(path) == [made]
    assert made.path.parent.stat().st_mode & 0o077 == 0
