"""The frozen headers of the matrix: directions or initiatives at the left, key factors or initiatives at the top."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.language import Language
from app.pictures.wording import spaced
from views.icons import icon
from views.matrix.drawing.delegate import GAP
from views.matrix.drawing.scale import Scale
from views.matrix.grouping.arrangement import Head
from views.matrix.model import MatrixModel
from views.theme import FONT, SMALL, Themes

TOP_HEIGHT, LEFT_WIDTH = 28, 136
_CODE_SIZE, _CODE_LINE, _STAR = 12, 18, 14
_ABOVE, _RIGHT = 3, 7
_MOST_LINES = 3


class _Header(QHeaderView):
    """A header that paints its sections itself and is walked by nobody: the cells are."""

    def __init__(
        self, orientation: Qt.Orientation, model: MatrixModel, language: Language, themes: Themes, parent: QWidget
    ) -> None:
        super().__init__(orientation, parent)
        self._matrix = model
        self._language = language
        self._themes = themes
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bold, self._plain, self._small = QFont(FONT), QFont(FONT), QFont(FONT)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self.scale = Scale()
        self.use_scale(self.scale)

    def use_scale(self, scale: Scale) -> None:
        """Take on the size of the cells."""
        self.scale = scale
        for font, size in ((self._bold, _CODE_SIZE), (self._plain, _CODE_SIZE), (self._small, SMALL)):
            font.setPixelSize(scale.of_zoom(size))
        if self.orientation() is Qt.Orientation.Vertical:
            self.setFixedWidth(scale.of_zoom(LEFT_WIDTH))
        else:
            self.setFixedHeight(scale.of_zoom(TOP_HEIGHT))
        self.viewport().update()

    def _colour(self, head: Head) -> QColor:
        theme = self._themes.current
        return QColor(theme.group(head.group) if head.group else theme.ink)

    def _code(self, painter: QPainter, box: QRect, head: Head) -> int:
        """Paint a code, and return how wide it is."""
        painter.setFont(self._bold)
        painter.setPen(self._colour(head))
        is_whole = head.group or self.orientation() is Qt.Orientation.Vertical
        text = spaced(head.code) if is_whole and "." not in head.code else head.code
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        return painter.fontMetrics().horizontalAdvance(text)

    def _count(self, painter: QPainter, box: QRect, section: int) -> None:
        """Paint how many measures there are."""
        count = self._matrix.count_of(section, self.orientation())
        if count:
            painter.setFont(self._small)
            painter.setPen(QColor(self._themes.current.muted))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(count))


class ColumnHeader(_Header):
    """KF1 … KF4 with their principles; or directions, or initiatives with their totals."""

    def __init__(self, model: MatrixModel, language: Language, themes: Themes, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, language, themes, parent)

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(0, self.scale.of_zoom(TOP_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a code and what it stands for."""
        head = self._matrix.columns[logicalIndex]
        painter.fillRect(rect, QColor(self._themes.current.paper))
        box = rect.adjusted(GAP + 2, 0, -GAP, -4)
        if head.group:
            self._count(painter, box, logicalIndex)
            box.setRight(box.right() - self.scale.of_zoom(28))
        box.setLeft(box.left() + self._code(painter, box, head) + 6)
        painter.setFont(self._plain)
        painter.setPen(QColor(self._themes.current.muted))
        name = self._language.pick(head.text if self._has_room(box.width()) else head.short)
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _has_room(self, width: int) -> bool:
        """Return whether the principle of every key factor fits, so that all say it or none."""
        metrics = QFontMetrics(self._plain)
        names = (self._language.pick(one.text) for one in self._matrix.columns)
        return max(metrics.horizontalAdvance(name) for name in names) <= width


class RowHeader(_Header):
    """KFA1 … KFA8 with their short names, the centre with a star; or initiatives, or cells."""

    def __init__(self, model: MatrixModel, language: Language, themes: Themes, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, model, language, themes, parent)

    def sizeHint(self) -> QSize:
        """Return a width that a short name fits in three lines."""
        return QSize(self.scale.of_zoom(LEFT_WIDTH), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a code, the star of the centre, how many measures there are, and the short name beneath."""
        head = self._matrix.rows[logicalIndex]
        theme = self._themes.current
        painter.fillRect(rect, QColor(theme.paper))
        box = rect.adjusted(0, GAP + _ABOVE, -GAP - _RIGHT, -GAP)
        height = self.scale.of_zoom(_CODE_LINE)
        line = QRect(box.left(), box.top(), box.width(), height)
        width = self._code(painter, line, head)
        if head.is_centre:
            icon("star", theme.accent).paint(painter, QRect(line.left() + width + 5, line.top() + 2, _STAR, _STAR))
        self._count(painter, line, logicalIndex)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        below = box.adjusted(0, height + 1, 0, 0)
        below.setHeight(min(below.height(), _MOST_LINES * painter.fontMetrics().lineSpacing()))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(below, flags, self._fitted(self._language.pick(head.short), below.width()))

    def _fitted(self, name: str, width: int) -> str:
        """Return a name, cut between words where it would take more lines than there are."""
        metrics, flags = QFontMetrics(self._small), int(Qt.TextFlag.TextWordWrap)
        room, most = QRect(0, 0, width, 10_000), _MOST_LINES * metrics.lineSpacing()
        if metrics.boundingRect(room, flags, name).height() <= most:
            return name
        words = name.split()
        while words and metrics.boundingRect(room, flags, f"{' '.join(words)}…").height() > most:
            words.pop()
        return f"{' '.join(words)}…"

    def needed(self, section: int) -> int:
        """Return how high a row must be for its code and short name."""
        flags, metrics = int(Qt.TextFlag.TextWordWrap), QFontMetrics(self._small)
        room = QRect(0, 0, self.scale.of_zoom(LEFT_WIDTH) - GAP - _RIGHT, 10_000)
        name = self._language.pick(self._matrix.rows[section].short)
        height = min(metrics.boundingRect(room, flags, name).height(), _MOST_LINES * metrics.lineSpacing())
        return height + self.scale.of_zoom(_CODE_LINE) + 2 * GAP + _ABOVE + 3
