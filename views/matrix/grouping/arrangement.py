"""Arrangements of cells: the matrix of one initiative, one direction or key factor over all, initiatives compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.codes import cell_code
from models.method import Bilingual, KeyFactor, MethodPack, PolicyDirection
from models.plan import Initiative


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of an initiative (its id) by the numbers of its policy direction and key factor."""

    initiative: str
    kfa: int
    kf: int

    @property
    def cell(self) -> tuple[int, int]:
        """Return the numbers of the cell."""
        return self.kfa, self.kf

    @property
    def code(self) -> str:
        """Return the code of the cell: KFA3.KF2."""
        return cell_code(self.kfa, self.kf)


NOWHERE = Place("", 0, 0)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of a row or column; `group` is the basis group of an initiative."""

    code: str
    short: Bilingual
    text: Bilingual
    is_centre: bool = False
    group: str = ""


@dataclass(frozen=True)
class Arrangement:
    """Rows and columns, and which cell of which initiative stands where they meet."""

    rows: tuple[Head, ...] = ()
    columns: tuple[Head, ...] = ()
    places: tuple[tuple[Place, ...], ...] = ()
    found: Mapping[Place, tuple[int, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where each place stands."""
        places = ((place, (r, c)) for r, row in enumerate(self.places) for c, place in enumerate(row))
        object.__setattr__(self, "found", dict(places))

    @property
    def initiatives(self) -> tuple[str, ...]:
        """Return the ids of the initiatives that stand in it, each once."""
        return tuple(dict.fromkeys(place.initiative for place in self.found))

    def at(self, row: int, column: int) -> Place:
        """Return the place in a row and column, nowhere outside."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.columns):
            return self.places[row][column]
        return NOWHERE


def of_initiative(method: MethodPack, one: Initiative) -> Arrangement:
    """Return 8 × 4: the matrix of one initiative."""
    directions, factors = tuple(method.directions.values()), tuple(method.key_factors.values())
    places = tuple(tuple(Place(one.id, row.number, column.number) for column in factors) for row in directions)
    return Arrangement(_directions(method), tuple(map(_head, factors)), places)


def of_direction(method: MethodPack, every: Sequence[Initiative], kfa: int) -> Arrangement:
    """Return 12 × 4: one policy direction over these initiatives."""
    factors = tuple(method.key_factors.values())
    places = tuple(tuple(Place(one.id, kfa, column.number) for column in factors) for one in every)
    return Arrangement(tuple(map(_initiative, every)), tuple(map(_head, factors)), places)


def of_factor(method: MethodPack, every: Sequence[Initiative], kf: int) -> Arrangement:
    """Return 12 × 8: one key factor over these initiatives."""
    directions = tuple(method.directions.values())
    places = tuple(tuple(Place(one.id, column.number, kf) for column in directions) for one in every)
    return Arrangement(tuple(map(_initiative, every)), _directions(method), places)


def of_several(method: MethodPack, compared: Sequence[Initiative]) -> Arrangement:
    """Return 32 × 2 or 3: the same cells of initiatives side by side."""
    directions, factors = method.directions.values(), method.key_factors.values()
    cells = [(row, column) for row in directions for column in factors]
    heads = tuple(
        Head(cell_code(row.number, column.number), _joined(row, column), _joined(row, column)) for row, column in cells
    )
    places = tuple(tuple(Place(one.id, row.number, column.number) for one in compared) for row, column in cells)
    return Arrangement(heads, tuple(map(_initiative, compared)), places)


def _directions(method: MethodPack) -> tuple[Head, ...]:
    return tuple(
        Head(one.code, one.short, one.text, is_centre=one.code == method.centre) for one in method.directions.values()
    )


def _head(one: KeyFactor | PolicyDirection) -> Head:
    return Head(one.code, one.short, one.text)


def _initiative(one: Initiative) -> Head:
    return Head(one.code, one.title, one.title, group=one.group)


def _joined(row: PolicyDirection, column: KeyFactor) -> Bilingual:
    return Bilingual(*(f"{row.short[code]} · {column.short[code]}" for code in ("vi", "en")))
