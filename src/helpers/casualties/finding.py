"""Find the casualty reports of a text: its sentences with a word of harm, read one by one, and their relations."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from .. import arabic, numbers
from .clauses import cumulative
from .grammar import SENTENCE_ENDS
from .phrases import Phrase, Sentence
from .report import Explanation, Report
from .rules import Found, reports_of
from .vocabulary import may_trigger

__all__ = ["explain", "find", "table"]

_LONGEST = 400  # words of one sentence; longer ones (lists without a full stop) are read in pieces, so that time stays linear


def find(text: str) -> list[Report]:
    """The casualty reports of a text, in text order.

    Parameters
    ----------
    text : str
        Arabic news text of any length.

    Returns
    -------
    list of Report
        Fields as in the codebook; `part_of` is an index into this list; bounds that the words leave open are None.

    Examples
    --------
    >>> for report in find("قتل 3 جنود وأصيب سبعة مدنيين بينهم طفلان في انفجار لغم."):
    ...     print(report.outcome, report.low, report.high, report.part_of, report.quote)
    killed 3 3 None قتل 3 جنود
    injured 7 7 None أصيب سبعة مدنيين
    injured 2 2 1 بينهم طفلان
    """
    tokens = arabic.tokens(text)
    words = tokens.words
    hits = [at for at, word in enumerate(words) if may_trigger(word)]
    if not hits:
        return []
    counted = numbers.find(text)
    starts = [number.start for number in counted]
    reports: list[Report] = []
    for first, last in _sentences(tokens, hits):
        low, high = tokens.starts[first], tokens.ends[last - 1]
        inside = counted[bisect_left(starts, low) : bisect_right(starts, high)]
        sentence = Sentence(tokens, first, last, inside)
        _add(reports, sentence, reports_of(sentence))
    return reports


def _sentences(tokens: arabic.Tokens, hits: list[int]) -> Iterator[tuple[int, int]]:
    """Token spans of the sentences that hold a hit."""
    words, starts, text = tokens.words, tokens.starts, tokens.text
    end = 0
    for hit in hits:
        if hit < end:
            continue
        first = hit
        while first > end and hit - first < _LONGEST and not _ends(tokens, first - 1):
            first -= 1
        last = hit + 1
        while last < len(words) and last - hit < _LONGEST and not _ends(tokens, last - 1):
            last += 1
        end = last
        yield first, last


def _ends(tokens: arabic.Tokens, at: int) -> bool:
    """True where a sentence ends with token `at`."""
    words = tokens.words
    if words[at] in SENTENCE_ENDS:
        if words[at] == "." and 0 < at < len(words) - 1 and tokens.ends[at] == tokens.starts[at + 1] and (words[at + 1].isdigit() or words[at - 1].isdigit() and words[at + 1].isdigit()):
            return False
        return True
    return at + 1 < len(words) and tokens.starts[at + 1] - tokens.ends[at] > 0 and "\n" in tokens.text[tokens.ends[at] : tokens.starts[at + 1]]


def _add(reports: list[Report], sentence: Sentence, found: list[Found]) -> None:
    index = {id(item): len(reports) + place for place, item in enumerate(found)}
    role = "unknown"
    for item in found:
        phrase = item.phrase
        own = phrase.role if phrase is not None else "unknown"
        if phrase is not None and own == "unknown" and (phrase.others or phrase.head is None):
            own = role
        elif phrase is not None:
            role = own
        first, last = _quote(item)
        start, end = sentence.starts[first], sentence.ends[last]
        parent = item.part_of
        victims = ""
        if phrase is not None and phrase.head is not None:
            victims = sentence.quote(phrase.head, max(phrase.head, phrase.end))
        elif phrase is not None:
            victims = sentence.quote(phrase.start, phrase.core)
        count = sentence.quote(*phrase.count) if phrase is not None and phrase.count else (sentence.quote(phrase.head, phrase.head) if phrase is not None and phrase.head is not None else "")
        spread = phrase is not None and item.low != 0 and not (item.low == item.high == 1) and cumulative(sentence, phrase, item.trigger[0])
        reports.append(Report(
            item.outcome, item.low, item.high, item.approx, item.vague, victims, own, "cumulative" if spread else "event",
            index.get(id(parent)) if parent is not None else None, sentence.text[start:end], start, end, None, None,
            sentence.quote(*_trigger_span(item)), item.rule, count, item.doubt))


def _trigger_span(item: Found) -> tuple[int, int]:
    first, last = item.trigger
    return (first, last) if last - first <= 2 else (first, first)


def _quote(item: Found) -> tuple[int, int]:
    """The shortest stretch with quantity and people; the trigger is in it where it stands close."""
    phrase = item.phrase
    first, last = item.trigger
    if phrase is None:
        return max(0, first - 3) if item.rule == "denial" else first, last
    start, end = phrase.start, max(phrase.core, phrase.head if phrase.head is not None else phrase.start, phrase.start)
    if item.rule == "toll":
        return first, end
    if 0 < start - last <= 8 or start <= last and last - end <= 8:
        start, end = min(start, first), max(end, last)
    return start, end


def explain(text: str) -> Explanation:
    """The reports of a text with trigger, rule and count words of each; shows as marked text in a notebook.

    >>> print(explain("قتل 3 جنود."))
    0: killed 3 [combatant, event] «قتل 3 جنود»
       rule verb_people; trigger «قتل»; count «3»; victims «جنود»
    """
    return Explanation(text, find(text))


def table(articles):
    """placeholder"""
    raise NotImplementedError
