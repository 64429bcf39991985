"""What is said of an initiative, in a few lines: who leads and answers for it, how far it is, whom it serves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from models.plan import PlanActor
from models.reading.desks import Desk
from views.context import Context
from views.parts.labels import PlainLabel
from views.theme import SPACE

KEYS = ("lead", "support", "owner", "status", "frame", "stakeholders")


class Facts(QWidget):
    """A name and what is said under it, line by line; what is not said of the initiative has no line."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.names = {key: PlainLabel(role="muted") for key in KEYS}
        self.values = {key: PlainLabel(role="label", wraps=True) for key in KEYS}
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE[1], 0, SPACE[1], 0)
        grid.setHorizontalSpacing(SPACE[3])
        grid.setVerticalSpacing(SPACE[0])
        grid.setColumnStretch(1, 1)
        for row, key in enumerate(KEYS):
            grid.addWidget(self.names[key], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.values[key], row, 1)

    def show_desk(self, desk: Desk, actors: Mapping[str, PlanActor]) -> None:
        """Show what is said of the initiative; `actors` gives the names of bodies by code."""
        language, one = self._context.language, desk.initiative

        def named(code: str) -> str:
            return language.pick(actors[code].name) if code in actors else code

        said = {
            "lead": named(one.lead) if one.lead else language.say("overview.no_lead"),
            "support": ", ".join(named(code) for code in one.support),
            "owner": one.owner,
            "status": language.say(f"status.initiative.{one.status.value}"),
            "frame": ", ".join(one.frame),
            "stakeholders": ", ".join(one.stakeholders),
        }
        for key, text in said.items():
            self.names[key].setText(language.say(f"heading.field.{key}"))
            self.values[key].setText(text)
            self.names[key].setVisible(bool(text))
            self.values[key].setVisible(bool(text))
