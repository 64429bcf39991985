"""Cards that fold under their heading and remember whether they were folded."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from views.context import Context
from views.parts.card import Card
from views.parts.labels import PlainLabel
from views.parts.pressable import Pressable
from views.theme import SPACE

_MARGIN, _INNER = 10, 4
_OPEN, _FOLDED = "open", "folded"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SmallButton(QPushButton):
    """A small button that a click presses without taking the cursor from an editor."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "link")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class Chevron(SmallButton):
    """A button that opens what it stands beside: its mark points down when that is open, else to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Return the size of the mark."""
        return QSize(18, 18)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark over the button."""
        super().paintEvent(event)
        _paint_mark(self, QPointF(self.width() / 2, self.height() / 2), is_open=self.isChecked())


class _Mark(QWidget):
    """The mark of a heading."""

    def __init__(self) -> None:
        super().__init__()
        self.is_open = True
        self.setFixedSize(14, 18)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the mark."""
        _paint_mark(self, QPointF(7, 10), is_open=self.is_open)


class FoldCard(Card):
    """A card whose content is shown or folded by a press on its heading. `turned(is_open)` follows a press."""

    turned = Signal(bool)

    def __init__(self, context: Context, name: str, *, is_open: bool = True) -> None:
        super().__init__(margin=_MARGIN)
        self.context = context
        self._key = f"sot.beside/{name}"
        self.setObjectName(f"sot.{name}")
        self.heading = PlainLabel(role="strong", wraps=True)
        self.tally = PlainLabel(role="muted")
        self._mark = _Mark()
        self.head = Pressable(radius=6)
        self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.setObjectName(f"sot.{name}.fold")
        self.head.pressed.connect(self._on_pressed)
        row = QHBoxLayout(self.head)
        row.setContentsMargins(_INNER, 2, 0, 2)
        row.setSpacing(SPACE[0])
        row.addWidget(self.heading, stretch=1)
        for widget in (self.tally, self._mark):
            row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setProperty("kind", "clear")
        self.content = QVBoxLayout(inside)
        self.content.setContentsMargins(_INNER, 0, _INNER, _INNER)
        self.content.setSpacing(SPACE[1])
        self._inside = inside
        self.body.setSpacing(SPACE[0])
        self.body.addWidget(self.head)
        self.body.addWidget(inside)
        self._turn(context.settings.text(self._key, _OPEN if is_open else _FOLDED) == _OPEN)

    @property
    def is_open(self) -> bool:
        """Return whether its content is shown."""
        return not self._inside.isHidden()

    def open(self) -> None:
        """Show the content."""
        if not self.is_open:
            self._on_pressed()

    def show_title(self, title: str, tally: str = "") -> None:
        """Show the heading, and beside it how many there are."""
        self.heading.setText(title)
        self.tally.setText(tally)
        self._name()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.head.show_ring(self.context.themes.current.accent)

    def _on_pressed(self) -> None:
        self._turn(not self.is_open)
        self.context.settings.set_text(self._key, _OPEN if self.is_open else _FOLDED)
        self._name()
        self.turned.emit(self.is_open)

    def _turn(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        self._mark.is_open = is_open
        self._mark.update()

    def _name(self) -> None:
        title = f"{self.heading.text()} ({self.tally.text()})" if self.tally.text() else self.heading.text()
        key = "beside.fold" if self.is_open else "beside.unfold"
        self.head.setAccessibleName(self.context.language.say(key, title=title))


def _paint_mark(widget: QWidget, middle: QPointF, *, is_open: bool) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = widget.palette().color(QPalette.ColorRole.PlaceholderText)
    painter.setPen(QPen(ink, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    ends = ((-3.5, -1.5), (0.0, 2.0), (3.5, -1.5)) if is_open else ((-1.5, -3.5), (2.0, 0.0), (-1.5, 3.5))
    painter.drawPolyline([middle + QPointF(x, y) for x, y in ends])
