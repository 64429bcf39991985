"""What the method says about a question or the conclusion of a step, in the words of the window's language."""

from __future__ import annotations

from dataclasses import dataclass

from app.language import Language
from models.method import MethodPack


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
