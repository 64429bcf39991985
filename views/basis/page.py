"""The basis page: what the initiatives answer, and the frame they keep to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from models.method import MethodPack
from models.plan import Initiative
from models.reading import initiatives
from views.basis.alignment import AlignmentTable
from views.basis.frame_view import FrameView
from views.basis.statements import Statements
from views.context import Context
from views.forms.frame_items import turn_item
from views.layouts.scroll_column import ScrollColumn
from views.page import Page
from views.parts.card import Card
from views.parts.labels import PlainLabel
from views.theme import SPACE

PARTS = ("statements", "frame", "alignment")


class BasisPage(Page):
    """Three parts: the twelve statements, the triangle F–P–K of one initiative, and the alignment of all of them."""

    code = "basis"
    tables = frozenset({"initiative", "frame_choice"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._method: MethodPack | None = None
        self._initiatives: Sequence[Initiative] = ()
        self.title = PlainLabel(role="title")
        self.line = PlainLabel(role="muted", wraps=True)
        self.statements = Statements(context)
        self.statements.pressed.connect(lambda code: context.navigator.go("sot", code))
        self.frame = FrameView(context)
        self.frame.toggled.connect(self._toggle)
        self.frame.chosen.connect(context.selection.choose)
        self.stack = QStackedWidget()
        first = ScrollColumn()
        first.column.addWidget(self.statements)
        first.column.addStretch()
        self.stack.addWidget(first)
        self.stack.addWidget(self.frame)
        self.heading = PlainLabel(role="strong")
        self.table = AlignmentTable(context)
        self.table.toggled.connect(self._toggle)
        self.table.chosen.connect(context.selection.choose)
        third, card = ScrollColumn(), Card(margin=14)
        card.body.addWidget(self.heading)
        card.body.addWidget(self.table)
        third.column.addWidget(card)
        third.column.addStretch()
        self.stack.addWidget(third)
        self.tabs = {part: QPushButton() for part in PARTS}
        self._lay_out()
        self._first = first
        context.selection.changed.connect(lambda _id: self.mark_stale() if context.workbench.is_open else None)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        head.addLayout(words, stretch=1)
        group = QButtonGroup(self)
        for number, (part, tab) in enumerate(self.tabs.items()):
            tab.setObjectName(f"basis.part.{part}")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _checked=False, number=number: self._show_part(number))
            group.addButton(tab)
            head.addWidget(tab)
        self.tabs[PARTS[0]].setChecked(True)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE[2])
        column.addLayout(head)
        column.addWidget(self.stack, stretch=1)

    def refresh(self) -> None:
        """Show the statements, their initiatives and the alignment as the plan holds them now."""
        method = self.context.workbench.method
        if self._method is None or (self._method.id, self._method.version) != (method.id, method.version):
            self.statements.make(method)
            self.frame.make(method)
            self.frame.retranslate()
        self._method = method
        self._initiatives = self.context.workbench.read(initiatives.every)
        self.statements.show_all(self._initiatives)
        self.frame.show_all(self._initiatives, self._chosen())
        self.table.show_all(self._initiatives, tuple(method.frame.values()))

    def come_on(self) -> None:
        """Come on screen with the focus on the part that is shown."""
        super().come_on()
        self.tabs[PARTS[self.stack.currentIndex()]].setFocus()

    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        say = self.context.language.say
        self.title.setText(say("basis.title"))
        self.line.setText(say("basis.line"))
        for part, tab in self.tabs.items():
            tab.setText(say(f"basis.{part}"))
        self.heading.setText(say("basis.alignment_title"))
        self.table.setAccessibleName(say("basis.alignment_title"))
        if self.context.workbench.is_open and self._method is not None:
            self.frame.retranslate()
            self.mark_stale()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        if self.context.workbench.is_open and self._method is not None:
            self.mark_stale()

    def go_to(self, place: str) -> None:
        """Show the frame of an initiative (SOI5), or a statement (C5, H1)."""
        if (card := self.statements.card(place)) is not None:
            self._show_part(0)
            self._first.ensureWidgetVisible(card)
            return
        found = self.try_to(lambda: self.context.workbench.read(initiatives.find, place.partition(".")[0]))
        if found is not None:
            self.context.selection.choose(str(found))
            self._show_part(1)
            self.frame.box.setFocus()

    def _chosen(self) -> Initiative | None:
        wanted = self.context.selection.initiative
        first = next(iter(self._initiatives), None)
        return next((one for one in self._initiatives if one.id == wanted), first)

    def _show_part(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.tabs[PARTS[number]].setChecked(True)

    def _toggle(self, initiative: str, item: str) -> None:
        """Let an initiative keep to an item of the frame, or no longer."""
        one = next(one for one in self._initiatives if one.id == initiative)
        self.try_to(lambda: turn_item(self.context, one, item, self))
        self.refresh()
