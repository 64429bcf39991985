"""A plan to work on: laid down once, then a fresh copy of the file for every test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.editing import plans
from models.method import Bilingual, MethodPack, open_pack
from models.store.plan import Plan
from tests.models.desk import AUTHOR, FakeClock


@pytest.fixture(scope="session")
def method() -> MethodPack:
    return open_pack("nq52")


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory, method: MethodPack) -> Path:
    """A published plan with the twelve initiatives and nothing in them."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        path = tmp_path_factory.mktemp("blank") / "Kế hoạch.soi"
        with Plan.create(path, method, author="Người lập", clock=FakeClock()) as plan:
            plan.found("plan.create", plans.found, Bilingual("Kế hoạch", "Plan"), "vi")
    return path


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def open_copy(blank: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Callable[[], Plan]]:
    """Open one and the same copy of the blank plan; what is left open is closed at the end."""
    path = tmp_path / "Kế hoạch.soi"
    shutil.copy(blank, path)
    opened: list[Plan] = []

    def open_it() -> Plan:
        opened.append(Plan.open(path, author=AUTHOR, clock=clock))
        return opened[-1]

    yield open_it
    for plan in opened:
        plan.close()


@pytest.fixture
def plan(open_copy: Callable[[], Plan]) -> Plan:
    return open_copy()
