"""Help and usage errors are wholly in the user's language, and name what to do next."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from app.cli.help import Group
from app.cli.program import soi as program
from models.messages import LANGUAGES, catalogue
from tests.cli.commandline import Soi

ENGLISH = re.compile(
    r"usage|options?|arguments?|commands?\b|show this|exit\.|required|missing|invalid|error|no such|default|try ",
    re.IGNORECASE,
)
VIETNAMESE = re.compile(r"[ăđĩũơưạ-ỹ]", re.IGNORECASE)


def every_command() -> Iterator[tuple[str, ...]]:
    context = click.Context(program)
    for name in program.list_commands(context):
        yield (name,)
        command = program.get_command(context, name)
        if isinstance(command, Group):
            yield from ((name, inner) for inner in command.list_commands(context))


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("command", list(every_command()), ids=" ".join)
def test_the_help_of_every_command_is_whole_and_in_the_users_language(soi: Soi, command: tuple[str, ...]) -> None:
    for lang in LANGUAGES:
        ran = soi(*command, "--help", lang=lang)
        assert (ran.code, ran.err) == (0, "")
        assert words(catalogue(lang)[f"help.command.{'_'.join(command)}"]) in words(ran.out)
        assert "..." not in ran.out
        assert soi(*command, "-h", lang=lang) == ran
        text = re.sub(r"--[a-z-]+|PLAN|soi|[a-z_]+(?:, [a-z_]+)+", "", ran.out)
        assert not (ENGLISH if lang == "vi" else VIETNAMESE).search(text), text


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_program_alone_shows_its_help_with_every_command_on_a_line_that_is_not_cut(
    soi: Soi, arguments: list[str], lang: str
) -> None:
    ran = soi(*arguments, lang=lang)
    assert (ran.code, ran.err) == (0, "")
    for command in every_command():
        if len(command) == 1:
            assert words(f"{command[0]} {catalogue(lang)[f'help.command.{command[0]}']}") in words(ran.out)


def test_required_options_are_marked(soi: Soi) -> None:
    assert "[bắt buộc]" in soi("depend", "--help").out
    assert "[required]" in soi("depend", "--help", lang="en").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shwo"], "Không có lệnh “shwo”. Có phải ý là “show”?"),
        (["measure", "ad"], "Không có lệnh “ad”. Có phải ý là “add”?"),
        (["xyz"], "Không có lệnh “xyz”."),
        (["measure"], "Thiếu lệnh con: chỉ nhận add, set, move, remove, confirm, link."),
        (["Kế hoạch.soi"], 'soi show "Kế hoạch.soi"'),
        (["show"], "Thiếu KẾ_HOẠCH.soi: tệp kế hoạch."),
        (["initiative", "set", "a.soi", "5"], "Thiếu TRƯỜNG=GIÁ_TRỊ…"),
        (["depend", "a.soi", "4", "5", "--kind", "precedes"], "Thiếu --strength: mức 1–3; 0 để xóa quan hệ."),
        (["recover", "a.soi"], "Thiếu --out: tệp mới sẽ được tạo."),
        (["show", "a.soi", "b", "c"], "Thừa nội dung “b c”."),
        (["show", "a.soi", "--jsn"], "Không có tùy chọn “--jsn”. Có phải ý là “--json”?"),
        (["answer", "a.soi", "5", "O1", "- gạch đầu dòng"], "Không có tùy chọn “- gạch đầu dòng”."),
        (["undo", "a.soi", "--why"], "Tùy chọn --why phải có giá trị đi kèm."),
        (["show", "a.soi", "--json=1"], "Tùy chọn --json không nhận giá trị."),
        (["undo", "a.soi", "hai"], "Giá trị của SỐ_BƯỚC không hợp lệ: “hai” không phải số nguyên."),
        (["undo", "a.soi", "0"], "Giá trị của SỐ_BƯỚC không hợp lệ: 0 nhỏ hơn 1."),
        (["cycle", "a.soi", "5", "mở"], "“mở” không nằm trong new, close"),
        (["show", "a.soi", "--on", "2026-02-30"], "“2026-02-30” không phải ngày có trên lịch"),
        (["show", ""], "tên tệp còn trống"),
        (["show", "a\udcff.soi"], "không phải UTF-8"),
        (["answer", "a.soi", "5", "O1", "a\udcffb"], "nội dung không phải UTF-8"),
        (["new", "a.soi", "--lang", "fr"], "Giá trị của --lang không hợp lệ: “fr” không nằm trong vi, en."),
        (
            ["export", "a.soi", "shets", "a.pdf"],
            "“shets” không nằm trong sheets, matrix, network, minutes, cards, plan",
        ),
    ],
)
def test_wrong_usage_is_said_in_a_sentence_with_the_usage_and_where_the_help_is(
    soi: Soi, arguments: list[str], said: str
) -> None:
    ran = soi(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "\nCách dùng: soi" in ran.err
    assert "--help”." in ran.err
    assert not re.search(r"Usage|Missing|Invalid|No such|Error|Got unexpected", ran.err)
    english = soi(*arguments, lang="en")
    assert english.code == 2
    assert "\nUsage: soi" in english.err
    assert not VIETNAMESE.search(english.err.replace(" ".join(arguments[-2:]), "").replace(arguments[-1], ""))


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"SOI_LANG": "en", "LANG": "vi_VN.UTF-8"}, "Usage:"),
        ({"SOI_LANG": "vi", "LC_ALL": "en_US.UTF-8"}, "Cách dùng:"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "vi_VN.UTF-8"}, "Usage:"),
        ({"LANG": "en_US.UTF-8"}, "Usage:"),
        ({"LANG": "fr_FR.UTF-8"}, "Cách dùng:"),
        ({"LANG": "C"}, "Cách dùng:"),
        ({}, "Cách dùng:"),
    ],
)
def test_the_language_is_that_of_soi_lang_then_of_the_locale_then_vietnamese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], word: str
) -> None:
    from app.cli.program import main

    for variable in ("SOI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert main([]) == 0
    assert capsys.readouterr().out.startswith(word)
