"""Links between measures that nobody drew: the same product, the same indicator, a clause that both carry out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from models.text import fold

By = Literal["product", "indicator", "clause"]


@dataclass(frozen=True, slots=True)
class Sharer:
    """What of a measure may be shared with others; `cites` are clauses."""

    id: str
    product: str
    indicator: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Measures, two or more by their ids, that have the same `what`: a product, an indicator or a clause's code."""

    by: By
    what: str
    measures: tuple[str, ...]

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield every two of them; they grow with the square of their number."""
        return combinations(self.measures, 2)

    @property
    def chain(self) -> Iterator[tuple[str, str]]:
        """Yield each with the next: the fewest lines that join them all."""
        return zip(self.measures, self.measures[1:], strict=False)


def shared(measures: Iterable[Sharer]) -> tuple[Shared, ...]:
    """Return what is shared: products first, then indicators, then clauses, each in the order of its first measure.

    Products and indicators are the same when they read alike without case, accents and blanks; `what` is as the first
    has it.
    """
    kinds: Sequence[By] = ("product", "indicator", "clause")
    found: dict[tuple[By, str], tuple[str, list[str]]] = {}
    for one in measures:
        said: list[tuple[By, str]] = [("product", one.product), ("indicator", one.indicator)]
        for by, what in (*said, *(("clause", code) for code in one.cites)):
            key = " ".join(fold(what).split()) if by != "clause" else what
            if key:
                _, ids = found.setdefault((by, key), (" ".join(what.split()), []))
                if one.id not in ids[-1:]:
                    ids.append(one.id)
    groups = [Shared(by, what, tuple(ids)) for (by, _), (what, ids) in found.items() if len(ids) > 1]
    return tuple(sorted(groups, key=lambda group: kinds.index(group.by)))
