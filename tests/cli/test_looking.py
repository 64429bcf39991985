"""method and search look things up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.commandline import Refused, Soi

PACK = Path(__file__).resolve().parent.parent.parent / "resources" / "method" / "nq52"


@pytest.mark.parametrize("words", ["chuyển đổi số", "chuyen doi so", "CHUYỂN ĐỔI SỐ", "chuyê\u0309n đổi số"])
def test_a_search_finds_with_accents_and_without(soi: Soi, plan: Path, words: str) -> None:
    hits = soi.json("search", plan, words)
    assert all(set(hit) == {"kind", "place", "text"} for hit in hits)
    assert {"initiative", "answer", "measure", "clause"} <= {hit["kind"] for hit in hits}
    assert {"SOI9", "NQ52.III.8"} <= {hit["place"] for hit in hits}


def test_a_search_finds_what_was_just_written_and_no_longer_what_was_undone(soi: Soi, plan: Path) -> None:
    assert soi.json("search", plan, "khinh khí cầu") == []
    soi("answer", plan, "5", "O1", "Phủ sóng bằng khinh khí cầu")
    assert [hit["place"] for hit in soi.json("search", plan, "khinh khi cau")] == ["SOI5.O1"]
    soi("undo", plan)
    assert soi.json("search", plan, "khinh khí cầu") == []


def test_a_search_for_people_tells_kind_place_and_a_piece_of_text(soi: Soi, plan: Path) -> None:
    soi("answer", plan, "5", "O1", "dòng đầu\nPhủ sóng bằng khinh khí cầu")
    assert soi("search", plan, "khinh khi cau").out == "câu trả lời  SOI5.O1  dòng đầu Phủ sóng bằng khinh khí cầu\n"
    assert soi("search", plan, "khinh khi cau", lang="en").out.startswith("answer  SOI5.O1  ")
    many = soi("search", plan, "a")
    assert len(many.out.splitlines()) == 50
    assert "50 kết quả đầu" in many.err
    assert len(soi.json("search", plan, "a")) > 50


def test_a_search_without_a_find_says_so(soi: Soi, plan: Path, refused: Refused) -> None:
    ran = soi("search", plan, "zzzqqq")
    assert (ran.code, ran.out, ran.err) == (0, "", "Không tìm thấy “zzzqqq”.\n")
    for words in ("", " ", "…?!", '"'):
        assert "Chưa có từ nào để tìm" in refused(3, "search", plan, words)


def test_the_method_for_people_tells_bases_frame_questions_cells_actors_sources_and_errata(soi: Soi) -> None:
    data = soi("method", "--json").json
    for lang in ("vi", "en"):
        shown = soi("method", lang=lang).out
        for part in ("bases", "frame", "steps", "questions", "directions", "targets"):
            assert not [one["code"] for one in data[part] if one["text"][lang] not in shown], part
        assert not [item["code"] for cell in data["cells"] for item in cell["items"] if item["text"][lang] not in shown]
        for part, field in (("actors", "name"), ("sources", "title"), ("errata", "note")):
            assert not [one for one in data[part] if one[field][lang] not in shown], part


def test_a_method_pack_with_gaps_names_all_of_them_and_makes_no_plan(soi: Soi, tmp_path: Path) -> None:
    pack = tmp_path / "bộ phương pháp"
    shutil.copytree(PACK, pack)
    frame = pack / "frame.toml"
    text = frame.read_text(encoding="utf-8")
    frame.write_text(text.replace('code = "F2"', 'code = "F2x"').replace('code = "P3"', 'code = ""'), encoding="utf-8")
    for arguments in (["method"], ["method", "--json"], ["new", tmp_path / "a.soi"]):
        ran = soi(*arguments, "--pack", pack)
        assert (ran.code, ran.out) == (3, "")
        assert "frame.toml" in ran.err
    assert not (tmp_path / "a.soi").exists()
    ran = soi("method", "--pack", tmp_path / "không có")
    assert (ran.code, ran.err.startswith("Không có bộ phương pháp")) == (3, True)
