"""From left to right through a sentence: every phrase, and those that و joins to it."""
from __future__ import annotations

from .. import vocabulary
from ..grammar import OPEN
from .counting import BEFORE, GLUED, VAGUE, apply_bounds, bounds_before, counted_phrase, quantity_at
from .extent import age_bracket, extend
from .phrase import Phrase
from .sentence import Sentence
from .uncounted import uncounted_phrase

__all__ = ["phrases"]


def phrases(sentence: Sentence) -> list[Phrase]:
    """All phrases about people in a sentence, in order, siblings included."""
    found, at = [], 0
    words, numbers, readings, last = sentence.words, sentence.numbers, sentence.readings, len(sentence.words)
    while at < last:
        if not readings[at].starts and at not in numbers and not (words[at] in GLUED and at + 1 in numbers):
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
        at = _past_age(sentence, at) if last.low == last.high == 1 else at
        if at < len(sentence) and sentence.words[at] == "(":
            at = (age_bracket(sentence, at) or at) + 1
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
        if other.head is None and other.kind == "number" and sentence.words[at].lstrip("و") in ("احد", "احده", "احدا", "احدي") or is_one(sentence.words[at]):
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


def _past_age(sentence: Sentence, at: int) -> int:
    """The place after في الخمسين من عمره or في العقد الثالث من العمر, which describes one person and ends no list."""
    if at < len(sentence) and sentence.words[at] == "في":
        for place in range(at + 2, min(len(sentence), at + 6)):
            if sentence.words[place] in ("عمره", "عمرها", "العمر") and sentence.words[place - 1] == "من":
                return place + 1
    return at


def is_one(word: str) -> bool:
    return word in ("واحد", "واحده", "واحدا")


def _joins(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if word == "و":
        return True
    reading = sentence.readings[at]
    return reading.conjunction and not reading.harms or at in sentence.numbers or sentence.cue(at, VAGUE | BEFORE) is not None \
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
    cursor, bounds = bounds_before(sentence, at)
    quantity = quantity_at(sentence, cursor, at)
    if quantity is not None:
        quantity.start = at
        phrase = counted_phrase(sentence, quantity)
    elif cursor == at:
        phrase = uncounted_phrase(sentence, at)
    else:
        return None
    if phrase is None:
        return None
    extend(sentence, phrase, bounds)
    apply_bounds(phrase, bounds)
    return phrase
