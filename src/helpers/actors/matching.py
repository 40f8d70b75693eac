"""One pass over the words of a text: the longest known name at each place, if its surroundings allow it.

First every place is noted where some name of the gazetteer stands (a dictionary look-up a word); then, with all full names of the
text known, the places are taken from left to right: the longest reading whose conditions hold wins, and nothing is taken inside it.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from .. import arabic
from .context import QUOTES, Surroundings, word_lists
from .gazetteer import _END, Entry, Gazetteer

__all__ = ["Mention", "find"]

_SKIPPED = QUOTES | {"-", "–", "."}
_CLOSING = {"«": "»", "“": "”", "\"": "\"", "„": "“", "‘": "’", "(": ")", "»": "«", "”": "“", "'": "'"}
_ALEF_MAQSURA = "\u0649"
_HARAKAT = re.compile(f"[{arabic.HARAKAT}]")
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
    candidates = _candidates(tokens.words, tokens.ends, tokens.starts, gazetteer)
    if not candidates:
        return []
    return _Reader(tokens, gazetteer, candidates).mentions()


def _candidates(words, ends, starts, gazetteer) -> list[tuple[int, list]]:
    """For each token where a name may start: its readings, longest first, as (last token, letters taken, entries)."""
    known = gazetteer._seen.get
    lookup = gazetteer.starts
    heads = gazetteer.heads
    found = []
    for at, word in enumerate(words):
        places = known(word)
        if places is None:
            places = lookup(word)
        if places:
            readings = []
            for taken, node, alone in places:
                _walk(words, starts, ends, gazetteer, node, at, taken, alone, readings)
            if readings:
                readings.sort(key=_longest)
                found.append((at, readings))
                continue
        if word in heads:
            found.append((at, []))
    return found


def _longest(reading) -> tuple[int, int]:
    return -reading[0], reading[1]


def _walk(words, starts, ends, gazetteer, node, at, taken, alone, readings) -> None:
    stack = [(node, at)]
    while stack:
        node, last = stack.pop()
        entries = node.get(_END)
        if entries is not None and (alone or last > at):
            readings.append((last, taken, entries))
        if len(node) == (entries is not None):
            continue
        after = last + 1
        # a quotation mark or hyphen inside a name is no part of it: تنظيم «الدولة الإسلامية»
        skipped = 0
        while after < len(words) and words[after] in _SKIPPED and skipped < 2:
            if words[after] in ".-–" and not (starts[after] == ends[after - 1] and after + 1 < len(words) and starts[after + 1] == ends[after]):
                after = len(words)
            after += 1
            skipped += 1
        if after < len(words):
            for below in gazetteer.next(node, words[after]):
                stack.append((below, after))


class _Reader:
    """The candidates of one text, read from left to right."""

    def __init__(self, tokens: arabic.Tokens, gazetteer: Gazetteer, candidates):
        self.tokens, self.gazetteer, self.candidates = tokens, gazetteer, candidates
        self.words, self.starts, self.ends = tokens.words, tokens.starts, tokens.ends
        self.around = Surroundings(tokens)
        self.lists = word_lists()
        self.full = self._full_names()
        self.in_full = frozenset(self.full)
        # a writer of في tells ى from ي: then a final ى is no ya, and مجرى is not مجري
        self.tells_ya_apart = "\u0641\u064a" in tokens.text and "\u0641\u0649" not in tokens.text

    def _full_names(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, readings in self.candidates:
            if not readings:
                continue
            longest = readings[0][0]
            for last, _taken, entries in readings:
                if last < longest:
                    break
                for entry in entries:
                    if entry.full:
                        places.setdefault(entry.actor, []).append(at)
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
            if entry.kind == "person" and entry.actor not in self.full:
                self.full[entry.actor] = [at]  # الرئيس روحاني … روحاني: told once by its title, known from then on
            if entry.form == "name" and entry.kind not in ("person", "state"):
                head = self.gazetteer.heads.get(self.words[at][taken:]) or self.gazetteer.heads.get(self.words[at])
                # جبهة النصرة told of as the former name of جبهة فتح الشام does not take الجبهة from it
                if head and self.gazetteer.actors[entry.actor]["becomes"] != holders.get(head[0], entry):
                    holders[head[0]] = entry.actor
        return found

    def _choose(self, at: int, readings) -> tuple[int, int, Entry] | None:
        before = self._before(at)
        facility = self.lists["facility"].words
        named_after = before in facility or (before in self.lists["person_title"].words and self._before(at - 1) in facility)
        for last, taken, entries in readings:
            if last > at and not self._balanced(at, last):
                continue
            if named_after and any(entry.kind == "person" for entry in entries):
                return last, taken, _NOBODY  # an airport or hospital of that name
            if last > at and before in self.lists["given_names"].words and any(entry.kind == "person" for entry in entries):
                return last, taken, _NOBODY  # سليمان هلال الأسد is another than هلال الأسد
            fitting = [entry for entry in entries if self._fits(entry, at, last, taken)]
            if not fitting:
                continue
            if len(fitting) > 1:
                fitting = self._nearest(fitting, at)
            return last, taken, fitting[0]
        return None

    def _balanced(self, at: int, last: int) -> bool:
        """Whether quotation marks inside a name close: not «وحدات حماية الشعب» الكردية."""
        inside = sum(word in QUOTES for word in self.words[at + 1 : last])
        return inside % 2 == 0 or (last + 1 < len(self.words) and self.words[last + 1] in QUOTES)

    def _overlapping(self, place: int, at: int, last: int, actor: str) -> tuple[int, Entry] | None:
        """A longer name that starts inside this one and ends after it: الملك [سلمان] بن عبد العزيز."""
        for other, readings in self.candidates[place + 1 : place + 1 + last - at]:
            if other > last:
                break
            if readings and readings[0][0] > last and readings[0][0] - other >= last - at:
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

    def _fits(self, entry: Entry, at: int, last: int, taken: int) -> bool:
        if not entry.actor:
            return True
        if entry.needs and not self.around.met(entry.needs, at, last, entry.actor in self.full):
            return False
        if self.tells_ya_apart and entry.last_letter == "\u064a" and self._typed_end(last) == _ALEF_MAQSURA:
            return False
        if entry.form == "adjective":
            return self._adjective_fits(entry, at, last, taken)
        if entry.kind == "person":
            return self._person_fits(entry, at, last)
        if entry.kind == "state" and entry.form == "name" and at == last:
            return not self._is_adjective(at, taken)
        return True

    def _typed_end(self, last: int) -> str:
        return _MARKS.sub("", self.tokens.text[self.starts[last] : self.ends[last]])[-1:]

    def _before(self, at: int) -> str:
        """The word directly before, "" over any sign."""
        return self.words[at - 1] if at and self.words[at - 1][0].isalpha() else ""

    def _person_fits(self, entry: Entry, at: int, last: int) -> bool:
        before = self._before(at)
        if at < last or not before:
            return True
        given = self.lists["given_names"].words
        if before in given and before not in self.gazetteer.own_words[entry.actor]:
            return False  # another of the family
        word = self.words[at]
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        return not (word in given and after.startswith("ال"))

    def _adjective_fits(self, entry: Entry, at: int, last: int, taken: int) -> bool:
        word = self.words[at][taken:]
        before = self._before(at)
        after = self.words[last + 1] if last + 1 < len(self.words) else ""
        if entry.accusative or word in _BOTH:
            return self._is_adjective(at, taken) or not self._names_state(word)
        if word == "اليمني" and before in self.lists["right_hand"].words:
            return False  # اليد اليمنى
        if word.startswith("ال"):
            # محمد المصري is a surname, مستشفى الكندي a name: an adjective with the article does not go with a noun without
            return at < last or not (before in self.lists["given_names"].words or before in self.lists["facility"].words)
        if word == "تركي" and (after in ("بن", "ال") or after.startswith("ال")):
            return False
        if taken and len(word) <= 3:
            return False  # برد is no word about a people: too short to take letters off
        return True

    def _names_state(self, word: str) -> bool:
        node = self.gazetteer._first.get(word, {})
        return any(entry.kind == "state" and entry.form == "name" for entry in node.get(_END, ()))

    def _is_adjective(self, at: int, taken: int = 0) -> bool:
        """Whether a word that may be a state or its adjective (سورية, السعودية; سوريا, روسيا as accusatives) is the adjective here."""
        word = self.words[at][taken:]
        if not (word.endswith("يا") or word in _BOTH):
            return False
        typed = self.tokens.text[self.starts[at] : self.ends[at] + 1]
        if word.endswith("ا") and "\u064b" in typed:
            return True  # روسياً
        before = self._before(at)
        if word in _BOTH and self.words[at][:taken] == "و":
            # القوات الإماراتية والسعودية, but بين الإمارات والسعودية
            return before.endswith("يه") and self._starts_adjective(before) and not self._names_state(before)
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
            return bare.endswith(("ه", "ات")) and not self._names_state(bare) or bare[2:] in self.lists["plural_heads"].words
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
        found.append(self._mention(at, at, taken, Entry(actor, "name", (), False, True, kind, "")))

    def _qualifies(self, after: str) -> bool:
        """Whether the word after المجلس makes it another one: المجلس العسكري, الحزب الحاكم; not المجلس المذكور, not a noun of its own."""
        if not after.startswith("ال") or after in self.lists["head_next"].words:
            return False
        if after in self.lists["head_not_next"].words:
            return True
        return after.endswith(("يه", "ي")) and not self._starts_adjective(after)

    def _starts_adjective(self, word: str) -> bool:
        return any(entry.form == "adjective" for _taken, node, _rest in self.gazetteer.starts(word) for entry in node.get(_END, ()))

    def _mention(self, first: int, last: int, taken: int, entry: Entry) -> Mention:
        text = self.tokens.text
        start, end = self.starts[first], self.ends[last]
        start = _after_letters(text, start, end, taken)
        for at in range(first + 1, last):
            closing = _CLOSING.get(self.words[at])
            if closing and last + 1 < len(self.words) and self.words[last + 1] == closing:
                end = self.ends[last + 1]  # تنظيم «داعش»: the mark that was opened inside closes inside
                break
        while end < len(text) and _HARAKAT.match(text[end]):
            end += 1  # the harakat of the last letter
        place = entry.form == "capital" and self._is_place(first, taken)
        # a surname that needs its full name is short too, where the full name is there
        short = entry.short or (entry.kind == "person" and bool(entry.needs) and entry.actor in self.in_full)
        return Mention(entry.actor, entry.form, start, end, text[start:end], place, short)

    def _is_place(self, first: int, taken: int) -> bool:
        if taken and "ب" in self.words[first][:taken]:
            return True
        return self.around.before(self.lists["place_word"], first) if not taken or self.words[first][0] != "و" else False


_BOTH = ("سوريه", "السعوديه")  # a state's name that is its adjective too
_NOBODY = Entry("", "", (), False, False, "", "")
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
