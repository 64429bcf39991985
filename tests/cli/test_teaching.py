"""answer, cycle, initiative and measure: comments, history, stakeholders, cycles beside each other, putting away."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commandline import Refused, Soi


def test_an_answer_is_given_citations_stakeholders_and_a_comment_in_one_step(soi: Soi, plan: Path) -> None:
    steps = len(soi.json("log", plan))
    given = ["--stakeholder", "Hộ cận nghèo", "--stakeholder", "doanh nghiệp viễn thông", "--cites", "NQ52.III.3.1"]
    assert soi("answer", plan, "5", "A1", "Ba địa bàn.", *given, "--comment", "Còn thiếu hải đảo.").code == 0
    kept = soi.initiative(plan)["answers"]["A1"]
    assert (kept["text"], kept["cites"]) == ("Ba địa bàn.", ["NQ52.III.3.1"])
    assert kept["stakeholders"] == ["Hộ cận nghèo", "Doanh nghiệp viễn thông"]
    (comment,) = kept["comments"]
    assert (comment["text"], comment["author"]) == ("Còn thiếu hải đảo.", "Nguyễn Thị Kế Hoạch")
    assert (comment["resolved"], comment["resolver"], comment["cycle"]) == (None, "", 1)
    assert len(soi.json("log", plan)) == steps + 1
    assert soi("answer", plan, "5", "A1", "--stakeholder", "", "--cites", "").code == 0
    kept = soi.initiative(plan)["answers"]["A1"]
    assert (kept["text"], kept["stakeholders"], kept["cites"]) == ("Ba địa bàn.", [], [])


def test_a_comment_alone_leaves_the_answer_and_is_shown_beneath_it(soi: Soi, plan: Path) -> None:
    before = soi.initiative(plan)["answers"]["O1"]
    assert soi("answer", plan, "5", "O1", "--comment", "-", given="Nêu rõ năm gốc.\n".encode()).code == 0
    after = soi.initiative(plan)["answers"]["O1"]
    assert [one["text"] for one in after.pop("comments")] == ["Nêu rõ năm gốc."]
    assert after == {name: value for name, value in before.items() if name != "comments"}
    assert soi.json("log", plan)[0]["label"] == "comment.add"
    shown = soi("show", plan, "--soi", "5").out
    assert "vòng 1: Nêu rõ năm gốc." in shown
    assert "vòng 1 (đã giải quyết: Tổ soạn thảo kế hoạch" in shown


def test_the_history_of_an_answer_is_shown_newest_first(soi: Soi, plan: Path) -> None:
    first = soi.initiative(plan)["answers"]["O1"]["text"]
    soi("answer", plan, "5", "O1", "Một")
    soi("undo", plan)
    soi("answer", plan, "5", "O1", "Hai", "--status", "discuss")
    found = soi.json("answer", plan, "5", "o1", "--history")
    assert [one["text"] for one in found] == ["Hai", "Một", first]
    assert found[0]["status"] == "discuss"
    assert [one["cycle"] for one in found] == [1, 1, 1]
    shown = soi("answer", plan, "5", "O1", "--history").out
    assert shown.index("Hai") < shown.index("Một") < shown.index(first)
    assert "Nguyễn Thị Kế Hoạch · vòng SOT 1" in shown


def test_two_cycles_are_compared_word_by_word(soi: Soi, plan: Path, refused: Refused) -> None:
    assert "mới có một vòng SOT" in refused(3, "cycle", plan, "5", "compare")
    assert "--with và --json chỉ dùng" in refused(2, "cycle", plan, "5", "close", "--with", "1")
    soi("answer", plan, "5", "O1", "Phủ sóng 5G toàn quốc.", "--cites", "NQ52.III.3.1")
    soi("cycle", plan, "5", "close", "--why", "Hội thảo đã thống nhất")
    soi("cycle", plan, "5", "new")
    assert "Hai vòng giống nhau." in soi("cycle", plan, "5", "compare").out
    soi("answer", plan, "5", "O1", "Phủ sóng 6G toàn quốc.", "--status", "discuss", "--cites", "QD2289.IV.3.2")
    shown = soi("cycle", plan, "5", "compare", "--with", "1").out
    assert "Phủ sóng [-5G-]{+6G+} toàn quốc." in shown
    assert "xong → cần trao đổi" in shown
    assert "[[-NQ52.III.3.1-]; {+QD2289.IV.3.2+}]" in shown
    assert "Hội thảo đã thống nhất" in shown
    whole = soi.json("cycle", plan, "5", "compare")
    assert (whole["first"]["number"], whole["second"]["closed"]) == (1, None)
    changed = [one for one in whole["answers"] if one["changed"]]
    assert [one["question"] for one in changed] == ["O1"]
    assert (changed[0]["first"]["text"], changed[0]["second"]["status"]) == ("Phủ sóng 5G toàn quốc.", "discuss")
    assert "".join(one["text"] for one in changed[0]["marks"] if one["kind"] != "gone") == "Phủ sóng 6G toàn quốc."
    assert len(whole["answers"]) == 24
    cycles = soi.initiative(plan)["cycles"]
    assert [(one["number"], one["reason"]) for one in cycles] == [(1, "Hội thảo đã thống nhất"), (2, "")]
    assert "chỉ có" not in refused(2, "cycle", plan, "5", "compare", "--with", "7")


def test_an_initiative_is_put_away_kept_whole_and_brought_back(soi: Soi, plan: Path, refused: Refused) -> None:
    before = soi.json("show", plan)
    assert soi("initiative", "set", plan, "5", "archived=yes").code == 0
    away = soi.json("show", plan)
    assert away["archived"] == ["SOI5"]
    assert "SOI5" not in {one["code"] for one in away["initiatives"]}
    assert all("SOI5" not in (one["from"], one["to"]) for one in away["dependencies"])
    assert "SOI5" not in str(soi.json("network", plan)["order"])
    assert "Sáng kiến đã lưu trữ: SOI5" in soi("show", plan).out
    assert "đã được lưu trữ" in refused(2, "answer", plan, "5", "O1", "x")
    assert soi("initiative", "add", plan, "C5", "Hạ tầng mới").out == "SOI5-2\n"
    soi("undo", plan)
    assert soi("initiative", "set", plan, "5", "archived=no").code == 0
    assert soi.json("show", plan) == before
    assert [step["label"] for step in soi.json("log", plan)][:1] == ["initiative.restore"]


def test_an_initiative_is_moved_to_a_place_of_the_plan(soi: Soi, plan: Path) -> None:
    assert soi("initiative", "set", plan, "5", "position=1").code == 0
    assert [one["code"] for one in soi.json("show", plan)["initiatives"]][:3] == ["SOI5", "SOI1", "SOI2"]
    assert soi("initiative", "set", plan, "5", "position=99").code == 0
    assert soi.json("show", plan)["initiatives"][-1]["code"] == "SOI5"


def test_a_measure_keeps_the_words_it_came_from_and_whom_it_serves(soi: Soi, plan: Path, refused: Refused) -> None:
    given = ["--from", "O1", "--from-words", "S3=Chia lãnh thổ thành ba loại xã", "--serves", "Hộ dân"]
    made = soi("measure", "add", plan, "5", "KFA7.KF1", "Lập bản đồ", *given).out.strip()

    def kept() -> dict[str, object]:
        one = next(one for one in soi.initiative(plan)["measures"] if one["id"] == made)
        return {name: one[name] for name in ("from", "words", "stakeholders", "review")}

    words = {"S3": "Chia lãnh thổ thành ba loại xã"}
    assert kept() == {"from": ["O1", "S3"], "words": words, "stakeholders": ["Hộ dân"], "review": []}
    assert soi("measure", "set", plan, made, "--from-words", "o1=đến năm 2030").code == 0
    assert soi("measure", "set", plan, made, "serves=Hộ dân; Trường, viện").code == 0
    assert kept()["words"] == {"O1": "đến năm 2030", **words}
    assert kept()["stakeholders"] == ["Hộ dân", "Trường, viện"]
    soi("answer", plan, "5", "S3", "Chia thành hai loại xã.")
    assert kept()["review"] == ["S3"]
    assert soi("measure", "set", plan, made, "from=O1").code == 0
    assert kept() == {
        "from": ["O1"],
        "words": {"O1": "đến năm 2030"},
        "stakeholders": ["Hộ dân", "Trường, viện"],
        "review": [],
    }
    assert "thiếu dấu bằng" in refused(2, "measure", "set", plan, made, "--from-words", "O1")
    assert "Không có gì để sửa" in refused(2, "measure", "set", plan, made)


def test_why_a_plan_was_made_stands_in_its_journal(soi: Soi, tmp_path: Path) -> None:
    path = tmp_path / "mới.soi"
    assert soi("new", path, "--why", "Công văn 12").code == 0
    assert [step["why"] for step in soi.json("log", path)] == ["Công văn 12"]
