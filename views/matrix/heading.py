"""Above the matrix: whose it is, the selector of the initiative, the filter and the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from models.plan import Initiative, Measure, PlanActor
from models.text import one_line
from views.context import Context
from views.drawn.status_sign import LATE, StatusSign
from views.forms.chevron import ListBox
from views.matrix.model import Filter
from views.parts.initiative_box import InitiativeBox
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

_FULL_ROLE = Qt.ItemDataRole.UserRole + 1
_LIST_WIDTH, _ACTOR_WIDTH, _FIND_WIDTH = 380, 172, 132
_STATES = ("draft", "doing", "done", LATE)


class _FullName(QStyledItemDelegate):
    """Shows in the list more than the closed selector says."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = index.data(_FULL_ROLE) or option.text


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


class MatrixHeading(QWidget):
    """`initiative_chosen(id)` and `filter_chosen(filter)` follow the user's choice; `left` goes back to the matrix."""

    initiative_chosen = Signal(str)
    filter_chosen = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.title = PlainLabel(role="heading")
        self.initiative = InitiativeBox(context)
        self.initiative.setObjectName("matrix.initiative")
        self.actor = ListBox()
        self.actor.setObjectName("matrix.actor")
        self.actor.setFixedWidth(_ACTOR_WIDTH)
        self.actor.setItemDelegate(_FullName(self.actor))
        self.actor.view().setMinimumWidth(_LIST_WIDTH)
        self.finder = _FindBox()
        self.finder.setObjectName("matrix.find")
        self.finder.setFixedWidth(_FIND_WIDTH)
        self.finder.setClearButtonEnabled(True)
        self.subtitle = PlainLabel(role="muted")
        self.subtitle.setMinimumWidth(0)
        self.totals = PlainLabel(role="muted")
        self.totals.setObjectName("matrix.totals")
        self._signs = {state: (StatusSign(), PlainLabel(role="muted")) for state in _STATES}
        self._lay_out()
        self.initiative.picked.connect(self.initiative_chosen)
        self.actor.activated.connect(self._on_filter)
        self.finder.textChanged.connect(self._on_filter)
        self.finder.left.connect(self.left)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE[1])
        top.addWidget(self.initiative)
        top.addWidget(self.title)
        top.addStretch()
        top.addWidget(self.actor)
        top.addWidget(self.finder)
        below = QHBoxLayout()
        below.setSpacing(SPACE[0] + 1)
        below.addWidget(self.subtitle, stretch=1)
        below.addSpacing(SPACE[1])
        below.addWidget(self.totals)
        for sign, count in self._signs.values():
            below.addSpacing(SPACE[0])
            below.addWidget(sign)
            below.addWidget(count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addLayout(top)
        column.addLayout(below)

    @property
    def filter(self) -> Filter:
        """Return which measures the user wants to see."""
        return Filter(self.actor.currentData() or "", self.finder.text().strip())

    def offer_initiatives(self, every: Sequence[Initiative], shown: Initiative) -> None:
        """Offer the initiatives, and show one as chosen."""
        self.initiative.show_all(every, shown.id)
        title = one_line(self._context.language.pick(shown.title))
        self.subtitle.setText(one_line(title, 90))
        self.subtitle.setToolTip(tip(title))

    def offer_actors(self, actors: Mapping[str, PlanActor], measures: Sequence[Measure]) -> None:
        """Offer the bodies that lead or support something here; the one that is chosen stays on offer."""
        pick = self._context.language.pick
        chosen = self.actor.currentData() or ""
        named = {code for one in measures for code in (one.lead, *one.support) if code} | ({chosen} - {""})
        with QSignalBlocker(self.actor):
            self.actor.clear()
            self.actor.addItem(self._context.language.say("matrix.every_actor"), "")
            for code in [*(code for code in actors if code in named), *sorted(named - actors.keys())]:
                known = actors.get(code)
                self.actor.addItem(pick(known.short) if known else code, code)
                self.actor.setItemData(self.actor.count() - 1, pick(known.name) if known else code, _FULL_ROLE)
            self.actor.setCurrentIndex(max(0, self.actor.findData(chosen)))

    def show_totals(self, states: Counter[str], total: int) -> None:
        """Say how many measures are shown, and how they stand."""
        say, theme = self._context.language.say, self._context.themes.current
        shown = sum(states.values())
        whole = shown == total
        self.totals.setText(say("matrix.total", count=total) if whole else say("matrix.some", shown=shown, count=total))
        for state, (sign, count) in self._signs.items():
            name = say(f"status.measure.{state}")
            sign.show_state(state, theme, name)
            sign.setToolTip(tip(name))
            count.setText(str(states[state]))
            count.setToolTip(tip(name))

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.title.setText(say("matrix.title"))
        self.initiative.setAccessibleName(say("matrix.initiative"))
        self.initiative.setToolTip(tip(say("matrix.initiative_keys")))
        self.actor.setAccessibleName(say("matrix.actor"))
        self.finder.setPlaceholderText(say("matrix.find"))
        self.finder.setAccessibleName(say("matrix.find"))

    def clear_filter(self) -> None:
        """Show every measure again."""
        with QSignalBlocker(self.finder), QSignalBlocker(self.actor):
            self.finder.clear()
            self.actor.setCurrentIndex(0)
        self._on_filter()

    def _on_filter(self) -> None:
        self.filter_chosen.emit(self.filter)
