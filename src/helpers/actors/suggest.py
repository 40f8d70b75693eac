"""What the gazetteer may lack: name-like strings that keep coming back, with their contexts and the known actor nearest in spelling.

It suggests and never merges: spellings that are close may be two worlds (حلب and حرب), so the analyst decides, in the spreadsheet.
"""
from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

import pandas as pd

from .. import arabic, lexicon
from . import matching
from .context import QUOTES, word_lists
from .gazetteer import compiled

__all__ = ["suggest_aliases"]

_CONTEXT = 40
_COLUMNS = {"string": "string", "mentions": "Int64", "articles": "Int64", "cue": "string", "contexts": "object", "closest": "string",
            "closest_name": "string", "similarity": "Float64"}


def suggest_aliases(articles: pd.DataFrame, gazetteer=None, *, at_least: int = 2, top: int = 50, contexts: int = 3) -> pd.DataFrame:
    """Frequent name-like strings that no alias covers.

    A string is name-like where it follows a title (الوزير), a verb of saying (قال) or the first word of a group's name (حركة), starts with
    a given name (محمد), or stands alone in quotation marks; it is one to three words. Needs `rapidfuzz`.

    Parameters
    ----------
    articles : DataFrame
        Columns `article` and `text`.
    gazetteer : optional
        As for `helpers.actors.find`.
    at_least : int
        Mentions a string must have.
    top : int
        Rows at most.
    contexts : int
        Quotations kept for each string.

    Returns
    -------
    DataFrame
        string (as most often typed), mentions, articles, cue (title, said, given name, group or quoted), contexts (list of stretches of text,
        exact), closest (the actor with the alias nearest in spelling), closest_name (that alias), similarity (0–100), most often first.

    Examples
    --------
    >>> news = pd.DataFrame({"article": ["a"], "text": ["قال الوزير زكريا بطرس. وأضاف الوزير زكريا بطرس أن الأمر انتهى."]})
    >>> suggest_aliases(news)[["string", "mentions", "cue"]].values.tolist()
    [['زكريا بطرس', 2, 'title']]
    """
    known = compiled(gazetteer)
    places: dict[tuple[str, ...], list[tuple]] = defaultdict(list)
    for article, text in zip(articles["article"], articles["text"]):
        if isinstance(text, str):
            for words, start, end, cue in _name_like(text, known):
                places[words].append((str(article), text, start, end, cue))
    rows = []
    for words, found in places.items():
        if len(found) < at_least:
            continue
        typed = pd.Series([text[start:end] for _, text, start, end, _ in found]).mode().iloc[0]
        rows.append({"string": typed, "mentions": len(found), "articles": len({article for article, *_ in found}),
                     "cue": pd.Series([cue for *_, cue in found]).mode().iloc[0],
                     "contexts": [text[max(0, start - _CONTEXT) : end + _CONTEXT].replace("\n", " ") for _, text, start, end, _ in found[:contexts]],
                     "_key": " ".join(words)})
    rows = _without_parts(rows)
    rows.sort(key=lambda row: (-row["mentions"], row["_key"]))
    rows = rows[:top]
    _add_closest(rows, known)
    return pd.DataFrame({name: pd.array([row[name] for row in rows], dtype=dtype) if dtype != "object" else [row[name] for row in rows]
                         for name, dtype in _COLUMNS.items()})


def _name_like(text: str, known):
    tokens = arabic.tokens(text)
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    covered = set()
    for mention in matching.find(text, known):
        covered.update(range(mention.start, mention.end))
    lists = word_lists()
    said = lists["said"].words
    titles, given, heads = lists["person_title"].words, lists["given_names"].words, known.heads
    stop = lists["said"].words | lists["not_accusative"].words | lists["place_word"].words | _common()
    at = 1
    while at < len(words):
        before, word = words[at - 1], words[at]
        if at > 1 and starts[at - 1] in covered and before.startswith("ال"):
            before = words[at - 2]  # نظيره الروسي سيرغي
        cue = None
        if not word.isalpha() or starts[at] in covered or word in stop or len(word) < 3:
            at += 1
            continue
        if before in QUOTES and at + 1 < len(words):
            cue = "quoted"
        elif before in titles and not word.startswith("ال"):
            cue = "title"
        elif word in given and not word.startswith("ال"):
            cue = "given name"
        elif before in said and not word.startswith("ال") and words[at - 1] == before:
            cue = "said"
        elif before in heads and not heads[before][1]:
            cue = "group"
        if cue is None:
            at += 1
            continue
        last = at
        while last + 1 < len(words) and last - at < 2 and words[last + 1].isalpha() and starts[last + 1] not in covered:
            follower = words[last + 1]
            if follower in stop or len(follower) < 3 or follower in titles or follower in heads:
                break
            if cue == "said" or cue != "quoted" and last - at >= 1 and not (words[last] in ("بن", "ابو", "ال", "عبد")):
                break
            last += 1
        closed = last + 1 < len(words) and words[last + 1] in QUOTES
        if (cue == "quoted" and not closed) or (cue == "given name" and last == at):
            at += 1
            continue
        first = at - 1 if cue == "group" or words[at - 1] in ("ابو", "ابي", "عبد", "ام") else at
        yield tuple(words[first : last + 1]), starts[first], ends[last], cue
        at = last + 1


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Everyday words that stand where names do: قال مسؤول."""
    return frozenset(arabic.fold(row["word"]) for row in lexicon.read("stopwords")) | word_lists()["speakers"].words


def _without_parts(rows: list[dict]) -> list[dict]:
    """Drop a string that only ever stands inside a longer one listed as often."""
    return [row for row in rows if not any(row is not other and f" {row['_key']} " in f" {other['_key']} " and other["mentions"] >= row["mentions"]
                                           for other in rows)]


def _add_closest(rows: list[dict], known) -> None:
    from rapidfuzz import fuzz, process

    names = {actor: arabic.fold(fields["name_ar"]) for actor, fields in known.actors.items()}
    for row in rows:
        best = process.extractOne(row["_key"], names, scorer=fuzz.ratio)
        name, similarity, actor = best if best else (None, None, None)
        row["closest"], row["closest_name"], row["similarity"] = actor, known.actors[actor]["name_ar"] if actor else None, similarity
