"""Other views of the matrix: one direction or key factor over all initiatives, initiatives compared; filter, size."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from models.plan import Measure
from models.reading import measures
from tests.window.matrix_desk import CONTROL, EMPTY, PAIR, Desk
from views.main_window import MainWindow
from views.matrix.grouping.forms import FORMS

Key = Qt.Key


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window)


def choose(box: QComboBox, value: object) -> None:
    """Choose an item as a person does."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()


def shown(desk: Desk) -> list[str]:
    return [one.id for one in desk.page.model.every()]


def everything(desk: Desk) -> list[Measure]:
    return [one for found in desk.context.workbench.read(measures.by_initiative).values() for one in found]


@pytest.mark.parametrize(("form", "columns"), [("direction", 4), ("factor", 8)])
def test_one_direction_or_factor_is_seen_over_every_initiative(desk: Desk, form: str, columns: int) -> None:
    choose(desk.page.heading.form, form)
    choose(desk.page.heading.selector.group, 3)
    assert (desk.page.model.rowCount(), desk.page.model.columnCount()) == (12, columns)
    wanted = {one.id for one in everything(desk) if (one.kfa if form == "direction" else one.kf) == 3}
    assert set(shown(desk)) == wanted


def test_a_measure_typed_in_a_group_view_belongs_to_the_initiative_of_its_row(desk: Desk) -> None:
    choose(desk.page.heading.form, "direction")
    choose(desk.page.heading.selector.group, 5)
    desk.key(Key.Key_Home, CONTROL)
    for _ in range(20):
        if desk.view.place.initiative == desk.page.every[6].id:
            break
        desk.key(Key.Key_Down)
    cell, before = desk.view.cell, desk.texts(desk.view.cell, "SOI7")
    desk.key(Key.Key_Return, CONTROL)
    desk.type("Việc của nhóm")
    desk.key(Key.Key_Return, widget=desk.view.inline)
    assert sorted(desk.texts(cell, "SOI7")) == sorted([*before, "Việc của nhóm"])
    desk.key(Key.Key_J, CONTROL)
    assert desk.page.forms.form == "cells"
    assert desk.page.initiative is not None and desk.page.initiative.code == "SOI7"
    assert desk.view.measure is not None and desk.view.measure.text == "Việc của nhóm"


def test_initiatives_are_compared_cell_by_cell_and_a_measure_is_dragged_across(desk: Desk) -> None:
    choose(desk.page.heading.form, "compare")
    assert [head.code for head in desk.page.model.columns] == ["SOI5", "SOI6"]
    QTest.mouseClick(desk.page.heading.selector.third, Qt.MouseButton.LeftButton)
    assert [head.code for head in desk.page.model.columns] == ["SOI5", "SOI6", "SOI1"]
    choose(desk.page.heading.selector.others[1], desk.page.every[8].id)
    assert [head.code for head in desk.page.model.columns] == ["SOI5", "SOI6", "SOI9"]
    place = desk.page.model.place(1, 0)
    one = desk.measures(place.cell)[0]
    start = desk.view.visualRect(desk.page.model.index(1, 0)).topLeft() + QPoint(40, 18)
    end = desk.view.visualRect(desk.page.model.index(1, 1)).center()
    desk.drag(start, QPoint(end.x(), end.y() + 20))
    assert one.id in {other.id for other in desk.measures(place.cell, "SOI6")}
    desk.context.workbench.undo()
    assert one.id in {other.id for other in desk.measures(place.cell, "SOI5")}


def test_the_filter_takes_state_year_and_missing_clears_together_and_esc_gives_it_up(desk: Desk) -> None:
    bar = desk.page.heading.bar
    mine = [one for one in everything(desk) if one.initiative == desk.view.place.initiative]
    choose(bar.state, "late")
    assert set(shown(desk)) == {one.id for one in mine if one.is_late(date.today())}
    choose(bar.state, "")
    choose(bar.lacking, "any")
    assert set(shown(desk)) == {one.id for one in mine if one.unclear}
    choose(bar.lacking, "")
    years = [bar.year.itemData(row) for row in range(1, bar.year.count())]
    choose(bar.year, years[0])
    wanted = {one.id for one in mine if one.due and (one.start or one.due).year <= years[0] <= one.due.year}
    assert set(shown(desk)) == wanted
    assert f"{len(wanted)} trong {len(mine)}" in desk.page.heading.totals.text()
    desk.view.setFocus()
    desk.key(Key.Key_Escape)
    assert len(shown(desk)) == len(mine)
    assert bar.year.currentIndex() == 0


def test_the_cells_grow_and_shrink_and_are_found_so_again(desk: Desk) -> None:
    view = desk.view
    usual = view.scale
    desk.key(Key.Key_Plus, CONTROL)
    assert view.scale.size > usual.size
    desk.key(Key.Key_Minus, CONTROL)
    desk.key(Key.Key_Minus, CONTROL)
    assert view.scale.size < usual.size
    desk.key(Key.Key_0, CONTROL)
    assert view.scale == usual
    desk.page.heading.looks["dense"].trigger()
    desk.page.heading.looks["wrap"].trigger()
    scale = view.scale
    assert scale.is_dense and scale.most == 1
    assert desk.context.settings.text("matrix/scale") == scale.written()
    desk.go(PAIR)
    desk.key(Key.Key_F2)
    desk.type("Vẫn sửa được")
    desk.key(Key.Key_Return, widget=view.inline)
    assert desk.texts(PAIR)[0] == "Vẫn sửa được"


@pytest.mark.parametrize("form", ["direction", "factor", "compare", "heat", "update"])
def test_every_view_speaks_both_languages_and_takes_on_every_theme(desk: Desk, form: str) -> None:
    desk.go(EMPTY)
    choose(desk.page.heading.form, form)
    pictures = set()
    for language in ("vi", "en"):
        for theme in ("light", "dark", "contrast"):
            desk.context.language.use(language)
            desk.context.themes.use(theme)
            QApplication.processEvents()
            pictures.add(bytes(desk.window.grab().toImage().constBits()))
    assert len(pictures) == 6


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_view_fits_into_the_narrowest_window(desk: Desk, language: str) -> None:
    desk.context.language.use(language)
    for form in FORMS:
        choose(desk.page.heading.form, form)
        desk.window.resize(1920, 1080)
        QApplication.processEvents()
        desk.window.resize(1280, 720)
        QApplication.processEvents()
        assert (desk.window.width(), desk.window.height()) == (1280, 720), form
        heading = desk.page.heading
        shown = (heading.selector, heading.title, heading.form, heading.heat, heading.project)
        ends = [(part.x(), part.x() + part.width()) for part in shown if part.isVisible()]
        assert all(end <= start for (_, end), (start, _) in pairwise(ends)), form
        assert ends[-1][1] <= heading.width(), form
