"""The items of one corner of the triangle F–P–K, each with a box to tick, wherever an initiative's choice is made."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.editing import initiatives
from models.method import FrameItem
from models.plan import Changes, Initiative
from models.text import one_line
from views.context import Context
from views.parts.labels import PlainLabel, tip
from views.parts.tick_box import TickBox
from views.theme import SPACE


def turn_item(context: Context, one: Initiative, item: str, initiator: QObject | None = None) -> Changes:
    """Let an initiative keep to an item of the frame, or no longer, as one step of work.

    Raises ConflictError when the initiative has changed since it was read.
    """
    frame = [code for code in one.frame if code != item]
    if item not in one.frame:
        frame.append(item)
    edit, rev = context.workbench.edit, one.rev
    return edit("initiative.change", initiatives.change, one.id, frame=frame, expected_rev=rev, initiator=initiator)


class ItemRow(QWidget):
    """A box with the item's code, and its words beside it; a click anywhere ticks."""

    ticked = Signal(str, bool)

    def __init__(self, code: str, page: str) -> None:
        super().__init__()
        self.code = code
        self.box = TickBox(code)
        self.box.setObjectName(f"{page}.item.{code}")
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


class FrameItems(QWidget):
    """The items of F, P or K under their name. `ticked(code, on)` asks for an item to be kept to, or not.

    `page` begins the names of the boxes, `longest` is how many letters of an item are shown.
    """

    ticked = Signal(str, bool)

    def __init__(self, context: Context, items: Sequence[FrameItem], page: str, *, longest: int) -> None:
        super().__init__()
        self._context = context
        self._longest = longest
        self._items = {item.code: item for item in items}
        self.heading = PlainLabel(role="strong", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(self.heading)
        self.rows = {code: ItemRow(code, page) for code in self._items}
        for row in self.rows.values():
            row.ticked.connect(self.ticked)
            column.addWidget(row)
        column.addStretch()

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
            self.rows[code].text.setText(one_line(whole, self._longest))
            self.rows[code].text.setToolTip(tip(whole + cites))
            self.rows[code].box.setAccessibleName(f"{code}. {whole}")
