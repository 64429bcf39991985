"""Reading what an answer said before: its versions, from the journal.

A version is what the answer said after one step that wrote it: its words, status, citations or stakeholders. Undo and
redo lead back to a version that is in the list already, so they add none; what was undone and written anew differently
stays in the list. The copy that a new cycle begins with is no version either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, func, select

from models.access import Reader
from models.journal import CREATE, UNDO, values_of
from models.keys import answer_key, cycle_key
from models.plan import AnswerStatus, AnswerVersion
from models.tables import (
    answer,
    answer_citation,
    answer_stakeholder,
    change,
    changeset,
    cycle,
    stakeholder,
)

_LISTS = (answer_citation, answer_stakeholder)
_TABLES = {table.name: table for table in (answer, *_LISTS)}


@dataclass(slots=True)
class _State:
    """What an answer is at one moment: its row, and by table what hangs on it, each value with its position."""

    row: dict[str, Any] | None
    lists: dict[str, dict[str, int]] = field(default_factory=lambda: {table.name: {} for table in _LISTS})

    def exchange(self, tab: str, gone: str | None, come: str | None) -> None:
        """Let one row of the journal go and another one come."""
        table = _TABLES[tab]
        old, new = values_of(table, gone), values_of(table, come)
        if table is answer:
            self.row = new
            return
        value = list(table.columns)[1].name
        if old is not None:
            self.lists[tab].pop(old[value], None)
        if new is not None:
            self.lists[tab][new[value]] = new["position"]


@dataclass(frozen=True, slots=True)
class _Keys:
    """The ids that the answers to some questions have or had, by the number of their cycle and by question."""

    cycles: Mapping[str, int]
    questions: Mapping[str, str]


def count_of(reader: Reader, initiative_id: str) -> Mapping[str, int]:
    """Return how many versions `of_answer` has, by question, of those that have any."""
    keys = _keys(reader, initiative_id, (*reader.method.questions, *reader.method.steps))
    statement = select(change.c.subject, change.c.operation, func.count(change.c.changeset.distinct()))
    here = (change.c.tab == answer.name, change.c.subject.in_(list(keys.questions)))
    noted: dict[str, dict[str, int]] = defaultdict(dict)
    grouped = statement.where(*here).group_by(change.c.subject, change.c.operation)
    for key, operation, count in reader.connection.execute(grouped):
        noted[key][operation] = count
    there = set(reader.connection.scalars(select(answer.c.id).where(answer.c.id.in_(list(keys.questions)))))
    counts: Counter[str] = Counter()
    laid_down: Counter[str] = Counter()
    for key, question in keys.questions.items():
        counts[question] += noted[key].get("U", 0)
        laid_down[question] += (key in there or bool(noted[key])) and "I" not in noted[key]
    for question, count in laid_down.items():
        # Copies that the journal knows nothing of can only be told from versions by what they say.
        counts[question] = counts[question] + count if count < 2 else len(of_answer(reader, initiative_id, question))
    return {question: count for question, count in counts.items() if count}


def of_answer(reader: Reader, initiative_id: str, question: str) -> tuple[AnswerVersion, ...]:
    """Return what the answer to a question, or the conclusion of a step, said in all cycles, the newest first."""
    keys = _keys(reader, initiative_id, (question,))
    steps: dict[int, list[Row[Any]]] = defaultdict(list)
    here = (change.c.tab.in_(_TABLES), change.c.subject.in_(list(keys.questions)))
    for row in reader.connection.execute(select(change).where(*here).order_by(change.c.changeset, change.c.step)):
        steps[row.changeset].append(row)
    events = _events(reader, steps)
    states = _rolled_back(_present(reader, keys), events, steps)
    names = _names(reader, steps)
    created = reader.connection.scalar(select(changeset.c.sequence).where(changeset.c.kind == CREATE)) or 0
    inserted = {row.subject for rows in steps.values() for row in rows if _is(row, "I")}
    found: list[AnswerVersion] = []
    for key, number in keys.cycles.items():
        version = _version(created, states[key], number, names)
        if key not in inserted and version is not None and not (found and _same(found[-1], version)):
            found.append(version)
    for sequence, is_back, is_edit in events:
        _play(states, steps[sequence], is_back=is_back)
        for key in dict.fromkeys(row.subject for row in steps[sequence] if is_edit and _is(row, "U")):
            version = _version(sequence, states[key], keys.cycles[key], names)
            found += [version] if version is not None else []
    return tuple(reversed(found))


def _keys(reader: Reader, initiative_id: str, codes: Collection[str]) -> _Keys:
    """Return the ids of the answers that are there, and those that answers which were undone had or would have."""
    run = reader.connection.execute
    numbers = {row.id: row.number for row in run(select(cycle).where(cycle.c.initiative == initiative_id))}
    there = select(answer.c.id, answer.c.cycle, answer.c.question)
    here = (answer.c.cycle.in_(list(numbers)), answer.c.question.in_(list(codes)))
    rows = [(key, numbers[owner], code) for key, owner, code in run(there.where(*here))]
    number = max(numbers.values(), default=0) + 1
    while _is_noted(reader, cycle_key(initiative_id, number)):
        numbers[cycle_key(initiative_id, number)] = number
        number += 1
    rows += [(answer_key(owner, code), number, code) for owner, number in numbers.items() for code in codes]
    rows.sort(key=lambda row: row[1])
    return _Keys({key: number for key, number, _ in rows}, {key: code for key, _, code in rows})


def _is_noted(reader: Reader, cycle_id: str) -> bool:
    here = (change.c.tab == cycle.name, change.c.subject == cycle_id)
    return reader.connection.scalar(select(change.c.changeset).where(*here).limit(1)) is not None


def _is(row: Row[Any], operation: str) -> bool:
    return bool(row.tab == answer.name and row.operation == operation)


def _events(reader: Reader, steps: Collection[int]) -> list[tuple[int, bool, bool]]:
    """Return, for every time that one of these steps was made, undone or redone: it, whether undone, whether made."""
    rows = reader.connection.execute(
        select(changeset.c.sequence, changeset.c.kind, changeset.c.reverts).order_by(changeset.c.sequence)
    )
    events = [(row.reverts or row.sequence, row.kind == UNDO, row.reverts is None) for row in rows]
    return [event for event in events if event[0] in steps]


def _present(reader: Reader, keys: _Keys) -> dict[str, _State]:
    """Return the answers as they are now."""
    states = {key: _State(None) for key in keys.questions}
    for row in reader.connection.execute(select(answer).where(answer.c.id.in_(list(states)))).mappings():
        states[row["id"]].row = dict(row)
    for table in _LISTS:
        for key, value, position in reader.connection.execute(select(table).where(table.c.answer.in_(list(states)))):
            states[key].lists[table.name][value] = position
    return states


def _rolled_back(
    states: dict[str, _State], events: Iterable[tuple[int, bool, bool]], steps: Mapping[int, list[Row[Any]]]
) -> dict[str, _State]:
    for sequence, is_back, _is_edit in reversed(list(events)):
        _play(states, steps[sequence], is_back=not is_back)
    return states


def _play(states: Mapping[str, _State], rows: list[Row[Any]], *, is_back: bool) -> None:
    for row in reversed(rows) if is_back else rows:
        gone, come = (row.new, row.old) if is_back else (row.old, row.new)
        states[row.subject].exchange(row.tab, gone, come)


def _names(reader: Reader, steps: Mapping[int, list[Row[Any]]]) -> Mapping[str, str]:
    """Return the names of all stakeholders, by id, also of those that came with a step which was undone."""
    names = dict(reader.connection.execute(select(stakeholder.c.id, stakeholder.c.name)).all())
    rows = [row for rows in steps.values() for row in rows if row.tab == answer_stakeholder.name]
    used = {(values_of(answer_stakeholder, row.new or row.old) or {}).get("stakeholder", "") for row in rows}
    here = (change.c.tab == stakeholder.name, change.c.subject.in_(list(used - names.keys())))
    for text in reader.connection.scalars(select(func.coalesce(change.c.new, change.c.old)).where(*here)):
        lost = values_of(stakeholder, text) or {}
        names[lost["id"]] = lost["name"]
    return names


def _version(sequence: int, state: _State, number: int, names: Mapping[str, str]) -> AnswerVersion | None:
    if state.row is None:
        return None
    cites, named = (sorted(state.lists[table.name], key=state.lists[table.name].__getitem__) for table in _LISTS)
    return AnswerVersion(
        sequence=sequence,
        time=state.row["updated"],
        author=state.row["author"],
        text=state.row["text"],
        status=AnswerStatus(state.row["status"]),
        cites=tuple(cites),
        stakeholders=tuple(names[key] for key in named),
        cycle=number,
    )


def _same(one: AnswerVersion, other: AnswerVersion) -> bool:
    return (one.text, one.status, one.cites, one.stakeholders) == (
        other.text,
        other.status,
        other.cites,
        other.stakeholders,
    )
