"""What the links of a plan amount to as a whole: order, circles and how to break them, critical path, influence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.network.breaking import Break, breaks_of
from models.network.influencing import influence
from models.network.links import ORDERING, Linked, graph_of
from models.network.ordering import groups_of, longest_chain, named, named_each, wave_places
from models.network.ranking import ranks


@dataclass(frozen=True, slots=True)
class Standing:
    """How much an initiative influences others, or depends on them.

    `direct` is the sum of the strengths of its links out (in), `indirect` its row (column) sum in the power of the
    influence matrix where MICMAC stopped. `rank` goes by direct, then by indirect: 1 is the highest, and those equal in
    both share a rank (1, 2, 2, 4); the order of the plan decides nothing here.
    """

    direct: int
    indirect: int
    rank: int


@dataclass(frozen=True, slots=True)
class Network:
    """What the links of a plan amount to; initiatives are named by code, and lists are in the order of the plan.

    `order` holds the waves: whatever must come first by `precedes` stands in an earlier wave, and the initiatives of
    one circle in the same. `cycles` holds the groups of two or more that all precede one another, `breaks` the links to
    weaken so that no circle is left, one group after the other; `breaks_are_cheapest` is False when a group was too
    large to be sure of it. `critical_path` is the chain with the most days when the breaks are left out; it is empty
    when nothing precedes anything. `power` is the power of the influence matrix that the indirect values are read
    from; `settled` is False when the ranks still changed there.
    """

    order: tuple[tuple[str, ...], ...]
    cycles: tuple[tuple[str, ...], ...]
    breaks: tuple[Break, ...]
    breaks_are_cheapest: bool
    critical_path: tuple[str, ...]
    influence: Mapping[str, Standing]
    dependence: Mapping[str, Standing]
    power: int
    settled: bool

    def as_json(self) -> dict[str, Any]:
        """Return what `soi network --json` prints of it."""
        return {
            "order": [list(wave) for wave in self.order],
            "cycles": [list(circle) for circle in self.cycles],
            "breaks": [{"from": one.origin, "to": one.to, "cost": one.cost} for one in self.breaks],
            "critical_path": list(self.critical_path),
            "influence": _standings_as_json(self.influence),
            "dependence": _standings_as_json(self.dependence),
        }


def analyse(codes: Sequence[str], links: Iterable[Linked], days: Mapping[str, int]) -> Network:
    """Return what the links between the initiatives named by `codes`, which are in the order of the plan, amount to.

    `days` says how many days each initiative takes; one that it leaves out, or gives less, takes one. Every link must
    join two of the codes. Several links of one kind from the same to the same count as one with their strengths added;
    a link of an initiative to itself counts as none.
    """
    every = tuple(links)
    precedes = graph_of(codes, every, ORDERING)
    groups = groups_of(precedes)
    breaks = breaks_of(codes, precedes, groups)
    places = {code: place for place, code in enumerate(codes)}
    without = precedes.copy()
    without.remove_edges_from([(places[one.origin], places[one.to]) for one in breaks.links])
    path = longest_chain(without, [max(1, days.get(code, 1)) for code in codes])
    found = influence(codes, every)
    return Network(
        order=named_each(codes, wave_places(precedes, groups)),
        cycles=named_each(codes, [group for group in groups if len(group) > 1]),
        breaks=breaks.links,
        breaks_are_cheapest=breaks.is_least,
        critical_path=named(codes, path),
        influence=_standings(found.direct.influence, found.indirect.influence),
        dependence=_standings(found.direct.dependence, found.indirect.dependence),
        power=found.powers,
        settled=found.is_settled,
    )


def _standings(direct: Mapping[str, float], indirect: Mapping[str, float]) -> dict[str, Standing]:
    both = [(int(direct[code]), int(indirect[code])) for code in direct]
    return {code: Standing(*sums, rank) for code, sums, rank in zip(direct, both, ranks(both), strict=True)}


def _standings_as_json(standings: Mapping[str, Standing]) -> dict[str, dict[str, int]]:
    return {code: {"direct": one.direct, "indirect": one.indirect, "rank": one.rank} for code, one in standings.items()}
