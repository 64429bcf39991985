"""log, undo and redo: every step is kept with who, when and why, and goes back and forth across runs of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.messages import LANGUAGES
from tests.cli.commandline import Refused, Soi

STEP = {"sequence", "time", "author", "kind", "label", "parameters", "text", "why", "reverts", "rows"}


def text_of(soi: Soi, plan: Path) -> str:
    return soi.initiative(plan)["answers"]["O1"]["text"]


def test_the_log_tells_of_every_step_newest_first(soi: Soi, plan: Path) -> None:
    soi("answer", plan, "5", "O1", "Một", "--why", "Họp tổ")
    soi("measure", "add", plan, "5", "KFA1.KF1", "Hai")
    soi("undo", plan, "--why", "Nhầm ô")
    steps = soi.json("log", plan)
    assert all(set(step) == STEP for step in steps)
    assert [(one["sequence"], one["kind"], one["label"], one["reverts"], one["why"]) for one in steps] == [
        (4, "undo", "measure.add", 3, "Nhầm ô"),
        (3, "edit", "measure.add", None, ""),
        (2, "edit", "answer.write", None, "Họp tổ"),
        (1, "create", "plan.example", None, ""),
    ]
    assert steps[2]["author"] == "Nguyễn Thị Kế Hoạch"
    assert steps[2]["parameters"] == {"place": "SOI5.O1"}
    assert [step["text"] for step in soi.json("log", plan, lang="en")][:3] == [
        "Undo: Add a measure to SOI5.KFA1.KF1",
        "Add a measure to SOI5.KFA1.KF1",
        "Write SOI5.O1",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_log_for_people_has_a_line_for_each_step_in_columns(soi: Soi, plan: Path, lang: str) -> None:
    soi("answer", plan, "5", "O1", "Một", "--why", "Họp\ntổ")
    lines = soi("log", plan, lang=lang).out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("2  ")
    assert lines[0].endswith({"vi": "Viết SOI5.O1 – Họp tổ", "en": "Write SOI5.O1 – Họp tổ"}[lang])
    assert lines[0].index("Nguyễn Thị Kế Hoạch") == lines[1].index("Tổ soạn thảo kế hoạch")


def test_undo_and_redo_go_on_from_one_process_to_the_next(soi: Soi, plan: Path) -> None:
    first = soi("show", plan, "--json").out
    assert soi.process("answer", plan, "5", "O1", "Một").code == 0
    assert soi.process("answer", plan, "5", "O1", "Hai").code == 0
    assert soi.process("undo", plan).err == "Đã hoàn tác: Viết SOI5.O1.\n"
    assert text_of(soi, plan) == "Một"
    assert soi.process("undo", plan).code == 0
    assert soi("show", plan, "--json").out == first
    assert soi.process("redo", plan, "2").err == "Đã làm lại: Viết SOI5.O1.\n" * 2
    assert text_of(soi, plan) == "Hai"


def test_several_steps_go_at_once_and_fewer_are_said(soi: Soi, plan: Path) -> None:
    first = text_of(soi, plan)
    for word in ("Một", "Hai", "Ba"):
        soi("answer", plan, "5", "O1", word)
    assert soi("undo", plan, "2").code == 0
    assert text_of(soi, plan) == "Một"
    ran = soi("undo", plan, "9", lang="en")
    assert (ran.code, ran.err) == (0, "Undone: Write SOI5.O1.\nThere were only 1 of the 9 steps asked for.\n")
    assert text_of(soi, plan) == first


def test_a_new_step_ends_what_could_be_made_again(soi: Soi, plan: Path, refused: Refused) -> None:
    soi("answer", plan, "5", "O1", "Một")
    soi("undo", plan)
    soi("answer", plan, "5", "O2", "Hai")
    assert "Không còn bước nào để làm lại" in refused(3, "redo", plan)


def test_the_making_of_a_plan_cannot_be_undone(plan: Path, refused: Refused) -> None:
    assert "Không còn bước nào để hoàn tác" in refused(3, "undo", plan)


def test_a_reason_that_cannot_be_kept_undoes_the_step_it_belongs_to(plan: Path, refused: Refused) -> None:
    assert "ký tự điều khiển U+0007" in refused(3, "answer", plan, "5", "O1", "x", "--why", "a\x07")


@pytest.mark.parametrize(
    "command",
    [
        ["answer", "5", "O1", "x"],
        ["cycle", "5", "close"],
        ["depend", "2", "12", "--kind", "enables", "--strength", "1"],
        ["initiative", "add", "C5", "x"],
        ["initiative", "set", "5", "title=x"],
        ["measure", "add", "5", "KFA1.KF1", "x"],
        ["measure", "set", "681f6172", "text=x"],
        ["measure", "move", "681f6172", "6", "KFA1.KF1"],
        ["measure", "remove", "681f6172"],
    ],
    ids=" ".join,
)
def test_every_writing_command_is_one_step_with_its_reason(soi: Soi, plan: Path, command: list[str]) -> None:
    before = soi("show", plan, "--json").out
    at = 2 if command[0] in ("initiative", "measure") else 1
    assert soi(*command[:at], plan, *command[at:], "--why", "Lý do").code == 0
    steps = soi.json("log", plan)
    assert [(step["sequence"], step["why"]) for step in steps[:-1]] == [(2, "Lý do")]
    assert soi("undo", plan).code == 0
    assert soi("show", plan, "--json").out == before
