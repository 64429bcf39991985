"""`soi new` makes a plan; `soi show` tells the whole of it, to people and to scripts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models.method.pack import SHIPPED
from tests.cli.commandline import Refused, Soi

WHOLE = {
    "plan", "initiatives", "archived", "dependencies", "measure_links", "workshops", "targets", "actors", "sources",
}  # fmt: skip
INITIATIVE = {
    "id", "code", "basis", "group", "basis_code", "title", "titles", "lead", "owner", "support", "status",
    "frame", "stakeholders", "cycle", "cycle_opened", "cycle_closed", "cycles", "answers", "conclusions", "measures",
}  # fmt: skip
MEASURE = {
    "id", "kfa", "kf", "text", "lead", "support", "person", "responsibility", "funding", "start", "due", "product",
    "authority", "from", "words", "stakeholders", "cites", "status", "progress", "review",
    "indicator", "cost", "confirmed", "confirmed_by",
}  # fmt: skip
QUESTIONS = {f"{step}{number}" for step in "OSMWAC" for number in (1, 2, 3)}


def test_a_new_plan_has_an_empty_initiative_for_every_basis(soi: Soi, tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch mới.soi"
    made = soi("new", path)
    assert (made.code, made.out, made.err) == (0, "", f"Đã tạo {path}.\n")
    whole = soi.json("show", path)
    assert [one["code"] for one in whole["initiatives"]] == [f"SOI{number}" for number in range(1, 13)]
    assert whole["plan"]["pack"] == "nq52"
    assert whole["plan"]["title"].startswith("Nghị quyết số 52-NQ/TW")
    for one in whole["initiatives"]:
        assert one["measures"] == []
        assert {answer["status"] for answer in one["answers"].values()} == {"empty"}
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_new_plan_takes_a_title_and_a_document_language(soi: Soi, tmp_path: Path) -> None:
    for lang, given, kept in (
        ("vi", [], "vi"),
        ("en", [], "en"),
        ("en", ["--lang", "vi"], "vi"),
        ("vi", ["--lang", "EN"], "en"),
    ):
        path = tmp_path / f"{lang}{''.join(given)}.soi"
        assert soi("new", path, "--title", "Kế hoạch của tỉnh", *given, lang=lang).code == 0
        head = soi.json("show", path)["plan"]
        assert (head["title"], head["language"]) == ("Kế hoạch của tỉnh", kept)


def test_the_example_plan_is_the_same_whenever_it_is_made(soi: Soi, plan: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.soi"
    assert soi("new", again, "--example").code == 0
    assert soi.json("show", again) == soi.json("show", plan)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--title", ""], 3, "Kế hoạch phải có tên."),
        (["--title", "a\x07b"], 3, "ký tự điều khiển U+0007"),
        (["--example", "--title", "x"], 2, "không dùng --title cùng --example"),
        (["--example", "--lang", "en"], 2, "không dùng --lang en cùng --example"),
        (["--pack", "xyz"], 3, "Không có bộ phương pháp “xyz”"),
    ],
)
def test_a_plan_that_cannot_be_made_leaves_nothing_behind(
    refused: Refused, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert said in refused(code, "new", folder / "a.soi", *arguments)
    assert list(folder.iterdir()) == []


def test_a_new_plan_never_takes_the_place_of_a_file(refused: Refused, plan: Path, tmp_path: Path) -> None:
    assert "đã có sẵn và không bị ghi đè" in refused(3, "new", plan)
    assert "đã có sẵn" in refused(3, "new", tmp_path)
    assert str(tmp_path / "không có") in refused(3, "new", tmp_path / "không có" / "a.soi")


def test_show_as_json_has_every_field_that_scripts_hold_on_to(soi: Soi, plan: Path) -> None:
    whole = soi.json("show", plan)
    assert set(whole) == WHOLE
    assert whole["plan"].keys() >= {"id", "title", "pack", "created", "language"}
    for one in whole["initiatives"]:
        assert set(one) == INITIATIVE
        assert set(one["answers"]) == QUESTIONS
        assert set(one["conclusions"]) == set("OSMWAC")
        for answer in (*one["answers"].values(), *one["conclusions"].values()):
            assert set(answer) == {"text", "status", "cites", "stakeholders", "updated", "author", "comments"}
        for measure in one["measures"]:
            assert set(measure) == MEASURE
    fifth = whole["initiatives"][4]
    assert (fifth["code"], fifth["basis"], fifth["group"], fifth["basis_code"]) == ("SOI5", "C5", "H", "H1")
    assert set(fifth["frame"]) <= {f"{kind}{number}" for kind in "FPK" for number in range(1, 9)}
    for link in whole["dependencies"]:
        assert set(link) == {"from", "to", "kind", "strength", "why", "lag"}
        assert link["kind"] in ("precedes", "enables", "conflicts")
        assert 1 <= link["strength"] <= 3


def test_show_as_json_does_not_depend_on_the_users_language(soi: Soi, plan: Path) -> None:
    assert soi.json("show", plan, lang="en") == soi.json("show", plan, lang="vi")


@pytest.mark.parametrize(("lang", "late"), [("vi", "quá hạn"), ("en", "late")])
def test_show_tells_every_initiative_and_measure_on_a_line_and_marks_what_is_late(
    soi: Soi, plan: Path, lang: str, late: str
) -> None:
    whole = soi.json("show", plan)
    shown = soi("show", plan, "--on", "2028-01-01", lang=lang).out
    assert "2028-01-01" in shown
    for one in whole["initiatives"]:
        assert f"{one['code']}  ({one['basis']} – {one['basis_code']})  {one['titles'][lang]}" in shown
        for measure in one["measures"]:
            is_late = measure["status"] != "done" and measure["due"] is not None and measure["due"] < "2028-01-01"
            sign = "▲" if is_late else {"draft": "○", "doing": "◐", "done": "●"}[measure["status"]]
            line = next(line for line in shown.splitlines() if line.startswith(f"  {measure['id'][:8]}"))
            assert line.split()[1:3] == [f"KFA{measure['kfa']}.KF{measure['kf']}", sign]
            assert line.endswith(" ".join(measure["text"].split()))
    assert f" {late}" in shown
    assert "▲" not in soi("show", plan, "--on", "2000-01-01", lang=lang).out.replace(f"▲ {late}", "")


def test_show_of_an_initiative_tells_everything_that_is_written_in_it(soi: Soi, plan: Path) -> None:
    one = soi.initiative(plan, "SOI7")
    shown = " ".join(soi("show", plan, "--soi", "soi-07").out.split())
    texts = [answer["text"] for answer in (*one["answers"].values(), *one["conclusions"].values())]
    texts += [
        measure[field] for measure in one["measures"] for field in ("text", "product", "responsibility", "person")
    ]
    texts += [link["why"] for link in soi.json("show", plan)["dependencies"] if "SOI7" in (link["from"], link["to"])]
    assert not [text for text in texts if " ".join(text.split()) not in shown]
    assert "SOI8" not in soi("show", plan, "--soi", "7").out.split("(C7 – H3)")[0]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("không có.soi", None, "Không tìm thấy"),
        ("văn bản.soi", "Đây không phải kế hoạch.\n" * 100, "không phải tệp kế hoạch"),
        ("rỗng.soi", "", "tệp rỗng"),
    ],
)
def test_what_is_no_plan_is_refused_in_a_sentence_by_every_command(
    refused: Refused, soi: Soi, tmp_path: Path, name: str, content: str | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    for command in (["show"], ["show", "--json"], ["log"], ["network"], ["undo"], ["redo"]):
        assert said in refused(3, command[0], path, *command[1:])
    for command in (
        ["search", path, "x"],
        ["answer", path, "5", "O1", "x"],
        ["initiative", "set", path, "5", "lead=BTC"],
    ):
        assert said in refused(3, *command)
    assert content is None or path.read_text(encoding="utf-8") == content


def test_a_folder_is_said_to_be_one(refused: Refused, tmp_path: Path) -> None:
    for command in (
        ["show", tmp_path],
        ["undo", tmp_path],
        ["verify", tmp_path],
        ["recover", tmp_path, "-o", tmp_path / "x"],
    ):
        assert "là thư mục, không phải tệp" in refused(3, *command)


def test_a_plan_made_with_a_pack_in_a_folder_finds_it_again_when_the_folder_has_gone(soi: Soi, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(SHIPPED / "nq52", folder)
    head = folder / "pack.toml"
    head.write_text(head.read_text(encoding="utf-8").replace('id = "nq52"', 'id = "own"'), encoding="utf-8")
    plan = tmp_path / "own.soi"
    assert soi("new", plan, "--pack", folder).code == 0
    shutil.rmtree(folder)
    assert soi("answer", plan, "SOI5", "O1", "Một câu trả lời").code == 0
    assert "SOI5" in soi("show", plan).out
