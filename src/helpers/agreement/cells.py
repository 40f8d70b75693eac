"""Cells of tables as Python values: pandas has many ways to say that there is none."""
from __future__ import annotations

import pandas as pd

__all__ = ["number", "share", "word"]


def number(value) -> int | None:
    """A whole number, None where missing."""
    return None if value is None or value is pd.NA or value != value or value == "" else int(value)


def word(value) -> str:
    """A text, empty where missing."""
    return "" if value is None or value is pd.NA or value != value else str(value)


def share(part: int, whole: int) -> float:
    """A fraction, NaN of nothing."""
    return part / whole if whole else float("nan")
