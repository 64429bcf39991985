"""A method pack: each part is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from models.errors import UserError
from models.method import readers
from models.method.records import (
    Actor,
    Basis,
    Bilingual,
    Block,
    Cell,
    Clause,
    Erratum,
    FrameItem,
    Group,
    Indicator,
    KeyFactor,
    PolicyDirection,
    Question,
    Source,
    Step,
    Successor,
    Target,
)
from models.method.table import Table, open_table
from models.store import files

KEPT = "packs"
SHIPPED = Path(__file__).resolve().parent.parent.parent / "resources" / "method"
_Record = TypeVar("_Record")


class MethodPack:
    """The reference data of one resolution, from the folder `folder`.

    A part is read, and a gap in it named, when it is first used; models.method.check reads and compares them all.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        head = open_table(folder / "pack.toml")
        self.id = head.string("id")
        self.version = head.integer("version")
        self.title: Bilingual = head.bilingual("title")
        self.resolution = head.string("resolution")
        self.centre = head.string("centre")

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """The groups of basis statements by code: G, H, T."""
        return self._part("bases.toml", "group", readers.group)

    @cached_property
    def bases(self) -> Mapping[str, Basis]:
        """The basis statements by code: C1…C12."""
        return self._part("bases.toml", "basis", readers.basis)

    @cached_property
    def frame_kinds(self) -> Mapping[str, Group]:
        """The kinds of frame items by code: F, P, K."""
        return self._part("frame.toml", "kind", readers.group)

    @cached_property
    def frame(self) -> Mapping[str, FrameItem]:
        """Viewpoints, goals and vision by code: F1, P1, K1…."""
        return self._part("frame.toml", "item", readers.frame_item)

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """What the documents' targets measure, by code."""
        return self._part("targets.toml", "indicator", readers.indicator)

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """The documents' targets by code, one record for each source."""
        return self._part("targets.toml", "target", readers.target)

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """The six steps by code: O S M W A C."""
        return self._part("questions.toml", "step", readers.step)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The eighteen questions by code: O1…C3."""
        groups = tuple(self.groups)
        return self._part("questions.toml", "question", lambda row: readers.question(row, groups))

    @cached_property
    def key_factors(self) -> Mapping[str, KeyFactor]:
        """The four columns of the matrix by code: KF1…KF4."""
        return self._part("matrix.toml", "kf", readers.key_factor)

    @cached_property
    def directions(self) -> Mapping[str, PolicyDirection]:
        """The eight rows of the matrix by code: KFA1…KFA8."""
        return self._part("matrix.toml", "kfa", readers.direction)

    @cached_property
    def cells(self) -> Mapping[str, Cell]:
        """The thirty-two cells by code: KFA1.KF1…."""
        table = open_table(self.folder / "matrix.toml")
        items = table.tables("item", readers.cell_item)
        return _by_code("matrix.toml", table.tables("cell", lambda row: readers.cell(row, items)))

    @cached_property
    def blocks(self) -> Mapping[str, Block]:
        """The four blocks of actors by code."""
        return self._part("actors.toml", "block", readers.block)

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Bodies and collectives by symbol."""
        return self._part("actors.toml", "actor", readers.actor)

    @cached_property
    def successors(self) -> tuple[Successor, ...]:
        """Who follows whom, from which day on."""
        return open_table(self.folder / "actors.toml").tables("successor", readers.successor)

    @cached_property
    def errata(self) -> tuple[Erratum, ...]:
        """Every place where what is shown differs from the source."""
        return open_table(self.folder / "errata.toml").tables("erratum", readers.erratum)

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Words that say nothing of what a text is about, as they are written."""
        return frozenset(open_table(self.folder / "words.toml").strings("stop"))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The source documents by code, highest rank first."""
        files = sorted((self.folder / "sources").glob("*.toml"))
        if not files:
            raise UserError("pack.file_missing", file=str(self.folder / "sources"))
        sources = sorted((readers.source(open_table(file)) for file in files), key=lambda s: (s.rank, s.code))
        return {source.code: source for source in sources}

    @cached_property
    def clauses(self) -> Mapping[str, str]:
        """The text of every clause of every source by code, sentences included."""
        texts: dict[str, str] = {}
        for source in self.sources.values():
            for clause in source.clauses:
                texts[clause.code] = clause.text
                texts.update(sentence_codes(clause))
        return texts

    def builds_on(self, code: str) -> tuple[str, ...]:
        """Return the questions that a question builds on; the conclusion of a step builds on those of the step."""
        if code in self.questions:
            return self.questions[code].builds_on
        return tuple(question.code for question in self.questions.values() if question.step == code)

    def _part(self, file: str, key: str, read: Callable[[Table], _Record]) -> Mapping[str, _Record]:
        return _by_code(file, open_table(self.folder / file).tables(key, read))


def sentence_codes(clause: Clause) -> dict[str, str]:
    """Return each sentence of a paragraph under its code: the paragraph's and one number more, from 1."""
    return {f"{clause.code}.{number}": text for number, text in enumerate(clause.sentences, start=1)}


def open_pack(name: str) -> MethodPack:
    """Return the pack `name` (nq52), shipped or kept, or the pack in the folder `name`; raises UserError if none is."""
    for folder in (SHIPPED / name, files.data_folder(KEPT) / name, Path(name)):
        if (folder / "pack.toml").is_file():
            return MethodPack(folder)
    shipped = ", ".join(sorted(folder.parent.name for folder in SHIPPED.glob("*/pack.toml")))
    raise UserError("pack.unknown", name=name, shipped=shipped)


def keep_pack(pack: MethodPack) -> None:
    """Keep a copy of a pack that does not ship, so that plans made with it find it by its id."""
    if pack.folder.parent not in (SHIPPED, files.data_folder(KEPT)):
        files.copy_folder(pack.folder, files.data_folder(KEPT) / pack.id)


def _by_code(file: str, records: tuple[_Record, ...]) -> Mapping[str, _Record]:
    by_code: dict[str, _Record] = {}
    for record in records:
        code: str = record.code  # type: ignore[attr-defined]
        if code in by_code:
            raise UserError("pack.twice", file=file, code=code)
        by_code[code] = record
    return by_code
