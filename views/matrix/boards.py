"""What can stand where the matrix is: the cells themselves, a pasted table before it is taken in, heat, update."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.reading import measures, stakeholders
from views.matrix.clipboard.grid import Grid
from views.matrix.clipboard.panel import PastePanel
from views.matrix.clipboard.reading import Surroundings
from views.matrix.grouping.arrangement import Place
from views.matrix.grouping.forms import CELLS, HEAT, TABLES, UPDATE
from views.matrix.heat.board import HeatBoard
from views.matrix.updating.board import UpdateBoard

if TYPE_CHECKING:
    from views.matrix.page import MatrixPage


class Boards:
    """Makes each when it is first wanted, and shows one at a time."""

    def __init__(self, page: MatrixPage) -> None:
        self._page = page
        self.paste: PastePanel | None = None
        self.heat: HeatBoard | None = None
        self.update: UpdateBoard | None = None
        self._is_pasting = False

    @property
    def current(self) -> QWidget:
        """Return what is shown."""
        return self._page.stack.currentWidget() or self._page.view

    def refresh(self) -> None:
        """Show what the form at hand asks for, with the plan as it is now."""
        page, form = self._page, self._page.forms.form
        if self._is_pasting and self.paste is not None:
            self.paste.read_anew()
            return
        shown: QWidget = page.view
        if form == HEAT:
            shown = heat = self._heat()
            heat.refresh()
        elif form == UPDATE:
            shown = update = self._update()
            update.offer(page.known.actors)
            update.refresh()
        page.stack.setCurrentWidget(shown)
        page.inspector.setVisible(form in TABLES)

    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        for board in (self.paste, self.heat, self.update):
            if board is not None:
                board.retranslate()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        if self.paste is not None:
            self.paste.recolour()

    def open_paste(self, grid: Grid) -> None:
        """Show what a pasted table would bring."""
        page, model = self._page, self._page.model
        if self.paste is None:
            self.paste = PastePanel(page.context)
            self.paste.applied.connect(self._on_applied)
            self.paste.closed.connect(self._on_paste_closed)
            page.stack.addWidget(self.paste)
            self.paste.recolour()
        at = page.view.cursor_at

        def place_at(down: int, right: int) -> Place | None:
            place = model.place(at.row + down, at.column + right)
            return place if place.initiative else None

        self._is_pasting = True
        page.inspector.commit()
        page.inspector.hide()
        page.stack.setCurrentWidget(self.paste)
        self.paste.open(grid, page.view.place, place_at, self._surroundings)

    def close_paste(self) -> None:
        """Show the matrix again."""
        if self._is_pasting and self.paste is not None:
            self._is_pasting = False
            self.paste.forget()
            self._page.stack.setCurrentWidget(self._page.view)
            self._page.inspector.show()

    def _heat(self) -> HeatBoard:
        if self.heat is None:
            self.heat = HeatBoard(self._page.context)
            self.heat.opened.connect(self._page.jump)
            self.heat.closed.connect(lambda: self._page.turn_to(CELLS))
            self._page.stack.addWidget(self.heat)
            self.heat.retranslate()
        return self.heat

    def _update(self) -> UpdateBoard:
        if self.update is None:
            self.update = UpdateBoard(self._page.context)
            self.update.opened.connect(self._page.jump)
            self.update.closed.connect(lambda: self._page.turn_to(CELLS))
            self._page.stack.addWidget(self.update)
            self.update.retranslate()
        return self.update

    def _surroundings(self) -> Surroundings:
        page, workbench = self._page, self._page.context.workbench
        return Surroundings(
            workbench.method,
            page.known.actors,
            page.known.clauses,
            page.known.every,
            workbench.read(stakeholders.every),
            lambda one: workbench.read(measures.by_initiative, [one]).get(one, ()),
        )

    def _on_applied(self, placed: object) -> None:
        """Write the rows as one step; where that was refused, the table stays to be mended."""
        page = self._page
        assert isinstance(placed, list)
        made = page.edits.put(placed)
        if made:
            self._on_paste_closed()
            page.view.go_to_measure(made[0])
            page.edits.say_pasted(len(made))

    def _on_paste_closed(self) -> None:
        self.close_paste()
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)
