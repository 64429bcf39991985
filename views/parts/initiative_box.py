"""The selector of an initiative: closed, the pill of the one that is shown; open, all of them by code and title."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy, QWidget

from models.plan import Initiative
from models.text import one_line
from views.context import Context
from views.theme import FONT, LABEL

_HEIGHT = 26
_LIST_WIDTH = 430
_LONGEST = 90


class InitiativeBox(QComboBox):
    """A list of the initiatives. `picked(id)` carries the one that a person chose; `show_all` sets what is shown."""

    picked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._groups: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.view().setMinimumWidth(_LIST_WIDTH)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.activated.connect(lambda row: self.picked.emit(self.itemData(row)))

    def show_all(self, initiatives: Sequence[Initiative], chosen: str) -> None:
        """Show these initiatives, and the one with the id `chosen` as the current one."""
        rows = [(f"{one.code}   {self._context.language.pick(one.title)}", one.id) for one in initiatives]
        if rows != [(self.itemText(row), self.itemData(row)) for row in range(self.count())]:
            self.clear()
            for text, initiative in rows:
                self.addItem(text, initiative)
        self._groups = [one.group for one in initiatives]
        self.setCurrentIndex(self.findData(chosen))
        self.updateGeometry()
        self.update()

    def offer_drop(self, hand_over: Callable[[str, str], None]) -> None:
        """Ask to which initiative something that was dropped here belongs: `hand_over` is told its id and code."""
        menu = QMenu(self)
        menu.setObjectName(f"{self.objectName()}.drop")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in range(self.count()):
            if row != self.currentIndex():
                text, initiative = self.itemText(row), self.itemData(row)
                action = menu.addAction(one_line(text, _LONGEST).replace("&", "&&"))
                code = text.partition(" ")[0]
                action.triggered.connect(lambda _on=False, to=initiative, code=code: hand_over(to, code))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def sizeHint(self) -> QSize:
        """Return the size of the code with its arrow."""
        return QSize(int(QFontMetricsF(self._font()).horizontalAdvance(self._code())) + 46, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: an initiative is not changed in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the pill and its arrow."""
        theme = self._context.themes.current
        group = self._groups[self.currentIndex()] if 0 <= self.currentIndex() < len(self._groups) else ""
        ink = QColor(theme.group(group) if group else theme.muted)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.group_ground(group) if group else theme.paper))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._font())
        painter.setPen(ink)
        painter.drawText(
            box.adjusted(12, 0, -24, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._code()
        )
        painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        right, middle = box.right() - 14, box.center().y() + 1
        painter.drawLine(int(right - 4), int(middle - 2), int(right), int(middle + 2))
        painter.drawLine(int(right), int(middle + 2), int(right + 4), int(middle - 2))

    def _code(self) -> str:
        return self.currentText().partition(" ")[0]

    def _font(self) -> QFont:
        font = QFont(FONT)
        font.setPixelSize(int(LABEL))
        font.setWeight(QFont.Weight.DemiBold)
        return font
