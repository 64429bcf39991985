"""User text: what may be stored, and the form in which it is searched and compared."""

from __future__ import annotations

import re
import unicodedata

from models.errors import UserError

LONGEST_TEXT = 1_000_000
"""Characters that one field may hold: fifty times the longest answer seen in practice."""

_REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters but line feed and tab, lone surrogates and what is no character."""


def clean(text: str) -> str:
    """Return `text` as it is stored: NFC, lines ended by a line feed alone.

    Raises UserError when it holds a control character, a lone surrogate or too many characters,
    none of which survives an office file or a database.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST_TEXT:
        raise UserError("text.too_long", length=len(text), longest=LONGEST_TEXT)
    refused = _REFUSED.search(text)
    if refused:
        raise UserError("text.refused_character", code=f"U+{ord(refused[0]):04X}", place=refused.start() + 1)
    return text


def fold(text: str) -> str:
    """Return `text` without case, tone marks and accents (đ becomes d): what a search compares."""
    return unicodedata.normalize("NFC", text).casefold().translate(_UNACCENTED)


def _unaccented() -> dict[int, str]:
    """Return, for every accented Latin letter and every combining mark, the letter without them."""
    letters = {0x111: "d"}
    for code in (*range(0xC0, 0x250), *range(0x300, 0x370), *range(0x1E00, 0x1F00)):
        decomposed = unicodedata.normalize("NFD", chr(code))
        bare = "".join(character for character in decomposed if unicodedata.category(character) != "Mn")
        if bare != chr(code):
            letters[code] = bare
    return letters


_UNACCENTED = _unaccented()


def one_line(text: str, longest: int = 120) -> str:
    """Return `text` on one line, cut with an ellipsis after `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
