"""One step: the cards of its questions and the card of its conclusion."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.method import MethodPack
from models.reading.desks import Desk
from sot_wizard.drafts import Drafts
from sot_wizard.question_card import QuestionCard
from views.context import Context
from views.theme import SPACE

_CONCLUSION_LINES = 2


class StepView(QWidget):
    """The six steps are six of these, made from the method."""

    def __init__(self, context: Context, method: MethodPack, drafts: Drafts, code: str) -> None:
        super().__init__()
        self.code = code
        self.setProperty("kind", "clear")
        codes = [question.code for question in method.questions.values() if question.step == code]
        made = [QuestionCard(context, drafts, question) for question in codes]
        made.append(QuestionCard(context, drafts, code, lines=_CONCLUSION_LINES))
        self.cards: Mapping[str, QuestionCard] = {card.code: card for card in made}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        for card in made:
            column.addWidget(card)
        column.addStretch()

    def open(self, desk: Desk) -> None:
        """Show another initiative."""
        for card in self.cards.values():
            card.open(desk)

    def follow(self, desk: Desk, initiator: QObject | None) -> None:
        """Take in a step of work."""
        for card in self.cards.values():
            card.follow(desk, is_own=card is initiator)

    def commit(self) -> None:
        """Write what is still in the editors."""
        for card in self.cards.values():
            card.commit()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        for card in self.cards.values():
            card.retranslate()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for card in self.cards.values():
            card.recolour()
