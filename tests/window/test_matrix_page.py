"""The matrix page in the window: places, filter, totals, languages, themes, and edits made elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.codes import cell_code
from models.editing import initiatives as editing_initiatives
from models.editing import measures
from models.editing.measures import MeasureFields
from models.method import Bilingual
from models.plan import Measure
from tests.window.matrix_desk import CONTROL, EMPTY, PAIR, Desk
from views.main_window import MainWindow
from views.matrix.drawing.arranging import heights
from views.matrix.drawing.scale import Scale
from views.matrix.drawing.typesetting import Typesetter
from views.matrix.model import CellContent, Entry

HOSTILE = (
    '<img src="file:///etc/passwd"><b>đậm</b><script>alert(1)</script>',
    "R&D &amp; &lt;i&gt; &nbsp;",
    "=HYPERLINK(0) {0} %s %1",
    "a" * 5_000,
    "\u202engược\u202c 👩‍👩‍👧‍👦 \u200bkhông",
    "dòng một\ndòng hai\n\n\tdòng ba",
)


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window)


def picture(desk: Desk) -> bytes:
    buffer = QBuffer()
    image: QImage = desk.view.viewport().grab().toImage()
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def holds_words(one: Measure) -> bool:
    found = " ".join((one.text, one.product, one.person)).lower()
    return all(word in found for word in ("thanh", "toán", "số"))


def test_a_place_is_an_initiative_a_cell_or_a_measure(desk: Desk) -> None:
    second = desk.measures(PAIR)[1]
    desk.window.go("overview")
    desk.window.go("matrix", "SOI7")
    assert desk.page.initiative is not None
    assert desk.page.initiative.code == "SOI7"
    desk.window.go("matrix", "soi5.kfa3.kf2")
    assert (desk.page.initiative.code, desk.view.cell) == ("SOI5", (3, 2))
    desk.window.go("matrix", f"SOI5.{cell_code(*PAIR)}#{second.id}")
    assert desk.view.measure == second
    desk.window.go("matrix", "SOI99.KFA1.KF1")
    assert desk.window.toast.isVisible()
    assert desk.view.measure == second


def test_the_selector_shows_another_initiative_everywhere(desk: Desk) -> None:
    box = desk.page.heading.selector.initiative
    box.setFocus()
    desk.key(Qt.Key.Key_Down, widget=box)
    assert desk.page.initiative is not None
    assert desk.page.initiative.code == "SOI6"
    assert desk.context.selection.initiative == desk.page.initiative.id
    assert "SOI 6" in desk.page.crumb()
    assert all(desk.shown((kfa, kf)) == desk.texts((kfa, kf), "SOI6") for kfa in range(1, 9) for kf in range(1, 5))


def test_a_choice_made_elsewhere_is_shown(desk: Desk) -> None:
    other = next(one for one in desk.page.every if one.code == "SOI2")
    desk.context.selection.choose(other.id)
    assert desk.page.initiative == other
    assert desk.page.heading.subtitle.text() == other.title.vi


def test_an_edit_made_elsewhere_is_shown_at_once(desk: Desk) -> None:
    one = desk.measures(PAIR)[0]
    desk.go(PAIR)
    desk.context.workbench.edit(
        "measure.change", measures.change, one.id, MeasureFields(text="Từ nơi khác", lead="BTC")
    )
    assert desk.shown(PAIR)[0] == "Từ nơi khác"
    assert desk.page.inspector.form.fields["text"].editor.text() == "Từ nơi khác"
    desk.context.workbench.edit(
        "initiative.change", editing_initiatives.change, one.initiative, title=Bilingual("Tên mới", "New name")
    )
    assert desk.page.heading.subtitle.text() == "Tên mới"


def test_a_measure_that_is_removed_elsewhere_closes_its_editor(desk: Desk) -> None:
    one = desk.measures(PAIR)[0]
    desk.go(PAIR)
    desk.key(Qt.Key.Key_F2)
    desk.context.workbench.edit("measure.remove", measures.remove, one.id)
    assert not desk.view.inline.isVisible()
    assert len(desk.shown(PAIR)) == 1


def test_the_filter_shows_the_measures_of_a_body_and_says_what_it_leaves_out(desk: Desk) -> None:
    box = desk.page.heading.bar.actor
    box.setCurrentIndex(box.findData("NHNN"))
    box.activated.emit(box.currentIndex())
    every = [one for kfa in range(1, 9) for kf in range(1, 5) for one in desk.measures((kfa, kf))]
    taken = [one.text for one in every if one.lead == "NHNN" or "NHNN" in one.support]
    shown = [text for kfa in range(1, 9) for kf in range(1, 5) for text in desk.shown((kfa, kf))]
    assert 0 < len(taken) < len(every)
    assert shown == taken
    assert f"{len(taken)} trong {len(every)}" in desk.page.heading.totals.text()
    desk.go(EMPTY)
    desk.key(Qt.Key.Key_Return)
    desk.type("Thêm khi đang lọc")
    desk.key(Qt.Key.Key_Return, widget=desk.view.inline)
    assert desk.shown(EMPTY) == ["Thêm khi đang lọc"]


def test_ctrl_f_filters_by_words_without_accents(desk: Desk) -> None:
    desk.window._find()
    box = desk.page.heading.bar.finder
    assert box.hasFocus()
    QTest.keyClicks(box, "thanh toan so")
    cells = [(kfa, kf) for kfa in range(1, 9) for kf in range(1, 5)]
    shown = [text for cell in cells for text in desk.shown(cell)]
    taken = [one.text for cell in cells for one in desk.measures(cell) if holds_words(one)]
    assert 0 < len(taken) < desk.page.model.total
    assert shown == taken
    desk.key(Qt.Key.Key_Escape, widget=box)
    assert box.text() == ""
    desk.key(Qt.Key.Key_Escape, widget=box)
    assert desk.view.hasFocus()


def test_reordering_under_a_filter_goes_by_what_is_seen(desk: Desk) -> None:
    desk.go(EMPTY)
    initiative = desk.measures(PAIR)[0].initiative
    given = [MeasureFields(text=text) for text in ("a lọc", "b", "c lọc", "d")]
    desk.context.workbench.edit("measure.add", measures.add_many, initiative, *EMPTY, given)
    desk.page.heading.bar.finder.setText("lọc")
    assert desk.shown(EMPTY) == ["a lọc", "c lọc"]
    desk.view.go_to_cell(*EMPTY)
    desk.view.deeds.reorder(1)
    assert desk.shown(EMPTY) == ["c lọc", "a lọc"]
    assert desk.texts(EMPTY) == ["b", "c lọc", "a lọc", "d"]


def test_the_totals_count_the_states_of_today(desk: Desk) -> None:
    every = [one for kfa in range(1, 9) for kf in range(1, 5) for one in desk.measures((kfa, kf))]
    late = sum(one.is_late(date.today()) for one in every)
    assert desk.page.model.states()["late"] == late
    assert str(len(every)) in desk.page.heading.totals.text()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_literally(desk: Desk, text: str) -> None:
    desk.go(EMPTY)
    initiative = desk.measures(PAIR)[0].initiative
    fields = MeasureFields(text=text, product=text, person=text, lead="BTC")
    desk.context.workbench.edit("measure.add", measures.add, initiative, *EMPTY, fields)
    assert desk.texts(EMPTY) == desk.shown(EMPTY) == [text]
    picture(desk)
    for key in ("text", "product", "person"):
        assert desk.page.inspector.form.fields[key].editor.text() == text
    desk.key(Qt.Key.Key_F2)
    assert desk.view.inline.text() == text
    desk.key(Qt.Key.Key_Return, widget=desk.view.inline)
    assert desk.texts(EMPTY) == [text]


def test_every_word_follows_the_language(desk: Desk) -> None:
    desk.go(PAIR)
    seen = {}
    for language in ("en", "vi"):
        desk.context.language.use(language)
        QApplication.processEvents()
        pick = desk.context.language.pick
        direction = desk.context.workbench.method.directions["KFA7"]
        assert pick(direction.short) in desk.page.inspector.beside.name.text()
        assert pick(direction.short) in desk.page.model.headerData(6, Qt.Orientation.Vertical)
        due = desk.page.inspector.form.fields["due"]
        seen[language] = (
            desk.page.heading.title.text(),
            desk.page.heading.totals.text(),
            desk.page.model.cell(6, 2).entries[0].lead,
            due.label.text(),
            due.editor.text(),
            desk.view.accessibleName(),
            picture(desk),
        )
    assert not set(seen["en"]) & set(seen["vi"])


def test_every_theme_is_painted_anew(desk: Desk) -> None:
    pictures = set()
    for theme in ("light", "dark", "contrast"):
        desk.context.themes.use(theme)
        QApplication.processEvents()
        pictures.add(picture(desk))
    assert len(pictures) == 3


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)])
def test_the_whole_matrix_is_in_sight(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    QApplication.processEvents()
    assert desk.view.verticalScrollBar().maximum() == 0
    assert desk.view.horizontalScrollBar().maximum() == 0


def test_a_cell_speaks_to_who_cannot_see_it(desk: Desk) -> None:
    desk.go(PAIR)
    index = desk.page.model.place_of(*PAIR)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "KFA7.KF3: 2 nhiệm vụ" in spoken
    assert QAccessible.queryAccessibleInterface(desk.view) is not None
    assert desk.view.accessibleName()


def test_undo_by_its_key_also_takes_back_what_is_being_typed(desk: Desk) -> None:
    desk.go(PAIR)
    before = desk.texts(PAIR)
    desk.key(Qt.Key.Key_F2)
    desk.type("Đang gõ")
    QTest.keyClick(desk.view.inline, Qt.Key.Key_Z, CONTROL)
    QApplication.processEvents()
    assert desk.texts(PAIR) == desk.shown(PAIR) == before
    assert desk.view.inline.text() == before[0]


def test_texts_are_cut_after_as_many_lines_as_there_is_room_for() -> None:
    setter = Typesetter()
    content = CellContent((Entry("1", "chữ " * 100, "Bộ Tài chính", "draft"),))
    low, high = setter.fitted(content, 160, 10), setter.fitted(content, 160, 10_000)
    assert len({piece.at.y() for piece in low.entries[0][1].pieces}) == Scale().fewest
    assert len({piece.at.y() for piece in high.entries[0][1].pieces}) == Scale().most
    assert low.entries[0][1].pieces[-1].text.text().endswith("Bộ\u00a0Tài\u00a0chính")
    assert "…" in low.entries[0][1].pieces[-2].text.text()


def test_low_rows_are_raised_together_until_the_room_is_filled() -> None:
    assert heights([10, 20, 50], 100) == [25, 25, 50]
    assert heights([10, 20, 50], 60) == [10, 20, 50]
    assert heights([], 60) == []
