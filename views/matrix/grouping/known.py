"""What every view of the matrix knows of the plan: its initiatives, bodies and clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.method import Bilingual
from models.plan import Initiative, Measure, PlanActor
from models.reading import clauses, initiatives, measures, plans, stakeholders
from views.context import Context
from views.matrix.inspector import MatrixInspector
from views.matrix.model import MatrixModel


class Known:
    """Read once, and again when it has changed."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.is_fresh = False
        self.every: tuple[Initiative, ...] = ()
        self.actors: Mapping[str, PlanActor] = {}
        self.clauses: Mapping[str, str] = {}
        self._measures: dict[str, tuple[Measure, ...]] = {}

    def measures(self, owners: Sequence[str], narrowed: Mapping[str, int]) -> list[Measure]:
        """Return the measures of initiatives; whole matrices are read once until something changes."""
        read = self._context.workbench.read
        if narrowed:
            found = read(measures.by_initiative, owners, **narrowed)
            return [one for owner in owners for one in found.get(owner, ())]
        new = [owner for owner in owners if owner not in self._measures]
        if new:
            found = read(measures.by_initiative, new)
            self._measures.update((owner, found.get(owner, ())) for owner in new)
        return [one for owner in owners for one in self._measures[owner]]

    def forget_measures(self) -> None:
        """A measure has changed: read them again."""
        self._measures.clear()

    def learn(self, model: MatrixModel, inspector: MatrixInspector) -> None:
        """Read it, unless it is known, and let the cells and the fields have it."""
        if self.is_fresh:
            return
        workbench, pick = self._context.workbench, self._context.language.pick
        self.every = workbench.read(initiatives.every)
        self.actors = dict(workbench.read(plans.actors))
        self.clauses = {line.code: pick(line.text) for line in workbench.read(clauses.every)}
        method = workbench.method
        codes: dict[str, Bilingual] = {code: question.text for code, question in method.questions.items()}
        codes |= {code: step.text for code, step in method.steps.items()}
        model.use_actors(self.actors)
        inspector.use_plan(self.actors, self.clauses, codes, workbench.read(stakeholders.every))
        self.is_fresh = True

    def forget(self) -> None:
        """Another plan: nothing of the one before holds."""
        self.is_fresh = False
        self.every = ()
        self.forget_measures()

    def code(self, initiative: str) -> str:
        """Return the code of an initiative by its id, empty when there is none."""
        return next((one.code for one in self.every if one.id == initiative), "")
