"""Nouns that carry their outcome with them: 15 قتيلا, جثث ستة مهاجرين, 50 بين قتيل وجريح."""
from __future__ import annotations

from ..clauses import annulled, mood, released
from ..grammar import FUNCTION, RELATIVES, bare
from ..phrases import Phrase
from ..vocabulary import Outcome, words_of
from .found import Found, HELD

__all__ = ["Victims"]

_BETWEEN = frozenset(("بين", "مابين"))


class Victims:
    """Nouns that carry their outcome with them, as a part of the reader of one sentence."""

    def _victims(self) -> None:
        """15 قتيلا، عشرات الجرحى، قتيل وجريحان: nouns that carry their outcome with them."""
        for phrase in self.phrases:
            entry = phrase.victim
            if entry is None or phrase.used and (entry.outcome in HELD or "*" in phrase.used or not phrase.used <= HELD):
                continue
            if phrase.part:
                continue
            self._victim(phrase, entry)

    def _fallen(self) -> None:
        """سقط القائد شهيدا, عاد ابنها جثة: a noun of the dead says how the people before it ended."""
        s = self.s
        for phrase in self.phrases:
            entry = phrase.victim
            if entry is not None and not phrase.used and phrase.kind == "plural" and not phrase.definite and phrase.start and bare(s.words[phrase.start - 1]) in ("سقطوا", "ارتقوا", "خروا"):
                whole = next((p for p in reversed(self.phrases) if p.end < phrase.start - 1 and p.kind not in ("thing", "force") and not p.member and not p.part and not p.used), None)
                if whole is not None and phrase.start - whole.end <= 12:
                    for item in [whole, *whole.siblings]:
                        item.used.add(entry.outcome)
                        self.found.append(Found(entry.outcome, item, "people_fell", (phrase.head, phrase.head), item.low, item.high, item.vague, item.approx))
                    phrase.used.add("*")
                continue
            if entry is None or phrase.used or phrase.kind != "single" or phrase.head != phrase.victim_at or phrase.definite or s.readings[phrase.head].conjunction or s.readings[phrase.head].preposition:
                continue
            if not (phrase.accusative or entry.word == "جثة") or entry.outcome not in ("killed", "injured"):
                continue
            people = next((p for p in reversed(self.phrases) if p.end < phrase.start and p.kind in ("definite", "name", "single") and p.victim is None and not p.used and not p.member), None)
            if people is None or phrase.start - people.end > (2 if phrase.accusative else 12) or self._governed(people) and s.words[people.start - 1] != "علي":
                continue
            if not any(bare(s.words[place]) in words_of("fall") for place in range(max(0, people.start - 4), phrase.start)) or mood(s, phrase.start) != "fact":
                continue
            people.used.add(entry.outcome)
            phrase.used.add("*")
            self.found.append(Found(entry.outcome, people, "people_fell", (phrase.head, phrase.head), people.low, people.high, people.vague, people.approx))

    def _fell(self) -> None:
        """سقوط 12 مدنيا, وسقط 16 جنديا: people counted right after a fall are dead, where nothing says they fell from or off something."""
        s = self.s
        for phrase in self.phrases:
            at = phrase.start - 1
            if at > 0 and s.words[at] in ("فيه", "فيها", "خلاله", "خلالها", "نتيجته"):
                at -= 1
            if at < 0 or phrase.used or phrase.victim is not None or not phrase.known or phrase.head is None or phrase.part:
                continue
            shot = any(word[:1] == "ب" and word[1:].removeprefix("ال") in words_of("means") for word in s.words[phrase.end + 1 : phrase.end + 4])
            if phrase.kind not in ("number", "vague", "dual") and not (phrase.kind == "single" and shot):
                continue
            if phrase.vague == "several" or bare(s.words[at]).removeprefix("ب") not in ("سقوط", "سقط", "سقطت") or mood(s, at) != "fact" or self._is_sport():
                continue
            after = range(phrase.end + 1, min(len(s), phrase.end + 4))
            if s.words[phrase.end + 1 : phrase.end + 2] and s.words[phrase.end + 1] in ("من", "عن", "بين", "ارضا", "علي") or any(s.readings[place].victims for place in after):
                continue
            for item in [phrase, *phrase.siblings]:
                item.used.add("killed")
                self.found.append(Found("killed", item, "people_fell", (at, at), item.low, item.high, item.vague, item.approx))

    def _bodies(self, phrase: Phrase, entry: Outcome) -> bool:
        """جثث ستة مهاجرين، جثة رجل، جثث الأطفال: the dead are those whose bodies they are."""
        s, at = self.s, phrase.victim_at
        if entry.word not in ("جثة", "رفات") or phrase.kind in ("number", "vague", "one_of") or phrase.victim_at != phrase.head:
            return False
        following = self.by_start.get(phrase.head + 1) or self._whose_bodies(phrase)
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

    def _whose_bodies(self, phrase: Phrase) -> Phrase | None:
        """جثث مقطوعة الرؤوس لتسعة رجال، جثث تعود لتسعة مهاجرين."""
        for other in self.phrases:
            if phrase.end < other.start <= phrase.end + 5 and other.kind in ("number", "dual", "vague"):
                joined = self.s.readings[other.start].preposition == "ل" or self.s.words[other.start] == "ل" or self.s.words[other.start - 1] in ("ل", "الي") or self.s.words[other.start][:1] == "ل"
                return other if joined else None
        return None

    def _found_victim(self, phrase: Phrase, entry: Outcome) -> None:
        if entry.outcome in phrase.used:
            return
        phrase.used.add(entry.outcome)
        self.found.append(Found(entry.outcome, phrase, "counted_victims" if phrase.counted else "victims", (phrase.victim_at, phrase.victim_at), phrase.low, phrase.high, phrase.vague, phrase.approx))

    def _victim(self, phrase: Phrase, entry: Outcome) -> None:
        s = self.s
        at = phrase.victim_at
        if phrase.kind == "plural" and not phrase.definite and phrase.head == at and (people := self._found_so(phrase) or self._remaining(phrase)) is not None:
            phrase.used.add("*")
            self._emit(entry._replace(needs="people_or_name"), people, "people_found", (at, at))
            return
        if annulled(s, at, entry) or self._named_group(phrase) or entry.outcome in ("injured", "missing", "captured") and self._is_sport():
            return
        held = entry.outcome in HELD
        if entry.outcome == "besieged" and any(word in words_of("trap") for word in s.words[phrase.end : phrase.end + 8]):
            return  # محاصرين تحت الأنقاض
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
        if self._generic(at) and s.is_cue(phrase.end + 1 if phrase.end + 1 < len(s) else phrase.end, "generic"):
            return
        if entry.outcome == "injured" and entry.word in ("مصاب", "إصابة") and self._disease():
            return
        if entry.word == "جثة" and phrase.definite and any(found.outcome == "killed" and found.low != 0 for found in self.found):
            phrase.used.add("*")  # لقي طفلان مصرعهما … وانتشلت الجثتان: told before
            return
        if self._bodies(phrase, entry):
            return
        if not self._victim_counts(phrase, entry):
            return
        self._toll_bound(phrase.start, phrase)
        phrase.used.add(entry.outcome)
        outcome = self._joint_outcome(phrase, entry)
        low, high, vague = phrase.low, phrase.high, phrase.vague
        self.found.append(Found(outcome, phrase, "counted_victims" if phrase.counted else "victims", (at, at), low, high, vague, phrase.approx))

    def _found_so(self, phrase: Phrase) -> Phrase | None:
        """عثر عليهم مقتولين: the people were named before."""
        before = self.s.words[phrase.start - 1] if phrase.start else ""
        return self._antecedent(phrase.start, before[3:]) if before in ("عليهم", "عليهن", "عليهما") else None

    def _remaining(self, phrase: Phrase) -> Phrase | None:
        """190 آشوريا لا يزالون رهائن, لا يزال عشرات الركاب مفقودين: the noun says what became of the people before it."""
        s, copulas = self.s, words_of("copula")
        people = next((p for p in reversed(self.phrases) if p.end < phrase.start and p.kind in ("number", "vague", "dual", "plural") and not p.member and not p.part), None)
        if people is None or people.victim is not None:
            return None
        if mood(s, people.start) == "unreal" and not any(s.is_cue(place, "release") for place in range(max(0, people.start - 3), people.start)):
            return None
        between = s.words[people.end + 1 : phrase.start]
        if not between:
            return people if people.start and s.words[people.start - 1] in copulas else None
        return people if len(between) <= 4 and between[-1] in copulas else None

    def _between(self) -> None:
        """50 بين قتيل وجريح: one count over both."""
        s = self.s
        for at in s.places_of(_BETWEEN):
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
        if s.is_cue(before, "name_head") and phrase.kind in ("plural", "definite", "single"):
            return True
        return s.is_cue(before, "kin") and phrase.kind in ("plural", "definite") and not s.readings[before].harms

    def _victim_counts(self, phrase: Phrase, entry: Outcome) -> bool:
        s, kind = self.s, phrase.kind
        stated = kind in ("number", "vague", "dual", "one_of")
        if entry.needs == "count_noun":
            cases = phrase.head == phrase.victim_at or s.readings[phrase.head].core == "حالات"
            told = kind == "plural" and not phrase.definite and cases and s.words[phrase.head].endswith("ات") and not s.readings[phrase.head].preposition and self._event_before(phrase)
            return (kind in ("number", "dual", "vague") or told) and not (entry.outcome == "injured" and self._disease())
        if entry.needs == "siege":
            return stated and self._near(phrase.victim_at, "siege")
        if entry.outcome in HELD and kind in ("definite", "single", "name") and phrase.victim_at != phrase.head:
            after = s.words[phrase.victim_at + 1] if phrase.victim_at + 1 < len(s) else ""
            return after in ("منذ", "في", "لدي", "عند", "داخل", "بسجن")
        if entry.needs == "count" and entry.word == "ميت" and kind == "single" and phrase.victim_at != phrase.head:
            return any(bare(word) in ("عثر", "عثرت", "العثور", "وجد", "وجدت", "عثروا") for word in s.words[max(0, phrase.start - 5) : phrase.start])
        if kind == "definite" and phrase.head == phrase.victim_at and (entry.needs == "count" and entry.outcome == "captured" or entry.word == "شهيد"):  # الأسير ماهر, الشهيدة هديل
            named = any(person.kind == "name" for place in range(phrase.head + 1, phrase.end + 1) for person, _ in s.readings[place].people)
            return (named or sum(s.words[place][0].isalpha() and not s.readings[place].people and not s.words[place].startswith("ال") for place in range(phrase.head + 1, phrase.end + 1)) > 1) \
                and not any(word in ("المحرر", "السابق", "المفرج", "الراحل") for word in s.words[phrase.head : phrase.head + 3])
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
        return after < len(s) and s.words[after] in RELATIVES and any(s.is_cue(place, "release") for place in range(after, min(len(s), after + 5)))

    def _disease(self) -> bool:
        return any(word.removeprefix("ب").removeprefix("ال") in words_of("disease") for word in self.s.words)

    def _event_before(self, phrase: Phrase) -> bool:
        """A bare singular (قتيل) counts where it falls, is told in a list, or heads a line."""
        s, before = self.s, phrase.start - 1
        if phrase.siblings or phrase.member or before < 0:
            return True
        if any(p.victim is not None and abs(p.start - phrase.end) <= 2 or p.victim is not None and abs(phrase.start - p.end) <= 2 for p in self.phrases if p is not phrase):
            return True
        bringers = words_of("brings_victims")
        return any(s.readings[place].core in bringers or s.words[place] in bringers for place in range(max(0, before - 3), before + 1))

    def _denied_dead(self) -> None:
        """نفى سقوط ضحايا … أصيب 48: where injured are told, the denied victims are the dead."""
        if any(found.outcome == "injured" and found.low != 0 for found in self.found):
            for found in self.found:
                if found.outcome == "killed_or_injured" and found.rule == "denial" and found.phrase is not None:
                    found.outcome = "killed"

    def _sieges(self) -> None:
        """يعيش 590 ألف شخص في مناطق محاصرة."""
        s = self.s
        places = [at for at in range(len(s)) if s.words[at] in ("محاصره", "المحاصره", "محاصرتين", "المحاصرتين")]
        if not places or not any(word.lstrip("و") in words_of("lives") for word in s.words):
            return
        for phrase in self.phrases:
            if phrase.used or phrase.kind not in ("number", "vague") or not phrase.known or phrase.role == "combatant" or phrase.vague == "several":
                continue
            at = next((place for place in places if -6 <= place - phrase.end <= 14), None)
            if at is not None and (phrase.low is None or phrase.low > 9):
                phrase.used.add("besieged")
                self.found.append(Found("besieged", phrase, "living_under_siege", (at, at), phrase.low, phrase.high, phrase.vague, phrase.approx))
                return
