"""Who was harmed: casualty reports in Arabic news, coded as a trained coder would.

`find` reads a text and gives its reports with all fields of the codebook; `table` does so for many articles; `explain` shows why each
report is there. `events` merges reports of one event, `members` says why, and `totals` adds events by a named convention. Knowledge of words is in
data/outcomes.csv, data/people.csv and data/cues.csv, the rules in `rules`, the phrases of people in `phrases`, what a clause does with them in `clauses`.
"""
from __future__ import annotations

from .finding import explain, find, table
from .report import Explanation, Report

__all__ = ["Explanation", "Report", "by_hand", "events", "explain", "find", "members", "table", "totals"]


def __getattr__(name):
    if name == "by_hand":
        from .hand import by_hand
        return by_hand
    if name in ("events", "members"):
        from . import merging
        return getattr(merging, name)
    if name == "totals":
        from .conventions import totals
        return totals
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
