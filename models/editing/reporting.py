"""Reporting how a measure stands: who reports has looked at it, which is noted in the same step."""

from __future__ import annotations

from datetime import datetime

from models.access import Transaction
from models.editing import measures
from models.editing.measures import MeasureFields
from models.plan import MeasureStatus


def report(
    transaction: Transaction, measure_id: str, status: MeasureStatus | None = None, progress: int | None = None
) -> None:
    """Write how far a measure has come, and that whoever writes has looked at it today.

    Review marks stay: the answers that the measure came from were not looked at.
    """
    today = datetime.fromisoformat(transaction.now).astimezone().date()
    given = MeasureFields(status=status, progress=progress, confirmed=today, confirmed_by=transaction.author)
    measures.change(transaction, measure_id, given)
