"""Whether a phrase has what the row of data/outcomes.csv needs, and the report that then follows."""
from __future__ import annotations

from ..clauses import disowned, sporting
from ..grammar import QUOTES, bare
from ..phrases import Phrase
from ..vocabulary import Outcome, words_of
from .found import Found

__all__ = ["Emitting"]



class Emitting:
    """Whether a phrase has what the row of data/outcomes.csv needs, and the report that then follows, as a part of the reader of one sentence."""

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
        if len(group) == 1 and phrase.kind == "plural" and phrase.start and self.s.is_cue(phrase.start - 1, "toll"):
            number = self._toll_before(phrase.start - 1) or self._toll_number(trigger[1], phrase, relative=True)
            if number is None:
                return
            self._toll_bound(phrase.start - 1, number)
            self._toll_bound(number.start, number)
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
                if outcome == "killed" and "injured" in item.used:  # دهست خمسة فقتلتهم: the wound was the death
                    self.found = [found for found in self.found if not (found.phrase is item and found.outcome == "injured" and self._deadly(found.trigger[0]))]
                elif outcome == "injured" and self._deadly(trigger[0]) and self._to_death(max(item.end, trigger[1])):
                    item.used.add("killed")
                    outcome = "killed"
                if outcome == "captured" and "missing" in item.used:  # البحث عن مئتي تلميذة في قبضة الجماعة
                    self.found = [found for found in self.found if not (found.phrase is item and found.outcome == "missing")]
                item.used.add(outcome)
                self.found.append(Found(outcome, item, rule, trigger, item.low, item.high, item.vague, item.approx, doubt=doubt))

    def _deadly(self, at: int) -> bool:
        """A stab, a run over or a bite, of which people may die in the next words."""
        return any(entry.word in ("طعن", "دهس", "لدغ", "عقر", "نهش") for entry, _ in self.s.readings[at].verbs)

    def _to_death(self, at: int) -> bool:
        words = self.s.words
        return any(words[place] == "حتي" and words[place + 1] == "الموت" or words[place] in ("قاتله", "مميته", "قتيلا", "قتيله", "فقتله", "فقتلها", "فقتلته") for place in range(at, min(len(words) - 1, at + 9)))

    def _enough(self, phrase: Phrase, entry: Outcome, trigger: tuple[int, int]) -> bool:
        """True where the phrase gives what the row of data/outcomes.csv needs before it counts."""
        needs, s = entry.needs, self.s
        if phrase.kind in ("thing", "force"):
            return False
        if phrase.used & {"killed", "injured"} and entry.outcome not in phrase.used and phrase.used & {entry.outcome}:
            return False
        stated = phrase.kind in ("number", "vague", "dual", "one_of")
        if phrase.kind == "plural" and phrase.definite and phrase.end == phrase.head and trigger[0] and s.words[trigger[0] - 1] in ("ظروف", "ملابسات", "قضيه", "قضايا", "اسباب"):
            return False
        if phrase.kind == "vague" and phrase.head is not None and not phrase.known and (phrase.vague == "several" or not phrase.of):
            return False
        if needs == "any":
            return phrase.known or phrase.head is None or stated or phrase.kind == "name"
        if needs == "people" and phrase.head is None and stated and (phrase.known or phrase.vague != "several" and phrase.start - trigger[1] == 1):
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
            if phrase.head is None or not (stated or phrase.kind == "single" and phrase.accusative):
                return False
            own = any(form.pronoun for _, form in s.readings[phrase.head].people)
            if phrase.role == "combatant" and entry.word in ("فقد", "خسر"):
                return stated and (own or any(p.kind == "force" for p in self.phrases) or any(p.role == "combatant" and p is not phrase for p in self.phrases))
            return own and self._cause(trigger[0], phrase) or own and (phrase.role in ("combatant", "unknown") or s.words[phrase.head].startswith(("ابن", "اولاد", "اشقا", "اخو", "رجال", "شبا")))
        if needs == "martyr":
            return phrase.counted and any(word.removeprefix("ب").removeprefix("ال") in words_of("means") for word in s.words[trigger[1] : trigger[1] + 14]) or phrase.victim is not None and phrase.victim.word == "شهيد" or phrase.end + 1 < len(s) and s.words[phrase.end + 1] in ("شهيدا", "شهداء", "شهيدين")
        if needs == "missing_count":
            return stated and (phrase.others or phrase.head is None and phrase.kind == "number" or phrase.role == "civilian" or self._near(trigger[0], "place_of_loss"))
        if needs == "siege":
            return stated and self._near(trigger[0], "siege")
        if needs == "hospital":
            return stated and (phrase.known or phrase.head is None) and phrase.victim is None and "killed" not in phrase.used and (entry.word in ("عولج", "تلقى", "رقد") or any(word.startswith(("المستشف", "مستشف", "لمستشف", "للمستشف", "المشفي", "مشفي")) for word in s.words)) and self._cause(trigger[0], phrase)
        if needs == "civil_count":
            return stated and phrase.known and phrase.role != "combatant" and self._near(trigger[0], "flight")
        if needs == "deal_count":
            return stated and phrase.known and self._near(trigger[0], "evacuation_deal", besides=range(trigger[0], trigger[1] + 1))
        return False

    def _kin_of_one(self, phrase: Phrase) -> bool:
        """وفاة زوجاته الثلاث: deaths in one man's family over his life."""
        return phrase.head is not None and any(form.pronoun in ("ه", "ها") and person.role == "civilian" for person, form in self.s.readings[phrase.head].people) and phrase.definite

    def _near(self, at: int, name: str, besides: range = range(0)) -> bool:
        """A word of a class of data/word_classes.csv, bare or with one letter joined, stands near, besides the trigger itself."""
        words = words_of(name)
        return any((word in words or word[1:] in words) and place not in besides for place, word in enumerate(self.s.words[max(0, at - 25) : at + 30], max(0, at - 25)))

    def _cause(self, at: int, phrase: Phrase) -> bool:
        words, natural, causes = self.s.words, words_of("natural_death"), words_of("cause_of_death")
        if phrase.low == phrase.high == 1 and any(word.removeprefix("ب") in natural or word in natural for word in words[max(0, at - 12) : at + 26]):
            return False
        if any(found.outcome in ("killed", "injured") and found.low != 0 for found in self.found):
            return True
        if any(entry.outcome == "injured" and entry.word in ("أصيب", "إصابة") for reading in self.s.readings for entry, _ in (*reading.verbs, *reading.acts)):
            return True
        if at > 1 and f"{bare(words[at - 2])} {words[at - 1]}" in ("ادي الي", "ادت الي", "اديا الي", "اسفر عن", "اسفرت عن", "تسبب في", "تسببت في", "افضي الي", "افضت الي"):
            return True
        return any(word in causes or word[1:] in causes or word[2:] in causes or word[-2:] in ("ين", "ان", "ات") and word[:-2].removeprefix("ال") in causes
                   for word in words[max(0, at - 15) : at + 26])

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
        if entry.needs in ("count", "count_or_cause", "own_people"):
            return  # لم يمت, لم يخسر: no toll is denied
        if joint is not None and {entry.outcome, joint.outcome} <= {"killed", "injured"}:
            outcome = "killed_or_injured"
        phrase = next((p for p in right if p.start <= at + 6 and p.kind != "force"), None) or (left[0] if left else None)
        if phrase is not None:
            phrase.used.add("*")
            for sibling in phrase.siblings:
                sibling.used.add("*")
        if any(found.trigger[0] == at for found in self.found) or phrase is not None and not phrase.plural and (phrase.definite or phrase.kind == "name") and not any(word in ("احد", "احدا") for word in self.s.words[at : at + 6]):
            return  # نفى اعتقال زعيم الحركة: what is denied of one known man is no toll
        self.found.append(Found(outcome, phrase, "denial", (at, at), 0, 0))

    def _trapped(self, at: int, entry: Outcome) -> bool:
        """احتجاز شخصين داخل مركبة: trapped by an accident is not held by people."""
        return entry.outcome == "captured" and entry.word.startswith("احتج") and any(word in words_of("trap") for word in self.s.words[max(0, at - 6) : at + 14])

    def _title(self, at: int) -> bool:
        """«إعدام الثوار»: two or three words in quotes are a name of a work or a charge."""
        words = self.s.words
        if at == 0 or words[at - 1] not in QUOTES:
            return False
        return any(place < len(words) and words[place] in QUOTES for place in (at + 2, at + 3)) and not any(place in self.s.numbers for place in (at + 1, at + 2))
