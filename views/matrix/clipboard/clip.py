"""What was copied or cut in the matrix, and how it lies on the clipboard for other programs."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from models.editing.measures import MeasureFields, copied
from models.editing.placing import Placed
from models.plan import Measure
from models.reading import initiatives, plans
from views.context import Context
from views.forms.fields import write_day
from views.matrix.clipboard import columns
from views.matrix.clipboard.grid import Grid, of_html, of_text
from views.matrix.cursor import Cursor
from views.matrix.grouping.arrangement import Place
from views.matrix.model import MatrixModel

LONGEST_PASTE = 100
"""Lines of text that are pasted into one cell at once: a cell is read by people."""
_OWN = "application/x-soi-workbench-measures"
_AS_TEXT = "mso-number-format:'\\@'; white-space:pre-wrap"


@dataclass(frozen=True)
class _Taken:
    """A measure, and how far its cell lies from the first cell that was copied."""

    measure: Measure
    down: int
    right: int


class Clip:
    """Keeps what was copied with all its fields, as long as the clipboard holds it."""

    def __init__(self, context: Context, model: MatrixModel) -> None:
        self._context = context
        self._model = model
        self._taken: tuple[_Taken, ...] = ()
        self._token = b""
        self._is_cut = False

    def take(self, ids: Sequence[str], *, is_cut: bool, as_rows: bool = False) -> None:
        """Put measures on the clipboard: as a table, and as lines of text where they are of one cell."""
        found = [one for one in map(self._model.measure, ids) if one is not None]
        at = [self._model.arrangement.found[Place(one.initiative, one.kfa, one.kf)] for one in found]
        if not found:
            return
        top, left = min(row for row, _ in at), min(column for _, column in at)
        self._taken = tuple(_Taken(one, r - top, c - left) for one, (r, c) in zip(found, at, strict=True))
        self._is_cut, self._token = is_cut, uuid4().bytes
        rows = list(self._rows(found))
        mime = QMimeData()
        is_plain = len(set(at)) == 1 and not as_rows
        mime.setText("\n".join(_line(one.text) for one in found) if is_plain else _tabbed(rows))
        mime.setHtml(_table(rows))
        mime.setData(_OWN, self._token)
        QGuiApplication.clipboard().setMimeData(mime)

    def is_ours(self) -> bool:
        """Return whether the clipboard still holds what was taken here."""
        return bool(self._token) and self._mime().data(_OWN).data() == self._token

    def placed(self, cursor: Cursor, position: int | None) -> list[Placed]:
        """Return what was taken laid out from a cell on; nothing, with a sentence, where it does not fit in."""
        is_one = all(not (one.down or one.right) for one in self._taken)
        found = []
        for number, taken in enumerate(self._taken):
            place = self._model.place(cursor.row + taken.down, cursor.column + taken.right)
            if not place.initiative:
                self._context.herald.trouble(self._context.language.say("matrix.paste_beyond"))
                return []
            one, at = taken.measure, None if position is None or not is_one else position + number
            if self._is_cut:
                found.append(Placed(place.initiative, *place.cell, _whole(one), at, under=one.id, review=one.review))
            else:
                found.append(Placed(place.initiative, *place.cell, copied(one), at))
        return found

    def grid(self) -> Grid | None:
        """Return the table on the clipboard, if there is one with more than one column or with a head."""
        mime = self._mime()
        found = of_html(mime.html()) if mime.hasHtml() else None
        found = found or of_text(mime.text())
        if found is None or (found.width < 2 and columns.recognised(found) is None):
            return None
        return found

    def lines(self, place: Place, position: int | None) -> list[Placed]:
        """Return a measure for each line of text on the clipboard; where they are too many, say so and return none."""
        lines = [_line(line) for line in self._mime().text().splitlines() if line.strip()]
        if len(lines) > LONGEST_PASTE:
            say = self._context.language.say
            self._context.herald.trouble(say("matrix.paste_too_long", count=len(lines), most=LONGEST_PASTE))
            return []
        return [
            Placed(place.initiative, *place.cell, MeasureFields(text=line), None if position is None else position + n)
            for n, line in enumerate(lines)
        ]

    def _mime(self) -> QMimeData:
        return QGuiApplication.clipboard().mimeData()

    def _rows(self, found: Sequence[Measure]) -> Iterator[list[str]]:
        """Go through the rows of the table: its head, and one for each measure."""
        language = self._context.language.code
        actors = self._context.workbench.read(plans.actors)
        codes = self._context.workbench.read(initiatives.codes)
        named = ("initiative", "cell", *columns.FIELDS)
        yield [columns.name(field, language) for field in named]
        for one in found:
            values = {name: getattr(one, name) for name in columns.FIELDS}
            for key in ("lead", "support"):
                bodies = (one.lead,) if key == "lead" else one.support
                values[key] = [actors[code].short[language] if code in actors else code for code in bodies]
            values["status"] = self._context.language.say(f"status.measure.{one.status.value}")
            values["progress"] = f"{one.progress}%"
            shown = (_shown(values[name], language) for name in columns.FIELDS)
            yield [codes.get(one.initiative, ""), one.cell, *shown]


def _whole(one: Measure) -> MeasureFields:
    """Return everything that can be written of a measure, its confirmation as well."""
    given = copied(one)
    return MeasureFields(
        **{name: getattr(given, name) for name in given.__dataclass_fields__}
        | {"confirmed": one.confirmed, "confirmed_by": one.confirmed_by}
    )


def _shown(value: Any, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(value)
    return write_day(value, language) if hasattr(value, "isoformat") else str(value)


def _tabbed(rows: Sequence[Sequence[str]]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made, "excel-tab", lineterminator="\n").writerows(rows)
    return made.getvalue()


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a table whose cells are texts, none a formula, to a spreadsheet."""
    head, *others = (("".join(f"<td>{_cell(cell)}</td>" for cell in row)) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in others).replace("<td>", f'<td style="{_AS_TEXT}">')
    return (
        f'<html><head><meta charset="utf-8"></head><body><table border="1"><tr>{head}</tr>{body}</table></body></html>'
    )


def _cell(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _line(text: str) -> str:
    """Return a text on one line, as the lines of the clipboard hold it."""
    return " ".join(part for part in text.replace("\t", " ").splitlines() if part.strip()).strip()
