"""What one group of articles says more often than another: keyness."""
from __future__ import annotations

import math
import warnings

import pandas as pd

from .clitics import read, stop_words
from .counting import rate

__all__ = ["SmallCorpusWarning", "keyness"]

SMALL = 20_000  # running words in a group, below which one article may make a keyword
SURE = 15.13  # G² for p < 0.0001 at one degree of freedom (Rayson, Berridge & Francis 2004)
_UNSEEN = 0.5  # in place of a count of zero (Hardie 2014)


class SmallCorpusWarning(UserWarning):
    """A group of articles is too small for keywords to speak of more than these articles."""


def keyness(articles: pd.DataFrame, reference: pd.DataFrame, stopwords: bool = True, least: int = 3) -> pd.DataFrame:
    """What one group of articles says more, or less, often than another.

    Parameters
    ----------
    articles, reference : DataFrame
        article, text: the group asked about, and the group that it is compared with.
    stopwords : bool
        Leave out stop words of news.
    least : int
        Leave out words said fewer times in both groups together.

    Returns
    -------
    DataFrame
        word; count, count_reference; articles (of the first group, that say it); per_1000, per_1000_reference; log_likelihood (G²: is the difference more
        than chance? Dunning 1993, Computational Linguistics 19; Rayson & Garside 2000); log_ratio (effect size: how many times doubled,
        1 = twice as often, -1 = half; a count of zero is taken as 0.5; Hardie 2014); caution (empty, or why not to build on this row). Highest
        log_likelihood first, words of the first group before those of the reference.

    Warns
    -----
    SmallCorpusWarning
        A group has fewer than 20,000 running words.
    """
    (running, spelling), (running_reference, spelling_reference) = _read_both(articles, reference)
    counts, documents = _counts(running)
    counts_reference, _ = _counts(running_reference)
    size, size_reference = sum(counts.values()), sum(counts_reference.values())
    small = min(size, size_reference) < SMALL
    if small:
        warnings.warn(f"small corpus: {size:,} and {size_reference:,} running words; below {SMALL:,} keywords describe these articles and no more",
                      SmallCorpusWarning, stacklevel=2)
    stop = stop_words() if stopwords else frozenset()
    rows = []
    for word in {**counts, **counts_reference}:
        a, b = counts.get(word, 0), counts_reference.get(word, 0)
        if a + b < least or word in stop or (stopwords and len(word) < 2) or not size or not size_reference:
            continue
        g2 = _log_likelihood(a, b, size, size_reference)
        rows.append({"word": spelling.get(word) or spelling_reference[word], "count": a, "count_reference": b, "articles": documents.get(word, 0),
                     "per_1000": rate(a, size), "per_1000_reference": rate(b, size_reference), "log_likelihood": g2,
                     "log_ratio": math.log2((a or _UNSEEN) / size / ((b or _UNSEEN) / size_reference)),
                     "caution": _caution(g2, a, b, size, size_reference, documents.get(word, 0), small)})
    rows.sort(key=lambda row: (row["log_ratio"] <= 0, -row["log_likelihood"], row["word"]))
    columns = ["word", "count", "count_reference", "articles", "per_1000", "per_1000_reference", "log_likelihood", "log_ratio", "caution"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({"word": "string", "caution": "string", "count": "Int64", "count_reference": "Int64", "articles": "Int64",
                         **{name: "float64" for name in columns[4:8]}})


def _read_both(articles, reference):
    """Both groups read as one corpus, so that a word loses its proclitics in both or in neither."""
    texts = [*articles["text"], *reference["text"]]
    running, spelling = read(texts)
    return (running[: len(articles)], spelling), (running[len(articles):], spelling)


def _counts(running) -> tuple[dict[str, int], dict[str, int]]:
    counts, documents = {}, {}
    for words in running:
        for word in words.keys:
            counts[word] = counts.get(word, 0) + 1
        for word in set(words.keys):
            documents[word] = documents.get(word, 0) + 1
    return counts, documents


def _log_likelihood(a: int, b: int, size: int, size_reference: int) -> float:
    """G² of a word against two corpora, 2 Σ O ln(O/E) over its two counts (Rayson & Garside 2000)."""
    expected = [part * (a + b) / (size + size_reference) for part in (size, size_reference)]
    return 2 * sum(seen * math.log(seen / hoped) for seen, hoped in zip((a, b), expected) if seen)


def _caution(g2: float, a: int, b: int, size: int, size_reference: int, documents: int, small: bool) -> str:
    reasons = []
    if g2 < SURE:
        reasons.append("may be chance")
    if min(size, size_reference) * (a + b) / (size + size_reference) < 5:
        reasons.append("few uses")
    if a and documents == 1:
        reasons.append("in one article only")
    if small:
        reasons.append("small corpus")
    return "; ".join(reasons)
