"""The forms in which the measures are seen, and which initiatives, direction or factor each of them shows."""

from __future__ import annotations

from collections.abc import Sequence

from app.settings import Settings
from models.method import MethodPack
from models.plan import Initiative
from views.matrix.grouping import arrangement
from views.matrix.grouping.arrangement import Arrangement

CELLS, DIRECTION, FACTOR, COMPARE, HEAT, UPDATE = "cells", "direction", "factor", "compare", "heat", "update"
FORMS = (CELLS, DIRECTION, FACTOR, COMPARE, HEAT, UPDATE)
TABLES = (CELLS, DIRECTION, FACTOR, COMPARE)
"""The forms in which cells are edited."""
MOST_COMPARED = 3
_KEY = "matrix/form"


class Forms:
    """Remembers the form, the direction and factor last looked at, and what is compared with the initiative."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        kept = settings.text(_KEY)
        self.form = kept if kept in FORMS else CELLS
        self.kfa, self.kf = 1, 1
        self.others: list[str] = []

    def turn_to(self, form: str) -> None:
        """Take another form."""
        self.form = form
        self._settings.set_text(_KEY, form)

    def forget(self) -> None:
        """Compare nothing: the plan is another one."""
        self.others = []

    def compared(self, every: Sequence[Initiative], shown: Initiative) -> list[Initiative]:
        """Return the initiative that is shown and those it is compared with: at least the one that comes after it."""
        known = {one.id: one for one in every}
        others = [known[one] for one in dict.fromkeys(self.others) if one in known and one != shown.id]
        if not others:
            others = [one for one in (*every[every.index(shown) + 1 :], *every) if one.id != shown.id][:1]
        self.others = [one.id for one in others][: MOST_COMPARED - 1]
        return [shown, *others][:MOST_COMPARED]

    @property
    def narrowed(self) -> dict[str, int]:
        """Return the number of the direction or factor that alone is shown."""
        return {DIRECTION: {"kfa": self.kfa}, FACTOR: {"kf": self.kf}}.get(self.form, {})

    def arranged(self, method: MethodPack, every: Sequence[Initiative], shown: Initiative) -> Arrangement:
        """Return what stands in rows and columns."""
        if self.form == DIRECTION:
            return arrangement.of_direction(method, every, self.kfa)
        if self.form == FACTOR:
            return arrangement.of_factor(method, every, self.kf)
        if self.form == COMPARE:
            return arrangement.of_several(method, self.compared(every, shown))
        return arrangement.of_initiative(method, shown)
