"""What wants attention: a line for each thing, which leads to its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.reading.concerns import Concerns
from views.context import Context
from views.drawn.dot import Dot
from views.parts.card import Card, Line
from views.parts.labels import PlainLabel, tip
from views.parts.pressable import Pressable
from views.theme import SPACE

_CIRCLES_SHOWN = 3
_NAMED = 12
"""How many places a tool tip names."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One line: what is to be said, where it leads to, what its tool tip says, and whether it is grave."""

    text: str
    page: str
    place: str
    more: str
    is_grave: bool


class MatterLine(Pressable):
    """A dot and a sentence that leads to a place."""

    def __init__(self, context: Context, matter: Matter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.themes.current
        dot = Dot()
        dot.show_colour(theme.late if matter.is_grave else theme.doing)
        text = PlainLabel(matter.text, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[0], SPACE[1], SPACE[0], SPACE[1])
        row.setSpacing(SPACE[1] + 2)
        row.addWidget(dot, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, stretch=1)
        self.show_ring(theme.accent)
        self.setAccessibleName(matter.text)
        self.setToolTip(tip(matter.more))
        self.pressed.connect(lambda: context.navigator.go(matter.page, matter.place))


class ProblemsCard(Card):
    """The list of what wants attention, grave things first; it says so when there is none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._matters: list[Matter] = []
        self._theme = ""
        self.heading = PlainLabel(role="strong")
        self.count = PlainLabel(role="muted", wraps=True)
        self.body.setSpacing(0)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.count)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._list.setContentsMargins(0, SPACE[1], 0, 0)
        self.body.addLayout(self._list)
        self.lines: list[QWidget] = []

    def show_concerns(self, concerns: Concerns) -> None:
        """Show what wants attention in a plan."""
        language, theme = self._context.language, self._context.themes.current
        matters = [*self._circles(concerns), *self._others(concerns)]
        self.heading.setText(language.say("overview.problems"))
        self.count.setText(
            language.say("overview.problems_below" if matters else "overview.no_problems", count=len(matters))
        )
        if (matters, theme.name) == (self._matters, self._theme):
            return
        self._matters, self._theme = matters, theme.name
        for line in self.lines:
            self._list.removeWidget(line)
            line.deleteLater()
        self.lines = []
        for number, matter in enumerate(matters):
            rule, line = Line(), MatterLine(self._context, matter)
            line.setObjectName(f"overview.problem.{number}")
            self.lines += [rule, line]
            self._list.addWidget(rule)
            self._list.addWidget(line)

    def _circles(self, concerns: Concerns) -> Iterator[Matter]:
        say = self._context.language.say
        for circle in concerns.circles[:_CIRCLES_SHOWN]:
            way = " → ".join(say("overview.code", code=code.removeprefix("SOI")) for code in circle)
            yield Matter(say("overview.circle", circle=way), "network", circle[0], "", True)
        if (rest := len(concerns.circles) - _CIRCLES_SHOWN) > 0:
            first = concerns.circles[_CIRCLES_SHOWN]
            yield Matter(say("overview.more_circles", count=rest), "network", first[0], "", True)

    def _others(self, concerns: Concerns) -> Iterator[Matter]:
        say = self._context.language.say
        for name, page, places, is_grave in (
            ("late", "matrix", concerns.late, True),
            ("leaderless", "sot", concerns.leaderless, False),
            ("to_discuss", "sot", concerns.to_discuss, False),
            ("unanswered", "sot", concerns.unanswered, False),
        ):
            if not places:
                continue
            named = [place.partition("#")[0] for place in places[:_NAMED]]
            more = ", ".join(dict.fromkeys(named)) + (" …" if len(places) > _NAMED else "")
            sentence = say(f"overview.{name}", count=len(places), first=named[0])
            yield Matter(sentence, page, places[0], more, is_grave)
