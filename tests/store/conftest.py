"""Plans to damage: laid down once, then a fresh copy of the file for every test."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.access import Transaction
from models.editing import initiatives, plans
from models.editing.rows import add_row
from models.method import Bilingual, MethodPack, open_pack
from models.store.plan import Plan
from models.tables import plan as plan_table
from tests.store.tools.ledger import BASES

NAME = "Kế hoạch 2026.soi"


RAM = Path("/dev/shm")


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a killed program sees no difference, and the tests take a third."""
    if not os.access(RAM, os.W_OK):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="soi-test-", dir=RAM))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def data(private_folders: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program keeps what is its own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def method() -> MethodPack:
    return open_pack("nq52")


def lay_small(transaction: Transaction) -> None:
    """Lay down a plan without its reference data, so that a thousand of them take seconds."""
    add_row(
        transaction,
        plan_table,
        title_vi="Kế hoạch nhỏ",
        pack="nq52",
        pack_version=transaction.method.version,
        language="vi",
        created=transaction.now,
    )
    for basis in BASES:
        initiatives.add(transaction, basis, transaction.method.bases[basis].title)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, method: MethodPack) -> Path:
    """A published plan with three initiatives and nothing else."""
    path = tmp_path_factory.mktemp("small") / NAME
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        with Plan.create(path, method, author="Người lập") as plan:
            plan.found("plan.create", lay_small)
    return path


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory, method: MethodPack) -> Path:
    """A published plan with its sources, targets, bodies and twelve initiatives."""
    path = tmp_path_factory.mktemp("full") / NAME
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        with Plan.create(path, method, author="Người lập") as plan:
            plan.found("plan.create", plans.found, Bilingual("Kế hoạch", "Plan"), "vi")
    return path


@pytest.fixture
def path(small: Path, tmp_path: Path) -> Path:
    """The plan file to work with: a copy of the small plan."""
    folder = tmp_path / "Dự án"
    folder.mkdir()
    return Path(shutil.copy(small, folder / NAME))


@pytest.fixture
def full_path(full: Path, tmp_path: Path) -> Path:
    """A plan file with everything in it, to damage."""
    folder = tmp_path / "Cơ sở"
    folder.mkdir()
    return Path(shutil.copy(full, folder / NAME))
