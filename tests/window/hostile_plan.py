"""A plan whose every text is markup, and a program that shows all of it; run as a program it is watched by strace."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLabel,
    QPlainTextEdit,
    QToolTip,
    QWidget,
)

from models import tables
from models.store.digest import write_stamp
from models.store.engine import connect
from views.main_window import MainWindow

BAIT_COLOUR = "#ff00ff"
PLACES = {"sot": "SOI5.O1", "matrix": "SOI5.KFA3.KF2", "network": "SOI5", "basis": "SOI5"}
_NO_PROSE = ("parameters", "label", "clause", "source")
"""Columns of text that hold codes and keys, which a plan that was edited by hand may not bend without being refused."""


def payload(bait: Path) -> str:
    """Return a text that, taken for markup, would read the picture `bait`, reach the network or lose letters."""
    return (
        f'<img src="file://{bait}"/><b>đậm</b> AT&T &amp; <a href="http://127.0.0.1:9/">x</a>'
        f'<img src="http://127.0.0.1:9/x.png"> <table><tr><td background="{bait}">x</td></tr></table> {{0}} %s'
    )


def make(example: Path, path: Path, bait: Path) -> None:
    """Write at `path` the example with markup before every text that a person can have written."""
    shutil.copy(example, path)
    picture = QPixmap(400, 300)
    picture.fill(QColor(BAIT_COLOUR))
    assert picture.save(str(bait))
    with closing(connect(path)) as file:
        file.execute("BEGIN")
        for table in tables.metadata.sorted_tables:
            for column in table.columns:
                is_text = isinstance(column.type, tables.PlanText)
                if is_text and column.server_default is not None and column.name not in _NO_PROSE:
                    _bend(file, table.name, column.name, payload(bait))
        write_stamp(file)
        file.execute("COMMIT")


def _bend(file: sqlite3.Connection, table: str, column: str, text: str) -> None:
    file.execute(f'UPDATE {table} SET "{column}" = ? || "{column}"', (text,))


def tips(window: QWidget) -> Iterator[str]:
    """Go through the tool tips of a window, those of its lists and pictures too."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _tips_of(widget)
        if isinstance(widget, QGraphicsView) and widget.scene() is not None:
            yield from (item.toolTip() for item in widget.scene().items())
    for action in window.findChildren(QAction):
        yield action.toolTip()


def _tips_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            yield model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""
            yield model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) or ""
        yield model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) or ""


def texts(page: QWidget) -> Iterator[str]:
    """Go through what a page says in labels, editors, lists and to those who cannot see it."""
    for widget in page.findChildren(QWidget):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if isinstance(widget, QLabel):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))


def show_everything(window: MainWindow, seen: QWidget | None = None) -> None:
    """Bring every page on screen, paint it, and show every tool tip."""
    for code in window.pages:
        window.go(code, PLACES.get(code, ""))
        for _ in range(30):
            QApplication.processEvents()
        window.grab()
        for tip in {tip for tip in tips(window) if tip}:
            QToolTip.showText(QPoint(9, 9), tip, window)
        QApplication.processEvents()


def main() -> None:
    """Show everything of the plan that is given, and look for something in it."""
    from main import build_window

    application = QApplication(sys.argv[:1])
    window = build_window(Path(sys.argv[1]))
    assert isinstance(window, MainWindow)
    window.show()
    application.processEvents()
    print("begin", flush=True)
    show_everything(window)
    window.palette_box.open()
    window.palette_box.box.setText("img src")
    window.palette_box._look()
    window.grab()
    window.context.herald.trouble(payload(Path("bait.png")))
    window.grab()
    print("end", flush=True)
    window.close()


if __name__ == "__main__":
    main()
