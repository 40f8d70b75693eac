"""Take a selection away: its rows as CSV or Excel, its bars as a figure, each with the line of code that makes it again."""
from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pandas as pd

from helpers import export, lexicon

__all__ = ["default_folder", "save"]


def default_folder() -> Path:
    """`explore` in the reports folder (environment variable REPORTS, else reports/ of the project)."""
    return Path(os.environ.get("REPORTS") or lexicon.project_folder() / "reports") / "explore"


def save(panel, kind: str) -> Path:
    """Write what a panel shows: kind is csv, xlsx or figure. Returns where.

    The name ends in a digest of the line of code: the same selection has the same name.
    """
    panel.folder.mkdir(parents=True, exist_ok=True)
    stem = f"{panel.view}-{hashlib.sha256(panel.code.encode()).hexdigest()[:8]}"
    return _WRITERS[kind](panel, panel.folder / stem)


def _csv(panel, path: Path) -> Path:
    path = path.with_suffix(".csv")
    export.csv(panel.rows, path)
    path.with_suffix(".txt").write_text(panel.code + "\n", encoding="utf-8")
    return path


def _xlsx(panel, path: Path) -> Path:
    path = path.with_suffix(".xlsx")
    selected = panel.selected
    about = pd.DataFrame({"made by": [panel.code]})
    export.xlsx({"rows": panel.rows, "events": selected.events, "articles": selected.articles.drop(columns="text"), "selection": about}, path)
    return path


def _figure(panel, path: Path) -> Path:
    from helpers import figures
    axes = _CHARTS[panel.view](panel.selected, panel.lang)
    name = f"{path.name}-figure"  # its CSV holds the bars and must not take the place of the rows'
    figures.save(axes, name, data=panel.selected.bars(panel.view), folder=path.parent)
    return path.with_name(f"{name}.png")


def _charts():
    from helpers import charts
    return charts


_CHARTS = {
    "outcomes": lambda selected, lang: _charts().casualties(selected.events, selected.reports, selected.articles, by="outcome", lang=lang),
    "articles": lambda selected, lang: _charts().casualties(selected.events, selected.reports, selected.articles, lang=lang),
    "sources": lambda selected, lang: _charts().casualties_by_source(selected.events, selected.reports, selected.articles, lang=lang),
    "days": lambda selected, lang: _charts().timeline(selected.articles, selected.events, lang=lang),
    "actors": lambda selected, lang: _charts().mentions(selected.mentions, lang=lang),
}
_WRITERS = {"csv": _csv, "xlsx": _xlsx, "figure": _figure}
