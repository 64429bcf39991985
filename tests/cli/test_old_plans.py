"""Plans of an older format on the command line: they are shown as they are, and written after a backup."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commandline import Soi
from tests.store.tools import old


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan file of version 1."""
    path = tmp_path / "Kế hoạch cũ.soi"
    path.write_bytes(old.unpacked(old.WITH_STAKEHOLDERS))
    return path


def test_looking_at_it_changes_nothing_and_says_nothing(soi: Soi, path: Path) -> None:
    before = path.read_bytes()
    for command in ("show", "verify", "log", "backups"):
        assert soi(command, path).code == 0
    plan = soi.json("show", path)
    first = plan["initiatives"][0]
    assert first["lead"] == "BTC"
    assert first["stakeholders"] == ["Doanh nghiệp", "Người dân", "Ủy ban nhân dân các tỉnh"]
    assert soi("show", path).err == ""
    assert path.read_bytes() == before


@pytest.mark.parametrize(("lang", "said"), [("vi", "định dạng của phiên bản cũ"), ("en", "format of an older version")])
def test_the_first_edit_names_the_backup_and_the_history_goes_on(soi: Soi, path: Path, lang: str, said: str) -> None:
    steps = soi.json("log", path)
    ran = soi("answer", path, "SOI2", "O1", "Viết tiếp", lang=lang)
    assert ran.code == 0
    assert said in ran.err
    (backup,) = soi.json("backups", path)
    assert backup["path"] in ran.err
    log = soi.json("log", path)
    assert [step["label"] for step in log[:2]] == ["answer.write", "plan.migrate"]
    assert [step["sequence"] for step in log[2:]] == [step["sequence"] for step in steps[1:]]
    assert soi("undo", path).code == 0
    assert soi("undo", path).code == 3


def test_an_edit_that_is_refused_leaves_it_in_its_format(soi: Soi, path: Path) -> None:
    before = path.read_bytes()
    assert soi("answer", path, "SOI99", "O1", "Không có").code != 0
    assert path.read_bytes() == before
