"""The pages of the window, each built when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from views.page import Page
from views.theme import SPACE

_MARGIN = SPACE[4]
_BREATH_MS, _IDLE_MS = 250, 60
"""The page that is shown is painted before the others are built, and keys are heard between them."""


class Pages(Mapping[str, Page]):
    """Pages by their codes in a stack; `makers` build them."""

    def __init__(self, makers: Mapping[str, Callable[[], Page]], stack: QStackedWidget) -> None:
        self._makers = makers
        self._stack = stack
        self._built: dict[str, Page] = {}

    @property
    def built(self) -> tuple[Page, ...]:
        """Return the pages that were built so far."""
        return tuple(self._built.values())

    def build_next(self) -> bool:
        """Build one more page; return False when all are built."""
        for code in self._makers:
            if code not in self._built:
                self[code]
                return True
        return False

    def build_rest(self) -> None:
        """Build the pages that were not asked for yet, one at a time, while the event loop has nothing else to do."""
        QTimer.singleShot(_BREATH_MS, self._stack, self._build_on)

    def _build_on(self) -> None:
        if self.build_next():
            QTimer.singleShot(_IDLE_MS, self._stack, self._build_on)

    def __getitem__(self, code: str) -> Page:
        if code not in self._built:
            self._built[code] = page = self._makers[code]()
            self._take_in(page)
        return self._built[code]

    def _take_in(self, page: Page) -> None:
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        if (layout := page.layout()) is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(page)
        page.recolour()
        page.retranslate()

    def __contains__(self, code: object) -> bool:
        return code in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
