# make report   set up, run all notebooks, write reports/ and data/derived/   (CORPUS=path: your own articles)
# make test     set up, run the tests
# make lab      open JupyterLab on the notebooks
# make bench    measure speed, memory and accuracy
# make notebooks  run the committed notebooks again and keep their new outputs
# make lock     resolve the locked versions anew
# make clean    remove all that the others made
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPUS ?=
.DEFAULT_GOAL := help
.PHONY: help setup setup-test report test lab bench notebooks lock clean
export PYTHONHASHSEED := 0

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

# $(call install,lock file,what): uv where the package index has it, plain pip where not; both check every hash
define install
	@test -x $(BIN)/python || { echo "[1/3] making $(VENV)"; $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "Python 3.11 or later is needed; $(PYTHON) is older. Call make PYTHON=python3.12 …" >&2; exit 1; }; $(PYTHON) -m venv $(VENV); }
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv 2>/dev/null || echo "      uv cannot be had here: pip will do"
	@echo "[2/3] installing $(2) (a minute or two the first time)"
	@if test -x $(BIN)/uv; then $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1) \
	    && $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) \
	    && $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .; fi
	@touch $@
endef

$(VENV)/.installed: requirements.lock pyproject.toml
	$(call install,requirements.lock,the packages of the report)

$(VENV)/.installed-test: requirements-dev.lock requirements.lock pyproject.toml
	$(call install,requirements-dev.lock,the packages of the report and the tests)
	@touch $(VENV)/.installed

# the last Matplotlib that does not shape Arabic itself (JupyterLite ships it): the rendering proofs draw on both
$(VENV)/mpl310/.installed: requirements-mpl310.lock $(VENV)/.installed-test
	@if test -x $(BIN)/uv; then $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --no-deps --target $(VENV)/mpl310 -r $<; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --upgrade --target $(VENV)/mpl310 -r $<; fi
	@touch $@

setup: $(VENV)/.installed
setup-test: $(VENV)/.installed-test $(VENV)/mpl310/.installed

report: setup
	@echo "[3/3] running the notebooks and writing reports/"
	@$(BIN)/python -m helpers.report $(if $(CORPUS),--corpus "$(CORPUS)")

test: setup-test
	@echo "[3/3] testing"
	@$(BIN)/python -m pytest -n 2 --dist loadfile

lab: setup
	$(BIN)/jupyter lab --notebook-dir=. notebooks/01_what_do_we_have.ipynb

bench: setup-test
	@$(BIN)/python benchmarks/run.py

notebooks: setup
	@$(BIN)/python -m helpers.report --refresh

lock:
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --generate-hashes --no-header --no-annotate --quiet -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) reports data/derived .hypothesis .pytest_cache build dist src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find notebooks -name .ipynb_checkpoints -type d -prune -exec rm -rf {} +
