"""Texts of any characters that planners, and others, write."""

from __future__ import annotations

import unicodedata
from random import Random

ALPHABETS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ ĐẮẰẾ",
    "e\u0301\u0302\u0323o\u031b\u0300 d\u0111",
    "'\"%;,—–“”()<>&=+@\\\n\t",
    "😀👩‍👩‍👧🇻🇳\u200f\u202eשלום\u0627\u0644漢字\U0010ffff\u00a0\u2028",
    "0123456789 NULL'','; DROP TABLE answer; --",
)
QUESTIONS = ("O", "O1", "S3", "C2")


def a_text(random: Random, longest: int = 12) -> str:
    """Return a text in one of the scripts that planners, and others, write."""
    alphabet = random.choice(ALPHABETS)
    return "".join(random.choice(alphabet) for _ in range(random.randint(0, longest)))


def composed(text: str | None) -> str | None:
    """Return the text as a plan keeps it."""
    return None if text is None else unicodedata.normalize("NFC", text)


def some(random: Random, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return some of the values, in any order."""
    return tuple(random.sample(values, random.randint(0, len(values))))
