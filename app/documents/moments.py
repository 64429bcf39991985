"""Moments as documents write them: by the clock of Viet Nam, wherever a document is made."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

_HERE = timezone(timedelta(hours=7))


def here(moment: str) -> datetime:
    """Return a moment of a plan, UTC in ISO 8601, on the clock of Viet Nam."""
    return datetime.fromisoformat(moment).astimezone(_HERE)
