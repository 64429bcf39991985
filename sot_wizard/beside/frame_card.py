"""The triangle F–P–K of an initiative, to be chosen in place: a corner opens its items."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from models.errors import UserError
from models.method import MethodPack
from models.plan import Initiative
from sot_wizard.beside.folding import FoldCard, SmallButton
from views.context import Context
from views.drawn.triangle import KINDS, Triangle
from views.forms.frame_items import FrameItems, turn_item
from views.parts.labels import PlainLabel, tip

_SIDE, _RING = 34, 2.0
_LONGEST = 90
_INDENT = 3
"""What a small button keeps to its left, so that the words above it begin where its own do."""


class _Corner(QAbstractButton):
    """Lies over a corner of the triangle: pressed it opens or folds the corner's items."""

    def __init__(self, context: Context, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.kind = kind
        self.setObjectName(f"sot.corner.{kind}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(_SIDE, _SIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint a ring round the corner that is open, and a bolder one round that with the focus."""
        if not (self.isChecked() or self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._context.themes.current.accent)
        painter.setPen(QPen(accent, _RING if self.hasFocus() else 1.0))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))


class _Corners(Triangle):
    """The triangle with a button over each corner."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.buttons = {kind: _Corner(context, kind, self) for kind in KINDS}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons over their corners."""
        super().resizeEvent(event)
        for kind, place in self.corners().items():
            self.buttons[kind].move(round(place.x() - _SIDE / 2), round(place.y() - _SIDE / 2))


class FrameCard(FoldCard):
    """Shows and changes the choice. `page_wanted` asks for the page where all of it is chosen."""

    page_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, "frame_card")
        self._one: Initiative | None = None
        self._method: MethodPack | None = None
        self._items: dict[str, FrameItems] = {}
        self.triangle = _Corners(context)
        for kind, corner in self.triangle.buttons.items():
            corner.clicked.connect(lambda _checked=False, kind=kind: self._on_corner(kind))
        self.hint = PlainLabel(role="small", wraps=True)
        self.hint.setIndent(_INDENT)
        self.link = SmallButton()
        self.link.setProperty("role", "small")
        self.link.setObjectName("sot.frame")
        self.link.clicked.connect(self.page_wanted)
        self.content.addWidget(self.triangle)
        self.content.addWidget(self.hint)
        self.content.addWidget(self.link, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_frame(self, one: Initiative) -> None:
        """Show what an initiative keeps to."""
        method = self.context.workbench.method
        if method is not self._method:
            self._forget()
        is_same = self._one is not None and (self._one.id, self._one.frame) == (one.id, one.frame)
        self._one, self._method = one, method
        if not is_same:
            self._show()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self.context.language.say
        self.show_title(say("sot.frame"))
        self.hint.setText(say("beside.corner_hint"))
        self.link.setText(say("sot.change_frame"))
        for items in self._items.values():
            items.retranslate()
        if self._one is not None and self.context.workbench.is_open:
            self._show()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        super().recolour()
        if self._one is not None and self.context.workbench.is_open:
            self._show()

    def _show(self) -> None:
        assert self._one is not None
        language, method, frame = self.context.language, self.context.workbench.method, self._one.frame
        self.triangle.show_items(frame, self.context.themes.current)
        self.triangle.setAccessibleName(f"{language.say('sot.frame')}: {', '.join(frame)}")
        for kind, corner in self.triangle.buttons.items():
            chosen = [code for code in frame if method.frame[code].kind == kind]
            name = language.say(
                "beside.corner", kind=kind, name=language.pick(method.frame_kinds[kind].text), codes=", ".join(chosen)
            )
            corner.setAccessibleName(name)
            texts = [f"{code} {language.pick(method.frame[code].text)}" for code in chosen]
            corner.setToolTip(tip(" · ".join(texts) or name))
        for items in self._items.values():
            items.show_chosen(frame)

    def _on_corner(self, kind: str) -> None:
        """Open the items of a corner, or fold them when they are open."""
        for other, corner in self.triangle.buttons.items():
            corner.setChecked(corner.isChecked() and other == kind)
        if kind not in self._items:
            self._make(kind)
        for other, items in self._items.items():
            items.setVisible(self.triangle.buttons[other].isChecked())

    def _make(self, kind: str) -> None:
        chosen = [item for item in self.context.workbench.method.frame.values() if item.kind == kind]
        items = FrameItems(self.context, chosen, "sot", longest=_LONGEST)
        items.ticked.connect(self._on_ticked)
        items.retranslate()
        self._items[kind] = items
        self.content.insertWidget(2, items)
        self._show()

    def _forget(self) -> None:
        for items in self._items.values():
            items.deleteLater()
        self._items = {}
        self._one = None
        for corner in self.triangle.buttons.values():
            corner.setChecked(False)

    def _on_ticked(self, item: str, _on: bool) -> None:
        assert self._one is not None
        try:
            turn_item(self.context, self._one, item)
        except UserError as error:
            self.context.herald.trouble(error.sentence(self.context.language.code))
            self._show()
