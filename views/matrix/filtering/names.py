"""Lists that say more, opened, than their closed selector does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

FULL_ROLE = Qt.ItemDataRole.UserRole + 1


class FullName(QStyledItemDelegate):
    """Shows in the list what its items hold under FULL_ROLE."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Take the full name for the text."""
        super().initStyleOption(option, index)
        option.text = index.data(FULL_ROLE) or option.text
