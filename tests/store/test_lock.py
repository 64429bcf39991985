"""Who has a plan open: named to the next one, taken over from the dead, broken at an explicit word.

Rows 14 and 15 of the fault matrix.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

import pytest

from models.errors import UserError
from models.store import files, working
from models.store.lock import Holder, acquire, break_lock, holder_of, lock_path, release
from models.store.plan import Plan
from tests.store.tools import ledger
from tests.store.tools.children import Child, Tell, in_child


def put_lock(path: Path, **changes: object) -> Holder:
    """Put a lock beside the plan, of this process but for these changes."""
    holder = replace(Holder.this_process(), **changes)
    lock_path(path).write_text(json.dumps(asdict(holder)))
    return holder


def ended_process() -> int:
    child = Child(lambda tell: None)
    child.end()
    return child.pid


def test_a_second_program_is_told_who_has_the_plan_open(path: Path) -> None:
    with Plan.open(path) as plan:
        ledger.add(plan, 1)

        def knock(tell: Tell) -> None:
            with pytest.raises(UserError) as refusal:
                Plan.open(path)
            tell(ledger.in_both_languages(refusal.value))
            with Plan.open_to_read(path) as seen:
                assert seen.read(ledger.entries) == ()

        sentence = in_child(knock)[0]
        assert f"open with {files.user()} on {files.host()} (process {os.getpid()}" in sentence
        assert str(path) in sentence
    assert not lock_path(path).exists()
    Plan.open(path).close()


@pytest.mark.parametrize(
    "changes",
    [{"pid": 0}, {"start": "1"}, {"boot": "another start"}, {"pid": -1}, {"pid": 1 << 70}],
    ids=["no process", "its number is another's now", "before the machine was started", "impossible", "too large"],
)
def test_the_lock_of_a_dead_program_is_taken_over(path: Path, changes: dict[str, object]) -> None:
    put_lock(path, **({"pid": ended_process()} if changes == {"pid": 0} else changes))
    with Plan.open(path) as plan:
        ledger.add(plan, 1)
    assert ledger.published(path) == (1,)
    assert ledger.leftovers(path.parent) == []


@pytest.mark.parametrize(
    "changes", [{}, {"start": ""}, {"host": "another"}], ids=["alive", "unknown start", "elsewhere"]
)
def test_the_lock_of_a_program_that_may_live_is_not(path: Path, changes: dict[str, object]) -> None:
    holder = put_lock(path, user="Nguyễn Văn An", **changes)
    with pytest.raises(UserError) as refusal:
        Plan.open(path)
    assert "Nguyễn Văn An" in ledger.in_both_languages(refusal.value)
    assert holder_of(path) == holder


def test_breaking_a_lock_needs_that_its_holder_is_not_known_to_run(path: Path) -> None:
    with pytest.raises(UserError, match="not locked"):
        break_lock(path)
    put_lock(path)
    with pytest.raises(UserError, match="is open with"):
        break_lock(path)
    elsewhere = put_lock(path, host="another")
    assert break_lock(path) == elsewhere
    Plan.open(path).close()


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 100, b"{}", b"[" * 100_000, b'{"pid": "x"}', b"\xff", b"x" * 1_000_000]
)
def test_a_lock_that_cannot_be_read_stays_until_it_is_broken(path: Path, content: bytes) -> None:
    lock_path(path).write_bytes(content)
    for _ in range(2):
        with pytest.raises(UserError) as refusal:
            Plan.open(path)
        assert str(lock_path(path)) in ledger.in_both_languages(refusal.value)
    Plan.open_to_read(path).close()
    assert lock_path(path).read_bytes() == content
    assert break_lock(path) is None
    Plan.open(path).close()


def take(path: Path, start: int, stop: int, tell: Tell) -> None:
    os.read(start, 1)
    try:
        holder = acquire(path)
        tell(f"took {holder.token}")
    except UserError as error:
        tell(f"refused {error.message_id}")
    os.read(stop, 1)


@pytest.mark.parametrize("rounds", [12, pytest.param(200, marks=pytest.mark.soak)])
def test_of_many_that_find_a_dead_lock_exactly_one_takes_it(path: Path, rounds: int) -> None:
    dead = ended_process()
    for _ in range(rounds):
        put_lock(path, pid=dead)
        start, stop = os.pipe(), os.pipe()
        children = [Child(partial(take, path, start[0], stop[0])) for _ in range(8)]
        os.write(start[1], b"x" * 8)
        for child in children:
            child.wait_for_any()
        holder = holder_of(path)
        os.write(stop[1], b"x" * 8)
        said = [line for child in children for line in child.end()]
        assert [line for line in said if line.startswith("took")] == [f"took {holder.token if holder else None}"]
        for descriptor in (*start, *stop):
            os.close(descriptor)
        files.remove(lock_path(path))
        assert ledger.leftovers(path.parent) == []


def test_nobody_else_takes_a_dead_lock_while_it_is_being_removed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lock(path, pid=ended_process())
    said: list[str] = []
    remove = files.remove

    def knock(tell: Tell) -> None:
        try:
            acquire(path)
            tell("took")
        except UserError as error:
            tell(error.message_id)

    def remove_slowly(file: Path) -> None:
        monkeypatch.setattr(files, "remove", remove)
        said.extend(in_child(knock))
        remove(file)

    monkeypatch.setattr(files, "remove", remove_slowly)
    holder = acquire(path)
    assert said == ["lock.held"]
    assert holder_of(path) == holder


def test_a_lock_that_was_broken_and_taken_again_is_not_given_back_by_the_first(path: Path) -> None:
    first = acquire(path)
    lock_path(path).unlink()
    second = acquire(path)
    release(path, first)
    assert holder_of(path) == second
    release(path, second)
    assert holder_of(path) is None


def test_a_plan_whose_lock_was_removed_while_it_is_open_is_not_opened_twice(path: Path) -> None:
    with Plan.open(path) as plan:
        ledger.add(plan, 1)
        lock_path(path).unlink()

        def knock(tell: Tell) -> None:
            with pytest.raises(UserError, match="is open with"):
                Plan.open(path)

        in_child(knock)
        ledger.add(plan, 2)
    assert ledger.published(path) == (1, 2)


def test_what_another_machine_left_is_taken_over_once_its_lock_is_broken(path: Path) -> None:
    def die(tell: Tell) -> None:
        plan = Plan.open(path)
        ledger.add_all(plan, (1, 2))
        holder = replace(plan._holder, host="another")
        plan._copy.noted(holder=holder)
        lock_path(path).write_text(json.dumps(asdict(holder)))

    in_child(die)
    with pytest.raises(UserError, match="on another"):
        Plan.open(path)
    break_lock(path)
    with Plan.open(path) as plan:
        assert plan.read(ledger.entries) == (1, 2)


def test_a_lock_has_a_name_for_every_plan_and_is_where_the_plan_is(path: Path, tmp_path: Path) -> None:
    assert lock_path(path).name == f".~lock.{path.name}#"
    long = path.with_name("ế" * 80 + ".soi")
    path.rename(long)
    with Plan.open(long) as plan:
        ledger.add(plan, 1)
        assert len(lock_path(long).name.encode()) < 255
        link = tmp_path / "link.soi"
        link.symlink_to(long)
        assert lock_path(link) == lock_path(long)
        with pytest.raises(UserError, match="is open with"):
            Plan.open(link)
    assert working.left_behind(long) is None
