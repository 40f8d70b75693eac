"""Articles that copy each other: near-duplicates by shared runs of words (Broder 1997, On the resemblance and containment of documents)."""
from __future__ import annotations

import hashlib
from collections import Counter

import pandas as pd

from helpers import arabic

__all__ = ["near_duplicates"]

_RUN = 5  # words in a run: long enough that two writers hardly choose the same one by chance
_SAMPLE = 4  # one run in four is looked up to find candidates; those are then compared whole
_COMMON = 50  # a run in more articles than this is boilerplate and finds no candidates


def near_duplicates(articles: pd.DataFrame, least: float = 0.3) -> pd.DataFrame:
    """Pairs of articles of which one copies much of the other.

    Parameters
    ----------
    articles : DataFrame
        article, text.
    least : float
        The least share of the shorter article's runs of five words that the other holds too.

    Returns
    -------
    DataFrame
        article, twin, resemblance (shared runs / all runs of both), containment (shared runs / runs of the one with fewer), from 0 to 1; the most alike first.
        Spelling, harakat, digits' script and punctuation make no difference.
    """
    runs = {article: _runs(text) for article, text in zip(articles["article"], articles["text"])}
    rows = []
    for article, twin in _candidates(runs):
        shared = len(runs[article] & runs[twin])
        containment = shared / min(len(runs[article]), len(runs[twin]))
        if containment >= least:
            rows.append((article, twin, shared / len(runs[article] | runs[twin]), containment))
    rows.sort(key=lambda row: (-row[3], -row[2]))
    frame = pd.DataFrame(rows, columns=["article", "twin", "resemblance", "containment"])
    return frame.astype({"article": "string", "twin": "string", "resemblance": "float64", "containment": "float64"})


def _runs(text: str) -> frozenset[int]:
    words = [word for word in arabic.tokens(text if isinstance(text, str) else "").words if word[0].isalnum()]
    joined = (" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)) if words)
    # not Python's hash, which differs from run to run
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), "big") for run in joined)


def _candidates(runs: dict[str, frozenset[int]]) -> list[tuple[str, str]]:
    holders: dict[int, list[str]] = {}
    for article, hashes in runs.items():
        sampled = [one for one in hashes if one % _SAMPLE == 0] if len(hashes) > 40 else hashes
        for one in sampled:
            holders.setdefault(one, []).append(article)
    if any(len(hashes) <= 40 for hashes in runs.values()):  # short texts are looked up by all their runs, so all must be on file
        for article, hashes in runs.items():
            for one in hashes:
                if one in holders and article not in holders[one]:
                    holders[one].append(article)
    pairs: Counter = Counter()
    order = {article: at for at, article in enumerate(runs)}
    for articles in holders.values():
        if 1 < len(articles) <= _COMMON:
            articles = sorted(set(articles), key=order.__getitem__)
            for at, article in enumerate(articles):
                for twin in articles[at + 1 :]:
                    pairs[article, twin] += 1
    return sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]]))
