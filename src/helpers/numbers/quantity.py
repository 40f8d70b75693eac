"""One quantity at a place: the longest of the grammar's readings, homographs left out."""
from __future__ import annotations

from .cues import bare, definite, has, joined
from .forms import lexicon
from .grammar import Reading, cardinal, indefinite
from .parts import decimal_words, fraction, with_fraction, with_noun
from .ratios import out_of_ten
from .text import Row

__all__ = ["read_quantity"]


def read_quantity(row: Row, at: int) -> Reading | None:
    """Number with fraction, decimal, noun inside, percent sign apart."""
    if not _may_begin(row, at):
        return None
    whole = _indefinite_first(row, at)
    if whole:
        return whole
    part = fraction(row, at)
    if part:
        return part
    number = cardinal(row, at)
    if number is None:
        return None
    return _extended(row, at, number)


def _extended(row: Row, at: int, number: Reading) -> Reading:
    after = row.words[number.end] if number.end < row.size else None
    if after is None or after.quiet and not row.conj[number.end]:
        return number
    for extend in (decimal_words, with_fraction, with_noun, out_of_ten):
        longer = extend(row, number)
        if longer:
            return longer
    return number


def _indefinite_first(row: Row, at: int) -> Reading | None:
    roles = row.words[at].roles
    if "few" in roles or "odd" in roles or "indefinite" in roles or "hundred_plural" in roles or ("scale_plural" in roles and "scale" not in roles):
        return indefinite(row, at)
    return None


_SMALL = frozenset(("unit", "ten", "tens", "teen", "one"))


_MANY_OK = frozenset(("hundreds", "hundred", "scale", "scale_plural", "ten", "unit"))


def _may_begin(row: Row, at: int) -> bool:
    """Homographs: words that count only in the right company."""
    word = row.words[at]
    roles = word.roles
    if word.literal or not roles:
        return bool(word.literal)
    after = row.words[at + 1] if at + 1 < row.size else None
    name = word.word
    if name in ("ميتين", "ميت", "متين", "ماتين") and name in ("ميتين", "ميت"):
        return after is not None and bool(after.roles.keys() & _MANY_OK) and bare(row, at + 1) or joined(row, at + 1) and bool(after.roles.keys() & _SMALL) or joined(row, at) and at > 0 and bool(row.words[at - 1].roles)
    if "zero" in roles and at and (row.words[at - 1].word == "شهر" or after is not None and after.literal and len(after.word) == 4):
        return False  # صفر, the month
    if "odd" in roles:
        return has(row, at + 1, "tens") or has(row, at + 1, "hundred")
    if name == "تسع" and _holds(row, at):
        return False
    if name == "الفا" and at > 0 and row.words[at - 1].word in lexicon().company["greek_alpha"]:
        return False
    if name == "الف" and after is not None and row.conj[at] in ("", "و", "ف"):
        if after.word.startswith("ال") and not after.roles and len(after.word) > 3 and not (after.glued and row.conj[at]):
            return False  # ألف الكاتب رواية
        if "unit" in after.roles and bare(row, at + 1):
            return False  # ألف ست أوبرات: he composed
        if not after.roles and not after.literal and after.word.endswith("ا") and len(after.word) > 3 and after.word[-2:] not in ("يا", "ها", "ما"):
            return False  # ألف كتابا
    if name in ("ست", "ستي") and definite(row, at):
        return _six(row, at)
    if name == "ست" and after is not None and after.word.startswith("ال") and not after.roles:
        return False  # ست الكل
    if name in ("اثنين", "اثنان", "اتنين") and definite(row, at) and not (joined(row, at + 1) and has(row, at + 1, "tens")):
        before = row.words[at - 1] if at else None
        return before is not None and ("dual" in before.roles or before.word.endswith(("ان", "ين")) and len(before.word) > 4) or name == "اثنان"
    return True


def _holds(row: Row, at: int) -> bool:
    """تسع القاعة 300, التي تسع ألفا: it holds; nine takes a plural, so no singular scale follows it."""
    if row.conj[at] not in ("", "و", "ل"):
        return False
    if at and row.words[at - 1].word in ("التي", "لا", "كانت", "لم", "لن"):
        return True
    places = row.words[at + 1 : at + 3]
    if places and (places[0].literal or places[0].roles.keys() & {"scale_dual", "tens"} and "scale_plural" not in places[0].roles and not row.conj[at + 1]):
        return True
    return len(places) == 2 and places[0].word.startswith("ال") and bool(places[1].literal or places[1].roles.keys() & _MANY) and not row.conj[at + 2]


_MANY = frozenset(("hundred", "hundreds", "scale", "tens", "unit", "ten", "indefinite", "scale_plural"))


def _six(row: Row, at: int) -> bool:
    before = row.words[at - 1].word if at else ""
    after = row.words[at + 1] if at + 1 < row.size else None
    return before.startswith("ال") and len(before) > 4 or before.endswith(("ات", "اتها", "اته")) or \
        bool(after and (after.word in lexicon().plurals or joined(row, at + 1) and "tens" in after.roles))
