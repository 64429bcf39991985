"""network tells what links amount to; depend and measure link write them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.cli.commandline import Refused, Soi

CODES = [f"SOI{number}" for number in range(1, 13)]
ON = ("--on", "2026-11-20")


def two_measures(soi: Soi, plan: Path) -> tuple[str, str]:
    first, second = soi.initiative(plan, "SOI5")["measures"][:2]
    return first["id"], second["id"]


def test_the_network_as_json_has_every_field_that_scripts_hold_on_to(soi: Soi, plan: Path) -> None:
    found = soi.json("network", plan)
    assert {"order", "cycles", "breaks", "critical_path", "influence", "dependence"} <= set(found)
    assert sorted((code for wave in found["order"] for code in wave), key=CODES.index) == CODES
    assert found["cycles"] == [["SOI7", "SOI11"]]
    assert found["breaks"] == [{"from": "SOI7", "to": "SOI11", "cost": 1, "way": ["SOI7", "SOI11", "SOI7"]}]
    assert set(found["critical_path"]) <= set(CODES)
    links = soi.json("show", plan)["dependencies"]
    for code in CODES:
        for side, end in (("influence", "from"), ("dependence", "to")):
            assert set(found[side][code]) == {"direct", "indirect", "rank"}
            assert found[side][code]["direct"] == sum(link["strength"] for link in links if link[end] == code)


def test_the_network_as_json_tells_where_its_numbers_come_from(soi: Soi, plan: Path) -> None:
    found = soi.json("network", plan, *ON)
    assert found["elementary"] == {"found": [["SOI7", "SOI11"]], "is_all": True}
    assert (found["breaks_are_cheapest"], found["power"], found["settled"]) == (True, 12, False)
    joined = {(link["from"], link["to"]) for link in soi.json("show", plan)["dependencies"]}
    for name in ("schedule", "strict_schedule"):
        days = found[name]
        assert list(days["tasks"]) == CODES
        assert set(itertools.pairwise(days["critical_path"])) <= joined
        assert days["tasks"][days["critical_path"][-1]]["earliest_end"] == days["end"]
        assert days["left_out"] == [{"from": "SOI7", "to": "SOI11"}]
    assert found["schedule"]["end"] < found["strict_schedule"]["end"]
    assert all((one["from"], one["to"]) in joined and one["days"] > 0 for one in found["unmet"])
    assert {(one["from"], one["to"]): one["way"] for one in found["contradictions"]}["SOI9", "SOI3"] == ["SOI3", "SOI9"]
    assert (found["bridges"], found["cut_points"]) == ([], [])
    assert sorted(found["triangular"], key=CODES.index) == CODES


def test_the_ranks_as_json_have_intervals_and_what_leads_to_their_ends(soi: Soi, plan: Path) -> None:
    found = soi.json("network", plan)
    ranks = found["ranks"]
    for name in ("direct", "micmac", "damped"):
        for side in ("influence", "dependence"):
            assert list(ranks[name][side]) == CODES
            for one in ranks[name][side].values():
                assert one["best"] <= one["rank"] <= one["worst"]
                assert (one["best_by"] is None) == (one["best"] == one["rank"])
                assert (one["worst_by"] is None) == (one["worst"] == one["rank"])
    assert (ranks["micmac"]["settled"], ranks["damped"]["settled"]) == (False, True)
    assert ranks["micmac"]["is_all"]
    first = ranks["micmac"]["influence"]["SOI1"]
    assert first["value"] == found["influence"]["SOI1"]["indirect"]
    assert (first["way"][0], len(first["way"])) == ("SOI1", ranks["micmac"]["powers"] + 1)
    assert 0 < first["weight"] <= first["value"]


@pytest.mark.parametrize(("lang", "wave", "head"), [("vi", "Đợt 1:", "Ảnh hưởng"), ("en", "Wave 1:", "Influence")])
def test_the_network_for_people_tells_waves_circles_path_and_a_table_of_standings(
    soi: Soi, plan: Path, lang: str, wave: str, head: str
) -> None:
    found = soi.json("network", plan)
    shown = soi("network", plan, lang=lang).out
    assert f"{wave} {', '.join(found['order'][0])}" in shown
    assert "SOI7, SOI11" in shown
    assert "SOI7 → SOI11 → SOI7" in shown
    assert " → ".join(found["critical_path"]) in shown
    assert found["schedule"]["end"] in shown
    assert "SOI4 → SOI5 → SOI7 → SOI8" in shown
    lines = shown.splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("  ") and head in line) + 1
    assert len(lines) == start + 12
    for line in lines[start:]:
        code, direct, rank = line.split()[:3]
        assert (int(direct), int(rank.strip("()"))) == (
            found["influence"][code]["direct"],
            found["influence"][code]["rank"],
        )


def test_a_delay_is_told_with_the_way_it_comes(soi: Soi, plan: Path) -> None:
    (found,) = soi.json("network", plan, "--delay", "4=3", *ON)["delays"]
    assert (found["code"], found["months"]) == ("SOI4", 3)
    assert found["moved"][0] == {"code": "SOI4", "days": 90, "path": ["SOI4"]}
    assert {"code": "SOI9", "days": 90, "path": ["SOI4", "SOI5", "SOI9"]} in found["moved"]
    shown = soi("network", plan, "--delay", "SOI4=3", *ON).out
    assert "Nếu SOI4 chậm 3 tháng" in shown
    assert "SOI9  chậm 90 ngày  SOI4 → SOI5 → SOI9" in shown


@pytest.mark.parametrize("given", ["SOI4", "SOI4=", "SOI4=x", "SOI4=-1", "SOI4=121", "=3"])
def test_a_delay_that_is_not_well_said_is_refused(refused: Refused, plan: Path, given: str) -> None:
    said = refused(2, "network", plan, "--delay", given)
    assert given.partition("=")[0] in said


def test_a_lag_is_written_shown_and_kept(soi: Soi, plan: Path) -> None:
    assert soi("depend", plan, "4", "5", "--kind", "precedes", "--strength", "3", "--lag", "6").code == 0
    assert soi("depend", plan, "4", "5", "--kind", "precedes", "--strength", "2").code == 0
    links = {(one["from"], one["to"], one["kind"]): one for one in soi.json("show", plan)["dependencies"]}
    assert (links["SOI4", "SOI5", "precedes"]["lag"], links["SOI4", "SOI5", "precedes"]["strength"]) == (6, 2)
    assert sum(one["lag"] for one in links.values()) == 6
    assert "cần trước, cách 6 tháng" in soi("show", plan, "--soi", "5").out
    assert {one["lag"] for one in soi.json("network", plan)["unmet"]} == {0, 6}


@pytest.mark.parametrize("lag", ["-1", "121", "một"])
def test_a_lag_beyond_ten_years_is_refused(refused: Refused, plan: Path, lag: str) -> None:
    refused(2, "depend", plan, "4", "5", "--kind", "precedes", "--strength", "1", "--lag", lag)


def test_measures_are_linked_by_the_beginnings_of_their_ids(soi: Soi, plan: Path) -> None:
    one, other = two_measures(soi, plan)
    assert soi.json("show", plan)["measure_links"] == []
    link = ("measure", "link", plan, one[:8], other[:8], "--kind", "precedes")
    assert soi(*link, "--strength", "2", "--why", "Cần số liệu", "--lag", "3").code == 0
    made = {"from": one, "to": other, "kind": "precedes", "strength": 2, "why": "Cần số liệu", "lag": 3}
    assert soi.json("show", plan)["measure_links"] == [made]
    assert f"{one[:8]} → {other[:8]}  cần trước, cách 3 tháng  2  Cần số liệu" in soi("show", plan, "--soi", "5").out
    (step, *_) = soi.json("log", plan)
    assert (step["label"], step["why"]) == ("measure_link.write", "Cần số liệu")
    assert soi(*link, "--strength", "0").code == 0
    assert soi.json("show", plan)["measure_links"] == []
    soi("undo", plan)
    assert soi.json("show", plan)["measure_links"] == [made]


def test_what_is_no_link_of_measures_is_refused(soi: Soi, refused: Refused, plan: Path) -> None:
    one, other = two_measures(soi, plan)
    rest = ("--kind", "enables", "--strength")
    assert "không có quan hệ" in refused(3, "measure", "link", plan, one, other, *rest, "0").lower()
    refused(3, "measure", "link", plan, one, one, *rest, "1")
    refused(2, "measure", "link", plan, one, "SOI5", *rest, "1")
    refused(2, "measure", "link", plan, one, other, *rest, "4")


def test_the_network_of_measures_tells_the_same_of_them(soi: Soi, plan: Path) -> None:
    assert "soi measure link" in soi("network", plan, "--measures").err
    one, other = two_measures(soi, plan)
    soi("measure", "link", plan, one, other, "--kind", "precedes", "--strength", "2", "--lag", "1")
    found = soi.json("network", plan, "--measures", "--delay", f"{one[:8]}=2", *ON)
    assert found["order"] == [[one], [other]]
    assert list(found["schedule"]["tasks"]) == [one, other]
    assert found["influence"][one]["direct"] == 2
    assert found["delays"][0]["moved"][0]["code"] == one
    alone = soi.initiative(plan, "SOI1")["measures"][0]["id"]
    (late,) = soi.json("network", plan, "--measures", "--delay", f"{alone[:8]}=2", *ON)["delays"]
    assert [one["path"] for one in late["moved"]] == [[alone]]
    groups = found["shared"]
    assert {group["by"] for group in groups} <= {"product", "indicator", "clause"}
    clauses = {group["what"]: group["measures"] for group in groups if group["by"] == "clause"}
    measures = [measure for item in soi.json("show", plan)["initiatives"] for measure in item["measures"]]
    for clause, ids in clauses.items():
        assert ids == [measure["id"] for measure in measures if clause in measure["cites"]]
    shown = soi("network", plan, "--measures").out
    assert f"#{one[:8]} → SOI5." in shown
