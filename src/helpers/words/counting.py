"""How often words and phrases are said."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from helpers import arabic

from .clitics import read, stop_words

__all__ = ["frequencies", "rate"]

_SHORTEST = 2


def frequencies(articles: pd.DataFrame, stopwords: bool = True, least: int = 1, also_stop: Iterable[str] = (), phrases: bool = True) -> pd.DataFrame:
    """How often each word and phrase is said, proclitics off, the commonest first.

    Parameters
    ----------
    articles : DataFrame
        article, text.
    stopwords : bool
        Leave out the stop words of news (data/stopwords.csv) and single letters.
    least : int
        Leave out words said fewer times.
    also_stop : iterable of str
        More words to leave out, in any spelling.
    phrases : bool
        Keep the phrases of data/phrases.csv together: وقف إطلاق النار counts once, and not as three words.

    Returns
    -------
    DataFrame
        word (commonest spelling), count (times), articles (how many say it), per_1000 (times in 1,000 running words; stop words are running
        words, numbers in digits are not; a phrase is one).

    Examples
    --------
    >>> articles = pd.DataFrame({"article": ["a", "b"], "text": ["بدأت الهدنة وانتهت الهدنة", "خرق للهدنة"]})
    >>> frequencies(articles).head(1).values.tolist()
    [['هدنة', 3, 2, 500.0]]
    """
    running, spelling = read(articles["text"], phrases)
    counts, documents = Counter(), Counter()
    for words in running:
        counts.update(words.keys)
        documents.update(set(words.keys))
    total = counts.total()
    left_out = {arabic.fold(word) for word in also_stop} | (stop_words() if stopwords else frozenset())
    kept = [key for key, count in counts.items() if count >= least and key not in left_out and (not stopwords or len(key) >= _SHORTEST)]
    kept.sort(key=lambda key: (-counts[key], spelling[key]))
    return pd.DataFrame({
        "word": pd.array([spelling[key] for key in kept], dtype="string"),
        "count": pd.array([counts[key] for key in kept], dtype="Int64"),
        "articles": pd.array([documents[key] for key in kept], dtype="Int64"),
        "per_1000": pd.array([rate(counts[key], total) for key in kept], dtype="float64"),
    })


def rate(count: int, total: int) -> float:
    """Times in 1,000 running words."""
    return 1000 * count / total if total else float("nan")
