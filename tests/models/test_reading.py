"""What is read of a plan is what was written into it, and a sheet gathers what belongs to its initiative."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from models.editing import answers, dependencies, initiatives, measures
from models.editing.measures import MeasureFields
from models.errors import UsageError
from models.method import Bilingual
from models.plan import AnswerStatus, DependencyKind, InitiativeStatus, MeasureStatus, Sheet
from models.reading import dependencies as reading_dependencies
from models.reading import initiatives as reading
from models.reading import measures as reading_measures
from models.reading import plans, sheets
from models.store.plan import Plan
from tests.models.desk import FakeClock

GIVEN = MeasureFields(
    text="Phủ sóng 5G",
    lead="BKHCN",
    person="Cục trưởng",
    responsibility="Báo cáo hằng quý",
    start=date(2026, 1, 5),
    due=date(2026, 12, 20),
    product="Báo cáo",
    authority="Bộ trưởng",
    funding="Ngân sách",
    status=MeasureStatus.DOING,
    progress=35,
    support=("UBND", "BCA"),
    origin=("S3", "O1"),
    words={"S3": "ba loại xã"},
    indicator="Tỷ lệ xã có sóng 5G",
    cost=1200,
    confirmed=date(2026, 3, 1),
    confirmed_by="Tổ trưởng",
    stakeholders=("Hộ dân", "Bệnh viện"),
    cites=("QD2289.IV.3.2", "NQ52.III.3.1"),
)


def test_a_measure_is_read_as_it_was_written(plan: Plan, clock: FakeClock) -> None:
    owner = plan.read(reading.find, "SOI5")
    made = plan.edit("measure.add", measures.add, owner, 7, 4, GIVEN).result
    found = plan.read(reading_measures.one, made)
    assert {field.name: getattr(found, field.name) for field in fields(GIVEN)} == vars(GIVEN)
    assert (found.initiative, found.cell, found.position, found.review) == (owner, "KFA7.KF4", 0, ())
    assert found.updated == clock.moment.isoformat(timespec="milliseconds")
    assert plan.read(reading_measures.by_initiative) == {owner: (found,)}
    assert plan.read(reading_measures.counts) == {(owner, 7, 4): 1}


@pytest.mark.parametrize(("day", "status", "late"), [(20, "doing", False), (21, "doing", True), (21, "done", False)])
def test_a_measure_is_late_the_day_after_it_was_due_unless_it_is_done(
    plan: Plan, day: int, status: str, late: bool
) -> None:
    made = plan.edit("measure.add", measures.add, plan.read(reading.find, "5"), 7, 4, GIVEN).result
    plan.edit("measure.change", measures.change, made, MeasureFields(status=MeasureStatus(status)))
    assert plan.read(reading_measures.one, made).is_late(date(2026, 12, day)) is late


def test_a_measure_is_named_by_the_beginning_of_its_id(plan: Plan) -> None:
    made = plan.edit("measure.add", measures.add, plan.read(reading.find, "5"), 7, 4, GIVEN).result
    assert plan.read(reading_measures.find, made[:6].upper()) == made
    for name in ("", "abc", "zzzz", "%%%%", "____", made + "0"):
        with pytest.raises(UsageError):
            plan.read(reading_measures.find, name)


@pytest.mark.parametrize("code", ["SOI5", "soi5", "SOI-05", "5", " soi 5 ", "SOI5-1"])
def test_an_initiative_is_named_in_every_way_the_contract_allows(plan: Plan, code: str) -> None:
    owner = plan.read(reading.find, code)
    assert plan.read(reading.codes)[owner] == "SOI5"


@pytest.mark.parametrize("code", ["", "SOI", "SOI13", "SOI5-2", "C5", "0", "5;6", "SOI5.O1"])
def test_what_names_no_initiative_is_refused(plan: Plan, code: str) -> None:
    with pytest.raises(UsageError):
        plan.read(reading.find, code)


def test_an_initiative_is_read_as_it_was_written(plan: Plan) -> None:
    owner = plan.edit("initiative.add", initiatives.add, "C5", Bilingual("Hạ tầng", "Infrastructure")).result
    given = {"lead": "BKHCN", "support": ["UBND", "BCA"], "frame": ["P1", "F2"], "owner": "Cục trưởng"}
    plan.edit("initiative.change", initiatives.change, owner, status=InitiativeStatus.REVIEW, **given)
    found = plan.read(reading.contents, [owner])[0].initiative
    assert (found.code, found.basis, found.group, found.basis_code) == ("SOI5-2", "C5", "H", "H1")
    assert (found.title, found.lead, found.support) == (
        Bilingual("Hạ tầng", "Infrastructure"),
        "BKHCN",
        ("UBND", "BCA"),
    )
    assert (found.status, found.frame, found.owner) == ("review", ("F2", "P1"), "Cục trưởng")
    assert (found.cycle, found.cycle_closed) == (1, None)


def test_a_plan_keeps_its_own_copy_of_actors_sources_targets_and_clauses(plan: Plan) -> None:
    assert plan.read(plans.header).title == Bilingual("Kế hoạch", "Plan")
    actors = plan.read(plans.actors)
    assert list(actors) == list(plan.method.actors)
    assert (actors["BKHĐT"].successor, actors["BKHĐT"].successor_from) == ("BTC", date(2025, 3, 1))
    assert list(plan.read(plans.sources)) == list(plan.method.sources)
    assert [aim.code for aim in plan.read(plans.targets)] == list(plan.method.targets)
    assert set(plan.read(plans.clause_order)) == set(plan.method.clauses)


@pytest.fixture
def sheet(plan: Plan) -> Sheet:
    """The sheet of SOI5 in a small plan made by hand."""
    one, five, six, seven = (plan.read(reading.find, code) for code in ("1", "5", "6", "7"))
    write = dependencies.write
    for origin, to, kind in (
        (one, five, DependencyKind.PRECEDES),
        (five, six, DependencyKind.PRECEDES),
        (six, five, DependencyKind.ENABLES),
        (five, seven, DependencyKind.ENABLES),
        (seven, five, DependencyKind.CONFLICTS),
        (one, six, DependencyKind.PRECEDES),
    ):
        plan.edit("dependency.write", write, origin, to, kind, 2, "vì thế")
    plan.edit("initiative.change", initiatives.change, five, lead="BTC", frame=["K1", "F1"])
    cites = ["NQ50.1.1", "NQ52.III.3.1", "NQ52.I.1.5", "QD2289.II.2.b.2.4"]
    plan.edit("answer.write", answers.write, five, "O1", "lời", status=AnswerStatus.DONE, cites=cites)
    plan.edit("answer.write", answers.write, five, "O", "kết luận", cites=["NQ52.II.2.3"])
    plan.edit("measure.add", measures.add, five, 7, 4, GIVEN)
    plan.edit("answer.write", answers.write, six, "O1", "câu khác", cites=["PT52.0.1"])
    (made,) = plan.read(sheets.every, [five])
    return made


def test_a_sheet_tells_what_must_come_first_what_it_opens_and_what_is_in_its_way(sheet: Sheet) -> None:
    ends = {
        name: [(link.origin, link.to) for link in getattr(sheet, name)]
        for name in ("needs", "opens", "enabled_by", "enables", "conflicts")
    }
    assert ends == {
        "needs": [("SOI1", "SOI5")],
        "opens": [("SOI5", "SOI6")],
        "enabled_by": [("SOI6", "SOI5")],
        "enables": [("SOI5", "SOI7")],
        "conflicts": [("SOI7", "SOI5")],
    }


def test_a_sheet_lists_what_is_cited_by_rank_of_the_document_and_number_of_the_clause(sheet: Sheet) -> None:
    cited = {document.code: codes for document, codes in sheet.citations}
    assert list(cited) == ["NQ52", "NQ50", "QD2289"]
    assert cited["NQ52"] == ("NQ52.I.1.5", "NQ52.II.2.3", "NQ52.III.3.1")
    assert cited["QD2289"] == ("QD2289.II.2.b.2.4", "QD2289.IV.3.2")


def test_a_sheet_names_the_targets_of_the_paragraphs_that_are_cited(sheet: Sheet) -> None:
    assert sheet.targets
    for aim in sheet.targets:
        assert any(aim.clause == code or aim.clause.startswith(f"{code}.") for _, cs in sheet.citations for code in cs)
    assert {"NQ52", "QD2289"} <= {aim.source for aim in sheet.targets}


def test_a_sheet_names_every_body_that_it_mentions_and_its_place_in_the_method(sheet: Sheet) -> None:
    assert set(sheet.actors) == {"BTC", "BKHCN", "UBND", "BCA"}
    assert sheet.basis.code == "C5"
    assert [item.code for item in sheet.frame] == ["F1", "K1"]
    assert len(sheet.titles) == 12
    assert (list(sheet.content.answers), list(sheet.content.conclusions)) == (["O1"], ["O"])


def test_links_are_read_in_the_order_of_the_initiatives(plan: Plan, sheet: Sheet) -> None:
    links = [(link.origin, link.to) for link in plan.read(reading_dependencies.every)]
    assert links == sorted(links, key=lambda ends: (int(ends[0][3:]), int(ends[1][3:])))
    assert len(links) == 6
