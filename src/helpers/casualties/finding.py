"""Find the casualty reports of a text: its sentences with a word of harm, read one by one, and their relations."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from .. import arabic, numbers
from ..corpus import split
from ..places import find_in, nearest
from .clauses import cumulative
from .phrases import Phrase, Sentence
from .report import Explanation, Report
from .retelling import cues_of, incidents, share, spans_between
from .rules import Found, reports_of
from .vocabulary import ALONE, FIXED, Word, completes, phrase_at, word

__all__ = ["explain", "find", "table"]

_FARTHEST_COMPLEMENT = 25  # words
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
    read = list(map(word, words))
    hits = [at for at, one in enumerate(read) if one.trigger and (one.trigger == ALONE or _goes_on(one, words, at))]
    if not hits:
        return []
    counted = numbers.find(text)
    starts = [number.start for number in counted]
    reports: list[Report] = []
    for first, last in _sentences(tokens, hits):
        low, high = tokens.starts[first], tokens.ends[last - 1]
        inside = counted[bisect_left(starts, low) : bisect_left(starts, high)]
        sentence = Sentence(tokens, first, last, inside, read[first:last])
        _add(reports, sentence, reports_of(sentence))
    return reports


def _goes_on(one: Word, words: list[str], at: int) -> bool:
    """Whether the rest of a phrase follows the word that may begin it."""
    if one.trigger == FIXED:
        return phrase_at(words, at) is not None
    return any(completes(word, one.complements) for word in words[at + 1 : at + _FARTHEST_COMPLEMENT])


def _sentences(tokens: arabic.Tokens, hits: list[int]) -> Iterator[tuple[int, int]]:
    """Token spans of the sentences that hold a hit, at most `_LONGEST` tokens each."""
    spans = split(tokens.text)
    begins = [start for start, _ in spans]
    done = 0
    for hit in hits:
        if hit < done:
            continue
        start, end = spans[max(0, bisect_right(begins, tokens.starts[hit]) - 1)]
        first, last = max(done, bisect_left(tokens.starts, start)), bisect_left(tokens.starts, end)
        first = max(first, hit - _LONGEST // 2)
        done = min(max(last, hit + 1), first + _LONGEST)
        yield first, done


def _add(reports: list[Report], sentence: Sentence, found: list[Found]) -> None:
    if not found:
        return
    places = find_in(sentence)
    before = len(reports)
    index = {id(item): len(reports) + place for place, item in enumerate(found)}
    role = "unknown"
    for item, after in zip(found, found[1:]):  # قتلى وجرحى من المدنيين: whose dead they are stands after the second
        pair = item.phrase, after.phrase
        if None not in pair and pair[0].role == "unknown" and pair[0].victim is not None and pair[1].victim is not None and pair[1].start == pair[0].end + 1:
            pair[0].role = pair[1].role
    for item in found:
        phrase = item.phrase
        own = phrase.role if phrase is not None else "unknown"
        if phrase is not None and own == "unknown" and phrase.others:
            own = role
        elif phrase is not None:
            role = own
        first, last = _quote(item)
        start, end = _after_and(sentence, first, last), sentence.ends[last]
        parent = item.part_of
        victims = _victims(sentence, phrase) if phrase is not None else ""
        count = sentence.quote(*phrase.count) if phrase is not None and phrase.count else (sentence.quote(phrase.head, phrase.head) if phrase is not None and phrase.head is not None else "")
        spread = phrase is not None and item.low != 0 and not (item.low == item.high == 1) and cumulative(sentence, phrase, item.trigger[0])
        reports.append(Report(
            item.outcome, item.low, item.high, item.approx, item.vague, victims, own, "cumulative" if spread else "event",
            index.get(id(parent)) if parent is not None else _told_before(reports[:before], item.outcome) if item.back else None, sentence.text[start:end], start, end, _source(sentence.text, start, end), _place(sentence.text, places, start, end),
            sentence.quote(*_trigger_span(item)), item.rule, count, item.doubt or (phrase.doubt if phrase is not None else "")))


def _victims(sentence: Sentence, phrase: Phrase) -> str:
    """The words that name the people, without a joined و before and words of the bound after them."""
    first, last = (phrase.start, phrase.core) if phrase.head is None else (phrase.head, max(phrase.head, phrase.end))
    while last > first and sentence.words[last] in ("تقريبا", "الاقل"):
        last -= 2 if sentence.words[last] == "الاقل" and last - 1 > first else 1
    return sentence.text[_after_and(sentence, first, last) : sentence.ends[last]]


def _told_before(reports: list[Report], outcome: str) -> int | None:
    """The last whole of several people with an outcome, for a part told a sentence or more later."""
    for index in range(len(reports) - 1, max(-1, len(reports) - 9), -1):
        report = reports[index]
        if report.outcome == outcome and report.part_of is None and (report.low or report.vague) and not report.low == report.high == 1:
            return index
    return None


def _source(text: str, start: int, end: int) -> str | None:
    from ..sources import source_at

    found = source_at(text, start, end)
    return (found.name or found.source) if found is not None else None


def _place(text: str, places: list, start: int, end: int) -> str | None:
    """The nearest of the sentence's places."""
    found = nearest(text, places, start, end)
    return found.name if found is not None else None


def _after_and(sentence: Sentence, first: int, last: int) -> int:
    """Where a quote starts: after a joined و or ف."""
    start, word = sentence.starts[first], sentence.words[first]
    if word in ("و", "ف") and first < last:
        return sentence.starts[first + 1]
    joined = sentence.readings[first].conjunction or word[:1] == "و" and first in sentence.numbers and len(word) > 3
    if not joined or word[:1] not in "وف":
        return start
    start += 1
    while start < sentence.ends[first] and not sentence.text[start].isalpha():
        start += 1
    return start


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
        return min(first, start), max(last, end)
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


_COLUMNS = {
    "article": "string", "report": "Int64", "outcome": "string", "low": "Int64", "high": "Int64", "approx": "boolean", "vague": "string", "victims": "string",
    "role": "string", "scope": "string", "part_of": "Int64", "quote": "string", "start": "Int64", "end": "Int64", "source": "string", "place": "string",
    "date": "datetime64[s]", "sentence": "Int64", "trigger": "string", "rule": "string", "words": "string", "doubt": "string",
    "incident": "Int64", "cues": "string",
}


def table(articles):
    """The casualty reports of articles, one row each.

    Parameters
    ----------
    articles : DataFrame
        Columns `article` and `text`; with `published`, relative dates (أمس) are resolved.

    Returns
    -------
    DataFrame
        `article`; `report`, its index within the article, which is what `part_of` names; the fields of `Report`; `date`, the first day that
        the sentence gives for it; `sentence`, as in `corpus.sentences`; `incident`, which of the incidents that the article tells of one after
        the other; `cues`, how the report stands to earlier ones (`retelling.cues_of`). Missing: a bound that the words leave open, no source, place or date.
    """
    import pandas as pd

    from ..dates import date_of

    days = articles["published"] if "published" in articles else [None] * len(articles)
    rows = []
    for article, text, day in zip(articles["article"], articles["text"], days):
        if not isinstance(text, str):
            continue
        found = find(text)
        for index, (report, retold) in enumerate(zip(found, _retold(text, found))):
            date = date_of(text, report.start, report.end, None if pd.isna(day) else day)
            row = {name: getattr(report, name) for name in _COLUMNS if hasattr(report, name)}
            rows.append({**row, **retold, "article": article, "report": index, "date": date.first if date is not None else None})
    frame = pd.DataFrame({name: [row[name] for row in rows] for name in _COLUMNS}, columns=list(_COLUMNS))
    for name, kind in _COLUMNS.items():
        frame[name] = pd.to_datetime(frame[name]).astype(kind) if kind.startswith("datetime") else frame[name].astype(kind)
    return frame


def _retold(text: str, reports: list[Report]) -> list[dict]:
    """Of each report: the sentence and incident it stands in, and how its words tie it to earlier reports."""
    if not reports:
        return []
    sentences = split(text)
    spans = spans_between(sentences, [(report.start, report.end) for report in reports])
    number = incidents(text, sentences, sorted({at for at, _, _ in spans}))
    cues = [set(cues_of(text, report.start, report.end, first, last).split()) for report, (_, first, last) in zip(reports, spans)]
    share(cues, [at for at, _, _ in spans], [(report.start, report.end) for report in reports])
    return [{"sentence": at, "incident": number[at], "cues": " ".join(sorted(found))} for (at, _, _), found in zip(spans, cues)]
