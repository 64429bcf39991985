"""The catalogue of sentences that the program says outside the window, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from models.parsed import parsed

LANGUAGES = ("vi", "en")
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "messages"


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return every sentence of `language` under its dotted id."""
    return MappingProxyType(dict(_flat("", parsed(FOLDER / f"{language}.toml"))))


@dataclass(frozen=True)
class Sentence:
    """A sentence of the catalogue that is said later, in the language of whoever hears it."""

    message_id: str
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """Return it in `language` (vi or en)."""
        return say(self.message_id, language, **self.parameters)


def say(message_id: str, language: str, /, **parameters: Any) -> str:
    """Return the sentence `message_id` in `language` (vi or en) with its places filled.

    A parameter that is itself a Sentence, or an error with a sentence, is said in the same language.
    """
    said = {
        name: value.sentence(language) if hasattr(value, "sentence") else value for name, value in parameters.items()
    }
    return catalogue(language)[message_id].format(**said)


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{key}.", value)
        else:
            yield prefix + key, value
