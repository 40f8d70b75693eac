"""People told before and named by a pronoun (قتلته, إصابتهم), and those who shared their fate (مع ثلاثة من مرافقيه)."""
from __future__ import annotations

from ..grammar import CLAUSE_STARTS, RELATIVES, looks_like_verb
from ..phrases import Phrase
from ..vocabulary import Outcome

__all__ = ["Pronouns"]


class Pronouns:
    """People told before and named by a pronoun (قتلته, إصابتهم), and those who shared their fate (مع ثلاثة من مرافقيه), as a part of the reader of one sentence."""

    def _object_pronoun(self, at: int, entry: Outcome, form, right: list[Phrase]) -> int:
        """اختطفهم، قتلته مع سبعة: the people were named before."""
        s = self.s
        antecedent = self._antecedent(at, form.pronoun)
        if form.pronoun in ("ه", "ها") and any(found.outcome == entry.outcome and found.phrase is not None and not found.phrase.plural for found in self.found):
            antecedent = None  # اختطف مسلحون رئيس البلدية … واقتادوه: told before
        if antecedent is not None and s.words[max(0, at - 1)] in RELATIVES and antecedent.end < at - 4:
            antecedent = None  # المبنى الذي أصابه صاروخ: what stands before الذي is meant
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
        if entry.outcome == "injured" and self._disease():
            return
        if antecedent is None or antecedent.used & {entry.outcome, "*"} or entry.outcome == "injured" and "killed" in antecedent.used:
            return  # قتل مواطن بطعنه: the wound was the death
        if antecedent.victim is not None and antecedent.victim.outcome == entry.outcome:
            return
        if entry.outcome == "besieged" or entry.outcome == "injured" and antecedent.head is None and self.s.words[antecedent.end] in ("منهم", "منهن"):
            return  # خمسة منهم إصاباتهم بليغة: a part of those just counted
        if antecedent.kind == "plural" and antecedent.definite and entry.outcome not in ("evacuated", "displaced"):
            return
        if entry.outcome in ("killed", "injured") and antecedent.kind in ("single", "definite", "name") and entry.word in ("وفاة", "موت"):
            return
        self._emit(entry, antecedent, "act_pronoun", (at, at), doubt="the pronoun's people are inferred")

    def _antecedent(self, at: int, pronoun: str, unhurt: bool = False) -> Phrase | None:
        """The people a pronoun means: the nearest that agree with it; `unhurt` passes over those told as dead or hurt."""
        barrier = self._barrier(at)
        if pronoun in ("هم", "هن"):
            counted = next((p for p in reversed(self.phrases) if p.end < at and p.start >= barrier and at - p.end <= 25 and p.plural and p.kind in ("number", "vague") and not p.part and not p.member), None)
            if counted is not None:
                return counted
        for phrase in reversed(self.phrases):
            if phrase.end >= at or phrase.kind in ("thing", "force") or phrase.part or phrase.member or unhurt and phrase.used & {"killed", "injured"}:
                continue
            if phrase.start < barrier or at - phrase.end > 40:
                return None
            if pronoun in ("هم", "هن"):
                if phrase.plural and phrase.kind in ("number", "vague", "plural"):
                    return phrase
            elif pronoun == "هما":
                if phrase.low == 2 and phrase.high == 2:
                    return phrase
            elif self._agrees_with(phrase, pronoun) and not phrase.plural and phrase.kind in ("single", "one_of", "name", "definite") and (not self._governed(phrase) or self.s.words[phrase.start - 1] == "علي"):
                return phrase
        return None

    def _agrees_with(self, phrase: Phrase, pronoun: str) -> bool:
        """زوجته is no "him"."""
        if phrase.head is None or phrase.kind == "name":
            return True
        genders = {form.gender for _, form in (*self.s.readings[phrase.head].people, *self.s.readings[phrase.head].victims)}
        return not genders or ("f" if pronoun == "ها" else "m") in genders

    def _company(self, victims: Phrase | None, entry: Outcome, rule: str, trigger: tuple[int, int], joint: Outcome | None, at: int | None = None) -> None:
        """قتل القائد مع ثلاثة من مرافقيه: those who shared the fate."""
        s = self.s
        place = at if at is not None else (max(victims.end, trigger[1]) + 1 if victims is not None else None)
        if place is None:
            return
        for phrase in self.phrases:  # استشهاد القائد، أحد مؤسسي الحركة، واثنين من مساعديه
            if place <= phrase.start < place + 16 and phrase.head is not None and phrase.counted and not phrase.used and not phrase.part and not self._own_harm(phrase):
                owned = any(form.pronoun in ("ه", "ها", "هم") for _, form in s.readings[phrase.head].people)
                between = range(place, phrase.start)
                if owned and s.words[phrase.start][:1] == "و" and victims is not None and victims.low == victims.high == 1 \
                        and not any(s.readings[at].verbs or looks_like_verb(s.words[at]) or s.words[at] in CLAUSE_STARTS and s.words[at] not in ("وهو", "وهي") or s.words[at] in RELATIVES or s.words[at] in (".", "؛") for at in between):
                    self._emit(entry, phrase, "people_with", trigger, joint)
        if victims is not None and victims.counted and not joint and not victims.siblings:
            self._after_place(victims, entry, trigger)
        far = next((at for at in range(place, min(len(s) - 2, place + 16)) if s.words[at] == "الي" and s.words[at + 1] == "جانب"), None)
        if far is not None:
            phrase = self.by_start.get(far + 2)
            if phrase is not None and phrase.others and phrase.counted and not phrase.used:
                self._emit(entry, phrase, "people_with", trigger, joint)
                return
        if place < len(s) - 1 and s.words[place] in ("هو", "هي") and s.words[place + 1][:1] == "و":  # قتل هو واثنان من أبنائه
            phrase = self.by_start.get(place + 1) or self.by_start.get(place + 2)
            if phrase is not None and phrase.counted:
                self._emit(entry, phrase, "people_with", trigger, joint)
                return
        if entry.outcome in ("displaced", "evacuated", "besieged"):
            return
        for start in range(place, min(len(s), place + 9)):
            if s.words[start] in ("مع", "برفقه", "ومعه", "وبرفقته", "برفقته", "الي") and start + 1 < len(s):
                nxt = start + 2 if s.words[start + 1] == "جانب" else start + 1
                if s.words[start] == "الي" and s.words[start + 1] != "جانب":
                    return
                phrase = self.by_start.get(nxt)
                if phrase is not None and phrase.kind in ("number", "dual", "vague", "one_of", "single") and not phrase.accusative and not self._own_harm(phrase):
                    self._emit(entry, phrase, "people_with", trigger, joint)
                return
            if s.words[start] in ("،", ".", "؛") or s.readings[start].trigger == 1 and s.readings[start].harms or s.words[start] in CLAUSE_STARTS or s.words[start] in RELATIVES:
                return

    def _after_place(self, victims: Phrase, entry: Outcome, trigger: tuple[int, int]) -> None:
        """قتل 4 جنود في نجران وعدد من أفراد الحرس: the list goes on after where it was."""
        s, start = self.s, max(victims.end, trigger[1]) + 1
        if start >= len(s) or s.words[start] not in ("في", "قرب", "شمال", "جنوب", "شرق", "غرب", "داخل"):
            return
        phrase = next((p for p in self.phrases if p.start > start and p.kind not in ("force", "definite", "name", "plural")), None)
        if phrase is None or phrase.start > start + 4 or phrase.used or phrase.part or phrase.victim is not None or not phrase.known or phrase.kind not in ("number", "vague", "dual"):
            return
        joined = s.words[phrase.start][:1] == "و" or s.words[phrase.start - 1] == "و"
        if joined and not any(not word[0].isalpha() for word in s.words[start : phrase.start]) and not any(s.readings[place].harms for place in range(start, min(len(s), phrase.end + 2))):
            self._emit(entry, phrase, "people_with", trigger)

    @staticmethod
    def _own_harm(phrase: Phrase) -> bool:
        return phrase.victim is not None and phrase.victim.outcome in ("killed", "injured")
