"""Where in articles words stand, and how evenly they are spread: dispersion."""
from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from .clitics import key, read

__all__ = ["dispersion", "evenness"]


def dispersion(articles: pd.DataFrame, words: Iterable[str]) -> pd.DataFrame:
    """Each use of each word, placed within its article, for a dispersion plot.

    Returns
    -------
    DataFrame
        word (as asked), article, position (0 = first word of the article, 1 = last), start, end, quote.
    """
    wanted = {key(word).replace("  ", " "): word for word in words}
    rows = []
    for article, text, found in _running(articles):
        last = max(1, len(found.keys) - 1)
        parts = _matches(found.keys, wanted)
        rows += [(word, article, first / last, found.starts[first], found.ends[end], text[found.starts[first] : found.ends[end]])
                 for first, end, word in parts]
    order = {word: at for at, word in enumerate(wanted.values())}
    rows.sort(key=lambda row: order[row[0]])
    frame = pd.DataFrame(rows, columns=["word", "article", "position", "start", "end", "quote"])
    return frame.astype({"word": "string", "article": "string", "position": "float64", "start": "Int64", "end": "Int64", "quote": "string"})


def evenness(articles: pd.DataFrame, words: Iterable[str]) -> pd.DataFrame:
    """How evenly words are spread over articles: Gries's deviation of proportions.

    Returns
    -------
    DataFrame
        word, count, articles (that say it), dp: half the sum of |share of the word's uses − share of all words| over articles (Gries 2008, International
        Journal of Corpus Linguistics 13). 0 = as the articles' lengths have it, towards 1 = all in a small part; missing where the word is not said.
    """
    words = list(words)
    wanted = {key(word): word for word in words}
    sizes, uses = [], {word: [] for word in words}
    for _, _, found in _running(articles):
        sizes.append(len(found.keys))
        seen = [word for _, _, word in _matches(found.keys, wanted)]
        for word in words:
            uses[word].append(seen.count(word))
    total = sum(sizes)
    rows = []
    for word in words:
        count = sum(uses[word])
        apart = sum(abs(use / count - size / total) for use, size in zip(uses[word], sizes)) / 2 if count else None
        rows.append((word, count, sum(map(bool, uses[word])), apart))
    frame = pd.DataFrame(rows, columns=["word", "count", "articles", "dp"])
    return frame.astype({"word": "string", "count": "Int64", "articles": "Int64", "dp": "Float64"})


def _running(articles: pd.DataFrame):
    running, _ = read(articles["text"], phrases=False)
    return zip(articles["article"], articles["text"], running)


def _matches(keys: list[str], wanted: dict[str, str]) -> list[tuple[int, int, str]]:
    """(first word, last word, which) of each use."""
    by_first: dict[str, list] = {}
    for phrase, word in wanted.items():
        parts = phrase.split()
        if parts:
            by_first.setdefault(parts[0], []).append((parts, word))
    return [(at, at + len(parts) - 1, word) for at, one in enumerate(keys) for parts, word in by_first.get(one, ())
            if keys[at : at + len(parts)] == parts]
