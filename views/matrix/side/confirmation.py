"""Who last looked at a measure and let it stand, and the button to do so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.plan import Measure
from views.context import Context
from views.forms.fields import write_day
from views.parts.labels import PlainLabel
from views.theme import SPACE


class Confirmation(QWidget):
    """`confirmed` follows the button."""

    confirmed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.said = PlainLabel(role="small", wraps=True)
        self.said.setObjectName("matrix.confirmed")
        self.button = QPushButton()
        self.button.setObjectName("matrix.confirm_now")
        self.button.clicked.connect(self.confirmed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE[0], 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self.said, stretch=1)
        row.addWidget(self.button)

    def show_measure(self, one: Measure) -> None:
        """Say who confirmed a measure last, and when."""
        say, code = self._context.language.say, self._context.language.code
        if one.confirmed is None:
            self.said.setText(say("matrix.never_confirmed"))
        else:
            day = write_day(one.confirmed, code)
            self.said.setText(say("matrix.confirmed", day=day, name=one.confirmed_by or say("matrix.somebody")))

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.button.setText(self._context.language.say("matrix.confirm_now"))
        self.button.setAccessibleName(self._context.language.say("matrix.confirm_now"))
