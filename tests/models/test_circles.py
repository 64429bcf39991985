"""Circles found without networkx: the same that networkx finds, and a true way round each."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.circles import circles, way_round
from models.network import analyse
from models.plan import Dependency, DependencyKind

CODES = tuple(f"SOI{number}" for number in range(1, 13))
LINKS = st.lists(
    st.builds(
        lambda origin, to, kind: Dependency(f"{origin}{to}{kind}", origin, to, kind, 1, ""),
        st.sampled_from(CODES),
        st.sampled_from(CODES),
        st.sampled_from(DependencyKind),
    ),
    max_size=40,
)


@given(LINKS)
def test_circles_are_those_that_the_network_names(links: list[Dependency]) -> None:
    assert circles(CODES, links) == analyse(CODES, links, {}).cycles


@given(LINKS)
def test_the_way_round_runs_along_links_and_comes_back(links: list[Dependency]) -> None:
    precedes = {(one.origin, one.to) for one in links if one.kind is DependencyKind.PRECEDES}
    for circle in circles(CODES, links):
        way = way_round(circle, links)
        assert way[0] == way[-1] == circle[0]
        assert len(set(way)) == len(way) - 1 > 0
        assert set(pairwise(way)) <= precedes
        assert set(way) <= set(circle)


def test_a_chain_of_thousands_needs_no_deep_stack() -> None:
    codes = [f"SOI{number}" for number in range(5_000)]
    chain = [Dependency(a, a, b, DependencyKind.PRECEDES, 1, "") for a, b in pairwise(codes)]
    assert circles(codes, chain) == ()
    assert circles(codes, [*chain, Dependency("x", codes[-1], codes[0], DependencyKind.PRECEDES, 1, "")]) == (
        tuple(codes),
    )
