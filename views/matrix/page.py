"""The driving matrix page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.pictures.wording import spaced
from models.codes import parse_cell
from models.errors import UsageError
from models.plan import Changes, Initiative
from models.reading import initiatives, origins
from views.context import Context
from views.matrix.boards import Boards
from views.matrix.drawing.scale import Scale
from views.matrix.drawing.sizing import Sizing
from views.matrix.edits import MatrixEdits
from views.matrix.filtering.filter import Filter
from views.matrix.grouping.arrangement import Place
from views.matrix.grouping.forms import CELLS, TABLES, Forms
from views.matrix.grouping.known import Known
from views.matrix.heading import MatrixHeading
from views.matrix.inspector import WIDE, WIDTH, MatrixInspector
from views.matrix.model import MatrixModel
from views.matrix.view import MatrixView
from views.page import Page
from views.theme import SPACE

_ROOMY = 1400
"""From this width of the page on, the inspector is wide."""
_SURROUNDINGS = frozenset({"plan", "initiative", "initiative_support", "actor", "clause", "source", "stakeholder"})
_ANSWERS = frozenset({"answer", "cycle"})


class MatrixPage(Page):
    """The measures of one initiative in 8 × 4 cells or of several side by side, with an inspector; heat; update."""

    code = "matrix"
    chapter = "matrix"
    tables = (
        _SURROUNDINGS
        | _ANSWERS
        | {"measure", "measure_support", "measure_origin", "measure_citation", "measure_stakeholder", "review_mark"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.known = Known(context)
        self.forms = Forms(context.settings)
        self.edits = MatrixEdits(context)
        self.model = MatrixModel(context.language)
        self.heading = MatrixHeading(context, self.forms)
        self.view = MatrixView(context, self.model, self.edits)
        self.inspector = MatrixInspector(context)
        self.stack = QStackedWidget()
        self.boards = Boards(self)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self._sizing = Sizing(context.settings)
        self._use_scale(self._sizing.scale)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE[1])
        left.addWidget(self.heading)
        left.addWidget(self.stack, stretch=1)
        self.stack.addWidget(self.view)
        row = QHBoxLayout(self)
        row.setSpacing(SPACE[3])
        row.addLayout(left, stretch=1)
        row.addWidget(self.inspector)
        self.inspector.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        self.context.selection.changed.connect(self._on_selection_changed)
        self.context.workbench.opened.connect(self._forget)
        self.heading.selector.initiative_chosen.connect(self.context.selection.choose)
        self.heading.selector.changed.connect(self._on_selection_changed)
        self.heading.form_chosen.connect(self.turn_to)
        self.heading.scale_wanted.connect(self._on_scale_wanted)
        self.heading.bar.filter_chosen.connect(self._on_filter_chosen)
        self.heading.bar.left.connect(self._focus_view)
        self.heading.project.clicked.connect(self.context.navigator.project)
        self.view.chosen.connect(self._show_chosen)
        self.view.inspector_wanted.connect(self.inspector.focus_first)
        self.view.given_up.connect(self.heading.bar.clear)
        self.view.jump_wanted.connect(self.jump)
        self.view.table_pasted.connect(self.boards.open_paste)
        self.view.scale_wanted.connect(self._on_scale_wanted)
        self.inspector.add_wanted.connect(self.view.deeds.add_next)
        self.inspector.closed.connect(self._focus_view)
        self.inspector.answer_wanted.connect(self._on_answer_wanted)
        self.inspector.beside.turned.connect(self._show_conclusions)
        for keys, step in (("Ctrl+Alt+Left", -1), ("Ctrl+Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._step(step))

    @property
    def every(self) -> tuple[Initiative, ...]:
        """Return the initiatives of the plan in their order."""
        return self.known.every

    @property
    def initiative(self) -> Initiative | None:
        """Return the initiative that is shown."""
        chosen = self.context.selection.initiative
        return next((one for one in self.every if one.id == chosen), self.every[0] if self.every else None)

    def refresh(self) -> None:
        """Show the plan as it is now."""
        self._show(None)

    def retranslate(self) -> None:
        """Show every word in the language of the window, and then the plan."""
        self.heading.retranslate()
        self.view.setAccessibleName(self.context.language.say("matrix.view"))
        self.inspector.retranslate()
        self.boards.retranslate()
        self.known.is_fresh = False
        if self.context.workbench.is_open:
            self.mark_stale()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.view.recolour()
        self.inspector.recolour()
        self.heading.recolour()
        self.boards.recolour()
        if self.context.workbench.is_open:
            self.mark_stale()

    def crumb(self) -> str:
        """Return the initiative and the page."""
        shown = self.initiative
        name = super().crumb()
        return f"{spaced(shown.code)} › {name}" if shown is not None else name

    def place(self) -> str:
        """Return the cell that is chosen."""
        here = self.view.place
        code = self.known.code(here.initiative)
        return f"{code}.{here.code}" if code else ""

    def go_to(self, place: str) -> None:
        """Show an initiative (SOI5), a cell of it (SOI5.KFA3.KF2) or a measure (SOI5.KFA3.KF2#id)."""
        where, _, measure_id = place.partition("#")
        code, _, cell = where.partition(".")
        try:
            if cell and self.forms.form != CELLS:
                self.turn_to(CELLS)
            self.context.selection.choose(self.context.workbench.read(initiatives.find, code))
            self.come_on()
            if self.model.measure(measure_id) is not None:
                self.view.go_to_measure(measure_id)
            elif cell:
                self.view.go_to_cell(*parse_cell(cell))
        except UsageError as error:
            self.context.herald.trouble(error.sentence(self.context.language.code))
            return
        self._focus_view()

    def jump(self, place: Place, measure_id: str = "") -> None:
        """Show the matrix of the initiative that a cell belongs to, at this cell."""
        one = self.view.measure if not measure_id else None
        self.turn_to(CELLS)
        self.context.selection.choose(place.initiative)
        self.view.go_to_place(place, measure_id or (one.id if one is not None else ""))
        self._focus_view()

    def turn_to(self, form: str) -> None:
        """Show the measures in another form."""
        self.view.inline.close_with("left")
        self.inspector.commit()
        self.boards.close_paste()
        self.forms.turn_to(form)
        self.mark_stale()
        self._focus_view()

    def commit(self) -> None:
        """Write what is still in the fields."""
        self.view.commit()
        self.inspector.commit()

    def seek(self) -> None:
        """Filter the measures by words."""
        if self.forms.form not in TABLES:
            self.turn_to(CELLS)
        self.heading.bar.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.heading.bar.finder.selectAll()

    def hear(self, changes: Changes, initiator: QObject | None) -> None:
        """Take in a step of work, also one made here: matrix and inspector show each other's."""
        touched = {row.table for row in changes.rows}
        if not self.tables & touched:
            return
        if _SURROUNDINGS & touched:
            self.known.is_fresh = False
        self.known.forget_measures()
        if self.isVisible():
            self._show(initiator)
        else:
            self.mark_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the inspector more room on a wide screen."""
        super().resizeEvent(event)
        self.inspector.setFixedWidth(WIDE if self.width() >= _ROOMY else WIDTH)

    def _show(self, initiator: QObject | None) -> None:
        self.known.learn(self.model, self.inspector)
        shown = self.initiative
        if shown is None:
            return
        if shown.id != self.context.selection.initiative:
            self.context.selection.choose(shown.id)
        workbench = self.context.workbench
        self.heading.offer(workbench.method, self.every, shown)
        if self.forms.form in TABLES:
            self._show_cells(shown, initiator)
        self.boards.refresh()

    def _show_cells(self, shown: Initiative, initiator: QObject | None) -> None:
        workbench = self.context.workbench
        arrangement = self.forms.arranged(workbench.method, self.every, shown)
        here = self.known.measures(arrangement.initiatives, self.forms.narrowed)
        self.heading.bar.offer(self.known.actors, here)
        chosen = self.view.measure
        self.model.show(arrangement, here)
        if chosen is not None and (self.view.measure is None or self.view.measure.id != chosen.id):
            self.view.go_to_measure(chosen.id)
        self._show_totals()
        self._show_chosen(initiator)
        self._show_conclusions()
        self.view.follow(initiator)

    def _show_chosen(self, initiator: QObject | None = None) -> None:
        if not self.model.rows or not self.known.is_fresh:
            return
        self.inspector.beside.show_cell(self.context.workbench.method, self.known.clauses, *self.view.cell)
        self.inspector.say_empty(self.model.cell(self.view.cursor_at.row, self.view.cursor_at.column).hidden)
        self.inspector.show_measure(self.view.measure, initiator)

    def _show_conclusions(self) -> None:
        """Read the conclusions of the initiative when they are in sight."""
        here = self.view.place.initiative
        if here and self.inspector.beside.shows_conclusions:
            method = self.context.workbench.method
            found = self.context.workbench.read(origins.texts, here, tuple(method.steps))
            self.inspector.beside.conclusions.show_texts(method, found)

    def _on_answer_wanted(self, place: str) -> None:
        code = self.known.code(self.view.place.initiative)
        if code:
            self.context.navigator.go("sot", f"{code}.{place}")

    def _show_totals(self) -> None:
        self.heading.show_totals(self.model.states(), self.model.total)

    def _focus_view(self) -> None:
        self.boards.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_filter_chosen(self, wanted: Filter) -> None:
        self.model.show_only(wanted)
        self._show_totals()
        self._show_chosen()

    def _on_selection_changed(self) -> None:
        """Show another initiative, in the same cell; what was typed belongs to the one before."""
        if not self.context.workbench.is_open:
            return
        self.view.inline.close_with("left")
        self.inspector.commit()
        self.boards.close_paste()
        self.mark_stale()

    def _step(self, step: int) -> None:
        shown = self.initiative
        if shown is not None:
            place = (self.every.index(shown) + step) % len(self.every)
            self.context.selection.choose(self.every[place].id)

    def _on_scale_wanted(self, what: str) -> None:
        self._use_scale(self._sizing.change(what))

    def _use_scale(self, scale: Scale) -> None:
        self.view.use_scale(scale)
        self.heading.show_scale(scale)

    def _forget(self) -> None:
        """Another plan: nothing of the one before holds."""
        self.known.forget()
        self.forms.forget()
        self.boards.close_paste()
        self.heading.bar.clear()
        self.inspector.forget()
