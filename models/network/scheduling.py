"""Days: how early and how late each node can begin, what drives the end, and what a delay costs.

The critical path method: J. E. Kelley, M. R. Walker, "Critical-path planning and scheduling", Proceedings of the
Eastern Joint Computer Conference (1959), 160–173; with days before which a node does not begin, and lags in months.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import networkx as nx

from models.network.breaking import Break, breaks_of
from models.network.links import ORDERING, Linked, graph_of
from models.network.ordering import groups_of

_LAST = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Span:
    """When a node is planned to begin and to end, both days counted, and whether it has begun and is done."""

    start: date | None = None
    due: date | None = None
    is_begun: bool = False
    is_done: bool = False

    @property
    def days(self) -> int:
        """Return how many days it takes: 1 where that is not known."""
        return max(1, (self.due - self.start).days + 1) if self.start and self.due else 1


@dataclass(frozen=True, slots=True)
class Task:
    """How early and how late a node can begin and end without moving the end of the whole.

    `after` is the node whose end decides when it can begin, None where its own day does; `before` is the one that must
    not be held up, None where only the end of the whole decides. `slack` is the days between early and late.
    """

    days: int
    earliest: date
    earliest_end: date
    latest: date
    latest_end: date
    slack: int
    after: str | None
    before: str | None


@dataclass(frozen=True, slots=True)
class Schedule:
    """The tasks by node, and the chain that drives the end: each keeps its distance from the one before it.

    `days` is how long that chain takes, from its first day to `end`; `left_out` are the links of circles that were not
    looked at.
    """

    tasks: Mapping[str, Task]
    critical_path: tuple[str, ...]
    days: int
    end: date | None
    left_out: tuple[Break, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A node whose end moves by `days` when another is delayed; `by` is the one that pushes it."""

    node: str
    days: int
    by: Moved | None = field(default=None, compare=False, repr=False)

    @property
    def path(self) -> tuple[str, ...]:
        """Return the nodes along which the delay comes, from the delayed one to this."""
        way, one = [self.node], self.by
        while one is not None:
            way.append(one.node)
            one = one.by
        return tuple(reversed(way))


@dataclass(frozen=True, slots=True)
class Unmet:
    """A `precedes` link that the plan or the work does not keep.

    The one planned to begin on `start` does so `days` days before the other, due on `due`, and the lag are over; 0 days
    where the days are in order, or not known. `has_begun`: it is under way while the other is not done.
    """

    origin: str
    to: str
    lag: int
    due: date | None
    start: date | None
    days: int
    has_begun: bool


def schedule(items: Mapping[str, Span], links: Iterable[Linked], on: date, *, is_strict: bool = False) -> Schedule:
    """Return when each of `items`, which are in order, can begin and end by its own days and by what precedes it.

    A node begins on its planned day at the earliest; one that has only a due day, on that; one that has neither, on
    `on`. It takes the days it is planned to take. Where the plan lets one begin before the other and the lag are over,
    that overlap is kept, as `unmet` tells; with `is_strict` none is. Links that close circles are left out, as
    `weakest` chooses them.
    """
    plan = _Plan(items, links, on, is_strict=is_strict)
    return plan.schedule() if items else Schedule({}, (), 0, None, ())


def delay(
    items: Mapping[str, Span], links: Iterable[Linked], on: date, node: str, months: int, *, is_strict: bool = False
) -> tuple[Moved, ...]:
    """Return the nodes whose ends move when one begins so many months later than `schedule` has it, that one first.

    Those that it pushes follow in the order in which they come to begin.
    """
    plan = _Plan(items, links, on, is_strict=is_strict)
    return plan.delayed(plan.names.index(node), months)


def unmet(items: Mapping[str, Span], links: Iterable[Linked]) -> tuple[Unmet, ...]:
    """Return the `precedes` links that are not kept: by the planned days, or by what has begun; in their own order."""
    found = []
    for link in links:
        if link.kind in ORDERING and link.origin != link.to:
            first, then = items[link.origin], items[link.to]
            start = then.start or then.due
            days = 0
            if first.due and start:
                days = max(0, available(first.due.toordinal(), link.lag) - start.toordinal())
            has_begun = (then.is_begun or then.is_done) and not first.is_done
            if days or has_begun:
                found.append(Unmet(link.origin, link.to, link.lag, first.due, start, days, has_begun))
    return tuple(found)


def later(day: int, months: int) -> int:
    """Return the same day so many months later, or earlier, or the last of a shorter month; days are ordinals."""
    if not months:
        return min(day, _LAST)
    there = date.fromordinal(max(1, min(day, _LAST)))
    year, month = divmod(there.year * 12 + there.month - 1 + months, 12)
    if year > date.max.year:
        return _LAST
    if year < 1:
        return 1
    return date(year, month + 1, min(there.day, monthrange(year, month + 1)[1])).toordinal()


def available(end: int, lag: int) -> int:
    """Return the first day on which a node can begin that waits `lag` months after the `end` of another."""
    return later(end + 1, lag)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What must lie between the end of one node and the beginning of another: months, or the days that are planned."""

    lag: int
    planned: int | None = None

    def beginning(self, end: int) -> int:
        """Return the first day on which the other can begin."""
        return available(end, self.lag) if self.planned is None else min(_LAST, end + 1 + self.planned)

    def ending(self, start: int) -> int:
        """Return the last day on which the one may end so that the other can begin on `start`."""
        if self.planned is not None:
            return start - 1 - self.planned
        end = later(start, -self.lag) - 1
        while available(end + 1, self.lag) <= start < _LAST:
            end += 1
        return end


class _Plan:
    """Nodes by place, the arcs between them without circles, and the first day of each by itself."""

    def __init__(self, items: Mapping[str, Span], links: Iterable[Linked], on: date, *, is_strict: bool) -> None:
        self.names: Sequence[str] = list(items)
        graph = graph_of(self.names, links, ORDERING)
        self.left_out = breaks_of(self.names, graph, groups_of(graph)).links
        places = {name: place for place, name in enumerate(self.names)}
        graph.remove_edges_from([(places[one.origin], places[one.to]) for one in self.left_out])
        self.order: list[int] = list(nx.topological_sort(graph))
        self._days = [span.days for span in items.values()]
        self._own = [(span.start or span.due or on).toordinal() for span in items.values()]
        dated = [not is_strict and (span.start or span.due) is not None for span in items.values()]
        self._before: list[list[tuple[int, _Gap]]] = [[] for _ in items]
        self._after: list[list[tuple[int, _Gap]]] = [[] for _ in items]
        for origin, to, lag in graph.edges(data="lag"):
            gap = self._gap(origin, to, lag) if dated[origin] and dated[to] else _Gap(lag)
            self._before[to].append((origin, gap))
            self._after[origin].append((to, gap))

    def _gap(self, origin: int, to: int, lag: int) -> _Gap:
        end = self._end(self._own[origin], origin)
        return _Gap(lag, self._own[to] - end - 1 if self._own[to] < available(end, lag) else None)

    def schedule(self) -> Schedule:
        """Return the schedule."""
        starts, after = self._forwards(self._own)
        ends = [self._end(start, node) for node, start in enumerate(starts)]
        latest_ends, before = self._backwards(max(ends))
        tasks = {
            name: Task(
                days=self._days[node],
                earliest=date.fromordinal(starts[node]),
                earliest_end=date.fromordinal(ends[node]),
                latest=date.fromordinal(max(1, latest_ends[node] - ends[node] + starts[node])),
                latest_end=date.fromordinal(max(1, latest_ends[node])),
                slack=latest_ends[node] - ends[node],
                after=self._name(after[node]),
                before=self._name(before[node]),
            )
            for node, name in enumerate(self.names)
        }
        path = list(self._chain(ends.index(max(ends)), after))[::-1]
        length = max(ends) - min(starts[node] for node in path) + 1
        names = tuple(self.names[node] for node in path)
        return Schedule(tasks, names, length, date.fromordinal(max(ends)), self.left_out)

    def delayed(self, late: int, months: int) -> tuple[Moved, ...]:
        """Return what moves when the node at a place begins later by so many months."""
        before, _ = self._forwards(self._own)
        own = list(self._own)
        own[late] = later(before[late], months)
        starts, after = self._forwards(own)
        moved: dict[int, Moved] = {}
        for node in self.order:
            if starts[node] > before[node]:
                pushing = after[node] if node != late else None
                days = self._end(starts[node], node) - self._end(before[node], node)
                moved[node] = Moved(self.names[node], days, None if pushing is None else moved[pushing])
        return tuple(moved[node] for node in sorted(moved, key=lambda node: (node != late, starts[node], node)))

    def _forwards(self, own: Sequence[int]) -> tuple[list[int], list[int | None]]:
        """Return the earliest first days, and by which node each is decided."""
        starts = list(own)
        after: list[int | None] = [None] * len(own)
        for node in self.order:
            for one, gap in self._before[node]:
                possible = gap.beginning(self._end(starts[one], one))
                if possible > starts[node] or (possible == starts[node] and after[node] is None):
                    starts[node], after[node] = possible, one
        return starts, after

    def _backwards(self, end: int) -> tuple[list[int], list[int | None]]:
        """Return the latest last days, and by which node each is decided."""
        ends = [end] * len(self.names)
        before: list[int | None] = [None] * len(ends)
        for node in reversed(self.order):
            for one, gap in self._after[node]:
                possible = gap.ending(ends[one] - self._days[one] + 1)
                if possible < ends[node]:
                    ends[node], before[node] = possible, one
        return ends, before

    def _end(self, start: int, node: int) -> int:
        return min(_LAST, start + self._days[node] - 1)

    def _chain(self, last: int, after: Sequence[int | None]) -> Iterator[int]:
        node: int | None = last
        while node is not None:
            yield node
            node = after[node]

    def _name(self, node: int | None) -> str | None:
        return None if node is None else self.names[node]
