"""Words are found in answers with their places, looked at, and replaced to the letter in one step."""

from __future__ import annotations

import unicodedata

import pytest

from models.editing import answers, cycles
from models.editing.answers import Replacement
from models.errors import ConflictError, UserError
from models.plan import AnswerStatus
from models.reading import finding
from models.reading.finding import Found, places_of
from models.reading.initiatives import contents, find
from models.store.plan import Plan


def write(plan: Plan, code: str, question: str, text: str) -> str:
    owner = plan.read(find, code)
    plan.edit("answer.write", answers.write, owner, question, text)
    return owner


def found_words(text: str, wanted: str, **how: bool) -> list[str]:
    return [text[start:end] for start, end in places_of(wanted, text, **how)]


@pytest.mark.parametrize(
    ("wanted", "text", "how", "found"),
    [
        ("số", "Số hóa số liệu", {}, ["Số", "số"]),
        ("số", "Số hóa số liệu", {"match_case": True}, ["số"]),
        ("so", "Số hóa, sổ sách, so sánh", {"fold_accents": True}, ["Số", "sổ", "so"]),
        ("so", "Số hóa, sổ sách, so sánh", {}, ["so"]),
        ("So", "Số hóa so sánh", {"fold_accents": True, "match_case": True}, ["Số"]),
        ("đo", "Đo lường, do thám", {"fold_accents": True}, ["Đo", "do"]),
        ("an", "an toàn, tan, an.", {"whole_words": True}, ["an", "an"]),
        ("an toàn", "an toàn tuyệt đối", {"whole_words": True}, ["an toàn"]),
        ("aa", "aaaaa", {}, ["aa", "aa"]),
        ("ß", "STRASSE Straße", {}, ["SS", "ß"]),
        ("s", "ß", {}, []),
        (unicodedata.normalize("NFD", "tế"), "kinh tế", {}, ["tế"]),
        ("e", "x̣e\u0332y", {"fold_accents": True}, ["e\u0332"]),
        ("(5G)", "phủ (5G)", {"whole_words": True}, ["(5G)"]),
    ],
)
def test_words_are_found_as_asked(wanted: str, text: str, how: dict[str, bool], found: list[str]) -> None:
    assert found_words(text, wanted, **how) == found


def test_answers_are_listed_in_the_order_of_the_plan_and_of_the_questions(plan: Plan) -> None:
    for code, question in (("SOI5", "S1"), ("SOI5", "O"), ("SOI2", "C3"), ("SOI5", "O3")):
        write(plan, code, question, f"Dữ liệu ở {code}, dữ liệu")
    write(plan, "SOI1", "O1", "không có")
    found = plan.read(finding.find, "dữ liệu")
    assert [(one.code, one.question, len(one.places)) for one in found] == [
        ("SOI2", "C3", 2),
        ("SOI5", "O3", 2),
        ("SOI5", "S1", 2),
        ("SOI5", "O", 2),
    ]
    only = plan.read(finding.find, "dữ liệu", initiative_ids=[plan.read(find, "SOI2")])
    assert [one.code for one in only] == ["SOI2"]
    with pytest.raises(UserError):
        plan.read(finding.find, " ")


def replacement(one: Found, words: str) -> Replacement:
    return Replacement(one.initiative, one.question, one.rev, one.replaced(words))


def test_all_is_replaced_in_one_step_to_the_letter(plan: Plan) -> None:
    owner = write(plan, "SOI5", "O1", "Bộ TT&TT và bộ tt&tt")
    plan.edit("answer.write", answers.write, owner, "O1", status=AnswerStatus.DONE, cites=["NQ52.III.3.1"])
    write(plan, "SOI6", "S2", "Giao Bộ TT&TT.")
    before = plan.undoable
    wanted = plan.read(finding.find, "bộ tt&tt")
    changes = plan.edit("answer.replace", answers.replace_words, [replacement(one, r"\1 Bộ KH&CN") for one in wanted])
    assert (changes.result, plan.undoable) == (2, before + 1)
    whole = {content.initiative.code: content for content in plan.read(contents)}
    kept = whole["SOI5"].answers["O1"]
    assert (kept.text, kept.status, kept.cites) == (r"\1 Bộ KH&CN và \1 Bộ KH&CN", "done", ("NQ52.III.3.1",))
    assert whole["SOI6"].answers["S2"].text == r"Giao \1 Bộ KH&CN."
    plan.undo()
    assert [one.text for one in plan.read(finding.find, "bộ tt&tt")] == ["Bộ TT&TT và bộ tt&tt", "Giao Bộ TT&TT."]


def test_only_the_chosen_places_are_replaced(plan: Plan) -> None:
    write(plan, "SOI5", "O1", "một hai một hai một")
    (one,) = plan.read(finding.find, "một")
    assert one.replaced("ba", [0, 2]) == "ba hai một hai ba"
    assert one.replaced("", [1]) == "một hai  hai một"


def test_nothing_is_replaced_when_one_text_has_changed_since_it_was_looked_at(plan: Plan) -> None:
    write(plan, "SOI5", "O1", "cũ")
    write(plan, "SOI6", "O1", "cũ")
    wanted = [replacement(one, "mới") for one in plan.read(finding.find, "cũ")]
    write(plan, "SOI6", "O1", "cũ và khác")
    with pytest.raises(ConflictError):
        plan.edit("answer.replace", answers.replace_words, wanted)
    assert [one.text for one in plan.read(finding.find, "cũ")] == ["cũ", "cũ và khác"]


def test_an_answer_of_a_closed_cycle_is_listed_as_locked_and_left_alone(plan: Plan) -> None:
    owner = write(plan, "SOI5", "O1", "cũ")
    plan.edit("cycle.close", cycles.close, owner)
    (one,) = plan.read(finding.find, "cũ")
    assert one.is_locked
    with pytest.raises(UserError) as refused:
        plan.edit("answer.replace", answers.replace_words, [replacement(one, "mới")])
    assert refused.value.message_id == "cycle.closed"
