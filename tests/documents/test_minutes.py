"""The minutes of a workshop as PDF and as a Word file: a BIÊN BẢN that a records clerk accepts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.documents import docx
from app.documents.blocks import Cell, Document, Look, Paragraph, Row, Section, Table, plain
from app.documents.export import export
from app.documents.minutes.content import MinutesContent
from app.documents.minutes.document import minutes
from app.documents.sheets.sheet import sheets
from app.pictures.wording import Wording
from models.messages import LANGUAGES
from models.plan import Attendee
from tests.documents.conftest import ON, Example, Pdf, fonts_of, read_pdf, squashed
from tests.documents.test_hostile_text import HOSTILE
from tests.documents.word import W, Word, read_word, text_of

SAID = (
    ("Nguyễn Văn Bình", "Trần Thị Mai", "Bộ Tài chính", "Phạm Quốc Dũng"),
    ("SOI5.KFA3.KF2", "Lập sàn dữ liệu", "Thuê ngoài", "1-004", "Đúng thẩm quyền", "Chưa có nguồn"),
    ("Giao Bộ Tài chính chủ trì", "Đã thống nhất", "Họp quý IV"),
)


def as_pdf(content: MinutesContent, plan: Example, folder: Path, language: str = "vi") -> Pdf:
    export("minutes", folder / "a.pdf", content, plan.method, language, ON)
    return read_pdf(folder / "a.pdf")


def as_word(content: MinutesContent, plan: Example, folder: Path, language: str = "vi") -> Word:
    export("minutes", folder / "a.docx", content, plan.method, language, ON)
    return read_word(folder / "a.docx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_minutes_say_who_proposed_what_and_what_became_of_it(plan: Example, tmp_path: Path, language: str) -> None:
    pdf = as_pdf(plan.minutes, plan, tmp_path, language)
    word = as_word(plan.minutes, plan, tmp_path, language)
    for text in (text for texts in SAID for text in texts):
        assert pdf.shows(text), text
        assert word.shows(text), text


def test_a_bien_ban_has_the_head_the_parts_and_the_signatures_of_the_decree(plan: Example, tmp_path: Path) -> None:
    pdf = as_pdf(plan.minutes, plan, tmp_path)
    first, last = pdf.pages[0], pdf.pages[-1]
    order = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BIÊN BẢN", "Họp quý IV"]
    order += ["Thời gian bắt đầu:", "Địa điểm:", "Chủ trì:", "Thư ký", "I. THÀNH PHẦN THAM DỰ"]
    places = [first.index(squashed(text)) for text in order]
    assert places == sorted(places)
    assert first.index(squashed(plan.minutes.plan.issuing_body.upper())) >= 0
    assert squashed("Phiên làm việc kết thúc vào hồi") in last
    assert squashed("THƯ KÝ") in last and squashed("CHỦ TRÌ") in last
    titles = [title for level, title, _ in pdf.outline if level == 1]
    assert [title.partition(".")[0] for title in titles] == ["I", "II", "III", "IV"]


def test_the_presenters_private_notes_are_in_no_printed_minutes(plan: Example, tmp_path: Path) -> None:
    assert plan.minutes.minutes.workshop.agenda[0].note == "Giữ riêng"
    assert not as_pdf(plan.minutes, plan, tmp_path).shows("Giữ riêng")
    assert not as_word(plan.minutes, plan, tmp_path).shows("Giữ riêng")


def test_the_pdf_embeds_its_faces(plan: Example, tmp_path: Path) -> None:
    as_pdf(plan.minutes, plan, tmp_path)
    fonts = fonts_of(tmp_path / "a.pdf")
    assert fonts
    assert all(embedded and "Tinos" in name for name, embedded in fonts)


def test_the_word_file_has_real_styles_page_numbers_and_a_vietnamese_face(plan: Example, tmp_path: Path) -> None:
    word = as_word(plan.minutes, plan, tmp_path)
    styles = [style for style, text in word.paragraphs if text]
    assert styles.count("Heading1") == 1 and styles.count("Heading2") == 4 and styles.count("Heading3") == 1
    assert [code.text for code in word.header.iter(f"{W}instrText")] == ["PAGE"]
    assert word.body.find(f".//{W}sectPr/{W}titlePg") is not None, "no number on page 1"
    size = word.body.find(f".//{W}sectPr/{W}pgSz")
    assert (int(size.get(f"{W}w")) // 10, int(size.get(f"{W}h")) // 10) == (1190, 1683), "A4"
    used = {style.get(f"{W}styleId"): style for style in word.styles.iter(f"{W}style")}
    for name in set(styles):
        fonts = used[name].find(f"{W}rPr/{W}rFonts")
        assert {key.split("}")[1]: value for key, value in fonts.attrib.items()} == dict.fromkeys(
            ("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"
        )
        assert used[name].find(f"{W}rPr/{W}lang").get(f"{W}val") == "vi-VN"


def test_every_table_with_a_head_repeats_it_on_every_page(plan: Example, tmp_path: Path) -> None:
    word = as_word(plan.minutes, plan, tmp_path)
    ruled = [table for table in word.tables if table.find(f"{W}tblPr/{W}tblBorders") is not None]
    assert len(ruled) == 5
    assert len(word.tables) == 7, "the head and the signatures are columns without rules"
    for table in ruled:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads[0] and not any(heads[1:])


def test_the_same_minutes_are_the_same_bytes_and_hold_no_name_but_the_plans(plan: Example, tmp_path: Path) -> None:
    as_word(plan.minutes, plan, tmp_path)
    first = (tmp_path / "a.docx").read_bytes()
    word = as_word(plan.minutes, plan, tmp_path)
    assert (tmp_path / "a.docx").read_bytes() == first
    assert b"python-docx" not in first
    assert not [name for name in word.parts if "thumbnail" in name]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_say_stays_literal_in_both(plan: Example, tmp_path: Path, text: str) -> None:
    changed = hostile(plan.minutes, text)
    pdf, word = as_pdf(changed, plan, tmp_path), as_word(changed, plan, tmp_path)
    for wanted in ("Tên", "Chủ", "Người", "Đề xuất", "Lý do", "Quyết"):
        assert pdf.shows(f"{wanted} {text} hết"), wanted
        assert word.shows(f"{wanted} {text} hết"), wanted
    assert word.outside == ()
    assert b"/URI" not in pdf.bytes
    for forbidden in ("hyperlink", "fldSimple", "object", "drawing", "pict", "altChunk"):
        assert word.body.find(f".//{W}{forbidden}") is None
    assert [code.text for code in word.body.iter(f"{W}instrText")] == []


def hostile(content: MinutesContent, text: str) -> MinutesContent:
    """The minutes with a text wherever people write one."""
    (cell,) = content.minutes.cells
    first, *rest = cell.proposals
    proposals = (replace(first, text=f"Đề xuất {text} hết", reason=f"Lý do {text} hết"), *rest)
    decisions = (replace(cell.decisions[0], text=f"Quyết {text} hết"),)
    meeting = replace(
        content.minutes.workshop,
        title=f"Tên {text} hết",
        facilitator=f"Chủ {text} hết",
        attendees=(Attendee(f"Người {text} hết", ""),),
    )
    cells = (replace(cell, proposals=proposals, decisions=decisions),)
    return replace(content, minutes=replace(content.minutes, workshop=meeting, cells=cells))


@pytest.mark.parametrize("text", ["x" * 20_000, "từ " * 20_000, "dòng\n" * 2_000, "a\tb"])
def test_a_long_text_is_kept_whole_in_both(plan: Example, tmp_path: Path, text: str) -> None:
    changed = hostile(plan.minutes, text)
    assert as_word(changed, plan, tmp_path).shows(f"Đề xuất {text} hết")
    read = "".join(as_pdf(changed, plan, tmp_path).pages)
    letter = max("xừda", key=text.count)
    assert read.count(letter) >= 5 * text.count(letter)


def test_the_word_writer_keeps_everything_that_blocks_can_say(tmp_path: Path, plan: Example) -> None:
    table = Table(
        (1, 2),
        (
            Row((Cell((plain("Dải"),), columns=2),), Look.BAND),
            Row((Cell((plain("a"), plain("b")), centred=True), Cell((plain("c"),)))),
            Row((Cell(), Cell((plain("nối"),))), continues=True),
        ),
        (Row((Cell((plain("Đầu 1"),)), Cell((plain("Đầu 2"),))), Look.HEAD),),
    )
    parts = [Section("Một", (Paragraph(plain("Trước")), table, table)), Section("Hai", (Paragraph(plain("Sau")),))]
    docx.write(Document("Tên", "", "", "vi", ON, parts), tmp_path / "a.docx")
    word = read_word(tmp_path / "a.docx")
    assert [text for _, text in word.paragraphs if text.strip()] == [
        "Trước",
        *["Đầu 1", "Đầu 2", "Dải", "a", "b", "c", "nối"] * 2,
        "Sau",
    ]
    rows = list(word.tables[0].iter(f"{W}tr"))
    assert rows[1].find(f".//{W}gridSpan").get(f"{W}val") == "2"
    assert rows[3].find(f".//{W}tcBorders/{W}top").get(f"{W}val") == "nil"
    assert [_between(word, place) for place in (0, 1)] == ["p", "p"], "tables that follow each other stay apart"
    assert sum(1 for _ in word.body.iter(f"{W}br")) == 1, "the second section begins on a new page"


def _between(word: Word, place: int) -> str:
    """The kind of what stands after a table."""
    body: Any = word.body[0]
    after = list(body)[list(body).index(word.tables[place]) + 1]
    return str(after.tag).removeprefix(W)


def test_sheets_can_be_written_as_a_word_file_too(plan: Example, tmp_path: Path) -> None:
    docx.write(sheets(plan.sheets[:1], plan.method, "vi", ON), tmp_path / "a.docx")
    said = "".join(text_of(one) for one in read_word(tmp_path / "a.docx").body)
    for measure in plan.sheets[0].content.measures:
        assert measure.text in said


def test_minutes_of_a_workshop_without_anything_are_written(plan: Example, tmp_path: Path) -> None:
    meeting = replace(plan.minutes.minutes.workshop, attendees=(), agenda=(), facilitator="", closed=None)
    empty = replace(plan.minutes.minutes, workshop=meeting, cells=(), other_changes=(), steps=(), author="")
    pdf = as_pdf(replace(plan.minutes, minutes=empty), plan, tmp_path)
    assert pdf.shows("Chưa ghi danh người tham dự.")
    assert pdf.shows("Không có đề xuất hoặc sửa đổi nào được ghi nhận.")
    assert pdf.shows("Phiên làm việc không ghi nhận đề xuất và không thông qua quyết định nào.")
    assert pdf.shows("Biên bản này được lập khi phiên làm việc chưa kết thúc.")
    document = minutes(replace(plan.minutes, minutes=empty), Wording(plan.method, "en", ON))
    assert document.title == "Minutes of Họp quý IV"
