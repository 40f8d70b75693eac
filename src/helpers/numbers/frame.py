"""Numbers of many articles as one table."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pandas as pd

from .scan import find

__all__ = ["table"]

_COLUMNS = {"value": "Float64", "low": "Float64", "high": "Float64", "kind": "string", "approx": "boolean", "start": "Int64", "end": "Int64", "quote": "string"}


def table(articles: pd.DataFrame) -> pd.DataFrame:
    """The numbers of each article, one row a number.

    Parameters
    ----------
    articles : DataFrame
        With `article` (id) and `text`; other columns are passed over. A partition of a larger frame will do.

    Returns
    -------
    DataFrame
        `article`, `value`, `low`, `high` (Float64, missing = none stated), `kind`, `approx`, `start`, `end` (offsets in the article's text), `quote`.
    """
    ids, rows = [], []
    for article, text in zip(articles["article"], articles["text"]):
        if not isinstance(text, str):
            continue
        for number in find(text):
            ids.append(article)
            rows.append((_float(number.value), _float(number.low), _float(number.high), number.kind, number.approx, number.start, number.end, number.quote))
    columns = list(zip(*rows)) if rows else [()] * len(_COLUMNS)
    frame = {"article": pd.array(ids, dtype="string")}
    for (name, dtype), values in zip(_COLUMNS.items(), columns):
        frame[name] = pd.array(list(values), dtype=dtype)
    return pd.DataFrame(frame)


def _float(value: int | Fraction | Decimal | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None
