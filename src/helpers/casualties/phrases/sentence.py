"""One sentence as folded words with their readings, numbers and cues."""
from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache

from ... import arabic
from .. import vocabulary
from ..grammar import PREPOSITIONS
from ..vocabulary import Word, cue_at
from .phrase import Phrase

__all__ = ["Sentence"]

_MANNERS = frozenset(("شنقا", "ذبحا", "خنقا", "حرقا", "غرقا", "نحرا", "اسرا"))  # how somebody died; also duals of verbs


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
        for at, cues in enumerate(self.cues):
            for kind in {kind for _, kind in cues} if cues else ():
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
        text, ends = self.text, self.ends
        for at, word in enumerate(self.words):
            if word[-1] == "ه" and text[ends[at] - 1] == "ة":
                read[at] = read[at].without_ha()
            if _is_odd(word):
                read[at] = self._odd(at, word, read)
        return read

    def _odd(self, at: int, word: str, read: list[Word]) -> Word:
        one = read[at]
        if word == "علي":  # على is no علي, though folding makes them one
            return one.as_particle() if self.text[self.ends[at] - 1] == "ى" or not (at and read[at - 1].people) else one
        if (word in PREPOSITIONS or one.core.startswith("امام") and one.core[4:] in ("ه", "ها", "هم", "هما", "نا")) and one.people and self.text[self.starts[at]] != "إ":
            return one.as_particle()
        if one.core == "اسر" and not one.definite and not (at and at - 1 in self.numbers):
            return one.without("people")  # أسر: to capture, rather than families
        if one.core.startswith("اسرت") and one.people:
            return one.without("verbs")  # أسرتها: her family, rather than "she captured her"
        if one.conjunction and one.verbs and one.people and one.verbs[0][1].pronoun:
            return one.without("people")  # فقتلته: and killed him, rather than his killers
        return one.as_particle() if word in _MANNERS else one

    @cached_property
    def phrases(self) -> list[Phrase]:
        from .reading import phrases

        return phrases(self)

    def quote(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.ends[last]]

    def cue(self, at: int, kinds: frozenset[str]) -> tuple[int, str] | None:
        entries = self.cues[at]
        return cue_at(self.words, at, kinds, entries) if entries else None


@lru_cache(maxsize=1 << 14)
def _is_odd(word: str) -> bool:
    """True for the few words whose reading depends on how they are typed or on what stands before them."""
    read = vocabulary.word(word)
    before_people = (word in PREPOSITIONS or read.core.startswith("امام")) and bool(read.people)
    return word == "علي" or word in _MANNERS or read.core == "اسر" or read.core.startswith("اسرت") or before_people or read.conjunction and bool(read.verbs) and bool(read.people)
