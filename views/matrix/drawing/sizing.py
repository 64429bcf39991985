"""How large and close the cells are set, as the user last wanted them."""

from __future__ import annotations

from dataclasses import replace

from app.settings import Settings
from views.matrix.drawing.scale import Scale

_KEY = "matrix/scale"
_STEPS = {"in": 1, "out": -1, "whole": 0}


class Sizing:
    """Keeps a scale among the settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.scale = Scale.of(settings.text(_KEY))

    def change(self, what: str) -> Scale:
        """Return the scale after a wish: in, out, whole, dense or wrap."""
        if what == "dense":
            self.scale = replace(self.scale, is_dense=not self.scale.is_dense)
        elif what == "wrap":
            self.scale = replace(self.scale, wraps=not self.scale.wraps)
        else:
            self.scale = self.scale.zoomed(_STEPS[what])
        self._settings.set_text(_KEY, self.scale.written())
        return self.scale
