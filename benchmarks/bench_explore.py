"""Exploring 1,000 articles: milliseconds until every linked view of the panel has answered; counting words in them: seconds."""
from __future__ import annotations

import statistics
import sys
import time
import warnings
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from explored import tables as made_up  # noqa: E402
from helpers import corpus, explore, words  # noqa: E402

ARTICLES = 1_000
LIMIT = 200


def main() -> None:
    warnings.simplefilter("ignore", words.SmallCorpusWarning)
    articles = _articles(ARTICLES)
    started = time.perf_counter()
    tables = explore.prepare(articles, progress=False)
    print(f"   prepare, {ARTICLES:,} articles of the seeds, {len(tables.reports):,} reports: {time.perf_counter() - started:.1f} s (a progress bar shows)")
    for name, panel in (("seeds", explore.panel(tables)), ("made up", explore.panel(made_up(ARTICLES)))):
        times = {what: _milliseconds(act) for what, act in _actions(panel).items()}
        slowest = max(times, key=times.get)
        print(f"   panel, {name}: median {statistics.median(times.values()):.0f} ms, slowest {times[slowest]:.0f} ms ({slowest}); limit {LIMIT}")
    for what, count in _counts(articles).items():
        print(f"   words.{what}: {_milliseconds(count, 1) / 1000:.1f} s")


def _actions(panel) -> dict:
    outcome = panel.selected.bars("outcomes")["group"].iloc[0]
    actor = panel.selected.bars("actors")["group"].iloc[0]
    source = panel.selected.bars("sources")["group"].iloc[0]
    return {
        **{f"view {view}": lambda view=view: panel.choose(view) for view in explore.VIEWS},
        "filter by outcome": lambda: panel.choose("outcomes", outcomes=[outcome]),
        "press a bar": lambda: panel._choose_bar(outcome),
        "clear": panel._clear,
        "filter by actor": lambda: panel.choose(actors=[actor]),
        "filter by source": lambda: panel.choose(sources=[source], actors=()),
        "filter by days": lambda: panel.choose(since="2016-07-05", until="2016-08-30", sources=()),
        "everything again": panel._clear,
        "choose a row": lambda: setattr(panel._list, "value", (panel._list.value + 7) % max(1, len(panel._shown))),
    }


def _counts(articles: pd.DataFrame) -> dict:
    half = len(articles) // 2
    return {
        "frequencies": lambda: words.frequencies(articles),
        "concordance": lambda: words.concordance(articles, "هدنة"),
        "keyness": lambda: words.keyness(articles[:half], articles[half:]),
        "collocations": lambda: words.collocations(articles),
        "near_duplicates": lambda: words.near_duplicates(articles),
    }


def _milliseconds(act, times: int = 3) -> float:
    """The slowest of a few, as a user would meet it."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - started))
    return max(taken)


def _articles(count: int) -> pd.DataFrame:
    """Articles made of the seeds, each with an id and a day of its own."""
    seeds = corpus.load(corpus.SEEDS)
    copies = pd.concat([seeds] * -(-count // len(seeds)), ignore_index=True).head(count)
    number = pd.Series(range(count))
    return copies.assign(article=("a" + number.astype(str)).astype("string"), text=(copies["text"] + " رقم " + number.astype(str)).astype("string"),
                         published=copies["published"] + pd.to_timedelta(number % 300, unit="D"))


if __name__ == "__main__":
    main()
