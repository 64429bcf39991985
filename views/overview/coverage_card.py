"""How much of the resolution the measures carry: a bar for each of its items, and how many paragraphs are left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from models.reading.coverage import PartCoverage
from views.context import Context
from views.drawn.mini_heat import mix
from views.parts.card import Card
from views.parts.labels import PlainLabel, set_look, tip
from views.theme import SPACE

_HEIGHT, _GAP, _RADIUS = 46, 4, 3.0
_NAMED = 12
_LIGHTEST = 0.55


class CoverageBars(QWidget):
    """A bar for each part, as high as the share of it that is covered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: Sequence[float] = ()
        self._tips: Sequence[str] = ()
        self._colour, self._track = QColor(), QColor()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[float], tips: Sequence[str], colour: str, track: str) -> None:
        """Show shares (0–1); each bar says one of `tips` when it is pointed at."""
        self._shares, self._tips = tuple(shares), tuple(tips)
        self._colour, self._track = QColor(colour), QColor(track)
        self.setAccessibleName("; ".join(tips))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height that suits the card."""
        return QSize(200, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Say what the bar under the pointer stands for."""
        if isinstance(event, QHelpEvent) and self._tips:
            number = int(event.pos().x() / max(1, self.width()) * len(self._tips))
            QToolTip.showText(event.globalPos(), tip(self._tips[min(number, len(self._tips) - 1)]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the bars from the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = (self.width() + _GAP) / max(1, len(self._shares))
        for number, share in enumerate(self._shares):
            whole = QRectF(number * step, 0, step - _GAP, self.height())
            painter.setBrush(self._track)
            painter.drawRoundedRect(whole, _RADIUS, _RADIUS)
            if share > 0:
                painter.setBrush(mix(self._track, self._colour, _LIGHTEST + (1 - _LIGHTEST) * share))
                painter.drawRoundedRect(whole.adjusted(0, self.height() * (1 - share), 0, 0), _RADIUS, _RADIUS)


class CoverageCard(Card):
    """The bars with a sentence beneath."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.heading = PlainLabel(role="strong", wraps=True)
        self.bars = CoverageBars()
        self.bars.setObjectName("overview.coverage")
        self.first, self.last = PlainLabel(role="small"), PlainLabel(role="small")
        self.sentence = PlainLabel(wraps=True)
        self.missed = PlainLabel(wraps=True)
        ends = QHBoxLayout()
        ends.addWidget(self.first)
        ends.addStretch()
        ends.addWidget(self.last)
        self.body.setSpacing(SPACE[0] + 2)
        for part in (self.heading, self.bars):
            self.body.addWidget(part)
        self.body.addLayout(ends)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.missed)

    def show_parts(self, parts: Sequence[PartCoverage], document: str) -> None:
        """Show the coverage of the parts of a document, named by its number."""
        language, theme = self._context.language, self._context.themes.current
        self.setVisible(bool(parts))
        if not parts:
            return
        names = [part.code.partition(".")[2] or part.code for part in parts]
        shares = [part.covered / part.total if part.total else 0.0 for part in parts]
        tips = [
            language.say("overview.part", part=name, covered=part.covered, total=part.total)
            for name, part in zip(names, parts, strict=True)
        ]
        self.bars.show_shares(shares, tips, theme.accent, theme.accent_ground)
        self.heading.setText(language.say("overview.coverage", document=document))
        self.first.setText(names[0])
        self.last.setText(names[-1])
        total, missed = sum(part.total for part in parts), [code for part in parts for code in part.missed]
        share = round(100 * (total - len(missed)) / max(1, total))
        self.sentence.setText(language.say("overview.covered", share=share, total=total))
        self.missed.setVisible(bool(missed))
        self.missed.setText(language.say("overview.missed", count=len(missed)))
        set_look(self.missed, "role", "error")
        self.missed.setToolTip(tip(", ".join(missed[:_NAMED]) + (" …" if len(missed) > _NAMED else "")))
