"""Numbers in running text: where one begins, what kind its neighbours make it, which bounds they give."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from . import grammar
from .forms import lexicon
from .grammar import Reading, bare, cue_after, cue_before, definite, has, joined
from .model import Number
from .text import Row, rows

__all__ = ["find"]

_ABOUT = frozenset(("about", "at_least", "more_than", "at_most", "less_than"))
_AFTER = frozenset(("about_after", "at_least_after", "at_most_after"))


def find(text: str) -> list[Number]:
    """Every number in a text, in text order; see `helpers.numbers.find`."""
    found: list[Number] = []
    for row in rows(text):
        _scan(row, found)
    return found


class _Found:
    """A number before it is final: word places and what is known of it."""

    __slots__ = ("first", "end", "value", "kind", "low", "high", "scale", "digits", "reading", "char")

    def __init__(self, first, end, value, kind, low=None, high=None, scale=1, digits=False, char=None):
        self.first, self.end, self.value, self.kind, self.low, self.high, self.scale, self.digits = first, end, value, kind, low, high, scale, digits
        self.char = char  # span inside the first word: (start, end)


def _scan(row: Row, found: list[Number]) -> None:
    at = 0
    done = 0
    while at < row.size:
        word = row.words[at]
        if not word.hot:
            at += 1
            continue
        named = _name(row, at, done)
        if named:
            end, reading = named
            if reading == "id":
                quantity = _quantity(row, at)
                if quantity:
                    _emit(row, [_Found(at, min(quantity.end, end), quantity.value, "id")], found, done)
            at = done = max(end, at + 1)
            continue
        items = _read(row, at, done)
        if not items:
            at += 1
            continue
        _emit(row, items, found, done)
        at = done = max(items[-1].end, at + 1)


def _emit(row: Row, items: list[_Found], found: list[Number], done: int) -> None:
    for item in items:
        start, end = row.start(item.first), row.end(item.end - 1)
        if item.char:
            base = row.start(item.first)
            start, end = base + item.char[0], base + item.char[1]
        value, low, high, approx = _plain(item.value), _plain(item.low), _plain(item.high), False
        if item.kind in ("cardinal", "decimal", "fraction", "percent", "dual", "range"):
            if item.kind != "range":
                low = high = value
            low, high, approx = _bounds(row, item, done, low, high)
        elif item.kind == "indefinite":
            approx = True
        elif value is not None and low is None:
            low = high = value
        found.append(Number(value, low, high, item.kind, approx, start, end, row.text[start:end]))


def _plain(value):
    """int where whole, Decimal where it was written as one, else Fraction."""
    if isinstance(value, (Fraction, Decimal)) and value == int(value):
        return int(value)
    return value


def _as_decimal(value):
    if isinstance(value, Fraction) and value.denominator != 1:
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value


# names and idioms ---------------------------------------------------------------------------------------------------------------------


def _name(row: Row, at: int, done: int) -> tuple[int, str] | None:
    word = row.words[at]
    names = lexicon().names
    whole = row.conj[at] + word.word
    for key in {word.word, whole, whole[1:], whole.replace("لل", "ال", 1)}:
        for phrase, reading in names.get(key, ()):
            for place, part in enumerate(phrase):
                if part == key and _phrase_at(row, at - place, phrase, done):
                    return at - place + len(phrase), reading
    return None


def _phrase_at(row: Row, at: int, phrase: tuple[str, ...], done: int) -> bool:
    if at < 0 or at + len(phrase) > row.size:
        return False
    for n, wanted in enumerate(phrase):
        word = row.words[at + n]
        whole = row.conj[at + n] + word.word if word.roles else word.word
        if whole == wanted:
            continue
        if n == 0 and whole.endswith(wanted) and whole[: -len(wanted)] in ("و", "ب", "ل", "ف", "وب", "ول", "ك"):
            continue
        if n == 0 and wanted.startswith("ال") and whole.endswith("لل" + wanted[2:]):
            continue
        return False
    return True


# one number ---------------------------------------------------------------------------------------------------------------------------


def _read(row: Row, at: int, done: int) -> list[_Found] | None:
    word = row.words[at]
    if word.literal:
        special = _special_digits(row, at, done)
        if special is not None:
            return special
    roles = word.roles
    if "dual" in roles:
        return _dual(row, at, done)
    if "decade" in roles:
        return _decade(row, at)
    if roles and _clock_word(roles) and definite(row, at):
        clock = _clock(row, at)
        if clock:
            return [clock]
    if "ordinal" in roles or "ordinal_part" in roles or "one" in roles or ("hundred" in roles or "hundreds" in roles) and definite(row, at):
        number = grammar.ordinal(row, at)
        if number and not _is_second(row, at, number):
            return [_ordinal_or_date(row, at, number)]
        if "ordinal" in roles:
            return None
    noun_first = _noun_first(row, at, done)
    if noun_first:
        return noun_first
    quantity = _quantity(row, at)
    if quantity is None:
        return None
    first = _start(row, at, quantity)
    interval = _range(row, at, first, quantity, done)
    if interval:
        return interval
    return [_kind(row, at, first, quantity)]


def _quantity(row: Row, at: int) -> Reading | None:
    """Number with fraction, decimal, noun inside, percent sign apart."""
    if not _may_begin(row, at):
        return None
    whole = _indefinite_first(row, at)
    if whole:
        return whole
    part = grammar.fraction(row, at)
    if part:
        return part
    number = grammar.cardinal(row, at)
    if number is None:
        return None
    return _extended(row, at, number)


def _extended(row: Row, at: int, number: Reading) -> Reading:
    for extend in (grammar.decimal_words, grammar.with_fraction, _with_noun, _out_of_ten):
        longer = extend(row, number)
        if longer:
            return longer
    return number


def _indefinite_first(row: Row, at: int) -> Reading | None:
    roles = row.words[at].roles
    if "few" in roles or "odd" in roles or "indefinite" in roles or "hundred_plural" in roles or ("scale_plural" in roles and "scale" not in roles):
        return grammar.indefinite(row, at)
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
    if "odd" in roles:
        return has(row, at + 1, "tens")
    if name == "تسع" and after is not None and after.literal:  # a car that holds (تسع) 8
        return False
    if name == "الفا" and at > 0 and row.words[at - 1].word in _ALPHA:
        return False
    if name == "الف" and after is not None and not row.conj[at]:
        if "unit" in after.roles and bare(row, at + 1):
            return False  # ألف ست أوبرات: he composed
        if not after.roles and not after.literal and after.word.endswith("ا") and len(after.word) > 3 and after.word[-2:] not in ("يا", "ها", "ما"):
            return False  # ألف كتابا
    if name in ("ست", "ستي") and definite(row, at):
        return _six(row, at)
    if name in ("اثنين", "اثنان", "اتنين") and definite(row, at) and not (joined(row, at + 1) and has(row, at + 1, "tens")):
        before = row.words[at - 1] if at else None
        return before is not None and ("dual" in before.roles or before.word.endswith(("ان", "ين")) and len(before.word) > 4) or name == "اثنان"
    return True


_ALPHA = frozenset("انبعاثات جسيمات جسيم اشعه جسيمي متحور المتحور حرف قناه روميو الفريق مجموعه نظام تنظيم موجات".split())


def _six(row: Row, at: int) -> bool:
    before = row.words[at - 1].word if at else ""
    after = row.words[at + 1] if at + 1 < row.size else None
    return before.startswith("ال") and len(before) > 4 or before.endswith(("ات", "اتها", "اته")) or \
        bool(after and (after.word in lexicon().plurals or joined(row, at + 1) and "tens" in after.roles))


def _start(row: Row, at: int, quantity: Reading) -> int:
    """The place where the quote begins: a sign or سالب before counts."""
    return at


def _noun_first(row: Row, at: int, done: int) -> list[_Found] | None:
    """ساعة إلا ربعا, سنة ونصف, جزء من مئة: the number began at the noun."""
    if at - 1 < done:
        return None
    if row.words[at - 1].word == "من" and plain(row, at) and at - 2 >= done and row.words[at - 2].word in ("جزء", "جزءا"):
        whole = grammar.cardinal(row, at)
        if whole and isinstance(whole.value, int) and whole.value >= 10:
            return [_Found(at - 2, whole.end, Fraction(1, whole.value), "fraction")]
    noun_at = at - 1 if joined(row, at) else at - 2 if row.words[at - 1].word == "الا" else -1
    if noun_at < done:
        return None
    name = _noun(row.words[noun_at].word)
    noun = lexicon().singulars.get(name) or (lexicon().singulars.get(name[2:]) if name.startswith("ال") and _again(row, at, name) else None)
    if noun is None or noun.kind not in _MEASURES:
        return None
    longer = grammar.with_fraction(row, Reading(1, at if joined(row, at) else at - 1))
    if longer is None or longer.kind == "cardinal" and longer.value > 1:
        return None
    end = _past_noun(row, longer.end, noun)
    if end == longer.end and end < row.size and row.words[end].word.startswith("ال"):
        return None
    return [_Found(noun_at, end, longer.value, "fraction")]


def _again(row: Row, at: int, name: str) -> bool:
    """العام ونصف العام: the definite noun told again after the fraction."""
    return at + 1 < row.size and row.words[at + 1].word == name


def _past_noun(row: Row, end: int, noun) -> int:
    """Past the noun told again: عامين ونصف العام."""
    return end + (end < row.size and row.words[end].word in (noun.singular, "ال" + noun.singular))


# digits with a shape of their own -----------------------------------------------------------------------------------------------------


def _special_digits(row: Row, at: int, done: int) -> list[_Found] | None:
    word = row.words[at]
    literal = word.literal
    kind = literal.kind
    if kind == "id":
        return [_Found(at, at + 1, None, "id")]
    if kind == "date":
        return [_Found(at, at + 1, None, "date")]
    if kind == "time":
        if _score_near(row, at) and all(len(p[2]) == 1 or int(p[2]) < 10 for p in literal.parts) and not cue_before(row, at, {"hour"}):
            return _parts(at, literal, "score")
        return [_time_digits(at, literal.parts)]
    if kind == "times":
        return [_Found(at, at + 1, None, "time")]
    if kind == "ratio":
        return _parts(at, literal, "score")
    if kind == "slash":
        return _slash(row, at, literal)
    if kind == "dashes":
        return _dashes(row, at, literal)
    latin = at > 0 and word.glued and _is_latin(row.words[at - 1].word) or at > 1 and word.glued and row.words[at - 1].word == "-" and row.words[at - 1].glued \
        and row.words[at - 2].word[-1:].isalpha()
    after = row.words[at + 1] if at + 1 < row.size else None
    if latin and bare(row, at) or after is not None and after.glued and after.word in ("G", "D"):  # F-16, 5G
        return [_Found(at, at + 1, literal.value, "id")]
    if cue_before(row, at, {"hour"}) and literal.kind in ("plain", "decimal"):
        clock = _hour_digits(row, at)
        if clock:
            return [clock]
    if literal.kind == "plain" and len(word.word) == 4 and cue_after(row, at + 1, {"zone"}):
        return [_hour_digits(row, at)]
    if literal.kind == "plain" and cue_before(row, at, {"id"}) and not _counts(row, at + 1):
        return [_Found(at, at + 1, literal.value, "id")]
    if literal.kind == "plain" and (len(word.word) > 15 or word.word.startswith("00") and len(word.word) > 6):
        return [_Found(at, at + 1, literal.value, "id")]
    phone = _telephone(row, at)
    if phone:
        return [phone]
    spaced = _spaced_dash(row, at)
    if spaced:
        return spaced
    return None


def _telephone(row: Row, at: int) -> _Found | None:
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
        elif piece.word in _DASH and end + 1 < row.size and row.words[end + 1].literal:
            end += 1
        else:
            break
    if digits < 7:
        return None
    return _Found(at, end, row.words[at].literal.value if end == at + 1 else None, "id")


def _counts(row: Row, at: int) -> bool:
    """Whether the word at `at` is something counted."""
    if at >= row.size:
        return False
    word = row.words[at]
    known = lexicon()
    return word.word in known.singulars or word.word in known.plurals or "scale" in word.roles or "scale_plural" in word.roles \
        or word.word.endswith("ا") and word.word[:-1] in known.singulars


def _parts(at: int, literal, kind: str) -> list[_Found]:
    return [_Found(at, at + 1, _number(piece), kind, char=(begin, end)) for begin, end, piece in literal.parts]


def _number(piece: str):
    from .literals import read_literal
    return read_literal(piece).value


def _time_digits(at: int, parts) -> _Found:
    hours, minutes = int(parts[0][2]), int(parts[1][2])
    return _Found(at, at + 1, Fraction(hours * 60 + minutes, 60), "time")


def _hour_digits(row: Row, at: int) -> _Found | None:
    word = row.words[at].word
    if row.words[at].literal.kind == "plain":
        if len(word) <= 2 and int(word) <= 24:
            end = at + 1
            if has(row, end, "fraction") and joined(row, end):
                return _Found(at, end + 1, Fraction(int(word)) + row.words[end].roles["fraction"], "time")
            return _Found(at, end, int(word), "time")
        if len(word) == 4 and int(word[:2]) <= 24 and int(word[2:]) < 60:
            return _Found(at, at + 1, Fraction(int(word[:2]) * 60 + int(word[2:]), 60), "time")
        return None
    hours, _, minutes = word.replace(",", ".").replace("\u066b", ".").partition(".")
    if len(minutes) == 2 and minutes.isdigit() and int(hours) <= 24 and int(minutes) < 60:
        return _Found(at, at + 1, Fraction(int(hours) * 60 + int(minutes), 60), "time")
    return None


def _is_latin(word: str) -> bool:
    return bool(word) and word[-1].isascii() and word[-1].isalpha()


def _slash(row: Row, at: int, literal) -> list[_Found]:
    (_, _, a), (_, _, b) = literal.parts
    top, bottom = int(a), int(b)
    if len(a) == 4 and 1300 <= top <= 2100 and (len(b) == 4 or len(b) <= 2):
        return _parts(at, literal, "year") if len(b) == 4 else [_Found(at, at + 1, top, "year")]
    if 0 < top < bottom and (bottom <= 12 or bottom in (16, 20, 32, 64, 100, 1000)) and not (top > 12) and not cue_before(row, at, {"day", "id"}):
        if not _looks_dated(row, at):
            return [_Found(at, at + 1, Fraction(top, bottom), "fraction")]
    if 1 <= top <= 31 and 1 <= bottom <= 12:
        return _parts(at, literal, "date")
    if 0 < top < bottom:
        return [_Found(at, at + 1, Fraction(top, bottom), "fraction")]
    return _parts(at, literal, "score")


def _looks_dated(row: Row, at: int) -> bool:
    before = row.words[at - 1].word if at else ""
    return before in ("يوم", "بتاريخ", "تاريخ", "في", "الموافق", "منذ", "حتي", "بين") or (at > 1 and row.words[at - 1].word == "(")


def _dashes(row: Row, at: int, literal) -> list[_Found]:
    (_, _, a), (_, _, b) = literal.parts
    left, right = _number(a), _number(b)
    if cue_before(row, at, {"id"}) or left is None or right is None:
        return [_Found(at, at + 1, None, "id")]
    if at > 0 and row.words[at].glued and _is_latin(row.words[at - 1].word):
        return [_Found(at, at + 1, None, "id")]
    return _pair(row, at, at + 1, left, right, _parts(at, literal, "score"))


def _pair(row: Row, at: int, end: int, left, right, halves: list[_Found]) -> list[_Found]:
    """Two numbers with a dash between: score, date or range."""
    if _dateline(row, end, left, right):
        for half in halves:
            half.kind = "date"
        return halves
    if left >= right or _score_near(row, at) and left < 40 and right < 40:
        for half in halves:
            half.kind = "score"
        return halves
    by = grammar._scale(row, end)
    scale = 1
    if by:
        scale, end = by, end + 1
    low, high = left * scale, right * scale
    percent = cue_after(row, end, {"percent"})
    if percent:
        end = percent[1]
    elif end < row.size and row.words[end].word in "%٪":
        end += 1
    return [_Found(at, end, None, "range", low, high)]


def _dateline(row: Row, end: int, left, right) -> bool:
    return isinstance(left, int) and isinstance(right, int) and 1 <= left <= 31 and 1 <= right <= 12 and end + 1 < row.size \
        and row.words[end].word == "(" and row.words[end + 1].word in _AGENCIES


_AGENCIES = frozenset("اف ا وكالات رويترز د كونا واس بترا وام ب ش قنا سانا وات واج ومع الاناضول AFP ف نوفوستي".split())


def _score_near(row: Row, at: int) -> bool:
    for n in range(max(0, at - 6), min(row.size, at + 8)):
        if row.words[n].word == "\n":
            continue
        for cue in lexicon().cues_by_first.get(row.words[n].word, ()):
            if cue.role == "score":
                return True
        word = row.words[n].word
        if len(word) > 4 and word[0] in "وفبل":
            for cue in lexicon().cues_by_first.get(word[1:], ()):
                if cue.role == "score":
                    return True
    return False


_DASH = frozenset("-–—−‐‑‒―")


def _spaced_dash(row: Row, at: int) -> list[_Found] | None:
    """6 - 4 · 10 – 15: two plain numbers around a dash that stands alone."""
    if at + 2 >= row.size or row.words[at + 1].word not in _DASH or not row.words[at + 2].literal or not bare(row, at + 2):
        return None
    gap_before = row.start(at + 1) - row.end(at)
    gap_after = row.start(at + 2) - row.end(at + 1)
    if bool(gap_before) != bool(gap_after):
        return None
    left, right = row.words[at].literal.value, row.words[at + 2].literal.value
    if left is None or right is None or (at + 3 < row.size and row.words[at + 3].word in _DASH and at + 4 < row.size and row.words[at + 4].literal):
        return None
    halves = [_Found(at, at + 1, left, "score"), _Found(at + 2, at + 3, right, "score")]
    return _pair(row, at, at + 3, left, right, halves)


# kinds by the words around ------------------------------------------------------------------------------------------------------------


def _kind(row: Row, at: int, first: int, quantity: Reading) -> _Found:
    value, end, kind = quantity.value, quantity.end, quantity.kind
    word = row.words[at]
    if kind == "indefinite":
        return _Found(first, end, value, kind, quantity.low, quantity.high)
    if kind == "decimal":
        value = _as_decimal(value)
    literal = word.literal
    if literal and literal.kind == "either" and end == at + 1:
        value, kind = _either(row, at, literal)
    percent = _percent(row, first, end)
    if percent:
        first, end = percent
        return _Found(first, end, value, "percent")
    first, negative = _negative(row, first)
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
    return _Found(first, end, value, kind, scale=quantity.scale, digits=quantity.digits)


def _either(row: Row, at: int, literal):
    """1,335 and 1.500: whole or decimal by what is counted or priced."""
    whole, part = (literal.value, literal.other) if isinstance(literal.value, int) else (literal.other, literal.value)
    after = row.words[at + 1] if at + 1 < row.size else None
    priced = any(row.words[n].word in _PRICE or row.words[n].word[1:] in _PRICE for n in range(max(0, at - 3), at))
    if "." in row.words[at].word:
        noun = _measure(row, at + 1)
        counted = noun is None and _counts(row, at + 1)
        rounded = row.words[at].word.endswith("0" if noun is None or noun.kind == "currency" else "000")
        if priced or (after is not None and after.word in "%٪") or not (counted or rounded):
            return part, "decimal"
        return whole, "cardinal"
    if priced or cue_after(row, at + 1, {"percent"}) or (after is not None and after.word in "%٪"):
        return part, "decimal"
    return whole, "cardinal"


_PRICE = frozenset("سعر السعر سعره سعرها معدل المعدل صرف تسعيره".split())


def _noun(word: str) -> str:
    known = lexicon().singulars
    return word[:-1] if word not in known and word.endswith("ا") else word


def _percent(row: Row, first: int, end: int) -> tuple[int, int] | None:
    cue = cue_after(row, end, {"percent", "permille"})
    if cue:
        return first, cue[1]
    if end < row.size and row.words[end].word in ("%", "٪", "‰"):
        return first, end + 1
    if first > 0 and row.words[first - 1].word in ("%", "٪", "‰") and not (first > 1 and row.words[first - 2].literal):
        return first - 1, end
    return None


def _negative(row: Row, first: int) -> tuple[int, bool]:
    if first == 0:
        return first, False
    before = row.words[first - 1]
    if before.word == "." and row.words[first].literal and row.words[first].glued and not before.glued and row.words[first].literal.kind == "plain":
        return first - 1, False
    if before.word in _DASH and row.words[first].glued and row.words[first].literal and not row.conj[first]:
        if not before.glued or first > 1 and row.words[first - 2].word in ("(", "«", '"'):
            return first - 1, True
    if before.word in ("سالب", "ناقص", "السالب") and not (first > 1 and (row.words[first - 2].roles or row.words[first - 2].literal)):
        return first - 1, True
    return first, False


def _below_zero(row: Row, end: int) -> int | None:
    for at in (end, end + 1):
        cue = cue_after_zero(row, at)
        if cue:
            return cue
    return None


def cue_after_zero(row: Row, at: int) -> int | None:
    if at + 1 < row.size and row.words[at].word in ("تحت", "دون") and "zero" in row.words[at + 1].roles:
        return at + 2
    return None


def _year(row: Row, at: int, end: int, value, kind: str, quantity: Reading) -> str:
    if kind != "cardinal" or not isinstance(value, int) or not 1 <= value <= 2200:
        return kind
    era = cue_after(row, end, {"era"})
    if era and value > 99 and (row.words[end].word != "م" or value > 999 and not _counts(row, end)):
        return "year"
    year_like = value > 1000
    if cue_before(row, at, {"year"}) and not _counts(row, end) and (year_like or quantity.digits and value > 31 and not definite(row, at)):
        return "year"
    if year_like and quantity.digits and len(row.words[at].word) == 4:
        if at > 0 and (row.words[at - 1].literal is None) and cue_before(row, at, {"month", "year_plural"}):
            return "year"
        ends = end >= row.size or not row.words[end].word[0].isalnum()
        if 1900 < value < 2100 and ends and value % 100 and not row.conj[at] and at and row.words[at - 1].word[0].isalpha() and not cue_before(row, at, _ABOUT):
            return "year"
        if 1900 <= value <= 2100 and not _counted_after(row, end) and (cue_before(row, at, {"year_weak"}) or row.conj[at].startswith("ل")):
            return "year"
    return kind


def _counted_after(row: Row, end: int) -> bool:
    return _counts(row, end)


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
    return cue_after(row, at, {"month"}) is not None


def _definite_kind(row: Row, at: int, end: int, kind: str) -> str:
    """القرن العشرين, الذكرى الـ50: an ordinal after a definite singular noun."""
    if at == 0:
        return kind
    before = row.words[at - 1].word
    if before in _ORDERED or before[1:] in _ORDERED:
        return "ordinal"
    return kind


_ORDERED = frozenset("القرن الذكري المرتبه الدوره المركز الدرجه الجوله المرحله الطابق المره الدقيقه اليوم الحلقه الفصل العام السنه الاسبوع الصف الجلسه المباراه الطبعه الكتيبه النسخه الجزء القمه "
                     "الهدف المقعد العقد الموسم الدفعه الفرقه اللواء المعرض المهرجان المؤتمر".split())


def _ordinal_or_date(row: Row, at: int, number: Reading) -> _Found:
    kind = "ordinal"
    if number.value <= 31 and definite(row, at) and (_month_at(row, number.end) or number.end < row.size and row.words[number.end].word == "من" and _month_at(row, number.end + 1)):
        kind = "date"
    return _Found(at, number.end, number.value, kind)


def _is_second(row: Row, at: int, number: Reading) -> bool:
    """ثانية as unit of time."""
    if row.words[at].word not in ("ثانيه", "تانيه") or number.end != at + 1:
        return False
    if at == 0:
        return False
    before = row.words[at - 1]
    if definite(row, at):
        unit = _measure(row, at - 2) if at > 1 else None
        return before.word == "في" and unit is not None or before.word == "من" and at > 1 and row.words[at - 2].word in ("جزء", "اجزاء")
    if before.roles or before.literal or before.word in ("كل", "جزء", "اجزاء", "لكل"):
        return True
    return not (before.word.endswith("ه") or before.raw.endswith(("ى", "اء")))


# clock --------------------------------------------------------------------------------------------------------------------------------


def _clock_word(roles) -> bool:
    return "ordinal" in roles or "one" in roles


_HALVES = frozenset(("fraction",))


def _clock(row: Row, at: int) -> _Found | None:
    """الساعة الثالثة, الثالثة والنصف, السابعة وعشر دقائق, الخامسة إلا ربعا, الثالثة ظهرا."""
    word = row.words[at]
    if not word.word.endswith("ه") and word.word != "اولي":
        return None
    number = grammar.ordinal(row, at)
    hour, end = (number.value, number.end) if number else (1, at + 1)
    if hour > 12:
        return None
    told = cue_before(row, at, {"hour"})
    if at and row.words[at - 1].word in ("الساعات", "ساعات"):
        return None
    minutes, after = _minutes(row, end)
    if not minutes and not told and not cue_after(row, end, {"day_part", "zone"}):
        return None
    if cue_after(row, end, {"day_part"}) and not told and not minutes and row.words[end].word in ("من",) and number is None:
        return None
    return _Found(at, after, Fraction(hour) + minutes, "time")


def _minutes(row: Row, at: int) -> tuple[Fraction, int]:
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
        more, further = _minutes(row, end) if sign == 1 else (Fraction(0), end)
        if more and further > end:
            return minutes + more, further
        return sign * minutes, end
    number = grammar.cardinal(row, place)
    if number and isinstance(number.value, int) and number.value < 60 and number.end < row.size and row.words[number.end].word in ("دقيقه", "دقائق", "الدقيقه", "دقايق"):
        return sign * Fraction(number.value, 60), number.end + 1
    if "ordinal" in roles:
        return Fraction(0), at
    if number and sign == 1 and isinstance(number.value, int) and number.value < 60 and has(row, place, "unit") is False and False:
        return Fraction(number.value, 60), number.end
    return Fraction(0), at


# ranges -------------------------------------------------------------------------------------------------------------------------------


def _range(row: Row, at: int, first: int, left: Reading, done: int) -> list[_Found] | None:
    if left.kind == "indefinite" or not isinstance(left.value, (int, Fraction, Decimal)):
        return None
    between = cue_before(row, at, {"between"}) if plain(row, at) else None
    if between and between[1] >= done - 0:
        found = _between(row, at, between[1], left)
        if found:
            return [found]
    return _to(row, at, left)


def _past_percent(row: Row, end: int) -> int:
    percent = _percent(row, end, end)
    return percent[1] if percent and percent[1] > end else end


def _between(row: Row, at: int, first: int, left: Reading) -> _Found | None:
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
        return _quantity(row, at)
    if at + 1 < row.size and (row.words[at].word in _DASH or row.words[at].word in ("الي", "او", "حتي", "وبين", "و")) and row.conj[at + 1] in ("", "ال"):
        return _quantity(row, at + 1)
    return None


def _split(row: Row, at: int, end: int) -> tuple[Reading, Reading] | None:
    size = row.size
    for place in range(end - 1, at, -1):
        if not joined(row, place):
            continue
        row.size = place
        left = grammar.cardinal(row, at)
        row.size = size
        if left and left.end == place:
            right = _quantity(row, place)
            if right and isinstance(right.value, (int, Fraction)) and right.value > left.value:
                return left, right
    return None


def _joined_range(row: Row, first: int, left: Reading, right: Reading, strict: bool = False) -> _Found | None:
    if not isinstance(right.value, (int, Fraction, Decimal)) or right.kind == "indefinite":
        return None
    low, high = Fraction(left.value), Fraction(right.value)
    if left.scale == 1 and right.scale >= 1000 and low < 1000 and low * right.scale < high * 2 and low * right.scale <= high:
        low *= right.scale
    if low >= high:
        return None
    if strict and _is_year_pair(low, high):
        pass
    end = right.end
    percent = _percent(row, first, end)
    if percent:
        end = percent[1]
    return _Found(first, end, None, "range", low, high)


def _is_year_pair(low, high) -> bool:
    return 1800 < low < high < 2100


def _to(row: Row, at: int, left: Reading) -> list[_Found] | None:
    """10 إلى 15, ثلاثة أو أربعة, 3 – 5 ملايين, ثلاثة أيام إلى خمسة."""
    end = _past_percent(row, left.end)
    for place in (end, end + 1):
        if place + 1 >= row.size:
            return None
        connector = row.words[place].word
        if place > end and (not row.words[end].word[0].isalpha() or row.words[end].roles or row.words[end].word in ("او", "الي")):
            return None
        if connector in ("الي", "او", "ام", "لغايه", "حتي") or connector in _DASH and place == end:
            if row.conj[place + 1] not in ("", "ال"):
                return None
            if row.words[place + 1].literal and row.words[place + 1].literal.kind not in ("plain", "grouped", "decimal", "either"):
                return None
            right = _quantity(row, place + 1)
            if right is None:
                return None
            if connector not in ("او", "ام") and (_changes(row, at) or place > end and (left.kind == "fraction" or right.value > 10 * left.value)):
                return None
            if connector in ("او", "ام") and not (left.value < 1000 or right.scale > 1) and place > end:
                return None
            first = at
            before = cue_before(row, at, {"from"})
            found = _joined_range(row, first, left, right)
            return [found] if found else None
    return None


def _changes(row: Row, at: int) -> bool:
    """ارتفع من 10 إلى 15 is two values, not a range."""
    if at == 0 or row.words[at - 1].word != "من":
        return False
    for n in range(max(0, at - 8), at):
        word = row.words[n].word
        for name in (word, word[1:]):
            if any(cue.role == "change" for cue in lexicon().cues_by_first.get(name, ())):
                return True
    return False


# nouns inside -------------------------------------------------------------------------------------------------------------------------


_MEASURES = frozenset(("currency", "measure", "unit", "time"))


def _measure(row: Row, at: int):
    """The measure noun at `at`, in singular, plural or accusative."""
    if at >= row.size or row.words[at].literal:
        return None
    word = row.words[at].word
    known = lexicon()
    noun = known.singulars.get(word) or known.plurals.get(word) or known.singulars.get(_noun(word))
    return noun if noun is not None and noun.kind in _MEASURES else None


def _with_noun(row: Row, number: Reading) -> Reading | None:
    """ألف دينار ومئتان, سبعة دنانير ونصف."""
    at = number.end
    noun = _measure(row, at)
    if noun is None or at + 1 >= row.size or not joined(row, at + 1):
        return None
    part = grammar.fraction(row, at + 1)
    if part:
        if part.end < row.size and row.words[part.end].word.startswith("ال") and row.words[part.end].word[2:] != noun.singular:
            return None
        end = part.end + (part.end < row.size and row.words[part.end].word == "ال" + noun.singular)
        return grammar._plus(number._replace(scale=1) if noun.kind == "time" or number.scale < 1000 else number, part._replace(end=end), 1)
    if noun.kind != "currency" or number.scale < 100 and not (isinstance(number.value, int) and number.value >= 100):
        return None
    more = grammar.cardinal(row, at + 1)
    if more is None or not isinstance(more.value, int) or more.digits:
        return None
    floor = number.scale if number.scale > 1 else 100
    after = row.words[more.end] if more.end < row.size else None
    same = _measure(row, more.end)
    if more.value < floor and (after is None or not after.word[0].isalpha() or same is noun):
        return Reading(number.value + more.value, more.end, "cardinal", more.scale)
    return None


def _out_of_ten(row: Row, number: Reading) -> Reading | None:
    """ثلاثة وخمسة من عشرة, خمسة بالعشرة: tenths, hundredths and thousandths read out; خمسة على ستة, واحد من كل عشرة: ratios."""
    if not isinstance(number.value, int):
        return None
    if joined(row, number.end):
        part = grammar.cardinal(row, number.end)
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
    whole = grammar.cardinal(row, at) if plain(row, at) else None
    if whole is None or not isinstance(whole.value, int) or not number.value < whole.value <= 1_000_000:
        return None
    return Reading(Fraction(number.value, whole.value), whole.end, "fraction")


# duals and decades --------------------------------------------------------------------------------------------------------------------


_NOT_BEFORE_DUAL = frozenset("هاتان هاتين".split())


def _dual(row: Row, at: int, done: int) -> list[_Found] | None:
    noun, ending = row.words[at].roles["dual"]
    if not _is_dual(row, at, noun, ending):
        return None
    two = Reading(2, at + 1)
    half = grammar.with_fraction(row, two) if noun is not None and noun.kind in _MEASURES and ending in ("ان", "ين") else None
    if half:
        return [_Found(at, _past_noun(row, half.end, noun), half.value, "fraction")]
    if has(row, at + 1, "unit") and row.words[at + 1].roles.get("unit") == 2 and plain(row, at + 1):
        return [_Found(at, at + 2, 2, "dual")]
    below = cue_after_zero(row, at + 1)
    if below:
        return [_Found(at, below, -2, "cardinal")]
    if noun is not None and at > 1 and row.words[at - 1].word in ("او", "ام", "الي", "وربما") and row.words[at - 2].word in (noun.singular, noun.singular + "ا") and at - 2 >= done:
        return [_Found(at - 2, at + 1, None, "range", 1, 2)]
    interval = _to(row, at, two)
    if interval:
        return interval
    return [_Found(at, at + 1, 2, "dual")]


def plain(row: Row, at: int) -> bool:
    return row.conj[at] in ("", "ال")


def _is_dual(row: Row, at: int, noun, ending: str) -> bool:
    before = row.words[at - 1] if at else None
    after = row.words[at + 1] if at + 1 < row.size else None
    if before is not None and not row.conj[at].replace("ال", "") and "dual" in before.roles:  # هجومان انتحاريان: its adjective
        return False
    if noun is None:  # a feminine dual by its form: the adjective or predicate of a dual is none
        return not (before is not None and before.word.endswith(("تان", "تين", "تا", "ان"))) and not joined(row, at)
    if ending == "ان":
        return True
    if ending == "ين":
        return noun.broken or noun.kind in ("parent",) or noun.singular.endswith("ه")
    if after is None or not after.word[:1].isalnum() or definite(row, at):
        return False
    if ending == "ي" and not noun.singular.endswith("ه"):
        return bool(after.literal) or noun.broken and _construct(row, at, noun, after.word)
    if noun.singular.endswith("ه"):
        return not after.roles or "dual" in after.roles
    further = row.words[at + 2].word if at + 2 < row.size else ""
    return "dual" in after.roles and definite(row, at + 1) or further.endswith("ين") and further.startswith("ال") or bool(further) and "dual" in row.words[at + 2].roles \
        or after.word.startswith("ال") and noun.kind == "thing"


_CONSTRUCT_THINGS = frozenset("طرف جانب بلد فريق حزب منتخب برج مشروع قرار شوط جزء قسم مبني جيش ملف بند خط اقليم محور قطاع مطار ميناء سوق شعب".split())
_PREPOSITIONS = frozenset("بين مع علي من في عن الي ان خلال كل كلا منذ عبر قبل بعد الا لدي ضد وان بان عند".split())


def _construct(row: Row, at: int, noun, after: str) -> bool:
    """وزيري الخارجية: a dual before a genitive; يومي and هاتفي are adjectives, so it must follow a preposition."""
    if noun.singular in ("ضعف", "مثل"):
        return True
    if noun.kind not in ("person", "time") and noun.singular not in _CONSTRUCT_THINGS:
        return False
    if not (after.startswith("ال") and len(after) > 4 or noun.kind == "time" and cue_after(row, at + 1, {"month"})):
        return False
    if at + 2 < row.size and row.words[at + 2].word.startswith("وال"):  # يومي الجمعة والسبت
        return True
    return row.conj[at] in ("ب", "ل", "وب", "ول") or at > 0 and row.words[at - 1].word in _PREPOSITIONS


def _decade(row: Row, at: int) -> list[_Found]:
    tens = row.words[at].roles["decade"]
    if at + 1 < row.size and row.words[at + 1].word in ("من", "العمر") and at + 2 < row.size and row.words[at + 2].word.startswith(("عمر", "العمر")):
        return [_Found(at, at + 1, tens, "decade", tens, tens + 9)]
    century = 1900
    if at + 1 < row.size and row.words[at + 1].word == "القرن" and at + 2 < row.size and "ordinal" in row.words[at + 2].roles:
        number = grammar.ordinal(row, at + 2)
        if number:
            century = (number.value - 1) * 100
    return [_Found(at, at + 1, None, "decade", century + tens, century + tens + 9)]


# bounds -------------------------------------------------------------------------------------------------------------------------------


def _bounds(row: Row, item: _Found, done: int, low, high):
    cue = cue_before(row, item.first, _ABOUT)
    role = cue[0] if cue and cue[1] >= done else None
    if role is None:
        role = _bound_after(row, item.end)
    if role is None:
        return low, high, False
    return apply_bound(role, low, high)


def apply_bound(role: str, low, high):
    """Codebook: at least 15 → 15 and open; more than 25 → 26 and open; about 25 → 25, 25, approximate."""
    role = role.removesuffix("_after")
    if role == "about":
        return low, high, True
    if role == "at_least":
        return low, None, False
    if role == "more_than":
        return (low + 1 if isinstance(low, int) else low), None, False
    if role == "at_most":
        return None, high, False
    return None, (high - 1 if isinstance(high, int) else high), False


def _bound_after(row: Row, end: int) -> str | None:
    for at in range(end, min(end + 4, row.size)):
        word = row.words[at]
        cue = cue_after(row, at, _AFTER)
        if cue:
            return cue[0]
        if word.hot or not (word.word[0].isalpha()) or word.word in grammar._PARTICLES:
            return None
    return None
