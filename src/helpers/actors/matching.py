"""One pass over the words of a text: the longest known name at each place, if its surroundings allow it.

First every place is noted where some name of the gazetteer stands (what a word can start is remembered, so most words cost a look-up);
then, with all full names of the text known, the places are taken from left to right: the longest reading whose conditions hold wins,
and nothing is taken inside it.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import compress

from .. import arabic
from .context import QUOTES, Surroundings, word_lists
from .gazetteer import NOBODY, STATE_OR_ADJECTIVE, Entry, Gazetteer, Node, Reading

__all__ = ["Mention", "find"]

_SKIPPED = QUOTES | {"-", "–", "."}
_CLOSING = {"«": "»", "“": "”", "\"": "\"", "„": "“", "‘": "’", "(": ")", "»": "«", "”": "“", "'": "'"}
_YA, _ALEF_MAQSURA = "\u064a", "\u0649"
_MARKS = re.compile(f"[{arabic.HARAKAT}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c]")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an actor.

    Attributes
    ----------
    actor : str
        Id in data/actors.csv.
    form : str
        `name`; `capital`: a capital or palace that may stand for its state; `adjective`: an adjective or people of origin (الروسي, الروس).
    start, end : int
        Offsets in the text; the span starts after a proclitic (وروسيا → روسيا), but لل stays whole (للولايات المتحدة).
    quote : str
        `text[start:end]`, exactly.
    place : bool
        For a capital: it is named as a place (في موسكو), not for its state (أعلنت موسكو).
    short : bool
        A short form, taken for this actor because the full name stands in the text (جون كيري … كيري; المرصد السوري … المرصد).
    """

    actor: str
    form: str
    start: int
    end: int
    quote: str
    place: bool = False
    short: bool = False


def find(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """All mentions in one text; see `helpers.actors.find`."""
    tokens = arabic.tokens(text)
    candidates = _candidates(tokens, gazetteer)
    if not candidates:
        return []
    return _Reader(tokens, gazetteer, candidates).mentions()


def _candidates(tokens: arabic.Tokens, gazetteer: Gazetteer) -> list[tuple[int, tuple[Reading, ...]]]:
    """The tokens where a name may start, each with its readings, longest first; with none where a word may stand for a longer name."""
    words = tokens.words
    starts = list(map(gazetteer.start.__getitem__, words))
    inside = gazetteer.inside
    end = len(words)
    found = []
    for at, (readings, longer, head, _) in compress(enumerate(starts), starts):
        after = at + 1
        if longer and after < end and (inside[words[after]] or words[after] in _SKIPPED):
            readings = (*_longer(tokens, inside, longer, at), *readings)
        if readings or head:
            found.append((at, readings))
    return found


def _longer(tokens: arabic.Tokens, inside: Mapping[str, tuple[str, ...]], nodes: Iterable[tuple[int, Node]], at: int) -> list[Reading]:
    """The names of several tokens that begin at `at` and go on below `nodes`, longest first."""
    words = tokens.words
    readings: list[Reading] = []
    last = at
    while nodes:
        last = _next_word(tokens, last)
        if last == len(words):
            break
        spellings = inside[words[last]][::-1]
        ending, going_on = [], []
        for taken, node in nodes:
            for spelling in spellings:
                reached = node.below.get(spelling)
                if reached is None:
                    continue
                if reached.names:
                    ending.append(Reading(last - at, taken, reached.names, reached.names.meant, None))
                if reached.below:
                    going_on.append((taken, reached))
        if ending:
            ending.sort(key=_letters_taken)
            readings = ending + readings
        nodes = going_on
    return readings


def _letters_taken(reading: Reading) -> int:
    return reading.taken


def _next_word(tokens: arabic.Tokens, last: int) -> int:
    """The token after `last` that a name may go on with; a quotation mark or hyphen inside a name is no part of it: تنظيم «الدولة الإسلامية»."""
    words = tokens.words
    after = last + 1
    while after < len(words) and words[after] in _SKIPPED and after <= last + 2:
        if words[after] in ".-–" and not (tokens.glued(after) and after + 1 < len(words) and tokens.glued(after + 1)):
            return len(words)
        after += 1
    return after


class _Reader:
    """The candidates of one text, read from left to right."""

    def __init__(self, tokens: arabic.Tokens, gazetteer: Gazetteer, candidates):
        self.gazetteer, self.candidates = gazetteer, candidates
        self.text, self.words, self.starts, self.ends = tokens.text, tokens.words, tokens.starts, tokens.ends
        self.around = Surroundings(tokens)
        self.lists = lists = word_lists()
        self.given_names, self.facilities, self.titles = lists["given_names"].words, lists["facility"].words, lists["person_title"].words
        self.full = self._full_names()
        self.in_full = frozenset(self.full)
        # a writer of في tells ى from ي: then a final ى is no ya, and مجرى is not مجري
        self.tells_ya_apart = "\u0641\u064a" in tokens.text and "\u0641\u0649" not in tokens.text

    def _full_names(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, readings in self.candidates:
            for further, _, names, _, _ in readings:
                if further < readings[0][0]:
                    break
                for actor in names.full:
                    places.setdefault(actor, []).append(at)
        return places

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        holders: dict[str, str] = {}
        free = 0
        for place, (at, readings) in enumerate(self.candidates):
            if at < free:
                continue
            chosen = self._choose(at, readings)
            if chosen is None:
                self._head(at, holders, found)
                continue
            last, taken, entry = chosen
            if last > at:
                longer = self._overlapping(place, at, last, entry.actor)
                if longer is not None:
                    if longer[1].actor != entry.actor:
                        continue  # the longer name that starts inside this one wins
                    last = longer[0]
            free = last + 1
            if not entry.actor:
                continue
            found.append(self._mention(at, last, taken, entry))
            kind = entry.kind
            if kind == "person":
                if entry.actor not in self.full:
                    self.full[entry.actor] = [at]  # الرئيس روحاني … روحاني: told once by its title, known from then on
            elif entry.form == "name" and kind != "state":
                head = self.gazetteer.heads.get(self.words[at][taken:]) or self.gazetteer.heads.get(self.words[at])
                # جبهة النصرة told of as the former name of جبهة فتح الشام does not take الجبهة from it
                if head and self.gazetteer.actors[entry.actor]["becomes"] != holders.get(head[0], entry):
                    holders[head[0]] = entry.actor
        return found

    def _choose(self, at: int, readings: tuple[Reading, ...]) -> tuple[int, int, Entry] | None:
        """The longest reading that fits: (last token, letters taken, entry)."""
        before = self._before(at)
        for further, taken, names, meant, as_adjective in readings:
            last = at + further
            if further > 1 and not self._balanced(at, last):
                continue
            if names.person and before and self._another(at, further, before):
                return last, taken, NOBODY
            if as_adjective is not None and self._is_adjective(at, taken):
                meant = as_adjective
            entry = meant.certain or self._fitting(meant.entries, at, last, taken, before)
            if entry is not None:
                return last, taken, entry
        return None

    def _another(self, at: int, further: int, before: str) -> bool:
        """Whether a person's name here is another's: an airport or hospital of that name; سليمان هلال الأسد, who is not هلال الأسد."""
        if further and before in self.given_names:
            return True
        return before in self.facilities or before in self.titles and self._before(at - 1) in self.facilities

    def _fitting(self, entries: tuple[Entry, ...], at: int, last: int, taken: int, before: str) -> Entry | None:
        if len(entries) == 1:
            return entries[0] if self._fits(entries[0], at, last, taken, before) else None
        fitting = [entry for entry in entries if self._fits(entry, at, last, taken, before)]
        if len(fitting) > 1:
            fitting = self._nearest(fitting, at)
        return fitting[0] if fitting else None

    def _balanced(self, at: int, last: int) -> bool:
        """Whether quotation marks inside a name close: not «وحدات حماية الشعب» الكردية."""
        inside = self.words[at + 1 : last]
        if QUOTES.isdisjoint(inside) or sum(word in QUOTES for word in inside) % 2 == 0:
            return True
        return last + 1 < len(self.words) and self.words[last + 1] in QUOTES

    def _overlapping(self, place: int, at: int, last: int, actor: str) -> tuple[int, Entry] | None:
        """A longer name that starts inside this one and ends after it: الملك [سلمان] بن عبد العزيز."""
        for other, readings in self.candidates[place + 1 : place + 1 + last - at]:
            if other > last:
                break
            if readings and other + readings[0][0] > last and readings[0][0] >= last - at:
                chosen = self._choose(other, readings)
                # of two as long and of different actors the first: قناة العربية السعودية
                if chosen is not None and chosen[0] > last and chosen[2].actor and (chosen[2].actor == actor or chosen[0] - other > last - at):
                    return chosen[0], chosen[2]
        return None

    def _nearest(self, fitting: list[Entry], at: int) -> list[Entry]:
        """A name with a met condition before one without; among short forms the actor named in full last before this place."""
        conditional = [entry for entry in fitting if entry.needs and not entry.short]
        if conditional:
            return conditional
        if any(not entry.short for entry in fitting):
            return sorted((entry for entry in fitting if not entry.short), key=lambda entry: (entry.form == "name") == self._is_adjective(at))

        def distance(entry: Entry) -> tuple[bool, int]:
            places = self.full[entry.actor]
            before = bisect_left(places, at)
            return (False, at - places[before - 1]) if before else (True, places[0] - at)

        return sorted(fitting, key=distance)

    def _fits(self, entry: Entry, at: int, last: int, taken: int, before: str) -> bool:
        if not entry.actor:
            return True
        if entry.needs and not self.around.met(entry.needs, at, last, entry.actor in self.full):
            return False
        if entry.last_letter == _YA and self.tells_ya_apart and self._typed_end(last) == _ALEF_MAQSURA:
            return False
        if entry.form == "adjective":
            return self._adjective_fits(entry, at, last, taken, before)
        return entry.kind != "person" or at < last or self._person_fits(entry, at, before)

    def _typed_end(self, last: int) -> str:
        """The last letter as typed, marks left out."""
        end = self.ends[last] - 1
        letter = self.text[end]
        while letter != _YA and _MARKS.match(letter):
            end -= 1
            letter = self.text[end]
        return letter

    def _before(self, at: int) -> str:
        """The word directly before, "" over any sign."""
        return self.words[at - 1] if at and self.words[at - 1][0].isalpha() else ""

    def _person_fits(self, entry: Entry, at: int, before: str) -> bool:
        if not before:
            return True
        if before in self.given_names and before not in self.gazetteer.own_words[entry.actor]:
            return False  # another of the family
        if self.words[at] not in self.given_names:
            return True
        return not (at + 1 < len(self.words) and self.words[at + 1].startswith("ال"))

    def _adjective_fits(self, entry: Entry, at: int, last: int, taken: int, before: str) -> bool:
        if entry.accusative:
            return True  # as its place says, see `Reading`
        word = self.words[at][taken:]
        if word in STATE_OR_ADJECTIVE:
            return at == last or self._is_adjective(at, taken) or not self.gazetteer.names_state(word)
        if word == "اليمني" and before in self.lists["right_hand"].words:
            return False  # اليد اليمنى
        if word.startswith("ال"):
            # محمد المصري is a surname, مستشفى الكندي a name: an adjective with the article does not go with a noun without
            return at < last or not (before in self.given_names or before in self.facilities)
        if word == "تركي" and last + 1 < len(self.words) and (self.words[last + 1] == "بن" or self.words[last + 1].startswith("ال")):
            return False
        # برد is no word about a people: too short to take letters off
        return not taken or len(word) > 3

    def _is_adjective(self, at: int, taken: int = 0) -> bool:
        """Whether a word that may be a state or its adjective (سورية, السعودية; سوريا, روسيا as accusatives) is the adjective here."""
        word = self.words[at][taken:]
        if not (word.endswith("يا") or word in STATE_OR_ADJECTIVE):
            return False
        typed = self.text[self.starts[at] : self.ends[at] + 1]
        if word.endswith("ا") and "\u064b" in typed:
            return True  # روسياً
        before = self._before(at)
        if word in STATE_OR_ADJECTIVE and self.words[at][:taken] == "و":
            # القوات الإماراتية والسعودية, but بين الإمارات والسعودية
            return before.endswith("يه") and self._starts_adjective(before) and not self.gazetteer.names_state(before)
        if word == "السعوديه" and not taken:
            return self._takes_definite(at)
        if taken or not before:
            return False
        return _takes_accusative(before, self.lists) if word.endswith("ا") else self._takes_feminine(at, before)

    def _takes_feminine(self, at: int, before: str) -> bool:
        bare = before[1:] if before[0] in "وفبلك" and len(before) > 4 else before
        if bare.startswith(("ال", "لل")):
            return False
        if bare.endswith("ه") and len(bare) > 3 and before not in _NO_NOUNS:
            return bare not in self.lists["feminine_heads"].words and before not in self.lists["feminine_heads"].words
        if bare.endswith("ات") and len(bare) > 3:
            return True
        if before in self.lists["plural_heads"].words:
            return True
        if before in ("ام", "او", "ليست", "غير"):
            return self._beside_adjective(at)
        # طائرات حربية سورية: an adjective may stand between; كانت سورية أم روسية: another nationality beside it
        return self._beside_adjective(at)

    def _takes_definite(self, at: int) -> bool:
        """القوات السعودية, مدينة جدة السعودية, قناة «العربية» السعودية; but قالت السعودية, حدود السعودية."""
        words = [word for word in self.words[max(0, at - 4) : at] if word not in QUOTES]
        before = words[-1] if words else "."
        if not before[0].isalpha():
            return False
        bare = before[1:] if before[0] in "وفبك" else before
        if bare.startswith(("ال", "لل")):
            return bare.endswith(("ه", "ات")) and not self.gazetteer.names_state(bare) or bare[2:] in self.lists["plural_heads"].words
        return len(words) > 1 and words[-2] in self.lists["named_nouns"].words

    def _beside_adjective(self, at: int) -> bool:
        after = self.words[at + 1 : at + 3]
        return len(after) == 2 and after[0] in ("ام", "او") and after[1].endswith("يه") and not after[1].startswith("ال")

    def _head(self, at: int, holders: dict[str, str], found: list[Mention]) -> None:
        """المرصد after المرصد السوري لحقوق الإنسان; a bare مرصد of another name ends that."""
        head = self.gazetteer.heads.get(self.words[at])
        if head is None or head[0] not in holders:
            return
        name, definite = head
        if not definite:
            del holders[name]
            return
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        if self._qualifies(after):
            return
        word = self.words[at]
        taken = len(word) - len(name) - 2
        actor = holders[name]
        kind = self.gazetteer.actors[actor]["kind"]
        found.append(self._mention(at, at, taken, Entry(actor, "name", None, False, True, kind, "")))

    def _qualifies(self, after: str) -> bool:
        """Whether the word after المجلس makes it another one: المجلس العسكري, الحزب الحاكم; not المجلس المذكور, not a noun of its own."""
        if not after.startswith("ال") or after in self.lists["head_next"].words:
            return False
        if after in self.lists["head_not_next"].words:
            return True
        return after.endswith(("يه", "ي")) and not self._starts_adjective(after)

    def _starts_adjective(self, word: str) -> bool:
        start = self.gazetteer.start[word]
        return start is not False and start.adjective

    def _mention(self, first: int, last: int, taken: int, entry: Entry) -> Mention:
        text = self.text
        start, end = self.starts[first], self.ends[last]
        if taken:
            start = _after_letters(text, start, end, taken)
        for at in range(first + 1, last):  # signs inside
            closing = _CLOSING.get(self.words[at])
            if closing and last + 1 < len(self.words) and self.words[last + 1] == closing:
                end = self.ends[last + 1]  # تنظيم «داعش»: the mark that was opened inside closes inside
                break
        place = entry.form == "capital" and self._is_place(first, taken)
        # a surname that needs its full name is short too, where the full name is there
        short = entry.short or (entry.kind == "person" and bool(entry.needs) and entry.actor in self.in_full)
        return Mention(entry.actor, entry.form, start, end, text[start:end], place, short)

    def _is_place(self, first: int, taken: int) -> bool:
        if taken and "ب" in self.words[first][:taken]:
            return True
        return self.around.before(self.lists["place_word"], first) if not taken or self.words[first][0] != "و" else False


_NO_NOUNS = frozenset({"هذه", "فيه", "عليه", "اليه", "منه", "عنه", "به", "له", "انه", "لانه", "وانه", "بانه", "معه", "لديه", "بينه", "اثناءه", "تجاه"})


def _takes_accusative(before: str, lists) -> bool:
    """Whether the word before is an accusative noun without article, so that سوريا after it means "Syrian"."""
    if not before.endswith("ا") or len(before) < 4 or before in lists["not_accusative"].words:
        return False
    if before.endswith(("ها", "هما", "وا", "كما", "تا", "يا")) and not before.endswith(("نيا", "ديا", "ميا", "بيا", "ريا", "سيا")):
        return False
    if before.endswith("نا"):
        return before.endswith(("طنا", "انا", "جينا")) and before not in ("كانا", "ايانا", "اعطانا")
    return not before.startswith(("ال", "وال", "بال", "لل"))


def _after_letters(text: str, start: int, end: int, letters: int) -> int:
    """The offset after `letters` letters and the marks that follow them (وَـروسيا, "لـ لبنان")."""
    while letters and start < end:
        start += 1
        letters -= 1
        while start < end and (_MARKS.match(text[start]) is not None):
            start += 1
    return start
