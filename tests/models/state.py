"""What a plan shows, in the plain dictionaries in which the model of it shows the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.access import Reader
from models.reading import comments, dependencies, initiatives
from tests.models.desk import NO_ANSWER


def state_of(reader: Reader) -> dict[str, Any]:
    """Return what a plan shows, as the model shows it."""
    said = comments.by_initiative(reader)
    every = initiatives.contents(reader)
    return {
        "order": [content.initiative.code for content in every],
        "initiatives": {
            content.initiative.code: _initiative(content, said.get(content.initiative.id, {})) for content in every
        },
        "links": {(one.origin, one.to, one.kind.value): (one.strength, one.why) for one in dependencies.every(reader)},
    }


def _initiative(content: Any, said: Mapping[str, Any]) -> dict[str, Any]:
    one = content.initiative
    answers = {**content.answers, **content.conclusions}
    kept = {code: (a.text, a.status.value, a.cites, a.stakeholders) for code, a in answers.items()}
    return {
        "title": (one.title.vi, one.title.en),
        "lead": one.lead,
        "owner": one.owner,
        "archived": one.archived is not None,
        "support": one.support,
        "status": one.status.value,
        "frame": set(one.frame),
        "cycle": one.cycle,
        "closed": one.cycle_closed is not None,
        "answers": {code: answer for code, answer in kept.items() if answer != NO_ANSWER},
        "comments": {
            one.id: (one.question, one.cycle, one.text, one.resolved is not None)
            for question in said.values()
            for one in question
        },
        "measures": {measure.id: _measure(measure) for measure in content.measures},
    }


def _measure(one: Any) -> dict[str, Any]:
    names = ("kfa", "kf", "position", "text", "lead", "person", "support", "responsibility", "start", "due")
    more = (
        "product",
        "authority",
        "funding",
        "progress",
        "origin",
        "cites",
        "stakeholders",
        "confirmed",
        "confirmed_by",
    )
    kept = {name: getattr(one, name) for name in (*names, *more)}
    return {**kept, "status": one.status.value, "review": set(one.review), "words": dict(one.words)}
