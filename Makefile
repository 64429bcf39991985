# `make help` says what can be made. On a bare Debian 12 it takes python3, python3-venv and make.

SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.DEFAULT_GOAL := help
.PHONY: help venv run window documents test desk soak lint i18n bench screenshots lock clean

PYTHON ?= python3
PY := .venv/bin/python
READY := .venv/ready
SOI := $(PY) main.py
PLAN := out/Kế hoạch NQ 52.soi

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

venv: $(READY) ## the Python environment in .venv, from requirements.lock

$(READY): requirements.lock
	@$(PYTHON) .ci/system-libraries venv
	@echo "Setting up .venv from requirements.lock (once) …"
	@$(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.lock
	@touch $@

run: $(if $(DISPLAY)$(WAYLAND_DISPLAY),window,documents) ## the example plan in the window; without a screen, its documents in out/

window: $(READY)
	@$(PYTHON) .ci/system-libraries qt screen
	@test -e "$(PLAN)" || { mkdir -p out && $(SOI) new "$(PLAN)" --example; }
	@$(SOI) "$(PLAN)"

documents: $(READY)
	@echo "There is no screen here: the example plan and its documents are made without the window."
	@rm -rf out && mkdir out
	@$(SOI) new "$(PLAN)" --example
	@$(SOI) export "$(PLAN)" sheets out/sheets.pdf
	@$(SOI) export "$(PLAN)" network out/network.pdf
	@$(SOI) export "$(PLAN)" network out/network.svg
	@$(SOI) export "$(PLAN)" network out/network.png
	@$(SOI) export "$(PLAN)" matrix out/matrix.pdf
	@echo
	@echo "$(PLAN)        the example plan: $(SOI) show \"$(PLAN)\""
	@echo "out/sheets.pdf                the sheets of its 12 initiatives"
	@echo "out/network.pdf, .svg, .png   how the initiatives depend on one another"
	@echo "out/matrix.pdf                their driving matrices"

test: $(READY) ## the tests, on every core; no display needed
	@$(PYTHON) .ci/system-libraries qt
	@$(PY) -m pytest -n auto

desk: $(READY) ## the tests that need a display or another program
	@$(PYTHON) .ci/system-libraries qt screen desk
	@$(PY) -m pytest -m desk

soak: $(READY) ## the long random runs, in full
	@$(PYTHON) .ci/system-libraries qt
	@$(PY) -m pytest -n auto -m soak --hypothesis-profile=soak

lint: $(READY) ## style, format, types (Windows branches too) and import rules
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -m mypy --platform win32
	@.venv/bin/lint-imports

i18n: $(READY) ## are the messages complete in both languages?
	@$(PYTHON) .ci/system-libraries qt
	@$(PY) -m pytest tests/test_messages.py

bench: $(READY) ## floor, peer, ours, ratio; appended to docs/performance.md
	@$(PY) -m benchmarks

screenshots: $(READY) ## every page, both languages, light and dark, into docs/screenshots
	@$(PYTHON) .ci/system-libraries qt
	@$(PY) docs/make_screenshots.py

lock: ## resolve pyproject.toml into requirements.lock; remove the old one first to take every newest version
	@$(PYTHON) .ci/system-libraries venv
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@build/lock/bin/uv pip compile pyproject.toml --extra dev --output-file requirements.lock --quiet \
		--generate-hashes --universal --fork-strategy fewest --python-version 3.11 \
		--no-config --custom-compile-command "make lock"

clean: ## remove what make made; the environment too
	@rm -rf .venv build dist out .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache *.egg-info
