"""The command that writes documents: export."""

from __future__ import annotations

from app.cli.arguments import PlanPath


def export(path: PlanPath) -> None:
    raise NotImplementedError(path)
