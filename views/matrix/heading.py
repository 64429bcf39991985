"""Above the matrix: what is shown, in which form and how large; the filter and the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from models.method import MethodPack
from models.plan import Initiative
from models.text import one_line
from views.context import Context
from views.drawn.status_sign import StatusSign
from views.forms.chevron import ListBox
from views.icons import icon
from views.matrix.drawing.scale import Scale
from views.matrix.filtering.bar import STATES, FilterBar
from views.matrix.grouping.forms import FORMS, HEAT, TABLES, Forms
from views.matrix.grouping.selector import Selector
from views.parts.labels import ElidedLabel, PlainLabel, tip
from views.theme import SPACE

_FORM_WIDTH, _LIST_WIDTH = 150, 220
_ROOM_FOR_STATES, _ROOM_FOR_NAME = 850, 800
_LOOKS = (("in", "Ctrl++"), ("out", "Ctrl+-"), ("whole", "Ctrl+0"), ("dense", ""), ("wrap", ""))


class MatrixHeading(QWidget):
    """`form_chosen(form)` follows the choice of a form, `scale_wanted(what)` that of how large and close cells are."""

    form_chosen = Signal(str)
    scale_wanted = Signal(str)

    def __init__(self, context: Context, forms: Forms) -> None:
        super().__init__()
        self._context = context
        self._forms = forms
        self.title = PlainLabel(role="heading")
        self.subtitle = ElidedLabel(role="muted")
        self.selector = Selector(context, forms)
        self.bar = FilterBar(context)
        self.form = ListBox()
        self.form.setObjectName("matrix.form")
        self.form.setFixedWidth(_FORM_WIDTH)
        self.form.view().setMinimumWidth(_LIST_WIDTH)
        self.heat = QPushButton()
        self.heat.setObjectName("matrix.heat")
        self.heat.setCheckable(True)
        self.look = QPushButton("Aa")
        self.look.setObjectName("matrix.look")
        self.look.setProperty("kind", "flat")
        self.looks = self._make_looks()
        self.project = QPushButton()
        self.project.setObjectName("matrix.project")
        self.project.setProperty("kind", "primary")
        self.lock = PlainLabel(role="muted")
        self.lock.setObjectName("matrix.lock")
        self.lock.hide()
        context.workbench.lock_changed.connect(self._show_lock)
        self.totals = PlainLabel(role="muted")
        self.totals.setObjectName("matrix.totals")
        self._signs = {state: (StatusSign(), PlainLabel(role="muted")) for state in STATES}
        self._lay_out()
        self.form.activated.connect(lambda _row: self.form_chosen.emit(self.form.currentData()))
        self.heat.clicked.connect(lambda is_on: self.form_chosen.emit(HEAT if is_on else FORMS[0]))

    def _make_looks(self) -> dict[str, QAction]:
        menu = QMenu(self)
        self.look.setMenu(menu)
        made = {}
        for what, _keys in _LOOKS:
            action = made[what] = menu.addAction("")
            action.setCheckable(what in ("dense", "wrap"))
            action.triggered.connect(lambda _on=False, what=what: self.scale_wanted.emit(what))
        return made

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE[1])
        top.addWidget(self.selector)
        top.addWidget(self.title)
        top.addWidget(self.subtitle, stretch=1)
        for widget in (self.form, self.heat, self.project):
            top.addWidget(widget)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SPACE[0] + 1)
        below.addWidget(self.bar)
        below.addStretch()
        below.addWidget(self.lock)
        below.addWidget(self.totals)
        for sign, count in self._signs.values():
            below.addWidget(sign)
            below.addWidget(count)
        below.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1] - 2)
        column.addLayout(top)
        column.addWidget(self._below)

    def offer(self, method: MethodPack, every: Sequence[Initiative], shown: Initiative) -> None:
        """Offer what can be shown, and show what is chosen."""
        form = self._forms.form
        self.selector.offer(method, every, shown)
        with QSignalBlocker(self.form):
            self.form.setCurrentIndex(self.form.findData(form))
        self.heat.setChecked(form == HEAT)
        is_table = form in TABLES
        self._below.setVisible(is_table)
        name = one_line(self._context.language.pick(shown.title))
        self.title.setText(self._context.language.say(f"matrix.title_{form}" if form != FORMS[0] else "matrix.title"))
        self.subtitle.setText(name if form == FORMS[0] else "")

    def show_scale(self, scale: Scale) -> None:
        """Tick how the cells are set."""
        self.looks["dense"].setChecked(scale.is_dense)
        self.looks["wrap"].setChecked(scale.wraps)
        self.look.setToolTip(tip(f"{scale.zoom} %"))

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
        self.selector.retranslate()
        self.bar.retranslate()
        with QSignalBlocker(self.form):
            self.form.clear()
            for form in FORMS:
                self.form.addItem(say(f"matrix.form.{form}"), form)
            self.form.setCurrentIndex(self.form.findData(self._forms.form))
        self.form.setAccessibleName(say("matrix.forms"))
        self.heat.setToolTip(tip(say("matrix.heat_button")))
        self._show_fitting()
        self.heat.setAccessibleName(say("matrix.heat_button"))
        self.look.setAccessibleName(say("matrix.look"))
        for what, keys in _LOOKS:
            self.looks[what].setText(f"{say(f'matrix.scale.{what}')}\t{keys}")
        self.project.setText(say("matrix.project"))
        self.project.setAccessibleName(say("matrix.project"))
        self._show_lock()
        self.recolour()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.bar.recolour()
        self.heat.setIcon(icon("matrix", self._context.themes.current.ink))

    def minimumSizeHint(self) -> QSize:
        """Return no width: what there is no room for is left out."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the states and name the heat where there is room for it."""
        super().resizeEvent(event)
        self._show_fitting()

    def _show_fitting(self) -> None:
        for part in (part for pair in self._signs.values() for part in pair):
            part.setVisible(self.width() >= _ROOM_FOR_STATES)
        is_named = self.width() >= _ROOM_FOR_NAME
        self.heat.setText(self._context.language.say("matrix.heat_button") if is_named else "")

    def _show_lock(self) -> None:
        """Say quietly that the plan is locked for a workshop."""
        self.lock.setText(self._context.language.say("matrix.locked"))
        self.lock.setVisible(self._context.workbench.is_locked)
