"""Finds attributions sentence by sentence: who says it, the words that say so, and how far it reaches."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from .. import arabic
from ..corpus import split
from .words import Cue, words

__all__ = ["LONGEST_REACH", "Found", "Text", "scan"]

_CLOSES = {"«": "»", "“": "”“", "\"": "\"", "”": "”“", "‹": "›", "„": "“”"}
_MARKS = frozenset("«»“”\"‹›„")
_STOPS = frozenset("،,.:؛;()[]!؟?-–—…/")
_LONGEST_SOURCE = 14
LONGEST_REACH = 3000
"""Characters that an attribution governs at most, on either side of its cue: no sentence is longer, and text without an end stays linear."""
_TIME = frozenset(map(arabic.fold, "أمس اليوم الأول مساء صباح ظهر فجر يوم ليل الجمعة السبت الأحد الاثنين الثلاثاء الأربعاء الخميس أيضا كذلك مجددا لاحقا رسميا الماضي مؤخرا بدوره بدورها "
                  "سابقا مساء صباحا قبل من الآن اخيرا أخيرا آنذاك حينها هنا هناك".split()))
_NAMES_OF_AGENCIES = frozenset(map(arabic.fold, "رويترز برس فرانس نوفوستي سبوتنيك تاس إنترفاكس شينخوا أسوشيتد بلومبرغ سي إن بي "
                  "تي في نيوز معا صفا سما سانا كونا واس وام بترا دويتشه هيومن رايتس ووتش".split()))


class Found(NamedTuple):
    """An attribution in tokens; `source` is None where the words name nobody and the speaker is carried over."""

    rule: str
    cue: tuple[int, int]
    source: tuple[int, int] | None
    reach: tuple[int, int]  # characters
    gender: str
    via: tuple[int, int] | None = None
    direct: bool = False
    participle: bool = False


class Text:
    """A text's tokens with its sentences and the cues in it."""

    def __init__(self, text: str):
        self.text = text
        self.tokens = arabic.tokens(text)
        self.words = self.tokens.words
        self.sentences = split(text)
        known = words()
        cues = known.cues
        self.closer = self._quotations()
        self.cues = [(at, cues[word]) for at, word in enumerate(self.words) if word in cues]
        self.known = known

    def _quotations(self) -> dict[int, int]:
        """Opening quotation mark → the one that closes it, by token; straight and turned marks by turns."""
        closers, open_marks = {}, []
        for at, word in [(at, word) for at, word in enumerate(self.words) if word in _MARKS]:
            if open_marks and "\n" in self.text[self.tokens.starts[open_marks[-1]] : self.tokens.starts[at]]:
                open_marks.clear()
            if open_marks and word in _CLOSES[self.words[open_marks[-1]]]:
                closers[open_marks.pop()] = at
            elif word not in "»›":
                open_marks.append(at)
        self.closed = {close: opener for opener, close in closers.items()}
        return closers

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.tokens.starts, offset)

    def is_class(self, at: int, *names: str) -> bool:
        """True where the token, or the token without its joined و or ف, is in one of the table's classes."""
        word, joined = self.words[at], self.known.joined
        for name in names:
            if word in joined[name]:
                return True
        return False

    def kind_of(self, at: int) -> str:
        """The kind of source that a noun names, "" for other words; و ف ب ل and ال are looked through."""
        return _kind_of(self.words[at])


@lru_cache(maxsize=1 << 14)
def _kind_of(word: str) -> str:
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


def scan(text: Text) -> list[tuple[int, Found]]:
    """(sentence, attribution), in text order."""
    found = []
    cue_places = [at for at, _ in text.cues]
    for number, (start, end) in enumerate(text.sentences):
        first, last = text.token_at(start), text.token_at(end) - 1
        low, high = bisect_left(cue_places, first), bisect_right(cue_places, last)
        here = _colon(text, first, last, end)
        done = here[0].cue[1] if here else -1
        for at, cue in text.cues[low:high]:
            if at <= done:
                continue
            one = _READERS[cue.kind](text, at, cue, first, last, end)
            if one and (not one.participle or here):
                here.append(one)
                done = max(one.cue[1], one.source[1] if one.source else -1)
        found += [(number, one) for one in _bounded(text, here)]
    return found


def _bounded(text: Text, here: list[Found]) -> list[Found]:
    """Ends each stretch where, after a comma, another speaker's begins."""
    out = []
    for position, one in enumerate(here):
        start, end = max(one.reach[0], text.tokens.starts[one.cue[0]] - LONGEST_REACH), min(one.reach[1], text.tokens.ends[one.cue[1]] + LONGEST_REACH)
        for later in here[position + 1 : position + 20]:
            begins = text.tokens.starts[later.cue[0]]
            apart = later.cue[0] and (text.words[later.cue[0] - 1] in "،؛" or text.words[later.cue[0]][:1] in "وف")
            if start < begins < end and later.source and not later.participle and later.rule.startswith("verb") and apart and not one.direct:
                end = begins
                break
        out.append(one._replace(reach=(start, end)))
    return out


# ---------------------------------------------------------------------------------------------- who says it

def subject(text: Text, at: int, last: int) -> tuple[int, int] | None:
    """The words for who says it, from token `at`: a noun with its genitives and adjectives, or a name."""
    begin, definite, person = at, False, False
    end = at
    limit = min(last + 1, at + _LONGEST_SOURCE)
    if at in text.closer:
        return _quoted_name(text, at, last)
    named = 0
    while end < limit and (_short_quotation(text, end, begin) or not _ends_source(text, end, begin)):
        if end in text.closer:  # وكالة «نوفوستي» الروسية
            end = text.closer[end] + 1
            continue
        word, kind = text.words[end], text.kind_of(end)
        has_article = word.startswith("ال") or word[1:3] == "ال" or word.startswith("لل")
        if end == begin:
            person = kind in _PEOPLE or not kind and not has_article
        elif word == "باسم":
            person = True
        elif word[0] == "ل" and not word.startswith("لا"):
            definite = False  # لحقوق الإنسان
        elif definite and not (has_article or kind or word in _NAMES_OF_AGENCIES or text.words[end - 1] in ("في", "الي")):
            named += 1
            person = person or _names_then_statement(text, end, limit)
            if not person or named > 6:
                break
        definite = definite or has_article
        end += 1
    while end > begin and text.words[end - 1] in ("في", "وفي", "من", "الي"):
        end -= 1
    if end > begin and person:
        end = _apposition(text, end, last)
    return (begin, end - 1) if end > begin else None


def _names_then_statement(text: Text, at: int, limit: int) -> bool:
    """النقيب عباس محمد إن: up to four plain words and then the statement are a name."""
    for here in range(at, min(at + 5, limit)):
        if text.is_class(here, "that"):
            return here > at
        if _ends_source(text, here, here - 1):
            return False
    return False


_PEOPLE = ("official", "person", "anonymous", "witness", "activist", "analyst", "military")


def _short_quotation(text: Text, at: int, begin: int) -> bool:
    return at > begin and at in text.closer and text.closer[at] - at <= 4 and bool(text.kind_of(at - 1))


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
    return (at + 1, end) if end - at <= 5 and following and following not in _STOPS and text.kind_of(at + 1) else None


def _ends_source(text: Text, at: int, begin: int) -> bool:
    word = text.words[at]
    if word == "امام" and text.text[text.tokens.starts[at]] == "إ":
        return False  # an imam, not "before"
    if len(word) == 1 or word.isdigit() or text.is_class(at, "that", "adverb", "participle", "saying", "object"):
        return not (word in ("الي", "لدي") and at > begin and text.words[begin].endswith(("مبعوث", "سفير", "المبعوث", "السفير", "موفد", "الموفد")))
    cue = text.known.cues.get(word)
    if cue and cue.kind in ("verb", "verb_now", "verb_from", "phrase", "phrase_for", "phrase_from") and (at == begin or not cue.ambiguous):
        return True
    if word in ("في", "وفي"):
        return at == begin or _next_is(text, at, "setting") or not _kind_or_place_follows(text, at, begin)
    if word == "من":
        return at == begin or text.words[at - 1] not in _OF_WHOM or _next_is(text, at, "adverb")
    if word[0] == "ل" and len(word) > 2 and not word.startswith("لا"):
        return _told_to(text, at) or at == begin and word.startswith("لل") and not _takes_lam(text, at - 1)
    if word[0] == "ب" and at > begin and word != "باسم":
        return bool(_FORM_TWO.fullmatch(word[1:])) or _begins_statement(text, word[1:]) or word.startswith("بال") and not text.kind_of(at)
    if at > begin and _begins_statement(text, word) or word.removesuffix("ها").removesuffix("ه") in text.known.of_class["object"]:
        return True
    return word in _TIME and at > begin and text.words[at - 1] not in ("روسيا", "المصري")


_OF_WHOM = frozenset("مصدر مصادر مقرب مقربه مقربين مقربون قريب قريبه عدد مسؤول ناشطون ناشط شهود شاهد".split())
# forms VII, VIII and X of verbal nouns: انتشال, ارتفاع, استهداف; no name of a source has them
_VERBAL_NOUN = re.compile("است..?ا.|ا[^ا]ت.ا.|ان[^ا].ا.")


_FORM_TWO = re.compile("ت..ي.")  # بتقديم, بتدمير


def _begins_statement(text: Text, word: str) -> bool:
    return word in text.known.of_class["object"] or word in text.known.of_class["that"] or _is_verbal_noun(word) and word not in text.known.kinds


@lru_cache(maxsize=1 << 14)
def _is_verbal_noun(word: str) -> bool:
    return bool(_VERBAL_NOUN.fullmatch(word))


def _kind_or_place_follows(text: Text, at: int, begin: int) -> bool:
    """مسؤول في وزارة الصحة، مبعوث واشنطن في سوريا; but الرئيس التركي في أنقرة is who, then where."""
    if at + 1 >= len(text.words):
        return False
    return bool(text.kind_of(at + 1)) or not any(text.words[here].startswith("ال") for here in range(begin, at)) and bool(text.kind_of(begin))


def _takes_lam(text: Text, at: int) -> bool:
    """وفقا للشرطة, حصيلة للمرصد."""
    return text.words[at].endswith(("وفقا", "طبقا")) or text.words[at] in text.known.of_class["statement"]


def _told_to(text: Text, at: int) -> bool:
    word = text.words[at]
    rests = [rest for _, rest in arabic.proclitics(word)]
    audience = text.known.of_class["audience"]
    return any(rest in audience or "ال" + rest in audience for rest in rests)


def _next_is(text: Text, at: int, name: str) -> bool:
    if at + 1 >= len(text.words):
        return False
    word = text.words[at + 1]
    return word in text.known.of_class[name] or word.startswith("ال") and word[2:] in text.known.of_class[name]


def _before(text: Text, at: int, first: int) -> tuple[int, int] | None:
    """Who says it where the verb follows: المرصد أكد أن، وكان فلان، الناطق باسم كذا، قال، أما فلان فأشار."""
    inside = [] if text.words[at][0] == "و" else [here + 1 for here in range(max(first, at - 20), at) if text.is_class(here, "that")]
    begin = max(inside, default=first)
    opened = begin > first
    while begin < at and (text.is_class(begin, "opening") or text.words[begin] in "،"):
        opened = opened or text.words[begin] != "،"
        begin += 1
    if at - begin < 1 or at - begin > 24 or text.words[begin] in _MARKS:
        return None
    found = subject(text, begin, at - 1)
    if not found or not (opened or text.kind_of(begin)):
        return None
    gap = text.words[found[1] + 1 : at]
    return found if not gap or gap[0] in "،(" or opened else None


# ---------------------------------------------------------------------------------------------- readers of cues

_NO_STATEMENT_AFTER = frozenset("لم ولم فلم لن ولن لا ولا الذي التي الذين من دون بدون سبق".split())


def _verb(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    if text.is_class(at, "impersonal") and at < last and text.is_class(at + 1, "that"):
        return None
    bare = text.words[at][len(cue.joined) :]
    if bare in ("عبر", "عبرت") and "عن" not in text.words[at + 1 : min(at + 10, last)]:
        return None
    if bare.startswith("تابع") and at < last and text.words[at + 1].startswith("ل"):
        return None  # مسجد تابع لقوات الطوارئ
    if bare == "بين" and at > first or at and text.words[at - 1] in _NO_STATEMENT_AFTER:
        return None
    begin = at + 1
    while begin <= last and begin < at + 6 and text.words[begin] in _TIME and not (text.words[begin] in ("الاول", "قبل", "من") and begin == at + 1):
        begin += 1
    source = subject(text, begin, last) if begin <= last else None
    if source and _is_object(text, source, at, first, last, cue):
        source = None
        if cue.value == "act":
            reach, direct = _reach(text, begin, _statement(text, begin, last), end)
            return Found("verb alone", (at, at), None, reach, cue.gender, direct=direct, participle=True)
        return None
    after = source[1] + 1 if source else begin
    statement = _statement(text, after, last)
    if (cue.value == "that" or cue.ambiguous or cue.kind == "verb_now" and cue.value == "strong") and statement is None:
        return None
    quotation = _quotation_before(text, at, first)
    if source is None:
        earlier = _before(text, at, first)
        if earlier is None and not _goes_on(text, begin, last, statement):
            return None
        reach, direct = _reach(text, after, statement, end)
        return Found("verb after its subject" if earlier else "verb alone", (at, at), earlier, reach, cue.gender, direct=direct)
    if statement is None and quotation:
        return Found("verb after a quotation", (at, at), source, quotation, cue.gender, direct=True)
    reach, direct = _reach(text, after, statement, end)
    return Found("verb and subject", (at, at), source, reach, cue.gender, direct=direct)


def _is_object(text: Text, source: tuple[int, int], at: int, first: int, last: int, cue: Cue) -> bool:
    """ودعت الجمهوريين إلى، ونفى تكهنات: the words after the verb are whom or what it concerns; its subject came before."""
    head = text.words[source[0]]
    if head.startswith("ال") and head.endswith("ين") and len(head) > 6 and not text.kind_of(source[0]):
        return True
    if cue.value == "act" and cue.joined and at > first + 1:
        return True
    known = text.kind_of(source[0]) or head.startswith("ال")
    after = source[1] + 1
    if known or after > last or _statement(text, after, last) is not None:
        return False
    word = text.words[after]
    return not (word in ("عن", "الي", "علي", "في", "،") or word in _MARKS or word in _TIME or text.is_class(after, "object") or _begins_statement(text, word.removeprefix("ب")))


def _goes_on(text: Text, at: int, last: int, statement: int | None) -> bool:
    """A verb without a subject continues an earlier speaker's words: وأضاف أن، وقال «…»، وأشار إلى مقتل."""
    if at > last:
        return False
    return statement is not None and statement - at <= 8 or text.words[at] in ("الي", "عن", "علي", "في") or text.is_class(at, "object")


def _statement(text: Text, at: int, last: int) -> int | None:
    """The token of إن, a colon or an opening quotation mark that begins what is said."""
    that, cues, closer = text.known.joined["that"], text.known.cues, text.closer
    for here, word in enumerate(text.words[at : min(last + 1, at + 30)], at):
        if word in that or word == ":":
            return here
        if here in closer and not closer[here] <= min(here + 5, last - 1):  # up to four words in quotes are a name
            return here
        if here > at + 3 and word in cues and cues[word].kind in ("verb", "verb_from") and cues[word].value == "strong":
            return None
    return None


def _reach(text: Text, after: int, statement: int | None, end: int) -> tuple[tuple[int, int], bool]:
    tokens = text.tokens
    start = tokens.starts[after] if after < len(tokens.starts) else end
    if statement is None:
        return (min(start, end), end), False
    following = statement + 1
    if text.words[statement] != ":" or following not in text.closer:
        following = statement
    if following in text.closer:
        return (tokens.ends[following], tokens.starts[text.closer[following]]), True
    return (min(tokens.ends[statement], end), end), False


def _quotation_before(text: Text, at: int, first: int) -> tuple[int, int] | None:
    """The quotation that ends right before token `at`: «…»، قال فلان."""
    close = at - 1
    while close > first and text.words[close] in "،,-–":
        close -= 1
    opener = text.closed.get(close)
    return None if opener is None else (text.tokens.ends[opener], text.tokens.starts[close])


def _participle(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    if at and (before := text.known.cues.get(text.words[at - 1])) and before.kind == "verb":
        return None  # وتابع قائلا: the verb has read it
    following = text.words[at + 1] if at < last else ""
    statement = _statement(text, at + 1, min(last, at + 6))
    if statement is None and following not in ("الي", "علي", "عن", "من", "في", "علي"):
        return None
    reach, direct = _reach(text, at + 1, statement, end)
    return Found("participle", (at, at), None, reach, cue.gender, direct=direct, participle=True)


def _verb_from(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    """نقلت وكالة كذا عن مصدر قوله إن."""
    via = subject(text, at + 1, last) if at < last else None
    about = via[1] + 1 if via else at + 1
    while about <= min(last, at + 16) and text.words[about] != "عن":
        about += 1
    if about > last or text.words[about] != "عن" or about == last:
        return _verb(text, at, Cue("verb", "that", cue.gender, cue.joined, True), first, last, end)
    source = subject(text, about + 1, last)
    if source is None:
        return None
    statement = _statement(text, source[1] + 1, last)
    reach, direct = _reach(text, source[1] + 1, statement, end)
    return Found("verb … from", (at, at), source, reach, cue.gender, via=via, direct=direct)


def _phrase(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    """بحسب المصدر، وفقا للشرطة، نقلا عن وكالة, وفق ما أفاد المرصد, حسبما أعلنت الوزارة."""
    begin, cue_end = at + 1, at
    rule = "phrase"
    if begin > last or text.words[at] == "فحسب" and at > first:  # "only"
        return None
    if cue.kind == "phrase_long":
        rest = next((rest for rest in text.known.longer[text.words[at][len(cue.joined) :]] if tuple(text.words[begin : begin + len(rest)]) == rest), None)
        if rest is None:
            return None
        begin += len(rest)
        cue_end = begin - 1
    elif cue.kind == "phrase_from":
        if text.words[begin] not in ("عن", "الي", "عما"):
            return None
        cue_end = begin
        begin += 1
    elif cue.kind == "phrase_for" and not text.words[begin].startswith("ل"):
        return None
    if begin > last:
        return None
    if text.words[begin] in ("ما", "لما"):
        begin, cue_end = begin + 1, begin
    verb = _verb_with_pronoun(text, begin) if begin <= last else None
    if verb and verb.kind in ("verb", "verb_now", "verb_from"):
        if verb.kind == "verb_from" and "عن" not in text.words[begin : begin + 12] and text.words[begin] in text.known.cues:
            return None  # كما نقل الجرحى إلى المستشفى
        rule, cue_end, gender = "phrase and verb", begin, verb.gender
        begin += 1
        if begin <= last and text.words[begin] in ("به", "عنه", "بها", "عنها", "ه"):
            begin += 1
        while begin <= last and (text.words[begin] in _TIME or text.words[begin] == "في" and begin == cue_end + 1):
            begin += 1
    elif cue.kind == "phrase_what" or text.words[cue_end] in ("ما", "كما", "لما", "عما"):
        return None
    else:
        gender = ""
    if begin < last and rule == "phrase" and _is_statement_noun(text, begin):
        begin, cue_end = begin + 1, begin
    source = subject(text, begin, last) if begin <= last else None
    if source is None or text.is_class(source[0], "no_source") or _no_source_for(text, source[0]):
        return None
    via = None
    if rule == "phrase and verb" and source[1] + 2 <= last and text.words[source[1] + 1] == "عن":  # كما نقلت الوكالة عن مصدر
        via, source = source, subject(text, source[1] + 2, last) or source
    return Found(rule, (at, cue_end), source, _phrase_reach(text, at, source[1], first, last, end), gender, via=via)


def _verb_with_pronoun(text: Text, at: int) -> Cue | None:
    """أعلنت, and أعلنته as after حسبما."""
    word = text.words[at]
    return text.known.cues.get(word) or text.known.cues.get(word[:-1] if word.endswith("ه") else word[:-2] if word.endswith("ها") else "")


def _is_statement_noun(text: Text, at: int) -> bool:
    """تأكيدات in حسب تأكيدات الأمم المتحدة, not in حسب البيان."""
    return any(rest in text.known.of_class["statement"] for _, rest in arabic.proclitics(text.words[at]) if not text.words[at].startswith("ال"))


def _no_source_for(text: Text, at: int) -> bool:
    return any(rest in text.known.of_class["no_source"] for _, rest in arabic.proclitics(text.words[at]))


def _phrase_reach(text: Text, at: int, source_end: int, first: int, last: int, end: int) -> tuple[int, int]:
    """At the head of a sentence the phrase governs what follows, elsewhere what precedes it, and what is coordinated after it."""
    tokens = text.tokens
    if at - first <= 1:
        return (tokens.ends[source_end], end)
    start = tokens.starts[first]
    quotation = _quotation_before(text, at, first)
    if quotation and quotation[0] >= start:
        start = min(start, quotation[0])
    goes_on = source_end + 2 <= last and text.words[source_end + 1] == "،" and text.words[source_end + 2][:1] == "و"
    return (start, end if goes_on else tokens.ends[at - 1])


def _colon(text: Text, first: int, last: int, end: int) -> list[Found]:
    """المرصد السوري: مقتل 15 شخصا."""
    colon = next((at for at in range(first + 1, min(first + 9, last)) if text.words[at] == ":"), None)
    if colon is None or not text.kind_of(first) or any(text.words[at] in text.known.cues for at in range(first, colon)):
        return []
    source = subject(text, first, colon - 1)
    if source is None or source[1] != colon - 1:
        return []
    reach, direct = _reach(text, colon, colon, end)
    return [Found("colon", (colon, colon), source, reach, "", direct=direct)]


_READERS = {"verb": _verb, "verb_now": _verb, "participle": _participle, "verb_from": _verb_from, "phrase": _phrase, "phrase_for": _phrase,
            "phrase_from": _phrase, "phrase_long": _phrase, "phrase_what": _phrase}
