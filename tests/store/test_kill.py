"""Programs are killed at random moments: whatever was acknowledged is there, nothing is there by half.

Rows 1, 3 and 5 of the fault matrix.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from models.errors import UserError
from models.store import backups, files, working
from models.store.plan import Plan
from models.store.recovery import recover
from tests.store.tools import ledger
from tests.store.tools.children import Child, Tell

LONGEST_LIFE = 0.12
SOAK_KILLS, SOAK_PARTS = 2_000, 8


def work_on(path: Path, seed: int, tell: Tell) -> None:
    """Edit, undo and publish without end; tell before each step what it is to be, and after it that it is done."""
    random = Random(seed)
    plan = Plan.open(path)
    there = plan.read(ledger.entries)
    tell("open")
    for number in range(seed * 1_000, (seed + 1) * 1_000):
        choice = random.random()
        if choice < 0.1:
            plan.publish()
            tell("published")
        elif choice < 0.2 and there and plan.undoable:
            tell(f"undo {there[-1]}")
            plan.undo()
            tell("done")
            there = there[:-1]
        else:
            tell(f"edit {number}")
            ledger.add(plan, number, random.choice((0, 10, 3_000)))
            tell("done")
            there = (*there, number)
    plan.close()


def after(there: tuple[int, ...], lines: list[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return what must be there: the state that was acknowledged, and the one that was under way."""
    acknowledged = under_way = there
    for line in lines:
        kind, _, number = line.partition(" ")
        if kind == "edit":
            under_way = (*acknowledged, int(number))
        elif kind == "undo":
            under_way = acknowledged[:-1]
        elif kind == "done":
            acknowledged = under_way
    return acknowledged, under_way


def kill_and_look(path: Path, kills: int, seed: int) -> int:
    """Kill a program `kills` times and look what it left; return how many edits were acknowledged."""
    random = Random(seed)
    there: tuple[int, ...] = ()
    edits = 0
    for turn in range(kills):
        child = Child(lambda tell, turn=turn: work_on(path, seed * 10_000 + turn + 1, tell))
        if random.random() < 0.8:
            child.wait_for("open")
        lines = child.kill_after(random.random() * LONGEST_LIFE)
        edits += lines.count("done")
        ledger.published(path)
        with Plan.open_to_read(path) as seen:
            found = seen.read(ledger.entries)
        assert found in after(there, lines), (turn, found[-3:], lines[-4:])
        there = found
        if random.random() < 0.5:
            with Plan.open(path) as plan:
                assert plan.read(ledger.entries) == there
                assert plan.undoable == len(there)
            assert ledger.published(path) == there
    with Plan.open(path) as plan:
        assert plan.read(ledger.entries) == there
    return edits


def test_no_acknowledged_edit_is_lost_and_none_is_there_by_half_when_a_program_is_killed(path: Path) -> None:
    assert kill_and_look(path, 40, seed=1) > 0


@pytest.mark.soak
@pytest.mark.parametrize("part", range(SOAK_PARTS))
def test_two_thousand_kills_lose_nothing(path: Path, part: int) -> None:
    assert kill_and_look(path, SOAK_KILLS // SOAK_PARTS, seed=100 + part) > 0


def publish_without_end(path: Path, first: int, tell: Tell) -> None:
    with Plan.open(path) as plan:
        tell("open")
        for number in range(first, first + 1_000):
            ledger.add(plan, number, 2_000)
            tell(f"edit {number}")
            plan.publish()
            tell(f"published {number}")


def kill_while_publishing(path: Path, kills: int, seed: int) -> None:
    random = Random(seed)
    for turn in range(1, kills + 1):
        child = Child(lambda tell, turn=turn: publish_without_end(path, (seed + turn) * 1_000, tell))
        child.wait_for("open")
        lines = child.kill_after(random.random() * LONGEST_LIFE)
        found = ledger.published(path)
        said = [int(line.split(" ")[1]) for line in lines if line.startswith("published")]
        edited = [int(line.split(" ")[1]) for line in lines if line.startswith("edit")]
        assert not said or said[-1] in found, "what was said to be published is not in the plan file"
        with Plan.open(path) as plan:
            there = plan.read(ledger.entries)
            assert set(edited) <= set(there)
        assert not list(path.parent.glob(".soi-*")), "what the killed program had begun to write is still there"


def test_a_plan_file_is_the_old_or_the_new_one_when_a_program_is_killed_while_publishing(path: Path) -> None:
    kill_while_publishing(path, 25, seed=2)


@pytest.mark.soak
@pytest.mark.parametrize("part", range(4))
def test_five_hundred_kills_while_publishing_leave_a_valid_file(path: Path, part: int) -> None:
    kill_while_publishing(path, 125, seed=200 + part * 200)


def restore_without_end(path: Path, folder: Path, tell: Tell) -> None:
    tell("open")
    for turn in range(1_000):
        backups.restore(path, 1, folder / f"restored {turn}.soi")


@pytest.mark.parametrize("kills", [15, pytest.param(300, marks=pytest.mark.soak)])
def test_a_restored_file_is_whole_or_not_there_when_a_program_is_killed(path: Path, tmp_path: Path, kills: int) -> None:
    random = Random(3)
    with Plan.open(path) as plan:
        ledger.add(plan, 1)
    assert [backup.number for backup in backups.of(path)] == [1]
    kept, bytes_of_plan = backups.of(path)[0].path.read_bytes(), path.read_bytes()
    folder = tmp_path / "restored"
    for _ in range(kills):
        folder.mkdir()
        child = Child(lambda tell: restore_without_end(path, folder, tell))
        child.wait_for("open")
        child.kill_after(random.random() * LONGEST_LIFE)
        assert all(file.read_bytes() == kept for file in folder.glob("*.soi") if not file.name.startswith("."))
        assert path.read_bytes() == bytes_of_plan
        assert backups.of(path)[0].path.read_bytes() == kept
        shutil.rmtree(folder)


def make_without_end(folder: Path, method: object, tell: Tell) -> None:
    from tests.store.conftest import lay_small

    tell("open")
    for turn in range(1_000):
        with Plan.create(folder / f"{turn}.soi", method) as plan:
            plan.found("plan.create", lay_small)
        tell(f"made {turn}")


def test_a_new_plan_is_whole_or_can_be_made_again_when_its_program_is_killed(method, tmp_path: Path) -> None:
    random = Random(4)
    for turn in range(15):
        folder = tmp_path / f"new {turn}"
        folder.mkdir()
        child = Child(lambda tell, folder=folder: make_without_end(folder, method, tell))
        child.wait_for("open")
        lines = child.kill_after(random.random() * LONGEST_LIFE * 2)
        made = lines.count("open") and len(lines) - 1
        for number in range(made):
            assert ledger.published(folder / f"{number}.soi") == ()
        last = folder / f"{made}.soi"
        if last.exists():
            Plan.open(last).close()
        elif working.left_behind(last) is not None:
            with pytest.raises(UserError, match="recover"):
                Plan.create(last, method)
            assert recover(last, folder / "saved.soi").unpublished
        else:
            plan = Plan.create(last, method)
            plan.abandon()


def test_what_killed_programs_leave_in_the_folder_for_reading_is_swept_away(path: Path) -> None:
    def read_and_hang(tell: Tell) -> None:
        Plan.open_to_read(path)
        tell("open")
        signal_never_comes()

    child = Child(read_and_hang)
    child.wait_for("open")
    child.kill()
    assert list(files.data_folder("reading").iterdir())
    Plan.open_to_read(path).close()
    assert not list(files.data_folder("reading").iterdir())


def signal_never_comes() -> None:
    import time

    time.sleep(60)
