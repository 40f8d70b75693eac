"""The reader of one sentence: every rule in turn, each word of harm once."""
from __future__ import annotations

from ..clauses import imagined
from ..phrases import Sentence
from ..vocabulary import phrase_at
from .acts import Acts
from .around import Around
from .emitting import Emitting
from .found import Found
from .idioms import Idioms
from .names import Names
from .parts import Parts
from .pronouns import Pronouns
from .tolls import Tolls
from .verbs import Verbs
from .victims import Victims

__all__ = ["reports_of"]


def reports_of(sentence: Sentence) -> list[Found]:
    """All reports of one sentence, in order of their first word."""
    if imagined(sentence):
        return []
    reader = _Reader(sentence)
    reader.read()
    return reader.found


class _Reader(Around, Emitting, Verbs, Acts, Pronouns, Names, Idioms, Tolls, Victims, Parts):
    """One sentence, its phrases and what was found so far; the rules are its parts."""

    def __init__(self, sentence: Sentence):
        self.s = sentence
        self.phrases = sentence.phrases
        self.by_start = {phrase.start: phrase for phrase in self.phrases}
        self.found: list[Found] = []
        self.sport = None
        self.told: set[int] = set()  # complements of verbs already read: مصرعه
        self._mark_parts()

    def read(self) -> None:
        hot = [at for at, reading in enumerate(self.s.readings) if reading.trigger]
        done = 0
        for at in hot:
            if at >= done and at not in self.told:
                done = at + self._trigger(at)
        self._tolls()
        self._between()
        self._fallen()
        self._fell()
        self._victims()
        self._their_number()
        self._denied_dead()
        self._sieges()
        self._among()
        self._parts()
        self.found.sort(key=lambda item: item.place)

    def _trigger(self, at: int) -> int:
        s = self.s
        reading = s.readings[at]
        fixed = phrase_at(s.words, at)
        if fixed is not None:
            self._fixed(at, *fixed)
            return fixed[0]
        if not reading.verbs and not reading.acts or reading.definite and not reading.acts:
            return 1
        for entry, form in reading.verbs:
            if entry.kind == "phrase":
                complement = self._complement(at, entry, 7 if entry.word == "سقط" else 24)
                if complement is not None:
                    self._light(at, complement, entry, form)
                    return 1
                if (entry.word in ("أودى", "فتك") or "ب" in entry.complement) and self._took(at, entry):
                    return 1
        for entry, form in reading.acts:
            if entry.kind == "phrase":
                complement = self._complement(at, entry, 6)
                if complement is not None:
                    self._light(at, complement, entry, form)
                    return 1
                if "ب" in entry.complement and self._took(at, entry):
                    return 1
        verbs = sorted((pair for pair in reading.verbs if pair[0].kind == "verb"), key=lambda pair: pair[0].needs != "own_people")
        acts = [pair for pair in reading.acts if pair[0].kind == "act"]
        if any(phrase.victim_at == at and (phrase.head != at or phrase.kind == "number" and phrase.victim.needs == "count_noun") for phrase in self.phrases if phrase.start <= at <= phrase.end):
            return 1  # حالة وفاة, 1024 وفاة: a noun already read
        if acts and (not verbs or self._is_act(at)):
            return self._act(at, *acts[0])
        step = 1
        for entry, form in verbs if not reading.definite else ():
            before = len(self.found)
            step = self._verb(at, entry, form)
            if len(self.found) > before:
                break
        return step
