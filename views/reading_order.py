"""The order in which Tab goes through a window: as one reads it, whenever its widgets were made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QWidget


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Go through the widgets within `widget` that take the focus by Tab: in the order of the layouts, then the rest.

    It goes by what is hidden, not by what is visible: the first page comes on before the window is shown.
    """
    if widget.isHidden() or not widget.isEnabled():
        return
    if _is_stop(widget):
        yield widget
    laid_out = list(_laid_out(widget.layout()))
    rest = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid_out]
    for child in (*laid_out, *rest):
        if not child.isWindow():
            yield from stops(child)


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next widget in reading order, or the one before; return False when there is no telling."""
    order = list(stops(window))
    now = QApplication.focusWidget()
    if now is None or not order:
        return False
    if now in order:
        place = order.index(now) + (1 if forward else -1)
    else:
        within = [number for number, one in enumerate(order) if now.isAncestorOf(one)]
        if not within:
            return False
        place = within[0] if forward else within[0] - 1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[place % len(order)].setFocus(reason)
    return True


def land(page: QWidget) -> None:
    """Let the keys go to a page that comes on: to its proxy, or so that Tab enters it, unless it has taken them."""
    now = QApplication.focusWidget()
    if page.focusProxy() is not None or now is None or not page.isAncestorOf(now):
        page.setFocus(Qt.FocusReason.OtherFocusReason)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    items = (layout.itemAt(place) for place in range(layout.count())) if layout is not None else ()
    for item in items:
        if item is not None and item.layout() is not None:
            yield from _laid_out(item.layout())
        elif item is not None and (widget := item.widget()) is not None:
            yield widget


def _is_stop(widget: QWidget) -> bool:
    """Say whether Tab stops here; of buttons of which one is chosen, at that one: the arrows go to the others."""
    if isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive():
        return widget.isChecked()
    return widget.focusProxy() is None and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
