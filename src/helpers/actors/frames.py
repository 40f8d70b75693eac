"""Mentions → the tables that charts and reports want: per actor, per article, share of voice, first mention, who is named with whom.

Every function takes the table of `helpers.actors.table` (or any part of it: filter first, then count, so that what is counted is the
analyst's choice) and returns a frame, or a graph. Rates are per 1,000 words of the articles.
"""
from __future__ import annotations

import re
from itertools import combinations

import pandas as pd

__all__ = ["by_article", "first_mentions", "named_together", "named_with", "per_actor", "quoted", "share_of_voice", "timeline"]

_NAMES = ["name_ar", "name_en", "kind"]
_WORD = re.compile(r"[^\W\d_]+")


def _words(articles: pd.DataFrame) -> pd.Series:
    """Words in each article: as the corpus counts them, else runs of letters."""
    if "words" in articles.columns:
        return articles.set_index(articles["article"].astype("string"))["words"].astype("Int64")
    counts = [len(_WORD.findall(text)) if isinstance(text, str) else 0 for text in articles["text"]]
    return pd.Series(counts, index=articles["article"].astype("string"), dtype="Int64")


def _names(mentions: pd.DataFrame) -> pd.DataFrame:
    return mentions.drop_duplicates("actor").set_index("actor")[[name for name in _NAMES if name in mentions.columns]]


def per_actor(mentions: pd.DataFrame, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """How often each actor is mentioned, most often first.

    Parameters
    ----------
    mentions : DataFrame
        Rows of `helpers.actors.table`.
    articles : DataFrame, optional
        The articles read (`article`, `text`): needed for the rates.

    Returns
    -------
    DataFrame
        actor, name_ar, name_en, kind, mentions, name, capital, adjective (mentions of each form), articles (that mention it),
        share (of all mentions, 0–1) and, with `articles`, article_share (of all articles, 0–1) and per_1000_words.

    Examples
    --------
    >>> from helpers import actors
    >>> news = pd.DataFrame({"article": ["a"], "text": ["قالت موسكو إن روسيا مستعدة"]})
    >>> per_actor(actors.table(news), news)[["actor", "mentions", "capital", "per_1000_words"]].values.tolist()
    [['russia', 2, 1, 400.0]]
    """
    grouped = mentions.groupby("actor", sort=True)
    table = pd.DataFrame({"mentions": grouped.size().astype("Int64")})
    for form in ("name", "capital", "adjective"):
        table[form] = mentions["form"].eq(form).groupby(mentions["actor"]).sum().astype("Int64")
    table["articles"] = grouped["article"].nunique().astype("Int64")
    table["share"] = table["mentions"].astype("Float64") / max(len(mentions), 1)
    if articles is not None:
        table["article_share"] = table["articles"].astype("Float64") / max(len(articles), 1)
        table["per_1000_words"] = table["mentions"].astype("Float64") * 1000 / max(int(_words(articles).sum()), 1)
    table = _names(mentions).join(table, how="right").rename_axis("actor").reset_index()
    return table.sort_values(["mentions", "actor"], ascending=[False, True], ignore_index=True)


def by_article(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Mentions of each actor in each article that mentions it.

    Parameters
    ----------
    mentions, articles : DataFrame
        Rows of `helpers.actors.table`, and the articles read (`article`, `text`, optionally `label`).

    Returns
    -------
    DataFrame
        article, label (where given), actor, name_ar, name_en, kind, mentions, words (of the article), per_1000_words; in the order of
        `articles`, most mentioned first.
    """
    counts = mentions.groupby(["article", "actor"]).size().rename("mentions").astype("Int64").reset_index()
    counts = counts.merge(_names(mentions), left_on="actor", right_index=True, how="left")
    words = _words(articles)
    counts["words"] = counts["article"].map(words).astype("Int64")
    counts["per_1000_words"] = counts["mentions"].astype("Float64") * 1000 / counts["words"].astype("Float64")
    if "label" in articles.columns:
        counts.insert(1, "label", counts["article"].map(dict(zip(articles["article"], articles["label"]))).astype("string"))
    place = {article: at for at, article in enumerate(articles["article"])}
    counts["_place"] = counts["article"].map(place)
    counts = counts.sort_values(["_place", "mentions", "actor"], ascending=[True, False, True], ignore_index=True)
    return counts.drop(columns="_place")


def share_of_voice(mentions: pd.DataFrame, top: int = 10) -> pd.DataFrame:
    """The share of all mentions that each of the `top` actors has, and that of all others together.

    Returns
    -------
    DataFrame
        actor (missing for the others), name_ar, name_en, mentions, share (0–1; they add up to 1).
    """
    table = per_actor(mentions)[["actor", "name_ar", "name_en", "mentions", "share"]]
    rest = table.iloc[top:]
    if rest.empty:
        return table
    others = pd.DataFrame([{"actor": pd.NA, "name_ar": f"{len(rest)} غيرهم", "name_en": f"{len(rest)} others", "mentions": rest["mentions"].sum(),
                            "share": rest["share"].sum()}]).astype(table.dtypes.to_dict())
    return pd.concat([table.iloc[:top], others], ignore_index=True)


def first_mentions(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Where each actor comes up first in each article.

    Returns
    -------
    DataFrame
        article, actor, name_ar, name_en, kind, start, quote, sentence (of the first mention), rank (1 = the article's first actor),
        into_article (0–1, how far into the article's letters).
    """
    first = mentions.sort_values(["article", "start"]).drop_duplicates(["article", "actor"])
    columns = ["article", "actor", *[name for name in _NAMES if name in first.columns], "start", "quote"] + (["sentence"] if "sentence" in first.columns else [])
    first = first[columns].reset_index(drop=True)
    first["rank"] = first.groupby("article").cumcount().add(1).astype("Int64")
    lengths = pd.Series([len(text) if isinstance(text, str) else 0 for text in articles["text"]], index=articles["article"].astype("string"), dtype="Int64")
    first["into_article"] = first["start"].astype("Float64") / first["article"].map(lengths).astype("Float64")
    return first


def timeline(mentions: pd.DataFrame, articles: pd.DataFrame, freq: str = "D") -> pd.DataFrame:
    """Mentions of each actor by day of publication (or week "W", month "MS").

    Returns
    -------
    DataFrame
        published (first day of the period; articles without a date are left out), actor, name_ar, name_en, kind, mentions, articles.
    """
    dates = dict(zip(articles["article"], pd.to_datetime(articles["published"]))) if "published" in articles.columns else {}
    dated = mentions.assign(published=pd.to_datetime(mentions["article"].map(dates)))
    dated = dated[dated["published"].notna()]
    period = dated["published"].dt.to_period({"MS": "M"}.get(freq, freq)).dt.start_time
    grouped = dated.assign(published=period).groupby(["published", "actor"])
    table = pd.DataFrame({"mentions": grouped.size().astype("Int64"), "articles": grouped["article"].nunique().astype("Int64")}).reset_index()
    table = table.merge(_names(mentions), left_on="actor", right_index=True, how="left")
    return table[["published", "actor", *[name for name in _NAMES if name in table.columns], "mentions", "articles"]]


def named_with(mentions: pd.DataFrame) -> pd.DataFrame:
    """Which actors stand in one sentence, pair by pair.

    Returns
    -------
    DataFrame
        source, target (actors, alphabetical), weight (sentences that name both), articles (in which), most often first.

    Examples
    --------
    >>> from helpers import actors
    >>> news = pd.DataFrame({"article": ["a"], "text": ["اتفقت روسيا وتركيا. رحبت روسيا."]})
    >>> named_with(actors.table(news)).values.tolist()
    [['russia', 'turkey', 1, 1]]
    """
    pairs = [(source, target, article) for (article, _), named in mentions.groupby(["article", "sentence"])["actor"]
             for source, target in combinations(sorted(set(named)), 2)]
    table = pd.DataFrame(pairs, columns=["source", "target", "article"]).astype("string")
    grouped = table.groupby(["source", "target"])
    table = pd.DataFrame({"weight": grouped.size().astype("Int64"), "articles": grouped["article"].nunique().astype("Int64")}).reset_index()
    return table.sort_values(["weight", "source", "target"], ascending=[False, True, True], ignore_index=True)


def named_together(mentions: pd.DataFrame):
    """Who is named with whom, as a graph.

    Returns
    -------
    networkx.Graph
        A node an actor (name_ar, name_en, kind, mentions), an edge a pair that shares a sentence (weight = sentences, articles).
    """
    import networkx

    graph = networkx.Graph()
    for row in per_actor(mentions).to_dict("records"):
        graph.add_node(str(row["actor"]), name_ar=row.get("name_ar"), name_en=row.get("name_en"), kind=row.get("kind"), mentions=int(row["mentions"]))
    for row in named_with(mentions).to_dict("records"):
        graph.add_edge(str(row["source"]), str(row["target"]), weight=int(row["weight"]), articles=int(row["articles"]))
    return graph


def quoted(mentions: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """Who is quoted: the actors named in the words that say according to whom.

    Parameters
    ----------
    mentions : DataFrame
        Rows of `helpers.actors.table`.
    attributions : DataFrame
        One row an attribution: article, and source_start, source_end (where the article names the source).

    Returns
    -------
    DataFrame
        The attributions that name an actor, with actor, form, name_ar, name_en and actor_kind; where a source names several (وزير
        الخارجية الأميركي جون كيري), the most particular: a person before an organisation before a state.
    """
    rank = {"person": 0, "state": 2, "territory": 2}
    named = mentions[["article", "actor", "form", "start", "end", *[name for name in _NAMES if name in mentions.columns]]]
    named = named.rename(columns={"start": "_start", "end": "_end", "kind": "actor_kind"})
    rows = attributions.reset_index(drop=True)
    joined = rows[["article", "source_start", "source_end"]].rename_axis("_row").reset_index().merge(named, on="article")
    inside = joined[(joined["_start"] >= joined["source_start"]) & (joined["_end"] <= joined["source_end"])].copy()
    inside["_rank"] = inside["actor_kind"].map(rank).fillna(1).astype(int)
    inside = inside.sort_values(["_row", "_rank", "_start"]).drop_duplicates("_row").set_index("_row")
    return rows.join(inside[["actor", "form", "name_ar", "name_en", "actor_kind"]], how="inner").reset_index(drop=True)
