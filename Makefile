.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' > /dev/null 2>&1 && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := backend agent scraper tests
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-warn-script-location --require-hashes
DEBIAN := libreoffice-writer-nogui python3-uno poppler-utils fonts-noto-core fonts-noto-cjk chromium tesseract-ocr tesseract-ocr-deu

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

run: $(VENV)/.runtime ## set up what is needed and start Bespoke on http://127.0.0.1:8000
	@$(BIN)/python -m backend serve

test: $(VENV)/.dev system ## all checks and all tests
	@$(MAKE) --no-print-directory check
	@room=$$(mktemp -d); PYTEST_DEBUG_TEMPROOT=$$room $(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not nightly"; \
	status=$$?; rm -rf $$room; exit $$status

check: $(VENV)/.dev ## formatting, lint, types and import rules
	@$(BIN)/ruff format --check --quiet $(PACKAGES)
	@$(BIN)/ruff check --quiet $(PACKAGES)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache > $(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }

format: $(VENV)/.dev ## put the code into its one form
	@$(BIN)/ruff format --quiet $(PACKAGES)
	@$(BIN)/ruff check --fix --quiet $(PACKAGES)

nightly: $(VENV)/.dev system ## the long campaigns too: kills, mutations, real models
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup --timeout 3000

score: $(VENV)/.dev ## accuracy on our own cases, and on ../shared/eval where it is present
	@for table in gate match resumes jobs; do echo "== $$table"; PYTHONPATH=. $(BIN)/python tests/floor/score_$$table.py || exit 1; done

bench: $(VENV)/.dev ## speed and memory, in one run
	@for part in server reading scraper gate matching writing; do echo "== $$part"; \
		PYTHONPATH=. $(BIN)/python tests/bench/$${part}_bench.py || exit 1; done

lock: $(VENV)/.dev ## pin the dependencies of pyproject.toml anew, with hashes
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-tools
	@$(BIN)/pip-compile --quiet --upgrade --no-header --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links --no-emit-options -o requirements.txt pyproject.toml
	@$(BIN)/pip-compile --quiet --upgrade --no-header --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --extra dev \
		-c requirements.txt --no-emit-trusted-host --no-emit-find-links --no-emit-options -o requirements-dev.txt pyproject.toml

clean: ## remove what the commands made, people's data excepted
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Bespoke needs Python 3.11 or newer"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.txt | $(VENV)/bin/python
	@echo "Installing what Bespoke needs (once)"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the checks need (once)"
	@$(PIP) --no-compile -r requirements-dev.txt
	@touch $@ $(VENV)/.runtime

system:
	@missing=""; for package in $(DEBIAN); do dpkg -s $$package > /dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
		if command -v apt-get > /dev/null && [ "$$(id -u)" = 0 ]; then \
			echo "Installing Debian packages:$$missing"; \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing > /dev/null; \
		else echo "Some tests are skipped without these packages:$$missing"; fi; \
	fi

.PHONY: help run test check format nightly score bench lock clean system
