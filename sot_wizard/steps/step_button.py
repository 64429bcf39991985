"""The button of one step: its letter in a ring that fills with what is done, its name and a line on how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from views.drawn.ring import paint_ring
from views.theme import BODY, FONT, RADIUS, SMALL, Theme

_RING, _THICK = 30.0, 3.0
_SIDE = 8
_TOP, _NARROW_TOP, _NARROW = 9, 6, 200
_GAP = 10
_LINE = 18
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class StepButton(QAbstractButton):
    """One of the six; it is checked while its step is shown."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self._line = ""
        self._parts: Sequence[bool] = ()
        self._theme: Theme | None = None
        self.setObjectName(f"sot.step.{code}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def parts(self) -> Sequence[bool]:
        """Return which parts of the step are done: its questions and then its conclusion."""
        return self._parts

    def show_state(self, name: str, line: str, parts: Sequence[bool]) -> None:
        """Show the step's name, a line on how far it is, and which of its parts are done."""
        self._line, self._parts = line, tuple(parts)
        self.setText(name)
        self.setAccessibleName(f"{name}: {line}")
        self.updateGeometry()
        self.update()

    def recolour(self, theme: Theme) -> None:
        """Take on the colours of a theme."""
        self._theme = theme
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height that the name needs on its lines."""
        return self._name_height(width) + 16 + 2 * _top(width)

    def sizeHint(self) -> QSize:
        """Return the size at the rail's usual width."""
        return QSize(210, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(140, self.heightForWidth(max(self.width(), 160)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground, ring, name and line."""
        if self._theme is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.accent_ground if self.isChecked() else theme.paper if self.underMouse() else theme.card
        painter.setPen(QPen(QColor(theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_ring(painter, theme)
        left = int(_SIDE + _RING + _GAP)
        width = self.width() - left - _SIDE
        height, top = self._name_height(self.width()), _top(self.width())
        painter.setFont(_font(BODY, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRect(left, top - 1, width, height + 2), int(_WRAPS), self.text())
        painter.setFont(_font(SMALL, QFont.Weight.Normal))
        painter.setPen(QColor(theme.muted))
        line = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top + height, width, 16), int(Qt.AlignmentFlag.AlignVCenter), line)

    def _paint_ring(self, painter: QPainter, theme: Theme) -> None:
        box = QRectF(_SIDE, (self.height() - _RING) / 2, _RING, _RING)
        is_whole = bool(self._parts) and all(self._parts)
        colour = theme.done if is_whole else theme.accent
        if self.isChecked() or is_whole:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent if self.isChecked() else theme.h_ground))
            painter.drawEllipse(box.adjusted(_THICK + 2, _THICK + 2, -_THICK - 2, -_THICK - 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = box.adjusted(_THICK / 2, _THICK / 2, -_THICK / 2, -_THICK / 2)
        shares = [float(part) for part in self._parts]
        paint_ring(painter, ring, shares, QPen(QColor(colour), _THICK), QPen(QColor(theme.line), _THICK))
        ink = theme.on_accent if self.isChecked() else theme.done if is_whole else theme.muted
        painter.setFont(_font(BODY, QFont.Weight.Bold))
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.code)

    def _name_height(self, width: int) -> int:
        room = QRect(0, 0, int(max(60, width - _RING - _GAP - 2 * _SIDE)), 1000)
        bounds = QFontMetrics(_font(BODY, QFont.Weight.DemiBold)).boundingRect(room, int(_WRAPS), self.text())
        return max(_LINE, bounds.height())


def _top(width: int) -> int:
    return _NARROW_TOP if width < _NARROW else _TOP


def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont(FONT)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
