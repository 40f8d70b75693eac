"""Parts of a whole: بينهم طفلان, 48 شخصا (28 من الأمن و20 من المتظاهرين)."""
from __future__ import annotations

from ..grammar import PREPOSITIONS, QUOTES, RELATIVES, bare, looks_like_verb
from ..phrases import Phrase
from ..vocabulary import ONE_OF_THEM, words_of
from .found import Found

__all__ = ["Parts"]

_ENDS = frozenset(("،", ",", ".", "؛", ";", "فيما", "بينما", "كما"))
_AGAINST = frozenset(("مقابل",))
_AMONG = frozenset(("بين", "ضمن", "وبين", "وضمن"))
_SOME = frozenset(("بعضهم", "بعضهن"))
_THEY = frozenset(("هم", "وهم", "هن", "وهن", "هما", "وهما"))
_EACH = frozenset(("احدهم", "احدهما", "احداهن", "احداهما"))


class Parts:
    """Parts of a whole, as a part of the reader of one sentence."""

    def _mark_parts(self) -> None:
        for phrase in self.phrases:
            before = phrase.start - 1
            while before >= 0 and self.s.words[before] in QUOTES:
                before -= 1
            if before >= 0 and self.s.is_cue(before, "part") and (
                    self.s.words[before] not in ("فيها", "فيهم") or before and self.s.words[before - 1] in ("بمن", "بما")):
                phrase.part = True
                for sibling in phrase.siblings:
                    sibling.part = True
                for later in self._further_parts(phrase):
                    later.part = True

    def _further_parts(self, part: Phrase) -> list[Phrase]:
        """بينهم 52 طفلا دون سن الثامنة عشرة و58 امرأة: counts joined by و go on with the parts, whatever describes the first."""
        s, last, further = self.s, (part.siblings or [part])[-1].end, []
        for phrase in self.phrases:
            if phrase.start <= last or phrase in part.siblings:
                continue
            between = s.words[last + 1 : phrase.start]
            if phrase.start - last > 9 or any(word in _ENDS or word in RELATIVES for word in between) or any(s.readings[place].harms for place in range(last + 1, phrase.start)):
                break
            joined = s.words[phrase.start][:1] == "و" or between[-1:] == ["و"]
            if joined and phrase.kind in ("number", "dual") and (phrase.victim is None or part.victim is None and phrase.victim.outcome == "captured"):
                further.append(phrase)
                last = phrase.end
        return further

    def _among(self) -> None:
        """من بين القتلى خمسة أطفال: a part of dead told before, here or in an earlier sentence."""
        s = self.s
        for at in s.places_of(_AMONG):
            whole = next((p for p in self.phrases if p.start == at + 1 and (p.kind == "plural" or p.kind == "number" and p.definite) and p.victim is not None and p.victim_at == p.head), None)
            if whole is None or whole.victim.outcome not in ("killed", "injured", "killed_or_injured", "missing", "captured"):
                continue
            if any(word in ("ليس", "ليست", "يكن", "تكن", "وليس") for word in s.words[max(0, at - 3) : at]):
                whole.used.add("*")  # ليس بين القتلى أي أجنبي
                for phrase in self.phrases:
                    if whole.end < phrase.start <= whole.end + 3:
                        phrase.used.add("*")
                self.found = [found for found in self.found if found.phrase is not whole and not (found.phrase is not None and "*" in found.phrase.used and found.phrase.start > whole.end)]
                continue
            first = next((p for p in self.phrases if whole.end < p.start <= whole.end + 3 and p.kind not in ("thing", "force")), None)
            if first is None or first.victim is not None:
                first = next((p for p in reversed(self.phrases) if p.end < at and at - p.end <= 4 and p.kind in ("one_of", "single", "dual", "number") and p.victim is None), None)
                if first is None or s.words[at - 1] != "من" or not any(word in ("كان", "كانت", "كانا", "كانوا", "هو", "هي") for word in s.words[first.end + 1 : at]):
                    continue  # أحد الحراس كان من بين القتلى
            outcome = whole.victim.outcome
            counted = next((f for f in self.found if f.phrase is whole and whole.kind == "number"), None)
            if counted is None:
                whole.used.add("*")
                self.found = [found for found in self.found if found.phrase is not whole]
            parent = counted or next((f for f in reversed(self.found) if f.outcome == outcome and f.phrase is not None and f.phrase.end < at and f.phrase.plural), None)
            for phrase in [first, *first.siblings]:
                told = next((f for f in self.found if f.phrase is phrase and f.outcome == outcome), None)
                if told is None:
                    told = Found(outcome, phrase, "among", (whole.victim_at, whole.victim_at), phrase.low, phrase.high, phrase.vague, phrase.approx)
                    phrase.used.add(outcome)
                    self.found.append(told)
                told.part_of, told.back = parent, parent is None

    def _parts(self) -> None:
        s = self.s
        for at in s.cue_places.get("part", ()):
            cue = s.cue(at, frozenset(("part",)))
            if cue is None or at and bare(s.words[at - 1]) in words_of("survives") or s.words[at] in ("فيها", "فيهم") and (at == 0 or s.words[at - 1] not in ("بمن", "بما")):
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
            for phrase in [first, *first.siblings, *self._further_parts(first)]:
                self._part(phrase, parent, at)
        for at in s.places_of(_SOME):
            if at and s.words[at - 1] in ("،", ",", "("):
                parent = self._parent(at)
                if parent is not None and parent.vague != "several" and at - parent.phrase.end <= 10:
                    phrase = Phrase(at, at, "vague", vague="several", head=at, role=parent.phrase.role, known=True, core=min(len(s) - 1, at + 2), part=True, count=(at, at))
                    self.found.append(Found(parent.outcome, phrase, "part", (at, at), None, None, "several", part_of=parent))
        self._told_of_them()
        self._against()
        self._risen()
        self._breakdowns()
        self._who_they_are()
        self._counted_of_them()

    def _who_they_are(self) -> None:
        """خمسة من أسرة واحدة هم أب وأم وثلاثة أطفال: counts that break the whole up."""
        s = self.s
        for at in s.places_of(_THEY):
            first, parent = self.by_start.get(at + 1), self._parent(at)
            if first is None or parent is None or first.kind not in ("number", "dual", "single", "one_of") or first.used or at - parent.phrase.end > 8:
                continue
            group = [first, *first.siblings]
            if parent.low and all(item.low for item in group) and any(item.kind == "number" for item in group) and len(group) > 1 and sum(item.low for item in group) <= parent.low:
                for item in group:
                    self._part(item, parent, at)

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
            if any(bare(word) in words_of("survives") for word in s.words[max(0, phrase.start - 3) : phrase.start]):
                continue  # ونجا 12 منهم
            parent = self._parent(phrase.start)
            apart = before in ("،", ",", "(", "-", "«", "؛", ";", "حاله", "حالات", "جروح", "جراح", "اصابات", "اصابه", "وضع") or parent is not None and parent.phrase.end == phrase.start - 1
            if not apart or after is not None and after.harms:
                continue
            if parent is not None and (parent.low is None or phrase.low is None or phrase.low < parent.low):
                self._part(phrase, parent, phrase.start)

    def _against(self) -> None:
        """1200 قتيل لبناني مقابل 157 إسرائيليا: another count of the same outcome."""
        s = self.s
        for at in s.places_of(_AGAINST):
            first = next((p for p in self.phrases if at < p.start <= at + 2 and p.kind == "number"), None)
            told = max((f for f in self.found if f.phrase is not None and f.phrase.kind == "number" and f.phrase.end < at and max(f.trigger[1], f.phrase.end) >= at - 7), key=lambda f: f.phrase.end, default=None)
            if first is None or told is None or first.used or first.victim is not None or told.outcome not in ("killed", "injured"):
                continue
            case = first.head is not None and s.readings[first.head].core in ("حاله", "حالات", "وفاه", "شخصا", "قتيلا")
            if first.known or case:
                first.used.add(told.outcome)
                self.found.append(Found(told.outcome, first, "against", told.trigger, first.low, first.high, first.vague, first.approx))

    def _risen(self) -> None:
        """ارتفع العدد إلى 75 بعد انتشال 17 جثة: the toll holds those just found."""
        for toll in self.found:
            if toll.rule != "toll" or toll.phrase is None or not toll.low or self.s.words[toll.phrase.start - 1] != "الي":
                continue
            for found in self.found:
                if found.phrase is not None and found.outcome == toll.outcome and found.part_of is None and found.low and found.low < toll.low \
                        and toll.phrase.end < found.phrase.start <= toll.phrase.end + 5 and self.s.words[toll.phrase.end + 1] in ("بعد", "بعدما", "اثر", "عقب"):
                    found.part_of = toll

    def _told_of_them(self) -> None:
        """إصابة 12 عاملا … عولج تسعة منهم: those "of them" are a part wherever their own verb stands."""
        for found in self.found:
            phrase = found.phrase
            if found.part_of is None and phrase is not None and (phrase.head is None and self.s.words[phrase.end] in ("منهم", "منهن", "منها") or self.s.words[phrase.start] in ONE_OF_THEM):
                parent = self._parent(phrase.start)
                if parent is not None and found.low and parent.outcome == found.outcome and (parent.low or found.low) >= found.low:
                    found.part_of = parent

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
        doubt = "more than the whole it is told a part of" if phrase.low and parent.low == parent.high and parent.low and phrase.low > parent.low else ""
        self.found.append(Found(outcome, phrase, "part", (at, at), phrase.low, phrase.high, phrase.vague, phrase.approx, part_of=parent, doubt=doubt))

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
