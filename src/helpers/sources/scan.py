"""Finds attributions sentence by sentence, in the sentences that hold a cue."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby

from ..corpus import split
from .cues import READERS, read_colon
from .reach import bounded
from .text import Found, Text

__all__ = ["scan"]


def scan(text: Text) -> Iterator[tuple[int, Found, int, int]]:
    """Each attribution with the number of its sentence before it and the start and end of its stretch after it, in text order."""
    starts, words, cues = text.tokens.starts, text.words, text.known.cues
    places = [at for at in text.noticed if words[at] in cues or words[at] == ":"]
    if not places:
        return
    sentences = split(text.text)
    begins = [start for start, _ in sentences]
    for number, here in groupby(places, key=lambda at: bisect_right(begins, starts[at]) - 1):
        start, end = sentences[number]
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        for found, reach_start, reach_end in bounded(text, _read_sentence(text, list(here), first, last, end)):
            yield number, found, reach_start, reach_end


def _read_sentence(text: Text, places: list[int], first: int, last: int, end: int) -> list[Found]:
    """The attributions of tokens `first` to `last`, whose cues and colons are at `places`; `end` is the character where they end."""
    words, cues = text.words, text.known.cues
    found: list[Found] = []
    done = -1
    headed = _read_colon(text, places, first, last, end)
    if headed is not None:
        found.append(headed)
        done = headed.cue[1]
    for at in places:
        cue = cues.get(words[at]) if at > done else None
        if cue is None:
            continue
        one = READERS[cue.kind](text, at, cue, first, last, end)
        if one and (found or not one.participle):
            found.append(one)
            done = max(one.cue[1], one.source[1] if one.source else -1)
    return found


def _read_colon(text: Text, places: list[int], first: int, last: int, end: int) -> Found | None:
    """What is said after a name and a colon that open the sentence, with no cue before the colon."""
    colon = next((at for at in places if at > first and text.words[at] == ":"), last)
    if colon >= min(first + 9, last) or any(word in text.known.cues for word in text.words[first:colon]):
        return None
    return read_colon(text, colon, first, end)
