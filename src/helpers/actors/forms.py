"""Spellings by rule: the forms of an adjective, the joins of a name, the ways to write a foreign name in Arabic letters.

A gazetteer lists a name once; what writers vary by habit is a rule here. No rule takes a word apart into a stem.
Keys and forms are folded (see `arabic.normalise`), so hamza, ta marbuta and alef maqsura are no matter any more.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["adjective_forms", "alike", "joins", "respellings", "skeleton", "surname"]

YA, ALEF, WAW, HA, TA, NUN, LAM = "\u064a", "\u0627", "\u0648", "\u0647", "\u062a", "\u0646", "\u0644"
ARTICLE = ALEF + LAM

_ENDINGS = ("", HA, WAW + NUN, YA + NUN, ALEF + NUN, ALEF + TA, TA + ALEF + NUN, TA + YA + NUN, ALEF, WAW, YA)


def adjective_forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All genders, numbers and cases of an adjective of origin, without and with the article.

    Parameters
    ----------
    words : tuple of str
        Folded base, masculine singular without article ("سوري", "كوري شمالي"), or an irregular plural ("روس").

    Yields
    ------
    tuple of str
        One form, as words.

    Examples
    --------
    >>> forms = set(adjective_forms(("سوري",)))
    >>> ("السوريين",) in forms, ("سوريه",) in forms
    (True, True)
    >>> ("الكوريه", "الشماليه") in set(adjective_forms(("كوري", "شمالي")))
    True
    """
    if not words[-1].endswith(YA):
        # an irregular plural does not inflect; bare ترك would be "he left"
        if len(words[-1]) > 3 or len(words) > 1:
            yield words
        yield tuple(ARTICLE + word for word in words[:1]) + words[1:]
        if len(words[-1]) <= 3:
            yield words
        return
    inflecting = [word.endswith(YA) for word in words]
    for ending in _ENDINGS:
        plain = tuple(word + ending if bends else word for word, bends in zip(words, inflecting))
        yield plain
        # an invariant first word takes the article for the whole: الجنوب أفريقي
        yield tuple(ARTICLE + word if bends or at == 0 else word for at, (word, bends) in enumerate(zip(plain, inflecting)))


def joins(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Which words of a name hurried typing runs together, as (first, after last): الولاياتالمتحدة, عبدالفتاح السيسي.

    >>> list(joins(("الولايات", "المتحده")))
    [(0, 2)]
    """
    if any(len(word) < 2 for word in words):
        return
    count = len(words)
    for at in range(count - 1):
        if len(words[at]) + len(words[at + 1]) >= 6:
            yield at, at + 2
    if count > 2:
        yield 0, count


_PARTICLES = {"دي", "بن", "فون", "ديل", "دل", "دا", "ال", "ابو", "ولد", "لو"}
_TAILS = {"الله", "اوغلو", "زاده"}
_SERVANT = "عبد"
_NO_SURNAME = {"الثاني", "السادس", "الثالث", "عشر", "ثاني", "الاب", "الابن", "السادسه", "الثانيه"}
_FIRST_WITHOUT = {"ابو", "الملك", "الملكه", "البابا", "الدالاي"}
# names of China and Korea have the family's name first
_FIRST_WITHOUT |= {"شي", "وانغ", "كيم", "مون", "يون", "بارك", "هو", "هوا", "ماو", "لي"}


def surname(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The short form that a full name introduces, or None where custom has none.

    >>> surname(("جون", "كيري")), surname(("ستيفان", "دي", "ميستورا")), surname(("حسن", "نصر", "الله"))
    (('كيري',), ('دي', 'ميستورا'), ('نصر', 'الله'))
    >>> surname(("الملك", "محمد", "السادس")) is None
    True
    """
    if len(words) < 2 or words[0] in _FIRST_WITHOUT or words[-1] in _NO_SURNAME:
        return None
    for at in range(1, len(words) - 1):
        if words[at] in _PARTICLES:
            return words[at:]
    if len(words) > 2 and (words[-1] in _TAILS or words[-2] == _SERVANT):
        return words[-2:]
    if words[-2] == _SERVANT or words[-1] in _TAILS or len(words[-1]) < 3:
        return None
    return words[-1:]


# ج غ and Persian and Maghrebi letters for g, تش and چ for ch: one sound, many hands (سيرجي/سيرغي, هانغجو/هانجتشو)
_SOUNDS = str.maketrans({"ج": "غ", "گ": "غ", "ڨ": "غ", "ڭ": "غ", "ڤ": "ف", "ڥ": "ف", "پ": "ب", "چ": "غ", "ژ": "غ", "ئ": "ي", "ؤ": "و"})
_DOUBLE = re.compile(r"(.)\1+")


def _sounds(word: str) -> str:
    sounds = word.replace("تش", "غ").translate(_SOUNDS)
    return sounds if len(set(sounds)) == len(sounds) else _DOUBLE.sub(r"\1", sounds)  # most words hold no letter twice


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word as its consonants, with the letters of one foreign sound made one: the key under which spellings meet.

    The first letter and a last vowel letter stay: they carry the word.

    >>> skeleton("سيرجي") == skeleton("سيرغي"), skeleton("نتنياهو") == skeleton("نتانياهو")
    (True, True)
    """
    sounds = _sounds(word)
    if len(sounds) < 4:
        return sounds
    return sounds[0] + sounds[1:-1].replace(ALEF, "").replace(WAW, "").replace(YA, "") + sounds[-1]


def alike(written: str, known: str, vowels: bool) -> bool:
    """True where two spellings of one skeleton are near enough to be the same name.

    Parameters
    ----------
    written, known : str
        Folded words with equal `skeleton`.
    vowels : bool
        Whether long vowels may differ (names of people) or only the letters for one sound.

    >>> alike("نتانياهو", "نتنياهو", True), alike("سيرغي", "سيرجي", False), alike("بدن", "بايدن", True)
    (True, True, False)
    """
    one, other = _sounds(written), _sounds(known)
    if one == other:
        return True
    if not vowels or min(len(one), len(other)) < 4:
        return False
    budget = 1 if min(len(one), len(other)) < 7 else 2
    left, right = _slots(one), _slots(other)
    if len(left) != len(right):
        return False
    for a, b in zip(left, right):
        if a != b:
            budget -= max(len(a), len(b)) if not a or not b else 1
    return budget >= 0


def _slots(word: str) -> list[str]:
    """The vowel letters before each consonant inside a word."""
    slots, weak = [], ""
    for letter in word[1:-1]:
        if letter in "\u0627\u0648\u064a":
            weak += letter
        else:
            slots.append(weak)
            weak = ""
    return [*slots, weak]


_RESPELT = (("ديموقراط", "ديمقراط"), ("اورب", "اوروب"), ("كيماوي", "كيميائي"), ("فدرالي", "فيدرالي"), ("استخبار", "مخابر"), ("داوود", "داود"))


_MAY_RESPELL = re.compile("|".join(part for part, _ in _RESPELT))


def respellings(word: str) -> tuple[str, ...]:
    """Other everyday spellings of an Arabic word inside a name, and أبو in its three cases.

    >>> respellings("ابي"), respellings("الديموقراطيه")
    (('ابو',), ('الديمقراطيه',))
    """
    if word in ("ابي", "ابا"):
        return ("ابو",)
    if not _MAY_RESPELL.search(word):
        return ()
    return tuple(word.replace(a, b) for a, b in _RESPELT if a in word)
