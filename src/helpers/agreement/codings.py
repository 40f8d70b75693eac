"""Codings of several people: their files, and the labels that coefficients compare."""
from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from helpers import lexicon

from .matching import CORE, value_of

__all__ = ["Codings", "labels", "read_codings", "reports_frame"]

NOTHING = "no report"


class Codings(NamedTuple):
    """Codings of several coders and what could not be read: file, problem."""

    reports: pd.DataFrame
    left_out: pd.DataFrame


def labels(reports: pd.DataFrame, units: Iterable | None = None, what: Iterable[str] = CORE, unit: str = "sentence", coder: str = "coder") -> pd.DataFrame:
    """Reports as what coefficients of agreement ask for: one label a coder and unit.

    Parameters
    ----------
    reports : DataFrame
        Reports of all coders below each other, with a column `coder`; a row with the outcome "none" says that there is nothing to code.
    units : iterable, optional
        All units that every coder has read, so that no report is a decision too; by default the units each coder has a row for, and others count as not coded.
    what : iterable of str
        The fields that must be the same: ("outcome",) compares what happened, the default also how many.

    Returns
    -------
    DataFrame
        coder, unit, label (frozenset of tuples; {"no report"} for none).
    """
    what = tuple(what)
    given = list(units) if units is not None else None
    records = []
    for name, rows in reports.groupby(coder, sort=True):
        found = {at: set() for at in (given if given is not None else rows[unit].unique())}
        for row in rows.to_dict("records"):
            if row["outcome"] != "none" and row[unit] in found:
                found[row[unit]].add(tuple(value_of(row, field) for field in what))
        records += [(name, at, frozenset(values or {NOTHING})) for at, values in found.items()]
    return pd.DataFrame(records, columns=["coder", "unit", "label"])


def read_codings(folder: str | PathLike) -> Codings:
    """Read a folder of students' files, one CSV a student, as the coding form saves them.

    Parameters
    ----------
    folder : path
        Files *.csv with the columns of data/lesson5_coding.csv; comma, semicolon and tab are understood.

    Returns
    -------
    Codings
        reports: coder (the file's name), sentence, outcome, low, high, approx, vague, part, note. left_out: file, problem; a file with one
        bad cell is left out whole, so that nobody is compared on half a coding.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise NotADirectoryError(f"{str(folder)!r} is no folder; give the folder that holds the students' CSV files")
    rows, problems = [], []
    for path in sorted(folder.glob("*.csv")):
        try:
            rows += [{"coder": path.stem} | row for row in lexicon.read("lesson5_coding", path)]
        except lexicon.LexiconError as error:
            problems.append((path.name, str(error)))
    return Codings(reports_frame(rows), pd.DataFrame(problems, columns=["file", "problem"], dtype="string"))


def reports_frame(rows: Iterable[dict]) -> pd.DataFrame:
    """Rows of a coding table, as text, with the dtypes of reports."""
    columns = ["coder", *(column.name for column in lexicon.TABLES["lesson5_coding"])]
    frame = pd.DataFrame(list(rows), columns=columns)
    for name in ("sentence", "low", "high"):
        frame[name] = pd.array([int(value) if str(value).strip() else None for value in frame[name]], dtype="Int64")
    for name in ("approx", "part"):
        frame[name] = pd.array([value in (True, "yes") for value in frame[name]], dtype="boolean")
    return frame.astype({name: "string" for name in ("coder", "outcome", "vague", "note")})
