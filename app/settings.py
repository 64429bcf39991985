"""What the window remembers of its user: language, theme, place, recent plans. A bad file gives defaults."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

RECENT = 12


class Settings:
    """Typed access to the settings file."""

    def __init__(self, path: Path | None = None) -> None:
        file = path or Path(platformdirs.user_config_dir("soi-workbench", appauthor=False)) / "settings.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a text, the default where there is none or something else."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._store.setValue(key, value)

    def blob(self, key: str) -> QByteArray:
        """Return bytes such as a window's geometry, empty where there are none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_blob(self, key: str, value: QByteArray) -> None:
        """Remember bytes."""
        self._store.setValue(key, value)

    def recent(self) -> list[Path]:
        """Return the plans opened last, the newest first, those that are still there."""
        value = self._store.value("recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if isinstance(name, str) and name and Path(name).is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a plan first among the recent ones."""
        others = [other for other in self.recent() if other != path]
        self._store.setValue("recent", [str(one) for one in [path, *others][:RECENT]])

    def sync(self) -> None:
        """Write what is remembered to the file now."""
        self._store.sync()
