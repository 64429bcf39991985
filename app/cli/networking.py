"""The command that tells what links amount to: network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import speech
from app.cli.arguments import SHORT_ID, as_json, on_day, option, plan_path, reading
from app.cli.help import command
from models.access import Reader
from models.errors import UsageError

if TYPE_CHECKING:
    from app.documents.network_json import NetworkMaterial
    from models.network import Network, Standing

_INDENT = "  "
_MOST_MONTHS = 120
_MOST_UNMET = 5
"""Links not kept that are shown to people: the worst; `--json` has all."""


@dataclass(frozen=True)
class _Asked:
    """A network to tell of; `names` are its nodes as they are shown, `titles` what they are."""

    material: NetworkMaterial
    analysis: Network
    names: Mapping[str, str]
    titles: Mapping[str, str]
    shared: tuple[Any, ...] = ()


@command("network")
@plan_path
@option("--measures", "of_measures", says="of_measures")
@option("--delay", "delays", says="delay", stands_for="delay", multiple=True)
@on_day
@as_json
def network(path: Path, of_measures: bool, delays: tuple[str, ...], on: date | None, as_json: bool) -> None:
    """Print what the links between initiatives, or between measures, amount to."""
    from app.documents.network_json import delay_json, network_json

    with reading(path) as plan:
        late = [plan.read(_delay, one, of_measures) for one in delays]
        asked = plan.read(_measures if of_measures else _initiatives, on or date.today(), [node for node, _ in late])
    if as_json:
        document = network_json(asked.material, asked.analysis)
        if of_measures:
            document["shared"] = [
                {"by": one.by, "what": one.what, "measures": list(one.measures)} for one in asked.shared
            ]
        if late:
            document["delays"] = [delay_json(asked.material, *one) for one in late]
        speech.out_json(document)
    elif of_measures and not asked.material.links:
        speech.tell("show.no_measure_links")
    else:
        _show(asked)
        for one in late:
            _show_delay(asked, *one)


def _initiatives(reader: Reader, on: date, late: Sequence[str]) -> _Asked:  # noqa: ARG001 - all are shown anyway
    from app.documents.network_json import NetworkMaterial
    from models.reading import networks

    web = networks.web(reader)
    codes = [one.code for one in web.initiatives]
    titles = {one.code: one.title[speech.language()] or one.title.vi for one in web.initiatives}
    names = {code: code for code in codes}
    return _Asked(NetworkMaterial(codes, web.links, web.spans, on), web.analysis, names, titles)


def _measures(reader: Reader, on: date, late: Sequence[str]) -> _Asked:
    """Return the network of the measures that are linked, or late, and what all measures share."""
    from app.documents.network_json import NetworkMaterial
    from models.network import analyse
    from models.reading import networks

    web = networks.measure_web(reader)
    joined = {end for link in web.links for end in (link.origin, link.to)} | set(late)
    nodes = [one for one in web.measures if one in joined]
    spans = {one: web.spans[one] for one in nodes}
    days = {one: span.days for one, span in spans.items()}
    cells = {one: f"{web.measures[one].initiative}.{web.measures[one].cell}" for one in nodes}
    names = {one: f"{cell}#{one[:SHORT_ID]}" for one, cell in cells.items()}
    titles = {one: " ".join(web.measures[one].text.split()) for one in nodes}
    analysis = analyse(nodes, web.links, days)
    return _Asked(NetworkMaterial(nodes, web.links, spans, on), analysis, names, titles, web.shared)


def _delay(reader: Reader, given: str, of_measures: bool) -> tuple[str, int]:
    """Return the node and the months of SOI5=3; raises UsageError where it is not said so."""
    from models.reading import initiatives, measures

    name, _, months = given.partition("=")
    if not months.strip().isdecimal() or int(months) > _MOST_MONTHS:
        raise UsageError("usage.delay", given=given, longest=_MOST_MONTHS)
    if of_measures:
        return measures.find(reader, name), int(months)
    return initiatives.codes(reader)[initiatives.find(reader, name)], int(months)


def _show(asked: _Asked) -> None:
    found = asked.analysis
    for number, wave in enumerate(found.order, start=1):
        speech.out(speech.text("show.wave", number=number, codes=_listed(asked, wave)))
    for group in found.cycles:
        speech.out(speech.text("show.circle", codes=_listed(asked, group)))
    for link in found.breaks:
        ends = {"origin": asked.names[link.origin], "to": asked.names[link.to]}
        speech.out(speech.text("show.break", **ends, cost=link.cost))
        if link.way:
            speech.out(speech.text("show.way_round", way=_way(asked, link.way)))
    speech.out(speech.text("show.critical", codes=_way(asked, found.critical_path) or "–"))
    _show_days(asked)
    _show_weaknesses(asked)
    if not found.settled:
        speech.out(speech.text("show.unsettled", power=found.power))
    _show_standings(asked)


def _show_days(asked: _Asked) -> None:
    from models import network as reckoning

    material = asked.material
    for is_strict, message_id in ((False, "show.schedule"), (True, "show.strict_schedule")):
        found = reckoning.schedule(material.spans, material.links, material.on, is_strict=is_strict)
        if found.end is not None:
            way = _way(asked, found.critical_path)
            speech.out(speech.text(message_id, end=found.end.isoformat(), days=found.days, codes=way))
    kept_not = sorted(reckoning.unmet(material.spans, material.links), key=lambda one: -one.days)
    for one in kept_not[:_MOST_UNMET]:
        ends = {"origin": asked.names[one.origin], "to": asked.names[one.to]}
        if one.days and one.start and one.due:
            days = {"start": one.start.isoformat(), "due": one.due.isoformat(), "days": one.days}
            speech.out(speech.text("show.unmet_days", **ends, **days))
        else:
            speech.out(speech.text("show.unmet_begun", **ends))
    if len(kept_not) > _MOST_UNMET:
        speech.out(speech.text("show.unmet_more", count=len(kept_not) - _MOST_UNMET))


def _show_weaknesses(asked: _Asked) -> None:
    from models import network as reckoning

    nodes, links = asked.material.nodes, asked.material.links
    for conflict in reckoning.contradictions(nodes, links):
        ends = {"origin": asked.names[conflict.link.origin], "to": asked.names[conflict.link.to]}
        speech.out(speech.text("show.contradiction", **ends, way=_way(asked, conflict.way)))
    for bridge in reckoning.bridges(nodes, links):
        ends = {"origin": asked.names[bridge.links[0].origin], "to": asked.names[bridge.links[0].to]}
        speech.out(speech.text("show.bridge", **ends, codes=_listed(asked, bridge.parts[-1])))
    for point in reckoning.cut_points(nodes, links):
        others = "; ".join(_listed(asked, part) for part in point.parts[1:])
        speech.out(speech.text("show.cut_point", code=asked.names[point.node], codes=others))


def _show_standings(asked: _Asked) -> None:
    found = asked.analysis
    speech.out(f"\n{speech.text('show.influence')}")
    ranked = sorted(found.influence.items(), key=lambda pair: pair[1].rank)
    heads = [speech.text(f"show.head.{name}") for name in ("code", "influence", "dependence", "title")]
    rows = (
        (asked.names[node], _standing(one), _standing(found.dependence[node]), asked.titles[node])
        for node, one in ranked
    )
    speech.out_rows([heads, *rows], _INDENT)


def _show_delay(asked: _Asked, node: str, months: int) -> None:
    from models import network as reckoning

    material = asked.material
    speech.out(f"\n{speech.text('show.delay', code=asked.names[node], months=months)}")
    moved = reckoning.delay(material.spans, material.links, material.on, node, months)
    days = ((asked.names[one.node], speech.text("show.later", days=one.days), _way(asked, one.path)) for one in moved)
    speech.out_rows(days, _INDENT)


def _standing(standing: Standing) -> str:
    return speech.text("show.standing", direct=standing.direct, rank=standing.rank)


def _listed(asked: _Asked, nodes: Sequence[str]) -> str:
    return ", ".join(asked.names[node] for node in nodes)


def _way(asked: _Asked, nodes: Sequence[str]) -> str:
    return " → ".join(asked.names[node] for node in nodes)
