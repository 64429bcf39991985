"""A whole plan, or a method pack, as one JSON document: the face that scripts hold on to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from models.access import Reader
from models.method import Bilingual, MethodPack
from models.plan import (
    AgendaItem,
    Answer,
    AnswerStatus,
    Comment,
    Decision,
    Dependency,
    InitiativeContent,
    Measure,
    MeasureLink,
    Proposal,
    Workshop,
)
from models.reading import comments, dependencies, initiatives, plans, workshops
from models.reading.dependencies import measures as measure_links
from models.reading.desks import CycleSpan, spans


def plan_json(reader: Reader) -> dict[str, Any]:
    """Return the whole plan in the form of docs/file-formats.md."""
    head = plans.header(reader)
    return {
        "plan": {
            "id": head.id,
            "title": head.title[head.language] or head.title.vi,
            "titles": _both(head.title),
            "pack": head.pack,
            "created": head.created,
            "language": head.language,
            "superior_body": head.superior_body,
            "issuing_body": head.issuing_body,
        },
        "initiatives": [_initiative(reader, content) for content in initiatives.contents(reader)],
        "archived": [one.code for one in initiatives.every(reader, archived=True)],
        "dependencies": [link_json(link) for link in dependencies.every(reader)],
        "measure_links": [link_json(link) for link in measure_links.every(reader)],
        "workshops": [workshop_json(reader, meeting) for meeting in workshops.every(reader)],
        "targets": [_plain(asdict(target)) for target in plans.targets(reader)],
        "actors": [_plain(asdict(actor)) for actor in plans.actors(reader).values()],
        "sources": [_plain(asdict(source)) for source in plans.sources(reader).values()],
    }


def method_json(method: MethodPack) -> dict[str, Any]:
    """Return the whole method pack: what is shown beside what the analysis says verbatim."""
    lists: Mapping[str, Any] = {
        "groups": method.groups.values(),
        "bases": method.bases.values(),
        "frame_kinds": method.frame_kinds.values(),
        "frame": method.frame.values(),
        "indicators": method.indicators.values(),
        "targets": method.targets.values(),
        "steps": method.steps.values(),
        "questions": method.questions.values(),
        "key_factors": method.key_factors.values(),
        "directions": method.directions.values(),
        "cells": method.cells.values(),
        "blocks": method.blocks.values(),
        "actors": method.actors.values(),
        "successors": method.successors,
        "sources": method.sources.values(),
        "errata": method.errata,
    }
    head = {"id": method.id, "version": method.version, "title": _both(method.title)}
    head |= {"resolution": method.resolution, "centre": method.centre}
    return head | {name: [_plain(asdict(record)) for record in records] for name, records in lists.items()}


def link_json(link: Dependency | MeasureLink) -> dict[str, Any]:
    """Return a link between initiatives, by their codes, or between measures, by their ids."""
    return {
        "from": link.origin,
        "to": link.to,
        "kind": link.kind,
        "strength": link.strength,
        "why": link.why,
        "lag": link.lag,
    }


def span_json(span: CycleSpan) -> dict[str, Any]:
    """Return an SOT cycle without its answers."""
    return {"number": span.number, "opened": span.opened, "closed": span.closed, "reason": span.reason}


def _initiative(reader: Reader, content: InitiativeContent) -> dict[str, Any]:
    one = content.initiative
    said = comments.of_initiative(reader, one.id)
    method = reader.method
    return {
        "id": one.id,
        "code": one.code,
        "basis": one.basis,
        "group": one.group,
        "basis_code": one.basis_code,
        "title": one.title.vi,
        "titles": _both(one.title),
        "lead": one.lead,
        "owner": one.owner,
        "support": list(one.support),
        "status": one.status,
        "frame": list(one.frame),
        "stakeholders": list(one.stakeholders),
        "cycle": one.cycle,
        "cycle_opened": one.cycle_opened,
        "cycle_closed": one.cycle_closed,
        "cycles": [span_json(span) for span in spans(reader, one.id)],
        "answers": {code: _answer(content.answers.get(code), said.get(code, ())) for code in method.questions},
        "conclusions": {code: _answer(content.conclusions.get(code), said.get(code, ())) for code in method.steps},
        "measures": [_measure(measure) for measure in content.measures],
    }


def _answer(answer: Answer | None, said: Sequence[Comment]) -> dict[str, Any]:
    return {
        "text": answer.text if answer else "",
        "status": answer.status if answer else AnswerStatus.EMPTY,
        "cites": list(answer.cites) if answer else [],
        "stakeholders": list(answer.stakeholders) if answer else [],
        "updated": answer.updated if answer else None,
        "author": answer.author if answer else None,
        "comments": [_comment(one) for one in said],
    }


def _comment(one: Comment) -> dict[str, Any]:
    return {
        "id": one.id,
        "author": one.author,
        "written": one.written,
        "text": one.text,
        "resolved": one.resolved,
        "resolver": one.resolver,
        "cycle": one.cycle,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "id": measure.id,
        "kfa": measure.kfa,
        "kf": measure.kf,
        "text": measure.text,
        "lead": measure.lead,
        "support": list(measure.support),
        "person": measure.person,
        "responsibility": measure.responsibility,
        "funding": measure.funding,
        "indicator": measure.indicator,
        "cost": measure.cost,
        "confirmed": measure.confirmed.isoformat() if measure.confirmed else None,
        "confirmed_by": measure.confirmed_by,
        "start": measure.start.isoformat() if measure.start else None,
        "due": measure.due.isoformat() if measure.due else None,
        "product": measure.product,
        "authority": measure.authority,
        "from": list(measure.origin),
        "words": dict(measure.words),
        "stakeholders": list(measure.stakeholders),
        "cites": list(measure.cites),
        "status": measure.status,
        "progress": measure.progress,
        "review": list(measure.review),
    }


def workshop_json(reader: Reader, meeting: Workshop) -> dict[str, Any]:
    """Return a workshop with its agenda, and what was proposed and decided in it."""
    known = (*initiatives.every(reader), *initiatives.every(reader, archived=True))
    codes = {one.id: one.code for one in known}

    def placed(record: AgendaItem | Proposal | Decision) -> dict[str, Any]:
        plain = _plain(asdict(record)) | {"initiative": codes[record.initiative]}
        return {name: value for name, value in plain.items() if name not in ("workshop", "rev", "position")}

    return {
        "id": meeting.id,
        "number": meeting.number,
        "title": meeting.title,
        "facilitator": meeting.facilitator,
        "opened": meeting.opened,
        "closed": meeting.closed,
        "first": meeting.first,
        "last": meeting.last,
        "attendees": [asdict(one) for one in meeting.attendees],
        "agenda": [placed(item) for item in meeting.agenda],
        "proposals": [placed(one) for one in workshops.proposals(reader, meeting.id)],
        "decisions": [placed(one) for one in workshops.decisions(reader, meeting.id)],
    }


def _both(text: Bilingual) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with its days as text, which JSON has no form for."""
    return {name: _plain_value(value) for name, value in record.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _plain(value)
    if isinstance(value, list | tuple):
        return [_plain_value(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
