"""Comparing the parts of a pack with one another: every gap is named at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from models.errors import UserError
from models.messages import Sentence
from models.method.pack import MethodPack

_PARTS = tuple(name for name, value in vars(MethodPack).items() if isinstance(value, cached_property))
_KINDS = {"body", "collective"}
_ERRATA = {"typing", "repetition", "numbering", "difference"}
_COMPARATORS = {">=", ">", "=", "~", "<=", "<"}
_TARGETS = {"figure", "qualitative"}
_DIRECTIONS = {"up", "down", "none"}
_STATUSES = {"in_force", "ended", "unknown"}
QUESTIONS_A_STEP = 3


def gaps(pack: MethodPack) -> list[UserError | Sentence]:
    """Return a sentence for every missing id, language, figure or reference of a pack; none for a whole one."""
    unread = [error for part in _PARTS if (error := _unread(pack, part)) is not None]
    if unread:
        return list({error.sentence("en"): error for error in unread}.values())
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


def _gap(file: str, key: str) -> Sentence:
    return Sentence("pack.gap", {"file": file, "key": key})


def _numbered(file: str, part: str, prefix: str, rows: Iterable[tuple[str, int]]) -> Iterator[Sentence]:
    """Yield a sentence for every code that is not the prefix and the record's number."""
    for code, number in rows:
        if code != f"{prefix}{number}":
            yield _gap(file, f"{part} {code}.number")


def _bases(pack: MethodPack) -> Iterator[Sentence]:
    for basis in pack.bases.values():
        if not (basis.code.startswith("C") and basis.code[1:].isdecimal()):
            yield _gap("bases.toml", f"basis {basis.code}.code")
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
    for indicator in pack.indicators.values():
        yield from _missing("targets.toml", indicator.code, [indicator.direction], _DIRECTIONS)
    for aim in pack.targets.values():
        yield from _missing("targets.toml", aim.code, [aim.kind], _TARGETS)
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
    yield from _numbered("matrix.toml", "kfa", "KFA", ((one.code, one.number) for one in pack.directions.values()))
    yield from _numbered("matrix.toml", "kf", "KF", ((one.code, one.number) for one in pack.key_factors.values()))
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
        if (cell.original is None) != (cell.text is None):
            yield _gap("matrix.toml", f"cell {cell.code}.{'text' if cell.text is None else 'original'}")


def _actors(pack: MethodPack) -> Iterator[Sentence]:
    for block in pack.blocks.values():
        for duty in block.duties:
            yield from _missing("actors.toml", block.code, duty.clauses, pack.clauses)
    for actor in pack.actors.values():
        yield from _missing("actors.toml", actor.code, [actor.block], pack.blocks)
        yield from _missing("actors.toml", actor.code, [actor.kind], _KINDS)
        yield from _missing("actors.toml", actor.code, actor.clauses, pack.clauses)
        if (actor.kind == "collective") != bool(actor.members):
            yield _gap("actors.toml", f"actor {actor.code}.members")
    taken: set[tuple[str, str]] = set()
    for successor in pack.successors:
        for code in successor.clauses or ("",):
            if (successor.actor, code) in taken:
                yield Sentence(
                    "pack.twice", {"file": "actors.toml", "code": f"successor {successor.actor} {code}".strip()}
                )
            taken.add((successor.actor, code))
        yield from _missing("actors.toml", "successor", [successor.actor, successor.to], pack.actors)
        yield from _missing("actors.toml", "successor", successor.clauses, pack.clauses)


def _sources(pack: MethodPack) -> Iterator[Sentence]:
    yield from _missing("pack.toml", "resolution", [pack.resolution], pack.sources)
    for source in pack.sources.values():
        file = f"{source.code}.toml"
        yield from _missing(file, "document", [source.status], _STATUSES)
        seen = {source.code}
        for clause in source.clauses:
            if clause.code in seen:
                yield Sentence("pack.clause_twice", {"file": file, "code": clause.code})
            yield from _missing(file, clause.code, [clause.code.rpartition(".")[0]], seen)
            seen.add(clause.code)
            if clause.title is None and not clause.sentences:
                yield _gap(file, f"clause {clause.code}.sentences")
            if source.secondary and clause.en is None:
                yield _gap(file, f"clause {clause.code}.en")


def _errata(pack: MethodPack) -> Iterator[Sentence]:
    for erratum in pack.errata:
        yield from _missing("errata.toml", erratum.place, [erratum.kind], _ERRATA)
