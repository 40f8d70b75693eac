"""Which report of one coding is which of another, and what follows from it: precision, recall, differences."""
from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from .cells import number, share, word
from .coefficients import bootstrap, coefficient

__all__ = ["CORE", "disagreements", "fields", "match", "quantity", "scores"]

CORE = ("outcome", "low", "high", "vague")
"""What must be the same for two reports to be the same."""


def quantity(low, high, approx=False, vague="") -> str:
    """The bounds of a report in signs that need no language.

    >>> quantity(15, 15), quantity(15, None), quantity(None, 24), quantity(10, 15), quantity(25, 25, approx=True), quantity(None, None, vague="tens")
    ('15', '≥ 15', '≤ 24', '10–15', '≈ 25', 'tens')
    """
    low, high = number(low), number(high)
    if low is None and high is None:
        return word(vague) or "?"
    if low is None:
        return f"≤ {high}"
    if high is None:
        return f"≥ {low}"
    return ("≈ " if str(approx) in ("True", "yes") else "") + (f"{low}" if low == high else f"{low}–{high}")


def match(hand: pd.DataFrame, machine: pd.DataFrame, unit: str | list[str] | None = None) -> pd.DataFrame:
    """Which report of one coding is which of another.

    Parameters
    ----------
    hand, machine : DataFrame
        Reports: outcome, low, high, vague and the unit's column(s); approx and quote where there are any. Any two coders will do.
    unit : str or list of str, optional
        What reports are matched within: article, or sentence, or both; by default those of the two that both tables have.

    Returns
    -------
    DataFrame
        One row a pair, or a report without one: the unit's columns; verdict (same, sum, differs, hand only, machine only); outcome;
        hand_row and machine_row (index labels; a tuple for a sum); hand and machine (the quantity); quote (missing where neither has one). "differs" pairs
        reports of one outcome whose quantity is not the same: both count as errors.

    Examples
    --------
    >>> hand = pd.DataFrame({"sentence": [1, 1], "outcome": ["killed", "injured"], "low": [15, 30], "high": [15, 30], "vague": ""})
    >>> machine = hand.assign(high=[None, 30])
    >>> match(hand, machine)[["outcome", "verdict", "hand", "machine"]].values.tolist()
    [['injured', 'same', '30', '30'], ['killed', 'differs', '15', '≥ 15']]
    """
    units = _unit(hand, machine, unit)
    left, right = _grouped(hand, units), _grouped(machine, units)
    rows = []
    for key in dict.fromkeys([*left, *right]):
        for row in _match_unit(left.get(key, []), right.get(key, [])):
            rows.append(dict(zip(units, key)) | row)
    columns = ["verdict", "outcome", "hand_row", "machine_row", "hand", "machine", "quote"]
    return pd.DataFrame(rows, columns=[*units, *columns]).astype({name: "string" for name in ("verdict", "outcome", "hand", "machine", "quote")})


def scores(matches: pd.DataFrame, by: str = "outcome") -> pd.DataFrame:
    """Precision, recall and F1 of the machine, the hand coding taken as right.

    Returns
    -------
    DataFrame
        One row an outcome (or other column `by`) and one for all: hand, machine (reports), right, precision, recall, f1, and f1_low, f1_high (95 % bootstrap over
        units). Missing where there is nothing to divide by.
    """
    units = _units_of(matches)
    groups = [(name, rows) for name, rows in matches.groupby(by, sort=True)] + [("all", matches)]
    records = []
    for name, rows in groups:
        counts = _counts(rows, units)
        right, wrong, missed = counts.sum(axis=0)
        interval = bootstrap(len(counts), lambda chosen: _f1(*counts[chosen].sum(axis=0)))
        records.append({by: name, "hand": right + missed, "machine": right + wrong, "right": right, "precision": share(right, right + wrong),
                        "recall": share(right, right + missed), "f1": _f1(right, wrong, missed), "f1_low": interval[0], "f1_high": interval[1]})
    return pd.DataFrame(records).astype({by: "string", "hand": "Int64", "machine": "Int64", "right": "Int64"})


def fields(matches: pd.DataFrame, hand: pd.DataFrame, machine: pd.DataFrame, names: Iterable[str] = ("approx", "role", "scope", "part")) -> pd.DataFrame:
    """For reports that both have: how often the other fields agree, and Cohen's kappa.

    Returns
    -------
    DataFrame
        field, pairs, same, share, kappa (missing where all pairs hold one value).
    """
    pairs = matches.loc[matches["verdict"] == "same", ["hand_row", "machine_row"]]
    records = []
    for name in names:
        left, right = _field(hand, name), _field(machine, name)
        if left is None or right is None:
            continue
        both = [(left[a], right[b]) for a, b in pairs.itertuples(index=False)]
        same = sum(a == b for a, b in both)
        codings = pd.DataFrame([(coder, at, value) for at, pair in enumerate(both) for coder, value in zip(("hand", "machine"), pair)],
                               columns=["coder", "unit", "label"])
        records.append({"field": name, "pairs": len(both), "same": same, "share": share(same, len(both)), "kappa": coefficient(codings, "kappa", "nominal")})
    return pd.DataFrame(records, columns=["field", "pairs", "same", "share", "kappa"])


def disagreements(matches: pd.DataFrame, texts: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every difference between two codings, with its sentence.

    Parameters
    ----------
    matches : DataFrame
        From `match`.
    texts : DataFrame, optional
        text and the unit's columns, one row a unit (`corpus.sentences(articles)`, or articles).

    Returns
    -------
    DataFrame
        The unit's columns, outcome, hand, machine, verdict, quote and, with `texts`, text.
    """
    units = _units_of(matches)
    rows = matches[~matches["verdict"].isin(["same", "sum"])]
    rows = rows[[*units, "outcome", "hand", "machine", "verdict", "quote"]]
    if texts is not None:
        rows = rows.merge(texts[[*units, "text"]].drop_duplicates(units), on=units, how="left")
    return rows.reset_index(drop=True)


def _unit(hand, machine, unit) -> list[str]:
    if unit is not None:
        return [unit] if isinstance(unit, str) else list(unit)
    shared = [name for name in ("article", "sentence") if name in hand and name in machine]
    if not shared:
        raise ValueError("the two tables share no column article or sentence; name the column that both have by unit=")
    return shared


def _units_of(matches: pd.DataFrame) -> list[str]:
    return list(matches.columns[: matches.columns.get_loc("verdict")])


def _grouped(reports: pd.DataFrame, units: list[str]) -> dict[tuple, list[dict]]:
    groups: dict[tuple, list[dict]] = {}
    for label, row in zip(reports.index, reports.to_dict("records")):
        if row["outcome"] != "none":
            groups.setdefault(tuple(row[name] for name in units), []).append(row | {"row": label, "key": tuple(value_of(row, name) for name in CORE)})
    return groups


def _match_unit(hand: list[dict], machine: list[dict]) -> list[dict]:
    rows, machine = [], list(machine)
    unmatched = []
    for report in hand:
        twin = _nearest(report, [other for other in machine if other["key"] == report["key"]])
        if twin is None:
            unmatched.append(report)
        else:
            machine.remove(twin)
            rows.append(_pair("same", report, twin))
    for verdict, find in (("sum", _parts_of_sum), ("differs", _same_outcome)):
        waiting, unmatched = unmatched, []
        for report in waiting:
            found = find(report, machine)
            if not found:
                unmatched.append(report)
                continue
            machine = [other for other in machine if not any(other is one for one in found)]
            rows.append(_pair(verdict, report, *found))
    return rows + [_pair("hand only", report) for report in unmatched] + [_pair("machine only", None, report) for report in machine]


def _nearest(report: dict, others: list[dict]) -> dict | None:
    """Of reports that fit, the one that stands nearest in the text."""
    at = number(report.get("start"))
    if at is None or len(others) < 2:
        return others[0] if others else None
    return min(others, key=lambda other: abs((number(other.get("start")) or 0) - at))


def _parts_of_sum(report: dict, others: list[dict]) -> list[dict]:
    outcome, low, high, _ = report["key"]
    if not low or low != high:
        return []
    total, group = 0, []
    for other in others:
        kind, number, upper, _ = other["key"]
        if kind == outcome and number and number == upper and total + number <= low:
            total += number
            group.append(other)
    return group if total == low and len(group) > 1 else []


def _same_outcome(report: dict, others: list[dict]) -> list[dict]:
    twin = _nearest(report, [other for other in others if other["key"][0] == report["key"][0]])
    return [twin] if twin else []


def _pair(verdict: str, report: dict | None, *others: dict) -> dict:
    shown = report or others[0]
    rows = tuple(other["row"] for other in others)
    return {"verdict": verdict, "outcome": shown["outcome"], "hand_row": report["row"] if report else pd.NA,
            "machine_row": rows[0] if len(rows) == 1 else rows or pd.NA, "hand": _shown(report) if report else pd.NA,
            "machine": " + ".join(map(_shown, others)) if others else pd.NA, "quote": next((word(one.get("quote")) for one in (report, *others)
                                                                                        if one and word(one.get("quote"))), pd.NA)}


def _shown(report: dict) -> str:
    return quantity(report["low"], report["high"], report.get("approx"), report.get("vague"))


def value_of(row: dict, name: str):
    """A field of a report, missing as None (bounds) or empty (words)."""
    return number(row.get(name)) if name in ("low", "high") else word(row.get(name))


def _field(reports: pd.DataFrame, name: str) -> pd.Series | None:
    if name == "part" and name not in reports and "part_of" in reports:
        return reports["part_of"].notna().map(str)
    return reports[name].map(word) if name in reports else None


def _f1(right: int, wrong: int, missed: int) -> float:
    """The harmonic mean of precision and recall, as one fraction."""
    return share(2 * right, 2 * right + wrong + missed)


def _counts(rows: pd.DataFrame, units: list[str]) -> np.ndarray:
    """Per unit: right, wrong (machine without hand), missed (hand without machine)."""
    verdict = rows["verdict"]
    columns = {"right": verdict.isin(["same", "sum"]), "wrong": verdict.isin(["machine only", "differs"]), "missed": verdict.isin(["hand only", "differs"])}
    return pd.DataFrame(columns).astype(int).groupby([rows[name] for name in units]).sum().to_numpy()
