"""Verbal nouns of harm: مقتل 3 جنود, اغتيال القيادي, إصابته."""
from __future__ import annotations

from ..clauses import annulled, mood, released
from ..phrases import Phrase
from ..vocabulary import Outcome
from .found import HELD

__all__ = ["Acts"]


class Acts:
    """Verbal nouns of harm, as a part of the reader of one sentence."""

    def _vehicle(self, at: int) -> bool:
        """سيارات إسعاف: the act only names what the thing is for."""
        return 0 <= at < len(self.s) and any(person.kind in ("thing", "cause") for person, _ in self.s.readings[at].people)

    def _act(self, at: int, entry: Outcome, form) -> int:
        s = self.s
        reading = s.readings[at]
        if annulled(s, at, entry, by=entry.outcome == "injured") or self._trapped(at, entry) or entry.outcome in ("injured", "missing", "captured") and self._is_sport():
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
        wounds = any(row.needs == "never" for row, _ in reading.victims)  # جراح مواطن رابع; but جراح الهزيمة, متأثرا بجروحه
        if wounds and form.pronoun:
            return 1
        if form.pronoun:
            if state != "denied" and "يشتبه" not in s.words[max(0, at - 3) : at]:
                self._act_pronoun(at, entry, form)
                also = self.by_start.get(at + 1)
                if also is not None and also.counted and s.words[at + 1][:1] == "و":
                    self._emit(entry, also, "act_people", (at, at))
            return 1
        if reading.definite or self._title(at) or entry.word == "إسعاف" and self._vehicle(at - 1):
            return 1
        if form.number == "plural":
            return 1
        if state == "denied":
            self._deny(at, entry, right, [], joint)
            return last - at + 1
        if (aboard := self._whoever(last)) is not None:
            self._emit(entry, aboard, "whoever_was_in", (at, last), joint)
            return last - at + 1
        if entry.voice == "people" and self._vehicle(last + 1) and last + 1 not in self.by_start:
            return last - at + 1  # غرق قاربهم
        reach = 1 if wounds else 3 if entry.outcome == "evacuated" else len(s)
        near = [phrase for phrase in right if self._reached(last, phrase) and phrase.start <= last + reach]
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
