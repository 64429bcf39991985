"""What the matrix does to the plan: each act one step of work, each refusal a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from models.codes import cell_code
from models.editing import measures
from models.editing.measures import MeasureFields
from models.errors import UserError
from models.plan import Measure
from views.context import Context

LONGEST_PASTE = 100
"""Lines that are pasted at once: a cell is read by people."""


class MatrixEdits:
    """Writes the measures of the initiative that is shown, and keeps what was copied with all its fields."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._clip: tuple[Measure, ...] = ()
        self.initiative = ""

    def add(self, cell: tuple[int, int], text: str, position: int | None, typing: str, initiator: QObject) -> str:
        """Add a measure that is being typed, and return its id; an empty one when it was refused."""
        fields = MeasureFields(text=text)
        return str(
            self._write(
                "measure.add",
                measures.add,
                self.initiative,
                *cell,
                fields,
                position,
                typing=typing,
                initiator=initiator,
            )
            or ""
        )

    def write_text(self, measure_id: str, text: str, typing: str, initiator: QObject) -> bool:
        """Write the text of a measure that is being typed, and return whether that was done."""
        fields = MeasureFields(text=text)
        return (
            self._write("measure.change", measures.change, measure_id, fields, typing=typing, initiator=initiator)
            is not None
        )

    def give_up(self, measure_id: str, typing: str) -> None:
        """Take back a measure whose typing was broken off."""
        self._write("measure.remove", measures.remove, measure_id, typing=typing)

    def remove(self, ids: Sequence[str], cell: tuple[int, int]) -> None:
        """Remove measures of a cell, with a way back."""
        count = len(ids)
        if count and self._write("measure.remove", measures.remove_many, tuple(ids)) is not None:
            self._note("matrix.removed", count, cell)

    def move(self, measure_id: str, cell: tuple[int, int], position: int | None) -> None:
        """Move a measure to a place in a cell."""
        self._write("measure.move", measures.move, measure_id, self.initiative, *cell, position)

    def reorder(self, measure_id: str, position: int) -> None:
        """Move a measure within its cell."""
        self._write("measure.reorder", measures.reorder, measure_id, position)

    def copy(self, chosen: Sequence[Measure]) -> None:
        """Put the texts of measures, a line each, on the clipboard, and remember their other fields."""
        if chosen:
            self._clip = tuple(chosen)
            QGuiApplication.clipboard().setText("\n".join(_line(one.text) for one in chosen))

    def paste(self, cell: tuple[int, int], position: int | None) -> tuple[str, ...]:
        """Add a measure for each line of the clipboard and return their ids; those copied here keep their fields."""
        lines = [_line(line) for line in QGuiApplication.clipboard().text().splitlines() if line.strip()]
        if not lines:
            return ()
        if len(lines) > LONGEST_PASTE:
            language = self._context.language
            self._context.herald.trouble(language.say("matrix.paste_too_long", count=len(lines), most=LONGEST_PASTE))
            return ()
        if lines == [_line(one.text) for one in self._clip]:
            given = [measures.copied(one) for one in self._clip]
        else:
            given = [MeasureFields(text=line) for line in lines]
        made = self._write("measure.add", measures.add_many, self.initiative, *cell, given, position)
        return made if isinstance(made, tuple) else ()

    def _write(self, label: str, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Return what the editing function returned, True for nothing, None when it was refused."""
        try:
            result = self._context.workbench.edit(label, function, *args, **options).result
        except UserError as error:
            self._context.herald.trouble(error.sentence(self._context.language.code))
            return None
        return True if result is None else result

    def _note(self, message_id: str, count: int, cell: tuple[int, int]) -> None:
        sentence = self._context.language.say(message_id, count=count, place=cell_code(*cell))
        self._context.herald.note(sentence, with_undo=True)


def _line(text: str) -> str:
    """Return a text on one line, otherwise as it is."""
    return text.replace("\r", "").replace("\n", " ").replace("\t", " ").strip()
