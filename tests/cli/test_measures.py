"""soi measure: the entries of the driving matrix with the six clears."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commandline import Refused, Soi

GIVEN = {
    "lead": "BKHCN",
    "person": "Vụ trưởng Vụ Thanh toán",
    "responsibility": "Vụ trưởng giải trình",
    "product": "Thông tư",
    "authority": "Bộ trưởng",
    "funding": "Ngân sách trung ương",
    "start": "2026-01-01",
    "due": "2026-12-31",
    "status": "doing",
    "progress": "40",
}


def of(soi: Soi, plan: Path, measure_id: str) -> dict[str, object]:
    every = soi.json("show", plan)["initiatives"]
    return next(
        {**one, "initiative": initiative["code"]}
        for initiative in every
        for one in initiative["measures"]
        if one["id"] == measure_id
    )


@pytest.fixture
def measure(soi: Soi, plan: Path) -> str:
    return soi("measure", "add", plan, "5", "KFA3.KF2", "Xây dựng chuẩn kết nối").out.strip()


def test_a_measure_is_added_with_all_its_fields_and_its_id_alone_is_printed(soi: Soi, plan: Path) -> None:
    options = [part for name, value in GIVEN.items() for part in (f"--{name}", value)]
    lists = ["--support", "btc", "--support", "BCA", "--from", "s3", "--from", "O1", "--cites", "qd2289.iv.6.1"]
    ran = soi("measure", "add", plan, "soi5", "kfa3.kf2", "Đầu tư <5G> & cáp", *options, *lists, "--why", "Họp 12/3")
    assert (ran.code, ran.err) == (0, "")
    kept = of(soi, plan, ran.out.strip())
    assert (kept["initiative"], kept["kfa"], kept["kf"], kept["text"]) == ("SOI5", 3, 2, "Đầu tư <5G> & cáp")
    assert {name: str(kept[name]) for name in GIVEN} == GIVEN
    assert (kept["support"], kept["from"], kept["cites"]) == (["BTC", "BCA"], ["S3", "O1"], ["QD2289.IV.6.1"])
    assert soi.json("log", plan)[0]["why"] == "Họp 12/3"


def test_fields_are_set_and_emptied_by_the_first_characters_of_the_id(soi: Soi, plan: Path, measure: str) -> None:
    given = [f"{name}={value}" for name, value in GIVEN.items()]
    assert (
        soi("measure", "set", plan, measure[:6], *given, "support=BTC, BCA", "from=S3", "cites=NQ52.III.3.1").code == 0
    )
    kept = of(soi, plan, measure)
    assert {name: str(kept[name]) for name in GIVEN} == GIVEN
    assert (kept["support"], kept["from"], kept["cites"]) == (["BTC", "BCA"], ["S3"], ["NQ52.III.3.1"])
    assert soi("measure", "set", plan, measure, "due=", "support=", "lead=", "status=done").code == 0
    kept = of(soi, plan, measure)
    assert (kept["due"], kept["support"], kept["lead"], kept["start"]) == (None, [], "", "2026-01-01")
    assert (kept["status"], kept["progress"]) == ("done", 100)
    assert soi("measure", "set", plan, measure, "status=done").err == "Không có gì thay đổi.\n"


def test_a_measure_moves_to_another_cell_and_initiative_and_is_removed(soi: Soi, plan: Path, measure: str) -> None:
    assert soi("measure", "move", plan, measure[:8], "SOI7", "KFA8.KF4", "--why", "Đúng chủ trì").code == 0
    kept = of(soi, plan, measure)
    assert (kept["initiative"], kept["kfa"], kept["kf"]) == ("SOI7", 8, 4)
    assert soi.json("log", plan)[0]["why"] == "Đúng chủ trì"
    assert soi("measure", "remove", plan, measure).code == 0
    assert measure not in soi("show", plan, "--json").out
    assert soi("undo", plan).code == 0
    assert of(soi, plan, measure) == kept


def test_a_measure_is_to_review_when_its_answer_changes_until_it_is_confirmed(
    soi: Soi, plan: Path, measure: str
) -> None:
    assert soi("measure", "set", plan, measure, "from=S3").code == 0
    assert soi("answer", plan, "5", "S3", "Hướng khác hẳn").code == 0
    assert of(soi, plan, measure)["review"] == ["S3"]
    assert "cần rà soát lại sau khi sửa S3" in soi("show", plan, "--soi", "5").out
    assert soi("measure", "confirm", plan, measure).err == "Đã lưu.\n"
    assert of(soi, plan, measure)["review"] == []
    assert soi("measure", "confirm", plan, measure).err == "Không có gì thay đổi.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["5", "KFA9.KF2", "x"], 2, "“KFA9.KF2” không phải mã ô"),
        (["5", "ô này", "x"], 2, "“ô này” không phải mã ô"),
        (["13", "KFA3.KF2", "x"], 2, "Kế hoạch không có sáng kiến 13"),
        (["5", "KFA3.KF2", ""], 3, "Nhiệm vụ phải có nội dung"),
        (["5", "KFA3.KF2", "a\x1b[31mb"], 3, "ký tự điều khiển U+001B"),
        (["5", "KFA3.KF2", "x", "--due", "2026-02-30"], 2, "“2026-02-30” không phải ngày có trên lịch"),
        (["5", "KFA3.KF2", "x", "--due", "31/12/2026"], 2, "hãy viết như 2026-12-31"),
        (["5", "KFA3.KF2", "x", "--start", "2027-01-01", "--due", "2026-01-01"], 3, "ở sau thời hạn"),
        (["5", "KFA3.KF2", "x", "--progress", "200"], 2, "200 nằm ngoài khoảng 0–100"),
        (["5", "KFA3.KF2", "x", "--progress", "nửa"], 2, "“nửa” không phải số nguyên"),
        (["5", "KFA3.KF2", "x", "--status", "late"], 2, "“late” không nằm trong draft, doing, done"),
        (["5", "KFA3.KF2", "x", "--lead", "XYZ"], 2, "Không có cơ quan mang ký hiệu “XYZ”"),
        (["5", "KFA3.KF2", "x", "--support", "XYZ"], 2, "Không có cơ quan mang ký hiệu “XYZ”"),
        (["5", "KFA3.KF2", "x", "--from", "Q7"], 2, "“Q7” không phải mã câu hỏi"),
        (["5", "KFA3.KF2", "x", "--cites", "NQ1"], 2, "Không có đoạn văn bản mang mã “NQ1”"),
    ],
)
def test_a_measure_that_cannot_be_is_not_added(
    refused: Refused, plan: Path, arguments: list[str], code: int, said: str
) -> None:
    assert said in refused(code, "measure", "add", plan, *arguments)


@pytest.mark.parametrize(
    ("setting", "code", "said"),
    [
        ("due=2026-13-01", 2, "“2026-13-01” không phải ngày có trên lịch"),
        ("progress=200", 2, "200 nằm ngoài khoảng 0–100"),
        ("status=late", 2, "“late” không nằm trong draft, doing, done"),
        ("owner=BTC", 2, "Không có trường “owner”"),
        ("text=", 3, "Nhiệm vụ phải có nội dung"),
        ("lead=XYZ", 2, "Không có cơ quan mang ký hiệu “XYZ”"),
    ],
)
def test_a_field_that_cannot_be_is_not_set(
    refused: Refused, plan: Path, measure: str, setting: str, code: int, said: str
) -> None:
    assert said in refused(code, "measure", "set", plan, measure, setting)


@pytest.mark.parametrize(("name", "said"), [("zz", "không phải mã nhiệm vụ"), ("0000-0", "Không có nhiệm vụ nào")])
def test_a_measure_that_is_not_there_is_named(refused: Refused, plan: Path, name: str, said: str) -> None:
    for command in (["set", plan, name, "text=a"], ["move", plan, name, "5", "KFA1.KF1"], ["remove", plan, name]):
        assert said in refused(2, "measure", *command)
