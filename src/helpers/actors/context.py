"""What must stand around a name that is also a word, before it counts: الأسد the president, not the lion.

A condition is written in the `needs` column of data/aliases.csv, in words: `before person_title`, `text syria and not before law_company`.
`|` parts alternatives, `not` in front makes a veto; the word lists are rows of data/contexts.csv. Conditions:

========================  ==========================================================================
full                      a full name of the same actor (one without condition) stands in the text
before LIST               a word of the list stands directly before (or before an adjective before)
after LIST                … directly after; `ال*ي` is any adjective of relation with the article, `#` any number
near LIST                 … within twelve words on either side
text LIST                 … anywhere in the text
quoted                    the name stands in quotation marks or brackets
typed LETTERS             the text spells it with these letters and marks (عُ)
========================  ==========================================================================
"""
from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from .. import arabic, lexicon

__all__ = ["Need", "WordList", "parse_needs", "word_lists"]

_NEAR = 12
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_VERBS = frozenset({"full", "before", "after", "near", "text", "quoted", "typed"})
QUOTES = frozenset("\"'«»“”„‘’‹›()[]")


class WordList(NamedTuple):
    """One row of data/contexts.csv: its words with every proclitic, its phrases as tuples of words, and its two wildcards."""

    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    definite: bool
    number: bool


class Need(NamedTuple):
    """One alternative: all of its conditions must hold. `veto` is for conditions with `not`."""

    verb: str
    argument: str
    veto: bool


@lru_cache(maxsize=1)
def word_lists() -> Mapping[str, WordList]:
    """The lists of data/contexts.csv by name."""
    return {row["context"]: _word_list(row["words"]) for row in lexicon.read("contexts")}


def _word_list(cell: str) -> WordList:
    words, phrases = set(), []
    for part in cell.split("|"):
        pieces = arabic.fold(part.strip()).split()
        if len(pieces) > 1:
            phrases.append(tuple(pieces))
        elif pieces and pieces[0] not in ("ال*ي", "#"):
            words.update(_with_proclitics(pieces[0]))
    return WordList(frozenset(words), tuple(phrases), "ال*ي" in cell, "#" in cell)


def _with_proclitics(word: str) -> list[str]:
    forms = [taken + word for taken in _PROCLITICS]
    if word.startswith("ال"):
        forms += [taken + "لل" + word[2:] for taken in ("", "و", "ف")]
    return forms


def parse_needs(cell: str) -> tuple[tuple[Need, ...], ...]:
    """The alternatives of a `needs` cell, each a tuple of conditions; an alternative of vetoes only is a veto for all.

    Raises
    ------
    ValueError
        An unknown condition or word list; the message names it.

    >>> parse_needs("full|before person_title|not after base_kind")[0]
    (Need(verb='full', argument='', veto=False),)
    """
    return tuple(tuple(_need(part.strip()) for part in alternative.split(" and ")) for alternative in cell.split("|") if alternative.strip())


def _need(text: str) -> Need:
    words = text.split()
    veto = words[:1] == ["not"]
    verb, *rest = words[1:] if veto else words
    if verb not in _VERBS:
        raise ValueError(f"{verb!r} is no condition")
    argument = " ".join(rest)
    if verb in ("before", "after", "near", "text") and argument not in word_lists():
        raise ValueError(f"{argument!r} is no list of contexts.csv")
    if verb == "typed" and not argument:
        raise ValueError("'typed' needs the letters")
    return Need(verb, argument, veto)


class Surroundings:
    """One text as the conditions look at it; what several conditions ask is found once."""

    __slots__ = ("_folded", "_lists", "_texts", "_wordset", "ends", "starts", "text", "words")

    def __init__(self, tokens: arabic.Tokens):
        self.text, self.words, self.starts, self.ends = tokens.text, tokens.words, tokens.starts, tokens.ends
        self._folded, self._wordset, self._texts, self._lists = tokens.folded.text, None, {}, word_lists()

    def met(self, needs, first: int, last: int, full: bool) -> bool:
        """Whether `needs` hold for the name from token `first` to token `last`."""
        demanded = granted = False
        for alternative in needs:
            vetoes_only = all(need.veto for need in alternative)
            holds = all(self._holds(need, first, last, full) != need.veto for need in alternative)
            if vetoes_only and not holds:
                return False
            if not vetoes_only:
                demanded = True
                granted = granted or holds
        return granted or not demanded

    def _holds(self, need: Need, first: int, last: int, full: bool) -> bool:
        verb = need.verb
        if verb == "full":
            return full
        if verb == "quoted":
            return first > 0 and last + 1 < len(self.words) and self.words[first - 1] in QUOTES and self.words[last + 1] in QUOTES
        if verb == "typed":
            return need.argument in self.text[self.starts[first] : self.ends[last] + 1]
        if verb == "text":
            return self.in_text(need.argument)
        words = self._lists[need.argument]
        if verb == "before":
            return self.before(words, first)
        if verb == "after":
            return self.after(words, last)
        near = self.words[max(0, first - _NEAR) : first] + ["|"] + self.words[last + 1 : last + 1 + _NEAR]
        return not words.words.isdisjoint(near) or any(" ".join(phrase) in " ".join(near) for phrase in words.phrases)

    def in_text(self, name: str) -> bool:
        """Whether a word of the list stands anywhere in the text."""
        if name not in self._texts:
            if self._wordset is None:
                self._wordset = frozenset(self.words)
            words = self._lists[name]
            self._texts[name] = not words.words.isdisjoint(self._wordset) or any(" ".join(phrase) in self._folded for phrase in words.phrases)
        return self._texts[name]

    def before(self, words: WordList, first: int) -> bool:
        """Whether a word of the list stands before token `first`, over an opening quote and one adjective with the article."""
        at = first - 1
        while at >= 0 and self.words[at] in QUOTES:
            at -= 1
        if at < 0:
            return False
        word = self.words[at]
        if word in words.words:
            return True
        if at > 0 and word.startswith("ال") and self.words[at - 1] in words.words:
            return True
        return any(tuple(self.words[max(0, at - len(phrase) + 1) : at + 1]) == phrase for phrase in words.phrases)

    def after(self, words: WordList, last: int) -> bool:
        """Whether a word of the list stands after token `last`."""
        at = last + 1
        while at < len(self.words) and self.words[at] in QUOTES:
            at += 1
        if at >= len(self.words):
            return False
        word = self.words[at]
        if word in words.words or (words.number and word[0].isdigit()):
            return True
        if words.definite and at == last + 1 and word.startswith("ال") and word.endswith(("ي", "يه")):
            return True
        return any(tuple(self.words[at : at + len(phrase)]) == phrase for phrase in words.phrases)
