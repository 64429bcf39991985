"""Reading the networks of a plan, of its initiatives and of its measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.access import Reader
from models.network import Network, Shared, Sharer, Span, analyse, shared
from models.plan import Dependency, Initiative, MeasureLink, MeasureStatus
from models.reading import dependencies, initiatives
from models.reading.dependencies import measures
from models.reading.dependencies.measures import MeasureNode
from models.reading.networks.spans import days, length, spans
from models.reading.rows import lists_of
from models.tables import measure_citation


@dataclass(frozen=True, slots=True)
class Web:
    """All that the picture of the network shows; `places` are the corners of the cards that were moved, by code.

    `spans` say when each initiative begins and ends by its measures, by code.
    """

    initiatives: tuple[Initiative, ...]
    links: tuple[Dependency, ...]
    analysis: Network
    places: Mapping[str, tuple[int, int]]
    spans: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class MeasureWeb:
    """The network of measures: those of the plan by id and in order, the links drawn, and what they share."""

    measures: Mapping[str, MeasureNode]
    links: tuple[MeasureLink, ...]
    shared: tuple[Shared, ...]
    spans: Mapping[str, Span]


def network(reader: Reader) -> Network:
    """Return order, circles, critical path and influence, from the links and the dates of the measures."""
    return analyse(tuple(initiatives.codes(reader).values()), dependencies.every(reader), days(reader))


def web(reader: Reader) -> Web:
    """Return the initiatives, their links, what those amount to, where the cards were put, and the days."""
    known = initiatives.every(reader)
    links = dependencies.every(reader)
    planned = spans(reader)
    analysis = analyse([one.code for one in known], links, length(planned))
    return Web(known, links, analysis, dependencies.places(reader), planned)


def measure_web(reader: Reader) -> MeasureWeb:
    """Return the network of measures."""
    known = measures.nodes(reader)
    cites = lists_of(reader, measure_citation)
    sharers = (Sharer(one.id, one.product, one.indicator, cites.get(one.id, ())) for one in known.values())
    planned = {
        one.id: Span(one.start, one.due, one.status is not MeasureStatus.DRAFT, one.status is MeasureStatus.DONE)
        for one in known.values()
    }
    return MeasureWeb(known, measures.between(reader, known), shared(sharers), planned)
