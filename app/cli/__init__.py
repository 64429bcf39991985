"""The command line: a thin layer over the same reading, editing and documents that the window uses."""

DONE, FOUND, USAGE, FAILED = 0, 1, 2, 3
"""Exit codes: done; the plan has errors; wrong usage; it could not be done and nothing was changed."""
