"""Suggested clauses and cells: what they are, and how good they are on the example plan."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.program import main as command_line
from models.editing import initiatives as writing
from models.method import MethodPack
from models.reading import beside, initiatives
from models.reading import clauses as reading
from models.store.plan import Plan
from models.suggesting import Citable, Clauses, cells, clauses, for_answer
from models.text import fold

STOP = ("và", "của")
LINES = (
    Citable("N.1", "N.1", "Xây dựng hạ tầng viễn thông đồng bộ. Phát triển mạng 5G.", "Hạ tầng", 1.0),
    Citable("N.1.1", "N.1", "Xây dựng hạ tầng viễn thông đồng bộ.", "Hạ tầng", 1.0),
    Citable("N.1.2", "N.1", "Phát triển mạng 5G.", "Hạ tầng", 1.0),
    Citable("N.2", "N.2", "Đào tạo nhân lực và công nhân kỹ thuật cho doanh nghiệp.", "Nhân lực", 1.0),
    Citable("N.3", "N.3", "Mã định danh của công dân.", "Dữ liệu", 1.0),
    Citable("N.4", "N.4", "Má và mạ ngoài đồng.", "Dữ liệu", 1.0),
)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    """The example plan, open."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("DATA", "CACHE", "STATE", "CONFIG"):
            environment.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name.lower())))
        path: Path = tmp_path_factory.mktemp("example") / "Kế hoạch.soi"
        assert command_line(["new", str(path), "--example"]) == 0
        with Plan.open(path, author="Tổ soạn thảo") as plan:
            yield plan


@pytest.fixture(scope="module")
def texts(example: Plan) -> Clauses:
    return Clauses(example.read(beside.citable), example.method.stop_words)


def codes(wanted: str, limit: int = 10, **more: tuple[str, ...]) -> list[str]:
    return [one.code for one in clauses(Clauses(LINES, STOP), [(wanted, 1.0)], limit, **more)]


def test_the_clause_with_the_words_wanted_comes_first_and_those_without_any_not_at_all() -> None:
    assert codes("hạ tầng viễn thông")[0] in ("N.1", "N.1.1")
    assert codes("thủy sản") == codes("") == codes("và của") == []


def test_of_a_paragraph_and_its_sentences_only_the_best_is_suggested() -> None:
    found = codes("xây dựng hạ tầng, phát triển mạng 5G, nhân lực")
    assert found[0] == "N.1" and set(found) == {"N.1", "N.2"}


def test_what_is_cited_is_left_out_with_its_sentences() -> None:
    assert codes("hạ tầng mạng 5G", cited=("N.1",)) == codes("hạ tầng mạng 5G", cited=("N.1.2",)) == []
    assert codes("hạ tầng mạng 5G", cited=("N.2", "X.9")) != []


def test_accents_count_and_without_any_the_accented_words_are_found_too() -> None:
    assert codes("mã") == ["N.3"] and codes("má") == ["N.4"]
    assert codes("dao tao nhan luc")[0] == "N.2"
    accented, bare = (Clauses(LINES, STOP).scores([(text, 1.0)], ())["N.2"] for text in ("đào tạo", "dao tao"))
    assert 0 < bare < accented


def test_scores_fall_from_one_and_no_more_come_than_asked_for() -> None:
    found = clauses(Clauses(LINES, STOP), [("phát triển mạng và đào tạo nhân lực", 1.0)], 2)
    assert found[0].score == 1.0 and 0 < found[1].score < 1.0 and len(found) == 2


def test_clauses_used_elsewhere_in_the_initiative_come_before_others_as_like() -> None:
    alike = [Citable(f"N.{part}.1", f"N.{part}.1", f"Hạ tầng số vùng {part}", "", 1.0) for part in "abc"]
    ready = Clauses(alike, STOP)
    assert clauses(ready, [("hạ tầng số", 1.0)], 1, used=("N.b.1",))[0].code == "N.b.1"
    assert clauses(ready, [("hạ tầng số", 1.0)], 1, used=("N.a.2",))[0].code == "N.a.1"


def test_only_paragraphs_and_sentences_of_the_plan_are_suggested(example: Plan, texts: Clauses) -> None:
    lines = {one.code: one for one in example.read(beside.citable)}
    kinds = {one.code: one.kind for one in example.read(reading.every)}
    assert {kinds[code] for code in lines} == {"paragraph", "sentence"}
    assert all(one.whole == code or code.startswith(f"{one.whole}.") for code, one in lines.items())


def test_the_clauses_that_the_example_cites_are_often_among_the_first_ten(example: Plan, texts: Clauses) -> None:
    """Measured when written: 47% of 505 citations, and 75% of the answers have one of theirs; the floor is lower."""
    cited = found = answered = hit = 0
    slowest = 0.0
    for content in example.read(initiatives.contents):
        answers = {**content.answers, **content.conclusions}
        for code, answer in answers.items():
            if not answer.cites:
                continue
            others = {**answers, code: replace(answer, cites=())}
            start = time.perf_counter()
            ten = for_answer(texts, example.method, content.initiative, others, code, 10)
            slowest = max(slowest, time.perf_counter() - start)
            suggested = {one.code for one in ten}
            hits = sum(cite in suggested or texts.whole(cite) in suggested for cite in answer.cites)
            cited, found = cited + len(answer.cites), found + hits
            answered, hit = answered + 1, hit + bool(hits)
    assert found / cited > 0.38
    assert hit / answered > 0.62
    assert slowest < 0.3  # 10 ms on a machine that has nothing else to do


def test_what_an_answer_cites_is_not_suggested_to_it_again(example: Plan, texts: Clauses) -> None:
    content = example.read(initiatives.contents)[4]
    answers = {**content.answers, **content.conclusions}
    first = for_answer(texts, example.method, content.initiative, answers, "O1", 10)
    cites = {texts.whole(cite) for cite in answers["O1"].cites}
    assert len(first) == 10 and not cites & {texts.whole(one.code) for one in first}


def test_an_empty_answer_has_suggestions_from_its_basis_and_question(example: Plan, texts: Clauses) -> None:
    one = example.read(initiatives.every)[0]
    assert len(for_answer(texts, example.method, one, {}, "O1", 10)) == 10


def test_an_answer_typed_without_accents_has_suggestions_like_the_accented_one(example: Plan, texts: Clauses) -> None:
    wanted = "cơ sở hạ tầng viễn thông được xây dựng khá đồng bộ, kinh tế số được hình thành"
    accented, bare = ({one.code for one in clauses(texts, [(text, 1.0)], 10)} for text in (wanted, fold(wanted)))
    assert len(accented & bare) >= 5


def test_the_cells_of_the_example_measures_are_often_among_the_first(example: Plan) -> None:
    """Measured when written: 52% of 179 measures among the first three of 32 cells, 69% among the first six."""
    three = six = total = 0
    for content in example.read(initiatives.contents):
        for measure in content.measures:
            found = [(place.kfa, place.kf) for place in cells(example.method, measure.text, 6)]
            total += 1
            three += (measure.kfa, measure.kf) in found[:3]
            six += (measure.kfa, measure.kf) in found
    assert three / total > 0.42 and six / total > 0.58


def test_words_that_are_in_no_cell_have_no_likely_cell(method: MethodPack) -> None:
    assert cells(method, "", 3) == cells(method, "zzz 😀 và của", 3) == ()


def test_english_words_find_their_cell_too(method: MethodPack) -> None:
    for cell in ("KFA1.KF1", "KFA8.KF4"):
        item = method.cells[cell].items[0]
        assert f"KFA{cells(method, item.text.en, 1)[0].kfa}.KF{cells(method, item.text.en, 1)[0].kf}" == cell


def test_what_stands_beside_a_question_is_read_from_the_plan(example: Plan) -> None:
    every = example.read(initiatives.every)
    others = example.read(beside.elsewhere, every[4].id, "O1")
    assert [one.code for one in others] == [one.code for one in every if one.code != "SOI5"]
    texts = {one.initiative.id: one.answers["O1"].text for one in example.read(initiatives.contents)}
    assert all(one.text == texts[one.initiative] and one.text for one in others)
    links = example.read(beside.links, "SOI5")
    assert links and all("SOI5" in (link.origin, link.to) for link in links)
    assert [link.to == "SOI5" for link in links] == sorted((link.to == "SOI5" for link in links), reverse=True)


def test_initiatives_put_away_stand_beside_nothing(plan: Plan) -> None:
    first, second = (one.id for one in plan.read(initiatives.every)[:2])
    plan.edit("initiative.archive", writing.archive, second)
    assert second not in {one.initiative for one in plan.read(beside.elsewhere, first, "O1")}
