"""An initiative goes through its whole SOT cycle at a real screen by keyboard alone: the plan file holds just that."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.hands import Hands
from tests.desk.test_by_keyboard import held, initiative, make_plan, title_of
from tests.desk.typed import ANSWERS

pytestmark = pytest.mark.desk

CITED = {"O1": "NQ52.I.2.5", "S2": "NQ52.III.3.1", "M1": "QD2289.IV.3.2", "C3": "QD2289.IV.6.1"}
PLACED = {"S3": (1, 1), "A1": (3, 2), "C1": (8, 4)}
"""Which answers become measures, and the cells they are placed in."""
WHY = "Đã qua ba vòng góp ý – đủ cơ sở để duyệt"
STEPS = "OSMWAC"


def answer_everything(hands: Hands) -> None:
    """Answer question after question; the conclusion of each step is passed by."""
    hands.go("soi5 o1")
    for step in STEPS:
        for number in (1, 2, 3):
            code = f"{step}{number}"
            hands.type(ANSWERS[code])
            if code in CITED:
                hands.press("ctrl+d")
                hands.type(CITED[code])
                hands.press("Return")
            if code in PLACED:
                place(hands, *PLACED[code])
            hands.press("ctrl+Return")
        hands.press("ctrl+Return")


def place(hands: Hands, kfa: int, kf: int) -> None:
    """Place all the words of the answer in a cell, which is walked to from the first."""
    hands.press("ctrl+a", "ctrl+m")
    hands.press(*["Up"] * 8, *["Left"] * 4, *["Down"] * (kfa - 1), *["Right"] * (kf - 1), "Return")


def close_cycle(hands: Hands) -> None:
    """Close the cycle by the button that stands before the questions in reading order."""
    hands.go("soi5 o1")
    hands.press("shift+Tab", "shift+Tab", "shift+Tab", "Return")
    hands.type(WHY)
    hands.press("Return")


def test_an_initiative_is_answered_cited_placed_and_closed_by_keyboard_alone(hands: Hands, plan: Path) -> None:
    make_plan(hands, plan)
    answer_everything(hands)
    close_cycle(hands)
    hands.press("ctrl+s")
    hands.until(
        lambda: plan.is_file() and initiative(held(plan), "SOI5")["cycle_closed"], "the file holds no closed cycle"
    )
    hands.quit()

    shown = held(plan)
    others = [one for one in shown["initiatives"] if one["code"] != "SOI5"]
    assert not any(answer["text"] for one in others for answer in one["answers"].values())
    assert not any(one["measures"] or one["cycle_closed"] for one in others)
    one = initiative(shown, "SOI5")
    assert {code: answer["text"] for code, answer in one["answers"].items()} == ANSWERS
    assert {code: answer["cites"] for code, answer in one["answers"].items() if answer["cites"]} == {
        code: [clause] for code, clause in CITED.items()
    }
    assert not any(answer["text"] for answer in one["conclusions"].values())
    measures = {measure["from"][0]: measure for measure in one["measures"]}
    assert {code: (measure["kfa"], measure["kf"]) for code, measure in measures.items()} == PLACED
    for code, measure in measures.items():
        assert measure["from"] == [code]
        assert measure["text"] == measure["words"][code] == ANSWERS[code]
    (cycle,) = one["cycles"]
    assert (cycle["number"], cycle["closed"], cycle["reason"]) == (1, one["cycle_closed"], WHY)
    hands.start(plan, title=title_of(plan))
    hands.quit()
    assert held(plan) == shown
