"""The papers of ISO 216, lying."""

from __future__ import annotations

from collections.abc import Mapping

_POINTS = 72 / 25.4
PAPERS: Mapping[str, tuple[float, float]] = {
    "a4": (297 * _POINTS, 210 * _POINTS),
    "a3": (420 * _POINTS, 297 * _POINTS),
    "a2": (594 * _POINTS, 420 * _POINTS),
    "a1": (841 * _POINTS, 594 * _POINTS),
    "a0": (1189 * _POINTS, 841 * _POINTS),
}
"""Width and height of each paper in points."""
