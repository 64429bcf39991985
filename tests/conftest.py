"""What every test stands on: no display is needed, and hypothesis runs as `make test` or as `make soak` wants it."""

import os

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("default", deadline=None, max_examples=50, print_blob=True)
settings.register_profile("soak", settings.get_profile("default"), max_examples=2_000, stateful_step_count=200)
settings.load_profile("default")


@pytest.fixture(autouse=True)
def private_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test's working copies, backups, indexes and logs lie in folders of its own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("DATA", "CACHE", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
