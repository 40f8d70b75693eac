"""The words that name who says it: where they begin, and where a source's name ends and something else begins.

What a word says by itself is worked out once and remembered; what depends on its neighbours is asked in the text.
"""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from .. import arabic
from .text import Text
from .words import MARKS, words

__all__ = ["TIME", "before", "begins_statement", "kind_of", "subject"]

_STOPS = frozenset("،,.:؛;()[]!؟?-–—…/")
_LONGEST_SOURCE = 14
TIME = frozenset(map(arabic.fold, "أمس اليوم الأول مساء صباح ظهر فجر يوم ليل الجمعة السبت الأحد الاثنين الثلاثاء الأربعاء الخميس أيضا كذلك مجددا لاحقا رسميا الماضي مؤخرا بدوره بدورها "
                 "سابقا مساء صباحا قبل من الآن اخيرا أخيرا آنذاك حينها هنا هناك".split()))
"""Words of time that stand between a verb and its subject or after it."""
_NAMES_OF_AGENCIES = frozenset(map(arabic.fold, "رويترز برس فرانس نوفوستي سبوتنيك تاس إنترفاكس شينخوا أسوشيتد بلومبرغ سي إن بي "
                  "تي في نيوز معا صفا سما سانا كونا واس وام بترا دويتشه هيومن رايتس ووتش".split()))
_PEOPLE = ("official", "person", "anonymous", "witness", "activist", "analyst", "military")


def subject(text: Text, at: int, last: int) -> tuple[int, int] | None:
    """The words for who says it, from token `at`: a noun with its genitives and adjectives, or a name."""
    words, closer = text.words, text.closer
    if at in closer:
        return _quoted_name(text, at, last)
    if at > last or _ends_source(text, at, at):
        return None
    head = _WORDS[words[at]]
    definite, person = head.article, head.kind in _PEOPLE or not head.kind and not head.article
    end, limit, named = at + 1, min(last + 1, at + _LONGEST_SOURCE), 0
    while end < limit:
        if end in closer:
            if not _is_short_quotation(text, end):
                break
            end = closer[end] + 1  # وكالة «نوفوستي» الروسية
            continue
        if _ends_source(text, end, at):
            break
        word = _WORDS[words[end]]
        if word.by_name:
            person = True
        elif word.lam:
            definite = False  # لحقوق الإنسان
        elif definite and not (word.continues or words[end - 1] in ("في", "الي")):
            named += 1
            person = person or _names_then_statement(text, end, limit)
            if not person or named > 6:
                break
        definite = definite or word.article
        end += 1
    while end > at and words[end - 1] in ("في", "وفي", "من", "الي"):
        end -= 1
    if end > at and person:
        end = _apposition(text, end, last)
    return (at, end - 1) if end > at else None


def before(text: Text, at: int, first: int) -> tuple[int, int] | None:
    """Who says it where the verb follows: المرصد أكد أن، وكان فلان، الناطق باسم كذا، قال، أما فلان فأشار."""
    begin = first if text.words[at][0] == "و" else _after_that(text, at, first)
    opened = begin > first
    while begin < at and (text.is_class(begin, "opening") or text.words[begin] in "،"):
        opened = opened or text.words[begin] != "،"
        begin += 1
    if at - begin < 1 or at - begin > 24 or text.words[begin] in MARKS:
        return None
    if not (opened or kind_of(text.words[begin])):
        return None
    found = subject(text, begin, at - 1)
    if not found:
        return None
    gap = text.words[found[1] + 1 : at]
    return found if not gap or gap[0] in "،(" or opened else None


def _after_that(text: Text, at: int, first: int) -> int:
    """What follows the last أن before token `at`, else where the sentence begins."""
    that = text.known.joined["that"]
    for here in range(at - 1, max(first, at - 20) - 1, -1):
        if text.words[here] in that:
            return here + 1
    return first


# ---------------------------------------------------------------------------------------------- parts of a name

def _names_then_statement(text: Text, at: int, limit: int) -> bool:
    """النقيب عباس محمد إن: up to four plain words and then the statement are a name."""
    for here in range(at, min(at + 5, limit)):
        if text.is_class(here, "that"):
            return here > at
        if _ends_source(text, here, here - 1):
            return False
    return False


def _is_short_quotation(text: Text, at: int) -> bool:
    return text.closer[at] - at <= 4 and bool(kind_of(text.words[at - 1]))


def _apposition(text: Text, end: int, last: int) -> int:
    """وزير الخارجية الأمريكي، جون كيري، عن أمله: the name between commas belongs to the title."""
    if end > last or text.words[end] != "،":
        return end
    close = next((at for at in range(end + 2, min(end + 6, last)) if text.words[at] == "،"), None)
    if close is None or any(_ends_source(text, at, end + 1) or text.words[at].startswith("ال") or text.words[at] in text.known.cues for at in range(end + 1, close)):
        return end
    return close


def _quoted_name(text: Text, at: int, last: int) -> tuple[int, int] | None:
    """«جبهة فتح الشام» من خلال حسابها: a short quotation right after the verb that is a name, for a statement follows it."""
    end = text.closer[at] - 1
    following = text.words[end + 2] if end + 2 <= last else ""
    return (at + 1, end) if end - at <= 5 and following and following not in _STOPS and kind_of(text.words[at + 1]) else None


# ---------------------------------------------------------------------------------------------- what a word says by itself

_Ending = bool | Callable[[Text, int, int], bool]


@dataclass(slots=True)
class _Word:
    """A folded word as part of a source's name."""

    kind: str  # of the source that it names as a noun, "" for others
    article: bool
    lam: bool  # begins with ل
    by_name: bool  # باسم
    continues: bool  # may stand after a definite noun without being a person's name
    ends: tuple[_Ending, _Ending]  # whether it ends a name: as the first word, as a later one; a rule where its neighbours decide


def kind_of(word: str) -> str:
    """The kind of source that a noun names, "" for other words; و ف ب ل and ال are looked through."""
    return _WORDS[word].kind


def _read_word(word: str) -> _Word:
    kind = _kind(word)
    article = word.startswith(("ال", "لل")) or word[1:3] == "ال"
    return _Word(kind, article, word.startswith("ل") and not word.startswith("لا"), word == "باسم", bool(article or kind or word in _NAMES_OF_AGENCIES),
                 (_ending(word, kind, first=True), _ending(word, kind, first=False)))


_WORDS = arabic.Memo(_read_word, most=1 << 14)


def _kind(word: str) -> str:
    kinds = words().kinds
    if word in kinds:
        return kinds[word]
    for _, rest in arabic.proclitics(word):
        if rest in kinds:
            return kinds[rest]
        if "ال" + rest in kinds and len(rest) > 2:
            return kinds["ال" + rest]
    if word.endswith("ا") and word[:-1] in kinds:  # مصدرا
        return kinds[word[:-1]]
    return ""


@lru_cache(maxsize=1)
def _never_in_names() -> frozenset[str]:
    joined = words().joined
    return joined["that"] | joined["adverb"] | joined["participle"] | joined["saying"] | joined["object"]


_OTHER_CUES = ("verb", "verb_now", "verb_from", "phrase", "phrase_for", "phrase_from")


def _ending(word: str, kind: str, first: bool) -> _Ending:
    """Whether a word ends a name that stood before it (`first`: whether no name can begin with it), or the rule that tells."""
    known = words()
    if len(word) == 1 or word.isdigit() or word in _never_in_names():
        if word == "امام":
            return _is_no_imam
        return _is_no_mission if word in ("الي", "لدي") and not first else True
    cue = known.cues.get(word)
    if cue and cue.kind in _OTHER_CUES and (first or not cue.ambiguous):
        return True
    if word in ("في", "وفي"):
        return first or _is_no_place_of_source
    if word == "من":
        return first or _is_no_part_of_whom
    if word[0] == "ل" and len(word) > 2 and not word.startswith("لا"):
        return _is_told_to(word) or first and word.startswith("لل") and _follows_no_noun_with_lam
    if word[0] == "ب" and not first and word != "باسم":
        return bool(_FORM_TWO.fullmatch(word[1:])) or begins_statement(word[1:]) or word.startswith("بال") and not kind
    if not first and begins_statement(word) or word.removesuffix("ها").removesuffix("ه") in known.of_class["object"]:
        return True
    return not first and word in TIME and _is_time


# forms VII, VIII and X of verbal nouns: انتشال, ارتفاع, استهداف; no name of a source has them
_VERBAL_NOUN = re.compile("است..?ا.|ا[^ا]ت.ا.|ان[^ا].ا.")
_FORM_TWO = re.compile("ت..ي.")  # بتقديم, بتدمير


def begins_statement(word: str) -> bool:
    """True for a word that begins what is said: أن, مقتل, a verbal noun."""
    known = words()
    return word in known.of_class["object"] or word in known.of_class["that"] or bool(_VERBAL_NOUN.fullmatch(word)) and word not in known.kinds


def _is_told_to(word: str) -> bool:
    audience = words().of_class["audience"]
    return any(rest in audience or "ال" + rest in audience for _, rest in arabic.proclitics(word))


# ---------------------------------------------------------------------------------------------- what its neighbours say

def _ends_source(text: Text, at: int, begin: int) -> bool:
    """Whether token `at` is no part of a name that begins at token `begin`."""
    ends = _WORDS[text.words[at]].ends[at > begin]
    return ends if ends is True or ends is False else ends(text, at, begin)


def _is_no_imam(text: Text, at: int, begin: int) -> bool:
    """أمام is "before", إمام an imam."""
    return text.text[text.tokens.starts[at]] != "إ"


_MISSIONS = ("مبعوث", "سفير", "المبعوث", "السفير", "موفد", "الموفد")


def _is_no_mission(text: Text, at: int, begin: int) -> bool:
    """المبعوث الأممي إلى سوريا is one name."""
    return not text.words[begin].endswith(_MISSIONS)


def _is_no_place_of_source(text: Text, at: int, begin: int) -> bool:
    """مسؤول في وزارة الصحة، مبعوث واشنطن في سوريا; but الرئيس التركي في أنقرة is who, then where."""
    if at + 1 >= len(text.words):
        return True
    following = text.words[at + 1]
    setting = text.known.of_class["setting"]
    if following in setting or following.startswith("ال") and following[2:] in setting:
        return True
    if kind_of(following):
        return False
    return not kind_of(text.words[begin]) or any(text.words[here].startswith("ال") for here in range(begin, at))


_OF_WHOM = frozenset("مصدر مصادر مقرب مقربه مقربين مقربون قريب قريبه عدد مسؤول ناشطون ناشط شهود شاهد".split())


def _is_no_part_of_whom(text: Text, at: int, begin: int) -> bool:
    """مصدر من المعارضة; but what follows من is no name in من قبل."""
    if text.words[at - 1] not in _OF_WHOM:
        return True
    following = text.words[at + 1] if at + 1 < len(text.words) else ""
    adverbs = text.known.of_class["adverb"]
    return following in adverbs or following.startswith("ال") and following[2:] in adverbs


def _follows_no_noun_with_lam(text: Text, at: int, begin: int) -> bool:
    """وفقا للشرطة, حصيلة للمرصد."""
    noun = text.words[at - 1]
    return not (noun.endswith(("وفقا", "طبقا")) or noun in text.known.of_class["statement"])


def _is_time(text: Text, at: int, begin: int) -> bool:
    return text.words[at - 1] not in ("روسيا", "المصري")  # روسيا اليوم, المصري اليوم
