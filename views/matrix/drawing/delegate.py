"""Painting a cell of the matrix: a card with its measures, or a dashed place to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.language import Language
from views.drawn.review_sign import review_sign
from views.drawn.status_sign import SIDE, sign, sign_colour
from views.matrix.drawing.scale import Scale
from views.matrix.drawing.typesetting import PAD, SIGN_ROOM, SetCell, SetEntry, Typesetter
from views.matrix.grouping.arrangement import Place
from views.matrix.model import CELL_ROLE, CellContent, Entry, MatrixModel
from views.theme import RADIUS, Theme, Themes

GAP = 3
"""Half of the space between two cells."""
_Index = QModelIndex | QPersistentModelIndex
_Look = tuple[bool, bool, bool, frozenset[str]]
_CALM: _Look = (False, False, False, frozenset())


class CellDelegate(QStyledItemDelegate):
    """Paints cells; the view tells it what is chosen, marked, dragged and dropped on."""

    def __init__(self, model: MatrixModel, language: Language, themes: Themes) -> None:
        super().__init__()
        self._model = model
        self._language = language
        self._themes = themes
        self._typesetter = Typesetter()
        self._set: dict[tuple[int, int], SetCell] = {}
        self._pictures: dict[tuple[int, int], tuple[_Look, QPixmap]] = {}
        self._painted: dict[tuple[int, int], _Look] = {}
        self._width = 0.0
        self._heights: tuple[int, ...] = ()
        self._words: dict[str, QStaticText] = {}
        self.current: tuple[int, int] = (-1, -1)
        self.cells: frozenset[tuple[int, int]] = frozenset()
        self.marked: frozenset[str] = frozenset()
        self._lively: frozenset[tuple[int, int]] = frozenset()
        self.is_focused = False
        self.dragged: tuple[str, ...] = ()
        self.drop: tuple[int, int, int] | None = None
        self.recolour()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        theme: Theme = self._themes.current
        self._drop_pictures()
        self._paper = QColor(theme.paper)
        self._ink, self._muted = QColor(theme.ink), QColor(theme.muted)
        self._card, self._ground, self._accent = (QColor(c) for c in (theme.card, theme.accent_ground, theme.accent))
        self._edge = QPen(QColor(theme.line), 1)
        self._dashes = QPen(QColor(theme.line), 1, Qt.PenStyle.DashLine)
        self._dashes.setDashPattern([4, 3])
        self._focus = QPen(self._accent, 2)
        self._chosen = QPen(self._accent, 1)
        self._signs = {state: sign_colour(state, theme) for state in ("draft", "doing", "done", "late")}

    @property
    def scale(self) -> Scale:
        """Return how large and how close the cells are set."""
        return self._typesetter.scale

    def use_scale(self, scale: Scale) -> None:
        """Set the cells larger or smaller, or closer."""
        self._typesetter = Typesetter(scale)
        self._heights = ()
        self.forget()

    def mark(self, ids: frozenset[str]) -> None:
        """Show which measures are marked: the cells in which they stand are painted by strokes."""
        self.marked = ids
        found = (self._model.measure(one) for one in ids)
        places = (Place(one.initiative, one.kfa, one.kf) for one in found if one is not None)
        at = (self._model.arrangement.found.get(place) for place in places)
        self._lively = frozenset(one for one in at if one is not None) | self.cells

    def forget(self) -> None:
        """The cells have changed: set them anew when they are asked for."""
        self._set.clear()
        self._drop_pictures()
        self._words.clear()

    def _drop_pictures(self) -> None:
        """Paint every cell anew; its picture is made when it is painted a second time."""
        self._pictures.clear()
        self._painted.clear()

    def height_of(self, row: int, column: int, width: int, most: int) -> float:
        """Return how high a cell (gaps included) has to be for entries of at most so many lines."""
        return self._typesetter.height(self._model.cell(row, column), width - 2 * GAP - 2 * PAD, most) + 2 * GAP

    def use_heights(self, given: Sequence[int]) -> None:
        """Cut the entries of each cell after as many lines as the height of its row leaves room for."""
        if tuple(given) != self._heights:
            self._heights = tuple(given)
            self._set.clear()
            self._drop_pictures()

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
        """Paint one cell: by strokes the first time and while something is dragged, then from a picture."""
        at = row, column = index.row(), index.column()
        outer = QRectF(option.rect)
        content: CellContent = index.data(CELL_ROLE)
        look = self._look(at, content)
        is_moving = self.dragged and (at in self._lively or (self.drop is not None and self.drop[:2] == at))
        if is_moving or self._painted.get(at) != look:
            self._painted[at] = look
            self._draw(painter, outer, row, column, content)
        else:
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(outer.topLeft(), self._picture(outer, row, column, content, ratio))

    def _look(self, at: tuple[int, int], content: CellContent) -> _Look:
        """Return what a cell looks like besides its measures: chosen, with focus, among others, what is marked."""
        if at != self.current and at not in self._lively:
            return _CALM
        marked = self.marked.intersection(entry.id for entry in content.entries) if self.is_focused else frozenset()
        return at == self.current, self.is_focused, at in self.cells, marked

    def _picture(self, outer: QRectF, row: int, column: int, content: CellContent, ratio: float) -> QPixmap:
        """Return the picture of a cell, painted once for each size and look."""
        size = QSize(round(outer.width() * ratio), round(outer.height() * ratio))
        look = self._painted[row, column]
        known, made = self._pictures.get((row, column), (None, None))
        if made is None or known != look or made.size() != size or made.devicePixelRatio() != ratio:
            made = QPixmap(size)
            self._pictures[row, column] = look, made
            made.setDevicePixelRatio(ratio)
            made.fill(self._paper)
            painter = QPainter(made)
            self._draw(painter, QRectF(0, 0, outer.width(), outer.height()), row, column, content)
            painter.end()
        return made

    def _draw(self, painter: QPainter, outer: QRectF, row: int, column: int, content: CellContent) -> None:
        box = outer.adjusted(GAP + 0.5, GAP + 0.5, -GAP - 0.5, -GAP - 0.5)
        made = self.set_cell(row, column, int(outer.width()))
        is_current, is_empty = (row, column) == self.current, not content.entries and not content.hidden
        is_wide = (row, column) in self.cells
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        calm = self._dashes if is_empty else self._edge
        strong = (self._focus if self.is_focused else self._chosen) if is_current else self._chosen
        painter.setPen(strong if is_current or is_wide else calm)
        painter.setBrush(self._card if is_current or not is_empty else Qt.BrushStyle.NoBrush)
        if is_wide and is_empty:
            painter.setBrush(self._ground)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
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

    def _entry(self, painter: QPainter, corner: QPointF, entry: Entry, lines: SetEntry) -> None:
        if entry.id in self.marked and self.is_focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            painter.drawRoundedRect(QRectF(corner.x() - 4, corner.y() - 2, self._width + 8, lines.height + 4), 4, 4)
        is_faint = entry.id in self.dragged
        if is_faint:
            painter.setOpacity(0.4)
        ratio = painter.device().devicePixelRatio()
        at = QPointF(corner.x(), corner.y() + (self._typesetter.leading - SIDE) / 2 + 0.5)
        painter.drawPixmap(at, sign(entry.state, self._signs[entry.state], ratio))
        if entry.needs_review:
            painter.drawPixmap(at + QPointF(-0.5, self._typesetter.leading), review_sign(self._signs["doing"], ratio))
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
