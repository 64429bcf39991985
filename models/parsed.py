"""Data files of the program, parsed: reading TOML takes twenty times as long as JSON, so what was parsed is kept so."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import platformdirs


def parsed(path: Path) -> dict[str, Any]:
    """Return what the TOML file at `path` holds; raises OSError, UnicodeDecodeError or TOMLDecodeError.

    What it held when it was last parsed lies in the user's cache folder under the digest of its bytes. A file with
    dates is parsed each time: JSON has none.
    """
    content = path.read_bytes()
    place = hashlib.sha256(str(path).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    folder = Path(platformdirs.user_cache_dir("soi-workbench", appauthor=False)) / "parsed"
    kept = folder / f"{place}-{hashlib.sha256(content).hexdigest()[:32]}.json"
    with suppress(OSError, ValueError):
        found = json.loads(kept.read_bytes())
        if isinstance(found, dict):
            return found
    import tomllib

    values = tomllib.loads(content.decode("utf-8"))
    with suppress(OSError, TypeError, ValueError, RecursionError):
        _keep(kept, place, json.dumps(values, ensure_ascii=False))
    return values


def _keep(kept: Path, place: str, text: str) -> None:
    """Put the text where it is looked for, whole, and remove what was kept of the file's earlier contents."""
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for earlier in kept.parent.glob(f"{place}-*"):
        earlier.unlink()
    stage = kept.with_suffix(f".{os.getpid()}")
    stage.write_text(text, encoding="utf-8")
    stage.replace(kept)
