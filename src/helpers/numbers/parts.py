"""Fractions, decimals in words and what is added to a number: نصف مليون, ثلاثة فاصلة خمسة, ألف إلا خمسة, ألف دينار ومئتان."""
from __future__ import annotations

from fractions import Fraction

from .cues import bare, cue_after, definite, has, joined, plain_or_definite
from .forms import MEASURES, Noun, bare_noun, lexicon, measure
from .found import Found
from .grammar import Reading, cardinal, group_at, scale_at
from .text import Row

__all__ = ["decimal_words", "fraction", "measure_noun", "noun_first", "past_noun", "plus", "with_fraction", "with_noun", "with_suffix"]


def fraction(row: Row, at: int) -> Reading | None:
    """A fraction that begins at `at`: نصف, ثلثا, ثلاثة أرباع, with a scale: نصف مليون."""
    word = row.words[at]
    roles = word.roles
    if "vulgar" in roles:
        return _of_scale(row, roles["vulgar"], at + 1)
    if "fraction_dual" in roles and _is_dual_fraction(row, at):
        return _of_scale(row, 2 * roles["fraction_dual"], at + 1)
    count = _count_of_parts(row, at)
    if count:
        value, end = count
        return _of_scale(row, value * row.words[end].roles["fraction_plural"], end + 1)
    if "fraction" in roles and _is_fraction(row, at):
        return _of_scale(row, roles["fraction"], at + 1)
    return None


def _count_of_parts(row: Row, at: int) -> tuple[object, int] | None:
    if not has(row, at + 1, "fraction_plural") or not plain_or_definite(row, at + 1):
        return None
    word = row.words[at]
    value = word.literal.value if word.literal else word.roles.get("unit") or word.roles.get("ten")
    return (Fraction(value), at + 1) if value else None


def _is_dual_fraction(row: Row, at: int) -> bool:
    word = row.words[at]
    if word.word == "ثلثي" and at + 1 < row.size and not definite(row, at):  # ثلثي أحياء العاصمة
        after = row.words[at + 1]
        if after.word[0].isalpha() and not after.roles and after.word not in lexicon().company["particle"]:
            return True
    if "fraction" not in word.roles:
        return word.word[-1:] in "ان" or _before_definite(row, at) or word.raw.rstrip().endswith(("هم", "ها", "هن", "ه", "نا"))
    alone = row.size == 1 and word.word == "ثلثا" and "\u064b" not in word.raw
    if word.word == "ثلثا" and not alone and "\u064b" not in word.raw and at + 1 < row.size:  # ثلثا أعضاء المجلس; the accusative is rare before a noun
        after = row.words[at + 1]
        alone = after.word[0].isalpha() and not after.roles and after.word not in lexicon().company["particle"] and not (at and row.words[at - 1].word == "الا")
    return alone or _before_definite(row, at) or with_suffix(row, at)


def with_suffix(row: Row, at: int) -> bool:
    word = row.words[at]
    return word.end - word.start > len(word.word) and word.raw.endswith(("هم", "ها", "هن", "ه", "نا"))


def _before_definite(row: Row, at: int) -> bool:
    if at + 1 >= row.size:
        return False
    after = row.words[at + 1]
    return (after.word.startswith("ال") and len(after.word) > 3) or row.conj[at + 1] == "ال"


_EIGHTH_OF = frozenset(("سكان", "السكان", "اعضاء", "الاعضاء"))  # nobody prices them


def _is_fraction(row: Row, at: int) -> bool:
    roles = row.words[at].roles
    if row.words[at].word == "نص" and not joined(row, at):  # also: text
        if has(row, at + 1, "scale") and bare(row, at + 1):
            return True
        noun = lexicon().singulars.get(row.words[at + 1].word) if at + 1 < row.size else None
        return noun is not None and noun.kind in ("time", "measure", "currency")
    if len(roles) == 1:
        return True
    if row.words[at].word == "ثمن":  # ثمن is also a price
        if at + 1 < row.size and row.words[at + 1].word in _EIGHTH_OF and not definite(row, at):
            return True
        return definite(row, at) and at > 0 and row.words[at - 1].word in ("نسبه", "بنسبه")
    if at + 1 >= row.size or row.words[at].roles.get("unit") is None and "ten" not in roles:
        return "fraction_dual" in roles
    if with_suffix(row, at):
        return True
    after = row.words[at + 1]
    if definite(row, at):
        return False
    if after.roles.keys() - {"dual"} or after.literal or "dual" in after.roles and (not definite(row, at + 1) or after.roles["dual"][0] is None or after.roles["dual"][0].broken):
        return False
    return _before_definite(row, at) and not after.word.startswith("الاف") or after.word in lexicon().company["mass_noun"]


def _of_scale(row: Row, value, end: int) -> Reading:
    if end < row.size and row.conj[end] in ("", "ال") and "scale" in row.words[end].roles:
        scale = row.words[end].roles["scale"]
        value, end = value * scale, end + 1
        more = cardinal(row, end) if scale > 1000 and joined(row, end) else None
        if more is not None and isinstance(more.value, int) and 1000 <= more.scale < scale and more.value < value:  # نصف مليون و20 ألفا
            return Reading(int(value + more.value), more.end, "cardinal", more.scale)
        return Reading(int(value) if value.denominator == 1 else value, end, "cardinal" if value.denominator == 1 else "fraction", scale)
    return Reading(value, end, "fraction")


def with_fraction(row: Row, found: Reading) -> Reading | None:
    """Number and fraction: خمسة ونصف, مليون ونصف, ثلاثة إلا ربعا."""
    end = found.end
    if end >= row.size:
        return None
    if has(row, end, "vulgar") and row.words[end].glued:
        return Reading(Fraction(found.value) + row.words[end].roles["vulgar"], end + 1, "fraction", 1, found.digits)
    if joined(row, end):
        part = fraction(row, end)
        if part is None and _plain_fraction(row, end):
            part = _of_scale(row, row.words[end].roles["fraction"], end + 1)
        if part is None:
            return None
        return plus(found, part, 1)
    if row.words[end].word in ("الا", "غير") and end + 1 < row.size:
        part = fraction(row, end + 1) if row.words[end + 1].roles else None
        if part:
            return plus(found, part, -1)
        if row.words[end].word == "الا" and (row.words[end + 1].roles or row.words[end + 1].literal) and bare(row, end + 1):
            less = cardinal(row, end + 1)
            if less and isinstance(less.value, int) and 0 < less.value < found.value:
                return Reading(found.value - less.value, less.end, "cardinal", 1)
    return None


def _plain_fraction(row: Row, at: int) -> bool:
    return row.words[at].word in ("ثمن", "نص", "تلت") and "fraction" in row.words[at].roles and not definite(row, at) \
        and not _before_definite(row, at)


def plus(found: Reading, part: Reading, sign: int) -> Reading:
    value = Fraction(part.value)
    if part.kind == "fraction" and found.scale >= 1000:
        value *= found.scale
    total = Fraction(found.value) + sign * value
    whole = total.denominator == 1
    decimal = part.kind == "fraction" and value.denominator in (10, 100, 1000) and part.scale == 1
    return Reading(int(total) if whole else total, part.end, "cardinal" if whole else "decimal" if decimal else "fraction", found.scale, found.digits)


def decimal_words(row: Row, found: Reading) -> Reading | None:
    """ثلاثة فاصلة خمسة; zeros after the point are read one by one."""
    if not isinstance(found.value, int):
        return None
    cue = cue_after(row, found.end, ("point",))
    if cue is None or cue[1] >= row.size:
        return None
    digits, end = "", cue[1]
    pause = row.words[end - 1].word == "نقطه"  # also a point that is counted
    if pause and found.scale > 1:
        return None
    for _ in range(12):
        if end >= row.size or (digits and not bare(row, end)):
            break
        part = group_at(row, end)
        if part is None or not isinstance(part.value, int) or (pause and part.digits != found.digits):
            break
        written = row.words[end].word if part.digits else str(part.value)
        if not written.isdecimal():  # 1,000 after a point is no row of digits
            break
        digits, end = digits + written, part.end
        if part.value >= 10:
            break
    if not digits:
        return None
    value = Fraction(int(digits), 10 ** len(digits)) + found.value
    by = scale_at(row, end)
    if by and "scale_plural" in row.words[end].roles or by and bare(row, end):
        value, end = value * by, end + 1
        return Reading(int(value) if value.denominator == 1 else value, end, "cardinal" if value.denominator == 1 else "decimal", by)
    return Reading(value, end, "decimal", 1, found.digits)


def measure_noun(row: Row, at: int) -> Noun | None:
    """The measure noun at `at`, in singular, plural or accusative."""
    if at >= row.size or row.words[at].literal:
        return None
    return measure(row.words[at].word)


def with_noun(row: Row, number: Reading) -> Reading | None:
    """ألف دينار ومئتان, سبعة دنانير ونصف."""
    at = number.end
    noun = measure_noun(row, at)
    if noun is not None and at + 2 < row.size and row.words[at + 1].word == "الا":  # ثلاثة أمتار إلا ربعا
        part = fraction(row, at + 2) if row.words[at + 2].roles else None
        return plus(number._replace(scale=1), part, -1) if part else None
    if noun is None or at + 1 >= row.size or not joined(row, at + 1):
        return None
    part = fraction(row, at + 1)
    if part:
        if part.end < row.size and row.words[part.end].word.startswith("ال") and row.words[part.end].word[2:] != noun.singular:
            return None
        end = part.end + (part.end < row.size and row.words[part.end].word == "ال" + noun.singular)
        return plus(number._replace(scale=1) if noun.kind == "time" or number.scale < 1000 else number, part._replace(end=end), 1)
    if noun.kind != "currency" or number.scale < 100 and not (isinstance(number.value, int) and number.value >= 100):
        return None
    more = cardinal(row, at + 1)
    if more is None or not isinstance(more.value, int) or more.digits:
        return None
    floor = number.scale if number.scale > 1 else 100
    after = row.words[more.end] if more.end < row.size else None
    same = measure_noun(row, more.end)
    if more.value < floor and (after is None or not after.word[0].isalpha() or same is noun):
        return Reading(number.value + more.value, more.end, "cardinal", more.scale)
    return None


def _again(row: Row, at: int, name: str) -> bool:
    """العام ونصف العام: the definite noun told again after the fraction."""
    return at + 1 < row.size and row.words[at + 1].word == name


def past_noun(row: Row, end: int, noun) -> int:
    """Past the noun told again: عامين ونصف العام."""
    return end + (end < row.size and row.words[end].word in (noun.singular, "ال" + noun.singular))


def noun_first(row: Row, at: int, done: int) -> list[Found] | None:
    """ساعة إلا ربعا, سنة ونصف, جزء من مئة: the number began at the noun."""
    if at - 1 < done:
        return None
    if row.words[at - 1].word == "من" and plain_or_definite(row, at) and at - 2 >= done and row.words[at - 2].word in ("جزء", "جزءا"):
        whole = cardinal(row, at)
        if whole and isinstance(whole.value, int) and whole.value >= 10:
            return [Found(at - 2, whole.end, Fraction(1, whole.value), "fraction")]
    noun_at = at - 1 if joined(row, at) else at - 2 if row.words[at - 1].word == "الا" else -1
    if noun_at < done:
        return None
    name = bare_noun(row.words[noun_at].word)
    noun = lexicon().singulars.get(name) or (lexicon().singulars.get(name[2:]) if name.startswith("ال") and _again(row, at, name) else None)
    if noun is None or noun.kind not in MEASURES:
        return None
    longer = with_fraction(row, Reading(1, at if joined(row, at) else at - 1))
    if longer is None or longer.kind == "cardinal" and longer.value > 1:
        return None
    end = past_noun(row, longer.end, noun)
    if end == longer.end and end < row.size and row.words[end].word.startswith("ال"):
        return None
    return [Found(noun_at, end, longer.value, "fraction")]
