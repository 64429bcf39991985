"""A plan made at a real screen by keyboard alone: the plan file holds just that."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.desk.hands import ROOT, Hands

pytestmark = pytest.mark.desk

ANSWERS = {
    "O1": "Đến năm 2030, mạng 5G phủ 99% dân số; mọi thôn, bản đều có cáp quang.",
    "O2": "Bộ Khoa học và Công nghệ chủ trì – các tỉnh phối hợp:\n- Viettel, VNPT\n- “Quỹ dịch vụ viễn thông công ích”",
    "S1": "Dùng chung hạ tầng: một cột, nhiều nhà mạng… tiết kiệm 30% vốn đầu tư & bảo trì <không đổi>.",
}
MEASURES = {(3, 2): "Ban hành quy chuẩn dùng chung cột ăng-ten", (3, 3): "Đấu giá băng tần 700 MHz trước quý II"}
WHY = "Hạ tầng số đi trước một bước"
MORE_THAN_ENOUGH = 60
CARDS, BESIDE_THEM = (610, 130, 90, 640), (230, 130, 360, 640)
"""Where the network of a new plan stands on the screen, and where nothing is; the matrix has words in both."""


def soi(*arguments: str | Path) -> str:
    command = [sys.executable, ROOT / "main.py", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def held(plan: Path) -> dict[str, Any]:
    """What the plan file holds, but for the moments at which it was written."""
    shown: dict[str, Any] = json.loads(soi("show", plan, "--json"))
    for initiative in shown["initiatives"]:
        for answer in initiative["answers"].values():
            answer.pop("updated", None)
    return shown


def written(hands: Hands, plan: Path, *wanted: int) -> dict[str, Any]:
    """What the plan file holds when it has come to hold so many answers, measures and dependencies."""
    found: dict[str, Any] = {}

    def come_about() -> bool:
        found.update(held(plan))
        answers = [one["text"] for initiative in found["initiatives"] for one in initiative["answers"].values()]
        measures = [one for initiative in found["initiatives"] for one in initiative["measures"]]
        return (sum(map(bool, answers)), len(measures), len(found["dependencies"])) == wanted

    hands.press("ctrl+s")
    hands.until(come_about, f"the file does not come to hold {wanted} answers, measures and dependencies")
    return found


def initiative(shown: dict[str, Any], code: str) -> dict[str, Any]:
    return next(one for one in shown["initiatives"] if one["code"] == code)


def make_plan(hands: Hands, plan: Path) -> None:
    hands.start(title="SOI Workbench")
    hands.press("ctrl+n")
    hands.face("Tạo kế hoạch mới")
    hands.type(str(plan))
    hands.press("Return")
    hands.face(title_of(plan))


def title_of(plan: Path) -> str:
    return f"{plan.name} – SOI Workbench"


def answer_questions(hands: Hands) -> None:
    hands.go("soi5 o1")
    hands.type(ANSWERS["O1"])
    hands.press("ctrl+Return")
    hands.type(ANSWERS["O2"])
    hands.press("ctrl+Next")
    hands.type(ANSWERS["S1"])


def add_measures(hands: Hands) -> None:
    hands.go("soi5 kfa3.kf2")
    hands.press("Return")
    hands.type(MEASURES[3, 2])
    hands.press("Return", "Right", "Return")
    hands.type(MEASURES[3, 3])
    hands.press("Return")


def add_dependency(hands: Hands) -> None:
    """Let SOI5, which is chosen, enable SOI9, the eighth after the first that is offered."""
    hands.press("ctrl+5")
    hands.wait_for_picture(CARDS, empty=BESIDE_THEM)
    hands.press("Insert", *["Down"] * 8, "Tab", "Down", "Tab", "Down", "Tab")
    hands.type(WHY)
    hands.press("Return")


def export_sheets(hands: Hands, plan: Path) -> Path:
    out = plan.with_name(f"{plan.stem} - phiếu sáng kiến.pdf")
    hands.press("ctrl+e")
    hands.face("Xuất tài liệu")
    hands.press("Return")
    hands.until(out.is_file, f"{out} is not written")
    hands.press("Escape")
    hands.face(title_of(plan))
    return out


def assert_is_what_was_typed(shown: dict[str, Any]) -> None:
    given = {
        f"{one['code']}.{code}": answer["text"]
        for one in shown["initiatives"]
        for code, answer in one["answers"].items()
        if answer["text"]
    }
    assert given == {f"SOI5.{code}": text for code, text in ANSWERS.items()}
    measures = [(one["code"], (m["kfa"], m["kf"]), m["text"]) for one in shown["initiatives"] for m in one["measures"]]
    assert sorted(measures) == [("SOI5", cell, text) for cell, text in MEASURES.items()]
    link = {"from": "SOI5", "to": "SOI9", "kind": "enables", "strength": 3, "why": WHY, "lag": 0}
    assert shown["dependencies"] == [link]


def words_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return unicodedata.normalize("NFC", " ".join(text.split()))


def test_a_plan_is_made_undone_redone_exported_closed_and_opened_again_by_keyboard_alone(
    hands: Hands, plan: Path
) -> None:
    make_plan(hands, plan)
    fresh = written(hands, plan, 0, 0, 0)
    answer_questions(hands)
    add_measures(hands)
    add_dependency(hands)
    done = written(hands, plan, 3, 2, 1)
    assert_is_what_was_typed(done)

    hands.press(*["ctrl+z"] * MORE_THAN_ENOUGH)
    assert written(hands, plan, 0, 0, 0) == fresh
    hands.press(*["ctrl+shift+z"] * MORE_THAN_ENOUGH)
    assert written(hands, plan, 3, 2, 1) == done

    words = words_of(export_sheets(hands, plan))
    for text in (*ANSWERS.values(), *MEASURES.values()):
        for line in text.split("\n"):
            assert line.removeprefix("- ") in words

    hands.quit()
    assert held(plan) == done
    hands.start(plan, title=title_of(plan))
    hands.quit()
    assert held(plan) == done
    soi("verify", plan)
