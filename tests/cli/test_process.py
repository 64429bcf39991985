"""The program as a process: its streams are UTF-8 and lose nothing silently, and it loads only what it needs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.commandline import Refused, Soi

ROOT = Path(__file__).resolve().parent.parent.parent
HEAVY = ("PySide6", "shiboken6", "reportlab", "networkx", "pypdfium2", "PIL")
LOOK = f"""
import sys
from app.cli.program import main
code = main(sys.argv[1:])
print("loaded:", *(name for name in {(*HEAVY, "sqlalchemy")!r} if name in sys.modules))
sys.exit(code)
"""
NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="the shell and signals of POSIX")


def text_of(soi: Soi, plan: Path) -> str:
    return soi.initiative(plan)["answers"]["O1"]["text"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Phủ sóng mọi thôn".encode(), "Phủ sóng mọi thôn"),
        ("\ufeffPhủ sóng\r\nmọi thôn\r\n".encode(), "Phủ sóng\nmọi thôn"),
        ("Phu\u0309 so\u0301ng".encode(), "Phủ sóng"),
        (b"x" * 1_000_000 + b"\n", "x" * 1_000_000),
    ],
    ids=["plain", "mark and Windows lines", "decomposed", "as long as can be"],
)
def test_a_text_that_is_a_dash_is_read_from_standard_input(soi: Soi, plan: Path, given: bytes, kept: str) -> None:
    ran = soi("answer", plan, "5", "O1", "-", given=given)
    assert (ran.code, ran.err) == (0, "Đã lưu.\n")
    assert text_of(soi, plan) == kept


@pytest.mark.parametrize(
    "command",
    [
        ["measure", "add", "5", "KFA1.KF1", "-"],
        ["measure", "add", "5", "KFA1.KF1", "x", "--product", "-"],
        ["measure", "set", "681f6172", "funding=-"],
        ["initiative", "add", "C5", "-"],
        ["initiative", "set", "5", "title=-"],
        ["depend", "2", "12", "--kind", "enables", "--strength", "1", "--why", "-"],
        ["undo", "--why", "-"],
    ],
    ids=" ".join,
)
def test_every_text_can_come_from_standard_input(soi: Soi, plan: Path, command: list[str]) -> None:
    soi("answer", plan, "5", "O1", "x")
    at = 2 if command[0] in ("initiative", "measure") else 1
    assert soi(*command[:at], plan, *command[at:], given="Từ đầu vào chuẩn".encode()).code == 0
    assert "Từ đầu vào chuẩn" in soi("show", plan, "--json").out + soi("log", plan, "--json").out


@pytest.mark.parametrize(
    ("arguments", "given", "code", "said"),
    [
        (["answer", "5", "O1", "-"], b"a\xffb", 3, "không phải UTF-8"),
        (["answer", "5", "O1", "-"], "Việt".encode("utf-16"), 3, "không phải UTF-8"),
        (["answer", "5", "O1", "-"], b"a\x00b", 3, "ký tự điều khiển U+0000"),
        (["answer", "5", "O1", "-"], b"x" * 5_000_000, 3, "vượt mức 1000000 ký tự"),
        (["answer", "5", "O1", "-", "--why", "-"], b"x", 2, "Chỉ một nội dung được lấy từ đầu vào chuẩn"),
        (["initiative set", "5", "title=-", "title_en=-"], b"x", 2, "Chỉ một nội dung được lấy từ đầu vào chuẩn"),
    ],
)
def test_what_cannot_be_read_from_standard_input_changes_nothing(
    refused: Refused, plan: Path, arguments: list[str], given: bytes, code: int, said: str
) -> None:
    assert said in refused(code, *arguments[0].split(), plan, *arguments[1:], given=given)


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}],
    ids=str,
)
def test_input_and_output_are_utf8_whatever_the_locale(soi: Soi, plan: Path, environment: dict[str, str]) -> None:
    ran = soi.process("answer", plan, "5", "O1", "-", env=environment, input="Phủ sóng".encode())
    assert (ran.code, ran.err) == (0, "Đã lưu.\n")
    shown = soi.process("show", plan, "--json", env=environment)
    assert "Phủ sóng" in shown.out
    assert soi.process("show", plan.with_name("Ế.soi"), env=environment).err.startswith("Không tìm thấy")


def test_control_characters_of_a_name_or_a_search_do_not_reach_the_terminal(soi: Soi, plan: Path) -> None:
    ran = soi("show", plan.with_name("a\x1b]0;tên\x07.soi"))
    assert ran.code == 3
    assert "\\x1b]0;tên\\x07" in ran.err
    assert "\x1b" not in ran.err


@NOT_ON_WINDOWS
@pytest.mark.parametrize(
    ("redirection", "said"),
    [(">&-", "vì đầu ra chuẩn đã đóng"), (">/dev/full", "Không in được kết quả ra đầu ra chuẩn"), ("<&-", "")],
)
@pytest.mark.parametrize("command", ["show", "log", "network", "method --json"])
def test_a_result_that_cannot_be_written_is_said(
    soi: Soi, plan: Path, redirection: str, said: str, command: str
) -> None:
    name, *options = command.split()
    arguments = [name, *([] if name == "method" else [str(plan)]), *options]
    shell = ["sh", "-c", f'"$@" {redirection}', "sh", sys.executable, str(ROOT / "main.py"), *arguments]
    ran = subprocess.run(shell, env={**os.environ, "SOI_LANG": "vi"}, capture_output=True, check=False)
    assert ran.returncode == (3 if said else 0)
    assert said in ran.stderr.decode()
    assert b"Traceback" not in ran.stderr


@NOT_ON_WINDOWS
def test_who_reads_only_the_first_line_hears_nothing_else(plan: Path) -> None:
    shell = ["sh", "-c", '"$@" | head -n 1', "sh", sys.executable, str(ROOT / "main.py"), "show", str(plan), "--json"]
    ran = subprocess.run(shell, capture_output=True, check=False)
    assert (ran.stdout, ran.stderr) == (b"{\n", b"")


@NOT_ON_WINDOWS
def test_messages_are_dropped_where_nobody_listens_and_never_mix_with_results(plan: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "show", str(tmp_path / "không có.soi")]
    ran = subprocess.run(["sh", "-c", '"$@" 2>&-', "sh", *command], capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (3, b"", b"")


@NOT_ON_WINDOWS
def test_a_program_that_is_interrupted_says_so_and_changes_nothing(soi: Soi, plan: Path) -> None:
    before = plan.read_bytes()
    command = [sys.executable, str(ROOT / "main.py"), "answer", str(plan), "5", "O1", "-"]
    environment = {**os.environ, "SOI_LANG": "vi"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as waiting:
        time.sleep(3)
        waiting.send_signal(signal.SIGINT)
        assert waiting.stderr.read().decode() == "Đã dừng theo yêu cầu; các bước đã hoàn tất vẫn được giữ.\n"
        assert waiting.wait() == 3
    assert plan.read_bytes() == before
    assert [file.name for file in plan.parent.iterdir()] == [plan.name]


def loaded(*arguments: str | Path) -> list[str]:
    command = [sys.executable, "-c", LOOK, *map(str, arguments)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return ran.stdout.decode().splitlines()[-1].split()[1:]


def test_help_loads_no_more_than_it_needs() -> None:
    assert loaded("--help") == []
    assert loaded() == []


@pytest.mark.parametrize("command", [["show"], ["show", "--json"], ["log"], ["verify"], ["backups"]], ids=" ".join)
def test_a_look_at_a_plan_loads_neither_window_nor_drawing_nor_networks(plan: Path, command: list[str]) -> None:
    assert loaded(command[0], plan, *command[1:]) == ["sqlalchemy"]


def test_a_step_of_work_loads_neither_window_nor_drawing_nor_networks(plan: Path) -> None:
    assert loaded("answer", plan, "5", "O1", "x") == ["sqlalchemy"]
    assert loaded("export", plan, "plan", plan.with_suffix(".json")) == ["sqlalchemy"]


def test_a_network_loads_what_it_needs_and_no_window(plan: Path) -> None:
    assert "PySide6" not in loaded("network", plan)
    assert "PySide6" not in loaded("export", plan, "network", plan.with_suffix(".png"))


def test_a_bug_is_reported_to_a_file_and_told_in_a_sentence(plan: Path) -> None:
    broken = f"import models.reading.history as history\nhistory.steps = None\n{LOOK}"
    command = [sys.executable, "-c", broken, "log", str(plan)]
    environment = {**os.environ, "SOI_LANG": "vi"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    said = ran.stderr.decode()
    assert ran.returncode == 3
    assert "Traceback" not in said
    report = Path(said.partition("Báo cáo lỗi nằm ở ")[2].partition(", hãy")[0])
    assert "TypeError" in report.read_text(encoding="utf-8")
