"""`python -m benchmarks [NAME…]`: measure, print tables, and add them to the history in docs/performance.md."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks import report
from benchmarks.documents import documents
from benchmarks.edits import edits
from benchmarks.material import Material
from benchmarks.matrix import matrix
from benchmarks.networks import networks
from benchmarks.opening import opening
from benchmarks.projecting import projecting
from benchmarks.reads import reads
from benchmarks.report import Figure
from benchmarks.screens import screens
from benchmarks.searching import searching
from benchmarks.starting import starting

BENCHMARKS: Mapping[str, Callable[[Material], Iterator[Figure]]] = {
    "edits": edits,
    "opening": opening,
    "reads": reads,
    "searching": searching,
    "networks": networks,
    "starting": starting,
    "screens": screens,
    "matrix": matrix,
    "projecting": projecting,
    "documents": documents,
}
_FOLDER = report.ROOT / "build" / "benchmarks"


def main() -> None:
    """Carry out the benchmarks that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(BENCHMARKS))
    parser.add_argument("--only-print", action="store_true", help="leave the history as it is")
    given = parser.parse_args()
    names = given.names or list(BENCHMARKS)
    for name in names:
        if name not in BENCHMARKS:
            parser.error(f"{name}: there are only {', '.join(BENCHMARKS)}")
    print(report.machine(), flush=True)
    figures: list[Figure] = []
    material = Material(private_folder(_FOLDER))
    try:
        for name in names:
            found = list(BENCHMARKS[name](material))
            print(f"\n{name}\n\n{report.table(found)}", flush=True)
            figures += found
    finally:
        shutil.rmtree(_FOLDER, ignore_errors=True)
    if not given.only_print:
        report.append(figures)


def private_folder(folder: Path) -> Path:
    """Return `folder`, empty, and let working copies, locks and caches of this process and its children lie in it."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("DATA", "CACHE", "STATE", "CONFIG"):
        place = folder / name.lower()
        place.mkdir(parents=True)
        os.environ[f"XDG_{name}_HOME"] = str(place)
    return folder


if __name__ == "__main__":
    main()
