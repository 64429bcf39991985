"""The matrix on a paper: from A4 to the poster of A0, however much there is in it, nothing is cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.documents.export import export
from app.pictures.matrix import matrix
from app.pictures.paper_sizes import PAPERS
from app.pictures.scene import Box, Words
from app.pictures.wording import Wording
from models.plan import Measure, Sheet
from tests.documents.conftest import ON, Example, read_pdf, squashed, with_measures


def _same(one: Measure) -> Measure:
    return one


@pytest.mark.parametrize("paper", sorted(PAPERS))
@pytest.mark.parametrize("count", [1, 40])
def test_everything_lies_on_the_paper(plan: Example, sheet: Sheet, paper: str, count: int) -> None:
    full = with_measures(sheet, _same, count)
    scene = matrix(full, Wording(plan.method, "vi", ON), paper)
    assert (scene.width, scene.height) == PAPERS[paper]
    words = [item for item in scene.items if isinstance(item, Words)]
    assert all(item.x >= 0 and item.x + item.line.width <= scene.width + 1 for item in words)
    assert all(item.size <= item.y <= scene.height for item in words)
    boxes = [item for item in scene.items if isinstance(item, Box)]
    assert all(item.y + item.height <= scene.height + 1 for item in boxes)
    said = squashed("".join(piece.stands_for or piece.text for item in words for piece in item.line.pieces))
    assert all(squashed(one.text) in said for one in full.content.measures)


def test_a_poster_has_larger_type_than_a_sheet(plan: Example, sheet: Sheet) -> None:
    sizes = []
    for paper in ("a3", "a0"):
        scene = matrix(sheet, Wording(plan.method, "vi", ON), paper)
        sizes.append(min(item.size for item in scene.items if isinstance(item, Words)))
    assert sizes[1] > 2 * sizes[0]


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_the_poster_is_written_in_every_format(plan: Example, sheet: Sheet, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x{suffix}"
    export("matrix", path, [sheet], plan.method, "vi", ON, paper="a1")
    assert path.stat().st_size > 10_000
    if suffix == ".pdf":
        text = squashed("".join(read_pdf(path).pages))
        assert all(squashed(one.text) in text for one in sheet.content.measures)
