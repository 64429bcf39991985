"""Painting a cell of the matrix: a card with its measures, or a dashed place to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.language import Language
from views.matrix.drawing.typesetting import PAD, SIGN_ROOM, SetCell, SetEntry, Typesetter
from views.matrix.model import CELL_ROLE, CellContent, Entry, MatrixModel
from views.parts.status_sign import sign, sign_colour
from views.theme import RADIUS, Theme, Themes

GAP = 3
"""Half of the space between two cells."""
_MOST_FRAMES = 128
_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints cells; the view tells it what is chosen, marked, dragged and dropped on."""

    def __init__(self, model: MatrixModel, language: Language, themes: Themes) -> None:
        super().__init__()
        self._model = model
        self._language = language
        self._themes = themes
        self._typesetter = Typesetter()
        self._set: dict[tuple[int, int], SetCell] = {}
        self._frames: dict[tuple[int, int, bool, float], QPixmap] = {}
        self._width = 0.0
        self._heights: tuple[int, ...] = ()
        self._words: dict[str, QStaticText] = {}
        self.current: tuple[int, int] = (-1, -1)
        self.marked: frozenset[str] = frozenset()
        self.is_focused = False
        self.dragged = ""
        self.drop: tuple[int, int, int] | None = None
        self.recolour()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        theme: Theme = self._themes.current
        self._frames.clear()
        self._ink, self._muted = QColor(theme.ink), QColor(theme.muted)
        self._card, self._ground, self._accent = (QColor(c) for c in (theme.card, theme.accent_ground, theme.accent))
        self._edge = QPen(QColor(theme.line), 1)
        self._dashes = QPen(QColor(theme.line), 1, Qt.PenStyle.DashLine)
        self._dashes.setDashPattern([4, 3])
        self._focus = QPen(self._accent, 2)
        self._chosen = QPen(self._accent, 1)
        self._signs = {state: sign_colour(state, theme) for state in ("draft", "doing", "done", "late")}

    def forget(self) -> None:
        """The cells have changed: set them anew when they are asked for."""
        self._set.clear()
        self._words.clear()

    def height_of(self, row: int, column: int, width: int, most: int) -> float:
        """Return how high a cell (gaps included) has to be for entries of at most so many lines."""
        return self._typesetter.height(self._model.cell(row, column), width - 2 * GAP - 2 * PAD, most) + 2 * GAP

    def use_heights(self, given: Sequence[int]) -> None:
        """Cut the entries of each cell after as many lines as the height of its row leaves room for."""
        if tuple(given) != self._heights:
            self._heights = tuple(given)
            self._set.clear()

    def set_cell(self, row: int, column: int, width: int) -> SetCell:
        """Return a cell of this width (gaps included) set."""
        inner = width - 2 * GAP - 2 * PAD
        if inner != self._width:
            self._width = inner
            self._set.clear()
        made = self._set.get((row, column))
        if made is None:
            content = self._model.cell(row, column)
            room = self._heights[row] - 2 * GAP if row < len(self._heights) else 0
            made = self._set[row, column] = self._typesetter.fitted(content, inner, room)
        return made

    def is_on_word(self, outer: QRect, point: QPointF) -> bool:
        """Return whether a point lies on the word of an empty cell."""
        size = self._word(self._language.say("matrix.add_here")).size()
        left, top = outer.x() + GAP + PAD + SIGN_ROOM, outer.y() + GAP + PAD
        return QRectF(left, top, size.width(), size.height()).adjusted(-6, -4, 6, 4).contains(point)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        row, column = index.row(), index.column()
        content: CellContent = index.data(CELL_ROLE)
        outer = QRectF(option.rect)
        box = outer.adjusted(GAP + 0.5, GAP + 0.5, -GAP - 0.5, -GAP - 0.5)
        made = self.set_cell(row, column, int(outer.width()))
        is_current = (row, column) == self.current
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, box, is_current=is_current, is_empty=not content.entries and not content.hidden)
        painter.setFont(self._typesetter.font)
        corner = QPointF(outer.x() + GAP + PAD, outer.y() + GAP)
        is_clipped = made.height > outer.height() - 2 * GAP + 1
        if is_clipped:
            painter.save()
            painter.setClipRect(box)
        for entry, (top, lines) in zip(content.entries, made.entries, strict=True):
            self._entry(painter, QPointF(corner.x(), corner.y() + top), entry, lines)
        self._rest(painter, corner, content, made)
        if self.drop is not None and self.drop[:2] == (row, column):
            self._drop_line(painter, box, made, self.drop[2])
        if is_clipped:
            painter.restore()

    def _frame(self, painter: QPainter, box: QRectF, *, is_current: bool, is_empty: bool) -> None:
        if is_current:
            painter.setPen(self._focus if self.is_focused else self._chosen)
            painter.setBrush(self._card)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        else:
            corner = QPointF(box.x() - 0.5, box.y() - 0.5)
            painter.drawPixmap(corner, self._picture(box, is_empty, painter.device().devicePixelRatio()))

    def _picture(self, box: QRectF, is_empty: bool, ratio: float) -> QPixmap:
        """Return the frame of a cell of this size: dashes are slow to draw, so each is drawn once."""
        width, height = int(box.width()) + 1, int(box.height()) + 1
        key = (width, height, is_empty, ratio)
        made = self._frames.get(key)
        if made is None:
            if len(self._frames) >= _MOST_FRAMES:
                self._frames.clear()
            made = self._frames[key] = QPixmap(QSize(round(width * ratio), round(height * ratio)))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            pen = QPainter(made)
            pen.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen.setPen(self._dashes if is_empty else self._edge)
            pen.setBrush(Qt.BrushStyle.NoBrush if is_empty else self._card)
            pen.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), RADIUS, RADIUS)
            pen.end()
        return made

    def _entry(self, painter: QPainter, corner: QPointF, entry: Entry, lines: SetEntry) -> None:
        if entry.id in self.marked and self.is_focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            painter.drawRoundedRect(QRectF(corner.x() - 4, corner.y() - 2, self._width + 8, lines.height + 4), 4, 4)
        is_faint = entry.id == self.dragged
        if is_faint:
            painter.setOpacity(0.4)
        ratio = painter.device().devicePixelRatio()
        at = QPointF(corner.x(), corner.y() + 3)
        painter.drawPixmap(at, sign(entry.state, self._signs[entry.state], ratio))
        left = corner.x() + SIGN_ROOM
        for muted, colour in ((False, self._ink), (True, self._muted)):
            painter.setPen(colour)
            for piece in lines.pieces:
                if piece.is_muted is muted:
                    painter.drawStaticText(QPointF(left + piece.at.x(), corner.y() + piece.at.y()), piece.text)
        if is_faint:
            painter.setOpacity(1.0)

    def _rest(self, painter: QPainter, corner: QPointF, content: CellContent, made: SetCell) -> None:
        """Say what the filter leaves out, or that something can be added."""
        if content.entries and not content.hidden:
            return
        say = self._language.say
        text = say("matrix.hidden", count=content.hidden) if content.hidden else say("matrix.add_here")
        top = made.height - PAD - self._typesetter.leading if content.entries else PAD
        painter.setPen(self._muted)
        painter.drawStaticText(QPointF(corner.x() + SIGN_ROOM, corner.y() + top), self._word(text))

    def _word(self, text: str) -> QStaticText:
        word = self._words.get(text)
        if word is None:
            word = self._words[text] = QStaticText(text)
            word.setTextFormat(Qt.TextFormat.PlainText)
            word.prepare(font=self._typesetter.font)
        return word

    def _drop_line(self, painter: QPainter, box: QRectF, made: SetCell, place: int) -> None:
        """Show where a dragged measure would stand."""
        tops = [top for top, _ in made.entries]
        foot = made.entries[-1][0] + made.entries[-1][1].height if made.entries else PAD
        y = box.y() + (tops[place] - 3 if place < len(tops) else foot + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent)
        painter.drawRoundedRect(QRectF(box.x() + PAD, y - 1, box.width() - 2 * PAD, 3), 1.5, 1.5)
