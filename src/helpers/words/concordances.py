"""Every use of a word with what stands around it: the concordance, or KWIC (key word in context; Luhn 1960, American Documentation 11)."""
from __future__ import annotations

import pandas as pd

from helpers import arabic

from .clitics import Running, key, read

__all__ = ["concordance"]

SORTS = ("place", "right", "left", "keyword")


def concordance(articles: pd.DataFrame, word: str, width: int = 8, sort: str = "place", exact: bool = False) -> pd.DataFrame:
    """Every use of a word or phrase, one a row, to be read from right to left.

    Parameters
    ----------
    articles : DataFrame
        article, text.
    word : str
        A word or phrase; proclitics do not matter (هدنة finds والهدنة), nor does spelling.
    width : int
        Words of context on each side.
    sort : str
        place (as in the articles), right (by the words before it, from the nearest outwards), left (by the words after it) or keyword (by its form as typed).
    exact : bool
        Only the form as given, with its proclitics.

    Returns
    -------
    DataFrame
        article, right (what was said before; stands on the right), keyword (as typed), left (what was said after), start, end.

    Examples
    --------
    >>> articles = pd.DataFrame({"article": ["a"], "text": ["قال الوزير إن الهدنة هشة، وإن خرق الهدنة خطر"]})
    >>> concordance(articles, "هدنة", width=2, sort="left")[["right", "keyword", "left"]].values.tolist()
    [['وإن خرق', 'الهدنة', 'خطر'], ['الوزير إن', 'الهدنة', 'هشة، وإن']]
    """
    if sort not in SORTS:
        raise ValueError(f"{sort!r} is no order of a concordance; use one of: {', '.join(SORTS)}")
    if width < 0:
        raise ValueError(f"width is {width}; give how many words of context to show, 0 or more")
    wanted = key(word).split()
    texts = list(articles["text"].fillna(""))
    running, _ = read(texts, phrases=False)
    rows = []
    for article, text, words in zip(articles["article"], texts, running):
        for first in _places(words, wanted) if wanted else ():
            row = _row(text, words, first, first + len(wanted) - 1, width)
            if not exact or arabic.fold(row["keyword"]) == arabic.fold(word.strip()):
                rows.append({"article": article} | row)
    rows.sort(key=_ORDERS[sort])
    frame = pd.DataFrame(rows, columns=["article", "right", "keyword", "left", "start", "end"])
    return frame.astype({"article": "string", "right": "string", "keyword": "string", "left": "string", "start": "Int64", "end": "Int64"})


def _places(words: Running, wanted: list[str]) -> list[int]:
    size = len(wanted)
    return [at for at, one in enumerate(words.keys) if one == wanted[0] and words.keys[at : at + size] == wanted]


def _row(text: str, words: Running, first: int, last: int, width: int) -> dict:
    start, end = words.starts[first], words.ends[last]
    opens = words.starts[max(0, first - width)]
    closes = words.ends[min(len(words.ends) - 1, last + width)]
    return {"right": _line(text[opens:start]), "keyword": _line(text[start:end]), "left": _line(text[end:closes]), "start": start, "end": end}


def _line(text: str) -> str:
    return " ".join(text.split())


def _folded(text: str) -> list[str]:
    return [word for word in arabic.tokens(text).words if word[0].isalnum()]


_ORDERS = {
    "place": lambda row: 0,
    "right": lambda row: _folded(row["right"])[::-1],
    "left": lambda row: _folded(row["left"]),
    "keyword": lambda row: arabic.fold(row["keyword"]),
}
