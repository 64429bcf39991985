"""Small random graphs, and brute force to hold the reckoning of networks against."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence

from hypothesis import strategies as st

from models.plan import Dependency, DependencyKind

PRECEDES, ENABLES, CONFLICTS = DependencyKind
Links = tuple[list[str], list[Dependency]]
Arcs = Mapping[tuple[str, str], int]


def code_list(count: int) -> list[str]:
    return [f"SOI{number}" for number in range(1, count + 1)]


def link(origin: str, to: str, strength: int = 1, kind: DependencyKind = PRECEDES, lag: int = 0) -> Dependency:
    return Dependency(f"{origin}-{to}-{kind}", origin, to, kind, strength, "", lag)


def codes_of(links: Collection[Dependency]) -> list[str]:
    return code_list(max(int(code.removeprefix("SOI")) for one in links for code in (one.origin, one.to)))


def arcs_of(links: Collection[Dependency]) -> Arcs:
    return {(one.origin, one.to): one.strength for one in links if one.kind is PRECEDES}


def random_links(
    codes: Sequence[str], kinds: Sequence[DependencyKind], most: int, longest_lag: int = 0
) -> st.SearchStrategy[list[Dependency]]:
    if len(codes) < 2:
        return st.just([])
    keys = st.tuples(st.sampled_from(list(itertools.permutations(codes, 2))), st.sampled_from(kinds))
    values = st.tuples(st.integers(1, 3), st.integers(0, longest_lag))
    drawn = st.dictionaries(keys, values, max_size=most)
    return drawn.map(lambda found: [link(*ends, value[0], kind, value[1]) for (ends, kind), value in found.items()])


@st.composite
def plans(
    draw: st.DrawFn,
    kinds: Sequence[DependencyKind] = (PRECEDES,),
    most_links: int = 14,
    most: int = 7,
    longest_lag: int = 0,
) -> Links:
    codes = code_list(draw(st.integers(0, most)))
    return codes, draw(random_links(codes, kinds, most_links, longest_lag))


@st.composite
def large_circles(draw: st.DrawFn, smallest: int) -> Links:
    """A ring of that many or up to three more, with other links across it."""
    codes = code_list(draw(st.integers(smallest, smallest + 3)))
    ring = zip(codes, codes[1:] + codes[:1], strict=True)
    arcs = {(one.origin, one.to): one.strength for one in draw(random_links(codes, (PRECEDES,), 40))}
    arcs |= {ends: draw(st.integers(1, 3)) for ends in ring}
    return codes, [link(*ends, strength) for ends, strength in arcs.items()]


def reachable(arcs: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Every pair of which the first leads to the second."""
    pairs = set(arcs)
    while further := {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs:
        pairs |= further
    return pairs


def has_circle(arcs: Collection[tuple[str, str]]) -> bool:
    left = set(arcs)
    while left:
        starts = {origin for origin, _ in left} - {to for _, to in left}
        if not starts:
            return True
        left = {(origin, to) for origin, to in left if origin not in starts}
    return False


def circles_by_force(codes: Sequence[str], arcs: Arcs) -> list[tuple[str, ...]]:
    pairs = reachable(arcs)
    groups = {tuple(b for b in codes if (a, b) in pairs and (b, a) in pairs) for a in codes}
    return sorted((group for group in groups if len(group) > 1), key=lambda group: codes.index(group[0]))


def cheapest_by_force(arcs: Arcs) -> tuple[int, int]:
    """The least cost of leaving no circle, and the fewest links at that cost, of all sets of links."""
    best = (sum(arcs.values()), len(arcs))
    for count in range(len(arcs) + 1):
        for cut in itertools.combinations(arcs, count):
            price = (sum(arcs[ends] for ends in cut), count)
            if price < best and not has_circle(arcs.keys() - set(cut)):
                best = price
    return best


def cheapest_by_rows(codes: Sequence[str], arcs: Arcs) -> int:
    """The least strength that points back, of all the rows that the nodes can be put in."""
    best = sum(arcs.values())
    for row in itertools.permutations(codes):
        place = {code: number for number, code in enumerate(row)}
        best = min(best, sum(cost for (origin, to), cost in arcs.items() if place[origin] > place[to]))
    return best


def paths_by_force(codes: Sequence[str], arcs: Collection[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Every path of at least one link, in the order of the plan; there must be no circles."""

    def further(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if len(path) > 1:
            yield path
        for code in codes:
            if (path[-1], code) in arcs:
                yield from further((*path, code))

    for code in codes:
        yield from further((code,))


def pieces(codes: Collection[str], links: Collection[Dependency]) -> set[frozenset[str]]:
    """The parts of a network that hang together, whichever way its links go."""
    left = {code: frozenset([code]) for code in codes}
    for one in links:
        if one.origin in left and one.to in left:
            joined = left[one.origin] | left[one.to]
            left |= dict.fromkeys(joined, joined)
    return set(left.values())
