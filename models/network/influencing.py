"""Influence and dependence: direct, and indirect over longer and longer paths, by MICMAC or damped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from models.network.links import EVERY, Linked, merged
from models.network.ordering import named
from models.network.ranking import ranks

HIGHEST_POWER = 12
"""The power of the influence matrix at which MICMAC stops though ranks still change.

It is as many as a plan has initiatives to begin with: a path of so many links comes back to one that it has passed.
Dense matrices settle by the sixth power or so; of random ones with two links an initiative, half have not settled here.
"""
LEFT_OUT = 1e-13
"""What may be left out of a damped sum, where a single link adds 1 or more."""
MOST_POWERS = 100
"""The powers that a damped sum has at most: with strengths of 1–3, far fewer leave out less than that."""
_DIGITS = ".12g"
Method = Literal["micmac", "damped"]
Row = list[tuple[int, int]]
Vectors = tuple[list[float], list[float]]


@dataclass(frozen=True, slots=True)
class Sums:
    """How much each node influences the others and depends on them, and its rank in both: 1 is the highest."""

    influence: Mapping[str, float]
    dependence: Mapping[str, float]
    influence_ranks: Mapping[str, int]
    dependence_ranks: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Influence:
    """Direct and indirect influence and dependence.

    `powers` is how many links the longest paths have that count; `is_settled` is False when the ranks still changed
    there, so that the indirect ones are to be read with care.
    """

    method: Method
    direct: Sums
    indirect: Sums
    powers: int
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A row of nodes each linked to the next, and the product of the strengths of those links."""

    nodes: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The influence matrix: by place of a node, the places it influences (depends on), each with the strength."""

    out: list[Row]
    into: list[Row]


def influence(nodes: Sequence[str], links: Iterable[Linked], method: Method = "micmac") -> Influence:
    """Return direct influence, the sum of the strengths of links of every kind, and indirect influence.

    "micmac" takes longer and longer paths until the ranks settle, which they need not: see `micmac`. "damped" adds up
    paths of every length, each weighing less the longer it is, and always converges: see `damped`.
    """
    matrix = matrix_of(nodes, links)
    direct, indirect, powers, is_settled = reach(matrix, method)
    return Influence(method, sums(nodes, direct), sums(nodes, indirect), powers, is_settled)


def matrix_of(nodes: Sequence[str], links: Iterable[Linked]) -> Matrix:
    """Return the influence matrix of links of every kind."""
    matrix = Matrix([[] for _ in nodes], [[] for _ in nodes])
    for (origin, to), (strength, _) in merged(nodes, links, EVERY):
        matrix.out[origin].append((to, strength))
        matrix.into[to].append((origin, strength))
    return matrix


def reach(matrix: Matrix, method: Method) -> tuple[Vectors, Vectors, int, bool]:
    """Return row and column sums of the matrix, those of the method, the highest power, and whether it settled."""
    ones = [1] * len(matrix.out)
    direct = _step(matrix.out, ones), _step(matrix.into, ones)
    return (direct, *(micmac(matrix, direct) if method == "micmac" else damped(matrix, direct)))


def micmac(matrix: Matrix, direct: Vectors) -> tuple[Vectors, int, bool]:
    """Return row and column sums of the power of the influence matrix where the ranks settle, that power, and if so.

    Entry (i, j) of the k-th power adds up the paths of k links from i to j, loops among them, each weighing the product
    of its strengths. We stop at the first power, from the second on, that ranks its row sums and its column sums as the
    power before did; one power serves both. When paths come to an end, as in a plan without circles, the last power
    that is not zero stands. Ranks may never settle (two that precede each other unequally take turns): HIGHEST_POWER
    ends that. Sums are whole numbers and exact: no rounding parts or joins two nodes. Source: J.-C. Duperrin, M. Godet,
    "Méthode de hiérarchisation des éléments d'un système", rapport économique CEA-R-4541, Commissariat à l'énergie
    atomique, 1973.
    """
    rows, columns = direct
    ranked = ranks(rows), ranks(columns)
    power, is_settled = 1, False
    while power < HIGHEST_POWER and not is_settled:
        longer = _step(matrix.out, rows), _step(matrix.into, columns)
        if power > 1 and not any(longer[0]):
            is_settled = True
        else:
            before, ranked = ranked, (ranks(longer[0]), ranks(longer[1]))
            is_settled = ranked == before
            rows, columns = longer
            power += 1
    return (rows, columns), power, is_settled


def damped(matrix: Matrix, direct: Vectors) -> tuple[Vectors, int, bool]:
    """Return row and column sums of A + aA² + a²A³ + …, with a = 1/(2m): it always converges.

    m is the greatest row sum of the influence matrix A or the greatest column sum, whichever is less; no eigenvalue of
    A is larger, so the largest term of each power, or the sum of its terms, is at most half that of the one before.
    Source: L. Katz, "A new status index derived from sociometric analysis", Psychometrika 18 (1953), 39–43, whose a we
    choose and whose sum we divide by a, so that it reads in strengths as the direct sums do.
    """
    bound = min(max(sums, default=0) for sums in direct) or 1
    found, powers = [], 1
    for rows, term in zip((matrix.out, matrix.into), direct, strict=True):
        added = [term]
        while sum(added[-1]) > LEFT_OUT and len(added) <= MOST_POWERS:
            last = added[-1]
            added.append([math.fsum([strength * last[other] for other, strength in row]) / (2 * bound) for row in rows])
        powers = max(powers, len(added) - 1)
        found.append([float(format(math.fsum(terms), _DIGITS)) for terms in zip(*added, strict=True)])
    return (found[0], found[1]), powers, True


def sums(nodes: Sequence[str], vectors: Vectors) -> Sums:
    """Return row and column sums by node, with their ranks."""
    rows, columns = vectors
    ranked = ranks(rows), ranks(columns)
    return Sums(*(dict(zip(nodes, values, strict=True)) for values in (rows, columns, *ranked)))  # type: ignore[arg-type]


def strongest_ways(
    nodes: Sequence[str], links: Iterable[Linked], powers: int, *, is_dependence: bool = False
) -> Mapping[str, Way]:
    """Return, by node, the path of `powers` links that counts most in its indirect influence, where there is one.

    It may pass a node more than once. With `is_dependence` it leads to the node. The order of the plan decides between
    paths that count alike.
    """
    matrix = matrix_of(nodes, links)
    rows = matrix.into if is_dependence else matrix.out
    best = [[1] * len(nodes)]
    for _ in range(powers):
        best.append([max([strength * best[-1][other] for other, strength in row], default=0) for row in rows])
    found: dict[str, Way] = {}
    for at, weight in enumerate(best[powers]):
        path = [at]
        for left in range(powers - 1, -1, -1) if weight else ():
            wanted = best[left + 1][path[-1]]
            path.append(min(other for other, strength in rows[path[-1]] if strength * best[left][other] == wanted))
        if weight:
            found[nodes[at]] = Way(named(nodes, reversed(path) if is_dependence else path), weight)
    return found


def _step(rows: Sequence[Row], values: Sequence[float]) -> list[float]:
    """Return the sums of the next power from those of the last."""
    return [sum([strength * values[other] for other, strength in row]) for row in rows]
