"""Finding circles of initiatives that all precede one another, without networkx.

`models.network` says more of them and how to break them, but loading networkx takes a tenth of a second: too much for
the first page of the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.plan import Dependency, DependencyKind


def circles(codes: Sequence[str], links: Iterable[Dependency]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of two or more initiatives that all precede one another, in the order of `codes`.

    Source: S. R. Kosaraju's algorithm, in A. V. Aho, J. E. Hopcroft, J. D. Ullman, "Data Structures and Algorithms"
    (1983), section 6.7: nodes in the order in which a search leaves them; searched backwards, each tree is a group.
    """
    after: dict[str, list[str]] = {code: [] for code in codes}
    before: dict[str, list[str]] = {code: [] for code in codes}
    for link in links:
        if link.kind is DependencyKind.PRECEDES:
            after[link.origin].append(link.to)
            before[link.to].append(link.origin)
    left = [code for tree in _trees(codes, after) for code in tree]
    groups = [tree for tree in _trees(left[::-1], before) if len(tree) > 1]
    place = {code: number for number, code in enumerate(codes)}
    ordered = [tuple(sorted(group, key=place.__getitem__)) for group in groups]
    return tuple(sorted(ordered, key=lambda group: place[group[0]]))


def way_round(circle: Sequence[str], links: Iterable[Dependency]) -> tuple[str, ...]:
    """Return a shortest way along the links of a circle from its first initiative back to it, which is at both ends."""
    members = set(circle)
    after: dict[str, list[str]] = {code: [] for code in circle}
    for link in links:
        if link.kind is DependencyKind.PRECEDES and link.origin in members and link.to in members:
            after[link.origin].append(link.to)
    first = circle[0]
    ways: list[tuple[str, ...]] = [(first,)]
    seen: set[str] = set()
    for way in ways:
        for following in after[way[-1]]:
            if following == first:
                return (*way, first)
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    raise ValueError(circle)


def _trees(roots: Sequence[str], ways: dict[str, list[str]]) -> Iterable[list[str]]:
    """Yield, for every root not yet seen, what a depth-first search reaches from it, in the order of leaving it."""
    seen: set[str] = set()
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        tree: list[str] = []
        path = [(root, iter(ways[root]))]
        while path:
            node, rest = path[-1]
            following = next((one for one in rest if one not in seen), None)
            if following is None:
                path.pop()
                tree.append(node)
            else:
                seen.add(following)
                path.append((following, iter(ways[following])))
        yield tree
