"""People without a number before them: duals, singulars, plurals, one of them, names."""
from __future__ import annotations

from ..grammar import ADVERBS, FUNCTION, QUOTES, looks_like_verb
from ..vocabulary import ONE_OF_THEM, words_of
from .counting import COUNTS, OTHERS, noun_kind, take_noun, whole_number
from .phrase import Phrase
from .sentence import Sentence

__all__ = ["uncounted_phrase"]

_FATHA_YA = "\u064e\u064a"
_ONE_OF = frozenset(("one_of",))


def uncounted_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """A dual, singular, plural, "one of" or name without a count before it."""
    words, reading = sentence.words, sentence.readings[at]
    cue = sentence.cue(at, _ONE_OF) if sentence.cues[at] else None
    if words[at] in ONE_OF_THEM and at and (sentence.readings[at - 1].harms or sentence.words[at - 1] in ("اثره", "اثرها", "خلالها", "منهم")):
        return Phrase(at, at, "one_of", 1, 1, head=at, known=True, core=at, plural=False)
    if cue is not None and at + cue[0] < len(words):
        return _one_of(sentence, at, at + cue[0])
    if reading.preposition == "ك" or at and reading.core in ("طيار", "سائق") and words[at - 1] in ("دون", "بدون", "بلا"):
        return None
    if reading.core in OTHERS and reading.core not in ("اخري", "اخر"):
        phrase = Phrase(at, at, "plural", vague="several", head=at, others=True, known=True, core=at)
        if reading.core == "اخران":
            phrase.kind, phrase.vague, phrase.low, phrase.high = "dual", "", 2, 2
        return phrase
    if reading.core in ("اخر", "اخري", "ثالث", "ثالثه", "رابع", "رابعه", "خامس", "سادس") and not reading.preposition and (reading.core[:3] == "اخر" or reading.conjunction or at and sentence.readings[at - 1].harms) and _after_harm(sentence, at):
        return Phrase(at, at, "single", 1, 1, head=at, others=True, known=True, core=at, plural=False)
    if at and _past_reading(sentence, at - 1):
        return None
    if reading.core == "اخري" and at and not _after_harm(sentence, at) and not sentence.readings[at - 1].people:
        return None  # مدن أخرى: an adjective of what stands before it
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


def _past_reading(sentence: Sentence, at: int) -> bool:
    """99999999999999999999 شخصا, سكستليون شخص: a number that is no count of people, or that was not read."""
    read = sentence.numbers.get(at)
    if sentence.words[at].isdigit() and (read is None or read[1].kind == "id"):
        return True
    return any(last == at and number.kind == "cardinal" and number.value is not None and number.value > 1 and whole_number(number.value) is None for last, number in sentence.numbers.values())


def _adjectival(sentence: Sentence, at: int, form) -> bool:
    """الدفاع المدني، هجوم انتحاري، مصدر عسكري: a relative adjective after a noun that is no person."""
    reading = sentence.readings[at]
    if reading.core.removesuffix("ا") in words_of("person_in_ya"):
        return False
    if form.number != "singular" or form.pronoun or reading.conjunction or reading.preposition or not reading.core.endswith(("ي", "يا", "يه")) or at == 0:
        return False
    word, before = sentence.words[at - 1], sentence.readings[at - 1]
    if not word[0].isalpha() or word in FUNCTION or word in ADVERBS or before.harms or looks_like_verb(word) or word in words_of("brings_people") or len(word) < 3:
        return False
    if any(person.kind in ("person", "group", "title", "name") for person, _ in before.people) or before.victims:
        return False
    return before.definite == reading.definite


def _after_harm(sentence: Sentence, at: int) -> bool:
    """إصابة آخر، وآخر: another one, right after a word of harm or in a list."""
    if sentence.readings[at].conjunction:
        return True
    return at > 0 and (sentence.readings[at - 1].harms or sentence.words[at - 1] in ("فيها", "شخص"))


def _one_of(sentence: Sentence, at: int, noun: int) -> Phrase | None:
    while noun < len(sentence) and sentence.words[noun] in QUOTES:
        noun += 1
    if noun >= len(sentence) or noun in sentence.numbers and sentence.numbers[noun][1].kind in COUNTS:
        return None
    kind = noun_kind(sentence, noun)
    if kind in ("thing", None):
        return None
    phrase = Phrase(at, noun, "one_of", 1, 1, count=(at, at), plural=False)
    take_noun(sentence, phrase, noun)
    phrase.known = phrase.known or kind == "force"
    return phrase


def _noun_phrase(sentence: Sentence, at: int, entries, people) -> Phrase:
    reading = sentence.readings[at]
    entry, form = (entries or people)[0]
    role = people[0][0].role if people else "unknown"
    phrase = Phrase(at, at, "plural", head=at, role=role, known=True, core=at, definite=reading.definite or bool(form.pronoun))
    if entries:
        phrase.victim, phrase.victim_at = entry, at
    marked = form.number == "plural" and sentence.words[at].endswith("ين") and _FATHA_YA in sentence.quote(at, at)[-6:]  # مقيمَين is a dual
    if marked or form.number == "dual" and not _construct_guess(sentence, at, form, people):
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
