"""What Qt itself says, such as the names in its file dialog and in the menus of fields: Qt ships no Vietnamese."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from app.language import Language
from models.messages import catalogue

_TABLE = "qt."


class QtWords(QTranslator):
    """Says Qt's own words in the language of the window: by the catalogue's table `qt`, else as Qt says them."""

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language

    def isEmpty(self) -> bool:
        """Return that there are words to say."""
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002
        number: int = -1,  # noqa: ARG002
    ) -> str | None:
        """Return a piece of text in the language of the window, None to leave it as it is."""
        return catalogue(self._language.code).get(_TABLE + source)
