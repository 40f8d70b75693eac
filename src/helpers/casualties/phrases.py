"""Phrases about people: how many, who, and which words say so.

A phrase is a count and a noun ("أكثر من 15 مدنيا على الأقل"), a dual, a singular, a bare plural, a vague word ("عشرات الجرحى"), "one of",
or a name. `phrases` reads a sentence once from right to left as it is written and gives all of them, those joined by و as siblings.
"""
from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from .. import arabic
from . import vocabulary
from .grammar import ADVERBS, FUNCTION, OPEN, PREPOSITIONS, QUOTES, looks_like_verb
from .vocabulary import Outcome, Word, cue_at, cue_entries, may_start

__all__ = ["Phrase", "Sentence", "phrases"]

_BEFORE = frozenset(("at_least", "more_than", "approx", "at_most", "less_than"))
_AFTER = frozenset(("at_least", "at_most", "approx"))
_QUANTIFIERS = frozenset(("several", "tens", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions", "at_least", "more_than", "disowned", "one_of"))
_MANNERS = frozenset(("شنقا", "ذبحا", "خنقا", "حرقا", "غرقا", "نحرا", "اسرا"))  # how somebody died; also duals of verbs
_AFTER_HEADS = frozenset(("علي", "كحد", "بحد", "تقريبا", "في"))
_ASIDE = frozenset(("part", "majority"))
_VAGUE = frozenset(("several", "tens", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"))
_GLUED = frozenset(("ب", "ل", "ال", "ك", "وال", "بال", "لل", "و", "ول", "وب", "ف"))
_COUNTS = frozenset(("cardinal", "range", "indefinite", "digits", "mixed"))
_OTHERS = frozenset(("اخر", "اخرون", "اخرين", "اخري", "اخريات", "اخران", "غيرهم", "سواهم", "اخرا"))


class Sentence:
    """One sentence as parallel lists of folded words and places, and the numbers in it."""

    def __init__(self, tokens: arabic.Tokens, first: int, last: int, numbers: list):
        self.text = tokens.text
        self.words = tokens.words[first:last]
        self.starts = tokens.starts[first:last]
        self.ends = tokens.ends[first:last]
        self.cues = [cue_entries(word) for word in self.words]
        self.numbers: dict[int, tuple[int, object]] = {}
        for number in numbers:
            at = bisect_right(self.starts, number.start) - 1
            to = bisect_right(self.starts, number.end - 1) - 1
            if at >= 0:
                self.numbers[at] = (to, number)

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def readings(self) -> list[Word]:
        text, ends = self.text, self.ends
        read = [vocabulary.word(word).without_ha() if word[-1] == "ه" and text[ends[at] - 1] == "ة" else vocabulary.word(word) for at, word in enumerate(self.words)]
        for at, word in enumerate(self.words):  # على is no علي, though folding makes them one
            if word == "علي" and (text[ends[at] - 1] == "ى" or not (at and read[at - 1].people)):
                read[at] = Word("", word)
            elif word in PREPOSITIONS and read[at].people and text[self.starts[at]] != "إ":
                read[at] = Word("", word)
            elif read[at].core == "اسر" and not read[at].definite and not (at and at - 1 in self.numbers):
                read[at] = read[at]._replace(people=())  # أسر: to capture, rather than families
            elif word in _MANNERS:
                read[at] = Word("", word)
        return read

    @cached_property
    def phrases(self) -> list[Phrase]:
        return phrases(self)

    def quote(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.ends[last]]

    def cue(self, at: int, kinds: frozenset[str]) -> tuple[int, str] | None:
        entries = self.cues[at]
        return cue_at(self.words, at, kinds, entries) if entries else None


@dataclass(slots=True, eq=False)
class Phrase:
    """People in a sentence, by the places of its words (all inclusive)."""

    start: int
    end: int
    kind: str  # number, vague, dual, one_of, single, definite, plural, name, force, thing
    low: int | None = None
    high: int | None = None
    approx: bool = False
    vague: str = ""
    head: int | None = None
    role: str = "unknown"
    known: bool = False
    others: bool = False
    definite: bool = False
    victim: Outcome | None = None
    victim_at: int | None = None
    also: Outcome | None = None  # a second outcome under the same count
    count: tuple[int, int] | None = None
    siblings: list = field(default_factory=list)
    member: bool = False  # a sibling of an earlier phrase
    part: bool = False
    of: bool = False  # the noun came after من
    plural: bool = True
    accusative: bool = False
    doubt: str = ""
    core: int = 0  # last word that the shortest quote needs
    used: set = field(default_factory=set)

    @property
    def counted(self) -> bool:
        """True where words state how many, if only vaguely."""
        return self.kind in ("number", "vague", "dual", "one_of") or self.kind == "single"


def phrases(sentence: Sentence) -> list[Phrase]:
    """All phrases about people in a sentence, in order, siblings included."""
    found, at = [], 0
    words, numbers, last = sentence.words, sentence.numbers, len(sentence.words)
    while at < last:
        if at not in numbers and not may_start(words[at]) and not (words[at] in _GLUED and at + 1 in numbers):
            at += 1
            continue
        phrase = _phrase_at(sentence, at)
        if phrase is None:
            at += 1
            continue
        found.append(phrase)
        at = _with_siblings(sentence, phrase, found) + 1
    return found


def _with_siblings(sentence: Sentence, first: Phrase, found: list[Phrase]) -> int:
    """Join what follows with و; returns the last word of the list."""
    last = first
    while first.kind not in ("thing", "force"):
        at = last.end + 1
        if at < len(sentence) and sentence.words[at] == "(":
            at = (_age(sentence, at) or at) + 1
        if at < len(sentence) and sentence.words[at] in ("،", ","):
            at += 1
        if at >= len(sentence) or sentence.words[at][:1] != "و" or not _joins(sentence, at):
            break
        start = at + 1 if sentence.words[at] == "و" and at + 1 < len(sentence) and at not in sentence.numbers else at
        other = _phrase_at(sentence, start)
        if other is None or other.kind in ("thing", "definite") and last.kind != "name" and not _same_list(last, other):
            break
        if other.kind == "force" and not (last.kind in ("plural", "vague") or last.kind == "number" and last.of) or other.kind == "name" and last.kind in ("number", "vague", "dual"):
            break
        if first.head is None and first.kind == "number" and other.kind not in ("number", "dual", "vague"):
            break
        if other.head is None and other.kind == "number" and sentence.words[at].lstrip("و") in ("احد", "احده", "احدا", "احدي") or words_one(sentence.words[at]):
            break
        if other.victim is not None and last.victim is None and last.counted and other.kind == "plural" and other.victim.needs == "count":
            last.end = last.core = other.end
            continue
        if other.victim is not None and (last.victim is None or last.victim.outcome != other.victim.outcome):
            if not _one_count(last, other):
                break
            last.also, last.end, last.core = other.victim, other.end, other.end
            continue
        if sentence.words[at - 1] in ("،", ",") and other.kind not in ("number", "dual"):
            break
        if _merges(last, other):
            last.end = last.core = max(last.end, other.end)
            if last.kind == "name":
                last.low, last.high = last.low + 1, last.high + 1
            if last.role != other.role:
                last.role = "unknown" if last.kind != "vague" else last.role
            continue
        if other.kind == "force":
            break
        other.member = True
        first.siblings.append(other)
        found.append(other)
        last = other
    return last.end


def words_one(word: str) -> bool:
    return word in ("واحد", "واحده", "واحدا")


def _joins(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if word == "و":
        return True
    reading = sentence.readings[at]
    return reading.conjunction and not reading.harms or at in sentence.numbers or sentence.cue(at, _VAGUE | _BEFORE) is not None \
        or vocabulary.word(word[1:]).people != ()


def _same_list(last: Phrase, other: Phrase) -> bool:
    return other.kind == "definite" and (last.kind in ("single", "plural") or other.end > other.head)


def _one_count(last: Phrase, other: Phrase) -> bool:
    """عشرات القتلى والجرحى: one count word over two definite nouns; 50 قتيلا وجريحا."""
    if last.victim is None or last.kind not in ("vague", "number") or other.kind not in ("plural", "single", "definite"):
        return False
    return last.definite and other.definite or last.kind == "number" and other.kind == "single" and last.low != 1 and last.victim.outcome != other.victim.outcome


def _merges(last: Phrase, other: Phrase) -> bool:
    """True where a bare plural keeps the count before it, or where two names are one list."""
    if other.kind in ("plural", "force"):
        return last.kind in ("number", "vague", "plural")
    if last.kind == "plural" and other.kind in ("single", "definite", "name"):
        return True
    return last.kind == "name" and other.kind == "name" and last.low == last.high and last.low is not None


def _phrase_at(sentence: Sentence, at: int) -> Phrase | None:
    words = sentence.words
    if words[at] in OPEN or not (words[at][0].isalnum()):
        return None
    cursor, bounds = _bounds_before(sentence, at)
    quantity = _quantity(sentence, cursor, at)
    if quantity is not None:
        quantity.start = at
        phrase = _counted(sentence, quantity)
    elif cursor == at:
        phrase = _uncounted(sentence, at)
    else:
        return None
    if phrase is None:
        return None
    _extend(sentence, phrase, bounds)
    _bound(phrase, bounds)
    return phrase


def _bounds_before(sentence: Sentence, at: int) -> tuple[int, list[str]]:
    bounds: list[str] = []
    while at < len(sentence):
        cue = sentence.cue(at, _BEFORE)
        if cue is None:
            break
        bounds.append(cue[1])
        at += cue[0]
        while at < len(sentence) and sentence.words[at] in QUOTES:
            at += 1
    return at, bounds


def _quantity(sentence: Sentence, at: int, start: int) -> Phrase | None:
    """A number or vague word at a place, as a phrase that still lacks its noun."""
    words = sentence.words
    skip = at
    while skip < len(words) - 1 and (words[skip] in QUOTES and skip > start or words[skip] in _GLUED and (skip + 1) in sentence.numbers):
        skip += 1
    if skip in sentence.numbers:
        to, number = sentence.numbers[skip]
        if number.kind in _COUNTS:
            phrase = Phrase(start, to, "number", count=(skip, to))
            vague = _indefinite(number)
            if vague:
                phrase.kind, phrase.vague = "vague", vague
            elif number.kind == "range" or number.value is None:
                phrase.low, phrase.high = _whole(number.low), _whole(number.high)
            else:
                value = _whole(number.value)
                if value is None or value < 1:
                    return None
                phrase.low = phrase.high = value
            phrase.definite = words[skip].startswith(("ال", "وال", "بال", "لل")) or words[skip - 1 : skip] in (["ال"], ["وال"])
            return phrase
        if number.kind != "dual":
            return None
    cue = sentence.cue(at, _VAGUE) if at < len(words) else None
    if cue is not None:
        last = at + cue[0] - 1
        if words[last] == "من" and last + 1 < len(words) and sentence.readings[last + 1].verbs and not sentence.readings[last + 1].people:
            return None
        phrase = Phrase(start, last, "vague", vague=cue[1], count=(at, last))
        phrase.definite = words[at].startswith(("ال", "وال", "بال", "لل"))
        return phrase
    return None


def _whole(value) -> int | None:
    return int(value) if value is not None and value == int(value) else None


_BASES = ((10, "tens"), (100, "hundreds"), (1000, "thousands"), (10_000, "tens_of_thousands"), (100_000, "hundreds_of_thousands"), (1_000_000, "millions"))


def _indefinite(number) -> str:
    if number.kind != "indefinite":
        return ""
    base = number.value if number.value is not None else number.low
    if base is None or base < 10:
        return "several"
    return next(name for least, name in reversed(_BASES) if base >= least)


def _counted(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Find the noun that a count counts."""
    words = sentence.words
    at = phrase.end + 1
    while at < len(words):
        cue = sentence.cue(at, _AFTER) if words[at] in _AFTER_HEADS else None
        if cue is not None and phrase.kind == "number":
            phrase.end = at + cue[0] - 1
            _bound(phrase, [cue[1]])
            at += cue[0]
        elif words[at] in QUOTES:
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
    noun = _noun(sentence, at)
    if noun == "thing":
        return Phrase(phrase.start, at, "thing", head=at)
    if noun == "force" and not of:
        return Phrase(phrase.start, at, "thing", head=at) if phrase.kind == "number" else None
    if noun is None:
        return _bare(phrase) if not of else None
    _take_noun(sentence, phrase, at)
    return phrase


def _bare(phrase: Phrase) -> Phrase:
    phrase.core = phrase.end
    return phrase


def _noun(sentence: Sentence, at: int) -> str | None:
    """What kind of noun stands at a place: person, victim, others, force, thing, unknown, or none."""
    word, reading = sentence.words[at], sentence.readings[at]
    if not word[0].isalpha():
        return None
    if reading.core in _OTHERS:
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
    if len(word) < 3 or sentence.cue(at, frozenset(("toll",))) is not None or word.startswith(("بال", "لل")) or word[0] == "ب" and len(word) > 4:
        return None
    return "unknown"


def _take_noun(sentence: Sentence, phrase: Phrase, at: int) -> None:
    reading = sentence.readings[at]
    phrase.head, phrase.end, phrase.core = at, at, at
    phrase.of = at > 0 and (sentence.words[at - 1] == "من" or phrase.of)
    phrase.others = reading.core in _OTHERS
    if reading.victims:
        phrase.victim, phrase.victim_at = reading.victims[0][0], at
        phrase.known = True
    for person, form in reading.people:
        if person.kind in ("person", "group", "force"):
            phrase.role, phrase.known = person.role, True
            break
    phrase.definite = phrase.definite or reading.definite
    if phrase.low == 1 and phrase.high == 1:
        phrase.plural = False
    if phrase.kind == "number" and not phrase.of and phrase.role == "civilian" and any(person.kind == "group" for person, _ in reading.people):
        phrase.high, phrase.plural, phrase.doubt = None, True, "families are counted, not people: their number is a lower bound"


def _uncounted(sentence: Sentence, at: int) -> Phrase | None:
    """A dual, singular, plural, "one of" or name without a count before it."""
    words, reading = sentence.words, sentence.readings[at]
    cue = sentence.cue(at, frozenset(("one_of",)))
    if words[at].lstrip("و") in ("احدهم", "احدهما", "احداهن", "احداهما") and at and (sentence.readings[at - 1].harms or sentence.words[at - 1] in ("اثره", "اثرها", "خلالها", "منهم")):
        return Phrase(at, at, "one_of", 1, 1, head=at, known=True, core=at, plural=False)
    if cue is not None and at + cue[0] < len(words):
        return _one_of(sentence, at, at + cue[0])
    if reading.preposition == "ك":
        return None
    if reading.core in _OTHERS and reading.core not in ("اخري", "اخر"):
        phrase = Phrase(at, at, "plural", vague="several", head=at, others=True, known=True, core=at)
        if reading.core == "اخران":
            phrase.kind, phrase.vague, phrase.low, phrase.high = "dual", "", 2, 2
        return phrase
    if reading.core in ("اخر", "اخري", "ثالث", "ثالثه", "رابع", "رابعه", "خامس", "سادس") and not reading.preposition and (reading.core[:3] == "اخر" or reading.conjunction or at and sentence.readings[at - 1].harms) and _after_harm(sentence, at):
        return Phrase(at, at, "single", 1, 1, head=at, others=True, known=True, core=at, plural=False)
    entries = [(entry, form) for entry, form in reading.victims if entry.needs != "never" and (entry.needs != "count_noun" or form.number == "plural" and not reading.definite)]
    people = [(person, form) for person, form in reading.people if person.kind in ("person", "group")]
    if reading.verbs and not (reading.definite or reading.preposition) and not people:
        entries = []
    if people and not entries and _adjectival(sentence, at, people[0][1]):
        return None
    if entries or people:
        return _noun_phrase(sentence, at, entries, people)
    for person, _ in reading.people:
        if person.kind == "force":
            return Phrase(at, at, "force", vague="several", head=at, role=person.role, known=True, core=at, definite=reading.definite)
        if person.kind in ("name", "title") and not reading.definite and not (reading.preposition and person.kind == "name" and reading.preposition == "ب" and len(reading.core) < 4):
            return Phrase(at, at, "name", 1, 1, head=at, known=True, core=at, plural=False, definite=True)
        if person.kind == "cause":
            return Phrase(at, at, "force", head=at, core=at)
    dual = sentence.numbers.get(at)
    if dual is not None and dual[1].kind == "dual" and not reading.people:
        if reading.verbs or looks_like_verb(words[at]) or reading.acts:
            return None
        return Phrase(at, dual[0], "dual", 2, 2, head=at, core=at)
    return None


def _adjectival(sentence: Sentence, at: int, form) -> bool:
    """الدفاع المدني، هجوم انتحاري، مصدر عسكري: a relative adjective after a noun that is no person."""
    reading = sentence.readings[at]
    if form.number != "singular" or form.pronoun or reading.conjunction or reading.preposition or not reading.core.endswith(("ي", "يا", "يه")) or at == 0:
        return False
    word, before = sentence.words[at - 1], sentence.readings[at - 1]
    if not word[0].isalpha() or word in FUNCTION or word in ADVERBS or before.harms or looks_like_verb(word) or word in _BRINGERS or len(word) < 3:
        return False
    if any(person.kind in ("person", "group", "title", "name") for person, _ in before.people) or before.victims:
        return False
    return before.definite == reading.definite


_BRINGERS = frozenset("سقوط وسقوط سقط وسقط اوقع واوقع وقوع ضحيه كبد تكبد خلف هناك ضحيته ضحيتها اردي اردت استهداف استهدف اعدم وجود شمل ضم شملت ضمت بحياه حياه كان كانت يدعي بينهم نقل".split())


def _after_harm(sentence: Sentence, at: int) -> bool:
    """إصابة آخر، وآخر: another one, right after a word of harm or in a list."""
    if sentence.readings[at].conjunction:
        return True
    return at > 0 and (sentence.readings[at - 1].harms or sentence.words[at - 1] in ("فيها", "شخص"))


def _one_of(sentence: Sentence, at: int, noun: int) -> Phrase | None:
    while noun < len(sentence) and sentence.words[noun] in QUOTES:
        noun += 1
    if noun >= len(sentence) or noun in sentence.numbers and sentence.numbers[noun][1].kind in _COUNTS:
        return None
    kind = _noun(sentence, noun)
    if kind in ("thing", None):
        return None
    phrase = Phrase(at, noun, "one_of", 1, 1, count=(at, at), plural=False)
    _take_noun(sentence, phrase, noun)
    phrase.known = phrase.known or kind == "force"
    return phrase


def _noun_phrase(sentence: Sentence, at: int, entries, people) -> Phrase:
    reading = sentence.readings[at]
    entry, form = (entries or people)[0]
    role = people[0][0].role if people else "unknown"
    phrase = Phrase(at, at, "plural", head=at, role=role, known=True, core=at, definite=reading.definite or bool(form.pronoun))
    if entries:
        phrase.victim, phrase.victim_at = entry, at
    if form.number == "dual" and not _construct_guess(sentence, at, form, people):
        phrase.kind, phrase.low, phrase.high = "dual", 2, 2
    elif form.number == "plural" or people and people[0][0].kind == "group":
        phrase.vague = "several"
    else:
        phrase.low = phrase.high = 1
        phrase.plural = False
        phrase.kind = "definite" if reading.definite else "single"
        phrase.accusative = form.state == "accusative"
        if phrase.accusative and _dual_construct(sentence, at):
            phrase.kind, phrase.low, phrase.high, phrase.plural = "dual", 2, 2, True
    return phrase


def _construct_guess(sentence: Sentence, at: int, form, people) -> bool:
    """A dual ending -ي with no genitive after it is rather a nisba or a pronoun: no dual."""
    if form.state != "construct":
        return False
    after = at + 1
    return after >= len(sentence) or not sentence.words[after][0].isalpha() or sentence.words[after] in FUNCTION


def _dual_construct(sentence: Sentence, at: int) -> bool:
    """رجلا شرطة, جنديا الاحتلال: alef before a genitive is the dual that dropped its nun."""
    after = at + 1
    if after >= len(sentence):
        return False
    following = sentence.readings[after]
    if any(person.kind == "force" and not form.pronoun for person, form in following.people):
        return not following.conjunction and not following.preposition
    return False


_SPECIFIED = frozenset(("من",))


def _extend(sentence: Sentence, phrase: Phrase, bounds: list[str]) -> None:
    """Take in the adjectives, genitives and specifications after the noun, a count after it, and bounds such as على الأقل."""
    words = sentence.words
    at, unknown, specified, limit = phrase.end + 1, 0, False, phrase.end + 12
    while at < len(words) and at < limit:
        cue = sentence.cue(at, _AFTER) if words[at] in _AFTER_HEADS else None
        if cue is None and sentence.cue(at, _ASIDE) is not None and words[at] not in ("منهم", "منهن", "منها"):
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
        if word == "(":
            close = _age(sentence, at)
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
        if at in sentence.numbers and sentence.numbers[at][1].kind in (*_COUNTS, "ordinal") or word in _GLUED and at + 1 in sentence.numbers:
            if not _count_after(sentence, phrase, at):
                return
            at = phrase.end + 1
            continue
        if reading.core in _OTHERS and not reading.preposition and not reading.conjunction:
            phrase.others, phrase.end, phrase.core = True, at, at
            at += 1
            continue
        if word in ("منهم", "منهن", "منها") and phrase.head is None and phrase.kind in ("number", "vague", "one_of"):
            phrase.end = phrase.core = at
            phrase.known = True
            cue = sentence.cue(at + 1, _AFTER) if at + 1 < len(words) and words[at + 1] in _AFTER_HEADS else None
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
        if not word[0].isalpha() or reading.conjunction or word in FUNCTION or reading.preposition:
            return
        if reading.verbs and not reading.definite and (reading.harms or at + 1 in sentence.numbers) or looks_like_verb(word):
            return
        if word.startswith(("حتف", "مصرع", "انفس", "نفس")) or sentence.cue(at, _QUANTIFIERS) is not None:
            return
        if phrase.kind in ("plural", "definite", "name") and any(form.state == "accusative" and form.number == "singular" for _, form in reading.people) \
                and not reading.definite and all(form.state for _, form in reading.people):
            return
        if phrase.kind == "force" and (reading.people and not reading.definite or any(person.kind == "title" for person, _ in reading.people) or not reading.definite and phrase.definite):
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
        if reading.victims and phrase.victim is None and _agrees(phrase, reading) and (_same_state(sentence, at) or phrase.counted and reading.victims[0][0].needs == "count") and not _kin(sentence, phrase) and phrase.kind not in ("force", "name"):
            phrase.victim, phrase.victim_at = reading.victims[0][0], at
        elif not reading.people and not reading.definite:
            if word.startswith(("لل", "بال")) or phrase.kind != "name" and word[0] in "لب" and len(word) > 4:
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
    if phrase.kind != "plural" or phrase.head is None or not any(person.kind == "group" for person, _ in sentence.readings[phrase.head].people):
        return False
    if words[at].removeprefix("ال") in ("مكون", "مكونه", "مولف", "مولفه") or words[at] in ("تضم", "من"):
        place = at + 1 if words[at] in ("تضم", "من") else at + 2
        if place in sentence.numbers and sentence.numbers[place][1].kind in _COUNTS:
            to, number = sentence.numbers[place]
            value = _whole(number.value) if number.value is not None else None
            if value:
                last = to + 1 if to + 1 < len(words) and words[to + 1] in ("افراد", "اشخاص", "فردا", "شخصا") else to
                phrase.kind, phrase.low, phrase.high, phrase.vague = "number", value, value, ""
                phrase.count, phrase.end, phrase.core = (place, to), last, last
                return True
    return False


def _kin(sentence: Sentence, phrase: Phrase) -> bool:
    """عائلات ضحايا: their families are not the dead."""
    return phrase.head is not None and sentence.cue(phrase.head, frozenset(("kin",))) is not None and not phrase.counted


def _same_state(sentence: Sentence, at: int) -> bool:
    """An adjective is definite as its noun is; otherwise it is a genitive: عائلات ضحايا."""
    before = sentence.readings[at - 1]
    owned = any(form.pronoun for _, form in before.people)
    return sentence.readings[at].definite == (before.definite or owned) or sentence.words[at - 1] in QUOTES


def _age(sentence: Sentence, at: int) -> int | None:
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
    place = at + 1 if words[at] in _GLUED else at
    to, number = sentence.numbers[place]
    definite = words[place].startswith("ال") or words[at] == "ال"
    value = _whole(number.value) if number.value is not None and (number.kind in _COUNTS or number.kind == "ordinal" and definite and number.value > 10) else None
    if value == 1 and phrase.kind in ("single", "number") or value == 2 and phrase.kind == "dual":
        phrase.end = phrase.core = to
        return True
    if to + 1 < len(words) and sentence.readings[to + 1].victims:
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


def _bound(phrase: Phrase, bounds: list[str]) -> None:
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
