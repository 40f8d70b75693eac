"""From articles to every derived table, and the CSV files under data/derived/."""
from __future__ import annotations

from pathlib import Path

import pandas as pd

from .. import actors, casualties, corpus, dates, numbers, sources

__all__ = ["derive", "write"]


def derive(articles: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Every table that comes from the articles, by name; data/README.md describes each.

    >>> tables = derive(corpus.load(corpus.SEEDS))
    >>> list(tables)
    ['articles', 'left_out', 'sentences', 'numbers', 'dates', 'mentions', 'attributions', 'reports', 'members', 'events', 'totals']
    """
    reports = casualties.table(articles)
    events = casualties.events(reports)
    return {
        "articles": articles.drop(columns="text"),
        "left_out": corpus.left_out(articles),
        "sentences": corpus.sentences(articles),
        "numbers": numbers.table(articles),
        "dates": dates.table(articles),
        "mentions": actors.table(articles),
        "attributions": sources.table(articles),
        "reports": reports,
        "members": casualties.members(reports),
        "events": events,
        "totals": casualties.totals(events),
    }


def write(tables: dict[str, pd.DataFrame], folder: Path) -> None:
    """Each table as a CSV that a spreadsheet opens, old files of other names taken away."""
    from .. import export

    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.csv"):
        if old.stem not in tables:
            old.unlink()
    for name, table in tables.items():
        export.csv(table, folder / f"{name}.csv")
