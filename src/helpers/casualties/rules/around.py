"""The people around a trigger: which phrases its clause holds before and after it."""
from __future__ import annotations

from ..clauses import clause_end
from ..grammar import ADVERBS, CLAUSE_STARTS, FUNCTION, PREPOSITIONS, QUOTES, RELATIVES, looks_like_verb
from ..phrases import Phrase
from ..vocabulary import Outcome, completes, words_of

__all__ = ["Around"]


class Around:
    """The people around a trigger, as a part of the reader of one sentence."""

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
            if out and self._comma_between(out[-1].end, phrase.start) and not (out[-1].kind == "force" and self._only_times(out[-1].end + 1, phrase.start)):
                beyond = self._past_aside(out[-1])
                if beyond is not None and beyond.start < limit:
                    out.append(beyond)
                break
            if not out and self._clause_break(at, phrase.start):
                break
            if phrase.member:
                continue
            out.append(phrase)
        return out

    def _comma_between(self, first: int, last: int) -> bool:
        return any(word in ("،", ",", ";", "-") for word in self.s.words[first + 1 : last])

    def _past_aside(self, doer: Phrase) -> Phrase | None:
        """أوقفت الوحدة، بناء على إذن من النيابة، خمسة عناصر: the count right after the second comma of an aside."""
        s = self.s
        if doer.kind not in ("force", "plural", "definite"):
            return None
        for phrase in self.phrases:
            if doer.end < phrase.start <= doer.end + 16 and s.words[phrase.start - 1] in ("،", ",") and not phrase.member:
                between = range(doer.end + 1, phrase.start - 1)
                aside = any(s.words[place] in ("،", ",") for place in between) and not any(s.readings[place].harms or looks_like_verb(s.words[place]) for place in between)
                return phrase if aside and (phrase.kind in ("number", "dual", "vague") or phrase.accusative) else None
        return None

    def _only_times(self, first: int, last: int) -> bool:
        """اعتقلت القوات، الليلة الماضية وفجر اليوم، 22 مواطنا: nothing but when between the commas."""
        return all(not word[0].isalnum() or word in ADVERBS or word.lstrip("و") in words_of("time_adverb") or place in self.s.numbers
                   for place, word in enumerate(self.s.words[first:last], first))

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
        if s.leads.get(phrase.start, "").lstrip("وف")[:1] in ("ب", "ل", "ك"):
            return True
        if s.words[phrase.start] in ("ب", "ل", "ك"):
            return True
        if phrase.count and phrase.start < phrase.count[0] and s.words[phrase.start][:2] in ("با", "لا") and len(s.words[phrase.start]) > 4:
            return True  # بأكثر من 215 شخصا
        if before > 0 and s.words[before] == "من" and s.words[before - 1] in ("كل", "كلا"):
            return False
        if before >= 0 and s.words[before].removeprefix("ب") in words_of("means") and (s.words[before][0] == "ب" or before and s.words[before - 1] in ("علي", "من")):
            return True  # برصاص مجهولين, على يد مسلحين
        return before >= 0 and s.words[before] in PREPOSITIONS and not (s.words[before] in ("نحو", "حوالي", "قرابه", "فوق", "دون", "سوي") and (phrase.kind in ("number", "vague") or s.words[before] == "سوي"))

    def _subjects(self, at: int, form) -> list[Phrase]:
        """The phrase before a verb that can be its subject, by number, nearest first."""
        s = self.s
        fits, barrier = [], max(self._barrier(at), self._statement_start(at))
        for phrase in reversed(self.phrases):
            if phrase.end >= at or phrase.kind in ("thing", "force"):
                continue
            if phrase.start < barrier:
                break
            if phrase.part or phrase.member or phrase.head is None and not phrase.known and at - phrase.end > 2 and not self._bare_subject(phrase, form):
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

    def _bare_subject(self, phrase: Phrase, form) -> bool:
        """إن أربعة يشتبه في انتمائهم إلى القاعدة قتلوا."""
        s = self.s
        return form.number == "plural" and phrase.kind == "number" and s.words[max(0, phrase.start - 1)].lstrip("وب") in ("ان", "انهم") and s.words[phrase.end + 1] in ("يشتبه", "يعتقد", "كانوا", "ممن")

    def _statement_start(self, at: int) -> int:
        """The place after the last أن that opens a statement: the subject of its verb does not stand before it."""
        words = self.s.words
        for place in range(at - 2, max(-1, at - 30), -1):
            if words[place] in ("ان", "بان", "وان", "لان", "وبان") and not (looks_like_verb(words[place + 1]) or self.s.readings[place + 1].verbs):
                return place + 1
        return 0

    def _barrier(self, at: int) -> int:
        for place in range(at - 1, -1, -1):
            if self.s.words[place] in (".", "؛"):
                return place + 1
        return 0

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

    def _is_act(self, at: int) -> bool:
        """A form that is verb and verbal noun at once is the noun after a preposition, a proclitic or another noun of harm."""
        s, reading = self.s, self.s.readings[at]
        if reading.preposition or reading.definite:
            return True
        if reading.verbs and reading.verbs[0][1].pronoun == "ه" and reading.acts and (follows := self.by_start.get(at + 1)) is not None and follows.kind != "force":
            return True  # اصابه شرطيين, typed for إصابة
        if at == 0:
            return False
        before = s.words[at - 1]
        if before in PREPOSITIONS and before not in ("حتي", "منذ") or before in ("تهمه", "بتهمه", "جريمه", "قضايا", "عمليه", "محاوله", "حادثه", "حادث", "جرائم", "عمليات", "محاولات", "قضيه", "اعلن", "اعلنت", "تم"):
            return True
        if s.is_cue(at - 1, "irrealis", "irrealis_near"):
            return True
        behind = s.readings[at - 1]
        return reading.conjunction and bool(behind.acts) and not behind.verbs or bool(s.readings[at].conjunction and behind.acts and self._is_act(at - 1))

    def _complement(self, at: int, entry: Outcome, reach: int = 24) -> int | None:
        s = self.s
        for place in range(at + 1, min(len(s), at + reach)):
            word = s.words[place]
            if word in (".", "؛"):
                return None
            if completes(word, entry.complement):
                return place
            if entry.voice == "after" and place > at + (16 if entry.word in ("أودى", "نفذ") else 8):
                return None
        return None
