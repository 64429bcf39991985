"""The benchmarks stay able to run; what they measure is never asserted."""

from pathlib import Path

from benchmarks.material import Material
from benchmarks.networks import networks_of
from benchmarks.reads import reads_of
from benchmarks.report import HEADS, Figure, Goal, append, table


def test_a_benchmark_yields_figures_beside_their_floor(tmp_path: Path) -> None:
    figures = list(reads_of(Material(tmp_path).example, "example", runs=1))

    assert len(figures) == 3
    assert all(figure.ours > 0 and figure.floor for figure in figures)
    assert [line.count("|") for line in table(figures).splitlines()] == [len(HEADS) + 1] * (len(figures) + 2)


def test_networks_are_measured_beside_networkx_where_it_has_the_like() -> None:
    figures = list(networks_of(12, 40, runs=1))

    assert all(figure.ours > 0 for figure in figures)
    assert {figure.what.partition(",")[0] for figure in figures if figure.floor} >= {"waves", "schedule", "bridges"}


def test_a_figure_says_of_each_goal_whether_it_is_met() -> None:
    goals = (Goal(2, "floor"), Goal(0.5, "peer"))

    assert Figure("fast", 1.5, 1.0, 4.0, goals).verdict == "yes"
    assert Figure("slower than its peer allows", 1.5, 1.0, 2.0, goals).verdict == "no"
    assert Figure("without its peer", 1.5, 1.0, None, goals).verdict == "yes"
    assert Figure("without a goal", 1.5, 1.0).verdict == "–"
    assert Figure("in megabytes", 210, goals=(Goal(200),), unit="MB").verdict == "no"


def test_each_run_is_added_to_the_end_of_the_history(tmp_path: Path) -> None:
    history = tmp_path / "performance.md"
    history.write_text("## History\n", encoding="utf-8")

    append([Figure("first", 0.001)], history)
    append([Figure("second", 0.002)], history)

    text = history.read_text(encoding="utf-8")
    assert text.startswith("## History\n\n### ")
    assert text.index("| first ") < text.index("| second ")
