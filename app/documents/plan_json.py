"""A whole plan, or a method pack, as one JSON document: the face that scripts hold on to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from models.access import Reader
from models.method import Bilingual, MethodPack
from models.plan import Answer, InitiativeContent, Measure
from models.reading import dependencies, initiatives, plans

_NO_ANSWER: Mapping[str, Any] = {"text": "", "status": "empty", "cites": [], "updated": None, "author": None}


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
        "initiatives": [_initiative(content, reader.method) for content in initiatives.contents(reader)],
        "dependencies": [
            {"from": link.origin, "to": link.to, "kind": link.kind, "strength": link.strength, "why": link.why}
            for link in dependencies.every(reader)
        ],
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


def _initiative(content: InitiativeContent, method: MethodPack) -> dict[str, Any]:
    one = content.initiative
    return {
        "id": one.id,
        "code": one.code,
        "basis": one.basis,
        "group": one.group,
        "basis_code": one.basis_code,
        "title": one.title.vi,
        "titles": _both(one.title),
        "lead": one.lead,
        "support": list(one.support),
        "status": one.status,
        "frame": list(one.frame),
        "stakeholders": list(one.stakeholders),
        "cycle": one.cycle,
        "cycle_opened": one.cycle_opened,
        "cycle_closed": one.cycle_closed,
        "answers": {code: _answer(content.answers.get(code)) for code in method.questions},
        "conclusions": {code: _answer(content.conclusions.get(code)) for code in method.steps},
        "measures": [_measure(measure) for measure in content.measures],
    }


def _answer(answer: Answer | None) -> dict[str, Any]:
    if answer is None:
        return dict(_NO_ANSWER)
    return {
        "text": answer.text,
        "status": answer.status,
        "cites": list(answer.cites),
        "updated": answer.updated,
        "author": answer.author,
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
        "start": measure.start.isoformat() if measure.start else None,
        "due": measure.due.isoformat() if measure.due else None,
        "product": measure.product,
        "authority": measure.authority,
        "from": list(measure.origin),
        "cites": list(measure.cites),
        "status": measure.status,
        "progress": measure.progress,
        "review": list(measure.review),
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
