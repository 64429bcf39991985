"""What the plan says where the room is, as far as the room may see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.language import Language
from app.pictures.wording import LATE, spaced
from app.workbench import Workbench
from models.codes import cell_code
from models.method import MethodPack
from models.plan import Initiative, Measure, PlanActor
from models.plan.workshop import Decision, Proposal, ProposalState, Workshop
from models.reading import dependencies, initiatives, measures, plans, workshops
from models.text import one_line
from views.projection.laying.look import Body, CellLook, HeatLook, Idea, MatrixLook, Shown
from views.projection.showing.stage import CELL, HEAT, Stage, Stop

_RELATED, _LONGEST_RELATED = 5, 110
_SEEN = (ProposalState.OPEN, ProposalState.ACCEPTED, ProposalState.PARKED)


@dataclass(frozen=True, slots=True)
class Totals:
    """How the measures of an initiative stand."""

    measures: int
    done: int
    late: int


class Room:
    """Reads the plan when something has changed, and makes what the room is shown of it."""

    def __init__(self, workbench: Workbench, language: Language) -> None:
        self._workbench = workbench
        self._language = language
        self.every: tuple[Initiative, ...] = ()
        self.workshop: Workshop | None = None
        self._actors: Mapping[str, PlanActor] = {}
        self._measures: dict[str, tuple[Measure, ...]] = {}
        self._totals: dict[tuple[str, date], Totals] = {}
        self._ideas: tuple[Proposal, ...] | None = None
        self._decisions: tuple[Decision, ...] = ()

    @property
    def method(self) -> MethodPack:
        """Return the method of the plan."""
        return self._workbench.method

    def read(self, *, only_workshop: bool = False) -> None:
        """Read the plan anew, or what the workshop adds to it."""
        read = self._workbench.read
        self.workshop = read(workshops.current)
        self._ideas = None
        if not only_workshop or not self.every:
            self.every = read(initiatives.every)
            self._actors = read(plans.actors)
            self._measures, self._totals = {}, {}

    def initiative(self, initiative_id: str) -> Initiative | None:
        """Return an initiative of the plan."""
        return next((one for one in self.every if one.id == initiative_id), None)

    def measures(self, initiative_id: str) -> tuple[Measure, ...]:
        """Return the measures of an initiative in matrix order."""
        if initiative_id not in self._measures:
            found = self._workbench.read(measures.by_initiative, [initiative_id])
            self._measures[initiative_id] = found.get(initiative_id, ())
        return self._measures[initiative_id]

    def ideas(self, stop: Stop) -> tuple[Proposal, ...]:
        """Return every proposal for a cell in the workshop that is open, hidden ones and rejected ones too."""
        self._read_ideas()
        return tuple(one for one in self._ideas or () if (one.initiative, one.kfa, one.kf) == stop)

    def seen_ideas(self, stop: Stop) -> tuple[Proposal, ...]:
        """Return the proposals for a cell that the room may see."""
        return tuple(one for one in self.ideas(stop) if one.is_revealed and one.state in _SEEN)

    def decisions(self, stop: Stop) -> tuple[Decision, ...]:
        """Return what was decided on a cell in the workshop that is open."""
        self._read_ideas()
        return tuple(one for one in self._decisions if (one.initiative, one.kfa, one.kf) == stop)

    def totals(self, initiative_id: str) -> Totals:
        """Return how the measures of an initiative stand today."""
        today = date.today()
        if (initiative_id, today) not in self._totals:
            states = [_state(one, today) for one in self.measures(initiative_id)]
            self._totals[initiative_id, today] = Totals(len(states), states.count("done"), states.count(LATE))
        return self._totals[initiative_id, today]

    def body(self, stage: Stage) -> Body:
        """Return what stands between the head and the foot of the picture."""
        if stage.mode == HEAT:
            return self._heat(stage)
        if stage.mode == CELL:
            return self._cell(stage)
        return self._matrix(stage)

    def _read_ideas(self) -> None:
        if self._ideas is not None:
            return
        self._ideas, self._decisions = (), ()
        if self.workshop is not None:
            self._ideas = self._workbench.read(workshops.proposals, self.workshop.id)
            self._decisions = self._workbench.read(workshops.decisions, self.workshop.id)

    def _matrix(self, stage: Stage) -> MatrixLook:
        pick, today = self._language.pick, date.today()
        cells: dict[tuple[int, int], list[Shown]] = {}
        for one in self.measures(stage.initiative):
            cells.setdefault((one.kfa, one.kf), []).append(Shown(one.text, _state(one, today)))
        return MatrixLook(
            {one.number: (spaced(one.code), pick(one.short)) for one in self.method.directions.values()},
            {one.number: (one.code, pick(one.short)) for one in self.method.key_factors.values()},
            {place: tuple(entries) for place, entries in cells.items()},
            stage.cell,
            stage.page,
        )

    def _cell(self, stage: Stage) -> CellLook:
        say, stop, today = self._language.say, stage.stop, date.today()
        here = [one for one in self.measures(stage.initiative) if (one.kfa, one.kf) == stage.cell]
        hidden = sum(not one.is_revealed for one in self.ideas(stop))
        seen = self.seen_ideas(stop)
        quote, source = self._quote(stage)
        return CellLook(
            entries=tuple(Shown(one.text, _state(one, today), self._facts(one)) for one in here),
            quote=quote,
            source=source,
            ideas_title=say("projection.ideas"),
            ideas=tuple(Idea(one.text, one.proposer, self._votes(one), one.state.value) for one in seen),
            decisions=tuple(say("projection.decided", text=one.text) for one in self.decisions(stop)),
            hidden=say("projection.hidden", count=hidden) if hidden else "",
            related_title=say("projection.related"),
            related=self._related(stage),
            empty=say("projection.empty"),
            chosen=next((place for place, one in enumerate(seen) if one.id == stage.idea), -1),
            page=stage.page,
        )

    def _votes(self, one: Proposal) -> str:
        return self._language.say("projection.votes", count=one.votes) if one.votes else ""

    def _facts(self, one: Measure) -> str:
        """Return who leads a measure, when it is due and which answers it came from: no person's name."""
        say = self._language.say
        facts = []
        if one.lead:
            actor = self._actors.get(one.lead)
            facts.append(say("projection.lead", body=self._language.pick(actor.short) if actor else one.lead))
        if one.due is not None:
            facts.append(say("projection.due", day=one.due.strftime("%m/%Y")))
        if one.origin:
            facts.append(say("projection.origin", codes=", ".join(one.origin)))
        return " · ".join(facts)

    def _quote(self, stage: Stage) -> tuple[str, str]:
        pick = self._language.pick
        items = self.method.cells[cell_code(*stage.cell)].items
        if not items:
            return "", ""
        clauses = items[0].clauses
        return pick(items[0].text), _cited(clauses[0]) if clauses else ""

    def _related(self, stage: Stage) -> tuple[str, ...]:
        """Return what stands in the same cell of the initiatives that this one is linked with."""
        here = self.initiative(stage.initiative)
        if here is None:
            return ()
        linked: list[str] = []
        for link in self._workbench.read(dependencies.every):
            if here.code in (link.origin, link.to):
                linked.append(link.to if link.origin == here.code else link.origin)
        kfa, kf = stage.cell
        found: list[str] = []
        for other in self.every:
            if other.code in linked:
                texts = [one.text for one in self.measures(other.id) if (one.kfa, one.kf) == stage.cell]
                place = f"{spaced(other.code)} · KFA {kfa} · KF{kf}"
                found += [f"{place} — {_cut(text)}" for text in texts[:1]]
        return tuple(found[:_RELATED])

    def _heat(self, stage: Stage) -> HeatLook:
        counts = self._workbench.read(measures.counts)
        rows, columns = stage.rows, stage.columns
        ids: Sequence[str] = [one.id for one in self.every]
        return HeatLook(
            tuple(spaced(one.code) for one in self.method.directions.values()),
            tuple(str(one.number) for one in self.method.key_factors.values()),
            tuple(
                (spaced(one.code), tuple(counts.get((one.id, row, column), 0) for row in rows for column in columns))
                for one in self.every
            ),
            ids.index(stage.initiative) if stage.initiative in ids else 0,
            stage.page,
        )


def _state(one: Measure, on: date) -> str:
    return LATE if one.is_late(on) else one.status.value


def _cited(clause: str) -> str:
    """Return a clause as people cite it: NQ 52, III.2.3."""
    source, _, place = clause.partition(".")
    return f"{spaced(source)}, {place}"


def _cut(text: str) -> str:
    """Return the beginning of a text, cut between words."""
    line = one_line(text, _LONGEST_RELATED)
    return line if line == " ".join(text.split()) else f"{line.rpartition(' ')[0].rstrip('.,;:')}…"
