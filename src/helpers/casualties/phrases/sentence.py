"""One sentence as folded words with their readings, numbers and cues."""
from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache

from ... import arabic
from .. import vocabulary
from ..grammar import PREPOSITIONS
from ..vocabulary import Word, cue_at, cue_entries
from .phrase import Phrase

__all__ = ["Sentence"]

_MANNERS = frozenset(("شنقا", "ذبحا", "خنقا", "حرقا", "غرقا", "نحرا", "اسرا"))  # how somebody died; also duals of verbs


class Sentence:
    """One sentence as parallel lists of folded words and places, and the numbers in it."""

    def __init__(self, tokens: arabic.Tokens, first: int, last: int, numbers: list):
        self.text = tokens.text
        self.words = tokens.words[first:last]
        self.starts = tokens.starts[first:last]
        self.ends = tokens.ends[first:last]
        self.cues = [cue_entries(word) for word in self.words]
        self.numbers: dict[int, tuple[int, object]] = {}
        for number in numbers:
            at = bisect_right(self.starts, number.start) - 1
            to = bisect_right(self.starts, number.end - 1) - 1
            if at >= 0:
                self.numbers[at] = (to, number)

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def readings(self) -> list[Word]:
        text, ends = self.text, self.ends
        read = list(map(vocabulary.word, self.words))
        for at in [at for at, word in enumerate(self.words) if word[-1] == "ه" and text[ends[at] - 1] == "ة"]:
            read[at] = read[at].without_ha()
        for at, word in [(at, word) for at, word in enumerate(self.words) if _is_odd(word)]:  # على is no علي, though folding makes them one
            if word == "علي" and (text[ends[at] - 1] == "ى" or not (at and read[at - 1].people)):
                read[at] = Word("", word)
            elif (word in PREPOSITIONS or read[at].core.startswith("امام") and read[at].core[4:] in ("ه", "ها", "هم", "هما", "نا")) and read[at].people and text[self.starts[at]] != "إ":
                read[at] = Word("", word)
            elif read[at].core == "اسر" and not read[at].definite and not (at and at - 1 in self.numbers):
                read[at] = read[at]._replace(people=())  # أسر: to capture, rather than families
            elif read[at].conjunction and read[at].verbs and read[at].people and read[at].verbs[0][1].pronoun:
                read[at] = read[at]._replace(people=())  # فقتلته: and killed him, rather than his killers
            elif word in _MANNERS:
                read[at] = Word("", word)
        return read

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
    return word == "علي" or word in _MANNERS or read.core == "اسر" or before_people or read.conjunction and bool(read.verbs) and bool(read.people)
