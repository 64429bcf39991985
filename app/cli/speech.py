"""How the command line hears and speaks: texts from standard input, results and messages to the other two streams."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from models.errors import UsageError, UserError
from models.messages import LANGUAGES, say
from models.text import LONGEST_TEXT

_VARIABLES = ("SOI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_STANDARD_INPUT = "-"
_BYTE_ORDER_MARK = "\ufeff"
_NARROWEST = 40
_GAP = "  "
# A plan or a file name that others made must not steer the user's terminal.
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


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
    """Write a line to standard error; where nobody listens, nothing is written."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(sentence.translate(_CONTROLS), file=sys.stderr, flush=True)


def out(line: str = "") -> None:
    """Write a line of the result to standard output; raises UserError when it cannot be written."""
    if sys.stdout is None:
        raise UserError("usage.no_output")
    try:
        print(line.translate(_CONTROLS))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UserError("usage.output", reason=error.strerror or str(error)) from error


def out_rows(rows: Iterable[Sequence[str]], indent: str = "") -> None:
    """Write rows in aligned columns; on a terminal the last one is broken at its edge, elsewhere a row is one line."""
    table = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        head = indent + "".join(cell.ljust(width) + _GAP for cell, width in zip(row[:-1], widths, strict=False))
        out_hanging(head, row[-1])


def out_hanging(head: str, body: str) -> None:
    """Write a text after `head`; on a terminal its further lines stand beneath the first."""
    if sys.stdout is None or not sys.stdout.isatty():
        out(f"{head}{body}".rstrip())
        return
    room = max(shutil.get_terminal_size().columns - len(head), _NARROWEST)
    lines = [line for part in body.split("\n") for line in textwrap.wrap(part, room) or [""]]
    for place, line in enumerate(lines):
        out(f"{' ' * len(head) if place else head}{line}".rstrip())


def out_json(document: Any) -> None:
    """Write the result as one JSON document."""
    out(as_json(document))


def as_json(document: Any) -> str:
    """Return a document as JSON, one line for each of its values."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)


def texts_read(texts: dict[str, str]) -> dict[str, str]:
    """Return texts with the one that is `-` read from standard input; raises UsageError when more than one is."""
    asked = [name for name, words in texts.items() if words == _STANDARD_INPUT]
    if len(asked) > 1:
        raise UsageError("usage.input_twice")
    return texts | {name: _standard_input() for name in asked}


def _standard_input() -> str:
    """Return what stands on standard input, without byte order mark and the line feed at its end."""
    if sys.stdin is None:
        raise UserError("usage.no_input")
    try:
        words = sys.stdin.read(LONGEST_TEXT + 2)
    except UnicodeDecodeError as error:
        raise UserError("usage.not_utf8") from error
    if len(words) > LONGEST_TEXT + 1:
        raise UserError("usage.input_too_long", longest=LONGEST_TEXT)
    return words.removeprefix(_BYTE_ORDER_MARK).removesuffix("\n")


def finish() -> None:
    """Hand over what is still kept back of the result; raises UserError when it cannot be written."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence()
        raise UserError("usage.output", reason=error.strerror or str(error)) from error


def silence() -> None:
    """Let the interpreter end without a word of what could not be written to standard output."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def use_utf8() -> None:
    """Read and write UTF-8 whatever the locale; what cannot be written is shown as its code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdin else "backslashreplace")
