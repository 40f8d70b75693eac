"""How a report stands to what the article told before: another incident, a toll that rises or is a former one, people told of already.

The words are classes of data/word_classes.csv; `merging` weighs what is found here, together with numbers, places and days.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from ..arabic import fold
from .vocabulary import words_of

__all__ = ["cues_of", "incidents", "share", "spans_between"]

_WORD = re.compile(r"\w+")
_OPENING = 8  # words at a sentence's start that may say that another incident is told
_AFTER = 14  # words after a quote that still speak of its people
_ACCORDING = ("وفق", "وفقا", "حسب", "بحسب", "في حصيل", "بحصيل")


def incidents(text: str, sentences: Sequence[tuple[int, int]], told: Sequence[int]) -> list[int]:
    """The number of the incident that each sentence tells of, as far as its first words say that another one begins.

    Parameters
    ----------
    text : str
    sentences : sequence of (start, end)
        As `corpus.split` cuts it.
    told : sequence of int
        Sentences that hold reports. A headline (it has no full stop) and the lead tell of one incident: no other begins before the first report below
        the headline.

    Examples
    --------
    >>> text = "قتل 5 في قصف. وفي حادث منفصل، أصيب 3. وقال شهود إنهم عمال."
    >>> from helpers.corpus import split
    >>> incidents(text, split(text), [0, 1])
    [0, 1, 1]
    """
    headline = bool(sentences) and text[slice(*sentences[0])].rstrip("»\" ")[-1:] not in (".", "!", "؟", "?")
    lead = next((at for at in told if at > 0), 0) if headline else 0
    numbers, number = [], 0
    for at, (start, end) in enumerate(sentences):
        number += at > lead and _begins_another(text[start:end])
        numbers.append(number)
    return numbers


def cues_of(text: str, start: int, end: int, first: int, last: int) -> str:
    """What the words about one report say of its relation to earlier ones.

    Parameters
    ----------
    text : str
    start, end : int
        The report's quote.
    first, last : int
        Where its neighbours end and begin: the report before it in the sentence, or the sentence's start; the one after, or the sentence's end.

    Returns
    -------
    str
        Words joined by spaces, "" for none: ``rises`` (the toll so far), ``former`` (a toll that another has replaced), ``of_them`` (people told of
        before), ``more`` (others than those told of before), ``care`` (in hospital, their wounds, their bodies), ``incident`` (an incident is brought in), ``known``
        (one told before is spoken of), ``many`` (one toll for many incidents).

    Examples
    --------
    >>> text = "وارتفعت الحصيلة إلى 30 قتيلا"
    >>> cues_of(text, 20, len(text), 0, len(text))
    'rises'
    """
    before, quote = fold(text[first:start]), fold(text[start:end])
    after = " ".join(_WORD.findall(fold(text[end:last]))[:_AFTER])
    left = " ".join(_WORD.findall(f"{before} {quote}"))
    around = f"{left} {after}"
    quoted = _WORD.findall(quote)
    tests = (("rises", _holds("toll_rises", left)), ("former", _holds("toll_before", left) or _announced_before(left.split()) or _holds("toll_before", " ".join(after.split()[:5])) and after.startswith(_ACCORDING)), ("of_them", _told_of_before(left, quoted)),
             ("more", not words_of("others").isdisjoint(quoted) or _pronoun(quoted) and _own_antecedent(left, quoted)),
             ("care", _holds("in_care", f"{' '.join(left.split()[-8:])} {after}") or _holds("body", quote)),
             ("incident", _holds("incident", around)), ("known", _holds("incident", around, definite=True)), ("many", _holds("many_incidents", around)))
    return " ".join(name for name, found in tests if found)


def _told_of_before(left: str, quoted: list[str]) -> bool:
    """عشرة من القتلى, وفاة أحد المصابين: definite people after من or أحد."""
    words = left.split()[-len(quoted) - 2 :]
    return _pronoun(quoted) and not _own_antecedent(left, quoted) or any(one in ("من", "بين", "احد", "احدي") and other in words_of("of_them") for one, other in zip(words, words[1:]))


def _pronoun(quoted: list[str]) -> bool:
    return not {"منهم", "منهن"}.isdisjoint(quoted)


def _own_antecedent(left: str, quoted: list[str]) -> bool:
    """تبادلت إطلاق النار مع المهاجمين ما أسفر عن مقتل خمسة منهم: the people are named in the sentence itself."""
    before = left.split()[: -len(quoted) or None]
    return any(word.startswith(("ال", "لل", "وال", "بال")) and word.endswith(("ين", "ون")) and word not in words_of("of_them") for word in before)


def _begins_another(sentence: str) -> bool:
    words = _WORD.findall(fold(sentence[:160]))[:_OPENING]
    if not words:
        return False
    bare = [words[0].lstrip("وف") if words[0] not in ("وفي", "في", "فيما") else words[0].removeprefix("و"), *words[1:]]
    if bare[0] in ("اما", "وفي"):
        bare = ["في", *bare[2:]] if bare[1:2] == ["في"] else bare
    opening = " ".join(bare)
    if any(opening.startswith(f"{turn} ") for turn in words_of("story_turn")):
        return True
    if any(not words_of("story_head").isdisjoint((one, one[1:])) and other in words_of("other_incident") for one, other in zip(bare, bare[1:])):
        return True
    return bare[0] == "في" and len(bare) > 1 and (bare[1] in words_of("place_head") or _sets_apart(sentence) or _names_a_place(sentence))


def _sets_apart(sentence: str) -> bool:
    """وفي غزنة، قتل: up to three words before a comma, none of them of time or speech."""
    opening, comma, _ = fold(sentence[:60]).partition("،")
    words = _WORD.findall(opening)
    return bool(comma) and 1 < len(words) <= 4 and words_of("no_setting").isdisjoint(words)


def _names_a_place(sentence: str) -> bool:
    """وفي الموصل: a place right after the first word."""
    from ..places import find

    return any(place.start <= 6 for place in find(sentence[:40])[:1])


def _announced_before(left: list[str]) -> bool:
    """وكانت الوزارة أعلنت الجمعة: at a sentence's start, what was said before the news."""
    return left[:1] != [] and left[0] in ("وكان", "وكانت", "كانت", "كان") and not words_of("announced").isdisjoint(left[1:6])


def _holds(name: str, words: str, definite: bool = False) -> bool:
    return bool(words) and _pattern(name, definite).search(words) is not None


@lru_cache(maxsize=None)
def _pattern(name: str, definite: bool) -> re.Pattern:
    phrases = "|".join(sorted(map(re.escape, words_of(name)), key=len, reverse=True))
    joined = "[وف]?[بل]?" if name in ("incident", "in_care", "many_incidents", "body") else "[وف]?"
    article = "(?:[وف]?[بك]?ال|[وف]?لل)" if definite else joined
    return re.compile(rf"(?<!\w){article}(?:{phrases})(?!\w)")


def share(cues: list[set[str]], sentence: Sequence[int], reports: Sequence[tuple[int, int]]) -> None:
    """Give reports of one sentence what is said of all of them: a toll of many incidents, a risen one and a former one of counts joined (15 قتيلا و48 جريحا وفق البيان الأول)."""
    for at in range(len(cues) - 2, -1, -1):
        if sentence[at] != sentence[at + 1]:
            continue
        joined = reports[at + 1][0] - reports[at][1] <= 4
        if joined and "former" in cues[at + 1] and "rises" not in cues[at]:
            cues[at].add("former")
        if joined and "former" in cues[at] and "rises" not in cues[at + 1]:
            cues[at + 1].add("former")
        if joined and "rises" in cues[at] and "former" not in cues[at + 1]:
            cues[at + 1].add("rises")
    many = {at for at, found in zip(sentence, cues) if "many" in found}
    for at, found in zip(sentence, cues):
        if at in many:
            found.add("many")


def spans_between(sentences: Sequence[tuple[int, int]], reports: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Of each report, in text order: its sentence, and where the words about it begin and end, which are its neighbours' limits within the sentence."""
    begins = [start for start, _ in sentences]
    at = [max(0, bisect_right(begins, start) - 1) for start, _ in reports]
    out = []
    for index, (start, end) in enumerate(reports):
        first, last = sentences[at[index]]
        if index and at[index - 1] == at[index]:
            first = max(first, min(start, reports[index - 1][1]))
        if index + 1 < len(reports) and at[index + 1] == at[index]:
            last = max(end, min(last, reports[index + 1][0]))
        out.append((at[index], first, max(last, end)))
    return out
