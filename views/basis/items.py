"""The items of one corner of the triangle, each with a box to tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.method import FrameItem
from models.text import one_line
from views.context import Context
from views.parts.card import Card
from views.parts.labels import PlainLabel, tip
from views.parts.tick_box import TickBox
from views.theme import SPACE

_LONGEST = 130


class ItemRow(QWidget):
    """A box with the item's code, and its words beside it; a click anywhere ticks."""

    ticked = Signal(str, bool)

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.box = TickBox(code)
        self.box.setObjectName(f"basis.item.{code}")
        self.box.setMinimumWidth(46)
        self.box.clicked.connect(lambda on: self.ticked.emit(code, on))
        self.text = PlainLabel(role="label", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(SPACE[0])
        row.addWidget(self.box, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on the words too."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.box.click()


class ItemsCard(Card):
    """The items of F, P or K. `ticked(code, on)` asks for an item to be kept to, or not."""

    ticked = Signal(str, bool)

    def __init__(self, context: Context, items: Sequence[FrameItem]) -> None:
        super().__init__(margin=14)
        self._context = context
        self._items = {item.code: item for item in items}
        self.heading = PlainLabel(role="strong")
        self.body.addWidget(self.heading)
        self.body.setSpacing(SPACE[0])
        self.rows = {code: ItemRow(code) for code in self._items}
        for row in self.rows.values():
            row.ticked.connect(self.ticked)
            self.body.addWidget(row)
        self.body.addStretch()

    def show_chosen(self, chosen: Collection[str]) -> None:
        """Tick the items chosen."""
        for code, row in self.rows.items():
            row.box.recolour(self._context.themes.current)
            row.box.setChecked(code in chosen)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        pick, kinds = self._context.language.pick, self._context.workbench.method.frame_kinds
        kind = next(iter(self._items.values())).kind
        self.heading.setText(f"{kind} · {pick(kinds[kind].text)}")
        for code, item in self._items.items():
            whole = pick(item.text)
            cites = f" ({', '.join(item.clauses)})" if item.clauses else f" ({pick(item.group)})" if item.group else ""
            self.rows[code].text.setText(one_line(whole, _LONGEST))
            self.rows[code].text.setToolTip(tip(whole + cites))
            self.rows[code].box.setAccessibleName(f"{code}. {whole}")
