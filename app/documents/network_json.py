"""What links amount to, as the JSON document that `soi network --json` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from models import network as reckoning
from models.network import Influence, Interval, Intervals, Linked, Network, Schedule, Span, Sums, Trial

PATIENCE = 20_000_000
"""Products taken for intervals on the command line, where nobody waits for a window."""


@dataclass(frozen=True)
class NetworkMaterial:
    """Nodes by code or id and in order, the links between them, when each is planned, and the day it is looked at."""

    nodes: Sequence[str]
    links: Sequence[Linked]
    spans: Mapping[str, Span]
    on: date


def network_json(material: NetworkMaterial, analysis: Network) -> dict[str, Any]:
    """Return everything that is reckoned of a network, each number with the links or the path it came from."""
    nodes, links = material.nodes, material.links
    cycles = reckoning.elementary(nodes, links)
    document = analysis.as_json()
    document["breaks"] = [
        {**shown, "way": list(one.way)} for shown, one in zip(document["breaks"], analysis.breaks, strict=True)
    ]
    return document | {
        "breaks_are_cheapest": analysis.breaks_are_cheapest,
        "power": analysis.power,
        "settled": analysis.settled,
        "elementary": {"found": _lists(cycles.found), "is_all": cycles.is_all},
        "schedule": _schedule(reckoning.schedule(material.spans, links, material.on), material.on),
        "strict_schedule": _schedule(
            reckoning.schedule(material.spans, links, material.on, is_strict=True), material.on
        ),
        "unmet": [_unmet(asdict(one)) for one in reckoning.unmet(material.spans, links)],
        "contradictions": [
            {"from": one.link.origin, "to": one.link.to, "way": list(one.way)}
            for one in reckoning.contradictions(nodes, links)
        ],
        "bridges": [
            {"links": [_link(link) for link in one.links], "parts": _lists(one.parts)}
            for one in reckoning.bridges(nodes, links)
        ],
        "cut_points": [{"code": one.node, "parts": _lists(one.parts)} for one in reckoning.cut_points(nodes, links)],
        "triangular": list(reckoning.triangular(nodes, links)),
        "ranks": _ranks(nodes, links),
    }


def delay_json(material: NetworkMaterial, node: str, months: int) -> dict[str, Any]:
    """Return what a delay of one node moves."""
    moved = reckoning.delay(material.spans, material.links, material.on, node, months)
    shown = [{"code": one.node, "days": one.days, "path": list(one.path)} for one in moved]
    return {"code": node, "months": months, "moved": shown}


def _schedule(found: Schedule, on: date) -> dict[str, Any]:
    return {
        "on": on.isoformat(),
        "end": _day(found.end),
        "days": found.days,
        "critical_path": list(found.critical_path),
        "left_out": [{"from": one.origin, "to": one.to} for one in found.left_out],
        "tasks": {
            node: {name: _day(value) for name, value in asdict(task).items()} for node, task in found.tasks.items()
        },
    }


def _unmet(one: Mapping[str, Any]) -> dict[str, Any]:
    return {"from": one["origin"], **{name: _day(value) for name, value in one.items() if name != "origin"}}


def _ranks(nodes: Sequence[str], links: Sequence[Linked]) -> dict[str, Any]:
    """Return the ranks in direct influence, by MICMAC and damped, each with its interval and what leads to its ends."""
    found: dict[str, Any] = {}
    methods: tuple[reckoning.Method, ...] = ("micmac", "damped")
    for method in methods:
        influence = reckoning.influence(nodes, links, method)
        widths = reckoning.intervals(nodes, links, method, PATIENCE)
        if not found:
            found["direct"] = _standings(influence.direct, widths.influence, widths.dependence)
        found[method] = {
            "powers": influence.powers,
            "settled": influence.is_settled,
            "tried": widths.tried,
            "is_all": widths.is_all,
            **_indirect(nodes, links, influence, widths),
        }
    return found


def _indirect(nodes: Sequence[str], links: Sequence[Linked], influence: Influence, widths: Intervals) -> dict[str, Any]:
    shown = _standings(influence.indirect, widths.indirect_influence, widths.indirect_dependence)
    if influence.method == "micmac":
        for side, standings in shown.items():
            ways = reckoning.strongest_ways(nodes, links, influence.powers, is_dependence=side == "dependence")
            for node, way in ways.items():
                standings[node]["way"] = list(way.nodes)
                standings[node]["weight"] = way.weight
    return shown


def _standings(
    sums: Sums, influence: Mapping[str, Interval], dependence: Mapping[str, Interval]
) -> dict[str, dict[str, dict[str, Any]]]:
    return {
        "influence": {
            node: _standing(value, sums.influence_ranks[node], influence[node])
            for node, value in sums.influence.items()
        },
        "dependence": {
            node: _standing(value, sums.dependence_ranks[node], dependence[node])
            for node, value in sums.dependence.items()
        },
    }


def _standing(value: float, rank: int, interval: Interval) -> dict[str, Any]:
    return {
        "value": value,
        "rank": rank,
        "best": interval.best,
        "worst": interval.worst,
        "best_by": _trial(interval.best_by),
        "worst_by": _trial(interval.worst_by),
    }


def _trial(trial: Trial | None) -> dict[str, Any] | None:
    return None if trial is None else _link(trial.link) | {"strength": trial.strength}


def _link(link: Linked) -> dict[str, Any]:
    return {"from": link.origin, "to": link.to, "kind": link.kind}


def _lists(lists: Iterable[Iterable[str]]) -> list[list[str]]:
    return [list(one) for one in lists]


def _day(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
