"""The driving matrix page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.pictures.wording import spaced
from models.codes import parse_cell
from models.errors import UsageError
from models.method import Bilingual
from models.plan import Changes, Initiative, PlanActor
from models.reading import clauses, initiatives, measures, plans
from views.context import Context
from views.matrix.edits import MatrixEdits
from views.matrix.heading import MatrixHeading
from views.matrix.inspector import WIDE, WIDTH, MatrixInspector
from views.matrix.model import Filter, MatrixModel
from views.matrix.view import MatrixView
from views.page import Page
from views.theme import SPACE

_ROOMY = 1400
"""From this width of the page on, the inspector is wide."""
_SURROUNDINGS = frozenset({"plan", "initiative", "initiative_support", "actor", "clause", "source"})


class MatrixPage(Page):
    """The measures of one initiative in 8 × 4 cells, and an inspector for the one that is chosen."""

    code = "matrix"
    tables = _SURROUNDINGS | {"measure", "measure_support", "measure_origin", "measure_citation", "review_mark"}

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._every: tuple[Initiative, ...] = ()
        self._actors: dict[str, PlanActor] = {}
        self._clauses: dict[str, str] = {}
        self._knows_surroundings = False
        self.edits = MatrixEdits(context)
        self.model = MatrixModel(context.language)
        self.heading = MatrixHeading(context)
        self.view = MatrixView(context, self.model, self.edits)
        self.inspector = MatrixInspector(context)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE[1])
        left.addWidget(self.heading)
        left.addWidget(self.view, stretch=1)
        row = QHBoxLayout(self)
        row.setSpacing(SPACE[3])
        row.addLayout(left, stretch=1)
        row.addWidget(self.inspector)
        self.inspector.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        self.context.selection.changed.connect(self._on_selection_changed)
        self.context.workbench.opened.connect(self._forget)
        self.heading.initiative_chosen.connect(self.context.selection.choose)
        self.heading.filter_chosen.connect(self._on_filter_chosen)
        self.heading.left.connect(self._focus_view)
        self.view.chosen.connect(self._show_chosen)
        self.view.inspector_wanted.connect(self.inspector.focus_first)
        self.inspector.add_wanted.connect(self.view.add_next)
        self.inspector.closed.connect(self._focus_view)
        for keys, step in (("Ctrl+Alt+Left", -1), ("Ctrl+Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._step(step))

    @property
    def initiative(self) -> Initiative | None:
        """Return the initiative that is shown."""
        chosen = self.context.selection.initiative
        return next((one for one in self._every if one.id == chosen), self._every[0] if self._every else None)

    def refresh(self) -> None:
        """Show the plan as it is now."""
        self._show(None)

    def retranslate(self) -> None:
        """Show every word in the language of the window, and then the plan."""
        self.heading.retranslate()
        self.view.setAccessibleName(self.context.language.say("matrix.view"))
        self.inspector.retranslate()
        self._knows_surroundings = False
        if self.context.workbench.is_open:
            self.mark_stale()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.view.recolour()
        self.inspector.recolour()
        if self.context.workbench.is_open:
            self.mark_stale()

    def crumb(self) -> str:
        """Return the initiative and the page."""
        shown = self.initiative
        name = super().crumb()
        return f"{spaced(shown.code)} › {name}" if shown is not None else name

    def go_to(self, place: str) -> None:
        """Show an initiative (SOI5), a cell of it (SOI5.KFA3.KF2) or a measure (SOI5.KFA3.KF2#id)."""
        where, _, measure_id = place.partition("#")
        code, _, cell = where.partition(".")
        try:
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

    def commit(self) -> None:
        """Write what is still in the fields."""
        self.view.commit()
        self.inspector.commit()

    def seek(self) -> None:
        """Filter the measures by words."""
        self.heading.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.heading.finder.selectAll()

    def hear(self, changes: Changes, initiator: QObject | None) -> None:
        """Take in a step of work, also one made here: matrix and inspector show each other's."""
        touched = {row.table for row in changes.rows}
        if not self.tables & touched:
            return
        if _SURROUNDINGS & touched:
            self._knows_surroundings = False
        if self.isVisible():
            self._show(initiator)
        else:
            self.mark_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the inspector more room on a wide screen."""
        super().resizeEvent(event)
        self.inspector.setFixedWidth(WIDE if self.width() >= _ROOMY else WIDTH)

    def _show(self, initiator: QObject | None) -> None:
        self._learn_surroundings()
        shown = self.initiative
        if shown is None:
            return
        if shown.id != self.context.selection.initiative:
            self.context.selection.choose(shown.id)
        self.edits.initiative = shown.id
        here = self.context.workbench.read(measures.by_initiative, [shown.id]).get(shown.id, ())
        self.heading.offer_initiatives(self._every, shown)
        self.heading.offer_actors(self._actors, here)
        chosen = self.view.measure
        self.model.show(here)
        if chosen is not None:
            self.view.go_to_measure(chosen.id)
        self._show_totals()
        self._show_chosen(initiator)
        self._follow_inline(initiator)

    def _learn_surroundings(self) -> None:
        """Read what every initiative of the plan shares, unless it is known."""
        if self._knows_surroundings:
            return
        workbench = self.context.workbench
        self._every = workbench.read(initiatives.every)
        self._actors = dict(workbench.read(plans.actors))
        pick = self.context.language.pick
        self._clauses = {line.code: pick(line.text) for line in workbench.read(clauses.every)}
        method = workbench.method
        self.model.use_method(method, self._actors)
        codes: dict[str, Bilingual] = {code: question.text for code, question in method.questions.items()}
        codes |= {code: step.text for code, step in method.steps.items()}
        self.inspector.use_plan(self._actors, self._clauses, codes)
        self._knows_surroundings = True

    def _follow_inline(self, initiator: QObject | None) -> None:
        """Let the editor in the matrix follow what was changed elsewhere; close it when its measure is gone."""
        inline = self.view.inline
        if not inline.is_open or initiator is inline or not inline.measure_id:
            return
        one = self.model.measure(inline.measure_id)
        if one is None:
            inline.abandon()
        else:
            inline.show_text(one.text)

    def _show_chosen(self, initiator: QObject | None = None) -> None:
        if not self.model.rows or not self._knows_surroundings:
            return
        self.inspector.reference.show_cell(self.context.workbench.method, self._clauses, *self.view.cell)
        self.inspector.say_empty(self.model.cell(self.view.cursor_at.row, self.view.cursor_at.column).hidden)
        self.inspector.show_measure(self.view.measure, initiator)

    def _show_totals(self) -> None:
        self.heading.show_totals(self.model.states(), self.model.total)

    def _focus_view(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self.mark_stale()

    def _step(self, step: int) -> None:
        shown = self.initiative
        if shown is not None:
            place = (self._every.index(shown) + step) % len(self._every)
            self.context.selection.choose(self._every[place].id)

    def _forget(self) -> None:
        """Another plan: nothing of the one before holds."""
        self._knows_surroundings = False
        self._every = ()
        self.heading.clear_filter()
        self.inspector.forget()
