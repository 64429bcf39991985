"""The card of an initiative on the overview: code, title, who leads it, how far it is, where its measures stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.method import Basis
from models.reading.overviews import Glance
from models.text import fold
from views.context import Context
from views.drawn.mini_heat import MiniHeat
from views.drawn.pill import Pill
from views.drawn.ring import Ring
from views.parts.labels import PlainLabel, tip
from views.parts.pressable import Pressable
from views.theme import RADIUS_CARD, SPACE

LEAST_HEIGHT, MOST_HEIGHT = 112, 150
_RING = 42
_HEAT_RADIUS = 4.0


class InitiativeCard(Pressable):
    """One initiative at a glance; the card leads to its questions, the small matrix to its matrix."""

    matrix_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=RADIUS_CARD)
        self._context = context
        self.folded = ""
        """What the card says, and the title in the other language: what a search compares."""
        self.setProperty("kind", "card")
        self.setMinimumHeight(LEAST_HEIGHT)
        self.ring = Ring(_RING)
        self.pill = Pill()
        self.basis = PlainLabel(role="small")
        self.title = PlainLabel(role="bold", wraps=True)
        self.lead = PlainLabel(role="small", wraps=True)
        self.heat = MiniHeat()
        self.heat_button = Pressable(radius=_HEAT_RADIUS)
        self.heat_button.pressed.connect(self.matrix_wanted)
        around = QVBoxLayout(self.heat_button)
        around.setContentsMargins(4, 4, 2, 2)
        around.addWidget(self.heat)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], SPACE[2] - 2, SPACE[1], SPACE[2] - 2)
        row.setSpacing(SPACE[1] + 2)
        row.addWidget(self.ring, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._words(), stretch=1)
        row.addWidget(self.heat_button, alignment=Qt.AlignmentFlag.AlignVCenter)

    def _words(self) -> QVBoxLayout:
        codes = QHBoxLayout()
        codes.setSpacing(SPACE[1] - 2)
        codes.addWidget(self.pill)
        codes.addWidget(self.basis)
        codes.addStretch()
        column = QVBoxLayout()
        column.setSpacing(SPACE[0])
        column.addStretch()
        column.addLayout(codes)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addStretch()
        return column

    def show_glance(self, glance: Glance, basis: Basis, lead: str, questions: dict[str, int]) -> None:
        """Show an initiative; `lead` is the short name of its lead, `questions` says how many each step has."""
        language, theme = self._context.language, self._context.themes.current
        one = glance.initiative
        colour, ground = theme.group(one.group), theme.group_ground(one.group)
        code = language.say("overview.code", code=one.code.removeprefix("SOI"))
        title = language.pick(one.title)
        status = language.say(f"status.initiative.{one.status}")
        self.pill.show_text(code, colour, ground)
        self.basis.setText(f"{basis.code} – {basis.group_code}")
        self.title.setText(title)
        self.lead.setText(f"{lead or language.say('overview.no_lead')} · {status}")
        shares = [glance.done[step] / max(1, count) for step, count in questions.items()]
        done, total = glance.answers_done, sum(questions.values())
        self.ring.show_shares(shares, str(done), colour, ground, theme.ink)
        answered = language.say("overview.answered", done=done, total=total)
        self.ring.setToolTip(tip(answered))
        placed, filled = sum(glance.cells.values()), len(glance.cells)
        in_matrix = language.say("overview.placed", measures=placed, cells=filled)
        self.heat.show_counts(glance.cells, colour, ground, in_matrix)
        self.heat_button.setToolTip(tip(in_matrix))
        self.heat_button.setAccessibleName(language.say("overview.open_matrix", code=code, placed=in_matrix))
        self.setAccessibleName(
            language.say("overview.open_sot", code=code, title=title, answered=answered, status=status)
        )
        self.folded = fold(" ".join((one.code, code, self.basis.text(), one.title.vi, one.title.en, self.lead.text())))
        self.setObjectName(f"overview.card.{one.code}")
        self.heat_button.setObjectName(f"overview.heat.{one.code}")
        for pressable in (self, self.heat_button):
            pressable.show_ring(theme.accent)
