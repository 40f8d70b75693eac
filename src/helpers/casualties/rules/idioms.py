"""Expressions of several words: لقي مصرعه, أودى بحياة, ألقي القبض على."""
from __future__ import annotations

from ..clauses import annulled, clause_end, mood, released
from ..grammar import FUNCTION, PREPOSITIONS, bare
from ..phrases import Phrase
from ..vocabulary import Outcome
from .found import Found

__all__ = ["Idioms"]


class Idioms:
    """Expressions of several words, as a part of the reader of one sentence."""

    def _light(self, at: int, complement: int, entry: Outcome, form) -> None:
        s = self.s
        so = s.readings[at].proclitics == "ل"  # ليلقى مصرعه: and so he died
        state = mood(s, at, present=form.tense == "present" and not so, past=form.tense == "past" or so)
        trigger = (at, complement)
        self.told.add(complement)
        for phrase in self.phrases:
            if phrase.head == complement:
                phrase.used.add("*")
        if state == "unreal" or annulled(s, complement, entry, 2) or self._unless_before(at, entry) or entry.outcome == "injured" and self._is_sport():
            return
        if any(word in entry.unless for word in s.words[at + 1 : complement]):
            return
        if entry.voice == "after" and (pronoun := self._pronoun_around(at, complement)):
            people = self._antecedent(at, pronoun)
            if people is not None and state == "fact":
                self._emit(entry, people, "people_light_verb", trigger)
            return
        if at > 1 and s.words[at - 1] in ("من", "الذين", "اللواتي") and s.is_cue(at - 2, "toll") and state == "fact":
            number = self._toll_number(complement, None, relative=True)
            if number is not None:
                self._toll_bound(number.start, number)
                self._emit(entry, number, "toll", trigger)
            return
        if entry.voice == "after":
            inside = [phrase for phrase in self.phrases if at < phrase.start < complement and phrase.counted and phrase.kind not in ("thing", "force") and not phrase.member]
            if inside and complement - at > 1 and s.words[complement].startswith("ضحي") and state == "fact":
                inside[0].end = inside[0].core = min(inside[0].end, complement - 1)
                inside[0].victim = None
                self._emit(entry, inside[0], "light_verb_people", trigger)
                return
            end = clause_end(s, complement)
            right = [phrase for phrase in self._right(complement, 14, end) if phrase.kind not in ("thing", "force")]
            if s.words[complement] in PREPOSITIONS:  # قضت … على إرهابيين: the people are its object, right after it
                right = [phrase for phrase in right if phrase.start <= complement + 2]
            if state == "denied":
                self._deny(at, entry, right, [])
                return
            if form.number == "plural" and not (right and right[0].counted and right[0].start <= complement + 2):
                left = self._subjects(at, form)
                if left:
                    self._emit(entry, left[0], "people_light_verb", trigger)
                    return
            if right and form.tense == "present" and not so and not self._counted_fact(right[0], at):
                return  # حرب تحصد أرواح الجنود
            if right:
                self._emit(entry, right[0], "light_verb_people", trigger)
                return
            if entry.outcome == "missing":  # 21 بحارا انقطع الاتصال بمركبهم
                people = next((p for p in reversed(self.phrases) if p.end < at and at - p.end <= 3 and p.kind in ("number", "dual", "vague") and p.known), None)
                if people is not None:
                    self._emit(entry, people, "people_light_verb", trigger)
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
        if inside and (inside[0].victim is not None and inside[0].victim.outcome in ("injured", "killed_or_injured") or s.words[inside[0].start - 1] == "بين"):
            return  # سقط 3 جرحى في هجوم, سقطوا بين قتيل وجريح
        if inside:
            counted = [phrase for phrase in inside if phrase.kind in ("number", "vague", "dual")]
            far = counted and complement - inside[0].start > 8  # دفعت المعارك بين القوات ومقاتليها آلاف السكان إلى النزوح
            self._emit(entry, counted[-1] if far else inside[0], "light_verb_people", trigger)
            if s.words[complement].endswith("هما") and inside[0].low == inside[0].high == 1 and not inside[0].siblings and len(inside) > 1 and s.words[inside[-1].start][:1] == "و":
                self._emit(entry, inside[-1], "light_verb_people", trigger)  # لقي فلان (35 عاما) وابنته مصرعهما
            return
        left = self._subjects(at, form)
        if left and left[0].victim is not None and left[0].victim.outcome in ("killed", "injured", "killed_or_injured") and entry.outcome != left[0].victim.outcome:
            return  # 27 جريحا سقطوا جراء القصف, أردته قتيلا قبل أن يسلم نفسه
        if left:
            self._emit(entry, left[0], "people_light_verb", trigger)
        elif after:
            self._emit(entry, after[0], "light_verb_people", trigger)
        elif complement - at > 1:
            place = at + 1
            if s.words[place] not in FUNCTION and s.words[place][0].isalpha() and not s.readings[place].preposition and not self._common(place, complement - 1):
                name = Phrase(place, min(complement - 1, place + 3), "name", 1, 1, head=place, plural=False, definite=True, core=min(complement - 1, place + 2))
                self._emit(entry, name, "light_verb_people", trigger)

    def _pronoun_around(self, at: int, complement: int) -> str:
        """The pronoun of نفذ فيهم حكم الإعدام, نفذ حكم الإعدام بهم: the people were named before."""
        words = self.s.words
        for word in (*words[at + 1 : complement], *words[complement + 1 : complement + 4]):
            for preposition in ("في", "ب", "بحق"):
                if word.startswith(preposition) and word[len(preposition) :] in ("ه", "ها", "هم", "هن", "هما"):
                    return word[len(preposition) :]
        return ""

    def _unless_before(self, at: int, entry: Outcome) -> bool:
        words = self.s.words
        return any(word in entry.unless or bare(word).removeprefix("ب") in entry.unless for word in words[max(0, at - 3) : at])

    def _fixed(self, at: int, length: int, entry: Outcome) -> None:
        s, last = self.s, at + length - 1
        if entry.needs == "denial":
            if (mood(s, at) == "denied" or at and s.words[at - 1] in ("اي", "لا", "ولا")) and not annulled(s, last, entry, 2):
                self.found.append(Found(entry.outcome, None, "denial", (at, last), 0, 0))
            return
        if annulled(s, last, entry) or mood(s, at) != "fact" or entry.outcome == "injured" and self._disease():
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
        if s.words[last] in ("عليهم", "عليهن") and any(s.is_cue(place, "toll") for place in range(max(0, at - 4), at)):
            number = self._toll_number(last, None, relative=True)
            if number is not None:  # عدد من تم القبض عليهم 431 موقوفا
                self._emit(entry, number, "toll", (at, last))
            return
        if s.words[last] in ("عليه", "عليها", "عليهم", "عليهما", "عليهن"):
            antecedent = self._antecedent(at, s.words[last][3:], unhurt=True)
            if antecedent is not None and (antecedent.counted or not antecedent.plural):
                antecedent.siblings = antecedent.siblings if antecedent.plural or s.words[last][3:] in ("هم", "هن", "هما") else []
                self._emit(entry, antecedent, "phrase_pronoun", (at, last), doubt="the pronoun's people are inferred")
            return
        right = [phrase for phrase in self._right(last) if phrase.kind not in ("thing", "force")]
        whoever = last + 2 < len(s) and s.words[last + 1] == "من" and s.words[last + 2][0].isalpha() and not s.readings[last + 2].people and s.words[last + 2] not in FUNCTION
        if right and right[0].victim is not None and right[0].victim.word == "جثة":
            return  # تحفظت على الجثة
        if right and right[0].start <= last + (2 if s.words[last] in PREPOSITIONS else 6) and not whoever:
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

    def _took(self, at: int, entry: Outcome) -> bool:
        """أودى بـ12 شخصا: with its people right after ب."""
        for phrase in self.phrases:
            if at < phrase.start <= at + 10 and phrase.counted and phrase.known and self._governed(phrase) and (
                    self.s.readings[phrase.start].preposition == "ب" or self.s.words[phrase.start - 1] == "ب" or self.s.words[phrase.start][:1] == "ب" or "ب" in self.s.leads.get(phrase.start, "")):
                self._emit(entry, phrase, "light_verb_people", (at, at))
                return True
        return False
