"""Reading the comments on the questions of an initiative."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select

from models.access import Reader
from models.plan import Comment
from models.tables import comment


def of_initiative(reader: Reader, initiative_id: str) -> Mapping[str, tuple[Comment, ...]]:
    """Return the comments of all cycles of an initiative by question, the oldest first."""
    return by_initiative(reader, initiative_id).get(initiative_id, {})


def by_initiative(reader: Reader, only: str | None = None) -> Mapping[str, Mapping[str, tuple[Comment, ...]]]:
    """Return the comments of all initiatives, or of one, by the initiative's id and the question, the oldest first."""
    statement = select(comment).order_by(comment.c.written, comment.c.id)
    gathered: dict[str, dict[str, list[Comment]]] = defaultdict(lambda: defaultdict(list))
    for row in reader.connection.execute(statement if only is None else statement.where(comment.c.initiative == only)):
        gathered[row.initiative][row.question].append(
            Comment(
                id=row.id,
                initiative=row.initiative,
                question=row.question,
                cycle=row.cycle,
                text=row.text,
                author=row.author,
                written=row.written,
                resolved=row.resolved,
                resolver=row.resolver,
                rev=row.rev,
            )
        )
    return {
        owner: {question: tuple(found) for question, found in questions.items()}
        for owner, questions in gathered.items()
    }
