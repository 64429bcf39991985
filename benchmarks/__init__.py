"""Benchmarks: work timed beside its floor or a rival in the same run; see `make bench` and docs/performance.md."""
