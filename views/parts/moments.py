"""Moments as the plan keeps them, as days where the user is."""

from __future__ import annotations

from datetime import date, datetime


def day_of(moment: str | None) -> date | None:
    """Return the day of a moment (UTC, ISO 8601) where the user is, None for none."""
    return datetime.fromisoformat(moment).astimezone().date() if moment else None
