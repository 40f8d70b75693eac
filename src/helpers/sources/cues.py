"""Readers of cues: from a reporting verb or phrase to who says what."""
from __future__ import annotations

from .. import arabic
from .naming import TIME, before, begins_statement, kind_of, subject
from .reach import around_phrase, quotation_before, said_from, statement
from .text import Found, Text
from .words import MARKS, Cue

__all__ = ["READERS", "read_colon"]

_NO_STATEMENT_AFTER = frozenset("لم ولم فلم لن ولن لا ولا الذي التي الذين من دون بدون سبق".split())


def read_colon(text: Text, colon: int, first: int, end: int) -> Found | None:
    """المرصد السوري: مقتل 15 شخصا."""
    if not kind_of(text.words[first]):
        return None
    source = subject(text, first, colon - 1)
    if source is None or source[1] != colon - 1:
        return None
    reach, direct = said_from(text, colon, colon, end)
    return Found("colon", (colon, colon), source, reach, "", direct=direct)


# ---------------------------------------------------------------------------------------------- verbs

def _verb(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    words = text.words
    if not _may_report(text, at, cue, first, last):
        return None
    begin = at + 1
    while begin <= last and begin < at + 6 and words[begin] in TIME and not (words[begin] in ("الاول", "قبل", "من") and begin == at + 1):
        begin += 1
    source = subject(text, begin, last) if begin <= last else None
    if source and _is_object(text, source, at, first, last, cue):
        if cue.value != "act":
            return None
        reach, direct = said_from(text, begin, statement(text, begin, last), end)
        return Found("verb alone", (at, at), None, reach, cue.gender, direct=direct, participle=True)
    after = source[1] + 1 if source else begin
    said = statement(text, after, last)
    if said is None and (cue.value == "that" or cue.ambiguous or cue.kind == "verb_now" and cue.value == "strong"):
        return None
    if source is None:
        earlier = before(text, at, first)
        if earlier is None and not _goes_on(text, begin, last, said):
            return None
        reach, direct = said_from(text, after, said, end)
        return Found("verb after its subject" if earlier else "verb alone", (at, at), earlier, reach, cue.gender, direct=direct)
    quotation = quotation_before(text, at, first) if said is None else None
    if quotation:
        return Found("verb after a quotation", (at, at), source, quotation, cue.gender, direct=True)
    reach, direct = said_from(text, after, said, end)
    return Found("verb and subject", (at, at), source, reach, cue.gender, direct=direct)


def _may_report(text: Text, at: int, cue: Cue, first: int, last: int) -> bool:
    """False for uses of a reporting verb that report nothing."""
    words = text.words
    if at and words[at - 1] in _NO_STATEMENT_AFTER:
        return False
    if at < last and text.is_class(at, "impersonal") and text.is_class(at + 1, "that"):
        return False
    bare = words[at][len(cue.joined) :]
    if bare in ("عبر", "عبرت"):
        return "عن" in words[at + 1 : min(at + 10, last)]
    if bare == "بين":
        return at <= first
    return not (bare.startswith("تابع") and at < last and words[at + 1].startswith("ل"))  # مسجد تابع لقوات الطوارئ


def _is_object(text: Text, source: tuple[int, int], at: int, first: int, last: int, cue: Cue) -> bool:
    """ودعت الجمهوريين إلى، ونفى تكهنات: the words after the verb are whom or what it concerns; its subject came before."""
    if cue.value == "act" and cue.joined and at > first + 1:
        return True
    head = text.words[source[0]]
    if kind_of(head):
        return False
    if head.startswith("ال"):
        return head.endswith("ين") and len(head) > 6
    after = source[1] + 1
    if after > last or statement(text, after, last) is not None:
        return False
    word = text.words[after]
    return not (word in ("عن", "الي", "علي", "في", "،") or word in MARKS or word in TIME or text.is_class(after, "object") or begins_statement(word.removeprefix("ب")))


def _goes_on(text: Text, at: int, last: int, said: int | None) -> bool:
    """A verb without a subject continues an earlier speaker's words: وأضاف أن، وقال «…»، وأشار إلى مقتل."""
    if at > last:
        return False
    return said is not None and said - at <= 8 or text.words[at] in ("الي", "عن", "علي", "في") or text.is_class(at, "object")


def _participle(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    if at and (earlier := text.known.cues.get(text.words[at - 1])) and earlier.kind == "verb":
        return None  # وتابع قائلا: the verb has read it
    following = text.words[at + 1] if at < last else ""
    said = statement(text, at + 1, min(last, at + 6))
    if said is None and following not in ("الي", "علي", "عن", "من", "في"):
        return None
    reach, direct = said_from(text, at + 1, said, end)
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
    reach, direct = said_from(text, source[1] + 1, statement(text, source[1] + 1, last), end)
    return Found("verb … from", (at, at), source, reach, cue.gender, via=via, direct=direct)


# ---------------------------------------------------------------------------------------------- phrases

def _phrase(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    """بحسب المصدر."""
    if text.words[at] == "فحسب" and at > first:  # "only"
        return None
    return _after_phrase(text, at, at, cue, first, last, end)


def _phrase_for(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    """وفقا للشرطة."""
    if at == last or not text.words[at + 1].startswith("ل"):
        return None
    return _after_phrase(text, at, at, cue, first, last, end)


def _phrase_from(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    """نقلا عن وكالة."""
    if at == last or text.words[at + 1] not in ("عن", "الي", "عما"):
        return None
    return _after_phrase(text, at, at + 1, cue, first, last, end)


def _phrase_long(text: Text, at: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    """على لسان الناطق, وفق ما أفاد المرصد."""
    words = text.words
    if at == last:
        return None
    for rest in text.known.longer[words[at][len(cue.joined) :]]:
        if not rest or words[at + 1] == rest[0] and words[at + 1 : at + 1 + len(rest)] == rest:
            return _after_phrase(text, at, at + len(rest), cue, first, last, end)
    return None


def _after_phrase(text: Text, at: int, cue_end: int, cue: Cue, first: int, last: int, end: int) -> Found | None:
    """Who follows the phrase of tokens `at` to `cue_end`, or follows its verb: وفق ما أفاد المرصد, حسبما أعلنت الوزارة."""
    if cue_end >= last:
        return None
    words = text.words
    begin = cue_end + 1
    if words[begin] in ("ما", "لما"):
        begin, cue_end = begin + 1, begin
    rule, gender = "phrase", ""
    verb = _verb_with_pronoun(text, begin) if begin <= last else None
    if verb and verb.kind in ("verb", "verb_now", "verb_from"):
        if verb.kind == "verb_from" and "عن" not in words[begin : begin + 12] and words[begin] in text.known.cues:
            return None  # كما نقل الجرحى إلى المستشفى
        rule, cue_end, gender = "phrase and verb", begin, verb.gender
        begin = _past_pronoun_and_time(text, begin + 1, last)
    elif cue.kind == "phrase_what" or words[cue_end] in ("ما", "كما", "لما", "عما"):
        return None
    elif begin < last and _is_statement_noun(text, begin):
        begin, cue_end = begin + 1, begin
    source = subject(text, begin, last) if begin <= last else None
    if source is None or text.is_class(source[0], "no_source") or _no_source_for(text, source[0]):
        return None
    via = None
    if rule == "phrase and verb" and source[1] + 2 <= last and words[source[1] + 1] == "عن":  # كما نقلت الوكالة عن مصدر
        via, source = source, subject(text, source[1] + 2, last) or source
    return Found(rule, (at, cue_end), source, around_phrase(text, at, source[1], first, last, end), gender, via=via)


def _verb_with_pronoun(text: Text, at: int) -> Cue | None:
    """أعلنت, and أعلنته as after حسبما."""
    word, cues = text.words[at], text.known.cues
    return cues.get(word) or cues.get(word[:-1] if word.endswith("ه") else word[:-2] if word.endswith("ها") else "")


def _past_pronoun_and_time(text: Text, at: int, last: int) -> int:
    """Past به of ما صرح به, and past أمس or في."""
    words, verb = text.words, at - 1
    if at <= last and words[at] in ("به", "عنه", "بها", "عنها", "ه"):
        at += 1
    while at <= last and (words[at] in TIME or words[at] == "في" and at == verb + 1):
        at += 1
    return at


def _is_statement_noun(text: Text, at: int) -> bool:
    """تأكيدات in حسب تأكيدات الأمم المتحدة, not in حسب البيان."""
    word, nouns = text.words[at], text.known.of_class["statement"]
    return not word.startswith("ال") and any(rest in nouns for _, rest in arabic.proclitics(word))


def _no_source_for(text: Text, at: int) -> bool:
    unfit = text.known.of_class["no_source"]
    return any(rest in unfit for _, rest in arabic.proclitics(text.words[at]))


READERS = {"verb": _verb, "verb_now": _verb, "participle": _participle, "verb_from": _verb_from, "phrase": _phrase, "phrase_what": _phrase,
           "phrase_for": _phrase_for, "phrase_from": _phrase_from, "phrase_long": _phrase_long}
"""By kind of cue: the reader of the cue at token `at`, in the sentence of tokens `first` to `last` that ends at character `end`."""
