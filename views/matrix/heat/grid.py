"""The squares of the heat: initiatives by 32 cells, with totals; walked by arrows, opened by Enter or a click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.pictures.wording import spaced
from models.plan import Initiative
from models.reading.portfolio.heat import Square, together
from views.context import Context
from views.drawn.mini_heat import mix
from views.matrix.grouping.arrangement import Place
from views.parts.labels import tip
from views.theme import FONT, SMALL

COUNT, PROGRESS, LATE, UNCLEAR = "count", "progress", "late", "unclear"
MEASURES = (COUNT, PROGRESS, LATE, UNCLEAR)
_NAMES, _TOTALS, _HEADS, _FOOT = 64.0, 46.0, 40.0, 30.0
_GAP, _BETWEEN, _ROUND = 2.0, 5.0, 3.0
_LOWEST, _DARKEST = 0.16, 0.92


@dataclass(frozen=True)
class Shown:
    """What the squares show: initiatives, the numbers of directions and factors, and how every cell stands."""

    every: Sequence[Initiative]
    directions: Sequence[int]
    factors: Sequence[int]
    squares: Mapping[tuple[str, int, int], Square]

    @property
    def cells(self) -> list[tuple[int, int]]:
        """Return the cells of a row from left to right."""
        return [(kfa, kf) for kfa in self.directions for kf in self.factors]

    def square(self, row: int, cell: tuple[int, int]) -> Square:
        """Return how a cell of the initiative in a row stands."""
        return self.squares.get((self.every[row].id, *cell), Square())


class HeatGrid(QWidget):
    """`opened(place)` follows Enter and a click, `moved(sentence)` says where the user is."""

    opened = Signal(object)
    moved = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("matrix.heat.grid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(640, 300)
        self._context = context
        self._shown = Shown((), (), (), {})
        self.measure = COUNT
        self.at = (0, 0)

    def show_squares(self, shown: Shown, measure: str) -> None:
        """Show how every cell stands by one measure."""
        self._shown, self.measure = shown, measure
        self._go(*self.at)

    def place(self, row: int, column: int) -> Place:
        """Return the cell of an initiative that stands in a row and column."""
        return Place(self._shown.every[row].id, *self._shown.cells[column])

    def value(self, square: Square) -> int:
        """Return what is shown of a square."""
        return int(getattr(square, self.measure))

    def square_box(self, row: int, column: int) -> QRectF:
        """Return where a square lies."""
        rows, columns = max(1, len(self._shown.every)), max(1, len(self._shown.cells))
        groups = max(1, len(self._shown.factors))
        gaps = _BETWEEN * (columns // groups)
        width = (self.width() - _NAMES - _TOTALS - gaps) / columns
        height = (self.height() - _HEADS - _FOOT) / rows
        left = _NAMES + column * width + (column // groups) * _BETWEEN
        return QRectF(left, _HEADS + row * height, width - _GAP, height - _GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with arrows, open with Enter."""
        row, column = self.at
        moves = {
            Qt.Key.Key_Up: (row - 1, column),
            Qt.Key.Key_Down: (row + 1, column),
            Qt.Key.Key_Left: (row, column - 1),
            Qt.Key.Key_Right: (row, column + 1),
            Qt.Key.Key_Home: (row, 0),
            Qt.Key.Key_End: (row, len(self._shown.cells)),
            Qt.Key.Key_PageUp: (0, column),
            Qt.Key.Key_PageDown: (len(self._shown.every), column),
        }
        key = Qt.Key(event.key())
        if key in moves and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._go(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._shown.every:
            self.opened.emit(self.place(*self.at))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the square under the mouse."""
        found = self._under(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(*found)
            self.opened.emit(self.place(*found))

    def event(self, event: QEvent) -> bool:
        """Say what the square under the mouse stands for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self.said(*found)) if found is not None else "", self)
            return True
        return super().event(event)

    def said(self, row: int, column: int) -> str:
        """Return everything of a square in words."""
        cell = self._shown.cells[column]
        one = self._shown.square(row, cell)
        place = f"{self._shown.every[row].code}.{Place('', *cell).code}"
        values = {"count": one.count, "progress": one.progress, "late": one.late, "unclear": one.unclear}
        return self._context.language.say("matrix.heat.square", place=place, **values)

    def _go(self, row: int, column: int) -> None:
        if not self._shown.every:
            return
        row = max(0, min(len(self._shown.every) - 1, row))
        self.at = (row, max(0, min(len(self._shown.cells) - 1, column)))
        words = self.said(*self.at)
        self.setAccessibleDescription(words)
        self.moved.emit(words)
        self.update()

    def _under(self, point: QPointF) -> tuple[int, int] | None:
        for row in range(len(self._shown.every)):
            for column in range(len(self._shown.cells)):
                if self.square_box(row, column).contains(point):
                    return row, column
        return None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint heads, squares and totals."""
        if not self._shown.every:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._plain, self._bold = QFont(FONT), QFont(FONT)
        for font in (self._plain, self._bold):
            font.setPixelSize(SMALL)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._paint_heads(painter)
        values = [self.value(one) for one in self._shown.squares.values()]
        most = 100 if self.measure == PROGRESS else max([1, *values])
        for row in range(len(self._shown.every)):
            for column, cell in enumerate(self._shown.cells):
                self._paint_square(painter, self.square_box(row, column), self._shown.square(row, cell), most)
        self._paint_totals(painter)
        theme = self._context.themes.current
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.muted), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(self.square_box(*self.at).adjusted(-1, -1, 1, 1), _ROUND, _ROUND)

    def _paint_square(self, painter: QPainter, box: QRectF, square: Square, most: int) -> None:
        theme = self._context.themes.current
        value = self.value(square)
        colour = QColor(theme.late if self.measure in (LATE, UNCLEAR) else theme.accent)
        ground = QColor(theme.card)
        if not square.count:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
            return
        share = _LOWEST + (_DARKEST - _LOWEST) * value / most if value else 0.0
        fill = mix(ground, colour, min(_DARKEST, share))
        painter.setPen(QPen(QColor(theme.line), 1) if not value else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        painter.setFont(self._plain)
        painter.setPen(_ink_on(fill, (QColor(theme.ink), QColor(theme.on_accent), QColor(theme.card))))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(value))

    def _paint_heads(self, painter: QPainter) -> None:
        theme, groups = self._context.themes.current, len(self._shown.factors)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        for number, kfa in enumerate(self._shown.directions):
            first, last = self.square_box(0, number * groups), self.square_box(0, number * groups + groups - 1)
            painter.setFont(self._bold)
            painter.setPen(QColor(theme.ink))
            painter.drawText(QRectF(first.left(), 0, last.right() - first.left(), 20), centre, f"KFA {kfa}")
            painter.setFont(self._plain)
            painter.setPen(QColor(theme.muted))
            for place, kf in enumerate(self._shown.factors):
                box = self.square_box(0, number * groups + place)
                painter.drawText(QRectF(box.left() - 2, 20, box.width() + 4, 18), centre, f"KF{kf}")
        for row, one in enumerate(self._shown.every):
            box = self.square_box(row, 0)
            painter.setFont(self._bold)
            painter.setPen(QColor(theme.group(one.group)))
            left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(2, box.top(), _NAMES, box.height()), left, spaced(one.code))

    def _paint_totals(self, painter: QPainter) -> None:
        theme, shown = self._context.themes.current, self._shown
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.setFont(self._bold)
        painter.setPen(QColor(theme.ink))
        right = self.width() - _TOTALS
        for row in range(len(shown.every)):
            box = self.square_box(row, 0)
            whole = together(shown.square(row, cell) for cell in shown.cells)
            painter.drawText(QRectF(right, box.top(), _TOTALS, box.height()), centre, str(self.value(whole)))
        foot = self.height() - _FOOT
        for column, cell in enumerate(shown.cells):
            box = self.square_box(0, column)
            whole = together(shown.square(row, cell) for row in range(len(shown.every)))
            painter.drawText(QRectF(box.left() - 2, foot, box.width() + 4, 22), centre, str(self.value(whole)))
        whole = together(shown.square(row, cell) for row in range(len(shown.every)) for cell in shown.cells)
        painter.drawText(QRectF(right, foot, _TOTALS, 22), centre, str(self.value(whole)))
        painter.setPen(QColor(theme.muted))
        painter.setFont(self._plain)
        said = self._context.language.say("matrix.heat.mean" if self.measure == PROGRESS else "matrix.heat.total")
        painter.drawText(QRectF(right, 0, _TOTALS, _HEADS), centre | int(Qt.TextFlag.TextWordWrap), said)
        painter.drawText(
            QRectF(2, foot, _NAMES, 22), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), said
        )


def _ink_on(ground: QColor, inks: Sequence[QColor]) -> QColor:
    """Return the ink that stands out most on a ground."""

    def light(colour: QColor) -> float:
        red, green, blue = (
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        )
        return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)

    def contrast(ink: QColor) -> float:
        low, high = sorted((light(ink), light(ground)))
        return (high + 0.05) / (low + 0.05)

    return max(inks, key=contrast)
