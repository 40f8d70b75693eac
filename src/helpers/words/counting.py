"""How often words and phrases are said."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from helpers import arabic

from .clitics import Running, read, stop_words

__all__ = ["frequencies", "rate"]

_SHORTEST = 2


def frequencies(articles: pd.DataFrame, stopwords: bool = True, least: int = 1, also_stop: Iterable[str] = (), phrases: bool = True,
                size: int = 1) -> pd.DataFrame:
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
    size : int
        2 or more counts runs of so many words in place of words: candidates for data/phrases.csv. A run spans no sign and no number, and neither begins
        nor ends with a stop word.

    Returns
    -------
    DataFrame
        word (commonest spelling; of a run, its words without proclitics), count (times), articles (how many say it), per_1000 (times in 1,000 running words; stop words are running
        words, numbers in digits are not; a phrase is one).

    Examples
    --------
    >>> articles = pd.DataFrame({"article": ["a", "b"], "text": ["بدأت الهدنة وانتهت الهدنة", "خرق للهدنة"]})
    >>> frequencies(articles).head(1).values.tolist()
    [['هدنة', 3, 2, 500.0]]
    """
    if size < 1:
        raise ValueError(f"size is {size}; give how many words a run has, 1 or more")
    running, spelling = read(articles["text"], phrases)
    left_out = {arabic.fold(word) for word in also_stop} | (stop_words() if stopwords else frozenset())
    counts, documents = Counter(), Counter()
    for words in running:
        runs = _runs(words, size)
        counts.update(runs)
        documents.update(set(runs))
    total = sum(len(words.keys) for words in running)
    kept = [run for run, count in counts.items() if count >= least and _speaks(run[0], left_out, stopwords) and _speaks(run[-1], left_out, stopwords)]
    shown = {run: " ".join(spelling[key] for key in run) for run in kept}
    kept.sort(key=lambda run: (-counts[run], shown[run]))
    return pd.DataFrame({
        "word": pd.array([shown[run] for run in kept], dtype="string"),
        "count": pd.array([counts[run] for run in kept], dtype="Int64"),
        "articles": pd.array([documents[run] for run in kept], dtype="Int64"),
        "per_1000": pd.array([rate(counts[run], total) for run in kept], dtype="float64"),
    })


def _runs(words: Running, size: int) -> list[tuple[str, ...]]:
    keys, follows = words.keys, words.follows
    return [tuple(keys[at : at + size]) for at in range(len(keys) - size + 1) if all(follows[at + 1 : at + size])]


def _speaks(key: str, left_out, stopwords: bool) -> bool:
    return key not in left_out and (not stopwords or len(key) >= _SHORTEST)


def rate(count: int, total: int) -> float:
    """Times in 1,000 running words."""
    return 1000 * count / total if total else float("nan")
