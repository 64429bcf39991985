"""The button of one step in the rail: its letter, its name and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from views.theme import BODY, FONT, RADIUS, SMALL, STRONG, Theme

_BADGE = 28
_SIDE = 10
_TOP, _NARROW_TOP, _NARROW = 9, 6, 200
_STEP_GAP = 11
_LINE = 18
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class StepButton(QAbstractButton):
    """A letter badge (green when all is done, filled when shown), the step's name and a line on how far it is."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self._line = ""
        self._is_whole = False
        self._theme: Theme | None = None
        self.setObjectName(f"sot.step.{code}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, name: str, line: str, *, is_whole: bool) -> None:
        """Show the step's name and, below it, how far it is; `is_whole` when all its questions are done."""
        self._line, self._is_whole = line, is_whole
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
        """Paint ground, badge, name and line."""
        if self._theme is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.accent_ground if self.isChecked() else theme.paper if self.underMouse() else theme.card
        painter.setPen(QPen(QColor(theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_badge(painter, theme)
        left = _SIDE + _BADGE + _STEP_GAP
        width = self.width() - left - _SIDE
        height, top = self._name_height(self.width()), _top(self.width())
        painter.setFont(_font(BODY, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRect(left, top - 1, width, height + 2), int(_WRAPS), self.text())
        painter.setFont(_font(SMALL, QFont.Weight.Normal))
        painter.setPen(QColor(theme.muted))
        line = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top + height, width, 16), int(Qt.AlignmentFlag.AlignVCenter), line)

    def _paint_badge(self, painter: QPainter, theme: Theme) -> None:
        if self.isChecked():
            ink, ground = theme.on_accent, theme.accent
        elif self._is_whole:
            ink, ground = theme.done, theme.h_ground
        else:
            ink, ground = theme.muted, theme.paper
        box = QRectF(_SIDE, (self.height() - _BADGE) / 2, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen if ground != theme.paper else QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setFont(_font(STRONG, QFont.Weight.Bold))
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.code)

    def _name_height(self, width: int) -> int:
        room = QRect(0, 0, max(60, width - _BADGE - _STEP_GAP - 2 * _SIDE), 1000)
        bounds = QFontMetrics(_font(BODY, QFont.Weight.DemiBold)).boundingRect(room, int(_WRAPS), self.text())
        return max(_LINE, bounds.height())


def _top(width: int) -> int:
    return _NARROW_TOP if width < _NARROW else _TOP


def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont(FONT)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
