"""The measures of a body as a model: state, cell, text, due day, progress, last confirmation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from models.plan import Measure
from models.text import one_line
from views.context import Context
from views.drawn.status_sign import LATE, sign_icon
from views.forms.fields import write_day
from views.matrix.filtering.filter import state_of
from views.parts.labels import tip

COLUMNS = ("state", "place", "text", "due", "progress", "confirmed")
TEXT = COLUMNS.index("text")
_LONGEST = 160
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractTableModel):
    """Keeps the order in which measures were first shown, so that none jumps away from under the user."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.measures: list[Measure] = []
        self._codes: Mapping[str, str] = {}

    def show(self, found: Sequence[Measure], codes: Mapping[str, str], *, anew: bool) -> None:
        """Show measures; `codes` are those of the initiatives by id."""
        order = {} if anew else {one.id: number for number, one in enumerate(self.measures)}
        self.beginResetModel()
        self._codes = codes
        self.measures = sorted(found, key=lambda one: order.get(one.id, len(order)))
        self.endResetModel()

    def place(self, one: Measure) -> str:
        """Return where a measure stands: SOI5.KFA3.KF2."""
        return f"{self._codes.get(one.initiative, '')}.{one.cell}"

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of measures."""
        return 0 if parent.isValid() else len(self.measures)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a field."""
        one, column = self.measures[index.row()], COLUMNS[index.column()]
        theme = self._context.themes.current
        state = state_of(one, date.today())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, column, state)
        if role == Qt.ItemDataRole.DecorationRole and column == "state":
            return sign_icon(state, theme)
        if role == Qt.ItemDataRole.ToolTipRole and column == "text":
            return tip(one.text)
        if role == Qt.ItemDataRole.ForegroundRole and column != "text":
            return QColor(theme.late if column == "due" and state == LATE else theme.muted)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column holds."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._context.language.say(f"matrix.update.head_{COLUMNS[section]}")

    def _text(self, one: Measure, column: str, state: str) -> str:
        language = self._context.language
        if column == "state":
            return language.say(f"status.measure.{state}")
        if column == "place":
            return self.place(one)
        if column == "text":
            return one_line(one.text, _LONGEST)
        if column == "progress":
            return f"{one.progress} %"
        return write_day(one.due if column == "due" else one.confirmed, language.code) or "–"
