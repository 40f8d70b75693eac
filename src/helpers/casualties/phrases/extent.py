"""How far a phrase reaches after its noun: adjectives, genitives, whose people they are, a count that follows."""
from __future__ import annotations

from ..grammar import FUNCTION, QUOTES, looks_like_verb
from ..vocabulary import Word, words_of
from .counting import AFTER, AFTER_HEADS, COUNTS, GLUED, OTHERS, whole_number
from .phrase import Phrase
from .sentence import Sentence

__all__ = ["age_bracket", "extend"]

_QUANTIFIERS = frozenset(("several", "tens", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions", "at_least", "more_than", "disowned", "one_of"))
_TOLL = frozenset(("toll",))
_ASIDE = frozenset(("part", "majority"))


def extend(sentence: Sentence, phrase: Phrase, bounds: list[str]) -> None:
    """Take in the adjectives, genitives and specifications after the noun, a count after it, and bounds such as على الأقل."""
    words = sentence.words
    at, unknown, specified, limit = phrase.end + 1, 0, False, phrase.end + 12
    while at < len(words) and at < limit:
        cued = bool(sentence.cues[at])
        cue = sentence.cue(at, AFTER) if cued and words[at] in AFTER_HEADS else None
        if cue is None and cued and sentence.cue(at, _ASIDE) is not None and words[at] not in ("منهم", "منهن", "منها"):
            return
        if cue is not None and phrase.kind in ("number", "vague", "dual", "plural", "single"):
            after = at + cue[0]
            if cue[1] == "approx" and after < len(words) and after in sentence.numbers:
                return
            bounds.append(cue[1])
            phrase.end = phrase.core = after - 1
            at = after
            continue
        word, reading = words[at], sentence.readings[at]
        if word in QUOTES:
            if at + 1 < len(words) and sentence.starts[at + 1] == sentence.ends[at] or specified or unknown:
                at += 1
                continue
            return
        if word == "(" and at + 2 < len(words) and at + 1 in sentence.numbers and words[at + 2] == ")" and phrase.kind in ("plural", "dual", "number") and at == phrase.end + 1:
            value = whole_number(sentence.numbers[at + 1][1].value)  # إرهابيين (02)
            if phrase.kind == "plural" and not phrase.definite and value and value > 1:
                phrase.kind, phrase.low, phrase.high, phrase.vague = "number", value, value, ""
                phrase.count, phrase.end, phrase.core = (at + 1, at + 1), at + 2, at + 2
            elif value != phrase.low:
                return
            at += 3
            continue
        if word == "(":
            close = age_bracket(sentence, at)
            if close is None:
                return
            at = close + 1
            continue
        if phrase.kind == "thing":
            return
        if word == "اول" and phrase.role == "combatant" and at == phrase.end + 1:
            phrase.end = phrase.core = at
            at += 1
            continue
        if word == "برتبه" and at + 1 < len(words):
            phrase.end = at + 1
            at += 2
            continue
        if at in sentence.numbers and sentence.numbers[at][1].kind in (*COUNTS, "ordinal") or word in GLUED and at + 1 in sentence.numbers:
            if not _count_after(sentence, phrase, at):
                return
            at = phrase.end + 1
            continue
        if reading.core in OTHERS and not reading.preposition and not reading.conjunction:
            phrase.others, phrase.end, phrase.core = True, at, at
            at += 1
            continue
        if word in ("منهم", "منهن", "منها") and phrase.head is None and phrase.kind in ("number", "vague", "one_of"):
            phrase.end = phrase.core = at
            phrase.known = True
            cue = sentence.cue(at + 1, AFTER) if at + 1 < len(words) and words[at + 1] in AFTER_HEADS else None
            if cue is not None:
                bounds.append(cue[1])
                phrase.end = phrase.core = at + cue[0]
            return
        if phrase.head is None and phrase.kind in ("number", "vague"):
            return
        if word == "من" and _made_of(sentence, phrase, at):
            return
        if word == "من" and not specified and phrase.kind != "force":
            step = _specification(sentence, phrase, at + 1)
            if step is None:
                return
            specified, at = True, step + 1
            continue
        if not word[0].isalpha() or reading.conjunction or word in FUNCTION and not (word == "علي" and named(reading)) or reading.preposition:
            return
        if reading.verbs and not reading.definite and (reading.harms or at + 1 in sentence.numbers) or looks_like_verb(word) and not named(reading):
            return
        if _other_people(sentence, phrase, at) or cued and sentence.cue(at, _TOLL) is not None:
            return
        if word.startswith(("حتف", "مصرع", "انفس", "نفس")) or cued and sentence.cue(at, _QUANTIFIERS) is not None:
            return
        if (phrase.kind in ("plural", "definite", "name") or phrase.kind == "single" and not phrase.accusative) and any(form.state == "accusative" and form.number == "singular" for _, form in reading.people) \
                and not reading.definite and all(form.state for _, form in reading.people):
            return
        if (phrase.kind in ("definite", "name") or phrase.definite and phrase.kind == "single") and word.endswith("ا") and any(form.state == "accusative" for _, form in reading.victims):
            return  # سقط القائد شهيدا
        feminine = word.endswith("يه") and not reading.definite and not phrase.definite and words[at - 1].endswith("ه")  # وحدة إسرائيلية
        if phrase.kind == "force" and not feminine and (reading.people and not reading.definite or any(person.kind == "title" for person, _ in reading.people) or not reading.definite and phrase.definite):
            return
        if at == phrase.end + 1 and phrase.head is not None and sentence.readings[phrase.head].core in ("حاله", "حالات", "حالتا", "حالتي", "حالتان", "حالتين") and reading.victims and reading.victims[0][0].needs == "count_noun":
            phrase.victim, phrase.victim_at, phrase.end, phrase.core = reading.victims[0][0], at, at, at
            at += 1
            continue
        if _made_of(sentence, phrase, at):
            return
        if reading.acts and not reading.definite and not reading.victims:
            return
        if reading.victims and reading.victims[0][0].word == "جثة":
            return
        if reading.victims and phrase.victim is None and _agrees(phrase, reading) and (_same_state(sentence, at) or phrase.counted and reading.victims[0][0].needs == "count" or phrase.start and sentence.words[phrase.start - 1] in words_of("copula")) and not _kin(sentence, phrase) and phrase.kind not in ("force", "name"):
            phrase.victim, phrase.victim_at = reading.victims[0][0], at
        elif not reading.people and not reading.definite:
            if word.startswith(("لل", "بال")) or phrase.kind != "name" and word[0] in "لب" and len(word) > 4 and word not in words_of("starts_with_b_or_l"):
                return
            if phrase.kind == "plural" and phrase.definite and phrase.end == phrase.head:
                return
            unknown += 1
            if unknown > (4 if phrase.kind in ("name", "single", "definite") else 2):
                return
        _apposition(phrase, reading)
        phrase.end = at
        if phrase.kind != "force":
            phrase.core = at if phrase.core == at - 1 and at - (phrase.head if phrase.head is not None else at) < 4 else phrase.core
        at += 1


def named(reading: Word) -> bool:
    """True for a first name or a title that announces one."""
    return any(person.kind in ("name", "title") for person, _ in reading.people)


def _other_people(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """True where a person starts anew, as the object after the doer: مسلحون الشيخ, قوات الاحتلال النائب, الجنود شابين, الغارة القائد."""
    reading = sentence.readings[at]
    persons = [(person, form) for person, form in reading.people if person.kind in ("person", "title")]
    if not persons or phrase.head is None:
        return False
    one = persons[0][1].number == "singular" and not persons[0][1].pronoun and (not sentence.words[at].endswith(("ي", "يه")) or sentence.words[at] in words_of("office"))
    head, article = sentence.readings[phrase.head], reading.definite or sentence.words[at].startswith("ال")
    if phrase.kind == "force":
        cause = all(person.kind in ("cause", "thing") for person, _ in head.people)
        return article and (cause or one and (phrase.definite or phrase.end > phrase.head))
    if phrase.kind == "plural" and not phrase.definite and not article and one and persons[0][1].gender == "m" and not persons[0][1].state and sentence.words[phrase.head].endswith("ون"):
        return True  # no adjective of a plural: مسلحون مجهولون رئيس بلدية
    nominative = phrase.kind == "plural" and sentence.words[phrase.head].endswith("ون")
    if nominative and phrase.victim is None and (sentence.words[at].endswith("ين") and persons[0][1].number != "singular" or article and one and phrase.definite):
        return True  # مسلحون مهندسين, المسلحون الصحفي: the object's case
    if phrase.kind in ("single", "definite") and persons[0][1].pronoun in ("ه", "ها") and persons[0][0].kind == "person" and phrase.end == phrase.head:
        return True  # قتل رجل زوجته
    if phrase.kind == "plural" and not phrase.definite and article and phrase.victim is None:
        return one and sentence.words[phrase.head].endswith(("ون", "ين")) or one and phrase.end > phrase.head and not sentence.readings[phrase.end].definite
    if head.definite and phrase.kind in ("plural", "definite") and not article and persons[0][0].kind == "person":
        return not persons[0][1].pronoun and phrase.end == phrase.head
    return False


def _apposition(phrase: Phrase, reading: Word) -> None:
    for person, _ in reading.people:
        if person.kind in ("person", "force") and person.role != "unknown" and phrase.role == "unknown":
            phrase.role = person.role
        return


def _agrees(phrase: Phrase, reading: Word) -> bool:
    """True where a participle after the noun can describe it."""
    entry, form = reading.victims[0]
    if entry.needs in ("count_noun", "never") or phrase.head is None:
        return False
    if entry.needs == "never":
        return False
    if phrase.kind == "number":
        return form.number == "plural" or phrase.low is not None and phrase.low > 10 and form.number == "singular" or form.number == "singular" and phrase.low == 1
    if phrase.kind in ("single", "definite"):
        return form.number == "singular" and reading.definite == phrase.definite
    return form.number == "plural" if phrase.kind in ("plural", "vague") else form.number != "singular"


def _made_of(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """عائلة مؤلفة من ستة أفراد، طاقمها المكون من أربعة: a group whose members are counted."""
    words = sentence.words
    if phrase.kind not in ("plural", "force") or phrase.head is None or not any(person.kind in ("group", "force") for person, _ in sentence.readings[phrase.head].people):
        return False
    if words[at].removeprefix("ال") in ("مكون", "مكونه", "مولف", "مولفه") or words[at] in ("تضم", "من"):
        place = at + 1 if words[at] in ("تضم", "من") else at + 2
        if place in sentence.numbers and sentence.numbers[place][1].kind in COUNTS:
            to, number = sentence.numbers[place]
            value = whole_number(number.value) if number.value is not None else None
            if value:
                last = to + 1 if to + 1 < len(words) and words[to + 1] in ("افراد", "اشخاص", "فردا", "شخصا") else to
                phrase.kind, phrase.low, phrase.high, phrase.vague = "number", value, value, ""
                phrase.count, phrase.end, phrase.core = (place, to), last, last
                return True
        if words[at] not in ("تضم", "من") and (members := _members(sentence, place)):
            phrase.kind, (phrase.low, phrase.end), phrase.vague = "number", members, ""
            phrase.high, phrase.core, phrase.count = phrase.low, phrase.end, (place, phrase.end)
            return True
    return False


def _members(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """مكونة من الأب والأم وخمسة أبناء: how many in all, and the last word."""
    total, last, at = 0, None, place
    while at < len(sentence) and (at == place or sentence.words[at][:1] == "و"):
        if at in sentence.numbers and sentence.numbers[at][1].kind in COUNTS:
            to, number = sentence.numbers[at]
            count, to = whole_number(number.value), min(to + 1, len(sentence) - 1)
        else:
            form = next((form for person, form in sentence.readings[at].people if person.kind in ("person", "title")), None)
            count, to = {"singular": 1, "dual": 2}.get(form.number if form else "", None), at
        if not count:
            break
        total, last, at = total + count, to, to + 1
    return (total, last) if last is not None and total > 1 else None


def _kin(sentence: Sentence, phrase: Phrase) -> bool:
    """عائلات ضحايا: their families are not the dead."""
    return phrase.head is not None and sentence.is_cue(phrase.head, "kin") and not phrase.counted


def _same_state(sentence: Sentence, at: int) -> bool:
    """An adjective is definite as its noun is; otherwise it is a genitive: عائلات ضحايا."""
    before = sentence.readings[at - 1]
    owned = any(form.pronoun for _, form in before.people)
    return sentence.readings[at].definite == (before.definite or owned) or sentence.words[at - 1] in QUOTES


def age_bracket(sentence: Sentence, at: int) -> int | None:
    """The closing bracket of an aside that gives an age or a name, not a breakdown of the count."""
    for close in range(at + 1, min(at + 14, len(sentence))):
        if sentence.words[close] == ")":
            inside = sentence.words[at + 1 : close]
            aged = any(word in ("عاما", "عام", "سنه", "سنوات", "اعوام", "شهرا", "اشهر") for word in inside)
            return close if aged or not any(n in sentence.numbers for n in range(at + 1, close)) else None
    return None


def _count_after(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """الضحايا الستة, الجنود الـ11: a definite count after a definite plural."""
    words = sentence.words
    place = at if at in sentence.numbers else at + 1
    to, number = sentence.numbers[place]
    if number.kind == "indefinite":
        return False
    definite = words[place].startswith("ال") or words[at] == "ال"
    value = whole_number(number.value) if number.value is not None and (number.kind in COUNTS or number.kind == "ordinal" and definite and number.value > 10) else None
    if value == 1 and phrase.kind in ("single", "number") or value == 2 and phrase.kind == "dual":
        phrase.end = phrase.core = to
        return True
    if value == 2 and phrase.kind == "plural" and not phrase.definite and sentence.words[phrase.head].endswith("ين"):
        phrase.kind, phrase.low, phrase.high, phrase.vague, phrase.end, phrase.core = "dual", 2, 2, "", to, to
        return True
    if to + 1 < len(words) and sentence.readings[to + 1].victims and not sentence.readings[to + 1].preposition:
        return False
    if phrase.kind != "plural" or not definite or value is None or not (phrase.definite or words[phrase.head + 1 : place]):
        return False
    phrase.kind, phrase.low, phrase.high, phrase.vague = "number", value, value, ""
    phrase.count, phrase.end, phrase.core = (place, to), to, to
    return True


def _specification(sentence: Sentence, phrase: Phrase, at: int) -> int | None:
    """من قوات النظام, من الفلسطينيين: whose people they are."""
    words = sentence.words
    while at < len(words) and words[at] in QUOTES:
        at += 1
    if at < len(words) and words[at] in ("بين", "ضمن", "ابناء", "افراد", "رجال", "عناصر"):
        pass
    if at >= len(words) or at in sentence.numbers:
        return None
    reading = sentence.readings[at]
    kinds = {person.kind for person, _ in reading.people}
    if reading.conjunction or not (kinds & {"person", "force", "group"}):
        return None
    if kinds & {"thing", "cause"} and not kinds & {"person"}:
        return None
    for person, _ in reading.people:
        if person.kind in ("person", "force", "group"):
            if phrase.role == "unknown":
                phrase.role = person.role
            break
    phrase.end = phrase.core = at
    return at
