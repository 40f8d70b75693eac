"""The hand coding of the seeds, in the columns of `casualties.table`."""
from __future__ import annotations

from bisect import bisect_right

import pandas as pd

from .. import corpus, lexicon

__all__ = ["by_hand"]


def by_hand(articles: pd.DataFrame) -> pd.DataFrame:
    """Reports coded by hand (data/gold/casualties.csv) of those articles that were.

    Parameters
    ----------
    articles : DataFrame
        Columns `article` and `text`.

    Returns
    -------
    DataFrame
        article, report, sentence (as in `corpus.sentences`), outcome, low, high, approx, vague, victims, role, scope, part_of, quote, start, end, note.
        Missing: an open bound, no part, no note.
    """
    texts = dict(zip(articles["article"], articles["text"]))
    rows = [dict(row) for row in lexicon.read("gold/casualties") if row["article"] in texts]
    begins = {article: [start for start, _ in corpus.split(texts[article])] for article in {row["article"] for row in rows}}
    for row in rows:
        row["sentence"] = bisect_right(begins[row["article"]], int(row["start"])) - 1
        row["approx"] = row["approx"] == "yes"
    names = ["article", "report", "sentence", "outcome", "low", "high", "approx", "vague", "victims", "role", "scope", "part_of", "quote", "start", "end", "note"]
    frame = pd.DataFrame(rows, columns=names)
    for name in ("report", "sentence", "low", "high", "part_of", "start", "end"):
        frame[name] = pd.to_numeric(frame[name].replace("", None)).astype("Int64")
    return frame.astype({"approx": "boolean"} | {name: "string" for name in ("article", "outcome", "vague", "victims", "role", "scope", "quote", "note")})
