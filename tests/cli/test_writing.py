"""answer, cycle, depend and initiative keep what planners decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commandline import Refused, Soi


@pytest.mark.parametrize("code", ["SOI5", "soi5", "SOI-05", "5"])
def test_an_answer_is_kept_under_whatever_way_the_initiative_is_named(soi: Soi, plan: Path, code: str) -> None:
    ran = soi("answer", plan, code, "o1", "Phủ sóng <mọi> xã & thôn", "--status", "discuss", "--cites", "nq52.iii.3.1")
    assert (ran.code, ran.out, ran.err) == (0, "", "Đã lưu.\n")
    kept = soi.initiative(plan)["answers"]["O1"]
    assert (kept["text"], kept["status"], kept["cites"]) == ("Phủ sóng <mọi> xã & thôn", "discuss", ["NQ52.III.3.1"])
    assert kept["author"] == "Nguyễn Thị Kế Hoạch"


def test_the_conclusion_of_a_step_is_written_like_an_answer(soi: Soi, plan: Path) -> None:
    assert soi("answer", plan, "5", "O", "Kết luận mới").code == 0
    assert soi.initiative(plan)["conclusions"]["O"]["text"] == "Kết luận mới"


def test_a_status_alone_leaves_the_text_and_a_text_alone_leaves_the_status(soi: Soi, plan: Path) -> None:
    before = soi.initiative(plan)["answers"]["O1"]
    assert soi("answer", plan, "5", "O1", "--status", "discuss").code == 0
    after = soi.initiative(plan)["answers"]["O1"]
    assert (after["text"], after["cites"], after["status"]) == (before["text"], before["cites"], "discuss")
    assert soi("answer", plan, "5", "O1", "Chữ khác").code == 0
    assert soi.initiative(plan)["answers"]["O1"]["status"] == "discuss"
    assert soi("answer", plan, "5", "O1", "Chữ khác").err == "Không có gì thay đổi.\n"


def test_a_text_that_begins_with_a_dash_stands_after_two(soi: Soi, plan: Path) -> None:
    assert soi("answer", plan, "5", "O1", "--", "- ý thứ nhất").code == 0
    assert soi.initiative(plan)["answers"]["O1"]["text"] == "- ý thứ nhất"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["5", "O1"], 2, "Không có gì để ghi"),
        (["5", "O1", "x", "--history"], 2, "--history chỉ hiển thị"),
        (["5", "O1", "x", "--json"], 2, "--json chỉ dùng cùng --history"),
        (["5", "O1", "--comment", " "], 3, "phải có nội dung"),
        (["99", "O1", "x"], 2, "Kế hoạch không có sáng kiến 99"),
        (["năm", "O1", "x"], 2, "“năm” không phải mã sáng kiến"),
        (["5", "Z9", "x"], 2, "“Z9” không phải mã câu hỏi"),
        (["5", "O1", "x", "--cites", "NQ99.1"], 2, "Không có đoạn văn bản mang mã “NQ99.1”"),
        (["5", "O1", "x", "--status", "empty"], 2, "“empty” không nằm trong draft, done, discuss"),
        (["5", "O1", "", "--status", "done"], 3, "chưa thể đánh dấu là xong"),
        (["5", "O1", "a\x07b"], 3, "ký tự điều khiển U+0007 ở vị trí 2"),
        (["5", "O1", "x" * 1_000_001], 3, "vượt mức 1000000"),
    ],
)
def test_an_answer_that_cannot_be_kept_is_refused(
    refused: Refused, plan: Path, arguments: list[str], code: int, said: str
) -> None:
    assert said in refused(code, "answer", plan, *arguments)


def test_a_closed_cycle_is_read_only_and_the_next_goes_on_from_it(soi: Soi, plan: Path, refused: Refused) -> None:
    first = soi.initiative(plan)["answers"]
    assert "Hãy đóng vòng này trước" in refused(3, "cycle", plan, "5", "new")
    assert soi("cycle", plan, "5", "close", "--why", "Hội thảo đã thống nhất").err == "Đã đóng vòng SOT 1.\n"
    assert "đã đóng, chỉ còn đọc" in refused(3, "answer", plan, "5", "O1", "x")
    assert "đã đóng" in refused(3, "cycle", plan, "5", "close")
    assert soi("cycle", plan, "5", "new", lang="en").err == "Opened SOT cycle 2.\n"
    now = soi.initiative(plan)
    assert (now["cycle"], now["answers"]["O1"]["text"]) == (2, first["O1"]["text"])
    assert [step["why"] for step in soi.json("log", plan)[:2]] == ["", "Hội thảo đã thống nhất"]


def test_a_link_is_written_changed_and_removed_and_its_reason_is_that_of_the_step(soi: Soi, plan: Path) -> None:
    def kept() -> list[tuple[str, int, str]]:
        every = soi.json("show", plan)["dependencies"]
        return [
            (one["kind"], one["strength"], one["why"]) for one in every if (one["from"], one["to"]) == ("SOI2", "SOI12")
        ]

    command = ["depend", plan, "2", "SOI12", "--kind"]
    assert soi(*command, "precedes", "--strength", "3", "--why", "Cần dữ liệu trước").code == 0
    assert kept() == [("precedes", 3, "Cần dữ liệu trước")]
    assert soi.json("log", plan)[0]["why"] == "Cần dữ liệu trước"
    assert soi(*command, "precedes", "--strength", "1").code == 0
    assert kept() == [("precedes", 1, "Cần dữ liệu trước")]
    assert soi(*command, "precedes", "--strength", "0").code == 0
    assert kept() == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["4", "4", "--kind", "precedes", "--strength", "1"], 3, "không thể phụ thuộc vào chính nó"),
        (["4", "5", "--kind", "blocks", "--strength", "1"], 2, "“blocks” không nằm trong precedes, enables, conflicts"),
        (["4", "5", "--kind", "precedes", "--strength", "4"], 2, "4 nằm ngoài khoảng 0–3"),
        (["4", "99", "--kind", "precedes", "--strength", "1"], 2, "Kế hoạch không có sáng kiến 99"),
        (["2", "12", "--kind", "conflicts", "--strength", "0"], 3, "Không có quan hệ nào như vậy"),
    ],
)
def test_a_link_that_cannot_be_is_refused(
    refused: Refused, plan: Path, arguments: list[str], code: int, said: str
) -> None:
    assert said in refused(code, "depend", plan, *arguments)


@pytest.mark.parametrize("basis", ["C5", "h1"])
def test_an_added_initiative_is_told_by_its_code_and_belongs_to_its_basis(soi: Soi, plan: Path, basis: str) -> None:
    ran = soi("initiative", "add", plan, basis, "Hạ tầng cho hải đảo", "--why", "Bổ sung")
    assert (ran.code, ran.out, ran.err) == (0, "SOI5-2\n", "")
    made = soi.initiative(plan, "SOI5-2")
    assert (made["title"], made["basis"], made["status"]) == ("Hạ tầng cho hải đảo", "C5", "drafting")
    assert soi.json("log", plan)[0]["why"] == "Bổ sung"


def test_the_fields_of_an_initiative_are_set_and_emptied(soi: Soi, plan: Path) -> None:
    given = [
        "title=Tên mới",
        "title_en=New",
        "lead=bca",
        "support=BTC, BNV",
        "frame=f1,K2",
        "owner=Thứ trưởng, phụ trách",
    ]
    assert soi("initiative", "set", plan, "5", *given, "status=review", "--why", "Họp").code == 0
    now = soi.initiative(plan)
    assert now["titles"] == {"vi": "Tên mới", "en": "New"}
    assert (now["lead"], now["support"], now["status"]) == ("BCA", ["BTC", "BNV"], "review")
    assert (now["frame"], now["owner"]) == (["F1", "K2"], "Thứ trưởng, phụ trách")
    assert soi("initiative", "set", plan, "5", "support=", "frame=", "owner=", "lead=").code == 0
    now = soi.initiative(plan)
    assert (now["lead"], now["support"], now["frame"], now["owner"]) == ("", [], [], "")
    assert (now["title"], now["status"]) == ("Tên mới", "review")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["set", "5", "foo=1"], 2, "Không có trường “foo”. Các trường: title,"),
        (["set", "5", "title"], 2, "“title” thiếu dấu bằng"),
        (["set", "5", "title=a", "Title=b"], 2, "Trường “title” được ghi hai lần"),
        (["set", "5", "status=đã xong"], 2, "“đã xong” không nằm trong drafting, review"),
        (["set", "5", "lead=XYZ"], 2, "Không có cơ quan mang ký hiệu “XYZ”"),
        (["set", "5", "frame=Z1"], 2, "Không có mục khung F–P–K mang mã “Z1”"),
        (["set", "5", "title="], 3, "Sáng kiến phải có tên tiếng Việt"),
        (["set", "5", "status=approved", "lead="], 3, "chưa có cơ quan chủ trì"),
        (["set", "5", "status=approved", "owner="], 3, "chưa có người chịu trách nhiệm"),
        (["set", "5", "archived=có"], 2, "“có” không nằm trong yes, no"),
        (["set", "5", "position=0"], 2, "0 nhỏ hơn 1"),
        (["add", "C13", "x"], 2, "“C13” không phải mã cơ sở"),
        (["add", "C5", " "], 3, "Sáng kiến phải có tên tiếng Việt"),
    ],
)
def test_an_initiative_that_cannot_be_is_refused(
    refused: Refused, plan: Path, arguments: list[str], code: int, said: str
) -> None:
    assert said in refused(code, "initiative", arguments[0], plan, *arguments[1:])
