# `make run` opens the program, `make test` runs everything there is to run. Both install what is missing first.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.NOTPARALLEL:

# Persian in file names and output must not depend on where the program is built.
export LC_ALL := C.UTF-8
export PYTHONUTF8 := 1
# Hundreds of processes are started: compiled once, each of them is there in half the time.
export PYTHONDONTWRITEBYTECODE :=

BIN := .venv/bin
SAMPLE := resources/samples/faulty.txt
LOCK := pip compile --quiet --universal --generate-hashes --python-version 3.12 --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' pyproject.toml
SETUP := .ci/setup.sh pyproject.toml .python-version

.PHONY: run test check format torture bench screenshots messages docs lock data clean

run: .venv/run.stamp
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$$(uname -s)" != Linux ]; then \
		exec $(BIN)/pr-editor $(SAMPLE); \
	fi; \
	echo "No display here, so this is the review of $(SAMPLE) as text; «pr-editor» opens the window."; \
	$(BIN)/pr-editor check $(SAMPLE) || [ $$? -eq 1 ]

test: .venv/test.stamp
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=
	$(BIN)/coverage report --fail-under=90

check: .venv/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/test.stamp
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Kills the program a thousand times while it writes.
torture: .venv/test.stamp
	PR_EDITOR_TORTURE=1000 $(BIN)/python -m pytest -s tests/torture

bench: .venv/test.stamp
	$(BIN)/python -m benchmarks.run

screenshots: .venv/test.stamp
	$(BIN)/python -m benchmarks.screenshots
	$(BIN)/python -m benchmarks.library_screenshots
	PR_EDITOR_PICTURES=docs/images $(BIN)/python -m pytest -q -n0 tests/e2e/test_editors_day.py

messages: .venv/test.stamp
	for catalogue in resources/locale/*/LC_MESSAGES/*.po; do \
		$(BIN)/pybabel compile --input-file "$$catalogue" --output-file "$${catalogue%.po}.mo"; \
	done

docs: .venv/test.stamp
	$(BIN)/python -m docs.generate

# NEWS is a folder of news articles as text files, a blank line between two; only words and counts are kept. SOURCES is a
# folder of unpacked packages; resources/dictionaries/README.md says which, and how to fetch them.
data: .venv/test.stamp
	$(BIN)/python -m pr_editor.language.compile --news "$${NEWS:?the folder with news texts}" \
		--sources "$${SOURCES:?the folder with unpacked packages}" --out resources/dictionaries

lock: .venv/test.stamp
	uv=$$(.ci/setup.sh uv); \
	$$uv $(LOCK) --output-file requirements.lock; \
	$$uv $(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv .tools dist build .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/run.stamp: requirements.lock $(SETUP)
	@.ci/setup.sh run

.venv/test.stamp: requirements-dev.lock requirements.lock $(SETUP)
	@.ci/setup.sh test
