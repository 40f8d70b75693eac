"""python -m helpers.report [--corpus PATH] [--refresh]: what `make report` and `make notebooks` run."""
from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import nbformat

from .. import corpus, lexicon
from . import pages, tables

_REPORTS = lexicon.project_folder() / "reports"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m helpers.report", description=__doc__)
    parser.add_argument("--corpus", help="a folder or file of your own articles; without it the five seeds")
    parser.add_argument("--out", type=Path, default=_REPORTS, help="where the report goes (default: reports/)")
    parser.add_argument("--refresh", action="store_true", help="run the committed notebooks on the seeds and keep their new outputs; writes no report")
    options = parser.parse_args(arguments)
    try:
        if options.refresh:
            return refresh()
        return report(options.corpus, options.out.resolve())
    except (corpus.CorpusError, lexicon.LexiconError) as error:
        print(f"\n{type(error).__name__}: {error}", file=sys.stderr)
        return 2


def report(path: str | None, out: Path) -> int:
    """Tables, notebooks, figures and index for one corpus; prints what goes on."""
    started = time.monotonic()
    where = Path(path).expanduser().resolve() if path else corpus.SEEDS
    _say(f"reading {path or 'the five seeds'}")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", corpus.CorpusWarning)
        articles = corpus.load(where)
    for warning in told:
        _say(str(warning.message))
    seeds = corpus.is_seeds(articles)
    shutil.rmtree(out, ignore_errors=True)
    (out / "figures").mkdir(parents=True)
    _say(f"{len(articles):,} articles, {int(articles['words'].sum()):,} words; extracting tables")
    derived = tables.derive(articles)
    tables.write(derived, out / "tables")
    if out == _REPORTS:
        tables.write(derived, lexicon.data_folder() / "derived")
    environment = {"CORPUS": str(where), "REPORTS": str(out), "PYTHONWARNINGS": "ignore:Left out"}  # said above, listed in notebook 01
    paths = pages.notebooks()
    done, failures = _run_all(paths, environment, None if seeds else "seeds")
    links = [(path.stem, path.stem[3:].replace("_", " ")) for path in done]
    shown = [pages.write_page(notebook, path.stem, out, links) for path, notebook in done.items()]
    index = pages.index(shown, out, subtitle=_subtitle(articles), tables={name: len(table) for name, table in derived.items()},
                        figures=_figures(out), links=links)
    _say(f"done in {time.monotonic() - started:.0f} s: open {_short(index)}, figures in {_short(out / 'figures')}, tables in {_short(out / 'tables')}")
    return _tell(failures)


def refresh() -> int:
    """The committed notebooks with outputs of a new run on the seeds."""
    paths = pages.notebooks()
    done, failures = _run_all(paths, {"CORPUS": str(corpus.SEEDS), "REPORTS": str(_REPORTS)}, None)
    for path, notebook in done.items():
        nbformat.write(notebook, path)
    _readme_figure(_REPORTS / "figures" / "03_casualties.png")
    return _tell(failures)


def _readme_figure(png: Path) -> None:
    """The figure that README.md opens with, small enough for a page."""
    from PIL import Image

    target = lexicon.project_folder() / "notebooks" / "images" / "who_was_harmed.png"
    target.parent.mkdir(exist_ok=True)
    picture = Image.open(png).convert("RGB")
    picture.resize((1000, round(1000 * picture.height / picture.width)), Image.Resampling.LANCZOS).save(target, optimize=True)


def _run_all(paths: list[Path], environment: dict[str, str], drop_tag: str | None) -> tuple[dict[Path, nbformat.NotebookNode], list[str]]:
    """The notebooks that ran, in reading order, and what is to be said of those that failed."""
    done, failures = {}, []
    with ProcessPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        futures = {path: pool.submit(_run, path, environment, drop_tag) for path in paths}
        for path, future in futures.items():
            try:
                done[path], seconds = future.result()
                _say(f"notebook {path.stem} ({seconds:.0f} s)")
            except pages.NotebookError as error:
                failures.append(str(error))
                _say(f"notebook {path.stem} failed")
    return done, failures


def _tell(failures: list[str]) -> int:
    for failure in failures:
        print(f"\nNot in the report: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _run(path: Path, environment: dict[str, str], drop_tag: str | None):
    started = time.monotonic()
    return pages.run(path, environment=environment, drop_tag=drop_tag), time.monotonic() - started


def _figures(out: Path) -> str | None:
    from .. import figures

    if not any((out / "figures").glob("*.png")):
        return None
    figures.contact_sheet(out / "figures")
    return ('<p>Each as PNG, SVG, PDF and CSV, with caption and alt text: <a href="figures/index.html">all figures</a>.</p>'
            + figures.thumbnails(out / "figures", "figures/"))


def _subtitle(articles) -> str:
    first, last = articles["published"].min(), articles["published"].max()
    period = "" if first != first else f", published {first:%Y-%m-%d} to {last:%Y-%m-%d}"
    return f"{len(articles):,} articles, {int(articles['words'].sum()):,} words{period}."


def _short(path: Path) -> str:
    return os.path.relpath(path)


def _say(text: str) -> None:
    print(f"      {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
