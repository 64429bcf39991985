"""Comparing the parts of a pack with one another: every gap is named at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.errors import UserError
from models.messages import Sentence
from models.method.pack import MethodPack

_PARTS = ("groups", "bases", "frame_kinds", "frame", "indicators", "targets", "steps", "questions", "key_factors")
_MORE_PARTS = ("directions", "cells", "blocks", "actors", "successors", "errata", "sources", "clauses")
_KINDS = {"body", "collective"}
_ERRATA = {"typing", "repetition", "numbering", "difference"}
_COMPARATORS = {">=", ">", "=", "~", "<=", "<"}
QUESTIONS_A_STEP = 3


def gaps(pack: MethodPack) -> list[UserError | Sentence]:
    """Return a sentence for every missing id, language, figure or reference of a pack; an empty list for a whole one."""
    unread = [error for part in (*_PARTS, *_MORE_PARTS) if (error := _unread(pack, part)) is not None]
    if unread:
        return list(dict.fromkeys(unread))
    found: list[UserError | Sentence] = []
    for check in (_bases, _frame, _targets, _questions, _matrix, _actors, _sources, _errata):
        found.extend(check(pack))
    return found


def _unread(pack: MethodPack, part: str) -> UserError | None:
    try:
        getattr(pack, part)
    except UserError as error:
        return error
    return None


def _missing(file: str, place: str, codes: Iterable[str], known: Iterable[str]) -> Iterator[Sentence]:
    there = set(known)
    for code in codes:
        if code not in there:
            yield Sentence("pack.no_such_code", {"file": file, "place": place, "code": code})


def _bases(pack: MethodPack) -> Iterator[Sentence]:
    for basis in pack.bases.values():
        yield from _missing("bases.toml", basis.code, [basis.group], pack.groups)
        yield from _missing("bases.toml", basis.code, basis.clauses, pack.clauses)
    for group in pack.groups:
        if not any(basis.group == group for basis in pack.bases.values()):
            yield Sentence("pack.empty", {"file": "bases.toml", "code": group})


def _frame(pack: MethodPack) -> Iterator[Sentence]:
    for item in pack.frame.values():
        yield from _missing("frame.toml", item.code, [item.kind], pack.frame_kinds)
        yield from _missing("frame.toml", item.code, item.clauses, pack.clauses)


def _targets(pack: MethodPack) -> Iterator[Sentence]:
    for aim in pack.targets.values():
        yield from _missing("targets.toml", aim.code, [aim.indicator], pack.indicators)
        yield from _missing("targets.toml", aim.code, [aim.clause], pack.clauses)
        yield from _missing("targets.toml", aim.code, [aim.source], pack.sources)
        if aim.comparator is not None:
            yield from _missing("targets.toml", aim.code, [aim.comparator], _COMPARATORS)


def _questions(pack: MethodPack) -> Iterator[Sentence]:
    for question in pack.questions.values():
        yield from _missing("questions.toml", question.code, [question.step], pack.steps)
        yield from _missing("questions.toml", question.code, question.builds_on, pack.questions)
    for step in pack.steps:
        if sum(question.step == step for question in pack.questions.values()) != QUESTIONS_A_STEP:
            yield Sentence("pack.questions", {"file": "questions.toml", "code": step, "number": QUESTIONS_A_STEP})


def _matrix(pack: MethodPack) -> Iterator[Sentence]:
    wanted = [f"{kfa}.{kf}" for kfa in pack.directions for kf in pack.key_factors]
    yield from _missing("matrix.toml", "cell", wanted, pack.cells)
    yield from _missing("matrix.toml", "cell", pack.cells, wanted)
    yield from _missing("pack.toml", "centre", [pack.centre], pack.directions)
    items = {item.code: item for cell in pack.cells.values() for item in cell.items}
    for direction in pack.directions.values():
        yield from _missing("matrix.toml", direction.code, [direction.clause], pack.clauses)
    for item in items.values():
        yield from _missing("matrix.toml", item.code, item.clauses, pack.clauses)
        yield from _missing("matrix.toml", item.code, [item.repeats] if item.repeats else [], items)
    for cell in pack.cells.values():
        if not cell.items:
            yield Sentence("pack.empty", {"file": "matrix.toml", "code": cell.code})


def _actors(pack: MethodPack) -> Iterator[Sentence]:
    for block in pack.blocks.values():
        for duty in block.duties:
            yield from _missing("actors.toml", block.code, duty.clauses, pack.clauses)
    for actor in pack.actors.values():
        yield from _missing("actors.toml", actor.code, [actor.block], pack.blocks)
        yield from _missing("actors.toml", actor.code, [actor.kind], _KINDS)
        yield from _missing("actors.toml", actor.code, actor.clauses, pack.clauses)
    for successor in pack.successors:
        yield from _missing("actors.toml", "successor", [successor.actor, successor.to], pack.actors)
        yield from _missing("actors.toml", "successor", successor.clauses, pack.clauses)


def _sources(pack: MethodPack) -> Iterator[Sentence]:
    yield from _missing("pack.toml", "resolution", [pack.resolution], pack.sources)
    for source in pack.sources.values():
        seen: set[str] = set()
        for clause in source.clauses:
            if clause.code in seen:
                yield Sentence("pack.clause_twice", {"file": f"{source.code}.toml", "code": clause.code})
            seen.add(clause.code)


def _errata(pack: MethodPack) -> Iterator[Sentence]:
    for erratum in pack.errata:
        yield from _missing("errata.toml", erratum.place, [erratum.kind], _ERRATA)
