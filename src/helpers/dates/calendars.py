"""Days, weeks, months and years as pairs of first and last day; Islamic dates as Gregorian ones. No text here."""
from __future__ import annotations

import datetime

__all__ = ["Span", "WEEK_STARTS", "add", "day_of", "hijri", "hijri_day", "nearest", "part_of", "period", "weekday_near", "within"]

Span = tuple[datetime.date, datetime.date]

WEEK_STARTS = 5
"""Monday is 0. Saturday: the first day of the week in most Arab countries (Unicode CLDR, supplemental data, weekData)."""

_DAY = datetime.timedelta(days=1)
_HIJRI_EPOCH = datetime.date(622, 7, 19).toordinal()  # 1 Muharram 1 of the civil reckoning, in the proleptic Gregorian calendar
_LEAP_YEARS = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where there is none such (31 April)."""
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def period(day: datetime.date, unit: str) -> Span:
    """The hour's day, day, week, month, year, decade or century that `day` is in."""
    if unit == "week":
        first = day - _DAY * ((day.weekday() - WEEK_STARTS) % 7)
        return first, first + 6 * _DAY
    if unit == "month":
        after = day.replace(day=28) + 4 * _DAY
        return day.replace(day=1), after - _DAY * after.day
    if unit in ("year", "decade", "century"):
        years = {"year": 1, "decade": 10, "century": 100}[unit]
        first = day.year // years * years if unit != "century" else (day.year - 1) // 100 * 100 + 1
        return datetime.date(max(first, 1), 1, 1), datetime.date(first + years - 1, 12, 31)
    return day, day


def add(day: datetime.date, number: int, unit: str) -> datetime.date | None:
    """`day` moved by a number of units, to the last day of a month where the month is shorter; None outside years 1 to 9999."""
    try:
        if unit in ("hour", "day", "week"):
            return day + datetime.timedelta(**{f"{unit}s": number}) if unit != "hour" else day + datetime.timedelta(days=-(-number // 24))
        months = number * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        last = period(datetime.date(year, month + 1, 1), "month")[1]
        return last.replace(day=min(day.day, last.day))
    except (ValueError, OverflowError):
        return None


def weekday_near(day: datetime.date, weekday: int, direction: int, *, same: bool = False) -> datetime.date | None:
    """The nearest such weekday before (-1) or after (1) `day`; `same` lets the day itself count."""
    distance = (direction * (weekday - day.weekday())) % 7
    return add(day, direction * (distance if distance or same else 7), "day")


def nearest(day: datetime.date, month: int, number: int | None) -> Span | None:
    """The month, or its day `number`, in the year that brings it nearest to `day`."""
    found = []
    for year in (day.year - 1, day.year, day.year + 1):
        first = day_of(year, month, number or 1)
        if first:
            found.append((first, first) if number else period(first, "month"))
    return min(found, key=lambda span: min(abs(span[0] - day), abs(span[1] - day))) if found else None


def within(day: datetime.date, month: int, number: int | None, direction: int) -> Span | None:
    """The last (-1) or next (1) such month, or its day `number`, that is over before `day` or begins after it."""
    for step in range(0, 9):  # 29 February comes every four, now and then eight years
        first = day_of(day.year + direction * step, month, number or 1)
        if not first:
            continue
        span = (first, first) if number else period(first, "month")
        if (span[1] < day) if direction < 0 else (span[0] > day):
            return span
    return None


def part_of(span: Span, edge: str) -> Span:
    """The first, middle or last third of a period."""
    days = (span[1] - span[0]).days + 1
    third = max(1, days // 3)
    if edge == "first":
        return span[0], span[0] + (third - 1) * _DAY
    if edge == "last":
        return span[1] - (third - 1) * _DAY, span[1]
    return span[0] + third * _DAY, span[1] - third * _DAY


def hijri(year: int, month: int, day: int | None) -> tuple[Span, str] | None:
    """An Islamic day or month as Gregorian days, with the reckoning: ``Umm al-Qura`` (1343 to 1500, the civil calendar of Saudi Arabia, by the
    package hijridate), else ``tabular`` (cycles of 30 years). Months that begin with a seen moon may begin a day earlier or later in either.

    Source of the tabular rule: Reingold and Dershowitz, Calendrical Calculations, chapter on the Islamic calendar.

    >>> hijri(1440, 1, 1)
    ((datetime.date(2018, 9, 11), datetime.date(2018, 9, 11)), 'Umm al-Qura')
    >>> hijri(1100, 1, 1)[1]
    'tabular'
    """
    if not (1 <= month <= 12 and 1 <= (day or 1) <= 30 and 1 <= year <= 9000):
        return None
    if 1343 <= year <= 1500:
        return _umm_al_qura(year, month, day)
    length = 30 if month % 2 or (month == 12 and year % 30 in _LEAP_YEARS) else 29
    start = _HIJRI_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    try:
        first = datetime.date.fromordinal(start + (day or 1) - 1)
        return ((first, first) if day else (first, first + (length - 1) * _DAY)), "tabular"
    except (ValueError, OverflowError):
        return None


def _umm_al_qura(year: int, month: int, day: int | None) -> tuple[Span, str] | None:
    from hijridate import Hijri

    try:
        first = Hijri(year, month, day or 1).to_gregorian()
        start = datetime.date(first.year, first.month, first.day)
        length = Hijri(year, month, 1).month_length()
    except (ValueError, OverflowError):
        return None
    return ((start, start) if day else (start, start + (length - 1) * _DAY)), "Umm al-Qura"


def hijri_day(day: datetime.date) -> tuple[int, int]:
    """Islamic year and month of a day, by the same reckoning."""
    year = (30 * (day.toordinal() - _HIJRI_EPOCH) + 10646) // 10631
    for candidate in (year + 1, year, year - 1):
        for month in range(12, 0, -1):
            found = hijri(candidate, month, None)
            if found and found[0][0] <= day:
                return candidate, month
    return year, 1
