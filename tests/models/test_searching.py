"""Everything a plan says is found without accents, whatever is typed into the search box."""

from __future__ import annotations

import sqlite3
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.editing import answers, cycles, dependencies, measures
from models.editing.measures import MeasureFields
from models.errors import UserError
from models.plan import DependencyKind
from models.reading import initiatives as reading
from models.search import RANKED, Hit, Index, entries, open_index, snippet
from models.store import files
from models.store.plan import Plan
from models.text import fold
from tests.models.test_text import LETTERS


def index_of(*texts: str) -> Index:
    index = Index()
    index.build(Hit("answer", f"SOI{number}.O1", text) for number, text in enumerate(texts, start=1))
    return index


def found(index: Index, words: str, limit: int = 50) -> list[str]:
    return [hit.text for hit in index.find(words, limit)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_accented_letter_is_found_without_its_accents(form: str) -> None:
    words = {letter: unicodedata.normalize(form, f"xin{letter}yz") for letter in LETTERS}
    index = index_of(*(f"trước {word} sau" for word in words.values()))
    for letter, word in words.items():
        plain = "xin" + fold(letter) + "yz"
        assert plain.isascii()
        assert f"trước {word} sau" in found(index, plain, 200)
        assert f"trước {word} sau" in found(index, plain.upper(), 200)
        assert f"trước {word} sau" in found(index, unicodedata.normalize("NFD", word), 200)


@pytest.mark.parametrize("words", ["", "   ", '"', "-", "***", "( )", "\n", "—", "“”"])
def test_looking_for_nothing_is_refused_with_a_sentence(words: str) -> None:
    with pytest.raises(UserError) as refused:
        index_of("một").find(words)
    assert refused.value.message_id == "search.nothing"


@pytest.mark.parametrize(
    "words",
    ['C++ "lập trình"', "-tư", "NOT tư", "tư AND OR", 'a" OR text:"b', "NEAR(tư)", "^tư", "tư*", "{a} : b", "²"],
)
def test_quotes_and_operators_are_only_words(words: str) -> None:
    index = index_of('Viết C++ "lập trình" (2)', "đầu tư", "tư and or")
    assert all(fold(words.split()[-1].strip('*"-^()')) in fold(text) for text in found(index, words))


@given(st.text(max_size=30))
def test_nothing_that_can_be_typed_breaks_the_search(words: str) -> None:
    index = index_of("đầu tư", words)
    try:
        index.find(words)
    except UserError:
        pass
    finally:
        index.close()


def test_the_last_word_may_go_on_and_the_others_may_not() -> None:
    index = index_of("chuyển đổi số", "chuyên gia đô thị")
    assert found(index, "chuyen d") == ["chuyển đổi số", "chuyên gia đô thị"]
    assert found(index, "chuyen do") == ["chuyển đổi số", "chuyên gia đô thị"]
    assert found(index, "chuyen doi s") == ["chuyển đổi số"]
    assert found(index, "chuy doi") == []


def test_every_word_must_be_there() -> None:
    assert found(index_of("dữ liệu mở", "dữ liệu đóng"), "mo du lieu") == ["dữ liệu mở"]


def test_the_best_come_first_up_to_a_number_of_hits_and_beyond_it_the_order_of_the_plan() -> None:
    long_then_short = ["dữ liệu " + "khác " * 50, "dữ liệu"]
    assert found(index_of(*long_then_short), "du lieu") == long_then_short[::-1]
    many = index_of(*long_then_short, *(f"dữ liệu {number}" for number in range(RANKED)))
    assert found(many, "du lieu", 2) == long_then_short


def test_no_more_are_returned_than_are_asked_for() -> None:
    assert len(found(index_of(*["đất nước"] * 9), "dat", 4)) == 4


def test_a_place_is_found_by_its_code(plan: Plan) -> None:
    owner = plan.read(reading.find, "SOI5")
    plan.edit("answer.write", answers.write, owner, "O1", "một")
    assert "SOI5.O1" in [hit.place for hit in plan.read(look, "soi5.o1")]


def look(reader: object, words: str) -> list[Hit]:
    index = Index()
    index.build(entries(reader))  # type: ignore[arg-type]
    hits = index.find(words)
    index.close()
    return hits


def test_everything_planners_write_is_found_and_old_cycles_are_not(plan: Plan) -> None:
    one, two = (plan.read(reading.find, code) for code in ("SOI1", "SOI2"))
    plan.edit("answer.write", answers.write, one, "O1", "zebra vòng cũ")
    plan.edit("cycle.close", cycles.close, one)
    plan.edit("cycle.start", cycles.start, one)
    plan.edit("answer.write", answers.write, one, "O1", "zebra câu trả lời")
    plan.edit("answer.write", answers.write, one, "O", "zebra kết luận")
    made = plan.edit("measure.add", measures.add, one, 3, 2, MeasureFields(text="việc", product="zebra")).result
    plan.edit("dependency.write", dependencies.write, one, two, DependencyKind.ENABLES, 1, "vì zebra")
    hits = {(hit.kind, hit.place) for hit in plan.read(look, "zebra")}
    written = {("answer", "SOI1.O1"), ("conclusion", "SOI1.O"), ("measure", f"SOI1.KFA3.KF2#{made}")}
    assert hits == written | {("dependency", "SOI1 → SOI2")}
    assert "cũ" not in " ".join(hit.text for hit in plan.read(look, "zebra"))
    assert ("clause", "QD2289.IV.3.2") in {(hit.kind, hit.place) for hit in plan.read(look, "QD2289.IV.3.2")}


def kept(plan: Plan, words: str) -> list[Hit]:
    index = plan.read(lambda reader: open_index("plan", plan.file_digest(), entries(reader)))
    hits = index.find(words)
    index.close()
    return hits


def test_the_kept_index_is_used_until_the_plan_changes(plan: Plan) -> None:
    assert kept(plan, "zebra") == []
    path = files.cache_folder("search") / "plan.sqlite"
    made = path.stat().st_mtime_ns
    assert kept(plan, "zebra") == []
    assert path.stat().st_mtime_ns == made
    plan.edit("answer.write", answers.write, plan.read(reading.find, "SOI1"), "O1", "zebra")
    assert [hit.place for hit in kept(plan, "zebra")] == ["SOI1.O1"]
    assert [file.name for file in path.parent.iterdir()] == ["plan.sqlite"]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 2000])
def test_an_index_that_is_damaged_is_made_anew(plan: Plan, content: bytes) -> None:
    (files.cache_folder("search") / "plan.sqlite").write_bytes(content)
    assert "QD2289.IV.3.2" in {hit.place for hit in kept(plan, "QD2289.IV.3.2")}


def test_where_nothing_can_be_kept_the_index_is_made_in_memory(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a file"))
    assert kept(plan, "QD2289.IV.3.2")


def test_the_plan_file_holds_no_index(plan: Plan) -> None:
    kept(plan, "zebra")
    plan.edit("answer.write", answers.write, plan.read(reading.find, "SOI1"), "O1", "zebra")
    plan.publish()
    connection = sqlite3.connect(plan.path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    connection.close()
    assert not [name for name in names if "folded" in name or "shown" in name]


def test_a_snippet_shows_the_first_word_found_on_one_line() -> None:
    text = "đầu " * 60 + "\nchuyển đổi số " + "cuối " * 60
    piece = snippet(text, "chuyen doi", 60)
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert "chuyển đổi số" in piece
    assert len(piece) <= 61
