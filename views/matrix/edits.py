"""What the matrix does to the plan: each act one step of work, each refusal a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from models.editing import measures, placing
from models.editing.measures import MeasureFields
from models.editing.placing import Placed
from models.errors import UserError
from views.context import Context
from views.matrix.grouping.arrangement import Place


class MatrixEdits:
    """Writes the measures of the cells that are shown."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add(self, place: Place, text: str, position: int | None, typing: str, initiator: QObject) -> str:
        """Add a measure that is being typed, and return its id; an empty one when it was refused."""
        fields = MeasureFields(text=text)
        made = self._write(
            "measure.add",
            measures.add,
            place.initiative,
            *place.cell,
            fields,
            position,
            typing=typing,
            initiator=initiator,
        )
        return str(made or "")

    def write_text(
        self, measure_id: str, text: str, typing: str, initiator: QObject, done: Callable[[bool], None]
    ) -> None:
        """Have the text of a measure that is being typed written; `done` is told whether it could be."""

        def told(error: UserError | None) -> None:
            if error is not None:
                self._say(error)
            done(error is None)

        self._context.workbench.edit_soon(
            "measure.change",
            measures.change,
            measure_id,
            MeasureFields(text=text),
            typing=typing,
            initiator=initiator,
            done=told,
        )

    def give_up(self, measure_id: str, typing: str) -> None:
        """Take back a measure whose typing was broken off."""
        self._write("measure.remove", measures.remove, measure_id, typing=typing)

    def remove(self, ids: Sequence[str], where: str) -> None:
        """Remove measures, with a way back; `where` says where they stood."""
        count = len(ids)
        if count and self._write("measure.remove", measures.remove_many, tuple(ids)) is not None:
            self._note("matrix.removed", count=count, place=where)

    def move(self, ids: Sequence[str], place: Place, position: int | None) -> bool:
        """Move measures, in their order, to a place in a cell; return whether that could be done."""
        where = (place.initiative, *place.cell, position)
        return self._write("measure.move", placing.move_many, tuple(ids), *where) is not None

    def hand_over(self, ids: Sequence[str], initiative: str) -> bool:
        """Move measures to the same cells of another initiative; return whether that could be done."""
        return self._write("measure.move", placing.hand_over, tuple(ids), initiative) is not None

    def reorder(self, measure_id: str, position: int) -> None:
        """Move a measure within its cell."""
        self._write("measure.reorder", measures.reorder, measure_id, position)

    def put(self, given: Sequence[Placed]) -> tuple[str, ...]:
        """Add or change measures, all in one step, and return the ids; none when one of them was refused."""
        made = self._write("measure.paste", placing.put, tuple(given))
        return made if isinstance(made, tuple) else ()

    def say_moved(self, count: int, where: str) -> None:
        """Say that measures are elsewhere now, with a way back."""
        self._note("matrix.moved", count=count, place=where)

    def say_pasted(self, count: int) -> None:
        """Say that a table was taken in, with a way back."""
        self._note("matrix.pasted.done", count=count)

    def _write(self, label: str, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Return what the editing function returned, True for nothing, None when it was refused."""
        try:
            result = self._context.workbench.edit(label, function, *args, **options).result
        except UserError as error:
            self._say(error)
            return None
        return True if result is None else result

    def _say(self, error: UserError) -> None:
        self._context.herald.trouble(error.sentence(self._context.language.code))

    def _note(self, message_id: str, **parameters: Any) -> None:
        self._context.herald.note(self._context.language.say(message_id, **parameters), with_undo=True)
