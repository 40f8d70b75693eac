"""What kind of number its neighbours make it: percent, year, day of the month, ordinal; signs and separators."""
from __future__ import annotations

from decimal import Decimal

from .bounds import ABOUT
from .cues import DASH, cue_after, cue_before, definite
from .forms import lexicon
from .found import Found, as_decimal, counts
from .grammar import Reading
from .parts import measure_noun
from .text import Row

__all__ = ["cue_after_zero", "is_second", "kind_of", "ordinal_or_date", "percent_span"]


def kind_of(row: Row, at: int, quantity: Reading) -> Found:
    """What the neighbours make of a quantity: percent, negative, year, day of a month, ordinal."""
    first, value, end, kind = at, quantity.value, quantity.end, quantity.kind
    word = row.words[at]
    if kind == "indefinite":
        return Found(first, end, value, kind, quantity.low, quantity.high)
    if kind == "decimal":
        value = as_decimal(value)
    literal = word.literal
    if literal and literal.kind == "either" and end == at + 1:
        value, kind = _either(row, at, literal)
    percent = percent_span(row, first, end)
    if percent:
        first, negative = _negative(row, percent[0], percent[1])
        return Found(first, percent[1], -value if negative else value, "percent")
    first, negative = _negative(row, first, end)
    if row.words[first].word == ".":  # .77
        value, kind = Decimal(f"0.{row.words[at].word}"), "decimal"
    below = _below_zero(row, end)
    if below:
        end, negative = below, True
    if negative:
        value = -value
    kind = _year(row, at, end, value, kind, quantity)
    if kind == "cardinal" and not negative:
        kind = _day_of_month(row, end, value) or kind
    if kind == "cardinal" and literal and literal.value is not None and not isinstance(value, int):
        kind = "decimal"
    if kind == "cardinal" and not negative and definite(row, at):
        kind = _definite_kind(row, at, end, kind)
    return Found(first, end, value, kind, scale=quantity.scale, digits=quantity.digits)


def _either(row: Row, at: int, literal):
    """1,335 and 1.500: whole or decimal by what is counted or priced."""
    whole, part = (literal.value, literal.other) if isinstance(literal.value, int) else (literal.other, literal.value)
    after = row.words[at + 1] if at + 1 < row.size else None
    priced = any(cue.role == "price" for word in row.words[max(0, at - 3) : at] for cue in word.begins)
    if "." in row.words[at].word:
        noun = measure_noun(row, at + 1)
        counted = noun is None and counts(row, at + 1)
        rounded = row.words[at].word.endswith("0" if noun is None or noun.kind == "currency" else "000")
        if priced or (after is not None and after.word in "%٪") or not (counted or rounded):
            return part, "decimal"
        return whole, "cardinal"
    if priced or cue_after(row, at + 1, ("percent",)) or (after is not None and after.word in "%٪"):
        return part, "decimal"
    return whole, "cardinal"


def percent_span(row: Row, first: int, end: int) -> tuple[int, int] | None:
    cue = cue_after(row, end, ("percent", "permille"))
    if cue:
        return first, cue[1]
    if end < row.size and row.words[end].word in ("%", "٪", "‰"):
        return first, end + 1
    if first > 0 and row.words[first - 1].word in ("%", "٪", "‰") and not (first > 1 and row.words[first - 2].literal):
        return first - 1, end
    return None


def _negative(row: Row, first: int, end: int) -> tuple[int, bool]:
    if first == 0:
        return first, False
    before = row.words[first - 1]
    if before.word == "." and row.words[first].literal and row.words[first].glued and not before.glued and row.words[first].literal.kind == "plain":
        return first - 1, False
    if before.word in DASH and row.words[first].glued and row.words[first].literal and not row.conj[first]:
        if not before.glued or first > 1 and row.words[first - 2].word in ("(", "«", '"'):
            return first - 1, True
    if before.word in DASH and first == 1 and row.words[first].literal and end == row.size:  # "- 1,200" and nothing else: no bullet of a list
        return 0, True
    if before.word in ("سالب", "ناقص", "السالب") and not (first > 1 and (row.words[first - 2].roles or row.words[first - 2].literal)):
        return first - 1, True
    return first, False


def _below_zero(row: Row, end: int) -> int | None:
    for at, word in enumerate(row.words[end : end + 3], end):  # درجات مئوية may stand between
        cue = cue_after_zero(row, at) if word.word in _BELOW else None
        if cue:
            return cue
        if word.hot or not word.word[0].isalpha():
            return None
    return None


_BELOW = ("تحت", "دون")


def cue_after_zero(row: Row, at: int) -> int | None:
    if at + 1 < row.size and row.words[at].word in _BELOW and "zero" in row.words[at + 1].roles:
        return at + 2
    return None


def _year(row: Row, at: int, end: int, value, kind: str, quantity: Reading) -> str:
    if kind != "cardinal" or not isinstance(value, int) or not 1 <= value <= 2200:
        return kind
    era = cue_after(row, end, ("era",))
    if era and value > 99 and (row.words[end].word != "م" or value > 999 and not counts(row, end)):
        return "year"
    year_like = value > 1000
    if year_like and quantity.digits and _after_year(row, at):
        return "year"
    if cue_before(row, at, ("year",)) and not counts(row, end) and (year_like or quantity.digits and value > 31 and not definite(row, at)):
        return "year"
    if year_like and quantity.digits and len(row.words[at].word) == 4:
        if at > 0 and (row.words[at - 1].literal is None) and cue_before(row, at, ("month", "year_plural")):
            return "year"
        if at > 1 and row.words[at - 1].word == ")" and cue_before(row, at - 1, ("month",)):  # فبراير (شباط) 2005
            return "year"
        ends = end >= row.size or not row.words[end].word[0].isalnum()
        if 1900 < value < 2100 and ends and value % 100 and not row.conj[at] and at and row.words[at - 1].word[0].isalpha() and not cue_before(row, at, ABOUT):
            return "year"
        if 1900 <= value <= 2100 and not counts(row, end) and (cue_before(row, at, ("year_weak",)) or row.conj[at].startswith("ل")):
            return "year"
    return kind


_TWO_YEARS = ("عامي", "سنتي", "عامين", "سنتين", "عامان", "سنتان")


def _after_year(row: Row, at: int) -> bool:
    """عامي 2010 و2011, أعوام 2010 و2011 و2012: years after the first."""
    first = at
    while first > max(1, at - 6) and row.conj[first] == "و" and row.words[first - 1].literal is not None and len(row.words[first - 1].word) == 4:
        first -= 1
    if first == at or len(row.words[at].word) != 4 or counts(row, at + 1):
        return False
    return cue_before(row, first, ("year_plural",)) is not None or row.words[first - 1].word.endswith(_TWO_YEARS)


def _day_of_month(row: Row, end: int, value) -> str | None:
    if not isinstance(value, int) or not 1 <= value <= 31:
        return None
    if _month_at(row, end) or (end < row.size and row.words[end].word == "من" and _month_at(row, end + 1)):
        return "date"
    return None


def _month_at(row: Row, at: int) -> bool:
    if at >= row.size:
        return False
    if row.words[at].word == "شهر":
        at += 1
    if at + 1 < row.size and "zero" in row.words[at].roles and row.words[at + 1].literal and len(row.words[at + 1].word) == 4:
        return True  # صفر, the month, before a year
    return cue_after(row, at, ("month",)) is not None


def _definite_kind(row: Row, at: int, end: int, kind: str) -> str:
    """القرن العشرين, الذكرى الـ50: an ordinal after a definite singular noun."""
    if at == 0:
        return kind
    before = row.words[at - 1].word
    if before in lexicon().company["ordered_noun"] or before[1:] in lexicon().company["ordered_noun"]:
        return "ordinal"
    return kind


def ordinal_or_date(row: Row, at: int, number: Reading) -> Found:
    kind = "ordinal"
    if number.value <= 31 and definite(row, at) and (_month_at(row, number.end) or number.end < row.size and row.words[number.end].word == "من" and _month_at(row, number.end + 1)):
        kind = "date"
    return Found(at, number.end, number.value, kind)


def is_second(row: Row, at: int, number: Reading) -> bool:
    """ثانية as unit of time."""
    if row.words[at].word not in ("ثانيه", "تانيه") or number.end != at + 1:
        return False
    if number.end < row.size and row.words[number.end].word in ("الاخيره", "واحده", "الواحده"):
        return True
    if at == 0:
        return False
    before = row.words[at - 1]
    if definite(row, at):
        unit = measure_noun(row, at - 2) if at > 1 else None
        return before.word == "في" and unit is not None or before.word == "من" and at > 1 and row.words[at - 2].word in ("جزء", "اجزاء")
    if before.roles or before.literal or before.word in ("كل", "جزء", "اجزاء", "لكل"):
        return True
    return not (before.word.endswith("ه") or before.raw.endswith(("ى", "اء")))
