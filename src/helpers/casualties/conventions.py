"""Sums of events by a named convention of data/conventions.csv: what a word such as عشرات is worth in figures."""
from __future__ import annotations

from functools import lru_cache

from .. import lexicon
from .merging import rows_of

__all__ = ["conventions", "totals"]


@lru_cache(maxsize=1)
def conventions() -> dict[str, dict[str, lexicon.Row]]:
    """The rows of data/conventions.csv, by convention and wording."""
    found: dict[str, dict[str, lexicon.Row]] = {}
    for row in lexicon.read("conventions"):
        for column in ("low", "best", "high"):
            if row[column] not in ("", "low", "high") and not row[column].isdigit():
                raise row.refuse(column, f"{row[column]!r} is no figure", "Write digits, low or high (the stated bound), or leave it empty for unknown")
        found.setdefault(row["convention"], {})[row["words"]] = row
    return found


def totals(events, convention: str = "as_stated", by: str | list[str] | None = None):
    """Sums of events by a named convention.

    Parameters
    ----------
    events : DataFrame
        As `events` returns, or any of its rows.
    convention : str
        A convention of data/conventions.csv: ``as_stated`` (unknown stays unknown), ``acled`` (one conservative figure), ``ucdp`` (low, best, high).
    by : str or list of str, optional
        Columns of events to group by, besides `outcome`: "article", "place", "role", "sources" (an event counts under each of its sources).

    Returns
    -------
    DataFrame
        One row an outcome (and group): `outcome`, `events` (how many), `unknown` (those that give no figure by this convention), `low`, `best`, `high` (people).
        `low` is missing where no event gives one, else a true lower bound; `best` and `high` are missing as soon as one event gives none.
        Then `convention` and `source`, the rule books.

    Raises
    ------
    ValueError
        No such convention.

    Examples
    --------
    >>> import pandas as pd
    >>> told = pd.DataFrame({"outcome": ["killed", "killed"], "low": [15, None], "high": [None, None], "vague": ["", "tens"]})
    >>> totals(told, "acled")[["outcome", "low", "best", "high"]].values.tolist()
    [['killed', 25, 25, 25]]
    >>> totals(told)[["outcome", "low", "unknown"]].values.tolist()
    [['killed', 15, 1]]
    """
    import pandas as pd

    table = conventions()
    if convention not in table:
        raise ValueError(f"no convention {convention!r} in data/conventions.csv: use one of {', '.join(table)}")
    groups = [by] if isinstance(by, str) else list(by or [])
    frame = events.reset_index(drop=True)
    figures = [_figures(row, table[convention]) for row in rows_of(frame)]
    told = pd.DataFrame(figures, columns=["low", "best", "high"], index=frame.index).astype("Int64")
    told = pd.concat([frame[[name for name in dict.fromkeys([*groups, "outcome"])]], told], axis=1)
    for name in groups:
        if told[name].map(lambda value: isinstance(value, list)).any():
            told = told.explode(name, ignore_index=True)
    keys = list(dict.fromkeys([*groups, "outcome"]))
    out = [_sum(key if isinstance(key, tuple) else (key,), group) for key, group in told.groupby(keys, sort=False, dropna=False, observed=True)]
    result = pd.DataFrame(out, columns=[*keys, "events", "unknown", "low", "best", "high"])
    result = result.astype({"outcome": "string", "events": "Int64", "unknown": "Int64", "low": "Int64", "best": "Int64", "high": "Int64"})
    result["convention"] = pd.array([convention] * len(result), dtype="string")
    result["source"] = pd.array(["; ".join(dict.fromkeys(row["source"] for row in table[convention].values()))] * len(result), dtype="string")
    return result


def _sum(key, group) -> tuple:
    low = group["low"].sum(min_count=1)
    best, high = (group[name].sum(skipna=False) if len(group) else None for name in ("best", "high"))
    return (*key, len(group), int(group[["low", "best", "high"]].isna().all(axis=1).sum()), low, best, high)


def _figures(row, table) -> list[int | None]:
    words = _wording(row)
    rule = table.get(words)
    if rule is None:
        return [None, None, None]
    stated = {"low": row.low, "high": row.high, "": None}
    return [stated[rule[name]] if rule[name] in stated else int(rule[name]) for name in ("low", "best", "high")]


def _wording(row) -> str:
    if row.low is None and row.high is None:
        return row.vague or "several"
    if row.high is None:
        return "at_least"
    if row.low is None:
        return "at_most"
    return "exact" if row.low == row.high else "range"
