"""What helps to answer a question: why it is asked, how it is answered, and what another planner wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from models.method import MethodPack
from views.parts.labels import PlainLabel
from views.theme import SPACE


@dataclass(frozen=True)
class CardTexts:
    """The prompt of a card, what its empty editor says, and its help as (heading, text)."""

    prompt: str
    placeholder: str
    help: tuple[tuple[str, str], ...]


def card_texts(method: MethodPack, language: Language, code: str, group: str) -> CardTexts:
    """Return the texts for a question (O1) or a conclusion (O); the worked example is the one of the basis group."""
    say, pick = language.say, language.pick
    if code in method.steps:
        aim = pick(method.steps[code].conclusion)
        return CardTexts(say("sot.conclusion"), say("sot.placeholder", hint=aim), ())
    question = method.questions[code]
    hint = pick(question.hint)
    help_texts = [(say("sot.purpose"), pick(question.purpose)), (say("sot.hint"), hint)]
    if group in question.examples:
        help_texts.append((say("sot.example", group=group), pick(question.examples[group])))
    first = hint.partition(". ")[0].rstrip(".")
    return CardTexts(pick(question.text), say("sot.placeholder", hint=f"{first}."), tuple(help_texts))


class Help(QWidget):
    """Headings and texts, laid out when they are first looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: Sequence[tuple[str, str]] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, SPACE[0])
        self._column.setSpacing(2)
        self.hide()

    def show_texts(self, texts: Sequence[tuple[str, str]], *, is_open: bool) -> None:
        """Show these texts, or have them ready."""
        if is_open and texts != self._texts:
            self._fill(texts)
        self.setVisible(is_open and bool(texts))

    def _fill(self, texts: Sequence[tuple[str, str]]) -> None:
        self._texts = texts
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for heading, text in texts:
            self._column.addWidget(PlainLabel(heading, "caps"))
            body = PlainLabel(text, wraps=True)
            body.setContentsMargins(0, 0, 0, SPACE[0])
            self._column.addWidget(body)
