"""The legend beneath a picture: samples with their names in a row, in several rows when one does not hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.pictures import palette
from app.pictures.breaking import broken
from app.pictures.scene import Box, Item, Path, Sign, Style, placed

_STYLE = Style(11.0, palette.MUTED)
_BETWEEN, _AFTER_SAMPLE, _LINE_LENGTH, _SWATCH, _RADIUS = 20.0, 7.0, 24.0, 10.0, 4.2


@dataclass(frozen=True, slots=True)
class Sample:
    """An entry of a legend: a line (colour and dashes), a swatch, the sign of a state, or words alone."""

    name: str
    line: tuple[str, tuple[float, ...]] | None = None
    swatch: str = ""
    state: str = ""


def legend(x: float, y: float, width: float, samples: Sequence[Sample]) -> Iterator[Item]:
    """Yield a legend whose first row begins at `x`, `y`."""
    at, row = x, y
    for sample in samples:
        lines = broken([_STYLE.run(sample.name)], _STYLE.size, width)
        taken = _sample_width(sample) + lines[0].width
        if at > x and at + taken > x + width:
            at, row = x, row + _STYLE.leading + 4
        yield from _drawn(sample, at, row + _STYLE.leading / 2)
        yield from placed(at + _sample_width(sample), row, _STYLE, lines)
        at += taken + _BETWEEN


def _sample_width(sample: Sample) -> float:
    if sample.line:
        return _LINE_LENGTH + _AFTER_SAMPLE
    if sample.swatch:
        return _SWATCH + _AFTER_SAMPLE
    return 2 * _RADIUS + _AFTER_SAMPLE if sample.state else 0.0


def _drawn(sample: Sample, x: float, middle: float) -> Iterator[Item]:
    if sample.line:
        colour, dash = sample.line
        end = (x + _LINE_LENGTH, middle)
        yield Path((x, middle), (((x, middle), end, end),), colour, 2.0, dash, round_ends=bool(dash) and dash[0] < 1)
    elif sample.swatch:
        yield Box(x, middle - _SWATCH / 2, _SWATCH, _SWATCH, sample.swatch, radius=2.0)
    elif sample.state:
        yield Sign(x + _RADIUS, middle, _RADIUS, sample.state, palette.STATES[sample.state])
