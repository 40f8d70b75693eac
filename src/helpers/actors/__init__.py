"""Who is mentioned: states by name, capital and adjective, leaders, armies, groups, organisations, media, in every spelling.

`find` reads one text, `table` a frame of articles, both against a gazetteer that an analyst can open in a spreadsheet
(`gazetteer`; data/actors.csv, data/aliases.csv) or replace by one of their own. `suggest_aliases` lists what the gazetteer may lack.
The rest turns mentions into the tables that charts and reports want. Counting rules are the analyst's: everything here keeps all mentions.
"""
from __future__ import annotations

from bisect import bisect_right

import pandas as pd

from . import matching as _matching
from .frames import (by_article, first_mentions, named_together, named_with, per_actor, quoted, share_of_voice, timeline)
from .gazetteer import COLUMNS, FORMS, KINDS, Gazetteer, compiled
from .gazetteer import frame as _frame
from .matching import Mention
from .scoring import compare, marked, plain_search, scores
from .suggest import suggest_aliases

__all__ = ["COLUMNS", "FORMS", "KINDS", "Gazetteer", "Mention", "by_article", "compare", "compiled", "find", "first_mentions", "gazetteer", "marked",
           "named_together", "named_with", "per_actor", "plain_search", "quoted", "scores", "share_of_voice", "suggest_aliases", "table", "timeline"]

_DTYPES = {"article": "string", "actor": "string", "form": "string", "start": "Int64", "end": "Int64", "quote": "string", "sentence": "Int64",
           "name_ar": "string", "name_en": "string", "kind": "string", "role": "string", "country": "string", "place": "boolean",
           "short": "boolean"}


def find(text: str, gazetteer=None) -> list[Mention]:
    """All mentions of actors in one text, in text order, none inside another.

    Parameters
    ----------
    text : str
        Any text.
    gazetteer : DataFrame, mapping, path or Gazetteer, optional
        An analyst's own names in place of the shipped ones; see `gazetteer` for the columns. `compiled` prepares one for many calls.

    Returns
    -------
    list of Mention
        `actor`, `form` (name, capital, adjective), `start`, `end`, `quote`, and `place`, `short`.

    Raises
    ------
    LexiconError
        The gazetteer breaks a rule; the message names file, row and column.

    Examples
    --------
    >>> [(m.actor, m.form, m.quote) for m in find("أعلنت موسكو أن الوزير الروسي سيرجي لافروف سيزور سورية")]  # doctest: +NORMALIZE_WHITESPACE
    [('russia', 'capital', 'موسكو'), ('russia', 'adjective', 'الروسي'), ('sergei_lavrov', 'name', 'سيرجي لافروف'),
     ('syria', 'name', 'سورية')]
    >>> [m.actor for m in find("قالت قوات سوريا الديمقراطية لروسيا اليوم")]
    ['syrian_democratic_forces', 'rt_russia_today']
    >>> find("حصل على نصيب الأسد من الجوائز")
    []
    """
    return _matching.find(text, compiled(gazetteer))


def table(articles: pd.DataFrame, gazetteer=None) -> pd.DataFrame:
    """All mentions in a frame of articles, one row a mention.

    Parameters
    ----------
    articles : DataFrame
        Columns `article` and `text`; others are ignored.
    gazetteer : optional
        As for `find`.

    Returns
    -------
    DataFrame
        article, actor, form, start, end (offsets in the article's text), quote, sentence (index within the article), name_ar, name_en,
        kind, role, country (ISO 3166; missing for those of no one country), place and short (see `Mention`). Missing stays missing.

    Examples
    --------
    >>> articles = pd.DataFrame({"article": ["a"], "text": ["وصل كيري إلى جنيف. قال جون كيري إن واشنطن قلقة."]})
    >>> table(articles)[["actor", "form", "quote", "sentence", "short"]].values.tolist()
    [['john_kerry', 'name', 'كيري', 0, True], ['john_kerry', 'name', 'جون كيري', 1, False], ['united_states', 'capital', 'واشنطن', 1, False]]
    """
    from ..corpus import split  # where sentences end is for the corpus to say; only this table asks

    known = compiled(gazetteer)
    columns: dict[str, list] = {name: [] for name in _DTYPES}
    for article, text in zip(articles["article"], articles["text"]):
        if not isinstance(text, str):
            continue
        mentions = _matching.find(text, known)
        if not mentions:
            continue
        starts = [start for start, _ in split(text)]
        for mention in mentions:
            actor = known.actors[mention.actor]
            for name in ("actor", "form", "start", "end", "quote", "place", "short"):
                columns[name].append(getattr(mention, name))
            for name in ("name_ar", "name_en", "kind", "role", "country"):
                columns[name].append(actor[name] or None)
            columns["article"].append(article)
            columns["sentence"].append(max(bisect_right(starts, mention.start) - 1, 0))
    return pd.DataFrame({name: pd.array(values, dtype=_DTYPES[name]) for name, values in columns.items()})


def gazetteer(source=None) -> pd.DataFrame:
    """The gazetteer as one frame: a row an alias, with what is known of its actor.

    Parameters
    ----------
    source : DataFrame, mapping, path, optional
        An analyst's own: a CSV or frame with `alias` and `actor` and any of the other columns, a folder with actors.csv and
        aliases.csv, or a dictionary alias → actor. Default: the shipped one.

    Returns
    -------
    DataFrame
        alias, actor, form (name, capital, adjective; an adjective is listed as its masculine singular, the rest follows by rule), needs
        (the condition a name that is also a word must meet), kind, name_ar, name_en, role, country, iso3, from, until (validity: YYYY,
        YYYY-MM or YYYY-MM-DD), becomes (the actor that follows under a new name). All strings; unknown is missing.

    Raises
    ------
    LexiconError
        A duplicate alias, an empty name, an unknown kind, form or condition.

    Examples
    --------
    >>> known = gazetteer()
    >>> known.loc[known["actor"].eq("al_nusra_front"), ["alias", "until", "becomes"]].values.tolist()[-1]
    ['جبهة النصرة', '2016-07-28', 'jabhat_fatah_al_sham']
    >>> find("اجتمع مجلس الحي", {"مجلس الحي": "council"})[0].actor
    'council'
    """
    return _frame(source)
