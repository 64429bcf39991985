"""A plan file of an older version opens: everything in it is brought over, and the file as it was is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from models.errors import UserError
from models.journal import literals
from models.reading import initiatives, versions
from models.store import backups, files
from models.store.copying import write_copy
from models.store.plan import Plan
from models.store.recovery import recover
from models.store.versions import shapes
from models.tables import SCHEMA_VERSION
from tests.store.tools import ledger, old


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan file of version 1 with everything in it."""
    return laid(tmp_path, old.WITH_STAKEHOLDERS)


def laid(folder: Path, name: str) -> Path:
    path = folder / "Kế hoạch cũ.soi"
    path.write_bytes(old.unpacked(name))
    return path


def copied(plan: Plan, folder: Path) -> dict[str, list[dict[str, Any]]]:
    database = folder / "content.sqlite"
    files.remove(database)
    return old.tables(plan.copy_to(database))


def notices(plan: Plan) -> list[str]:
    return [notice.message_id for notice in plan.notices]


def stakeholders(rows: dict[str, list[dict[str, Any]]]) -> dict[tuple[int, int, str], list[str]]:
    """Return the names that the answers have, by the initiative's place, the cycle and the question."""
    places = {row["id"]: row["position"] for row in rows["initiative"]}
    cycles = {row["id"]: (places[row["initiative"]], row["number"]) for row in rows["cycle"]}
    answers = {row["id"]: (*cycles[row["cycle"]], row["question"]) for row in rows["answer"]}
    names = {row["id"]: row["name"] for row in rows["stakeholder"]}
    found: dict[tuple[int, int, str], list[str]] = {}
    for row in sorted(rows["answer_stakeholder"], key=lambda row: row["position"]):
        found.setdefault(answers[row["answer"]], []).append(names[row["stakeholder"]])
    return found


@pytest.mark.parametrize("name", [old.WITH_STAKEHOLDERS, old.PLAIN])
def test_every_field_of_an_older_plan_is_there(tmp_path: Path, name: str) -> None:
    path = laid(tmp_path, name)
    before = old.tables(path)
    assert all(before[table] for table in ("review_mark", "node_position", "dependency", "answer_citation", "change"))
    with Plan.open(path) as plan:
        assert plan.is_writable and not plan.is_dirty
        old.check_same_fields(before, copied(plan, tmp_path))
    with Plan.open_to_read(path) as plan:
        old.check_same_fields(before, copied(plan, tmp_path))


def test_stakeholders_go_to_the_answer_on_them_in_the_latest_cycle(path: Path, tmp_path: Path) -> None:
    with Plan.open(path) as plan:
        rows = copied(plan, tmp_path)
    assert stakeholders(rows) == {
        (0, 2, "O2"): ["Doanh nghiệp", "Người dân", "Ủy ban nhân dân các tỉnh"],
        (1, 1, "O2"): ["Người dân"],
        (2, 1, "O2"): ["Viện nghiên cứu"],
    }
    (made,) = {row["id"] for row in rows["answer"]} - {row["id"] for row in old.tables(path)["answer"]}
    empty = next(row for row in rows["answer"] if row["id"] == made)
    assert (empty["text"], empty["status"]) == ("", "empty")


def test_the_history_stays_readable_and_undo_begins_after_the_move_of_stakeholders(path: Path, tmp_path: Path) -> None:
    before = old.tables(path)
    with Plan.open(path) as plan:
        rows = copied(plan, tmp_path)
        assert (plan.undoable, plan.redoable) == (0, 0)
        with pytest.raises(UserError, match="nothing to undo"):
            plan.undo()
        plan.edit("answer.write", ledger.write_name, "Người mới")
        plan.undo()
    *steps, move = rows["changeset"]
    assert steps == before["changeset"]
    assert (move["kind"], move["label"]) == ("create", "plan.migrate")
    tables = {shape.name: shape for shape in shapes.version().shapes}
    assert len(rows["change"]) == len(before["change"])
    for row in rows["change"]:
        for text in (row["old"], row["new"]):
            assert text is None or len(list(literals(text))) == len(tables[row["tab"]].columns)
        assert row["subject"] == next(literals(row["new"] or row["old"]))


def test_earlier_versions_of_an_answer_are_found_in_the_history_of_an_older_plan(path: Path) -> None:
    with Plan.open_to_read(path) as plan:
        first = plan.read(initiatives.every)[0]
        found = plan.read(versions.of_answer, first.id, "S3")
    assert [one.text for one in found] == ["Chọn mô hình động lực có điều chỉnh", "Chọn mô hình động lực"]
    assert {one.author for one in found} == {"Nguyễn Thị Lan"}


def test_steps_of_an_older_plan_without_stakeholders_are_undone_and_made_again(tmp_path: Path) -> None:
    path = laid(tmp_path, old.PLAIN)
    with Plan.open(path) as plan:
        start, undoable, redoable = plan.content_digest(), plan.undoable, plan.redoable
        assert undoable > 15 and redoable == 2
        for _ in range(redoable):
            plan.redo()
        rows = copied(plan, tmp_path)
        assert "Sẽ được rút lại" in [row["text"] for row in rows["answer"]]
        assert [row["text"] for row in rows["measure"]] == ["Ban hành kế hoạch triển khai"]
        for _ in range(plan.undoable):
            plan.undo()
        rows = copied(plan, tmp_path)
        assert not any(rows[table] for table in ("answer", "measure", "dependency", "node_position", "review_mark"))
        assert [row["number"] for row in rows["cycle"]] == [1] * len(rows["initiative"])
        assert not any(row["lead"] for row in rows["initiative"])
        for _ in range(undoable):
            plan.redo()
        assert plan.content_digest() == start


def test_the_file_as_it_was_is_kept_and_the_user_is_told_where(path: Path) -> None:
    before = path.read_bytes()
    with Plan.open(path) as plan:
        assert notices(plan) == ["plan.migrated"]
        for language in ("vi", "en"):
            assert str(backups.of(path)[0].path) in plan.notices[0].sentence(language)
        assert path.read_bytes() == before
        plan.edit("answer.write", ledger.write_name, "Người mới")
        assert path.read_bytes() == before
    assert files.read_head(path, 64)[60:64] == SCHEMA_VERSION.to_bytes(4, "big")
    assert [backup.path.read_bytes() for backup in backups.of(path)] == [before]
    backups.restore(path, 1, path.with_name("restored.soi"))
    assert path.with_name("restored.soi").read_bytes() == before
    with Plan.open(path) as plan:
        assert notices(plan) == []


def test_looking_at_an_older_plan_leaves_it_as_it_is_and_makes_no_second_backup(path: Path) -> None:
    before = path.read_bytes()
    for _ in range(3):
        with Plan.open(path) as plan:
            assert notices(plan) == ["plan.migrated"]
        with Plan.open_to_read(path) as plan:
            assert notices(plan) == []
    assert path.read_bytes() == before
    assert len(backups.of(path)) == 1


def test_the_working_copy_that_a_program_of_an_older_version_left_is_taken_over(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    old.leave_behind(path)
    with Plan.open_to_read(path) as plan:
        assert notices(plan) == ["plan.reads_left"]
        assert old.LEFT_ANSWER in [row["text"] for row in copied(plan, tmp_path)["answer"]]
    with Plan.open(path) as plan:
        assert notices(plan) == ["plan.migrated", "plan.taken_over"]
        rows = copied(plan, tmp_path)
        old.check_same_fields(old.tables(old.unpacked(old.LEFT)), rows)
        assert old.LEFT_ANSWER in [row["text"] for row in rows["answer"]]
    assert backups.of(path)[0].path.read_bytes() == before
    with Plan.open_to_read(path) as plan:
        assert old.LEFT_ANSWER in [row["text"] for row in copied(plan, tmp_path)["answer"]]


def test_recovery_brings_over_what_a_program_of_an_older_version_left(path: Path, tmp_path: Path) -> None:
    old.leave_behind(path)
    out = tmp_path / "saved.soi"
    assert recover(path, out).unpublished
    with Plan.open(out) as plan:
        assert notices(plan) == []
        old.check_same_fields(old.tables(old.unpacked(old.LEFT)), copied(plan, tmp_path))


@pytest.mark.parametrize("change", ["cut", "head"])
def test_recovery_saves_what_can_be_read_of_a_damaged_older_plan(path: Path, tmp_path: Path, change: str) -> None:
    before = old.tables(path)
    content = path.read_bytes()
    # A head whose version number was damaged too says nothing of what tables there are.
    path.write_bytes(content[:-4096] if change == "cut" else content[:60] + bytes(4) + content[64:])
    found = recover(path, tmp_path / "saved.soi")
    with Plan.open(tmp_path / "saved.soi") as plan:
        rows = copied(plan, tmp_path)
    assert {row["owner"] for row in rows["initiative"]} == {""}
    if not found.lost:
        old.check_same_fields(before, rows)
        assert stakeholders(rows)[1, 1, "O2"] == ["Người dân"]


def test_a_copy_of_an_older_plan_is_of_the_present_version(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    for without_history in (False, True):
        out = tmp_path / f"copy {without_history}.soi"
        write_copy(path, out, without_history=without_history)
        with Plan.open(out) as plan:
            assert notices(plan) == []
            old.check_same_fields(old.tables(before), copied(plan, tmp_path))
            assert plan.undoable == 0
    assert path.read_bytes() == before
