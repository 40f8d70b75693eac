"""Tenths read out and ratios: ثلاثة وخمسة من عشرة, خمسة على ستة, واحد من كل عشرة."""
from __future__ import annotations

from fractions import Fraction

from .cues import bare, has, joined, plain_or_definite
from .grammar import Reading, cardinal
from .text import Row

__all__ = ["out_of_ten"]


def out_of_ten(row: Row, number: Reading) -> Reading | None:
    """ثلاثة وخمسة من عشرة, خمسة بالعشرة: tenths, hundredths and thousandths read out; خمسة على ستة, واحد من كل عشرة: ratios."""
    if not isinstance(number.value, int):
        return None
    if joined(row, number.end):
        part = cardinal(row, number.end)
        base = _base(row, part.end) if part is not None and isinstance(part.value, int) else None
        if base and part.value < base[0]:
            return Reading(number.value + Fraction(part.value, base[0]), base[1], "decimal", 1, number.digits)
        return None
    base = _base(row, number.end)
    if base and number.value < base[0] and (row.conj[base[1] - 1] or base[1] >= row.size or not row.words[base[1]].word[0].isalpha()) and not number.digits:
        return Reading(Fraction(number.value, base[0]), base[1], "decimal")
    return _ratio(row, number)


def _base(row: Row, at: int) -> tuple[int, int] | None:
    """من عشرة, من مئة, من ألف, بالعشرة at `at`: (10, end)."""
    if at < row.size and has(row, at, "ten") and row.conj[at] == "بال":
        return 10, at + 1
    if at + 1 < row.size and row.words[at].word == "من" and bare(row, at + 1):
        roles = row.words[at + 1].roles
        base = roles.get("ten") or roles.get("hundred") or roles.get("scale")
        if base in (10, 100, 1000):
            return base, at + 2
    return None


def _ratio(row: Row, number: Reading) -> Reading | None:
    at = number.end
    if at + 1 >= row.size or number.value < 1:
        return None
    if row.words[at].word == "علي":
        at += 1
    elif row.words[at].word == "من" and row.words[at + 1].word == "كل" and at + 2 < row.size:
        at += 2
    else:
        return None
    whole = cardinal(row, at) if plain_or_definite(row, at) else None
    if whole is None or not isinstance(whole.value, int) or not number.value < whole.value <= 1_000_000:
        return None
    return Reading(Fraction(number.value, whole.value), whole.end, "fraction")
