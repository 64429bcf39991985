"""What is said of an answer in one line: how far it is, what it cites, whom it names."""

from __future__ import annotations

from app.language import Language
from models.plan import Answer, AnswerStatus
from sot_wizard.card_face import SIGNS


def state_line(language: Language, answer: Answer | None) -> str:
    """Return the line for an answer, or for none."""
    status = answer.status if answer else AnswerStatus.EMPTY
    said = [f"{SIGNS[status]} {language.say(f'status.answer.{status.value}')}"]
    if answer is not None and answer.cites:
        said.append(language.say("reading.cites", cites=", ".join(answer.cites)))
    if answer is not None and answer.stakeholders:
        said.append(language.say("reading.serves", names=", ".join(answer.stakeholders)))
    return " · ".join(said)
