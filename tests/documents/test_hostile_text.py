"""What people write comes out as they wrote it, whatever it is and however long."""

from __future__ import annotations

import builtins
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.export import export
from app.pictures.breaking import Run, broken
from app.pictures.typefaces import SUBSTITUTE, typeface
from models.messages import say
from models.plan import Sheet
from tests.documents.conftest import ON, Example, read_pdf, squashed, with_answer, with_measures, with_title

HOSTILE = (
    "<b>đậm</b>",
    "<b>không đóng",
    "</para>",
    "<foo>bị nuốt</foo>",
    "<br/>",
    "AT&T",
    "&amp;",
    "&lt;script&gt;",
    "&#x41;",
    "&nbsp;",
    "&không phải thực thể;",
    '<img src="file:///etc/passwd"/>',
    '<img src="http://127.0.0.1:9/x.png" width="9" height="9"/>',
    '<a href="javascript:alert(1)">bấm</a>',
    '<a href="file:///etc/passwd">đọc</a>',
    "<link href='http://example.com'>x</link>",
    "<font color='[[[getattr(pow,Word(\"__globals__\"))]]]'>x</font>",
    "<onDraw name='x' label='y'/>",
    "<seq id='a'/>",
    "<para alignment='right'>x</para>",
    "<super>2</super>",
    "<!-- chú thích -->",
    "<![CDATA[x]]>",
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    "=1+1",
    "@SUM(A1)",
    "+84",
    "-1",
    "%s %d %(x)s",
    "{0} {tên} {{}}",
    "${HOME} $(ls) `ls`",
    "(ngoặc) \\(thoát\\) \\n \\050",
    "ET Q BT /F1 99 Tf (x) Tj",
    "endstream endobj",
    "]]> --> */ ;DROP TABLE plan;--",
    "..\\..\\x ../../x CON a:b",
    "“trích” ‘dẫn’ – — … ≥ ≤ ₫ № §",
    "ằẳẵặ ƯỨỪỬỮỰ Đđ ỲỶỸỴ",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_literal_in_an_answer_a_measure_and_a_title(
    sheet: Sheet, plan: Example, tmp_path: Path, text: str
) -> None:
    changed = with_measures(
        with_title(with_answer(sheet, f"Đáp {text} hết"), f"Tên {text} hết"),
        lambda one: replace(one, text=f"Việc {text} hết", person=f"Người {text} hết", product=f"Ra {text} hết"),
    )
    export("sheets", tmp_path / "a.pdf", [changed], plan.method, "vi", ON)
    pdf = read_pdf(tmp_path / "a.pdf")
    for wanted in ("Đáp", "Tên", "Việc", "Người", "Ra"):
        assert pdf.shows(f"{wanted} {text} hết"), wanted
    assert any(squashed(f"Tên {text} hết") in squashed(title) for _, title, _ in pdf.outline)
    assert b"/URI" not in pdf.bytes
    assert b"/Subtype /Image" not in pdf.bytes


def test_no_file_is_read_and_no_connection_made_for_what_a_text_names(
    sheet: Sheet, plan: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bait = tmp_path / "bait.png"
    bait.write_bytes(b"bait")
    changed = with_answer(sheet, f'<img src="{bait}"/> <img src="file://{bait}"/> <img src="http://127.0.0.1:9/"/>')
    export("sheets", tmp_path / "warm.pdf", [changed], plan.method, "vi", ON)
    opened: list[str] = []
    really = builtins.open

    def watching(file: object, *args: object, **kwargs: object) -> object:
        opened.append(str(file))
        return really(file, *args, **kwargs)  # type: ignore[call-overload]

    def refused(*args: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(builtins, "open", watching)
    monkeypatch.setattr(socket.socket, "connect", refused)
    export("sheets", tmp_path / "a.pdf", [changed], plan.method, "vi", ON)
    assert str(bait) not in opened


@pytest.mark.parametrize(
    "text",
    ["x" * 20_000, "Ặ" * 20_000, "a/" * 10_000, "từ " * 25_000, "dòng\n" * 3_000],
    ids=["one-word", "one-accented-word", "one-path", "100-kilobytes", "3000-lines"],
)
@pytest.mark.parametrize("place", ["answer", "cell", "product", "title"])
def test_a_long_text_is_printed_whole(sheet: Sheet, plan: Example, tmp_path: Path, text: str, place: str) -> None:
    text = f"ĐẦU {text} CUỐI"
    changed = {
        "answer": lambda: with_answer(sheet, text),
        "cell": lambda: with_measures(sheet, lambda one: replace(one, text=text)),
        "product": lambda: with_measures(sheet, lambda one: replace(one, product=text)),
        "title": lambda: with_title(sheet, text.replace("\n", " ")),
    }[place]()
    export("sheets", tmp_path / "a.pdf", [changed], plan.method, "vi", ON)
    pdf = read_pdf(tmp_path / "a.pdf")
    wanted = squashed(text)
    letter = max("xẶatd", key=wanted.count)
    assert sum(read.count(letter) for read in pdf.pages) >= wanted.count(letter)
    assert pdf.shows("ĐẦU")
    assert pdf.shows("CUỐI")


def test_sixty_measures_in_one_cell_are_all_printed(sheet: Sheet, plan: Example, tmp_path: Path) -> None:
    numbers = iter(range(60))
    many = with_measures(sheet, lambda one: replace(one, text=f"Nhiệm vụ số [{next(numbers)}] trong cùng một ô"), 60)
    export("sheets", tmp_path / "a.pdf", [many], plan.method, "vi", ON)
    whole = "".join(read_pdf(tmp_path / "a.pdf").pages)
    assert [number for number in range(60) if whole.count(f"[{number}]") != 2] == []


def test_a_character_that_no_typeface_has_is_replaced_visibly_and_named(
    sheet: Sheet, plan: Example, tmp_path: Path
) -> None:
    changed = with_answer(sheet, "Vui 😀 và 世界, שלום, 👨‍👩‍👧 ☃️ hết")
    written = export("sheets", tmp_path / "a.pdf", [changed], plan.method, "vi", ON)
    assert written.missing == tuple("😀世界שלום👨👩👧☃")
    pdf = read_pdf(tmp_path / "a.pdf")
    assert pdf.shows("世界"), "whoever searches or copies still finds the character"
    assert pdf.shows("hết")


def test_nothing_is_missing_in_the_example_plan(plan: Example, tmp_path: Path) -> None:
    assert export("sheets", tmp_path / "a.pdf", plan.sheets, plan.method, "vi", ON).missing == ()
    assert export("matrix", tmp_path / "m.pdf", plan.sheets, plan.method, "vi", ON).missing == ()
    assert export("network", tmp_path / "n.pdf", plan.network, plan.method, "vi", ON).missing == ()


def test_the_warning_of_missing_characters_names_them() -> None:
    for language in ("vi", "en"):
        assert "世" in say("export.missing_glyphs", language, count=1, characters="世")


@given(st.text(max_size=60), st.floats(20, 300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_breaking_a_text_loses_no_character_and_no_line_is_too_wide(text: str, width: float) -> None:
    face = typeface("Tinos-Regular")
    lines = broken([Run(text, face, "#000000")], 10, width)
    read = "".join(piece.stands_for or piece.text for line in lines for piece in line.pieces)
    kept = "".join(one for one in text if face.shown(one)[1] and not one.isspace())
    assert "".join(one for one in read if face.shown(one)[1] and not one.isspace()) == kept
    for line in lines:
        letters = [one for piece in line.pieces for one in piece.text.strip()]
        assert line.width <= width + 0.01 or len(letters) <= 1


@given(st.text("a Ặ\n-", max_size=40), st.floats(25, 200), st.sampled_from([0.0, 20.0]))
def test_a_text_in_one_run_and_the_same_in_two_break_alike(text: str, width: float, indent: float) -> None:
    face = typeface("Tinos-Regular")
    one = broken([Run(text, face, "#000000")], 10, width, indent)
    two = broken([Run(text, face, "#000000"), Run("", face, "#000000")], 10, width, indent)
    assert ["".join(piece.text for piece in line.pieces).rstrip() for line in one] == [
        "".join(piece.text for piece in line.pieces).rstrip() for line in two
    ]


def test_a_substitute_takes_the_place_of_each_visible_character() -> None:
    (line,) = broken([Run("a👨‍👩b", typeface("Tinos-Regular"), "#000000")], 10, 500)
    assert line.pieces[0].text == "a"
    assert "".join(piece.text for piece in line.pieces).count(SUBSTITUTE) == 2
