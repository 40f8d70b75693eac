"""From a word of harm to the people it befell.

Each rule is a small frame of Arabic syntax with a stable name, kept with every report: the verb before its people (`verb_people`), after them
(`people_verb`), with a doer (`verb_doer_people`), the verbal noun (`act_people`), the noun that counts dead and injured
(`counted_victims`), the toll (`toll`), and so on. Which words harm whom is in data/outcomes.csv.
"""
from __future__ import annotations

from dataclasses import dataclass

from .clauses import annulled, clause_end, disowned, mood, released, sporting
from .grammar import ADVERBS, CLAUSE_STARTS, FUNCTION, PREPOSITIONS, QUOTES, RELATIVES, looks_like_verb
from .phrases import Phrase, Sentence
from .vocabulary import Outcome, may_trigger, phrase_at

__all__ = ["Found", "reports_of"]

HELD = frozenset(("captured", "displaced", "besieged", "evacuated", "missing"))


@dataclass(slots=True, eq=False)
class Found:
    """A report in the making."""

    outcome: str
    phrase: Phrase | None
    rule: str
    trigger: tuple[int, int]
    low: int | None
    high: int | None
    vague: str = ""
    approx: bool = False
    part_of: Found | None = None
    doubt: str = ""
    back: bool = False  # a part of people told in an earlier sentence

    @property
    def place(self) -> int:
        return min(self.phrase.start, self.trigger[0]) if self.phrase is not None else self.trigger[0]


def reports_of(sentence: Sentence) -> list[Found]:
    """All reports of one sentence, in order of their first word."""
    reader = _Reader(sentence)
    reader.read()
    return reader.found


class _Reader:
    def __init__(self, sentence: Sentence):
        self.s = sentence
        self.phrases = sentence.phrases
        self.by_start = {phrase.start: phrase for phrase in self.phrases}
        self.found: list[Found] = []
        self.sport = None
        self._mark_parts()

    # --- reading order

    def read(self) -> None:
        words = self.s.words
        at = 0
        while at < len(words):
            at += self._trigger(at) if may_trigger(words[at]) else 1
        self._tolls()
        self._between()
        self._victims()
        self._their_number()
        self._denied_dead()
        self._sieges()
        self._among()
        self._parts()
        self.found.sort(key=lambda item: item.place)

    def _sieges(self) -> None:
        """يعيش 590 ألف شخص في مناطق محاصرة."""
        s = self.s
        places = [at for at in range(len(s)) if s.words[at] in ("محاصره", "المحاصره", "محاصرتين", "المحاصرتين")]
        if not places or not any(word.lstrip("و") in _LIVING for word in s.words):
            return
        for phrase in self.phrases:
            if phrase.used or phrase.kind not in ("number", "vague") or not phrase.known or phrase.role == "combatant" or phrase.vague == "several":
                continue
            at = next((place for place in places if -6 <= place - phrase.end <= 14), None)
            if at is not None and (phrase.low is None or phrase.low > 9):
                phrase.used.add("besieged")
                self.found.append(Found("besieged", phrase, "living_under_siege", (at, at), phrase.low, phrase.high, phrase.vague, phrase.approx))
                return

    def _among(self) -> None:
        """من بين القتلى خمسة أطفال: a part of dead told before, here or in an earlier sentence."""
        s = self.s
        for at in range(len(s) - 1):
            if s.words[at].lstrip("و") not in ("بين", "ضمن"):
                continue
            whole = next((p for p in self.phrases if p.start == at + 1 and p.kind == "plural" and p.victim is not None and p.victim_at == p.head), None)
            if whole is None or whole.victim.outcome not in ("killed", "injured", "killed_or_injured", "missing", "captured"):
                continue
            first = next((p for p in self.phrases if whole.end < p.start <= whole.end + 3 and p.kind not in ("thing", "force")), None)
            if first is None or first.victim is not None:
                continue
            outcome = whole.victim.outcome
            whole.used.add("*")
            self.found = [found for found in self.found if found.phrase is not whole]
            parent = next((f for f in reversed(self.found) if f.outcome == outcome and f.phrase is not None and f.phrase.end < at and f.phrase.plural), None)
            for phrase in [first, *first.siblings]:
                told = next((f for f in self.found if f.phrase is phrase and f.outcome == outcome), None)
                if told is None:
                    told = Found(outcome, phrase, "among", (whole.victim_at, whole.victim_at), phrase.low, phrase.high, phrase.vague, phrase.approx)
                    phrase.used.add(outcome)
                    self.found.append(told)
                told.part_of, told.back = parent, parent is None

    def _denied_dead(self) -> None:
        """نفى سقوط ضحايا … أصيب 48: where injured are told, the denied victims are the dead."""
        if any(found.outcome == "injured" and found.low != 0 for found in self.found):
            for found in self.found:
                if found.outcome == "killed_or_injured" and found.rule == "denial":
                    found.outcome = "killed"

    def _cue_places(self, kind: str) -> list[int]:
        return [at for at, entries in enumerate(self.s.cues) if entries and any(cue[1] == kind for _, cues in entries for cue in cues)]

    def _mark_parts(self) -> None:
        for phrase in self.phrases:
            before = phrase.start - 1
            while before >= 0 and self.s.words[before] in QUOTES:
                before -= 1
            if before >= 0 and self.s.cue(before, frozenset(("part",))) is not None and (
                    self.s.words[before] not in ("فيها", "فيهم") or before and self.s.words[before - 1] in ("بمن", "بما")):
                phrase.part = True
                for sibling in phrase.siblings:
                    sibling.part = True

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
                complement = self._complement(at, entry)
                if complement is not None:
                    self._light(at, complement, entry, form)
                    return 1
                if entry.word == "أودى" and self._took(at, entry):
                    return 1
        for entry, form in reading.acts:
            if entry.kind == "phrase":
                complement = self._complement(at, entry, 4)
                if complement is not None:
                    self._light(at, complement, entry, form)
                    return 1
        verbs = sorted((pair for pair in reading.verbs if pair[0].kind == "verb"), key=lambda pair: pair[0].needs != "own_people")
        acts = [pair for pair in reading.acts if pair[0].kind == "act"]
        if any(phrase.victim_at == at and phrase.head != at for phrase in self.phrases if phrase.start <= at <= phrase.end):
            return 1  # حالة وفاة, a noun already read
        if acts and (not verbs or self._is_act(at)):
            return self._act(at, *acts[0])
        step = 1
        for entry, form in verbs if not reading.definite else ():
            before = len(self.found)
            step = self._verb(at, entry, form)
            if len(self.found) > before:
                break
        return step

    def _took(self, at: int, entry: Outcome) -> bool:
        """أودى بـ12 شخصا: with its people right after ب."""
        for phrase in self.phrases:
            if at < phrase.start <= at + 10 and phrase.counted and phrase.known and self._governed(phrase) and (
                    self.s.readings[phrase.start].preposition == "ب" or self.s.words[phrase.start - 1] == "ب" or self.s.words[phrase.start] == "ب"):
                self._emit(entry, phrase, "light_verb_people", (at, at))
                return True
        return False

    def _is_act(self, at: int) -> bool:
        """A form that is verb and verbal noun at once is the noun after a preposition, a proclitic or another noun of harm."""
        s, reading = self.s, self.s.readings[at]
        if reading.preposition or reading.definite:
            return True
        if at == 0:
            return False
        before = s.words[at - 1]
        if before in PREPOSITIONS and before not in ("حتي", "منذ") or before in ("تهمه", "بتهمه", "جريمه", "عمليه", "محاوله", "حادثه", "حادث", "جرائم", "عمليات", "محاولات", "قضيه", "اعلن", "اعلنت", "تم"):
            return True
        if s.cue(at - 1, frozenset(("irrealis",))) is not None:
            return True
        behind = s.readings[at - 1]
        return reading.conjunction and bool(behind.acts) and not behind.verbs or bool(s.readings[at].conjunction and behind.acts and self._is_act(at - 1))

    def _complement(self, at: int, entry: Outcome, reach: int = 18) -> int | None:
        s = self.s
        for place in range(at + 1, min(len(s), at + reach)):
            word = s.words[place]
            if word in (".", "؛"):
                return None
            if self._completes(word, entry.complement):
                return place
            if entry.voice == "after" and place > at + (16 if entry.word == "أودى" else 8):
                return None
        return None

    @staticmethod
    def _completes(word: str, complements: tuple[str, ...]) -> bool:
        for complement in complements:
            stem = complement[:-1] + "ت" if complement.endswith("ه") else complement
            if word == complement or word.startswith(stem) and word[len(stem):] in ("ه", "ها", "هم", "هما", "هن", "نا", "", "ا", "هؤلاء"):
                return True
        return False

    # --- people around a trigger

    def _right(self, at: int, reach: int = 18, end: int | None = None) -> list[Phrase]:
        """Phrases after a place within its clause; a comma ends it once people were met."""
        s = self.s
        limit = clause_end(s, at) if end is None else end
        out: list[Phrase] = []
        for phrase in self.phrases:
            if phrase.start <= at:
                continue
            if phrase.start >= limit or phrase.start - at > reach:
                break
            if out and self._comma_between(out[-1].end, phrase.start):
                break
            if not out and self._clause_break(at, phrase.start):
                break
            if phrase.member:
                continue
            out.append(phrase)
        return out

    def _comma_between(self, first: int, last: int) -> bool:
        return any(word in ("،", ",", ";", "-") for word in self.s.words[first + 1 : last])

    def _clause_break(self, first: int, last: int) -> bool:
        """A comma before a new clause, not one around an adverb."""
        words = self.s.words
        for place in range(first + 1, last):
            if words[place] in ("،", ",") and place + 1 < len(words):
                following = words[place + 1]
                if following in CLAUSE_STARTS or following in RELATIVES or following[:1] == "و" and len(following) > 2 and following not in ("واحد",):
                    return True
        return False

    def _governed(self, phrase: Phrase) -> bool:
        """True where a preposition takes the phrase, so that it is no subject or object."""
        s = self.s
        before = phrase.start - 1
        while before >= 0 and s.words[before] in QUOTES:
            before -= 1
        if s.readings[phrase.start].preposition in ("ب", "ل", "ك") and phrase.kind not in ("name",):
            return True
        if s.words[phrase.start] in ("ب", "ل", "ك"):
            return True
        return before >= 0 and s.words[before] in PREPOSITIONS and not (s.words[before] in ("نحو", "حوالي", "قرابه", "فوق", "دون") and phrase.kind in ("number", "vague"))

    def _subjects(self, at: int, form) -> list[Phrase]:
        """The phrase before a verb that can be its subject, by number, nearest first."""
        s = self.s
        fits, barrier = [], self._barrier(at)
        for phrase in reversed(self.phrases):
            if phrase.end >= at or phrase.kind in ("thing", "force"):
                continue
            if phrase.start < barrier:
                break
            if phrase.part or phrase.member or phrase.head is None and not phrase.known and at - phrase.end > 2:
                continue
            if form.number == "dual" and phrase.kind == "plural" and s.words[phrase.head].endswith("ين") and at - phrase.end <= 2:
                phrase.kind, phrase.low, phrase.high, phrase.vague = "dual", 2, 2, ""
            if form.number == "dual" and not (phrase.low == phrase.high == 2 or len(phrase.siblings) == 1 and phrase.low == 1 and phrase.siblings[0].low == 1):
                continue
            if form.number == "plural" and not (phrase.plural or phrase.siblings):
                continue
            group = phrase.head is not None and any(person.kind == "group" for person, _ in s.readings[phrase.head].people)
            if form.number == "singular" and phrase.plural and not phrase.siblings and not (phrase.kind in ("number", "vague") and form.gender == "f" and phrase.head is not None
                    and (s.words[phrase.head].endswith(("ه", "ات")) or s.words[phrase.head] in ("نساء", "سيدات"))) and not group:
                continue
            fits.append(phrase)
        direct = [phrase for phrase in fits if not self._governed(phrase)]
        return direct or (fits if form.number != "singular" else [])

    def _barrier(self, at: int) -> int:
        for place in range(at - 1, -1, -1):
            if self.s.words[place] in (".", "؛"):
                return place + 1
        return 0

    # --- rules

    def _verb(self, at: int, entry: Outcome, form) -> int:
        s = self.s
        if annulled(s, at, entry.unless, by=entry.outcome == "injured") or self._trapped(at, entry) or entry.outcome in ("injured", "missing", "captured") and self._is_sport():
            return 1
        if entry.word == "فقد" and entry.outcome == "missing" and not self._went_missing(at, form) or at + 1 < len(s) and s.words[at + 1] == "بها" and form.tense == "past":
            return 1
        state = mood(s, at, present=form.tense == "present", past=form.tense == "past")
        joint, last = self._joint(at, entry)
        if state == "unreal":
            self._block(at)
            return last - at + 1
        right = [phrase for phrase in self._right(last) if phrase.kind != "thing"]
        left = self._subjects(at, form) if not s.readings[at].conjunction or form.number != "singular" else []
        relative = at > 0 and s.words[at - 1] in RELATIVES
        if form.pronoun == "نا":
            return 1
        if form.pronoun:
            return self._object_pronoun(at, entry, form, right)
        if state == "denied":
            self._deny(at, entry, right, left)
            return 1
        if at > 1 and s.words[at - 1] == "من" and s.cue(at - 2, frozenset(("toll",))) is not None:
            number = self._toll_number(last, None, relative=True)
            if number is not None:
                self._emit(entry, number, "toll", (at, last), joint)
            return last - at + 1
        if at and s.words[at - 1] == "من" and last + 1 < len(s) and s.words[last + 1] in ("هم", "هن") and last + 2 in self.by_start:
            self._emit(entry, self.by_start[last + 2], "who_were", (at, last), joint)
            return last - at + 1
        victims, rule = self._choose(at, last, entry, form, right, left, relative)
        things = [phrase for phrase in self._right(last) if phrase.kind == "thing" and phrase.start <= last + 2]
        if victims is None and not things:
            victims = self._name_after(last, entry)
            rule = "verb_name"
            if victims is None and not left and not relative and form.number == "singular" and form.tense == "past" and entry.needs == "any":
                victims, rule = self._name_before(at), "name_verb"
        if victims is None:
            return last - at + 1
        if form.tense == "present" and not self._counted_fact(victims, at):
            return 1
        if relative and victims.kind == "plural" and victims.definite and victims.end < at and victims.victim is not None:
            return 1
        self._emit(entry, victims, rule, (at, last), joint)
        self._company(victims, entry, rule, (at, last), joint)
        return last - at + 1

    def _struck_dead(self, at: int) -> None:
        """فأردوه قتيلا: the noun after the verb is the same dead man."""
        for phrase in self.phrases:
            if at < phrase.start <= at + 3 and phrase.victim is not None and phrase.victim.outcome == "killed":
                phrase.used.add("*")

    def _went_missing(self, at: int, form) -> bool:
        """فقد is a particle before a verb, and "lost" before a thing: here people stand right after it, or it ends their clause."""
        s = self.s
        following = self.by_start.get(at + 1)
        if following is not None and following.kind not in ("thing", "force"):
            return True
        if form.pronoun == "نا" or at + 1 >= len(s):
            return False
        return form.number != "singular" and (s.words[at + 1] in PREPOSITIONS or s.words[at + 1] in ADVERBS or not s.words[at + 1][0].isalpha())

    def _trapped(self, at: int, entry: Outcome) -> bool:
        """احتجاز شخصين داخل مركبة: trapped by an accident is not held by people."""
        return entry.outcome == "captured" and entry.word.startswith("احتج") and any(word in _TRAPS for word in self.s.words[max(0, at - 6) : at + 14])

    def _counted_fact(self, phrase: Phrase, at: int) -> bool:
        if self.s.words[at - 1 : at] == ["ان"] or self.s.words[max(0, at - 1)] in ("لم",):
            return True
        return phrase.kind in ("number", "dual", "vague", "one_of", "single") and not self._generic(at)

    def _generic(self, at: int) -> bool:
        return any(self.s.cue(place, frozenset(("generic",))) is not None for place in range(max(0, at - 8), min(len(self.s), at + 16)))

    def _choose(self, at, last, entry, form, right, left, relative):
        """Which phrase the verb befell, and the name of the frame that says so."""
        free = [phrase for phrase in right if not self._governed(phrase)]
        first = free[0] if free else None
        if entry.voice in ("subject", "passive"):
            if form.number != "singular" and left:
                return left[0], "people_verb"
            if relative and left and not (first is not None and first.start <= last + 2):
                return left[0], "people_who"
            if first is not None and first.kind != "force" and (first.counted or first.start <= last + 6):
                return first, "verb_people"
            for phrase in free:
                if phrase.kind != "force" and phrase.counted:
                    return phrase, "verb_people"
            return (left[0], "people_verb") if left else (None, "")
        if first is not None and self._doer(first, free):
            patient = next((phrase for phrase in free[1:] if phrase.kind != "force" and (phrase.counted or phrase.kind in ("name", "definite", "plural"))), None)
            if patient is not None:
                return patient, "verb_doer_people"
            if first.kind == "force" or entry.voice == "active":
                return (None, "") if form.number == "singular" or not left else (left[0], "people_verb")
        if form.number != "singular":
            adjacent = first is not None and first.kind != "force" and first.counted and (first.start <= last + 4 or self._only_function(last + 1, first.start, ("،", ",")))
            if adjacent:
                return first, "doer_verb_people"
            if entry.voice == "active":
                return (first, "doer_verb_people") if first is not None and first.kind != "force" else (None, "")
            return (left[0], "people_verb") if left else (None, "")
        if entry.voice == "active":
            left = []
        if relative and left and not (first is not None and first.kind != "force" and first.start <= last + 3):
            return left[0], "people_who"
        counted = [phrase for phrase in free if phrase.kind != "force" and phrase.counted]
        if counted and (counted[0] is first or first is None or first.kind == "force"):
            return counted[0], "verb_people"
        if first is not None and first.kind != "force" and first.start <= last + 3:
            return first, "verb_people"
        if counted:
            return counted[0], "verb_people"
        return (left[0], "people_verb") if left else (None, "")

    def _doer(self, first: Phrase, free: list[Phrase]) -> bool:
        """True where the first phrase after a verb is who did it: a force, or people followed by their object."""
        if first.kind == "force":
            return True
        if len(free) < 2:
            return False
        second = free[1]
        gap = second.start - first.end - 1
        if second.kind == "force" or self._governed(second):
            return False
        if first.kind == "plural" and not first.definite and second.kind in ("definite", "name") and gap <= 2 and first.head is not None and second.end >= second.start:
            return True
        if first.kind in ("plural", "definite", "name") and first.vague == "several" or first.kind in ("plural",):
            return second.counted and gap <= 6 and (first.definite or second.kind != "single" or second.accusative)
        if first.counted or first.kind in ("definite", "name"):
            return gap == 0 and (second.accusative or second.counted and second.kind != "single")
        return False

    def _act(self, at: int, entry: Outcome, form) -> int:
        s = self.s
        reading = s.readings[at]
        if annulled(s, at, entry.unless, by=entry.outcome == "injured") or self._trapped(at, entry) or entry.outcome in ("injured", "missing", "captured") and self._is_sport():
            return 1
        if entry.word == "مقتل" and reading.preposition == "ب" and any(pair[0].outcome == "injured" for place in range(max(0, at - 4), at) for pair in s.readings[place].verbs):
            return 1  # أصابه بمقتل: a figure of speech
        state = mood(s, at, act=True)
        joint, last = self._joint(at, entry)
        if state == "unreal":
            self._block(at)
            return last - at + 1
        if entry.outcome in HELD and released(s, at):
            self._block(at)
            return 1
        right = [phrase for phrase in self._right(last) if phrase.kind != "thing"]
        if form.pronoun:
            if state != "denied" and "يشتبه" not in s.words[max(0, at - 3) : at]:
                self._act_pronoun(at, entry, form)
                also = self.by_start.get(at + 1)
                if also is not None and also.counted and s.words[at + 1][:1] == "و":
                    self._emit(entry, also, "act_people", (at, at))
            return 1
        if reading.definite or self._title(at):
            return 1
        if form.number == "plural":
            return 1
        if state == "denied":
            self._deny(at, entry, right, [], joint)
            return last - at + 1
        near = [phrase for phrase in right if self._reached(last, phrase)]
        victims = near[0] if near else None
        rule = "act_people"
        if victims is not None and entry.voice == "both" and (victims.kind == "force" or self._doer(victims, near)):
            patient = next((phrase for phrase in right[right.index(victims) + 1:] if phrase.kind != "force" and (phrase.counted or phrase.kind in ("definite", "name", "plural"))
                            and not self._governed(phrase)), None)
            if patient is None and victims.kind == "force":
                return last - at + 1
            if patient is not None:
                victims, rule = patient, "act_doer_people"
        elif victims is not None and victims.kind == "force":
            victims = None
        if victims is None or victims.start > last + 1 and not self._only_quotes(last + 1, victims.start):
            named = self._name_after(last, entry)
            if named is not None and (victims is None or victims.start > named.end):
                later = next((phrase for phrase in right if phrase.counted and phrase.start > named.end and not self._governed(phrase) and phrase.kind != "force"), None)
                if entry.voice == "both" and later is not None and later.start - named.end <= 8:
                    victims, rule = later, "act_doer_people"
                elif victims is None or not self._only_function(last + 1, victims.start):
                    victims, rule = named, "act_name"
        if last + 2 < len(s) and s.words[last + 1] == "من" and entry.outcome in HELD and not s.readings[last + 2].people and last + 2 not in s.numbers:
            victims, rule = Phrase(last + 1, last + 2, "vague", vague="several", core=last + 2, count=(last + 1, last + 1)), "act_whoever"
        if victims is None and entry.word == "نزوح" and at and s.words[at - 1].lstrip("وبل") in ("حركه", "موجه", "موجات", "عمليات", "حركات", "عمليه"):
            victims, rule = Phrase(at - 1, at, "vague", vague="several", core=at), "act_wave"
        if victims is None:
            return last - at + 1
        self._emit(entry, victims, rule, (at, last), joint)
        self._company(victims, entry, rule, (at, last), joint)
        return last - at + 1

    def _title(self, at: int) -> bool:
        """«إعدام الثوار»: two or three words in quotes are a name of a work or a charge."""
        words = self.s.words
        if at == 0 or words[at - 1] not in QUOTES:
            return False
        return any(place < len(words) and words[place] in QUOTES for place in (at + 2, at + 3)) and not any(place in self.s.numbers for place in (at + 1, at + 2))

    def _reached(self, last: int, phrase: Phrase) -> bool:
        """The genitive of an act stands next to it, but for quotes, كل من and adverbs."""
        gap = self.s.words[last + 1 : phrase.start]
        if self._governed(phrase) and not (gap and gap[0] in ("كل", "كلا", "اكثر", "ما", "نحو")):
            return not gap
        return len(gap) <= 8 or phrase.counted

    def _only_quotes(self, first: int, last: int) -> bool:
        return all(word in QUOTES or word in ("كل", "من", "كلا") for word in self.s.words[first:last])

    def _only_function(self, first: int, last: int, also: tuple[str, ...] = ()) -> bool:
        return all(word in QUOTES or word in also or word in FUNCTION or word in ADVERBS for word in self.s.words[first:last])

    def _joint(self, at: int, entry: Outcome) -> tuple[Outcome | None, int]:
        """مقتل وإصابة، قتل وجرح، قتلوا أو جرحوا: a second outcome with the same people."""
        s = self.s
        after = at + 1
        if after < len(s) and s.words[after] in ("و", "او", "أو", "ثم"):
            word_at, either = after + 1, s.words[after] == "او"
        else:
            word_at, either = after, False
            if after >= len(s) or not s.readings[after].conjunction:
                return None, at
        if word_at >= len(s):
            return None, at
        other = s.readings[word_at]
        pool = [pair[0] for pair in (*other.acts, *other.verbs) if pair[0].kind in ("act", "verb") and pair[0].outcome != entry.outcome]
        if not pool:
            return None, at
        is_verb = bool(s.readings[at].verbs) and not self._is_act(at)
        if is_verb and not either:
            verb = next((pair for pair in s.readings[at].verbs), None)
            left = self._subjects(at, verb[1]) if not s.readings[at].conjunction else []
            if any(at - phrase.end <= 2 or phrase.counted and at - phrase.end <= 8 for phrase in left):
                return None, at
            right = self._right(word_at)
            if right and right[0].others or not right:
                return None, at
        return pool[0], word_at

    def _emit(self, entry: Outcome, phrase: Phrase, rule: str, trigger: tuple[int, int], joint: Outcome | None = None, doubt: str = "") -> None:
        group = [phrase, *phrase.siblings]
        if phrase.member:
            group = [phrase]
        if disowned(self.s, min(trigger[0], phrase.start), max(trigger[1], phrase.end)):
            phrase.used.add("*")
            return
        if phrase.kind in ("definite", "name") and phrase.head is not None and not phrase.plural and any(
                found.outcome == entry.outcome and found.phrase is not None and found.phrase.head is not None and self.s.words[found.phrase.head] == self.s.words[phrase.head]
                and not found.phrase.plural and (phrase.head + 1 >= len(self.s) or self.s.words[phrase.head + 1] == self.s.words[found.phrase.head + 1]
                or phrase.kind == "definite" and phrase.end == phrase.head or not self.s.readings[phrase.head + 1].people) for found in self.found):
            return
        outcomes = [entry.outcome]
        if joint is not None:
            outcomes = ["killed_or_injured"] if {entry.outcome, joint.outcome} <= {"killed", "injured", "killed_or_injured"} else [entry.outcome, joint.outcome]
        if len(group) == 1 and phrase.kind == "plural" and phrase.start and self.s.cue(phrase.start - 1, frozenset(("toll",))) is not None:
            number = self._toll_before(phrase.start - 1) or self._toll_number(trigger[1], phrase, relative=True)
            if number is None:
                return
            number.role = phrase.role if number.role == "unknown" else number.role
            phrase.used.add(entry.outcome)
            group, rule = [number], "toll"
        for item in group:
            if not self._enough(item, entry, trigger):
                continue
            for outcome in outcomes:
                if outcome in item.used:
                    continue
                if item.also is not None and item.victim is not None and {item.victim.outcome, item.also.outcome} <= {"killed", "injured"}:
                    continue
                item.used.add(outcome)
                self.found.append(Found(outcome, item, rule, trigger, item.low, item.high, item.vague, item.approx, doubt=doubt))

    def _enough(self, phrase: Phrase, entry: Outcome, trigger: tuple[int, int]) -> bool:
        """True where the phrase gives what the row of data/outcomes.csv needs before it counts."""
        needs, s = entry.needs, self.s
        if phrase.kind in ("thing", "force"):
            return False
        if phrase.used & {"killed", "injured"} and entry.outcome not in phrase.used and phrase.used & {entry.outcome}:
            return False
        stated = phrase.kind in ("number", "vague", "dual", "one_of")
        if phrase.vague == "several" and phrase.kind == "vague" and phrase.head is not None and not phrase.known:
            return False
        if needs == "any":
            return phrase.known or phrase.head is None or stated or phrase.kind == "name"
        if needs == "people" and phrase.head is None and phrase.known and stated:
            return True
        if needs == "people":
            return phrase.known and phrase.kind != "name" or phrase.others
        if needs == "people_or_name":
            return phrase.known or stated or phrase.kind == "name"
        if needs in ("people_count", "person_count"):
            return (stated or phrase.kind == "single") and (phrase.known or needs == "people_count" and phrase.head is None and 0 <= phrase.start - trigger[1] <= 1)
        if needs == "count":
            return stated
        if needs == "count_or_cause":
            many = stated and not (phrase.low == phrase.high == 1) and not self._kin_of_one(phrase) or phrase.victim is not None and phrase.victim.outcome == "injured"
            return many or self._cause(trigger[0], phrase)
        if needs == "cause":
            return phrase.known and self._cause(trigger[0], phrase)
        if needs == "own_people":
            return stated and phrase.head is not None and phrase.role in ("combatant", "unknown") and any(form.pronoun for _, form in s.readings[phrase.head].people)
        if needs == "martyr":
            return phrase.victim is not None and phrase.victim.word == "شهيد" or phrase.end + 1 < len(s) and s.words[phrase.end + 1] in ("شهيدا", "شهداء", "شهيدين")
        if needs == "missing_count":
            return stated and (phrase.others or phrase.head is None and phrase.kind == "number" or phrase.role == "civilian" or self._near(trigger[0], _LOST))
        if needs == "siege":
            return stated and self._near(trigger[0], _SIEGE)
        if needs == "hospital":
            return stated and (phrase.known or phrase.head is None) and phrase.victim is None and any(word.startswith(("المستشف", "مستشف", "لمستشف", "للمستشف", "المشفي", "مشفي")) for word in s.words) and self._cause(trigger[0], phrase)
        if needs == "civil_count":
            return stated and phrase.known and phrase.role != "combatant" and self._near(trigger[0], _HOME)
        if needs == "deal_count":
            return stated and phrase.known and self._near(trigger[0], _DEAL)
        return False

    def _kin_of_one(self, phrase: Phrase) -> bool:
        """وفاة زوجاته الثلاث: deaths in one man's family over his life."""
        return phrase.head is not None and any(form.pronoun in ("ه", "ها") and person.role == "civilian" for person, form in self.s.readings[phrase.head].people) and phrase.definite

    def _near(self, at: int, words: frozenset[str]) -> bool:
        return any(word in words or word[1:] in words for word in self.s.words[max(0, at - 25) : at + 30])

    def _cause(self, at: int, phrase: Phrase) -> bool:
        words = self.s.words
        if any(entry.outcome == "injured" and entry.word in ("أصيب", "إصابة") for reading in self.s.readings for entry, _ in (*reading.verbs, *reading.acts)):
            return True
        for place in range(max(0, at - 12), min(len(words), at + 26)):
            word = words[place]
            if word in _CAUSES or word[1:] in _CAUSES or word[2:] in _CAUSES:
                return True
        return False

    def _is_sport(self) -> bool:
        if self.sport is None:
            self.sport = sporting(self.s)
        return self.sport

    def _block(self, at: int) -> None:
        """People of an unreal act are not reported by other rules either."""
        for phrase in self._right(at, 12)[:1]:
            if phrase.victim is not None and phrase.victim.outcome in ("killed", "injured", "killed_or_injured"):
                phrase.used.add("*")

    def _deny(self, at: int, entry: Outcome, right: list[Phrase], left: list[Phrase], joint: Outcome | None = None) -> None:
        outcome = entry.outcome
        if joint is not None and {entry.outcome, joint.outcome} <= {"killed", "injured"}:
            outcome = "killed_or_injured"
        phrase = next((p for p in right if p.start <= at + 6 and p.kind != "force"), None) or (left[0] if left else None)
        if phrase is not None:
            phrase.used.add("*")
            for sibling in phrase.siblings:
                sibling.used.add("*")
        if any(found.trigger[0] == at for found in self.found):
            return
        self.found.append(Found(outcome, phrase, "denial", (at, at), 0, 0))

    def _object_pronoun(self, at: int, entry: Outcome, form, right: list[Phrase]) -> int:
        """اختطفهم، قتلته مع سبعة: the people were named before."""
        s = self.s
        antecedent = self._antecedent(at, form.pronoun)
        if antecedent is not None and "يعتقد" in s.words[antecedent.end : at]:
            antecedent = None
        if antecedent is not None and not (antecedent.kind in ("plural",) and antecedent.definite):
            self._emit(entry, antecedent, "people_verb_pronoun", (at, at), doubt="the pronoun's people are inferred")
        if entry.word == "أردى":
            self._struck_dead(at)
        self._company(None, entry, "verb_with_people", (at, at), None, at + 1)
        return 1

    def _act_pronoun(self, at: int, entry: Outcome, form) -> None:
        antecedent = self._antecedent(at, form.pronoun)
        if antecedent is None or antecedent.used & {entry.outcome, "*"}:
            return
        if antecedent.victim is not None and antecedent.victim.outcome == entry.outcome:
            return
        if antecedent.kind == "plural" and antecedent.definite and entry.outcome not in ("evacuated", "displaced"):
            return
        if entry.outcome in ("killed", "injured") and antecedent.kind in ("single", "definite", "name") and entry.word in ("وفاة", "موت"):
            return
        self._emit(entry, antecedent, "act_pronoun", (at, at), doubt="the pronoun's people are inferred")

    def _antecedent(self, at: int, pronoun: str) -> Phrase | None:
        barrier = self._barrier(at)
        if pronoun in ("هم", "هن"):
            counted = next((p for p in reversed(self.phrases) if p.end < at and p.start >= barrier and at - p.end <= 25 and p.plural and p.kind in ("number", "vague") and not p.part and not p.member), None)
            if counted is not None:
                return counted
        for phrase in reversed(self.phrases):
            if phrase.end >= at or phrase.kind in ("thing", "force") or phrase.part or phrase.member:
                continue
            if phrase.start < barrier or at - phrase.end > 40:
                return None
            if pronoun in ("هم", "هن"):
                if phrase.plural and phrase.kind in ("number", "vague", "plural"):
                    return phrase
            elif pronoun == "هما":
                if phrase.low == 2 and phrase.high == 2:
                    return phrase
            elif not phrase.plural and phrase.kind in ("single", "one_of", "name", "definite") and not self._governed(phrase):
                return phrase
        return None

    def _company(self, victims: Phrase | None, entry: Outcome, rule: str, trigger: tuple[int, int], joint: Outcome | None, at: int | None = None) -> None:
        """قتل القائد مع ثلاثة من مرافقيه: those who shared the fate."""
        s = self.s
        place = at if at is not None else (max(victims.end, trigger[1]) + 1 if victims is not None else None)
        if place is None:
            return
        far = next((at for at in range(place, min(len(s) - 2, place + 16)) if s.words[at] == "الي" and s.words[at + 1] == "جانب"), None)
        if far is not None:
            phrase = self.by_start.get(far + 2)
            if phrase is not None and phrase.others and phrase.counted and not phrase.used:
                self._emit(entry, phrase, "people_with", trigger, joint)
                return
        for start in range(place, min(len(s), place + 4)):
            if s.words[start] in ("مع", "برفقه", "ومعه", "وبرفقته", "برفقته", "الي") and start + 1 < len(s):
                nxt = start + 2 if s.words[start + 1] == "جانب" else start + 1
                if s.words[start] == "الي" and s.words[start + 1] != "جانب":
                    return
                phrase = self.by_start.get(nxt)
                if phrase is not None and phrase.kind in ("number", "dual", "vague", "one_of", "single") and not self._own_harm(phrase):
                    self._emit(entry, phrase, "people_with", trigger, joint)
                return
            if s.words[start] in ("،", "."):
                return

    @staticmethod
    def _own_harm(phrase: Phrase) -> bool:
        return phrase.victim is not None and phrase.victim.outcome in ("killed", "injured")

    def _name_after(self, at: int, entry: Outcome) -> Phrase | None:
        """An unknown noun right after a strong word of death or capture is a name: one person."""
        s = self.s
        place = at + 1
        while place < len(s) and s.words[place] in QUOTES:
            place += 1
        if place >= len(s) or entry.needs not in ("any", "people_or_name", "count_or_cause") or entry.outcome not in ("killed", "captured"):
            return None
        word, reading = s.words[place], s.readings[place]
        if place in s.numbers or not word[0].isalpha() or word in FUNCTION or word in ADVERBS or reading.conjunction or reading.preposition or len(word) < 3:
            return None
        if reading.verbs or reading.acts or reading.people or reading.victims or looks_like_verb(word) or word.endswith(("هم", "هما", "نا")) and len(word) > 4 or word.startswith(("لل", "بال")):
            return None
        if entry.word not in ("مقتل", "اغتيال", "اغتيل", "اغتال", "مصرع", "استشهاد", "استشهد", "أعدم", "قتل", "توفي", "مات", "القبض على", "اختطف", "اختطاف", "اعتقل", "اعتقال", "إعدام", "خطف"):
            return None
        last = place
        while last + 1 < len(s) and last - place < 4:
            following = s.words[last + 1]
            after = s.readings[last + 1]
            if not following[0].isalpha() or following in FUNCTION or following in ADVERBS or after.conjunction or after.preposition or after.verbs or after.acts or last + 1 in s.numbers:
                break
            last += 1
        if entry.word in ("قتل", "خطف", "إعدام", "أعدم") and last == place and not any(s.readings[p].people for p in range(place + 1, min(len(s), place + 3))):
            return None  # قتل الأحلام: one unknown word is as likely a figure of speech
        plural = word.startswith("ال") and word.endswith(("ين", "ون", "ات")) and len(word) > 5
        phrase = Phrase(place, last, "plural" if plural else "name", None if plural else 1, None if plural else 1, vague="several" if plural else "", head=place,
                        definite=True, plural=plural, core=min(last, place + 2))
        doubt_free = entry.word in ("مقتل", "اغتيال", "اغتيل", "اغتال", "مصرع", "استشهاد", "استشهد")
        if not doubt_free and not plural and entry.word not in ("توفي", "مات", "القبض على") and s.readings[at].verbs and not s.readings[at].preposition and word.startswith("ال"):
            return None
        return phrase

    def _name_before(self, at: int) -> Phrase | None:
        """A sentence that opens with an unknown name and ends in its death."""
        s = self.s
        for place in range(at - 1, max(-1, at - 6), -1):
            word = s.words[place]
            if word.lstrip("وف") in ("ان", "كان") and place < at - 1:
                after = s.words[at + 1] if at + 1 < len(s) else "."
                if after not in PREPOSITIONS and after not in ADVERBS and after[0].isalpha() and after[0] != "ب":
                    return None
                return Phrase(place + 1, at - 1, "name", 1, 1, head=place + 1, plural=False, definite=True, core=at - 1)
            if not word[0].isalpha() or word in FUNCTION or s.readings[place].harms or looks_like_verb(word) or s.readings[place].conjunction or any(
                    person.kind in ("thing", "force", "cause") for person, _ in s.readings[place].people):
                break
        if at < 2 or not s.words[0][0].isalpha() or s.words[0] in FUNCTION or looks_like_verb(s.words[0]) or s.readings[0].verbs or s.readings[0].acts:
            return None
        if s.readings[0].people or s.readings[0].victims or s.readings[0].conjunction or 0 in s.numbers or s.words[1] in FUNCTION or s.words[0].endswith("ت"):
            return None
        if s.words[1] not in ("،", ",") and (not s.words[1][0].isalpha() or s.readings[1].verbs):
            return None
        return Phrase(0, 1 if s.words[1][0].isalpha() else 0, "name", 1, 1, head=0, plural=False, definite=True, core=1 if s.words[1][0].isalpha() else 0)

    # --- fixed and light phrases

    def _light(self, at: int, complement: int, entry: Outcome, form) -> None:
        s = self.s
        so = s.readings[at].proclitics == "ل"  # ليلقى مصرعه: and so he died
        state = mood(s, at, present=form.tense == "present" and not so, past=form.tense == "past" or so)
        trigger = (at, complement)
        for phrase in self.phrases:
            if phrase.head == complement:
                phrase.used.add("*")
        if state == "unreal" or annulled(s, complement, entry.unless, 2) or self._unless_before(at, entry):
            return
        if entry.voice == "after":
            end = clause_end(s, complement)
            right = [phrase for phrase in self._right(complement, 14, end) if phrase.kind not in ("thing", "force")]
            if state == "denied":
                self._deny(at, entry, right, [])
                return
            if form.number == "plural" and not (right and right[0].counted and right[0].start <= complement + 2):
                left = self._subjects(at, form)
                if left:
                    self._emit(entry, left[0], "people_light_verb", trigger)
                    return
            if right:
                self._emit(entry, right[0], "light_verb_people", trigger)
                return
            named = self._name_after(complement, entry)
            if named is not None:
                self._emit(entry, named, "light_verb_people", trigger)
            elif s.words[complement].endswith(("ته", "تها")) is False:
                left = self._subjects(at, form)
                if left and left[0].kind in ("single", "definite", "name", "one_of"):
                    self._emit(entry, left[0], "people_light_verb", trigger)
            return
        for phrase in self.phrases:
            if at < phrase.start < complement <= phrase.end and (phrase.head is None or phrase.head < complement):
                phrase.end = phrase.core = complement - 1
        inside = [phrase for phrase in self.phrases if at < phrase.start and phrase.end < complement and phrase.kind not in ("thing", "force") and not phrase.member]
        after = [phrase for phrase in self._right(complement, 8) if phrase.kind not in ("thing", "force") and phrase.counted and not self._governed(phrase)]
        if state == "denied":
            self._deny(at, entry, inside, [])
            return
        self._company(None, entry, "light_verb_people", trigger, None, complement + 1)
        if inside:
            self._emit(entry, inside[0], "light_verb_people", trigger)
            return
        left = self._subjects(at, form)
        if left:
            self._emit(entry, left[0], "people_light_verb", trigger)
        elif after:
            self._emit(entry, after[0], "light_verb_people", trigger)
        elif complement - at > 1:
            place = at + 1
            if s.words[place] not in FUNCTION and s.words[place][0].isalpha() and not s.readings[place].preposition:
                name = Phrase(place, min(complement - 1, place + 3), "name", 1, 1, head=place, plural=False, definite=True, core=min(complement - 1, place + 2))
                self._emit(entry, name, "light_verb_people", trigger)

    def _unless_before(self, at: int, entry: Outcome) -> bool:
        words = self.s.words
        return any(word in entry.unless or word.lstrip("وفب") in entry.unless for word in words[max(0, at - 3) : at])

    def _fixed(self, at: int, length: int, entry: Outcome) -> None:
        s, last = self.s, at + length - 1
        if entry.needs == "denial":
            if mood(s, at) == "denied" or at and s.words[at - 1] in ("اي", "لا", "ولا"):
                self.found.append(Found(entry.outcome, None, "denial", (at, last), 0, 0))
            return
        if annulled(s, last, entry.unless) or mood(s, at) != "fact":
            return
        if entry.voice == "subject":
            for phrase in reversed(self.phrases):
                if phrase.end < at and phrase.kind not in ("thing", "force") and not phrase.part and not phrase.member:
                    if at - phrase.end <= 12:
                        phrase.victim = None
                        self._emit(entry, phrase, "people_phrase", (at, last))
                    return
            return
        if released(s, at):
            return
        if s.words[last] in ("عليه", "عليها", "عليهم", "عليهما", "عليهن"):
            antecedent = self._antecedent(at, s.words[last][3:])
            if antecedent is not None and antecedent.counted:
                self._emit(entry, antecedent, "phrase_pronoun", (at, last), doubt="the pronoun's people are inferred")
            return
        right = [phrase for phrase in self._right(last) if phrase.kind not in ("thing", "force")]
        whoever = last + 2 < len(s) and s.words[last + 1] == "من" and s.words[last + 2][0].isalpha() and not s.readings[last + 2].people and s.words[last + 2] not in FUNCTION
        if right and right[0].start <= last + 6 and not whoever:
            self._emit(entry, right[0], "phrase_people", (at, last))
            return
        if whoever:
            phrase = Phrase(last + 1, last + 1, "vague", vague="several", head=None, core=min(len(s) - 1, last + 3))
            phrase.end = phrase.core
            self._emit(entry, phrase, "phrase_people", (at, last))
            return
        named = self._name_after(last, entry)
        if named is not None:
            self._emit(entry, named, "phrase_name", (at, last))

    # --- nouns that name the harmed

    def _tolls(self) -> None:
        """عدد القتلى … إلى 30: the count follows its noun."""
        s = self.s
        for at in self._cue_places("toll"):
            cue = s.cue(at, frozenset(("toll",)))
            if cue is None:
                continue
            noun = self._toll_noun(at)
            if noun is None:
                continue
            place, entry, phrase = noun
            number = self._toll_before(at) or self._toll_number(place, phrase)
            if number is None or number.used:
                continue
            self._toll_bound(at, number)
            if number.victim is not None and number is not phrase:
                if phrase is not None and phrase is not number:
                    phrase.used.add("*")
                continue
            if mood(s, at) == "unreal" or entry.outcome == "injured" and (annulled(s, place, entry.unless) or self._is_sport() or self._disease(number)):
                continue
            if phrase is not None:
                phrase.used.add("*")
                if number.role == "unknown" and number.head is None:
                    number.role = phrase.role
            for item in [number, *number.siblings]:
                if item.victim is None and not item.used:
                    item.used.add(entry.outcome)
                    self.found.append(Found(entry.outcome, item, "toll", (at, place), item.low, item.high, item.vague, item.approx))
        self._they_are()
        self._count_nouns()

    def _they_are(self) -> None:
        """القتلى هم ثلاثة مدنيين: the dead, and then who they are."""
        s = self.s
        for phrase in self.phrases:
            after = phrase.end + 1
            if phrase.victim is None or phrase.used or phrase.kind != "plural" or after >= len(s):
                continue
            number = self.by_start.get(after)
            if number is not None and number.kind == "number" and number.head is None and phrase.definite and not number.used and phrase.end == phrase.victim_at:
                phrase.used.add("*")
                number.used.add(phrase.victim.outcome)
                self.found.append(Found(phrase.victim.outcome, number, "toll", (phrase.victim_at, phrase.victim_at), number.low, number.high, number.vague, number.approx))
                continue
            if s.words[after] not in ("هم", "هن", "هما"):
                continue
            listed = self.by_start.get(after + 1)
            if listed is None or listed.used or listed.kind in ("thing", "force"):
                continue
            phrase.used.add("*")
            for item in [listed, *listed.siblings]:
                item.used.add(phrase.victim.outcome)
                self.found.append(Found(phrase.victim.outcome, item, "toll", (phrase.victim_at, phrase.victim_at), item.low, item.high, item.vague, item.approx))

    def _count_nouns(self) -> None:
        """الوفيات 107 والإصابات 238: a definite plural of cases with its number right after it."""
        s = self.s
        for at in range(len(s) - 1):
            reading = s.readings[at]
            if not reading.definite or not reading.victims or reading.victims[0][0].needs != "count_noun" or reading.victims[0][1].number != "plural":
                continue
            number = self.by_start.get(at + 1)
            if number is not None and number.kind == "number" and not number.used and number.victim is None:
                entry = reading.victims[0][0]
                if entry.outcome == "injured" and self._disease(number):
                    continue
                number.used.add(entry.outcome)
                self.found.append(Found(entry.outcome, number, "toll", (at, at), number.low, number.high, number.vague, number.approx))

    def _toll_before(self, at: int) -> Phrase | None:
        """يرفع إلى 312 عدد القتلى: the count before its noun."""
        return next((p for p in self.phrases if p.end == at - 1 and p.kind == "number" and p.head is None and p.start and self.s.words[p.start - 1] == "الي"), None)

    def _toll_bound(self, at: int, number: Phrase) -> None:
        """تجاوز عدد القتلى المئة، لا يقل عددهم عن 30، لم يزد على تسعة."""
        words = [word.lstrip("وف") for word in self.s.words[max(0, at - 3) : at]]
        if number.low is None or number.low != number.high:
            return
        negated = any(word in ("لا", "لم", "لن") for word in words)
        if any(word in ("يقل", "تقل") for word in words) and negated:
            number.high = None
        elif any(word in ("تجاوز", "يتجاوز", "فاق", "يفوق", "تخطي", "يزيد", "زاد", "يزد", "تجاوزت", "تزيد", "يتعد", "يتعدي") for word in words):
            if negated:
                number.low = None
            else:
                number.low, number.high = number.low + 1, None

    def _their_number(self) -> None:
        """المصابون وعددهم 20، المهجرين … مقدرا عددهم ب600: the count comes after its people."""
        s = self.s
        for at in range(1, len(s)):
            if s.words[at].lstrip("وف") not in ("عددهم", "عددهن", "عددها", "عددهما"):
                continue
            number = next((p for p in self.phrases if at < p.start <= at + 4 and p.kind in ("number", "vague", "dual") and not p.used), None)
            people = next((p for p in reversed(self.phrases) if p.end < at and p.kind in ("plural", "vague") and (p.used or p.victim is not None)), None)
            if number is None or people is None or at - people.end > 14:
                continue
            told = next((f for f in self.found if f.phrase is people), None)
            entry = people.victim
            if told is None and (entry is None or "*" in people.used):
                continue
            outcome, doubt = told.outcome if told is not None else entry.outcome, ""
            if number.role == "unknown" and number.head is None:
                number.role = people.role
            if outcome == "displaced" and entry is not None and entry.word == "مهجر" and any(word.lstrip("وبال") in _CARRIERS for word in s.words):
                outcome, doubt = "evacuated", "carried out of the town under a deal: evacuated rather than displaced"
            number.used.add(outcome)
            people.used.add(outcome)
            if told is not None:
                self.found.remove(told)
            trigger = told.trigger if told is not None else (people.victim_at, people.victim_at)
            self.found.append(Found(outcome, number, "their_number", trigger, number.low, number.high, number.vague, number.approx, doubt=doubt))

    def _toll_noun(self, at: int) -> tuple[int, Outcome, Phrase | None] | None:
        s = self.s
        for place in range(at + 1, min(len(s), at + 6)):
            reading = s.readings[place]
            phrase = next((p for p in self.phrases if p.start <= place <= p.end), None)
            if s.words[place] in (".", "،", "؛") or place in s.numbers:
                return None
            if phrase is not None and phrase.victim is not None:
                if phrase.kind in ("number", "dual") or phrase.kind == "vague" and phrase.count and s.words[phrase.count[0]] not in ("عدد",):
                    return None
                return phrase.victim_at, phrase.victim, phrase
            for entry, form in reading.acts:
                if form.number == "plural" or reading.definite:
                    return place, entry, phrase
            if reading.victims and reading.victims[0][0].needs != "never":
                return place, reading.victims[0][0], phrase
        return None

    def _toll_number(self, at: int, phrase: Phrase | None, relative: bool = False) -> Phrase | None:
        s = self.s
        best = None
        head = phrase.start if phrase is not None else at
        reached = any(s.cue(place, frozenset(("reaching",))) is not None and s.words[place] not in ("الي", "هو", "عند") for place in range(max(0, head - 3), head))
        for candidate in self.phrases:
            if candidate.start <= at or candidate is phrase:
                continue
            if candidate.start - at > 24:
                break
            between = s.words[at + 1 : candidate.start]
            if any(word in (".", "؛") or word in RELATIVES and not relative and word not in ("الذي", "التي", "اللذين", "اللتين") for word in between):
                break
            if candidate.kind not in ("number", "vague", "dual") or candidate.kind == "thing":
                continue
            close = candidate.start - (phrase.end if phrase is not None else at) <= (12 if reached else 2)
            arrives = any(s.cue(place, frozenset(("reaching",))) is not None for place in range(max(at + 1, candidate.start - 3), candidate.start + 1)) or \
                s.words[candidate.start] in ("ب", "ال") or ":" in between[-2:]
            if close and best is None or arrives:
                if best is None or s.words[candidate.start - 1] in ("الي",) or s.words[candidate.start - 1] in PREPOSITIONS:
                    best = candidate
        return best

    def _victims(self) -> None:
        """15 قتيلا، عشرات الجرحى، قتيل وجريحان: nouns that carry their outcome with them."""
        for phrase in self.phrases:
            entry = phrase.victim
            if entry is None or phrase.used and (entry.outcome in HELD or "*" in phrase.used or not phrase.used <= HELD):
                continue
            if phrase.part:
                continue
            self._victim(phrase, entry)

    def _bodies(self, phrase: Phrase, entry: Outcome) -> bool:
        """جثث ستة مهاجرين، جثة رجل، جثث الأطفال: the dead are those whose bodies they are."""
        s, at = self.s, phrase.victim_at
        if entry.word not in ("جثة", "رفات") or phrase.kind in ("number", "vague", "one_of") or phrase.victim_at != phrase.head:
            return False
        following = self.by_start.get(phrase.head + 1)
        if following is not None and s.words[phrase.head + 1][:1] == "و":
            following = None
        if following is not None and following.counted and following.kind != "single" and following.victim is not None and following.victim.outcome != "killed_or_injured":
            phrase.used.add("*")
            return True
        if following is not None and following.counted and following.kind != "single":
            following.victim, following.victim_at = entry, at
            self._found_victim(following, entry)
            for sibling in following.siblings:
                sibling.victim, sibling.victim_at = entry, at
                self._found_victim(sibling, entry)
            return True
        if phrase.kind == "single" and not phrase.definite:
            after = s.readings[phrase.head + 1] if phrase.head + 1 < len(s) else None
            if after is None or not after.definite or after.people and after.people[0][0].kind == "person":
                self._found_victim(phrase, entry)
            return True
        if phrase.kind == "plural" and not phrase.definite and phrase.end > phrase.head:
            reading = s.readings[phrase.head + 1]
            if any(person.kind in ("person", "group") for person, _ in reading.people) and not reading.victims:
                self._found_victim(phrase, entry)
                return True
        return False

    def _found_victim(self, phrase: Phrase, entry: Outcome) -> None:
        if entry.outcome in phrase.used:
            return
        phrase.used.add(entry.outcome)
        self.found.append(Found(entry.outcome, phrase, "counted_victims" if phrase.counted else "victims", (phrase.victim_at, phrase.victim_at), phrase.low, phrase.high, phrase.vague, phrase.approx))

    def _victim(self, phrase: Phrase, entry: Outcome) -> None:
        s = self.s
        at = phrase.victim_at
        if annulled(s, at, entry.unless) or self._named_group(phrase) or entry.outcome in ("injured", "missing", "captured") and self._is_sport():
            return
        held = entry.outcome in HELD
        if held and (released(s, phrase.start) or self._freed_after(phrase)):
            return
        state = "fact" if held and phrase.kind in ("number", "vague", "dual", "one_of") else mood(s, phrase.start, act=False)
        if state == "unreal":
            return
        if state == "denied" and phrase.kind in ("plural", "single", "one_of", "vague"):
            if entry.needs in ("any", "count_noun"):
                outcome = self._joint_outcome(phrase, entry)
                other = next((p for p in self.phrases if phrase.end < p.start <= phrase.end + 3 and p.victim is not None and s.words[p.start - 1] in ("او", "ولا")), None)
                if other is None:
                    other = next((p for p in self.phrases if p.start == phrase.end + 1 and p.victim is not None and p.victim.outcome != entry.outcome), None)
                if other is not None and {entry.outcome, other.victim.outcome} <= {"killed", "injured", "killed_or_injured"}:
                    other.used.add("*")
                    outcome = "killed_or_injured"
                for sibling in phrase.siblings:
                    sibling.used.add("*")
                self.found.append(Found(outcome, phrase, "denial", (at, at), 0, 0))
            return
        if self._generic(at) and s.cue(phrase.end + 1 if phrase.end + 1 < len(s) else phrase.end, frozenset(("generic",))) is not None:
            return
        if entry.outcome == "injured" and entry.word in ("مصاب", "إصابة") and self._disease(phrase):
            return
        if self._bodies(phrase, entry):
            return
        if not self._victim_counts(phrase, entry):
            return
        phrase.used.add(entry.outcome)
        outcome = self._joint_outcome(phrase, entry)
        low, high, vague = phrase.low, phrase.high, phrase.vague
        self.found.append(Found(outcome, phrase, "counted_victims" if phrase.counted else "victims", (at, at), low, high, vague, phrase.approx))

    def _between(self) -> None:
        """50 بين قتيل وجريح: one count over both."""
        s = self.s
        for at in range(len(s) - 2):
            if s.words[at] not in ("بين", "مابين"):
                continue
            pair = [p for p in self.phrases if at < p.start <= at + 4 and p.victim is not None and not p.plural and p.kind == "single"]
            outcomes = {p.victim.outcome for p in pair}
            if len(pair) < 2 or len(outcomes) < 2:
                continue
            for phrase in pair:
                phrase.used.add("*")
            people = next((p for p in reversed(self.phrases) if p.end < at and p.counted and p.kind != "single" and at - p.end <= 30 and p.kind != "thing" and not p.member), None)
            if people is None:
                continue
            outcome = "killed_or_injured" if outcomes & {"killed", "injured"} else pair[0].victim.outcome
            told = next((f for f in self.found if f.phrase is people), None)
            if told is not None:
                told.outcome, told.rule = outcome, "between"
                people.used.add(outcome)
                for sibling in people.siblings:
                    for found in self.found:
                        if found.phrase is sibling:
                            found.outcome, found.rule = outcome, "between"
            elif "*" not in people.used:
                people.used.add(outcome)
                self.found.append(Found(outcome, people, "between", (at + 1, pair[1].end), people.low, people.high, people.vague, people.approx))

    @staticmethod
    def _joint_outcome(phrase: Phrase, entry: Outcome) -> str:
        if phrase.also is None:
            return entry.outcome
        pair = {entry.outcome, phrase.also.outcome}
        return "killed_or_injured" if pair & {"killed", "injured"} else entry.outcome

    def _named_group(self, phrase: Phrase) -> bool:
        s = self.s
        before = phrase.start - 1
        if before < 0:
            return False
        if s.cue(before, frozenset(("name_head",))) is not None and phrase.kind in ("plural", "definite", "single"):
            return True
        return s.cue(before, frozenset(("kin",))) is not None and phrase.kind in ("plural", "definite") and not s.readings[before].harms

    def _victim_counts(self, phrase: Phrase, entry: Outcome) -> bool:
        s, kind = self.s, phrase.kind
        stated = kind in ("number", "vague", "dual", "one_of")
        if entry.needs == "count_noun":
            told = kind == "plural" and not phrase.definite and phrase.head == phrase.victim_at and s.words[phrase.head].endswith("ات") and self._event_before(phrase)
            return (kind in ("number", "dual", "vague") or told) and not (entry.outcome == "injured" and self._disease(phrase))
        if entry.needs == "siege":
            return stated and self._near(phrase.victim_at, _SIEGE)
        if entry.outcome in HELD and kind in ("definite", "single", "name") and phrase.victim_at != phrase.head:
            after = s.words[phrase.victim_at + 1] if phrase.victim_at + 1 < len(s) else ""
            return after in ("منذ", "في", "لدي", "عند", "داخل", "بسجن")
        if entry.needs == "count":
            return stated
        if stated:
            return True
        if kind == "single":
            head_is_victim = phrase.victim_at == phrase.head
            if head_is_victim and entry.word in ("شهيد", "ضحية", "مصاب"):
                hurt = entry.word == "مصاب" and phrase.head + 1 < len(s) and s.words[phrase.head + 1].startswith(("بجر", "بحر", "برص", "بكس", "بطل", "بشظ", "بعيار"))
                return (hurt or not phrase.accusative) and self._event_before(phrase)
            return head_is_victim and self._event_before(phrase) or not head_is_victim and entry.word in ("قتيل", "جريح", "مفقود", "مصاب")
        if kind == "plural" and not phrase.definite and phrase.head is not None:
            if phrase.victim_at != phrase.head:
                return True
            following = s.words[phrase.head + 1] if phrase.head + 1 < len(s) else "."
            reading = s.readings[phrase.head + 1] if phrase.head + 1 < len(s) else None
            construct = reading is not None and following[0].isalpha() and following not in FUNCTION and not reading.conjunction and not reading.preposition \
                and (reading.definite or not (following.endswith(("ين", "ون", "يه")) or reading.people and reading.people[0][0].kind == "person"))
            if following.endswith(("هم", "هن", "هما")):
                return True
            return not construct and following not in ("تلك", "ذلك", "هذا", "هذه", "هولاء", "كل")
        return False

    def _freed_after(self, phrase: Phrase) -> bool:
        s = self.s
        after = phrase.end + 1
        return after < len(s) and s.words[after] in RELATIVES and any(s.cue(place, frozenset(("release",))) is not None for place in range(after, min(len(s), after + 5)))

    def _disease(self, phrase: Phrase) -> bool:
        return any(word.removeprefix("ب").removeprefix("ال") in _SICK for word in self.s.words)

    def _event_before(self, phrase: Phrase) -> bool:
        """A bare singular (قتيل) counts where it falls, is told in a list, or heads a line."""
        s, before = self.s, phrase.start - 1
        if phrase.siblings or phrase.member or before < 0:
            return True
        if any(p.victim is not None and abs(p.start - phrase.end) <= 2 or p.victim is not None and abs(phrase.start - p.end) <= 2 for p in self.phrases if p is not phrase):
            return True
        words = s.words[max(0, before - 3) : before + 1]
        return any(s.readings[place].core in _EVENT_WORDS or s.words[place] in _EVENT_WORDS for place in range(max(0, before - 3), before + 1)) and bool(words)

    # --- parts

    def _parts(self) -> None:
        s = self.s
        for at in self._cue_places("part"):
            cue = s.cue(at, frozenset(("part",)))
            if cue is None or s.words[at] in ("فيها", "فيهم") and (at == 0 or s.words[at - 1] not in ("بمن", "بما")):
                continue
            if s.words[at] in _EACH:
                self._one_of_them(at)
                continue
            if any(phrase.start <= at <= phrase.end and phrase.head is None for phrase in self.phrases):
                continue
            start = at + cue[0]
            while start < len(s) and (s.words[start] in QUOTES or s.words[start] in (":", "،")):
                start += 1
            first = self.by_start.get(start)
            if first is None or first.kind in ("thing", "force"):
                continue
            parent = self._parent(at)
            if parent is None:
                continue
            inner = self.by_start.get(first.head + 1) if first.head is not None and first.victim is not None and first.victim.word == "جثة" and not first.counted else None
            if inner is not None and inner.counted:
                first = inner
            for phrase in [first, *first.siblings]:
                self._part(phrase, parent, at)
        for at in range(1, len(s)):
            if s.words[at] in _SOME and s.words[at - 1] in ("،", ",", "("):
                parent = self._parent(at)
                if parent is not None and parent.vague != "several" and at - parent.phrase.end <= 10:
                    phrase = Phrase(at, at, "vague", vague="several", head=at, role=parent.phrase.role, known=True, core=min(len(s) - 1, at + 2), part=True, count=(at, at))
                    self.found.append(Found(parent.outcome, phrase, "part", (at, at), None, None, "several", part_of=parent))
        self._breakdowns()
        self._counted_of_them()

    def _one_of_them(self, at: int) -> None:
        """أحدهم في حال الخطر: one of those just counted."""
        s = self.s
        if at in self.by_start and self.by_start[at].kind == "one_of":
            return
        if at and s.words[at - 1] in PREPOSITIONS or at + 1 < len(s) and looks_like_verb(s.words[at + 1]):
            return
        parent = self._parent(at)
        if parent is None or at - parent.phrase.end > 14 or parent.phrase.end < at - 2 and s.words[at - 1] not in ("،", ",", "(", "-", "و"):
            return
        phrase = Phrase(at, at, "one_of", 1, 1, head=at, role=parent.phrase.role, known=True, core=min(len(s) - 1, at + 1), plural=False, part=True, count=(at, at))
        self.found.append(Found(parent.outcome, phrase, "part", (at, at), 1, 1, part_of=parent))

    def _counted_of_them(self) -> None:
        """، خمسة منهم في السجن: a count of those just counted, set apart by a sign."""
        s = self.s
        for phrase in self.phrases:
            if phrase.used or phrase.part or phrase.head is not None or not phrase.counted or s.words[phrase.end] not in ("منهم", "منهن", "منها") and not (
                    phrase.end + 1 < len(s) and s.words[phrase.end + 1] in ("منهم", "منهن", "منها")):
                continue
            before = s.words[phrase.start - 1] if phrase.start else ""
            after = s.readings[phrase.end + 1] if phrase.end + 1 < len(s) else None
            if before not in ("،", ",", "(", "-", "«", "؛", ";", "حاله", "حالات", "جروح", "اصابات", "اصابه", "وضع") or after is not None and after.harms:
                continue
            parent = self._parent(phrase.start)
            if parent is not None and (parent.low is None or phrase.low is None or phrase.low < parent.low):
                self._part(phrase, parent, phrase.start)

    def _part(self, phrase: Phrase, parent: Found, at: int) -> None:
        outcome = parent.outcome
        own = phrase.victim.outcome if phrase.victim is not None else None
        if own is not None and own in ("killed", "injured") and own != outcome and outcome != "killed_or_injured":
            if phrase.counted and not phrase.used:
                phrase.used.add(own)
                self.found.append(Found(own, phrase, "counted_victims", (phrase.victim_at, phrase.victim_at), phrase.low, phrase.high, phrase.vague, phrase.approx))
            return
        if outcome in phrase.used or "*" in phrase.used:
            for found in self.found:
                if found.phrase is phrase and found.outcome == outcome and found is not parent:
                    found.part_of = parent
            return
        if phrase.used:
            return
        if outcome == "killed_or_injured" and own in ("killed", "injured"):
            outcome = own
        phrase.used.add(outcome)
        self.found.append(Found(outcome, phrase, "part", (at, at), phrase.low, phrase.high, phrase.vague, phrase.approx, part_of=parent))

    def _parent(self, at: int) -> Found | None:
        """The nearest count of several people before a place."""
        best = None
        for found in self.found:
            if found.phrase is None or found.phrase.end >= at or found.low == 0 or found.part_of is not None:
                continue
            if found.low is not None and found.low == found.high == 1:
                continue
            if best is None or found.phrase.end > best.phrase.end:
                best = found
        if best is None:
            return None
        for phrase in self.phrases:
            if best.phrase.end < phrase.start and phrase.end < at and at - phrase.end <= 2 and phrase.kind in ("number", "vague") and not phrase.used and phrase not in best.phrase.siblings:
                return None
        return best

    def _breakdowns(self) -> None:
        """48 شخصا (28 من الأمن و20 من المتظاهرين): counts in brackets after a count, no more than it."""
        s = self.s
        for found in [f for f in self.found if f.phrase is not None and f.low is not None and f.low > 1 and f.part_of is None]:
            at = found.phrase.end + 1
            while at < len(s) - 2 and at < found.phrase.end + 4 and s.words[at] != "(":
                at += 1
            listed = self.by_start.get(found.phrase.end + 2) if found.phrase.end + 1 < len(s) and s.words[found.phrase.end + 1] in ("،", ":", ",") else None
            if listed is not None and listed.kind == "number" and not listed.used and listed.siblings and all(p.low for p in listed.siblings) \
                    and listed.low + sum(p.low for p in listed.siblings) == found.low == found.high:
                for phrase in [listed, *listed.siblings]:
                    self._part(phrase, found, found.phrase.end + 1)
            first = self.by_start.get(at + 1) if at < len(s) and s.words[at] == "(" else None
            if first is None or first.kind != "number" or first.used:
                continue
            group = [first, *first.siblings]
            if all(p.low for p in group) and sum(p.low for p in group) <= found.low:
                for phrase in group:
                    self._part(phrase, found, at)


_SOME = frozenset(("بعضهم", "بعضهن"))
_EACH = frozenset(("احدهم", "احدهما", "احداهن", "احداهما"))
_SICK = frozenset("فيروس كورونا كوفيد كوليرا حمي ملاريا ايبولا ضنك مرض وباء سرطان انفلونزا عدوي سكري ايدز حصبه جدري طاعون امراض سل".split())
_EVENT_WORDS = frozenset("""سقوط سقط سقطت وقوع وقع وقعت اوقع اوقعت خلف خلفت مخلفا مخلفه موقعا موقعه هناك اسفر اسفرت عن تكبد كبد سجل سجلت تسجيل بينهم الحصيله حصيله حصيلتها نقل وصول وصل انتشال انتشل انتشلت العثور عثر عثرت عثروا اول ثاني راح ضحيه اودي خر ارداه
    اردته اردي ادي الي بسقوط وسقوط وسقط وجد وجدت ترك تركت نتج ووقوع علي""".split())
_CAUSES = frozenset("""غازا استنشاقهم استنشاق دخان الدخان شظاياها بردا ضيق تسرب غاز الغاز اختنقوا تصادم انفجار تفجير قصف غاره غارات حادث حادثه حريق الحريق اطلاق النار رصاص الرصاص رصاصه متاثرا متاثره متاثرين بجروحه بجراحه بجروحها جراحه غرقا غرق غرقوا تعذيب التعذيب زلزال الزلزال اعصار الاعصار فيضان فيضانات الفيضانات سيول السيول انهيار تحطم اشتباكات اشتباك مواجهات
    معارك معركه هجوم الهجوم سقوطه سقوطها سقوطهم اصطدام تصادم تدهور دهس دهسا دهسه صدمه طعنا طعن خنقا شنقا حرقا احتراق حرق اختناقا اختناق تسمم صعق صعقا صاعقه كهربائي كهربائيه لغم عبوه قنبله ذبحا تجمدا جوعا عطشا البرد الجوع العطش الحر حراره مسبح حوض السباحه بركه البحر نهر بئر تدافع التدافع وباء
    الوباء الكوليرا الحصبه ايبولا كورونا الفيروس انقلاب سير مروري مروريه المروري سيارتهما سيارته سيارتهم اعدام القتل قتلا جريمه اعتداء ضرب الضرب مظاهره احتجاجات الاحتجاز التوقيف ظروف غامضه عنف العنف اعمال غامض نيران اقتحام ازمه
    تحت الانقاض ركام عقب بنيران سم مسموم القاء شظايا شظيه جراء مقذوف كارثه الكارثه عاصفه العاصفه انزلاق انهيارات بالرصاص طلق طلقات الحرب عمليه منجم المنجم قارب القارب""".split()) - {"عقب", "عمليه", "جراء"}
_TRAPS = frozenset("مركبه المركبه مركبتهم سيارتهم سيارته مركبته مصعد المصعد السيول سيول البئر بئر الانهيار الثلوج الامطار".split())
_LIVING = frozenset("يعيش يعيشون تعيش يقيم يقيمون يقطن يقطنون يسكن يسكنون سكان ساكن نسمه عالقون عالقين محاصرون محاصرين".split())
_CARRIERS = frozenset("حافلات حافله قافله دفعه قوافل باصات باص".split())
_LOST = frozenset("الانقاض انقاض غرق الغرق البحر القارب قارب السفينه السفينه الركام فقدوا مفقودين المفقودين السيول الفيضان الزلزال الانهيار الطائره ناجين اختفوا اختفي".split())
_SIEGE = frozenset("الحصار حصار محاصر المحاصر محاصره المحاصره يحاصر تحاصر حاصرت المخيم مخيم المعارك القصف".split())
_HOME = frozenset("""النزوح الفرار اللجوء للنزوح للفرار منازلهم منزلهم ديارهم بيوتهم قراهم مناطقهم بلدهم بلادهم القتال المعارك الحرب الاشتباكات القصف العنف المواجهات العمليات الصراع النزاع الاضطهاد المدينه البلده القريه المنطقه مدنهم اراضيهم بلداتهم داعش الفيضانات الحرائق الاعصار السيول الزلزال""".split())
_DEAL = frozenset("""اتفاق الاتفاق اتفاقا هدنه الهدنه دفعه الدفعه حافلات الحافلات حافله ممر ممرات الممر بموجب تسويه مصالحه المصالحه التهجير قافله القافله المحاصره المحاصر الحصار اجلاء الاجلاء برعايه""".split())
