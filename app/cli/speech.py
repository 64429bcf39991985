"""How the command line speaks: results to standard output, messages to standard error, in the user's language."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from models.messages import LANGUAGES, say

_VARIABLES = ("SOI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def language() -> str:
    """Return the language of messages: that of SOI_LANG or the locale where it is one of ours, else Vietnamese."""
    for variable in _VARIABLES:
        value = os.environ.get(variable, "")[:2].lower()
        if value in LANGUAGES:
            return value
    return "vi"


def text(message_id: str, **parameters: Any) -> str:
    """Return a sentence of the catalogue in the user's language."""
    return say(message_id, language(), **parameters)


def tell(message_id: str, **parameters: Any) -> None:
    """Say a sentence of the catalogue on standard error."""
    hint(text(message_id, **parameters))


def hint(sentence: str) -> None:
    """Write a line to standard error."""
    print(sentence, file=sys.stderr)


def out(line: str = "") -> None:
    """Write a line of the result to standard output."""
    print(line)


def out_json(document: Any) -> None:
    """Write the result as one JSON document."""
    print(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False))


def use_utf8() -> None:
    """Read and write UTF-8 whatever the locale; what cannot be written is shown as its code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdin else "backslashreplace")
