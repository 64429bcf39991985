"""Writing many measures at once: what is pasted into cells, and what is moved there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select

from models.access import Transaction
from models.editing import measures, rows
from models.editing.measures import MeasureFields
from models.tables import measure, review_mark

_END = 1_000_000


@dataclass(frozen=True, slots=True)
class Placed:
    """What a cell of an initiative (its id) is to hold.

    A `measure` that is named by its id is changed where it stands; without one, a new measure is added at a `position`
    of the cell (from 0) or at its end. One that was cut comes back `under` its id if nothing else has it by now, with
    the questions by which it waited for a `review`.
    """

    initiative: str
    kfa: int
    kf: int
    fields: MeasureFields
    position: int | None = None
    measure: str = ""
    under: str = ""
    review: tuple[str, ...] = ()


def put(transaction: Transaction, given: Sequence[Placed]) -> tuple[str, ...]:
    """Add or change measures, all in one step, and return their ids; raises what `measures.add` and `change` raise."""
    wanted = [one.under for one in given if one.under]
    taken = set(transaction.connection.scalars(select(measure.c.id).where(measure.c.id.in_(wanted))))
    made = []
    for one in given:
        if one.measure:
            measures.change(transaction, one.measure, one.fields)
        made.append(one.measure or _add(transaction, one, None if one.under in taken else one.under or None))
    cells = dict.fromkeys(measures.place_of(transaction, one) for one in made)
    transaction.describe(place=", ".join(list(cells)[:2]) + ("…" if len(cells) > 2 else ""), count=str(len(made)))
    return tuple(made)


def move_many(
    transaction: Transaction, ids: Sequence[str], initiative_id: str, kfa: int, kf: int, position: int | None = None
) -> None:
    """Move measures, in their order, to a cell: to a position among those that stand there already, or to its end."""
    for measure_id in ids:
        measures.move(transaction, measure_id, initiative_id, kfa, kf, _END)
    if position is not None:
        for number, measure_id in enumerate(ids):
            measures.reorder(transaction, measure_id, position + number)


def hand_over(transaction: Transaction, ids: Sequence[str], initiative_id: str) -> None:
    """Move measures to another initiative, each to the end of the same cell there."""
    for measure_id in ids:
        row = rows.find(transaction, measure, measure_id)
        measures.move(transaction, measure_id, initiative_id, row.kfa, row.kf)


def _add(transaction: Transaction, one: Placed, row_id: str | None) -> str:
    made = measures.add(transaction, one.initiative, one.kfa, one.kf, one.fields, one.position, row_id)
    for question in one.review:
        mark = insert(review_mark).values(measure=made, question=question, since=transaction.now)
        transaction.connection.execute(mark)
    return made
