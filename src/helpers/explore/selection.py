"""What is chosen: filters over prepared tables, the bars of each view, and a line of code that says it again."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property

import pandas as pd

from .tables import Tables

__all__ = ["NO_SOURCE", "VIEWS", "Selected", "Selection", "select"]

VIEWS = {
    "outcomes": "People harmed, by outcome (lowest numbers, each event once)",
    "articles": "Reports, by article",
    "sources": "Reports, by source",
    "days": "Reports, by day of the event",
    "actors": "Mentions, by actor",
}
"""What the panel can draw: name → what a bar counts."""
NO_SOURCE = "(the article itself)"
_NO_DAY = "(no date)"


@dataclass(frozen=True)
class Selection:
    """What was asked for; an empty filter lets everything through.

    Attributes
    ----------
    articles, actors, outcomes, sources : tuple of str
        Ids of articles and of actors, outcomes, names of sources.
    since, until : str
        First and last day of publication, YYYY-MM-DD, both inside; articles without a date are left out where one is given.
    """

    articles: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    actors: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def code(self, tables: str = "tables") -> str:
        """The line of Python that makes this selection."""
        given = [(field.name, getattr(self, field.name)) for field in fields(self)]
        arguments = [f"{name}={list(value) if isinstance(value, tuple) else value!r}" for name, value in given if value]
        return f"explore.select({', '.join([tables, *arguments])})"


@dataclass(frozen=True, eq=False)
class Selected:
    """The rows that a selection lets through: articles, reports, events (each with at least one report here), mentions."""

    tables: Tables
    selection: Selection
    articles: pd.DataFrame
    reports: pd.DataFrame
    events: pd.DataFrame
    mentions: pd.DataFrame

    def __repr__(self) -> str:
        return (f"{self.selection.code()}: {len(self.articles)} articles, {len(self.reports)} reports of {len(self.events)} events, "
                f"{len(self.mentions)} mentions")

    def bars(self, view: str) -> pd.DataFrame:
        """What a view draws.

        Returns
        -------
        DataFrame
            group (key), label, value (length of the bar), shown (the value in signs: "≥ 15"), rows (how many rows stand behind it); largest first, days in order.
        """
        if view not in VIEWS:
            raise ValueError(f"{view!r} is no view; use one of: {', '.join(VIEWS)}")
        if view not in self._bars:
            self._bars[view] = _BARS[view](self)
        return self._bars[view]

    def rows(self, view: str | None = None, group: str | None = None) -> pd.DataFrame:
        """The rows behind a bar: mentions for a bar of actors, else reports; all of the view where no bar is named."""
        rows = self.mentions if view == "actors" else self.reports
        if view is None or group is None:
            return rows
        if group not in self.bars(view)["group"].tolist():
            raise ValueError(f"no bar {group!r} among the {view}; there are: {', '.join(self.bars(view)['group'].head(8)) or 'none'}")
        return rows[self._keys(view) == group]

    def _keys(self, view: str) -> pd.Series:
        column, missing = {"outcomes": ("outcome", ""), "articles": ("article", ""), "sources": ("source", NO_SOURCE), "actors": ("actor", "")}.get(view, ("", ""))
        if view == "days":
            return _days(self.reports)
        rows = self.mentions if view == "actors" else self.reports
        keys = rows[column].astype("string")
        return keys.mask(keys.fillna("") == "", missing)

    @cached_property
    def _bars(self) -> dict[str, pd.DataFrame]:
        return {}


def select(tables: Tables, articles: Iterable[str] = (), since: str = "", until: str = "", actors: Iterable[str] = (), outcomes: Iterable[str] = (),
           sources: Iterable[str] = ()) -> Selected:
    """The part of the tables that the filters let through.

    Parameters
    ----------
    tables : Tables
        From `prepare`.
    articles : iterable of str
        Ids of articles.
    since, until : str or date
        Days of publication, both inside.
    actors : iterable of str
        Ids of actors: keeps the articles that mention one of them, and of mentions only these.
    outcomes, sources : iterable of str
        Keeps reports of these outcomes or by these sources, and the articles that hold one. "(the article itself)" is what no source is named for.

    Returns
    -------
    Selected
    """
    chosen = Selection(_tuple(articles), _day(since), _day(until), _tuple(actors), _tuple(outcomes), _tuple(sources))
    kept = tables.articles
    if chosen.articles:
        kept = kept[kept["article"].isin(chosen.articles)]
    if (chosen.since or chosen.until) and "published" in kept:
        published = pd.to_datetime(kept["published"])
        kept = kept[published.between(chosen.since or pd.Timestamp.min, chosen.until or pd.Timestamp.max)]
    mentions, reports = tables.mentions, tables.reports
    if chosen.actors:
        mentions = mentions[mentions["actor"].isin(chosen.actors)]
        kept = kept[kept["article"].isin(mentions["article"])]
    if chosen.outcomes:
        reports = reports[reports["outcome"].isin(chosen.outcomes)]
    if chosen.sources:
        names = reports["source"].astype("string").fillna("")
        reports = reports[names.isin(chosen.sources) | ((names == "") & (NO_SOURCE in chosen.sources))]
    if chosen.outcomes or chosen.sources:
        kept = kept[kept["article"].isin(reports["article"])]
    reports = reports[reports["article"].isin(kept["article"])]
    mentions = mentions[mentions["article"].isin(kept["article"])]
    events = tables.events[tables.events["event"].isin(reports["event"])]
    return Selected(tables, chosen, kept, reports, events, mentions)


def _tuple(values) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) and values else tuple(map(str, values))


def _day(value) -> str:
    return pd.Timestamp(value).date().isoformat() if value else ""


def _days(reports: pd.DataFrame) -> pd.Series:
    days = pd.to_datetime(reports["date"]) if "date" in reports else pd.Series(pd.NaT, index=reports.index)
    return days.dt.strftime("%Y-%m-%d").astype("string").fillna(_NO_DAY)


def _frame(rows: Iterable[tuple]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["group", "label", "value", "shown", "rows"])


def _counted(keys: pd.Series, label=str, in_order: bool = False) -> pd.DataFrame:
    counts = keys.value_counts()
    groups = sorted(counts.index) if in_order else sorted(counts.index, key=lambda group: (-counts[group], group))
    return _frame((group, label(group), int(counts[group]), f"{counts[group]:,}", int(counts[group])) for group in groups)


def _outcome_bars(selected: Selected) -> pd.DataFrame:
    """Sums of the lowest numbers; ≥ where an event has no upper bound or no number, ? where no event has a number."""
    told = selected.reports["outcome"].value_counts()
    sums = {outcome: _sum(events) for outcome, events in selected.events.groupby("outcome")}
    rows = [(outcome, outcome, *sums.get(outcome, (0, "0")), int(told[outcome])) for outcome in told.index]
    return _frame(sorted(rows, key=lambda row: (-row[2], -row[4], row[0])))


def _sum(events: pd.DataFrame) -> tuple[int, str]:
    low = int(events["low"].fillna(0).sum())
    unsure = bool(events["high"].isna().any()) or bool((events["high"].fillna(0) != events["low"].fillna(0)).any())
    if not unsure:
        return low, f"{low:,}"
    return low, f"≥ {low:,}" if low else "?"


_BARS = {
    "outcomes": _outcome_bars,
    "articles": lambda selected: _counted(selected._keys("articles"), label=selected.tables.label),
    "sources": lambda selected: _counted(selected._keys("sources")),
    "days": lambda selected: _counted(selected._keys("days"), in_order=True),
    "actors": lambda selected: _counted(selected._keys("actors"), label=selected.tables.actor_name),
}
