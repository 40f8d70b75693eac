"""A value in correct Arabic words: gender by the counted noun, case by the sentence."""
from __future__ import annotations

from decimal import Decimal

from .model import NumberError

__all__ = ["spell"]

_UNITS = ("", "واحد", "اثنان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_UNITS_M = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_HUNDREDS = ("", "مئة", "", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")
# singular, plural after 3–10; the duals and the accusative are built
_SCALES = ((10**15, "كوادريليون", "كوادريليونات"), (10**12, "تريليون", "تريليونات"), (10**9, "مليار", "مليارات"),
           (10**6, "مليون", "ملايين"), (10**3, "ألف", "آلاف"))
_CASES = {"nominative": True, "genitive": False, "accusative": False}
_GENDERS = {"masculine": True, "m": True, "feminine": False, "f": False}
_MOST = 10**18


def spell(value: int | Decimal, gender: str = "masculine", case: str = "nominative") -> str:
    """A number in words, as a careful writer spells it before its counted noun.

    Parameters
    ----------
    value : int or Decimal
        Below 10^18 either side of zero. A Decimal's places are read as a number after فاصلة, its leading zeros one by one.
    gender : {"masculine", "feminine"}
        Gender of what is counted; 3 to 10 take the other one (ثلاثة رجال, ثلاث نساء).
    case : {"nominative", "genitive", "accusative"}
        Duals and tens end in -ان/-ون or in -ين.

    Returns
    -------
    str
        Without harakat; مئة in its short spelling.

    Raises
    ------
    NumberError
        Too large, not finite, or an unknown gender or case.
    TypeError
        Neither int nor Decimal.

    Notes
    -----
    The rules are those of school grammar (e.g. K. C. Ryding, A Reference Grammar of Modern Standard Arabic, ch. 15). Of 101 000 and
    102 000 the unambiguous spelling is written: مئة ألف وألف.

    Examples
    --------
    >>> spell(1967, gender="feminine", case="genitive")
    'ألف وتسعمئة وسبع وستين'
    >>> spell(12), spell(12, "feminine", "genitive")
    ('اثنا عشر', 'اثنتي عشرة')
    >>> spell(202_000)
    'مئتا ألف وألفان'
    >>> spell(Decimal("-3.05"))
    'سالب ثلاثة فاصلة صفر خمسة'
    """
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise TypeError(f"spell writes an int or a Decimal, not {type(value).__name__}: {value!r:.60}")
    if gender not in _GENDERS:
        raise NumberError(f"gender {gender!r} is unknown; use masculine or feminine")
    if case not in _CASES:
        raise NumberError(f"case {case!r} is unknown; use one of {', '.join(_CASES)}")
    if isinstance(value, Decimal) and not value.is_finite() or abs(value) >= _MOST:
        raise NumberError(f"{_short(value)} has no spelling here; use a value below 10^18")
    masculine, nominative = _GENDERS[gender], _CASES[case]
    if value < 0:
        return "سالب " + _spell(-value, masculine, nominative)
    return _spell(value, masculine, nominative)


def _short(value) -> str:
    return f"{value:.3e}" if isinstance(value, Decimal) else f"a number of {len(hex(value)) * 6 // 5} digits or so" if abs(value) > 10**30 else str(value)


def _spell(value: int | Decimal, masculine: bool, nominative: bool) -> str:
    if isinstance(value, Decimal) and value != value.to_integral_value():
        whole, _, places = f"{value:f}".partition(".")
        places = places.rstrip("0")
        zeros = len(places) - len(places.lstrip("0"))
        if len(places) - zeros > 3:  # longer fractions are read digit by digit
            spoken = " ".join("صفر" if digit == "0" else _group(int(digit), True, nominative) for digit in places)
        else:
            spoken = " ".join(["صفر"] * zeros + [_whole(int(places), True, nominative)])
        return f"{_whole(int(whole), masculine, nominative)} فاصلة {spoken}"
    return _whole(int(value), masculine, nominative)


def _whole(value: int, masculine: bool, nominative: bool) -> str:
    if value == 0:
        return "صفر"
    parts = []
    for scale, singular, plural in _SCALES:
        count, value = divmod(value, scale)
        if count:
            parts += _scaled(count, singular, plural, nominative)
    if value:
        parts.append(_group(value, masculine, nominative))
    return " و".join(parts)


def _scaled(count: int, singular: str, plural: str, nominative: bool) -> list[str]:
    """A count of thousands, millions …: ألف, ألفان, ثلاثة آلاف, أحد عشر ألفا, مئة ألف."""
    dual = singular + ("ان" if nominative else "ين")
    if count == 1:
        return [singular]
    if count == 2:
        return [dual]
    rest = count % 100
    if count > 100 and rest in (1, 2):  # a hundred and one thousand: مئة ألف وألف
        return [f"{_hundreds(count // 100, nominative, True)} {singular}", singular if rest == 1 else dual]
    if rest == 0:
        return [f"{_hundreds(count // 100, nominative, True)} {singular}"]
    counted = plural if 3 <= rest <= 10 else singular + "ا"
    return [f"{_group(count, True, nominative)} {counted}"]


def _hundreds(count: int, nominative: bool, construct: bool = False) -> str:
    if count == 2:
        return "مئت" + ("ا" if nominative else "ي") + ("" if construct else "ن")
    return _HUNDREDS[count]


def _group(value: int, masculine: bool, nominative: bool) -> str:
    hundreds, rest = divmod(value, 100)
    parts = [_hundreds(hundreds, nominative)] if hundreds else []
    if rest:
        parts.append(_below_hundred(rest, masculine, nominative))
    return " و".join(parts)


def _below_hundred(value: int, masculine: bool, nominative: bool) -> str:
    if value <= 10:
        return _unit(value, masculine, nominative)
    ten = "عشر" if masculine else "عشرة"
    if value == 11:
        return f"{'أحد' if masculine else 'إحدى'} {ten}"
    if value == 12:
        return f"{'اثن' if masculine else 'اثنت'}{'ا' if nominative else 'ي'} {ten}"
    if value < 20:
        return f"{_unit(value - 10, masculine, nominative)} {ten}"
    tens, unit = divmod(value, 10)
    word = _TENS[tens] + ("ون" if nominative else "ين")
    if not unit:
        return word
    first = "إحدى" if unit == 1 and not masculine else _unit(unit, masculine, nominative)
    return f"{first} و{word}"


def _unit(value: int, masculine: bool, nominative: bool) -> str:
    if value == 1:
        return "واحد" if masculine else "واحدة"
    if value == 2:
        return ("اثن" if masculine else "اثنت") + ("ان" if nominative else "ين")
    return (_UNITS_M if masculine else _UNITS)[value]
