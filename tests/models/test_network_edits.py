"""What the network page writes: places of cards, and links changed, weakened and removed."""

from __future__ import annotations

import pytest

from models.editing import dependencies as editing
from models.editing import layouts as placing
from models.errors import UserError
from models.plan import Dependency, DependencyKind
from models.reading import dependencies, initiatives
from models.store.plan import Plan

PRECEDES, ENABLES = DependencyKind.PRECEDES, DependencyKind.ENABLES


def ids(plan: Plan, *codes: str) -> list[str]:
    return [plan.read(initiatives.find, code) for code in codes]


def link(plan: Plan, kind: DependencyKind, strength: int, why: str) -> Dependency:
    plan.edit("dependency.write", editing.write, *ids(plan, "SOI4", "SOI5"), kind, strength, why)
    return next(one for one in plan.read(dependencies.every) if one.kind is kind)


def test_a_place_is_kept_in_whole_points_and_undone(plan: Plan) -> None:
    (one,) = ids(plan, "SOI5")
    plan.edit("layout.place", placing.place, one, 12.6, -40.2)
    plan.edit("layout.place", placing.place, one, 1e12, 0)
    assert plan.read(dependencies.places) == {"SOI5": (placing.FARTHEST, 0)}
    plan.undo()
    assert plan.read(dependencies.places) == {"SOI5": (13, -40)}
    plan.undo()
    assert plan.read(dependencies.places) == {}


def test_the_same_place_again_is_no_step(plan: Plan) -> None:
    (one,) = ids(plan, "SOI5")
    plan.edit("layout.place", placing.place, one, 10, 20)
    assert plan.edit("layout.place", placing.place, one, 10, 20).is_empty
    assert plan.undoable == 1


def test_places_are_forgotten_in_one_step_and_come_back(plan: Plan) -> None:
    for number, one in enumerate(ids(plan, "SOI5", "SOI7")):
        plan.edit("layout.place", placing.place, one, number, number)
    plan.edit("layout.clear", placing.clear)
    assert plan.read(dependencies.places) == {}
    plan.undo()
    assert plan.read(dependencies.places) == {"SOI5": (0, 0), "SOI7": (1, 1)}


def test_a_change_writes_what_is_given_and_leaves_the_rest(plan: Plan) -> None:
    made = link(plan, PRECEDES, 3, "Cần hạ tầng.")
    plan.edit("dependency.change", editing.change, made.id, strength=1)
    plan.edit("dependency.change", editing.change, made.id, reason="Khác.")
    assert plan.read(dependencies.every) == (Dependency(made.id, "SOI4", "SOI5", PRECEDES, 1, "Khác."),)


@pytest.mark.parametrize("strength", [0, 4, -1])
def test_a_strength_outside_one_to_three_is_refused(plan: Plan, strength: int) -> None:
    made = link(plan, PRECEDES, 3, "")
    with pytest.raises(UserError):
        plan.edit("dependency.change", editing.change, made.id, strength=strength)
    assert plan.read(dependencies.every) == (made,)


@pytest.mark.parametrize(("there", "kept"), [("", "Của nó."), ("Đã có.", "Đã có.")])
def test_a_link_weakened_onto_another_becomes_one_with_it(plan: Plan, there: str, kept: str) -> None:
    other = link(plan, ENABLES, 1, there)
    link(plan, PRECEDES, 3, "Của nó.")
    plan.edit("dependency.weaken", editing.weaken, [tuple(ids(plan, "SOI4", "SOI5"))])
    assert plan.read(dependencies.every) == (Dependency(other.id, "SOI4", "SOI5", ENABLES, 3, kept),)
    plan.undo()
    assert len(plan.read(dependencies.every)) == 2


def test_what_is_not_there_is_neither_weakened_nor_removed(plan: Plan) -> None:
    made = link(plan, ENABLES, 3, "")
    with pytest.raises(UserError):
        plan.edit("dependency.weaken", editing.weaken, [tuple(ids(plan, "SOI4", "SOI5"))])
    plan.edit("dependency.remove", editing.remove, made.id)
    with pytest.raises(UserError):
        plan.edit("dependency.remove", editing.remove, made.id)
    assert plan.read(dependencies.every) == ()
