"""The composition root of SOI Workbench: `soi …` is `python main.py …`. Nothing imports this module but what starts it."""

from __future__ import annotations

import sys

from app.cli.program import main


def run() -> None:
    """Carry out the command line and end the process with its exit code."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
