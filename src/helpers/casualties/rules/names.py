"""People whom no table knows: an unknown noun where a name must stand."""
from __future__ import annotations

from ..grammar import ADVERBS, FUNCTION, PREPOSITIONS, QUOTES, bare, looks_like_verb
from ..phrases import Phrase
from ..vocabulary import Outcome

__all__ = ["Names"]


class Names:
    """People whom no table knows, as a part of the reader of one sentence."""

    def _name_after(self, at: int, entry: Outcome) -> Phrase | None:
        """An unknown noun right after a strong word of death or capture is a name: one person."""
        s = self.s
        place = at + 1
        while place < len(s) and s.words[place] in QUOTES:
            place += 1
        each = place + 1 < len(s) and s.words[place] in ("كل", "كلا") and s.words[place + 1] == "من"
        if each:
            place += 2
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
        if each:
            return self._listed_names(place, last)
        if entry.word not in ("اغتيال", "اغتيل", "اغتال", "استشهاد", "استشهد") and self._common(place, last) and not word.endswith(("ين", "ون", "ات")):
            return None
        if entry.word in ("قتل", "خطف", "إعدام", "أعدم") and last == place and not any(s.readings[p].people for p in range(place + 1, min(len(s), place + 3))):
            return None  # قتل الأحلام: one unknown word is as likely a figure of speech
        plural = word.startswith("ال") and word.endswith(("ين", "ون", "ات")) and len(word) > 5
        phrase = Phrase(place, last, "plural" if plural else "name", None if plural else 1, None if plural else 1, vague="several" if plural else "", head=place,
                        definite=True, plural=plural, core=min(last, place + 2))
        doubt_free = entry.word in ("مقتل", "اغتيال", "اغتيل", "اغتال", "مصرع", "استشهاد", "استشهد")
        if not doubt_free and not plural and entry.word not in ("توفي", "مات", "القبض على") and s.readings[at].verbs and not s.readings[at].preposition and word.startswith("ال"):
            return None
        return phrase

    def _common(self, first: int, last: int) -> bool:
        """True for one unknown definite word that is no family name in -ي: المشروع, الطموح."""
        return first == last and self.s.words[first].startswith("ال") and not self.s.words[first].endswith("ي")

    def _whoever(self, last: int) -> Phrase | None:
        """مقتل كل من كان على متنها وعددهم ثمانية، قتل من فيه وهم سبعة: those aboard or inside, counted afterwards."""
        s = self.s
        at = last + 1
        if at < len(s) and s.words[at] in ("كل", "جميع"):
            at += 1
        if at >= len(s) or s.words[at] != "من":
            return None
        for place in range(at + 1, min(len(s) - 1, at + 9)):
            if s.words[place].lstrip("و") in ("عددهم", "هم", "عددها"):
                number = next((phrase for phrase in self.phrases if place < phrase.start <= place + 2), None)
                return number if number is not None and number.kind in ("number", "dual") and not number.used else None
        return None

    def _listed_names(self, place: int, last: int) -> Phrase:
        """كل من فلان وفلان وفلان: as many as are joined by و."""
        s, count = self.s, 1
        while last + 1 < len(s) and s.words[last + 1][:1] == "و" and len(s.words[last + 1]) > 3 and not s.readings[last + 1].harms and last + 1 not in s.numbers:
            count, last = count + 1, last + 1
            while last + 1 < len(s) and s.words[last + 1][0].isalpha() and s.words[last + 1][:1] != "و" and s.words[last + 1] not in FUNCTION \
                    and not s.readings[last + 1].harms and not s.readings[last + 1].preposition:
                last += 1
        return Phrase(place, last, "name", count, count, head=place, definite=True, plural=count > 1, core=last)

    def _name_before(self, at: int) -> Phrase | None:
        """A sentence that opens with an unknown name and ends in its death."""
        s = self.s
        for place in range(at - 1, max(-1, at - 6), -1):
            word = s.words[place]
            if bare(word) in ("ان", "كان") and place < at - 1:
                after = s.words[at + 1] if at + 1 < len(s) else "."
                if after not in PREPOSITIONS and after not in ADVERBS and after[0].isalpha() and after[0] != "ب":
                    return None
                return Phrase(place + 1, at - 1, "name", 1, 1, head=place + 1, plural=False, definite=True, core=at - 1)
            if not word[0].isalpha() or word in FUNCTION or s.readings[place].harms or looks_like_verb(word) or s.readings[place].conjunction or any(
                    person.kind in ("thing", "force", "cause") for person, _ in s.readings[place].people):
                break
        if at < 2 or not s.words[0][0].isalpha() or s.words[0] in FUNCTION or s.words[0][1:] in FUNCTION or looks_like_verb(s.words[0]) or s.readings[0].verbs or s.readings[0].acts:
            return None
        if s.readings[0].people or s.readings[0].victims or s.readings[0].conjunction or 0 in s.numbers or s.words[1] in FUNCTION or s.words[0].endswith("ت"):
            return None
        if s.words[1] not in ("،", ",") and (at > 5 or not s.words[1][0].isalpha() or s.readings[1].verbs or s.words[1].startswith("ال")):
            return None
        return Phrase(0, 1 if s.words[1][0].isalpha() else 0, "name", 1, 1, head=0, plural=False, definite=True, core=1 if s.words[1][0].isalpha() else 0)
