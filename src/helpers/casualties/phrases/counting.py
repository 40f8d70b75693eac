"""How many: numbers, vague words, bounds before and after them, and the noun they count."""
from __future__ import annotations

from ..grammar import ADVERBS, FUNCTION, QUOTES, looks_like_verb
from ..vocabulary import words_of
from .phrase import Phrase
from .sentence import Sentence

__all__ = ["AFTER", "AFTER_HEADS", "BEFORE", "COUNTS", "GLUED", "OTHERS", "VAGUE", "apply_bounds", "bounds_before", "counted_phrase", "noun_kind", "quantity_at", "take_noun", "whole_number"]

BEFORE = frozenset(("at_least", "more_than", "approx", "at_most", "less_than"))
AFTER = frozenset(("at_least", "at_most", "approx"))
AFTER_HEADS = frozenset(("علي", "كحد", "بحد", "تقريبا", "في"))
VAGUE = frozenset(("several", "tens", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"))
GLUED = frozenset(("ب", "ل", "ال", "ك", "وال", "بال", "لل", "و", "ول", "وب", "ف"))
COUNTS = frozenset(("cardinal", "range", "indefinite", "digits", "mixed"))
OTHERS = frozenset(("اخر", "اخرون", "اخرين", "اخري", "اخريات", "اخران", "غيرهم", "سواهم", "اخرا"))


def bounds_before(sentence: Sentence, at: int) -> tuple[int, list[str]]:
    bounds: list[str] = []
    while at < len(sentence) and sentence.cues[at]:
        cue = sentence.cue(at, BEFORE)
        if cue is None:
            break
        bounds.append(cue[1])
        at += cue[0]
        while at < len(sentence) and sentence.words[at] in QUOTES:
            at += 1
    return at, bounds


def quantity_at(sentence: Sentence, at: int, start: int) -> Phrase | None:
    """A number or vague word at a place, as a phrase that still lacks its noun."""
    words = sentence.words
    skip = at
    while skip < len(words) - 1 and (words[skip] in QUOTES and skip > start or words[skip] in GLUED and (skip + 1) in sentence.numbers):
        skip += 1
    if skip in sentence.numbers:
        to, number = sentence.numbers[skip]
        if number.kind in COUNTS:
            if (words[skip].startswith("ال") or words[start] == "ال") and start and words[start - 1] in words_of("period"):
                return None  # السنوات الست
            phrase = Phrase(start, to, "number", count=(skip, to))
            vague = _indefinite(number)
            if vague:
                phrase.kind, phrase.vague = "vague", vague
            elif number.kind == "range" or number.value is None:
                phrase.low, phrase.high = whole_number(number.low), whole_number(number.high)
            else:
                value = whole_number(number.value)
                if value is None or value < 1:
                    return None
                phrase.low = phrase.high = value
            phrase.definite = words[skip].startswith(("ال", "وال", "بال", "لل")) or words[skip - 1 : skip] in (["ال"], ["وال"])
            return phrase
        if number.kind != "dual":
            return None
    cue = sentence.cue(at, VAGUE) if at < len(words) else None
    if cue is not None:
        last = at + cue[0] - 1
        if words[last] == "من" and last + 1 < len(words) and sentence.readings[last + 1].verbs and not sentence.readings[last + 1].people:
            return None
        phrase = Phrase(start, last, "vague", vague=cue[1], count=(at, last))
        phrase.definite = words[at].startswith(("ال", "وال", "بال", "لل"))
        return phrase
    return None


_MOST_PEOPLE = 10**10  # more than there are on earth


def whole_number(value) -> int | None:
    return int(value) if value is not None and value == int(value) and value < _MOST_PEOPLE else None


_BASES = ((10, "tens"), (100, "hundreds"), (1000, "thousands"), (10_000, "tens_of_thousands"), (100_000, "hundreds_of_thousands"), (1_000_000, "millions"))


def _indefinite(number) -> str:
    if number.kind != "indefinite":
        return ""
    base = number.value if number.value is not None else number.low
    if base is None or base < 10:
        return "several"
    return next(name for least, name in reversed(_BASES) if base >= least)


def counted_phrase(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Find the noun that a count counts."""
    words = sentence.words
    at = phrase.end + 1
    if at < len(words) and words[at] in ("»", "”") and not phrase.vague and any(word in ("«", "“") for word in words[max(0, phrase.start - 4) : max(0, phrase.start - 1)]) and words[phrase.start - 1] not in ("«", "“"):
        return None  # طائرة «أنتونوف 12» تابعة: a part of the name
    while at < len(words):
        cue = sentence.cue(at, AFTER) if words[at] in AFTER_HEADS else None
        if cue is not None and phrase.kind == "number":
            phrase.end = at + cue[0] - 1
            apply_bounds(phrase, [cue[1]])
            at += cue[0]
        elif words[at] in QUOTES or words[at] == ")" and at == phrase.end + 1 and phrase.start and words[phrase.start - 1] == "(":  # قتل (12) شخصا
            at += 1
        else:
            break
    of = False
    if at < len(words) and words[at] == "من":
        of, at = True, at + 1
        while at < len(words) and (words[at] in QUOTES or words[at] in ("كبار", "بين", "ضمن", "كل", "هؤلاء")):
            at += 1
    elif at < len(words) and words[at] == "ممن":
        return phrase if phrase.kind == "vague" or phrase.kind == "number" else None
    if at >= len(words) or at in sentence.numbers and sentence.numbers[at][1].kind != "dual":
        return _bare(phrase)
    if of and sentence.is_cue(at, "part"):
        return _bare(phrase)  # 20 من ضمنهم
    noun = noun_kind(sentence, at)
    if noun in ("thing", "force") and not of and _no_counted_form(sentence, phrase, at):
        return _bare(phrase)
    if phrase.kind == "vague" and phrase.definite and not of and not sentence.readings[at].definite and words[phrase.count[0]] in _WHOLE_PLURALS:
        return _bare(phrase)  # شيع الآلاف جثامين
    if noun == "thing":
        return Phrase(phrase.start, at, "thing", head=at)
    if noun == "force" and not of:
        return Phrase(phrase.start, at, "thing", head=at) if phrase.kind == "number" else None
    if noun is None:
        return _bare(phrase) if not of else None
    take_noun(sentence, phrase, at)
    return phrase


_WHOLE_PLURALS = frozenset(("الالاف", "المئات", "العشرات", "الملايين", "والالاف", "والمئات", "والعشرات"))


def _no_counted_form(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """قتل 5 يوم الجمعة, مقتل أربعة في… انهيار مبنى: after 3 to 10 stands a plural, so a singular tells when or why."""
    forms = [form.number for person, form in sentence.readings[at].people if person.kind in ("thing", "cause", "force")]
    return phrase.kind == "number" and phrase.low == phrase.high and phrase.low is not None and 3 <= phrase.low <= 10 and bool(forms) and "plural" not in forms and "dual" not in forms


def _bare(phrase: Phrase) -> Phrase:
    phrase.core = phrase.end
    phrase.known = phrase.known or phrase.kind == "vague" and phrase.definite  # العشرات: dozens of people
    return phrase


def noun_kind(sentence: Sentence, at: int) -> str | None:
    """What kind of noun stands at a place: person, victim, others, force, thing, unknown, or none."""
    word, reading = sentence.words[at], sentence.readings[at]
    if not word[0].isalpha():
        return None
    if reading.core in OTHERS:
        return "others"
    if reading.conjunction or reading.preposition:
        return None
    if reading.victims and reading.victims[0][0].needs == "never":
        return "thing"
    people = reading.people
    kinds = {person.kind for person, _ in people}
    if reading.victims:
        return "victim"
    if "person" in kinds or "group" in kinds:
        return "person"
    if "force" in kinds:
        return "force"
    if "thing" in kinds or "cause" in kinds:
        return "thing"
    if reading.verbs or word in FUNCTION or word in ADVERBS or reading.acts or looks_like_verb(word):
        return None
    if len(word) < 3 or sentence.is_cue(at, "toll") or word.startswith(("بال", "لل")) or word[0] == "ب" and len(word) > 4:
        return None
    return "unknown"


def take_noun(sentence: Sentence, phrase: Phrase, at: int) -> None:
    reading = sentence.readings[at]
    phrase.head, phrase.end, phrase.core = at, at, at
    phrase.of = at > 0 and (sentence.words[at - 1] == "من" or phrase.of)
    phrase.others = reading.core in OTHERS
    if reading.victims:
        phrase.victim, phrase.victim_at = reading.victims[0][0], at
        phrase.known = True
    for person, form in reading.people:
        if person.kind in ("person", "group", "force"):
            phrase.role, phrase.known = person.role, True
            break
    phrase.definite = phrase.definite or reading.definite
    if not phrase.known and phrase.kind == "number" and not reading.people and sentence.words[at].endswith(("ي", "يا")) and len(sentence.words[at]) > 3 and not reading.definite:
        phrase.known = True  # 100 ألف غزي, 190 آشوريا: what is counted in -ي is people of a place or a faith
    word = sentence.words[at]
    if not phrase.known and phrase.of and not reading.people and word.startswith("ال") and word.endswith(("ين", "ون")) and len(word) > 6:
        phrase.known = True  # عدد من المتنزهين: a sound masculine plural is people
    if phrase.low == 1 and phrase.high == 1:
        phrase.plural = False
    if phrase.kind == "number" and not phrase.of and phrase.role == "civilian" and any(person.kind == "group" for person, _ in reading.people):
        phrase.high, phrase.plural, phrase.doubt = None, True, "families are counted, not people: their number is a lower bound"


def apply_bounds(phrase: Phrase, bounds: list[str]) -> None:
    """Turn the words of bounds into low and high, once."""
    for kind in bounds:
        if kind == "approx":
            phrase.approx = phrase.kind == "number" or phrase.approx
        if phrase.kind not in ("number", "dual", "single") or phrase.low is None and phrase.high is None:
            continue
        if kind == "at_least":
            phrase.high = None
        elif kind == "more_than" and phrase.low is not None:
            phrase.low, phrase.high = phrase.low + 1, None
        elif kind == "at_most":
            phrase.low = None
        elif kind == "less_than" and phrase.high is not None:
            phrase.low, phrase.high = None, phrase.high - 1
    bounds.clear()
