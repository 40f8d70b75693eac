"""Dates in running text: absolute ones in every family of month names, and relative ones resolved against the day of publication.

`find` reads a text in one pass, `table` does the same for articles. A phrase that needs the day of publication is found
without it too, and stays unresolved: `first` and `last` are then missing. Month and weekday words are in `data/calendar.csv`;
`words` turns a text into signs, `grammar` reads them, `calendars` counts days.
"""
from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from .. import arabic
from .grammar import NO_DATE, Meaning, Reading, anywhere, rules
from .words import signs

__all__ = ["Date", "as_day", "date_of", "find", "table"]


@dataclass(frozen=True, slots=True)
class Date:
    """One date in a text.

    Attributes
    ----------
    start, end : int
        Offsets into the text; `quote` is ``text[start:end]``, after a joined و ف ب ل.
    quote : str
    kind : str
        ``absolute`` (says its year), ``partial`` (day or month without a year, the year taken from publication), ``relative``
        (counted from publication), ``anaphoric`` (counted from another date of the text: never resolved).
    precision : str
        ``day``, ``week``, ``month``, ``year``, ``decade``, ``century``, or ``span``: any other stretch of days.
    first, last : datetime.date or None
        First and last day, both inside. None: open on that side, or unresolved (both None).
    calendar : str
        ``gregorian`` or ``hijri``; days are Gregorian in both.
    rule : str
        The rule of the grammar that found it.
    note : str
        What was decided and how, where the words leave a choice ("a weekday alone: the most recent one").
    bound : str
        ``since`` or ``until`` where such a word stands before it: the stretch begins or ends there. Else "".
    """

    start: int
    end: int
    quote: str
    kind: str
    precision: str
    first: datetime.date | None
    last: datetime.date | None
    calendar: str
    rule: str
    note: str
    bound: str

    @property
    def resolved(self) -> bool:
        """True where at least one end is known."""
        return self.first is not None or self.last is not None


def as_day(published) -> datetime.date | None:
    """A day from a date, datetime, Timestamp, "YYYY-MM-DD…" or a missing value (None, NaT, NA, ""); None where it is none.

    >>> as_day("2016-09-05")
    datetime.date(2016, 9, 5)
    """
    if published is None or type(published).__name__ in ("NaTType", "NAType", "float"):
        return None
    if isinstance(published, datetime.datetime):
        return published.date()
    if isinstance(published, datetime.date):
        return published
    try:
        return datetime.date.fromisoformat(str(published)[:10])
    except ValueError:
        return None


def find(text: str, published=None) -> list[Date]:
    """The dates in a text.

    Parameters
    ----------
    text : str
    published : date, datetime, Timestamp or "YYYY-MM-DD", optional
        The day from which أمس and الجمعة الماضي count. Without it they are found and left unresolved.

    Returns
    -------
    list of Date
        In text order, never overlapping. Never raises.

    Examples
    --------
    >>> [(date.quote, str(date.first)) for date in find("وصل أول من أمس ويغادر الأحد المقبل", "2016-08-28")]
    [('أول من أمس', '2016-08-26'), ('الأحد المقبل', '2016-09-04')]
    >>> date, = find("منذ أواخر تموز/ يوليو الماضي", "2016-09-09")
    >>> str(date.first), str(date.last), date.precision, date.bound
    ('2016-07-22', '2016-07-31', 'span', 'since')
    """
    return list(_found(text, as_day(published)))


@lru_cache(maxsize=8)  # casualties asks for the dates of one text report by report
def _found(text: str, published: datetime.date | None) -> tuple[Date, ...]:
    found = []
    reading = Reading(signs(arabic.tokens(text)), published)
    at, line, search = 0, reading.signs.text, anywhere().search
    while match := search(line, at):
        start = match.start()
        best = None
        for rule in rules():
            candidate = rule.pattern.match(line, start)
            if candidate and candidate.end() > start and (best is None or candidate.end() > best[1].end()):
                meaning = rule.meaning(candidate, reading)
                if meaning:
                    best = rule, candidate, meaning
        date = best and best[2] is not NO_DATE and _date(text, reading, *best)
        if date:
            found.append(date)
        at = best[1].end() if best else start + 1
    return tuple(found)


def _date(text: str, reading: Reading, rule, match, meaning: Meaning) -> Date | None:
    first, last = match.start(), match.end() - 1
    tokens = reading.signs.tokens
    start, end = _after_proclitic(reading, first), tokens.ends[last]
    if "\n" in text[start:end]:
        return None
    if meaning.kind == "relative" and _inside_quotation(text, start):
        meaning = meaning._replace(note="; ".join(filter(None, [meaning.note, "inside a quotation: the speaker's day may be another"])))
    if tokens.words[last] in (")", "]") and "(" not in (inside := text[start:end]) and "[" not in inside:
        end = tokens.ends[last - 1]
    bound = "since" if reading.is_class(first - 1, "since") or reading.is_class(first, "since") else "until" if reading.is_class(first - 1, "until") else ""
    return Date(start, end, text[start:end], meaning.kind, meaning.precision, meaning.span[0], meaning.span[1], meaning.calendar, rule.name, meaning.note, bound)


def _inside_quotation(text: str, at: int) -> bool:
    before = text[max(0, at - 400) : at]
    before = before[before.rfind("\n") + 1 :]
    return before.rfind("«") > before.rfind("»") or before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def _after_proclitic(reading: Reading, at: int) -> int:
    tokens = reading.signs.tokens
    start, letters = tokens.starts[at], reading.signs.proclitic(at)
    if not letters or tokens.words[at].startswith(("لل", "ولل", "فلل")):  # للجمعة cannot be cut
        return start
    return start + arabic.normalise(tokens.text[start : tokens.ends[at]]).offsets[letters]


def date_of(text: str, start: int, end: int, published=None) -> Date | None:
    """The date that a statement at `start`:`end` most likely bears: the nearest one in its sentence, days before longer stretches.

    >>> text = "قتل خمسة أشخاص أمس في حلب، وكان الاتفاق وقع عام 2014."
    >>> date_of(text, 0, 13, "2016-08-28").quote
    'أمس'
    """
    first, last = _sentence(text, start, end)
    found = _found(text, as_day(published))
    low, high = bisect_left(found, first, key=_start), bisect_right(found, last, key=_start)
    inside = [date for date in found[low:high] if date.end <= last and date.kind != "anaphoric"]
    fine = [date for date in inside if date.precision in ("day", "span")] or inside
    return min(fine, key=lambda date: (max(date.start - end, start - date.end, 0), date.start), default=None)


def _start(date: Date) -> int:
    return date.start


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    first, low, window = -1, start, 500
    while first < 0 < low:  # wider by and by: no report looks through the whole text
        low, window = max(0, start - window), 4 * window
        first = max(text.rfind(mark, low, start) for mark in ("\n", ". ", "؟", "!"))
    after = _END.search(text, end)
    return first + 1, after.start() if after else len(text)


_END = re.compile(r"[\n؟!]|\. ")


_COLUMNS = {"article": "string", "kind": "string", "precision": "string", "first": "datetime64[s]", "last": "datetime64[s]", "calendar": "string",
            "bound": "string", "rule": "string", "note": "string", "start": "Int64", "end": "Int64", "quote": "string"}


def table(articles):
    """The dates of articles, one row a date.

    Parameters
    ----------
    articles : DataFrame
        Columns `article`, `text` and, if known, `published`.

    Returns
    -------
    DataFrame
        `article`, `kind`, `precision`, `first`, `last` (days; missing: open or unresolved), `calendar`, `bound`, `rule`, `note`,
        `start`, `end` (offsets into the article's text), `quote`.
    """
    import pandas as pd

    days = articles["published"] if "published" in articles else [None] * len(articles)
    rows = [(article, date) for article, text, day in zip(articles["article"], articles["text"], days) if isinstance(text, str) for date in find(text, day)]
    frame = pd.DataFrame({name: [article if name == "article" else getattr(date, name) for article, date in rows] for name in _COLUMNS},
                         columns=list(_COLUMNS))
    for name, kind in _COLUMNS.items():
        frame[name] = pd.to_datetime(frame[name]).astype(kind) if kind.startswith("datetime") else frame[name].astype(kind)
    return frame
