"""The minutes as data, played again on the plan that the workshop started from, give the plan that it ended with."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.documents.minutes.replaying import replayed
from app.documents.order import MINUTES, Order
from models.editing import answers, measures, plans
from models.editing.measures import MeasureFields
from models.errors import UserError
from models.method import Bilingual, open_pack
from models.reading import initiatives, workshops
from models.store.plan import Plan
from tests.documents import session
from tests.models.desk import FakeClock


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """A plan before a workshop, its minutes as data, and the content digest that the workshop led to."""
    folder = tmp_path_factory.mktemp("held")
    clock = FakeClock()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_DATA_HOME", str(folder / "data"))
        path = folder / "Kế hoạch.soi"
        with Plan.create(path, open_pack("nq52"), author="Người lập", clock=clock) as plan:
            plan.found("plan.create", plans.found, Bilingual("Kế hoạch", "Plan"), "vi")
            where = (plan.read(initiatives.find, "SOI5"), 1, 1)
            plan.edit("measure.add", measures.add, *where, MeasureFields(text="Đã có", lead="BCA"))
        start = Path(shutil.copy(path, folder / "Lúc đầu.soi"))
        with Plan.open(path, author="Tổ thư ký", clock=clock) as plan:
            session.hold(plan, clock)
            digest = plan.content_digest()
            plan.edit("measure.add", measures.add, *where, MeasureFields(text="Sau phiên"))
            Order(MINUTES, folder / "bb.json").carry_out(plan)
    return start, folder / "bb.json", digest


@pytest.fixture
def start(held: tuple[Path, Path, str], tmp_path: Path) -> Iterator[Plan]:
    path = Path(shutil.copy(held[0], tmp_path / "Bản sao.soi"))
    with Plan.open(path, author="Người khác") as plan:
        yield plan


def test_the_session_is_the_one_that_was_asked_for(held: tuple[Path, Path, str]) -> None:
    told = json.loads(held[1].read_text(encoding="utf-8"))
    proposals = [one for cell in told["cells"] for one in cell["proposals"]]
    assert len(proposals) == session.PROPOSALS
    assert sum(one["is_silent"] for one in proposals) == session.SILENT
    assert sum(len(cell["decisions"]) for cell in told["cells"]) == session.DECISIONS
    assert {step["kind"] for step in told["steps"]} == {"edit", "undo", "redo"}
    assert told["workshop"]["closed"] > told["workshop"]["opened"]


def test_replaying_the_minutes_gives_the_final_digest_in_one_step(held: tuple[Path, Path, str], start: Plan) -> None:
    before = start.content_digest()
    steps = start.undoable
    assert replayed(start, held[1]) == held[2]
    assert start.content_digest() == held[2] != before
    assert start.undoable == steps + 1
    (meeting,) = start.read(workshops.every)
    assert (meeting.title, len(start.read(workshops.proposals, meeting.id))) == ("Họp rà soát quý IV", 40)
    start.undo()
    assert start.content_digest() == before


def test_minutes_do_not_fit_another_plan_and_leave_it(held: tuple[Path, Path, str], start: Plan) -> None:
    replayed(start, held[1])
    before = start.file_digest()
    with pytest.raises(UserError) as refused:
        replayed(start, held[1])
    assert refused.value.message_id == "minutes.other_plan"
    assert start.file_digest() == before


def test_a_plan_that_was_changed_where_the_workshop_worked_is_another(
    held: tuple[Path, Path, str], start: Plan
) -> None:
    start.edit("answer.write", answers.write, start.read(initiatives.find, "SOI5"), "S3", "Đã viết trước")
    with pytest.raises(UserError) as refused:
        replayed(start, held[1])
    assert refused.value.message_id == "minutes.other_plan"


def _without_steps(told: dict[str, Any]) -> None:
    del told["steps"]


def _other_table(told: dict[str, Any]) -> None:
    told["steps"][0]["rows"][0]["table"] = "changeset"


def _other_column(told: dict[str, Any]) -> None:
    told["steps"][0]["rows"][0]["new"]["x"] = 1


def _other_kind(told: dict[str, Any]) -> None:
    told["steps"][0]["rows"][0]["new"]["first"] = "1; DROP TABLE plan"


def _other_state(told: dict[str, Any]) -> None:
    rows = [row for step in told["steps"] for row in step["rows"] if row["table"] == "proposal"]
    rows[-1]["new"]["state"] = "lạ"


def _control_character(told: dict[str, Any]) -> None:
    told["steps"][0]["rows"][0]["new"]["title"] = "a\x1b[31mb"


@pytest.mark.parametrize(
    "spoil", [_without_steps, _other_table, _other_column, _other_kind, _other_state, _control_character]
)
def test_minutes_that_somebody_spoiled_are_refused_whole(
    held: tuple[Path, Path, str], start: Plan, tmp_path: Path, spoil: Any
) -> None:
    told = json.loads(held[1].read_text(encoding="utf-8"))
    spoil(told)
    path = tmp_path / "lạ.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    before = start.file_digest()
    with pytest.raises(UserError) as refused:
        replayed(start, path)
    assert refused.value.sentence("vi") != refused.value.sentence("en")
    assert start.file_digest() == before


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b'{"steps": 1}', b"[" * 100_000])
def test_what_is_no_minutes_is_refused(start: Plan, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lạ.json"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        replayed(start, path)
    assert str(path) in refused.value.sentence("vi")
