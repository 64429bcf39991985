"""The command that shows a plan to a reader: show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from app.cli import speech
from app.cli.arguments import SHORT_ID, as_json, on_day, only_initiatives, plan_path, reading
from app.cli.help import command
from app.documents.plan_json import plan_json
from app.pictures.wording import LATE, SIGNS
from models.access import Reader
from models.errors import UsageError
from models.method import Bilingual
from models.plan import Answer, AnswerStatus, Dependency, InitiativeContent, Measure, MeasureStatus
from models.reading import dependencies, initiatives, plans

_CLEARS = ("person", "responsibility", "product", "authority", "funding")
_INDENT = "  "


@command("show")
@plan_path
@only_initiatives
@on_day
@as_json
def show(path: Path, codes: tuple[str, ...], on: date | None, as_json: bool) -> None:
    """Print the whole plan, or everything that is written of some initiatives."""
    if as_json and (codes or on):
        raise UsageError("usage.json_alone")
    with reading(path) as plan:
        if as_json:
            speech.out_json(plan.read(plan_json))
        elif codes:
            plan.read(_show_initiatives, codes, on or date.today())
        else:
            plan.read(_show_plan, on or date.today())


def _show_plan(reader: Reader, on: date) -> None:
    head = plans.header(reader)
    contents = initiatives.contents(reader)
    speech.out(_said(head.title))
    speech.out(
        speech.text(
            "show.counts",
            initiatives=len(contents),
            answers=sum(_done(content.answers) for content in contents),
            questions=len(contents) * len(reader.method.questions),
            measures=_states([measure for content in contents for measure in content.measures], on),
            links=len(dependencies.every(reader)),
        )
    )
    _show_signs(on)
    for content in contents:
        _show_head(content, reader, on)
        _show_measures(content.measures, on)


def _show_initiatives(reader: Reader, codes: Iterable[str], on: date) -> None:
    wanted = {initiatives.find(reader, code) for code in codes}
    links = dependencies.every(reader)
    _show_signs(on)
    for content in initiatives.contents(reader, wanted):
        _show_head(content, reader, on)
        for step in reader.method.steps.values():
            speech.out(f"\n{_INDENT}{step.code}  {step.text[speech.language()]}")
            for question in reader.method.questions.values():
                if question.step == step.code:
                    _show_answer(question.code, question.text, content.answers.get(question.code))
            _show_answer(step.code, step.conclusion, content.conclusions.get(step.code))
        for place, measure in enumerate(content.measures):
            speech.out("" if place else f"\n{_INDENT}{speech.text('show.measures')}")
            _show_measure(measure, on)
        _show_links(content.initiative.code, links)


def _show_signs(on: date) -> None:
    speech.out(speech.text("show.signs", **SIGNS, day=on.isoformat()))


def _show_head(content: InitiativeContent, reader: Reader, on: date) -> None:
    one = content.initiative
    speech.out()
    speech.out(f"{one.code}  ({one.basis} – {one.basis_code})  {_said(one.title)}")
    standing = speech.text(
        "show.initiative",
        lead=one.lead or "–",
        status=speech.text(f"status.initiative.{one.status}"),
        cycle=one.cycle,
        done=_done(content.answers),
        questions=len(reader.method.questions),
        measures=_states(content.measures, on),
    )
    speech.out_hanging(_INDENT, standing)


def _show_measures(measures: Sequence[Measure], on: date) -> None:
    rows = (
        (
            measure.id[:SHORT_ID],
            measure.cell,
            _sign(measure, on),
            measure.due.isoformat() if measure.due else "–",
            measure.lead or "–",
            " ".join(measure.text.split()),
        )
        for measure in measures
    )
    speech.out_rows(rows, _INDENT)


def _show_answer(code: str, asked: Bilingual, answer: Answer | None) -> None:
    status = speech.text(f"status.answer.{answer.status if answer is not None else AnswerStatus.EMPTY}")
    speech.out_hanging(f"{_INDENT}{code:<2}  ", f"{asked[speech.language()]} [{status}]")
    for line in answer.text.split("\n") if answer is not None and answer.text else ():
        speech.out_hanging(_INDENT * 3, line)
    if answer is not None and answer.cites:
        speech.out_hanging(_INDENT * 3, f"[{', '.join(answer.cites)}]")


def _show_measure(measure: Measure, on: date) -> None:
    speech.out_hanging(f"{_INDENT}{measure.id[:SHORT_ID]}  {measure.cell}  {_sign(measure, on)}  ", measure.text)
    days = (day.isoformat() if day else "–" for day in (measure.start, measure.due))
    parts = [("lead", measure.lead), ("support", ", ".join(measure.support)), ("days", " → ".join(days))]
    parts += [(name, getattr(measure, name)) for name in _CLEARS]
    parts += [("progress", f"{measure.progress} %"), ("from", ", ".join(measure.origin))]
    parts += [("cites", ", ".join(measure.cites)), ("review", ", ".join(measure.review))]
    said = (f"{speech.text(f'show.field.{name}')} {value}" for name, value in parts if value)
    speech.out_hanging(_INDENT * 3, " · ".join(said))


def _show_links(code: str, links: Iterable[Dependency]) -> None:
    mine = [link for link in links if code in (link.origin, link.to)]
    if not mine:
        return
    speech.out(f"\n{_INDENT}{speech.text('show.links')}")
    rows = (
        (
            f"{link.origin} → {link.to}",
            speech.text(f"show.link.{link.kind}"),
            str(link.strength),
            " ".join(link.why.split()),
        )
        for link in mine
    )
    speech.out_rows(rows, _INDENT)


def _states(measures: Sequence[Measure], on: date) -> str:
    """Return how many measures there are, how many of them are done, and how many late if any is."""
    done = Counter(measure.status for measure in measures)[MeasureStatus.DONE]
    late = sum(measure.is_late(on) for measure in measures)
    message_id = "show.states_late" if late else "show.states"
    return speech.text(message_id, measures=len(measures), done=done, late=late)


def _sign(measure: Measure, on: date) -> str:
    return SIGNS[LATE if measure.is_late(on) else measure.status.value]


def _done(answers: Mapping[str, Answer]) -> int:
    return sum(answer.status is AnswerStatus.DONE for answer in answers.values())


def _said(title: Bilingual) -> str:
    return title[speech.language()] or title.vi or title.en
