"""soi workshop: a meeting recorded from the command line, its minutes and its cards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.commandline import Refused, Soi
from tests.documents.conftest import read_pdf
from tests.documents.word import read_word


@pytest.fixture
def opened(soi: Soi, plan: Path) -> None:
    there = ["--attendee", "Trần Thị Mai=Bộ Tài chính", "--attendee", "Lê Hà"]
    ran = soi("workshop", "open", plan, "Họp quý IV", "--facilitator", "Nguyễn Bình", *there)
    assert (ran.code, ran.out, ran.err) == (0, "1\n", "")


def proposed(soi: Soi, plan: Path, text: str, *options: str) -> str:
    ran = soi("workshop", "propose", plan, "5", "KFA3.KF2", text, *options)
    assert ran.code == 0, ran.err
    return ran.out.strip()


def test_a_workshop_is_held_step_by_step(soi: Soi, plan: Path, opened: None) -> None:
    assert soi("workshop", "agenda", plan, "SOI5.KFA3.KF2=15", "7.kfa8.kf4").code == 0
    first = proposed(soi, plan, "Lập sàn <dữ liệu>", "--by", "Trần Thị Mai")
    second = proposed(soi, plan, "Thuê ngoài", "--by", "1-004", "--silent")
    assert "Thuê ngoài" not in soi("workshop", "list", plan).out
    assert soi("workshop", "reveal", plan).err == "Đã lưu.\n"
    assert "Thuê ngoài" in soi("workshop", "list", plan).out
    assert soi("workshop", "vote", plan, first[:8], "7").code == 0
    measure = soi("workshop", "accept", plan, first, "--lead", "btc", "--why", "Đúng thẩm quyền").out.strip()
    assert soi("workshop", "reject", plan, second[:6], "--why", "Chưa có nguồn").code == 0
    assert soi("workshop", "decide", plan, "5", "KFA3.KF2", "Giao BTC", "--why", "Thống nhất").code == 0
    assert soi("workshop", "close", plan).err == "Đã lưu.\n"
    (found,) = soi.json("workshop", "list", plan)
    assert found == soi.json("show", plan)["workshops"][0]
    assert [(one["text"], one["state"], one["votes"], one["reason"]) for one in found["proposals"]] == [
        ("Lập sàn <dữ liệu>", "accepted", 7, "Đúng thẩm quyền"),
        ("Thuê ngoài", "rejected", 0, "Chưa có nguồn"),
    ]
    assert (found["proposals"][0]["measure"], found["proposals"][0]["initiative"]) == (measure, "SOI5")
    assert [(one["initiative"], one["kfa"], one["kf"], one["minutes"]) for one in found["agenda"]] == [
        ("SOI5", 3, 2, 15),
        ("SOI7", 8, 4, 0),
    ]
    assert found["attendees"] == [{"name": "Trần Thị Mai", "body": "Bộ Tài chính"}, {"name": "Lê Hà", "body": ""}]
    assert found["decisions"][0]["text"] == "Giao BTC"
    assert found["closed"] > found["opened"]
    assert next(one for one in soi.initiative(plan)["measures"] if one["id"] == measure)["lead"] == "BTC"
    assert {step["text"] for step in soi.json("log", plan)} >= {"Chấp nhận đề xuất ở SOI5.KFA3.KF2", "Mở Họp quý IV"}


def test_every_act_can_be_undone(soi: Soi, plan: Path, opened: None) -> None:
    mine = proposed(soi, plan, "Lập sàn")
    assert soi("workshop", "park", plan, mine, "--why", "Chờ").code == 0
    assert soi("workshop", "reopen", plan, mine).code == 0
    assert soi("undo", plan, "4").code == 0
    assert soi.json("workshop", "list", plan) == []


def test_minutes_are_written_as_pdf_word_and_data(soi: Soi, plan: Path, opened: None, tmp_path: Path) -> None:
    start = Path(shutil.copy(plan, tmp_path / "Trước.soi"))
    assert soi("undo", start).code == 0
    soi("workshop", "accept", plan, proposed(soi, plan, "Lập sàn dữ liệu"), "--why", "Đúng")
    soi("workshop", "close", plan)
    for suffix in (".pdf", ".docx", ".json"):
        ran = soi("export", plan, "minutes", tmp_path / f"bb{suffix}")
        assert ran.code == 0, ran.err
    assert read_pdf(tmp_path / "bb.pdf").shows("Lập sàn dữ liệu")
    assert read_word(tmp_path / "bb.docx").shows("Lập sàn dữ liệu")
    assert json.loads((tmp_path / "bb.json").read_text(encoding="utf-8"))["cells"][0]["after"][-1] == "Lập sàn dữ liệu"
    assert soi("workshop", "replay", start, tmp_path / "bb.json").err == "Đã lưu.\n"
    assert soi.initiative(start)["measures"] == soi.initiative(plan)["measures"]
    assert soi("workshop", "replay", start, tmp_path / "bb.json").code == 3


def test_minutes_are_of_the_latest_workshop_or_the_one_that_is_named(
    soi: Soi, plan: Path, opened: None, tmp_path: Path
) -> None:
    soi("workshop", "close", plan)
    assert soi("workshop", "open", plan, "Họp quý I").out == "2\n"
    soi("export", plan, "minutes", tmp_path / "a.docx")
    soi("export", plan, "minutes", tmp_path / "b.docx", "--workshop", "1", "--lang", "en")
    assert read_word(tmp_path / "a.docx").shows("Họp quý I")
    assert read_word(tmp_path / "b.docx").shows("Họp quý IV")
    assert read_word(tmp_path / "b.docx").shows("MINUTES")


def test_cards_carry_the_number_of_the_workshop(soi: Soi, plan: Path, opened: None, tmp_path: Path) -> None:
    out = tmp_path / "phiếu.pdf"
    assert soi("export", plan, "cards", out, "--soi", "5", "--count", "3", "--cell", "kfa3.kf2").code == 0
    pdf = read_pdf(out)
    assert all(name in pdf.pages[0] for name in ("1-001", "1-003", "KFA3.KF2"))
    assert "1-004" not in pdf.pages[0]
    soi("workshop", "close", plan)
    assert soi("export", plan, "cards", out).code == 0
    assert len(read_pdf(out).pages) == 4
    assert "2-032" in read_pdf(out).pages[3]


def test_title_chair_and_attendance_are_changed_afterwards(soi: Soi, plan: Path, opened: None) -> None:
    soi("workshop", "close", plan)
    assert soi("workshop", "change", plan, "--title", "Họp chiều", "--attendee", "Hà=BTC").code == 0
    (found,) = soi.json("workshop", "list", plan)
    assert (found["title"], found["facilitator"]) == ("Họp chiều", "Nguyễn Bình")
    assert found["attendees"] == [{"name": "Hà", "body": "BTC"}]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["close"], 3, "Không có phiên làm việc nào đang mở"),
        (["reveal"], 3, "Không có phiên làm việc nào đang mở"),
        (["agenda", "SOI5.KFA3.KF2=15"], 3, "Không có phiên làm việc nào đang mở"),
        (["agenda", "SOI5"], 2, "“SOI5” không phải mục chương trình"),
        (["agenda", "SOI5.KFA3.KF2=nửa"], 2, "không phải mục chương trình"),
        (["agenda", "SOI5.ô=5"], 2, "“ô” không phải mã ô"),
        (["change"], 2, "Không có gì để sửa"),
        (["open", " "], 3, "Phiên làm việc phải có tên"),
        (["open", "Họp", "--attendee", "=BTC"], 2, "thiếu họ tên"),
        (["propose", "5", "KFA9.KF2", "x"], 2, "“KFA9.KF2” không phải mã ô"),
        (["propose", "5", "KFA3.KF2", " "], 3, "Đề xuất phải có nội dung"),
        (["decide", "13", "KFA3.KF2", "x"], 2, "Kế hoạch không có sáng kiến 13"),
        (["accept", "zz"], 2, "“zz” không phải mã đề xuất"),
        (["vote", "0000-0", "3"], 2, "Không có đề xuất nào có mã bắt đầu bằng “0000-0”"),
    ],
)
def test_what_cannot_be_is_refused(refused: Refused, plan: Path, arguments: list[str], code: int, said: str) -> None:
    assert said in refused(code, "workshop", arguments[0], plan, *arguments[1:])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["minutes", "a.pdf"], "Kế hoạch chưa có phiên làm việc nào"),
        (["minutes", "a.pdf", "--soi", "5"], "Biên bản gồm mọi ô"),
        (["minutes", "a.svg"], "Chỉ nhận: .pdf, .docx, .json"),
        (["cards", "a.pdf", "--workshop", "4"], "Kế hoạch không có phiên làm việc số 4"),
        (["cards", "a.pdf", "--cell", "KFA9.KF1"], "“KFA9.KF1” không phải mã ô"),
        (["cards", "a.pdf", "--count", "0"], "0 nằm ngoài khoảng 1–999"),
        (["sheets", "a.pdf", "--workshop", "1"], "--workshop chỉ dùng cho"),
        (["matrix", "a.pdf", "--count", "8"], "--count và --cell chỉ dùng cho"),
    ],
)
def test_an_export_that_cannot_be_is_refused(
    refused: Refused, plan: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    kind, out, *options = arguments
    assert said in refused(2, "export", plan, kind, tmp_path / out, *options)
    assert not (tmp_path / out).exists()


def test_a_measure_has_an_indicator_a_cost_and_a_day_of_confirmation(soi: Soi, plan: Path) -> None:
    given = ["--indicator", "Tỷ lệ (%)", "--cost", "1200", "--confirmed", "2026-11-01"]
    made = soi("measure", "add", plan, "5", "KFA3.KF2", "Việc mới", *given).out.strip()
    kept = next(one for one in soi.initiative(plan)["measures"] if one["id"] == made)
    assert (kept["indicator"], kept["cost"], kept["confirmed"]) == ("Tỷ lệ (%)", 1200, "2026-11-01")
    shown = soi("show", plan, "--soi", "5").out
    assert "kinh phí dự kiến 1200 triệu đồng" in shown and "chỉ số Tỷ lệ (%)" in shown
    assert soi("measure", "set", plan, made, "cost=", "indicator=", "confirmed=", "confirmed_by=Mai").code == 0
    kept = next(one for one in soi.initiative(plan)["measures"] if one["id"] == made)
    assert (kept["indicator"], kept["cost"], kept["confirmed"], kept["confirmed_by"]) == ("", None, None, "Mai")
    soi("measure", "confirm", plan, made)
    kept = next(one for one in soi.initiative(plan)["measures"] if one["id"] == made)
    assert kept["confirmed"] is not None and kept["confirmed_by"] == "Nguyễn Thị Kế Hoạch"
    assert soi("measure", "set", plan, made, "cost=-5").code == 2
