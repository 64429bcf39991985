"""What a pasted table would bring, row by row, before anything is written: the whole of it as one step, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from models.text import one_line
from views.context import Context
from views.forms.chevron import ListBox
from views.layouts.flow import FlowLayout
from views.matrix.clipboard import columns, reading
from views.matrix.clipboard.grid import Grid
from views.matrix.clipboard.reading import CHANGED, NEW, SAME, WRONG, PastedRow, Surroundings
from views.matrix.clipboard.rows_model import CELL, NUMBER, OUTCOME, RowsModel
from views.matrix.grouping.arrangement import NOWHERE, Place
from views.parts.card import Card
from views.parts.labels import PlainLabel, leave_room
from views.parts.tick_box import TickBox
from views.theme import SPACE

ROWS, CELLS = "rows", "cells"
_NUMBER_WIDTH, _OUTCOME_WIDTH, _CELL_WIDTH, _WIDTH = 44, 320, 116, 170
_LINE = 26
_LONGEST_HEAD = 18


class PastePanel(Card):
    """Stands where the matrix is. `applied(rows)` carries what is to be written, `closed` follows giving up."""

    applied = Signal(object)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("matrix.paste")
        self._context = context
        self._grid = Grid(())
        self._columns: list[str] = []
        self._here = NOWHERE
        self._place_at: Callable[[int, int], Place | None] = lambda _row, _column: None
        self._known: Callable[[], Surroundings] | None = None
        self._read: list[PastedRow] = []
        self.title = PlainLabel(role="strong")
        self.summary = PlainLabel(role="label", wraps=True)
        self.summary.setObjectName("matrix.paste.summary")
        self.ways = {way: QPushButton() for way in (ROWS, CELLS)}
        self.head, self.skip = TickBox(""), TickBox("")
        self.head.setObjectName("matrix.paste.head")
        self.skip.setObjectName("matrix.paste.skip")
        self.boxes: list[ListBox] = []
        self._meanings = QWidget()
        self._flow = FlowLayout(self._meanings, spacing=SPACE[1])
        self.rows = RowsModel(context)
        self.table = QTableView()
        self.table.setObjectName("matrix.paste.rows")
        self.apply, self.close_button = QPushButton(), QPushButton()
        self.apply.setObjectName("matrix.paste.apply")
        self.close_button.setObjectName("matrix.paste.close")
        self._lay_out()
        self.head.toggled.connect(self.read_anew)
        self.skip.toggled.connect(self._show_counts)
        self.apply.clicked.connect(self._on_apply)
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        self._make_table()
        self.apply.setProperty("kind", "primary")
        group = QButtonGroup(self)
        top = QHBoxLayout()
        top.setSpacing(SPACE[1])
        top.addWidget(self.title)
        top.addStretch()
        for way, button in self.ways.items():
            button.setObjectName(f"matrix.paste.{way}")
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.clicked.connect(self.read_anew)
            group.addButton(button)
            top.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE[1])
        foot.addWidget(self.skip)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.apply)
        self.body.addLayout(top)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.head)
        self.body.addWidget(self._meanings)
        self.body.addWidget(self.table, stretch=1)
        self.body.addLayout(foot)

    def _make_table(self) -> None:
        table = self.table
        table.setProperty("kind", "quiet")
        table.setModel(self.rows)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_LINE)

    def open(
        self, grid: Grid, here: Place, place_at: Callable[[int, int], Place | None], known: Callable[[], Surroundings]
    ) -> None:
        """Show a table: its rows go `here` where they name no cell; `place_at` says where its cells lie, spread out."""
        self._grid, self._here, self._place_at, self._known = grid, here, place_at, known
        found = columns.recognised(grid)
        self._columns = list(found or columns.guessed(grid))
        fits = place_at(0, grid.width - 1) is not None
        with QSignalBlocker(self.head), QSignalBlocker(self.skip):
            self.head.setChecked(found is not None)
            self.skip.setChecked(False)
        self.ways[ROWS if found or "cell" in self._columns or not fits else CELLS].setChecked(True)
        self._make_boxes()
        self.retranslate()
        self.read_anew()
        (self.apply if self.apply.isEnabled() else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def read_anew(self) -> None:
        """Read the table as it is now understood, against the plan as it is now."""
        if self._known is None:
            return
        is_rows = self.ways[ROWS].isChecked()
        known = self._known()
        if is_rows:
            is_headed = self.head.isChecked()
            self._read = reading.read(self._grid, self._columns, is_headed=is_headed, here=self._here, known=known)
        else:
            self._read = reading.spread(self._grid, self._place_at, known)
        self.head.setVisible(is_rows)
        self._meanings.setVisible(is_rows)
        self.rows.show(self._read, [one for one in self._columns if one in columns.FIELDS] if is_rows else ["text"])
        for section in range(self.rows.columnCount()):
            width = {NUMBER: _NUMBER_WIDTH, OUTCOME: _OUTCOME_WIDTH, CELL: _CELL_WIDTH}.get(section, _WIDTH)
            self.table.setColumnWidth(section, width)
        wrong = next((number for number, row in enumerate(self._read) if row.kind == WRONG), -1)
        self.table.setCurrentIndex(self.rows.index(max(0, wrong), 0))
        self._show_counts()

    def forget(self) -> None:
        """Keep nothing of the table."""
        self._grid, self._read, self._known, self._columns = Grid(()), [], None, []
        self._make_boxes()
        self.rows.show((), ())

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say, code = self._context.language.say, self._context.language.code
        self.setAccessibleName(say("matrix.pasted.title", count=len(self._grid.rows)))
        self.title.setText(say("matrix.pasted.title", count=len(self._grid.rows)))
        self.head.setText(say("matrix.pasted.head"))
        self.skip.setText(say("matrix.pasted.skip"))
        self.close_button.setText(say("matrix.pasted.close"))
        self.table.setAccessibleName(say("matrix.pasted.rows"))
        for way, button in self.ways.items():
            button.setText(say(f"matrix.pasted.as_{way}"))
            leave_room(button)
        for number, box in enumerate(self.boxes):
            with QSignalBlocker(box):
                for place in range(box.count()):
                    box.setItemText(place, self._meaning(number, box.itemData(place), code))
            box.setAccessibleName(say("matrix.pasted.column", number=number + 1))
        self._show_counts()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for box in (self.head, self.skip):
            box.recolour(self._context.themes.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _meaning(self, number: int, name: str, code: str) -> str:
        head = one_line(self._grid.rows[0][number], _LONGEST_HEAD) or str(number + 1)
        shown = columns.name(name, code) if name else self._context.language.say("matrix.pasted.left_out")
        return f"{head} → {shown}"

    def _make_boxes(self) -> None:
        for box in self.boxes:
            self._flow.removeWidget(box)
            box.deleteLater()
        self.boxes = []
        for number, name in enumerate(self._columns):
            box = ListBox()
            box.setObjectName(f"matrix.paste.column.{number + 1}")
            for field in (columns.NOTHING, *columns.CODES, *columns.FIELDS):
                box.addItem("", field)
            box.setCurrentIndex(box.findData(name))
            box.activated.connect(lambda _row, number=number: self._on_meaning(number))
            self._flow.addWidget(box)
            self.boxes.append(box)

    def _on_meaning(self, number: int) -> None:
        """Let a column mean something else; the column that meant it before means nothing."""
        chosen = self.boxes[number].currentData()
        for other, name in enumerate(self._columns):
            if other != number and name == chosen:
                self._columns[other] = columns.NOTHING
                self.boxes[other].setCurrentIndex(0)
        self._columns[number] = chosen
        self.read_anew()

    def _wanted(self) -> Sequence[PastedRow]:
        return [row for row in self._read if row.placed is not None]

    def _show_counts(self) -> None:
        """Say how many rows are new, changed, there already or wrong; with a wrong one nothing is written."""
        say = self._context.language.say
        counts = Counter(row.kind for row in self._read)
        parts = [
            say(f"matrix.pasted.count_{kind}", count=counts[kind]) for kind in (NEW, CHANGED, SAME) if counts[kind]
        ]
        if not self._grid.is_whole:
            parts.append(say("matrix.pasted.cut"))
        first = next((row for row in self._read if row.wrong is not None), None)
        if first is not None and first.wrong is not None:
            reason = first.wrong.sentence(self._context.language.code)
            parts.append(say("matrix.pasted.wrong_row", count=counts[WRONG], number=first.number, reason=reason))
        self.summary.setText(" · ".join(parts))
        self.skip.setVisible(bool(counts[WRONG]))
        wanted = len(self._wanted())
        self.apply.setText(say("matrix.pasted.apply", count=wanted))
        self.apply.setEnabled(bool(wanted) and (not counts[WRONG] or self.skip.isChecked()))

    def _on_apply(self) -> None:
        self.applied.emit([row.placed for row in self._wanted()])
