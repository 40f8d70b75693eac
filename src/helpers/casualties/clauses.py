"""What a clause does with a casualty: states it, denies it, or only speaks of it (threat, plan, sentence, question, sport).

Each test looks a few words to the left or right of one word of the sentence, so its cost does not grow with the sentence.
"""
from __future__ import annotations

from .grammar import ADVERBS, CLAUSE_STARTS, PREPOSITIONS, RELATIVES, bare, looks_like_verb
from .phrases import Phrase, Sentence
from .vocabulary import Outcome, words_of

__all__ = ["annulled", "clause_end", "cumulative", "disowned", "imagined", "mood", "released", "sporting"]

_MOOD = frozenset(("denial", "irrealis", "irrealis_near", "factual", "carried_out", "disowned", "question"))
_STRONG_STOPS = frozenset(".؛:!؟?\n")
_CONDITIONS = frozenset(("لو", "اذا", "ربما", "لولا", "كاد", "كادت", "كادوا", "هل", "تمرين", "تمرينا", "فرضي", "فرضيا", "وهمي", "وهميه", "مناوره", "تدريب", "الروايه", "المسلسل", "مسرحيه", "لوحه", "شائعات", "شائعه", "اشاعات", "اشاعه", "الشائعات"))
_FACT_NOUNS = frozenset(("مقتل", "مصرع", "استشهاد", "وفاه", "اصابه", "جرح"))


def clause_end(sentence: Sentence, at: int, limit: int = 45) -> int:
    """The place after the last word of the clause that a word opens: a sign, a clause word or the next verb of harm stops it."""
    last = min(len(sentence), at + limit)
    depth = 0
    for place in range(at + 1, last):
        word = sentence.words[place]
        if word in _STRONG_STOPS:
            return place
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
        if depth > 0:
            continue
        if word in RELATIVES or word in CLAUSE_STARTS and word != "كما":
            return place
        reading = sentence.readings[place]
        if reading.harms and not reading.definite and word not in ADVERBS or reading.verbs and place + 1 in sentence.numbers and not reading.definite and not reading.preposition:
            return place
    return last


def mood(sentence: Sentence, at: int, *, present: bool = False, act: bool = False, past: bool = False) -> str:
    """fact, denied or unreal, by the nearest cue before a word within its clause.

    Parameters
    ----------
    at : int
        Place of the verb or noun of harm.
    present : bool
        The word is an imperfect verb, which states a fact only with a count.
    act : bool
        The word is a verbal noun.
    past : bool
        The word is a past verb: a plan or a threat before it does not make it unreal, a condition does.
    """
    words = sentence.words
    reading = sentence.readings[at]
    if words[at].startswith(("سي", "ست", "وسي", "وست", "فسي", "فست")) and present:
        return "unreal"
    if act and reading.preposition == "ل" and reading.core not in _FACT_NOUNS and not _fact_before(sentence, at):
        return "unreal"
    if present and at > 1 and words[at - 1] == "ان" and bare(words[at - 2]) in ("دون", "بدون", "غير"):
        return "denied"
    if present and at and words[at - 1] in ("قد", "وقد", "ان", "كي", "لكي", "حتي", "قد،", "لن", "سوف", "لان"):
        before = words[at - 2] if at > 1 else ""
        if words[at - 1] != "ان" or before not in ("قبل", "بعد", "منذ"):
            return "unreal"
    if present and at and words[at - 1] in ("من", "كل"):
        return "unreal"
    if present and reading.proclitics.endswith("ل") and words[at][:1] == "ل":
        return "unreal"
    if words[-1] in ("؟", "?") and any(sentence.is_cue(place, "question") or words[place] == "من" and (place == 0 or not words[place - 1][0].isalpha())
                                       for place in range(max(0, at - 6), at)):
        return "unreal"
    if at and words[at - 1] in ("ولا", "لا") and reading.victims and reading.victims[0][1].number == "plural" and not reading.definite:
        return "denied"
    if any(words[place] == "اذا" and words[place - 1] in ("ما", "عما") for place in range(max(1, at - 14), at)):
        return "unreal"  # ما إذا كان هناك مصابون
    if _came_to_nothing(words, at):
        return "denied"
    aside = act and reading.preposition == "ب" and at and words[at - 1] in ("،", ",")
    commas = -2 if aside else 0  # هدد، في اتصال هاتفي، بقتل: the verb stands before the aside
    for place in range(at - 1, max(-1, at - 24), -1):
        word = words[place]
        if word in _STRONG_STOPS:
            break
        if word.startswith("ان") and place and words[place - 1] in ("الا", "غير", "بيد"):
            break  # إلا أن: what stands before it is said of something else
        if word in ("،", ","):
            commas += 1
            if commas > 1 or at - place > 1 and not aside:
                break
            continue
        if word in ("قد", "وقد") and place + 1 < at and words[place + 1][:1] in "يت" and len(words[place + 1]) > 2 and words[place + 1] not in ("تم", "تمكن"):
            return "unreal"
        if present and word in ("ان", "بان") and place + 1 < at and words[place + 1][:1] == "ي" and looks_like_verb(words[place + 1]) and not (place and words[place - 1] in ("قبل", "بعد", "منذ")):
            return "unreal"  # أن ينهار السد ويقتل
        if _future(word) and not (place and (words[place - 1] in PREPOSITIONS or sentence.readings[place - 1].people)):
            return "unreal"  # سيؤدي; but مدينة سيلوان, في سيوداد
        if word in words_of("denied_verb") and place and words[place - 1] in ("لم", "ولم", "لا", "ولا", "فلم", "لن"):
            return "fact" if _excepted(words, place, at) else "denied"
        cue = sentence.cue(place, _MOOD)
        if cue is not None:
            kind = cue[1]
            if kind != "denial" and at - place > (5 if kind == "irrealis_near" else 13):
                continue
            if kind == "denial":
                if not _denies(sentence, place, at):
                    continue
                return "fact" if _excepted(words, place, at) else "denied"
            if kind == "factual":
                return "fact"
            if kind == "carried_out":
                return "fact"
            if past and kind in ("irrealis", "irrealis_near") and bare(word) not in _CONDITIONS:
                continue
            if kind in ("irrealis", "irrealis_near", "question", "disowned"):
                return "fact" if _carried_out(sentence, place) else "unreal"
        behind = sentence.readings[place]
        if behind.verbs and behind.verbs[0][1].tense == "past" and behind.harms and not behind.definite and place < at - 1:
            return "fact"
    return "fact"


def _came_to_nothing(words: list[str], at: int) -> bool:
    """لم يسفر الزلزال الذي ضرب الولاية عن وقوع قتلى: what عن takes belongs to the verb of resulting, however far before it."""
    about = at - 2 if at > 1 and words[at - 1] in _NOTHING else at - 1
    if about < 1 or words[about] != "عن":
        return False
    verb = next((place for place in range(about - 1, max(-1, about - 30), -1) if words[place] in ("يسفر", "تسفر", "اسفر", "اسفرت", "ينتج", "ينجم", "تنجم")), 0)
    return verb > 0 and words[verb - 1] in ("لم", "ولم", "فلم") and not _excepted(words, verb, at)


def _excepted(words: list[str], denial: int, at: int) -> bool:
    """لم تقتل سوى ثلاثين متمردا: nobody but those; إلا أن only means "however"."""
    return any(words[place] in ("سوي", "الا") and not words[place + 1].startswith("ان") for place in range(denial + 1, min(len(words) - 1, at + 6)))


def _future(word: str) -> bool:
    stem = word[1:] if word[:1] in "وف" else word
    return stem[:1] == "س" and stem[1:2] in ("ي", "ت") and len(stem) > (4 if stem[1] == "ي" else 5) and stem[:4] not in ("سياس", "سيار", "سيطر", "ستين", "سيده", "سيدا", "سيدي", "ستال", "سينا", "سيول", "ستيف", "سيرا", "سيرغ", "سيرج", "ستكر", "سيني", "سيئه", "سيوف", "سيره", "سيرت")


def _fact_before(sentence: Sentence, at: int) -> bool:
    """إدانته لاغتيال, تعرض لخطف: the noun before makes the act a fact."""
    return any(sentence.is_cue(place, "factual") for place in range(max(0, at - 2), at)) or \
        at > 0 and sentence.words[at - 1] in ("نتيجه", "ادانته", "ادانتها", "ادانه", "استنكاره", "استنكارها", "رفضه", "ضحيه", "ضحايا", "الذكري", "ادانتهم", "تعرضه", "تعرضهم", "تعرضها")


def _denies(sentence: Sentence, place: int, at: int) -> bool:
    word = bare(sentence.words[place]) or sentence.words[place]
    if word in ("لم", "ليس", "ليست", "لا"):
        if place + 1 == at:
            return True
        following = sentence.words[place + 1]
        return following in words_of("denied_verb") and at - place <= 8
    between = sentence.words[place + 1 : at]
    if word == "عدم":
        return not between and at - place == 1 or bool(between) and between[0] in _NOTHING and len(between) <= 3
    if any(other.startswith(tuple(words_of("other_denial"))) for other in between):
        return False
    if word in ("دون", "بدون"):
        if between[:1] == ["ان"]:  # دون أن يسفر الحادث عن خسائر
            return len(between) <= 8
        return len(between) <= 5 and all(other in _NOTHING or other[:1] in "يت" or other in ("ان", "عن", "الي", "اي", "او", "في", "من", "ذلك", "اضرار", "خسائر", "ماديه", "يودي", "يوقع", "يسفر", "تسفر", "يتسبب", "بسقوط", "بوقوع", "معلومات", "انباء", "تقارير", "بلاغات", "توقع", "يخلف", "يسجل", "تسجل", "تقع", "سقوطها", "بمقتل") or at - place <= 2
                                         for other in between)
    return at - place <= (20 if sentence.words[at - 1] in _NOTHING or sentence.words[at - 1] == "اي" else 6)


_NOTHING = frozenset(("وقوع", "سقوط", "تسجيل", "حدوث", "وجود", "ورود", "تعرض", "تكبد", "بوقوع", "بسقوط"))


def _carried_out(sentence: Sentence, place: int) -> bool:
    return any(sentence.is_cue(before, "carried_out") for before in range(max(0, place - 2), place))


def disowned(sentence: Sentence, first: int, last: int) -> bool:
    """True where the text itself calls false what it tells: a word of falsehood before it or right after it."""
    return any(first - 30 <= place < last + 14 and place != first for place in sentence.cued("disowned"))


def annulled(sentence: Sentence, at: int, entry: Outcome, reach: int = 12, by: bool = True) -> bool:
    """True where a word that takes the harm out of a trigger stands after it: أصيب بخيبة, قتل الوقت."""
    words, unless = sentence.words, entry.unless
    if at + 1 < len(words) and (words[at + 1] in entry.unless_next or sentence.readings[at].acts and sentence.readings[at].acts[0][1].pronoun and words[at + 1 : at + 2] == ["في"] and words[at + 2 : at + 3] and words[at + 2] in entry.unless_next):
        return True
    if not unless:
        return False
    for place in range(at + 1, min(len(words), at + 1 + reach)):
        word = words[place]
        if word in _STRONG_STOPS:
            return False
        reading = sentence.readings[place]
        if place > at + 1 and reading.verbs and not reading.people and not reading.definite:
            return False
        near = place <= at + 3 and words[place - 1] not in PREPOSITIONS and words[place - 1] not in ("ذلك", "هذا", "هذه", "تلك") or place == at + 1
        if near and (word in unless or reading.core in unless):
            return True
        if place + 1 < len(words) and f"{word} {words[place + 1]}" in unless:
            return True
        cause = word[1:] if word[:1] == "ب" and by else ""
        if cause and (cause in unless or cause.removeprefix("ال") in unless or word in unless):
            return True
        if by and word == "ب" and place + 1 < len(words) and words[place + 1] in unless:
            return True
    if at + 1 < len(words) and (sentence.readings[at + 1].starts or at + 1 in sentence.numbers):
        return False  # تسبب في مقتل 48 شخصا; but أصابه في مقتل
    before = words[at - 1] if at else ""
    return f"{before} {bare(words[at])}" in unless


_RELEASE = frozenset(("release",))


def released(sentence: Sentence, at: int) -> bool:
    """True where people held or driven out are freed, rescued or handed over rather than taken."""
    words = sentence.words
    for place in range(at - 1, max(-1, at - 9), -1):
        if words[place] in _STRONG_STOPS or words[place] in RELATIVES:
            return False
        cue = sentence.cue(place, _RELEASE)
        if cue is not None and place and sentence.is_cue(place - 1, "name_head"):
            continue  # حركة تحرير دلتا النيجر
        if cue is not None:  # تطالب بالإفراج عن 500 معتقل: they are still held
            return not any(bare(words[before]) in words_of("demand") for before in range(max(0, place - 8), place))
        if sentence.readings[place].verbs and not sentence.readings[place].people:
            return False
    return False


def imagined(sentence: Sentence) -> bool:
    """True where a sentence tells of a drill: تمرين فرضي, فرضية لحادث; a false checkpoint (حاجز وهمي) and a theory (فرضية الانتحار) are none."""
    words, drills = sentence.words, words_of("drill")
    if any(word in _PRETENDED and bool(drills & {bare(other).removeprefix("ال") for other in words[max(0, at - 3) : at]}) for at, word in enumerate(words)):
        return True
    return any(words[at].removeprefix("ل").removeprefix("ال") == "فرضيه" and (words[at + 1] in _REHEARSED or words[at + 1][0] == "ل" and words[at + 1][1:] in _REHEARSED)
               for at in range(len(words) - 1))


_PRETENDED = frozenset(adjective + ending for adjective in ("فرضي", "وهمي", "افتراضي") for ending in ("", "ا", "ه")) | {"الفرضي", "الوهمي", "الافتراضي", "الفرضيه", "الوهميه", "الافتراضيه"}
_REHEARSED = frozenset(("حادث", "حريق", "اندلاع", "انهيار", "اخلاء", "تسرب", "انفجار", "سقوط", "غرق", "زلزال", "اصطدام"))


_PLAYERS = ("لاعبيه", "لاعبينا", "مدربه", "مدربنا", "منتخبنا", "فريقه", "ملعبه", "مهاجمه")


def sporting(sentence: Sentence) -> bool:
    """True where a sentence speaks of sport, so that its injuries are no casualties."""
    hits = len(sentence.cued("sport"))
    if any(reading.core.startswith(_PLAYERS) for reading in sentence.readings):
        hits += 1
    return hits >= 2 or hits == 1 and any(word in ("لاعب", "اللاعب", "لاعبه", "لاعبي", "مدرب", "المدرب", "الملاعب", "الصليبي", "المنتخب", "منتخب") for word in sentence.words)


_LONG = frozenset(("cumulative", "a_day"))


def cumulative(sentence: Sentence, phrase: Phrase, trigger: int) -> bool:
    """True where the clause counts over more than a day: منذ بداية العام, خلال أسبوع, على مدى سنوات."""
    if "cumulative" not in sentence.cue_places:
        return False
    first = max(0, min(phrase.start, trigger) - 12)
    last = min(len(sentence), max(phrase.end, trigger) + 22)
    place = first
    words = sentence.words
    if words and bare(words[0]) == "منذ" and not sentence.cue(0, frozenset(("a_day",))):
        return True  # ومنذ 15 أبريل: the whole sentence counts from then
    while place < last:
        cue = sentence.cue(place, _LONG)
        if cue is None:
            if place > max(phrase.end, trigger) and words[place] in ("؛", "."):
                return False
            place += 1
            continue
        kind = cue[1]
        if kind == "cumulative" and place + 1 != trigger and _spans(sentence, place) and not _worst_since(words, place):
            return True
        place += max(1, cue[0] if kind == "a_day" else 1)
    return False


def _worst_since(words: list[str], at: int) -> bool:
    """أعنف يوم تشهده البلاد منذ مطلع الشهر: the time since the last such day, not the time counted over; to the comma after it."""
    for place in range(at, max(-1, at - 12), -1):
        if words[place] in ("،", ","):
            return False
        if words[place] in words_of("superlative"):
            return "منذ" in words[place : at + 1]
    return False


_SPAN_HEADS = frozenset(("منذ", "خلال", "طوال", "طيله", "مدي", "مدار", "حتي", "في", "غضون", "بين", "طول"))


def _spans(sentence: Sentence, at: int) -> bool:
    """A word of time spans only after a preposition of length, and منذ only before a date or an event, not before an age."""
    words = sentence.words
    word = bare(words[at])
    if word in ("منذ", "طوال", "حتي", "علي", "خلال") or words[at] in ("اجمالي", "الاجماليه", "مجموع"):
        return True
    before = [w for w in words[max(0, at - 4) : at]]
    if word in ("سنه", "عاما", "سنوات", "اعوام"):
        return any(w in ("خلال", "طوال", "مدي", "مدار", "منذ", "غضون") for w in before)
    if word in ("هذا", "العام", "السنوات", "الاعوام", "السنه", "النزاع", "الحرب"):
        return True
    return any(w in _SPAN_HEADS for w in before)
