"""How sure ranks are: between which a node may stand when strengths are judged one higher or lower."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.network.influencing import Matrix, Method, Row, matrix_of, reach
from models.network.links import Linked
from models.network.ranking import ranks

HIGHEST_STRENGTH = 3
MOST_STEPS = 1_500_000
"""Products to take and values to rank, about: a fifth of a second. Twelve initiatives, all linked, take less."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One link with another strength than it has; 0 leaves it out."""

    link: Linked
    strength: int


@dataclass(frozen=True, slots=True)
class Interval:
    """The best and the worst rank of a node, and what leads to each: None where it stands so as it is."""

    best: int
    worst: int
    best_by: Trial | None = None
    worst_by: Trial | None = None


@dataclass(frozen=True, slots=True)
class Intervals:
    """Intervals of ranks in direct and indirect influence and dependence, by node.

    `tried` counts the changes that were made; `is_all` is False when not every link could be tried in time.
    """

    method: Method
    influence: Mapping[str, Interval]
    dependence: Mapping[str, Interval]
    indirect_influence: Mapping[str, Interval]
    indirect_dependence: Mapping[str, Interval]
    tried: int
    is_all: bool


def intervals(
    nodes: Sequence[str], links: Sequence[Linked], method: Method = "micmac", steps: int = MOST_STEPS
) -> Intervals:
    """Return between which ranks each node stands when the strength of any one link is one higher or one lower.

    Links are changed each alone, within the scale 0–3, where 0 is no link; every change is reckoned anew as
    `influence` does, down to where it stops. Where that takes more than so many `steps`, only links between the most
    linked nodes are tried. What changing several at once does to ranks this does not tell. One at a time is the plan of
    M. D. Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991),
    161–174.
    """
    matrix = matrix_of(nodes, links)
    *vectors, powers, _ = reach(matrix, method)
    found = [[Interval(rank, rank) for rank in ranks(values)] for pair in vectors for values in pair]
    trials = list(_trials(links))
    room = max(1, steps // (2 * powers * max(1, 3 * len(nodes) + len(links))))
    chosen = trials if len(trials) <= room else _weightiest(nodes, matrix, trials)[:room]
    places = {node: place for place, node in enumerate(nodes)}
    for trial in chosen:
        ends = places[trial.link.origin], places[trial.link.to]
        changed = _changed(matrix, *ends, trial.strength - trial.link.strength)
        for standing, ranked in zip(found, _ranked(changed, method), strict=True):
            for place, rank in enumerate(ranked):
                if not standing[place].best <= rank <= standing[place].worst:
                    standing[place] = _widened(standing[place], rank, trial)
    influence, dependence, further, deeper = (dict(zip(nodes, standing, strict=True)) for standing in found)
    return Intervals(method, influence, dependence, further, deeper, len(chosen), len(chosen) == len(trials))


def _trials(links: Sequence[Linked]) -> Iterator[Trial]:
    for link in links:
        if link.origin != link.to:
            for strength in (link.strength - 1, link.strength + 1):
                if 0 <= strength <= HIGHEST_STRENGTH:
                    yield Trial(link, strength)


def _weightiest(nodes: Sequence[str], matrix: Matrix, trials: Sequence[Trial]) -> list[Trial]:
    """Return the trials in order of how much the ends of their links are linked, the most first."""
    weight = {
        node: sum(strength for _, strength in (*matrix.out[place], *matrix.into[place]))
        for place, node in enumerate(nodes)
    }
    return sorted(trials, key=lambda trial: -weight[trial.link.origin] - weight[trial.link.to])


def _ranked(matrix: Matrix, method: Method) -> list[list[int]]:
    """Return the ranks in direct influence and dependence, and in indirect influence and dependence."""
    direct, indirect, _, _ = reach(matrix, method)
    return [ranks(values) for values in (*direct, *indirect)]


def _changed(matrix: Matrix, origin: int, to: int, by: int) -> Matrix:
    """Return the matrix with one strength changed; whatever else is in it is shared."""
    out, into = list(matrix.out), list(matrix.into)
    out[origin], into[to] = _row(out[origin], to, by), _row(into[to], origin, by)
    return Matrix(out, into)


def _row(row: Row, at: int, by: int) -> Row:
    return [(other, strength + by if other == at else strength) for other, strength in row]


def _widened(interval: Interval, rank: int, trial: Trial) -> Interval:
    if rank < interval.best:
        return Interval(rank, interval.worst, trial, interval.worst_by)
    return Interval(interval.best, rank, interval.best_by, trial)
