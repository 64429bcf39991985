"""Two changes to one text at the same time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.parts.merging import merged


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("a b", "a b c", "0 a b", "0 a b c"),
        ("a b", "0 a b", "a b c", "0 a b c"),
        ("a tha", "a tha tiếng", "a", "a tiếng"),
        ("một hai ba", "một HAI ba", "một hai BA", "một HAI BA"),
        ("x", "x", "y", "y"),
        ("x", "y", "x", "y"),
        ("x", "y", "y", "y"),
    ],
)
def test_changes_to_different_parts_are_both_kept(base: str, mine: str, theirs: str, both: str) -> None:
    assert merged(base, mine, theirs) == both


@pytest.mark.parametrize(
    ("base", "mine", "theirs"), [("", "a", "b"), ("một", "hai", "ba"), ("a b c", "a X c", "a Y c")]
)
def test_changes_to_the_same_part_are_not_merged(base: str, mine: str, theirs: str) -> None:
    assert merged(base, mine, theirs) is None


@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=10))
def test_additions_at_both_ends_are_both_kept(base: str, before: str, after: str) -> None:
    both = merged(f"[{base}]", f"[{base}]{after}", f"{before}[{base}]")
    assert both == f"{before}[{base}]{after}"
