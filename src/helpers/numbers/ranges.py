"""Ranges: بين 10 و15, ثلاثة أو أربعة, 3 إلى 5 ملايين."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from .cues import DASH, cue_before, joined, plain_or_definite
from .forms import lexicon
from .found import Found, counts
from .grammar import Reading, cardinal
from .kinds import percent_span
from .parts import measure_noun
from .quantity import read_quantity
from .text import Row

__all__ = ["read_range", "up_to"]


def read_range(row: Row, at: int, left: Reading, done: int) -> list[Found] | None:
    if left.kind == "indefinite" or not isinstance(left.value, (int, Fraction, Decimal)):
        return None
    between = cue_before(row, at, ("between",)) if plain_or_definite(row, at) else None
    if between and between[1] >= done:
        years = _two_years(row, at, left)
        if years:
            return years
        found = _between(row, at, between[1], left)
        if found:
            return [found]
    return up_to(row, at, left)


def _two_years(row: Row, at: int, left: Reading) -> list[Found] | None:
    """بين 1950 و2000: two years where nothing is counted."""
    if not left.digits or left.end != at + 1 or not joined(row, left.end):
        return None
    right = cardinal(row, left.end)
    if right is None or right.end != left.end + 1 or counts(row, right.end):
        return None
    if not all(isinstance(year, int) and 1800 <= year <= 2100 and len(row.words[place].word) == 4 for place, year in ((at, left.value), (left.end, right.value))):
        return None
    after = row.words[right.end] if right.end < row.size else None
    if after is not None and after.word[0].isalpha() and not after.word.startswith("ال") and after.word not in lexicon().company["particle"] | lexicon().company["preposition"]:
        return None
    return [Found(at, left.end, left.value, "year"), Found(left.end, right.end, right.value, "year")]


def _past_percent(row: Row, end: int) -> int:
    percent = percent_span(row, end, end)
    return percent[1] if percent and percent[1] > end else end


def _between(row: Row, at: int, first: int, left: Reading) -> Found | None:
    right = _second(row, _past_percent(row, left.end))
    if right is None:
        split = _split(row, at, left.end)
        if split is None:
            return None
        left, right = split
    return _joined_range(row, first, left, right)


def _second(row: Row, at: int) -> Reading | None:
    """The other end of a range: after و, إلى, أو, a dash."""
    if joined(row, at):
        return read_quantity(row, at)
    if at + 1 < row.size and (row.words[at].word in DASH or row.words[at].word in ("الي", "او", "حتي", "وبين", "و")) and row.conj[at + 1] in ("", "ال"):
        return read_quantity(row, at + 1)
    return None


def _split(row: Row, at: int, end: int) -> tuple[Reading, Reading] | None:
    size = row.size
    for place in range(end - 1, at, -1):
        if not joined(row, place):
            continue
        row.size = place
        left = cardinal(row, at)
        row.size = size
        if left and left.end == place:
            right = read_quantity(row, place)
            if right and isinstance(right.value, (int, Fraction)) and right.value > left.value:
                return left, right
    return None


def _exact(value):
    return Fraction(value) if isinstance(value, Decimal) else value


def _joined_range(row: Row, first: int, left: Reading, right: Reading) -> Found | None:
    if not isinstance(right.value, (int, Fraction, Decimal)) or right.kind == "indefinite":
        return None
    low, high = _exact(left.value), _exact(right.value)
    if left.scale == 1 and right.scale >= 1000 and low < 1000 and low * right.scale < high * 2 and low * right.scale <= high:
        low *= right.scale
    if low >= high:
        return None
    end = right.end
    percent = percent_span(row, first, end)
    if percent:
        end = percent[1]
    return Found(first, end, None, "range", low, high)


def up_to(row: Row, at: int, left: Reading) -> list[Found] | None:
    """10 إلى 15, ثلاثة أو أربعة, 3 – 5 ملايين, ثلاثة أيام إلى خمسة."""
    end = _past_percent(row, left.end)
    for place in (end, end + 1):
        if place + 1 >= row.size:
            return None
        connector = row.words[place].word
        if place > end and (not row.words[end].word[0].isalpha() or row.words[end].roles or row.words[end].word in ("او", "الي")):
            return None
        if connector in ("الي", "او", "ام", "لغايه", "حتي") or connector in DASH and place == end:
            if row.conj[place + 1] not in ("", "ال"):
                return None
            if place > end and any(cue.role == "month" for cue in row.words[end].begins) and not _month_after(row, place + 2):
                return None  # ارتفع في 20 أيار إلى 103
            if connector == "الي" and place == end and (years := _year_span(row, at, place + 1)):
                return years
            if row.words[place + 1].literal and row.words[place + 1].literal.kind not in ("plain", "grouped", "decimal", "either"):
                return None
            right = read_quantity(row, place + 1)
            if right is None:
                return None
            shared = left.scale == 1 and right.scale >= 1000 and place == end and left.value < 1000  # من 1,2 إلى 1,9 مليار
            if connector not in ("او", "ام") and (_changes(row, at, place > end) and not shared
                                                  or place > end and (left.kind == "fraction" or right.value > 10 * left.value or _other_measure(row, end, right.end))):
                return None
            if connector in ("او", "ام") and not (left.value < 1000 or right.scale > 1) and place > end:
                return None
            found = _joined_range(row, at, left, right)
            return [found] if found else None
    return None


def _month_after(row: Row, at: int) -> bool:
    return at < row.size and any(cue.role == "month" for cue in row.words[at].begins)


def _year_span(row: Row, at: int, other: int) -> list[Found] | None:
    """امتدت من 1954 إلى 1962 مليونا: two years, whatever is counted after them."""
    if at == 0 or row.words[at - 1].word != "من":
        return None
    pair = [row.words[place].word for place in (at, other)]
    if not all(len(word) == 4 and word.isdecimal() and 1800 <= int(word) <= 2100 for word in pair) or not (other + 1 < row.size and "scale" in row.words[other + 1].roles):
        return None
    return [Found(at, at + 1, int(pair[0]), "year"), Found(other, other + 1, int(pair[1]), "year")]


def _other_measure(row: Row, end: int, after: int) -> bool:
    """45 سنتا إلى 61 دولارا: two things measured."""
    left, right = measure_noun(row, end), measure_noun(row, after)
    return left is not None and right is not None and left is not right


def _changes(row: Row, at: int, apart: bool) -> bool:
    """ارتفع من 10 إلى 15 and ارتفع 3 دولارات إلى 70 are two values, not a range."""
    if at == 0 or row.words[at - 1].word != "من" and not apart:
        return False
    return any(cue.role == "change" for word in row.words[max(0, at - 8) : at] for cue in word.begins)
