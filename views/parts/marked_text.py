"""A text whose words are marked as gone or come: struck through or underlined, never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.wording import Kind, Piece
from views.theme import FONT, LABEL, Theme

_LEADING = 1.4
_LINE_BREAK = "\u2028"


class MarkedText(QWidget):
    """Shows pieces of user text literally; those that went or came are marked."""

    def __init__(self, parent: QWidget | None = None, *, size: float = LABEL) -> None:
        super().__init__(parent)
        self._font = QFont(FONT)
        self._font.setPixelSize(int(size))
        self._layout = QTextLayout()
        self._layout.setFont(self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._ink = QColor()
        self._line = round(self._font.pixelSize() * _LEADING)
        self._heights: dict[int, int] = {}
        self._laid_in = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pieces(self, pieces: Sequence[Piece], theme: Theme) -> None:
        """Show pieces one after another in the colours of a theme."""
        self._ink = QColor(theme.ink)
        self._layout.setText("".join(piece.text for piece in pieces).replace("\n", _LINE_BREAK))
        formats, start = [], 0
        for piece in pieces:
            length = len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
            if piece.kind != "same":
                formats.append(_marked(piece.kind, theme, start, length))
            start += length
        self._layout.setFormats(formats)
        self._heights, self._laid_in = {}, -1
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the text as it is read."""
        return self._layout.text().replace(_LINE_BREAK, "\n")

    def hasHeightForWidth(self) -> bool:
        """Return that its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is in a width."""
        if width not in self._heights:
            self._heights[width] = self._lay(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a size in which the whole text is seen."""
        width = max(self.width(), 80)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a few words wide."""
        return QSize(80, self._line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the text and its marks."""
        if self._laid_in != self.width():
            self._lay(self.width())
        painter = QPainter(self)
        painter.setPen(self._ink)
        self._layout.draw(painter, QPointF(0, 0))

    def _lay(self, width: int) -> int:
        """Set the lines into a width and return how high they are."""
        y, self._laid_in = 0, width
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += self._line
        self._layout.endLayout()
        return max(y, self._line)


def _marked(kind: Kind, theme: Theme, start: int, length: int) -> QTextLayout.FormatRange:
    """Return the look of words that are gone or have come."""
    look = QTextCharFormat()
    look.setForeground(QColor(theme.late if kind == "gone" else theme.done))
    look.setBackground(QColor(theme.late_ground if kind == "gone" else theme.h_ground))
    look.setFontStrikeOut(kind == "gone")
    look.setFontUnderline(kind == "come")
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made
