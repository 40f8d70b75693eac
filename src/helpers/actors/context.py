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

__all__ = ["Need", "Needs", "WordList", "parse_needs", "word_lists"]

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
    """One condition; `veto` where it has `not` in front."""

    verb: str
    argument: str
    veto: bool


class Needs(NamedTuple):
    """A `needs` cell: `full` alone is enough where it is an alternative, else all conditions of one must hold; and no veto may be broken."""

    full: bool
    alternatives: tuple[tuple[Need, ...], ...]
    vetoes: tuple[Need, ...]


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


def parse_needs(cell: str) -> Needs | None:
    """The conditions of a `needs` cell, None where it has none; an alternative of vetoes only is a veto for all.

    Raises
    ------
    ValueError
        An unknown condition or word list; the message names it.

    >>> parse_needs("full|not after base_kind")
    Needs(full=True, alternatives=(), vetoes=(Need(verb='after', argument='base_kind', veto=True),))
    """
    parsed = [tuple(_need(part.strip()) for part in alternative.split(" and ")) for alternative in cell.split("|") if alternative.strip()]
    if not parsed:
        return None
    vetoes = [needs for needs in parsed if all(need.veto for need in needs)]
    others = [needs for needs in parsed if needs not in vetoes and needs != _FULL]
    return Needs(_FULL in parsed, tuple(others), tuple(need for needs in vetoes for need in needs))


_FULL = (Need("full", "", False),)


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

    __slots__ = ("_lists", "_texts", "_tokens", "_wordset", "ends", "starts", "text", "words")

    def __init__(self, tokens: arabic.Tokens):
        self.text, self.words, self.starts, self.ends = tokens.text, tokens.words, tokens.starts, tokens.ends
        self._tokens, self._wordset, self._texts, self._lists = tokens, None, {}, word_lists()

    def met(self, needs: Needs, first: int, last: int, full: bool) -> bool:
        """Whether `needs` hold for the name from token `first` to token `last`."""
        enough, alternatives, vetoes = needs
        if not (enough and full) and (enough or alternatives) and not self._one_holds(alternatives, first, last, full):
            return False
        return self._all_hold(vetoes, first, last, full)

    def _one_holds(self, alternatives: tuple[tuple[Need, ...], ...], first: int, last: int, full: bool) -> bool:
        for alternative in alternatives:
            if self._all_hold(alternative, first, last, full):
                return True
        return False

    def _all_hold(self, needs: tuple[Need, ...], first: int, last: int, full: bool) -> bool:
        for verb, argument, veto in needs:
            if self._holds(verb, argument, first, last, full) == veto:
                return False
        return True

    def _holds(self, verb: str, argument: str, first: int, last: int, full: bool) -> bool:
        if verb == "full":
            return full
        if verb == "quoted":
            return first > 0 and last + 1 < len(self.words) and self.words[first - 1] in QUOTES and self.words[last + 1] in QUOTES
        if verb == "typed":
            return argument in self.text[self.starts[first] : self.ends[last] + 1]
        if verb == "text":
            return self.in_text(argument)
        words = self._lists[argument]
        if verb == "before":
            return self.before(words, first)
        if verb == "after":
            return self.after(words, last)
        near = self.words[max(0, first - _NEAR) : first] + ["|"] + self.words[last + 1 : last + 1 + _NEAR]
        return not words.words.isdisjoint(near) or bool(words.phrases) and _holds_phrase(" ".join(near), words)

    def in_text(self, name: str) -> bool:
        """Whether a word of the list stands anywhere in the text."""
        if name not in self._texts:
            if self._wordset is None:
                self._wordset = frozenset(self.words)
            words = self._lists[name]
            self._texts[name] = not words.words.isdisjoint(self._wordset) or bool(words.phrases) and self._phrase_in_text(words)
        return self._texts[name]

    def _phrase_in_text(self, words: WordList) -> bool:
        # folding a text takes longer than joining its words, and few texts hold the words one after the other
        return _holds_phrase(" ".join(self.words), words) and _holds_phrase(self._tokens.folded.text, words)

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
        for phrase in words.phrases:
            if word == phrase[-1] and tuple(self.words[max(0, at - len(phrase) + 1) : at + 1]) == phrase:
                return True
        return False

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
        for phrase in words.phrases:
            if word == phrase[0] and tuple(self.words[at : at + len(phrase)]) == phrase:
                return True
        return False


def _holds_phrase(folded: str, words: WordList) -> bool:
    for phrase in words.phrases:
        if " ".join(phrase) in folded:
            return True
    return False
