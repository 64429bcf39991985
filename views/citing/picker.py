"""The picker: finds a clause by its code or by words of it, typed with or without accents."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from models.reading import clauses
from models.reading.clauses import ClauseLine
from models.search import snippet
from models.text import fold
from views.context import Context
from views.parts.labels import PlainLabel
from views.theme import BODY, FONT, LABEL, SPACE

WIDTH, HEIGHT = 520, 340
SHOWN = 60
_LONGEST = 400
_ROW = 58


class _Delegate(QStyledItemDelegate):
    """Draws a clause: its code, and two lines of its text around the words looked for, literally."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.words = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(100, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: ClauseLine = index.data(Qt.ItemDataRole.UserRole)
        theme = self._context.themes.current
        box: QRect = option.rect.adjusted(SPACE[1], 3, -SPACE[1], -3)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.accent_ground))
        font = QFont(FONT)
        font.setPixelSize(BODY)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, line.code)
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(int(LABEL))
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        text = snippet(self._context.language.pick(line.text), self.words, _LONGEST)
        below = box.adjusted(0, 19, 0, 0)
        for number, part in enumerate(_lines(text, QFontMetrics(font), below.width())):
            painter.drawText(below.left(), below.top() + 12 + number * 16, part)


class ClausePicker(QFrame):
    """A box over the page with a field and the clauses found. `chosen(code)` carries the one that was taken."""

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: list[tuple[str, ClauseLine]] = []
        self._back: QWidget | None = None
        self._page = parent
        self.setObjectName("citing.picker")
        self.setProperty("kind", "card")
        self.box = QLineEdit()
        self.box.setObjectName("citing.box")
        self.box.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("citing.list")
        self.list.setProperty("kind", "popup")
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _Delegate(context, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.itemClicked.connect(self._on_taken)
        self.none = PlainLabel(role="muted", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[2], SPACE[2], SPACE[2], SPACE[2])
        layout.setSpacing(SPACE[1])
        for widget in (self.box, self.none, self.list):
            layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._look)
        self.box.textChanged.connect(self._timer.start)
        context.workbench.closed.connect(self._forget)
        self.hide()

    def open_at(self, anchor: QWidget) -> None:
        """Show the picker below a widget, or above it where there is more room; the focus goes back afterwards."""
        if not self._lines:
            pick = self._context.workbench.read(clauses.every)
            self._lines = [(fold(f"{line.code} {line.text.vi} {line.text.en}"), line) for line in pick]
        self._back = anchor
        page = self._page
        size = QSize(min(WIDTH, page.width() - 2 * SPACE[2]), min(HEIGHT, page.height() - 2 * SPACE[2]))
        place = anchor.mapTo(page, QPoint(0, anchor.height() + SPACE[0]))
        if place.y() + size.height() > page.height() - SPACE[1]:
            place.setY(anchor.mapTo(page, QPoint(0, -SPACE[0])).y() - size.height())
        place.setX(max(SPACE[1], min(place.x(), page.width() - size.width() - SPACE[1])))
        place.setY(max(SPACE[1], min(place.y(), page.height() - size.height() - SPACE[1])))
        self.setGeometry(QRect(place, size))
        self.box.clear()
        self._look()
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.box.setPlaceholderText(say("citing.hint"))
        self.box.setAccessibleName(say("citing.add"))
        self.list.setAccessibleName(say("citing.found"))
        self.none.setText(say("citing.none"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list with the arrows while typing; Enter takes, Esc or leaving closes."""
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._close_if_left)
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
        if event.key() in steps:
            row = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._look()
            if (item := self.list.currentItem()) is not None:
                self._on_taken(item)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return True
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        self._timer.stop()
        phrase = fold(self.box.text()).strip()
        words = phrase.split()
        self._delegate.words = self.box.text()
        hits = [(folded, line) for folded, line in self._lines if all(word in folded for word in words)]
        hits.sort(key=lambda hit: phrase not in hit[0])
        found = [line for _, line in hits[:SHOWN]]
        self.list.clear()
        for line in found:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.code} {self._context.language.pick(line.text)}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.none.setVisible(not found)

    def _on_taken(self, item: QListWidgetItem) -> None:
        line: ClauseLine = item.data(Qt.ItemDataRole.UserRole)
        self._close()
        self.chosen.emit(line.code)

    def _close(self) -> None:
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_if_left(self) -> None:
        if self.isVisible() and not self.box.hasFocus():
            self.hide()

    def _forget(self) -> None:
        self._lines = []
        self.hide()


def _lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return `text` as at most two lines of `width`, the second cut with an ellipsis."""
    first = ""
    words = text.split()
    for number, word in enumerate(words):
        longer = f"{first} {word}".strip()
        if first and metrics.horizontalAdvance(longer) > width:
            rest = " ".join(words[number:])
            return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
        first = longer
    return [metrics.elidedText(first, Qt.TextElideMode.ElideRight, width)]
