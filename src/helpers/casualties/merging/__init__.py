"""Reports to events: who was harmed, each told once, and sums by a named convention.

`members` says of every report which event it belongs to and why; `events` keeps one row an event that a chart may add;
`conventions.totals` adds them. Parts, repeats, earlier tolls and cumulative figures are no rows of `events` but stay in `members`, and every
merge can be undone by hand (`apart`) or added (`together`).

Two reports are one event where outcome, numbers, people, place and date all agree and something speaks for it; where the words
leave it open they stay two, and `doubt` says so.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .across import merge_articles
from .told import Told, pairs, rows_of
from .within import merge_article

__all__ = ["events", "members", "rows_of"]


def members(reports, *, apart: Iterable = (), together: Iterable = ()):
    """Which event each report belongs to, and why.

    Parameters
    ----------
    reports : DataFrame
        Any rows of the table of `casualties.table`. Needed: `article`, `outcome`; other columns may lack or hold missing values.
    apart, together : iterable of pairs of (article, report)
        Reports that an analyst keeps apart, or merges, whatever the rules say.

    Returns
    -------
    DataFrame
        One row a report, in the order given and with its index: `article`, `report`; `event` (missing: belongs to none);
        `relation`: ``first`` (the event's first report), ``repeat``, ``superseded`` (a later toll replaces it), ``update`` (that later
        toll), ``disputed`` (another source counts otherwise), ``part`` (inside a whole), ``cumulative``; `reason`, a sentence.
    """
    import pandas as pd

    rows = rows_of(reports)
    found, loose = _merge(rows, pairs(apart), pairs(together))
    by_label = {}
    for event in found:
        for report, relation, reason in event.members:
            by_label[id(report)] = (_name(event), relation, reason)
    for report, relation, reason in loose:
        by_label[id(report)] = (None, relation, reason)
    out = [(row.article, row.report, *by_label[id(row)]) for row in rows]
    frame = pd.DataFrame(out, columns=["article", "report", "event", "relation", "reason"], index=reports.index)
    return frame.astype({"article": "string", "report": "Int64", "event": "string", "relation": "string", "reason": "string"})


def events(reports, *, apart: Iterable = (), together: Iterable = ()):
    """One row an event that a chart may add.

    Parameters
    ----------
    reports : DataFrame
        Any rows of the table of `casualties.table`: one article or many, columns missing or not.
    apart, together : iterable of pairs of (article, report)
        Merges undone, and merges made, by hand.

    Returns
    -------
    DataFrame
        `event` (id: article/report of its first report), `outcome`, `low`, `high` (missing: open), `approx`, `vague`, `victims`, `role`,
        `article` (where first told), `articles` (list), `reports`, `parts` (lists of index labels of `reports`: ``reports.loc[...]`` are the
        rows), `place`, `date`, `sources` (list; empty: the articles themselves), `why` (how its reports were merged, missing: one report),
        `doubt` (what could not be decided, missing: nothing). A denial ("nobody was hurt") is a row with 0 and adds nothing. Parts,
        repeats, superseded and cumulative reports are no rows; `members` leads to them.
    """
    import pandas as pd

    found, _ = _merge(rows_of(reports), pairs(apart), pairs(together))
    frame = pd.DataFrame([_row(event) for event in found], columns=list(_EVENT_TYPES))
    return frame.astype(_EVENT_TYPES)


_EVENT_TYPES = {"event": "string", "outcome": "string", "low": "Int64", "high": "Int64", "approx": "boolean", "vague": "string", "victims": "string",
                "role": "string", "article": "string", "articles": "object", "reports": "object", "parts": "object", "place": "string",
                "date": "datetime64[s]", "sources": "object", "why": "string", "doubt": "string"}


def _merge(rows: Sequence[Told], apart: dict, together: dict):
    """Events, and the reports that belong to none, by article first and then across articles."""
    of_article = defaultdict(list)
    for row in rows:
        of_article[row.article].append(row)
    found, loose, owner = [], [], {}
    for article_rows in of_article.values():
        ordered = sorted(article_rows, key=lambda row: (row.start is None, row.start or 0, row.report))
        found += merge_article(ordered, apart, together, owner, loose)
    return merge_articles(found, apart, together), loose


def _name(event) -> str:
    return f"{event.first.article}/{event.first.report}"


def _row(event) -> list:
    standing = event.standing
    low = max((row.low for row in standing if row.low is not None), default=None)
    open_side = any(row.low is not None and row.low == low and row.high is None for row in standing)
    high = min((row.high for row in standing if row.high is not None), default=None)
    if open_side and low == high:  # 31 in the headline, at least 31 below: no upper bound is sure
        high = None
    counted = [row for row in standing if row.low is not None or row.high is not None]
    if low is not None and high is not None and low > high:  # نحو 25 and 26: the bounds of the report that is not rounded
        exact = [row for row in counted if not row.approx] or counted
        low, high = exact[0].low, exact[0].high
    vague = "" if counted else next((row.vague for row in standing if row.vague), "")
    told = [member for member, kind, _ in event.members if kind != "part"]
    tellers = [*standing, *(member for member, kind, _ in event.members if kind not in ("part", "disputed"))]
    reasons = [f"{member.article}/{member.report} {kind}: {why}" for member, kind, why in event.members if kind not in ("first", "part")]
    doubts = [*event.doubts, *(why.split("; ", 1)[1] for _, kind, why in event.members if kind == "first" and "; may be" in why)]
    place = max((row.place for row in tellers if row.place), key=len, default=None)
    role = next((row.role for row in tellers if row.role not in ("unknown", "")), "unknown")
    victims = max((row.victims for row in standing if row.victims), key=len, default="")
    return [_name(event), event.first.outcome, low, high, bool(counted) and all(row.approx for row in counted), vague, victims, role, event.first.article,
            list(dict.fromkeys(row.article for row in told)), [row.label for row in told], [row.label for row in event.parts], place,
            next((row.date for row in tellers if row.date is not None), None), list(dict.fromkeys(row.source for row in tellers if row.source)),
            "; ".join(reasons) or None, "; ".join(dict.fromkeys(doubts)) or None]
