"""How good is it: found mentions against mentions marked by hand, disagreement by disagreement, and what plain search would find."""
from __future__ import annotations

import re

import pandas as pd

from .. import lexicon
from .gazetteer import frame

__all__ = ["compare", "marked", "plain_search", "scores"]

_PLACE = ["article", "start", "end"]


def marked() -> pd.DataFrame:
    """The mentions of the five seeds that were marked by hand (data/gold/mentions.csv).

    Returns
    -------
    DataFrame
        article, start, end, quote, actor, form; offsets in the text that `corpus.load` gives.
    """
    table = pd.DataFrame(lexicon.read("gold/mentions"), columns=["article", "start", "end", "quote", "actor", "form"]).astype("string")
    return table.astype({"start": "Int64", "end": "Int64"})


def compare(found: pd.DataFrame, by_hand: pd.DataFrame) -> pd.DataFrame:
    """Found mentions beside those marked by hand, one row a place in the text.

    Parameters
    ----------
    found : DataFrame
        Rows of `helpers.actors.table`, or any with article, start, end, quote, actor, form.
    by_hand : DataFrame
        The same columns, as `marked` gives them.

    Returns
    -------
    DataFrame
        article, start, end, quote, marked, found (actor and form of each; missing where there is none), verdict: agreed, missed (only by
        hand), extra (only found), other (both, for another actor or form). In text order.

    Examples
    --------
    >>> hand = pd.DataFrame({"article": ["a"], "start": [0], "end": [5], "quote": ["روسيا"], "actor": ["russia"], "form": ["name"]})
    >>> compare(hand.assign(actor="syria"), hand)[["quote", "marked", "found", "verdict"]].values.tolist()
    [['روسيا', 'russia, name', 'syria, name', 'other']]
    """
    sides = []
    for side, rows in (("marked", by_hand), ("found", found)):
        said = rows["actor"].astype("string") + ", " + rows["form"].astype("string")
        sides.append(rows[[*_PLACE, "quote"]].assign(**{side: said}).astype({"article": "string", "start": "Int64", "end": "Int64", "quote": "string"}))
    table = sides[0].merge(sides[1], on=[*_PLACE, "quote"], how="outer")
    table["verdict"] = "other"
    table.loc[(table["marked"] == table["found"]).fillna(False), "verdict"] = "agreed"
    table.loc[table["found"].isna(), "verdict"] = "missed"
    table.loc[table["marked"].isna(), "verdict"] = "extra"
    return table.astype({"verdict": "string"}).sort_values(_PLACE, ignore_index=True)


def scores(compared: pd.DataFrame) -> pd.DataFrame:
    """Precision and recall from `compare`: place, actor and form must all agree.

    Returns
    -------
    DataFrame
        One row: marked, found, agreed (mentions), precision (agreed of found), recall (agreed of marked), f1; missing where there is
        nothing to divide by.
    """
    agreed = int((compared["verdict"] == "agreed").sum())
    by_hand, found = int(compared["marked"].notna().sum()), int(compared["found"].notna().sum())
    precision, recall = agreed / found if found else None, agreed / by_hand if by_hand else None
    f1 = 2 * agreed / (found + by_hand) if found + by_hand else None
    row = {"marked": by_hand, "found": found, "agreed": agreed, "precision": precision, "recall": recall, "f1": f1}
    return pd.DataFrame([row]).astype({"marked": "Int64", "found": "Int64", "agreed": "Int64", "precision": "Float64", "recall": "Float64", "f1": "Float64"})


def plain_search(articles: pd.DataFrame, gazetteer=None) -> pd.DataFrame:
    """What searching for the same names letter by letter finds, without context and spelling rules: the yardstick for the rules.

    Parameters
    ----------
    articles : DataFrame
        Columns `article` and `text`.
    gazetteer : optional
        As for `helpers.actors.find`.

    Returns
    -------
    DataFrame
        article, actor, form, start, end, quote. Longest names first; adjectives with ال, ة, ون, ين too; parts of words count, as they do
        in an editor's search.
    """
    known = frame(gazetteer).drop_duplicates("alias")
    meant = {row.alias: (row.actor, row.form) for row in known.itertuples()}
    for alias, (actor, form) in list(meant.items()):
        if form == "adjective":
            meant.update({start + alias + end: (actor, form) for start in ("", "ال") for end in ("", "ة", "ون", "ين")})
    pattern = re.compile("|".join(map(re.escape, sorted(meant, key=len, reverse=True))) or r"(?!)")
    rows = [(article, *meant[match.group()], *match.span(), match.group()) for article, text in zip(articles["article"], articles["text"])
            if isinstance(text, str) for match in pattern.finditer(text)]
    table = pd.DataFrame(rows, columns=["article", "actor", "form", "start", "end", "quote"])
    return table.astype({"article": "string", "actor": "string", "form": "string", "start": "Int64", "end": "Int64", "quote": "string"})
