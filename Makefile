# The doors of Parley. Each one prepares what it needs, so any of them works on a fresh clone.
# They need python3 (3.11 or later, with venv), make and git; PYTHON=python3.12 picks another interpreter.

.DEFAULT_GOAL := help
.PHONY: help setup dev build serve check lint format types imports content test test-long wheel bench lock words clean

help: ## list the doors
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

setup: ## prepare .venv: Parley and what it runs on
	@.ci/venv

dev: ## the same, with the tools of `make check` and `make test`
	@.ci/venv --dev

build: setup ## build the site into output/ (options: ARGS="...")
	@.venv/bin/python build.py build $(ARGS)

serve: setup ## build, serve and rebuild at every save (ARGS="--port 8001")
	@.venv/bin/python build.py serve $(ARGS)

check: dev ## check the code and the content; tells every fault, not just the first
	@$(MAKE) --no-print-directory --keep-going lint format types imports content

lint: dev
	@.venv/bin/ruff check .

format: dev
	@.venv/bin/ruff format --check .

types: dev
	@.venv/bin/mypy --strict parley build.py

imports: dev
	@.venv/bin/lint-imports --no-logo

content: setup
	@.venv/bin/python build.py check --pages
	@.venv/bin/python build.py fmt --check

test: dev ## run the tests, those with a real browser, language server and web server too (ARGS="-k name --share 0.1")
	@browser=$$(.ci/browser) && server=$$(.ci/language-server) && servers=$$(.ci/servers) && forms=$$(.ci/forms) && \
		CHROMIUM="$$browser" LANGUAGE_SERVER="$$server" SERVERS="$$servers" FORMS="$$forms" \
			.venv/bin/python -m pytest $(ARGS)

test-long: dev ## try for hours what `make test` tries for minutes; put the figures into docs/reliability.md (ARGS="-k name --share 0.1")
	@browser=$$(.ci/browser) && server=$$(.ci/language-server) && peers=$$(.ci/peers) && fuzzer=$$(.ci/fuzzer) && \
		CHROMIUM="$$browser" LANGUAGE_SERVER="$$server" PEERS="$$peers" FUZZER="$$fuzzer" \
		.venv/bin/python -m pytest -m reliability --long --figures=.figures.json $(ARGS) && \
		.venv/bin/python -m tests.reliability.report $(if $(ARGS),--add) .figures.json

wheel: setup ## build the wheel of this checkout into dist/
	@.venv/bin/python -I -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

bench: dev ## compare with Hugo and Eleventy on the same briefs (N="100 1000", ARGS="--rounds 3")
	@peers=$$(.ci/peers) && CHROMIUM=$$(.ci/browser || true) .venv/bin/python -m bench --peers "$$peers" \
		$(if $(N),--briefs $(N)) $(ARGS)

lock: ## pin the packages anew after a change in pyproject.toml (ARGS=--upgrade for newer versions)
	@.ci/lock $(ARGS)

words: dev ## bring the catalogues of translations up to date with what is said in English
	@.venv/bin/python -m tests.words.messages

clean: ## remove what was generated: output/, .schema/, .parley/ and caches; .venv stays
	@rm -rf output .output.parley-* .schema .parley .figures.json .fuzz build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache *.egg-info *.whl
	@find . \( -name .git -o -name .venv \) -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +
