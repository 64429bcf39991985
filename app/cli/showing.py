"""The command that shows a plan to a reader: show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from app.cli import speech
from app.cli.arguments import SHORT_ID, as_json, moment, on_day, only_initiatives, plan_path, reading
from app.cli.help import command
from app.documents.plan_json import plan_json
from app.pictures.wording import LATE, SIGNS
from models.access import Reader
from models.errors import UsageError
from models.method import Bilingual
from models.plan import (
    Answer,
    AnswerStatus,
    Comment,
    Dependency,
    InitiativeContent,
    Measure,
    MeasureLink,
    MeasureStatus,
)
from models.reading import comments, dependencies, initiatives, plans
from models.reading.dependencies import measures as measure_links

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
    away = [one.code for one in initiatives.every(reader, archived=True)]
    if away:
        speech.out(f"\n{speech.text('show.archived', codes=', '.join(away))}")


def _show_initiatives(reader: Reader, codes: Iterable[str], on: date) -> None:
    wanted = {initiatives.find(reader, code) for code in codes}
    links, between_measures = dependencies.every(reader), measure_links.every(reader)
    _show_signs(on)
    for content in initiatives.contents(reader, wanted):
        _show_head(content, reader, on)
        said = comments.of_initiative(reader, content.initiative.id)
        for step in reader.method.steps.values():
            speech.out(f"\n{_INDENT}{step.code}  {step.text[speech.language()]}")
            for question in reader.method.questions.values():
                if question.step == step.code:
                    _show_answer(question.code, question.text, content.answers.get(question.code))
                    _show_comments(said.get(question.code, ()))
            _show_answer(step.code, step.conclusion, content.conclusions.get(step.code))
            _show_comments(said.get(step.code, ()))
        for place, measure in enumerate(content.measures):
            speech.out("" if place else f"\n{_INDENT}{speech.text('show.measures')}")
            _show_measure(measure, on)
        _show_links(content.initiative.code, links)
        _show_measure_links(content.measures, between_measures)


def _show_signs(on: date) -> None:
    speech.out(speech.text("show.signs", **SIGNS, day=on.isoformat()))


def _show_head(content: InitiativeContent, reader: Reader, on: date) -> None:
    one = content.initiative
    speech.out()
    speech.out(f"{one.code}  ({one.basis} – {one.basis_code})  {_said(one.title)}")
    standing = speech.text(
        "show.initiative",
        lead=one.lead or "–",
        owner=one.owner or "–",
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
    if answer is not None and answer.stakeholders:
        speech.out_hanging(_INDENT * 3, speech.text("show.stakeholders", names="; ".join(answer.stakeholders)))


def _show_comments(said: Iterable[Comment]) -> None:
    for one in said:
        about = {"author": one.author or "–", "when": moment(one.written), "cycle": one.cycle, "text": one.text}
        if one.resolved is None:
            line = speech.text("show.comment", **about)
        else:
            settled = {"resolver": one.resolver or "–", "resolved": moment(one.resolved)}
            line = speech.text("show.comment_resolved", **about, **settled)
        speech.out_hanging(f"{_INDENT * 3}» ", line)


def _show_measure(measure: Measure, on: date) -> None:
    speech.out_hanging(f"{_INDENT}{measure.id[:SHORT_ID]}  {measure.cell}  {_sign(measure, on)}  ", measure.text)
    days = (day.isoformat() if day else "–" for day in (measure.start, measure.due))
    parts = [("lead", measure.lead), ("support", ", ".join(measure.support)), ("days", " → ".join(days))]
    parts += [(name, getattr(measure, name)) for name in _CLEARS]
    parts += [
        ("cost", speech.text("document.assignment.million", cost=measure.cost) if measure.cost is not None else "")
    ]
    parts += [("indicator", measure.indicator), ("confirmed", _confirmed(measure))]
    parts += [("progress", f"{measure.progress} %"), ("from", ", ".join(measure.origin))]
    parts += [("words", "; ".join(f"{code}: “{words}”" for code, words in measure.words.items()))]
    parts += [("serves", "; ".join(measure.stakeholders))]
    parts += [("cites", ", ".join(measure.cites)), ("review", ", ".join(measure.review))]
    said = (f"{speech.text(f'show.field.{name}')} {value}" for name, value in parts if value)
    speech.out_hanging(_INDENT * 3, " · ".join(said))


def _confirmed(measure: Measure) -> str:
    day = measure.confirmed.isoformat() if measure.confirmed else ""
    return ", ".join(part for part in (day, measure.confirmed_by) if part)


def _show_links(code: str, links: Iterable[Dependency]) -> None:
    mine = [link for link in links if code in (link.origin, link.to)]
    if not mine:
        return
    speech.out(f"\n{_INDENT}{speech.text('show.links')}")
    rows = (
        (
            f"{link.origin} → {link.to}",
            _kind_of(link),
            str(link.strength),
            " ".join(link.why.split()),
        )
        for link in mine
    )
    speech.out_rows(rows, _INDENT)


def _kind_of(link: Dependency | MeasureLink) -> str:
    kind = speech.text(f"show.link.{link.kind}")
    return speech.text("show.link_lag", kind=kind, lag=link.lag) if link.lag else kind


def _show_measure_links(measures: Sequence[Measure], links: Iterable[MeasureLink]) -> None:
    """Show the links of these measures, each end by the first characters of its id."""
    ids = {measure.id for measure in measures}
    mine = [link for link in links if link.origin in ids or link.to in ids]
    if not mine:
        return
    speech.out(f"\n{_INDENT}{speech.text('show.measure_links')}")
    rows = (
        (
            f"{link.origin[:SHORT_ID]} → {link.to[:SHORT_ID]}",
            _kind_of(link),
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
