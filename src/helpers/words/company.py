"""What keeps company with a word: collocation (Firth 1957), by NLTK's measures of association."""
from __future__ import annotations

import pandas as pd

from .clitics import key, read, stop_words

__all__ = ["MEASURES", "collocations"]

MEASURES = {"log_likelihood": "likelihood_ratio", "pmi": "pmi", "t": "student_t", "dice": "dice"}
"""Our names of measures → NLTK's (Manning & Schütze 1999, ch. 5)."""


def collocations(articles: pd.DataFrame, word: str | None = None, window: int = 5, least: int = 3, measure: str = "log_likelihood",
                 stopwords: bool = True) -> pd.DataFrame:
    """Pairs of words that stand near each other more often than chance would have it.

    Parameters
    ----------
    articles : DataFrame
        article, text.
    word : str, optional
        Only pairs with this word or phrase.
    window : int
        How many words may lie from the first to the second, both counted; 2 = neighbours.
    least : int
        Leave out pairs seen fewer times: rare pairs make every measure lie, pmi most.
    measure : str
        log_likelihood (default; sure things first), pmi (strong but often rare pairs), t (frequent pairs), dice.
    stopwords : bool
        Leave out pairs with stop words; they keep their places in the window.

    Returns
    -------
    DataFrame
        first, second (as the text has them, first on the right), count (times within the window), score; the highest score first.
    """
    if measure not in MEASURES:
        raise ValueError(f"{measure!r} is no measure of collocation; use one of: {', '.join(MEASURES)}")
    from nltk.collocations import BigramCollocationFinder
    from nltk.metrics import BigramAssocMeasures
    running, spelling = read(articles["text"])
    finder = BigramCollocationFinder.from_words(_padded(running, window), window_size=window)
    stop = stop_words() if stopwords else frozenset()
    finder.apply_freq_filter(least)
    finder.apply_word_filter(lambda one: one in stop or (stopwords and len(one) < 2))
    if word is not None:
        wanted = key(word)
        finder.apply_ngram_filter(lambda first, second: wanted not in (first, second))
    scored = finder.score_ngrams(getattr(BigramAssocMeasures, MEASURES[measure]))
    rows = [(spelling[first], spelling[second], finder.ngram_fd[first, second], score) for (first, second), score in scored]
    rows.sort(key=lambda row: (-row[3], row[0], row[1]))
    return pd.DataFrame(rows, columns=["first", "second", "count", "score"]).astype({"first": "string", "second": "string", "count": "Int64", "score": "float64"})


def _padded(running, window: int) -> list[str | None]:
    """All words in one list, with nothing between articles, so that no pair spans two."""
    words: list[str | None] = []
    for article in running:
        words += article.keys
        words += [None] * (window - 1)
    return words
