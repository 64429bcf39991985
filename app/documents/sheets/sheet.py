"""Initiative sheets: everything that a plan says of an initiative, from its basis to its citations, in six parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.documents.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Look,
    Paragraph,
    Role,
    Row,
    Section,
    Span,
    Table,
    Text,
    bold,
    plain,
)
from app.documents.sheets import assignment, matrix, references, standing
from app.pictures.wording import Wording
from models.method import MethodPack, Step
from models.plan import Answer, AnswerStatus, Sheet

_SILENT = AnswerStatus.DONE
"""The status of an answer that a sheet does not mention."""
_QUESTION_WIDTHS = (1, 12)


def sheets(sheets: Sequence[Sheet], method: MethodPack, language: str, on: date) -> Document:
    """Return the sheets of one plan, at least one, as a document in `language` as of the day `on`."""
    plan = sheets[0].plan
    return Document(
        title=Wording(method, language, on).say("document.sheets_title", plan=plan.title[language]),
        subject=plan.title[language],
        author=plan.issuing_body or plan.superior_body,
        language=language,
        day=on,
        sections=(_section(sheet, Wording(method, language, on)) for sheet in sheets),
    )


def _section(sheet: Sheet, wording: Wording) -> Section:
    initiative = sheet.content.initiative
    title = wording.titled(initiative.code, initiative.title)
    return Section(title, tuple(_blocks(sheet, title, wording)))


def _blocks(sheet: Sheet, title: str, wording: Wording) -> Iterator[Block]:
    say = wording.say
    yield Paragraph(bold(say("document.sheet.kind")), Role.TITLE)
    yield Paragraph(bold(title), Role.SUBTITLE)
    yield Paragraph((Span(standing.line(sheet, wording), italic=True, muted=True),), Role.NOTE)
    yield standing.table(sheet, wording)
    yield Heading(say("document.sheet.basis"))
    yield Paragraph(references.basis(sheet, wording))
    yield Heading(say("document.sheet.frame"))
    yield from _frame(sheet, wording)
    yield Heading(say("document.sheet.answers"))
    yield Paragraph((Span(say("document.sheet.content"), italic=True),), Role.CAPTION)
    yield _content(sheet, wording)
    yield Paragraph((Span(say("document.sheet.questions"), italic=True),), Role.CAPTION)
    yield _answers(sheet, wording)
    yield Heading(say("document.sheet.matrix"))
    yield matrix.table(sheet, wording)
    yield matrix.legend(wording)
    yield Heading(say("document.sheet.assignment"))
    yield from assignment.blocks(sheet, wording)
    yield Heading(say("document.sheet.references"))
    yield references.table(sheet, wording)


def _frame(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    if not sheet.frame:
        yield Paragraph((Span(wording.say("document.sheet.no_frame"), italic=True),), Role.CAPTION)
        return
    rows = (
        Row((Cell((bold(item.code),), shaded=True), Cell((plain(item.text[wording.language]),))))
        for item in sheet.frame
    )
    yield Table((1, 9), tuple(rows))


def _content(sheet: Sheet, wording: Wording) -> Table:
    """Return the content of the initiative: what each of the six steps concludes."""
    rows = []
    for step in wording.method.steps.values():
        concluded = _answer(bold(step.text[wording.language]), sheet.content.conclusions.get(step.code), wording)
        rows.append(Row((Cell((bold(step.code),), shaded=True), Cell(concluded))))
    return Table(_QUESTION_WIDTHS, tuple(rows))


def _answers(sheet: Sheet, wording: Wording) -> Table:
    rows = (row for step in wording.method.steps.values() for row in _step(sheet, step, wording))
    return Table(_QUESTION_WIDTHS, tuple(rows))


def _step(sheet: Sheet, step: Step, wording: Wording) -> Iterator[Row]:
    title = wording.say("document.sheet.step", number=step.number, title=step.text[wording.language], code=step.code)
    yield Row((Cell((bold(title),), columns=2),), Look.BAND)
    for question in wording.method.questions.values():
        if question.step == step.code:
            asked = Span(question.text[wording.language], italic=True, muted=True)
            answer = sheet.content.answers.get(question.code)
            yield Row((Cell((bold(question.code),)), Cell(_answer((asked,), answer, wording))))


def _answer(head: Text, answer: Answer | None, wording: Wording) -> tuple[Text, ...]:
    """Return an answer beneath its head, which names its status unless it is done."""
    status = AnswerStatus.EMPTY if answer is None or not answer.text.strip() else answer.status
    if status is not _SILENT:
        head = (*head, Span(" "), Span(wording.say(f"document.answer.{status.value}"), bold=True, italic=True))
    if answer is None or not answer.text:
        return (head,)
    return (head, *(plain(line) for line in answer.text.split("\n")))
