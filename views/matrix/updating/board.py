"""The two-minute update: my measures one after another, state and progress set with one key each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QTableView

from models.editing import reporting
from models.errors import UserError
from models.plan import Measure, MeasureStatus, PlanActor
from models.reading import initiatives, measures
from views.context import Context
from views.forms.chevron import ListBox
from views.layouts.flow import FlowLayout
from views.matrix.grouping.arrangement import Place
from views.matrix.updating.list_model import COLUMNS, TEXT, ListModel
from views.parts.card import Card
from views.parts.labels import PlainLabel
from views.theme import SPACE

_MINE = "matrix/mine"
_WIDTHS = (104, 124, 300, 92, 72, 92)
_LINE, _BOX, _LIST = 28, 220, 380
STATES = {"D": MeasureStatus.DRAFT, "L": MeasureStatus.DOING, "X": MeasureStatus.DONE}


class UpdateBoard(Card):
    """`opened(place, id)` asks for the cell of a measure, `closed` follows Esc.

    D, L and X set the state, 0–9 the progress in tens, Space leaves both as they are; whoever sets has looked. After
    L the progress is waited for; after everything else the next measure is at hand.
    """

    opened = Signal(object, str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("matrix.update")
        self.body_box = ListBox()
        self.body_box.setObjectName("matrix.update.body")
        self.body_box.setFixedWidth(_BOX)
        self.body_box.view().setMinimumWidth(_LIST)
        self.name, self.count = PlainLabel(role="muted"), PlainLabel(role="muted")
        self.count.setObjectName("matrix.update.count")
        self.whole = PlainLabel(role="strong", wraps=True)
        self.whole.setObjectName("matrix.update.text")
        self.list = ListModel(context)
        self.table = QTableView()
        self.table.setObjectName("matrix.update.list")
        self.keys = {key: QPushButton() for key in (*STATES, "0–9", "Space", "←")}
        self.setFocusProxy(self.table)
        self._lay_out()
        self.table.installEventFilter(self)
        self.body_box.activated.connect(self._on_body)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_current())
        self.table.doubleClicked.connect(lambda _index: self._open())

    def _lay_out(self) -> None:
        table = self.table
        table.setProperty("kind", "quiet")
        table.setModel(self.list)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_LINE)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        top = QHBoxLayout()
        top.setSpacing(SPACE[1])
        top.addWidget(self.name)
        top.addWidget(self.body_box)
        top.addStretch()
        top.addWidget(self.count)
        keys = FlowLayout(spacing=SPACE[0])
        for key, button in self.keys.items():
            button.setObjectName(f"matrix.update.{key}")
            button.setProperty("kind", "segment")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._press, key))
            keys.addWidget(button)
        self.body.addLayout(top)
        self.body.addWidget(self.whole)
        self.body.addLayout(keys)
        self.body.addWidget(table, stretch=1)

    @property
    def measure(self) -> Measure | None:
        """Return the measure at hand."""
        row = self.table.currentIndex().row()
        return self.list.measures[row] if 0 <= row < len(self.list.measures) else None

    def offer(self, actors: Mapping[str, PlanActor]) -> None:
        """Offer the bodies of the plan; the one that was chosen before stays chosen."""
        pick = self._context.language.pick
        chosen = self.body_box.currentData() or self._context.settings.text(_MINE)
        with QSignalBlocker(self.body_box):
            self.body_box.clear()
            self.body_box.addItem(self._context.language.say("matrix.update.choose"), "")
            for code, one in actors.items():
                self.body_box.addItem(pick(one.name), code)
            self.body_box.setCurrentIndex(max(0, self.body_box.findData(chosen)))

    def refresh(self, *, anew: bool = False) -> None:
        """Show the plan as it is now."""
        workbench, at = self._context.workbench, self.measure
        body = self.body_box.currentData() or ""
        found = workbench.read(measures.led_by, body) if body else ()
        self.list.show(found, workbench.read(initiatives.codes), anew=anew)
        row = next((n for n, one in enumerate(self.list.measures) if at is not None and one.id == at.id), 0)
        self.table.setCurrentIndex(self.list.index(row, 0))
        self._show_current()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.name.setText(say("matrix.update.mine"))
        self.body_box.setAccessibleName(say("matrix.update.mine"))
        self.table.setAccessibleName(say("matrix.update.list"))
        words = ("draft", "doing", "done", "progress", "holds", "back")
        for (key, button), word in zip(self.keys.items(), words, strict=True):
            button.setText(f"{key}  {say(f'matrix.update.{word}')}")
        self.list.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._show_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list before the list does."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        key = Qt.Key(event.key())
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Space: lambda: self._press("Space"),
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Backspace: lambda: self._step(-1),
            Qt.Key.Key_Right: lambda: self._step(1),
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
            Qt.Key.Key_Escape: self.closed.emit,
        }
        letter = chr(key) if Qt.Key.Key_A <= key <= Qt.Key.Key_Z else ""
        if key in acts:
            acts[key]()
        elif letter in STATES:
            self._press(letter)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._set(None, 10 * (key - Qt.Key.Key_0))
        else:
            return False
        return True

    def _press(self, key: str) -> None:
        """Do what a key says; the button of the figures says only that they are there."""
        if key == "←":
            self._step(-1)
        elif key == "Space":
            self._set(None, None)
        elif key in STATES:
            self._set(STATES[key], None)

    def _set(self, status: MeasureStatus | None, progress: int | None) -> None:
        one = self.measure
        if one is None:
            return
        if progress is not None and (progress or one.status is MeasureStatus.DONE):
            status = MeasureStatus.DOING
        try:
            self._context.workbench.edit("measure.report", reporting.report, one.id, status, progress)
        except UserError as error:
            self._context.herald.trouble(error.sentence(self._context.language.code))
            return
        if status is not MeasureStatus.DOING or progress is not None:
            self._step(1)

    def _step(self, step: int) -> None:
        row = self.table.currentIndex().row() + step
        if 0 <= row < len(self.list.measures):
            self.table.setCurrentIndex(self.list.index(row, 0))
        elif step > 0 and self.list.measures:
            self._context.herald.note(self._context.language.say("matrix.update.at_end"))

    def _open(self) -> None:
        one = self.measure
        if one is not None:
            self.opened.emit(Place(one.initiative, one.kfa, one.kf), one.id)

    def _on_body(self) -> None:
        self._context.settings.set_text(_MINE, self.body_box.currentData())
        self.refresh(anew=True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self) -> None:
        say, one = self._context.language.say, self.measure
        count = len(self.list.measures)
        number = self.table.currentIndex().row() + 1
        self.count.setText(say("matrix.update.count", number=number, count=count) if count else "")
        empty = "nothing" if self.body_box.currentData() else "none_chosen"
        self.whole.setText(one.text if one is not None else say(f"matrix.update.{empty}"))
        for button in self.keys.values():
            button.setEnabled(one is not None)
