"""A concordance as readers of Arabic look at it: the word in the middle, what was said before on its right, what was said after on its left."""
from __future__ import annotations

from html import escape

import pandas as pd

from .views import plain

__all__ = ["Kwic", "kwic"]

_CELL = "padding:.15em .6em;white-space:nowrap;unicode-bidi:isolate;vertical-align:baseline"


class Kwic:
    """A concordance that shows itself in a notebook."""

    def __init__(self, markup: str):
        self.markup = markup

    def _repr_html_(self) -> str:
        return self.markup

    def __str__(self) -> str:
        return self.markup


def kwic(concordance: pd.DataFrame, articles: pd.DataFrame | None = None, rows: int = 40) -> Kwic:
    """Show a concordance right to left, its words in one column.

    Parameters
    ----------
    concordance : DataFrame
        From `words.concordance`.
    articles : DataFrame, optional
        article and label, to name articles by their labels.
    rows : int
        Lines to show at most.
    """
    labels = dict(zip(articles["article"], articles["label"])) if articles is not None and "label" in articles else {}
    lines = []
    for row in concordance.head(rows).to_dict("records"):
        cells = [("left", "", row["right"]), ("center", "font-weight:bold;background:#fff3bf", row["keyword"]), ("right", "", row["left"]),
                 ("right", "color:#555", labels.get(row["article"], row["article"]))]
        lines.append("<tr>" + "".join(f'<td dir="rtl" style="{_CELL};text-align:{side};{look}">{escape(plain(text))}</td>' for side, look, text in cells) + "</tr>")
    more = f"<p>{len(concordance) - rows:,} more lines are not shown.</p>" if len(concordance) > rows else ""
    nothing = "<p>Not said in these articles.</p>" if not len(concordance) else ""
    return Kwic(f'<div style="overflow-x:auto"><table dir="rtl" class="kwic" style="direction:rtl;border-collapse:collapse">{"".join(lines)}</table></div>{more}{nothing}')
