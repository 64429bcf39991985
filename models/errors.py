"""Errors that a person can act on, apart from bugs."""

from __future__ import annotations

from typing import Any

from models.messages import say


class UserError(Exception):
    """Something that a person can mend: it becomes one sentence of the message catalogue.

    `message_id` names the sentence in resources/messages, `parameters` fill its places.
    """

    def __init__(self, message_id: str, **parameters: Any) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.parameters = parameters

    def sentence(self, language: str) -> str:
        """Return what happened, why and what to do, in `language` (vi or en)."""
        return say(self.message_id, language, **self.parameters)

    def __str__(self) -> str:
        return self.sentence("en")


class UsageError(UserError):
    """What was asked for is not well said: nothing was looked at, nothing was changed."""


class ConflictError(UserError):
    """The same thing was changed elsewhere meanwhile: nothing was overwritten."""


class DamagedError(UserError):
    """A plan file is not what this program wrote: it was refused and its bytes are untouched."""
