"""The frozen headers of the matrix: policy directions at the left, key factors at the top."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.language import Language
from app.pictures.wording import spaced
from views.icons import icon
from views.matrix.drawing.delegate import GAP
from views.matrix.model import MatrixModel
from views.theme import FONT, SMALL, Themes

TOP_HEIGHT, LEFT_WIDTH = 28, 136
_CODE_SIZE, _CODE_LINE, _STAR = 12, 18, 14
_ABOVE, _RIGHT = 3, 7


class _Header(QHeaderView):
    """A header that paints its sections itself and is walked by nobody: the cells are."""

    def __init__(
        self, orientation: Qt.Orientation, model: MatrixModel, language: Language, themes: Themes, parent: QWidget
    ) -> None:
        super().__init__(orientation, parent)
        self._matrix = model
        self._language = language
        self._themes = themes
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bold = QFont(FONT)
        self._bold.setPixelSize(_CODE_SIZE)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._plain = QFont(FONT)
        self._plain.setPixelSize(_CODE_SIZE)
        self._small = QFont(FONT)
        self._small.setPixelSize(SMALL)

    def _code(self, painter: QPainter, box: QRect, code: str) -> int:
        """Paint a code, and return how wide it is."""
        painter.setFont(self._bold)
        painter.setPen(QColor(self._themes.current.ink))
        text = spaced(code) if self.orientation() is Qt.Orientation.Vertical else code
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        return painter.fontMetrics().horizontalAdvance(text)


class ColumnHeader(_Header):
    """KF1 … KF4 with their principles."""

    def __init__(self, model: MatrixModel, language: Language, themes: Themes, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, language, themes, parent)

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(0, TOP_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a code and what it stands for."""
        factor = self._matrix.columns[logicalIndex]
        painter.fillRect(rect, QColor(self._themes.current.paper))
        box = rect.adjusted(GAP + 2, 0, -GAP, -4)
        box.setLeft(box.left() + self._code(painter, box, factor.code) + 6)
        painter.setFont(self._plain)
        painter.setPen(QColor(self._themes.current.muted))
        name = self._language.pick(factor.short)
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)


class RowHeader(_Header):
    """KFA1 … KFA8 with their short names; the centre carries a star."""

    def __init__(self, model: MatrixModel, language: Language, themes: Themes, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, model, language, themes, parent)

    def sizeHint(self) -> QSize:
        """Return a width that a short name fits in three lines."""
        return QSize(LEFT_WIDTH, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a code, the star of the centre, how many measures there are, and the short name beneath."""
        direction = self._matrix.rows[logicalIndex]
        theme = self._themes.current
        painter.fillRect(rect, QColor(theme.paper))
        box = rect.adjusted(0, GAP + _ABOVE, -GAP - _RIGHT, -GAP)
        line = QRect(box.left(), box.top(), box.width(), _CODE_LINE)
        width = self._code(painter, line, direction.code)
        if direction.code == self._matrix.centre:
            icon("star", theme.accent).paint(painter, QRect(line.left() + width + 5, line.top() + 2, _STAR, _STAR))
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        count = self._matrix.count_of(logicalIndex, Qt.Orientation.Vertical)
        if count:
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(count))
        below = box.adjusted(0, _CODE_LINE + 1, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(below, flags, self._language.pick(direction.short))

    def needed(self, section: int) -> int:
        """Return how high a row must be for its code and short name."""
        flags = int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, LEFT_WIDTH - GAP - _RIGHT, 10_000)
        name = self._language.pick(self._matrix.rows[section].short)
        return QFontMetrics(self._small).boundingRect(room, flags, name).height() + _CODE_LINE + 2 * GAP + _ABOVE + 3
