"""Whatever is missing or wrong in a pack is named by its file and its key; nothing is a traceback."""

from __future__ import annotations

import copy
import json
import shutil
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models.errors import UserError
from models.method import pack
from models.method.check import gaps
from models.method.pack import SHIPPED, MethodPack, open_pack

PACK = SHIPPED / "nq52"
FILES = sorted(path.relative_to(PACK).as_posix() for path in PACK.rglob("*.toml"))
MAY_BE_LEFT_OUT = {"group", "names_stakeholders", "repeats", "original", "number", "date", "text"}
"""Keys that some records have and others have not: without one the pack may still be whole."""
SAMPLE = 4
"""Records of each list whose keys are taken away one by one in `make test`; `make soak` takes all."""


def toml(value: Any) -> str:
    """Return a value as TOML writes it, tables inline."""
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {toml(one)}" for key, one in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


@pytest.fixture(autouse=True)
def untouched_files_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of packs differ in one file each: reading the others anew would take minutes."""
    monkeypatch.setattr(
        pack, "open_table", lambda path: _parsed(path, path.stat().st_mtime_ns) if path.is_file() else _open(path)
    )


_open = pack.open_table
_parsed = lru_cache(maxsize=64)(lambda path, _moment: _open(path))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(PACK, tmp_path_factory.mktemp("pack") / "nq52"))


def what_is_said(folder: Path, file: str, content: dict[str, Any]) -> list[str]:
    """Return what is said of the pack when one of its files has other content; the file is put back."""
    path = folder / file
    kept = path.read_bytes()
    path.write_text("\n".join(f"{key} = {toml(value)}" for key, value in content.items()), encoding="utf-8")
    try:
        return [gap.sentence("en") for gap in gaps(MethodPack(folder))]
    except UserError as error:
        return [error.sentence("en")]
    finally:
        path.write_bytes(kept)


def places(content: dict[str, Any], sample: int = SAMPLE) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Yield the way to each key of `sample` records a list, both languages included, and the code of the record."""
    for key, value in content.items():
        yield (key,), ""
        rows = value if isinstance(value, list) else [value]
        for number in Random(52).sample(range(len(rows)), min(sample, len(rows))):
            way = (key, number) if isinstance(value, list) else (key,)
            if isinstance(rows[number], dict):
                yield from within(way, rows[number], str(rows[number].get("code", "")))


def within(way: tuple[Any, ...], row: dict[str, Any], code: str) -> Iterator[tuple[tuple[Any, ...], str]]:
    for key, value in row.items():
        yield (*way, key), code
        if isinstance(value, dict):
            yield from within((*way, key), value, code)


def changed(content: dict[str, Any], way: tuple[Any, ...], *value: Any) -> dict[str, Any]:
    """Return the content with another value at the end of the way, or without it."""
    content = copy.deepcopy(content)
    row: Any = content
    for step in way[:-1]:
        row = row[step]
    if value:
        row[way[-1]] = value[0]
    else:
        del row[way[-1]]
    return content


def read(file: str) -> dict[str, Any]:
    return tomllib.loads((PACK / file).read_text(encoding="utf-8"))


def test_the_whole_pack_has_no_gap_when_it_is_written_anew(folder: Path) -> None:
    for file in FILES:
        assert what_is_said(folder, file, read(file)) == []


@pytest.mark.parametrize("file", FILES)
def test_a_key_that_is_missing_is_named_with_its_file(folder: Path, file: str) -> None:
    without_each_key(folder, file, SAMPLE)


@pytest.mark.soak
@pytest.mark.parametrize("file", FILES)
def test_any_key_that_is_missing_is_named_with_its_file(folder: Path, file: str) -> None:
    without_each_key(folder, file, 1000)


def without_each_key(folder: Path, file: str, sample: int) -> None:
    """Take one key away at a time; what is said names the file and the key."""
    content = read(file)
    for way, code in places(content, sample):
        said = what_is_said(folder, file, changed(content, way))
        key = str(way[-1])
        if not said:
            assert key in MAY_BE_LEFT_OUT, way
            continue
        assert any(Path(file).name in sentence for sentence in said), (way, said)
        named = [sentence for sentence in said if key in sentence or (code and code in sentence)]
        assert named or key in ("code", "clause", "clauses", "sentences"), (way, said)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("value", [0.5, True, [[]], {"vi": 1}, "", " "], ids=repr)
def test_a_value_of_another_kind_is_named_with_its_file(folder: Path, file: str, value: Any) -> None:
    content = read(file)
    chosen = list(places(content))
    for way, _ in Random(7).sample(chosen, min(5, len(chosen))):
        said = what_is_said(folder, file, changed(content, way, value))
        is_as_good = (
            (value is True and way[-1] in ("secondary", "confirmed"))
            or (value == 0.5 and way[-1] == "value")
            or (value in ("", " ") and way[-2:-1] == ("unit",))
        )
        assert is_as_good or any(Path(file).name in sentence for sentence in said), (way, said)


@pytest.mark.parametrize(
    ("file", "way", "value", "named"),
    [
        ("bases.toml", ("basis", 0, "group"), "Z", ["bases.toml", "C1", "Z"]),
        ("bases.toml", ("basis", 0, "clauses"), ["NQ52.I.9.9"], ["bases.toml", "C1", "NQ52.I.9.9"]),
        ("bases.toml", ("basis", 0, "code"), 7, ["bases.toml", "basis [1].code"]),
        ("bases.toml", ("basis", 0, "code"), "B1", ["bases.toml", "basis B1.code"]),
        ("bases.toml", ("basis", 0, "code"), "C2", ["bases.toml", "C2"]),
        ("bases.toml", ("basis", 0, "text", "en"), "", ["bases.toml", "basis C1.text.en"]),
        ("frame.toml", ("item", 0, "kind"), "Q", ["frame.toml", "Q"]),
        ("targets.toml", ("target", 0, "indicator"), "x", ["targets.toml", "x"]),
        ("targets.toml", ("target", 0, "kind"), "figur", ["targets.toml"]),
        ("targets.toml", ("indicator", 0, "direction"), "left", ["targets.toml", "left"]),
        ("targets.toml", ("target", 0, "year"), 10**30, ["targets.toml", "year"]),
        ("questions.toml", ("question", 0, "step"), "Z", ["questions.toml", "Z"]),
        ("questions.toml", ("question", 0, "builds_on"), ["O9"], ["questions.toml", "O1", "O9"]),
        ("questions.toml", ("question", 0, "example", "G", "vi"), "", ["questions.toml", "example.G.vi"]),
        ("matrix.toml", ("kfa", 0, "number"), 9, ["matrix.toml", "kfa KFA1.number"]),
        ("matrix.toml", ("item", 0, "repeats"), "KFA9", ["matrix.toml", "KFA9"]),
        ("actors.toml", ("actor", 0, "block"), "x", ["actors.toml", "x"]),
        ("actors.toml", ("successor", 0, "to"), "x", ["actors.toml", "successor", "x"]),
        ("actors.toml", ("actor", 0, "members"), 5, ["actors.toml", "members"]),
        ("errata.toml", ("erratum", 0, "kind"), "x", ["errata.toml", "x"]),
        ("pack.toml", ("centre",), "KFA9", ["pack.toml", "KFA9"]),
        ("sources/NQ52.toml", ("clause", 1, "code"), "NQ52.X.Y.1", ["NQ52.toml", "NQ52.X.Y"]),
    ],
)
def test_a_code_or_figure_that_is_wrong_is_named(
    folder: Path, file: str, way: tuple[Any, ...], value: Any, named: list[str]
) -> None:
    said = what_is_said(folder, file, changed(read(file), way, value))
    assert any(all(name in sentence for name in named) for sentence in said), said


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_missing_or_no_toml_is_named(tmp_path: Path, file: str) -> None:
    folder = Path(shutil.copytree(PACK, tmp_path / "nq52"))
    for content in (b"a = ", b"\xff\xfe", b"a = " + b"[" * 5000, b"a = " + b"9" * 5000, b"a = 2025-02-30"):
        (folder / file).write_bytes(content)
        assert_named(folder, file)
    (folder / file).unlink()
    if file not in ("sources/NQ03.toml", "sources/NQ50.toml"):  # nothing of the method rests on these two
        assert_named(folder, file)
    (folder / file).mkdir()
    assert_named(folder, file)


def assert_named(folder: Path, file: str) -> None:
    try:
        said = [gap.sentence("en") for gap in gaps(MethodPack(folder))]
    except UserError as error:
        said = [error.sentence("en")]
    whole_source = file.startswith("sources/") and not (folder / file).exists()
    assert any((Path(file).stem if whole_source else file.split("/")[-1]) in sentence for sentence in said), said


def test_a_pack_that_is_not_there_is_refused_with_the_names_of_those_that_ship() -> None:
    with pytest.raises(UserError) as refused:
        open_pack("nq53")
    assert "nq52" in refused.value.sentence("vi")


def test_the_same_gap_is_said_once(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(PACK, tmp_path / "nq52"))
    (folder / "matrix.toml").unlink()
    assert len(gaps(MethodPack(folder))) == 1
