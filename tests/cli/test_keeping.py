"""verify, recover, unlock, copy and backups take care of the plan file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.store.lock import lock_path
from tests.cli.commandline import Refused, Soi

ROOT = Path(__file__).resolve().parent.parent.parent
HOLD = """
import sys
from pathlib import Path
from models.store.plan import Plan
with Plan.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(plan: Path) -> Iterator[tuple[Path, int]]:
    """The plan while another program has it open."""
    command = [sys.executable, "-c", HOLD, str(plan)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"open\n"
        yield plan, holder.pid
        holder.stdin.close()


def damage(path: Path) -> bytes:
    content = bytearray(path.read_bytes())
    place = content.index("Mở rộng hạ tầng số".encode())
    content[place] ^= 0x20
    path.write_bytes(content)
    return bytes(content)


def test_a_sound_plan_is_said_to_be_with_what_it_holds(soi: Soi, plan: Path) -> None:
    ran = soi("verify", plan)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{plan} nguyên vẹn: 12 sáng kiến, 179 nhiệm vụ, 1 bước trong nhật ký.\n"
    assert "is sound" in soi("verify", plan, lang="en").out


@pytest.mark.parametrize("harm", [damage, lambda path: path.write_bytes(path.read_bytes()[:-5000])], ids=["bit", "cut"])
def test_a_damaged_plan_is_told_with_the_command_that_helps_and_is_left_as_it_is(
    soi: Soi, plan: Path, harm: Callable[[Path], object]
) -> None:
    harm(plan)
    damaged = plan.read_bytes()
    for lang in ("vi", "en"):
        ran = soi("verify", plan, lang=lang)
        assert (ran.code, ran.out) == (1, "")
        assert "soi recover" in ran.err
    for command in (["show"], ["log"], ["undo"], ["network"]):
        assert soi(*command, plan).code == 3
    assert plan.read_bytes() == damaged


def test_a_damaged_plan_is_restored_from_its_newest_backup(soi: Soi, plan: Path, tmp_path: Path) -> None:
    whole = soi("show", plan, "--json").out
    assert soi("answer", plan, "5", "O1", "Bản mới").code == 0
    backup = soi.json("backups", plan)
    assert [set(one) for one in backup] == [{"number", "time", "bytes", "path"}]
    assert backup[0]["bytes"] == Path(backup[0]["path"]).stat().st_size
    assert backup[0]["path"] in soi("backups", plan).out
    damage(plan)
    assert "restore 1 -o" in soi("verify", plan).err
    out = tmp_path / "bản lấy lại.soi"
    assert soi("backups", plan, "restore", "1", "-o", out).err == f"Đã khôi phục bản sao lưu 1 vào {out}.\n"
    assert soi("show", out, "--json").out == whole


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["restore"], 2, "hãy ghi số của bản sao lưu và tệp đích"),
        (["restore", "1"], 2, "hãy ghi số của bản sao lưu và tệp đích"),
        (["-o", "x.soi"], 2, "hãy ghi số của bản sao lưu và tệp đích"),
        (["restore", "7", "-o", "x.soi"], 3, "không có bản sao lưu số 7"),
        (["xóa"], 2, "“xóa” không nằm trong restore"),
    ],
)
def test_a_backup_that_cannot_be_restored_is_refused(
    refused: Refused,
    plan: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said in refused(code, "backups", plan, *arguments)
    assert not Path("x.soi").exists()


def test_a_plan_without_backups_says_so(soi: Soi, plan: Path, tmp_path: Path) -> None:
    ran = soi("backups", plan)
    assert (ran.code, ran.out, ran.err) == (0, "", f"{plan} chưa có bản sao lưu nào.\n")
    assert soi.json("backups", plan) == []
    assert "Không tìm thấy" in soi("backups", tmp_path / "không có.soi").err


def test_what_can_be_read_of_a_damaged_plan_is_recovered(soi: Soi, plan: Path, tmp_path: Path) -> None:
    damaged = damage(plan)
    out = tmp_path / "cứu được.soi"
    ran = soi("recover", plan, "-o", out)
    assert ran.code == 0, ran.err
    assert f"dòng vào {out}" in ran.err
    assert soi("verify", out).code == 0
    assert len(soi.json("show", out)["initiatives"]) == 12
    assert plan.read_bytes() == damaged


def test_nothing_is_recovered_from_what_never_was_a_plan(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "ảnh.soi"
    path.write_bytes(b"\x89PNG" * 1000)
    assert "Không cứu được nội dung nào" in refused(3, "recover", path, "-o", tmp_path / "out.soi")
    assert not (tmp_path / "out.soi").exists()


def test_a_plan_that_is_open_elsewhere_is_read_but_not_written(
    soi: Soi, held: tuple[Path, int], refused: Refused
) -> None:
    plan, pid = held
    assert soi("show", plan).code == 0
    for command in (["undo", plan], ["answer", plan, "5", "O1", "x"], ["unlock", plan]):
        assert f"(tiến trình {pid}" in refused(3, *command)


def test_a_lock_of_another_machine_is_broken_by_unlock_alone(soi: Soi, plan: Path, refused: Refused) -> None:
    holder = {"user": "lan", "host": "máy khác", "pid": 7, "boot": "", "start": "", "token": "t", "since": "2026-01-01"}
    lock_path(plan).write_text(json.dumps(holder), encoding="utf-8")
    assert "đang được lan mở trên máy máy khác" in refused(3, "answer", plan, "5", "O1", "x")
    assert soi("unlock", plan).err == f"Đã mở khóa {plan} (trước đó do lan@máy khác giữ).\n"
    assert soi("answer", plan, "5", "O1", "x").code == 0
    assert "không bị khóa" in refused(3, "unlock", plan)


def test_a_copy_holds_the_same_plan_with_its_history_or_without(soi: Soi, plan: Path, tmp_path: Path) -> None:
    soi("answer", plan, "5", "O1", "Chữ mật của tổ")
    soi("undo", plan)
    whole, bare = tmp_path / "bản sao.soi", tmp_path / "bản gửi.soi"
    assert soi("copy", plan, whole).err == f"Đã sao chép vào {whole}.\n"
    assert soi("copy", plan, bare, "--without-history").code == 0
    assert soi("show", whole, "--json").out == soi("show", bare, "--json").out == soi("show", plan, "--json").out
    assert soi("log", whole, "--json").out == soi("log", plan, "--json").out
    assert soi.json("log", bare) == []
    assert "Chữ mật của tổ".encode() in whole.read_bytes()
    assert "Chữ mật của tổ".encode() not in bare.read_bytes()


def test_a_copy_never_takes_the_place_of_a_file(plan: Path, tmp_path: Path, refused: Refused) -> None:
    there = tmp_path / "có sẵn.soi"
    there.write_text("quý", encoding="utf-8")
    for out in (there, plan, tmp_path):
        assert "đã có sẵn và không bị ghi đè" in refused(3, "copy", plan, out)
    assert "đã có sẵn" in refused(3, "recover", plan, "-o", there)
    assert there.read_text(encoding="utf-8") == "quý"
