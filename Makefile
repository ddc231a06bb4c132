PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check format lint types layers rules golden seeds bench bench-archive crash schemas compile eval-quantities eval-dates eval-pairs eval-links eval-mutations

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m compileall -q src
	touch $@

$(VENV)/.runnable: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -m compileall -q src
	touch $@

demo: $(VENV)/.runnable        ## install and show a report on the sample articles
	$(BIN)/claimcheck report data/articles

test: $(VENV)/.installed       ## install and run the tests
	$(BIN)/python -m pytest

format: $(VENV)/.installed
	$(BIN)/ruff format --check .

lint: $(VENV)/.installed
	$(BIN)/ruff check .

types: $(VENV)/.installed
	$(BIN)/mypy

layers: $(VENV)/.installed
	$(BIN)/lint-imports

rules: $(VENV)/.installed
	$(BIN)/claimcheck rules test

check: format lint types layers rules test   ## everything the gate asks for

golden: $(VENV)/.installed     ## write the golden reports anew; read the diff
	$(BIN)/python tests/golden/write.py
	$(BIN)/python -m claimcheck.rules.describe > docs/rules.md

schemas: $(VENV)/.installed    ## write the JSON Schemas anew
	$(BIN)/python tests/golden/schemas.py
	$(BIN)/claimcheck rules schema > rules/rule.schema.json

compile: $(VENV)/.installed    ## write rules/compiled.json anew
	$(BIN)/python -m claimcheck.rules.compile

seeds: $(VENV)/.installed      ## the five real articles against their gold: expected and got
	$(BIN)/python tests/quality/seeds.py

bench: $(VENV)/.installed      ## start-up, report and stages, as ratios
	$(BIN)/python bench/run.py
	$(BIN)/python bench/archive.py

bench-archive: $(VENV)/.installed    ## archives of 1,000 to 100,000 articles: checks, growth, adding
	$(BIN)/python bench/archive.py --heavy

crash: $(VENV)/.installed      ## kill 200 runs that write to an archive, and see that nothing is lost
	$(BIN)/python -m tests.store.crash 200

eval-quantities: $(VENV)/.installed
	$(BIN)/python tests/quality/quantities.py

eval-dates: $(VENV)/.installed
	$(BIN)/python tests/quality/dates.py

eval-pairs: $(VENV)/.installed
	$(BIN)/python tests/quality/pairs.py

eval-links: $(VENV)/.installed
	$(BIN)/python tests/quality/links.py

eval-mutations: $(VENV)/.installed
	$(BIN)/python -m tests.quality.mutations
