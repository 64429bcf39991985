"""Contradictions, bridges and single points of failure, against taking each away and looking."""

import itertools

import networkx
from hypothesis import given, settings

from models.network import bridges, contradictions, cut_points
from models.plan import DependencyKind
from tests.models.network.graphs import CONFLICTS, ENABLES, Links, code_list, link, pieces, plans

EVERY = tuple(DependencyKind)


@settings(max_examples=150)
@given(plans(EVERY))
def test_a_bridge_is_a_pair_without_whose_links_a_part_falls_in_two(plan: Links) -> None:
    codes, links = plan
    before = pieces(codes, links)
    expected = {}
    for ends in itertools.combinations(codes, 2):
        mine = tuple(one for one in links if {one.origin, one.to} == set(ends))
        after = pieces(codes, [one for one in links if one not in mine])
        if len(after) > len(before):
            expected[mine] = after - before
    found = bridges(codes, links)
    assert {one.links: {frozenset(part) for part in one.parts} for one in found} == expected
    assert all(len(one.parts[0]) >= len(one.parts[1]) for one in found)
    places = [sorted(codes.index(end) for end in (one.links[0].origin, one.links[0].to)) for one in found]
    assert places == sorted(places)


@settings(max_examples=150)
@given(plans(EVERY))
def test_a_cut_point_is_a_node_without_which_its_part_falls_in_two_or_more(plan: Links) -> None:
    codes, links = plan
    expected = {}
    for code in codes:
        (mine,) = (piece for piece in pieces(codes, links) if code in piece)
        others = pieces(mine - {code}, links)
        if len(others) > 1:
            expected[code] = others
    found = cut_points(codes, links)
    assert {one.node: {frozenset(part) for part in one.parts} for one in found} == expected
    assert [one.node for one in found] == [code for code in codes if code in expected]
    for one in found:
        assert [len(part) for part in one.parts] == sorted(map(len, one.parts), reverse=True)


@settings(max_examples=150)
@given(plans(EVERY, most_links=20))
def test_a_contradiction_is_a_conflict_of_which_one_end_leads_to_the_other_by_a_shortest_way(plan: Links) -> None:
    codes, links = plan
    graph = networkx.DiGraph()
    graph.add_nodes_from(codes)
    graph.add_edges_from((one.origin, one.to) for one in links if one.kind is not CONFLICTS)
    expected = {}
    for one in links:
        ways = [
            networkx.shortest_path_length(graph, *ends)
            for ends in ((one.origin, one.to), (one.to, one.origin))
            if networkx.has_path(graph, *ends)
        ]
        if one.kind is CONFLICTS and ways:
            expected[one] = min(ways)
    found = contradictions(codes, links)
    assert [one.link for one in found] == list(expected)
    for one in found:
        assert len(one.way) - 1 == expected[one.link]
        assert {one.way[0], one.way[-1]} == {one.link.origin, one.link.to}
        assert all(graph.has_edge(*ends) for ends in itertools.pairwise(one.way))


def test_a_conflict_with_what_is_to_come_first_says_how_the_one_leads_to_the_other() -> None:
    links = [link("SOI1", "SOI2"), link("SOI2", "SOI3", kind=ENABLES), link("SOI3", "SOI1", kind=CONFLICTS)]
    (found,) = contradictions(code_list(3), links)
    assert (found.link, found.way) == (links[2], ("SOI1", "SOI2", "SOI3"))


def test_two_links_between_the_same_two_are_one_bridge() -> None:
    links = [link("SOI1", "SOI2"), link("SOI2", "SOI1", kind=CONFLICTS), link("SOI2", "SOI3")]
    found = bridges(code_list(3), links)
    assert [one.links for one in found] == [tuple(links[:2]), (links[2],)]
    assert [one.parts for one in found] == [(("SOI2", "SOI3"), ("SOI1",)), (("SOI1", "SOI2"), ("SOI3",))]


def test_the_middle_of_a_star_is_its_single_point_of_failure() -> None:
    codes = code_list(4)
    (found,) = cut_points(codes, [link("SOI2", code) for code in ("SOI1", "SOI3", "SOI4")])
    assert (found.node, found.parts) == ("SOI2", (("SOI1",), ("SOI3",), ("SOI4",)))


def test_a_long_chain_hangs_by_every_link_and_every_node_between() -> None:
    codes = code_list(3000)
    links = [link(*ends) for ends in itertools.pairwise(codes)]
    assert len(bridges(codes, links)) == 2999
    points = cut_points(codes, links)
    assert [one.node for one in points] == codes[1:-1]
    assert [len(part) for part in points[0].parts] == [2998, 1]
