"""Digits with their separators: 1,234,567 · ٣٫٥ · 17/5/2018 · 10:30 · 192.168.1.2 · 3/4.

`read_literal` says what one glued run of digits and separators can be; where only the words around it decide (1,335), it keeps
both readings.
"""
from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

__all__ = ["LITERAL", "Literal", "read_literal"]

LITERAL = r"\d+(?:\.\d+)?[eE][+-]?\d{1,2}(?![\w.])|\d+(?:[.,\u066b\u066c'\u2019\u060c:/\\\u2010-\u2015\u2212\u2044-]\d+)*"
"""Pattern of a glued run, on folded text (digits 0–9)."""
_MOST_DIGITS = 40
_SEPARATORS = re.compile(r"[^\d]")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212-"
VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "⅕": Fraction(1, 5),
          "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8),
          "⅝": Fraction(5, 8), "⅞": Fraction(7, 8)}


class Literal(NamedTuple):
    """A run of digits: what it is, its value, and the parts where it is a compound (with their offsets in the run)."""

    kind: str  # plain, grouped, decimal, either (grouped or decimal), date, time, times, ratio, slash, dashes, list, id
    value: int | Decimal | None
    other: int | Decimal | None = None
    parts: tuple[tuple[int, int, str], ...] = ()


def read_literal(run: str) -> Literal:
    """What a run matched by `LITERAL` says.

    >>> read_literal("1,234,567").value
    1234567
    >>> read_literal("3.5").value
    Decimal('3.5')
    >>> read_literal("1,335")
    Literal(kind='either', value=1335, other=Decimal('1.335'), parts=())
    """
    if "e" in run or "E" in run:  # 1e10
        value = Decimal(run)
        return Literal("grouped", int(value)) if value == int(value) else Literal("decimal", value)
    if run.isdigit():
        return Literal("plain", int(run)) if len(run) <= _MOST_DIGITS else Literal("id", None)
    if len(run) > _MOST_DIGITS:
        return Literal("id", None)
    marks = _SEPARATORS.findall(run)
    pieces = _SEPARATORS.split(run)
    parts = _places(pieces)
    kinds = {"-" if mark in _DASHES else mark for mark in marks}
    if kinds <= set(".,\u066b\u066c'\u2019\u060c"):
        return _amount(pieces, marks, run)
    if kinds == {":"}:
        return _clock(pieces, parts)
    if kinds <= {"/", "\\", "\u2044"}:
        return _slashes(pieces, parts)
    if kinds == {"-"}:
        return _dashed(pieces, parts)
    return _mixed(run, kinds, parts)


def _places(pieces: list[str]) -> tuple[tuple[int, int, str], ...]:
    """Each piece with its start and end in the run; one separator stands between two."""
    ends = list(accumulate(len(piece) + 1 for piece in pieces))
    return tuple((end - 1 - len(piece), end - 1, piece) for piece, end in zip(pieces, ends))


def _amount(pieces: list[str], marks: list[str], run: str) -> Literal:
    groups_of_three = all(len(piece) == 3 for piece in pieces[1:]) and 1 <= len(pieces[0]) <= 3 and pieces[0][0] != "0"
    if len(marks) == 1:
        mark = marks[0]
        decimal = Decimal(f"{pieces[0]}.{pieces[1]}")
        if mark == "\u066b":
            return Literal("decimal", decimal)
        if not groups_of_three:
            if mark in "'\u2019":
                return Literal("id", None)
            return Literal("decimal", decimal)
        whole = int("".join(pieces))
        if mark in "\u066c'\u2019":
            return Literal("grouped", whole)
        if mark == ".":
            return Literal("either", decimal, whole)
        return Literal("either", whole, decimal)
    if len(set(marks)) == 1:
        if groups_of_three:
            return Literal("grouped", int("".join(pieces)))
        if marks[0] == "." and len(pieces) == 3 and _is_date(*pieces):
            return Literal("date", None)
        if set(marks) <= {",", "\u060c"} and max(map(len, pieces)) <= 2:  # 1,2,3 without spaces
            return Literal("list", None, None, _places(pieces))
        if marks[0] == "," and len(pieces[-1]) == 3 and all(len(piece) == 2 for piece in pieces[1:-1]):  # lakh groups: 12,34,567
            return Literal("grouped", int("".join(pieces)))
        return Literal("id", None)
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and all(len(piece) == 3 for piece in pieces[1:-1]):
        return Literal("decimal", Decimal("".join(pieces[:-1]) + "." + pieces[-1]))
    return Literal("id", None)


def _is_date(a: str, b: str, c: str) -> bool:
    def day_month(day, month):
        return 1 <= int(day) <= 31 and 1 <= int(month) <= 12 and len(day) <= 2 and len(month) <= 2
    if len(c) in (2, 4) and (day_month(a, b) or day_month(b, a)):
        return True
    return len(a) == 4 and (day_month(c, b) or day_month(b, c))


def _clock(pieces: list[str], parts) -> Literal:
    if 2 <= len(pieces) <= 3 and len(pieces[0]) <= 2 and int(pieces[0]) <= 24 and all(len(piece) == 2 and int(piece) < 60 for piece in pieces[1:]):
        return Literal("time", None, None, parts)
    return Literal("ratio", None, None, parts)


def _slashes(pieces: list[str], parts) -> Literal:
    if len(pieces) == 3 and _is_date(*pieces):
        return Literal("date", None, None, parts)
    if len(pieces) == 2:
        return Literal("slash", None, None, parts)
    return Literal("id", None)


def _dashed(pieces: list[str], parts) -> Literal:
    if len(pieces) == 3 and _is_date(*pieces):
        return Literal("date", None, None, parts)
    if len(pieces) == 2 and not (len(pieces[0]) > 1 and pieces[0][0] == "0" and len(pieces[1]) > 3) and max(map(len, pieces)) <= 7:
        return Literal("dashes", None, None, parts)
    if len(pieces) == 2 or any(len(piece) > 3 for piece in pieces) or pieces[0].startswith("0"):
        return Literal("id", None)
    return Literal("ratio", None, None, parts)


def _mixed(run: str, kinds: set[str], parts) -> Literal:
    sides = re.split(f"[{_DASHES}]", run)
    if len(sides) == 2:  # 2.5-3.5, 1,200-1,500, 10:30-11:30
        left, right = read_literal(sides[0]), read_literal(sides[1])
        spans = ((0, len(sides[0]), sides[0]), (len(sides[0]) + 1, len(run), sides[1]))
        if left.value is not None and right.value is not None:
            return Literal("dashes", None, None, spans)
        if left.kind == right.kind == "time":
            return Literal("times", None, None, spans)
    return Literal("id", None)
