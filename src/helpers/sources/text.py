"""A text as attributions are read from it: its words, the places of the words that matter, its quotations."""
from __future__ import annotations

from itertools import compress, count
from typing import NamedTuple

from .. import arabic
from .words import MARKS, words

__all__ = ["Found", "Text"]

_CLOSES = {"«": "»", "“": "”“", "\"": "\"", "”": "”“", "‹": "›", "„": "“”"}


class Found(NamedTuple):
    """An attribution in tokens; `source` is None where the words name nobody and the speaker is carried over."""

    rule: str
    cue: tuple[int, int]
    source: tuple[int, int] | None
    reach: tuple[int, int]  # characters
    gender: str
    via: tuple[int, int] | None = None
    direct: bool = False
    participle: bool = False


class Text:
    """A text's tokens and, of them, the few that attributions are read from."""

    def __init__(self, text: str):
        self.text = text
        self.tokens = arabic.tokens(text)
        self.words = self.tokens.words
        self.known = words()
        # one pass at the speed of C; what follows looks at these places alone
        self.noticed = list(compress(count(), map(self.known.noticed.__contains__, self.words)))
        self.closer = self._quotations()

    def _quotations(self) -> dict[int, int]:
        """Opening quotation mark → the one that closes it, by token; straight and turned marks by turns, none across a line's end."""
        words, starts = self.words, self.tokens.starts
        closers, open_marks, before = {}, [], 0
        for at in [at for at in self.noticed if words[at] in MARKS]:
            word, start = words[at], starts[at]
            if open_marks and self.text.find("\n", before, start) >= 0:
                open_marks.clear()
            if open_marks and word in _CLOSES[words[open_marks[-1]]]:
                closers[open_marks.pop()] = at
            elif word not in "»›":
                open_marks.append(at)
            before = start
        self.closed = {close: opener for opener, close in closers.items()}
        return closers

    def is_class(self, at: int, name: str) -> bool:
        """True where the token, or the token without its joined و or ف, is in a class of the table."""
        return self.words[at] in self.known.joined[name]
