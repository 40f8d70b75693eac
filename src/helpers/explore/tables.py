"""All tables that exploring needs, made once, so that every later answer is a filter."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

__all__ = ["Tables", "prepare"]

_CHUNK = 25  # articles between two steps of the progress bar
_SLOW = 150  # articles from which a progress bar is shown


@dataclass(frozen=True, eq=False)
class Tables:
    """What was found in a corpus.

    Attributes
    ----------
    articles : DataFrame
        article, label, text, published …
    reports : DataFrame
        Of `casualties.table`, with event, relation and reason of `casualties.members`.
    events : DataFrame
        Of `casualties.events`.
    mentions : DataFrame
        Of `actors.table`.
    """

    articles: pd.DataFrame
    reports: pd.DataFrame
    events: pd.DataFrame
    mentions: pd.DataFrame

    def __repr__(self) -> str:
        return f"Tables: {len(self.articles)} articles, {len(self.reports)} reports, {len(self.events)} events, {len(self.mentions)} mentions"

    def text(self, article: str) -> str:
        """The text of one article."""
        return self._texts[article]

    def label(self, article: str) -> str:
        """The short name of one article, its id where it has none."""
        return self._labels.get(article, article)

    def actor_name(self, actor: str) -> str:
        """The Arabic name of one actor, its id where none is known."""
        return self._names.get(actor, actor)

    def __post_init__(self):
        named = self.mentions.drop_duplicates("actor") if "name_ar" in self.mentions else self.mentions.head(0).assign(name_ar="")
        object.__setattr__(self, "_names", {actor: str(name) for actor, name in zip(named["actor"], named["name_ar"].fillna(named["actor"]))})
        ids = self.articles["article"].astype(str)
        labels = self.articles["label"] if "label" in self.articles else ids
        object.__setattr__(self, "_texts", dict(zip(ids, self.articles["text"].fillna("").astype(str))))
        object.__setattr__(self, "_labels", {article: str(label) for article, label in zip(ids, labels.where(labels.notna(), ids))})


def prepare(articles: pd.DataFrame, progress: bool | Callable[[int, int], None] | None = None) -> Tables:
    """Find reports, events and mentions in all articles.

    Parameters
    ----------
    articles : DataFrame
        article and text; label and published where known.
    progress : bool or function, optional
        Whether to show a progress bar (by default from 150 articles on), or a function of (articles done, of how many).

    Returns
    -------
    Tables
    """
    from helpers import actors, casualties
    tell, close = _progress(len(articles), progress)
    reports, mentions = [], []
    for start in range(0, max(1, len(articles)), _CHUNK):
        part = articles.iloc[start : start + _CHUNK]
        reports.append(casualties.table(part))
        mentions.append(actors.table(part))
        tell(min(start + _CHUNK, len(articles)), len(articles))
    reports, mentions = (pd.concat(parts, ignore_index=True) for parts in (reports, mentions))
    members = casualties.members(reports)
    reports = reports.assign(**{name: members[name] for name in ("event", "relation", "reason")})
    events = casualties.events(reports)
    close()
    return Tables(articles.reset_index(drop=True), reports, events, mentions)


def _progress(total: int, wanted) -> tuple[Callable[[int, int], None], Callable[[], None]]:
    if callable(wanted):
        return wanted, lambda: None
    if wanted is False or (wanted is None and (total < _SLOW or not _in_notebook())):
        return lambda done, of: None, lambda: None
    import ipywidgets
    from IPython.display import display
    bar = ipywidgets.IntProgress(max=total, description="Reading")
    shown = display(bar, display_id=True)

    def close() -> None:
        bar.close()
        if shown is not None:  # nothing stays below the cell
            shown.update({"text/plain": "", "text/html": ""}, raw=True)
    return (lambda done, of: setattr(bar, "value", done)), close


def _in_notebook() -> bool:
    from IPython import get_ipython
    shell = get_ipython()
    return shell is not None and hasattr(shell, "kernel")
