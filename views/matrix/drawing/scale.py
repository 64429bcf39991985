"""How large and how close the matrix is set."""

from __future__ import annotations

from dataclasses import dataclass, replace

ZOOMS = (70, 80, 90, 100, 115, 130, 150, 175, 200)
"""Sizes in percent, from one key to the next."""
_SIZE = 12
_FEWEST, _MOST = 2, 12


@dataclass(frozen=True, slots=True)
class Scale:
    """A zoom in percent, whether lines stand close together, and whether long texts go on in further lines."""

    zoom: int = 100
    is_dense: bool = False
    wraps: bool = True

    @property
    def size(self) -> int:
        """Return the size of type in pixels."""
        return max(8, round(_SIZE * self.zoom / 100))

    @property
    def leading(self) -> int:
        """Return the distance of lines."""
        return round(self.size * (1.12 if self.is_dense else 1.25))

    @property
    def between(self) -> float:
        """Return the gap between entries."""
        return 1.0 if self.is_dense else 5.0

    @property
    def fewest(self) -> int:
        """Return after how many lines an entry is cut at the earliest."""
        return _FEWEST if self.wraps else 1

    @property
    def most(self) -> int:
        """Return after how many lines an entry is cut at the latest."""
        return _MOST if self.wraps else 1

    def of_zoom(self, size: int) -> int:
        """Return another size in pixels, enlarged alike."""
        return max(8, round(size * self.zoom / 100))

    def zoomed(self, step: int) -> Scale:
        """Return the next larger or smaller scale; 0 is the usual size."""
        if not step:
            return replace(self, zoom=100)
        nearest = min(range(len(ZOOMS)), key=lambda number: abs(ZOOMS[number] - self.zoom))
        return replace(self, zoom=ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + step))])

    def written(self) -> str:
        """Return the scale as settings keep it."""
        return f"{self.zoom},{int(self.is_dense)},{int(self.wraps)}"

    @classmethod
    def of(cls, written: str) -> Scale:
        """Return the scale that settings kept, the usual one when they kept none."""
        parts = written.split(",")
        if len(parts) != 3 or parts[0] not in map(str, ZOOMS):
            return cls()
        return cls(int(parts[0]), parts[1] == "1", parts[2] == "1")
