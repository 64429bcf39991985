"""The pack of Resolution 52 is whole, and says what the analysis and the documents say."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.method import Bilingual, MethodPack, open_pack
from models.method.check import gaps

ANALYSIS = Path(__file__).with_name("analysis.txt")
LEAST_ALIKE = 0.6
"""Share of the words of an item that its clauses, together, must have."""


@pytest.fixture(scope="module")
def pack() -> MethodPack:
    return open_pack("nq52")


def on_one_line(text: str) -> str:
    """Return the text without its marks of emphasis and its line ends."""
    return " ".join(re.sub(r"[*▶]|\\", "", unicodedata.normalize("NFC", text)).split())


def of_the_analysis(pack: MethodPack) -> Iterator[tuple[str, str, Bilingual]]:
    """Yield the place, the verbatim words and the text shown of everything taken from the analysis."""
    kinds = {"basis": (*pack.groups.values(), *pack.bases.values())}
    kinds["frame"] = (*pack.frame_kinds.values(), *pack.frame.values())
    kinds["sot"] = (*pack.steps.values(), *pack.questions.values())
    kinds["block"] = tuple(pack.blocks.values())
    for kind, records in kinds.items():
        for one in records:
            yield f"{kind}:{one.code}", one.original, one.text
    for block in pack.blocks.values():
        for number, duty in enumerate(block.duties, start=1):
            yield f"block:{block.code}.{number}", duty.original, duty.text
    for cell in pack.cells.values():
        if cell.original is not None and cell.text is not None:
            yield cell.code, cell.original, cell.text
        for item in cell.items:
            yield item.code, item.original, item.text
    for one in (*pack.directions.values(), *pack.key_factors.values()):
        yield one.code, one.original, one.text
    for aim in pack.targets.values():
        if aim.source == "PT52":
            yield aim.code, aim.original, aim.text


def test_nothing_is_missing(pack: MethodPack) -> None:
    assert [gap.sentence("en") for gap in gaps(pack)] == []


def test_it_has_as_many_parts_as_the_method_names(pack: MethodPack) -> None:
    assert list(pack.bases) == [f"C{number}" for number in range(1, 13)]
    assert [one.group_code for one in pack.bases.values()] == [f"{group}{n}" for group in "GHT" for n in range(1, 5)]
    assert list(pack.steps) == list("OSMWAC")
    assert Counter(one.step for one in pack.questions.values()) == dict.fromkeys("OSMWAC", 3)
    assert len(pack.cells) == 32
    assert all(cell.items for cell in pack.cells.values())
    assert list(pack.blocks) == ["party", "government", "assembly", "front"]
    assert pack.centre == "KFA1"


def test_the_directions_follow_the_analysis_in_their_numbers_and_the_resolution_in_their_clauses(
    pack: MethodPack,
) -> None:
    clauses = {code: one.clause for code, one in pack.directions.items()}
    assert list(clauses.values()) == [f"NQ52.III.{number}" for number in (8, 1, 2, 6, 4, 5, 3, 7)]


def test_the_resolution_has_eight_directions_with_headings(pack: MethodPack) -> None:
    headings = {clause.code for clause in pack.sources["NQ52"].clauses if clause.title is not None}
    assert {f"NQ52.III.{number}" for number in range(1, 9)} <= headings


def test_decision_2289_has_its_57_tasks_of_20_bodies(pack: MethodPack) -> None:
    tasks = [
        clause.code for clause in pack.sources["QD2289"].clauses if re.fullmatch(r"QD2289\.IV\.\d+\.\d+", clause.code)
    ]
    assert len(tasks) == 57
    assert {int(code.split(".")[2]) for code in tasks} == set(range(1, 21))
    bodies = {code: one for code, one in pack.actors.items() if any(c.startswith("QD2289.IV.") for c in one.clauses)}
    charged = {int(c.split(".")[2]): one for one in bodies.values() for c in one.clauses if c.startswith("QD2289.IV.")}
    assert set(charged) == set(range(1, 21))
    assert {number for number, one in charged.items() if one.kind == "collective"} == {19, 20}
    assert all(charged[number].members for number in (19, 20))


def test_every_original_stands_word_for_word_in_the_analysis(pack: MethodPack) -> None:
    analysis = on_one_line(ANALYSIS.read_text(encoding="utf-8"))
    assert [place for place, original, _ in of_the_analysis(pack) if on_one_line(original) not in analysis] == []


def test_every_difference_between_the_analysis_and_what_is_shown_is_an_erratum(pack: MethodPack) -> None:
    for place, original, text in of_the_analysis(pack):
        mended = original
        for erratum in pack.errata:
            if erratum.place == place and erratum.kind == "typing":
                assert erratum.was in mended, place
                mended = mended.replace(erratum.was, erratum.now)
        assert mended == text.vi, place


def test_every_difference_in_a_clause_is_an_erratum_of_it_or_of_the_record_that_restates_it(pack: MethodPack) -> None:
    for source in pack.sources.values():
        typing = [
            (one.was, one.now)
            for one in pack.errata
            if one.kind == "typing" and (source.code == "PT52" or one.place.startswith(f"{source.code}."))
        ]
        for clause in source.clauses:
            if clause.original is not None:
                mended = clause.original
                for was, now in typing:
                    mended = mended.replace(was, now)
                assert mended.rstrip(".;") == clause.text.rstrip(".;"), clause.code  # PT52.I.IV.2: its erratum says so


def test_every_erratum_speaks_of_words_that_are_there(pack: MethodPack) -> None:
    places = {place: (original, text.vi) for place, original, text in of_the_analysis(pack)}
    for erratum in pack.errata:
        if erratum.place in places:
            original, text = places[erratum.place]
            assert erratum.was in original, erratum.place
            assert erratum.now in text, erratum.place


def test_the_item_that_the_analysis_repeats_is_kept_and_counted_once(pack: MethodPack) -> None:
    items = {item.code: item for cell in pack.cells.values() for item in cell.items}
    assert {code: item.repeats for code, item in items.items() if item.repeats} == {"KFA3.KF1.4": "KFA3.KF1.3"}
    assert items["KFA3.KF1.4"].original == items["KFA3.KF1.3"].original
    assert "KFA3.KF1.4" in {one.place for one in pack.errata if one.kind == "repetition"}
    originals = Counter(item.original for item in items.values() if not item.repeats)
    assert set(originals.values()) == {1}


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_every_item_says_what_its_clauses_say(pack: MethodPack) -> None:
    for cell in pack.cells.values():
        for item in cell.items:
            words = words_of(item.text.vi)
            cited = words_of(" ".join(pack.clauses[code] for code in item.clauses))
            blocks = difflib.SequenceMatcher(None, words, cited, autojunk=False).get_matching_blocks()
            assert sum(block.size for block in blocks) >= LEAST_ALIKE * len(words), item.code


def test_every_basis_restates_the_sentences_it_cites(pack: MethodPack) -> None:
    for basis in pack.bases.values():
        words = words_of(basis.text.vi)
        cited = words_of(" ".join(pack.clauses[code] for code in basis.clauses))
        assert difflib.SequenceMatcher(None, words, cited, autojunk=False).ratio() > 0.8, basis.code


def test_successors_hold_from_2025_and_per_task_where_they_differ(pack: MethodPack) -> None:
    default = {one.actor: one.to for one in pack.successors if not one.clauses}
    ministries = {"BKHĐT": "BTC", "BTTTT": "BKHCN", "BLĐTBXH": "BNV", "BNNPTNT": "BNNMT", "BTNMT": "BNNMT"}
    assert default.items() >= {**ministries, "BGTVT": "BXD", "UBQLV": "BTC"}.items()
    for one in pack.successors:
        government = pack.actors[one.actor].block == "government" and not one.actor.startswith("BCSĐ")
        assert one.day == date(2025, 3, 1) if government else one.day.year == 2025, one.actor
        assert one.to not in default, "a successor that was itself followed"
    by_task = {code: one.to for one in pack.successors for code in one.clauses}
    assert by_task["QD2289.IV.5.2"] == "BGDĐT"
    assert "BCA" in by_task.values()


def test_documents_known_through_news_are_marked_and_told_in_both_languages(pack: MethodPack) -> None:
    assert {code for code, one in pack.sources.items() if one.secondary} == {"NQ50", "NQ03"}
    assert next(iter(pack.sources)) == "NQ52"
    for code in ("NQ50", "NQ03"):
        assert all(clause.en for clause in pack.sources[code].clauses)


def test_every_text_is_composed_and_english_is_not_a_copy_of_the_vietnamese(pack: MethodPack) -> None:
    for place, _, text in of_the_analysis(pack):
        assert unicodedata.is_normalized("NFC", text.vi)
        assert text.vi != text.en, place
        assert not re.search(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", text.en), place


def test_figures_have_a_comparator_and_a_unit_and_qualitative_aims_their_evidence(pack: MethodPack) -> None:
    for aim in pack.targets.values():
        assert (aim.comparator is None) == (aim.value is None) == (aim.evidence is not None), aim.code
        assert aim.year in (2025, 2030, 2045), aim.code
    assert {aim.source for aim in pack.targets.values()} >= {"NQ52", "QD2289", "PT52"}
