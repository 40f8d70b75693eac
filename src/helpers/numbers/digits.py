"""Digits with a shape of their own: times, dates, scores, fractions, telephone numbers, identifiers."""
from __future__ import annotations

from fractions import Fraction

from .clock import clock_minutes
from .cues import DASH, bare, cue_after, cue_before
from .forms import lexicon
from .found import Found, counts, number_of, parts_of
from .grammar import scale_at
from .literals import read_literal
from .text import Row

__all__ = ["special_digits"]


def special_digits(row: Row, at: int, done: int) -> list[Found] | None:
    word = row.words[at]
    literal = word.literal
    kind = literal.kind
    if kind == "id":
        return [Found(at, at + 1, None, "id")]
    if kind == "date":
        return [Found(at, at + 1, None, "date")]
    if kind == "time":
        if _score_near(row, at) and all(len(p[2]) == 1 or int(p[2]) < 10 for p in literal.parts) and not cue_before(row, at, ("hour",)):
            return parts_of(at, literal, "score")
        return [_time_digits(at, literal.parts)]
    if kind == "times":
        return [Found(at, at + 1, None, "time")]
    if kind == "list":
        return parts_of(at, literal, "cardinal")
    if kind == "ratio":
        return parts_of(at, literal, "score")
    if kind == "slash":
        return _slash(row, at, literal)
    if kind == "dashes":
        return _dashes(row, at, literal)
    latin = at > 0 and word.glued and _is_latin(row.words[at - 1].word) or at > 1 and word.glued and row.words[at - 1].word == "-" and row.words[at - 1].glued \
        and row.words[at - 2].word[-1:].isalpha()
    after = row.words[at + 1] if at + 1 < row.size else None
    if word.word in ("2", "3") and word.glued and at and row.words[at - 1].word in ("م", "كم", "كلم", "سم", "مم", "m", "km"):  # 100 م2
        return []
    if latin and bare(row, at) or after is not None and after.glued and after.word in ("G", "D"):  # F-16, 5G
        return [Found(at, at + 1, literal.value, "id")]
    if cue_before(row, at, ("hour",)) and literal.kind in ("plain", "decimal"):
        clock = _hour_digits(row, at)
        if clock:
            return [clock]
    if literal.kind in ("plain", "decimal") and _hour_told(row, at + 1):
        clock = _hour_digits(row, at)
        if clock:
            return [clock]
    if literal.kind == "plain" and len(word.word) == 4 and cue_after(row, at + 1, ("zone",)):
        return [_hour_digits(row, at)]
    phone = _telephone(row, at)
    if phone:
        return [phone]
    if literal.kind == "plain" and cue_before(row, at, ("id",)) and not counts(row, at + 1):
        return [Found(at, at + 1, literal.value, "id")]
    if literal.kind == "plain" and (len(word.word) > 15 or word.word.startswith("00") and len(word.word) > 6):
        return [Found(at, at + 1, literal.value, "id")]
    spaced = _spaced_dash(row, at)
    if spaced:
        return spaced
    return None


def _hour_told(row: Row, at: int) -> bool:
    """5 مساء, 10.30 صباحا; but not قتل 5 مساء أمس."""
    if at >= row.size or row.words[at].word not in ("صباحا", "ظهرا", "عصرا", "فجرا", "ليلا", "مساء"):
        return False
    after = row.words[at + 1].word if at + 1 < row.size else ""
    return row.words[at].raw.endswith(("ا", "ً")) or after not in ("امس", "اليوم", "الاول", "يوم") and not after.startswith("ال")


def _telephone(row: Row, at: int) -> Found | None:
    """0999123456, +963 11 2222222: a leading zero or plus before many digits."""
    word = row.words[at]
    if word.literal.kind != "plain":
        return None
    plus = at > 0 and row.words[at - 1].word == "+" and word.glued
    if not plus and word.word[0] != "0":
        return None
    end, digits = at + 1, len(word.word)
    while end < row.size and end < at + 6 and digits < 15:
        piece = row.words[end]
        if piece.literal and piece.literal.kind in ("plain", "dashes", "ratio", "id") and bare(row, end):
            digits += len(piece.word)
            end += 1
        elif piece.word in DASH and end + 1 < row.size and row.words[end + 1].literal:
            end += 1
        else:
            break
    if digits < 7:
        return None
    return Found(at, end, row.words[at].literal.value if end == at + 1 else None, "id")


def _time_digits(at: int, parts) -> Found:
    hours, minutes = int(parts[0][2]), int(parts[1][2])
    return Found(at, at + 1, Fraction(hours * 60 + minutes, 60), "time")


def _hour_digits(row: Row, at: int) -> Found | None:
    word = row.words[at].word
    if row.words[at].literal.kind == "plain":
        if len(word) <= 2 and int(word) <= 24:
            end = at + 1
            minutes, after = clock_minutes(row, end)
            if minutes:
                return Found(at, after, int(word) + minutes, "time")
            return Found(at, end, int(word), "time")
        if len(word) == 4 and int(word[:2]) <= 24 and int(word[2:]) < 60:
            return Found(at, at + 1, Fraction(int(word[:2]) * 60 + int(word[2:]), 60), "time")
        return None
    hours, _, minutes = word.replace(",", ".").replace("\u066b", ".").partition(".")
    if len(minutes) == 2 and minutes.isdigit() and int(hours) <= 24 and int(minutes) < 60:
        return Found(at, at + 1, Fraction(int(hours) * 60 + int(minutes), 60), "time")
    return None


def _is_latin(word: str) -> bool:
    return bool(word) and word[-1].isascii() and word[-1].isalpha()


def _slash(row: Row, at: int, literal) -> list[Found]:
    (_, _, a), (_, _, b) = literal.parts
    top, bottom = int(a), int(b)
    if len(a) == 4 and 1300 <= top <= 2100 and (len(b) == 4 or len(b) <= 2):
        return parts_of(at, literal, "year") if len(b) == 4 else [Found(at, at + 1, top, "year")]
    if 0 < top < bottom and (bottom <= 12 or bottom in (16, 20, 32, 64, 100, 1000)) and not (top > 12) and not cue_before(row, at, ("day", "id")):
        if not _looks_dated(row, at):
            return [Found(at, at + 1, Fraction(top, bottom), "fraction")]
    if 1 <= top <= 31 and 1 <= bottom <= 12:
        return parts_of(at, literal, "date")
    if 0 < top < bottom:
        return [Found(at, at + 1, Fraction(top, bottom), "fraction")]
    return parts_of(at, literal, "score")


def _looks_dated(row: Row, at: int) -> bool:
    before = row.words[at - 1].word if at else ""
    return before in ("يوم", "بتاريخ", "تاريخ", "في", "الموافق", "منذ", "حتي", "بين") or (at > 1 and row.words[at - 1].word == "(")


def _dashes(row: Row, at: int, literal) -> list[Found]:
    (_, _, a), (_, _, b) = literal.parts
    left, right = number_of(a), number_of(b)
    if cue_before(row, at, ("id",)) or left is None or right is None:
        return [Found(at, at + 1, None, "id")]
    if at > 0 and row.words[at].glued and _is_latin(row.words[at - 1].word):
        return [Found(at, at + 1, None, "id")]
    return _pair(row, at, at + 1, left, right, parts_of(at, literal, "score"))


def _pair(row: Row, at: int, end: int, left, right, halves: list[Found]) -> list[Found]:
    """Two numbers with a dash between: score, date or range."""
    if _dateline(row, end, left, right):
        for half in halves:
            half.kind = "date"
        return halves
    if left >= right or _score_near(row, at) and left < 40 and right < 40:
        for half in halves:
            half.kind = "score"
        return halves
    by = scale_at(row, end)
    scale = 1
    if by:
        scale, end = by, end + 1
    low, high = left * scale, right * scale
    percent = cue_after(row, end, ("percent",))
    if percent:
        end = percent[1]
    elif end < row.size and row.words[end].word in "%٪":
        end += 1
    return [Found(at, end, None, "range", low, high)]


def _dateline(row: Row, end: int, left, right) -> bool:
    return isinstance(left, int) and isinstance(right, int) and 1 <= left <= 31 and 1 <= right <= 12 and end + 1 < row.size \
        and row.words[end].word == "(" and row.words[end + 1].word in lexicon().company["agency"]


def _score_near(row: Row, at: int) -> bool:
    """A word of sport within a few words: فاز, هدف, النتيجة."""
    return any(cue.role == "score" for word in row.words[max(0, at - 6) : at + 8] for cue in word.begins if len(cue.words) == 1)


def _spaced_dash(row: Row, at: int) -> list[Found] | None:
    """6 - 4 · 10 – 15: two plain numbers around a dash that stands alone."""
    if at + 2 >= row.size or row.words[at + 1].word not in DASH or not row.words[at + 2].literal or not bare(row, at + 2):
        return None
    gap_before = row.start(at + 1) - row.end(at)
    gap_after = row.start(at + 2) - row.end(at + 1)
    if bool(gap_before) != bool(gap_after):
        return None
    left, right = row.words[at].literal.value, row.words[at + 2].literal.value
    if at + 4 < row.size and row.words[at + 3].word in DASH and row.words[at + 4].literal \
            and read_literal("-".join(row.words[place].word for place in (at, at + 2, at + 4))).kind == "date":  # 17 - 5 - 2018
        return [Found(at, at + 5, None, "date")]
    if left is None or right is None or (at + 3 < row.size and row.words[at + 3].word in DASH and at + 4 < row.size and row.words[at + 4].literal):
        return None
    halves = [Found(at, at + 1, left, "score"), Found(at + 2, at + 3, right, "score")]
    return _pair(row, at, at + 3, left, right, halves)
