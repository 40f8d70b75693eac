"""Clock times in words: الساعة الثالثة, الثالثة والنصف, الخامسة إلا ربعا."""
from __future__ import annotations

from fractions import Fraction

from .cues import cue_after, cue_before, joined
from .found import Found
from .grammar import cardinal, ordinal
from .text import Row

__all__ = ["clock_minutes", "clock_time"]


def clock_time(row: Row, at: int) -> Found | None:
    """الساعة الثالثة, الثالثة والنصف, السابعة وعشر دقائق, الخامسة إلا ربعا, الثالثة ظهرا."""
    word = row.words[at]
    if not word.word.endswith("ه") and word.word != "اولي":
        return None
    number = ordinal(row, at)
    hour, end = (number.value, number.end) if number else (1, at + 1)
    if hour > 12:  # السادسة وعشرين دقيقة: the tens are minutes
        hour, end = word.roles.get("ordinal", 13), at + 1
    if hour > 12:
        return None
    told = cue_before(row, at, ("hour",))
    if at and row.words[at - 1].word in ("الساعات", "ساعات"):
        return None
    minutes, after = clock_minutes(row, end)
    if not minutes and not told and not cue_after(row, end, ("day_part", "zone")):
        return None
    if cue_after(row, end, ("day_part",)) and not told and not minutes and row.words[end].word in ("من",) and number is None:
        return None
    return Found(at, after, Fraction(hour) + minutes, "time")


def clock_minutes(row: Row, at: int) -> tuple[Fraction, int]:
    """The minutes told after an hour, as a part of it: والنصف, إلا ربعا, و30 دقيقة; 0 where none are."""
    if at >= row.size:
        return Fraction(0), at
    sign = 1
    if joined(row, at):
        place = at
    elif row.words[at].word in ("الا",) and at + 1 < row.size:
        place, sign = at + 1, -1
    else:
        return Fraction(0), at
    roles = row.words[place].roles
    if "fraction" in roles and ("unit" not in roles and "ten" not in roles):
        minutes, end = roles["fraction"], place + 1
        more, further = clock_minutes(row, end) if sign == 1 else (Fraction(0), end)
        if more and further > end:
            return minutes + more, further
        return sign * minutes, end
    number = cardinal(row, place)
    if number and isinstance(number.value, int) and number.value < 60 and number.end < row.size and row.words[number.end].word in ("دقيقه", "دقائق", "الدقيقه", "دقايق"):
        return sign * Fraction(number.value, 60), number.end + 1
    if "ordinal" in roles:
        return Fraction(0), at
    return Fraction(0), at
