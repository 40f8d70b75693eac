"""The grammar: how number words add up. Each function reads at a place in a `Row` and returns a `Reading` or None.

    number   := term (و term)*             falling scales (ألف ومئتان), or rising in classical order (ثلاث وستون وتسعمئة وألف)
    term     := group scale* | scale+      مئة ألف · ألف ألف · ألفان · 3.5 مليون
    group    := hundreds (و small)? | small (و hundreds)? | digits
    hundreds := مئة | مئتان | ثلاثمئة | ثلاث مئة
    small    := unit | teen | tens | unit و tens
    fraction := نصف | ثلثا | ثلاثة أرباع (scale)?
"""
from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from .cues import bare, definite, has, joined, plain_or_definite
from .forms import lexicon
from .text import Row

__all__ = ["Reading", "cardinal", "digits_value", "group_at", "indefinite", "ordinal", "scale_at", "term_at"]


_MOST_TERMS = 24


_MOST_GROUPS = 7  # 123 456 789 …: groups parted by spaces


class Reading(NamedTuple):
    """A value read from the words from a place up to `end` (not inside)."""

    value: object
    end: int
    kind: str = "cardinal"
    scale: int = 1  # of the last term
    digits: bool = False  # begins in digits
    low: object = None
    high: object = None


def digits_value(row: Row, at: int) -> Reading | None:
    literal = row.words[at].literal
    if literal is None or literal.value is None:
        return None
    value, end = literal.value, at + 1
    if literal.kind == "plain" and len(row.words[at].word) <= 3 and row.words[at].word[0] != "0":
        while end < min(row.size, at + _MOST_GROUPS) and row.words[end].literal and row.words[end].literal.kind == "plain" \
                and len(row.words[end].word) == 3 and bare(row, end) and row.start(end) - row.end(end - 1) == 1:
            value, end = value * 1000 + row.words[end].literal.value, end + 1
    by = _LETTER_SCALES.get(row.words[end].word) if end < row.size and row.words[end].glued else None
    if by and end == at + 1:  # 100K, 1.2M
        value, end = Fraction(value) * by, end + 1
        return Reading(int(value) if value.denominator == 1 else value, end, "cardinal", 1, True)
    if end == at + 1 and type(value) is int and has(row, end, "vulgar") and bare(row, end):  # 3 ½
        return Reading(value + row.words[end].roles["vulgar"], end + 1, "fraction", 1, True)
    if end == at + 1 and isinstance(value, int) and end < row.size and row.words[end].literal and row.words[end].literal.kind == "slash" and bare(row, end):
        top, bottom = (int(part[2]) for part in row.words[end].literal.parts)
        if 0 < top < bottom <= 16 and value < 1000:  # 1 1/2
            return Reading(value + Fraction(top, bottom), end + 1, "fraction", 1, True)
    return Reading(value, end, "decimal" if literal.kind == "decimal" else "cardinal", 1, True)


_LETTER_SCALES = {"K": 1000, "k": 1000, "M": 10**6, "B": 10**9, "bn": 10**9}


def _small(row: Row, at: int) -> Reading | None:
    """Below a hundred."""
    roles = row.words[at].roles
    if "teen" in roles:
        return Reading(roles["teen"], at + 1)
    if "tens" in roles:
        return Reading(roles["tens"], at + 1)
    unit = roles.get("unit") or roles.get("one") or roles.get("one_of")
    after = at + 1
    if unit:
        if has(row, after, "ten") and bare(row, after) and not (has(row, after + 1, "ten")):
            return Reading(10 + unit, after + 1)
        if has(row, after, "tens") and joined(row, after) and (definite(row, at) or not definite(row, after)):
            return Reading(unit + row.words[after].roles["tens"], after + 1)
        if "one_of" in roles or row.words[at].word in _NEED_TEN:
            return None
        if has(row, after, "fraction_plural") and plain_or_definite(row, after):
            return None
        if 2 < unit < 10 and bare(row, after) and row.words[after].roles.get("indefinite") == 10:  # ثلاث عشرات
            return Reading(unit * 10, after + 1)
        return Reading(unit, after)
    if "ten" in roles:
        if has(row, after, "fraction_plural") and plain_or_definite(row, after):
            return None
        return Reading(10, after)
    if "zero" in roles:
        return Reading(0, after)
    if row.words[at].word == "ثلث" and has(row, after, "scale_plural") and bare(row, after):  # Iraqi three
        return Reading(3, after)
    return None


_NEED_TEN = frozenset(("ثمن", "تنين", "اثنا", "اثني", "اثنتا", "ثنتا"))  # the price of; إثني, ethnic: numbers only before مئة or عشر


def _hundreds(row: Row, at: int) -> Reading | None:
    if at >= row.size:
        return None
    roles = row.words[at].roles
    if "hundreds" in roles:
        return Reading(roles["hundreds"], at + 1, scale=100)
    if "hundred" in roles:
        return Reading(100, at + 1, scale=100)
    unit = roles.get("unit") or (row.words[at].word == "ثمن" and 8)
    if unit and unit > 2 and at + 1 < row.size and plain_or_definite(row, at + 1) and \
            (has(row, at + 1, "hundred") or has(row, at + 1, "hundred_plural")):
        return Reading(unit * 100, at + 2, scale=100)
    return None


def group_at(row: Row, at: int) -> Reading | None:
    """Below a thousand, or digits."""
    if at >= row.size:
        return None
    word = row.words[at]
    if word.literal:
        found = digits_value(row, at)
        if found and isinstance(found.value, int) and 2 <= found.value < 1000 and bare(row, found.end) \
                and (has(row, found.end, "hundred") or found.value < 10 and has(row, found.end, "hundred_plural")):
            return Reading(found.value * 100, found.end + 1, digits=True)
        return found
    if not word.roles:
        return None
    found = _hundreds(row, at)
    if found:
        after = found.end
        if joined(row, after) and not row.words[after].literal and not _hundreds(row, after):
            if has(row, after, "one_of") and not has(row, after + 1, "ten") and not (has(row, after + 1, "tens") and joined(row, after + 1)):
                if not (after + 1 < row.size and row.words[after + 1].word.startswith("ال")) and row.words[after].word == "احدي":
                    return Reading(found.value + 1, after + 1)
            small = _small(row, after)
            if small and small.value:
                return Reading(found.value + small.value, small.end)
        elif bare(row, after) and row.words[after].roles and not row.words[after].glued:  # dictated without و: ثلاثمئة خمسة وعشرين
            small = _small(row, after)
            if small and small.value and "fraction" not in row.words[after].roles:
                return Reading(found.value + small.value, small.end)
        return found
    small = _small(row, at)
    if small is None:
        return None
    after = small.end
    if joined(row, after) and small.value:
        rising = _hundreds(row, after)
        if rising:
            return Reading(small.value + rising.value, rising.end)
    return small


def scale_at(row: Row, at: int) -> int | None:
    """A scale word that multiplies what stands before it."""
    if at >= row.size or row.conj[at] not in ("", "ال"):
        return None
    roles = row.words[at].roles
    if "scale" in roles and not row.conj[at]:
        return roles["scale"]
    return roles.get("scale_plural")


def term_at(row: Row, at: int) -> Reading | None:
    group = group_at(row, at)
    digits = False
    if group:
        value, end, digits, scale = group.value, group.end, group.digits, 1
        if not digits and type(value) is int and value % 100 == 0 and 100 <= value < 1000 and joined(row, end) and has(row, end, "scale") and bare(row, end + 1) \
                and row.words[end + 1].roles.get("scale") == row.words[end].roles["scale"]:
            value, end = value + 1, end + 1  # ثلاثمئة وألف ألف, as some software spells 301 000
        if isinstance(value, int) and value >= 10**18 and digits:
            return group
    else:
        if at >= row.size:
            return None
        roles = row.words[at].roles
        end = at + 1
        if "thousands" in roles:  # عشرتلاف
            value, scale = roles["thousands"], 1000
        elif "scale_dual" in roles and _is_dual_scale(row, at):
            value, scale = 2 * roles["scale_dual"], roles["scale_dual"]
        elif "scale" in roles:
            value = scale = roles["scale"]
        else:
            return None
    multiplied = 0
    while multiplied < 4:
        by = scale_at(row, end)
        if by is None or ("scale_plural" in row.words[end].roles and "scale" not in row.words[end].roles and scale > 1):
            break
        if digits and not isinstance(value, int):
            value = Fraction(value)
        value, scale, end, multiplied = value * by, scale * by, end + 1, multiplied + 1
    if multiplied and digits and row.words[at].literal and row.words[at].literal.kind == "either":
        value = _decimal_reading(row, at) * scale
    if group and digits and not multiplied:
        return group
    if type(value) is Fraction and value.denominator == 1:
        value = int(value)
    return Reading(value, end, "cardinal" if multiplied or not group else group.kind, scale, digits)


def _decimal_reading(row: Row, at: int):
    literal = row.words[at].literal
    value = literal.value if not isinstance(literal.value, int) else literal.other
    return Fraction(value)


def _is_dual_scale(row: Row, at: int) -> bool:
    """ألفا, مليونا: dual before what is counted, else the accusative singular."""
    roles = row.words[at].roles
    if "scale" not in roles:
        return True
    if "ال" in row.conj[at]:
        return False
    if at + 1 >= row.size:  # alone and without tanwin it is the dual that software writes for 2000
        return at == 0 and not row.conj[at] and row.words[at].raw[-1:] == "ا" and "\u064b" not in row.words[at].raw
    after = row.words[at + 1]
    if "scale" in after.roles and bare(row, at + 1):
        return True
    if after.roles or after.literal or not after.word[0].isalpha():
        return False
    return after.word not in lexicon().company["particle"] and not (after.word[0] == "و" and len(after.word) < 3) and not after.word.startswith("ال")


def cardinal(row: Row, at: int) -> Reading | None:
    """The longest whole or decimal number in words, digits or both that begins at `at`."""
    first = term_at(row, at)
    if first is None:
        return None
    total, end, scale, kind, digits = first.value, first.end, first.scale, first.kind, first.digits
    floor = scale if scale > 1 else 0
    definite_first = definite(row, at)
    only_hundreds = scale == 1 and not digits and type(total) is int and 100 <= total < 1000 and total % 100 == 0
    rising, last = False, total
    for _ in range(_MOST_TERMS):
        if end >= row.size:
            break
        tied = joined(row, end) or (row.words[end].word == "واحد" and bare(row, end) and has(row, end + 1, "ten") and bare(row, end + 1))
        if not tied and not (bare(row, end) and scale >= 1000 and _hundreds(row, end)):
            break
        if not definite_first and definite(row, end):
            break
        term = term_at(row, end)
        if term is None or not isinstance(term.value, int):
            break
        if floor > term.value and not rising:  # falling
            total += term.value
            last, floor, scale = term.value, (term.scale if term.scale > 1 else 0), term.scale
        elif tied and term.scale == floor and not digits and not rising and last // floor % 100 == 0 and term.value // floor < 100 and isinstance(total, int):
            total, last = total + term.value, term.value  # مئة ألف وألف, مئة ألف وخمسون ألفا
        elif tied and not digits and not term.digits and isinstance(total, int) and total and term.scale > 1 and total < term.scale and term.scale >= 1000:
            if only_hundreds and "scale_dual" in row.words[end].roles and term.end == end + 1:
                total = (total + 2) * term.scale  # مئة وألفان: a hundred and two thousand
                floor, scale = term.scale, term.scale
            else:
                total += term.value
                rising, scale = True, term.scale
        else:
            break
        end, kind, only_hundreds = term.end, "cardinal", False
    if not digits and end + 1 < row.size and row.words[end].word == "بعد" and isinstance(total, int) and definite(row, end + 1):
        more = _base_after(row, end + 1)
        if more and total < more:  # تسع وتسعون وتسعمئة بعد الألف
            total, end, scale = total + more, end + 2, more
    return Reading(total, end, kind, scale, digits)


def _base_after(row: Row, at: int) -> int | None:
    roles = row.words[at].roles
    return roles.get("hundred") or roles.get("hundreds") or roles.get("scale") or roles.get("scale_dual")


def indefinite(row: Row, at: int) -> Reading | None:
    """عشرات الآلاف, مئات, بضعة آلاف, بضع عشرة, نيف وعشرون."""
    roles = row.words[at].roles
    if "odd" in roles:
        if not joined(row, at + 1) or not (has(row, at + 1, "tens") or has(row, at + 1, "hundred")):
            return None
        tens = row.words[at + 1].roles.get("tens") or 100
        return Reading(None, at + 2, "indefinite", low=tens + 1, high=tens + 9)
    if "few" in roles:
        return _few(row, at)
    base = roles.get("indefinite") or roles.get("hundred_plural") or roles.get("scale_plural")
    if not base:
        return None
    end = at + 1
    while end < row.size and row.conj[end] in ("", "ال"):
        by = row.words[end].roles.get("scale_plural") or row.words[end].roles.get("scale") or row.words[end].roles.get("hundred_plural")
        if not by or end - at > 3:
            break
        base, end = base * by, end + 1
    by, end = _of_many(row, end)
    return Reading(base * by, end, "indefinite")


def _of_many(row: Row, at: int) -> tuple[int, int]:
    """مئات من الآلاف: the multiple told with من."""
    if at + 1 < row.size and row.words[at].word == "من" and row.conj[at + 1] == "ال" and "scale_plural" in row.words[at + 1].roles:
        return row.words[at + 1].roles["scale_plural"], at + 2
    return 1, at


def _few(row: Row, at: int) -> Reading:
    end, by = at + 1, 1
    if end < row.size and row.conj[end] in ("", "ال"):
        roles = row.words[end].roles
        if "ten" in roles:
            return Reading(None, end + 1, "indefinite", low=13, high=19)
        by = roles.get("scale_plural") or roles.get("hundred_plural") or roles.get("hundred") or roles.get("indefinite") or roles.get("scale") or 1
        if by > 1:
            end += 1
            more = end < row.size and row.conj[end] in ("", "ال") and row.words[end].roles.get("scale_plural")
            if more:
                by, end = by * more, end + 1
    elif has(row, end, "tens") and joined(row, end):
        tens = row.words[end].roles["tens"]
        return Reading(None, end + 1, "indefinite", low=tens + 3, high=tens + 9)
    more, end = _of_many(row, end) if by > 1 else (1, end)
    return Reading(None, end, "indefinite", low=3 * by * more, high=9 * by * more)


def ordinal(row: Row, at: int) -> Reading | None:
    """الثالث, الحادي عشر, الخامسة والعشرين, الثاني بعد المئة."""
    roles = row.words[at].roles
    end = at + 1
    value = roles.get("ordinal") or roles.get("ordinal_part")
    if not value:
        if ("hundred" in roles or "hundreds" in roles) and definite(row, at) and joined(row, end) and end < row.size \
                and ("ordinal" in row.words[end].roles or "ordinal_part" in row.words[end].roles):
            rest = ordinal(row, end)  # المئة والخامسة والعشرون
            return rest._replace(value=rest.value + (roles.get("hundred") or roles["hundreds"])) if rest else None
        if "one" in roles and definite(row, at) and has(row, end, "tens") and joined(row, end) and definite(row, end):
            value, end = 1 + row.words[end].roles["tens"], end + 1
            return Reading(value, end, "ordinal")
        return None
    if has(row, end, "ten") and bare(row, end) and value < 10:
        value, end = value + 10, end + 1
    elif has(row, end, "tens") and joined(row, end) and value < 10 and (definite(row, at) or not definite(row, end)):
        value, end = value + row.words[end].roles["tens"], end + 1
    elif "ordinal" not in roles:
        return None
    if end + 1 < row.size and row.words[end].word == "بعد" and (has(row, end + 1, "hundred") or has(row, end + 1, "hundreds") or has(row, end + 1, "scale")) \
            and definite(row, end + 1):
        more = cardinal(row, end + 1)
        value, end = value + more.value, more.end
    return Reading(value, end, "ordinal")
