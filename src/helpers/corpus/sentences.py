"""Split Arabic news text into sentences as a reader would."""
from __future__ import annotations

import re
from functools import lru_cache

import pandas as pd

from ..arabic import HARAKAT, LETTERS

__all__ = ["sentences", "split"]

_MARKS = ".!?\u061f\u06d4\u2026"
_CLOSERS = "\"'\u00bb\u201d\u2019\u203a)]}"
_LINE_ENDS = "\r\n\u2028\u2029\x0b\x0c\x85"
_LETTER = f"[{LETTERS}{HARAKAT}A-Za-z\u0640]"
# a run of end marks with the closing quotes after it, or of line ends; one class first, which re looks for at the speed of C
_END = re.compile(f"[{_MARKS}{_LINE_ENDS}](?:(?<=[{_LINE_ENDS}])[{_LINE_ENDS}]*|[{_MARKS}]*[{re.escape(_CLOSERS)}]*)")
_WORD = re.compile(f"{_LETTER}+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LIST_MARK = re.compile(r"\s*(?:[-\u2013\u2014*\u2022\u25cf\u25aa\u00b7]|\(?\d{1,3}[.)\-])\s")


def split(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text starts and ends.

    A sentence ends at . ! ؟ ? … and at a line's end (headlines and list items have no full stop), with the closing quote or bracket
    that follows. No sentence ends inside a decimal (3.5), after an initial or abbreviation of one letter (د. ب. أ.), in a Latin
    abbreviation or address (U.S., reuters.com), or at three dots that a و continues. A full stop without its space ("والثقيل.وصل") does end
    one. In text that was wrapped to a fixed width a line's end is a space.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of (start, end)
        In text order, without surrounding white space, none empty; together they hold every character that is not white space.

    Examples
    --------
    >>> text = "قُتل 3.5% منهم. وقال د. علي: «انتهى الأمر.» ثم غادر"
    >>> [text[start:end] for start, end in split(text)]
    ['قُتل 3.5% منهم.', 'وقال د. علي: «انتهى الأمر.»', 'ثم غادر']
    """
    return list(_split(text))


@lru_cache(maxsize=4)  # sources, casualties and actors ask for the sentences of one text in turn
def _split(text: str) -> tuple[tuple[int, int], ...]:
    wrapped = _is_wrapped(text)
    spans, start = [], 0
    for match in _END.finditer(text):
        end = match.end()
        if text[match.start()] in _LINE_ENDS:
            if wrapped and not _is_paragraph_end(text, match):
                continue
        elif not _ends_sentence(text, match):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end].lstrip()
    kept = piece.rstrip()
    if not kept:
        return
    start = end - len(piece)
    end = start + len(kept)
    if spans and not _LETTER_OR_DIGIT.search(kept):  # a lone quote or dash belongs to what it follows
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _ends_sentence(text: str, match: re.Match) -> bool:
    marks, start, end = match.group().rstrip(_CLOSERS), match.start(), match.end()
    closed = start + len(marks) < end
    after = text[end : end + 1]
    if "\u061f" in marks or "!" in marks or "?" in marks:
        return not after or after.isspace() or closed or _starts_word(text, end)
    if marks in ("\u2026", "..") or len(marks) > 2:
        rest = text[end : end + 40].lstrip(" \u00a0")
        return not rest or rest[0] in "\r\n" or (after.isspace() and not rest.startswith("\u0648"))
    before = text[max(0, start - 30) : start]
    if after.isdigit() and before[-1:].isdigit() and not closed:
        return False
    word = _last_word(before)
    letters = len(word.strip("\u0640"))
    if letters == 1 and not _follows_digits(before, word):
        return not text[end:].strip() if len(text) - end < 40 else after in "\r\n"
    if not after or after.isspace() or closed:
        return not (after == " " and word in _LATIN_ABBREVIATIONS)
    return letters > 2 and not word.isascii() and _starts_word(text, end)


_LATIN_ABBREVIATIONS = ("Mr", "Dr", "St", "No", "vs", "Inc", "Co")


def _last_word(before: str) -> str:
    """The letters that a text ends with; in wrapped text a line's end may stand between them and the mark."""
    word = _WORD.match(before.removesuffix("\n")[::-1])  # backwards, so that one try is enough
    return word.group()[::-1] if word else ""


def _follows_digits(before: str, word: str) -> bool:
    return before.removesuffix("\n").removesuffix(word).rstrip()[-1:].isdigit()


def _starts_word(text: str, at: int) -> bool:
    word = _WORD.match(text, at, at + 20)
    return bool(word) and len(word.group()) > 1 and not word.group().isascii()


def _is_wrapped(text: str) -> bool:
    """Whether line ends come from wrapping to a fixed width: many lines, nearly all of about the same length, few ending a sentence."""
    paragraphs = [paragraph.split("\n") for paragraph in re.split(r"\n\s*\n", text[:20000])]
    lines = [line for paragraph in paragraphs if len(paragraph) > 3 for line in paragraph if line.strip()]
    if len(lines) < 6:
        return False
    widest = max(map(len, lines))
    if not 40 <= widest <= 120:
        return False
    full = [line for line in lines if len(line) >= 0.75 * widest]
    open_ended = [line for line in full if line.rstrip()[-1:] not in ".!?\u061f\u2026:\u00bb\"\u201d"]
    return len(full) >= 0.6 * len(lines) and len(open_ended) >= 0.6 * len(full)


def _is_paragraph_end(text: str, match: re.Match) -> bool:
    return match.group().replace("\r\n", "\n").count("\n") > 1 or bool(_LIST_MARK.match(text, match.end()))


def sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """Every sentence of every article.

    Parameters
    ----------
    articles : DataFrame
        As from `load`: needs the columns `article` and `text`.

    Returns
    -------
    DataFrame
        One row a sentence: `article` (string), `sentence` (Int64, from 0 in each article), `start`, `end` (Int64, offsets into the
        article's text) and `text` (string).
    """
    rows = [
        (article, number, start, end, text[start:end])
        for article, text in zip(articles["article"], articles["text"].fillna(""))
        for number, (start, end) in enumerate(split(text))
    ]
    frame = pd.DataFrame(rows, columns=["article", "sentence", "start", "end", "text"])
    return frame.astype({"article": "string", "sentence": "Int64", "start": "Int64", "end": "Int64", "text": "string"})
