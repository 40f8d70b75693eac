"""One sentence as folded words with their readings, numbers and cues."""
from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from ... import arabic
from ..grammar import PREPOSITIONS
from ..vocabulary import MANNERS, Word, cue_at
from .phrase import Phrase

__all__ = ["Sentence"]

class Sentence:
    """One sentence as parallel lists of folded words and places, and the numbers in it."""

    def __init__(self, tokens: arabic.Tokens, first: int, last: int, numbers: list, read: list[Word]):
        self.text = tokens.text
        self.words = tokens.words[first:last]
        self.starts = tokens.starts[first:last]
        self.ends = tokens.ends[first:last]
        self.cues = [word.cues for word in read]
        self.wordset = frozenset(self.words)
        self.cue_places: dict[str, list[int]] = {}
        for at, kinds in [(at, one.cue_kinds) for at, one in enumerate(read) if one.cues]:
            for kind in kinds:
                self.cue_places.setdefault(kind, []).append(at)
        self.leads: dict[int, str] = {}  # letters joined before a number: ب of بخمسة
        self.numbers: dict[int, tuple[int, object]] = {}
        for number in numbers:
            at = bisect_right(self.starts, number.start) - 1
            to = bisect_right(self.starts, number.end - 1) - 1
            if at >= 0:
                self.numbers[at] = (to, number)
                if number.start > self.starts[at]:
                    self.leads[at] = self.text[self.starts[at] : number.start]
                for inside in range(at + 1, to):  # the point of 1.3 ends no sentence
                    if self.words[inside] in ".,،":
                        self.words[inside] = "٫"
        self.readings = self._as_typed(read)

    def places_of(self, words: frozenset[str]) -> list[int]:
        """Where some words stand."""
        return [] if self.wordset.isdisjoint(words) else [at for at, word in enumerate(self.words) if word in words]

    def __len__(self) -> int:
        return len(self.words)

    def _as_typed(self, read: list[Word]) -> list[Word]:
        """The readings without those that the letters as typed, or the words before them, exclude."""
        for at in [at for at, one in enumerate(read) if one.as_typed]:
            word = self.words[at]
            if word[-1] == "ه" and self.text[self.ends[at] - 1] == "ة":
                read[at] = read[at].without_ha()
            read[at] = self._odd(at, word, read)
        return read

    def _odd(self, at: int, word: str, read: list[Word]) -> Word:
        one = read[at]
        if word == "علي":  # على is no علي, though folding makes them one
            return one.as_particle() if self.text[self.ends[at] - 1] == "ى" or not (at and read[at - 1].people) else one
        if (word in PREPOSITIONS or one.core.startswith("امام") and one.core[4:] in ("ه", "ها", "هم", "هما", "نا")) and one.people and self.text[self.starts[at]] != "إ":
            return one.as_particle()
        if one.core == "اسر" and one.definite and at and self.words[at - 1] != "في":
            return one.without("verbs", "acts")  # عدد الأسر
        if one.core == "اسر" and not one.definite:  # 310 أسر: families after a number, else to capture
            return one.without("verbs", "acts") if at and at - 1 in self.numbers else one.without("people")
        if one.core.startswith("اسرت") and one.people:
            return one.without("verbs")  # أسرتها: her family, rather than "she captured her"
        if one.conjunction and one.verbs and one.people and one.verbs[0][1].pronoun:
            return one.without("people")  # فقتلته: and killed him, rather than his killers
        return one.as_particle() if word in MANNERS else one

    @cached_property
    def phrases(self) -> list[Phrase]:
        from .reading import phrases

        return phrases(self)

    def quote(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.ends[last]]

    def cued(self, kind: str) -> list[int]:
        """Where cues of one kind stand."""
        return [at for at in self.cue_places.get(kind, ()) if self.is_cue(at, kind)]

    def is_cue(self, at: int, *kinds: str) -> bool:
        """Whether a cue of some kinds starts at a word."""
        cues = self.cues[at]
        return bool(cues) and cue_at(self.words, at, kinds, cues) is not None

    def cue(self, at: int, kinds: frozenset[str]) -> tuple[int, str] | None:
        entries = self.cues[at]
        return cue_at(self.words, at, kinds, entries) if entries else None
