"""The choice of initiatives for a document: all of them at once, or ticked in a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.errors import UserError
from models.plan import Initiative
from views.context import Context
from views.parts.labels import PlainLabel
from views.parts.tick_box import TickBox
from views.theme import SPACE

HEIGHT, _GAP = 264, 2
_TICKED, _NOT_TICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Scope(QWidget):
    """A list of initiatives to tick; `changed` follows each tick."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._initiatives: Sequence[Initiative] = ()
        self.all = TickBox("")
        self.all.setObjectName("export.all")
        self.all.clicked.connect(self._on_all)
        self.count = PlainLabel(role="muted")
        self.list = QListWidget()
        self.list.setObjectName("export.initiatives")
        self.list.setProperty("kind", "popup")
        self.list.setFixedHeight(HEIGHT)
        self.list.setSpacing(_GAP)
        self.sentence = PlainLabel(role="error", wraps=True)
        self.sentence.setObjectName("export.scope_trouble")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._on_ticked)
        head = QHBoxLayout()
        head.addWidget(self.all)
        head.addStretch()
        head.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[0])
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addWidget(self.sentence)
        self._said: UserError | None = None
        self.say(None)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the initiatives that are ticked, in the order of the plan."""
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in self._items() if _is_ticked(item))

    def show_all(self, initiatives: Sequence[Initiative], ticked: Collection[str]) -> None:
        """Show these initiatives, and those with the ids `ticked` ticked."""
        self._initiatives = initiatives
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in initiatives:
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, one.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_TICKED if one.id in ticked else _NOT_TICKED)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.retranslate()

    def say(self, said: UserError | None) -> None:
        """Say what is wrong with the choice, or nothing more."""
        self._said = said
        self.sentence.setText(said.sentence(self._context.language.code) if said is not None else "")
        self.sentence.setVisible(said is not None)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        language = self._context.language
        with QSignalBlocker(self.list):
            for item, one in zip(self._items(), self._initiatives, strict=True):
                item.setText(f"{one.code}   {language.pick(one.title)}")
        self.all.setText(language.say("export_dialog.all"))
        self.all.setAccessibleName(language.say("export_dialog.all"))
        self.list.setAccessibleName(language.say("export_dialog.initiatives"))
        self._show_count()
        self.say(self._said)

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.all.recolour(self._context.themes.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Enter in the list to the dialog: it starts the work."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return event.type() is QEvent.Type.KeyPress and self._passed_on(event)
        return super().eventFilter(watched, event)

    def _passed_on(self, event: QKeyEvent) -> bool:
        self.window().keyPressEvent(event)
        return True

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _on_all(self) -> None:
        with QSignalBlocker(self.list):
            for item in self._items():
                item.setCheckState(_TICKED if self.all.isChecked() else _NOT_TICKED)
        self._on_ticked()

    def _on_ticked(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        ticked, total = len(self.chosen()), self.list.count()
        self.all.setChecked(ticked == total)
        self.count.setText(self._context.language.say("export_dialog.chosen", ticked=ticked, total=total))


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is _TICKED
