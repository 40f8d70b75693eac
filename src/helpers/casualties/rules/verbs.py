"""Verbs of harm: قتل 3 جنود, جنديان أصيبا, قتلت القوات القيادي."""
from __future__ import annotations

from ..clauses import annulled, clause_end, mood
from ..grammar import ADVERBS, PREPOSITIONS, RELATIVES, looks_like_verb
from ..phrases import Phrase
from ..vocabulary import Outcome, words_of

__all__ = ["Verbs"]


_RESUMED = frozenset(stem + pronoun for stem in ("عن", "من", "في", "علي", "ب", "خلال", "اثر", "بسبب", "الي", "جراء") for pronoun in ("ه", "ها", "هم", "هما"))


class Verbs:
    """Verbs of harm, as a part of the reader of one sentence."""

    def _verb(self, at: int, entry: Outcome, form) -> int:
        s, reading = self.s, self.s.readings[at]
        if annulled(s, at, entry, by=entry.outcome == "injured") or self._trapped(at, entry) or entry.outcome in ("injured", "missing", "captured") and self._is_sport():
            return 1
        if entry.word == "فقد" and entry.outcome == "missing" and not self._went_missing(at, form) or at + 1 < len(s) and s.words[at + 1] == "بها" and form.tense == "past":
            return 1
        so = s.readings[at].proclitics == "ل" and entry.voice == "subject" and at + 1 in self.by_start  # ليتوفى ثلاثة منهم: and so they died
        state = mood(s, at, present=form.tense == "present" and not so, past=form.tense == "past" or so)
        joint, last = self._joint(at, entry)
        if state == "unreal":
            self._block(at)
            return last - at + 1
        right = [phrase for phrase in self._right(last) if phrase.kind != "thing"]
        left = self._subjects(at, form) if not s.readings[at].conjunction or form.number != "singular" else []
        relative = at > 0 and s.words[at - 1] in RELATIVES
        if relative and last + 1 < len(s) and s.words[last + 1] in _RESUMED:  # المخيم الذي نزح عنه سكانه: what stands before is no victim
            relative, left = False, []
        if form.pronoun == "نا":
            return 1
        if form.pronoun and self._deadly(at):
            return 1
        if form.pronoun:
            return self._object_pronoun(at, entry, form, right)
        if state == "denied":
            self._deny(at, entry, right, left)
            return 1
        if at > 1 and s.words[at - 1] in ("من", "الذين", "اللواتي") and s.is_cue(at - 2, "toll"):
            number = self._toll_number(last, None, relative=True)
            if number is not None:
                self._emit(entry, number, "toll", (at, last), joint)
            return last - at + 1
        if at and s.words[at - 1] == "من" and last + 1 < len(s) and s.words[last + 1] in ("هم", "هن") and last + 2 in self.by_start:
            self._emit(entry, self.by_start[last + 2], "who_were", (at, last), joint)
            return last - at + 1
        if (aboard := self._whoever(last)) is not None:
            self._emit(entry, aboard, "whoever_was_in", (at, last), joint)
            return last - at + 1
        if entry.voice == "subject" and self._vehicle(last + 1) and (last + 1 not in self.by_start or self.by_start[last + 1].kind in ("thing", "force")):
            return last - at + 1  # غرق مركب يقل 60 مهاجرا
        if entry.voice == "both" and self._hits_a_thing(last):
            return last - at + 1
        victims, rule = self._choose(at, last, entry, form, right, left, relative)
        things = [phrase for phrase in self._right(last) if phrase.kind == "thing" and phrase.start <= last + 2]
        if victims is None and not things and not (entry.outcome == "killed" and self._is_sport()):
            victims = self._name_after(last, entry)
            rule = "verb_name"
            if victims is None and not left and not relative and form.number == "singular" and form.tense == "past" and entry.needs == "any":
                victims, rule = self._name_before(at), "name_verb"
        if victims is None and form.number == "singular" and form.tense == "past" and not left and (far := self._after_relative(last)) is not None:
            victims, rule = far, "verb_people"
        if victims is None and reading.conjunction and form.number == "singular" and (same := self._same_person(at)) is not None:
            victims, rule = same, "verb_same_people"
        if victims is None:
            return last - at + 1
        if form.tense == "present" and not self._counted_fact(victims, at):
            return 1
        if relative and victims.kind == "plural" and victims.definite and victims.end < at and victims.victim is not None:
            return 1
        self._emit(entry, victims, rule, (at, last), joint)
        self._company(victims, entry, rule, (at, last), joint)
        return last - at + 1

    def _past_hedge(self, last: int, doer: Phrase) -> Phrase | None:
        """قتل مسلحون يعتقد أنهم ينتمون إلى الجماعة ثلاثة من أفراد الحرس: whom the doers harmed, after what is said of them."""
        s = self.s
        if doer.start != last + 1 or doer.kind != "plural" or doer.definite or not s.words[doer.head].endswith("ون") or doer.end + 1 >= len(s) or s.words[doer.end + 1] not in words_of("hedge"):
            return None
        for phrase in self.phrases:
            if doer.end < phrase.start <= doer.end + 22 and phrase.kind in ("number", "dual", "vague", "one_of") and not phrase.member and not self._governed(phrase):
                return None if any(s.readings[place].harms for place in range(doer.end + 1, phrase.start)) else phrase
        return None

    def _hits_a_thing(self, last: int) -> bool:
        """قتل الصيادون 20 ذئبا: the object is no person, so the people right after the verb did it."""
        doer = self.by_start.get(last + 1)
        if doer is None or doer.kind not in ("plural", "definite", "single", "force"):
            return False
        thing = self.by_start.get(doer.end + 1)
        if thing is not None:
            return thing.kind == "thing" and thing.end > thing.start
        after = self.s.readings[doer.end + 1] if doer.end + 1 < len(self.s) else None
        return after is not None and doer.kind != "single" and bool(after.people) and all(person.kind == "thing" and form.state == "accusative" for person, form in after.people)

    def _after_relative(self, last: int) -> Phrase | None:
        """قتل في الحملة التي تستهدف الأطباء ما لا يقل عن 180 أستاذا: the count stands after a relative clause."""
        end = clause_end(self.s, last)
        if end >= len(self.s) or self.s.words[end] not in RELATIVES:
            return None
        for phrase in self.phrases:
            if end + 2 < phrase.start <= end + 24 and phrase.kind == "number" and phrase.known and phrase.victim is None and not phrase.used and not self._governed(phrase):
                told = any(self.s.readings[place].harms or place > end + 1 and looks_like_verb(self.s.words[place]) for place in range(end, phrase.start))
                return None if told else phrase
        return None

    def _same_person(self, at: int) -> Phrase | None:
        """أصيب رابع واعتقل: the second verb has the people of the first, right before it."""
        if not self.found or self.found[-1].phrase is None:
            return None
        phrase = self.found[-1].phrase
        return phrase if phrase.low == phrase.high == 1 and phrase.end == at - 1 and self.found[-1].low == 1 and (at + 1 >= len(self.s) or not self.s.words[at + 1][0].isalpha() or self.s.words[at + 1] in PREPOSITIONS) else None

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

    def _counted_fact(self, phrase: Phrase, at: int) -> bool:
        if 0 < at <= 3 and 0 in self.by_start and not self._generic(at):
            return True  # a headline: مسلحون يخطفون مهندسين
        if self.s.words[at - 1 : at] == ["ان"] or self.s.words[max(0, at - 1)] in ("لم",):
            return True
        return phrase.kind in ("number", "dual", "vague", "one_of", "single") and not self._generic(at)

    def _generic(self, at: int) -> bool:
        return any(at - 8 <= place < at + 16 for place in self.s.cued("generic"))

    def _choose(self, at, last, entry, form, right, left, relative):
        """Which phrase the verb befell, and the name of the frame that says so."""
        free = [phrase for phrase in right if not self._governed(phrase)]
        first = free[0] if free else None
        if entry.voice == "both" and first is not None and (patient := self._past_hedge(last, first)) is not None:
            return patient, "verb_doer_people"
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
            if entry.voice == "both" and first is not None and first.start == last + 1 and first.kind in ("plural", "definite", "name") and left and left[0].plural:
                return first, "doer_verb_people"  # مسلحون أوقفوا الفارين: an object right after it
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
        if first.accusative:
            return False  # أوقفت عنصرا: an object already
        second = free[1]
        if second.head is None and second.definite:
            return False  # احتجاز 150 ناشطا من الأحزاب السبعة
        between = self.s.words[first.end + 1 : second.start]
        gap = 0 if between and not {"(", ":"} & set(between) and any(word[0].isalpha() for word in between) and self._only_times(first.end + 1, second.start) else len(between)
        if second.kind == "force" or self._governed(second):
            return False
        nominative = first.kind == "plural" and first.head is not None and self.s.words[first.head].endswith("ون")
        if first.kind == "plural" and gap == 0 and second.kind == "plural" and not second.definite and self.s.words[second.head].endswith("ين") and not self.s.words[first.head].endswith("ين"):
            return True  # قتل الجنود مدنيين
        if first.kind in ("single", "definite") and gap == 0 and second.head is not None and any(form.pronoun in ("ه", "ها") for _, form in self.s.readings[second.head].people):
            return True  # قتل رجل زوجته
        if first.kind == "plural" and (not first.definite or nominative) and second.kind in ("definite", "name") and gap <= 2 and first.head is not None and second.end >= second.start:
            return True
        if first.kind in ("plural", "definite", "name") and first.vague == "several" or first.kind in ("plural",):
            return second.counted and gap <= 6 and (first.definite or second.kind != "single" or second.accusative or gap == 0 and second.end > second.head)
        if first.counted or first.kind in ("definite", "name"):
            return gap == 0 and (second.accusative or second.counted and second.kind != "single")
        return False
