"""The grammar of dates: patterns over the signs of `words`, each with the function that says which days it means.

A rule's function gets the match and a `Reading` (signs and day of publication) and returns a `Meaning`, or None where the
words turn out to be no date. Patterns are bounded, so that a text is read in linear time.
"""
from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from .calendars import Span, add, day_of, hijri, hijri_day, nearest, part_of, period, weekday_near, within
from .words import Signs, atoms, calendar

__all__ = ["Meaning", "NO_DATE", "Reading", "Rule", "anywhere", "rules"]


class Meaning(NamedTuple):
    """What a phrase says: kind, precision, first and last day (None: open or unresolved), and what was decided how."""

    kind: str
    precision: str
    span: tuple[datetime.date | None, datetime.date | None] = (None, None)
    note: str = ""
    calendar: str = "gregorian"


NO_DATE = Meaning("", "")
"""The words are a name, or no possible day, and nothing in them is a date: شارع 26 يوليو, 31 نيسان."""


class Reading(NamedTuple):
    """One text being read: signs, and the day of publication (None: not known)."""

    signs: Signs
    published: datetime.date | None

    def value(self, match: re.Match, group: str) -> str:
        """The table's value of the first token of a group, "" where the group is absent."""
        return self.signs.value(match.start(group)) if match.group(group) else ""

    def is_class(self, at: int, *names: str) -> bool:
        """True where the token's sign is of one of the classes."""
        return 0 <= at < len(self.signs.text) and self.signs.text[at] in [calendar().of_class[name] for name in names]


class Rule(NamedTuple):
    name: str
    pattern: re.Pattern
    meaning: Callable[[re.Match, Reading], Meaning | None]


_RULES: list[tuple[str, str, Callable]] = []


def _rule(name: str, pattern: str):
    def keep(meaning):
        _RULES.append((name, pattern, meaning))
        return meaning
    return keep


@lru_cache(maxsize=1)
def rules() -> list[Rule]:
    """The compiled rules."""
    pieces = atoms()
    return [Rule(name, re.compile(pattern.format(**pieces)), meaning) for name, pattern, meaning in _RULES]


@lru_cache(maxsize=1)
def anywhere() -> re.Pattern:
    """One pattern that finds where any rule may match: one pass of the expression engine leads to the few places worth a reading."""
    nameless = [re.sub(r"[(][?]P<[a-z0-9_]+>", "(?:", rule.pattern.pattern).replace("(?P=mark)", "[/!-]").replace(""
       r"(?(open)[)])", "[)]?") for rule in rules()]
    return re.compile("|".join(nameless))


_DIRECTION = {"past": -1, "future": 1, "current": 0}
_PERIODS = {"hour": "day", "day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "century": "century"}


def _tense(reading: Reading, at: int) -> str:
    for name in _DIRECTION:
        if reading.is_class(at, name):
            return name
    return ""


# ---------------------------------------------------------------------------------------------- calendar dates

_YEAR = r"(?:,?{of}?(?:{unit_year}|{the_unit_year})?(?P<year>Y){era}?)"
_TAIL = (r"(?:" + _YEAR + r"|{of}?(?P<tail_unit>{the_unit_year}|{this}{the_unit_year})(?P<tail_adjective>{adjective}|{other})?"
         r"|(?P<adjective>{adjective})|(?P<other>{other}))")


@_rule("day and month", r"(?:(?P<first_day>{first_day}){of}?|(?P<bare_day>{bare_ordinal})|(?P<day>{day})(?:(?:-|{until}|{range})"
       r"(?P<day2>L?D))?{of}?){unit_month}?(?P<month>{months})" + _TAIL + "?")
def _day_and_month(match, reading):
    day = 1 if match["first_day"] else _day_number(match, reading, "bare_day" if match["bare_day"] else "day")
    return _calendar_date(match, reading, day, _day_number(match, reading, "day2"))


@_rule("month", r"(?:(?P<edge>{edge}){of}?)?(?P<word>{unit_month})?(?P<month>{months})" + _TAIL + "?")
def _month(match, reading):
    certain = match["edge"] or match["word"] or match["year"] or match["adjective"] or match["tail_unit"] or len(match["month"]) > 1
    before = match.start() - 1
    if not certain and not reading.is_class(match.start("month"), "month", "hijri_month"):
        if not reading.is_class(before, "in", "since", "during", "until") or reading.value(match, "month") == "2" and reading.is_class(
                match.start("month"), "hijri_month_or_word"):
            return None
    return _calendar_date(match, reading, None, None)


def _calendar_date(match, reading, day, day2):
    if reading.is_class(match.start() - 1, "named_after"):
        return NO_DATE  # شارع 26 يوليو
    month = int(reading.value(match, "month"))
    if _two_months(match, reading, month):
        return None
    if reading.is_class(match.start("month"), "hijri_month", "hijri_month_or_word"):
        return _hijri_date(match, reading, month, day)
    edge = match.groupdict().get("edge") and reading.value(match, "edge")
    precision = "span" if day2 or edge else "day" if day else "month"
    kind, span, note = _in_year(match, reading, month, day)
    if span and day2:
        last = day_of(span[0].year, month, day2)
        span = (span[0], last) if last and last >= span[0] else None
    if kind == "absolute" and not span:
        return NO_DATE  # 31 April
    if span and edge:
        span = part_of(span, edge)
    return Meaning(kind, precision, span or (None, None), note)


def _two_months(match, reading, month) -> bool:
    """يوليو تموز is one month, مايو يونيو are two."""
    second = [at for at in range(match.start("month") + 1, match.end("month")) if reading.signs.text[at] not in "+/-()"]
    return bool(second) and int(reading.signs.value(second[0])) != month


def _in_year(match, reading, month, day) -> tuple[str, Span | None, str]:
    """Which year: the one written, the one of an adjective, else the likely one."""
    published = reading.published
    if match["year"]:
        year = int(reading.value(match, "year"))
        return "absolute", _of_year(year, month, day), ""
    if match["other"] or match["tail_adjective"] and reading.is_class(match.start("tail_adjective"), "other"):
        return "anaphoric", None, "counts from another date in the text"
    if match["tail_unit"]:
        at = match.start("tail_adjective") if match["tail_adjective"] else -1
        direction = _DIRECTION.get(_tense(reading, at), 0)
        return "relative", published and _of_year(published.year + direction, month, day), ""
    if match["adjective"]:
        direction = _DIRECTION[_tense(reading, match.start("adjective"))]
        if not published:
            return "relative", None, ""
        return "relative", within(published, month, day, direction) if direction else _of_year(published.year, month, day), ""
    return "partial", published and _likely(match, reading, month, day), _NO_YEAR if published else ""


_NO_YEAR = "no year is stated: the most recent such day, or one in the coming weeks"


def _likely(match, reading, month, day) -> Span | None:
    """News looks back: the most recent one, unless the next is near or a verb of the future stands before it."""
    published = reading.published
    coming, past = within(published, month, day, 1), within(published, month, day, -1)
    running = nearest(published, month, day)
    if running and running[0] <= published <= running[1]:
        return running
    if coming and (_foretold(reading, match.start()) or (coming[0] - published).days <= _COMING_DAYS):
        return coming
    return past


_COMING_DAYS = 45


def _of_year(year, month, day) -> Span | None:
    first = day_of(year, month, day or 1)
    if not first:
        return None
    return (first, first) if day else period(first, "month")


def _hijri_date(match, reading, month, day):
    year = int(reading.value(match, "year")) if match["year"] else None
    kind = "absolute" if year else "partial"
    if year and year > 1600:
        return Meaning("partial", "day" if day else "month", note="the year is not of the Islamic calendar: not converted", calendar="hijri")
    if not year and reading.published:
        now, running = hijri_day(reading.published)
        tense = _tense(reading, match.start("adjective")) if match["adjective"] else ""
        year = now - (tense == "past" and month >= running) + (tense == "future" and month <= running)
        kind = "relative" if tense else "partial"
    found = hijri(year, month, day) if year else None
    span, note = (found[0], _moon(found[1])) if found else ((None, None), "Islamic date, not converted")
    return Meaning(kind, "day" if day else "month", span, note, "hijri")


def _moon(reckoning: str) -> str:
    return f"Islamic date by the {reckoning} calendar: a day more or less where the moon decides"


def _day_number(match, reading, group):
    if not match[group]:
        return None
    total = 0
    for at in range(match.start(group), match.end(group)):
        if reading.signs.text[at] in "L+":
            continue
        total += int(reading.signs.value(at))
    return total if 1 <= total <= 31 else None


# ---------------------------------------------------------------------------------------------- digits

@_rule("digits", r"[DNY](?P<mark>[/!-])[DN](?P=mark)[DNY]{era}?")
def _digits(match, reading):
    words = reading.signs.tokens
    at = match.start()
    if any(not words.glued(i) for i in range(at + 1, at + 5)) or match.start() and words.glued(at) and reading.signs.text[at - 1] in "!/-DNY":
        return None
    if match.end() < len(reading.signs.text) and words.glued(match.end()) and reading.signs.text[match.end()] in "/-DNY":
        return None
    a, b, c = (int(words.words[i]) for i in (at, at + 2, at + 4))
    note = ""
    if a > 31:
        year, month, day = a, b, c
    else:
        day, month, year = a, b, c
        if month > 12 >= day:
            day, month, note = month, day, "month before day"
        elif day <= 12 and day != month:
            note = "day before month, as Arabic news writes it"
    if year < 100:
        if match["mark"] == "!":
            return None  # 1.2.3 is a section or a version
        year += 2000 if year < 70 else 1900
    if 1300 <= year <= 1600 and (year < 1500 or match.end() - at > 5):
        found = hijri(year, month, day)
        return found and Meaning("absolute", "day", found[0], _moon(found[1]), "hijri")
    span = _of_year(year, month, day)
    return span and 1800 <= year <= 2200 and Meaning("absolute", "day", span, note) or None


@_rule("day/month", r"(?P<day>D)(?P<mark>[/-])(?P<month>D)")
def _dateline(match, reading):
    """15 - 7 (اف ب) is the day and month of a dateline; 3-1 elsewhere is a score, a range, a fraction."""
    signs = reading.signs.text
    dateline = re.match(r"[(](?:[^)]){0,6}" + calendar().of_class["agency"], signs[match.end() : match.end() + 8])
    if not (dateline or reading.is_class(match.start() - 1, "unit_day", "dated", "weekday")):
        return None
    if match.end() < len(signs) and signs[match.end()] in "/-":
        return None
    day, month = int(reading.signs.value(match.start("day"))), int(reading.signs.value(match.start("month")))
    if month > 12 or not day_of(2000, month, day):
        return None
    span = _likely(match, reading, month, day) if reading.published else None
    return Meaning("partial", "day", span or (None, None), _NO_YEAR if span else "")


@_rule("day of this month", r"(?P<day>{day})(?:{of}(?:{this})?(?P<unit>{the_unit_month})(?P<adjective>{adjective}|{other})?|{of}?"
       r"(?P<running>{current}))")
def _day_of_month(match, reading):
    day = _day_number(match, reading, "day")
    if not day or reading.is_class(match.start() - 1, "named_after"):
        return None
    if not match["running"] and not match["adjective"] and reading.signs.text[match.start("day")] not in "LD":
        return None
    if match["adjective"] and reading.is_class(match.start("adjective"), "other"):
        return Meaning("anaphoric", "day", note="counts from another date in the text")
    if not reading.published:
        return Meaning("relative", "day")
    direction = _DIRECTION.get(_tense(reading, match.start("adjective")), 0) if match["adjective"] else 0
    month = add(reading.published.replace(day=1), direction, "month")
    date = month and day_of(month.year, month.month, day)
    return Meaning("relative", "day", (date, date)) if date else None


@_rule("year", r"(?:(?P<edge>{edge}|{season}){of}?)?(?P<word>{unit_year}|{the_unit_year}|{two_units_year})?(?P<year>[YN])(?P<era>{era})?(?:(?P<to>[/-]|{until}|{range})(?P<year2>Y))?")
def _year(match, reading):
    year = int(reading.signs.value(match.start("year")))
    before, after = match.start() - 1, match.end()
    hijra = match["era"] and reading.is_class(match.start("era") + match["era"].startswith("("), "hijri_era")
    if not (match["word"] or match["era"]):
        introduced = match["edge"] or reading.is_class(before, "since", "until", "in")
        if not introduced or year < 1900 or year % 100 == 0 or _counts_something(reading, after):
            return None
    if len(reading.signs.tokens.words[match.start("year")]) < 3 or not (100 < year < 2200):
        return None
    if hijra:
        first, last = hijri(year, 1, None), hijri(year, 12, None)
        return Meaning("absolute", "year", (first[0][0], last[0][1]), _moon(first[1]), "hijri") if first and last else None
    span = period(datetime.date(year, 1, 1), "year")
    if match["year2"] and not reading.signs.text[match.start("to")] in "/-" and not reading.is_class(match.start("word"), "two_units_year"):
        return None  # عام 1990 و1996 are two dates, عامي 1990 و1996 one stretch; the shorter reading is tried next
    if match["year2"]:
        span = span[0], period(datetime.date(int(reading.signs.value(match.start("year2"))), 1, 1), "year")[1]
        return Meaning("absolute", "span", span) if span[0] < span[1] else None
    if match["edge"]:
        value = reading.value(match, "edge")
        return Meaning("absolute", "span", _season(year, value) if "-" in value else part_of(span, value))
    return Meaning("absolute", "year", span)


@_rule("years", r"(?P<year>Y)(?:-|{until}|{range})(?P<year2>Y)")
def _years_between(match, reading):
    """من 1992 حتى 1995, بين 2011 و2013."""
    first, last = int(reading.signs.value(match.start("year"))), int(reading.signs.value(match.start("year2")))
    before = match.start() - 1
    introduced = reading.is_class(before, "of") or before >= 0 and reading.signs.tokens.words[before] in ("بين", "الفتره", "عامي", "للفتره")
    if not introduced or not 1800 <= first < last <= 2100:
        return None
    return Meaning("absolute", "span", (datetime.date(first, 1, 1), datetime.date(last, 12, 31)))


def _season(year, months) -> Span:
    first, last = (int(month) for month in months.split("-"))
    start = datetime.date(year, first, 1)
    return start, period(add(start, 2, "month"), "month")[1]


def _counts_something(reading, at) -> bool:
    """True where a bare indefinite word follows, which the number may count: في 2016 قرية."""
    words = reading.signs.tokens.words
    if at >= len(words) or reading.signs.text[at] != ".":
        return False
    return words[at][:1] not in "والفسيت" and words[at].isalpha()


# ---------------------------------------------------------------------------------------------- days told from publication

_PART = "(?:{day_part}{unit_day}?)"


@_rule("weekday", r"(?:{day_part}|{and_day_part})?(?:{unit_day})?(?:(?P<word>{day_word}|{bare_tomorrow}),?)?(?:{day_part})?"
       r"(?:{unit_day})?(?P<open>[(])?(?P<weekday>{weekday})(?(open)[)])(?:{day_part})?"
       r"(?:[(](?P<word_after>{day_word})[)])?"
       r"(?:(?P<twice>{before}{past}|{after}{future})|(?P<adjective>{adjective})|(?P<other>{other})|{of}"
       r"(?P<week>{the_unit_week}|{this}{the_unit_week})(?P<week_adjective>{adjective})?)?"
       r"(?:(?P<date>,?{dated}?[(]?(?P<day>{day}){of}?{unit_month}?(?P<month>{months})" + _YEAR + r"?[)]?)|(?P<date2>[(]?D[/-]D[/-][DNY][)]?))?")
def _weekday(match, reading):
    weekday = int(reading.value(match, "weekday"))
    if match["date"] or match["date2"]:
        return _weekday_with_date(match, reading, weekday)
    if _is_no_day(match, reading) or match["open"] and not match["word"]:
        return None
    if match["other"]:
        return Meaning("anaphoric", "day", note="counts from another date in the text")
    published = reading.published
    if not published:
        return Meaning("relative", "day")
    day, note = _which_weekday(match, reading, weekday, published)
    return Meaning("relative", "day", (day, day), note)


def _is_no_day(match, reading) -> bool:
    """كل جمعة and سوق الخميس are no day; الاثنين may be "the two" where كلا or بين stands before it and no day word does."""
    if reading.is_class(match.start() - 1, "every"):
        return True
    if match.end() - match.start() > 1 or reading.value(match, "weekday") not in "06" or match.start() == 0:
        return False
    return reading.signs.tokens.words[match.start() - 1] in _BEFORE_THE_TWO


_BEFORE_THE_TWO = frozenset("كلا كلي بين هذين هؤلاء هذان احد من الواحد الله اي".split())


def _which_weekday(match, reading, weekday, published):
    if match["word"] or match["word_after"]:
        day = add(published, int(reading.value(match, "word") or reading.value(match, "word_after")), "day")
        wrong = day and day.weekday() != weekday
        return day, "the weekday named is another than that of this day" if wrong else ""
    if match["week"]:
        tense = _tense(reading, match.start("week_adjective")) if match["week_adjective"] else "current"
        first = period(published, "week")[0]
        return add(add(first, 7 * _DIRECTION[tense], "day"), (weekday - first.weekday()) % 7, "day"), ""
    if match["twice"]:
        direction = -1 if reading.is_class(match.start("twice"), "before") else 1
        return add(weekday_near(published, weekday, direction), 7 * direction, "day"), ""
    if match["adjective"]:
        tense = _tense(reading, match.start("adjective"))
        return weekday_near(published, weekday, _DIRECTION[tense] or 1, same=tense == "current"), ""
    shared = _shared_adjective(match.end(), reading)
    if shared:
        return weekday_near(published, weekday, _DIRECTION[shared] or 1, same=shared == "current"), ""
    if _foretold(reading, match.start()):
        return weekday_near(published, weekday, 1, same=True), "a weekday alone after a verb of the future: the coming one"
    return weekday_near(published, weekday, -1, same=True), "a weekday alone: the most recent one"


def _shared_adjective(at, reading) -> str:
    """الأربعاء والخميس المقبلين: the adjective of the second day is the first one's too."""
    second = reading.is_class(at, "weekday") and reading.signs.tokens.words[at].startswith("و")
    return _tense(reading, at + 1) if second and reading.signs.tokens.words[at + 1 : at + 2][0:1] and reading.signs.tokens.words[at + 1].endswith(("ين", "ان")) else ""


def _foretold(reading, at) -> bool:
    coming = calendar().of_class["next_verb"]
    since = reading.signs.text[max(0, at - 12) : at]
    return coming in since[since.rfind("!") + 1 :]


def _weekday_with_date(match, reading, weekday):
    if match["date2"]:
        at = match.start("date2") + match["date2"].startswith("(")
        inner = next(rule for rule in rules() if rule.name == "digits").pattern.match(reading.signs.text, at)
        meaning = inner and _digits(inner, reading)
    else:
        inner = next(rule for rule in rules() if rule.name == "day and month").pattern.match(reading.signs.text, match.start("day"))
        meaning = inner and _day_and_month(inner, reading)
    if meaning and meaning.span[0] and meaning.span[0].weekday() != weekday and meaning.calendar == "gregorian":
        return meaning._replace(note="the weekday named is another than that of this day")
    return meaning


@_rule("night of two days", r"(?:{day_part}|{and_day_part})(?P<first>{weekday})-?(?P<second>{weekday})(?P<adjective>{adjective})?")
def _night_of_two(match, reading):
    """ليل الخميس - الجمعة."""
    first, second = int(reading.value(match, "first")), int(reading.value(match, "second"))
    if (second - first) % 7 != 1 or not reading.published:
        return None if (second - first) % 7 != 1 else Meaning("relative", "span")
    future = match["adjective"] and _tense(reading, match.start("adjective")) == "future"
    day = weekday_near(reading.published, second, 1 if future else -1, same=True)
    return day and Meaning("relative", "span", (add(day, -1, "day"), day))


@_rule("decade", r"(?P<edge>{edge})?(?P<decade>{decade_word})(?:{of}?(?P<century>{the_unit_century})(?P<adjective>{past}|{current})?)?")
def _decade(match, reading):
    """الثمانينيات are those of the twentieth century unless the words say another."""
    if match["century"] and match["adjective"] and reading.is_class(match.start("adjective"), "current"):
        return Meaning("absolute", "decade", _years(2000 + int(reading.value(match, "decade")), match, reading))
    return Meaning("absolute", "decade", _years(1900 + int(reading.value(match, "decade")), match, reading))


def _years(first, match, reading) -> Span:
    span = datetime.date(first, 1, 1), datetime.date(first + 9, 12, 31)
    return part_of(span, reading.value(match, "edge")) if match["edge"] else span


@_rule("day", r"(?:{day_part}|{and_day_part})?(?P<unit>{unit_day})?(?:(?P<word>{day_word})|(?P<bare>{bare_tomorrow}))"
       r"(?P<part>{day_part})?(?P<adjective>{other}|{past})?")
def _day(match, reading):
    at = match.start("word") if match["word"] else match.start("bare")
    value = int(reading.signs.value(at))
    if match["bare"] and match.start("bare") == match.start():
        return None  # غد أفضل
    if value == 0 and reading.is_class(match.start() - 1, "this"):
        return Meaning("anaphoric", "day", note="counts from another date in the text")
    if value == 0 and match["adjective"] and reading.is_class(match.start("adjective"), "other"):
        return Meaning("anaphoric", "day", note="counts from another date in the text")
    if value == 0 and (reading.signs.tokens.words[at] not in ("اليوم", "واليوم", "فاليوم") or _other_today(match, reading, at)):
        return None
    if match["adjective"]:
        return None
    day = reading.published and add(reading.published, value, "day")
    return Meaning("relative", "day", (day, day))


def _other_today(match, reading, at) -> bool:
    """روسيا اليوم is a broadcaster, اليوم الوطني a feast, في اليوم الثاني one day of several."""
    after = match.end()
    if match.start() == at and reading.is_class(at - 1, "broadcaster", "in"):
        return True
    return reading.is_class(after, "not_today", "ordinal", "ordinal_tens")


@_rule("night", r"(?:(?P<this>{this})?(?P<night>{tonight})(?P<adjective>{past})?|{this}(?P<part>{the_day_part}))")
def _night(match, reading):
    if match["night"] and not match["adjective"] and not match["this"] and reading.is_class(match.end(), "ordinal"):
        return None
    day = reading.published and add(reading.published, -1 if match["adjective"] else 0, "day")
    return Meaning("relative", "day", (day, day))


# ---------------------------------------------------------------------------------------------- periods

@_rule("period", r"(?:(?P<edge>{edge}){of}?)?(?P<this>{this})?(?P<unit>{the_unit})(?:(?P<twice>{before}{past}|{after}{future})|"
       r"(?P<adjective>{adjective})|(?P<other>{other}))?")
def _period(match, reading):
    unit = reading.value(match, "unit")
    if match["other"]:
        return Meaning("anaphoric", unit, note="counts from another date in the text") if unit != "hour" else None
    if not (match["adjective"] or match["twice"] or match["this"] or match["edge"] and unit in ("year", "month", "week")):
        return None
    if unit == "hour":
        return None  # الساعة الماضية is as good as the day; الساعة الأخيرة ends a countdown
    if not reading.published:
        return Meaning("relative", "span" if match["edge"] else unit)
    steps = _DIRECTION.get(_tense(reading, match.start("adjective")), 0) if match["adjective"] else 0
    if match["twice"]:
        steps = -2 if reading.is_class(match.start("twice"), "before") else 2
    day = add(reading.published, steps, unit)
    if not day:
        return None
    span = period(day, unit)
    if match["edge"]:
        return Meaning("relative", "span", part_of(span, reading.value(match, "edge")))
    return Meaning("relative", unit, span)


_COUNT = r"(?:L?(?P<digits>[DN])|(?P<number>(?:{count}|{the_count})(?:{ten}|{and_tens}|{and_ordinal_tens})?|{ten}|{tens}|{ordinal_tens}))"


@_rule("last hours", r"(?:(?P<units>{the_units})(?:" + _COUNT + r"|(?P<few>{few}))?{few}?|(?P<two>{the_two_units})|L?(?P<before>[DN]|{count}|{tens})(?P<counted>{unit}|{units}|{the_unit}))"
       r"(?P<adjective>{past}|{future})")
def _last_hours(match, reading):
    unit = next(reading.value(match, name) for name in ("units", "two", "counted") if match[name])
    number = 2 if match["two"] else _number(match, reading, "digits") or _number(match, reading, "number") or _number(match, reading, "before")
    return _stretch(reading, number, unit, _DIRECTION[_tense(reading, match.start("adjective"))])


def _stretch(reading, number, unit, direction, note=""):
    published = reading.published
    if not published:
        return Meaning("relative", "span", note=note)
    if not number:
        return Meaning("relative", "span", (None, published) if direction < 0 else (published, None), "how far is not stated")
    far = add(published, direction * number, unit)
    if not far:
        return None
    return Meaning("relative", "span", (far, published) if direction < 0 else (published, far), note)


def _number(match, reading, group):
    if not match.groupdict().get(group):
        return None
    total = 0
    for at in range(match.start(group), match.end(group)):
        if reading.signs.text[at] not in "L+":
            total += int(reading.signs.value(at))
    return total or None


@_rule("ago", r"(?P<word>{before}|{since}|{after}|{during})(?P<about>{about})?(?:(?P<vague>{vague})?(?:" + _COUNT + r")?(?P<unit>{unit}|{units}|{two_units}))(?P<few>{few})?(?P<adjective>{adjective})?")
def _ago(match, reading):
    unit = reading.value(match, "unit")
    number = _number(match, reading, "digits") or _number(match, reading, "number")
    dual, plural = reading.is_class(match.start("unit"), *_named("two_units")), reading.is_class(match.start("unit"), *_named("units"))
    number = number or (2 if dual else None if plural or match["vague"] else 1)
    if match.start() and reading.signs.tokens.words[match.start() - 1] == "علي":
        return None  # على بعد أيام من is a distance
    after, during = reading.is_class(match.start("word"), "after"), reading.is_class(match.start("word"), "during")
    if unit == "hour" and not number and after or _from_another(match, reading):
        return Meaning("anaphoric", _PERIODS[unit], note="counts from another date in the text") if _from_another(match, reading) else None
    if during:
        return _stretch(reading, number, unit, -1) if match["adjective"] and _tense(reading, match.start("adjective")) == "past" else None
    if after and not _foretold(reading, match.start()):
        return Meaning("anaphoric", _PERIODS[unit], note="counts from another date, or from publication: not stated")
    if not reading.published:
        return Meaning("relative", _PERIODS[unit])
    if not number:
        return Meaning("relative", "span", (None, reading.published) if not after else (reading.published, None), "how many is not stated")
    day = add(reading.published, number if after else -number, unit)
    if not day:
        return None
    if reading.is_class(match.start("word"), "since"):
        return Meaning("relative", _PERIODS[unit], period(day, _PERIODS[unit]), "since then" + (", about" if match["about"] else ""))
    return Meaning("relative", _PERIODS[unit], period(day, _PERIODS[unit]), "about" if match["about"] else "")


def _from_another(match, reading) -> bool:
    """قبل ثلاثة أيام من الانتخابات counts from the election; من الآن from publication."""
    words = reading.signs.tokens.words
    if words[match.end() : match.end() + 1] == ["علي"]:  # بعد أسبوع على الهجوم
        return True
    return reading.is_class(match.end(), "of") and words[match.end() + 1 : match.end() + 2] not in (["الان"], ["اليوم"], ["الزمن"], ["الزمان"])


def _named(name) -> list[str]:
    return [key for key in calendar().of_class if key.startswith(f"{name}_") and not key.startswith(f"{name}_units")]


@_rule("weekend", r"(?P<weekend>{weekend})(?P<adjective>{adjective})?")
def _weekend(match, reading):
    return Meaning("relative", "span", note="which days are the weekend is not the same in every country")
