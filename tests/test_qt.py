"""The Qt that the lock pins does not lose references to None: PySide6 6.12.0 on Python 3.11 does, and dies of it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 1_000


def test_a_thousand_calls_of_a_void_method_keep_the_references_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        thing.setObjectName(str(number))
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
