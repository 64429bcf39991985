"""Reading the rows of a pasted table as measures: what each would bring, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from models.codes import cell_code as code_of_cell
from models.codes import parse_cell, parse_initiative
from models.editing.measures import MeasureFields
from models.editing.placing import Placed
from models.errors import UserError
from models.method import MethodPack
from models.plan import Initiative, Measure, PlanActor
from models.text import clean, fold
from views.matrix.clipboard import values
from views.matrix.clipboard.grid import Grid
from views.matrix.grouping.arrangement import Place

NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
_WHOLE_CELL = re.compile(r"(?:(soi[\s-]*[\d.-]+?)[\s.:·]+)?(kfa.*)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}")


@dataclass(frozen=True)
class PastedRow:
    """A row by its number in the table: how it stands to the plan, what it brings, why it cannot.

    `here` is the code of its cell, `names` are stakeholders that the plan does not know yet.
    """

    number: int
    texts: Mapping[str, str]
    kind: str
    here: str = ""
    placed: Placed | None = None
    wrong: UserError | None = None
    changes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass
class Surroundings:
    """What the rows of a table are read against."""

    method: MethodPack
    actors: Mapping[str, PlanActor]
    clauses: Iterable[str]
    every: Sequence[Initiative]
    stakeholders: Iterable[str]
    measures: Callable[[str], Sequence[Measure]]
    bodies: values.Bodies = field(init=False)

    def __post_init__(self) -> None:
        """Make ready what is looked up."""
        self.bodies = values.Bodies(self.actors)
        self._clauses = {_code(code): code for code in self.clauses}
        self._questions = {_code(code): code for code in (*self.method.questions, *self.method.steps)}
        self._codes = {parse_initiative(one.code): one for one in self.every}
        self._names = {name.casefold() for name in self.stakeholders}
        self._there: dict[str, dict[tuple[Place, str], Measure]] = {}

    def initiative(self, text: str) -> Initiative:
        """Return an initiative by its code; raises UserError when there is none."""
        found = self._codes.get(parse_initiative(text.partition(".")[0].partition(":")[0]))
        if found is None:
            raise UserError("code.no_initiative", code=text)
        return found

    def strange(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those of these stakeholders that the plan does not know."""
        return tuple(name for name in names if name.casefold() not in self._names)

    def same(self, place: Place, text: str) -> Measure | None:
        """Return the measure of a cell that says the same."""
        if place.initiative not in self._there:
            found = self.measures(place.initiative)
            known = {(Place(one.initiative, one.kfa, one.kf), _words(one.text)): one for one in reversed(found)}
            self._there[place.initiative] = known
        return self._there[place.initiative].get((place, _words(text)))

    def value(self, field_name: str, text: str) -> Any:
        """Return the value of a field; raises UserError when the text is none."""
        if field_name == "lead":
            return self.bodies.one(text)
        if field_name == "support":
            return self.bodies.many(text)
        if field_name in ("start", "due"):
            return values.day(text, is_end=field_name == "due")
        if field_name in ("origin", "cites"):
            return values.codes(text, self._questions if field_name == "origin" else self._clauses)
        if field_name == "stakeholders":
            return values.names(text)
        readers: Mapping[str, Callable[[str], Any]] = {
            "status": values.status,
            "progress": values.percentage,
            "cost": values.cost,
        }
        return readers.get(field_name, clean)(text)


def read(grid: Grid, columns: Sequence[str], *, is_headed: bool, here: Place, known: Surroundings) -> list[PastedRow]:
    """Return the rows of a table whose columns hold these fields; those without a cell of their own go `here`."""
    found = []
    seen: set[tuple[Place, str]] = set()
    for number, row in enumerate(grid.rows[is_headed:], start=1 + is_headed):
        texts = {name: text for name, text in zip(columns, row, strict=True) if name and text}
        try:
            found.append(_row(number, texts, here, known, seen))
        except UserError as error:
            found.append(PastedRow(number, texts, WRONG, wrong=error))
    return found


def spread(grid: Grid, place_at: Callable[[int, int], Place | None], known: Surroundings) -> list[PastedRow]:
    """Return what the cells of a table bring to the cells of the matrix that lie beneath it, a line each a measure."""
    found = []
    seen: set[tuple[Place, str]] = set()
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            for text in cell.split("\n"):
                place = place_at(row, column)
                if not text.strip():
                    continue
                try:
                    if place is None:
                        raise UserError("matrix.wrong.beyond", column=column + 1)
                    found.append(_row(row + 1, {"text": text.strip()}, place, known, seen))
                except UserError as error:
                    found.append(PastedRow(row + 1, {"text": text.strip()}, WRONG, wrong=error))
    return found


def _row(
    number: int, texts: Mapping[str, str], here: Place, known: Surroundings, seen: set[tuple[Place, str]]
) -> PastedRow:
    place = _place(texts, here, known)
    if not texts.get("text", "").strip():
        raise UserError("measure.no_text")
    given = {name: known.value(name, text) for name, text in texts.items() if name in _WRITTEN}
    if (start := given.get("start")) and (due := given.get("due")) and start > due:
        raise UserError("measure.dates", start=start, due=due)
    key = (place, _words(given["text"]))
    if key in seen:
        raise UserError("matrix.wrong.twice")
    seen.add(key)
    names = known.strange(given.get("stakeholders", ()))
    there = known.same(place, given["text"])
    code = next((one.code for one in known.every if one.id == place.initiative), "")
    whole = f"{code}.{place.code}"
    if there is None:
        placed = Placed(place.initiative, *place.cell, MeasureFields(**given))
        return PastedRow(number, texts, NEW, whole, placed, names=names)
    changes = tuple(name for name, value in given.items() if name != "text" and getattr(there, name) != value)
    if not changes:
        return PastedRow(number, texts, SAME, whole)
    later = {name: given[name] for name in changes}
    start, due = later.get("start", there.start), later.get("due", there.due)
    if start and due and start > due:
        raise UserError("measure.dates", start=start, due=due)
    placed = Placed(place.initiative, *place.cell, MeasureFields(**later), measure=there.id)
    return PastedRow(number, texts, CHANGED, whole, placed, changes=changes, names=names)


def _place(texts: Mapping[str, str], here: Place, known: Surroundings) -> Place:
    """Return the cell that a row names, wholly or in part."""
    initiative, kfa, kf = here.initiative, here.kfa, here.kf
    if "initiative" in texts:
        initiative = known.initiative(texts["initiative"]).id
    if "cell" in texts:
        match = _WHOLE_CELL.fullmatch(texts["cell"].strip())
        if match and match[1]:
            initiative = known.initiative(match[1]).id
        kfa, kf = parse_cell(match[2] if match else texts["cell"])
    kfa, kf = _figure(texts, "kfa", kfa), _figure(texts, "kf", kf)
    if code_of_cell(kfa, kf) not in known.method.cells:
        raise UserError("code.cell", code=code_of_cell(kfa, kf))
    return Place(initiative, kfa, kf)


def _figure(texts: Mapping[str, str], name: str, otherwise: int) -> int:
    if name not in texts:
        return otherwise
    match = _NUMBER.search(texts[name])
    if match is None:
        raise UserError("code.cell", code=texts[name])
    return int(match[0])


_WRITTEN = frozenset(one.name for one in fields(MeasureFields))


def _words(text: str) -> str:
    return " ".join(clean(text).split()).casefold()


def _code(text: str) -> str:
    return re.sub(r"\s", "", fold(text))
