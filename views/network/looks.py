"""How the links of the network look: by kind, and what they amount to, never by colour alone; and the legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.plan import Dependency, DependencyKind
from views.context import Context
from views.drawn.mini_heat import mix
from views.theme import FONT, SMALL, Theme

if TYPE_CHECKING:
    from models.network import Network

WIDTHS = {1: 1.3, 2: 2.2, 3: 3.2}
KINDS = ("precedes", "enables", "critical", "conflicts", "cycle")
_DASHED, _DOTTED = (6.0, 4.0), (0.1, 4.2)
_LINK_SHARE = 0.45
_SAMPLE, _AFTER, _BETWEEN, _LINE, _WIDTH = 22.0, 7.0, 18.0, 20.0, 2.2


@dataclass(frozen=True, slots=True)
class Look:
    """How a link is drawn: its name in the legend, its dashes in points, and its rank: higher ones lie above."""

    name: str
    dash: tuple[float, ...] = ()
    rank: int = 0

    def colour(self, theme: Theme) -> QColor:
        """Return the colour of the link in a theme."""
        if self.name in ("conflicts", "cycle"):
            return QColor(theme.late)
        if self.name == "critical":
            return QColor(theme.accent)
        return mix(QColor(theme.line), QColor(theme.muted), _LINK_SHARE)

    def pen(self, theme: Theme, width: float) -> QPen:
        """Return the pen that draws the link."""
        pen = QPen(self.colour(theme), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.dash:
            pen.setDashPattern([part / width for part in self.dash])
        if self.dash == _DOTTED:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen


LOOKS = {
    "precedes": Look("precedes"),
    "enables": Look("enables", _DASHED),
    "critical": Look("critical", (), 1),
    "conflicts": Look("conflicts", _DOTTED, 2),
    "cycle": Look("cycle", (), 2),
}


def looks(links: Sequence[Dependency], analysis: Network) -> Iterator[tuple[Dependency, Look]]:
    """Yield each link with its look: a link within a circle and one on the critical path are more than their kind."""
    circle_of = {code: number for number, circle in enumerate(analysis.cycles) for code in circle}
    critical = set(pairwise(analysis.critical_path))
    for link in links:
        name = link.kind.value
        if link.kind is DependencyKind.PRECEDES:
            if link.origin in circle_of and circle_of[link.origin] == circle_of.get(link.to):
                name = "cycle"
            elif (link.origin, link.to) in critical:
                name = "critical"
        yield link, LOOKS[name]


class Legend(QWidget):
    """A sample and a name for each kind of link, in lines as there is room."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._font = QFont(FONT)
        self._font.setPixelSize(SMALL)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def refresh(self) -> None:
        """Show the names and colours anew."""
        self.setAccessibleName(", ".join(name for _, name in self._entries()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(320, int(_LINE))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that are needed in a width."""
        return int(max(y for _, y, _, _ in self._placed(width)) + _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the samples and their names."""
        theme = self._context.themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for x, y, kind, name in self._placed(self.width()):
            at = x
            if kind:
                painter.setPen(LOOKS[kind].pen(theme, _WIDTH))
                painter.drawLine(QPointF(x, y + _LINE / 2), QPointF(x + _SAMPLE, y + _LINE / 2))
                at += _SAMPLE + _AFTER
            painter.setPen(QColor(theme.muted))
            painter.drawText(QPointF(at, y + _LINE / 2 + 4), name)

    def _entries(self) -> list[tuple[str, str]]:
        say = self._context.language.say
        return [*((kind, say(f"picture.{kind}")) for kind in KINDS), ("", say("picture.thickness"))]

    def _placed(self, width: float) -> list[tuple[float, float, str, str]]:
        metrics = QFontMetricsF(self._font)
        placed, x, y = [], 0.0, 0.0
        for kind, name in self._entries():
            taken = metrics.horizontalAdvance(name) + (_SAMPLE + _AFTER if kind else 0)
            if x > 0 and x + taken > width:
                x, y = 0.0, y + _LINE
            placed.append((x, y, kind, name))
            x += taken + _BETWEEN
        return placed
