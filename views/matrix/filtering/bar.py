"""The bar above the matrix on which its measures are chosen: by body, state, year, missing clear and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.plan import CLEARS, Measure, PlanActor
from views.context import Context
from views.drawn.status_sign import LATE, sign_icon
from views.forms.chevron import ListBox
from views.matrix.filtering.filter import ANY, Filter, years_of
from views.matrix.filtering.names import FULL_ROLE, FullName
from views.theme import SPACE

STATES = ("draft", "doing", "done", LATE)
_LIST_WIDTH, _FIND_WIDTH = 380, 104
_WIDTHS = {"actor": 140, "state": 132, "year": 96, "lacking": 92}


class _FindBox(QLineEdit):
    """A field that Esc empties first and leaves then."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """`filter_chosen(filter)` follows every choice; `left` goes back to the matrix, Esc gives up all choices."""

    filter_chosen = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.actor, self.state, self.year, self.lacking = (ListBox() for _ in _WIDTHS)
        self.boxes = dict(zip(_WIDTHS, (self.actor, self.state, self.year, self.lacking), strict=True))
        self.finder = _FindBox()
        self.finder.setObjectName("matrix.find")
        self.finder.setFixedWidth(_FIND_WIDTH)
        self.finder.setClearButtonEnabled(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[0])
        for key, box in self.boxes.items():
            box.setObjectName(f"matrix.{key}")
            box.setFixedWidth(_WIDTHS[key])
            box.activated.connect(self._on_filter)
            row.addWidget(box)
        row.addWidget(self.finder)
        self.actor.setItemDelegate(FullName(self.actor))
        self.actor.view().setMinimumWidth(_LIST_WIDTH)
        self.lacking.view().setMinimumWidth(_LIST_WIDTH // 2)
        self.finder.textChanged.connect(self._on_filter)
        self.finder.left.connect(self.left)

    @property
    def filter(self) -> Filter:
        """Return which measures the user wants to see."""
        return Filter(
            self.actor.currentData() or "",
            self.finder.text().strip(),
            self.state.currentData() or "",
            self.year.currentData() or 0,
            self.lacking.currentData() or "",
        )

    def offer(self, actors: Mapping[str, PlanActor], measures: Sequence[Measure]) -> None:
        """Offer the bodies and years that occur; those that are chosen stay on offer."""
        say, pick = self._context.language.say, self._context.language.pick
        chosen = self.actor.currentData() or ""
        named = {code for one in measures for code in (one.lead, *one.support) if code} | ({chosen} - {""})
        bodies = [*(code for code in actors if code in named), *sorted(named - actors.keys())]
        short = [(pick(actors[code].short) if code in actors else code, code) for code in bodies]
        self._fill(self.actor, say("matrix.every_actor"), "", short)
        for row, code in enumerate(bodies, start=1):
            self.actor.setItemData(row, pick(actors[code].name) if code in actors else code, FULL_ROLE)
        year = self.year.currentData() or 0
        years = sorted({one for measure in measures for one in years_of(measure)} | ({year} - {0}))
        self._fill(self.year, say("matrix.every_year"), 0, [(str(one), one) for one in years])

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self._fill(self.state, say("matrix.every_state"), "", [(say(f"status.measure.{one}"), one) for one in STATES])
        clears = [(say(f"matrix.lacks.{one}"), one) for one in (ANY, *(key for key in CLEARS if key != "text"))]
        self._fill(self.lacking, say("matrix.every_clear"), "", clears)
        for key, box in self.boxes.items():
            box.setAccessibleName(say(f"matrix.{key}"))
        self.finder.setPlaceholderText(say("matrix.find"))
        self.finder.setAccessibleName(say("matrix.find"))
        self.recolour()

    def recolour(self) -> None:
        """Tint the signs of the states by the theme."""
        for row, state in enumerate(STATES, start=1):
            self.state.setItemIcon(row, sign_icon(state, self._context.themes.current))

    def clear(self) -> None:
        """Show every measure again."""
        with QSignalBlocker(self.finder):
            self.finder.clear()
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        self._on_filter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up all choices with Esc, or go back to the matrix where there are none."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filter == Filter():
            self.left.emit()
        else:
            self.clear()

    def _fill(self, box: ListBox, every: str, nothing: Any, offered: Sequence[tuple[str, Any]]) -> None:
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            for words, value in ((every, nothing), *offered):
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _on_filter(self) -> None:
        self.filter_chosen.emit(self.filter)
