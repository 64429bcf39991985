"""The example plan is one that a ministry's planner would take seriously, and the same at every making."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import networkx
import pytest

from models.editing import example
from models.method import MethodPack, open_pack
from models.plan import Dependency, InitiativeContent, Measure, MeasureStatus
from models.reading import dependencies, initiatives, plans
from models.store.plan import Plan

STOOD_ON = date(2026, 10, 5)
MOST_ALIKE = 0.5
"""Share of the runs of three words that two answers may have in common."""
SMALL = "".join(letter for code in (*range(0x61, 0x250), *range(0x1E00, 0x1F00)) if (letter := chr(code)).islower())
WORDS_OF_AN_ANSWER = range(40, 121)


def made(path: Path) -> Plan:
    moment = example.made_at()
    pack = open_pack(example.PACK)
    plan = Plan.create(path, pack, author=example.author(), clock=lambda: moment, ids=example.steady_ids())
    plan.found("plan.example", example.found)
    return plan


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        plan = made(tmp_path_factory.mktemp("example") / "mẫu.soi")
        yield plan
        plan.abandon()


@pytest.fixture(scope="module")
def pack(plan: Plan) -> MethodPack:
    return plan.method


@pytest.fixture(scope="module")
def contents(plan: Plan) -> tuple[InitiativeContent, ...]:
    return plan.read(initiatives.contents)


@pytest.fixture(scope="module")
def links(plan: Plan) -> tuple[Dependency, ...]:
    return plan.read(dependencies.every)


@pytest.fixture(scope="module")
def measures(contents: tuple[InitiativeContent, ...]) -> tuple[Measure, ...]:
    return tuple(measure for content in contents for measure in content.measures)


@pytest.fixture(scope="module")
def answers(contents: tuple[InitiativeContent, ...]) -> Mapping[str, str]:
    return {f"{c.initiative.code}.{code}": a.text for c in contents for code, a in c.answers.items()}


@pytest.fixture(scope="module")
def prose(
    contents: tuple[InitiativeContent, ...], answers: Mapping[str, str], links: tuple[Dependency, ...]
) -> Mapping[str, str]:
    """Every text of the plan by its place."""
    texts = dict(answers)
    for content in contents:
        code = content.initiative.code
        texts |= {f"{code}.{step}": one.text for step, one in content.conclusions.items()}
        texts[f"{code}.title"] = content.initiative.title.vi
        for number, one in enumerate(content.measures):
            for name in ("text", "product", "authority", "person", "responsibility", "funding"):
                texts[f"{code}.{one.cell}.{number}.{name}"] = getattr(one, name)
    return texts | {f"{one.origin}-{one.to}.{one.kind}": one.why for one in links}


def test_two_makings_are_equal(plan: Plan, tmp_path: Path) -> None:
    again = made(tmp_path / "lần hai.soi")
    assert again.content_digest() == plan.content_digest()
    assert again.file_digest() == plan.file_digest()
    again.close()


def test_every_initiative_has_its_eighteen_answers_and_six_conclusions(
    contents: tuple[InitiativeContent, ...], pack: MethodPack
) -> None:
    assert [content.initiative.code for content in contents] == [f"SOI{number}" for number in range(1, 13)]
    for content in contents:
        assert list(content.answers.keys() ^ pack.questions.keys()) == []
        assert list(content.conclusions.keys() ^ pack.steps.keys()) == []
        assert content.initiative.frame
        assert content.initiative.stakeholders
        assert content.initiative.lead
        assert content.initiative.title.en != content.initiative.title.vi
    assert sum(len(content.answers) for content in contents) == 216


def test_answers_have_40_to_120_words_and_cite_what_they_rest_on(contents: tuple[InitiativeContent, ...]) -> None:
    for content in contents:
        for code, one in content.answers.items():
            assert len(one.text.split()) in WORDS_OF_AN_ANSWER, f"{content.initiative.code}.{code}"
            assert one.cites, f"{content.initiative.code}.{code}"


def test_all_statuses_of_answers_and_measures_occur(
    contents: tuple[InitiativeContent, ...], measures: tuple[Measure, ...]
) -> None:
    assert {one.status.value for c in contents for one in c.answers.values()} >= {"done", "draft", "discuss"}
    assert {one.status for one in measures} == set(MeasureStatus)


def test_each_of_the_57_tasks_is_led_by_the_body_that_carries_it_today(
    plan: Plan, pack: MethodPack, measures: tuple[Measure, ...]
) -> None:
    tasks = [code for code in pack.clauses if re.fullmatch(r"QD2289\.IV\.\d+\.\d+", code) and is_task(pack, code)]
    assert len(tasks) == 57
    actors = plan.read(plans.actors)
    exceptions = {code: one for one in pack.successors for code in one.clauses}
    for task in tasks:
        body = next(a for a in pack.actors.values() if task.rpartition(".")[0] in a.clauses)
        carriers = [one for one in measures if task in one.cites]
        assert carriers, task
        if body.kind == "collective":
            assert any(one.lead for one in carriers), task
            continue
        default = actors[body.code].successor or body.code
        today = {exceptions[task].to} if task in exceptions else {default}
        if task in exceptions and not exceptions[task].confirmed:
            today.add(default)
        assert today & {one.lead for one in carriers}, task


def is_task(pack: MethodPack, code: str) -> bool:
    return any(clause.code == code and clause.title is None for clause in pack.sources["QD2289"].clauses)


def test_measures_lie_in_all_directions_and_columns(measures: tuple[Measure, ...]) -> None:
    assert len(measures) >= 150
    assert {one.kfa for one in measures} == set(range(1, 9))
    assert {one.kf for one in measures} == set(range(1, 5))
    assert len({one.cell for one in measures}) >= 28


def test_measures_say_who_when_and_what_comes_of_it(measures: tuple[Measure, ...], pack: MethodPack) -> None:
    for one in measures:
        assert one.text and one.lead and one.product, one.text
        assert not (one.start and one.due) or one.start <= one.due
        assert date(2019, 9, 27) <= (one.due or STOOD_ON) <= date(2030, 12, 31), one.text
        assert set(one.support) <= pack.actors.keys()
        assert one.lead not in one.support, one.text
        assert set(one.cites) <= pack.clauses.keys()
        assert set(one.origin) <= {*pack.questions, *pack.steps}


def test_at_most_one_measure_of_an_initiative_still_lacks_its_due_day(measures: tuple[Measure, ...]) -> None:
    assert max(Counter(one.initiative for one in measures if one.due is None).values()) == 1


def test_status_progress_and_dates_agree_on_the_day_of_the_plan(measures: tuple[Measure, ...]) -> None:
    for one in measures:
        assert (one.status is MeasureStatus.DONE) == (one.progress == 100), one.text
        assert one.status is not MeasureStatus.DRAFT or one.progress == 0, one.text
        assert one.status is not MeasureStatus.DONE or one.start is None or one.start <= STOOD_ON, one.text
        assert one.status is not MeasureStatus.DOING or one.start is None or one.start <= STOOD_ON, one.text


def test_no_body_of_today_is_one_that_was_followed(plan: Plan, measures: tuple[Measure, ...]) -> None:
    actors = plan.read(plans.actors)
    gone = {code for code, one in actors.items() if one.successor}
    assert {code for one in measures for code in (one.lead, *one.support)} & gone == set()


def test_there_are_24_reasoned_links_and_one_circle_among_those_that_precede(links: tuple[Dependency, ...]) -> None:
    assert len(links) >= 24
    assert {one.kind.value for one in links} == {"precedes", "enables", "conflicts"}
    assert all(len(one.why.split()) >= 8 for one in links)
    graph = networkx.DiGraph((one.origin, one.to) for one in links if one.kind.value == "precedes")
    circles = [group for group in networkx.strongly_connected_components(graph) if len(group) > 1]
    assert len(circles) == 1


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[place : place + 3]) for place in range(len(words) - 2)}


def test_no_two_answers_say_the_same(answers: Mapping[str, str]) -> None:
    cut = [(place, shingles(text)) for place, text in answers.items()]
    for number, (place, one) in enumerate(cut):
        for other_place, other in cut[:number]:
            assert len(one & other) / min(len(one), len(other)) < MOST_ALIKE, (place, other_place)


def test_no_sentence_stands_in_two_answers(answers: Mapping[str, str]) -> None:
    sentences = Counter(s.strip() for text in answers.values() for s in re.split(r"(?<=[.;:])\s", text))
    assert [sentence for sentence, count in sentences.items() if count > 1 and len(sentence.split()) > 6] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("two spaces", r"  "),
        ("a space before a mark", r" [,.;:!?)”]"),
        ("no space after a mark", rf"[,;!?](?=[^\W\d_])|\.(?=[^\W\d_][{SMALL}])"),
        ("a small letter after a full stop", rf"[^\W\d_]{{3,}}\. [{SMALL}]"),
        ("a straight quotation mark", r"[\"']"),
        ("a space at the end of a line", r"[ \t]\n"),
        ("a mark twice", r",,|;;|\.\.(?!\.)"),
    ],
)
def test_the_texts_are_typed_with_care(prose: Mapping[str, str], what: str, pattern: str) -> None:
    assert {place: text for place, text in prose.items() if re.search(pattern, text)} == {}, what


def test_the_texts_are_composed_trimmed_and_their_marks_paired(prose: Mapping[str, str]) -> None:
    for place, text in prose.items():
        assert unicodedata.is_normalized("NFC", text), place
        assert text == text.strip(), place
        assert text.count("“") == text.count("”"), place
        assert text.count("(") == text.count(")"), place


def test_the_texts_are_vietnamese_with_its_accents(answers: Mapping[str, str]) -> None:
    for place, text in answers.items():
        words = re.findall(r"[^\W\d_]+", text)
        accented = [word for word in words if not word.isascii()]
        assert len(accented) > 0.55 * len(words), place
