"""Tolls: عدد القتلى 30, ليرتفع عددهم إلى 40, القتلى هم ثلاثة."""
from __future__ import annotations

from ..clauses import annulled, mood
from ..grammar import PREPOSITIONS, RELATIVES, bare
from ..phrases import Phrase
from ..vocabulary import Outcome, words_of
from .found import Found

__all__ = ["Tolls"]

_THEIR_NUMBER = frozenset(joined + word for joined in ("", "و", "ف") for word in ("عددهم", "عددهن", "عددها", "عددهما"))


_PART = frozenset(("part",))


class Tolls:
    """Tolls, as a part of the reader of one sentence."""

    def _tolls(self) -> None:
        """عدد القتلى … إلى 30: the count follows its noun."""
        s = self.s
        for at in s.cue_places.get("toll", ()):
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
            if mood(s, at) == "unreal" or entry.outcome == "injured" and (annulled(s, place, entry) or self._is_sport() or self._disease()):
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
            number = self.by_start.get(after) or (self.by_start.get(after + 1) if s.words[after] == "الي" and s.readings[phrase.start].conjunction else None)
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
            if not reading.victims or not reading.definite and self._reached_number(at) is None or reading.victims[0][0].needs != "count_noun" or reading.victims[0][1].number != "plural":
                continue
            number = self.by_start.get(at + 1) or self._reached_number(at)
            if number is not None and number.kind == "number" and not number.used and number.victim is None:
                entry = reading.victims[0][0]
                if entry.outcome == "injured" and self._disease():
                    continue
                number.used.add(entry.outcome)
                for phrase in self.phrases:
                    if phrase.victim_at == at and phrase is not number:
                        phrase.used.add("*")
                self.found.append(Found(entry.outcome, number, "toll", (at, at), number.low, number.high, number.vague, number.approx))

    def _reached_number(self, at: int) -> Phrase | None:
        """وفيات الكوليرا في اليمن تتخطى 2000 حالة: the number after a verb of reaching."""
        s = self.s
        for place in range(at + 1, min(len(s) - 1, at + 9)):
            if not s.words[place][0].isalpha() or s.readings[place].harms:
                return None
            if s.words[place] not in ("الي", "هو", "عند") and s.is_cue(place, "reaching"):
                number = next((p for p in self.phrases if place < p.start <= place + 2 and p.kind == "number"), None)
                if number is not None:
                    self._toll_bound(number.start, number)
                return number
        return None

    def _toll_before(self, at: int) -> Phrase | None:
        """يرفع إلى 312 عدد القتلى: the count before its noun."""
        end = at - 1
        for phrase in reversed(self.phrases):  # ارتفع إلى 17 بينهم 5 أطفال عدد القتلى: parts and members stand between
            if phrase.end >= at:
                continue
            if phrase.end != end:
                return None
            if phrase.kind == "number" and phrase.start and self.s.words[phrase.start - 1] == "الي":
                return phrase
            if not (phrase.part or phrase.member):
                return None
            end = phrase.start - 1
            while end >= 0 and (self.s.words[end] in ("من", "،", ",", "و") or self.s.cue(end, _PART) is not None):
                end -= 1
        return None

    def _toll_bound(self, at: int, number: Phrase) -> None:
        """تجاوز عدد القتلى المئة، لا يقل عددهم عن 30، لم يزد على تسعة."""
        words = [bare(word) for word in self.s.words[max(0, at - 3) : at]]
        if number.low is None or number.low != number.high:
            return
        negated = any(word in ("لا", "لم", "لن") for word in words)
        if any(word in ("يقل", "تقل") for word in words) and negated:
            number.high = None
        elif any(word in words_of("exceeds") for word in words):
            if negated:
                number.low = None
            else:
                number.low, number.high = number.low + 1, None

    def _their_number(self) -> None:
        """المصابون وعددهم 20، المهجرين … مقدرا عددهم ب600: the count comes after its people."""
        s = self.s
        for at in s.places_of(_THEIR_NUMBER):
            number = next((p for p in self.phrases if at < p.start <= at + 4 and p.kind in ("number", "vague", "dual") and not p.used), None)
            people = next((p for p in reversed(self.phrases) if p.end < at and p.kind in ("plural", "vague") and (p.used or p.victim is not None)), None)
            if number is None or people is None or at - people.end > 24:
                continue
            told = next((f for f in self.found if f.phrase is people), None)
            entry = people.victim
            if told is None and (entry is None or "*" in people.used):
                continue
            outcome, doubt = told.outcome if told is not None else entry.outcome, ""
            if number.role == "unknown" and number.head is None:
                number.role = people.role
            if outcome == "displaced" and entry is not None and entry.word == "مهجر" and any(word.lstrip("وبال") in words_of("carrier") for word in s.words):
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
            if place > at + 1 and s.words[place - 1] in words_of("no_people_counted"):
                return None
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
        reached = any(s.is_cue(place, "reaching") and s.words[place] not in ("الي", "هو", "عند") for place in range(max(0, head - 3), head))
        for candidate in self.phrases:
            if candidate.start <= at or candidate is phrase:
                continue
            if candidate.start - at > 34:
                break
            between = s.words[at + 1 : candidate.start]
            if best is not None and any(s.is_cue(place, "toll") for place in range(best.end + 1, candidate.start)):
                break
            if best is not None and any(best.end < other.start < candidate.start and other.victim is not None and other.definite for other in self.phrases):
                break  # القتلى إلى 38 والجرحى إلى 88
            if any(word in (".", "؛") or word in RELATIVES and not relative and word not in ("الذي", "التي", "الذين", "اللذين", "اللتين") for word in between):
                break
            if candidate.kind not in ("number", "vague", "dual") or candidate.kind == "thing":
                continue
            close = candidate.start - (phrase.end if phrase is not None else at) <= (22 if reached else 2)
            arrives = any(s.is_cue(place, "reaching") for place in range(max(at + 1, candidate.start - 3), candidate.start + 1)) or \
                s.words[candidate.start] in ("ب", "ال") or s.words[candidate.start][:1] == "ب" and bool(s.cues[candidate.start]) or ":" in between[-2:]
            if close and best is None or arrives:
                if best is None or s.words[candidate.start - 1] in ("الي",) or s.words[candidate.start - 1] in PREPOSITIONS:
                    best = candidate
        return best
