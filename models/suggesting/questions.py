"""What an answer stands on, as the texts that clauses are compared with."""

from __future__ import annotations

from collections.abc import Mapping

from models.method import MethodPack
from models.plan import Answer, Initiative
from models.suggesting.citations import Clauses, Suggestion, clauses

_ANSWER, _TITLE, _BASIS, _QUESTION, _EARLIER, _EARLIER_ALONE = 1.0, 0.3, 0.2, 0.1, 0.1, 0.3
"""What each text counts; while nothing is answered yet, the answers that the question builds on count more."""


def for_answer(
    texts: Clauses, method: MethodPack, initiative: Initiative, answers: Mapping[str, Answer], code: str, limit: int
) -> tuple[Suggestion, ...]:
    """Return at most `limit` clauses that the answer to a question, or a step's conclusion, could cite, best first.

    What it cites already is left out. Sources are in Vietnamese, so the Vietnamese of the method is compared.
    """
    answer = answers.get(code)
    text = answer.text if answer else ""
    asked = method.questions[code] if code in method.questions else method.steps[code]
    earlier = _EARLIER if text.strip() else _EARLIER_ALONE
    wanted = [
        (text, _ANSWER),
        (initiative.title.vi, _TITLE),
        (method.bases[initiative.basis].text.vi, _BASIS),
        (asked.text.vi, _QUESTION),
        *((answers[other].text, earlier) for other in method.builds_on(code) if other in answers),
    ]
    used = [clause for other, one in answers.items() if other != code for clause in one.cites]
    return clauses(texts, wanted, limit, cited=answer.cites if answer else (), used=used)
